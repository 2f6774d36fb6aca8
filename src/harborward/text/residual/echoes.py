"""Originals that come back: taken out in one place, standing in another."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from harborward.domain.identifier import Label
from harborward.text.residual.views import BREAK, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Echo = tuple[int, int, Label]

#: Shortest original, in letters and digits, and shortest word of a name, that is looked for.
MIN_VALUE: Final = 3
MIN_NAME_WORD: Final = 4
#: A value with digits that is shorter says nothing: "94", "11/3", "I-131".
MIN_DIGITS: Final = 5
_WORDS: Final = re.compile(r"[^\W_]+")
_WORD: Final = re.compile(rf"[^\W_]+|{BREAK}+")
_TITLE: Final = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|doctor|prof|rev|sister|nurse)\b\.?\s*\Z", re.IGNORECASE
)
_OPENING: Final = re.compile(r"(?:\A|[.!?:;\n\-*\x22(\x1f]|[0-9][.)])\s*\Z")
_TITLE_REACH: Final = 12
#: The SCOWL tier that counts as plain language: common words.
_COMMON: Final = "1"
#: Words of code titles are plain words as often as not ("Brown", "Hall"); they excuse nothing.
_NOT_SPECIAL: Final = "icd"
#: What parts an eponym from its noun, if anything does: "Foley catheter", "Murphy's sign".
_PARTING: Final = frozenset(" -\n")
_ARTICLE: Final = re.compile(r"\b(?:the|an?)\s+\Z", re.IGNORECASE)
#: Places that may stand, because they are not smaller than a state.
_LARGE: Final = frozenset({"state_us", "country"})
_CAPITALS: Final = 0.6
#: How far a line is read around an echo; a text may be one line.
_LINE_REACH: Final = 100


@dataclass(frozen=True, slots=True)
class Wanted:
    """Originals to look for, each as its words in lower case."""

    values: Mapping[tuple[str, ...], Label]


@cache
def _plain() -> frozenset[str]:
    """Words of plain language; a name among them needs to stand like a name."""
    return frozenset(word for word, tier in _rows("words") if tier == _COMMON)


@cache
def _clinical() -> frozenset[str]:
    """Words of medicine alone; a name only after a title."""
    special = (term for term, kind in _rows("clinical") if kind != _NOT_SPECIAL)
    return frozenset(special) - _plain()


@cache
def _eponyms() -> Mapping[str, tuple[str, ...]]:
    """Names of medicine ("Foley"), each with what follows it there ("catheter")."""
    return {name: tuple(nouns.split("|")) for name, nouns in _rows("eponyms")}


@cache
def _regions() -> frozenset[str]:
    """States and countries."""
    return frozenset(row[0] for row in _rows("places") if row[1] in _LARGE)


def _rows(name: str) -> Iterator[list[str]]:
    path = files("harborward.text") / "data" / "lexicons" / f"{name}.tsv.gz"
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    return (line.split("\t") for line in lines if line and not line.startswith("#"))


def wanted(originals: Iterable[tuple[str, Label]]) -> Wanted:
    """Return what to look for: whole values, and the longer words of names."""
    values: dict[tuple[str, ...], Label] = {}
    for text, label in dict.fromkeys(originals):
        words = tuple(_words(fold(text).lower()))
        if words and _telling(words):
            values.setdefault(words, label)
        if label is Label.NAME:
            for word in words:
                if len(word) >= MIN_NAME_WORD and word.isalpha():
                    values.setdefault((word,), label)
    return Wanted(values)


def _words(lower: str) -> list[str]:
    return _WORDS.findall(lower)


def _telling(words: tuple[str, ...]) -> bool:
    """Tell whether a value is long enough to mean something where it stands again."""
    length = sum(map(len, words))
    if all(word.isalpha() for word in words):
        return length >= MIN_VALUE
    return length >= MIN_DIGITS


def find(text: str, sought: Wanted) -> Iterator[Echo]:
    """Yield start, end and label of each original that stands in ``text`` again."""
    if not sought.values:
        return
    lower = text.lower()
    words = _WORD.findall(lower)
    vocabulary = set(words)
    present = [key for key in sought.values if vocabulary.issuperset(key)]
    if not present:
        return
    line = f" {' '.join(words)} "
    for key in present:
        if f" {' '.join(key)} " in line:
            label, eponym = sought.values[key], _eponym(lower, key)
            for start, end in _places(lower, key):
                if _like_a_name(text, start, end, key, label) and not (
                    eponym is not None and _medical(text, start, used=eponym)
                ):
                    yield start, end, label


def _places(lower: str, key: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where the words of ``key`` stand one after the other, as words of their own."""
    between = rf"(?:[^\w{BREAK}]|_)+"
    pattern = re.compile(rf"{between.join(map(re.escape, key))}(?![^\W_])")
    at = lower.find(key[0])
    while at >= 0:
        match = pattern.match(lower, at) if not lower[at - 1 : at].isalnum() else None
        if match:
            yield match.span()
        at = lower.find(key[0], match.end() if match else at + 1)


def _like_a_name(text: str, start: int, end: int, key: tuple[str, ...], label: Label) -> bool:
    """Tell whether an echo is more than plain language or medicine."""
    if not all(word.isalpha() for word in key) or (len(key) > 1 and label is Label.NAME):
        return True
    if _titled(text, start):
        return True
    if label is Label.LOCATION and " ".join(key) in _regions():
        return False
    plain, clinical = _plain(), _clinical()
    if all(word in clinical for word in key):
        return False
    if any(word not in plain and word not in clinical for word in key):
        return True
    return _stands_out(text, start, end)


def _titled(text: str, start: int) -> bool:
    return _TITLE.search(text, max(0, start - _TITLE_REACH), start) is not None


def _stands_out(text: str, start: int, end: int) -> bool:
    """Tell whether a plain word has a capital where a plain word would have none."""
    if text[start:end].islower() or _OPENING.search(text[max(0, start - _TITLE_REACH) : start]):
        return False
    return not _in_capitals(text, start, end)


def _eponym(lower: str, key: tuple[str, ...]) -> bool | None:
    """Tell whether a text uses an eponym with its noun ("Foley catheter"); None: it is none."""
    nouns = _eponyms().get(key[0]) if len(key) == 1 else None
    if nouns is None:
        return None
    return any(
        lower.startswith(nouns, end)
        or (lower[end : end + 1] in _PARTING and lower.startswith(nouns, end + 1))
        for _, end in _places(lower, key)
    )


def _medical(text: str, start: int, *, used: bool) -> bool:
    """Tell whether an eponym is medicine where it stands: by its noun, or after an article."""
    article = _ARTICLE.search(text, max(0, start - _TITLE_REACH), start)
    return (used or article is not None) and not _titled(text, start)


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether the line is a heading or all capitals, where a capital says nothing."""
    floor, ceiling = max(0, start - _LINE_REACH), end + _LINE_REACH
    left = max(floor, text.rfind("\n", floor, start) + 1)
    right = text.find("\n", end, ceiling)
    words = _WORDS.findall(text[left : right if right >= 0 else ceiling])
    letters = [word for word in words if word[0].isalpha()]
    capitals = sum(1 for word in letters if word[0].isupper())
    return capitals >= _CAPITALS * len(letters)
