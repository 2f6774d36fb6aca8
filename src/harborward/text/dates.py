"""Read a written date, move it by days, and write it again as it was written.

Only what can be read without doubt is moved: figures, month names, ISO 8601 and HL7
time stamps, and ranges of those. Spelled-out days, holidays and anything else give
``None``, and the caller redacts instead. A clock time is never touched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: A two-digit year stands for the latest year with that ending up to this one. Shifting
#: needs it for leap days alone: of 1951 to 2050 every fourth year has one.
LATEST: Final = 2050
_CENTURY: Final = 100
_MONTHS_IN_YEAR: Final = 12
_DAYS_IN_WEEK: Final = 7
_FOUR_DIGITS: Final = 4
_SHORT: Final = 3
#: No written date is longer; anything beyond is not read at all.
_LONGEST: Final = 120
_MONTHS: Final = (
    "january february march april may june july august september october november december"
).split()
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()


class Order(StrEnum):
    """In which order a date names its elements."""

    MONTH_FIRST = "month-first"  # 3/14/2024, March 14
    DAY_FIRST = "day-first"  # 14.03.2024, 14 March
    YEAR_FIRST = "year-first"  # 2024-03-14


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How a date is written, as far as its own text tells; None where it does not.

    ``odd`` holds unusual short names as they were met, such as ``sept`` or ``thurs``.
    """

    order: Order
    year_digits: int | None = None
    padded_month: bool | None = None
    padded_day: bool | None = None
    short_month: bool | None = None
    odd: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """What a written date says. ``until`` is the far end of a range.

    ``year`` is full (see ``LATEST``); ``style.year_digits`` tells how it was written.
    """

    year: int | None
    month: int | None
    day: int | None
    style: DateStyle
    until: ParsedDate | None = None


_PIECES: Final = {
    "Y4": r"(?:1[89]|20)\d\d",
    "MON": r"(?P<name>jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?",
    "TH": r"(?:st|nd|rd|th)(?![a-z])",
    "TO": r"\s{0,2}(?:-|–|—|~|&|\b(?:to|thru|through|until|till|and)\b)\s{0,2}",
}
#: Every form that is understood, tried in this order at one place.
_FORMS: Final = (
    # 20240314, 202403140815
    r"(?P<y><Y4>)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)"
    r"(?:T?\d{4}(?:\d\d(?:\.\d{1,4})?)?(?:Z|[+-]\d{4})?)?(?!\d)",
    # 2024-03-14, 2024/3/14
    r"(?P<y><Y4>)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)",
    # 2024 Mar 14
    r"(?P<y><Y4>)[\s,.-]{1,2}<MON>[\s,-]{1,2}(?P<d>\d{1,2})(?!\d)",
    # 031424, 03142024
    r"(?P<a>\d\d)(?P<b>\d\d)(?P<y><Y4>|\d\d)(?!\d)",
    # 3/14/24, 14.03.2024, 03 - 14 - 2024
    r"(?P<a>\d{1,2})\s?(?P<s>[-/.])\s?(?P<b>\d{1,2})\s?(?P=s)\s?'?(?P<y><Y4>|\d\d)(?!\d)",
    # 3/14-16, 3/14-16/24
    r"(?P<a>\d{1,2})/(?P<b>\d{1,2})\s?[-–]\s?(?P<d2>\d{1,2})(?:/(?P<y><Y4>|\d\d))?(?![\d/])",
    # 3/2024
    r"(?P<m>\d{1,2})\s?[-/]\s?(?P<y><Y4>)(?![\d/-])",
    # 3/14
    r"(?P<a>\d{1,2})\s?/\s?(?P<b>\d{1,2})(?![\d/])",
    # March 14-16, 2024; Mar. the 3rd
    r"<MON>(?:[\s,]{0,3}(?:the\s)?|-(?=\d{1,2}-))(?P<d>\d{1,2})(?P<th><TH>)?(?!\d)"
    r"(?:<TO>(?P<d2>\d{1,2})(?P<th2><TH>)?(?![\d/]|\s[a-z]))?"
    r"(?:(?:,?\s{1,2}|,|-)(?:of\s)?(?P<y><Y4>|['’]\d\d|(?<=[-,])\d\d|(?<=,\s)\d\d)(?![\d:]))?",
    # 14-16 March 2024, 14MAR24, the 3rd of March
    r"(?:the\s)?(?P<d>\d{1,2})(?:\s?(?P<th><TH>))?(?:<TO>(?P<d2>\d{1,2})(?P<th2><TH>)?)?"
    r"[\s./,-]{0,2}(?:of\s)?<MON>(?:[\s,./-]{0,2}(?:of\s)?(?P<y><Y4>|['’]?\d\d)(?![\d:]))?",
    # March 2024, Mar '24
    r"<MON>[\s.,-]{0,2}(?:of\s)?(?P<y><Y4>|['’]\d\d)(?!\d)",
    # March
    r"<MON>",
)


def _compiled(form: str) -> re.Pattern[str]:
    for name, piece in _PIECES.items():
        form = form.replace(f"<{name}>", piece)
    return re.compile(form, re.IGNORECASE)


_DATES: Final = tuple(_compiled(form) for form in _FORMS)
_TO: Final = re.compile(_PIECES["TO"], re.IGNORECASE)
_WEEKDAY: Final = re.compile(
    r"(?P<weekday>mon|tues?|weds?|wednes|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?P<full>day)?(?![a-z])"
    r"[.,]{0,2}\s{0,2}(?:the\s)?",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(
    r"(?:T|\s{0,2}[,@/-]?\s{0,2}(?:at\s{1,2}|@\s?)?)"
    r"(?:\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?|\d{4}(?=\D|$)|\d{1,2}(?=\s?[ap]\.?m)|noon|midnight)"
    r"(?:\s?(?:[ap]\.?m\.?|[ap]|Z|h(?:rs?|ours)?|[ECMP][SD]T|UTC|GMT)(?![a-z]))?"
    r"(?:\s?[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
#: A year that stands alone, for texts that name no day in figures ("Christmas 2023").
_LONE_YEAR: Final = re.compile(r"(?<![\w/.:'’-])(?:1[89]|20)\d\d(?![\w/:-]|\.\d)")
_QUARTER: Final = re.compile(r"\bq[1-4]\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Mention:
    """One date of a text: its match, the weekday before it, and what its parts are."""

    match: re.Match[str]
    weekday: re.Match[str] | None
    month_group: str
    day_group: str | None
    day_first: bool

    def number(self, group: str | None) -> int | None:
        """Return a group as a number, or None where it is absent."""
        written = self.written(group)
        return int(written.strip("'’")) if written else None

    def written(self, group: str | None) -> str | None:
        """Return a group as written, or None where the form lacks it."""
        return self.match.groupdict().get(group) if group else None

    @property
    def month(self) -> int:
        """The month, 1 to 12 where the text is sound."""
        name = self.written("name")
        if name:
            return next(i for i, full in enumerate(_MONTHS, 1) if full[:3] == name[:3].lower())
        return int(self.match[self.month_group])

    @property
    def year(self) -> int | None:
        """The full year."""
        return _full_year(self.written("y"), LATEST)


def _full_year(written: str | None, pivot: int) -> int | None:
    if written is None:
        return None
    number = int(written.strip("'’"))
    if number >= _CENTURY:
        return number
    return pivot - (pivot - number) % _CENTURY


def _mention(
    match: re.Match[str], weekday: re.Match[str] | None, *, day_first: bool
) -> _Mention | None:
    groups = match.groupdict()
    if "a" not in groups:
        order_day_first = "name" in groups and match.start("name") > match.start("d") >= 0 \
            if "d" in groups else False
        return _Mention(match, weekday, "m", "d" if "d" in groups else None, order_day_first)
    first, second = int(groups["a"]), int(groups["b"])
    if first > _MONTHS_IN_YEAR or (day_first and second <= _MONTHS_IN_YEAR):
        return _Mention(match, weekday, "b", "a", day_first=True)
    return _Mention(match, weekday, "a", "b", day_first=False)


def _sound(mention: _Mention, year: int | None) -> date | None:
    """Return the calendar day, or None where there is none or an element is missing."""
    day = mention.number(mention.day_group)
    if year is None or day is None:
        return None
    try:
        return date(year, mention.month, day)
    except ValueError:
        return None
