"""Runs the trained tagger over passages, many at a time, with the same answer as one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int32]

#: A longer passage is read in windows of this many tokens.
WINDOW: Final = 256
#: How far a token sees to each side: windows overlap by this, so that no cut shows.
SIGHT: Final = 18
#: Tokens that are worked on at once: enough to keep the matrices large, little memory.
_BATCH: Final = 4096


class Session(Protocol):
    """What is asked of the ONNX runtime."""

    def run(self, names: Sequence[str] | None, given: dict[str, object], /) -> list[Floats]:
        """Return the outputs of the graph."""
        ...


@final
class Tagger:
    """Chances of tags for rows of features."""

    def __init__(self, session: Session) -> None:
        """Keep the session; it must be used by one thread at a time."""
        self._session = session

    def chances(self, documents: Sequence[Ints]) -> list[Floats]:
        """Return for each document its chances: ``(tokens, tags)``, each row adding up to one.

        Windows of like length go together; what stands beside a window in its batch does
        not change its answer.
        """
        answers: list[list[Floats]] = [[] for _ in documents]
        cuts = [(d, *cut) for d, rows in enumerate(documents) for cut in _cuts(len(rows))]
        got: dict[tuple[int, int], Floats] = {}
        for batch in _batches(sorted(cuts, key=lambda c: c[2] - c[1])):
            for (document, start, end, keep_from, keep_to), chances in zip(
                batch, self._run(documents, batch), strict=True
            ):
                got[document, start] = chances[: end - start][keep_from - start : keep_to - start]
        for document, start in sorted(got):
            answers[document].append(got[document, start])
        return [
            np.concatenate(parts) if parts else np.zeros((0, 1), dtype=np.float32)
            for parts in answers
        ]

    def _run(self, documents: Sequence[Ints], batch: Sequence[_Cut]) -> Floats:
        longest = max(end - start for _, start, end, _, _ in batch)
        indices = np.zeros((len(batch), longest, documents[0].shape[1]), dtype=np.int32)
        mask = np.zeros((len(batch), longest), dtype=np.float32)
        for row, (document, start, end, _, _) in enumerate(batch):
            indices[row, : end - start] = documents[document][start:end]
            mask[row, : end - start] = 1.0
        return self._session.run(None, {"indices": indices, "mask": mask})[0]


_Cut = tuple[int, int, int, int, int]


def _cuts(length: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield windows over so many tokens: from, to, and which part of it counts."""
    kept = 0
    while kept < length:
        start = max(0, kept - SIGHT)
        end = min(length, start + WINDOW)
        upto = length if end == length else end - SIGHT
        yield start, end, kept, upto
        kept = upto


def _batches(cuts: Sequence[_Cut]) -> Iterator[list[_Cut]]:
    """Yield windows that go together; ``cuts`` grow in length."""
    batch: list[_Cut] = []
    for cut in cuts:
        if batch and (len(batch) + 1) * (cut[2] - cut[1]) > _BATCH:
            yield batch
            batch = []
        batch.append(cut)
    if batch:
        yield batch
