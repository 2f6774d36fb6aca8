"""Every shipped rule keeps its own promises, and all of them leave medicine alone."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING

import pytest

from harborward.domain.identifier import Label
from harborward.text.passage import Passage
from harborward.text.rule_detector import RuleDetector
from harborward.text.rules import DIGITS, Rule, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKED = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)
THRESHOLD = 0.5
NOTES = files("harborward") / "samples" / "notes.jsonl"
#: Labels whose rules stand in files of structured identifiers.
STRUCTURED = frozenset(Label) - {
    Label.NAME,
    Label.ORG,
    Label.LOCATION,
    Label.DATE,
    Label.AGE_OVER_89,
}


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(shipped())


@cache
def _structured() -> RuleDetector:
    return RuleDetector(rule for rule in _rules() if rule.label in STRUCTURED)


def _unmarked(example: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the example without its brackets, and the ranges they held."""
    text, spans, position = "", [], 0
    for match in MARKED.finditer(example):
        text += example[position : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        position = match.end()
    return text + example[position:], spans


def _found(
    detector: RuleDetector, text: str, threshold: float = THRESHOLD
) -> list[tuple[int, int]]:
    findings = detector.find(Passage(text))
    return sorted({(f.span.start, f.span.end) for f in findings if f.score >= threshold})


def _examples(kind: str) -> Iterator[object]:
    for rule in _rules():
        for example in getattr(rule, kind):
            yield pytest.param(rule, example, id=f"{rule.name}: {example}")


@pytest.mark.parametrize(("rule", "example"), list(_examples("find")))
def test_rule_finds_its_examples(rule: Rule, example: str) -> None:
    """A rule finds exactly what its example marks; a quiet rule, at its own score."""
    text, spans = _unmarked(example)
    threshold = min(THRESHOLD, rule.score or THRESHOLD)
    assert _found(RuleDetector([rule]), text, threshold) == spans


@pytest.mark.parametrize(("rule", "example"), list(_examples("ignore")))
def test_rule_ignores_its_examples(rule: Rule, example: str) -> None:
    """A rule leaves its counter-examples alone."""
    assert _found(RuleDetector([rule]), example) == []


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.name)
def test_rule_is_documented(rule: Rule) -> None:
    """A rule names its source and shows what it finds and what it does not."""
    assert rule.source
    assert len(rule.find) >= 3
    assert len(rule.ignore) >= 2


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.name)
def test_shortcuts_of_a_rule_hide_nothing(rule: Rule) -> None:
    """What a rule looks at before it is tried spares time alone: its claims are the same."""
    plain = replace(rule, follow="", first=DIGITS, back="", gate="")
    if plain == rule:
        return
    quick, slow = RuleDetector([rule]), RuleDetector([plain])
    for passage in (*_notes(), *(Passage(_unmarked(e)[0]) for e in (*rule.find, *rule.ignore))):
        assert quick.find(passage) == slow.find(passage)


@cache
def _notes() -> tuple[Passage, ...]:
    return tuple(Passage(json.loads(line)["text"]) for line in NOTES.read_text().splitlines())


def test_names_are_unique_and_versioned() -> None:
    """No two rules share a name, and each name carries its version."""
    names = [rule.name for rule in _rules()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]+\.v[0-9]+", name) for name in names)


def test_every_structured_label_has_rules() -> None:
    """Each identifier that has a shape has a rule."""
    assert {rule.label for rule in _rules()} >= STRUCTURED


def _unbounded(tree: object) -> Iterator[object]:
    """Yield the repeats without an upper bound that may give back what they took."""
    for operator, argument in tree:  # type: ignore[attr-defined]
        if operator in (op.MAX_REPEAT, op.MIN_REPEAT) and argument[1] is op.MAXREPEAT:
            yield operator
        for part in argument if isinstance(argument, (tuple, list)) else (argument,):
            if isinstance(part, parser.SubPattern):
                yield from _unbounded(part)
            elif isinstance(part, list):
                for branch in part:
                    if isinstance(branch, parser.SubPattern):
                        yield from _unbounded(branch)


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.name)
def test_pattern_is_bounded(rule: Rule) -> None:
    """Every repeat has an upper bound or is possessive, so no input makes it wander."""
    assert list(_unbounded(parser.parse(rule.pattern, re.VERBOSE))) == []


def test_the_bound_test_can_fail() -> None:
    """The walk sees a star inside a group inside a branch."""
    assert list(_unbounded(parser.parse(r"a|(?:b(?=c*))")))


#: What clinicians write all day; none of it identifies anyone.
MEDICINE = (
    "BP 120/80 mmHg, HR 72, RR 16, T 98.6, SpO2 97% on 2L NC.",
    "Vitals: 118/76 72 16 98.4 99% RA",
    "Metoprolol 25 mg PO BID, heparin 5000 units SQ q8h, NS 1000 mL at 125 mL/hr.",
    "WBC 12.5, Hgb 9.8, Plt 250,000, Na 138, K 4.1, Cl 104, HCO3 24, BUN 18, Cr 1.1.",
    "BNP 12345 pg/mL, troponin 0.04, CK 1250, ferritin 10000 ng/mL",
    "HIV viral load 1250000 copies/mL; CD4 350-400.",
    "ICD-10 J45.51, E11.9; CPT 99213, 94640 x 6; DRG 202; LOINC 2345-7.",
    "SNOMED 44054006 mapped; RxNorm 860975.",
    "MRI shows L4-5 and L5-S1 disc bulge; C5-C6 fusion, T12-L1 fracture.",
    "Pain 5/10, strength 5/5, reflexes 2+, DTR 2+ to 3+.",
    "2 x 3 cm mass, 1.5 x 2.0 x 3.1 cm cyst, 18 gauge IV, 14 French Foley.",
    "EF 55-60%, FEV1 2.1 L, 10 pack-years, 3 pillows.",
    "Knee extension 0 to 130 degrees, flexion 120, ext rotation 45.",
    "Visit #3 of 12, image 45, series 2 image 120, case #4, order 3 of 5.",
    "G3P2 at 39+4, APGAR 8/9, EFW 3200 g, 2/5 palpable.",
    "PHQ-9 score 14, GAD-7 11, MMSE 28/30, SF-36, CA-125 35 U/mL, CA 19-9 37.",
    "Room 412 bed 2, unit 4 West, page 3 of 4.",
    "COVID-19 vaccine, HLA-B27, IL-6, CD20, T2N1M0, p16, Ki-67 15%.",
    "Seen at 10:30, discharged 1400, next at 0930.",
    "Plan: 1. Continue aspirin 81 mg. 2. Recheck in 2 weeks.",
    "Lantus 20 units qHS, Humalog 1:15, sliding scale 150-200 2 units.",
    "Insurance covers 12 visits; copay $50.00, balance $3,418.22.",
    "NCT01234567 enrolled; see PMID 12345678.",
    "Serial troponins 0.01, 0.04; serial exams; batch 2.",
    "Account of the fall; license renewed; group therapy x 12; member of a club.",
    "Patient is 45, number of falls 3, call in 2 weeks, fax sent.",
    "Plate and screw fixation, 6-hole 3.5 mm plate, growth plate intact.",
    "PLATE WITH 10 HOLES, PLATE AND 12 SCREWS, C5-C6 PLATE.",
    "CODE STATUS: FULL. ALLERGIES: PCN, SULFA. DIET: 2000 KCAL ADA.",
    "UA: SG 1.020, pH 6.0, WBC 10-20, RBC 0-5, epith 2-5.",
    "e.g. p.o. q.d. b.i.d. a.m. vs. i.v. etc.",
    "Iris normal, 3 mm reactive; retina flat; voice hoarse 2 weeks; face symmetric.",
    "firmware version 10.20.30.40, section 4.12.3.1",
    "Count backwards: one two three. Take one or two tablets.",
    "Temp 37.0-38.5, glucose 100-250, fluids 250-1000 mL, platelets 150-400.",
    "chemo: 5-FU 400 mg/m2, FOLFOX6 cycle 4, VP-16, MK-3475 200 mg.",
)


@pytest.mark.parametrize("text", MEDICINE)
def test_medicine_is_left_alone(text: str) -> None:
    """No rule for a structured identifier touches vitals, doses, codes or levels."""
    assert _found(_structured(), text) == []
    assert _found(_structured(), text.upper()) == []
