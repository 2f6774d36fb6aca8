"""A source of draws that repeats itself, so that a failing test fails again."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

#: Multiplier and increment of Knuth's MMIX generator, modulo 2**64.
MULTIPLIER = 6364136223846793005
INCREMENT = 1442695040888963407


class SeededDraws:
    """A linear congruential generator; fit for tests and nothing else."""

    def __init__(self, seed: int = 1) -> None:
        """Start from ``seed``."""
        self.state = seed

    def randrange(self, stop: int, /) -> int:
        """Return an integer in ``[0, stop)``."""
        self.state = (self.state * MULTIPLIER + INCREMENT) % 2**64
        return (self.state >> 24) % stop

    def choice(self, seq: Sequence[T], /) -> T:
        """Return one element of ``seq``."""
        return seq[self.randrange(len(seq))]


class StuckDraws(SeededDraws):
    """Draws the same thing for ever, as a broken generator or a spent pool would."""

    def randrange(self, stop: int, /) -> int:
        """Return the least integer below ``stop``, always."""
        return min(0, stop)
