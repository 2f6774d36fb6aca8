"""Quoted-printable (RFC 2045 section 6.7): ``=32=31``, and soft line breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from harborward.text.canonical.octets import characters
from harborward.text.canonical.tracked import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from harborward.text.canonical.tracked import Tracked

#: Every equals sign of a quoted-printable text opens an escape or a soft line break.
_BROKEN: Final = re.compile(r"=(?![0-9A-F]{2}|[ \t]*\r?\n)")
#: What "K=45" does not have: a soft break, an escaped equals sign, two bytes in a row.
_PROOF: Final = re.compile(r"(?<=\S)=\r?\n|=3D|=[0-9A-F]{2}=[0-9A-F]{2}")
_ANY: Final = re.compile(r"=[ \t]*\r?\n|(?:=[0-9A-F]{2})+")
#: In other text: two bytes in a row, or a byte with a letter inside a word: ``219=2D09``.
_SURE: Final = re.compile(r"(?:=[0-9A-Fa-f]{2}){2,}|(?<=\w)=[2-7][A-F](?=\w)")
_BYTE_LENGTH: Final = 3


def quoted_printable(tracked: Tracked) -> Tracked:
    """Undo quoted-printable where the text or a run of it cannot be anything else."""
    text = tracked.text
    if "=" not in text:
        return tracked
    whole = _PROOF.search(text) is not None and _BROKEN.search(text) is None
    return tracked.edited(_edits(text, _ANY if whole else _SURE))


def _edits(text: str, pattern: re.Pattern[str]) -> Iterator[Edit]:
    for run in pattern.finditer(text):
        start = run.start()
        if run[0][-1] == "\n":
            yield Edit(start, run.end(), "")
            continue
        for piece in characters(bytes.fromhex(run[0].replace("=", "")), legacy=False):
            first = start + piece.start * _BYTE_LENGTH
            yield Edit(first, start + piece.end * _BYTE_LENGTH, piece.text)
