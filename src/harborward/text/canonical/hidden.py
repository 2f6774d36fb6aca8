"""Base64, base32 and hexadecimal runs that hide readable text."""

from __future__ import annotations

import re
from base64 import b32decode, b64decode
from typing import TYPE_CHECKING, Final

from harborward.text.canonical.tracked import Edit
from harborward.text.canonical.triggers import mixed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from harborward.text.canonical.tracked import Tracked

#: Shortest run that is tried: ten characters of base64 hold a record number of seven digits.
MIN_ENCODED: Final = 10
#: Longer runs are images and documents, which have their own formats.
MAX_ENCODED: Final = 400_000
#: A head of this length (a multiple of 4 and of 8) tells whether decoding the rest is worth it.
_HEAD: Final = 64
#: By how many bits a result must be more readable than chance allows; random codes of a
#: large hospital's year (a few million runs) then give about one false reading.
MIN_BITS: Final = 22.0
#: Hexadecimal without any letter is a number unless it is at least so long.
_MIN_HEX_DIGITS: Final = 18
_MIN_HEX: Final = 16
#: Capitals and digits without padding are a heading or a code unless they are so long.
_MIN_BARE: Final = 16

_RUN: Final = re.compile(
    rf"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{{{MIN_ENCODED},{MAX_ENCODED}}}+(?![A-Za-z0-9+/_-])={{0,6}}"
)
#: Lines of equal length are one run broken up: RFC 2045 breaks at 76, PEM at 64.
_WRAPPED: Final = re.compile(
    r"(?<![A-Za-z0-9+/_=-])(?:[A-Za-z0-9+/_-]{4}){4,100}+\r?\n"
    r"(?:[ \t]{0,8}[A-Za-z0-9+/_-]{16,400}+\r?\n){0,5000}+"
    r"[ \t]{0,8}[A-Za-z0-9+/_-]{2,400}+(?![A-Za-z0-9+/_-])={0,2}"
)
_HEX: Final = re.compile(r"(?:[0-9a-f]{2})+|(?:[0-9A-F]{2})+")
_BASE32: Final = re.compile(r"[A-Z2-7]{12,}")
#: Bytes written apart: ``32 31 39 2d``, ``32:31:39``, ``0x32, 0x31``.
_PAIRS: Final = re.compile(
    r"(?<![\w:-])(?P<prefix>0x)?[2-7][0-9a-fA-F](?P<gap>,? |[,:-])"
    r"(?:(?:0x)?[02-7][0-9a-fA-F](?P=gap)){4,}(?:0x)?[2-7][0-9a-fA-F](?![\w:])"
)
_MAYBE_PAIRS: Final = re.compile(r"[2-7][0-9a-fA-F](?:,? |[,:-])(?:0x)?[0-7][0-9a-fA-F][ ,:-]")
_PAIR: Final = re.compile(r"(?:(?<=0x)|(?<![0-9a-fA-Fx]))[0-9a-fA-F]{2}(?![0-9a-fA-Fx])")
_LETTER: Final = re.compile(r"[a-fA-F]")

_NUMERIC: Final = re.compile(r"[0-9 ./:()+,#-]+")
_WORDS: Final = re.compile(r"[A-Za-z .,'-]+")
_CODE: Final = re.compile(r"[A-Z0-9 ./:#_-]+|[a-z0-9 ./:#_-]+")
#: Base64 of base64.
_ALPHABET: Final = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_PLAIN: Final = re.compile(r"[A-Za-z0-9 .,'/:()+#@_\n-]+")
#: Bits that a byte of each class is worth: -log2 of the share of the 256 bytes it takes.
_BITS: Final = (
    (_NUMERIC, 3.8),
    (_CODE, 2.5),
    (_WORDS, 2.1),
    (_ALPHABET, 1.9),
    (_PLAIN, 1.8),
)
_PRINTABLE_BITS: Final = 1.3


def blobs(tracked: Tracked) -> Tracked:
    """Decode runs that can hardly be anything but an encoded text; each is one entry.

    Ordinary words and codes decode to noise and stay.
    """
    if _MAYBE_PAIRS.search(tracked.text):
        tracked = tracked.edited(_pairs(tracked.text))
    if not mixed(tracked.text):
        return tracked
    tracked = tracked.edited(_wrapped(tracked.text))
    return tracked.edited(_runs(tracked.text))


def _runs(text: str) -> Iterator[Edit]:
    for match in _RUN.finditer(text):
        run = match[0]
        if run.isalpha() and run[1:].islower():
            continue
        if run.isupper() and len(run) < _MIN_BARE and "=" not in run:
            continue
        new = decoded(run.rstrip("="))
        if new:
            yield Edit(match.start(), match.end(), new)


def _wrapped(text: str) -> Iterator[Edit]:
    for match in _WRAPPED.finditer(text):
        lines = match[0].split("\n")
        # The last line may be a word of the text that follows.
        for count in (len(lines), len(lines) - 1):
            taken = "\n".join(lines[:count])
            new = decoded("".join(taken.split()).rstrip("="))
            if count > 1 and new:
                yield Edit(match.start(), match.start() + len(taken.rstrip()), new)
                break


def _pairs(text: str) -> Iterator[Edit]:
    for match in _PAIRS.finditer(text):
        # Without a letter these are measurements: "24 32 31 30 29 28".
        if match["prefix"] or _LETTER.search(match[0]):
            new = readable(bytes.fromhex("".join(_PAIR.findall(match[0]))))
            if new:
                yield Edit(match.start(), match.end(), new)


def decoded(run: str) -> str:
    """Return the text that a run (without padding) encodes, or nothing."""
    if len(run) > _HEAD and not _decode(run[:_HEAD], whole=False):
        return ""
    return _decode(run, whole=True)


def _decode(run: str, *, whole: bool) -> str:
    if _HEX.fullmatch(run) and len(run) >= (_MIN_HEX_DIGITS if run.isdigit() else _MIN_HEX):
        text = readable(bytes.fromhex(run), whole=whole)
        if text and not (run.isdigit() and not _CODE.fullmatch(text)):
            return text
    if _BASE32.fullmatch(run) and len(run) % 8 in {0, 2, 4, 5, 7}:
        text = readable(b32decode(run + "=" * (-len(run) % 8)), whole=whole)
        if text:
            return text
    if run.islower() or run.isupper() or run.isdigit() or len(run) % 4 == 1:
        return ""
    standard = run.replace("-", "+").replace("_", "/")
    return readable(b64decode(standard + "=" * (-len(run) % 4)), whole=whole)


def readable(data: bytes, *, whole: bool = True) -> str:
    """Return ``data`` as text if it is so readable that chance is out of the question.

    ``whole`` false allows the last character to be cut.
    """
    if data[1::2].count(0) * 2 >= len(data) > 1:
        text = data.decode("utf-16-le", "replace")
    else:
        text = data.decode("utf-8", "replace")
        if not whole:
            text = text.rstrip("\ufffd")
    if not text.strip() or "\ufffd" in text:
        return ""
    if not all(char.isprintable() or char in "\t\r\n" for char in text):
        return ""
    worth = next((bits for regex, bits in _BITS if regex.fullmatch(text)), _PRINTABLE_BITS)
    return text if worth * len(data) >= MIN_BITS else ""
