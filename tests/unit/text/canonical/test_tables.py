"""The tables of look-alikes."""

from __future__ import annotations

from harborward.text.canonical.tables import LOOKALIKES, MARKS


def test_marks_lead_to_ascii_or_stay() -> None:
    """A table entry is final: what it leads to leads nowhere else."""
    assert all(MARKS.get(new, new) == new for new in MARKS.values())


def test_lookalikes_are_foreign_letters_read_as_latin_ones() -> None:
    """Each key is a letter outside ASCII, each value one inside."""
    assert all(key.isalpha() and not key.isascii() for key in LOOKALIKES)
    assert all(new.isalpha() and new.isascii() for new in LOOKALIKES.values())
