"""The form of a value: its normal form, its capitals, and digits poured into its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from harborward.domain.identifier import Label

if TYPE_CHECKING:
    from harborward.text.draws import Draws

DIGITS: Final = "0123456789"
LETTERS: Final = "abcdefghjkmnpqrstuvwxyz"  # without i, l, o: read as digits
#: Values whose punctuation means nothing: 555-0143 and 555.0143 are one number.
CODES: Final = frozenset(
    {
        Label.PHONE,
        Label.FAX,
        Label.SSN,
        Label.MRN,
        Label.HEALTH_PLAN,
        Label.ACCOUNT,
        Label.LICENSE,
        Label.VEHICLE,
        Label.DEVICE,
        Label.OTHER_ID,
    }
)


def normal(label: Label, surface: str) -> str:
    """Return the normal form of a value: what two spellings of it have in common.

    Case is folded and runs of white space are one space; a code keeps nothing but its
    letters and digits; edges that are neither letter nor digit fall away. A value without
    letters and digits is its own normal form.
    """
    folded = " ".join(surface.casefold().split())
    if label in CODES:
        return "".join(c for c in folded if c.isalnum()) or folded
    start, end = 0, len(folded)
    while start < end and not folded[start].isalnum():
        start += 1
    while start < end and not folded[end - 1].isalnum():
        end -= 1
    return folded[start:end] or folded


def recase(word: str, like: str) -> str:
    """Return ``word`` in the capitals of ``like``: all, none, or the first of each part."""
    if len(like) > 1 and like.isupper():
        return word.upper()
    if like.islower():
        return word.lower()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def scramble(surface: str, draws: Draws) -> str:
    """Return another value of the same form: digit for digit, letter for letter."""
    return "".join(_another(c, draws) for c in surface)


def _another(char: str, draws: Draws) -> str:
    if char.isdecimal():
        return draws.choice(DIGITS)
    if char.isalpha():
        letter = draws.choice(LETTERS)
        return letter.upper() if char.isupper() else letter
    return char


def pour(code: str, layout: str) -> str:
    """Put the characters of ``code`` where letters and digits stand in ``layout``.

    Both hold equally many; letters take the case of the layout.
    """
    fresh = iter(code)
    return "".join(_cased(next(fresh), c) if c.isalnum() else c for c in layout)


def _cased(char: str, like: str) -> str:
    return char.upper() if like.isupper() else char
