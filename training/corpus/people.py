"""Invents people: who they are, and how others write their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

    from training.corpus.lists import Drawn, Lists

_SHE: Final = (
    "mother wife daughter sister aunt grandmother niece girlfriend mom grandma granddaughter "
    "stepmother fiancee widow"
).split()
_HE: Final = (
    "father husband son brother uncle grandfather nephew boyfriend dad grandpa grandson "
    "stepfather fiance widower"
).split()
_PARTICLES: Final = (
    "de la",
    *("van der", "van", "von", "de", "del", "al-", "El-", "Mac", "Mc", "O'", "St. ", "Di", "Ben "),
)
_SHORT: Final = {
    "elizabeth": "Liz Beth Betty Libby",
    "margaret": "Peggy Maggie Meg",
    "katherine": "Kate Kathy Katie",
    "patricia": "Pat Patty Tricia",
    "william": "Will Bill Billy",
    "robert": "Rob Bob Bobby",
    "richard": "Rick Dick Rich",
    "james": "Jim Jimmy",
    "michael": "Mike Mick",
    "joseph": "Joe Joey",
    "charles": "Chuck Charlie",
    "edward": "Ed Ted Eddie",
    "anthony": "Tony",
    "theodore": "Ted Teddy",
    "barbara": "Barb Babs",
    "deborah": "Deb Debbie",
    "susan": "Sue Susie",
    "jennifer": "Jen Jenny",
    "rebecca": "Becky",
    "samuel": "Sam Sammy",
    "daniel": "Dan Danny",
    "thomas": "Tom Tommy",
    "john": "Jack Johnny",
    "francis": "Frank",
    "dorothy": "Dot Dottie",
}
_NICKS: Final = (
    "Bud Buddy Red Skip Sonny Junior Bubba Chip Ace Doc Tex Duke Smokey Butch Cookie Honey Peanut "
    "Pepper Sissy Kiki Lulu Nana Papa Bear Moose Rusty Sparky Dusty Cricket Birdie Tiny Slim Bam "
    "Coco DJ JJ TJ AJ CJ MJ KC Mimi Gigi Pops Boo Trey Ozzie Mac Izzy Gus Fitz Scooter Sunny"
).split()
_TAIL: Final = ("Jr", "Jr.", "Sr.", "II", "III", ", Jr.", "IV")


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person."""

    first: str
    middle: str
    last: str
    nick: str
    tail: str
    woman: bool


def invent(rng: Random, lists: Lists, key: str) -> Person:
    """Invent a person whose role is ``key``."""
    role = key.rstrip("0123456789_")
    woman = role in _SHE or (role not in _HE and rng.random() < 0.5)
    first, last = _names(rng, lists, woman=woman)
    return Person(
        first,
        middle=_names(rng, lists, woman=woman)[0],
        last=last,
        nick=_nick(rng, first),
        tail=rng.choice(_TAIL) if not woman and rng.random() < 0.04 else "",
        woman=woman,
    )


def _names(rng: Random, lists: Lists, *, woman: bool) -> tuple[str, str]:
    if lists.foreign and rng.random() < 0.14:
        first, last, sex = rng.choice(lists.foreign)
        if (sex == "F") == woman:
            return first, last
    pool, plain = (lists.women, lists.word_women) if woman else (lists.men, lists.word_men)
    if rng.random() < lists.hard:
        return _hard(rng, plain, lists), _hard(rng, lists.word_surnames, lists)
    return _given(rng, pool, plain, lists), _surname(rng, lists)


def _hard(rng: Random, plain: Drawn, lists: Lists) -> str:
    """Return a name that is a word, or one that is on no list."""
    return plain.any(rng).title() if rng.random() < 0.6 else _nobody(rng, lists)


def _given(rng: Random, pool: Drawn, plain: Drawn, lists: Lists) -> str:
    chance = rng.random()
    if chance < 0.55:
        return pool.common(rng).title()
    if chance < 0.80:
        return pool.any(rng).title()
    if chance < 0.90:
        return plain.any(rng).title()
    if chance < 0.93:
        return f"{pool.common(rng).title()}{rng.choice('- ')}{pool.common(rng).title()}"
    return _nobody(rng, lists)


def _surname(rng: Random, lists: Lists) -> str:
    chance = rng.random()
    if chance < 0.42:
        return _cased(lists.surnames.common(rng))
    if chance < 0.74:
        return _cased(lists.surnames.any(rng))
    if chance < 0.84:
        return lists.word_surnames.any(rng).title()
    if chance < 0.88:
        return f"{lists.surnames.common(rng).title()}-{lists.surnames.common(rng).title()}"
    if chance < 0.92:
        name = lists.surnames.any(rng).title()
        particle = rng.choice(_PARTICLES)
        return particle + name if particle[-1] in "-'c " else f"{particle} {name}"
    return _nobody(rng, lists)


def _cased(name: str) -> str:
    """Return a surname as its bearers write it: McDonald, O'Neil."""
    if name.startswith("mc") and len(name) > 4:
        return "Mc" + name[2:].title()
    return "'".join(part.title() for part in name.split("'"))


def _nobody(rng: Random, lists: Lists) -> str:
    """Return a name that is on no list."""
    bar = lists.syllables.index("|")
    return rng.choice(lists.syllables[:bar]) + rng.choice(lists.syllables[bar + 1 :])


def _nick(rng: Random, first: str) -> str:
    known = _SHORT.get(first.lower())
    if known and rng.random() < 0.8:
        return rng.choice(known.split())
    if len(first) > 5 and first.isalpha() and rng.random() < 0.6:
        return first[: rng.choice((3, 4))].title() + rng.choice(("", "y", "ie"))
    return rng.choice(_NICKS)


def initials(rng: Random, person: Person) -> str:
    """Return the person's initials: JAS, J.S., js."""
    letters = [person.first[0], person.last[0]]
    if rng.random() < 0.4:
        letters.insert(1, person.middle[0])
    form = rng.choice(("", "", "", ".", ". "))
    joined = "".join(letter + form for letter in letters).strip()
    return joined if rng.random() < 0.75 else joined.lower()


def spelled(rng: Random, name: str) -> str:
    """Return a name letter by letter, as it is given on the telephone."""
    letters = [c for c in name if c.isalpha()]
    if rng.random() < 0.5:
        return rng.choice("- ").join(c.upper() for c in letters)
    return rng.choice((" ", ", ", "-")).join(c.lower() for c in letters)


def full(rng: Random, person: Person) -> str:
    """Return the full name in one of its common forms."""
    first, middle, last = person.first, person.middle, person.last
    tail = f" {person.tail}".replace(" ,", ",") if person.tail else ""
    forms = (
        (0.60, f"{first} {last}{tail}"),
        (0.13, f"{first} {middle[0]}. {last}{tail}"),
        (0.04, f"{first} {middle[0]} {last}"),
        (0.04, f"{first[0]}. {last}"),
        (0.02, f"{first[0]} {last}"),
        (0.05, f"{first} {middle} {last}"),
        (0.02, f"{first[0]}. {middle[0]}. {last}"),
        (0.02, f"{first[0]}.{middle[0]}. {last}"),
        (0.02, f'{first} "{person.nick}" {last}'),
        (0.01, f"{first} ({person.nick}) {last}"),
        (0.02, f"{person.nick} {last}"),
        (0.03, last_first(rng, person)),
    )
    weights, values = zip(*forms, strict=True)
    return rng.choices(values, weights)[0]


def last_first(rng: Random, person: Person) -> str:
    """Return the surname first: Okafor, Ada M."""
    middle = rng.choice(
        ("", "", f" {person.middle[0]}", f" {person.middle[0]}.", f" {person.middle}")
    )
    return f"{person.last}{rng.choice((', ', ', ', ', ', ','))}{person.first}{middle}"
