"""Values made coarser instead of removed: years, "90 or older", ZIP prefixes, towns.

Each function returns what may stay, or None where nothing may: the caller then redacts.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from harborward.domain.identifier import Label
from harborward.text import dates, zip3
from harborward.text.lexicon import shipped
from harborward.text.reconcile import CONTESTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harborward.domain.span import Finding

#: Ages from here on are one group, years that tell such an age included (164.514(b)(2)(i)(C)).
OLDEST_AGE: Final = 90
OLDER: Final = "90 or older"

#: Words after an age that "or older" makes needless: "94-year-old man" is "90 or older man".
_UNIT: Final = re.compile(
    r"[ -]?(?:year|yr)s?(?:[ -]old|[ ]of[ ]age)?(?![a-z0-9])|[ -]?y(?:[/ ]?o|\.o\.)?(?![a-z0-9.])",
    re.IGNORECASE,
)
#: A ZIP code, alone or at the end of a place.
_ZIP: Final = re.compile(r"(?<![0-9A-Za-z-])[0-9]{5}(?:-[0-9]{4})?\Z")

#: What the name of a detector, or its evidence, says where it claims a town, state or ZIP.
_TOWN_WORDS: Final = frozenset({"zip", "city", "town", "state"})
#: What it says where it claims something smaller or, for a county, something else.
_SITE_WORDS: Final = frozenset({"county", "facility", "landmark", "coordinates", "building"})
_WORD: Final = re.compile(r"[a-z]+")


def years(surface: str, as_of: int) -> tuple[int, ...]:
    """Return the years that a date names, two-digit ones read as not after ``as_of``."""
    found = dates.year_only(surface, pivot=as_of)
    return tuple(int(part) for part in found.split("-")) if found else ()


def year(named: Sequence[int], as_of: int) -> str | None:
    """Return what may stay of the years that a date names ("2024", "2023-2024").

    None where it names none, or one that shows that someone is over 89 by ``as_of``.
    """
    if not named or as_of - min(named) >= OLDEST_AGE:
        return None
    return "-".join(map(str, named))


def unit_after(text: str, end: int, limit: int) -> int:
    """Return where the unit words of an age that ends at ``end`` stop, at most ``limit``."""
    match = _UNIT.match(text, end)
    return match.end() if match and match.end() <= limit else end


def zip_prefix(surface: str, placeholder: str) -> str | None:
    """Return a place with its ZIP code cut to three digits, all else under ``placeholder``.

    "02115" becomes "021", "Boston, MA 02115" becomes "[LOCATION] 021".
    """
    match = _ZIP.search(surface)
    if match is None:
        return None
    prefix = zip3.generalise(match[0], _zip_table())
    rest = surface[: match.start()]
    return f"{placeholder} {prefix}" if any(c.isalnum() for c in rest) else prefix


@cache
def _zip_table() -> zip3.Zip3Table:
    path = files("harborward.text") / "data" / "lexicons" / "zip3.tsv"
    return zip3.parse(path.read_text("utf-8"))


def is_town(finding: Finding, surface: str) -> bool:
    """Tell whether a place is nothing but a town, a state or a ZIP code. In doubt, no.

    164.514(e)(2)(ii) leaves these of a postal address. All of ``surface`` must be listed as
    a town or a state, but for a ZIP code at its end; a detector must vouch, by its name or
    evidence (``city-state.v1``, ``zip``); and no finding may seriously dispute that it is a
    place. A street of the same name as a town stays apart: "Main St" is not listed.
    """
    if finding.label is not Label.LOCATION:
        return False
    if any(tag.startswith(CONTESTED) for tag in finding.evidence):
        return False
    said = _words(finding.detector, *finding.evidence)
    return bool(said & _TOWN_WORDS) and not said & _SITE_WORDS and _listed(_ZIP.sub("", surface))


def _listed(surface: str) -> bool:
    """Tell whether each part between commas is a town, a state, or a town and its state."""
    lexicon = shipped()
    for part in surface.casefold().replace(".", "").split(","):
        words = part.split()
        if words and words[-1] in lexicon.state_codes:
            words.pop()
        name = " ".join(words)
        if name and name not in lexicon.city and name not in lexicon.regions:
            return False
    return True


def _words(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in _WORD.findall(name))
