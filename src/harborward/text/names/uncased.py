"""Names in text where capitals say nothing: dictation in small letters, forms in capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

from harborward.text.casing import Case
from harborward.text.names.cues import SPEECH_VERBS
from harborward.text.names.evidence import Evidence, Kind
from harborward.text.names.reading import Run
from harborward.text.wordlists import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator

    from harborward.text.names.reading import Reading

#: Bearers per million. A given name alone must be far more usual than one with a surname.
_PAIRED_GIVEN: Final = 20
_PARTICLES: Final = wordlist("particles_lower")
_LONE_GIVEN: Final = 60
_WORDLIKE_GIVEN: Final = 500
_PAIRED_SURNAME: Final = 20
_WORDLIKE_SURNAME: Final = 500
_WORDLIKE_PAIR_GIVEN: Final = 300


@final
class UncasedNames:
    """Finds given name and surname side by side, and very usual given names alone."""

    def __init__(self, evidence: Evidence) -> None:
        """Work out which given names may start a name here."""
        self._evidence = evidence
        self._starters = frozenset(
            name
            for name, count in evidence.lexicon.given.items()
            if count >= _PAIRED_GIVEN
            and (
                evidence.kind(name) is Kind.NAME
                or (count >= _WORDLIKE_GIVEN and evidence.kind(name) is Kind.EITHER)
            )
        )

    def find(self, reading: Reading) -> Iterator[tuple[Run, float, str]]:
        """Yield runs with a score and the kind of evidence."""
        last = 0
        for index in reading.passage.where(self._starters):
            if index < last or (reading.cased(index) and reading.cases[index] is not Case.LOWER):
                continue
            last = self._end(reading, index)
            yield from self._run(reading, index, last, "given-name")
        for index in reading.capitals:
            if reading.cases[index] is Case.UPPER and reading.gap(index)[:1] == ",":
                yield from self._run(reading, index, self._last_first(reading, index), "last-first")
        for index in reading.passage.where(SPEECH_VERBS):
            if index and self._acts(reading, index - 1):
                yield Run(index - 1, index), 0.6, "name-acts"

    @staticmethod
    def _run(reading: Reading, first: int, last: int, cue: str) -> Iterator[tuple[Run, float, str]]:
        if last > first and not reading.embedded(Run(first, last)):
            yield Run(first, last), 0.6, cue

    def _end(self, reading: Reading, index: int) -> int:
        """Return the end of a name that starts at ``index``; ``index`` where none does."""
        words = reading.words
        kind, given = reading.kind(index), self._evidence.given(words[index])
        if kind is Kind.NAME and given >= _PAIRED_GIVEN:
            last = index + 1
            if last < len(words) and _initial(words[last]) and reading.glued(index):
                last += 1
            last = self._givens(reading, last)
            start = self._particles(reading, last)
            if (
                start < len(words)
                and reading.glued(start - 1)
                and self._surname(reading, start, given)
            ):
                return self._surnames(reading, start + 1)
            if last > index + 1:
                return last
            return index + 1 if given >= _LONE_GIVEN and not reading.cased(index) else index
        if kind is Kind.EITHER and given >= _WORDLIKE_GIVEN and reading.glued(index):
            follower = self._evidence.surname(words[index + 1])
            if reading.kind(index + 1) is Kind.NAME and follower >= _PAIRED_SURNAME:
                return index + 2
        return index

    def _last_first(self, reading: Reading, index: int) -> int:
        """Return the end of "HARGROVE,LYDIA J", alone in its cell or line."""
        words = reading.words
        lead = reading.lead(index)
        if not (reading.opens[index] or ":" in lead) or reading.cases[index] is not Case.UPPER:
            return index
        if reading.kind(index) is Kind.WORD or index + 1 >= len(words):
            return index
        if reading.gap(index) not in {",", ", "} or reading.kind(index + 1) is Kind.WORD:
            return index
        if not self._evidence.given(words[index + 1]):
            return index
        last = index + 2
        while (
            last < len(words)
            and reading.glued(last - 1)
            and (_initial(words[last]) or reading.kind(last) is Kind.NAME)
        ):
            last += 1
        return last

    def _acts(self, reading: Reading, index: int) -> bool:
        """Tell whether a name opens its sentence and does what people do."""
        words = reading.words
        return (
            reading.opens[index]
            and not (reading.cased(index) and reading.capital(index))
            and reading.gap(index) == " "
            and reading.kind(index) is Kind.NAME
            and (self._evidence.given(words[index]) or self._evidence.surname(words[index])) > 0
        )

    def _givens(self, reading: Reading, index: int) -> int:
        """Return the end of further given names: juan *carlos* de la peña."""
        last, words = index, reading.words
        while last < len(words) and reading.glued(last - 1) and words[last] in self._starters:
            following = last + 1
            goes_on = following < len(words) and reading.glued(last)
            if not goes_on or (
                words[following] not in _PARTICLES and reading.kind(following) is not Kind.NAME
            ):
                break
            last += 1
        return last

    def _particles(self, reading: Reading, index: int) -> int:
        """Return where the surname starts behind the particles at ``index``: de la Cruz."""
        last, words = index, reading.words
        while last < len(words) and words[last] in _PARTICLES and reading.glued(last - 1):
            last += 1
        more = last < len(words) and reading.glued(last - 1)
        return last if more and reading.kind(last) > Kind.WORD else index

    def _surnames(self, reading: Reading, index: int) -> int:
        """Return the end of further surnames behind the first: carlos de la peña soto."""
        last, words = index, reading.words
        while last < len(words) and reading.glued(last - 1):
            start = self._particles(reading, last)
            if start >= len(words) or reading.kind(start) is not Kind.NAME:
                break
            last = start + 1
        return last

    def _surname(self, reading: Reading, index: int, given: int) -> bool:
        surname = self._evidence.surname(reading.words[index])
        kind = reading.kind(index)
        if reading.words[index - 1] in _PARTICLES:
            return kind > Kind.WORD
        if kind is Kind.NAME:
            return surname > 0
        if kind is Kind.UNKNOWN:
            return reading.words[index].isalpha() and not reading.cased(index)
        frequent = surname >= _WORDLIKE_SURNAME and given >= _WORDLIKE_PAIR_GIVEN
        return kind is Kind.EITHER and frequent


def _initial(word: str) -> bool:
    """Tell an initial from a figure."""
    return len(word) == 1 and word.isalpha()
