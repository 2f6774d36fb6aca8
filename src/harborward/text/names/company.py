"""Names in the company of names: lists, nicknames in quotes, hyphens, speakers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, final

from harborward.text.casing import Case, Line
from harborward.text.names.evidence import Evidence, Kind
from harborward.text.names.reading import Run
from harborward.text.wordlists import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from harborward.text.names.reading import Reading

_HYPHENS: Final = frozenset({"-", "-\n"})
_AND: Final = frozenset({"and", "or"})
_LONGEST_LIST: Final = 8
#: The second half of a Korean given name, small behind its hyphen: Young-hee.
_SHORT_HALF: Final = 4
#: "VIKRAM: ...", "dee 06:58: ...", "[10:14] Marisela V.: ..." at the start of a line.
_SPEAKER: Final = re.compile(
    r"[ \t>]{0,4}(?:\[?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[ ]?[ap]m)?\]?[ -]{1,3})?"
    r"(?:dr\.?[ ]|mr\.?[ ]|mrs\.?[ ]|ms\.?[ ])?"
    r"(?P<who>[^\W\d_][\w'-]{1,20}(?:[ ][^\W\d_][\w'.-]{0,20}){0,2})"
    r"(?P<time>[ ]?[\[(]?[0-9]{1,2}:[0-9]{2}(?:[ ]?[ap]m)?[\])]?)?:[ ]",
    re.IGNORECASE,
)
#: What a speaker's line holds.
_COLON: Final = ": "
#: The dictator's and the typist's initials at the end of a line: "GW/tlk", "ISH:lpt",
#: "/rwb" behind a date, "ML/AV" alone, "- SF" behind a sentence.
_SIGNED: Final = re.compile(
    r"(?<![\w/])(?P<both>[A-Z]{2,4}[/:][a-z]{2,4})\Z|(?<=[\d ]/)(?P<typist>[a-z]{2,4})\Z"
    r"|(?<=\n)(?P<pair>[A-Z]{2,3}/[A-Z]{2,3})\Z|(?<=[.?!)] -)[ ]?(?P<dash>[A-Za-z]{2,3})\Z"
)
#: Most lines end with one of these.
_ENDS_NO_INITIALS: Final = frozenset(".:,;?!)]0123456789\n") | {""}
#: How far from the end of a line its initials start.
_TAIL: Final = 14
#: "typed by bw", "signed by JM".
_BY: Final = wordlist("signing_verbs")
_INITIALS: Final = range(2, 4)
#: Bearers per million of a name that speaks for the list it stands in.
_ANCHOR: Final = 20
_KNOWN_SURNAME: Final = 50


@final
class CompanyNames:
    """Finds names by the names next to them, and the speakers of a transcript."""

    def __init__(self, evidence: Evidence) -> None:
        """Keep the lexical evidence."""
        self._evidence = evidence

    def find(
        self, reading: Reading, runs: Sequence[tuple[Run, float, str]]
    ) -> Iterator[tuple[Run, float, str]]:
        """Yield what stands beside ``runs``, which were accepted as names."""
        for run, score, _ in runs:
            yield from self._hyphenated(reading, run, score)
            yield from self._listed(reading, run)
            yield from self._quoted(reading, run)

    def _hyphenated(
        self, reading: Reading, run: Run, score: float
    ) -> Iterator[tuple[Run, float, str]]:
        """Yield the run with what a hyphen joins to it: Major-Dunne, Young-hee."""
        first, last = run.first, run.last
        while first and reading.gap(first - 1) in _HYPHENS and self._half(reading, first - 1):
            first -= 1
        while (
            last < len(reading.words)
            and reading.gap(last - 1) in _HYPHENS
            and self._half(reading, last)
        ):
            last += 1
        if (first, last) != (run.first, run.last):
            yield Run(first, last), score, "hyphen"

    def _half(self, reading: Reading, index: int) -> bool:
        case = reading.cases[index]
        if case is Case.NUMBER:
            return False
        if case is Case.LOWER and reading.lead(index) == "-\n":
            return True
        if case is Case.LOWER and len(reading.words[index]) <= _SHORT_HALF:
            return reading.kind(index) > Kind.WORD
        if reading.cased(index):
            return case in {Case.TITLE, Case.UPPER} or reading.kind(index) is Kind.NAME
        return reading.kind(index) > Kind.WORD

    def _listed(self, reading: Reading, run: Run) -> Iterator[tuple[Run, float, str]]:
        """Yield further items of "Hannah, Anthony and Reed", one of which was accepted."""
        if reading.lines[run.first] not in {Line.MIXED, Line.TITLE}:
            return
        if not self._anchors(reading, run):
            return
        at, steps = run.last, 0
        while steps < _LONGEST_LIST and (item := self._next_item(reading, at)) is not None:
            yield item, 0.6, "list"
            at, steps = item.last, steps + 1
        at, steps = run.first, 0
        while steps < _LONGEST_LIST and (item := self._item_before(reading, at)) is not None:
            yield item, 0.6, "list"
            at, steps = item.first, steps + 1

    def _anchors(self, reading: Reading, run: Run) -> bool:
        """Tell whether a run is a name certain enough to speak for its neighbours."""
        evidence = self._evidence
        words = reading.words[run.first : run.last]
        return any(
            evidence.only_name(word)
            and max(evidence.given(word), evidence.surname(word)) >= _ANCHOR
            for word in words
        )

    def _next_item(self, reading: Reading, at: int) -> Run | None:
        words = reading.words
        if at >= len(words) or reading.gap(at - 1) not in {", ", " ", " / ", "/"}:
            return None
        first = at
        if words[first] in _AND and first + 1 < len(words) and reading.gap(first) == " ":
            first += 1
        elif reading.gap(at - 1) == " ":
            return None
        if not self._item(reading, first):
            return None
        last = first + 1
        while last < len(words) and reading.glued(last - 1) and self._item(reading, last):
            last += 1
        return Run(first, last)

    def _item_before(self, reading: Reading, at: int) -> Run | None:
        last = at
        if last > 1 and reading.words[last - 1] in _AND and reading.gap(last - 1) == " ":
            last -= 1
        elif not at or reading.gap(at - 1) not in {", ", " / ", "/"}:
            return None
        if (
            last < 1
            or reading.gap(last - 1) not in {", ", " ", " / ", "/"}
            or not self._item(reading, last - 1)
        ):
            return None
        first = last - 1
        while first > 0 and reading.glued(first - 1) and self._item(reading, first - 1):
            first -= 1
        return Run(first, last)

    def _item(self, reading: Reading, index: int) -> bool:
        """Tell whether a token may be one of a list of names."""
        if reading.cases[index] is not Case.TITLE or self._evidence.plain(reading.words[index]):
            return False
        return reading.kind(index) > Kind.WORD

    def _quoted(self, reading: Reading, run: Run) -> Iterator[tuple[Run, float, str]]:
        """Yield the nickname in quotes or parentheses behind or before a name."""
        words = reading.words
        behind = run.last
        if behind < len(words) and reading.gap(behind - 1).strip(" .(") in {'"', "'"}:
            if reading.gap(behind)[:1] in {'"', "'"} and reading.cases[behind] is Case.TITLE:
                yield Run(behind, behind + 1), 0.7, "nickname"
        before = run.first - 1
        if before >= 0 and reading.gap(before) in {'" ', "' "}:
            lead = reading.lead(before)[-1:]
            if lead in {'"', "'"} and reading.cases[before] is Case.TITLE:
                yield Run(before, before + 1), 0.7, "nickname"

    def speakers(self, reading: Reading) -> Iterator[tuple[Run, float, str]]:
        """Yield the speakers of a transcript or chat, named before a colon."""
        passage = reading.passage
        seen: dict[str, list[tuple[Run, bool]]] = {}
        text = passage.text
        starts = reading.line_starts()
        for start, stop in zip(starts, (*starts[1:], len(text)), strict=True):
            if text.find(_COLON, start, stop) < 0:
                continue
            match = _SPEAKER.match(text, start)
            if match is None:
                continue
            first = passage.token_at(match.start("who"))
            last = passage.token_at(match.end("who"))
            key = match["who"].lower()
            seen.setdefault(key, []).append((Run(first, last), match["time"] is not None))
        for places in seen.values():
            run, timed = places[0]
            kinds = [reading.kind(i) for i in range(run.first, run.last)]
            words = reading.words[run.first : run.last]
            if any(self._evidence.plain(word) for word in words if len(word) > 1):
                continue
            often = len(places) > 1
            if (timed and often and max(kinds) > Kind.WORD) or (often and Kind.NAME in kinds):
                for place, _ in places:
                    yield place, 0.7, "speaker"

    def signed(self, reading: Reading) -> Iterator[tuple[Run, float, str]]:
        """Yield the initials at the ends of lines, and behind "typed by"."""
        passage = reading.passage
        text = passage.text
        for end in (*(start - 1 for start in reading.line_starts()[1:]), len(text)):
            if text[end - 1 : end] in _ENDS_NO_INITIALS:
                continue
            stop = len(text[max(0, end - _TAIL) : end].rstrip(" ")) + max(0, end - _TAIL)
            match = _SIGNED.search(text, max(0, end - _TAIL), stop)
            if match and match.lastgroup:
                first = passage.token_at(match.start(match.lastgroup))
                yield Run(first, passage.token_at(stop - 1) + 1), 0.6, "sign-off"
        for index in passage.where({"by"}):
            if index and reading.words[index - 1] in _BY and index + 1 < len(reading.words):
                size = passage.ends[index + 1] - passage.starts[index + 1]
                ends = reading.gap(index + 1)[:1] in {".", ")", ",", ";", "\n", ""}
                known = self._evidence.plain(reading.words[index + 1])
                if size in _INITIALS and ends and reading.gap(index) == " " and not known:
                    yield Run(index + 1, index + 2), 0.6, "sign-off"

    def cells(self, reading: Reading) -> Iterator[tuple[Run, float, str]]:
        """Yield table cells that hold a surname, and perhaps an initial, and nothing else."""
        if "|" not in reading.passage.text:
            return
        for index in reading.capitals:
            word = reading.words[index]
            if "|" not in reading.lead(index):
                continue
            last = index + 1
            if reading.glued(index) and reading.cases[last] is Case.INITIAL:
                last += 1
            if "|" not in reading.gap(last - 1) or self._evidence.plain(word):
                continue
            kind = reading.kind(index)
            if kind > Kind.WORD and self._evidence.surname(word) >= _KNOWN_SURNAME:
                yield Run(index, last), 0.6, "cell"
