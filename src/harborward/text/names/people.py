"""Names of persons: three ways of finding them, one veto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.names.capitals import CapitalisedNames
from harborward.text.names.company import CompanyNames
from harborward.text.names.cued import CuedNames
from harborward.text.names.cues import PRODUCT_NOUNS
from harborward.text.names.evidence import Evidence, Titles
from harborward.text.names.reading import Reading, Run
from harborward.text.names.uncased import UncasedNames

if TYPE_CHECKING:
    from harborward.text.lexicon import Lexicon
    from harborward.text.passage import Passage

_NAME: Final = "people.v1"
#: How many words behind, and before, an eponym may hold its noun.
_NOUN_AFTER: Final = 3
_NOUN_BEFORE: Final = 2
#: Bearers per million from which an eponym is first of all somebody's given name: Scott.
_COMMON_GIVEN: Final = 100
#: The same, for the first of several words.
_SEEN_GIVEN: Final = 20
#: Cues that outweigh the veto: nobody writes "Dr. Foley" for a catheter.
_CERTAIN: Final = frozenset({"honorific", "credential", "introduction"})
#: Claims that rest on the look of a single word.
_LOOKS: Final = frozenset({"name", "unknown-word", "given-name", "role", "suffix", "initials"})


@final
class PeopleDetector:
    """Finds names of persons, given, family and full, in any case."""

    name = _NAME

    def __init__(self, lexicon: Lexicon) -> None:
        """Build the three finders on one lexicon."""
        self._lexicon = lexicon
        self._evidence = Evidence(lexicon)
        titles = Titles(lexicon)
        self._finders = (
            CuedNames(self._evidence, titles),
            CapitalisedNames(self._evidence, titles),
            UncasedNames(self._evidence),
        )
        self._company = CompanyNames(self._evidence)

    def find(self, passage: Passage) -> list[Finding]:
        """Return claims on names of persons."""
        reading = Reading(passage, self._evidence)
        starts, ends = passage.starts, passage.ends
        accepted = [
            (run, score, cue)
            for finder in self._finders
            for run, score, cue in finder.find(reading)
            if cue in _CERTAIN or not self._vetoed(reading, run, cue)
        ]
        accepted += self._company.speakers(reading)
        accepted += self._company.signed(reading)
        accepted += self._company.cells(reading)
        accepted += [
            claim
            for claim in self._company.find(reading, accepted)
            if not self._vetoed(reading, claim[0], claim[2])
        ]
        return [
            Finding(Span(starts[run.first], ends[run.last - 1]), Label.NAME, score, _NAME, (cue,))
            for run, score, cue in accepted
        ]

    def _explained(self, reading: Reading, run: Run) -> bool:
        """Tell whether an eponym's noun stands near: "Foley catheter", "sign of Babinski"."""
        words = reading.words
        around = {
            *words[run.last : run.last + _NOUN_AFTER],
            *words[max(0, run.first - _NOUN_BEFORE) : run.first],
        }
        eponyms = self._lexicon.eponyms
        return any(
            not eponyms[word].isdisjoint(around)
            for word in words[run.first : run.last]
            if word in eponyms
        )

    def _vetoed(self, reading: Reading, run: Run, cue: str) -> bool:
        """Tell whether an eponym, its noun, or a product noun explains the run."""
        if self._explained(reading, run):
            return True
        if len(run) > 1:
            return self._compound(reading, run)
        if cue not in _LOOKS and not reading.gap(run.first).startswith("'"):
            return False
        word = reading.words[run.first]
        if word in self._lexicon.eponyms and self._evidence.given(word) < _COMMON_GIVEN:
            return True
        return not PRODUCT_NOUNS.isdisjoint(reading.words[run.last : run.last + 2])

    def _compound(self, reading: Reading, run: Run) -> bool:
        """Tell whether the run is an eponym of several names: Jackson-Pratt, Bence Jones."""
        passage = reading.passage
        spelled = passage.lower[passage.starts[run.first] : passage.ends[run.last - 1]]
        eponyms = self._lexicon.eponyms
        if spelled in eponyms or spelled.replace("-", " ") in eponyms:
            return True
        parts = reading.words[run.first : run.last]
        known = any(self._evidence.given(part) >= _SEEN_GIVEN for part in parts)
        return all(part in eponyms for part in parts) and ("-" in spelled or not known)
