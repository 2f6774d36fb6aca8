"""Stand-ins for numbers and codes: telephone, social security, record, plate, machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from harborward.domain.identifier import Label
from harborward.text.surrogates.shape import DIGITS, pour, scramble

if TYPE_CHECKING:
    from harborward.text.draws import Draws

_CALLED: Final = frozenset({Label.PHONE, Label.FAX})
#: Digits of a North American number: with area code, and without.
_NATIONAL: Final = 10
_LOCAL: Final = 7
_SSN: Final = 9
#: Letters among the digits of a telephone number or an SSN that belong to the form.
_FORM: Final = re.compile(r"[^\W\d_]+")
_WORDS: Final = frozenset(
    {"x", "ext", "extension", "tel", "fax", "or", "xx", "xxx", "xxxx", "xxxxx"}
)
_MAC: Final = re.compile(r"(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}")
_HEX: Final = "0123456789abcdef"
#: The second digit of a locally administered unicast address (IEEE 802, 2001 and later).
_LOCAL_MAC: Final = "26ae"


def core(label: Label, code: str) -> str:
    """Return the letters and digits that make the value: without the 1 of long distance."""
    if label in _CALLED and len(code) == _NATIONAL + 1 and code.isdecimal() and code[0] == "1":
        return code[1:]
    return code


def laid_out(fresh: str, core_: str, surface: str) -> str:
    """Put ``fresh``, drawn for ``core_``, into the layout of ``surface``."""
    alnum = sum(c.isalnum() for c in surface)
    return pour(fresh if alnum == len(core_) else f"1{fresh}", surface)


def draw(label: Label, code: str, surface: str, draws: Draws) -> str:
    """Return another code of the same letters and digits, in lower case.

    Telephone numbers lie in 555-0100 to 555-0199, which nobody has; social security
    numbers have an area of 900 or more and a group below 50, which are never issued,
    neither as such nor as a taxpayer's number; machine addresses are locally administered.
    """
    if _MAC.fullmatch(surface.casefold()):
        return mac(draws)
    if label in _CALLED:
        return _phone(code, draws)
    if label is Label.SSN:
        return _social(code, draws)
    return scramble(code, draws)


def mac(draws: Draws) -> str:
    """Return twelve hexadecimal digits of a locally administered address."""
    rest = "".join(draws.choice(_HEX) for _ in range(10))
    return f"{draws.choice(_HEX)}{draws.choice(_LOCAL_MAC)}{rest}"


def _phone(code: str, draws: Draws) -> str:
    digits = sum(c.isdecimal() for c in code)
    fresh = _digits(digits, draws)
    if digits == _LOCAL:
        fresh = f"55501{_digits(2, draws)}"
    elif digits == _NATIONAL or (digits > _NATIONAL and not code.isdecimal()):
        # What follows the ten is an extension; eleven and more in a row are foreign.
        area = f"{draws.choice('23456789')}{_digits(2, draws)}"
        fresh = f"{area}55501{_digits(2 + digits - _NATIONAL, draws)}"
    return _filled(code, fresh, draws)


def _social(code: str, draws: Draws) -> str:
    digits = sum(c.isdecimal() for c in code)
    fresh = _digits(digits, draws)
    if digits == _SSN:
        fresh = (
            f"9{_digits(2, draws)}{draws.choice('01234')}{draws.choice('123456789')}{fresh[-4:]}"
        )
    return _filled(code, fresh, draws)


def _digits(count: int, draws: Draws) -> str:
    return "".join(draws.choice(DIGITS) for _ in range(count))


def _filled(code: str, digits: str, draws: Draws) -> str:
    """Put ``digits`` in place of those of ``code``; letters stay if they belong to the form."""
    lettered = _FORM.sub(lambda m: m[0] if m[0] in _WORDS else scramble(m[0], draws), code)
    fresh = iter(digits)
    return "".join(next(fresh) if c.isdecimal() else c for c in lettered)
