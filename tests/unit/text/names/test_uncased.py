"""Names where capitals say nothing: in small letters and in capitals."""

from __future__ import annotations

from functools import cache

import pytest

from harborward.text.names.uncased import UncasedNames
from worlds.lexicon import evidence, reading

#: Makes a text long enough to count as written in small letters.
SMALL = " this week for the cough that she has had for a month or more at home"


@cache
def _uncased() -> UncasedNames:
    return UncasedNames(evidence())


def _found(text: str, cue: str) -> list[str]:
    """Return what is found in ``text`` by ``cue``."""
    read = reading(text)
    passage = read.passage
    return [
        text[passage.starts[run.first] : passage.ends[run.last - 1]]
        for run, _, why in _uncased().find(read)
        if why == cue
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("seen with hannah reed", ["hannah reed"], id="wordlike-surname"),
        pytest.param("seen with hannah okafor", ["hannah okafor"], id="surname"),
        pytest.param("seen with hannah zorva", ["hannah zorva"], id="unlisted"),
        pytest.param("seen with hannah sage", ["hannah"], id="word-that-few-families-bear"),
        pytest.param("seen with marisela hill", [], id="given-name-too-seldom-for-a-word"),
        pytest.param("seen with hannah b okafor", ["hannah b okafor"], id="middle-initial"),
        pytest.param("seen with hannah b", ["hannah b"], id="initial-behind"),
        pytest.param("seen with hannah, reed", ["hannah"], id="comma"),
        pytest.param("seen with hannah clinic", ["hannah"], id="plain-word-behind"),
        pytest.param("seen with hannah", ["hannah"], id="usual-alone"),
        pytest.param("seen with marisela", [], id="seldom-alone"),
        pytest.param("seen with vikram okafor", [], id="too-seldom"),
        pytest.param("seen with rose delgado", ["rose delgado"], id="wordlike-given-name"),
        pytest.param("seen with rose okafor", [], id="surname-too-seldom"),
        pytest.param("seen with rose clinic", [], id="wordlike-and-plain"),
        pytest.param("seen with rose, delgado", [], id="wordlike-and-comma"),
        pytest.param("mail hannah@example.org", [], id="mail-address"),
    ],
)
def test_a_given_name_in_small_letters(text: str, found: list[str]) -> None:
    """A given name takes its surname along; alone it must be very usual."""
    assert _found(text + SMALL, "given-name") == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("juan carlos", "juan carlos", id="two-given-names"),
        pytest.param("juan carlos okafor", "juan carlos okafor", id="and-a-surname"),
        pytest.param("juan carlos clinic", "juan carlos", id="and-a-plain-word"),
        pytest.param("juan nadia carlos okafor", "juan nadia carlos okafor", id="three"),
        pytest.param("juan de la zorva", "juan de la zorva", id="particles"),
        pytest.param("juan carlos de la zorva", "juan carlos de la zorva", id="all-of-them"),
        pytest.param("juan de la zorva soto", "juan de la zorva soto", id="two-surnames"),
        pytest.param(
            "juan de la zorva de okafor", "juan de la zorva de okafor", id="particles-twice"
        ),
        pytest.param("juan de la zorva clinic", "juan de la zorva", id="plain-word-behind"),
        pytest.param("juan de la clinic", "juan", id="particles-and-a-plain-word"),
        pytest.param("juan de la, zorva", "juan", id="particles-and-a-comma"),
    ],
)
def test_a_spanish_name(name: str, found: str) -> None:
    """Several given names, particles and two surnames are one name."""
    assert _found(f"seen with {name}{SMALL}", "given-name") == [found]


@pytest.mark.parametrize(
    ("end", "found"),
    [
        pytest.param("hannah", "hannah", id="given-name"),
        pytest.param("hannah reed", "hannah reed", id="surname"),
        pytest.param("hannah de", "hannah", id="particle"),
        pytest.param("juan carlos", "juan carlos", id="two-given-names"),
        pytest.param("rose delgado", "rose delgado", id="wordlike"),
    ],
)
def test_a_name_at_the_end(end: str, found: str) -> None:
    """The end of the text ends a name like any other mark."""
    assert _found(f"was seen{SMALL} with {end}", "given-name") == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("SHE SAW HANNAH REED TODAY", ["HANNAH REED"], id="capitals"),
        pytest.param("We saw Hannah and left.", [], id="capital-is-not-its-affair"),
        pytest.param("We saw hannah reed for Ann.", ["hannah reed"], id="small-in-cased-text"),
        pytest.param("We saw hannah zorva for Ann.", [], id="unlisted-in-cased-text"),
        pytest.param("We saw hannah for Ann.", [], id="alone-in-cased-text"),
    ],
)
def test_other_cases(text: str, found: list[str]) -> None:
    """Capitals throughout are read like small letters; in cased text only small names are."""
    assert _found(text, "given-name") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("ZORVA,HANNAH J", ["ZORVA,HANNAH J"], id="line"),
        pytest.param("ZORVA, HANNAH", ["ZORVA, HANNAH"], id="blank-and-end"),
        pytest.param("NAME: ZORVA,HANNAH J AND", ["ZORVA,HANNAH J"], id="label"),
        pytest.param("NAME ZORVA,HANNAH J", [], id="inside-a-line"),
        pytest.param("OKAFOR,HANNAH NADIA CAME", ["OKAFOR,HANNAH NADIA"], id="two-given-names"),
        pytest.param("OKAFOR,HANNAH, LEFT", ["OKAFOR,HANNAH"], id="comma-behind"),
        pytest.param("CLINIC,HANNAH", [], id="plain-word-first"),
        pytest.param("OKAFOR,CLINIC", [], id="plain-word-behind"),
        pytest.param("OKAFOR,ZORVA", [], id="unlisted-given-name"),
        pytest.param("OKAFOR,", [], id="end"),
        pytest.param("OKAFOR,,HANNAH", [], id="two-commas"),
        pytest.param("Okafor,Hannah J", [], id="cased"),
        pytest.param("OKAFOR, HANNAH@EXAMPLE.ORG", [], id="mail-address"),
    ],
)
def test_family_name_first_in_capitals(text: str, found: list[str]) -> None:
    """A surname in capitals that opens its cell takes the given names behind its comma."""
    assert _found(text, "last-first") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("okafor said so" + SMALL, ["okafor"], id="surname"),
        pytest.param("zorva said so" + SMALL, [], id="unlisted"),
        pytest.param("clinic said so" + SMALL, [], id="plain-word"),
        pytest.param("then okafor said so" + SMALL, [], id="inside-a-sentence"),
        pytest.param("okafor, said so" + SMALL, [], id="comma"),
        pytest.param("said so" + SMALL, [], id="nobody"),
        pytest.param("OKAFOR SAID SO TODAY", ["OKAFOR"], id="capitals"),
        pytest.param("Okafor said so today.", [], id="capital-is-not-its-affair"),
        pytest.param("Well.\nokafor said so to Ann.", ["okafor"], id="small-in-cased-text"),
        pytest.param("zorvë said so" + SMALL, [], id="accented-and-nobody-bears-it"),
    ],
)
def test_who_speaks_at_the_start_of_a_sentence(text: str, found: list[str]) -> None:
    """A name before "said" opens its sentence, whoever bears it."""
    assert _found(text, "name-acts") == found
