"""Which claims stand: thresholds, and the keep-list that vetoes weak ones.

The rule, in order:

1. a claim below the threshold falls;
2. a guest's or a rule's claim on a name, place or organisation that has no cue of its own
   falls when every word of it is plain or clinical language;
3. a claim of our own lists on a name, place or organisation that has no cue of its own
   falls when the model, which reads the whole sentence, sees almost no chance for it; so
   does the value of a label, as "PATIENT: Fine." is what a patient says, when it sees none;
4. a claim of the model falls when it is one word, small or in capitals in a line of both:
   a common word taken for a name unless the model is all but sure, any word taken for an
   organisation when the model is in doubt;
5. all others stand, the model's among them, and where they overlap, ``reconcile`` decides.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, final

from harborward.domain.identifier import Label
from harborward.text.casing import Case, Line
from harborward.text.names.evidence import Evidence, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from harborward.domain.span import Finding
    from harborward.text.detector import Opinion
    from harborward.text.lexicon import Lexicon
    from harborward.text.passage import Passage

#: Claims below this do not stand. Policies may ask for less, never for silence.
THRESHOLD: Final = 0.5
#: From this score on a claim has a cue of its own and the keep-list is not asked.
_CERTAIN: Final = 0.9
#: Below this chance the model is sure that nobody is meant: on the development split
#: one in six of such claims was right, against 98 of 100 from three in ten up.
DOUBT: Final = 0.1
#: The same for the value of a label, which is a cue, and for a word in a column of names.
DENIAL: Final = 0.05
#: The evidence of such claims; what else a column holds is not asked for.
_PROSE: Final = frozenset({"label", "word"})
_NAMED: Final = frozenset({Label.NAME, Label.ORG, Label.LOCATION})
#: Detectors that ask the keep-list themselves, with more context than this rule has.
_WEIGHED: Final = frozenset(
    {
        *("people.v1", "places.v1", "organisations.v1", "labels.v1", "propagation.v1"),
        *("known.v1", "model.v1"),
    }
)
_MODEL: Final = "model.v1"
#: From this score on the model is believed on a word that is not written as a name. Below,
#: 12 of 92 of its claims on common words as names, and 16 of 94 on words as organisations,
#: were right on the development split.
_SURE: Final = {Label.NAME: 0.95, Label.ORG: 0.8}
#: The tier of the commonest words.
_COMMON: Final = 1
#: Detectors that go by lists and looks, and may be overruled.
_LISTS: Final = frozenset({"people.v1", "places.v1", "organisations.v1"})


@final
class Fusion:
    """Applies the rule above."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon behind the keep-list."""
        self._evidence = Evidence(lexicon)
        self._eponyms = lexicon.eponyms
        self._words = lexicon.words

    def accept(
        self,
        passage: Passage,
        claims: Iterable[Finding],
        threshold: float = THRESHOLD,
        opinion: Opinion | None = None,
    ) -> list[Finding]:
        """Return the claims that stand; ``opinion`` is what the model makes of the passage."""
        return [
            claim
            for claim in claims
            if claim.score >= threshold
            and not self._kept(passage, claim)
            and not (opinion is not None and _doubted(opinion, claim))
            and not self._mere_word(passage, claim)
        ]

    def _kept(self, passage: Passage, claim: Finding) -> bool:
        """Tell whether the keep-list explains a weak claim of a guest or a rule."""
        if claim.label not in _NAMED or claim.score >= _CERTAIN or claim.detector in _WEIGHED:
            return False
        first = passage.token_at(claim.span.start)
        last = bisect_left(passage.starts, claim.span.end)
        words = passage.words[first:last]
        if not words or any(word[0].isdigit() for word in words):
            return False
        return all(
            word in self._eponyms or self._evidence.kind(word) is Kind.WORD for word in words
        )

    def _mere_word(self, passage: Passage, claim: Finding) -> bool:
        """Tell whether the model takes a word, not written as a name, for one without need."""
        if claim.detector != _MODEL or claim.score >= _SURE.get(claim.label, 0.0):
            return False
        index = passage.token_at(claim.span.start)
        if passage.ends[index] < claim.span.end or passage.casing.lines[index] is not Line.MIXED:
            return False
        if passage.casing.cases[index] not in {Case.LOWER, Case.UPPER}:
            return False
        return claim.label is Label.ORG or self._words.get(passage.words[index], 0) == _COMMON


def _doubted(opinion: Opinion, claim: Finding) -> bool:
    """Tell whether the model overrules a claim of our lists or labels."""
    if claim.label not in _NAMED:
        return False
    if claim.detector == "labels.v1" and not _PROSE.isdisjoint(claim.evidence):
        return opinion.chance(claim.span) < DENIAL
    if claim.score >= _CERTAIN or claim.detector not in _LISTS:
        return False
    return opinion.chance(claim.span) < DOUBT
