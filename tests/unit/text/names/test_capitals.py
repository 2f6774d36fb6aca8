"""Names that capitals mark, where capitals say something."""

from __future__ import annotations

from functools import cache

import pytest

from harborward.text.lexicon import shipped
from harborward.text.names.capitals import CapitalisedNames
from harborward.text.names.evidence import Titles
from worlds.lexicon import evidence, reading


@cache
def _capitals() -> CapitalisedNames:
    return CapitalisedNames(evidence(), Titles(shipped()))


def _claims(text: str) -> list[tuple[str, float, str]]:
    """Return what is found in ``text``, how surely, and why."""
    read = reading(text)
    passage = read.passage
    return [
        (text[passage.starts[run.first] : passage.ends[run.last - 1]], score, cue)
        for run, score, cue in _capitals().find(read)
    ]


def _found(text: str) -> list[str]:
    return [surface for surface, _, _ in _claims(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("We saw Hannah Reed today.", ["Hannah Reed"], id="two"),
        pytest.param(
            "We saw Hannah Reed and Nadia Okafor today.", ["Hannah Reed", "Nadia Okafor"], id="and"
        ),
        pytest.param(
            "We saw Hannah van der Zorva today.", ["Hannah van der Zorva"], id="particles"
        ),
        pytest.param("We saw Hannah van der today.", ["Hannah"], id="particles-and-no-name"),
        pytest.param("We saw Hannah van", ["Hannah"], id="particle-at-the-end"),
        pytest.param("We saw Hannah B. Reed today.", ["Hannah B. Reed"], id="initial"),
        pytest.param("We saw Hannah Reed Jr. today.", ["Hannah Reed Jr"], id="suffix"),
        pytest.param("We saw Hannah OKAFOR today.", ["Hannah OKAFOR"], id="surname-in-capitals"),
        pytest.param("We saw April Showalter today.", ["April Showalter"], id="month"),
        pytest.param("We saw Prudence Hensley today.", ["Prudence Hensley"], id="wordlike-given"),
        pytest.param("We saw Jolie Swimmer today.", ["Jolie Swimmer"], id="wordlike-surname"),
        pytest.param("We saw Hannah do Reed today.", ["Hannah do Reed"], id="particle-and-word"),
        pytest.param("We saw Zorva Van today.", ["Zorva"], id="particle-last"),
        pytest.param("We saw La Table today.", [], id="particle-and-a-plain-word"),
        pytest.param("We saw Table van Zorva today.", ["Zorva"], id="plain-word-and-particle"),
        pytest.param(
            "We saw Hannah van, Zorva left.", ["Hannah", "Zorva"], id="particle-and-comma"
        ),
        pytest.param("We saw Hannah okafor Nadia.", ["Hannah", "Nadia"], id="small-word-between"),
        pytest.param("WE SAW HANNAH OKAFOR TODAY", [], id="capitals"),
        pytest.param("We saw Table", [], id="plain-word-at-the-end"),
        pytest.param("We saw J. K. today.", [], id="initials-alone"),
        pytest.param("Mail Hannah@example.org today.", [], id="mail-address"),
        pytest.param("", [], id="empty"),
    ],
)
def test_runs_of_capitals(text: str, found: list[str]) -> None:
    """Capitalised words side by side, with particles between, make one name."""
    assert _found(text) == found


@pytest.mark.parametrize(
    "cut",
    [
        pytest.param("Mother", id="kin"),
        pytest.param("Nurse", id="role-and-surname"),
        pytest.param("RN", id="credential"),
        pytest.param("Dr.", id="honorific"),
        pytest.param("Doctor", id="honorific-and-surname"),
        pytest.param("Clinic", id="plain-word"),
        pytest.param("ZORVA", id="capitals"),
        pytest.param("REED", id="wordlike-in-capitals"),
    ],
)
def test_words_that_no_name_holds_cut_a_run(cut: str) -> None:
    """Roles, titles, plain words and abbreviations part two names."""
    assert _found(f"We saw Hannah {cut} Nadia today.") == ["Hannah", "Nadia"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("She is in bed 12B Ocampo today.", ["Ocampo"], id="letter-of-a-bed"),
        pytest.param("We saw Hannah Reed A week ago.", ["Hannah Reed"], id="article"),
        pytest.param("We saw Hannah A week ago.", ["Hannah"], id="article-behind-one"),
        pytest.param("We saw Hannah Reed A. today.", ["Hannah Reed A"], id="period"),
        pytest.param("We saw Hannah Reed A, today.", ["Hannah Reed A"], id="comma"),
        pytest.param("then we saw Hannah Reed A", ["Hannah Reed A"], id="end"),
        pytest.param("A. Hannah Reed is here today.", ["A. Hannah Reed"], id="first-of-all"),
    ],
)
def test_a_letter_at_the_rim(text: str, found: list[str]) -> None:
    """An initial belongs to the name, the letter of a bed and an article do not."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param("We saw Sage, 3, today.", [("Sage", 0.65, "name-age")], id="wordlike"),
        pytest.param(
            "We saw Hannah Reed, 60, today.", [("Hannah Reed", 0.65, "name-age")], id="full-name"
        ),
        pytest.param(
            "We saw Hannah Summer, 60, today.", [("Hannah Summer", 0.85, "full-name")], id="plain"
        ),
        pytest.param("We saw Nadia, 60, today.", [("Nadia", 0.65, "name-age")], id="given-name"),
        pytest.param("We saw Okafor, 60, today.", [("Okafor", 0.65, "name-age")], id="surname"),
        pytest.param("We saw Prudence, 60, now.", [("Prudence", 0.65, "name-age")], id="seldom"),
        pytest.param("We saw Zorva, 60, today.", [("Zorva", 0.5, "unknown-word")], id="unlisted"),
        pytest.param("We saw Table, 3, today.", [], id="word"),
    ],
)
def test_before_an_age(text: str, claims: list[tuple[str, float, str]]) -> None:
    """An age speaks for the name before it, if all its parts may be names."""
    assert _claims(text) == claims


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Garcia-Lopez, Zorvi B\nleft", ["Garcia-Lopez, Zorvi B"], id="cell"),
        pytest.param("Reed, Nadia left today.", ["Reed, Nadia"], id="opens-its-line"),
        pytest.param("We saw Okafor, not L, today.", [], id="small-word-between"),
    ],
)
def test_family_name_first(text: str, found: list[str]) -> None:
    """A family name before a comma takes the given names behind it along."""
    assert [surface for surface, _, cue in _claims(text) if cue == "last-first"] == found


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param("We saw Hannah Zorva today.", [0.85], id="given-and-unlisted"),
        pytest.param("We saw Zorva Hannah today.", [0.7], id="unlisted-first"),
        pytest.param("Zorva Hannah", [0.5], id="unlisted-first-in-a-heading"),
        pytest.param("We saw Rose Reed today.", [0.65], id="two-words-that-are-names"),
        pytest.param("Rose Reed", [0.5], id="the-same-in-a-heading"),
        pytest.param("We saw Kelly Foley today.", [0.85], id="name-and-eponym"),
        pytest.param("We saw Rose Foley today.", [0.85], id="word-and-eponym"),
        pytest.param("We saw Hannah Nadia today.", [0.7], id="two-given-names"),
        pytest.param("We saw Foley Hill today.", [], id="hardly-given"),
        pytest.param("We saw Rose Jade today.", [], id="hardly-a-surname"),
        pytest.param("We saw ZorClose Reed today.", [], id="product"),
        pytest.param("We saw Hannah McZorva today.", [0.85], id="inner-capital-of-a-name"),
    ],
)
def test_a_full_name(text: str, claims: list[float]) -> None:
    """A given name with a surname; less surely where one of them is a word or unlisted."""
    assert [score for _, score, cue in _claims(text) if cue == "full-name"] == claims


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("We saw Zorva Zorvan today.", [("Zorva Zorvan", 0.6)], id="inside"),
        pytest.param("We saw Foley Zorva today.", [("Foley Zorva", 0.6)], id="with-an-eponym"),
        pytest.param("Zorva Zorvan", [("Zorva Zorvan", 0.55)], id="alone-on-its-line"),
        pytest.param("Zorva Zorvan said so today.", [("Zorva Zorvan", 0.55)], id="acts"),
        pytest.param("Zorva Zorvan, again and again.", [], id="opens-and-does-nothing"),
        pytest.param("Zorva Zorvan Zorvo said so today.", [], id="three-that-act"),
        pytest.param("Zorva B. Zorvan again today.", [("Zorva B. Zorvan", 0.55)], id="initial"),
        pytest.param("Zorva Rose again and again.", [("Zorva Rose", 0.55)], id="known-surname"),
        pytest.param("Pearl Zorvan again today.", [("Pearl Zorvan", 0.55)], id="known-given-name"),
        pytest.param("Hill Zorva Peña Zorvan\nHall", [], id="neither-end-tells-in-a-heading"),
    ],
)
def test_words_in_no_list(text: str, found: list[tuple[str, float]]) -> None:
    """Two words in no list are a name inside a sentence, or where they do what people do."""
    assert [(s, score) for s, score, cue in _claims(text) if cue == "unknown-words"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("We saw J. Okafor today.", [("J. Okafor", 0.75)], id="surname"),
        pytest.param("We saw J Okafor today.", [("J Okafor", 0.75)], id="no-period"),
        pytest.param("We saw J. Rose today.", [("J. Rose", 0.75)], id="wordlike-surname"),
        pytest.param("We saw J. Jade today.", [], id="hardly-a-surname"),
        pytest.param("We saw J. Zorva today.", [("J. Zorva", 0.55)], id="unlisted"),
        pytest.param("We saw J Zorva today.", [], id="unlisted-and-no-period"),
        pytest.param("We saw J. ZorClose today.", [], id="product"),
        pytest.param("We saw J. ZORVA today.", [], id="abbreviation"),
        pytest.param("We saw x-J. Okafor today.", [], id="behind-a-hyphen"),
    ],
)
def test_an_initial_and_a_surname(text: str, found: list[tuple[str, float]]) -> None:
    """An initial makes a name of the word behind it, if that is no plain word."""
    assert [(s, score) for s, score, cue in _claims(text) if cue == "initials"] == found


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param("We saw Hannah Jr. today.", [("Hannah Jr", 0.75, "suffix")], id="suffix"),
        pytest.param("We saw Clinic Jr. today.", [], id="suffix-behind-a-plain-word"),
        pytest.param("We saw Hannah today.", [("Hannah", 0.65, "name")], id="name"),
        pytest.param("We saw De Hannah today.", [("De Hannah", 0.65, "name")], id="particle"),
        pytest.param("We saw Sage today.", [], id="word"),
    ],
)
def test_one_word(text: str, claims: list[tuple[str, float, str]]) -> None:
    """One word is a name by its suffix, or by where it stands."""
    assert _claims(text) == claims
