"""Values written apart, and the rows that clinicians write."""

from __future__ import annotations

import pytest

from harborward.text.canonical.apart import spaced, spelled
from harborward.text.canonical.tracked import Tracked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SSN 2 1 9 - 0 9 - 9 9 9 9.", "SSN 219-09-9999."),
        ("2 1 9  0 9  9 9 9 9", "219 09 9999"),
        ("1.2.3.4.5.6.7.8.9", "123456789"),
        ("2_1_9_-_0_9_-_9_9_9_9", "219-09-9999"),
        ("(3 1 3) 5 5 5-0 1 4 2", "(313)555-0142"),
        ("J o h n  S m i t h was", "John Smith was"),
        ("J o h n S m i t h was", "John Smith was"),
        ("D I S C H A R G E  S U M M A R Y", "DISCHARGE SUMMARY"),
        ("M R N 4 4 1 2 0 7 3", "MRN 4412073"),
        ("X Q H 8 8 3 9 2", "XQH88392"),
        ("a 2 1 9 0 9 9 9 9 9", "a 219099999"),
        ("J.o.h.n. .S.m.i.t.h", "John Smith"),
        ("! a J-a-n-e-t called", "! a Janet called"),
        ("2-1-9---0-9---9-9-9-9", "219-09-9999"),
        ("m . o k a @ x . o r g", "m.oka@x.org"),
        ("3 1 3  5 5 5-0 1 4 2", "313 555-0142"),
    ],
)
def test_values_are_joined(text: str, expected: str) -> None:
    """Seven digits or four letters in a row are one value."""
    assert spaced(Tracked(text)).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Pain 0 1 2 3 4 5 6 7 8 9 10",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16",
        "8 7 6 5 4 3 2 1 | 1 2 3 4 5 6 7 8",
        "1 2 3 4 5 6 7",
        "strength 5 5 4 5 5 5 4 5",
        "probing 3 2 3 3 2 4 3 2 3",
        "Apgars 8 and 9. L 4 5, L 4 L 5 S 1",
        "grades I II III IV V VI",
        "T 3 N 1 M 0 G 2 G 3 P 2 A 1",
        "Y N N Y N Y Y",
        "A B C D E",
        "p.r.n. b.i.d. q.a.m. a.c.h.s.",
        "5 x 3 x 2 cm, 1 - 2 x 3",
        "2 1 9 0 9 9",
        "10 9 3 7 1 8 2 6",
        "no rows",
        "3-1 2-4 5-6 7-8 9",
        "1 - 2 - 3 - 4 - 5 - 6 - 7",
    ],
)
def test_rows_stay(text: str) -> None:
    """Scales, charts, scores, answers, stages and abbreviations are no value."""
    assert spaced(Tracked(text)).text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("m.oka [at] x (dot) org", "m.oka@x.org"),
        ("a<AT>b{ dot }c", "a@b.c"),
        ("(at) noon", "(at) noon"),
        (" [at] x", " [at] x"),
    ],
)
def test_spelled_marks_between_words_become_marks(text: str, expected: str) -> None:
    """At and dot in brackets stand for the mark."""
    assert spelled(Tracked(text)).text == expected
