"""Forms that no released text should hold: numbers, addresses and dates by their shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from harborward.domain.identifier import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

Shape = tuple[int, int, str, Label]

#: Digits with the little that stands between them; every number shape lies in one of these.
_CHUNK: Final = re.compile(r"[0-9]+(?:[-./() ]{1,2}[0-9]+)*")
_SSN: Final = re.compile(r"(?<![0-9])[0-9]{3}([- ])[0-9]{2}\1[0-9]{4}(?![0-9])")
_PHONE: Final = re.compile(
    r"(?<![0-9])(?:[2-9][0-9]{2}\) ?[2-9][0-9]{2}[-. ]|[2-9][0-9]{2}[-. /][2-9][0-9]{2}[-.]"
    r"|[2-9][0-9]{2}[-./][2-9][0-9]{2}[ ])[0-9]{4}(?![0-9])"
)
_SPACED_PHONE: Final = re.compile(r"(?<![0-9])[2-9][0-9]{2} [2-9][0-9]{2} [0-9]{4}(?![0-9])")
_IP: Final = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9.])")
_CARD: Final = re.compile(r"(?<![0-9])(?:[0-9]{4}[- ]){3}[0-9]{1,7}(?![0-9])")
_RUN: Final = re.compile(r"(?<![0-9.])[0-9]{7,}(?![0-9])")
_DAY_FIRST: Final = re.compile(
    r"(?<![0-9./-])([0-9]{1,2})([-./])([0-9]{1,2})\2((?:19|20)[0-9]{2})(?![0-9])"
)
_SHORT_YEAR: Final = re.compile(r"(?<![0-9./-])([0-9]{1,2})(/)([0-9]{1,2})/([0-9]{2})(?![0-9/])")
_YEAR_FIRST: Final = re.compile(
    r"(?<![0-9./-])(?:19|20)[0-9]{2}([-./])([0-9]{1,2})\1([0-9]{1,2})(?![0-9])"
)
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
#: What stands before the year of a written date: "March 3, " and "3rd of March ".
_BEFORE_YEAR: Final = re.compile(
    rf"(?:\b{_MONTH}[.,]?[ -]{{1,2}}[0-9]{{1,2}}(?:st|nd|rd|th)?[ ]?,?[ ]?"
    rf"|\b[0-9]{{1,2}}(?:st|nd|rd|th)?(?:[ ]of)?[ -]{_MONTH}[.,]?[ -]?)\Z",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_DOMAIN: Final = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}", re.IGNORECASE)
_IN_LOCAL: Final = frozenset(".%+-_")
#: The longest local part (RFC 5321, 4.5.3.1.1).
_LOCAL: Final = 64
_URL: Final = re.compile(r"(?:https?|ftp)://[\w.-]|\bwww\.[\w-]+\.[a-z]{2}", re.IGNORECASE)

#: Words that make a long number a code of a vocabulary, not of a person.
_VOCABULARY: Final = re.compile(
    r"\b(?:ndc|snomed|sct|sctid|loinc|icd|cpt|hcpcs|rxnorm|rxcui|umls|pmid|pmc|doi|nct|isbn"
    r"|issn|cas|gtin|orpha|omim|mesh|nlm)\b",
    re.IGNORECASE,
)
_CATALOGUE: Final = re.compile(r"\b(?:REF|CAT|MODEL)[.:# ]{0,3}\Z", re.IGNORECASE)
_LOT: Final = re.compile(r"[\s,;/]{0,4}(?:LOT|SN|S/N|SERIAL)\b", re.IGNORECASE)
_CALLS: Final = re.compile(
    r"\b(?:tel|phone|ph|call|cell|mobile|fax|pager|contact|dial)", re.IGNORECASE
)
_LOOK_BACK: Final = 24
_LONGEST_DATE: Final = 30
_SHORTEST: Final = 6
_MONTHS: Final = 12
_DAYS: Final = 31
_OCTET: Final = 255


def find(text: str) -> Iterator[Shape]:
    """Yield start, end, reason and label of each shape in ``text``; ranges may overlap."""
    for chunk in _CHUNK.finditer(text):
        length = chunk.end() - chunk.start()
        if length >= _SHORTEST:
            yield from _numbers(text, chunk.start(), chunk.end())
        if length >= 4:  # noqa: PLR2004 - a year
            yield from _written_dates(text, chunk.start(), chunk.end())
    if "@" in text:
        yield from _addresses(text)
    if "://" in text or "www." in text or "WWW." in text:
        for match in _URL.finditer(text):
            yield match.start(), match.end(), "url", Label.URL


def _numbers(text: str, start: int, end: int) -> Iterator[Shape]:
    for match in _SSN.finditer(text, start, end):
        yield match.start(), match.end(), "ssn", Label.SSN
    for match in _CARD.finditer(text, start, end):
        if _luhn(match[0]):
            yield match.start(), match.end(), "card", Label.ACCOUNT
    for match in _RUN.finditer(text, start, end):
        if match[0].strip("0")[1:] and not _of_a_product(text, match.start(), match.end()):
            yield match.start(), match.end(), "digits", Label.OTHER_ID
    yield from _phones(text, start, end)
    yield from _machines(text, start, end)
    yield from _numeric_dates(text, start, end)


def _phones(text: str, start: int, end: int) -> Iterator[Shape]:
    for match in _PHONE.finditer(text, start, end):
        yield match.start(), match.end(), "phone", Label.PHONE
    for match in _SPACED_PHONE.finditer(text, start, end):
        if _CALLS.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
            yield match.start(), match.end(), "phone", Label.PHONE


def _machines(text: str, start: int, end: int) -> Iterator[Shape]:
    for match in _IP.finditer(text, start, end):
        octets = match[0].split(".")
        # Two long octets or more: "1.2.3.4" numbers a section.
        if all(int(o) <= _OCTET for o in octets) and sum(len(o) > 1 for o in octets) > 1:
            yield match.start(), match.end(), "ip", Label.IP


def _numeric_dates(text: str, start: int, end: int) -> Iterator[Shape]:
    for pattern in (_DAY_FIRST, _SHORT_YEAR):
        for match in pattern.finditer(text, start, end):
            first, second = int(match[1]), int(match[3])
            if 0 < min(first, second) <= _MONTHS and max(first, second) <= _DAYS:
                yield match.start(), match.end(), "date", Label.DATE
    for match in _YEAR_FIRST.finditer(text, start, end):
        first, second = int(match[2]), int(match[3])
        if 0 < first <= _MONTHS and 0 < second <= _DAYS:
            yield match.start(), match.end(), "date", Label.DATE


def _written_dates(text: str, start: int, end: int) -> Iterator[Shape]:
    for match in _YEAR.finditer(text, start, end):
        floor = max(0, match.start() - _LONGEST_DATE)
        before = _BEFORE_YEAR.search(text[floor : match.start()])
        if before:
            yield floor + before.start(), match.end(), "date", Label.DATE


def _addresses(text: str) -> Iterator[Shape]:
    """Yield mail addresses: a domain after the ``@``, and what may be local before it."""
    at = text.find("@")
    while at >= 0:
        domain = _DOMAIN.match(text, at + 1)
        start = at
        while domain and start > max(0, at - _LOCAL) and _is_local(text[start - 1]):
            start -= 1
        if domain and start < at:
            yield start, domain.end(), "email", Label.EMAIL
        at = text.find("@", domain.end() if domain else at + 1)


def _is_local(char: str) -> bool:
    return char.isalnum() or char in _IN_LOCAL


def _of_a_product(text: str, start: int, end: int) -> bool:
    """Tell whether a number is a code of a vocabulary, or a catalogue number beside its lot."""
    if _VOCABULARY.search(text, max(0, start - _LOOK_BACK), start):
        return True
    catalogue = _CATALOGUE.search(text[max(0, start - _LOOK_BACK) : start])
    return catalogue is not None and _LOT.match(text, end) is not None


def _luhn(text: str) -> bool:
    """ISO/IEC 7812-1 mod 10."""
    total = 0
    for index, char in enumerate(reversed([c for c in text if c.isdecimal()])):
        value = int(char) * (1 + index % 2)
        total += value - 9 * (value > 9)  # noqa: PLR2004 - the sum of two digits
    return total % 10 == 0
