"""Rules as data: a pattern tried only where its anchor stands, so time stays linear.

A rule file is TOML. Each rule names what must be there (its *anchor*), a bounded
pattern matched **at** the anchor, the words around that support it and the check
digit that confirms it. Anchors come from the passage's one tokenisation:

``words = ["mrn", "record"]``  at each of these words (lower case)
``digits = [3, 10]``           at each run of digits of this length, not preceded by a letter
``mixed = [6, 20]``            at each run of letters and digits mixed, of this length
``chars = "@"``                searched for in a window around each such character

The pattern is verbose and case-insensitive; ``<<name>>`` inserts a shared fragment.
Groups named ``value…`` are what is found (the whole match where there is none).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, final

from harborward.domain.errors import PluginError
from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.checks import CHECKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from harborward.text.passage import Passage

#: How far around a value its context words may stand, in characters.
CONTEXT_BEFORE: Final = 60
CONTEXT_AFTER: Final = 30
#: Window searched around a character anchor: the longest local part and host name.
WINDOW: Final = 260
_WORD: Final = re.compile(r"[a-z]+|#")


@dataclass(frozen=True)
class Rule:
    """One recognizer. ``score`` stands alone; context and check digit move it."""

    name: str
    label: Label
    pattern: str
    score: float
    source: str
    words: tuple[str, ...] = ()
    digits: tuple[int, int] | None = None
    mixed: tuple[int, int] | None = None
    chars: str = ""
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
    def values(self) -> tuple[str, ...]:
        """The groups that are found, or the whole match."""
        return tuple(name for name in self.regex.groupindex if name.startswith("value"))

    def claims(self, passage: Passage, match: re.Match[str]) -> Iterator[Finding]:
        """Yield a finding for each value of a match, unless context or check forbid it."""
        evidence = ["pattern"]
        score = self.score
        if self.context or self.deny:
            around = self._around(passage, match)
            if self.deny & around:
                return
            if self.context & around:
                score = max(score, self.context_score)
                evidence.append("context")
        if self.check:
            subject = next((match[v] for v in self.values if match[v]), match[0])
            if CHECKS[self.check](subject):
                score = max(score, self.check_score)
                evidence.append(f"check:{self.check}")
            elif self.check_required:
                return
        if score <= 0.0:
            return
        for group in self.values or (0,):
            start, end = match.span(group)
            if 0 <= start < end:
                yield Finding(Span(start, end), self.label, score, self.name, tuple(evidence))

    @staticmethod
    def _around(passage: Passage, match: re.Match[str]) -> set[str]:
        lower = passage.lower
        start = max(0, match.start() - CONTEXT_BEFORE)
        return set(_WORD.findall(lower, start, match.end() + CONTEXT_AFTER))


def load(text: str, where: str) -> list[Rule]:
    """Read the rules of one TOML file.

    Raises:
        PluginError: a key is unknown or missing, or a fragment is not defined.
    """
    document = tomllib.loads(text)
    fragments: dict[str, str] = {**FRAGMENTS, **document.get("fragments", {})}
    return [_rule(table, fragments, where) for table in document.get("rule", [])]


#: Pieces that many rules share.
FRAGMENTS: Final = {
    # between a label and its value: "MRN: ", "MRN# ", "MRN no. ", "MRN is ", "MRN - "
    "is": r"(?:\s{0,3}(?:\#|no\b\.?|num\b\.?|nbr\b\.?|numbers?\b|id\b|is|was|of|code|=|:|-|\)|\||\t)){0,4}\s{0,6}",
    # an identifier that holds at least one digit
    "id": r"(?=[A-Z./-]{0,12}[0-9])[A-Z0-9](?:[A-Z0-9]|[./-](?=[A-Z0-9])){2,30}",
}


def _rule(table: dict[str, Any], fragments: dict[str, str], where: str) -> Rule:
    unknown = set(table) - set(Rule.__dataclass_fields__)
    if unknown:
        msg = f"{where}: unknown keys {sorted(unknown)} in rule {table.get('name')!r}"
        raise PluginError(msg)
    pattern = table["pattern"]
    for name, fragment in fragments.items():
        pattern = pattern.replace(f"<<{name}>>", f"(?:{fragment})")
    if "<<" in pattern:
        msg = f"{where}: rule {table['name']!r} uses an undefined fragment"
        raise PluginError(msg)
    lists = {k: tuple(table[k]) for k in ("words", "digits", "mixed", "find", "ignore") if k in table}
    sets = {k: frozenset(table[k]) for k in ("context", "deny") if k in table}
    rest = {**table, **lists, **sets, "pattern": pattern, "label": Label(table["label"])}
    rule = Rule(**rest)
    anchors = (bool(rule.words), rule.digits is not None, rule.mixed is not None, bool(rule.chars))
    if sum(anchors) != 1:
        msg = f"{where}: rule {rule.name!r} needs exactly one anchor"
        raise PluginError(msg)
    return rule


def shipped() -> list[Rule]:
    """Return the rules of the package, in file order."""
    folder = files("harborward.text") / "data" / "rules"
    paths = sorted((p for p in folder.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name)
    return [rule for path in paths for rule in load(path.read_text("utf-8"), path.name)]


@final
class RuleDetector:
    """Runs every rule over a passage in one walk along its tokens."""

    name = "rules.v1"

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Index the rules by what anchors them."""
        self.rules = tuple(rules)
        self._by_word: dict[str, list[Rule]] = {}
        self._by_char: dict[str, list[Rule]] = {}
        longest = 64
        self._by_run: list[list[Rule]] = [[] for _ in range(longest + 1)]
        self._by_mixed: list[list[Rule]] = [[] for _ in range(longest + 1)]
        for rule in self.rules:
            for word in rule.words:
                self._by_word.setdefault(word, []).append(rule)
            for char in rule.chars:
                self._by_char.setdefault(char, []).append(rule)
            for table, bounds in ((self._by_run, rule.digits), (self._by_mixed, rule.mixed)):
                if bounds:
                    for length in range(bounds[0], min(bounds[1], longest) + 1):
                        table[length].append(rule)

    def find(self, passage: Passage) -> list[Finding]:
        """Return the claims of all rules, in no particular order."""
        found: list[Finding] = []
        for rule, position in self._tries(passage):
            match = rule.regex.match(passage.text, position)
            if match:
                found.extend(rule.claims(passage, match))
        for char, rules in self._by_char.items():
            if char in passage.text:
                found.extend(self._windows(passage, char, rules))
        return found

    def _tries(self, passage: Passage) -> Iterator[tuple[Rule, int]]:
        """Yield each rule with each position where its anchor stands."""
        by_word, by_run, by_mixed = self._by_word, self._by_run, self._by_mixed
        longest = len(by_run) - 1
        starts, ends = passage.starts, passage.ends
        previous_end = run_start = -1
        run_tokens = 0
        for index, word in enumerate(passage.words):
            start = starts[index]
            if start != previous_end:
                if run_tokens > 1:
                    for rule in by_mixed[min(previous_end - run_start, longest)]:
                        yield rule, run_start
                run_start, run_tokens = start, 0
            run_tokens += 1
            previous_end = ends[index]
            if word[0].isdigit():
                if start == run_start:
                    for rule in by_run[min(previous_end - start, longest)]:
                        yield rule, start
            elif word in by_word:
                for rule in by_word[word]:
                    yield rule, start
        if run_tokens > 1:
            for rule in by_mixed[min(previous_end - run_start, longest)]:
                yield rule, run_start

    @staticmethod
    def _windows(passage: Passage, char: str, rules: list[Rule]) -> Iterator[Finding]:
        """Yield the claims of character-anchored rules, each window searched once."""
        text = passage.text
        for rule in rules:
            floor = 0
            position = text.find(char)
            while position >= 0:
                start = max(floor, position - WINDOW)
                match = rule.regex.search(text, start, position + WINDOW)
                if match:
                    yield from rule.claims(passage, match)
                    floor = match.end()
                floor = max(floor, position + 1)
                position = text.find(char, floor)
