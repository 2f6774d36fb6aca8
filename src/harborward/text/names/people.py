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
_COMMON_GIVEN: Final = 500
#: Cues that outweigh the veto: nobody writes "Dr. Foley" for a catheter.
_CERTAIN: Final = frozenset({"honorific", "credential", "introduction"})


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
            if cue in _CERTAIN or not self._vetoed(reading, run)
        ]
        accepted += self._company.speakers(reading)
        accepted += self._company.signed(reading)
        accepted += self._company.cells(reading)
        accepted += list(self._company.find(reading, accepted))
        return [
            Finding(Span(starts[run.first], ends[run.last - 1]), Label.NAME, score, _NAME, (cue,))
            for run, score, cue in accepted
        ]

    def _vetoed(self, reading: Reading, run: Run) -> bool:
        """Tell whether an eponym, its noun, or a product noun explains the run."""
        words = reading.words
        behind = words[run.last : run.last + _NOUN_AFTER]
        around = {*behind, *words[max(0, run.first - _NOUN_BEFORE) : run.first]}
        for index in range(run.first, run.last):
            nouns = self._lexicon.eponyms.get(words[index])
            if nouns is None:
                continue
            common = self._evidence.given(words[index]) >= _COMMON_GIVEN
            if nouns & around or (len(run) == 1 and not common):
                return True
        return len(run) == 1 and not PRODUCT_NOUNS.isdisjoint(behind[:2])
