"""Ways to read an output: as plain letters, and with common encodings undone."""

from __future__ import annotations

import binascii
import html
import re
import unicodedata
from base64 import b64decode
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from harborward.domain.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Stands for replaced text: no letter, no digit, no space.
BREAK: Final = "\x1f"

_ODD: Final = re.compile(r"[^\x00-\x7f]+")
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});?")
_PERCENT: Final = re.compile(r"%[0-9a-fA-F]{2}")
#: Twelve characters of base64 hold nine bytes, as many as a social security number.
_BASE64: Final = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")
#: Longest stretch decoded in one go; a line beyond it is cut, so time stays linear.
_MAX_RUN: Final = 100_000


@dataclass(frozen=True, slots=True)
class View:
    """A reading of the output. ``span`` leads back to it."""

    text: str
    prefix: str = ""
    #: Where the view came from; None: offsets are those of the output.
    whole: Span | None = None
    offsets: Sequence[int] | None = None

    def span(self, start: int, end: int) -> Span:
        """Return the range of the output that ``[start, end)`` of the view was read from."""
        if self.whole is not None:
            return self.whole
        if self.offsets is None:
            return Span(start, end)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def of(output: str) -> Iterator[View]:
    """Yield the plain reading, then one for each stretch that seems encoded."""
    yield plain(output)
    if "&" in output:
        yield from _by_line(output, _ENTITY)
    if "%" in output:
        yield from _by_line(output, _PERCENT)
    yield from _base64(output)


def plain(text: str) -> View:
    """Read ``text`` without accents, compatibility forms and invisible characters."""
    if text.isascii():
        return View(text)
    folded = _ODD.sub(lambda match: fold(match[0]), text)
    if len(folded) == len(text):
        return View(folded)
    lengths = [1 if char.isascii() else len(fold(char)) for char in text]
    ends = list(accumulate(lengths))
    return View(folded, offsets=[bisect_right(ends, at) for at in range(len(folded))])


def fold(text: str) -> str:
    """Return ``text`` in base letters: compatibility forms undone, marks and controls gone."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cf", "Me"})


def _by_line(output: str, mark: re.Pattern[str]) -> Iterator[View]:
    """Yield each line that holds ``mark``, decoded."""
    done = 0
    for match in mark.finditer(output):
        if match.start() < done:
            continue
        start = max(done, output.rfind("\n", done, match.start()) + 1)
        end = output.find("\n", match.end(), start + _MAX_RUN)
        done = end if end >= 0 else min(len(output), start + _MAX_RUN)
        line = output[start:done]
        decoded = html.unescape(line) if mark is _ENTITY else unquote(line)
        if decoded != line:
            yield View(fold(decoded), "encoded:", Span(start, done))


def _base64(output: str) -> Iterator[View]:
    for match in _BASE64.finditer(output):
        run = match[0]
        # A word has neither digits nor capitals inside; leave long words alone.
        if run.isalpha() and (run[1:].islower() or run.isupper()):
            continue
        decoded = _decoded(run.rstrip("=")[:_MAX_RUN])
        if decoded is not None:
            yield View(fold(decoded), "encoded:", Span(*match.span()))


def _decoded(run: str) -> str | None:
    """Return the text that a base64 run holds, or None if it holds none."""
    run = run[: len(run) - (len(run) % 4 == 1)]
    try:
        text = b64decode(run + "=" * (-len(run) % 4), altchars=None, validate=False).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
    return text if text.replace("\n", " ").replace("\t", " ").isprintable() else None
