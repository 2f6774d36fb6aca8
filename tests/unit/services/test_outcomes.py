"""Every withholding error has a code, and every code a status."""

from __future__ import annotations

import pytest

from harborward.domain.errors import DetectorError, MissingFieldError, ResidualError
from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.services import outcomes
from harborward.services.outcomes import WITHHOLDING, Reason, Status, Tally, reason_of, status_of


@pytest.mark.parametrize("kind", WITHHOLDING)
def test_each_error_has_a_reason(kind: type[Exception]) -> None:
    """No error that withholds goes without a code."""
    assert isinstance(reason_of(kind("x")), Reason)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reason", "status"),
    [
        (None, Status.RELEASED),
        (reason_of(ResidualError("")), Status.QUARANTINED),
        (reason_of(DetectorError("")), Status.QUARANTINED),
        (reason_of(MissingFieldError("")), Status.FAILED),
        (Reason.UNSUPPORTED, Status.FAILED),
        (Reason.INTERNAL, Status.QUARANTINED),
    ],
)
def test_a_reason_makes_a_status(reason: Reason | None, status: Status) -> None:
    """What could not be read failed; what was read and withheld is in quarantine."""
    assert status_of(reason) is status


def test_a_tally_counts_what_went_in_and_out() -> None:
    """In = out + withheld."""
    tally = Tally()
    tally.release([Finding(Span(0, 1), Label.NAME, 1.0, "x.v1")])
    tally.reject(7, Reason.RESIDUAL)
    assert (tally.records_in, tally.records_out) == (2, 1)
    assert tally.rejected == [(7, Reason.RESIDUAL)]
    assert tally.counts == {"NAME": 1}


def test_rejections_are_listed_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest are only counted, so a manifest line stays a line."""
    monkeypatch.setattr(outcomes, "MAX_LISTED", 2)
    tally = Tally()
    for line in range(5):
        tally.reject(line, Reason.RESIDUAL)
    assert (len(tally.rejected), tally.records_in) == (2, 5)
