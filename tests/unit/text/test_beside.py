"""What stands beside an accepted finding and belongs to it."""

from __future__ import annotations

import pytest

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.beside import Companions
from harborward.text.lexicon import shipped
from harborward.text.passage import Passage


def _found(
    text: str, *accepted: str, label: Label, score: float = 0.9, detector: str = "rule.v1"
) -> list[str]:
    findings = []
    for surface in accepted:
        start = text.index(surface)
        findings.append(Finding(Span(start, start + len(surface)), label, score, detector))
    claims = Companions(shipped()).find(Passage(text), findings)
    assert all(claim.label is label for claim in claims)
    return [text[start:end] for start, end in sorted({(c.span.start, c.span.end) for c in claims})]


@pytest.mark.parametrize(
    ("text", "accepted", "days"),
    [
        pytest.param("off 14th, 15th or Easter", "Easter", ["14th", "15th"], id="list"),
        pytest.param("the third or the 4th.", "4th", ["third"], id="article"),
        pytest.param("from the 4th to the fifth.", "4th", ["fifth"], id="words"),
        pytest.param("May 4 and 5th. Then", "May 4", ["5th"], id="behind"),
        pytest.param("4/1   4/2   4/3   4/5", "4/2", ["4/1", "4/3"], id="row"),
        pytest.param("4/30 | 5/1 | 5/2", "5/1", ["4/30", "5/2"], id="row-over-a-month"),
        pytest.param("12/31  1/1", "12/31", ["1/1"], id="row-over-a-year"),
        pytest.param("the 3rd - the 4th.", "3rd", ["4th"], id="dash-and-article"),
    ],
)
def test_days_that_are_joined_to_a_date(text: str, accepted: str, days: list[str]) -> None:
    """From one day to the next, as far as they are joined."""
    assert _found(text, accepted, label=Label.DATE) == days


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("May 4 and 5th metatarsal", id="bone"),
        pytest.param("May 4 with 5th dose.", id="not-joined"),
        pytest.param("May 4, second degree block", id="degree"),
        pytest.param("May 4  3/5  4/5", id="strengths"),
        pytest.param("1st, May 4 she came", id="dose-before-a-whole-date"),
        pytest.param("First - May 4", id="order-before-a-whole-date"),
    ],
)
def test_ordinals_that_are_no_days(text: str) -> None:
    """An ordinal with a noun of its own is none."""
    assert _found(text, "May 4", label=Label.DATE) == []


def test_scores_in_a_row_are_no_days() -> None:
    """Only the day before or after goes along."""
    assert _found("4/5  5/5  3/5  2/2", "4/5", label=Label.DATE) == []


@pytest.mark.parametrize(
    ("text", "accepted", "whole"),
    [
        pytest.param("||OKAFOR^ADA^M||", "OKAFOR", ["OKAFOR^ADA^M"], id="behind"),
        pytest.param("||OKAFOR^ADA||", "ADA", ["OKAFOR^ADA"], id="before"),
        pytest.param("||OKAFOR^^||", "OKAFOR", [], id="empty-parts"),
        pytest.param("||OKAFOR^JOSÉ^M||", "OKAFOR", ["OKAFOR^JOSÉ^M"], id="accent"),
        pytest.param("||MUÑOZ^ADA||", "ADA", ["MUÑOZ^ADA"], id="accent-before"),
        pytest.param("||OKAFOR^MARY ANN^M||", "OKAFOR", ["OKAFOR^MARY ANN^M"], id="two-words"),
        pytest.param("||OKAFOR^ADA^MARIE||", "MARIE", ["OKAFOR^ADA^MARIE"], id="two-before"),
    ],
)
def test_carets_join_the_parts_of_a_name(text: str, accepted: str, whole: list[str]) -> None:
    """As HL7 v2 writes a person."""
    assert _found(text, accepted, label=Label.NAME) == whole


@pytest.mark.parametrize(
    ("text", "accepted", "initials"),
    [
        pytest.param("ek = Elsa Kwart\n0800  ek  H", "Elsa Kwart", ["ek", "ek"], id="equals"),
        pytest.param("ek = Elsa Kwart\n0800  ek  H", "ek = Elsa Kwart", ["ek", "ek"], id="whole"),
        pytest.param("Elsa Kwart RN (EK)\nseen, EK", "Elsa Kwart", ["EK", "EK"], id="brackets"),
        pytest.param("mcv Mia C. Vald\nOR2  mcv", "Mia C. Vald", ["mcv", "mcv"], id="three"),
        pytest.param("Lo Saechao\n1030 4.4C Lo / Lo level", "Lo Saechao", ["Lo"], id="short"),
        pytest.param("pm = Pia Mork\n3 pm\n2.1  149  pm\n", "Pia Mork", ["pm", "pm"], id="word"),
        pytest.param("xy = Elsa Kwart\nxy", "Elsa Kwart", [], id="other-initials"),
        pytest.param("done by Bea Young", "Bea Young", [], id="word-before"),
        pytest.param("RN Rosa Nunez, RN", "Rosa Nunez", [], id="title-before"),
        pytest.param("Paul Adams (PA), in PA", "Paul Adams", [], id="title-in-brackets"),
        pytest.param("Vera Adams (VA), at VA", "Vera Adams", [], id="state-in-brackets"),
        pytest.param("Dr. Elsa Kwart (EK)\nEK", "Dr. Elsa Kwart", ["EK", "EK"], id="title-inside"),
        pytest.param("Elsa Kwart (EK) EK-4417 4-EK", "Elsa Kwart", ["EK"], id="code"),
        pytest.param("Kwart\nek", "Kwart", [], id="one-name"),
    ],
)
def test_a_legend_gives_initials(text: str, accepted: str, initials: list[str]) -> None:
    """Initials that are words are claimed in fields of their own only."""
    assert _found(text, accepted, label=Label.NAME) == initials


@pytest.mark.parametrize(
    ("text", "accepted", "whole"),
    [
        pytest.param("fistula 4T0S11827 ran", "11827", ["4T0S11827"], id="front"),
        pytest.param("fistula 4T0S11827 ran", "4T0", ["4T0S11827"], id="back"),
        pytest.param("fistula 4T0S11827 ran", "4T0S11827", [], id="whole-already"),
        pytest.param("fistula A-11827 ran", "11827", [], id="hyphen"),
        pytest.param("MRN0042217 ran", "0042217", [], id="label-before"),
        pytest.param("Record number\n00421778", "00421778", [], id="line-before"),
    ],
)
def test_a_number_is_found_whole(text: str, accepted: str, whole: list[str]) -> None:
    """A run of letters and digits is one number."""
    assert _found(text, accepted, label=Label.DEVICE) == whole


@pytest.mark.parametrize(
    ("text", "accepted", "whole"),
    [
        pytest.param("level CU-5340-39, up", "39", ["CU-5340-39"], id="front"),
        pytest.param("level CU-5340-39, up", "CU", ["CU-5340-39"], id="back"),
        pytest.param("heart AKLM402-HR, liver", "AKLM402", ["AKLM402-HR"], id="letters"),
        pytest.param("heart AKLM402-based, liver", "AKLM402", [], id="word"),
        pytest.param("Medicare-5340 card", "5340", [], id="word-before"),
        pytest.param("Record number\n00421778", "00421778", [], id="line-before"),
    ],
)
def test_a_number_of_the_model_goes_on_over_hyphens(
    text: str, accepted: str, whole: list[str]
) -> None:
    """Rules say themselves where their numbers end."""
    found = _found(text, accepted, label=Label.DEVICE, detector="model.v1")
    assert found == whole


def test_a_weak_name_gives_no_initials() -> None:
    """Below the bound a claim speaks for itself alone."""
    assert _found("ek = Elsa Kwart", "Elsa Kwart", label=Label.NAME, score=0.5) == []
