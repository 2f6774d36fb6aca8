"""A single capitalised word: where it stands decides whether it is a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, final

from harborward.text.casing import Case, Line
from harborward.text.names.cued import inner_capital
from harborward.text.names.cues import ADDRESSED, PERSON_VERBS_ALL, SPEECH_VERBS
from harborward.text.names.evidence import Evidence, Kind
from harborward.text.names.neighbours import aged
from harborward.text.wordlists import wordlist

if TYPE_CHECKING:
    from harborward.text.names.reading import Reading, Run

#: Bearers per million, from "a name somewhere" to "everyone knows one".
_SOME: Final = 10
_SEEN: Final = 50
_USUAL: Final = 100
_FREQUENT: Final = 300
_SHORTEST: Final = 3
_BEING: Final = wordlist("being")
#: Before a single capitalised word these make it a place, not a person.
_PLACE_CUES: Final = wordlist("place_cues")


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of the word and its surroundings."""

    kind: Kind
    given: int
    surname: int
    lead: str  # what stands between the word before and this one
    gap: str  # what stands between this one and the next
    before: str
    after: str
    heading: bool  # the line has a capital on every word
    accented: bool

    @property
    def acts(self) -> bool:
        """The word owns something or does what people do."""
        return (self.gap[:1] == " " and self.after in PERSON_VERBS_ALL) or self.gap[:1] == "'"


@final
class LoneNames:
    """Judges single capitalised words."""

    def __init__(self, evidence: Evidence) -> None:
        """Keep the lexical evidence."""
        self._evidence = evidence

    def judge(self, reading: Reading, run: Run, part: int) -> tuple[float, str] | None:
        """Return the score of the run whose one word is token ``part``, and why."""
        word = reading.words[part]
        if reading.cases[part] is not Case.TITLE or len(word) < _SHORTEST:
            return None
        if inner_capital(reading, part) or word in self._evidence.lexicon.regions:
            return None
        facts = self._facts(reading, run, part)
        if aged(reading, part):
            return 0.65, "name-age"
        if facts.kind is Kind.NAME and facts.lead[-1:] == '"' == facts.gap[:1]:
            return 0.55, "quoted"
        if reading.opens[run.first]:
            return _opening(facts)
        return _heading(facts) if facts.heading else _inside(facts)

    def _facts(self, reading: Reading, run: Run, part: int) -> _Facts:
        words, word = reading.words, reading.words[part]
        return _Facts(
            reading.kind(part),
            self._evidence.given(word),
            self._evidence.surname(word),
            reading.lead(run.first),
            reading.gap(run.last - 1),
            words[run.first - 1] if run.first else "",
            words[run.last] if run.last < len(words) else "",
            reading.lines[part] is Line.TITLE,
            not word.isascii(),
        )


def _opening(facts: _Facts) -> tuple[float, str] | None:
    """Judge a word that opens a sentence, where every word has a capital."""
    if facts.kind is Kind.NAME:
        return _name_opening(facts)
    if facts.kind is Kind.EITHER:
        return (0.6, "name-acts") if facts.acts and facts.given >= _USUAL else None
    if facts.kind is Kind.UNKNOWN and facts.gap == " ":
        if facts.after in SPEECH_VERBS:
            return 0.55, "name-acts"
        if facts.after in _BEING and not facts.heading:
            return 0.5, "unknown-word"
    return None


def _name_opening(facts: _Facts) -> tuple[float, str] | None:
    if facts.acts:
        return 0.6, "name-acts"
    if facts.gap == ", " and facts.after in ADDRESSED:
        return 0.6, "addressed"
    if facts.gap[:1] == ":" and (facts.given >= _SOME or facts.accented):
        return 0.5, "speaker"
    return (0.5, "name") if facts.given >= _FREQUENT and not facts.heading else None


def _heading(facts: _Facts) -> tuple[float, str] | None:
    """Judge a word inside a heading, where capitals say little."""
    return (0.5, "name") if facts.kind is Kind.NAME and facts.given >= _USUAL else None


def _inside(facts: _Facts) -> tuple[float, str] | None:
    """Judge a word inside a sentence, where a capital says much."""
    if facts.kind is Kind.NAME:
        return 0.65, "name"
    if facts.kind is Kind.EITHER:
        if facts.acts and max(facts.given, facts.surname) >= _SEEN:
            return 0.55, "name-acts"
        return (0.5, "name") if facts.given >= _USUAL else None
    if facts.kind is Kind.UNKNOWN and ":" not in facts.lead and facts.before not in _PLACE_CUES:
        return 0.5, "unknown-word"
    return None
