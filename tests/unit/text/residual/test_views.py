"""Readings of an output lead back to where they were read."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harborward.domain.span import Span
from harborward.text.residual import views


def test_plain_letters_read_as_they_are() -> None:
    """The common case copies nothing."""
    assert views.plain("abc").text == "abc"


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("José", "Jose"),
        ("J\u200bohn", "John"),
        ("ﬁne", "fine"),
        ("\uff11\uff12", "12"),
        ("e\u0301", "e"),
    ],
)
def test_disguised_letters_read_as_what_they_are(text: str, reading: str) -> None:
    """Accents, invisible characters, ligatures, wide digits."""
    assert views.plain(text).text == reading


def test_a_span_leads_back_across_an_invisible_character() -> None:
    """The range covers what was skipped inside it."""
    view = views.plain("é J\u200bohn")
    start = view.text.index("John")
    assert view.span(start, start + 4) == Span(2, 7)


def test_a_span_leads_back_from_a_ligature() -> None:
    """Two letters of the reading are one of the text."""
    view = views.plain("aﬁb")
    assert (view.span(1, 2), view.span(2, 3), view.span(3, 4)) == (
        Span(1, 2),
        Span(1, 2),
        Span(2, 3),
    )


@settings(deadline=None)
@given(st.text(alphabet="aé\u200bﬁ\uff11 \n", min_size=1))
def test_every_position_leads_back_into_the_text(text: str) -> None:
    """And never backwards."""
    view = views.plain(text)
    spans = [view.span(at, at + 1) for at in range(len(view.text))]
    assert all(span.end <= len(text) for span in spans)
    assert spans == sorted(spans)


def readings(output: str) -> list[str]:
    """Return what was decoded beyond the plain reading."""
    return [view.text for view in views.of(output)][1:]


@pytest.mark.parametrize(
    ("output", "decoded"),
    [
        ("x\nJ&ouml;rg\ny", ["Jorg"]),
        ("a%20b", ["a b"]),
        ("fish & chips", []),
        ("95% today", []),
        ("&nosuch;", []),
        (base64.b64encode(b"John Smith 1").decode(), ["John Smith 1"]),
        (base64.b64encode(b"\xff\xfe\x00\x01\x02\x03\x04\x05\x06").decode(), []),
        (base64.b64encode(b"\x01\x02\x03\x04\x05\x06\x07\x08\x09").decode(), []),
        ("Electroencephalography", []),
        ("ELECTROENCEPHALOGRAPHY", []),
        ("ElectroEncephaloGraphy1", []),
    ],
)
def test_encodings_are_undone(output: str, decoded: list[str]) -> None:
    """HTML, percent, base64; and nothing is made up."""
    assert readings(output) == decoded


def test_a_line_is_decoded_once() -> None:
    """However many entities stand in it."""
    assert readings("&lt;&gt;\n&lt;") == ["<>", "<"]


def test_a_decoded_view_points_to_its_line() -> None:
    """Finer is not known."""
    view = list(views.of("x\na%20b\ny"))[1]
    assert view.span(0, 1) == Span(2, 7)


def test_a_decoded_run_of_base64_points_to_the_run() -> None:
    """Where to look is where it stands."""
    run = base64.b64encode(b"John Smith 1").decode()
    view = list(views.of(f"x {run} y"))[1]
    assert view.span(0, 4) == Span(2, 2 + len(run))
