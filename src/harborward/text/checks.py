"""Check digits and assigned ranges, each a pure predicate on the matched text.

A predicate reads what a rule matched, separators included, and never raises: a text of
the wrong shape simply fails. ``CHECKS`` names them for the rule files.
"""

from __future__ import annotations

import re
from operator import mul
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DIGITS: Final = frozenset("0123456789")
_DECIMAL: Final = 10
#: The digits of twice a digit, added up.
_DOUBLED: Final = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
_CARD_LENGTHS: Final = range(12, 20)
_IMEI_LENGTH: Final = 15
_NPI_LENGTH: Final = 10
_DEA_DIGITS: Final = 7
_SSN_LENGTH: Final = 9
#: IRM 3.21.263: the fourth and fifth figure of an ITIN.
_ITIN_GROUPS: Final = frozenset(
    str(group) for group in (*range(50, 66), *range(70, 89), *range(90, 93), *range(94, 100))
)
_NHS_LENGTH: Final = 10
_ABA_LENGTH: Final = 9
_VIN: Final = re.compile(r"[A-HJ-NPR-Z0-9]{17}")
_VIN_LETTERS: Final = dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", map(int, "12345678123457923456789"), strict=True)
)
_VIN_VALUES: Final = {**_VIN_LETTERS, **{str(digit): digit for digit in range(10)}}
_VIN_WEIGHTS: Final = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_NANP_LENGTH: Final = 10
_IPV6_GROUPS: Final = 8
_IPV6_GROUP: Final = re.compile(r"[0-9A-Fa-f]{1,4}")
_ZONE: Final = re.compile(r"[%/]")
_GROUP: Final = re.compile(r"[0-9]{1,9}")
_EXTENSION: Final = re.compile(r"[xe#]", re.IGNORECASE)
_LOCAL_GROUPS: Final = 2
_OCTET: Final = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_IPV4: Final = re.compile(rf"{_OCTET}(?:\.{_OCTET}){{3}}(?![0-9.])")


def _figures(text: str) -> str:
    """Return the ASCII decimal digits of ``text``, one behind the other."""
    if text.isascii() and text.isdigit():
        return text
    return "".join(filter(_DIGITS.__contains__, text))


def digits_of(text: str) -> list[int]:
    """Return the ASCII decimal digits of ``text`` in order."""
    return list(map(int, _figures(text)))


def _luhn_sum(digits: list[int]) -> int:
    """Return the weighted sum of ISO/IEC 7812-1, annex B, check digit included."""
    return sum(digits[-1::-2]) + sum(map(_DOUBLED.__getitem__, digits[-2::-2]))


def luhn(text: str) -> bool:
    """ISO/IEC 7812-1 mod 10, for 12 to 19 digits that are not all the same."""
    digits = digits_of(text)
    if len(digits) not in _CARD_LENGTHS or len(set(digits)) == 1:
        return False
    return _luhn_sum(digits) % _DECIMAL == 0


def card(text: str) -> bool:
    """Payment card: an issuer range in use (ISO/IEC 7812 major industry 2-6) and Luhn."""
    digits = digits_of(text)
    return bool(digits) and digits[0] in range(2, 7) and luhn(text)


def imei(text: str) -> bool:
    """3GPP TS 23.003 section 6.2: fifteen digits, the last by Luhn."""
    return len(digits_of(text)) == _IMEI_LENGTH and luhn(text)


def npi(text: str) -> bool:
    """45 CFR 162.406: ten digits starting with 1 or 2, Luhn with the prefix 80840."""
    digits = digits_of(text)
    if len(digits) != _NPI_LENGTH or digits[0] not in (1, 2):
        return False
    return _luhn_sum([8, 0, 8, 4, 0, *digits]) % _DECIMAL == 0


def dea(text: str) -> bool:
    """DEA registration number: seven digits, the last the units of a weighted sum."""
    digits = digits_of(text)
    if len(digits) != _DEA_DIGITS:
        return False
    first, second = digits[0:6:2], digits[1:6:2]
    return (sum(first) + 2 * sum(second)) % _DECIMAL == digits[6]


def ssn(text: str) -> bool:
    """Assigned by the SSA (area, group, serial in range), or an ITIN of the IRS."""
    number = _figures(text)
    if len(number) != _SSN_LENGTH:
        return False
    area, group, serial = number[:3], number[3:5], number[5:]
    if area[0] == "9":
        return group in _ITIN_GROUPS
    return area not in {"000", "666"} and group != "00" and serial != "0000"


def nhs(text: str) -> bool:
    """NHS number (ISB 0149): ten digits, modulus 11."""
    digits = digits_of(text)
    if len(digits) != _NHS_LENGTH or len(set(digits)) == 1:
        return False
    total = sum(d * w for d, w in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == digits[9]


def iban(text: str) -> bool:
    """ISO 13616: mod 97 of the rearranged number is 1."""
    compact = "".join(c for c in text.upper() if c.isalnum())
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", compact):
        return False
    rearranged = compact[4:] + compact[:4]
    return int("".join(str(int(c, 36)) for c in rearranged)) % 97 == 1


def aba(text: str) -> bool:
    """ABA routing number: nine digits, weights 3-7-1, a Federal Reserve prefix in use."""
    digits = digits_of(text)
    if len(digits) != _ABA_LENGTH or len(set(digits)) == 1:
        return False
    prefix = digits[0] * _DECIMAL + digits[1]
    used = (range(13), range(21, 33), range(61, 73), range(80, 81))
    weighted = sum(d * w for d, w in zip(digits, (3, 7, 1) * 3, strict=True))
    return any(prefix in span for span in used) and weighted % _DECIMAL == 0


def vin(text: str) -> bool:
    """49 CFR 565.15: seventeen characters, the ninth by weighted sum mod 11."""
    compact = text.upper()
    if len(set(compact)) == 1 or not _VIN.fullmatch(compact):
        return False
    total = sum(map(mul, map(_VIN_VALUES.__getitem__, compact), _VIN_WEIGHTS))
    return compact[8] == "0123456789X"[total % 11]


def ipv4(text: str) -> bool:
    """RFC 791 dotted quad, a port or a prefix length aside."""
    return _IPV4.match(text) is not None


def ipv6(text: str) -> bool:
    """RFC 4291 section 2.2 text form, a zone or a prefix length aside."""
    address = _ZONE.split(text, maxsplit=1)[0]
    head, compressed, tail = address.partition("::")
    groups = [group for part in (head, tail) if part for group in part.split(":")]
    if groups and "." in groups[-1] and address.endswith(groups[-1]):
        if not _IPV4.fullmatch(groups[-1]):
            return False
        groups[-1:] = ["0", "0"]  # four octets are two groups
    short = len(groups) < _IPV6_GROUPS if compressed else len(groups) == _IPV6_GROUPS
    return short and all(map(_IPV6_GROUP.fullmatch, groups))


def nanp(text: str) -> bool:
    """North American plan: ten digits, area code and exchange starting with 2 to 9."""
    number = _figures(_EXTENSION.split(text, maxsplit=1)[0])
    if len(number) == _NANP_LENGTH + 1 and number[0] == "1":
        number = number[1:]
    return len(number) == _NANP_LENGTH and number[0] > "1" and number[3] > "1"


def not_range(text: str) -> bool:
    """Not two round numbers in rising order, as in a dose or a reference range."""
    groups = [int(group) for group in _GROUP.findall(text)]
    if len(groups) != _LOCAL_GROUPS:
        return True
    return not (groups[0] < groups[1] and all(g % 10 == 0 for g in groups))


#: Check by the name that rule files use.
CHECKS: Final[Mapping[str, Callable[[str], bool]]] = MappingProxyType(
    {
        check.__name__: check
        for check in (
            luhn,
            card,
            imei,
            npi,
            dea,
            ssn,
            nhs,
            iban,
            aba,
            vin,
            ipv4,
            ipv6,
            nanp,
            not_range,
        )
    }
)
