"""Fills the slots of a template with one invented world."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from training.corpus import codes, dates, people, places
from training.corpus.markup import LABELS, NUMBERS, Slot

if TYPE_CHECKING:
    from random import Random

    from training.corpus.lists import Lists
    from training.corpus.markup import Template

#: Marks a stretch of which nothing is known: it is neither rewarded nor punished.
IGNORED: Final = "?"
_FRESH: Final = frozenset(
    "date phone ext pager fax url ip mac time weekday season year n one state country".split()
)
_PEOPLE: Final = frozenset({"name", "first", "last", "nick", "initials", "lastfirst"})
_GENDER: Final = {
    "he": ("she", "he"),
    "He": ("She", "He"),
    "him": ("her", "him"),
    "his": ("her", "his"),
    "His": ("Her", "His"),
    "mr": ("Ms.", "Mr."),
    "man": ("woman", "man"),
    "male": ("female", "male"),
    "M": ("F", "M"),
    "boy": ("girl", "boy"),
    "spouse": ("husband", "wife"),
}
#: How many grown-ups are over 89.
_OLD: Final = 0.08
_SEASONS: Final = ("spring", "summer", "fall", "winter", "autumn")
_WEEKDAYS: Final = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tues Wed Thurs Fri".split()
)


class Piece(NamedTuple):
    """A stretch of text with its label, None for none."""

    text: str
    label: str | None


class World:
    """The people, places and numbers of one document."""

    def __init__(self, rng: Random, lists: Lists) -> None:
        """Start with nobody."""
        self._rng = rng
        self._lists = lists
        self._people: dict[str, people.Person] = {}
        self._values: dict[tuple[str, str, str], list[Piece]] = {}
        self._institutions: dict[tuple[str, str], tuple[str, str]] = {}
        #: The code of the state written last; a ZIP code behind it lies there.
        self._last_state = ""
        self._today = date(rng.randint(1998, 2026), 1, 1) + timedelta(days=rng.randint(0, 364))
        #: Who writes a note keeps to one style of dates, mostly.
        self._style = dates.any_style(rng) if rng.random() < 0.6 else ""

    def person(self, key: str) -> people.Person:
        """Return the person of a role, inventing it when first met."""
        key = key or "patient"
        if key not in self._people:
            role = key
            if key.rstrip("0123456789") == "spouse":
                role = "husband" if self.person("patient").woman else "wife"
            person = people.invent(self._rng, self._lists, role)
            patient = self._people.get("patient")
            if patient and self._rng.random() < 0.35 and key.rstrip("0123456789") in _KIN:
                person = people.Person(
                    person.first,
                    person.middle,
                    patient.last,
                    person.nick,
                    person.tail,
                    person.woman,
                )
            self._people[key] = person
        return self._people[key]

    def fill(self, template: Template) -> list[Piece]:
        """Return the template's pieces with values for its slots."""
        pieces: list[Piece] = []
        for part in template.parts:
            if isinstance(part, Slot):
                pieces += self.value(part)
            elif part:
                pieces.append(Piece(part, None))
        return pieces

    def value(self, slot: Slot) -> list[Piece]:
        """Return the pieces of a slot: one, or several for an address."""
        if slot.kind in _FRESH and not slot.key:
            return self._new(slot)
        known = (slot.kind, slot.key, slot.option)
        if known not in self._values:
            self._values[known] = self._new(slot)
        return self._values[known]

    def _new(self, slot: Slot) -> list[Piece]:
        if slot.kind == "address":
            return self._address()
        if slot.kind == "age" and self._rng.random() < _OLD:
            slot = Slot("age90", slot.key, slot.option)
        return [Piece(self._text(slot), LABELS[slot.kind])]

    def _text(self, slot: Slot) -> str:
        kind = slot.kind
        if kind in _PEOPLE:
            return self._named(kind, self.person(slot.key), slot.option)
        if kind in _GENDER:
            return _GENDER[kind][0 if self.person(slot.key).woman else 1]
        if kind in places.KINDS:
            return self._institution(slot)
        if LABELS[kind] == "LOCATION" or kind in {"state", "country"}:
            return self._place(kind, slot.option)
        if LABELS[kind] in {"EMAIL", "URL"} or kind in {"user", "file", "photo"}:
            return self._online(slot)
        if LABELS[kind] is None or LABELS[kind] in {"DATE", "AGE>89"}:
            return self._timed(slot)
        return self._coded(kind, slot.option)

    def _coded(self, kind: str, option: str) -> str:
        rng = self._rng
        if kind in {"phone", "fax"}:
            return codes.spoken_phone(rng) if option else codes.phone(rng)
        if kind in {"ext", "pager", "vin"}:
            return {"ext": codes.extension, "pager": codes.pager, "vin": codes.vin}[kind](rng)
        return codes.shaped(rng, kind)

    def _named(self, kind: str, person: people.Person, option: str) -> str:
        rng = self._rng
        if kind == "name":
            return people.full(rng, person)
        if kind == "lastfirst":
            return people.last_first(rng, person)
        if kind == "initials":
            return people.initials(rng, person)
        name = {"first": person.first, "last": person.last, "nick": person.nick}[kind]
        return people.spelled(rng, name) if option else name

    def _institution(self, slot: Slot) -> str:
        known = (slot.kind, slot.key)
        if known not in self._institutions:
            made = places.institution(self._rng, self._lists, slot.kind)
            self._institutions[known] = made
        return self._institutions[known][slot.option == "short"]

    def _place(self, kind: str, option: str) -> str:
        rng, lists = self._rng, self._lists
        if kind == "state":
            return self._state(option)
        if kind == "country":
            return rng.choice(places.COUNTRIES)
        if kind == "zip":
            return places.zip_code(rng, self._last_state)
        if kind == "room":
            return places.room(rng)
        if kind == "foreigncity":
            return places.foreign_city(rng, lists)
        makers = {
            "street": places.street,
            "city": places.city,
            "county": places.county,
            "cross": places.cross,
            "area": places.area,
            "landmark": places.landmark,
        }
        return makers[kind](rng, lists)

    def _state(self, option: str) -> str:
        full, self._last_state = places.state(self._rng)
        forms = {"full": full, "code": self._last_state}
        return forms.get(option) or self._rng.choice((full, self._last_state))

    def _online(self, slot: Slot) -> str:
        rng, person = self._rng, self.person(slot.key)
        if slot.kind == "email":
            make = codes.spoken_email if slot.option else codes.email
            return make(rng, person.first, person.last)
        if slot.kind == "url":
            return codes.url(rng, person.last)
        if slot.kind == "user":
            return codes.user(rng, person.first, person.last)
        return codes.file(rng, person.first, person.last, photo=slot.kind == "photo")

    def _timed(self, slot: Slot) -> str:
        rng, kind, option = self._rng, slot.kind, slot.option
        if kind == "date":
            day = self._today + timedelta(
                days=rng.randint(-120, 120) if rng.random() < 0.8 else rng.randint(-9000, 0)
            )
            return dates.write(rng, day, option or self._style)
        if kind == "dob":
            day = date(rng.randint(1931, 2024), 1, 1) + timedelta(days=rng.randint(0, 364))
            return dates.write(
                rng, day, option or rng.choice(("numeric", "numeric", "long", "iso"))
            )
        if kind in {"age", "child", "age90"}:
            low, high = {"age": (18, 89), "child": (1, 17), "age90": (90, 104)}[kind]
            age = rng.randint(low, high)
            return dates.number(age) if option == "words" else str(age)
        if kind == "n":
            return _number(rng, option)
        if kind == "one":
            return rng.choice(option.split(";"))
        return {
            "year": lambda: str(rng.randint(1960, 2026)),
            "weekday": lambda: rng.choice(_WEEKDAYS),
            "season": lambda: rng.choice(_SEASONS),
            "time": lambda: _clock(rng),
        }[kind]()

    def _address(self) -> list[Piece]:
        rng, lists = self._rng, self._lists
        break_ = "\n" if rng.random() < 0.4 else rng.choice((", ", ", ", " ", "; "))
        pieces = [Piece(places.street(rng, lists), "LOCATION"), Piece(break_, None)]
        pieces += [Piece(places.city(rng, lists), "LOCATION")]
        pieces += [
            Piece(
                rng.choice((", ", ", ", " "))
                + self._state("code" if rng.random() < 0.85 else "full"),
                None,
            )
        ]
        if rng.random() < 0.9:
            pieces += [
                Piece(rng.choice((" ", " ", "  ", ", ")), None),
                Piece(places.zip_code(rng, self._last_state), "LOCATION"),
            ]
        return pieces


_KIN: Final = frozenset("mother wife daughter sister aunt father husband son brother uncle".split())


def _number(rng: Random, option: str) -> str:
    low, high = NUMBERS.fullmatch(option).groups()  # type: ignore[union-attr] - markup checked it
    if "." in option:
        digits = max(len(part.partition(".")[2]) for part in (low, high))
        return f"{rng.uniform(float(low), float(high)):.{digits}f}"
    return str(rng.randint(*sorted((int(low), int(high)))))


def _clock(rng: Random) -> str:
    hour, minute = rng.randint(0, 23), rng.randint(0, 59)
    half = "AM" if hour < 12 else "PM"
    return rng.choice(
        (
            f"{hour:02d}:{minute:02d}",
            f"{hour % 12 or 12}:{minute:02d} {half}",
            f"{hour:02d}{minute:02d}",
            f"{hour % 12 or 12} {half.lower()}",
            f"{hour % 12 or 12}:{minute:02d}{half.lower()}",
        )
    )
