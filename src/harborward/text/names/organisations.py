"""Facilities, employers and schools: a proper name with a head noun or a company form."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, final

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.casing import Case, Line
from harborward.text.names.evidence import PLACEHOLDERS, Evidence, Kind
from harborward.text.names.reading import Reading, Run
from harborward.text.wordlists import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator

    from harborward.text.lexicon import Lexicon
    from harborward.text.passage import Passage

_NAME: Final = "organisations.v1"
_COMPANY_FORMS: Final = wordlist("company_forms")
#: May stand inside a name: "University of Iowa", "Smith & Sons", "Hospital for Sick Children".
_JOINERS: Final = wordlist("joiners")
_GAPS: Final = frozenset({" ", "-", ". ", " & ", "'", "' ", "/"})
#: Words around a head that do not make it a name.
_GENERIC: Final = wordlist("generic")
#: Cues after which a capitalised run is an organisation whatever it is called.
_WORKING: Final = wordlist("working")
_WORK_PREPOSITIONS: Final = wordlist("work_prepositions")
#: A name does not start with these; a walk back may end on them.
_NOT_FIRST: Final = _JOINERS | {"s", "dr", "mr", "mrs", "rev"}
_LONGEST: Final = 8
#: Bearers per million from which a word that is also clinical may name a house: Rock, Ridge.
_SEEN_SURNAME: Final = 20
#: Specialties that head the name of a practice: "Casco Radiology", "Tri-County Cardiology".
_SPECIALTIES: Final = wordlist("specialties")
#: Trades and institutions beyond the lexicon's heads, each only with a proper name before it.
_TRADES: Final = wordlist("trades")
#: Heads strong enough to make a letterhead of a line in capitals.
_LETTERHEADS: Final = wordlist("letterheads")
#: Lines from the top in which a letterhead stands.
_LETTERHEAD_LINES: Final = 4
#: Words before telephone numbers and the like, which head nothing.
_CONTACTS: Final = wordlist("contact_labels")
#: Marks that part such a line; behind a colon or bracket stands something else.
_PARTS: Final = frozenset({",", "-", "*", "(", ":", "["})
#: Words of such a line; what is longer is prose.
_LETTERHEAD_WORDS: Final = 16
_MENTION_CUES: Final = wordlist("mention_cues")


@final
class OrganisationDetector:
    """Finds organisations by head noun, company form, or a verb of working."""

    name = _NAME

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the heads by their last word, and the modifiers."""
        self._lexicon = lexicon
        self._evidence = Evidence(lexicon)
        self._modifiers = lexicon.facility_modifiers
        self._heads: dict[str, list[tuple[str, ...]]] = {}
        for head in lexicon.facility_heads:
            words = tuple(head.replace("'s", " s").split(" "))
            self._heads.setdefault(words[-1], []).append(words)
        self._cues = frozenset(self._heads) | _SPECIALTIES | _TRADES | _COMPANY_FORMS | _WORKING

    def find(self, passage: Passage) -> list[Finding]:
        """Return claims on names of organisations."""
        reading = Reading(passage, self._evidence)
        starts, ends = passage.starts, passage.ends
        return [
            Finding(Span(starts[run.first], ends[run.last - 1]), Label.ORG, score, _NAME, (cue,))
            for run, score, cue in self._organisations(reading)
        ]

    def _organisations(self, reading: Reading) -> Iterator[tuple[Run, float, str]]:
        yield from self._letterhead(reading)
        yield from self._phrases(reading)
        for index in reading.passage.where(self._cues):
            word = reading.words[index]
            # Forms and "works" are heads too; a head has no comma before it, and no "at"
            # behind it: "Brown and Sons, Inc.", "works at Boeing".
            if word in _COMPANY_FORMS and index and reading.gap(index - 1) in {" ", ", "}:
                yield from self._company(reading, index)
            elif word in _WORKING:
                yield from self._employer(reading, index)
            if size := self._head_size(reading, index):
                yield from self._headed(reading, index, size)
            elif word in _SPECIALTIES or word in _TRADES:
                yield from self._practice(reading, index)

    def _head_size(self, reading: Reading, index: int) -> int:
        """Return the number of words of the longest head noun that ends at token ``index``."""
        heads = self._heads.get(reading.words[index])
        if heads is None:
            return 0
        return max(
            (
                len(head)
                for head in heads
                if len(head) <= index + 1
                and tuple(reading.words[index + 1 - len(head) : index + 1]) == head
            ),
            default=0,
        )

    def _headed(self, reading: Reading, head: int, size: int) -> Iterator[tuple[Run, float, str]]:
        start = head - size + 1
        behind = min(head + 1, len(reading.words) - 1)
        if reading.gap(head)[:1] == "-" and (
            reading.cases[behind] is Case.NUMBER
            or (reading.words[head], reading.words[behind]) == ("pa", "c")
        ):
            return  # a code or a credential: LAB-0042217, PA-C
        first = self._back(reading, start)
        if first == start:
            return
        last = self._forward(reading, head + 1)
        run = Run(first, last)
        proper = [i for i in range(first, start) if self._proper(reading, i)]
        if not proper:
            return
        known = any(self._name_like(reading, i) for i in proper)
        if reading.cases[head] is Case.TITLE and not reading.opens[first]:
            yield run, 0.8 if known else 0.65, "head-noun"
        elif known and (reading.cases[head] is not Case.LOWER or self._named(reading, proper)):
            yield run, 0.65, "head-noun"

    def _named(self, reading: Reading, proper: list[int]) -> bool:
        """Tell whether the name before a small-letter head is a name and not a word."""
        return len(proper) > 1 or any(reading.kind(i) is Kind.NAME for i in proper)

    def _practice(self, reading: Reading, head: int) -> Iterator[tuple[Run, float, str]]:
        """Yield "Little Acorns Pediatrics": a trade or specialty behind a proper name."""
        if reading.lines[head] is Line.LOWER and not reading.capital(head):
            yield from self._small_practice(reading, head)
            return
        if not reading.capital(head) or reading.lines[head] is Line.UPPER:
            return
        first = self._back(reading, head)
        proper = [i for i in range(first, head) if self._proper(reading, i)]
        opened = reading.opens[first] and not reading.closes(head)
        if not proper or (opened and not any(self._name_like(reading, i) for i in proper)):
            return
        named = any(self._name_like(reading, i) for i in proper)
        if reading.words[head] in _SPECIALTIES and not named and len(proper) <= 1:
            return
        yield Run(first, self._forward(reading, head + 1)), 0.7 if named else 0.55, "trade"

    def _phrases(self, reading: Reading) -> Iterator[tuple[Run, float, str]]:
        """Yield "via Golden Widgets": a capitalised phrase where an institution stands."""
        last = 0
        for index in reading.capitals:
            if index < last or not index or reading.words[index - 1] not in _MENTION_CUES:
                continue
            if reading.lines[index] is not Line.MIXED:
                continue
            last = index
            while last < len(reading.words) and reading.cases[last] is Case.TITLE:
                last += 1
                if reading.gap(last - 1) not in {" ", " & "}:
                    break
            run = Run(index, last)
            if len(run) > 1 and self._phrase(reading, run):
                yield run, 0.5, "phrase"

    def _phrase(self, reading: Reading, run: Run) -> bool:
        words = reading.words[run.first : run.last]
        if reading.lead(run.first) != " ":
            return False
        clinical, titles = self._lexicon.clinical, self._lexicon.titles
        return not any(
            word in clinical
            or word in titles
            or word in _GENERIC
            or self._evidence.function_word(word)
            or word in self._lexicon.eponyms
            or word in self._lexicon.regions
            for word in words
        )

    def _small_practice(self, reading: Reading, head: int) -> Iterator[tuple[Run, float, str]]:
        """Yield "at pinnacle roofing": a trade in uncased text, behind "at" and its own words."""
        first = head
        while first > 0 and head - first < _LONGEST and reading.gap(first - 1) in {" ", " & "}:
            if not self._proper(reading, first - 1) or reading.cased(first - 1):
                break
            first -= 1
        if 0 < first < head and reading.words[first - 1] == "at" and reading.gap(first - 1) == " ":
            yield Run(first, head + 1), 0.55, "trade"

    def _letterhead(self, reading: Reading) -> Iterator[tuple[Run, float, str]]:
        """Yield lines at the top, all in capitals or title case, that name an institution."""
        bounds = reading.passage.casing.bounds
        for start, stop in pairwise(bounds[: _LETTERHEAD_LINES + 1]):
            first = start
            for index in range(start, min(stop, start + _LETTERHEAD_WORDS)):
                beside = reading.gap(index).lstrip(" ")[:1]
                if not reading.closes(index) and beside not in _PARTS:
                    continue
                run, first = Run(first, index + 1), index + 1
                if self._names_institution(reading, run):
                    yield run, 0.7, "letterhead"

    def _names_institution(self, reading: Reading, run: Run) -> bool:
        """Tell whether a part of a line is a name of its own with the head of one."""
        words, tokens = reading.words, range(run.first, run.last)
        if reading.lines[run.first] not in {Line.UPPER, Line.TITLE} or len(run) <= 1:
            return False
        if any(not reading.capital(i) and words[i] not in _JOINERS for i in tokens):
            return False
        if reading.gap(run.last - 1).startswith(":") or not _CONTACTS.isdisjoint(
            words[run.first : run.last]
        ):
            return False
        heads = [i for i in tokens if words[i] in _LETTERHEADS]
        proper = [i for i in tokens if words[i] not in _LETTERHEADS and self._proper(reading, i)]
        return bool(heads and proper and heads[-1] > proper[0])

    def _back(self, reading: Reading, head: int) -> int:
        """Walk back from a head over capitals, joiners and, uncased, names and modifiers."""
        first, cased = head, reading.cased(head)
        while first > 0 and head - first < _LONGEST and reading.gap(first - 1) in _GAPS:
            index = first - 1
            if reading.cases[index] is Case.NUMBER:
                break
            if cased and reading.cases[head] is Case.LOWER:
                part = not reading.capital(index) and self._small_part(reading, index)
            elif cased:
                part = reading.capital(index) or self._joins(reading, index)
            else:
                part = self._uncased_part(reading, index)
            if not part:
                break
            first -= 1
        while first < head and reading.words[first] in _NOT_FIRST:
            first += 1
        return first

    @staticmethod
    def _joins(reading: Reading, index: int) -> bool:
        """Tell whether a small word stands inside a name: University *of* Iowa, Mary'*s*."""
        word = reading.words[index]
        if word == "s":
            return reading.lead(index) == "'"
        if word not in _JOINERS or word in {"at", "for", "the"} or not index:
            return False
        return reading.capital(index - 1) and reading.gap(index - 1) == " "

    def _small_part(self, reading: Reading, index: int) -> bool:
        """Tell whether a small-letter word may stand in the name of a small-letter facility."""
        word = reading.words[index]
        if self._evidence.function_word(word):
            return False
        return reading.kind(index) is Kind.NAME or word in self._modifiers

    def _uncased_part(self, reading: Reading, index: int) -> bool:
        word = reading.words[index]
        if word == "s":
            return True
        if word in self._modifiers or word in self._heads:
            return True
        town = word in self._lexicon.city and not self._evidence.function_word(word)
        return town or reading.kind(index) is Kind.NAME

    def _forward(self, reading: Reading, last: int) -> int:
        """Walk on over further heads and over "of Chicago"."""
        words = reading.words
        while last < len(words) and reading.gap(last - 1) in {" ", " & ", "-"}:
            if self._head_size(reading, last) and reading.capital(last) == reading.capital(
                last - 1
            ):
                last += 1
                continue
            if words[last] in {"of", "for"} and reading.cased(last) and last + 1 < len(words):
                ahead = last + 1
                if words[ahead] == "the" and ahead + 1 < len(words):
                    ahead += 1
                if reading.capital(ahead) and reading.gap(last) == " ":
                    last = ahead + 1
                    continue
            break
        return last

    def _proper(self, reading: Reading, index: int) -> bool:
        word = reading.words[index]
        if word in _GENERIC or word in _JOINERS or word in PLACEHOLDERS or len(word) == 1:
            return False
        if word in self._modifiers:
            return True
        if word in self._heads:
            return False
        kind = reading.kind(index)
        if kind is Kind.EITHER and self._evidence.surname(word) >= _SEEN_SURNAME:
            return True
        return word not in self._lexicon.clinical or kind is Kind.NAME

    def _name_like(self, reading: Reading, index: int) -> bool:
        word = reading.words[index]
        if word in self._modifiers and word not in _GENERIC:
            return True
        return reading.kind(index) > Kind.WORD or word in self._lexicon.city

    def _company(self, reading: Reading, form: int) -> Iterator[tuple[Run, float, str]]:
        """Yield the capitalised run before Inc, LLC and the like."""
        if not reading.cased(form) or not reading.capital(form) or reading.gap(form)[:1] == "-":
            return
        if reading.cases[form] is Case.UPPER and reading.words[form] in self._lexicon.state_codes:
            return  # Colorado, or a gas
        first = form
        while first > 0 and form - first < _LONGEST:
            gap = reading.gap(first - 1)
            if gap not in _GAPS and not (first == form and gap == ", "):
                break
            index = first - 1
            joins = reading.words[index] in {"and", "of"} and index and reading.capital(index - 1)
            if not reading.capital(index) and not joins:
                break
            first -= 1
        while first < form and self._evidence.function_word(reading.words[first]):
            first += 1
        if first < form:
            yield Run(first, form + 1), 0.8, "company-form"

    def _employer(self, reading: Reading, cue: int) -> Iterator[tuple[Run, float, str]]:
        """Yield the capitalised run after "works as a clerk at"."""
        if reading.words[cue] == "employer":
            yield from self._run_from(reading, cue + 1)
            return
        for index in range(cue + 1, min(cue + 6, len(reading.words) - 1)):
            if "." in reading.gap(index - 1) or "\n" in reading.gap(index - 1):
                return
            if reading.words[index] not in _WORK_PREPOSITIONS or not reading.cased(index + 1):
                continue
            first = index + 1
            small = reading.words[first] == "the" and not reading.capital(first)
            if small and first + 1 < len(reading.words):
                first += 1
            if reading.gap(first - 1) == " " and reading.capital(first):
                yield from self._run_from(reading, first)
                return

    def _run_from(self, reading: Reading, first: int) -> Iterator[tuple[Run, float, str]]:
        """Yield the capitalised run that starts at token ``first``."""
        words = reading.words
        if first >= len(words) or reading.cases[first] not in {Case.TITLE, Case.UPPER}:
            return
        if "\n" in reading.lead(first) or reading.lines[first] is Line.UPPER:
            return
        last = first + 1
        while last < len(words) and last - first < _LONGEST:
            joins = (
                words[last] in {"and", "of"} and last + 1 < len(words) and reading.capital(last + 1)
            )
            gap = reading.gap(last - 1)
            if gap not in {" ", "-", " & ", "'"} or not (reading.capital(last) or joins):
                break
            last += 1
        names = [i for i in range(first, last) if reading.kind(i) > Kind.WORD]
        if names or last - first > 1:
            yield Run(first, last), 0.7, "employer"
