"""Findings out, placeholders in, and an exact account."""

from __future__ import annotations

import pytest

from harborward.domain.crosswalk import Crosswalk
from harborward.domain.errors import DetectorError
from harborward.domain.identifier import Label
from harborward.domain.phi import Phi
from harborward.domain.policy import Operator
from harborward.domain.span import Finding, Span
from harborward.text.replace import replace
from worlds.draws import SeededDraws, StuckDraws
from worlds.notes import masked, note, policy, shown

YEAR = policy(DATE=Operator.YEAR)
AGE = policy(AGE_OVER_89=Operator.AGE_90)
ZIP3 = policy(LOCATION=Operator.ZIP3)
TAG = policy(Operator.TAG)
SURROGATE = policy(Operator.SURROGATE)


def test_redact_leaves_the_label() -> None:
    """The reader still knows what stood there."""
    assert shown("Mr. {{NAME|Smith}}, SSN {{SSN|078-05-1120}}.") == "Mr. [NAME], SSN [SSN]."


def test_a_text_without_findings_is_unchanged() -> None:
    """Nothing in, nothing out."""
    assert shown("No acute distress.") == "No acute distress."


def test_an_empty_text_stays_empty() -> None:
    """Documents may be."""
    assert shown("") == ""


def test_tags_tell_values_apart() -> None:
    """The same value the same number, whatever its case, space or layout."""
    assert (
        shown(
            "{{NAME|John Smith}} and {{NAME|JOHN  SMITH}} and {{NAME|Jones}}, "
            "{{PHONE|(212) 555-0143}} or {{PHONE|212.555.0143}}",
            TAG,
        )
        == "[NAME-1] and [NAME-1] and [NAME-2], [PHONE-1] or [PHONE-1]"
    )


def test_tags_go_on_in_the_next_text_of_a_crosswalk() -> None:
    """One crosswalk serves a conversation."""
    crosswalk = Crosswalk()
    first = shown("{{NAME|Smith}}", TAG, crosswalk)
    assert (first, shown("{{NAME|Jones}} {{NAME|Smith}}", TAG, crosswalk)) == (
        "[NAME-1]",
        "[NAME-2] [NAME-1]",
    )


def test_a_tag_in_the_text_is_not_given_out_again() -> None:
    """Otherwise two people would share it."""
    assert shown("[NAME-1] saw {{NAME|Smith}}", TAG) == "[NAME-1] saw [NAME-2]"


def test_a_date_leaves_its_year() -> None:
    """Years may stay (164.514(b)(2)(i)(C))."""
    assert shown("seen {{DATE|03/14/2021}}", YEAR) == "seen 2021"


def test_a_date_without_a_year_leaves_its_label() -> None:
    """There is nothing that may stay."""
    assert shown("seen {{DATE|3/14}}", YEAR) == "seen [DATE]"


def test_a_year_that_tells_an_age_over_89_goes() -> None:
    """Years indicative of such age go too."""
    assert shown("born {{DATE|01/02/1931}}, seen {{DATE|03/14/2021}}", YEAR) == (
        "born [DATE], seen 2021"
    )


def test_ages_are_told_by_the_year_of_the_caller() -> None:
    """Born 1930, in 2019 at most 89; in 2020 maybe 90."""
    that = note("born {{DATE|01/02/1930}}")
    years = [
        replace(
            that.text, that.findings, YEAR, Crosswalk(), SeededDraws(), as_of=as_of
        ).text.reveal()
        for as_of in (2019, 2020)
    ]
    assert years == ["born 1930", "born [DATE]"]


def test_ages_are_told_by_a_later_year_in_the_text() -> None:
    """A text knows that time went on; a year far ahead is a slip."""
    that = note("born {{DATE|01/02/1935}}, due {{DATE|01/02/2030}}, {{DATE|01/02/2099}}")
    result = replace(that.text, that.findings, YEAR, Crosswalk(), SeededDraws(), as_of=2020)
    assert result.text.reveal() == "born [DATE], due 2030, 2099"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a {{AGE>89|94}}-year-old man", "a 90 or older man"),
        ("a {{AGE>89|94}} year old man", "a 90 or older man"),
        ("{{AGE>89|94}} years of age", "90 or older"),
        ("{{AGE>89|94}} y/o F", "90 or older F"),
        ("{{AGE>89|94}} y.o. F", "90 or older F"),
        ("{{AGE>89|94}}yo F", "90 or older F"),
        ("{{AGE>89|94}}F", "90 or older F"),
        ("{{AGE>89|94}}yoM", "90 or older yoM"),
        ("aged {{AGE>89|94}}.", "aged 90 or older."),
        ("She is {{AGE>89|94}} years.", "She is 90 or older."),
        ("{{AGE>89|94}} yellow pills", "90 or older yellow pills"),
        ("{{AGE>89|94}}-year-{{NAME|Old}}", "90 or older-year-[NAME]"),
    ],
)
def test_an_age_over_89_reads_well(text: str, expected: str) -> None:
    """The unit after it falls away."""
    assert shown(text, AGE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ZIP {{LOCATION|02115}}", "ZIP 021"),
        ("ZIP {{LOCATION|02115-1234}}", "ZIP 021"),
        ("{{LOCATION|Boston, MA 02115}}", "[LOCATION] 021"),
        ("{{LOCATION|Boston}}", "[LOCATION]"),
        ("ZIP {{LOCATION|03601}}", "ZIP 000"),
        ("ZIP {{LOCATION|00000}}", "ZIP 000"),
        ("{{LOCATION|12345 Main St}}", "[LOCATION]"),
    ],
)
def test_a_zip_code_leaves_three_digits(text: str, expected: str) -> None:
    """Or 000 where too few people live (164.514(b)(2)(i)(B))."""
    assert shown(text, ZIP3) == expected


def test_a_town_stays_where_a_detector_vouches_for_it() -> None:
    """164.514(e)(2)(ii)."""
    that = note("of {{LOCATION|Boston}}", "city-state.v1")
    town = policy(LOCATION=Operator.TOWN)
    result = replace(that.text, that.findings, town, Crosswalk(), SeededDraws())
    assert result.text.reveal() == "of Boston"


def test_a_place_nobody_vouches_for_goes() -> None:
    """It may be a street."""
    assert shown("of {{LOCATION|Boston}}", policy(LOCATION=Operator.TOWN)) == "of [LOCATION]"


def test_keep_leaves_the_value() -> None:
    """And says so in the account."""
    result = masked("seen {{DATE|3/14/2021}}", policy(DATE=Operator.KEEP))
    assert result.text.reveal() == "seen 3/14/2021"
    assert result.replacements[0].operator is Operator.KEEP


DISPUTED = (
    Finding(Span(5, 9), Label.DATE, 0.9, "a.v1"),
    Finding(Span(5, 9), Label.MRN, 0.8, "b.v1"),
)


def test_what_is_disputed_is_not_kept_in_part() -> None:
    """1945 may be a year or a record number."""
    result = replace(Phi("seen 1945"), DISPUTED, YEAR, Crosswalk(), SeededDraws())
    assert result.text.reveal() == "seen [DATE]"
    assert result.replacements[0].operator is Operator.REDACT


def test_a_dispute_between_two_kept_labels_does_not_matter() -> None:
    """Either way it may stay."""
    both = policy(DATE=Operator.KEEP, MRN=Operator.KEEP)
    result = replace(Phi("seen 1945"), DISPUTED, both, Crosswalk(), SeededDraws())
    assert result.text.reveal() == "seen 1945"


def test_a_finding_below_the_threshold_is_left_alone() -> None:
    """The policy decides how sure is sure enough."""
    finding = Finding(Span(0, 5), Label.NAME, 0.4, "a.v1")
    result = replace(Phi("Smith"), [finding], policy(), Crosswalk(), SeededDraws())
    assert result.text.reveal() == "Smith"


def test_overlapping_findings_are_reconciled() -> None:
    """Nobody needs to do it before."""
    findings = [
        Finding(Span(0, 4), Label.NAME, 0.9, "a.v1"),
        Finding(Span(2, 9), Label.NAME, 0.8, "a.v1"),
    ]
    result = replace(Phi("Ann Smith"), findings, policy(), Crosswalk(), SeededDraws())
    assert result.text.reveal() == "[NAME]"


def test_a_finding_outside_the_text_is_an_error() -> None:
    """The detector read something else."""
    finding = Finding(Span(0, 9), Label.NAME, 0.9, "a.v1")
    with pytest.raises(DetectorError, match="outside"):
        replace(Phi("Smith"), [finding], policy(), Crosswalk(), SeededDraws())


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("[NAME] came", 0, 6, "[NAME] came"),
        ("[NAME-12] came", 1, 5, "[NAME-12] came"),
        ("[AGE>89-1] came", 0, 15, "[AGE>89-1] [NAME]"),
        ("Ann [NAME] Lee", 0, 14, "[NAME] [NAME] [NAME]"),
        ("Ann [NAME], Lee [DATE].", 0, 23, "[NAME] [NAME], [NAME] [DATE]."),
        ("[NAME] Ann [NAME]", 7, 10, "[NAME] [NAME] [NAME]"),
        ("[MRN-123456] came", 0, 12, "[NAME] came"),
        ("[name] came", 0, 6, "[NAME] came"),
        ("[x] Ann", 4, 7, "[x] [NAME]"),
    ],
)
def test_placeholders_in_the_text_are_left_alone(
    text: str, start: int, end: int, expected: str
) -> None:
    """Unless they are none: a long number may be a record number in disguise."""
    finding = Finding(Span(start, end), Label.NAME, 0.9, "a.v1")
    result = replace(Phi(text), [finding], policy(), Crosswalk(), SeededDraws())
    assert result.text.reveal() == expected


def test_both_spans_are_exact() -> None:
    """Each replacement leads from source to target and back."""
    marked = "{{NAME|Ann}} is {{AGE>89|94}}-year-old, from {{LOCATION|02115}}"
    source = note(marked).text.reveal()
    result = masked(marked, policy(AGE_OVER_89=Operator.AGE_90, LOCATION=Operator.ZIP3))
    output = result.text.reveal()
    pairs = [
        (source[r.source.start : r.source.end], output[r.target.start : r.target.end])
        for r in result.replacements
        if r.target
    ]
    assert pairs == [("Ann", "[NAME]"), ("94-year-old", "90 or older"), ("02115", "021")]


def test_dates_of_a_person_shift_alike() -> None:
    """The interval stays; another person shifts otherwise."""
    shift = policy(DATE=Operator.SHIFT)
    crosswalk, draws = Crosswalk(), SeededDraws(5)
    that = note("{{DATE|2021-03-14}} to {{DATE|2021-03-20}}")
    first, again, other = (
        replace(that.text, that.findings, shift, crosswalk, draws, person=person).text.reveal()
        for person in ("a", "a", "b")
    )
    assert first == again
    assert first != other
    assert "2021-03-14" not in first


@pytest.mark.parametrize("drawn", [0, 364, 365, 729])
def test_a_shift_is_never_zero(drawn: int) -> None:
    """True dates must not come out by chance."""

    class Fixed(SeededDraws):
        """Draws one number."""

        def randrange(self, stop: int, /) -> int:
            """Return the number, which must be possible."""
            assert drawn < stop
            return drawn

    crosswalk = Crosswalk()
    that = note("{{DATE|2021-03-14}}")
    replace(that.text, that.findings, policy(DATE=Operator.SHIFT), crosswalk, Fixed())
    days = crosswalk.shift("", lambda: 0)
    assert days != 0
    assert -365 <= days <= 365


def test_a_date_that_cannot_be_shifted_is_redacted() -> None:
    """No day, no shift."""
    assert shown("last {{DATE|Ramadan}}", policy(DATE=Operator.SHIFT)) == "last [DATE]"


def test_surrogates_do_not_depend_on_the_order_of_findings() -> None:
    """The full name is drawn before its initial, wherever it stands."""
    text = shown("{{NAME|J. Smith}} is {{NAME|John Smith}}", SURROGATE)
    short, full = text.split(" is ")
    assert short[0] == full[0]
    assert short.split()[-1] == full.split()[-1]


def test_a_spent_pool_falls_back_to_a_tag() -> None:
    """A document must not stop because a pool is empty."""
    that = note("{{NAME|Smith}} and {{NAME|Jones}}")
    result = replace(that.text, that.findings, SURROGATE, Crosswalk(), StuckDraws())
    assert "[NAME-1]" in result.text.reveal()
    assert "Jones" not in result.text.reveal()


def test_the_result_does_not_show_itself() -> None:
    """It is not verified yet."""
    assert "Smith" not in repr(masked("{{NAME|Smith}} came"))
