"""The log takes closed words and numbers, and refuses everything else."""

from __future__ import annotations

import io
import json

import pytest

from harborward.services.outcomes import Status
from harborward.telemetry import Event, Telemetry, TelemetryError

DIGEST = "0f" * 32


def test_an_event_is_one_json_line() -> None:
    """Numbers, enums and digests are written as they are."""
    stream = io.StringIO()
    log = Telemetry(stream, lambda: 12.3456)
    log.emit(Event.UNIT_ENDED, unit=3, status=Status.RELEASED, seconds=0.5, digest=DIGEST)
    assert json.loads(stream.getvalue()) == {
        "time": 12.346,
        "event": "unit.ended",
        "unit": 3,
        "status": "released",
        "seconds": 0.5,
        "digest": DIGEST,
    }
    assert stream.getvalue().count("\n") == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "Quillfeather"},
        {"status": "Quillfeather"},
        {"digest": "Quillfeather"},
        {"unit": "Quillfeather"},
        {"unit": True},
        {"seconds": "Quillfeather"},
    ],
)
def test_what_is_not_on_the_list_is_refused_even_when_off(fields: dict[str, object]) -> None:
    """A test without a log finds the mistake too."""
    with pytest.raises(TelemetryError) as caught:
        Telemetry(None, lambda: 0.0).emit(Event.UNIT_ENDED, **fields)  # type: ignore[arg-type]
    assert "Quillfeather" not in str(caught.value)


def test_nothing_is_written_without_a_stream() -> None:
    """Off is silent."""
    Telemetry(None, lambda: 0.0).emit(Event.RUN_ENDED, units=1)
