"""Percent escapes of URLs and forms (RFC 3986 section 2.1), and the ``+`` of forms."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from harborward.text.canonical.octets import characters
from harborward.text.canonical.tracked import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from harborward.text.canonical.tracked import Tracked

#: ``%252D`` is ``%2D`` escaped again; any depth is undone in one step.
_ESCAPE: Final = re.compile(r"%(?:25)*(?P<byte>[0-9a-fA-F]{2})")
_RUN: Final = re.compile(r"(?:%(?:25)*[0-9a-fA-F]{2})+")
_FIRST: Final = re.compile(r"%[uU]?[0-9a-fA-F]{2}")
#: What JavaScript's old ``escape`` and IIS write, alone or as a surrogate pair.
_WIDE: Final = re.compile(
    r"%(?:25)*[uU](?:(?P<high>[dD][89abAB][0-9a-fA-F]{2})%(?:25)*[uU]"
    r"(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})|(?P<one>(?![dD][89a-fA-F])[0-9a-fA-F]{4}))"
)
_URL: Final = re.compile(r"(?:[a-z][a-z0-9+.-]{1,15}://|www\.)[^\s<>\"]+", re.IGNORECASE)
#: Inside a URL only unreserved characters (RFC 3986 section 2.3) and ``@`` are decoded.
_UNRESERVED: Final = frozenset("-._~@")
_FIELD: Final = r"[A-Za-z_][\w.\[\]-]{0,40}+=[^\s&=;\"']{0,2000}+"
_PLUS: Final = re.compile(r"=[^\s&=]*\+")
_FORM: Final = re.compile(rf"(?<![\w&?]){_FIELD}(?:&{_FIELD})+")


def percent(tracked: Tracked) -> Tracked:
    """Replace percent escapes by their characters, and the ``+`` of a form by a space.

    Inside a URL nothing is decoded that would end the URL for a reader, such as a space,
    so that a detector still finds the URL as a whole.
    """
    text = tracked.text
    if _FIRST.search(text):
        tracked = tracked.edited(_wide(text))
        tracked = tracked.edited(_edits(tracked.text))
    if _PLUS.search(tracked.text):
        tracked = tracked.respelled(_FORM.sub(_spaced, tracked.text))
    return tracked


def _spaced(match: re.Match[str]) -> str:
    return match[0].replace("+", " ")


def _wide(text: str) -> Iterator[Edit]:
    for match in _WIDE.finditer(text):
        yield Edit(match.start(), match.end(), paired(match["high"], match["low"], match["one"]))


def paired(high: str | None, low: str | None, one: str | None) -> str:
    """Return the character of a UTF-16 surrogate pair, or of one code in hexadecimal."""
    if high and low:
        return bytes.fromhex(high + low).decode("utf-16-be")
    return chr(int(one or "0", 16))


def _edits(text: str) -> Iterator[Edit]:
    urls = [match.span() for match in _URL.finditer(text)]
    starts = [start for start, _ in urls]
    for run in _RUN.finditer(text):
        escapes = list(_ESCAPE.finditer(text, *run.span()))
        data = bytes(int(escape["byte"], 16) for escape in escapes)
        index = bisect_right(starts, run.start()) - 1
        inside = index >= 0 and run.start() < urls[index][1]
        # "Andr%E9" is an old export; "50%ed" is a percentage and a typing slip.
        legacy = run.start() > 0 and text[run.start() - 1].isalpha()
        for piece in characters(data, legacy=legacy):
            if not inside or piece.text.isalnum() or piece.text in _UNRESERVED:
                start, end = escapes[piece.start].start(), escapes[piece.end - 1].end()
                yield Edit(start, end, piece.text)
