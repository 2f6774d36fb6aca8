"""Spoils clean text the way typists, scanners and exports do, and keeps its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from training.corpus.fill import IGNORED, Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

_SCANNED: Final = {
    "l": "1",
    "O": "0",
    "0": "O",
    "1": "l",
    "S": "5",
    "5": "S",
    "m": "rn",
    "B": "8",
    "e": "c",
    "I": "l",
}
#: From so many letters on, such a share of capitals makes a text one of capitals; one of
#: small letters has none.
_FEWEST: Final = 12
_ALL_CAPITALS: Final = 0.98
#: How many such texts keep the case of their values, as forms filled by machine do.
_UNEVEN: Final = 0.35
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"


def spoil(rng: Random, pieces: Sequence[Piece]) -> tuple[list[Piece], str]:
    """Return the pieces changed in one of several ways, and the name of the way."""
    way = rng.choices(tuple(_WAYS), [weight for weight, _ in _WAYS.values()])[0]
    return [p._replace(text=text) for p in pieces if (text := _WAYS[way][1](rng, p))], way


def follow_case(rng: Random, pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces all in one case where the fixed text is, as its values mostly would be."""
    fixed = [c for p in pieces if p.label is None for c in p.text if c.isalpha()]
    large = sum(c.isupper() for c in fixed)
    if len(fixed) < _FEWEST or rng.random() < _UNEVEN:
        return list(pieces)
    if large >= _ALL_CAPITALS * len(fixed):
        return [p._replace(text=p.text.upper()) for p in pieces]
    if large == 0:
        return [p._replace(text=p.text.lower()) for p in pieces]
    return list(pieces)


def _same(_: Random, piece: Piece) -> str:
    return piece.text


def _lower(_: Random, piece: Piece) -> str:
    return piece.text.lower()


def _upper(_: Random, piece: Piece) -> str:
    return piece.text.upper()


def _names_lower(_: Random, piece: Piece) -> str:
    return piece.text.lower() if piece.label in {"NAME", "LOCATION", "ORG", "DATE"} else piece.text


def _names_upper(_: Random, piece: Piece) -> str:
    return piece.text.upper() if piece.label in {"NAME", "ORG"} else piece.text


def _mistyped(rng: Random, piece: Piece) -> str:
    return "".join(_mistype(rng, c) for c in piece.text)


def _mistype(rng: Random, c: str) -> str:
    if not c.isalpha() or rng.random() > 0.02:
        return c
    return rng.choice(("", c + c, rng.choice(_ALPHABET), c + rng.choice(_ALPHABET)))


def _ocr(rng: Random, piece: Piece) -> str:
    return "".join(_SCANNED.get(c, c) if rng.random() < 0.02 else c for c in piece.text)


def _unstopped(_: Random, piece: Piece) -> str:
    """Return the text as speech recognition writes it: no capitals, no marks."""
    if piece.label not in {None, "NAME", "ORG", "LOCATION", IGNORED}:
        return piece.text.lower()
    return piece.text.lower().translate({ord(c): None for c in '.,;:!?"()'})


def _flat(_: Random, piece: Piece) -> str:
    return " ".join(piece.text.split("\n")) if "\n" in piece.text else piece.text


_WAYS: Final[dict[str, tuple[float, Callable[[Random, Piece], str]]]] = {
    "clean": (0.56, _same),
    "lower": (0.09, _lower),
    "upper": (0.07, _upper),
    "names-lower": (0.06, _names_lower),
    "names-upper": (0.04, _names_upper),
    "typos": (0.07, _mistyped),
    "ocr": (0.02, _ocr),
    "speech": (0.04, _unstopped),
    "flat": (0.05, _flat),
}
WAYS: Final = tuple(_WAYS)
