"""Writes dates the ways people write them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from training.corpus.words import PHRASES

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_MONTHS: Final = (
    "January February March April May June July August September October November December"
).split()
_DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_HOLIDAYS: Final = PHRASES["holidays"]


def number(n: int) -> str:
    """Return a number below 200 in words."""
    if n < 20:
        return _ONES[n]
    if n < 100:
        return _TENS[n // 10 - 2] + (f"-{_ONES[n % 10]}" if n % 10 else "")
    return "one hundred" + (f" {number(n - 100)}" if n > 100 else "")


def _ordinal(n: int) -> str:
    if n <= 20:
        return _ORDINALS[n - 1]
    return "thirtieth" if n == 30 else f"{_TENS[n // 10 - 2]} {_ORDINALS[n % 10 - 1]}"


def _th(n: int) -> str:
    return f"{n}{'th' if 10 < n < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def _spoken_year(year: int) -> str:
    if 2000 <= year < 2010:
        return "two thousand" + (f" {_ONES[year - 2000]}" if year > 2000 else "")
    rest = year % 100
    century = number(year // 100)
    if not rest:
        return f"{century} hundred"
    return f"{century} oh {_ONES[rest]}" if rest < 10 else f"{century} {number(rest)}"


def _numeric(rng: Random, d: date) -> str:
    mark = rng.choice(("/", "/", "/", "/", "-", "-", "."))
    year = rng.choice((f"{d.year}", f"{d.year % 100:02d}"))
    month, day = (f"{d.month:02d}", f"{d.day:02d}") if rng.random() < 0.5 else (d.month, d.day)
    if rng.random() < 0.06:
        month, day = day, month
    return f"{month}{mark}{day}{mark}{year}"


def _iso(rng: Random, d: date) -> str:
    return d.isoformat() if rng.random() < 0.85 else d.isoformat().replace("-", "/")


def _long(rng: Random, d: date) -> str:
    name = _MONTHS[d.month - 1]
    short = name[:3] + rng.choice(("", "", "."))
    forms = (
        *[f"{name} {d.day}, {d.year}"] * 5,
        *(
            f"{name} {_th(d.day)}, {d.year}",
            f"{d.day} {name} {d.year}",
            f"{short} {d.day}, {d.year}",
        ),
        *(f"{d.day:02d}-{name[:3]}-{d.year}", f"{d.day}-{name[:3].upper()}-{d.year % 100:02d}"),
        *(
            f"{d.day} {short} {d.year}",
            f"{name} {d.day} {d.year}",
            f"the {_th(d.day)} of {name} {d.year}",
        ),
        *(
            f"{_DAYS[d.weekday()]}, {name} {d.day}, {d.year}",
            f"{d.day:02d}{name[:3].upper()}{d.year}",
        ),
        *(
            f"{short} {d.day} '{d.year % 100:02d}",
            f"{_DAYS[d.weekday()][:3]} {short} {d.day} {d.year}",
        ),
        f"{_th(d.day)} {name} {d.year}",
    )
    return rng.choice(forms)


def _noyear(rng: Random, d: date) -> str:
    name = _MONTHS[d.month - 1]
    short = name[:3] + rng.choice(("", "", "."))
    forms = (
        *[f"{d.month}/{d.day}"] * 6,
        *(
            f"{d.month:02d}/{d.day:02d}",
            f"{name} {d.day}",
            f"{name} {d.day}",
            f"{name} {_th(d.day)}",
        ),
        *(f"{short} {d.day}", f"{d.day} {short}", f"{d.day} {name}", f"the {_th(d.day)} of {name}"),
        *(f"{_DAYS[d.weekday()]} {d.month}/{d.day}", f"{_DAYS[d.weekday()]}, {name} {d.day}"),
        *(
            f"{d.month}-{d.day}",
            f"{_DAYS[d.weekday()][:3]} {d.month}/{d.day}",
            f"{name[:3]}{d.day}",
        ),
        *(
            f"{_DAYS[d.weekday()]} the {_th(d.day)}",
            f"{_DAYS[d.weekday()][:3]} {_th(d.day)}",
            f"{_DAYS[d.weekday()]} {d.day} {name}",
            f"{d.day:02d}-{name[:3]}",
            f"{short} {_th(d.day)}",
        ),
    )
    return rng.choice(forms)


def _month(rng: Random, d: date) -> str:
    name = _MONTHS[d.month - 1]
    forms = (
        *(f"{name} {d.year}", f"{name} {d.year}", f"{name} of {d.year}", f"{name[:3]} {d.year}"),
        *(f"{d.month:02d}/{d.year}", f"{d.month}/{d.year}", f"{d.month}/{d.year % 100:02d}"),
        *(f"{d.year}-{d.month:02d}", f"{name[:3]} of {d.year}", f"{name[:3]}{d.year % 100:02d}"),
        *(f"{name[:3]}-{d.year % 100:02d}", f"{name}, {d.year}", f"{name[:3]} '{d.year % 100:02d}"),
    )
    return rng.choice(forms)


def _range(rng: Random, d: date) -> str:
    end = d + timedelta(days=rng.randint(1, 12))
    name, last = _MONTHS[d.month - 1], _MONTHS[end.month - 1]
    forms = [
        f"{d.month}/{d.day}-{end.month}/{end.day}",
        f"{d.month}/{d.day} - {end.month}/{end.day}",
        f"{d.month:02d}/{d.day:02d}–{end.month:02d}/{end.day:02d}",
        f"{d.month}.{d.day}-{end.month}.{end.day}",
    ]
    forms += [f"{d.month}/{d.day}/{d.year % 100:02d}-{end.month}/{end.day}/{end.year % 100:02d}"]
    if d.month == end.month:
        forms += [
            f"{name} {d.day}-{end.day}",
            f"{name} {d.day} to {end.day}",
            f"{name} {d.day}–{end.day}, {d.year}",
            f"{name} {_th(d.day)}-{_th(end.day)}",
            f"{d.day}-{end.day} {name}",
            f"{d.month}/{d.day}-{end.day}",
        ]
    else:
        forms += [f"{name} {d.day}-{last} {end.day}"]
    return rng.choice(forms)


def _holiday(rng: Random, d: date) -> str:
    name = rng.choice(_HOLIDAYS)
    return f"{name} {d.year}" if rng.random() < 0.15 else name


def _spoken(rng: Random, d: date) -> str:
    name, day = _MONTHS[d.month - 1].lower(), _ordinal(d.day)
    year = f" {_spoken_year(d.year)}" if rng.random() < 0.45 else ""
    forms = (
        f"{name} {day}",
        f"the {day} of {name}",
        f"{name} the {day}",
        f"{name} {number(d.day)}",
    )
    if rng.random() < 0.15:
        return f"{_DAYS[d.weekday()].lower()} {rng.choice(('the ', ''))}{day}"
    return rng.choice(forms) + year


def _stamp(rng: Random, d: date) -> str:
    clock = f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}"
    if rng.random() < 0.5:
        clock += f":{rng.randint(0, 59):02d}"
    return f"{d.isoformat()}T{clock}{rng.choice(('', '', 'Z', '-05:00'))}"


_STYLES: Final[dict[str, Callable[[Random, date], str]]] = {
    "numeric": _numeric,
    "iso": _iso,
    "long": _long,
    "noyear": _noyear,
    "month": _month,
    "monthonly": lambda _, d: _MONTHS[d.month - 1],
    "day": lambda rng, d: _th(d.day) if rng.random() < 0.75 else _ordinal(d.day),
    "range": _range,
    "holiday": _holiday,
    "spoken": _spoken,
    "compact": lambda _, d: f"{d:%Y%m%d}",
    "stamp": _stamp,
}
#: How often each form is met where a template leaves it open.
_OPEN: Final = {
    "numeric": 42,
    "noyear": 22,
    "long": 22,
    "iso": 6,
    "month": 5,
    "holiday": 2,
    "range": 1,
}


def write(rng: Random, day: date, style: str) -> str:
    """Return ``day`` in a style, or in any."""
    return _STYLES[style or any_style(rng)](rng, day)


def any_style(rng: Random) -> str:
    """Return a style as often as it is met."""
    return rng.choices(tuple(_OPEN), tuple(_OPEN.values()))[0]
