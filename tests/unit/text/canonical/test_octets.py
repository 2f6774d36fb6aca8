"""Bytes back to characters."""

from __future__ import annotations

import pytest

from harborward.text.canonical.octets import Piece, characters


@pytest.mark.parametrize(
    ("data", "legacy", "pieces"),
    [
        (b"a", False, [Piece(0, 1, "a")]),
        ("é€😀".encode(), False, [Piece(0, 2, "é"), Piece(2, 5, "€"), Piece(5, 9, "😀")]),
        (b"\xe9 ", False, [Piece(1, 2, " ")]),
        (b"\xe9 ", True, [Piece(0, 1, "é"), Piece(1, 2, " ")]),
        (b"\xa9\x81", True, [Piece(0, 1, "©")]),
        (b"\xc3", False, []),
    ],
)
def test_bytes_are_read_as_utf8_then_as_legacy(
    data: bytes, *, legacy: bool, pieces: list[Piece]
) -> None:
    """Valid UTF-8 first; other bytes as Windows-1252 where that is asked for."""
    assert list(characters(data, legacy=legacy)) == pieces
