r"""Backslash escapes of JSON, Python, JavaScript, CSS, Markdown and HL7 v2.

``\u0041``, ``\x41``, ``\U0001F600``, ``\u{41}``, ``\101``, ``\000041``, ``\n``, ``\/``,
``\-``, ``\T\`` ... with any number of backslashes, so JSON inside JSON is one step.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from harborward.text.canonical.octets import characters
from harborward.text.canonical.percents import paired
from harborward.text.canonical.tracked import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from harborward.text.canonical.tracked import Tracked

_ESCAPE: Final = re.compile(
    r"""(?<!\\)\\++ (?:
        [uU](?P<high>[dD][89abAB][0-9a-fA-F]{2}) \\++ [uU](?P<low>[dD][c-fC-F][0-9a-fA-F]{2})
      | (?: u(?P<four>[0-9a-fA-F]{4})
          | U(?P<eight>0[0-9a-fA-F]{7})
          | u\{(?P<braced>[0-9a-fA-F]{1,6})\} )
      | (?P<bytes>x[0-9a-fA-F]{2} (?:\\++x[0-9a-fA-F]{2})*+)
      | (?P<css>0{4}[2-7][0-9a-fA-F] | 0{2,3}[2-7][0-9a-fA-F] (?![0-9a-fA-F])
            (?:[ ](?=[0-9a-fA-F\\]))?)
      | (?P<octal>[0-3][0-7]{2})
      | (?P<hl7>[TSFRE]|\.br) \\
      | X(?P<hl7hex>(?:[0-9A-F]{2})++) \\
      | (?P<short>[nrt])
      | (?P<mark>["'/_.\#*()\[\]@:+!{}<>|~$&-])
    )""",
    re.VERBOSE,
)
#: Three or more CSS escapes of two digits, each closed by a space: ``\32 \31 \39 ``.
_CSS: Final = re.compile(r"(?:\\[2-7][0-9a-fA-F] ){3,}")
_CSS_LENGTH: Final = 4
_BYTE: Final = re.compile(r"\\++x([0-9a-fA-F]{2})")
#: A Windows path: one part of it at least begins with a letter that no escape has.
_PATH: Final = re.compile(
    r"""\b[A-Za-z]: (?:\\++[nrtux][^\\\s"']*+)*+ \\++[^\W\dnrtux_][^\s"']*+""", re.VERBOSE
)
_SHORT: Final[Mapping[str, str]] = MappingProxyType({"n": "\n", "r": "\r", "t": "\t"})
#: HL7 v2.x chapter 2, use of escape sequences in text fields.
_HL7: Final[Mapping[str, str]] = MappingProxyType(
    {"T": "&", "S": "^", "F": "|", "R": "~", "E": "\\", ".br": "\n"}
)
_SURROGATES: Final = range(0xD800, 0xE000)
_LAST: Final = 0x10FFFF


def escapes(tracked: Tracked) -> Tracked:
    """Replace backslash escapes by their characters; a path of Windows stays as it is."""
    if "\\" not in tracked.text:
        return tracked
    tracked = tracked.edited(_css(tracked.text))
    return tracked.edited(_edits(tracked.text))


def _css(text: str) -> Iterator[Edit]:
    for run in _CSS.finditer(text):
        for start in range(run.start(), run.end(), _CSS_LENGTH):
            code = int(text[start + 1 : start + _CSS_LENGTH - 1], 16)
            yield Edit(start, start + _CSS_LENGTH, chr(code))


def _edits(text: str) -> Iterator[Edit]:
    paths = [match.span() for match in _PATH.finditer(text)]
    starts = [start for start, _ in paths]
    for match in _ESCAPE.finditer(text):
        if match["bytes"]:
            yield from _bytes(text, match)
            continue
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and match.start() < paths[index][1]:
            continue
        new = _meaning(match)
        if new:
            yield Edit(match.start(), match.end(), new)


def _bytes(text: str, match: re.Match[str]) -> Iterator[Edit]:
    parts = list(_BYTE.finditer(text, *match.span()))
    for piece in characters(bytes(int(part[1], 16) for part in parts), legacy=True):
        yield Edit(parts[piece.start].start(), parts[piece.end - 1].end(), piece.text)


def _meaning(match: re.Match[str]) -> str:
    """Return what an escape stands for, or nothing where it stands for no character."""
    kind = match.lastgroup or ""
    value = match[kind]
    match kind:
        case "low":
            return paired(match["high"], value, None)
        case "octal":
            return chr(int(value, 8))
        case "short":
            return _SHORT[value]
        case "hl7":
            return _HL7[value]
        case "hl7hex":
            return "".join(piece.text for piece in characters(bytes.fromhex(value), legacy=True))
        case "mark":
            return str(value)
        case _:
            code = int(value, 16)
            return chr(code) if code <= _LAST and code not in _SURROGATES else ""
