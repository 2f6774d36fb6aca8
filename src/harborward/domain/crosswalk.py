"""Who stands for whom: the re-identification codes of 45 CFR 164.514(c).

A code must not be derived from the person's data, so every surrogate is drawn at
random and remembered here; the crosswalk is the only link back and is itself PHI.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Never, final

from harborward.domain.errors import CrosswalkError

if TYPE_CHECKING:
    from collections.abc import Callable

    from harborward.domain.identifier import Label

#: A draw that meets only taken surrogates this often means the pool is exhausted.
MAX_DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Surrogate:
    """A stand-in text. It was drawn at random, so it may be shown."""

    text: str
    label: Label


@final
class Crosswalk:
    """A one-to-one map between originals and surrogates, within one scope of trust.

    The same original gets the same surrogate; two originals never share one; no
    surrogate equals an original known here. It does not show, pickle or copy itself.
    """

    def __init__(self) -> None:
        """Start empty."""
        self.__forward: dict[tuple[Label, str], Surrogate] = {}
        self.__taken: dict[str, tuple[Label, str]] = {}
        self.__originals: set[str] = set()
        self.__counters: dict[Label, int] = {}
        self.__shifts: dict[str, int] = {}

    def __repr__(self) -> str:
        """Return the size, never a pair."""
        return f"<Crosswalk: {len(self.__forward)} surrogates>"

    def __reduce__(self) -> Never:
        """Refuse to be pickled or copied."""
        msg = "a Crosswalk does not pickle: store it sealed"
        raise TypeError(msg)

    def __len__(self) -> int:
        """Return how many surrogates were given out."""
        return len(self.__forward)

    def surrogate(self, label: Label, original: str, draw: Callable[[], str]) -> Surrogate:
        """Return the surrogate of ``original``, drawing one on first sight.

        ``original`` is the normal form of the value (the caller folds case and space).

        Raises:
            CrosswalkError: ``draw`` gave only taken values, ``MAX_DRAWS`` times.
        """
        known = self.__forward.get((label, original))
        if known is not None:
            return known
        self.__originals.add(original.casefold())
        for _ in range(MAX_DRAWS):
            text = draw()
            key = text.casefold()
            if key not in self.__taken and key not in self.__originals:
                return self.__remember(label, original, text)
        msg = f"no fresh {label.value} surrogate was left after {MAX_DRAWS} draws"
        raise CrosswalkError(msg, advice="Use the tag operator, or start a new crosswalk")

    def __remember(self, label: Label, original: str, text: str) -> Surrogate:
        surrogate = Surrogate(text, label)
        self.__forward[label, original] = surrogate
        self.__taken[text.casefold()] = (label, original)
        return surrogate

    def number(self, label: Label, original: str) -> Surrogate:
        """Return the numbered tag of ``original``, such as ``[NAME-1]``."""

        def draw() -> str:
            self.__counters[label] = self.__counters.get(label, 0) + 1
            return f"[{label.value}-{self.__counters[label]}]"

        return self.surrogate(label, original, draw)

    def shift(self, person: str, draw: Callable[[], int]) -> int:
        """Return the date shift in days of ``person``, drawing one on first sight."""
        if person not in self.__shifts:
            self.__shifts[person] = draw()
        return self.__shifts[person]

    def original(self, surrogate: str) -> str | None:
        """Return the original of a surrogate given out here, or None."""
        pair = self.__taken.get(surrogate.casefold())
        return pair[1] if pair else None
