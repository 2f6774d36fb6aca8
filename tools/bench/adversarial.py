"""Texts of 100 KB made to keep one rule busy, and how long the rule takes over them.

A rule is tried wherever its anchor stands, so the worst text is dense in anchors and
leads each match on for as long as possible before it fails: anchors again and again,
anchors before long runs and separators, labels within labels, and the rule's own
examples spoiled in their last character.
"""

from __future__ import annotations

import gc
import re
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from harborward.text.passage import Passage
from harborward.text.rule_detector import RuleDetector

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import FrameType

    from harborward.text.rules import Rule

SIZE: Final = 100_000
#: Texts are first tried at this size, and whole where they could matter.
SMALL: Final = 10_000
#: How many of the slowest small texts are tried whole, and all that take this long: what
#: grows with the square of the size and takes less would stay near the limit.
WHOLE: Final = 3
SUSPECT_S: Final = 0.005
#: CPU seconds that a rule may take over one text.
LIMIT_S: Final = 0.1
#: A rule that takes this long is cut short; the figure is then "at least".
CUT_S: Final = 10
TRIES: Final = 10
PAUSE_S: Final = 1.0
#: What the machine's pace is measured with, and how often at first.
_REFERENCE: Final = "lorem ipsum 12/31/2024 dolor, " * 300
_WORD: Final = re.compile(r"[a-z0-9]{1,12}")
_PACE_RUNS: Final = 200

_SIZES: Final = (SMALL, SIZE)
_MARKED: Final = re.compile(r"\[\[|\]\]")
_FILLER: Final = ": # no. (number) is "
_RUN: Final = 400
#: Examples of each kind that a rule is attacked with.
_EXAMPLES: Final = 4


@dataclass(frozen=True, slots=True)
class Taken:
    """What a rule took over its worst text, in seconds of CPU."""

    rule: str
    text: str
    seconds: float


class _CutError(Exception):
    """The time for one rule and text is up."""


#: Texts that no rule in particular is the target of.
GENERIC: Final = {
    "digits": "7",
    "digits apart": "7 ",
    "digits dashed": "12-",
    "digits dotted": "1.",
    "digits slashed": "3/",
    "phone-like": "617-555-01",
    "letters": "a",
    "capitals": "A",
    "mixed": "A1",
    "mixed long": "AB12CD34EF56GH78JK90 ",
    "words": "lorem ipsum ",
    "names": "Ann Lee ",
    "names, commas": "Lee, Ann, ",
    "capital words": "JOHN SMITH ",
    "at signs": "a@",
    "dots": "a.",
    "slashes": "a/",
    "colons": "a:",
    "hex": "fe80:",
    "blanks": " ",
    "lines": "\n",
    "tabs": "|\t",
    "dashes": "-",
    "underlines": "_",
    "brackets": "[(",
    "quotes": "\"'",
    "percents": "%25",
    "entities": "&amp;#38;",
    "backslashes": "\\u005c",
    "base64": "QUJD",
    "zero width": "a\u200b",
    "combining": "e\u0301",
}


def attacks(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield what to fill a text with against one rule, by name."""
    before = rule.preceded[:1]
    for anchor in _anchors(rule):
        near = f"{before}{anchor}"
        yield f"{anchor} repeated", f"{near} "
        yield f"{anchor} on lines", f"{near}\n"
        yield f"{anchor} and separators", near + " :-#" * 10
        yield f"{anchor} and blanks", near + " " * 60
        yield f"{anchor} and filler", near + _FILLER * 3
        yield f"{anchor} and digits", f"{near} " + "7" * _RUN
        yield f"{anchor} and digits apart", f"{near} " + "7 " * _RUN
        yield f"{anchor} and dashed digits", f"{near} " + "71-" * _RUN
        yield f"{anchor} and letters", f"{near} " + "a" * _RUN
        yield f"{anchor} and mixed", f"{near} " + "A7" * _RUN
        yield f"{anchor} and words", f"{near} Ann Lee of the "
    if len(rule.words) > 1:
        yield "labels within labels", ": ".join(rule.words) + " "
        yield "labels side by side", " ".join(rule.words) + " "
    for number, example in enumerate((*rule.find[:_EXAMPLES], *rule.ignore[:_EXAMPLES])):
        bare = _MARKED.sub("", example)
        yield f"example {number}", f"{bare} "
        yield f"example {number}, spoiled", f"{bare[:-1]}~"
        yield f"example {number}, cut", f"{bare[: max(1, len(bare) * 2 // 3)]} "


def _anchors(rule: Rule) -> list[str]:
    """Return some anchors of a rule: the shortest and longest word, or runs of both bounds."""
    if rule.words:
        ordered = sorted(rule.words, key=len)
        return list(dict.fromkeys([ordered[0], ordered[-1]]))
    if rule.digits:
        return list(dict.fromkeys("7" * bound for bound in rule.digits))
    if rule.mixed:
        return list(dict.fromkeys(("A7" * bound)[:bound] for bound in rule.mixed))
    return [f"a{char}" for char in rule.chars[:2]]


def _filled(unit: str, size: int) -> Passage:
    return Passage((unit * (size // len(unit) + 1))[:size])


def worst(rules: Sequence[Rule]) -> list[Taken]:
    """Return what each rule took over its worst text, slowest first."""
    common = {(unit, size): _filled(unit, size) for unit in GENERIC.values() for size in _SIZES}
    # The texts of this bench are many and large; collecting them is not what is timed.
    gc.collect()
    gc.freeze()
    pace = _Pace()
    taken = []
    for rule in rules:
        detector = RuleDetector([rule])
        # Compiling the pattern is not what is timed.
        detector.find(Passage(" ".join((*rule.words, *rule.find))))
        taken.append(_worst(detector, rule, common, pace))
    gc.unfreeze()
    return sorted(taken, key=lambda one: -one.seconds)


def _worst(
    detector: RuleDetector, rule: Rule, common: Mapping[tuple[str, int], Passage], pace: _Pace
) -> Taken:
    def passage(unit: str, size: int) -> Passage:
        return common.get((unit, size)) or _filled(unit, size)

    units = [*GENERIC.items(), *attacks(rule)]
    screened = [(_timed(detector, passage(unit, SMALL)), name, unit) for name, unit in units]
    screened.sort(reverse=True)
    slowest = Taken(rule.name, "", 0.0)
    for number, (small, name, unit) in enumerate(screened):
        if number >= WHOLE and small < SUSPECT_S:
            break
        seconds = _timed(detector, passage(unit, SIZE))
        # Over the limit is measured again, in other moments and against the machine's pace:
        # time on a machine that others share is only ever too long.
        for _ in range(TRIES - 1 if LIMIT_S < seconds < CUT_S else 0):
            time.sleep(PAUSE_S)
            before = pace.slowdown()
            again = _timed(detector, passage(unit, SIZE))
            seconds = min(seconds, again / min(before, pace.slowdown()))
            if seconds < LIMIT_S:
                break
        if seconds > slowest.seconds:
            slowest = Taken(rule.name, name, seconds)
        if seconds >= CUT_S:
            break
    return slowest


class _Pace:
    """How much slower than at its best the machine is now, by a fixed piece of work."""

    def __init__(self) -> None:
        self._best = min(self._reference() for _ in range(_PACE_RUNS))

    def slowdown(self) -> float:
        """Return 1 at the best pace seen so far, 2 at half of it."""
        now = min(self._reference() for _ in range(TRIES))
        self._best = min(self._best, now)
        return now / self._best

    @staticmethod
    def _reference() -> float:
        begun = time.process_time()
        counted: dict[str, int] = {}
        for word in _WORD.finditer(_REFERENCE):
            counted[word[0]] = counted.get(word[0], 0) + 1
        return time.process_time() - begun


def _timed(detector: RuleDetector, passage: Passage) -> float:
    """Return seconds of CPU, or ``CUT_S`` where the detector was cut short.

    The timer is one of real time: while one of CPU time runs, Linux counts a process's
    CPU time in ticks of some milliseconds.
    """
    previous = signal.signal(signal.SIGALRM, _cut)
    signal.setitimer(signal.ITIMER_REAL, CUT_S)
    begun = time.process_time()
    try:
        detector.find(passage)
    except _CutError:
        return float(CUT_S)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
    return time.process_time() - begun


def _cut(_signal: int, _frame: FrameType | None) -> None:
    raise _CutError
