"""Where chance comes from: an argument, so that tests can choose it and nobody can guess it.

A surrogate is lawful as a re-identification code because nothing about the person
decides it (45 CFR 164.514(c)); that holds only while the draws cannot be foretold.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Draws(Protocol):
    """A source of uniform draws."""

    def choice(self, seq: Sequence[T], /) -> T:
        """Return one element of ``seq``, which is not empty."""
        ...

    def randrange(self, stop: int, /) -> int:
        """Return an integer in ``[0, stop)``; ``stop`` is 1 or more."""
        ...


class SystemDraws:
    """Draws from the operating system's generator, the only one fit for release."""

    __slots__ = ()

    def choice(self, seq: Sequence[T], /) -> T:
        """Return one element of ``seq``, which is not empty."""
        return secrets.choice(seq)

    def randrange(self, stop: int, /) -> int:
        """Return an integer in ``[0, stop)``; ``stop`` is 1 or more."""
        return secrets.randbelow(stop)
