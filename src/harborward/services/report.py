"""What a run did, in numbers and codes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from harborward.services.outcomes import Outcome, Reason, Status

if TYPE_CHECKING:
    from harborward.services.manifest import Entry

#: Problems told one by one at the end; the manifest has all of them.
MAX_PROBLEMS: Final = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """Why one unit was withheld, for a person: a number, a code and our own words."""

    unit: int
    reason: Reason
    message: str


@dataclass(slots=True)
class Report:
    """What became of the inputs of a run, units finished in earlier runs included."""

    inputs: int = 0
    skipped: int = 0
    statuses: Counter[Status] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    records_in: int = 0
    records_out: int = 0
    source_bytes: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def released(self) -> int:
        """Units whose output was written."""
        return self.statuses[Status.RELEASED]

    @property
    def withheld(self) -> bool:
        """Whether any unit or record was withheld."""
        return self.released < self.inputs or self.records_out < self.records_in

    def add(self, entry: Entry) -> None:
        """Count one unit."""
        self.inputs += 1
        self.statuses[entry.status] += 1
        self.counts.update(entry.counts)
        self.records_in += entry.records_in
        self.records_out += entry.records_out
        self.source_bytes += entry.source_bytes

    def resume(self, entry: Entry) -> None:
        """Count one unit that an earlier run finished."""
        self.add(entry)
        self.skipped += 1
        if entry.reason and len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(entry.unit, Reason(entry.reason), ""))

    def tell(self, unit: int, outcome: Outcome) -> None:
        """Remember why a unit was withheld, while there is room."""
        if outcome.reason and len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(unit, outcome.reason, outcome.message))

    def summary(self) -> dict[str, Any]:
        """Return the report as plain numbers, for a file."""
        return {
            "inputs": self.inputs,
            "released": self.released,
            "quarantined": self.statuses[Status.QUARANTINED],
            "failed": self.statuses[Status.FAILED],
            "skipped": self.skipped,
            "records_in": self.records_in,
            "records_out": self.records_out,
            "source_bytes": self.source_bytes,
            "counts": dict(sorted(self.counts.items())),
        }
