"""The rules for dates, ages over 89 and places: their own examples, and what they share."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Final

import pytest

from harborward.domain.identifier import Label
from harborward.text.passage import Passage
from harborward.text.rule_detector import RuleDetector
from harborward.text.rules import Rule, load

MARKED: Final = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
#: A repeat without an upper bound outside a character class: ``*``, ``+`` or ``{2,}``.
UNBOUNDED: Final = re.compile(r"(?<![\\(\[])(?<!\\\\)(?<!\})[*+](?![^\[]*\])|\{\d+,\}")
THRESHOLD: Final = 0.5


def rules_of(name: str) -> list[Rule]:
    """Return the rules of one shipped file."""
    path = files("harborward.text") / "data" / "rules" / f"{name}.toml"
    return load(path.read_text("utf-8"), path.name)


RULES: Final = tuple(rule for name in ("date", "age", "location") for rule in rules_of(name))
EVERY_RULE: Final = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def surfaces(detector: RuleDetector, text: str) -> list[str]:
    """Return what is found, in the order of the text."""
    found = sorted({finding.span for finding in detector.find(Passage(text))})
    return [text[span.start : span.end] for span in found]


def covered(text: str, label: Label) -> list[str]:
    """Return the outermost findings of a label over all rules, as a reader would see them."""
    spans = sorted(
        {
            (finding.span.start, -finding.span.end)
            for finding in RuleDetector(RULES).find(Passage(text))
            if finding.label is label and finding.score >= THRESHOLD
        }
    )
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if not kept or -end > kept[-1][1]:
            kept.append((start, -end))
    return [text[start:end] for start, end in kept]


@EVERY_RULE
def test_a_rule_finds_its_examples(rule: Rule) -> None:
    """Exactly the marked values are found."""
    detector = RuleDetector([rule])

    found = [surfaces(detector, MARKED.sub(r"\1", example)) for example in rule.find]

    assert found == [MARKED.findall(example) for example in rule.find]


@EVERY_RULE
def test_a_rule_ignores_its_counter_examples(rule: Rule) -> None:
    """Nothing is found where nothing should be."""
    detector = RuleDetector([rule])

    assert [surfaces(detector, example) for example in rule.ignore] == [[]] * len(rule.ignore)


@EVERY_RULE
def test_a_rule_has_examples_and_bounds(rule: Rule) -> None:
    """Three examples to find, two to ignore, and no repeat without an end."""
    assert len(rule.find) >= 3
    assert len(rule.ignore) >= 2
    assert not UNBOUNDED.search(re.sub(r"\[(?:\\.|[^\]\\])*\]", "X", rule.pattern))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DOB: 031424, DOS 14/03/24", ["031424", "14/03/24"]),
        ("Admitted 3/14/24 at 0815, D/C 3/16", ["3/14/24 at 0815", "3/16"]),
        ("D: 3/14 T: 3/15", ["3/14", "3/15"]),
        ("from 3/14/24 to 3/16/24.", ["3/14/24 to 3/16/24"]),
        ("from 2024-03-14 to 2024-03-16", ["2024-03-14 to 2024-03-16"]),
        ("March 14, 2024 to April 2, 2024", ["March 14, 2024 to April 2, 2024"]),
        ("the twenty-first of June", ["twenty-first of June"]),
        ("seen Tuesday, March 14 and Tue 3/21", ["Tuesday, March 14", "Tue 3/21"]),
        ("on 3/1, 3/5 and 3/9", ["3/1", "3/5", "3/9"]),
        ("week of March 3", ["March 3"]),
        ("well until last November, worse since Jan '24", ["November", "Jan '24"]),
        ("march fourteenth twenty twenty four", ["march fourteenth twenty twenty four"]),
        ("3/2019 to 5/2020", ["3/2019 to 5/2020"]),
        ("March through May", ["March through May"]),
    ],
)
def test_a_date_is_one_span(text: str, expected: list[str]) -> None:
    """Weekday, year, clock time and both ends of a range belong to it."""
    assert covered(text, Label.DATE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "strength 4/5 in both arms, pain 7/10, vision 20/40",
        "BP 120/80, 110-130/70-80, HR 98, T 98.6",
        "1/2 tablet q.4h., 2 to 3 days, 3-4-5 cm, L4-5, C5-6",
        "Percocet 5/325, insulin 70/30, D5 1/2 NS",
        "ICD E11.9, 250.00, version 1.2.3, Na 135-145",
        "call 555-0142 or 1-800-555-0142",
        "in 2019, during the 1990s, at 8:15 am, for 24 hours",
        "she may go, they march on, MAY HAVE 2 MORE",
        "2/6 systolic murmur, GCS 10/15, MMSE 28/30, Apgars 8/9",
        "3/17 lymph nodes positive",
        "the 5th rib and the 3rd toe",
    ],
)
def test_what_only_looks_like_a_date_is_left(text: str) -> None:
    """Scores, doses, sizes, levels, codes, numbers and bare years are no dates."""
    assert covered(text, Label.DATE) == []


def test_a_bare_weekday_stays_below_the_threshold() -> None:
    """It is reported, for a stricter policy to take."""
    found = RuleDetector(RULES).find(Passage("seen on Tuesday."))

    assert [finding.score < THRESHOLD for finding in found] == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 94-year-old woman", ["94"]),
        ("94F with CHF; Age: 101", ["94", "101"]),
        ("ninety-four-year-old, in her 90s", ["ninety-four", "90s"]),
        ("one hundred and two years old", ["one hundred and two"]),
        ("an 89-year-old, temp 98 F, 94% on RA, 92 kg, HR 98, BP 110/90", []),
        ("age 90 or older", []),
    ],
)
def test_only_ages_over_89_are_found(text: str, expected: list[str]) -> None:
    """The span is the number, so that a category can stand in its place."""
    assert covered(text, Label.AGE_OVER_89) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 Elm Street, Springfield, IL 62704", ["12 Elm Street", "Springfield", "62704"]),
        ("PO Box 44, Dayton OH 45402-1234", ["PO Box 44", "Dayton", "45402-1234"]),
        ("350 Fifth Ave., Suite 12", ["350 Fifth Ave., Suite 12"]),
        ("lives at 8801 n 43rd ave apt 207 glendale 85302", None),
        ("corner of Elm and 5th", ["Elm and 5th"]),
        ("2 mm ST elevation, 64 slice CT, 5 mg PO, route 3", []),
    ],
)
def test_a_place_is_its_parts(text: str, expected: list[str] | None) -> None:
    """Street, town and ZIP code are spans of their own; the state is left alone."""
    found = covered(text, Label.LOCATION)

    assert found == (expected or found)
    assert all("IL" not in surface for surface in found)
