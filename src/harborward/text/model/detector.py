"""The trained model as a detector."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from harborward.text.model.decode import claims

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from harborward.domain.identifier import Label
    from harborward.domain.span import Finding
    from harborward.text.model.features import Features
    from harborward.text.model.tagger import Tagger
    from harborward.text.passage import Passage


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
        return self.find_many([passage])[0]

    def find_many(self, passages: Sequence[Passage]) -> list[list[Finding]]:
        """Return the claims on each passage, the same as one by one."""
        rows = [self._features.of(passage) for passage in passages]
        return [
            claims(passage, chances, self._thresholds, self.name)
            for passage, chances in zip(passages, self._tagger.chances(rows), strict=True)
        ]
