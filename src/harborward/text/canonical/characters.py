"""Characters read as what they look like: invisible ones out, styled ones plain."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from harborward.text.canonical.tables import LOOKALIKES, MARKS
from harborward.text.canonical.tracked import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from harborward.text.canonical.tracked import Tracked

#: A character that would become more characters than this stays (U+FDFA becomes 18), so
#: no text grows to more than four times its size. The Roman numeral eight takes four.
MAX_EXPANSION: Final = 4
#: So many characters are replaced one after the other faster than in one walk.
_FEW: Final = 12
#: Hidden text of fewer digits than this, inside a number, is noise in that number.
_HIDDEN_DIGITS: Final = 5

#: Controls, joiners, directions, selectors, fillers: category Cf and what is drawn as
#: nothing (Default_Ignorable_Code_Point). Tag letters are not here: they hide text.
_UNSEEN: Final = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x90\x95\x98-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e001f\U000e007f-\U000e0fff"
)
_INVISIBLE: Final = re.compile(rf"\x1b\[[0-9;]{{0,16}}[A-Za-z]|[{_UNSEEN}]+")
_TAG_BASE: Final = 0xE0000
_HIDDEN: Final = re.compile("[\U000e0020-\U000e007e]+")
_TAGS: Final = {_TAG_BASE + code: chr(code) for code in range(0x20, 0x7F)}
_SEPARATORS: Final = {0x1C: " ", 0x1D: " ", 0x1E: " ", 0x1F: " ", 0x2028: "\n", 0x2029: "\n"}
_ANY_UNSEEN: Final = re.compile(
    f"[{_UNSEEN}\x1c-\x1f\u2028\u2029\ud800-\udbff\U000e0020-\U000e007e]"
)
_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_NUMBER_MARKS: Final = frozenset("-./")

_OTHER: Final = re.compile(r"[^\x00-\x7f]")
#: One or two raised digits that end a word are a footnote or a power, not part of a
#: number: "03/14/1985\xb2". After an m they are a unit: "m\xb2".
_RAISED: Final = re.compile(
    "(?<=[^\\W_\u00b2\u00b3\u00b9\u2070\u2074-\u207b])(?<![mM])[\u00b2\u00b3\u00b9\u2070\u2074-\u207b]{1,2}"
    "(?![^\\W_]|[\u207a\u207b]|[-\u2010-\u2015\u2212/.][0-9])"
)
_RAISABLE: Final = frozenset(
    "\u00b2\u00b3\u00b9\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b"
)
#: Accents, strokes, underlines and frames that are drawn over the character before.
_OVER: Final = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_MARKED: Final = re.compile(rf"[^\n{_OVER}][{_OVER}]+")
_OVERLAY: Final = re.compile(rf"[{_OVER}]")

_FOREIGN: Final = "".join(LOOKALIKES)
_WORD: Final = re.compile(rf"(?<!\w)\w*[{_FOREIGN}]\w*")
_LOOKALIKE: Final = re.compile(rf"[{_FOREIGN}]")
_SCRIPT: Final = re.compile(r"[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff]")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LATIN_TABLE: Final = {ord(key): value for key, value in LOOKALIKES.items()}


def invisible(tracked: Tracked) -> Tracked:
    """Take out what nobody sees, and show what tag characters hide from the eye.

    A hidden text counts: a language model reads it. It gets a space on the sides where a
    word would touch it, unless it only cuts a number in two; then it is taken out.
    """
    text = tracked.text
    if not _ANY_UNSEEN.search(text):
        return tracked
    tracked = tracked.respelled(text.translate(_SEPARATORS))
    tracked = tracked.edited(
        Edit(
            match.start(), match.end(), match[0].encode("utf-16", "surrogatepass").decode("utf-16")
        )
        for match in _PAIR.finditer(tracked.text)
    )
    tracked = tracked.edited(
        Edit(match.start(), match.end(), "") for match in _INVISIBLE.finditer(tracked.text)
    )
    if not _HIDDEN.search(tracked.text):
        return tracked
    tracked = tracked.edited(_hidden(tracked.text))
    return tracked.respelled(tracked.text.translate(_TAGS))


def _hidden(text: str) -> Iterator[Edit]:
    for match in _HIDDEN.finditer(text):
        start, end = match.span()
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        shown = match[0].translate(_TAGS)
        digits = sum(char.isdigit() for char in shown)
        if _numeric(before) and _numeric(after) and digits < _HIDDEN_DIGITS:
            yield Edit(start, end, "")
            continue
        if before.isalnum():
            yield Edit(start, start + 1, f" {shown[0]}")
        if after.isalnum() and end - start > 1:
            yield Edit(end - 1, end, f"{shown[-1]} ")


def _numeric(char: str) -> bool:
    return char.isdigit() or char in _NUMBER_MARKS


def plain(tracked: Tracked) -> Tracked:
    """Replace each styled character by the plain one that it is read as (NFKC and more)."""
    text = tracked.text
    others = set(_OTHER.findall(text))
    if not others:
        return tracked
    if others & _RAISABLE:
        text = _RAISED.sub(_blank, text)
    folds = {char: fold(char) for char in others}
    table = {ord(char): new for char, new in folds.items() if len(new) == 1 and new != char}
    if len(table) > _FEW:
        text = text.translate(table)
    else:
        for code, new in table.items():
            text = text.replace(chr(code), new)
    tracked = tracked.respelled(text)
    longer = "".join(char for char, new in folds.items() if len(new) > 1)
    if not longer:
        return tracked
    return tracked.edited(
        Edit(match.start(), match.end(), folds[match[0]])
        for match in re.finditer(f"[{re.escape(longer)}]", text)
    )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def fold(char: str) -> str:
    """Return what one character is read as: itself, or one to four plain characters."""
    known = MARKS.get(char)
    if known is not None:
        return known
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(char)
    if category == "Pd":
        return "-"
    if category == "Zs":
        return " "
    wide = unicodedata.normalize("NFKC", char)
    if wide == char or wide[0] == " " or "\u2044" in wide:
        return char
    if category in {"So", "No"}:
        wide = wide.strip("().")
    wide = "".join(MARKS.get(part, part) for part in wide)
    return wide if 0 < len(wide) <= MAX_EXPANSION else char


def composed(tracked: Tracked) -> Tracked:
    """Join letters with the accents that follow them; what joins nothing is taken out.

    An accent with a composed form stays (NFC); a stroke, an underline or a frame drawn
    over a letter or digit goes.
    """
    if not _OVERLAY.search(tracked.text):
        return tracked
    return tracked.edited(
        Edit(match.start(), match.end(), _compose(match[0]))
        for match in _MARKED.finditer(tracked.text)
    )


def _compose(marked: str) -> str:
    return _OVERLAY.sub("", unicodedata.normalize("NFC", marked))


def lookalikes(tracked: Tracked) -> Tracked:
    """Replace look-alike letters of other scripts in words that hold Latin letters too.

    A word of look-alikes alone is replaced as well where no word of the text is written
    in that script for good, that is with a letter that no Latin letter looks like. A
    single letter alone, such as an alpha, stays.
    """
    text = tracked.text
    if not _LOOKALIKE.search(text):
        return tracked
    real = any(not _LOOKALIKE.match(char) for char in _SCRIPT.findall(text))

    def latin(match: re.Match[str]) -> str:
        word = match[0]
        if _LATIN.search(word) or (not real and len(word) > 1 and not _mixed(word)):
            return word.translate(_LATIN_TABLE)
        return word

    return tracked.respelled(_WORD.sub(latin, text))


def _mixed(word: str) -> bool:
    """Tell whether a word holds a letter that no Latin letter looks like."""
    return any(char.isalpha() and char not in LOOKALIKES for char in word)
