"""A canonical text cut into tokens once, so that every detector shares the work."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import accumulate, compress, count, islice
from operator import not_
from typing import TYPE_CHECKING, Final, final

from harborward.text.casing import Casing, casing

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

#: Letters (an inner apostrophe joins: O'Brien, but not the 's of a possessive), or digits.
_TOKEN: Final = re.compile(r"([^\W\d_]+(?:'[^\W\d_]{2,})?|[0-9]+)")
#: The same for ASCII text, where a class of letters is twice as fast.
_ASCII_TOKEN: Final = re.compile(r"([A-Za-z]+(?:'[A-Za-z]{2,})?|[0-9]+)")
#: What the shape of a text keeps: that a digit, a capital or a small letter stands there.
_SHAPES: Final = {
    **dict.fromkeys(range(ord("0"), ord("9") + 1), "9"),
    **dict.fromkeys(range(ord("A"), ord("Z") + 1), "A"),
    **dict.fromkeys(range(ord("a"), ord("z") + 1), "a"),
}
#: Counts as a word of the vocabulary.
NUMBER_SIGN: Final = "#"


@final
class Passage:
    """Canonical text with its tokens. Holds PHI; silent like ``Phi``.

    ``forms[i]`` is token *i*, ``words[i]`` the same in lower case, ``starts[i]`` and
    ``ends[i]`` its range in ``text``; ``gaps[i]`` is what stands before it, and the last gap
    what stands behind all. Offsets are in characters of the canonical text.
    """

    __slots__ = (
        "__dict__",
        "_mentioned",
        "ends",
        "forms",
        "gaps",
        "lower",
        "starts",
        "text",
        "words",
    )

    def __init__(self, text: str) -> None:
        """Tokenise ``text``, which must be canonical (see ``text.canonical``)."""
        self.text = text
        lower = text.lower()
        # A few letters change length in lower case (U+0130); keep offsets by keeping them.
        if len(lower) != len(text):
            lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
        self.lower = lower
        # Tokens stand at the odd places, as the pattern is one group.
        parts = (_ASCII_TOKEN if text.isascii() else _TOKEN).split(text)
        offsets = list(accumulate(map(len, parts)))
        self.starts, self.ends = offsets[:-1:2], offsets[1::2]
        self.forms, self.gaps = parts[1::2], parts[::2]
        if text.isascii():
            self.words = list(map(str.lower, self.forms))
        else:
            self.words = list(map(lower.__getitem__, map(slice, self.starts, self.ends)))
        self._mentioned: dict[frozenset[str], bool] = {}

    def __repr__(self) -> str:
        """Return the size, never the text."""
        return f"<Passage: {len(self.text)} characters, {len(self.words)} tokens>"

    def token_at(self, position: int) -> int:
        """Return the index of the first token that ends after ``position``."""
        index = bisect_left(self.ends, position + 1)
        return min(index, len(self.words))

    @cached_property
    def casing(self) -> Casing:
        """What the capitals of each token and line say."""
        return casing(self.text, self.starts, self.forms)

    @cached_property
    def shape(self) -> str:
        """The text with ``9`` for each ASCII digit, ``A`` and ``a`` for each ASCII letter."""
        return self.text.translate(_SHAPES)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The distinct lower-case tokens."""
        return frozenset(self.words)

    def mentions(self, words: frozenset[str]) -> bool:
        """Tell whether one of ``words`` is a token, or is ``#`` and stands in the text."""
        known = self._mentioned.get(words)
        if known is None:
            known = not words.isdisjoint(self.vocabulary) or (
                NUMBER_SIGN in words and NUMBER_SIGN in self.text
            )
            self._mentioned[words] = known
        return known

    def where(self, words: Container[str]) -> list[int]:
        """Return the tokens that are among ``words``, in order."""
        if isinstance(words, (set, frozenset)) and words.isdisjoint(self.vocabulary):
            return []
        return list(compress(count(), map(words.__contains__, self.words)))

    @property
    def numbers(self) -> Iterator[int]:
        """The tokens that are runs of digits."""
        # The character behind "9": what sorts before it starts with a digit.
        return compress(count(), map(":".__gt__, self.words))

    @property
    def mixed(self) -> Iterator[tuple[int, int]]:
        """The ranges in ``text`` where letters and digits stand together: A12, 5mg."""
        starts, ends = self.starts, self.ends
        last = 0
        for index in compress(count(1), map(not_, islice(self.gaps, 1, len(starts)))):
            if index <= last:
                continue
            first, last = index - 1, index
            while last + 1 < len(starts) and starts[last + 1] == ends[last]:
                last += 1
            yield starts[first], ends[last]
