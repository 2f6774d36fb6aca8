"""Windows and batches do not show in the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from harborward.text.model.tagger import SIGHT, WINDOW, Tagger

if TYPE_CHECKING:
    from collections.abc import Sequence


class Blur:
    """Stands in for the graph: a token's chance is the mean over what it sees."""

    def __init__(self) -> None:
        """Remember the shapes that were asked for."""
        self.shapes: list[tuple[int, int]] = []

    def run(self, names: Sequence[str] | None, given: dict[str, np.ndarray], /) -> list[np.ndarray]:
        """Return for each token the mean of its neighbours within sight, and their number."""
        assert names is None
        indices, mask = given["indices"], given["mask"]
        self.shapes.append(mask.shape)
        values = indices[..., 0] * mask
        out = np.zeros((*mask.shape, 2), dtype=np.float32)
        for token in range(mask.shape[1]):
            near = slice(max(0, token - SIGHT), token + SIGHT + 1)
            out[:, token, 0] = values[:, near].sum(axis=1)
            out[:, token, 1] = mask[:, near].sum(axis=1)
        return [out]


def document(length: int) -> np.ndarray:
    """Return rows of features that differ everywhere."""
    return np.arange(length * 3, dtype=np.int32).reshape(length, 3) % 97


LENGTHS = [0, 1, WINDOW - 1, WINDOW, WINDOW + 1, 2 * WINDOW, 3 * WINDOW + 7, 1000, 5]


@pytest.mark.parametrize("length", LENGTHS)
def test_a_cut_does_not_show(length: int) -> None:
    """Windows answer as one long window would."""
    rows = document(length)
    (got,) = Tagger(Blur()).chances([rows])
    if not length:
        assert len(got) == 0
        return
    given = {"indices": rows[None], "mask": np.ones((1, length), dtype=np.float32)}
    assert (got == Blur().run(None, given)[0][0]).all()


def test_company_does_not_show() -> None:
    """Many at once answer as one by one, in their order."""
    documents = [document(length) for length in LENGTHS]
    together = Tagger(Blur()).chances(documents)
    for rows, got in zip(documents, together, strict=True):
        (alone,) = Tagger(Blur()).chances([rows])
        assert np.array_equal(got, alone)


def test_documents_of_like_length_share_a_batch() -> None:
    """So that little is padding."""
    graph = Blur()
    Tagger(graph).chances([document(length) for length in (9, 200, 10, 11, 8, 12)])
    assert graph.shapes == [(6, 200)]
