"""From chances of tags to claims: which tokens, where a claim begins and ends, what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from harborward.text.passage import Passage

    Floats = NDArray[np.float32]

#: Tag 0 is outside; class *c* begins at tag ``1 + 2c`` and goes on at ``2 + 2c``.
CLASSES: Final = tuple(Label)
#: The score of a claim whose chance lies exactly at its threshold.
_AT_THRESHOLD: Final = 0.5
_HIGHEST: Final = 0.99


def claims(
    passage: Passage, chances: Floats, thresholds: Mapping[Label, float], detector: str
) -> list[Finding]:
    """Return the claims of a passage from ``chances`` (tokens, tags).

    A token belongs to the class whose chance, beginning and going on taken together,
    exceeds its threshold by most. A claim goes on only in its own class, and ends where
    the model sees a new beginning.
    """
    limits = np.array([thresholds[label] for label in CLASSES], dtype=np.float32)
    begins, goes_on = chances[:, 1::2], chances[:, 2::2]
    sums = begins + goes_on
    over = sums / limits
    best = over.argmax(axis=1)
    found: list[Finding] = []
    first = last = kind = -1
    for index in np.flatnonzero(over.max(axis=1) >= 1.0).tolist():
        this = int(best[index])
        new = this != kind or index != last + 1 or begins[index, this] > goes_on[index, this]
        if new and kind >= 0:
            found.append(_claim(passage, first, last, kind, sums, limits, detector))
        if new:
            first, kind = index, this
        last = index
    if kind >= 0:
        found.append(_claim(passage, first, last, kind, sums, limits, detector))
    return found


def _claim(
    passage: Passage, first: int, last: int, kind: int, sums: Floats, limits: Floats, detector: str
) -> Finding:
    """Return the claim on tokens ``first`` to ``last``; its score is its surest token's."""
    chance, limit = float(sums[first : last + 1, kind].max()), float(limits[kind])
    above = (min(chance, 1.0) - limit) / max(1.0 - limit, 1e-6)
    score = _AT_THRESHOLD + (_HIGHEST - _AT_THRESHOLD) * max(0.0, above)
    span = Span(passage.starts[first], passage.ends[last])
    return Finding(span, CLASSES[kind], round(score, 3), detector, ("model",))
