"""The trained model as a detector, and as a second opinion on what others claim."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, final

import numpy as np

from harborward.text.model.decode import claims

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from harborward.domain.identifier import Label
    from harborward.domain.span import Finding, Span
    from harborward.text.model.features import Features
    from harborward.text.model.tagger import Tagger
    from harborward.text.passage import Passage


@final
class Opinion:
    """What the model makes of one passage."""

    def __init__(
        self, passage: Passage, claimed: list[Finding], outside: NDArray[np.float32]
    ) -> None:
        """Take the claims, and for each token the chance that it identifies nobody."""
        self.claims = claimed
        self._passage = passage
        self._outside = outside

    def chance(self, span: Span) -> float:
        """Return the chance that a token of the span identifies somebody, the highest."""
        first = self._passage.token_at(span.start)
        last = bisect_left(self._passage.starts, span.end)
        return 1.0 - float(self._outside[first:last].min()) if first < last else 1.0


@final
class ModelDetector:
    """Claims what the tagger is sure enough of."""

    name = "model.v1"

    def __init__(
        self, features: Features, tagger: Tagger, thresholds: Mapping[Label, float]
    ) -> None:
        """Take the parts; ``thresholds`` holds one for each label."""
        self._features = features
        self._tagger = tagger
        self._thresholds = thresholds

    def find(self, passage: Passage) -> list[Finding]:
        """Return the claims on one passage."""
        return self.read_many([passage])[0].claims

    def find_many(self, passages: Sequence[Passage]) -> list[list[Finding]]:
        """Return the claims on each passage, the same as one by one."""
        return [opinion.claims for opinion in self.read_many(passages)]

    def read_many(self, passages: Sequence[Passage]) -> list[Opinion]:
        """Return what the model makes of each passage, the same as one by one."""
        rows = [self._features.of(passage) for passage in passages]
        return [
            Opinion(
                passage,
                claims(passage, chances, self._thresholds, self.name),
                chances[:, 0] if len(chances) else np.ones(0, dtype=np.float32),
            )
            for passage, chances in zip(passages, self._tagger.chances(rows), strict=True)
        ]
