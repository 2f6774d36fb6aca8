"""What record formats have in common: bounded lines, records, rejected records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from harborward.domain.errors import InputError
    from harborward.domain.phi import Phi


class ByteSource(Protocol):
    """What a reader needs of a stream."""

    def read(self, size: int = -1, /) -> bytes:
        """Return up to ``size`` bytes, or the rest."""
        ...

    def readline(self, size: int = -1, /) -> bytes:
        """Return one line, or its first ``size`` bytes."""
        ...


class ByteSink(Protocol):
    """What a writer needs of a stream."""

    def write(self, data: bytes, /) -> int:
        """Write all of ``data``."""
        ...


@dataclass(frozen=True, slots=True)
class Fields:
    """Which fields of a record matter. What is not named here is not written."""

    #: Fields that hold text to transform; at least one.
    text: tuple[str, ...]
    #: Fields that pass through unchanged, because the caller vouches for them.
    keep: tuple[str, ...] = ()
    #: Field that tells persons apart, for date shifts; read, never written.
    person: str = ""

    def __post_init__(self) -> None:
        """Refuse no text field, and a field that is both text and kept."""
        if not self.text:
            msg = "a record has at least one text field"
            raise ValueError(msg)
        if set(self.text) & set(self.keep):
            msg = "a field is either text or kept, not both"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its number from 1, its first line, and the fields that matter.

    ``texts`` holds None where the source says null. ``kept`` holds each value as it is
    written in the format (JSON source, or a CSV cell).
    """

    number: int
    line: int
    texts: Mapping[str, Phi | None]
    kept: Mapping[str, Phi]
    person: Phi | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that cannot be read: where it stands and why, never what it says."""

    number: int
    line: int
    error: InputError


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file with its end; ``raw`` is None where it was beyond the bound."""

    number: int
    offset: int
    raw: bytes | None


def lines(stream: ByteSource, limit: int) -> Iterator[Line]:
    r"""Yield the lines of ``stream``, split at ``\n``, holding ``limit`` bytes at most."""
    number, offset = 0, 0
    while True:
        raw = stream.readline(limit + 1)
        if not raw:
            return
        number += 1
        if len(raw) <= limit:
            yield Line(number, offset, raw)
            offset += len(raw)
            continue
        start, offset = offset, offset + len(raw)
        while not raw.endswith(b"\n"):
            raw = stream.readline(limit + 1)
            if not raw:
                break
            offset += len(raw)
        yield Line(number, start, None)
