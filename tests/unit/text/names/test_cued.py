"""Names announced by the word before them, or sealed by letters behind them."""

from __future__ import annotations

from functools import cache

import pytest

from harborward.text.lexicon import shipped
from harborward.text.names.cued import LONGEST, CuedNames, inner_capital
from harborward.text.names.evidence import Titles
from worlds.lexicon import evidence, reading

#: Makes a text long enough to count as written in small letters.
SMALL = " this week for the cough that she has had for a month or more at home"


@cache
def _cued() -> CuedNames:
    return CuedNames(evidence(), Titles(shipped()))


def _claims(text: str) -> list[tuple[str, str]]:
    """Return what is found in ``text``, with its cue."""
    read = reading(text)
    passage = read.passage
    claims = list(_cued().find(read))
    assert all(0.7 <= score <= 0.95 for _, score, _ in claims)
    return [
        (text[passage.starts[run.first] : passage.ends[run.last - 1]], cue)
        for run, _, cue in claims
    ]


def _found(text: str, *cues: str) -> list[str]:
    """Return what ``cues`` announced in ``text``."""
    return [surface for surface, cue in _claims(text) if cue in cues]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Seen by Dr. Zorvan today.", ["Zorvan"], id="unlisted"),
        pytest.param("Seen by Dr. Delgado Okafor today.", ["Delgado Okafor"], id="two-names"),
        pytest.param("Seen by Dr. J. Okafor today.", ["J. Okafor"], id="initial"),
        pytest.param("Seen by Dr.\nOkafor today.", ["Okafor"], id="over-a-line"),
        pytest.param("Seen by Dr. April today.", ["April"], id="month-that-many-bear"),
        pytest.param("Seen by Dr. The today.", [], id="function-word"),
        pytest.param("Seen by Dr. Doe today.", [], id="placeholder"),
        pytest.param("Seen by Dr. 5 today.", [], id="number"),
        pytest.param("Seen by Dr, Okafor today.", [], id="comma"),
        pytest.param("Seen by Dr.", [], id="end"),
        pytest.param("She saw Ms Okafor today.", ["Okafor"], id="ms"),
        pytest.param("She has MS. Okafor today.", ["Okafor"], id="ms-with-a-period"),
        pytest.param("She has MS Okafor today.", [], id="multiple-sclerosis"),
        pytest.param("SHE SAW DR. OKAFOR AND TABLE", ["OKAFOR"], id="capitals"),
    ],
)
def test_behind_an_honorific(text: str, found: list[str]) -> None:
    """Right behind Dr. or Ms. stands a name, whatever it looks like."""
    assert _found(text, "honorific") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Her wife Rochelle came.", ["Rochelle"], id="kin"),
        pytest.param("Her wife, Rochelle, came.", ["Rochelle"], id="comma"),
        pytest.param("Her wife Zorva came.", ["Zorva"], id="unlisted"),
        pytest.param("Her wife ROCHELLE came.", ["ROCHELLE"], id="name-in-capitals"),
        pytest.param("Her wife ZORVA came.", [], id="unlisted-in-capitals"),
        pytest.param("Her wife ROSE came.", [], id="word-in-capitals"),
        pytest.param("HER WIFE ROSE CAME TODAY", ["ROSE"], id="line-in-capitals"),
        pytest.param("Wife Prudence\nZorva Hall", [], id="seldom-name-in-a-heading"),
        pytest.param("Her wife\nPrudence came.", [], id="seldom-name-that-opens-a-line"),
        pytest.param("Her wife McZorva came.", ["McZorva"], id="inner-capital-of-a-name"),
        pytest.param("Told the nurse ZorClose came.", [], id="inner-capital-of-a-product"),
        pytest.param("Her wife Prudence came.", ["Prudence"], id="word-that-some-bear"),
        pytest.param("Her wife Trapeze came.", [], id="plain-word"),
        pytest.param("Her uncle Tray Hensley came.", ["Tray Hensley"], id="word-and-surname"),
        pytest.param("Wife Clinic\nZorva Hall", [], id="heading"),
        pytest.param("Wife Zorva\nZorva Hall", ["Zorva"], id="unlisted-in-a-heading"),
        pytest.param("Her wife J. Okafor came.", ["J. Okafor"], id="initial"),
        pytest.param("Her wife J. The came.", [], id="initial-and-a-plain-word"),
        pytest.param("Her wife J came.", [], id="initial-alone"),
        pytest.param("Her sister River came.", ["River"], id="plain-word-that-many-bear"),
        pytest.param("Her wife went home.", [], id="verb"),
        pytest.param("Her wife Dr. came.", [], id="honorific-is-no-name"),
        pytest.param("Her wife rochelle came.", ["rochelle"], id="small-in-cased-text"),
        pytest.param("Her wife rose came.", [], id="small-word-in-cased-text"),
        pytest.param("Her wife\nRochelle came.", ["Rochelle"], id="over-a-line"),
    ],
)
def test_behind_kin(text: str, found: list[str]) -> None:
    """A capital behind "wife" marks her name, unless the word is plain."""
    assert _found(text, "kin") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Told the nurse Rose today.", ["Rose"], id="role"),
        pytest.param("Told the nurse\nRose today.", [], id="role-at-the-end-of-a-line"),
        pytest.param("Told RN Rose today.", ["Rose"], id="staff"),
        pytest.param("told rn Rose today.", [], id="staff-in-small-letters"),
        pytest.param("Told the nurse", [], id="end"),
    ],
)
def test_behind_a_role(text: str, found: list[str]) -> None:
    """A role speaks for the name on its own line; letters of staff only in capitals."""
    assert _found(text, "role") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("He is named Zorva today.", ["Zorva"], id="alone"),
        pytest.param("The name is Zorva today.", ["Zorva"], id="one-word-before"),
        pytest.param("He was brought in by Zorva today.", ["Zorva"], id="two-words-before"),
        pytest.param("Then it is Zorva today.", [], id="another-word-before"),
        pytest.param("Is Zorva here.", [], id="nothing-before"),
        pytest.param("In by Zorva today.", [], id="one-of-two-words"),
    ],
)
def test_behind_an_introduction(text: str, found: list[str]) -> None:
    """Some words introduce by themselves, others behind one or two more."""
    assert _found(text, "introduction") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Dr. Hannah van der Zorva came.", "Hannah van der Zorva", id="particles"),
        pytest.param("Dr. Hannah van der came.", "Hannah", id="particles-and-no-name"),
        pytest.param("Dr. Hannah Reed Jr. came.", "Hannah Reed Jr", id="suffix"),
        pytest.param("Dr. Hannah Reed RN came.", "Hannah Reed", id="credential"),
        pytest.param("Dr. Hannah B. Reed came.", "Hannah B. Reed", id="middle-initial"),
        pytest.param("Dr. Hannah Mother came.", "Hannah", id="kin"),
        pytest.param("Dr. Hannah Nurse came.", "Hannah", id="role-and-surname"),
        pytest.param("Dr. Hannah Doctor came.", "Hannah", id="honorific-and-surname"),
        pytest.param("Dr. Hannah sat Okafor down.", "Hannah", id="small-word-between"),
        pytest.param("Dr. Hannah Clinic came.", "Hannah", id="plain-word"),
        pytest.param("Dr. Hannah reed came.", "Hannah", id="small-letters"),
        pytest.param("Dr. Hannah, Reed came.", "Hannah", id="comma"),
        pytest.param("She saw Dr. Jolie Swimmer again.", "Jolie Swimmer", id="wordlike-surname"),
        pytest.param("Dr. Hannah Prudence Hensley came.", "Hannah Prudence Hensley", id="wordlike"),
    ],
)
def test_where_a_name_ends(text: str, found: str) -> None:
    """A name goes on over capitals, particles and suffixes, and ends before all else."""
    assert _found(text, "honorific") == [found]


def test_a_name_is_bounded() -> None:
    """A long chain of capitals is no name of that length, on either side of a cue."""
    chain = " ".join(["Okafor"] * 12)
    assert _found(f"Saw Dr. {chain} today.", "honorific") == [" ".join(["Okafor"] * LONGEST)]
    assert _found(f"{chain}, MD", "credential") == [" ".join(["Okafor"] * LONGEST)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("dr zorvan saw her", ["zorvan"], id="unlisted"),
        pytest.param("dr rose saw her", ["rose"], id="word-and-name"),
        pytest.param("dr q okafor saw her", ["q okafor"], id="initial"),
        pytest.param("dr van zorva saw her", ["van zorva"], id="particle"),
        pytest.param("dr as zorva saw her", [], id="particle-that-is-english"),
        pytest.param("dr the saw her", [], id="function-word"),
        pytest.param("dr clinic saw her", [], id="plain-word"),
        pytest.param("dr said saw her", [], id="verb"),
        pytest.param("dr doe saw her", [], id="placeholder"),
        pytest.param("dr 5 saw her", [], id="number"),
        pytest.param("dr hannah reed saw her", ["hannah reed"], id="usual-surname"),
        pytest.param("dr hannah okafor saw her", ["hannah okafor"], id="surname"),
        pytest.param("dr hannah zorva saw her", ["hannah zorva"], id="unlisted-behind-given"),
        pytest.param("dr delgado zorva saw her", ["delgado"], id="unlisted-behind-surname"),
        pytest.param("dr zorva zorvan saw her", ["zorva"], id="unlisted-behind-unlisted"),
        pytest.param("dr hannah reed jr saw her", ["hannah reed jr"], id="suffix"),
        pytest.param("dr hannah van zorva saw", ["hannah van zorva"], id="inner-particle"),
        pytest.param("dr hannah van clinic saw", ["hannah"], id="particle-and-a-plain-word"),
        pytest.param("dr hannah q okafor saw", ["hannah q okafor"], id="inner-initial"),
        pytest.param("dr hannah q clinic saw", ["hannah"], id="letter-and-a-plain-word"),
        pytest.param("dr hannah rn saw", ["hannah"], id="credential"),
        pytest.param("dr hannah 55 saw", ["hannah"], id="number-behind"),
        pytest.param("dr hannah do zorva saw", ["hannah"], id="inner-particle-that-is-english"),
        pytest.param("dr hannah sage saw", ["hannah"], id="seldom-surname"),
    ],
)
def test_an_honorific_in_small_letters(text: str, found: list[str]) -> None:
    """Without capitals a word behind Dr. is a name unless it is plain."""
    assert _found(text + SMALL, "honorific") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("her wife rochelle came", ["rochelle"], id="name"),
        pytest.param("her wife delgado came", ["delgado"], id="surname"),
        pytest.param("her wife okafor came", [], id="surname-that-few-bear"),
        pytest.param("her wife jade came", ["jade"], id="kin-with-a-known-name"),
        pytest.param("told the nurse jade now", [], id="nurse-with-a-known-name"),
        pytest.param("told the nurse rose now", ["rose"], id="nurse-with-a-frequent-name"),
        pytest.param("told the nurse reed now", ["reed"], id="nurse-with-a-frequent-surname"),
        pytest.param("her wife summer came", [], id="clinical"),
        pytest.param("her wife zorva came", [], id="unlisted"),
        pytest.param("her wife clinic came", [], id="plain-word"),
    ],
)
def test_kin_and_roles_in_small_letters(text: str, found: list[str]) -> None:
    """Without capitals weaker cues need a name that many bear."""
    assert _found(text + SMALL, "kin", "role") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Dr. okafor came to see Ann.", ["okafor"], id="name"),
        pytest.param("Dr. van Zorva came to see Ann.", ["van Zorva"], id="particle"),
        pytest.param("Dr. clinic came to see Ann.", [], id="plain-word"),
        pytest.param("Dr. zorvan came to see Ann.", [], id="unlisted"),
    ],
)
def test_small_letters_in_a_cased_line(text: str, found: list[str]) -> None:
    """Where capitals say something, a small word behind Dr. must be a name itself."""
    assert _found(text, "honorific") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Then Hannah Reed, MD called.", ["Hannah Reed"], id="comma"),
        pytest.param("Then Hannah Reed MD called.", ["Hannah Reed"], id="blank"),
        pytest.param("Then Hannah Reed, Md called.", ["Hannah Reed"], id="one-capital"),
        pytest.param("Then Hannah Reed, Pharmd called.", [], id="one-capital-and-long"),
        pytest.param("Then Hannah Reed, md called.", [], id="small"),
        pytest.param("Then Hannah Reed; MD called.", [], id="semicolon"),
        pytest.param("Then Hannah Reed, BA called.", ["Hannah Reed"], id="ambiguous-and-comma"),
        pytest.param("Then Hannah Reed BA called.", [], id="ambiguous-and-blank"),
        pytest.param("MD called.", [], id="first-word"),
        pytest.param("Reed, Hannah MD called.", ["Reed, Hannah"], id="surname-first"),
        pytest.param("We saw Reed, Hannah MD today.", ["Hannah"], id="list-inside-a-sentence"),
        pytest.param("Long, Young-Ja MD called", ["Long, Young-Ja"], id="hyphen"),
        pytest.param("She said that Dr. Reed, MD called.", ["Reed"], id="honorific-left-out"),
        pytest.param("Then nurse Reed, MD called.", ["Reed"], id="role-left-out"),
        pytest.param("Then 5 MD called.", [], id="number"),
        pytest.param("Then Ann van Reed, MD called.", ["Ann van Reed"], id="inner-particle"),
        pytest.param("It was Van Reed, MD who called.", ["Reed"], id="particle-first"),
        pytest.param("Then the van, MD called.", [], id="particle-last"),
        pytest.param("She said that Reed, RN, MD called.", ["Reed"], id="two-credentials"),
        pytest.param("Then J. Reed, MD called.", ["J. Reed"], id="initial"),
        pytest.param("Then The MD called.", [], id="function-word"),
        pytest.param("Then Trapeze, MD called.", [], id="plain-word"),
        pytest.param("Then J. MD called her.", [], id="initial-alone"),
        pytest.param("He saw Prudence Hensley, MD.", ["Prudence Hensley"], id="wordlike"),
    ],
)
def test_before_a_credential(text: str, found: list[str]) -> None:
    """The capitalised words before MD are its owner's name."""
    assert _found(text, "credential") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("HANNAH REED, MD", ["HANNAH REED"], id="capitals"),
        pytest.param("J REED MD", ["J REED"], id="capitals-and-an-initial"),
        pytest.param("ROSE REED MD", ["ROSE REED"], id="two-words-that-are-names"),
        pytest.param("ROSE MD", [], id="one-word-that-is-a-name"),
        pytest.param("TRAPEZE MD", [], id="plain-word"),
        pytest.param("seen by hannah q reed, md" + SMALL, ["hannah q reed"], id="small-letters"),
        pytest.param("seen by the md" + SMALL, [], id="small-and-plain"),
        pytest.param("Okafor, MD", ["Okafor"], id="signature"),
        pytest.param("Rose, MD", [], id="signature-that-is-a-word"),
    ],
)
def test_before_a_credential_where_capitals_say_little(text: str, found: list[str]) -> None:
    """In capitals, small letters and headings a lone word must be a name itself."""
    assert _found(text, "credential") == found


@pytest.mark.parametrize(
    ("word", "trade"),
    [
        ("Zorva", False),
        ("McZorva", False),
        ("DeZorva", False),
        ("BiPAP", True),
        ("ZorClose", True),
        ("WBCs", True),
    ],
)
def test_a_capital_inside_a_word(word: str, *, trade: bool) -> None:
    """McZorva and DeZorva are names; BiPAP and WBCs are not."""
    assert inner_capital(reading(word), 0) is trade


@pytest.mark.parametrize("text", ["", "?! --", "dr", "MD", "wife"])
def test_a_cue_and_nothing_else(text: str) -> None:
    """A cue without a neighbour, or no cue at all, announces nobody."""
    assert _claims(text) == []
