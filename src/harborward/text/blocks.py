"""Address blocks: from a street or unit on, the town, postal code and land that follow.

An American state that agrees with the ZIP code behind it is left out: Safe Harbor lets
states stand (164.514(b)(2)(i)(B)). Any other code or land inside a block belongs to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, final

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.casing import Case
from harborward.text.names.evidence import Evidence, Kind
from harborward.text.names.reading import Reading, Run
from harborward.text.wordlists import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from harborward.text.lexicon import Lexicon
    from harborward.text.passage import Passage

_NAME: Final = "address-block.v1"
#: Detectors whose finding opens a block: they saw a number, a street, a box or a unit.
_OPENERS: Final = ("street", "address", "post-box", "unit", "residence", "road", "military")
#: What may stand between the parts of a block, and how much of it.
_GAP: Final = re.compile(r"[\s,.;>?|*-]{0,12}")
_LONGEST_BLOCK: Final = 12
_LONGEST_TOWN: Final = 5
_MOST_LINES: Final = 2
#: Tokens of a street with its house numbers, before a unit.
_LONGEST_STREET: Final = 8
_FRONT_GAP: Final = re.compile(r"[ ,.'>-]{0,3}|[ ,.]{0,2}\n[ >]{0,8}")
_STREET_JOINERS: Final = wordlist("street_joiners")
#: Lines above an address that may say whose it is, and the words in each.
_HEADING_LINES: Final = 3
_HEADING_WORDS: Final = 6
_NOT_FIRST: Final = re.compile(r"[^\s>?]")
_LABELS: Final = wordlist("contact_labels")
#: Length of the code of a state or province.
_CODE: Final = 2
_ZIP: Final = 5
_ZIP3: Final = 3
_POSTAL: Final = range(3, 7)


@final
class AddressBlocks:
    """Extends accepted addresses over what follows them."""

    name = _NAME

    def __init__(self, lexicon: Lexicon, states: Mapping[str, str]) -> None:
        """Keep the lexicon; ``states`` gives the state code of each assigned ZIP3."""
        self._evidence = Evidence(lexicon)
        self._lexicon = lexicon
        self._states = states

    def find(self, passage: Passage, accepted: Sequence[Finding]) -> list[Finding]:
        """Return claims on the rest of each block that ``accepted`` opens."""
        openers = [
            finding
            for finding in accepted
            if finding.label is Label.LOCATION and finding.detector.startswith(_OPENERS)
        ]
        if not openers:
            return []
        reading = Reading(passage, self._evidence)
        claims: list[Finding] = []
        for opener in openers:
            claims += self._block(reading, opener.span.end)
            claims += self._front(reading, opener)
            claims += self._heading(reading, opener)
        return claims

    def _heading(self, reading: Reading, opener: Finding) -> Iterator[Finding]:
        """Yield the lines above an address: whose it is, and where they work."""
        text = reading.passage.text
        end = text.rfind("\n", 0, opener.span.start)
        if end < 0 or _NOT_FIRST.search(text, end + 1, opener.span.start):
            return
        for _ in range(_HEADING_LINES):
            start = text.rfind("\n", 0, max(end, 0)) + 1
            first, last = reading.passage.token_at(start), reading.passage.token_at(end)
            line = text[start:end].strip(" >?,")
            if end <= start or not self._names_someone(reading, Run(first, last), line):
                return
            span = Span(reading.passage.starts[first], reading.passage.ends[last - 1])
            yield Finding(span, Label.ORG, 0.5, _NAME, ("heading", "block"))
            end = start - 1

    def _names_someone(self, reading: Reading, run: Run, line: str) -> bool:
        """Tell whether a line holds only a few capitalised words, and no label."""
        if not line or ":" in line or any(letter.isdigit() for letter in line):
            return False
        if not 0 < len(run) <= _HEADING_WORDS or run.last > len(reading.words):
            return False
        words = range(run.first, run.last)
        joined = {"and", "of", "the", "de", "la", "van", "von", "s", "for"}
        if any(not reading.capital(i) and reading.words[i] not in joined for i in words):
            return False
        clinical = self._lexicon.clinical
        return not all(reading.words[i] in clinical for i in words)

    def _front(self, reading: Reading, opener: Finding) -> Iterator[Finding]:
        """Yield the house number before a street, and the street before a unit.

        "20789 Allika 46" is no street by its looks; "Suite 501" behind it makes it one.
        """
        unit = opener.detector.startswith("unit")
        last = reading.passage.token_at(opener.span.start)
        first, position = last, opener.span.start
        while first > 0 and last - first < _LONGEST_STREET:
            index = first - 1
            gap = reading.passage.text[reading.passage.ends[index] : position]
            if not _FRONT_GAP.fullmatch(gap) or (gap != " " and not unit):
                break
            number = reading.cases[index] is Case.NUMBER
            if not number and not (unit and self._street_word(reading, index)):
                break
            first, position = index, reading.passage.starts[index]
            if number and reading.opens[index]:
                break
        run = Run(first, last)
        if first < last and any(reading.cases[i] is Case.NUMBER for i in range(first, last)):
            yield self._claim(reading.passage, run, "street")

    def _street_word(self, reading: Reading, index: int) -> bool:
        word = reading.words[index]
        if reading.capital(index):
            return not self._evidence.function_word(word)
        return word in _STREET_JOINERS or reading.kind(index) > Kind.WORD

    def _block(self, reading: Reading, end: int) -> Iterator[Finding]:
        passage = reading.passage
        parts: list[tuple[str, Run]] = []
        index = passage.token_at(end)
        position = end
        while index < len(reading.words) and len(parts) < _LONGEST_BLOCK:
            gap = passage.text[position : passage.starts[index]]
            if not _GAP.fullmatch(gap) or gap.count("\n") > _MOST_LINES:
                break
            part = self._part(reading, index)
            if part is None:
                break
            kind, run = part
            parts.append((kind, run))
            index, position = run.last, passage.ends[run.last - 1]
            if kind == "postal":
                break
        yield from self._claims(reading, parts)

    def _part(self, reading: Reading, index: int) -> tuple[str, Run] | None:
        """Return the kind and range of the part of an address at token ``index``."""
        word, case = reading.words[index], reading.cases[index]
        if case is Case.NUMBER:
            if len(word) in _POSTAL and not reading.gap(index).startswith(("/", ":", "%")):
                return "postal", Run(index, index + self._tail(reading, index))
            return None
        for size in (3, 2, 1):
            name = " ".join(reading.words[index : index + size])
            if name in self._lexicon.regions and (reading.capital(index) or size > 1):
                return "region", Run(index, min(index + size, len(reading.words)))
        if reading.gap(index).lstrip(" ").startswith(":") or word in _LABELS:
            return None
        if case is Case.UPPER and len(word) == _CODE:
            return "code", Run(index, index + 1)
        last = self._town(reading, index)
        return ("town", Run(index, last)) if last > index else None

    @staticmethod
    def _tail(reading: Reading, index: int) -> int:
        """Return how many tokens the postal code at ``index`` has: 62704-1234, 340 12."""
        if index + 1 < len(reading.words) and reading.cases[index + 1] is Case.NUMBER:
            if reading.gap(index) == "-" or (
                reading.gap(index) == " " and len(reading.words[index]) == _ZIP3
            ):
                return 2
        return 1

    def _town(self, reading: Reading, first: int) -> int:
        """Return the end of the capitalised words, or of the listed town, at ``first``."""
        last = first
        while last < len(reading.words) and last - first < _LONGEST_TOWN:
            if last > first and reading.gap(last - 1) not in {" ", "-", ". ", "'"}:
                break
            word = reading.words[last]
            inner = last > first and word in {
                "de",
                "del",
                "di",
                "la",
                "el",
                "of",
                "the",
                "du",
                "des",
            }
            if self._evidence.function_word(word) and not inner:
                break
            if last > first and word in self._lexicon.regions:
                break
            if not inner and not reading.capital(last) and word not in self._lexicon.city:
                break
            if word in _LABELS or (reading.cases[last] is Case.UPPER and len(word) == _CODE):
                break
            last += 1
        if last == first or reading.gap(last - 1).lstrip(" ").startswith((":", "@")):
            return first
        return last

    def _claims(self, reading: Reading, parts: Sequence[tuple[str, Run]]) -> Iterator[Finding]:
        kinds = [kind for kind, _ in parts]
        anchor = max(
            (i for i, kind in enumerate(kinds) if kind in {"postal", "region", "code"}), default=-1
        )
        if anchor < 0:
            anchor = 0 if parts and self._listed(reading, parts[0][1]) else -1
        for position, (kind, run) in enumerate(parts[: anchor + 1]):
            postal = parts[position + 1][1] if position + 1 < len(parts) else None
            if kind in {"code", "region"} and self._state(reading, run, postal):
                continue
            evidence = "zip" if kind == "postal" else "city"
            yield self._claim(reading.passage, run, evidence)

    def _listed(self, reading: Reading, run: Run) -> bool:
        """Tell whether a town without postal code is a known one, in a place of its own."""
        name = " ".join(reading.words[run.first : run.last])
        plain = len(run) == 1 and reading.kind(run.first) is Kind.WORD
        return name in self._lexicon.city and not plain

    def _state(self, reading: Reading, run: Run, postal: Run | None) -> bool:
        """Tell whether a code or land is an American state, and the ZIP code agrees."""
        name = " ".join(reading.words[run.first : run.last])
        if name not in self._lexicon.state_codes:
            return name in self._lexicon.states
        if postal is None:
            return True
        zip_code = reading.words[postal.first]
        return len(zip_code) == _ZIP and self._states.get(zip_code[:3]) == name.upper()

    @staticmethod
    def _claim(passage: Passage, run: Run, evidence: str) -> Finding:
        span = Span(passage.starts[run.first], passage.ends[run.last - 1])
        return Finding(span, Label.LOCATION, 0.75, _NAME, (evidence, "block"))
