"""The rule engine: anchors, context, checks, leads and the files it reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from harborward.domain.errors import PluginError
from harborward.domain.identifier import Label
from harborward.text.detector import Detector
from harborward.text.passage import Passage
from harborward.text.rule_detector import RuleDetector
from harborward.text.rules import Rule, load, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping


def _rule(pattern: str, **fields: object) -> Rule:
    given: Mapping[str, object] = {"name": "t.v1", "score": 0.8, "source": "a test", **fields}
    return Rule(label=Label.OTHER_ID, pattern=pattern, **given)  # type: ignore[arg-type]


def _texts(text: str, *rules: Rule) -> list[str]:
    findings = RuleDetector(rules).find(Passage(text))
    return [text[f.span.start : f.span.end] for f in findings]


def test_is_a_detector() -> None:
    """The engine fits the seam that guests use."""
    assert isinstance(RuleDetector([]), Detector)


def test_word_anchor_stands_at_whole_words_of_any_case() -> None:
    """A word anchors at its own token alone, in any case, glued to digits or not."""
    rule = _rule(r"mrn[ ]?(?P<value>[0-9]{3})", words=("mrn",))
    assert _texts("MRN 123 mrns 456 xmrn 789 mrn012", rule) == ["123", "012"]


def test_digit_anchor_wants_the_length_and_no_letter_before() -> None:
    """A run of digits anchors by its length, unless a letter is glued before it."""
    rule = _rule(r"[0-9]{1,9}", digits=(3, 4))
    assert _texts("12 123 1234 12345 A123 12.345", rule) == ["123", "1234", "345"]


def test_mixed_anchor_wants_letters_and_digits() -> None:
    """A run of both kinds anchors, at the end of the text too; one kind alone does not."""
    rule = _rule(r"[a-z0-9]{1,9}", mixed=(3, 5))
    assert _texts("abc 123 a12 abc123 12ab3", rule) == ["a12", "12ab3"]


def test_longest_run_catches_all_beyond() -> None:
    """A run longer than the table is treated as the longest."""
    rule = _rule(r"[0-9]{1,80}", digits=(60, 99))
    assert _texts("7" * 80, rule) == ["7" * 80]


def test_a_gate_spares_the_search() -> None:
    """What the gate does not let through is not searched around."""
    rule = _rule(r"[A-Z]{2,9}[ ][0-9]{2}", digits=(2, 2), reach=20, gate=r"(?<=[AEIOU]\s)[0-9]")
    assert _texts("ZORVA 12, ZORV 34", rule) == ["ZORVA 12"]


def test_char_anchor_searches_around() -> None:
    """A character anchor finds what holds it, each once, and nothing that does not."""
    rule = _rule(r"(?<!\w)\w{1,9}@\w{1,9}", chars="@")
    assert _texts("a@b and cc@dd, e @ f, gg@hh", rule) == ["a@b", "cc@dd", "gg@hh"]


def test_search_skips_a_match_that_ends_before_its_anchor() -> None:
    """What stands wholly before the anchor does not count as found there."""
    rule = _rule(r"(?<!\w)[a-z]{2}(?:\.com)?(?!\w)", words=("com",), reach=20)
    assert _texts("zz yy.com", rule) == ["yy.com"]


def test_search_does_not_start_beyond_its_anchor() -> None:
    """What starts after the anchor does not count as found there."""
    rule = _rule(r"@[0-9]", chars="#", reach=5)
    assert _texts("# @1", rule) == []


def test_dense_anchors_are_cleared_once() -> None:
    """A failed search clears its stretch, and a match further on is still found."""
    rule = _rule(r"(?<!\w)\w{1,9}@\w{1,9}", chars="@", reach=30)
    assert _texts("@ " * 400 + "a@b", rule) == ["a@b"]


def test_follow_reads_the_shape_behind_an_anchor() -> None:
    """A pattern over digits, capitals and small letters, three characters at most."""
    rule = _rule(r"[0-9]{2}.{0,4}", digits=(2, 2), follow="-9|[ ]Aa")
    assert _texts("12-3, 12 Elm, 12 elm, 12-x", rule) == ["12-3, ", "12 Elm"]


def test_first_wants_a_run_to_start_so() -> None:
    """Of the runs of digits, those that start with one of these are tried."""
    assert _texts("91 19 23", _rule(r"[0-9]{2}", digits=(2, 2), first="92")) == ["91", "23"]


def test_back_matches_where_the_token_starts() -> None:
    """A rule may go back over shapes to the start of a token, no further than its reach."""
    rule = _rule(r"[A-Z-]{1,9}[0-9]{2}", digits=(2, 2), reach=4, back="A-")
    assert _texts("AB-12 -34 ABCDE-56 x-78", rule) == ["AB-12", "-34", "CDE-56", "-78"]
    assert _texts("AB-12", _rule(r"[A-Z-]{3}", digits=(2, 2), reach=4, back="A-")) == []


def test_a_gate_forgets_rather_than_grow() -> None:
    """Texts made to differ around every anchor find what they hold, and fill no memory."""
    rule = _rule(r"[0-9]", digits=(1, 1), preceded="a", follow="a")
    around = "".join(f"{chr(0x4E00 + i)}1{chr(0x4E00 + i)}" for i in range(9000))
    assert _texts(f"\u20ac1b{around}", rule) == []
    assert _texts(f"\u20ac1b{around}", replace(rule, preceded="")) == ["1"]


def test_a_gate_remembers_no_word_of_a_text() -> None:
    """What is kept of the surroundings of an anchor is shapes, and words that rules name."""
    detector = RuleDetector([_rule(r"[0-9]{2}", digits=(2, 2), then=frozenset({"of"}))])
    assert detector.find(Passage("Zorva 12 Okonkwo, 13 of")) != []
    gate = detector._by_run[2]["1"]
    assert {following for _, _, following in gate.passed} == {"", "of"}


def test_preceded_wants_a_character_before() -> None:
    """A rule may ask for what stands right before its anchor, but not before the text."""
    rule = _rule(r"com", words=("com",), preceded=".")
    assert _texts("com x.com /com", rule) == ["com"]


def test_lead_is_taken_in() -> None:
    """Up to two leading characters belong to the value; none stand before the text."""
    rule = _rule(r"[0-9]{3}", digits=(3, 3), lead="+(")
    assert _texts("123 (456 ++(789", rule) == ["123", "(456", "+(789"]


def test_rule_does_not_start_inside_its_own_match() -> None:
    """A match that holds further anchors is reported once, whole."""
    rule = _rule(r"one(?:[ ]one){0,9}", words=("one",))
    assert _texts("one one one", rule) == ["one one one"]


def test_every_value_group_is_found() -> None:
    """Groups named value are found each; one that took no part is not."""
    rule = _rule(r"id[ ](?P<value>\d{1,3})(?:,(?P<valuenext>\d{1,3}))?", words=("id",))
    assert _texts("id 1,2; id 3", rule) == ["1", "2", "3"]


def test_empty_value_is_not_found() -> None:
    """A value group that matched nothing makes no finding."""
    assert _texts("id", _rule(r"id(?P<value>\d{0,3})", words=("id",))) == []


def test_context_raises_the_score() -> None:
    """A context word near by raises the score and is named as evidence."""
    rule = _rule(
        r"\d{4}", digits=(4, 4), context=frozenset({"badge"}), context_score=0.9, score=0.3
    )
    detector = RuleDetector([rule])
    near = detector.find(Passage("badge is 1234"))
    far = detector.find(Passage("badge" + " " * 80 + "1234"))
    assert [(f.score, f.evidence) for f in near] == [(0.9, ("pattern", "context"))]
    assert [(f.score, f.evidence) for f in far] == [(0.3, ("pattern",))]


def test_without_score_nothing_is_claimed() -> None:
    """A rule that lives by its context says nothing without it."""
    rule = _rule(
        r"\d{4}", digits=(4, 4), context=frozenset({"badge"}), context_score=0.9, score=0.0
    )
    assert _texts("1234", rule) == []


def test_deny_silences() -> None:
    """A deny word near by silences the rule."""
    rule = _rule(r"\d{4}", digits=(4, 4), deny=frozenset({"dose"}))
    assert _texts("dose 1234", rule) == []
    assert _texts("code 1234", rule) == ["1234"]


def test_check_raises_the_score_of_a_value() -> None:
    """A check digit that holds raises the score; one that fails leaves it."""
    rule = _rule(r"npi[ ](?P<value>\d{10})", words=("npi",), check="npi", check_score=0.95)
    findings = RuleDetector([rule]).find(Passage("npi 1234567893 npi 1234567890"))
    assert [(f.score, f.evidence) for f in findings] == [
        (0.95, ("pattern", "check:npi")),
        (0.8, ("pattern",)),
    ]


def test_required_check_silences() -> None:
    """Where the check is required, a failing number is not claimed; the whole match is read."""
    rule = _rule(r"\d{10}", digits=(10, 10), check="npi", check_required=True)
    assert _texts("1234567893 1234567890", rule) == ["1234567893"]


def test_case_counts_only_where_told() -> None:
    """Patterns ignore case unless the rule says otherwise."""
    loose = _rule(r"ab\d", mixed=(3, 3))
    strict = _rule(r"AB\d", mixed=(3, 3), case_sensitive=True)
    assert _texts("Ab1", loose) == ["Ab1"]
    assert _texts("Ab1 AB2", strict) == ["AB2"]


def test_finding_names_rule_and_label() -> None:
    """A finding carries the rule's name and label."""
    [finding] = RuleDetector([_rule("abc", words=("abc",))]).find(Passage("abc"))
    assert (finding.detector, finding.label) == ("t.v1", Label.OTHER_ID)


MINIMAL = """
[fragments]
three = "[0-9]{3}"
twice = "<<three>>-<<three>>"
[[rule]]
name = "a.v1"
label = "MRN"
pattern = '''mrn <<is>> (?P<value><<twice>>)'''
score = 0.9
source = "a test"
words = ["mrn"]
context = ["x"]
"""


def test_load_inserts_fragments() -> None:
    """A file's fragments may use each other, and stand beside the shared ones."""
    [rule] = load(MINIMAL, "a.toml")
    assert rule.words == ("mrn",)
    assert rule.context == frozenset({"x"})
    assert _texts("MRN no.: 123-456", rule) == ["123-456"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (('source = "a test"', 'colour = "red"\nsource = "a test"'), "unknown keys"),
        (('source = "a test"', ""), "lacks"),
        (("<<twice>>)", "<<thrice>>)"), "undefined fragment"),
        (('"<<three>>-<<three>>"', '"<<twice>>"'), "undefined fragment"),
        (('words = ["mrn"]', ""), "exactly one anchor"),
        (('words = ["mrn"]', 'words = ["mrn"]\nchars = "@"'), "exactly one anchor"),
        (('words = ["mrn"]', 'words = ["mrn"]\ncheck = "nope"'), "unknown check"),
    ],
)
def test_load_refuses(change: tuple[str, str], complaint: str) -> None:
    """A malformed rule is refused, by file and rule, before anything runs."""
    with pytest.raises(PluginError, match=complaint):
        load(MINIMAL.replace(*change), "a.toml")


def test_load_of_nothing_is_nothing() -> None:
    """A file without rules gives none."""
    assert load("", "a.toml") == []


def test_shipped_rules_are_there() -> None:
    """The package carries its rules."""
    assert len(shipped()) > 100
