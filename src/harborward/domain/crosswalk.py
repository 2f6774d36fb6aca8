"""Who stands for whom: the re-identification codes of 45 CFR 164.514(c).

A code must not be derived from the person's data, so every surrogate is drawn at
random and remembered here; the crosswalk is the only link back and is itself PHI.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Never, final

from harborward.domain.errors import CrosswalkError

if TYPE_CHECKING:
    from collections.abc import Callable

    from harborward.domain.identifier import Label

#: A draw that meets only taken surrogates this often means the pool is exhausted.
MAX_DRAWS: Final = 1000


@dataclass(frozen=True, slots=True)
class Surrogate:
    """A stand-in text. It was drawn at random, so it may be shown."""

    text: str
    label: Label


@final
class Crosswalk:
    """A one-to-one map between originals and surrogates, within one scope of trust.

    The same original gets the same surrogate; two originals never share one; no
    surrogate equals an original known here when it was drawn. Names, places and
    organisations are drawn part by part, so that a surname alone still points to the
    surrogate of the full name. It does not show, pickle or copy itself, and it is not
    made for two threads at once.
    """

    __slots__ = (
        "__counters",
        "__forward",
        "__memory",
        "__originals",
        "__part_taken",
        "__parts",
        "__shifts",
        "__shown",
        "__tags",
        "__taken",
    )

    def __init__(self) -> None:
        """Start empty."""
        self.__forward: dict[tuple[Label, str], Surrogate] = {}
        self.__tags: dict[tuple[Label, str], Surrogate] = {}
        self.__taken: set[str] = set()
        self.__parts: dict[tuple[Label, str], str] = {}
        self.__part_taken: set[str] = set()
        self.__originals: set[str] = set()
        self.__shown: dict[str, str] = {}
        self.__counters: dict[Label, int] = {}
        self.__shifts: dict[str, int] = {}
        self.__memory: dict[tuple[Label, str], str] = {}

    def __repr__(self) -> str:
        """Return the size, never a pair."""
        return f"<Crosswalk: {len(self)} surrogates>"

    def __reduce__(self) -> Never:
        """Refuse to be pickled or copied."""
        msg = "a Crosswalk does not pickle: store it sealed"
        raise TypeError(msg)

    def __len__(self) -> int:
        """Return how many surrogates were given out."""
        return len(self.__forward) + len(self.__tags)

    def __bool__(self) -> bool:
        """Be true even while empty: ``crosswalk or Crosswalk()`` must not lose one."""
        return True

    def reserve(self, *texts: str) -> None:
        """Make known texts that no surrogate drawn from now on may equal.

        Call it with all originals of a document, and all placeholders that already stand
        in it, before the first surrogate of that document is drawn.
        """
        self.__originals.update(text.casefold() for text in texts)

    def surrogate(self, label: Label, original: str, draw: Callable[[], str]) -> Surrogate:
        """Return the surrogate of ``original``, drawing one on first sight.

        ``original`` is the normal form of the value (the caller folds case and space).

        Raises:
            CrosswalkError: ``draw`` gave only taken values, ``MAX_DRAWS`` times.
        """
        return self.__lookup(self.__forward, label, original, draw)

    def __lookup(
        self,
        table: dict[tuple[Label, str], Surrogate],
        label: Label,
        original: str,
        draw: Callable[[], str],
    ) -> Surrogate:
        known = table.get((label, original))
        if known is None:
            self.__originals.add(original.casefold())
            known = Surrogate(self.__fresh(label, draw, self.__taken), label)
            table[label, original] = known
        return known

    def part(self, label: Label, original: str, draw: Callable[[], str]) -> str:
        """Return the surrogate of one part of a value, such as a surname, likewise one-to-one.

        Raises:
            CrosswalkError: ``draw`` gave only taken values, ``MAX_DRAWS`` times.
        """
        known = self.__parts.get((label, original))
        if known is None:
            self.__originals.add(original.casefold())
            known = self.__fresh(label, draw, self.__part_taken)
            self.__parts[label, original] = known
        return known

    def __fresh(self, label: Label, draw: Callable[[], str], taken: set[str]) -> str:
        for _ in range(MAX_DRAWS):
            text = draw()
            key = text.casefold()
            if key not in taken and key not in self.__originals:
                taken.add(key)
                return text
        msg = f"no fresh {label.value} surrogate was left after {MAX_DRAWS} draws"
        raise CrosswalkError(msg, advice="Use the tag operator, or start a new crosswalk")

    def number(self, label: Label, original: str) -> Surrogate:
        """Return the numbered tag of ``original``, such as ``[NAME-1]``."""

        def draw() -> str:
            self.__counters[label] = self.__counters.get(label, 0) + 1
            return f"[{label.value}-{self.__counters[label]}]"

        return self.__lookup(self.__tags, label, original, draw)

    def initial(self, label: Label, key: str, draw: Callable[[], str]) -> str:
        """Return the letter remembered for ``key``, drawing one on first sight.

        Letters are too few to be one-to-one; the whole value they stand in still is.
        """
        if (label, key) not in self.__memory:
            self.__memory[label, key] = draw()
        return self.__memory[label, key]

    def shift(self, person: str, draw: Callable[[], int]) -> int:
        """Return the date shift in days of ``person``, drawing one on first sight."""
        if person not in self.__shifts:
            self.__shifts[person] = draw()
        return self.__shifts[person]

    def record(self, shown: str, original: str) -> None:
        """Remember which spelling of an original ``shown`` stood for, the first time."""
        self.__shown.setdefault(shown, original)

    def original(self, shown: str) -> str | None:
        """Return the original that ``shown`` stood for first, or None if it is not of here."""
        return self.__shown.get(shown)

    def shown(self) -> tuple[str, ...]:
        """Return every surrogate as it was shown, in order of first use."""
        return tuple(self.__shown)
