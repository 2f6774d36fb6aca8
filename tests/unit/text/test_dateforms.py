"""Written dates: which forms are read, and what their parts are taken for."""

from __future__ import annotations

import pytest

from harborward.text.dateforms import LONGEST, Order, read


@pytest.mark.parametrize(
    ("text", "order", "month", "day", "year"),
    [
        ("3/14/2024", Order.MONTH_FIRST, "3", "14", "2024"),
        ("03 - 14 - 2024", Order.MONTH_FIRST, "03", "14", "2024"),
        ("14.03.24", Order.DAY_FIRST, "03", "14", "24"),
        ("2024-03-14", Order.YEAR_FIRST, "03", "14", "2024"),
        ("2024-03-14T08:15:00Z", Order.YEAR_FIRST, "03", "14", "2024"),
        ("2024 Mar 14", Order.YEAR_FIRST, "Mar", "14", "2024"),
        ("20240314", Order.YEAR_FIRST, "03", "14", "2024"),
        ("031424", Order.MONTH_FIRST, "03", "14", "24"),
        ("14032024", Order.DAY_FIRST, "03", "14", "2024"),
        ("March 14, 2024", Order.MONTH_FIRST, "March", "14", "2024"),
        ("14MAR24", Order.DAY_FIRST, "MAR", "14", "24"),
        ("Tue, 3/14/24 at 0815", Order.MONTH_FIRST, "3", "14", "24"),
        ("3/14/24, 8 am", Order.MONTH_FIRST, "3", "14", "24"),
    ],
)
def test_a_whole_date_is_read(text: str, order: Order, month: str, day: str, year: str) -> None:
    """Figures, names, ISO and compact forms give their three parts and their order."""
    mentions = read(text)

    assert mentions is not None
    (mention,) = mentions
    assert mention.order is order
    assert mention.month
    assert mention.day
    assert mention.year
    assert (mention.month.text, mention.day.text, mention.year.text) == (month, day, year)


def test_parts_stand_where_the_text_has_them() -> None:
    """The offsets of a part point at its own characters."""
    text = "Tuesday, March 14th"

    mentions = read(text)

    assert mentions
    parts = [mentions[0].weekday, mentions[0].month, mentions[0].day, mentions[0].ordinal]
    assert [text[part.start : part.end] for part in parts if part] == [
        "Tuesday",
        "March",
        "14",
        "th",
    ]


def test_day_first_settles_what_could_be_either() -> None:
    """3/4/2024 is 3 April where the caller says so, and 4 March otherwise."""
    american, british = read("3/4/2024"), read("3/4/2024", day_first=True)

    assert american
    assert british
    assert (american[0].month_number, british[0].month_number) == (3, 4)


def test_day_first_yields_to_the_calendar() -> None:
    """3/14/2024 has one reading only, whatever the caller says."""
    mentions = read("3/14/2024", day_first=True)

    assert mentions
    assert mentions[0].order is Order.MONTH_FIRST


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("March 14-16, 2024", ["14", "16"]),
        ("3/14-16", ["14", "16"]),
        ("3/14-16/24", ["14", "16"]),
        ("14 to 16 March", ["14", "16"]),
    ],
)
def test_a_range_within_a_month_has_a_last_day(text: str, days: list[str]) -> None:
    """Both days of a short range are found in one mention."""
    mentions = read(text)

    assert mentions
    assert mentions[0].day
    assert mentions[0].last_day
    assert [mentions[0].day.text, mentions[0].last_day.text] == days


@pytest.mark.parametrize(
    "text", ["3/14-3/16", "3/14/24 - 3/16/24", "March 30 to April 2, 2024", "3/2-3/16", "Mon-Fri"]
)
def test_a_range_has_two_mentions(text: str) -> None:
    """Each end of a range is a date of its own."""
    mentions = read(text)

    assert mentions
    assert len(mentions) == 2


def test_a_month_may_stand_alone_or_with_a_year() -> None:
    """Month, month and year, and figures of month and year name no day."""
    found = [read(text) for text in ("March", "Mar '24", "3/2024")]

    assert [mentions[0].day for mentions in found if mentions] == [None, None, None]


def test_a_weekday_alone_has_no_month() -> None:
    """A weekday is read, and its month number is unknown."""
    mentions = read("Thurs")

    assert mentions
    assert mentions[0].month_number is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Christmas",
        "14/14/2024",
        "3/32",
        "march fourteenth",
        "3/14, 3/15",
        "3/14 to 3/15 to 3/16",
        "3/14 or so",
        "O3/l4/2O24",
        "1 of 5",
    ],
)
def test_what_is_in_doubt_is_not_read(text: str) -> None:
    """Spelled days, lists, scan noise and impossible figures are no date."""
    assert read(text) is None


def test_a_text_beyond_the_bound_is_not_read() -> None:
    """No written date is that long."""
    assert read("3/14/24" + " " * LONGEST) is None
