"""Tables in prose: a known header labels the column below it."""

from __future__ import annotations

import pytest

from harborward.text.names.tables import cells

KNOWN = {("rn",), ("patient", "name")}


def _below(text: str) -> list[tuple[str, str]]:
    return [(" ".join(c.header), text[c.start : c.end]) for c in cells(text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Time | RN\n0700 | KD", [("time", "0700"), ("rn", "KD")], id="bars"),
        pytest.param("Time\tRN\n0700\tKD", [("time", "0700"), ("rn", "KD")], id="tabs"),
        pytest.param("| RN |\n|----|\n| KD |", [("rn", "KD")], id="framed-and-ruled"),
        pytest.param("  | RN | BP |\n  | KD | 9 |", [("rn", "KD"), ("bp", "9")], id="indented"),
        pytest.param("Night | | shift\nRN | BP\nKD | 9", [("rn", "KD"), ("bp", "9")], id="title"),
        pytest.param(
            "RN | BP\nKD | 9\nAB | 8",
            [("rn", "KD"), ("bp", "9"), ("rn", "AB"), ("bp", "8")],
            id="two-rows",
        ),
        pytest.param("RN | BP\nKD", [], id="a-line-without-a-bar-is-no-row"),
        pytest.param("RN | BP\nKD | 9 | 7", [("rn", "KD"), ("bp", "9")], id="more-cells"),
        pytest.param("RN | BP\nKD | ", [("rn", "KD")], id="empty-cell"),
        pytest.param("RN | --\nKD | 9", [("rn", "KD")], id="header-without-letters"),
        pytest.param(f"RN | BP\n{'KD ' * 30} | 9", [("bp", "9")], id="a-cell-too-long"),
        pytest.param(
            "Patient Name | BP\nRosa | 9", [("patient name", "Rosa"), ("bp", "9")], id="two-words"
        ),
        pytest.param("Time | BP\n0700 | 9", [], id="unknown-headers"),
        pytest.param("a | b\nc | d\ne | f\nRN | BP\nKD | 9", [], id="header-too-far-down"),
        pytest.param("RN | BP", [], id="header-alone"),
        pytest.param("RN | BP\n\nKD | 9", [], id="a-blank-line-ends-the-table"),
        pytest.param("RN: KD", [], id="no-table"),
        pytest.param("", [], id="empty"),
        pytest.param("|\n|\n|", [], id="bars-alone"),
    ],
)
def test_the_cells_below_a_header(text: str, found: list[tuple[str, str]]) -> None:
    """Cells are paired with their headers, without the blanks around them."""
    assert _below(text) == found


PLAIN = {("last",), ("first",), ("dob",)}


def _plain(text: str) -> list[tuple[str, str]]:
    return [(" ".join(c.header), text[c.start : c.end]) for c in cells(text, PLAIN)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "id,last,first\n4,Love,Ada",
            [("id", "4"), ("last", "Love"), ("first", "Ada")],
            id="commas",
        ),
        pytest.param(
            'id;last;first\n4;"Long; Jr";Ada',
            [("id", "4"), ("last", "Long; Jr"), ("first", "Ada")],
            id="quoted-field",
        ),
        pytest.param(
            'id,last,first\n4,"Love ""Lo""" ,Ada',
            [("id", "4"), ("last", 'Love ""Lo'), ("first", "Ada")],
            id="doubled-quotes",
        ),
        pytest.param(
            'id,last,first\n4,"Love,Ada',
            [("id", "4"), ("last", "Love"), ("first", "Ada")],
            id="quote-never-closed",
        ),
        pytest.param("id,last,first\n4,Love", [], id="another-number-of-fields"),
        pytest.param("id,last,note\n4,Love,x", [], id="one-known-header"),
        pytest.param("id,last,first\n\n4,Love,Ada", [], id="a-blank-line-ends-it"),
        pytest.param(
            "The last, I said, was well, and first\nDown, up, then left, right", [], id="prose"
        ),
        pytest.param(
            "LAST      FIRST    BP\nLove      Ada      120",
            [("last", "Love"), ("first", "Ada"), ("bp", "120")],
            id="aligned",
        ),
        pytest.param(
            "LAST      FIRST    BP\n          Ada      120",
            [("first", "Ada"), ("bp", "120")],
            id="aligned-with-a-gap",
        ),
        pytest.param(
            "LAST      FIRST    BP\nLove      Ada           120",
            [("last", "Love"), ("first", "Ada")],
            id="aligned-with-nothing-above",
        ),
        pytest.param(
            "LAST  FIRST  BP\nLove  Ada",
            [("last", "Love"), ("first", "Ada")],
            id="aligned-short-row",
        ),
        pytest.param(
            "| LAST   | FIRST  |\n| Love   | Ada    |",
            [("last", "Love"), ("first", "Ada")],
            id="padded-bars-are-read-once",
        ),
        pytest.param("LAST      FIRST: Ada    DOB\nLove      x", [], id="form"),
    ],
)
def test_tables_without_bars(text: str, found: list[tuple[str, str]]) -> None:
    """Exports and columns of blanks, with two known headers at least."""
    assert _plain(text) == found
