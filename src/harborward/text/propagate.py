"""A name accepted once is a name everywhere in the document.

From the findings that stand, every later or earlier mention is claimed too: parts of
the name, possessives, initials with periods, user names built from it, and spellings one
letter away. Organisations and places are claimed again where they are written again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, final

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.casing import Case, Line
from harborward.text.names.evidence import Evidence, Kind, Titles
from harborward.text.names.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from harborward.text.lexicon import Lexicon
    from harborward.text.passage import Passage

_NAME: Final = "propagation.v1"
#: A finding weaker than this does not speak for the whole document.
_TRUSTED: Final = 0.6
_SCORE: Final = 0.7
_WEAK_SCORE: Final = 0.55
#: Shorter parts ("Li", "Bo") are claimed only where they stand as written.
_SHORTEST_PART: Final = 3
#: One wrong letter in fewer than this makes another word, not a typo.
_SHORTEST_TYPO: Final = 5
_PARTS: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]{2,})?")
#: How many words around an eponym may hold its noun.
_AROUND: Final = 3


def one_edit(left: str, right: str) -> bool:
    """Tell whether one insertion, deletion, substitution or swap turns ``left`` into ``right``."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    shorter, longer = sorted((left, right), key=len)
    at = next((i for i, c in enumerate(shorter) if c != longer[i]), len(shorter))
    if len(shorter) != len(longer):
        return shorter[at:] == longer[at + 1 :]
    swapped = longer[at + 1 : at + 2] + longer[at] + longer[at + 2 :]
    return shorter[at + 1 :] == longer[at + 1 :] or shorter[at:] == swapped


@final
class Propagation:
    """Claims further mentions of what was accepted."""

    name = _NAME

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexical evidence."""
        self._evidence = Evidence(lexicon)
        self._titles = Titles(lexicon)
        self._lexicon = lexicon

    def find(self, passage: Passage, accepted: Sequence[Finding]) -> list[Finding]:
        """Return claims on mentions that ``accepted`` does not cover yet."""
        people = [f for f in accepted if f.label is Label.NAME and f.score >= _TRUSTED]
        named = [f for f in accepted if f.label in {Label.ORG, Label.LOCATION}]
        if not people and not named:
            return []
        covered = bytearray(len(passage.text))
        for finding in accepted:
            span = finding.span
            covered[span.start : span.end] = b"\x01" * len(span)
        reading = Reading(passage, self._evidence)
        names = [_PARTS.findall(passage.lower[f.span.start : f.span.end]) for f in people]
        return [
            finding
            for finding in (
                *self._mentions(reading, names),
                *self._derived(reading, names),
                *self._repeats(passage, named),
            )
            if not all(covered[finding.span.start : finding.span.end])
        ]

    # -- parts of names -------------------------------------------------------------

    def _mentions(self, reading: Reading, names: Iterable[Sequence[str]]) -> Iterator[Finding]:
        titles = self._titles
        parts = {
            part
            for name in names
            for part in name
            if len(part) >= _SHORTEST_PART
            and part not in titles.particles
            and part not in titles.suffixes
            and part not in titles.honorifics
        }
        for index in reading.passage.where(parts):
            if self._stands(reading, index):
                yield self._claim(reading.passage, index, index + 1, _SCORE, "mention")
        yield from self._misspelt(reading, parts)

    def _misspelt(self, reading: Reading, parts: set[str]) -> Iterator[Finding]:
        """Yield words one letter away from a part of a name, that are no words themselves."""
        by_letter: dict[str, list[str]] = {}
        for part in parts:
            if len(part) >= _SHORTEST_TYPO:
                by_letter.setdefault(part[0], []).append(part)
        typos = {
            word
            for word in reading.passage.vocabulary
            if word[0] in by_letter
            and len(word) >= _SHORTEST_TYPO
            and word not in parts
            and self._typo_like(word)
            and any(one_edit(word, part) for part in by_letter[word[0]])
        }
        for index in reading.passage.where(typos) if typos else ():
            if reading.capital(index) or not reading.cased(index):
                yield self._claim(reading.passage, index, index + 1, _WEAK_SCORE, "typo")

    def _stands(self, reading: Reading, index: int) -> bool:
        """Tell whether the mention at ``index`` is a name, given that the word is one."""
        kind, case = reading.kind(index), reading.cases[index]
        if self._explained(reading, index):
            return False
        if kind is Kind.NAME:
            return True
        if not reading.cased(index):
            return kind is not Kind.WORD
        if kind is Kind.UNKNOWN:
            return case is not Case.LOWER or reading.lines[index] is not Line.MIXED
        if case not in {Case.TITLE, Case.UPPER}:
            return False
        return kind is Kind.EITHER or not reading.opens[index]

    def _explained(self, reading: Reading, index: int) -> bool:
        """Tell whether an eponym's noun stands nearby: "Foley catheter" under Dr. Foley."""
        nouns = self._lexicon.eponyms.get(reading.words[index])
        around = reading.words[max(0, index - 2) : index + 1 + _AROUND]
        return nouns is not None and not nouns.isdisjoint(around)

    def _typo_like(self, word: str) -> bool:
        """Tell whether a word is no word of the language, so that it may be a misspelt name."""
        lexicon = self._lexicon
        return word not in lexicon.words and word not in lexicon.clinical

    # -- what is built from names ---------------------------------------------------

    def _derived(self, reading: Reading, names: Iterable[Sequence[str]]) -> Iterator[Finding]:
        """Yield user names (``jsmith``) and dotted initials (``J.S.``) of full names."""
        users: set[str] = set()
        initials: set[str] = set()
        for name in names:
            long = [part for part in name if len(part) > 1]
            if len(long) > 1:
                first, last = long[0], long[-1]
                users |= {first[0] + last, last + first[0], first + last, last + first}
                initials.add(first[0] + last[0])
            if len(name) > 1:
                initials.add("".join(part[0] for part in name))
        if not initials:
            return
        passage = reading.passage
        for index in passage.where(users | initials):
            word = reading.words[index]
            if word in users and len(word) > _SHORTEST_TYPO:
                yield self._claim(passage, index, index + 1, _SCORE, "user-name")
            elif word in initials and self._signs(reading, index):
                yield self._claim(passage, index, index + 1, _WEAK_SCORE, "initials")
        for index in reading.capitals:
            if reading.cases[index] is Case.INITIAL:
                yield from self._dotted(reading, index, initials)

    def _signs(self, reading: Reading, index: int) -> bool:
        """Tell whether initials stand where people sign: at an end, by a slash, after "by"."""
        word, lexicon = reading.words[index], self._lexicon
        if reading.cases[index] is not Case.UPPER or word in lexicon.words:
            return False
        if word in lexicon.clinical or word in lexicon.state_codes or word in lexicon.titles:
            return False
        beside = reading.lead(index)[-1:] + reading.gap(index)[:1]
        signed = index > 0 and reading.words[index - 1] in {"by", "per"}
        return reading.closes(index) or "/" in beside or signed

    def _dotted(self, reading: Reading, index: int, initials: set[str]) -> Iterator[Finding]:
        """Yield "J.S." where those are the initials of a full name."""
        last = index + 1
        while last < len(reading.words) and len(reading.words[last]) == 1:
            if reading.gap(last - 1) not in {".", ". "}:
                break
            last += 1
        if last - index > 1 and "".join(reading.words[index:last]) in initials:
            if reading.gap(last - 1).startswith("."):
                yield self._claim(reading.passage, index, last, _SCORE, "initials")

    @staticmethod
    def _claim(passage: Passage, first: int, last: int, score: float, cue: str) -> Finding:
        span = Span(passage.starts[first], passage.ends[last - 1])
        return Finding(span, Label.NAME, score, _NAME, (cue,))

    # -- organisations and places written again -------------------------------------

    def _repeats(self, passage: Passage, named: Iterable[Finding]) -> Iterator[Finding]:
        wanted: dict[str, Label] = {}
        for finding in named:
            if finding.score < _TRUSTED:
                continue
            surface = passage.text[finding.span.start : finding.span.end]
            words = surface.lower().split()
            if len(words) > 1 or any(self._evidence.kind(w) > Kind.EITHER for w in words):
                wanted[surface] = finding.label
        # Searched for as strings: a compiled pattern would stay in the cache of ``re``.
        for surface, label in wanted.items():
            start = passage.text.find(surface)
            while start >= 0:
                end = start + len(surface)
                if not _wordlike(passage.text[start - 1 : start]) and not _wordlike(
                    passage.text[end : end + 1]
                ):
                    yield Finding(Span(start, end), label, _SCORE, _NAME, ("repeat",))
                start = passage.text.find(surface, end)


def _wordlike(character: str) -> bool:
    return character.isalnum() or character == "_"
