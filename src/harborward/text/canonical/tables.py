"""Characters that look like an ASCII character, and what each is read as.

Source: Unicode Character Database 14 (names and categories) and Unicode Technical
Standard #39, ``confusables.txt``, cut down to what is drawn like the ASCII character in
common typefaces. Decimal digits, dashes, spaces and what NFKC folds are not listed.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARKS: Final = (
    ("-", "\u02d7\u2043\u2212\u2796\u00af\u02c9\u23af\u2500\u2501"),
    ("'", "\u2018\u2019\u201a\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb"),
    ("'", "\u00b4\u2032\u2035\u2039\u203a\ua78c\uff07\u275b\u275c\u055a\u05f3\u1fbd\u1fbf"),
    ('"', "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2036\u301d\u301e\u301f\uff02\u02ba"),
    ('"', "\u02ee\u275d\u275e\u05f4"),
    (".", "\u2024\u3002\uff61\uff0e\ufe52\u06d4\u066b\u0701\u0702\ua60e"),
    ("/", "\u2044\u2215\u29f8\u2571\u27cb"),
    ("\\", "\u2216\u29f5\u29f9\u2572"),
    (":", "\u02d0\u2236\ua789\ufe55\u05c3\u0589"),
    (",", "\u060c\u066c\u3001\uff64\u201a\ua4f9"),
    (";", "\u037e\u061b"),
    ("%", "\u066a"),
    ("*", "\u2217\u204e\u066d"),
    ("~", "\u02dc\u223c\u301c"),
    ("|", "\u2223\u23d0\u01c0"),
    ("#", "\u266f"),
    ("\u00b0", "\u00ba"),  # the masculine ordinal, typed for a degree sign
    (" ", "\u2800\ufffc"),  # an empty braille cell, an object that is not there
)

#: Read as they stand: an expansion would glue them to the digits or words around.
_KEPT: Final = "\u2026\u2025\u2116\u2122\u2120\u2121\u2103\u2109\u00aa"

_SMALL_CAPITALS: Final = (
    (
        "\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262\u029c\u026a\u1d0a\u1d0b\u029f\u1d0d"
        "\u0274\u1d0f\u1d18\ua7af\u0280\ua731\u1d1b\u1d1c\u1d20\u1d21\u028f\u1d22"
    ),
    "abcdefghijklmnopqrstuvwyz",
)

#: Windows-1252 read as Latin-1: the usual fate of the quotes and dashes of old exports.
_WINDOWS: Final = ("\x85\x91\x92\x93\x94\x96\x97", "\u2026''\"\"--")


def _marks() -> Mapping[str, str]:
    table = {char: mark for mark, chars in _MARKS for char in chars}
    table.update((char, char) for char in _KEPT)
    table.update(zip(*_SMALL_CAPITALS, strict=True))
    table.update(zip(*_WINDOWS, strict=True))
    # Negative circled and negative squared letters, and regional indicators, have no
    # compatibility decomposition: three runs of A to Z.
    for first in (0x1F150, 0x1F170, 0x1F1E6):
        table.update((chr(first + i), chr(ord("A") + i)) for i in range(26))
    return MappingProxyType(table)


#: One character of each, to one ASCII character (or itself, where it is to be kept).
MARKS: Final[Mapping[str, str]] = _marks()

_CYRILLIC: Final = (
    (
        "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0423\u0405\u0406\u0408"
        "\u051a\u051c\u0474\u04ae\u04ba\u04c0\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458"
        "\u0455\u0501\u051b\u051d\u0475\u04bb\u04cf\u04af\u0433\u043a\u043c\u0442\u043d\u0432\u0407"
        "\u0457\u0404\u0454"
    ),
    "ABEKMHOPCTXYSIJQWVYHIaeopcyxijsdqwvhlyrkmthBIiEe",
)
_GREEK: Final = (
    (
        "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
        "\u03f9\u037f\u03b1\u03b5\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03b3\u03b7\u03c9"
        "\u03f2\u03f3\u03ac\u03ad\u03af\u03cc\u03cd"
    ),
    "ABEZHIKMNOPTYXCJaeikvoptuxynwcjaeiou",
)
_OTHER: Final = (
    # Armenian, Cherokee, and letters of the International Phonetic Alphabet
    (
        "\u0585\u057d\u0570\u0578\u0581\u0555\u054d\u0544"
        "\u13aa\u13f4\u13df\u13a0\u13ac\u13c0\u13bb\u13ab\u13e6\u13de\u13b7\u13a2\u13da\u13d9\u13c3"
        "\u0251\u0261\u0269\u028b\u0131"
    ),
    "ouhngOUUGBCDEGHJKLMRSVZagivi",
)


def _lookalikes() -> Mapping[str, str]:
    pairs = (zip(*rows, strict=True) for rows in (_CYRILLIC, _GREEK, _OTHER))
    return MappingProxyType({key: value for rows in pairs for key, value in rows})


#: Letters of other scripts, to the Latin letter each looks like.
LOOKALIKES: Final[Mapping[str, str]] = _lookalikes()
