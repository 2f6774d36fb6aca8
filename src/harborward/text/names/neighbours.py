"""What the next and the last word say about a word: names that are words, and ages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from harborward.text.casing import Case, Line
from harborward.text.names.evidence import Kind

if TYPE_CHECKING:
    from harborward.text.names.reading import Reading

#: Bearers per million from which a common word may be somebody's name.
_KNOWN: Final = 40
#: Behind a name and a comma so many digits are an age: "Thomas, 60, well".
_AGE_DIGITS: Final = 3
_SEX_OR_AGE: Final = frozenset({"m", "f", "yo", "y", "yr", "male", "female", "yom", "yof"})


def word_name(reading: Reading, index: int) -> bool:
    """Tell whether a month or verb is a given name before a surname: April Showalter."""
    evidence = reading.evidence
    if not (
        evidence.given(reading.words[index]) >= _KNOWN
        and reading.cases[index] is Case.TITLE
        and reading.glued(index)
        and reading.cases[index + 1] is Case.TITLE
        and reading.lead(index)[:1] != "-"
    ):
        return False
    kind, surname = reading.kind(index + 1), evidence.surname(reading.words[index + 1])
    if kind is Kind.EITHER:
        return not reading.opens[index] and surname >= _KNOWN
    return kind is not Kind.WORD


def before_surname(reading: Reading, index: int) -> bool:
    """Tell whether a capitalised word stands right before a surname: Dub Hensley."""
    evidence = reading.evidence
    return (
        reading.cases[index] is Case.TITLE
        and not reading.opens[index]
        and not evidence.plain(reading.words[index])
        and reading.glued(index)
        and reading.cases[index + 1] is Case.TITLE
        and reading.kind(index + 1) is Kind.NAME
    )


def aged(reading: Reading, index: int) -> bool:
    """Tell whether a word that may be a name is followed by an age: "River, 3"."""
    evidence = reading.evidence
    word = reading.words[index]
    if evidence.plain(word) or not evidence.given(word) or index + 1 >= len(reading.words):
        return False
    return before_age(reading, index)


def before_age(reading: Reading, index: int) -> bool:
    """Tell whether an age stands behind token ``index``: ", 60", " 44M", " 33 yo"."""
    if index + 1 >= len(reading.words):
        return False
    number = reading.words[index + 1]
    if not number.isdigit() or len(number) > _AGE_DIGITS:
        return False
    if reading.gap(index) == ", ":
        return True
    sexed = index + 2 < len(reading.words) and reading.words[index + 2] in _SEX_OR_AGE
    return reading.gap(index) == " " and sexed and reading.gap(index + 1) in {"", " "}


def wordlike_given(reading: Reading, index: int) -> bool:
    """Tell whether a word before a surname is its given name: Prudence Achterberg."""
    evidence = reading.evidence
    return (
        evidence.given(reading.words[index]) > 0
        and reading.cases[index] is Case.TITLE
        and not evidence.plain(reading.words[index])
        and reading.glued(index)
        and reading.cases[index + 1] is Case.TITLE
        and reading.kind(index + 1) in {Kind.NAME, Kind.UNKNOWN}
    )


def wordlike_surname(reading: Reading, index: int) -> bool:
    """Tell whether a rarer word behind a given name is its surname: Jolie Swimmer."""
    evidence = reading.evidence
    word = reading.words[index]
    return (
        index > 0
        and reading.cases[index] is Case.TITLE
        and reading.lines[index] is Line.MIXED
        and not evidence.function_word(word)
        and (evidence.surname(word) > 0 or (evidence.usual(word) and not evidence.plain(word)))
        and evidence.lexicon.words.get(word, 9) > 1
        and reading.glued(index - 1)
        and reading.kind(index - 1) is Kind.NAME
        and evidence.given(reading.words[index - 1]) > 0
    )
