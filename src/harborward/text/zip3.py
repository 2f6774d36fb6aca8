"""ZIP codes cut to what 45 CFR 164.514(b)(2)(i)(B) lets stand.

The first three digits may stay where all ZIP codes with them hold more than 20,000
people by the census; everywhere else, and wherever that is not known, it is 000.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from harborward.domain.errors import UndecodableError

#: What stands for a prefix of 20,000 people or fewer.
SUPPRESSED: Final = "000"
_COLUMNS: Final = 4
#: What the table writes where a column has nothing to say.
_NOTHING: Final = "-"
#: Five digits, or nine with or without a hyphen (USPS ZIP+4).
_ZIP: Final = re.compile(r"\s*([0-9]{3})[0-9]{2}(?:\s?[-\u2013]?\s?[0-9]{4})?\s*")
_PREFIX: Final = re.compile(r"[0-9]{3}")


@dataclass(frozen=True, slots=True)
class Zip3Table:
    """The three-digit prefixes that may stay."""

    open: frozenset[str]

    def __repr__(self) -> str:
        """Return the size."""
        return f"<Zip3Table: {len(self.open)} prefixes may stay>"


def parse(text: str) -> Zip3Table:
    """Read the table: ``zip3, state, restricted_in, note``, parted by tabs; ``#`` comments.

    A prefix may stay where no census restricts it and no note says that it has no
    resident population of its own (military, or without standard ZIP codes).

    Raises:
        UndecodableError: a line does not have this shape, or no prefix may stay.
    """
    allowed: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != _COLUMNS or not _PREFIX.fullmatch(fields[0]):
            msg = f"line {number} of the ZIP table is not zip3, state, restricted_in, note"
            raise UndecodableError(msg, advice="Reinstall the package")
        if fields[2] == fields[3] == _NOTHING:
            allowed.add(fields[0])
    if not allowed:
        msg = "the ZIP table holds no prefix that may stay"
        raise UndecodableError(msg, advice="Reinstall the package")
    return Zip3Table(frozenset(allowed))


def generalise(zip_text: str, table: Zip3Table) -> str:
    """Return the first three digits of a ZIP code where they may stay, or ``000``.

    Anything that is not a ZIP code or ZIP+4, and any prefix the table does not hold,
    gives ``000``: what is unknown is taken as small.
    """
    match = _ZIP.fullmatch(zip_text)
    prefix = match[1] if match else SUPPRESSED
    return prefix if prefix in table.open else SUPPRESSED
