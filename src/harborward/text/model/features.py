"""What the trained model sees of each token: small integers, never letters.

A token is a row of indices into one table of embeddings. Names that the model has not met
reach it by their shape, their ends and the lexicons; the words that matter around them, by
a vocabulary of plain and clinical language.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, Final, final
from zlib import crc32

import numpy as np

from harborward.text.casing import Case

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from harborward.text.lexicon import Lexicon
    from harborward.text.passage import Passage

    Ints = NDArray[np.int32]

#: Rows for hashed affixes and gaps: few collide, and those that do share a row.
_AFFIXES: Final = 4096
_GAPS: Final = 512
#: Numbers up to here are words of their own: months, days, ages, hours.
_SMALL: Final = 150
_PAD, UNKNOWN_WORD, _NUMBERS = 0, 1, 2
_ZEROED: Final = _NUMBERS + _SMALL + 1
_DECADES: Final = _ZEROED + 10
_LENGTHS: Final = _DECADES + 20
_LONGEST: Final = 20
#: A figure with a nought before it, as in 07/04, has so many digits.
_PAIR: Final = 2
#: A run of so many digits may be a year, from and to these.
_YEAR_DIGITS: Final = 4
_YEARS: Final = range(1900, 2100)
#: Order of magnitude of the inhabitants from which a town is large.
_LARGE: Final = 5
#: Where the vocabulary starts among the rows of words.
WORDS: Final = _LENGTHS + _LONGEST + 1
_LENGTH_BINS: Final = (0, 1, 2, 3, 4, 5, 5, 6, 6, 7, 7, 7, 7, 8)
_SHAPES: Final = 64
_PLACES: Final = 32
_NAMES: Final = 25
_KINDS: Final = 32
_AREAS: Final = 64
_SPACES: Final = re.compile(r"[^\S\n]+")
#: Bearers per million from which a name is rare, usual, common, very common.
_BEARERS: Final = (3, 30, 300)


class Column(IntEnum):
    """What each index of a token stands for."""

    WORD = 0
    PREFIX = 1
    SUFFIX = 2
    SHAPE = 3
    GAP = 4
    PLACE = 5
    KIND = 6
    AREA = 7


#: The bit of a token's place that says that it opens a sentence, a line or a cell.
OPENS: Final = 2


@final
class Features:
    """Turns passages into rows of indices."""

    #: How many indices a token has.
    width: Final = len(Column)

    def __init__(self, vocabulary: Sequence[str], lexicon: Lexicon) -> None:
        """Lay out the table: the words first, then each other feature's rows."""
        self._words: Mapping[str, int] = {w: i for i, w in enumerate(vocabulary, WORDS)}
        self._lexicon = lexicon
        sizes = (
            WORDS + len(vocabulary),
            *(_AFFIXES, _AFFIXES, _SHAPES, _GAPS, _PLACES),
            _NAMES * _KINDS,
            _AREAS,
        )
        self.offsets = np.cumsum((0, *sizes[:-1]), dtype=np.int32)
        #: Rows of the table in all.
        self.rows = sum(sizes)

    def of(self, passage: Passage) -> Ints:
        """Return the indices of each token: ``(tokens, width)``, 32-bit integers."""
        casing = passage.casing
        memo: dict[str, tuple[int, int, int, int, int]] = {}
        rows: list[tuple[int, ...]] = []
        firsts = set(casing.bounds)
        #: Who writes a word small elsewhere gives no name with it here, mostly.
        small = {w for w, f in zip(passage.words, passage.forms, strict=True) if w == f}
        for index, word in enumerate(passage.words):
            known = memo.get(word)
            if known is None:
                known = memo[word] = self._word(word)
            identity, prefix, suffix, kind, area = known
            form = passage.forms[index]
            place = (
                (word in small and word != form) * 16
                + casing.lines[index] * 4
                + casing.opens[index] * OPENS
                + (index in firsts)
            )
            gap = passage.gaps[index]
            rows.append(
                (
                    *(identity, prefix, suffix),
                    _shape(form, casing.cases[index]),
                    0 if gap == " " else _gap(gap),
                    place,
                    *(kind, area),
                )
            )
        if not rows:
            return np.zeros((0, self.width), dtype=np.int32)
        return np.asarray(rows, dtype=np.int32) + self.offsets

    def _word(self, word: str) -> tuple[int, int, int, int, int]:
        """Return what depends on the word alone: identity, ends, kind, area."""
        if word[0].isdigit():
            return _number(word), 0, 0, 0, 0
        return (
            self._words.get(word, UNKNOWN_WORD),
            1 + crc32(word[:3].encode()) % (_AFFIXES - 1),
            1 + crc32(word[-3:].encode()) % (_AFFIXES - 1),
            self._kind(word),
            self._area(word),
        )

    def _kind(self, word: str) -> int:
        """Return how the lists of people and of language know the word."""
        lexicon = self._lexicon
        names = _bin(lexicon.given.get(word, 0)) * 5 + _bin(lexicon.surname.get(word, 0))
        language = (
            lexicon.words.get(word, 0) * 8
            + (word in lexicon.clinical) * 4
            + (word in lexicon.eponyms) * 2
            + (word in lexicon.titles)
        )
        return names * _KINDS + language

    def _area(self, word: str) -> int:
        """Return how the lists of places and institutions know the word."""
        lexicon = self._lexicon
        city = lexicon.city.get(word, 0)
        town = 3 if city >= _LARGE else 2 if city else 1 if word in lexicon.city_words else 0
        return (
            town * 16
            + (word in lexicon.states or word in lexicon.regions or word in lexicon.state_codes) * 8
            + (word in lexicon.streets) * 4
            + (word in lexicon.facility_heads) * 2
            + (word in lexicon.facility_modifiers)
        )


def _bin(bearers: int) -> int:
    """Return 0 for an unknown name, 1 to 4 for a rare to a very common one."""
    return 0 if not bearers else 1 + sum(bearers >= bound for bound in _BEARERS)


def _number(word: str) -> int:
    """Return the identity of a run of digits: its value if small, its decade, its length."""
    length = len(word)
    if not word.isascii() or length > _YEAR_DIGITS:
        return _LENGTHS + min(length, _LONGEST)
    value = int(word)
    if word[0] == "0" and length == _PAIR:
        return _ZEROED + value
    if value <= _SMALL and (word[0] != "0" or length == 1):
        return _NUMBERS + value
    if length == _YEAR_DIGITS and value in _YEARS:
        return _DECADES + (value - _YEARS.start) // 10
    return _LENGTHS + length


def _shape(form: str, case: Case) -> int:
    """Return the case of the letters and a bin of the length."""
    size = _LENGTH_BINS[min(len(form), 13)]
    mixed = case is Case.TITLE and not form[1:].islower()
    return (5 if mixed else case % 5) * 9 + size


def _gap(gap: str) -> int:
    """Return a hash of what stands before a token, runs of blanks as one or as a column."""
    plain = _SPACES.sub(lambda m: " " if len(m[0]) == 1 and m[0] != "\t" else "\t", gap)
    return 2 + crc32(plain[-6:].encode()) % (_GAPS - 2) if plain else 1
