"""What the figures must reach; the command fails where one does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tools.eval.sets import SHIPPED, STRUCTURED, SYNTH

from harborward.domain.identifier import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.eval.sets import Measured

STRUCTURED_RECALL: Final = 1.0
DATE_RECALL: Final = 0.99
NAME_RECALL: Final = 0.90
PRECISION: Final = 0.90
SYNTH_RECALL: Final = 0.85


@dataclass(frozen=True, slots=True)
class Check:
    """One target with what was measured. What was not there to measure is not met."""

    what: str
    least: float
    value: float | None

    @property
    def met(self) -> bool:
        """Whether the figure reaches the target."""
        return self.value is not None and self.value >= self.least


def checks(sets: Sequence[Measured]) -> list[Check]:
    """Return the targets of the sets that were measured."""
    return [check for one in sets for check in _checks(one)]


def _checks(one: Measured) -> Iterator[Check]:
    if one.gold.name == SHIPPED:
        recalls = [(label, one.recall(label)) for label in STRUCTURED]
        for label, recall in recalls:
            yield Check(f"{label.value} recall, shipped notes", STRUCTURED_RECALL, recall)
        yield Check("DATE recall, shipped notes", DATE_RECALL, one.recall(Label.DATE))
        yield Check("NAME recall, shipped notes", NAME_RECALL, one.recall(Label.NAME))
        yield Check("precision, shipped notes", PRECISION, one.score.precision.value)
    if one.gold.name == SYNTH:
        yield Check("recall, presidio_synth", SYNTH_RECALL, one.score.recall.value)
