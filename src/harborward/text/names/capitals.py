"""Names that capitals mark: full names, initials with a surname, a name alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

from harborward.text.casing import Case, Line
from harborward.text.names.cued import inner_capital
from harborward.text.names.cues import PERSON_VERBS_ALL
from harborward.text.names.evidence import Evidence, Kind, Titles
from harborward.text.names.lastfirst import LastFirst
from harborward.text.names.lone import LoneNames
from harborward.text.names.neighbours import (
    aged,
    before_age,
    word_name,
    wordlike_given,
    wordlike_surname,
)
from harborward.text.names.reading import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from harborward.text.names.reading import Reading

#: Bearers per million, as given name or surname.
_SEEN: Final = 50
_USUAL: Final = 100
_PAIR: Final = 2


@final
class CapitalisedNames:
    """Finds names among runs of capitalised words, where capitals say something."""

    def __init__(self, evidence: Evidence, titles: Titles) -> None:
        """Keep the lexical evidence and the titles."""
        self._evidence = evidence
        self._titles = titles
        self._last_first = LastFirst(evidence, titles)
        self._lone = LoneNames(evidence)

    def find(self, reading: Reading) -> Iterator[tuple[Run, float, str]]:
        """Yield runs with a score and the kind of evidence."""
        last, lines = 0, reading.lines
        for index in reading.capitals:
            if index < last or lines[index] is Line.UPPER or self._dull(reading, index):
                continue
            last = self._end(reading, index)
            for piece in self._pieces(reading, Run(index, last)):
                if not reading.embedded(piece):
                    yield from self._judge(reading, piece)

    def _dull(self, reading: Reading, index: int) -> bool:
        """Tell at once whether a plain word stands alone among small ones: most do."""
        following = index + 1
        if following < len(reading.words):
            if reading.cases[following] is not Case.LOWER:
                return False
            if reading.words[following] in self._titles.particles:
                return False
        return reading.cases[index] is Case.TITLE and reading.kind(index) is Kind.WORD

    def _end(self, reading: Reading, first: int) -> int:
        """Return the end of the run of capitals and particles that starts at ``first``."""
        last, count = first + 1, len(reading.words)
        particles = self._titles.particles
        while last < count and reading.glued(last - 1):
            ahead = last
            while (
                ahead < count
                and reading.cases[ahead] is Case.LOWER
                and reading.words[ahead] in particles
                and reading.glued(ahead)
            ):
                ahead += 1
            if ahead >= count or not reading.capital(ahead):
                break
            last = ahead + 1
        return last

    def _pieces(self, reading: Reading, run: Run) -> Iterator[Run]:
        """Cut a run at words that no name holds."""
        first = run.first
        for index in range(run.first, run.last + 1):
            if index < run.last and not self._cuts(reading, index):
                continue
            if first < index:
                piece = self._trim(reading, Run(first, index))
                if piece.first < piece.last:
                    yield piece
            first = index + 1

    def _cuts(self, reading: Reading, index: int) -> bool:
        word, case = reading.words[index], reading.cases[index]
        titles = self._titles
        if case is Case.INITIAL or word in titles.suffixes:
            return False
        if word in titles.particles and (case is Case.LOWER or reading.glued(index)):
            return False
        if word in titles.honorifics or word in titles.roles:
            return True
        if word in titles.credentials and case is Case.UPPER:
            return True
        kind = reading.kind(index)
        if kind is Kind.WORD:
            if self._evidence.given(word) and (
                word_name(reading, index) or wordlike_given(reading, index) or aged(reading, index)
            ):
                return False
            return not wordlike_surname(reading, index)
        return case is Case.UPPER and kind is not Kind.NAME

    def _trim(self, reading: Reading, run: Run) -> Run:
        """Drop particles from both ends, and an initial that starts the next sentence."""
        first, last = run.first, run.last
        words, particles = reading.words, self._titles.particles
        while last > first and words[last - 1] in particles:
            last -= 1
        while first < last and words[first] in particles and not reading.capital(first):
            first += 1
        if last - first > 1 and reading.cases[first] is Case.INITIAL:
            if reading.lead(first) == "" and first:  # the letter of a bed: "12B Ocampo"
                first += 1
        if last - first > 1 and reading.cases[last - 1] is Case.INITIAL:
            if not reading.gap(last - 1).startswith((".", ",", "\n")) and last < len(words):
                last -= 1
        return Run(first, last)

    def _judge(self, reading: Reading, run: Run) -> Iterator[tuple[Run, float, str]]:
        titles = self._titles
        parts = [
            i
            for i in range(run.first, run.last)
            if reading.cases[i] is not Case.INITIAL
            and reading.words[i] not in titles.particles
            and reading.words[i] not in titles.suffixes
        ]
        if not parts:
            return
        if before_age(reading, run.last - 1) and self._owns_age(reading, run):
            yield run, 0.65, "name-age"
            return
        comma = self._last_first.extend(reading, run)
        if comma is not None:
            yield comma, 0.85, "last-first"
        elif len(parts) > 1:
            yield from self._full(reading, run, parts)
        elif len(run) > 1 and reading.cases[run.first] is Case.INITIAL:
            yield from self._initialled(reading, run, parts[0])
        elif reading.words[run.last - 1] in {"jr", "sr"} and reading.kind(parts[0]) > Kind.WORD:
            yield run, 0.75, "suffix"
        else:
            verdict = self._lone.judge(reading, run, parts[0])
            if verdict is not None:
                yield run, *verdict

    def _owns_age(self, reading: Reading, run: Run) -> bool:
        """Tell whether every part of a run before an age may be a name's, and one is."""
        kinds = [reading.kind(i) for i in range(run.first, run.last)]
        known = any(
            self._evidence.given(reading.words[i]) or self._evidence.surname(reading.words[i])
            for i in range(run.first, run.last)
        )
        plain = any(self._evidence.plain(reading.words[i]) for i in range(run.first, run.last))
        return known and not plain and max(kinds) > Kind.WORD

    def _full(
        self, reading: Reading, run: Run, parts: list[int]
    ) -> Iterator[tuple[Run, float, str]]:
        kinds = [reading.kind(i) for i in parts]
        given = self._evidence.given(reading.words[parts[0]])
        surname = self._evidence.surname(reading.words[parts[-1]])
        title = reading.lines[run.first] is Line.TITLE
        if any(inner_capital(reading, i) for i in parts if reading.cases[i] is Case.TITLE):
            return
        named = any(self._evidence.only_name(reading.words[i]) for i in parts)
        if Kind.NAME in kinds or (named and given >= _SEEN and surname):
            pair = given and (surname or kinds[-1] is Kind.UNKNOWN)
            yield run, 0.85 if pair else 0.5 if title else 0.7, "full-name"
        elif Kind.UNKNOWN in kinds:
            inner = len(run) > len(parts) and reading.cases[run.first + 1] is Case.INITIAL
            lone = (
                set(kinds) == {Kind.UNKNOWN}
                and reading.opens[run.first]
                and reading.closes(run.last - 1)
            )
            follower = reading.words[run.last] if run.last < len(reading.words) else ""
            gap = reading.gap(run.last - 1)
            acts = (gap[:1] == "'" and follower == "s") or (
                gap == " " and follower in PERSON_VERBS_ALL
            )
            if inner or (len(kinds) == len(run) == _PAIR and (lone or acts)):
                yield run, 0.55, "unknown-words"
            elif not title and not reading.opens[run.first]:
                yield run, 0.6, "unknown-words"
            elif given or surname:
                yield run, 0.55, "unknown-words"
        elif given >= _USUAL and surname >= _SEEN:
            yield run, 0.5 if title else 0.65, "full-name"

    def _initialled(
        self, reading: Reading, run: Run, part: int
    ) -> Iterator[tuple[Run, float, str]]:
        kind = reading.kind(part)
        surname = self._evidence.surname(reading.words[part])
        if reading.lead(run.first).endswith(("-", "/")):
            return
        if kind is Kind.NAME or (kind is Kind.EITHER and surname >= _USUAL):
            yield run, 0.75, "initials"
        elif kind is Kind.UNKNOWN and reading.cases[part] is Case.TITLE:
            if not inner_capital(reading, part) and reading.gap(run.first).startswith("."):
                yield run, 0.55, "initials"
