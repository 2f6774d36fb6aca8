"""What a run of the program said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Said:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        """Everything it said."""
        return self.out + self.err


class Program(Protocol):
    """Runs the program."""

    def __call__(self, *words: str | Path, stdin: bytes = b"") -> Said:
        """Run it with ``words``."""
        ...
