"""What a text must hold for the pipeline to change it: a look that costs almost nothing.

Nine clinical texts in ten hold none of it, and they are done after this look. A trigger
may fire for nothing; it must not stay silent where a step would act.
"""

from __future__ import annotations

import re
from typing import Final

#: A mark that opens an escape, a control character, a spelled mark, bytes in hexadecimal.
_MARK: Final = re.compile(
    r"""[\x00-\x08\x0e-\x1f\x7f&%\\=+(\[{<0-7] (?:
        (?<=[\x00-\x08\x0e-\x1f\x7f])
      | (?<=&) [\#A-Za-z]
      | (?<=%) [0-9A-Fa-fuU][0-9A-Fa-f]
      | (?<=\\) .
      | (?<==) (?: [0-9A-Fa-f]{2} | [ \t]*\r?\n )
      | (?<=\+) [^\s&=]* &
      | (?<=[(\[{<]) [ ]?(?:at|AT|At|dot|DOT|Dot)[ ]?[)\]}>]
      | (?<=0) x [0-9a-fA-F]{2} [, ]
      | (?<=[2-7]) [0-9a-fA-F] (?:(?:,[ ]?|[ :-]) [2-7][0-9a-fA-F]){5}
    )""",
    re.VERBOSE | re.DOTALL,
)
#: Four characters parted by one mark, or seven digits parted by any.
_APART: Final = re.compile(
    r"""[^A-Za-z0-9+/] (?:
        [^\s!-/:-@\[-`{-~] (?P<gap>[ ._*~-])(?P=gap){0,2} \S
            (?P=gap){1,3} [^\n] (?P=gap){1,3} [^\n] (?![^\W_])
      | [0-9] (?:[ ]{1,3}|[ ]?[-./()]{1,2}[ ]{0,2}) [0-9]
            (?:(?:[ ]{1,3}|[ ]?[-./()]{1,2}[ ]{0,2})[0-9]){5}
    )""",
    re.VERBOSE,
)
#: A long run that mixes what words do not mix.
_MIXED: Final = re.compile(
    r"""[^A-Za-z0-9+/_-] (?=[A-Za-z0-9+/_-]{10})
        (?: [A-Z0-9+/_-]*+[a-z]++[A-Z0-9] | [0-9A-Fa-f]{16} | [A-Z2-7]{16}
        | (?=[A-Z]*+[2-7]) [A-Z2-7]{13} )""",
    re.VERBOSE,
)
#: The shapes begin after another character; a text may begin with one.
_HEAD: Final = 400
#: A row of characters begins so close before its first sign, or the text does.
_REACH: Final = 40


def _classes(small: str, digit: str, gap: str) -> bytes:
    """Return a table that makes one byte of all small letters, digits, gaps; capitals: A."""
    table = bytearray(range(256))
    for code in range(97, 123):
        table[code] = ord(small)
    for code in range(65, 91):
        table[code] = ord("A")
    for code in range(48, 58):
        table[code] = ord(digit)
    for code in b"_*~-":
        table[code] = ord(gap)
    return bytes(table)


#: Searching for a fixed string among classes of characters is much faster than a pattern.
_ROWS: Final = _classes("A", "A", " ")
_ROW: Final = (b" A A A", b"  A  A  A", b"A.A.A.A")
_CASES: Final = _classes("a", "A", "_")
_MIX: Final = (b"aA", b"A" * 16)
_PADDED: Final = b"A" * 8 + b"="


def suspicious(text: str) -> bool:
    """Tell whether a step may change ``text``."""
    if not text.isascii() or _MARK.search(text) is not None:
        return True
    data = b" " + text.encode("ascii") + b" "
    rows = data.translate(_ROWS)
    first = _first(rows, _ROW)
    if first >= 0 and _holds(_APART, text, first):
        return True
    cases = data.translate(_CASES)
    first = _first(cases, (*_MIX, _PADDED) if b"=" in data else _MIX)
    return first >= 0 and _holds(_MIXED, text, first)


def _first(data: bytes, signs: tuple[bytes, ...]) -> int:
    """Return where the first of ``signs`` stands in ``data``, or -1."""
    return min((at for at in map(data.find, signs) if at >= 0), default=-1)


def apart(text: str) -> bool:
    """Tell whether ``text`` may hold a value that is written apart."""
    return _holds(_APART, text, 0)


def mixed(text: str) -> bool:
    """Tell whether ``text`` may hold a run of base64, base32 or hexadecimal."""
    return _holds(_MIXED, text, 0)


def _holds(shape: re.Pattern[str], text: str, first: int) -> bool:
    """Tell whether a shape stands in ``text``; what has a sign at ``first`` is the earliest."""
    start = text.rfind(" ", 0, max(0, first - _REACH))
    if start >= 0:
        return shape.search(text, start) is not None
    return shape.search(text) is not None or shape.match(" " + text[:_HEAD]) is not None
