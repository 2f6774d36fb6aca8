"""Lines broken at a margin are made whole; lines of their own stay."""

from __future__ import annotations

import pytest

from harborward.domain.span import Span
from harborward.text.canonical import canonicalise
from harborward.text.canonical.tracked import Tracked
from harborward.text.canonical.wrapped import wrapped

LETTER = (
    "The patient is a pleasant retired carpenter who was sent by Maria\n"
    "Delgado for a second opinion about his knee, which has swollen on\n"
    "and off since spring and now keeps him from climbing the ladder."
)


def _whole(text: str) -> str:
    return wrapped(Tracked(text)).text


def test_a_name_broken_at_the_margin_becomes_one() -> None:
    """The blank at the margin takes the place of the break, so the name reads on."""
    assert "by Maria Delgado for" in _whole(LETTER)


def test_each_paragraph_stands_for_itself() -> None:
    """A form above a letter keeps its lines."""
    form = "Diet: regular\nActivity: as tolerated\nFollow up: two weeks"
    assert _whole(f"{form}\n\n{LETTER}") == f"{form}\n\n{_whole(LETTER)}"


def test_an_indent_goes_with_its_break() -> None:
    """An indented letter reads on with one blank."""
    indented = LETTER.replace("\n", "\n  ")
    assert "by Maria Delgado for" in _whole(indented)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        pytest.param("Dr. Okonk-\nwo called.", "Dr. Okonkwo called.", id="a-word-is-joined"),
        pytest.param("SSN 078-05-\n1120", "SSN 078-05-1120", id="a-number-keeps-its-hyphen"),
        pytest.param("aged ninety-\n  one", "aged ninety-one", id="tens-keep-their-hyphen"),
        pytest.param("Ms. Major-\nDunne", "Ms. Major-Dunne", id="a-double-name-keeps-it"),
        pytest.param("vitamin D-\ndeficient", "vitamin D-deficient", id="a-letter-keeps-it"),
        pytest.param("Plan:\n-\nrest", "Plan:\n-\nrest", id="a-dash-alone-joins-nothing"),
    ],
)
def test_a_hyphen_at_a_margin(broken: str, whole: str) -> None:
    """Whatever a hyphen joins reads on; it goes where it only broke a word."""
    assert _whole(broken) == whole


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("one line\n", id="one-line"),
        pytest.param("a\nb\nc\nd", id="narrow"),
        pytest.param("\n\n\n", id="blank-lines"),
        pytest.param(f"{'word ' * 30}\n{'word ' * 30}\n{'word ' * 30}", id="wide"),
        pytest.param(LETTER.replace("\nDel", "\n- Del").replace("\nand", "\n* and"), id="list"),
        pytest.param(LETTER.replace("\nand", "\nPlan: and"), id="label"),
        pytest.param(LETTER.replace("\nand", "\nand\t"), id="column"),
        pytest.param(
            f"{'x' * 60} end\nshort\nlines\nfollow\nof a form\nwhatever{'x' * 60}\nand more",
            id="few-margin-breaks",
        ),
    ],
)
def test_what_was_not_wrapped_stays(text: str) -> None:
    """Forms, lists, tables, short lines and long paragraphs keep their breaks."""
    assert _whole(text) == text


def test_offsets_lead_back() -> None:
    """A name found across the margin points at both lines of the original."""
    canonical = canonicalise(LETTER)
    start = canonical.text.index("Maria Delgado")
    span = canonical.origin(Span(start, start + len("Maria Delgado")))
    assert LETTER[span.start : span.end] == "Maria\nDelgado"
