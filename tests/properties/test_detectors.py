"""Laws of the detectors that hold for every text: none raises, none reaches outside."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harborward.domain.identifier import Label
from harborward.domain.phi import Phi
from harborward.domain.span import Finding, Span
from harborward.text import rules
from harborward.text.blocks import AddressBlocks
from harborward.text.fuse import Fusion
from harborward.text.known import Known
from harborward.text.lexicon import shipped
from harborward.text.passage import Passage
from harborward.text.propagate import Propagation
from harborward.text.rule_detector import RuleDetector
from worlds.lexicon import labels, organisations, people, places

if TYPE_CHECKING:
    from harborward.text.detector import Detector, Follower

#: What the detectors look for, what looks like it, and what no detector expects.
PIECES = (
    "Dr. ",
    "Mr. Okonkwo",
    "Maria",
    "de la ",
    "DELGADO, ROSA M",
    "J. ",
    "wife ",
    "named ",
    "Foley catheter",
    "Jackson-Pratt",
    "lives in ",
    "Springfield",
    ", Ohio ",
    "County",
    "Mercy Hospital",
    " LLC",
    "works at ",
    "Patient: ",
    "cc:",
    "| RN |",
    "\t",
    "|",
    "\n",
    "-\n",
    "123 ",
    "62704-1234",
    "Suite 4",
    "MRN 00123",
    "typed by ab",
    "GW/tlk",
    '"Jo"',
    "(Bob)",
    "'s ",
    "and ",
    "dee 06:58: ",
    "/",
    ":",
    ".",
    " ",
    "\u0130",
    "\ud800",
    "\u200b",
    "\u00e9",
)
TEXTS = st.one_of(
    st.text(st.characters(), max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=24).map("".join).map(lambda text: text[:200]),
)
FUZZ = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.differing_executors]
)
DETECTORS = ("people", "places", "organisations", "labels", "rules", "known")
FOLLOWERS = ("blocks", "propagation")


@cache
def detector(name: str) -> Detector | Known:
    """Return a detector by name, built once."""
    if name == "rules":
        return RuleDetector(rules.shipped())
    if name == "known":
        return Known((Phi("Rosa Delgado"),), ((Label.MRN, Phi("00123")),))
    ours = {"people": people, "places": places, "organisations": organisations, "labels": labels}
    return ours[name]()


@cache
def follower(name: str) -> Follower:
    """Return a follower by name, built once."""
    if name == "blocks":
        return AddressBlocks(shipped(), {"627": "IL"})
    return Propagation(shipped())


@st.composite
def accepted(draw: st.DrawFn) -> tuple[str, list[Finding]]:
    """Draw a text with findings of the kinds that followers read."""
    text = draw(TEXTS.filter(bool))
    findings = []
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        label = draw(st.sampled_from([Label.NAME, Label.ORG, Label.LOCATION, Label.DATE]))
        name = draw(st.sampled_from(["street.v1", "unit.v1", "people.v1"]))
        findings.append(Finding(Span(start, end), label, 0.8, name))
    return text, findings


@pytest.mark.parametrize("name", DETECTORS)
@FUZZ
@given(text=TEXTS)
def test_no_text_breaks_a_detector(name: str, text: str) -> None:
    """Whatever the text, a detector answers, and its spans lie inside the text."""
    found = detector(name).find(Passage(text))
    assert all(finding.span.end <= len(text) for finding in found)


@pytest.mark.parametrize("name", FOLLOWERS)
@FUZZ
@given(case=accepted())
def test_no_text_breaks_a_follower(name: str, case: tuple[str, list[Finding]]) -> None:
    """Whatever was accepted in a text, a follower answers, and its spans lie inside it."""
    text, findings = case
    found = follower(name).find(Passage(text), findings)
    assert all(finding.span.end <= len(text) for finding in found)


@FUZZ
@given(case=accepted())
def test_fusion_only_takes_away(case: tuple[str, list[Finding]]) -> None:
    """Fusion makes no claim of its own: what stands was claimed."""
    text, findings = case
    assert all(f in findings for f in Fusion(shipped()).accept(Passage(text), findings))
