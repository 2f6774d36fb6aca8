"""Facilities, employers and schools: a proper name with a head noun or a company form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.casing import Case, Line
from harborward.text.names.evidence import PLACEHOLDERS, Evidence, Kind
from harborward.text.names.reading import Reading, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from harborward.text.lexicon import Lexicon
    from harborward.text.passage import Passage

_NAME: Final = "organisations.v1"
_COMPANY_FORMS: Final = frozenset("inc llc ltd corp plc llp pllc incorporated gmbh co".split())
#: May stand inside a name: "University of Iowa", "Smith & Sons", "Hospital for Sick Children".
_JOINERS: Final = frozenset("of and for the at".split())
_GAPS: Final = frozenset({" ", "-", ". ", " & ", "'", "' ", "/"})
#: Words around a head that do not make it a name.
_GENERIC: Final = frozenset(
    """care primary urgent outpatient inpatient day surgery surgical emergency medical health general
    intensive critical acute chronic long term recovery rehab rehabilitation physical occupational
    speech therapy mental behavioral wound pain sleep women womens men mens children childrens
    pediatric geriatric adult family internal medicine nursing skilled assisted living home hospice
    laboratory clinical patient patients local outside area nearby district state federal private
    public teaching tertiary referring receiving sending main new old this that our your his her
    their the a an any another each every other same hospital clinic center centre unit department
    emergency tumor cancer heart eye ear burn trauma transplant dialysis infusion imaging radiology
    pathology cardiology oncology neurology orthopedic orthopedics dermatology urology nephrology
    gastroenterology pulmonary ophthalmology psychiatry obstetrics gynecology endocrinology school
    high middle elementary college graduate law nurse blood bank tissue support group self help
    medication procedure risk quality safety infection control case management social work human
    services operating room ambulatory surgicare same-day pre post anesthesia step down telemetry
    and of for at in to by on from with community""".split()
)
#: Cues after which a capitalised run is an organisation whatever it is called.
_WORKING: Final = frozenset(
    "works worked working employed employee job hired fired retired intern".split()
)
_WORK_PREPOSITIONS: Final = frozenset("at for by from with".split())
_LONGEST: Final = 8


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

    def find(self, passage: Passage) -> list[Finding]:
        """Return claims on names of organisations."""
        reading = Reading(passage, self._evidence)
        starts, ends = passage.starts, passage.ends
        return [
            Finding(Span(starts[run.first], ends[run.last - 1]), Label.ORG, score, _NAME, (cue,))
            for run, score, cue in self._organisations(reading)
        ]

    def _organisations(self, reading: Reading) -> Iterator[tuple[Run, float, str]]:
        for index, word in enumerate(reading.words):
            if self._is_head(reading, index):
                yield from self._headed(reading, index)
            elif word in _COMPANY_FORMS and index and reading.gap(index - 1) in {" ", ", "}:
                yield from self._company(reading, index)
            elif word in _WORKING:
                yield from self._employer(reading, index)

    def _is_head(self, reading: Reading, index: int) -> bool:
        """Tell whether a head noun, of one word or several, ends at token ``index``."""
        heads = self._heads.get(reading.words[index])
        if heads is None or (reading.cased(index) and not reading.capital(index)):
            return False
        return any(
            len(head) <= index + 1 and tuple(reading.words[index + 1 - len(head) : index + 1]) == head
            for head in heads
        )

    def _headed(self, reading: Reading, head: int) -> Iterator[tuple[Run, float, str]]:
        first = self._back(reading, head)
        last = self._forward(reading, head + 1)
        run = Run(first, last)
        if len(run) == 1:
            return
        proper = [i for i in range(first, last) if i != head and self._proper(reading, i)]
        if not proper:
            return
        known = any(self._name_like(reading, i) for i in proper)
        if reading.lines[head] is Line.MIXED and reading.cases[head] is Case.TITLE:
            yield run, 0.8 if known else 0.65, "head-noun"
        elif known:
            yield run, 0.65, "head-noun"

    def _back(self, reading: Reading, head: int) -> int:
        """Walk back from a head over capitals, joiners and, uncased, names and modifiers."""
        first, cased = head, reading.cased(head)
        while first > 0 and head - first < _LONGEST and reading.gap(first - 1) in _GAPS:
            index = first - 1
            word = reading.words[index]
            if reading.cases[index] is Case.NUMBER:
                break
            if cased and not reading.capital(index):
                if word == "s" and reading.gap(index - 1) == "'":
                    first -= 1
                    continue
                if word not in _JOINERS or not index or not reading.capital(index - 1):
                    break
                if word in {"at", "for", "the"} or reading.gap(index - 1) != " ":
                    break
            if not cased and not self._uncased_part(reading, index):
                break
            first -= 1
        while first < head and (
            reading.words[first] in _JOINERS or reading.words[first] in {"s", "dr", "mr", "mrs"}
        ):
            first += 1
        return first

    def _uncased_part(self, reading: Reading, index: int) -> bool:
        word = reading.words[index]
        if word == "s":
            return True
        if word in self._modifiers or word in self._heads:
            return True
        kind = reading.kind(index)
        return kind is Kind.NAME or word in self._lexicon.city

    def _forward(self, reading: Reading, last: int) -> int:
        """Walk on over further heads and over "of Chicago"."""
        words = reading.words
        while last < len(words) and reading.gap(last - 1) in {" ", " & ", "-"}:
            if self._is_head(reading, last):
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
        if word in self._heads:
            return word in self._modifiers
        return word not in self._lexicon.clinical or reading.kind(index) is Kind.NAME

    def _name_like(self, reading: Reading, index: int) -> bool:
        word = reading.words[index]
        if word in self._modifiers and word not in _GENERIC:
            return True
        return reading.kind(index) > Kind.WORD or word in self._lexicon.city

    def _company(self, reading: Reading, form: int) -> Iterator[tuple[Run, float, str]]:
        """Yield the capitalised run before Inc, LLC and the like."""
        if not reading.cased(form) or not reading.capital(form):
            return
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
        if first < form:
            yield Run(first, form + 1), 0.8, "company-form"

    def _employer(self, reading: Reading, cue: int) -> Iterator[tuple[Run, float, str]]:
        """Yield the capitalised run after "works as a clerk at"."""
        for index in range(cue + 1, min(cue + 6, len(reading.words) - 1)):
            if "." in reading.gap(index - 1) or "\n" in reading.gap(index - 1):
                return
            if reading.words[index] not in _WORK_PREPOSITIONS or not reading.cased(index + 1):
                continue
            first = index + 1
            if reading.words[first] == "the" and first + 1 < len(reading.words):
                first += 1
            if reading.cases[first] not in {Case.TITLE, Case.UPPER} or reading.gap(first - 1) != " ":
                continue
            last = first + 1
            while (
                last < len(reading.words)
                and last - first < _LONGEST
                and reading.gap(last - 1) in {" ", "-", " & ", "'"}
                and reading.capital(last)
            ):
                last += 1
            if any(reading.kind(i) > Kind.WORD for i in range(first, last)) or last - first > 1:
                yield Run(first, last), 0.7, "employer"
            return
