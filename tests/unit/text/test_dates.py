"""Dates moved and written again as they were, or not at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from harborward.text.dateforms import Order
from harborward.text.dates import DateStyle, parse, shift, year_only

DAYS = st.dates(date(1951, 1, 1), date(2049, 12, 31))
SHIFTS = st.integers(-4000, 4000)
FORMATS = st.sampled_from(
    [
        *("%m/%d/%Y", "%m/%d/%y", "%-m/%-d/%Y", "%-m/%-d/%y", "%m-%d-%Y", "%m.%d.%y", "%Y-%m-%d"),
        *("%Y/%m/%d", "%Y%m%d", "%m%d%Y", "%Y%m%d%H%M", "%Y-%m-%dT08:15:00Z", "%m / %d / %Y"),
        *("%B %-d, %Y", "%b. %-d, %Y", "%d %b %Y", "%d-%b-%y", "%d%b%Y", "%A, %B %-d, %Y"),
        *("%a %-m/%-d/%y", "%b %d '%y", "%m/%d/%Y 08:15", "%-m/%-d/%y at 0815", "the %-d of %B %Y"),
    ]
)
CASES = st.sampled_from([str, str.upper, str.lower])


@given(DAYS, FORMATS, CASES, SHIFTS)
def test_a_shift_and_its_reverse_give_the_same_text(
    day: date, form: str, case: type[str], days: int
) -> None:
    """With the style of the original nothing of its writing is lost."""
    assume(date(1951, 1, 1) <= day + timedelta(days=days) <= date(2049, 12, 31))
    text = case(day.strftime(form))
    parsed = parse(text)
    assert parsed

    moved = shift(text, days)

    assert moved is not None
    assert shift(moved, -days, style=parsed.style) == text


@given(DAYS, FORMATS, SHIFTS)
def test_a_shift_moves_the_day_by_as_much(day: date, form: str, days: int) -> None:
    """The shifted text says the shifted day, so intervals stay as they were."""
    target = day + timedelta(days=days)
    assume(date(1951, 1, 1) <= target <= date(2049, 12, 31))
    parsed = parse(day.strftime(form))
    assert parsed

    moved = shift(day.strftime(form), days)

    assert moved is not None
    read = parse(moved)
    assert read
    assert (read.year, read.month, read.day) == (target.year, target.month, target.day)


@given(DAYS, st.integers(1, 60), SHIFTS)
def test_both_ends_of_a_range_move(day: date, length: int, days: int) -> None:
    """A range keeps its length."""
    end = day + timedelta(days=length)
    assume(date(1951, 1, 1) <= day + timedelta(days=days))
    assume(end + timedelta(days=days) <= date(2049, 12, 31))
    assume(end <= date(2049, 12, 31))

    moved = shift(f"{day:%m/%d/%Y}-{end:%m/%d/%Y}", days)

    assert moved is not None
    read = parse(moved)
    assert read
    assert read.until
    first = date(read.year or 1, read.month or 1, read.day or 1)
    last = date(read.until.year or 1, read.until.month or 1, read.until.day or 1)
    assert last - first == end - day


@given(
    st.text(
        st.sampled_from(
            "0123456789/-.: '\N{RIGHT SINGLE QUOTATION MARK}TQqMarchDecof,thst\N{EN DASH}APMZ"
        ),
        max_size=24,
    )
)
def test_a_year_is_all_that_year_only_gives(text: str) -> None:
    """Whatever comes in, out comes a year, two years, or nothing."""
    year = year_only(text, pivot=2026)

    assert year is None or all(
        len(part) == 4 and 1800 <= int(part) <= 2099 for part in year.split("-")
    )


@given(DAYS, FORMATS)
def test_a_year_holds_no_month_and_no_day(day: date, form: str) -> None:
    """Of a whole date only the year is left."""
    assert year_only(day.strftime(form), pivot=2050) == str(day.year)


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        ("3/14/24", 20, "4/3/24"),
        ("03-14-24", 20, "04-03-24"),
        ("14.03.2024", 20, "03.04.2024"),
        ("2024-03-14T08:15:00-04:00", 20, "2024-04-03T08:15:00-04:00"),
        ("202403140815", 20, "202404030815"),
        ("14-MAR-2024", 20, "03-APR-2024"),
        ("14MAR24", 20, "03APR24"),
        ("MARCH 3RD, 2024", 1, "MARCH 4TH, 2024"),
        ("Mar. 31st, 2024", 1, "Apr. 1st, 2024"),
        ("the 22nd of May 2024", 1, "the 23rd of May 2024"),
        ("Tuesday, March 14, 2023", 20, "Monday, April 3, 2023"),
        ("Sept 5, 2023", 20, "Sept 25, 2023"),
        ("Thurs 9/5/24", -1, "Wed 9/4/24"),
        ("March 14-16, 2024", 20, "April 3-5, 2024"),
        ("March 3rd-4th, 2024", 18, "March 21st-22nd, 2024"),
        ("12/19/24-02/16/25", 20, "01/08/25-03/08/25"),
        ("December 30 - January 3, 2024", 20, "January 19 - January 23, 2024"),
        ("Mar 3 '24", 1, "Mar 4 '24"),
        ("12/31/1999", 1, "01/01/2000"),
        ("Wednesday", 3, "Saturday"),
        ("2/28/24.", 1, "2/29/24."),
    ],
)
def test_the_writing_stays(text: str, days: int, expected: str) -> None:
    """Padding, separators, case, ordinals, clock time and shape are those of the text."""
    assert shift(text, days) == expected


def test_a_style_settles_what_figures_leave_open() -> None:
    """12/10 says nothing of padding; the style of another date does."""
    style = DateStyle(Order.MONTH_FIRST, padded_month=False, padded_day=False)

    assert shift("12/10/2024", -40, style=style) == "10/31/2024"
    assert shift("12/10/2024", -9, style=style) == "12/1/2024"


def test_a_style_settles_the_order_too() -> None:
    """With a day-first style 3/4/2024 is in April."""
    assert shift("3/4/2024", 30, style=DateStyle(Order.DAY_FIRST)) == "3/5/2024"
    assert shift("3/4/2024", 30, day_first=True) == "3/5/2024"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3/14", "4/3"),
        ("March 14", "April 3"),
        ("3/14-3/16", "4/3-4/5"),
        ("12/30-1/2", "1/19-1/22"),
        ("3/14-16", "4/3-5"),
        ("2/29", "3/20"),
    ],
)
def test_a_date_without_a_year_takes_the_given_one(text: str, expected: str) -> None:
    """It is moved as a day of that year and stays without a year."""
    assert shift(text, 20, year=2024) == expected


def test_a_year_on_one_end_serves_the_other() -> None:
    """The far end inherits a year, turned at New Year."""
    assert shift("12/30/24-1/2", 3) == "1/2/25-1/5"
    assert shift("3/1/24-3/2", 3) == "3/4/24-3/5"
    assert shift("March 1 - March 2, 2024", 3) == "March 4 - March 5, 2024"


@pytest.mark.parametrize(
    "text",
    [
        "3/14",  # no year to count with
        "March 2024",
        "9/2019",
        "November",
        "Christmas 2023",
        "march fourteenth",
        "2/30/2024",
        "March 30-31, 2024",  # the last day would need a second month
        "March 31-32",
        "March 20-32, 2024",
    ],
)
def test_what_cannot_be_moved_faithfully_is_not(text: str) -> None:
    """The caller redacts instead."""
    assert shift(text, 1) is None


def test_a_leap_day_needs_a_leap_year() -> None:
    """29 February of a year that has none is no day."""
    assert shift("2/29", 20, year=2023) is None


@pytest.mark.parametrize("days", [40_000, -2_000_000, 10**12])
def test_a_shift_beyond_the_years_we_read_is_refused(days: int) -> None:
    """Years 1800 to 2099 only, so that the result can be read again."""
    assert shift("3/14/2024", days) is None


def test_a_range_has_an_end() -> None:
    """Both the written range and the short form give ``until``."""
    long, short = parse("3/14/24-4/2/24"), parse("March 14-16, 2024")

    assert long
    assert long.until
    assert short
    assert short.until
    assert (long.until.month, long.until.day, short.until.day) == (4, 2, 16)


def test_what_is_missing_is_none() -> None:
    """A month alone names neither year nor day."""
    parsed = parse("March")

    assert parsed
    assert (parsed.year, parsed.month, parsed.day) == (None, 3, None)


def test_a_two_digit_year_is_read_in_full_and_known_as_short() -> None:
    """51 to 99 are 1951 to 1999, 00 to 50 are 2000 to 2050."""
    old, new = parse("3/14/51"), parse("3/14/50")

    assert old
    assert new
    assert (old.year, new.year, new.style.year_digits) == (1951, 2050, 2)


@pytest.mark.parametrize("text", ["Tuesday", "Christmas", ""])
def test_without_a_month_nothing_is_parsed(text: str) -> None:
    """A weekday or a holiday is no calendar date."""
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3/14/2024", "2024"),
        ("12/19/2023-02/16/2024", "2023-2024"),
        ("3/14/2024 to 3/16/2024", "2024"),
        ("3/14 to 3/16/2024", "2024"),
        ("Christmas 2023", "2023"),
        ("spring of 2019", "2019"),
        ("Q3 2023", "2023"),
        ("winter 2019 or 2020", "2019-2020"),
        ("3/14/24", None),
        ("3/14", None),
        ("Christmas", None),
        ("week 12 of 2023", None),
        ("O3/l4/2024", None),
    ],
)
def test_the_year_is_given_as_written(text: str, expected: str | None) -> None:
    """Four digits stay; two digits, none, or other figures beside them give nothing."""
    assert year_only(text) == expected


def test_a_pivot_expands_two_digits() -> None:
    """The latest year with that ending up to the pivot."""
    assert [year_only(f"3/14/{short}", pivot=2026) for short in ("26", "27", "00")] == [
        "2026",
        "1927",
        "2000",
    ]
