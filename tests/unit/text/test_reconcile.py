"""Claims become one account: nothing uncovered, no two overlapping, order without effect."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.reconcile import PRIORITY, reconcile

TEXT = "Mary Washington, of Houston (713) 555-0143; m.w@example.org -- " * 3


def claim(
    start: int,
    end: int,
    label: Label = Label.NAME,
    score: float = 0.8,
    *,
    detector: str = "a.v1",
    evidence: tuple[str, ...] = (),
) -> Finding:
    """Return a claim with what a test cares about."""
    return Finding(Span(start, end), label, score, detector, evidence)


def short(findings: tuple[Finding, ...]) -> list[tuple[int, int, str]]:
    """Return ranges and labels alone."""
    return [(f.span.start, f.span.end, f.label.value) for f in findings]


CLAIMS = st.lists(
    st.builds(
        lambda start, length, label, score, detector: claim(
            start, min(start + length, len(TEXT)), label, score, detector=detector
        ),
        st.integers(0, len(TEXT) - 1),
        st.integers(1, 30),
        st.sampled_from([Label.NAME, Label.LOCATION, Label.DATE, Label.EMAIL]),
        st.sampled_from([0.5, 0.7, 0.9]),
        st.sampled_from(["a.v1", "b.v1"]),
    ),
    max_size=12,
)


def covered(findings: object) -> set[int]:
    """Return every covered position."""
    return {i for f in findings for i in range(f.span.start, f.span.end)}  # type: ignore[attr-defined]


@settings(deadline=None)
@given(CLAIMS)
def test_every_character_stays_covered(claims: list[Finding]) -> None:
    """Without a text, the union is exactly kept."""
    assert covered(reconcile(claims)) == covered(claims)


@settings(deadline=None)
@given(CLAIMS)
def test_every_letter_and_digit_stays_covered(claims: list[Finding]) -> None:
    """With a text, separators may fall away at cuts, letters and digits never."""
    before, after = covered(claims), covered(reconcile(claims, TEXT))
    assert after <= before
    assert not any(TEXT[i].isalnum() for i in before - after)


@settings(deadline=None)
@given(CLAIMS)
def test_findings_stand_apart_and_in_order(claims: list[Finding]) -> None:
    """What follows can walk along them."""
    result = reconcile(claims, TEXT)
    assert all(a.span.end <= b.span.start for a, b in pairwise(result))


@settings(deadline=None)
@given(CLAIMS)
def test_touching_findings_differ_in_label(claims: list[Finding]) -> None:
    """Pieces of one label separated by nothing are one."""
    result = reconcile(claims, TEXT)
    assert all(a.label is not b.label for a, b in pairwise(result) if a.span.end == b.span.start)


@settings(deadline=None)
@given(CLAIMS)
def test_reconciling_again_changes_nothing(claims: list[Finding]) -> None:
    """Idempotent, with and without a text."""
    assert reconcile(reconcile(claims)) == reconcile(claims)
    assert reconcile(reconcile(claims, TEXT), TEXT) == reconcile(claims, TEXT)


@settings(deadline=None)
@given(CLAIMS, st.randoms())
def test_the_order_of_claims_does_not_matter(claims: list[Finding], chance: object) -> None:
    """Detectors may run in any order."""
    shuffled = list(claims)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert reconcile(shuffled, TEXT) == reconcile(claims, TEXT)


@settings(deadline=None)
@given(CLAIMS)
def test_a_label_was_claimed_by_someone(claims: list[Finding]) -> None:
    """No label appears where no claim of it lies."""
    for finding in reconcile(claims, TEXT):
        assert covered([finding]) <= covered([c for c in claims if c.label is finding.label])


def test_nothing_gives_nothing() -> None:
    """An empty text has no findings."""
    assert reconcile([]) == ()


def test_claims_apart_are_untouched() -> None:
    """The common case costs nothing."""
    claims = [claim(5, 9, evidence=("context",)), claim(0, 4)]
    assert reconcile(claims) == (claims[1], claims[0])


def test_the_higher_score_gives_the_label() -> None:
    """Confidence comes first."""
    claims = [claim(0, 5, Label.NAME, 0.6), claim(0, 5, Label.ORG, 0.7)]
    assert short(reconcile(claims)) == [(0, 5, "ORG")]


def test_among_equal_scores_the_longer_wins() -> None:
    """More context was read."""
    claims = [claim(0, 4, Label.NAME), claim(0, 9, Label.ORG)]
    assert short(reconcile(claims)) == [(0, 9, "ORG")]


def test_among_equals_the_more_specific_label_wins() -> None:
    """A fixed order, so that two runs agree."""
    claims = [claim(0, 9, Label.PHONE), claim(0, 9, Label.SSN)]
    assert short(reconcile(claims)) == [(0, 9, "SSN")]


def test_what_is_left_of_a_beaten_claim_stays_and_is_trimmed() -> None:
    """A given name stays where the surname became a place."""
    claims = [claim(0, 15, Label.NAME, 0.6), claim(5, 15, Label.LOCATION, 0.9)]
    assert short(reconcile(claims, TEXT)) == [(0, 4, "NAME"), (5, 15, "LOCATION")]


def test_a_rest_of_punctuation_is_dropped() -> None:
    """A comma identifies nobody."""
    claims = [claim(5, 15, Label.LOCATION, 0.9), claim(5, 16, Label.NAME, 0.6)]
    assert short(reconcile(claims, TEXT)) == [(5, 15, "LOCATION")]


def test_a_claim_on_punctuation_is_dropped() -> None:
    """It identifies nobody, alone or in a cluster."""
    assert reconcile([claim(15, 17)], TEXT) == ()
    assert reconcile([claim(15, 17), claim(16, 17, Label.ORG)], TEXT) == ()


def test_without_a_text_the_rest_stays_whole() -> None:
    """Who cannot see must cover."""
    claims = [claim(5, 15, Label.LOCATION, 0.9), claim(5, 16, Label.NAME, 0.6)]
    assert short(reconcile(claims)) == [(5, 15, "LOCATION"), (15, 16, "NAME")]


def test_a_beaten_claim_may_be_left_on_both_sides() -> None:
    """A strong claim in the middle splits a weak one."""
    claims = [claim(0, 27, Label.ORG, 0.5), claim(5, 15, Label.NAME, 0.9)]
    expected = [(0, 4, "ORG"), (5, 15, "NAME"), (17, 27, "ORG")]
    assert short(reconcile(claims, TEXT)) == expected


def test_overlapping_claims_of_one_label_become_one() -> None:
    """The union, at the higher score, with the evidence of both."""
    claims = [
        claim(0, 9, evidence=("x",)),
        claim(5, 15, score=0.9, detector="b.v1", evidence=("y",)),
    ]
    assert reconcile(claims, TEXT) == (
        claim(0, 15, score=0.9, detector="b.v1", evidence=("y", "x", "merged", "with:a.v1")),
    )


def test_an_address_beats_a_name_within_it() -> None:
    """The local part is no person of its own, however sure the name detector is."""
    start = TEXT.index("m.w@")
    address = claim(start, start + 15, Label.EMAIL, 0.6)
    assert short(reconcile([address, claim(start, start + 3, Label.NAME, 1.0)], TEXT)) == [
        (start, start + 15, "EMAIL")
    ]


def test_a_disputed_label_says_so() -> None:
    """Who shows a part of the value must know."""
    claims = [claim(0, 5, Label.LOCATION, 0.9), claim(3, 5, Label.NAME, 0.7)]
    assert reconcile(claims)[0].evidence == ("contested:NAME",)


def test_a_weak_dispute_is_not_worth_a_word() -> None:
    """Else a word list that knows every surname would dispute every town."""
    claims = [claim(0, 5, Label.LOCATION, 0.9), claim(3, 5, Label.NAME, 0.6)]
    assert reconcile(claims)[0].evidence == ()


def test_an_agreeing_detector_is_named() -> None:
    """Even where its claim added nothing."""
    claims = [claim(0, 5, score=0.9), claim(0, 4, score=0.6, detector="street.v1")]
    assert reconcile(claims)[0].evidence == ("with:street.v1",)


def test_the_order_of_priority_holds_every_label() -> None:
    """A new label needs a place."""
    assert sorted(PRIORITY) == sorted(Label)


def test_many_nested_claims_take_little_time() -> None:
    """A hostile text cannot make it quadratic: ten thousand claims, all overlapping."""
    claims = [claim(i, 20_000 - i, score=0.5 + i / 30_000) for i in range(9_999)]
    assert short(reconcile(claims)) == [(0, 20_000, "NAME")]
