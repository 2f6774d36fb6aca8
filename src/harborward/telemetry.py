"""The only logger: named events with allow-listed fields, never free text.

An event is one JSON line. A field is a number, a claim, a member of a closed
vocabulary or a digest; there is no field that could carry a word of a document, and
a value of any other shape is refused rather than written.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final, final

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO


class Event(StrEnum):
    """What happened, as ``subject.verb``."""

    RUN_STARTED = "run.started"
    RUN_ENDED = "run.ended"
    UNIT_ENDED = "unit.ended"
    UNIT_SKIPPED = "unit.skipped"
    RECORD_REJECTED = "record.rejected"
    CHUNK_ENDED = "chunk.ended"
    COMMAND_FAILED = "command.failed"


#: Every field that may be logged, and what it may be.
FIELDS: Final = {
    "unit": int,
    "record": int,
    "line": int,
    "units": int,
    "records": int,
    "findings": int,
    "released": int,
    "quarantined": int,
    "failed": int,
    "skipped": int,
    "workers": int,
    "size": int,
    "seconds": float,
    "status": StrEnum,
    "reason": StrEnum,
    "tier": StrEnum,
    "format": StrEnum,
    "digest": str,
    "exit": int,
}
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")

Field = int | float | bool | StrEnum | str


class TelemetryError(TypeError):
    """A field outside the allow-list: a mistake of the program, found by its tests."""


@final
class Telemetry:
    """Writes events to one stream, or drops them where there is none."""

    __slots__ = ("_clock", "_stream")

    def __init__(self, stream: TextIO | None, clock: Callable[[], float]) -> None:
        """Write to ``stream``; ``clock`` gives seconds since the epoch."""
        self._stream = stream
        self._clock = clock

    def emit(self, event: Event, **named: Field) -> None:
        """Write one event.

        Raises:
            TelemetryError: a field is not on the list, or its value has another shape.
        """
        for name, value in named.items():
            _check(name, value)
        if self._stream is None:
            return
        line = {"time": round(self._clock(), 3), "event": event.value, **named}
        self._stream.write(json.dumps(line, separators=(",", ":")) + "\n")
        self._stream.flush()


def _check(name: str, value: Field) -> None:
    shape = FIELDS.get(name)
    if shape is None:
        msg = "a telemetry field is not on the allow-list"
        raise TelemetryError(msg)
    fits = isinstance(value, shape)
    if shape is str:
        fits = isinstance(value, str) and _DIGEST.fullmatch(value) is not None
    if shape is int:
        fits = isinstance(value, int) and not isinstance(value, bool)
    if shape is float:
        fits = isinstance(value, int | float)
    if not fits:
        msg = f"telemetry field {name} has a value of the wrong shape"
        raise TelemetryError(msg)
