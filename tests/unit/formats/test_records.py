"""Lines are bounded, and fields say what is written."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harborward.formats.records import Fields, Line, lines


@given(st.binary(max_size=200), st.integers(1, 50))
def test_lines_within_the_bound_are_the_file(raw: bytes, limit: int) -> None:
    """Each line is the bytes at its offset, or is withheld when it is too long."""
    found = list(lines(io.BytesIO(raw), limit))
    whole = raw.splitlines(keepends=True) if b"\r" not in raw else None
    for line in found:
        if line.raw is not None:
            assert raw[line.offset : line.offset + len(line.raw)] == line.raw
            assert len(line.raw) <= limit
    assert [line.number for line in found] == list(range(1, len(found) + 1))
    if whole is not None and not set(raw) & set(b"\x0b\x0c\x1c\x1d\x1e\x85"):
        assert len(found) == len(whole)


def test_a_line_beyond_the_bound_is_skipped_whole() -> None:
    """The next line is read from its start."""
    found = list(lines(io.BytesIO(b"x" * 25 + b"\nok\n"), 10))
    assert found == [Line(1, 0, None), Line(2, 26, b"ok\n")]


def test_an_endless_last_line_ends() -> None:
    """A file may stop within a line that is too long."""
    assert list(lines(io.BytesIO(b"x" * 25), 10)) == [Line(1, 0, None)]


def test_no_text_field_is_refused() -> None:
    """Nothing to transform is a mistake, not a wish."""
    with pytest.raises(ValueError, match="at least one"):
        Fields(())


def test_a_field_cannot_be_both() -> None:
    """A kept field is written as it is, so it cannot be transformed."""
    with pytest.raises(ValueError, match="either"):
        Fields(("a",), ("a",))
