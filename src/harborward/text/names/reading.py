"""A passage as the name detectors read it: kinds of words, worked out once each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, final

from harborward.text.casing import Case, Line
from harborward.text.wordlists import wordlist

if TYPE_CHECKING:
    from harborward.text.names.evidence import Evidence, Kind
    from harborward.text.passage import Passage

#: Cases that start with a capital letter.
CAPITALS: Final = frozenset({Case.TITLE, Case.UPPER, Case.INITIAL})
#: Abbreviations whose period does not end a name: "St. John", "Wm. Smith".
_ABBREVIATED: Final = wordlist("abbreviated")


#: Marks around a nickname inside a name: Josephine "Jo" Faison, Robert (Bob) Hale.
_NICKNAME_OPENS: Final = {'"': '"', "(": ")"}
_NICKNAME_CLOSES: Final = {'"': '"', ")": "("}


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``first`` up to, not including, ``last``."""

    first: int
    last: int

    def __len__(self) -> int:
        """Return the number of tokens."""
        return self.last - self.first


@final
class Reading:
    """Answers questions about the tokens of one passage."""

    __slots__ = (
        "_gaps",
        "_kinds",
        "capitals",
        "cases",
        "evidence",
        "lines",
        "opens",
        "passage",
        "words",
    )

    def __init__(self, passage: Passage, evidence: Evidence) -> None:
        """Read ``passage`` with the lexicons behind ``evidence``."""
        self.passage = passage
        self.words = passage.words
        self._gaps = passage.gaps
        self.cases = passage.casing.cases
        self.lines = passage.casing.lines
        self.opens = passage.casing.opens
        self.capitals = passage.casing.capitals
        self.evidence = evidence
        self._kinds: dict[int, Kind] = {}

    def __repr__(self) -> str:
        """Return the size, never the text."""
        return f"<Reading: {len(self.words)} tokens>"

    def kind(self, index: int) -> Kind:
        """What the lexicons say of token ``index``."""
        kind = self._kinds.get(index)
        if kind is None:
            kind = self._kinds[index] = self.evidence.kind(self.words[index])
        return kind

    def cased(self, index: int) -> bool:
        """Tell whether a capital says anything in the line of token ``index``."""
        line = self.lines[index]
        if line is Line.MIXED or line is Line.TITLE:
            return True
        # Who writes without capitals means the few there are.
        return line is Line.LOWER and self.cases[index] is Case.TITLE

    def capital(self, index: int) -> bool:
        """Tell whether token ``index`` starts with a capital letter."""
        return self.cases[index] > Case.LOWER

    def line_starts(self) -> list[int]:
        """Return where the lines of the text start."""
        text = self.passage.text
        starts = [0]
        while (found := text.find("\n", starts[-1])) >= 0:
            starts.append(found + 1)
        return starts

    def lead(self, index: int) -> str:
        """Return what stands between the token before and token ``index``."""
        return self._gaps[index]

    def closes(self, index: int) -> bool:
        """Tell whether a line, cell or column ends behind token ``index``."""
        gap = self.gap(index)
        at_end = index + 1 >= len(self.words) and not gap.strip(" .")
        return at_end or "\n" in gap or "\t" in gap or "|" in gap or "   " in gap

    def gap(self, index: int) -> str:
        """Return what stands between token ``index`` and the next."""
        return self._gaps[index + 1]

    def glued(self, index: int) -> bool:
        """Tell whether token ``index`` and the next may belong to one name, by their gap."""
        if index + 1 >= len(self.words):
            return False
        gap = self.gap(index)
        if gap in {" ", "-", "  "}:
            return True
        if gap in {"\n", "-\n"}:
            return self._runs_over(index)
        if gap[:1] == " " and gap[1:] in _NICKNAME_OPENS:
            return self._closes_nickname(index + 1, _NICKNAME_OPENS[gap[1:]])
        if gap[-1:] == " " and gap[:1] in _NICKNAME_CLOSES and index:
            return self.gap(index - 1) == " " + _NICKNAME_CLOSES[gap[:1]]
        if gap not in {". ", "."}:
            return False
        initial = len(self.words[index]) == 1 and self.words[index].isalpha()
        return initial or self.words[index] in _ABBREVIATED

    def _runs_over(self, index: int) -> bool:
        """Tell whether a name runs over the end of a line, inside a sentence."""
        if self.opens[index] or self.lines[index] is Line.UPPER:
            return False
        if self.gap(index) == "-\n":
            return self.cases[index] is Case.TITLE and self.cases[index + 1] is Case.LOWER
        after = self.gap(index + 1)
        flows = after[:1] in {",", "'"} or (
            after == " " and index + 2 < len(self.words) and self.cases[index + 2] is Case.LOWER
        )
        return flows and self.cases[index] is Case.TITLE and self.cases[index + 1] is Case.TITLE

    def _closes_nickname(self, index: int, mark: str) -> bool:
        """Tell whether token ``index`` is a nickname that ends with ``mark`` and goes on."""
        return (
            index + 1 < len(self.words)
            and self.gap(index) == mark + " "
            and self.cases[index] is Case.TITLE
            and self.cases[index + 1] in CAPITALS
        )

    def embedded(self, run: Run) -> bool:
        """Tell whether the run is part of an address, a code or a longer token."""
        passage = self.passage
        text, start, end = passage.text, passage.starts[run.first], passage.ends[run.last - 1]
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if (
            before in "@\\_."
            or before.isdigit()
            or (before == "/" and len(run) == 1)
            or after in "@_\\"
            or after.isdigit()
        ):
            return True
        return after in "./" and end + 1 < len(text) and text[end + 1].isalnum()
