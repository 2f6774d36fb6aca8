"""Scanned pages: figures read as letters and letters read as figures, put right.

A page counts as scanned when several of its words only become words once a figure in
them is read as the letter it resembles ("Ur0logy", "Rhine1ander"). On such a page
the same is done everywhere, and the reverse in numbers ("l4", "2O23"). Every character
stands for one character, so offsets do not move.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, final

if TYPE_CHECKING:
    from harborward.text.lexicon import Lexicon

#: Words that must become words before the page is taken for a scan.
_FEWEST: Final = 3
#: A figure between small letters, or at the head of a word: what no code has much of.
_HINT: Final = re.compile(r"[015](?:(?<=[a-z].)[a-z]|(?<![\w].)[a-z]{3}|(?<=[a-z]{2}.)(?![\w]))")
_WORDLIKE: Final = re.compile(r"(?<![\w-])(?=[015]{0,2}[A-Za-z])[A-Za-z015]{3,24}(?![\w-])")
_TO_LETTERS: Final = str.maketrans("015", "ols")
_TO_CAPITALS: Final = str.maketrans("015", "OIS")
#: Numbers, alone or parted as dates and telephone numbers are, with a letter among them.
_NUMBERLIKE: Final = re.compile(
    r"(?<![A-Za-z0-9])(?=[OoIlS/.: -]{0,12}[0-9])"
    r"[0-9OoIlS]{1,6}(?:[ ]?[/.:-][ ]?[0-9OoIlS]{1,6}){0,4}(?![A-Za-z0-9])"
)
_TO_FIGURES: Final = str.maketrans("OoIlS", "00115")
#: A word keeps its figures unless it has at least so many letters.
_FEWEST_LETTERS: Final = 3


@final
class Scans:
    """Recognises scanned pages and repairs them."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lists that say what a word is."""
        self._lists = (
            lexicon.words,
            lexicon.clinical,
            lexicon.given,
            lexicon.surname,
            lexicon.city,
            lexicon.titles,
        )

    def repaired(self, text: str) -> str:
        """Return ``text`` with misread characters put right, if it is a scan; same length."""
        if not _HINT.search(text):
            return text
        votes = sum(1 for match in _WORDLIKE.finditer(text) if self._becomes_word(match[0]))
        if votes < _FEWEST:
            return text
        text = _WORDLIKE.sub(self._letters, text)
        return _NUMBERLIKE.sub(lambda match: match[0].translate(_TO_FIGURES), text)

    def _becomes_word(self, token: str) -> bool:
        if token.isalpha() or not self._lettered(token):
            return False
        word = token.lower().translate(_TO_LETTERS)
        return any(word in words for words in self._lists)

    @staticmethod
    def _lettered(token: str) -> bool:
        """Tell whether a token is a word with figures in it, and not a code."""
        letters = sum(letter.isalpha() for letter in token)
        return letters >= _FEWEST_LETTERS and letters * 2 > len(token)

    def _letters(self, match: re.Match[str]) -> str:
        token = match[0]
        if token.isalpha() or not self._lettered(token):
            return token
        rest = [letter for letter in token[1:] if letter.isalpha()]
        if all(letter.isupper() for letter in rest):
            return token.translate(_TO_CAPITALS)
        head = token[0].translate(_TO_CAPITALS) if token[0].isdigit() else token[0]
        return head + token[1:].translate(_TO_LETTERS)
