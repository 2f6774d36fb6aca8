"""What the figures must reach; the command fails where one does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tools.eval.heldout import recall
from tools.eval.sets import SHIPPED, STRUCTURED, SYNTH

from harborward.domain.identifier import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.eval.heldout import Slice
    from tools.eval.reports import Touched
    from tools.eval.sets import Measured

    from harborward.services.score import Score

STRUCTURED_RECALL: Final = 1.0
DATE_RECALL: Final = 0.99
NAME_RECALL: Final = 0.90
PRECISION: Final = 0.90
SYNTH_RECALL: Final = 0.85


#: The targets of the full tier on the held-back split.
FULL: Final = {
    "all spans": (tuple(Label), 0.98),
    "names": ((Label.NAME,), 0.98),
    "places": ((Label.LOCATION,), 0.95),
    "organisations": ((Label.ORG,), 0.95),
    "dates": ((Label.DATE,), 0.995),
    "ids": (tuple(label for label in Label if "D" <= label.identifier.letter <= "R"), 0.99),
}
FULL_CLEAN: Final = 0.85
FULL_PRECISION: Final = 0.92
#: How far a slice may fall behind, in shares.
BEHIND: Final = 0.03
UNSEEN_SYNTH: Final = 0.92
POSTED_NAMES: Final = 0.75
OVER_REDACTION: Final = 0.008


@dataclass(frozen=True, slots=True)
class Check:
    """One target with what was measured. What was not there to measure is not met."""

    what: str
    target: float
    value: float | None
    #: Whether less is better.
    most: bool = False

    @property
    def met(self) -> bool:
        """Whether the figure reaches the target."""
        if self.value is None:
            return False
        return self.value <= self.target if self.most else self.value >= self.target


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


def full_checks(
    full: Score, slices: Sequence[Slice], synth: Score, posts: Score, touched: Touched
) -> list[Check]:
    """Return the targets of the full tier."""
    found = [
        Check(f"{what}, held-back split", least, recall(full, labels))
        for what, (labels, least) in FULL.items()
    ]
    found += [
        Check("clean documents, held-back split", FULL_CLEAN, full.clean_documents.value),
        Check("precision, held-back split", FULL_PRECISION, full.precision.value),
    ]
    found += [Check(f"{one.name}", one.whole - BEHIND, one.recall) for one in slices]
    return [
        *found,
        Check("recall, presidio_synth of unseen templates", UNSEEN_SYNTH, synth.recall.value),
        Check("persons, wnut17 test", POSTED_NAMES, posts.recall.value),
        Check(
            "tokens touched, held-back reports", OVER_REDACTION, touched.shares["all"], most=True
        ),
    ]
