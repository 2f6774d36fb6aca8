"""Bytes that an escape spells one by one, put back together into characters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How many bytes a UTF-8 character has, by the four high bits of its first (RFC 3629).
_LENGTHS: Final = (1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 2, 2, 3, 4)
_HIGH_NIBBLE: Final = 4


class Piece(NamedTuple):
    """Bytes ``[start, end)`` are the character ``text``."""

    start: int
    end: int
    text: str


def characters(data: bytes, *, legacy: bool) -> Iterator[Piece]:
    """Yield the characters of ``data`` in order, and pass over bytes that are none.

    The bytes are read as UTF-8. Where they are not, ``legacy`` reads one byte as
    Windows-1252, the usual encoding of old exports; without it the byte is passed over.
    """
    position = 0
    while position < len(data):
        length = _LENGTHS[data[position] >> _HIGH_NIBBLE]
        text = _decode(data[position : position + length], "utf-8") if length else ""
        if not text:
            length = 1
            text = _decode(data[position : position + 1], "cp1252") if legacy else ""
        if text:
            yield Piece(position, position + length, text)
        position += length


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""
