"""Check digits and assigned ranges, each a pure predicate on the matched text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def digits_of(text: str) -> list[int]:
    """Return the decimal digits of ``text`` in order."""
    return [int(c) for c in text if c.isdigit()]


def luhn(text: str) -> bool:
    """ISO/IEC 7812-1 mod 10, for 12 to 19 digits."""
    digits = digits_of(text)
    if not 12 <= len(digits) <= 19 or len(set(digits)) == 1:
        return False
    doubled = [d * 2 - 9 if d > 4 else d * 2 for d in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


CHECKS: Final[Mapping[str, Callable[[str], bool]]] = {"luhn": luhn}
