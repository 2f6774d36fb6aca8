"""The written forms of a date that can be read without doubt, and what their parts are.

Reading says where month, day and year stand in a text; ``text.dates`` does sums with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: What stands before a two-digit year: '24.
APOSTROPHES: Final = "'\N{RIGHT SINGLE QUOTATION MARK}"
#: Letters of a short name: jan, mon.
SHORT: Final = 3
#: A range has two ends.
MAX_MENTIONS: Final = 2
#: No written range is longer; anything beyond is not read at all.
LONGEST: Final = 120
_MONTHS_IN_YEAR: Final = 12
_DAYS_IN_MONTH: Final = 31


class Order(StrEnum):
    """In which order a date names its elements."""

    MONTH_FIRST = "month-first"  # 3/14/2024, March 14
    DAY_FIRST = "day-first"  # 14.03.2024, 14 March
    YEAR_FIRST = "year-first"  # 2024-03-14


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the text: where it stands and how it is written."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One date of a text. ``last_day`` is the far end of a range within a month."""

    order: Order
    tight: bool = False  # parts joined by nothing or a hyphen, so figures are padded
    weekday: Part | None = None
    month: Part | None = None
    day: Part | None = None
    ordinal: Part | None = None
    last_day: Part | None = None
    last_ordinal: Part | None = None
    year: Part | None = None

    @property
    def month_number(self) -> int | None:
        """The month, 1 to 12."""
        if self.month is None:
            return None
        if self.month.text.isdigit():
            return int(self.month.text)
        start = self.month.text[:SHORT].lower()
        return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(start))


_PIECES: Final = (
    ("Y4", r"(?:1[89]|20)\d\d"),
    (
        "MON",
        (
            r"(?P<name>jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
            r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
        ),
    ),
    ("TH", r"(?:st|nd|rd|th)(?![a-z])"),
    ("TO", r"\s{0,2}(?:-|\u2013|\u2014|~|&|\b(?:to|thru|through|until|till|and)\b)\s{0,2}"),
)
_FORMS: Final = (
    # 20240314, 202403140815
    (
        r"(?P<y><Y4>)(?P<m>\d\d)(?P<d>\d\d)"
        r"(?:T?\d{4}(?:\d\d(?:\.\d{1,4})?)?(?:Z|[+-]\d{4})?)?(?!\d)"
    ),
    # 2024-03-14, 2024/3/14
    r"(?P<y><Y4>)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)",
    # 2024 Mar 14
    r"(?P<y><Y4>)[\s,.-]{1,2}<MON>[\s,-]{1,2}(?P<d>\d{1,2})(?!\d)",
    # 031424, 03142024
    r"(?P<a>\d\d)(?P<b>\d\d)(?P<y><Y4>|\d\d)(?!\d)",
    # 3/14/24, 14.03.2024, 03 - 14 - 2024
    r"(?P<a>\d{1,2})\s?(?P<s>[-/.])\s?(?P<b>\d{1,2})\s?(?P=s)\s?'?(?P<y><Y4>|\d\d)(?!\d)",
    # 3/14-16, 3/14-16/24
    (
        r"(?P<a>\d{1,2})/(?P<b>\d{1,2})\s?[-\u2013]\s?"
        r"(?:(?P<d2>\d{1,2})(?![\d/])|(?P<d3>1[3-9]|[23]\d)/(?P<y><Y4>|\d\d)(?![\d/]))"
    ),
    # 3/2024
    r"(?P<m>\d{1,2})\s?[-/]\s?(?P<y><Y4>)(?![\d/-])",
    # 3/14
    r"(?P<a>\d{1,2})\s?/\s?(?P<b>\d{1,2})(?![\d/])",
    # March 14-16, 2024; Mar. the 3rd; Mar-14-24
    (
        r"<MON>(?:[\s,]{0,3}(?:the\s)?|-(?=\d{1,2}-))(?P<d>\d{1,2})(?P<th><TH>)?(?!\d)"
        r"(?:<TO>(?P<d2>\d{1,2})(?P<th2><TH>)?(?![\d/]|\s?[a-z]))?"
        r"(?:(?:,?\s{1,2}|,|-)(?:of\s)?(?P<y><Y4>|['\u2019]\d\d|(?<=[-,])\d\d|(?<=,\s)\d\d)(?![\d:]))?"
    ),
    # 14-16 March 2024, 14MAR24, the 3rd of March
    (
        r"(?:the\s)?(?P<d>\d{1,2})(?:\s?(?P<th><TH>))?(?:<TO>(?P<d2>\d{1,2})(?P<th2><TH>)?)?"
        r"[\s./,-]{0,2}(?:of\s)?<MON>(?:[\s,./-]{0,2}(?:of\s)?(?P<y><Y4>|['\u2019]?\d\d)(?![\d:]))?"
    ),
    # March 2024, Mar '24
    r"<MON>[\s.,-]{0,2}(?:of\s)?(?P<y><Y4>|['\u2019]\d\d)(?!\d)",
    # March
    r"<MON>",
)


def _compiled(form: str) -> re.Pattern[str]:
    for name, piece in _PIECES:
        form = form.replace(f"<{name}>", piece)
    return re.compile(form, re.IGNORECASE)


_DATES: Final = tuple(_compiled(form) for form in _FORMS)
_TO: Final = _compiled("<TO>")
_WEEKDAY: Final = re.compile(
    r"(?P<weekday>(?:mon|tues?|weds?|wednes|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)(?![a-z])"
    r"[.,]{0,2}\s{0,2}(?:the\s)?",
    re.IGNORECASE,
)
#: A clock time attached to a date; it is read over, never read.
_CLOCK: Final = re.compile(
    r"(?:T|\s{0,2}[,@/-]?\s{0,2}(?:at\s{1,2}|@\s?)?)"
    r"(?:\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?|\d{4}(?![\d/-])|\d{1,2}(?=\s?[ap]\.?m)"
    r"|noon|midnight)"
    r"(?:\s?(?:[ap]\.?m\.?|[ap]|Z|h(?:rs?|ours)?|[ECMP][SD]T|UTC|GMT)(?![a-z]))?"
    r"(?:\s?[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)


def read(text: str, *, day_first: bool = False) -> tuple[Mention, ...] | None:
    """Return the one or two dates that make up the whole of ``text``, or None.

    ``day_first`` settles figures that could be either; where only one order makes a
    calendar date, that one is taken.
    """
    if len(text) > LONGEST:
        return None
    mentions: list[Mention] = []
    position = 0
    while len(mentions) < MAX_MENTIONS:
        found = _one(text, position, day_first=day_first)
        if found is None:
            return None
        mention, position = found
        mentions.append(mention)
        if not text[position:].strip(" .,"):
            return tuple(mentions)
        joint = _TO.match(text, position)
        if joint is None:
            return None
        position = joint.end()
    return None


def _one(text: str, position: int, *, day_first: bool) -> tuple[Mention, int] | None:
    """Return the date at ``position`` with the place where it and its clock time end."""
    weekday = _WEEKDAY.match(text, position)
    start = weekday.end() if weekday else position
    named = _part(weekday, "weekday") if weekday else None
    for match in _matches(text, start):
        mention = _mention(match, named, day_first=day_first)
        if mention is not None:
            clock = _CLOCK.match(text, match.end())
            return mention, clock.end() if clock else match.end()
    if weekday is not None:
        return Mention(Order.MONTH_FIRST, weekday=named), weekday.end("weekday")
    return None


def _matches(text: str, position: int) -> Iterator[re.Match[str]]:
    for pattern in _DATES:
        match = pattern.match(text, position)
        if match:
            yield match


def _part(match: re.Match[str], group: str) -> Part | None:
    if group not in match.re.groupindex or match[group] is None:
        return None
    return Part(*match.span(group), match[group])


def _mention(match: re.Match[str], weekday: Part | None, *, day_first: bool) -> Mention | None:
    """Say which part of a match is what; None where no order makes month and day fit."""
    month, day = _part(match, "name") or _part(match, "m"), _part(match, "d")
    order = Order.MONTH_FIRST
    if first := _part(match, "a"):
        month, day = first, _part(match, "b")
        if not _fits(month, day) or (day_first and _fits(day, month)):
            month, day, order = day, month, Order.DAY_FIRST
    elif day and month and day.start < month.start:
        order = Order.DAY_FIRST
    year = _part(match, "y")
    if year and month and year.start < month.start:
        order = Order.YEAR_FIRST
    if not _fits(month, day):
        return None
    return Mention(
        order,
        _tight(match, month, day),
        weekday,
        month,
        day,
        _part(match, "th"),
        _part(match, "d2") or _part(match, "d3"),
        _part(match, "th2"),
        year,
    )


def _fits(month: Part | None, day: Part | None) -> bool:
    """Tell whether the figures lie in the range of months and of days."""
    if month and month.text.isdigit() and not 1 <= int(month.text) <= _MONTHS_IN_YEAR:
        return False
    return day is None or 1 <= int(day.text) <= _DAYS_IN_MONTH


def _tight(match: re.Match[str], month: Part | None, day: Part | None) -> bool:
    if month is None or day is None:
        return False
    between = match.string[min(month.end, day.end) : max(month.start, day.start)]
    return between in {"", "-"} or (month.text.isdigit() and _part(match, "y") is not None)
