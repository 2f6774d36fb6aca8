"""Rules as data: a pattern tried only where its anchor stands, so time stays linear.

A rule file is TOML. Each rule names what must be there (its *anchor*), a bounded
pattern matched **at** the anchor, the words around that support it and the check
digit that confirms it. Anchors come from the passage's one tokenisation:

``words = ["mrn", "record"]``  at each of these words (lower case)
``digits = [3, 10]``           at each run of digits of this length, not preceded by a letter
``mixed = [6, 20]``            at each run of letters and digits mixed, of this length
``chars = "@"``                at each such character

``preceded = "."``  tries only where one of these characters stands right before the anchor
``follow = "[/-]9"``  tries only where this matches right behind it, in the shape of the text:
                    ``9`` is a digit, ``A`` and ``a`` a letter, at most three characters
``then = ["of"]``   tries only where the next token is one of these; ``#`` is any number
``needs = ["fax"]`` tries only in texts that hold one of these words
``runs = [1, 3]``   of the lengths in ``digits``, only these
``first = "91"``    of the runs of digits, only those that start with one of these
``reach = 64``      searches from so many characters before the anchor instead of matching
                    at it; the match must take in the anchor (``chars`` reach 130 unless told)
``back = "A9-"``    goes back over characters of these shapes, no further than ``reach``, and
                    matches there instead of searching
``gate = "…"``      a cheap pattern that must match at the anchor before the rule's own is tried
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
from typing import TYPE_CHECKING, Any, Final

from harborward.domain.errors import PluginError
from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.checks import CHECKS
from harborward.text.passage import NUMBER_SIGN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from harborward.text.passage import Passage

#: How far around a value its context words may stand, in characters.
CONTEXT_BEFORE: Final = 60
CONTEXT_AFTER: Final = 30
#: A value takes in no more than this many leading characters, such as ``+(``.
MAX_LEAD: Final = 2
#: Fragments within fragments, no deeper than this.
MAX_NESTING: Final = 6
_FRAGMENT: Final = re.compile(r"<<([^<>]+)>>")
_LISTS: Final = ("words", "digits", "mixed", "find", "ignore")
_SETS: Final = ("context", "deny", "then", "needs", "runs")
#: What a run of digits starts with.
DIGITS: Final = "0123456789"
#: What every claim rests on.
PATTERN: Final[tuple[str, ...]] = ("pattern",)


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
    first: str = DIGITS
    reach: int = 0
    back: str = ""
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
    def behind(self) -> re.Pattern[str]:
        """What must match right behind the anchor, in the shape of the text."""
        return re.compile(self.follow, re.VERBOSE)

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The groups that are found, or nothing where it is the whole match."""
        return tuple(name for name in self.regex.groupindex if name.startswith("value"))

    @cached_property
    def groups(self) -> tuple[str | int, ...]:
        """The groups that are found, or the whole match where there are none."""
        return self.values or (0,)

    @cached_property
    def cues(self) -> frozenset[str]:
        """The words around a match that make a difference."""
        return self.context | self.deny

    def claim(self, passage: Passage, match: re.Match[str], found: list[Finding]) -> None:
        """Add a finding for each value of a match; none where context or check forbid it."""
        score, supports = self.score, PATTERN
        if self.cues or self.check:
            score, supports = self._support(passage, match)
        if score <= 0.0:
            return
        for group in self.groups:
            start, end = match.span(group)
            if 0 <= start < end:
                if self.lead:
                    start = self._led(passage.text, start)
                found.append(Finding(Span(start, end), self.label, score, self.name, supports))

    def _support(self, passage: Passage, match: re.Match[str]) -> tuple[float, tuple[str, ...]]:
        """Return the score of a match, 0 where it is forbidden, and what supports it."""
        score, supports = self.score, PATTERN
        if passage.mentions(self.cues):
            around = self._around(passage, match)
            if not self.deny.isdisjoint(around):
                return 0.0, supports
            if not self.context.isdisjoint(around):
                score = max(score, self.context_score)
                supports = (*supports, "context")
        if self.check:
            subject = next((match[v] for v in self.values if match[v]), match[0])
            if CHECKS[self.check](subject):
                score = max(score, self.check_score)
                supports = (*supports, f"check:{self.check}")
            elif self.check_required:
                return 0.0, supports
        return score, supports

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
        if passage.text.find(NUMBER_SIGN, start, end) >= 0:
            around.append(NUMBER_SIGN)
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
