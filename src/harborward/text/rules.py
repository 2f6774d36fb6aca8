"""Rules as data: a pattern tried only where its anchor stands, so time stays linear.

A rule file is TOML. Each rule names what must be there (its *anchor*), a bounded
pattern matched **at** the anchor, the words around that support it and the check
digit that confirms it. Anchors come from the passage's one tokenisation:

``words = ["mrn", "record"]``  at each of these words (lower case)
``digits = [3, 10]``           at each run of digits of this length, not preceded by a letter
``mixed = [6, 20]``            at each run of letters and digits mixed, of this length
``chars = "@"``                at each such character

``preceded = "."``  tries only where one of these characters stands right before the anchor
``follow = "/-"``   tries only where one of these stands right behind a run of digits
``then = ["of"]``   tries only where the next token is one of these; ``#`` is any number
``needs = ["fax"]`` tries only in texts that hold one of these words
``runs = [1, 3]``   of the lengths in ``digits``, only these
``reach = 64``      searches from so many characters before the anchor instead of matching
                    at it; the match must take in the anchor (``chars`` reach 130 unless told)
``gate = "…"``      a cheap pattern that must match at the anchor before the search starts
``lead = "(+"``     these characters, where they stand right before a value, belong to it

The pattern is verbose and case-insensitive unless ``case_sensitive`` is set;
``<<name>>`` inserts a fragment of ``shared.toml`` or of the file's own ``[fragments]``.
Groups named ``value…`` are what is found (the whole match where there is none).

``find`` and ``ignore`` are the rule's own examples, and run as tests: ``[[…]]`` marks
what it must find. ``source`` names the standard, law or usage behind the rule.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, final

from harborward.domain.errors import PluginError
from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.checks import CHECKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from harborward.text.passage import Passage

#: How far around a value its context words may stand, in characters.
CONTEXT_BEFORE: Final = 60
CONTEXT_AFTER: Final = 30
#: How far a search runs beyond its anchor: the longest host name (RFC 1035) and a bit.
WINDOW: Final = 260
#: How far before a character anchor a search starts: twice the longest local part (RFC 5321).
REACH: Final = 130
#: Runs of digits or of letters and digits beyond this length are treated as this long.
LONGEST_RUN: Final = 64
#: A value takes in no more than this many leading characters, such as ``+(``.
MAX_LEAD: Final = 2
#: Fragments within fragments, no deeper than this.
MAX_NESTING: Final = 6
_FRAGMENT: Final = re.compile(r"<<([^<>]+)>>")
_LISTS: Final = ("words", "digits", "mixed", "find", "ignore")
_SETS: Final = ("context", "deny", "then", "needs", "runs")
#: Stands for any number in ``then``.
FIGURE: Final = "#"


@dataclass(frozen=True)
class Rule:
    """One recognizer. ``score`` stands alone; context and check digit raise it."""

    name: str
    label: Label
    pattern: str
    score: float
    source: str
    words: tuple[str, ...] = ()
    digits: tuple[int, int] | None = None
    mixed: tuple[int, int] | None = None
    chars: str = ""
    preceded: str = ""
    follow: str = ""
    then: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    runs: frozenset[int] = frozenset()
    reach: int = 0
    gate: str = ""
    lead: str = ""
    context: frozenset[str] = frozenset()
    context_score: float = 0.0
    deny: frozenset[str] = frozenset()
    check: str = ""
    check_score: float = 0.0
    check_required: bool = False
    case_sensitive: bool = False
    find: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern; compiled on first use, so start-up stays short."""
        flags = re.VERBOSE if self.case_sensitive else re.VERBOSE | re.IGNORECASE
        return re.compile(self.pattern, flags)

    @cached_property
    def opens(self) -> re.Pattern[str]:
        """What must match at the anchor before anything is searched around it."""
        return re.compile(self.gate, re.VERBOSE)

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The groups that are found, or nothing where it is the whole match."""
        return tuple(name for name in self.regex.groupindex if name.startswith("value"))

    def claims(self, passage: Passage, match: re.Match[str]) -> list[Finding]:
        """Return a finding for each value of a match; none where context or check forbid it."""
        evidence = ["pattern"]
        score = self.score
        if self.context or self.deny:
            around = self._around(passage, match)
            if not self.deny.isdisjoint(around):
                return []
            if not self.context.isdisjoint(around):
                score = max(score, self.context_score)
                evidence.append("context")
        if self.check:
            subject = next((match[v] for v in self.values if match[v]), match[0])
            if CHECKS[self.check](subject):
                score = max(score, self.check_score)
                evidence.append(f"check:{self.check}")
            elif self.check_required:
                return []
        if score <= 0.0:
            return []
        supports = tuple(evidence)
        found = []
        for group in self.values or (0,):
            start, end = match.span(group)
            if 0 <= start < end:
                span = Span(self._led(passage.text, start) if self.lead else start, end)
                found.append(Finding(span, self.label, score, self.name, supports))
        return found

    def _led(self, text: str, start: int) -> int:
        """Return where a value starts once its leading characters are taken in."""
        for _ in range(MAX_LEAD):
            if start and text[start - 1] in self.lead:
                start -= 1
        return start

    @staticmethod
    def _around(passage: Passage, match: re.Match[str]) -> list[str]:
        """Return the words around a match, and ``#`` where there is one."""
        start, end = max(0, match.start() - CONTEXT_BEFORE), match.end() + CONTEXT_AFTER
        first = bisect_right(passage.ends, start)
        around = passage.words[first : bisect_left(passage.starts, end, lo=first)]
        if passage.text.find("#", start, end) >= 0:
            around.append("#")
        return around


def load(text: str, where: str) -> list[Rule]:
    """Read the rules of one TOML file.

    Raises:
        PluginError: a key is unknown or missing, or a fragment is not defined.
    """
    document = tomllib.loads(text)
    fragments: dict[str, str] = {**_shared(), **document.get("fragments", {})}
    return [_rule(table, fragments, where) for table in document.get("rule", [])]


@cache
def _shared() -> Mapping[str, str]:
    """Return the pieces that the rules of every file share, from ``shared.toml``."""
    text = (files("harborward.text") / "data" / "rules" / "shared.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text)["fragments"])


def _rule(table: dict[str, Any], fragments: Mapping[str, str], where: str) -> Rule:
    unknown = set(table) - set(Rule.__dataclass_fields__)
    if unknown:
        msg = f"{where}: unknown keys {sorted(unknown)} in rule {table.get('name')!r}"
        raise PluginError(msg)
    missing = {"name", "label", "pattern", "score", "source"} - set(table)
    if missing:
        msg = f"{where}: rule {table.get('name')!r} lacks {sorted(missing)}"
        raise PluginError(msg)
    try:
        pattern = _expanded(table["pattern"], fragments)
    except KeyError as error:
        msg = f"{where}: rule {table['name']!r} uses an undefined fragment"
        raise PluginError(msg) from error
    lists: dict[str, Any] = {k: tuple(table[k]) for k in _LISTS if k in table}
    sets: dict[str, Any] = {k: frozenset(table[k]) for k in _SETS if k in table}
    given = {**table, **lists, **sets, "pattern": pattern, "label": Label(table["label"])}
    rule = Rule(**given)
    anchors = (bool(rule.words), rule.digits is not None, rule.mixed is not None, bool(rule.chars))
    if sum(anchors) != 1:
        msg = f"{where}: rule {rule.name!r} needs exactly one anchor"
        raise PluginError(msg)
    if rule.check and rule.check not in CHECKS:
        msg = f"{where}: rule {rule.name!r} names an unknown check"
        raise PluginError(msg)
    return rule


def _expanded(pattern: str, fragments: Mapping[str, str]) -> str:
    """Return ``pattern`` with its fragments inserted, and theirs; KeyError where that fails."""
    for _ in range(MAX_NESTING):
        pattern = _FRAGMENT.sub(lambda found: f"(?:{fragments[found[1]]})", pattern)
    if "<<" in pattern:
        msg = "fragments within fragments, too deep"
        raise KeyError(msg)
    return pattern


def shipped() -> list[Rule]:
    """Return the rules of the package, in file order."""
    folder = files("harborward.text") / "data" / "rules"
    paths = sorted((p for p in folder.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name)
    return [rule for path in paths for rule in load(path.read_text("utf-8"), path.name)]


def _lengths(bounds: tuple[int, int] | None) -> range:
    """Return the lengths of run that an anchor asks for."""
    return range(bounds[0], min(bounds[1], LONGEST_RUN) + 1) if bounds else range(0)


def _following(words: list[str], index: int) -> str:
    """Return the token behind token ``index``; all numbers are ``#``."""
    if index + 1 == len(words):
        return ""
    word = words[index + 1]
    return FIGURE if "0" <= word[0] <= "9" else word


class _Gate:
    """The rules at one kind of anchor, by the character and the token behind it.

    Most anchors are figures in front of units, and prepositions in front of nouns; a look
    at what follows spares them the patterns.
    """

    __slots__ = ("_passed", "rules")

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self._passed: dict[str, tuple[list[Rule], dict[str, list[Rule]]]] = {}

    def at(self, behind: str, following: str) -> list[Rule]:
        """Return the rules to try; ``behind`` and ``following`` are empty at the end."""
        level = self._passed.get(behind)
        if level is None:
            level = self._passed[behind] = self._level(behind)
        always, by_word = level
        return by_word.get(following, always)

    def _level(self, behind: str) -> tuple[list[Rule], dict[str, list[Rule]]]:
        open_here = [
            rule for rule in self.rules if not rule.follow or (behind and behind in rule.follow)
        ]
        words = {word for rule in open_here for word in rule.then}
        always = [rule for rule in open_here if not rule.then]
        return always, {
            word: [rule for rule in open_here if not rule.then or word in rule.then]
            for word in words
        }


@final
class RuleDetector:
    """Runs every rule over a passage, wherever its anchor stands."""

    name = "rules.v1"

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Index the rules by what anchors them."""
        self.rules = tuple(rules)
        self._by_word: dict[str, _Gate] = {}
        self._by_char: dict[str, list[Rule]] = {}
        self._by_run: list[_Gate] = [_Gate() for _ in range(LONGEST_RUN + 1)]
        self._by_mixed: list[list[Rule]] = [[] for _ in range(LONGEST_RUN + 1)]
        for rule in self.rules:
            for word in rule.words:
                self._by_word.setdefault(word, _Gate()).rules.append(rule)
            for char in rule.chars:
                self._by_char.setdefault(char, []).append(rule)
            for length in _lengths(rule.digits):
                if not rule.runs or length in rule.runs:
                    self._by_run[length].rules.append(rule)
            for length in _lengths(rule.mixed):
                self._by_mixed[length].append(rule)

    def find(self, passage: Passage) -> list[Finding]:
        """Return the claims of all rules, in no particular order, each once."""
        found: list[Finding] = []
        text, vocabulary = passage.text, passage.vocabulary
        # Where each rule may match again: it does not start inside its own last match.
        floors: dict[str, int] = {}
        for rules, position in self._tries(passage):
            for rule in rules:
                if rule.needs and rule.needs.isdisjoint(vocabulary):
                    continue
                if rule.preceded and (not position or text[position - 1] not in rule.preceded):
                    continue
                if rule.gate and not rule.opens.match(text, position):
                    continue
                if rule.reach or rule.chars:
                    match = self._search(rule, text, position, floors)
                elif position < floors.get(rule.name, 0):
                    continue
                else:
                    match = rule.regex.match(text, position)
                if match and match.start() >= floors.get(rule.name, 0):
                    floors[rule.name] = match.end()
                    found.extend(rule.claims(passage, match))
        return found

    def _tries(self, passage: Passage) -> Iterator[tuple[list[Rule], int]]:
        """Yield rules with each position where their anchor stands, in order for each rule.

        A rule has one kind of anchor, so the kinds are looked for one after the other.
        """
        text, words, starts, ends = passage.text, passage.words, passage.starts, passage.ends
        by_word, by_run = self._by_word, self._by_run
        for index in passage.where(by_word):
            yield by_word[words[index]].at("", _following(words, index)), starts[index]
        for index in passage.numbers:
            start, end = starts[index], ends[index]
            if not index or ends[index - 1] != start:
                gate = by_run[min(end - start, LONGEST_RUN)]
                yield gate.at(text[end : end + 1], _following(words, index)), start
        for start, end in passage.mixed:
            yield self._by_mixed[min(end - start, LONGEST_RUN)], start
        for char, rules in self._by_char.items():
            position = text.find(char)
            while position >= 0:
                yield rules, position
                position = text.find(char, position + 1)

    @staticmethod
    def _search(
        rule: Rule, text: str, position: int, floors: dict[str, int]
    ) -> re.Match[str] | None:
        """Return the first match around ``position`` that takes it in.

        ``floors`` keeps how far no match of the rule starts any more, so that dense
        anchors do not search the same stretch again and again.
        """
        start = max(floors.get(rule.name, 0), position - (rule.reach or REACH))
        while start <= position:
            match = rule.regex.search(text, start, position + 2 * WINDOW)
            if match is not None and match.start() <= position < match.end():
                return match
            if match is None or match.start() > position:
                # Whatever starts within one window would have ended within two.
                clear = position + WINDOW
                floors[rule.name] = clear if match is None else min(match.start(), clear)
                return None
            start = floors[rule.name] = match.end()
        return None
