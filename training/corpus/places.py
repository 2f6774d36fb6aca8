"""Invents addresses, and places of work, care, learning and worship."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from harborward.text.lexicon import zip_states
from training.corpus.words import ENDS, PHRASES, WORDS

if TYPE_CHECKING:
    from random import Random

    from training.corpus.lists import Lists

STATES: Final = PHRASES["states"]
COUNTRIES: Final = WORDS["countries"]
_SUFFIX: Final = WORDS["suffixes"]
_TREES: Final = WORDS["trees"]
_NATURE: Final = WORDS["nature"]
_SAINTS: Final = WORDS["saints"]
_HILLS: Final = ("Hill", "Creek", "Grove", "Ridge", "Hollow", "View", "Park")
_FOREIGN_WAYS: Final = (
    "Martin Luther King Jr",
    "Old",
    "Camino",
    "El",
    "Rue",
    "Calle",
    "Via",
    "Avenida",
)
_ROADS: Final = ("County Road", "State Route", "Highway", "US", "Rural Route", "FM")


def city(rng: Random, lists: Lists) -> str:
    """Return a town, mostly American, by a mixture of size and chance."""
    name = lists.cities.common(rng) if rng.random() < 0.35 else lists.cities.any(rng)
    return titled(name)


def foreign_city(rng: Random, lists: Lists) -> str:
    """Return a town abroad."""
    pick = lists.big_cities.common(rng) if rng.random() < 0.5 else rng.choice(lists.foreign_cities)
    return titled(pick)


def titled(name: str) -> str:
    """Return a place's name with its capitals."""
    small = {"of", "the", "de", "la", "del", "on", "and", "y", "upon", "am"}
    words = name.split(" ")
    return " ".join(w if i and w in small else w[:1].upper() + w[1:] for i, w in enumerate(words))


def _way(rng: Random, lists: Lists) -> str:
    chance = rng.random()
    if chance < 0.45:
        base = rng.choice(_TREES)
    elif chance < 0.75:
        base = lists.surnames.any(rng).title()
    elif chance < 0.87:
        n = rng.randint(1, 180)
        base = f"{n}{'th' if 10 < n % 100 < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"
    elif chance < 0.93:
        base = f"{rng.choice(_TREES)} {rng.choice(_HILLS)}"
    else:
        base = f"{rng.choice(_FOREIGN_WAYS)} {lists.surnames.any(rng).title()}"
    side = (
        rng.choice(("N ", "S. ", "West ", "East ", "NW ", "SE ", "N. ", "E "))
        if rng.random() < 0.2
        else ""
    )
    if rng.random() < 0.03:
        return f"{rng.choice(_ROADS)} {rng.randint(1, 990)}"
    return f"{side}{base} {rng.choice(_SUFFIX)}"


def street(rng: Random, lists: Lists) -> str:
    """Return a street line, with or without a unit."""
    if rng.random() < 0.06:
        return f"{rng.choice(('PO Box', 'P.O. Box', 'P. O. Box', 'Box'))} {rng.randint(10, 9999)}"
    line = f"{rng.randint(1, 19999 if rng.random() < 0.5 else 999)} {_way(rng, lists)}"
    if rng.random() < 0.22:
        unit = rng.choice(
            ("Apt", "Apt.", "Unit", "#", "Suite", "Ste", "apt", "Lot", "Trlr", "Floor")
        )
        space = "" if unit == "#" else " "
        number = rng.choice(
            (
                f"{rng.randint(1, 40)}",
                f"{rng.randint(1, 30)}{rng.choice('ABCD')}",
                f"{rng.randint(100, 999)}",
            )
        )
        line += f"{rng.choice((', ', ' '))}{unit}{space}{number}"
    return line


def cross(rng: Random, lists: Lists) -> str:
    """Return two streets that meet."""
    pair = [_way(rng, lists) for _ in range(2)]
    if rng.random() < 0.5:
        pair = [way.rsplit(" ", 1)[0] for way in pair]
    return rng.choice((" and ", " & ", " and ", " at ")).join(pair)


def zip_code(rng: Random, state: str) -> str:
    """Return a ZIP code of a state, or of any; now and then with four more digits."""
    plus = f"-{rng.randint(0, 9999):04d}" if rng.random() < 0.12 else ""
    prefixes = _prefixes().get(state)
    if prefixes is None:
        return f"{rng.randint(501, 99950):05d}{plus}"
    return f"{rng.choice(prefixes)}{rng.randint(1, 99):02d}{plus}"


@cache
def _prefixes() -> dict[str, list[str]]:
    """Return the ZIP prefixes of each state, by its code."""
    prefixes: dict[str, list[str]] = {}
    for prefix, state in zip_states().items():
        prefixes.setdefault(state, []).append(prefix)
    return prefixes


def state(rng: Random) -> tuple[str, str]:
    """Return a state's name and code."""
    full, code = rng.choice(STATES).rsplit(" ", 1)
    return full, code


def county(rng: Random, lists: Lists) -> str:
    """Return a county."""
    base = rng.choice((lists.surnames.common(rng).title(), city(rng, lists), rng.choice(_TREES)))
    return f"{base} {rng.choice(('County', 'County', 'County', 'Parish', 'Co.'))}"


def area(rng: Random, lists: Lists) -> str:
    """Return a neighbourhood."""
    base = rng.choice((rng.choice(_NATURE), lists.surnames.any(rng).title(), rng.choice(_TREES)))
    end = rng.choice(
        (
            "Heights",
            "Park",
            "Hill",
            "Village",
            "Estates",
            "Gardens",
            "Point",
            "Square",
            "District",
            "Flats",
            "side",
            "Commons",
        )
    )
    return f"{base}{end}" if end == "side" else f"{base} {end}"


def landmark(rng: Random, lists: Lists) -> str:
    """Return a park, lake, bridge or highway."""
    base = rng.choice((rng.choice(_TREES), lists.surnames.any(rng).title(), rng.choice(_NATURE)))
    return rng.choice(
        (
            *(
                f"Lake {base}",
                f"{base} Lake",
                f"{base} Park",
                f"{base} State Park",
                f"{base} Bridge",
            ),
            *(
                f"I-{rng.randint(4, 95)}",
                f"Highway {rng.randint(2, 300)}",
                f"Route {rng.randint(2, 300)}",
            ),
            *(f"{base} Creek", f"{base} River", f"{base} Mall", f"{base} Beach", f"{base} Trail"),
            *(f"{base} Falls", f"{base} Stadium", f"US-{rng.randint(1, 199)}", f"Mount {base}"),
        )
    )


def room(rng: Random) -> str:
    """Return a resident's own room."""
    number = rng.choice(
        (
            f"{rng.randint(100, 499)}",
            f"{rng.randint(1, 40)}{rng.choice('ABCD')}",
            f"{rng.randint(100, 499)}-{rng.choice('AB')}",
        )
    )
    return f"{rng.choice(('Room', 'room', 'Rm', 'Apt', 'Cottage'))} {number}"


def _base(rng: Random, lists: Lists) -> str:
    """Return what an institution may be called by."""
    chance = rng.random()
    if chance < 0.26:
        return city(rng, lists)
    if chance < 0.42:
        return lists.surnames.any(rng).title()
    if chance < 0.52:
        saint = rng.choice(("St.", "Saint", "St"))
        return f"{saint} {rng.choice(_SAINTS)}{rng.choice(('', chr(39) + 's'))}"
    if chance < 0.57:
        middle = rng.choice("ABCDEFGHJLMRTW")
        return f"{lists.men.any(rng).title()} {middle}. {lists.surnames.any(rng).title()}"
    if chance < 0.76:
        return rng.choice(_NATURE) + (f" {rng.choice(_TREES)}" if rng.random() < 0.2 else "")
    return _trade_name(rng, lists)


def _trade_name(rng: Random, lists: Lists) -> str:
    """Return a name that somebody thought of: Copper Kettle, Novatek, Rosa's, J & R."""
    surnames = [lists.surnames.any(rng).title() for _ in range(2)]
    coined = rng.choice(WORDS["coined_heads"]) + rng.choice(WORDS["coined_tails"])
    letters = [rng.choice("ABCDEFGHJKLMNPRSTW") for _ in range(2)]
    return rng.choice(
        (
            f"{rng.choice(WORDS['qualities'])} {rng.choice(WORDS['things'])}",
            f"{rng.choice(WORDS['qualities'])} {rng.choice(WORDS['things'])}",
            coined,
            f"{rng.choice((lists.women, lists.men)).common(rng).title()}'s",
            f"{surnames[0]}{rng.choice((' & ', ' and ', '-'))}{surnames[1]}",
            f"{surnames[0]}'s",
            rng.choice(("&", " & ", "")).join(letters),
        )
    )


KINDS: Final = tuple(ENDS)
#: How many institutions belong to a chain that everybody knows.
_CHAIN: Final = 0.18
#: How many employers are called by a name that does not say what they do.
_BARE: Final = 0.3
_SMALL_WORDS: Final = frozenset({"of", "and", "the", "for", "&"})


def institution(rng: Random, lists: Lists, kind: str) -> tuple[str, str]:
    """Return an institution's name, and its short form."""
    chain = lists.chains.get(kind)
    if chain and rng.random() < _CHAIN:
        name = rng.choice(chain)
        return name, name
    base = _base(rng, lists)
    end = rng.choice(ENDS[kind])
    joined = "" if rng.random() < 0.96 else rng.choice(("at ", "of ", "- "))
    name = f"{base} {joined}{end}"
    if kind == "employer" and rng.random() < _BARE:
        name = base = _trade_name(rng, lists)
    if kind in {"hospital", "school", "department"} and rng.random() < 0.14:
        name = rng.choice(
            (
                f"University of {city(rng, lists)}",
                f"{end} of {city(rng, lists)}",
                f"Hospital of {base}",
            )
        )
    if kind == "church" and rng.random() < 0.4:
        name = rng.choice(
            (
                f"First {end} of {city(rng, lists)}",
                f"Our Lady of {base}",
                f"{rng.choice(('Mt.', 'Mount', 'New', 'Greater'))} {base} {end}",
            )
        )
    words = [
        w
        for w in name.replace("'s", "").split()
        if w[0].isalpha() and w.lower() not in _SMALL_WORDS
    ]
    letters = "".join(w[0] for w in words).upper()
    if base not in name or (len(letters) > 1 and rng.random() < 0.4):
        return name, letters
    return name, base
