"""The report of a run adds up."""

from __future__ import annotations

from dataclasses import replace

from harborward.services import report as module
from harborward.services.manifest import Entry
from harborward.services.outcomes import Reason, Status
from harborward.services.report import Problem, Report

ENTRY = Entry(
    unit=1,
    key="k",
    copy=1,
    source_digest="s",
    source_bytes=10,
    status=Status.RELEASED,
    reason=None,
    output="a.txt",
    output_digest="o",
    records_in=2,
    records_out=2,
    counts={"NAME": 3},
)


def test_a_clean_run_withholds_nothing() -> None:
    """Every input and every record is out."""
    report = Report()
    report.add(ENTRY)
    assert not report.withheld
    assert report.summary()["counts"] == {"NAME": 3}


def test_a_withheld_record_or_unit_shows() -> None:
    """Either makes the exit code 3."""
    for entry in (
        replace(ENTRY, records_out=1),
        replace(ENTRY, status=Status.FAILED, reason="too-large"),
    ):
        report = Report()
        report.add(entry)
        assert report.withheld


def test_units_of_an_earlier_run_count_and_tell_why(monkeypatch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Up to a bound; the manifest has all."""
    monkeypatch.setattr(module, "MAX_PROBLEMS", 1)
    report = Report()
    bad = replace(ENTRY, status=Status.QUARANTINED, reason="residual")
    for unit in (4, 5):
        report.resume(replace(bad, unit=unit))
    assert (report.skipped, report.inputs) == (2, 2)
    assert report.problems == [Problem(4, Reason.RESIDUAL, "")]
