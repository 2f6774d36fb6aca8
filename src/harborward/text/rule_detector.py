"""Runs the rules over a passage: which of them are tried where, and how often.

Most anchors are figures in front of units, and prepositions in front of nouns. A look at
the characters around the anchor, remembered for each kind of surroundings, spares them
the patterns.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, final

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    from harborward.domain.span import Finding
    from harborward.text.passage import Passage
    from harborward.text.rules import Rule

    _Match = Callable[[str, int], re.Match[str] | None]
    _Key = tuple[str, str, str]

#: How far a search runs beyond its anchor: the longest host name (RFC 1035) and a bit.
WINDOW: Final = 260
#: The same for an anchor that is a token: a street or a town has fewer words behind it.
NEAR: Final = 80
#: How far before a character anchor a search starts: twice the longest local part (RFC 5321).
REACH: Final = 130
#: Runs of digits or of letters and digits beyond this length are treated as this long.
LONGEST_RUN: Final = 64
#: How many characters behind an anchor its ``follow`` sees.
AHEAD: Final = 3
#: Stands for any number in ``then``.
FIGURE: Final = "#"
#: Surroundings that a gate remembers before it forgets them all; texts have far fewer.
_REMEMBERED: Final = 4096


@final
class _Trial:
    """A rule as it is tried, and what is asked of it again and again."""

    __slots__ = ("claim", "index", "match", "plain", "reach", "rule", "window")

    def __init__(self, index: int, rule: Rule) -> None:
        self.index = index
        self.rule = rule
        self.claim = rule.claim
        self.match: _Match = self._first
        self.reach = rule.reach or (REACH if rule.chars else 0)
        self.window = WINDOW if rule.chars else NEAR
        #: Matched at the anchor, and that is all.
        self.plain = not (self.reach or rule.gate)

    def _first(self, text: str, position: int) -> re.Match[str] | None:
        """Compile the pattern when it is first tried."""
        self.match = self.rule.regex.match
        return self.match(text, position)


@final
class _Gate:
    """The rules at one kind of anchor, by what stands around it."""

    __slots__ = ("_trials", "ahead", "passed", "preceded", "then")

    def __init__(self) -> None:
        self._trials: list[_Trial] = []
        #: The characters that make a difference before the anchor.
        self.preceded: set[str] = set()
        #: How much of the shape behind the anchor makes a difference.
        self.ahead = 0
        #: The words that make a difference behind the anchor.
        self.then: set[str] = set()
        #: What was let through between a character, a shape and a word, where they differ.
        self.passed: dict[_Key, list[_Trial]] = {}

    def add(self, trial: _Trial) -> None:
        """Let a rule stand here."""
        self._trials.append(trial)
        self.preceded |= set(trial.rule.preceded)
        self.then |= trial.rule.then
        if trial.rule.follow:
            self.ahead = AHEAD

    def open(self, key: _Key) -> list[_Trial]:
        """Work out, and remember, what to try between ``key``'s surroundings."""
        if len(self.passed) >= _REMEMBERED:
            self.passed.clear()
        passed = self.passed[key] = [t for t in self._trials if _passes(t.rule, *key)]
        return passed

    def at(self, passage: Passage, start: int, end: int) -> list[_Trial]:
        """Return what to try at an anchor that is no token, whatever word follows."""
        before = passage.text[start - 1] if start else ""
        key = (before if before in self.preceded else "", passage.shape[end : end + self.ahead], "")
        passed = self.passed.get(key)
        return self.open(key) if passed is None else passed


def _passes(rule: Rule, before: str, behind: str, following: str) -> bool:
    """Tell whether a rule is worth trying between these."""
    if rule.preceded and (not before or before not in rule.preceded):
        return False
    if rule.follow and not rule.behind.match(behind):
        return False
    return not rule.then or following in rule.then


@final
class RuleDetector:
    """Runs every rule over a passage, wherever its anchor stands."""

    name = "rules.v1"

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Index the rules by what anchors them."""
        self.rules = tuple(rules)
        self._needs = [(i, rule.needs) for i, rule in enumerate(self.rules) if rule.needs]
        self._by_word: dict[str, _Gate] = {}
        self._by_char: dict[str, _Gate] = {}
        self._by_run: list[dict[str, _Gate]] = [{} for _ in range(LONGEST_RUN + 1)]
        self._by_mixed: dict[int, _Gate] = {}
        for index, rule in enumerate(self.rules):
            trial = _Trial(index, rule)
            for gate in self._gates(rule):
                gate.add(trial)

    def _gates(self, rule: Rule) -> Iterator[_Gate]:
        """Yield the gates of each anchor of a rule."""
        for word in rule.words:
            yield self._by_word.setdefault(word, _Gate())
        for char in rule.chars:
            yield self._by_char.setdefault(char, _Gate())
        for length in _lengths(rule.digits):
            if not rule.runs or length in rule.runs:
                for digit in rule.first:
                    yield self._by_run[length].setdefault(digit, _Gate())
        for length in _lengths(rule.mixed):
            yield self._by_mixed.setdefault(length, _Gate())

    def find(self, passage: Passage) -> list[Finding]:
        """Return the claims of all rules, in no particular order, each once."""
        found: list[Finding] = []
        text = passage.text
        floors = self._floors(passage)
        for trials, position in self._tries(passage):
            for trial in trials:
                if position < floors[trial.index]:
                    continue
                if trial.plain:
                    match = trial.match(text, position)
                else:
                    match = _elaborate(trial, passage, position, floors)
                if match:
                    floors[trial.index] = match.end()
                    trial.claim(passage, match, found)
        return found

    def _floors(self, passage: Passage) -> list[int]:
        """Return where each rule may match: all over, or nowhere if a word it needs is missing.

        Later it is where its last match ended: a rule does not start inside its own match.
        """
        floors = [0] * len(self.rules)
        for index, needs in self._needs:
            if not passage.mentions(needs):
                floors[index] = len(passage.text) + 1
        return floors

    def _tries(self, passage: Passage) -> Iterator[tuple[list[_Trial], int]]:
        """Yield rules with each position where their anchor stands, in order for each rule.

        A rule has one kind of anchor, so the kinds are looked for one after the other.
        """
        words, starts, ends = passage.words, passage.starts, passage.ends
        gaps, shape, by_word = passage.gaps, passage.shape, self._by_word
        for index in chain(passage.where(by_word), passage.numbers):
            word, gap, end = words[index], gaps[index], ends[index]
            gate = by_word.get(word)
            if gate is None:
                if index and not gap:
                    continue  # a run of digits glued to a letter
                gate = self._by_run[min(LONGEST_RUN, len(word))].get(word[0])
                if gate is None:
                    continue
            before = gap[-1:] if gate.preceded else ""
            key = (
                before if before in gate.preceded else "",
                shape[end : end + gate.ahead],
                _following(words, index, gate.then) if gate.then else "",
            )
            trials = gate.passed.get(key)
            if trials is None:
                trials = gate.open(key)
            if trials:
                yield trials, starts[index]
        yield from self._elsewhere(passage)

    def _elsewhere(self, passage: Passage) -> Iterator[tuple[list[_Trial], int]]:
        """Yield the rules at tokens of letters and digits, and at characters."""
        for start, end in passage.mixed if self._by_mixed else ():
            length = min(end - start, LONGEST_RUN)
            if length in self._by_mixed:
                yield self._by_mixed[length].at(passage, start, end), start
        text = passage.text
        for char, gate in self._by_char.items():
            position = text.find(char)
            while position >= 0:
                yield gate.at(passage, position, position + 1), position
                position = text.find(char, position + 1)


def _lengths(bounds: tuple[int, int] | None) -> range:
    """Return the lengths of run that an anchor asks for."""
    return range(bounds[0], min(bounds[1], LONGEST_RUN) + 1) if bounds else range(0)


def _following(words: list[str], index: int, then: set[str]) -> str:
    """Return the token behind token ``index`` if it is one of ``then``; all numbers are ``#``."""
    if index + 1 == len(words):
        return ""
    word = words[index + 1]
    kind = FIGURE if "0" <= word[0] <= "9" else word
    return kind if kind in then else ""


def _elaborate(
    trial: _Trial, passage: Passage, position: int, floors: list[int]
) -> re.Match[str] | None:
    """Return the match of a rule that has a gate, or looks before its anchor."""
    rule = trial.rule
    if rule.gate and not rule.opens.match(passage.text, position):
        return None
    if rule.back:
        return _back(trial, passage, position, floors)
    if trial.reach:
        return _search(trial, passage.text, position, floors)
    return trial.match(passage.text, position)


def _back(
    trial: _Trial, passage: Passage, position: int, floors: list[int]
) -> re.Match[str] | None:
    """Return the match that starts where the token around ``position`` does, if it takes it in."""
    before = passage.shape[max(0, position - trial.reach) : position]
    token = before.rstrip(trial.rule.back)
    start = position - len(before) + len(token)
    match = trial.match(passage.text, start) if start >= floors[trial.index] else None
    return match if match and match.end() > position else None


def _search(trial: _Trial, text: str, position: int, floors: list[int]) -> re.Match[str] | None:
    """Return the first match around ``position`` that takes it in.

    ``floors`` keeps how far no match of the rule starts any more, so that dense
    anchors do not search the same stretch again and again.
    """
    search, index = trial.rule.regex.search, trial.index
    start = max(floors[index], position - trial.reach)
    while start <= position:
        match = search(text, start, position + 2 * trial.window)
        if match is not None and match.start() <= position < match.end():
            return match
        if match is None or match.start() > position:
            # Whatever starts within one window would have ended within two.
            clear = position + trial.window
            floors[index] = clear if match is None else min(match.start(), clear)
            return None
        start = floors[index] = match.end()
    return None
