"""Names in the company of names: what stands beside a name that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from harborward.text.names.company import CompanyNames
from harborward.text.names.reading import Run
from worlds.lexicon import evidence, reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from harborward.text.names.reading import Reading


def _shown(read: Reading, claims: Iterable[tuple[Run, float, str]]) -> list[str]:
    passage = read.passage
    return [passage.text[passage.starts[r.first] : passage.ends[r.last - 1]] for r, _, _ in claims]


def _beside(text: str, name: str) -> list[str]:
    """Return what is found beside ``name``, which was accepted in ``text``."""
    read = reading(text)
    start = text.index(name)
    passage = read.passage
    run = Run(passage.token_at(start), passage.token_at(start + len(name) - 1) + 1)
    return _shown(read, CompanyNames(evidence()).find(read, [(run, 0.9, "honorific")]))


def _speakers(text: str) -> list[str]:
    read = reading(text)
    return _shown(read, CompanyNames(evidence()).speakers(read))


def _signed(text: str) -> list[str]:
    read = reading(text)
    return _shown(read, CompanyNames(evidence()).signed(read))


def _cells(text: str) -> list[str]:
    read = reading(text)
    return _shown(read, CompanyNames(evidence()).cells(read))


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        pytest.param("Ms. Major-Dunne came.", "Dunne", ["Major-Dunne"], id="before"),
        pytest.param("Dr. Kim Young-hee came.", "Kim Young", ["Kim Young-hee"], id="small-half"),
        pytest.param(
            "Ana Garcia-Lopez-Ruiz came.", "Garcia", ["Garcia-Lopez-Ruiz"], id="two-hyphens"
        ),
        pytest.param(
            "Then Dr. Okonk-\nwo came too.", "Okonk", ["Okonk-\nwo"], id="broken-at-a-margin"
        ),
        pytest.param("Dr. Delgado-okafor came.", "Delgado", ["Delgado-okafor"], id="small-surname"),
        pytest.param("DR. DELGADO-OKAFOR CAME TODAY", "DELGADO", ["DELGADO-OKAFOR"], id="capitals"),
        pytest.param("DR. DELGADO-TYPE RASH TODAY", "DELGADO", [], id="capitals-word"),
        pytest.param("Dr. Delgado-like rash.", "Delgado", [], id="short-word"),
        pytest.param("Dr. Delgado-related rash.", "Delgado", [], id="long-word"),
        pytest.param("Dr. Delgado-3 came.", "Delgado", [], id="number"),
        pytest.param("Dr. Delgado-", "Delgado", [], id="end"),
        pytest.param("Delgado", "Delgado", [], id="alone"),
    ],
)
def test_a_hyphen_joins_a_name(text: str, name: str, found: list[str]) -> None:
    """The other half of a double name belongs to it; a word behind a hyphen does not."""
    assert _beside(text, name) == found


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        pytest.param("Seen by Hannah, Rose and Reed.", "Hannah", ["Rose", "Reed"], id="behind"),
        pytest.param(
            "He saw Reed, Rose, and Hannah.", "Hannah", ["Rose", "Reed"], id="oxford-comma"
        ),
        pytest.param("He saw Reed, Rose and Hannah.", "Hannah", ["Rose", "Reed"], id="before"),
        pytest.param("He saw Hannah / Reed here.", "Hannah", ["Reed"], id="slash-behind"),
        pytest.param("He saw Reed / Hannah here.", "Hannah", ["Reed"], id="slash-before"),
        pytest.param("He saw Reed or Hannah.", "Hannah", ["Reed"], id="or"),
        pytest.param("He saw Rose Reed, Hannah.", "Hannah", ["Rose Reed"], id="full-name-before"),
        pytest.param("He saw Hannah, Rose Reed.", "Hannah", ["Rose Reed"], id="full-name-behind"),
        pytest.param("He saw Hannah, Tuesday.", "Hannah", [], id="calendar-behind"),
        pytest.param("Tuesday, Hannah came.", "Hannah", [], id="calendar-before"),
        pytest.param("He saw Hannah and Aspirin.", "Hannah", [], id="drug-behind"),
        pytest.param("He saw Hannah, he said.", "Hannah", [], id="small-letters"),
        pytest.param("He saw Hannah Reed.", "Hannah", [], id="no-comma"),
        pytest.param("He saw Hannah and", "Hannah", [], id="ends-in-and"),
        pytest.param("He saw Hannah and, Reed", "Hannah", [], id="mark-behind-and"),
        pytest.param("And and Hannah came.", "Hannah", [], id="nothing-before-and"),
        pytest.param("and Hannah came.", "Hannah", [], id="and-first"),
        pytest.param("He saw Reed; and Hannah.", "Hannah", [], id="semicolon"),
        pytest.param("He saw Rose, Reed.", "Rose", [], id="word-is-no-anchor"),
        pytest.param("ASK HANNAH, REED AND ROSE", "HANNAH", [], id="capitals"),
    ],
)
def test_a_list_of_names(text: str, name: str, found: list[str]) -> None:
    """One certain name in a list speaks for the capitalised names around it."""
    assert _beside(text, name) == found


def test_a_list_is_bounded() -> None:
    """The walk along a list ends after eight names, on either side."""
    text = ", ".join([*["Reed"] * 12, "Hannah", *["Rose"] * 12])
    assert _beside(text, "Hannah") == ["Rose"] * 8 + ["Reed"] * 8


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param('Dr. Delgado "Bo" came.', ["Bo"], id="behind"),
        pytest.param('Dr. Delgado ("Bo") came.', ["Bo"], id="in-parentheses"),
        pytest.param("Dr. Delgado 'Bo' came.", ["Bo"], id="single-quotes"),
        pytest.param('"Bo" Delgado came.', ["Bo"], id="before"),
        pytest.param('Dr. Delgado "stat" came.', [], id="small-letters-behind"),
        pytest.param('The "stat" Delgado page.', [], id="small-letters-before"),
        pytest.param('Dr. Delgado "Bo, said he.', [], id="quote-stays-open"),
        pytest.param('Bo" Delgado came.', [], id="quote-never-opened"),
        pytest.param("Dr. Delgado's list.", [], id="possessive"),
    ],
)
def test_a_nickname_in_quotes(text: str, found: list[str]) -> None:
    """A capitalised word in quotes beside a name is its owner's nickname."""
    assert _beside(text, "Delgado") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("VIKRAM: hi\nDee: hello\nVIKRAM: ok", ["VIKRAM", "VIKRAM"], id="twice"),
        pytest.param("zorva 06:58: hi\nzorva 07:00: yes", ["zorva", "zorva"], id="unlisted-timed"),
        pytest.param(
            "[10:14] Marisela V.: hi\n[10:15] Marisela V.: ok",
            ["Marisela V", "Marisela V"],
            id="initial-with-period",
        ),
        pytest.param("> Dr. Okafor: hi\n> Dr. Okafor: ok", ["Okafor", "Okafor"], id="quoted"),
        pytest.param("VIKRAM: hi\nDee: hello", [], id="once"),
        pytest.param("zorva: hi\nzorva: yes", [], id="unlisted-untimed"),
        pytest.param("Plan: rest\nPlan: fluids", [], id="heading"),
        pytest.param("Nurse 06:58: hi\nNurse 07:00: yes", [], id="role"),
        pytest.param("Note 06:58: hi\nNote 07:00: yes", [], id="word-with-a-time"),
        pytest.param("", [], id="empty"),
    ],
)
def test_the_speakers_of_a_transcript(text: str, found: list[str]) -> None:
    """Who speaks twice, by name or beside a time, is named before the colon."""
    assert _speakers(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Note done. GW/tlk", ["GW/tlk"], id="dictator-and-typist"),
        pytest.param("Note done. ISH:lpt  \nEnd.", ["ISH:lpt"], id="at-the-end-of-a-line"),
        pytest.param("Done 1/2/2020/rwb", ["rwb"], id="behind-a-date"),
        pytest.param("Done.\nML/AV", ["ML/AV"], id="alone-in-a-line"),
        pytest.param("Doing well. - SF", ["SF"], id="behind-a-dash"),
        pytest.param("Note typed by qk.", ["qk"], id="typed-by"),
        pytest.param("(signed by QK)", ["QK"], id="signed-by-in-parentheses"),
        pytest.param("Note typed by qk", ["qk"], id="typed-by-at-the-end"),
        pytest.param("Note typed by the nurse.", [], id="word"),
        pytest.param("Note typed by mri.", [], id="abbreviation"),
        pytest.param("Note typed by qk there.", [], id="goes-on"),
        pytest.param("Note typed by (qk).", [], id="mark-between"),
        pytest.param("Note typed by", [], id="ends-in-the-cue"),
        pytest.param("Passed by qk.", [], id="no-signing"),
        pytest.param("by qk.", [], id="nothing-before"),
        pytest.param("Given b.i.d. and/or prn", [], id="and-or"),
        pytest.param("", [], id="empty"),
    ],
)
def test_initials_that_sign(text: str, found: list[str]) -> None:
    """Initials are found at the end of a line, and behind "typed by" where they end it."""
    assert _signed(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("| 0700 | Delgado | 3 |", ["Delgado"], id="surname"),
        pytest.param("| 0700 | Delgado J | 3 |", ["Delgado J"], id="surname-and-initial"),
        pytest.param("| 0700 | Delgado Rosa | 3 |", [], id="more-than-a-surname"),
        pytest.param("| 0700 | Pain | 3 |", [], id="word"),
        pytest.param("| 0700 | Zorva | 3 |", [], id="unlisted"),
        pytest.param("| 0700 | Delgado", [], id="cell-stays-open"),
        pytest.param("Delgado came.", [], id="no-table"),
    ],
)
def test_a_cell_with_a_surname(text: str, found: list[str]) -> None:
    """A table cell that holds a surname, and perhaps an initial, is a person."""
    assert _cells(text) == found
