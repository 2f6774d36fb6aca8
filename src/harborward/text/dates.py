"""Read a written date, move it by days, and write it again as it was written.

Only what can be read without doubt is moved: figures, month names, ISO 8601 and HL7
time stamps, and ranges of those. Spelled-out days, holidays and anything else give
``None``, and the caller redacts instead. A clock time is never touched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from harborward.text.dateforms import (
    APOSTROPHES,
    MONTHS,
    SHORT,
    WEEKDAYS,
    Mention,
    Order,
    Part,
    read,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: A two-digit year is read as the latest year with that ending up to this one. For a
#: shift that matters to 29 February alone, and of 1951 to 2050 every fourth year has one.
LATEST: Final = 2050
_CENTURY: Final = 100
_TWO_DIGITS: Final = 2
#: Years that the forms read, so that a shifted date can be read again.
_YEARS: Final = range(1800, 2100)
#: The days whose ordinal ends in something else than "th".
_ORDINALS: Final = {1: "st", 21: "st", 31: "st", 2: "nd", 22: "nd", 3: "rd", 23: "rd"}
#: A year beside words, as in "Christmas 2023".
_LONE_YEAR: Final = re.compile(r"(?<![\w/.:'\u2019-])(?:1[89]|20)\d\d(?![\w/:]|-\d|\.\d)")
_QUARTER: Final = re.compile(r"\bq[1-4]\b", re.IGNORECASE)


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


def parse(text: str, *, day_first: bool = False) -> ParsedDate | None:
    """Return what ``text`` says, or None where it is not wholly a date or range.

    ``day_first`` decides for figures that could be either, such as 3/4/2024.
    """
    mentions = read(text, day_first=day_first)
    if mentions is None or mentions[0].month is None:
        return None
    style = _style(mentions)
    ends = [_said(mention, style, mention.day) for mention in mentions]
    ends += [_said(mention, style, mention.last_day) for mention in mentions if mention.last_day]
    return replace(ends[0], until=ends[-1]) if len(ends) > 1 else ends[0]


def shift(
    text: str,
    days: int,
    *,
    year: int | None = None,
    style: DateStyle | None = None,
    day_first: bool = False,
) -> str | None:
    """Return ``text`` moved by ``days``, written the same way; None where that cannot be.

    ``year`` stands in for the year of a date without one, which stays without one.
    ``style`` settles what the text leaves open (is 10/12/24 padded? is May short?): with
    the style of the original, a shift and its reverse give the original text.
    """
    mentions = read(text, day_first=style.order is Order.DAY_FIRST if style else day_first)
    if mentions is None:
        return None
    known = _settled(style, _style(mentions))
    years = _years(mentions, year)
    edits: list[Part] = []
    for mention, its_year in zip(mentions, years, strict=True):
        written = _moved(mention, its_year, days, known)
        if written is None:
            return None
        edits += written
    for edit in sorted(edits, key=lambda part: part.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def year_only(text: str, *, pivot: int | None = None) -> str | None:
    """Return the year of ``text`` as written, or both years of a range ("2023-2024").

    A two-digit year is expanded only with ``pivot``: it then is the latest year with that
    ending not after ``pivot`` (with 2026, '26 is 2026 and '27 is 1927). None where no
    year is written, or where the text cannot be told apart from month and day.
    """
    mentions = read(text)
    if mentions is None:
        years = _years_among_words(text)
    else:
        written = [mention.year.text for mention in mentions if mention.year]
        years = [_expanded(each, pivot) for each in written]
    if not years or None in years:
        return None
    return "-".join(dict.fromkeys(str(each) for each in years))


def _years_among_words(text: str) -> list[int | None]:
    """Return years beside words only; none where any other figure stands in the text."""
    rest = _QUARTER.sub("", text)
    if any(char.isdigit() for char in _LONE_YEAR.sub("", rest)):
        return []
    return [int(found) for found in _LONE_YEAR.findall(rest)]


def _expanded(written: str, pivot: int | None) -> int | None:
    number = int(written.lstrip(APOSTROPHES))
    if number >= _CENTURY:
        return number
    return None if pivot is None else pivot - (pivot - number) % _CENTURY


def _full_year(mention: Mention) -> int | None:
    return _expanded(mention.year.text, LATEST) if mention.year else None


def _said(mention: Mention, style: DateStyle, day: Part | None) -> ParsedDate:
    number = int(day.text) if day else None
    return ParsedDate(_full_year(mention), mention.month_number, number, style)


def _years(mentions: Sequence[Mention], given: int | None) -> list[int | None]:
    """Return the year of each mention; an end of a range may lend it to the other."""
    years = [_full_year(mention) for mention in mentions]
    if not any(years):
        years[0] = given
    if len(mentions) == 1:
        return years
    first, second = (mention.month_number or 0 for mention in mentions)
    turn = 1 if first > second else 0
    if years[0] is None and years[1] is not None:
        years[0] = years[1] - turn
    elif years[1] is None and years[0] is not None:
        years[1] = years[0] + turn
    return years


def _style(mentions: Sequence[Mention]) -> DateStyle:
    """Collect what the text tells of its own style."""
    months = [mention.month for mention in mentions if mention.month]
    days = [day for mention in mentions for day in (mention.day, mention.last_day) if day]
    names = [month.text.lower() for month in months if not month.text.isdigit()]
    weekdays = [mention.weekday.text.lower() for mention in mentions if mention.weekday]
    year = mentions[0].year or mentions[-1].year
    return DateStyle(
        mentions[0].order,
        len(year.text.lstrip(APOSTROPHES)) if year else None,
        _first(_padded(month) for month in months if month.text.isdigit()),
        _first(_padded(day) for day in days),
        _first(None if name == "may" else name not in MONTHS for name in names),
        tuple(
            name
            for name in names + weekdays
            if len(name) > SHORT and name not in MONTHS and name not in WEEKDAYS
        ),
    )


def _settled(given: DateStyle | None, own: DateStyle) -> DateStyle:
    """Return the given style, completed by what the text itself tells."""
    if given is None:
        return own
    told = {f.name: getattr(given, f.name) for f in fields(DateStyle)}
    return replace(own, **{name: value for name, value in told.items() if value not in (None, ())})


def _padded(part: Part) -> bool | None:
    """Tell whether a figure is padded to two digits; from 10 on it does not show."""
    if len(part.text) < _TWO_DIGITS:
        return False
    return True if part.text.startswith("0") else None


def _first(answers: Iterator[bool | None]) -> bool | None:
    return next((answer for answer in answers if answer is not None), None)


def _moved(mention: Mention, year: int | None, days: int, style: DateStyle) -> list[Part] | None:
    """Return the parts of a mention as they read after the shift."""
    edits: list[Part] = []
    if mention.weekday:
        edits.append(_weekday(mention.weekday, days, style))
    if mention.month is None:
        return edits
    if mention.day is None:
        return None
    new = _day(mention, mention.day, year, days)
    if new is None or new.year not in _YEARS:
        return None
    edits.append(_month(mention.month, new, style, tight=mention.tight))
    padded = (style.padded_day, style.padded_month, mention.tight)
    edits += _day_edits(mention.day, mention.ordinal, new, padded)
    if mention.year:
        edits.append(_year(mention.year, new))
    if mention.last_day:
        last = _day(mention, mention.last_day, year, days)
        # "March 30-31" moved by a day would need a second month.
        if last is None or (last.year, last.month) != (new.year, new.month):
            return None
        edits += _day_edits(mention.last_day, mention.last_ordinal, last, padded)
    return edits


def _day(mention: Mention, day: Part, year: int | None, days: int) -> date | None:
    """Return a calendar day moved by ``days``, or None where there is no such day."""
    month = mention.month_number
    if month is None or year is None:
        return None
    try:
        return date(year, month, int(day.text)) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None


def _figure(number: int, *answers: bool | None) -> str:
    """Return a figure, padded if the first answer that is known says so."""
    return f"{number:02d}" if _first(iter(answers)) else str(number)


def _day_edits(
    day: Part, ordinal: Part | None, new: date, padded: tuple[bool | None, ...]
) -> Iterator[Part]:
    yield Part(day.start, day.end, _figure(new.day, *padded))
    if ordinal:
        ending = _ORDINALS.get(new.day, "th")
        yield Part(ordinal.start, ordinal.end, _cased(ending, ordinal.text))


def _month(month: Part, new: date, style: DateStyle, *, tight: bool) -> Part:
    if month.text.isdigit():
        text = _figure(new.month, style.padded_month, style.padded_day, tight)
        return Part(month.start, month.end, text)
    name = MONTHS[new.month - 1]
    text = _named(name, style) if style.short_month else name
    return Part(month.start, month.end, _cased(text, month.text))


def _weekday(weekday: Part, days: int, style: DateStyle) -> Part:
    written = weekday.text.lower()
    old = next(i for i, name in enumerate(WEEKDAYS) if name.startswith(written[:SHORT]))
    name = WEEKDAYS[(old + days) % len(WEEKDAYS)]
    text = name if written in WEEKDAYS else _named(name, style)
    return Part(weekday.start, weekday.end, _cased(text, weekday.text))


def _named(name: str, style: DateStyle) -> str:
    """Return the short form of a name, in the spelling the writer used for it."""
    odd = (each for each in style.odd if each.startswith(name[:SHORT]))
    return next(odd, name[:SHORT])


def _year(year: Part, new: date) -> Part:
    if len(year.text.lstrip(APOSTROPHES)) > _TWO_DIGITS:
        return Part(year.start, year.end, str(new.year))
    mark = year.text[: len(year.text) - _TWO_DIGITS]
    return Part(year.start, year.end, f"{mark}{new.year % _CENTURY:02d}")


def _cased(text: str, model: str) -> str:
    """Return ``text`` in the letter case of ``model``."""
    if model.isupper():
        return text.upper()
    return text.title() if model[:1].isupper() else text
