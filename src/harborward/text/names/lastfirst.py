"""Names written family name first: "Garcia-Lopez, Maria E.", "Sung, Young-mi", "Wu, L"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from harborward.text.casing import Case
from harborward.text.names.cued import LONGEST
from harborward.text.names.evidence import Evidence, Kind, Titles
from harborward.text.names.reading import Run

if TYPE_CHECKING:
    from harborward.text.names.reading import Reading

_LONGEST_SURNAME: Final = 3
_COMMAS: Final = frozenset({", ", ","})


class LastFirst:
    """Finds the end of a name whose family name stands before a comma."""

    def __init__(self, evidence: Evidence, titles: Titles) -> None:
        """Keep the lexical evidence and the titles."""
        self._evidence = evidence
        self._titles = titles

    def extend(self, reading: Reading, run: Run) -> Run | None:
        """Return the range of the whole name where ``run`` is its family name."""
        follower = run.last
        if follower >= len(reading.words) or reading.gap(run.last - 1) not in _COMMAS:
            return None
        if not reading.capital(follower) or len(run) > _LONGEST_SURNAME:
            return None
        if self._state(reading, follower):
            return None
        if reading.kind(run.last - 1) is Kind.NAME:
            filled = self._fills_cell(reading, run)
            if filled is not None:
                return filled
        if reading.cases[follower] is Case.INITIAL or not self._given(reading, follower):
            return None
        if not (self._opened(reading, run.first) and self._family(reading, run)):
            return None
        return Run(run.first, self._end(reading, follower))

    def _state(self, reading: Reading, follower: int) -> bool:
        """Tell whether the code of a state stands behind the comma: Aurora, CO."""
        code = reading.words[follower] in self._evidence.lexicon.state_codes
        return code and reading.cases[follower] is Case.UPPER

    def _fills_cell(self, reading: Reading, run: Run) -> Run | None:
        """Return the name where it fills its cell or line: only names stand so."""
        follower = run.last
        if reading.cases[follower] is Case.INITIAL:
            ends = reading.closes(follower) or reading.lead(run.first).endswith('"')
            return Run(run.first, follower + 1) if ends else None
        last = follower
        while reading.glued(last) and reading.capital(last + 1):
            last += 1
        named = any(reading.kind(i) > Kind.WORD for i in range(follower, last + 1))
        return Run(run.first, last + 1) if named and reading.closes(last) else None

    def _given(self, reading: Reading, follower: int) -> bool:
        if reading.kind(follower) is Kind.WORD:
            return False
        hyphenated = reading.gap(follower) == "-"
        return hyphenated or self._evidence.given(reading.words[follower]) > 0

    def _family(self, reading: Reading, run: Run) -> bool:
        if self._evidence.surname(reading.words[run.last - 1]):
            return True
        return any(reading.kind(i) is Kind.UNKNOWN for i in range(run.first, run.last))

    @staticmethod
    def _opened(reading: Reading, first: int) -> bool:
        """Tell whether a line or cell starts at ``first``, or at the bed number before it."""
        if reading.opens[first]:
            return True
        return first > 0 and reading.cases[first - 1] is Case.NUMBER and reading.opens[first - 1]

    def _end(self, reading: Reading, follower: int) -> int:
        last, words = follower + 1, reading.words
        while last < len(words) and last - follower < LONGEST and reading.glued(last - 1):
            named = reading.capital(last) and reading.kind(last) > Kind.WORD
            if reading.cases[last] is not Case.INITIAL and (
                not named or words[last] in self._titles.credentials
            ):
                break
            last += 1
        return last
