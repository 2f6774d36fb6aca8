"""How a unit of work ended, in closed words: nothing here can hold a text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from harborward.domain.errors import (
    CrosswalkError,
    DetectorError,
    HarborwardError,
    MissingFieldError,
    ResidualError,
    TooLargeError,
    UndecodableError,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from harborward.domain.span import Finding

#: Rejected records listed one by one in the manifest; beyond it they are only counted.
MAX_LISTED: Final = 10_000


class Status(StrEnum):
    """What became of a unit."""

    RELEASED = "released"  # its output is in the output folder
    QUARANTINED = "quarantined"  # it was read, and its output was withheld
    FAILED = "failed"  # it could not be read; withheld likewise


class Reason(StrEnum):
    """Why a unit or a record was withheld."""

    UNDECODABLE = "undecodable"
    TOO_LARGE = "too-large"
    MISSING_FIELD = "missing-field"
    UNSUPPORTED = "unsupported-format"
    UNREADABLE = "unreadable"
    RESIDUAL = "residual"
    DETECTOR = "detector"
    CROSSWALK = "crosswalk"
    ALL_RECORDS = "all-records"
    INTERNAL = "internal"


_REASONS: Final[dict[type[HarborwardError], Reason]] = {
    UndecodableError: Reason.UNDECODABLE,
    TooLargeError: Reason.TOO_LARGE,
    MissingFieldError: Reason.MISSING_FIELD,
    ResidualError: Reason.RESIDUAL,
    DetectorError: Reason.DETECTOR,
    CrosswalkError: Reason.CROSSWALK,
}
#: Errors that withhold one document or record while the others go on.
WITHHOLDING: Final = tuple(_REASONS)
#: Reasons that may have passed by the next run, so that the unit is tried again.
PASSING: Final = frozenset({Reason.UNREADABLE, Reason.INTERNAL})
_UNREAD: Final = frozenset(
    {
        Reason.UNDECODABLE,
        Reason.TOO_LARGE,
        Reason.MISSING_FIELD,
        Reason.UNSUPPORTED,
        Reason.UNREADABLE,
    }
)


def reason_of(error: HarborwardError) -> Reason:
    """Return the code of an error among ``WITHHOLDING``."""
    return next(reason for kind, reason in _REASONS.items() if isinstance(error, kind))


def status_of(reason: Reason | None) -> Status:
    """Return what a reason makes of a unit: no reason, no withholding."""
    if reason is None:
        return Status.RELEASED
    return Status.FAILED if reason in _UNREAD else Status.QUARANTINED


@dataclass(slots=True)
class Tally:
    """Counts of one unit while it runs."""

    records_in: int = 0
    records_out: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    rejected: list[tuple[int, Reason]] = field(default_factory=list)

    def release(self, findings: Iterable[Finding]) -> None:
        """Count one document or record that went out."""
        self.records_in += 1
        self.records_out += 1
        self.add(findings)

    def add(self, findings: Iterable[Finding]) -> None:
        """Count findings by label."""
        self.counts.update(finding.label.value for finding in findings)

    def reject(self, line: int, reason: Reason) -> None:
        """Count one record that was withheld; remember its line while there is room."""
        self.records_in += 1
        if len(self.rejected) < MAX_LISTED:
            self.rejected.append((line, reason))

    @property
    def quarantined(self) -> int:
        """How many records were withheld."""
        return self.records_in - self.records_out


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a worker hands back for one unit. It crosses the process border: no text."""

    source_digest: str
    source_bytes: int
    reason: Reason | None
    #: For the person at the terminal; from our own errors, which quote no data.
    message: str
    #: Temporary file that holds the output, and its digest, where there is one.
    part: str | None
    output_digest: str | None
    records_in: int
    records_out: int
    counts: tuple[tuple[str, int], ...]
    rejected: tuple[tuple[int, Reason], ...]
    #: Which parts of the relative path may be shown (folders, then the stem).
    nameable: tuple[bool, ...]
    seconds: float

    @property
    def status(self) -> Status:
        """What became of the unit."""
        return status_of(self.reason)
