"""Text that remembers where each of its characters came from.

A map is a sorted list of *entries*: the stretches whose characters do not stand for one
character of the original each. Between two entries text and original run in step, so a
text without entries has the same offsets as its original, and most texts have none.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, final

from harborward.domain.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Edit(NamedTuple):
    """Put ``text`` in place of the characters ``[start, end)``, which are not none."""

    start: int
    end: int
    text: str


class Entry(NamedTuple):
    """Each character of ``[start, end)`` stands for the whole of ``[origin, stop)``.

    An entry with ``start == end`` marks a place where characters were taken out.
    """

    start: int
    end: int
    origin: int
    stop: int


@final
class Tracked:
    """A text on its way to canonical form, with its map to the original. Silent."""

    __slots__ = ("entries", "text")

    def __init__(self, text: str, entries: Sequence[Entry] = ()) -> None:
        """Take a text and the map of it; without entries it is the original."""
        self.text = text
        self.entries = entries

    def __repr__(self) -> str:
        """Return the size, never the text."""
        return f"<Tracked: {len(self.text)} characters, {len(self.entries)} entries>"

    def respelled(self, text: str) -> Tracked:
        """Return the same map over ``text``, which stands character for character."""
        return Tracked(text, self.entries)

    def edited(self, edits: Iterable[Edit]) -> Tracked:
        """Return the text after ``edits``, which are in order and do not overlap."""
        pieces: list[str] = []
        entries: list[Entry] = []
        text = self.text
        position = length = 0
        for start, end, new in edits:
            pieces.append(text[position:start])
            pieces.append(new)
            length += start - position
            after = length + len(new)
            entries.append(Entry(length, after, start, end))
            length = after
            position = end
        if not entries:
            return self
        pieces.append(text[position:])
        return Tracked("".join(pieces), _compose(self.entries, entries))


def _compose(old: Sequence[Entry], new: list[Entry]) -> list[Entry]:
    """Return the map that leads through ``new`` and then through ``old``."""
    if not old:
        return new
    starts = [entry.start for entry in old]
    waiting = iter(old)
    head = next(waiting, None)
    out: list[Entry] = []
    for start, end, origin, stop in new:
        shift = start - origin
        while head is not None and head.end <= origin:
            out.append(Entry(head.start + shift, head.end + shift, head.origin, head.stop))
            head = next(waiting, None)
        if head is not None and head.start < origin:
            out.append(Entry(head.start + shift, start, head.origin, head.stop))
        first = _source(old, starts, origin).start
        out.append(Entry(start, end, first, _source(old, starts, stop - 1).end))
        while head is not None and head.start < stop and head.end <= stop:
            head = next(waiting, None)
        if head is not None and head.start < stop:
            head = Entry(stop, head.end, head.origin, head.stop)
    shift = new[-1].end - new[-1].stop
    while head is not None:
        out.append(Entry(head.start + shift, head.end + shift, head.origin, head.stop))
        head = next(waiting, None)
    return out


def _source(entries: Sequence[Entry], starts: Sequence[int], position: int) -> Span:
    """Return what the character at ``position`` stands for."""
    index = bisect_right(starts, position) - 1
    if index < 0:
        return Span(position, position + 1)
    entry = entries[index]
    if position < entry.end:
        return Span(entry.origin, entry.stop)
    at = entry.stop + position - entry.end
    return Span(at, at + 1)


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The entries of a finished text as four flat arrays, 32 bytes an entry."""

    starts: array[int]
    ends: array[int]
    origins: array[int]
    stops: array[int]

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> OffsetMap | None:
        """Return the map of ``entries``, or None where offsets are the original's."""
        if not entries:
            return None
        starts, ends, origins, stops = zip(*entries, strict=True)
        return cls(array("q", starts), array("q", ends), array("q", origins), array("q", stops))

    def first(self, position: int) -> int:
        """Return where the source of the character at ``position`` starts."""
        index = bisect_right(self.starts, position) - 1
        if index < 0:
            return position
        if position < self.ends[index]:
            return self.origins[index]
        return self.stops[index] + position - self.ends[index]

    def last(self, position: int) -> int:
        """Return where the source of the character at ``position`` ends."""
        index = bisect_right(self.starts, position) - 1
        if index < 0:
            return position + 1
        if position < self.ends[index]:
            return self.stops[index]
        return self.stops[index] + position - self.ends[index] + 1
