"""The residual scan holds back what looks wrong, and little else."""

from __future__ import annotations

import base64
from dataclasses import replace as changed

import pytest

from harborward.domain.errors import ResidualError
from harborward.domain.identifier import Label
from harborward.domain.masked import Masked, Replacement
from harborward.domain.phi import Phi
from harborward.domain.policy import Operator, Policy
from harborward.domain.span import Span
from harborward.text.verify import MAX_LISTED, release, scan
from worlds.notes import masked, note, policy


def reasons(marked: str, under: Policy | None = None) -> list[str]:
    """Return why the scan holds back a marked note."""
    return [r.reason for r in scan(masked(marked, under), under or policy())]


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("{{NAME|John Smith}} came. john SMITH left.", "original:NAME"),
        ("{{NAME|Quintanilla, Rosa}} came. Quintanilla left.", "original:NAME"),
        ("{{NAME|José Núñez}} came. Jose Nunez left.", "original:NAME"),
        ("{{NAME|Mr. Brown}} came. Mr. Brown left.", "original:NAME"),
        ("{{NAME|Brown}} came. We asked Brown again.", "original:NAME"),
        ("{{NAME|Quintanilla}} came. Qu\u200bintanilla left.", "original:NAME"),
        ("{{MRN|A12-345}}, again A12/345", "original:MRN"),
        ("{{PHONE|555-0143}}, again 555 0143", "original:PHONE"),
        ("{{ORG|Zyntherapeutics}} and zyntherapeutics", "original:ORG"),
        ("{{NAME|Zoë}} and &#90;o&euml;", "encoded:original:NAME"),
        ("{{NAME|Rosa Diaz}} and Rosa%20Diaz", "encoded:original:NAME"),
        ("078-05-1120", "ssn"),
        ("078&#45;05&#45;1120", "encoded:ssn"),
        (base64.b64encode(b"ssn 078-05-1120").decode(), "encoded:ssn"),
        ("call (212) 555-0143", "phone"),
        ("rosa@example.org", "email"),
        ("https://example.org/x", "url"),
        ("from 192.168.10.24", "ip"),
        ("4111 1111 1111 1111", "card"),
        ("no 12345678", "digits"),
        ("on 3/14/2021", "date"),
    ],
)
def test_it_holds_back(marked: str, reason: str) -> None:
    """Originals that come back, and shapes that no output should hold."""
    assert reason in reasons(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "{{NAME|Smith}} came.",
        "{{NAME|Ann}} has an annular lesion.",
        "{{NAME|Brown}} had brown sputum. Brown stool was noted.",
        "{{NAME|Dr. Foley}} placed a Foley catheter.",
        "{{NAME|MAY}}: MAY SHOWER. MAY DRIVE.",
        "{{DATE|5/5}}: strength 5/5, 94% on 2 L.",
        "{{AGE>89|94}}: SpO2 94%.",
        "{{LOCATION|Boston}} criteria; [NAME] and [NAME-2].",
        "BP 120/80, HR 72, 1,000,000 units, pH 7.35, 10.000000 mg",
        "NDC 00409123401, SNOMED 73211009",
        "REF 1808062 / LOT {{DEVICE|ABC123}}",
        "A1c 6.5 &lt; 7 &amp; stable; 95%20",
        "Electroencephalographically",
        "",
    ],
)
def test_it_lets_pass(marked: str) -> None:
    """Plain language and medicine, and numbers that mean no person."""
    assert reasons(marked) == []


def test_what_the_policy_keeps_may_stand() -> None:
    """In shape, and as an original that stands elsewhere too."""
    keep = policy(DATE=Operator.KEEP)
    assert reasons("{{DATE|3/14/2021}}, again 3/14/2021, and 4/15/2021", keep) == []


def test_an_original_left_as_it_was_may_stand_elsewhere() -> None:
    """A year that stays is no residual."""
    assert reasons("{{DATE|2021}} and 2021", policy(DATE=Operator.YEAR)) == []


def test_a_surrogate_is_not_held_against_the_output() -> None:
    """It stands in a replaced part."""
    assert reasons("call {{PHONE|212-555-0143}}", policy(Operator.SURROGATE)) == []


def test_what_left_nothing_leaves_nothing_to_skip() -> None:
    """Its original still must not come back."""
    gone = Replacement(Span(0, 3), None, Label.NAME, Operator.REDACT)
    left = Masked(Phi(" met Quintanilla"), (gone,), (Phi("Zyx"),))
    assert scan(left, policy()) == ()
    again = Masked(Phi(" met Zyx"), (gone,), (Phi("Zyx"),))
    assert [residual.reason for residual in scan(again, policy())] == ["original:NAME"]


def test_a_residual_says_where() -> None:
    """The span is that of the output, before which a placeholder stands."""
    under = policy()
    result = masked("{{NAME|Quintanilla}} and Quintanilla", under)
    (residual,) = scan(result, under)
    span = residual.span
    assert result.text.reveal()[span.start : span.end] == "Quintanilla"


def test_a_clean_output_is_released() -> None:
    """With the account that led to it."""
    that = note("Mr. {{NAME|Smith}} came.")
    result = masked("Mr. {{NAME|Smith}} came.")
    released = release(result, that.text, that.findings, policy())
    assert released.text == "Mr. [NAME] came."
    assert (released.policy, released.findings) == ("p", that.findings)
    assert released.replacements == result.replacements


def test_an_output_with_residuals_is_withheld() -> None:
    """The message says why and where, never what."""
    marked = "{{NAME|Quintanilla}} " + "078-05-1120 " * (MAX_LISTED + 2)
    with pytest.raises(ResidualError, match=f"ssn at .* and {2} more") as caught:
        release(masked(marked), note(marked).text, note(marked).findings, policy())
    assert "078" not in str(caught.value)


def test_few_residuals_are_all_listed() -> None:
    """Nothing is said of more."""
    marked = "078-05-1120"
    with pytest.raises(ResidualError) as caught:
        release(masked(marked), note(marked).text, (), policy())
    assert "more" not in str(caught.value)


def test_an_account_that_leads_elsewhere_is_withheld() -> None:
    """The output must be what became of this very text."""
    that = note("Mr. {{NAME|Smith}} came.")
    result = masked("Mr. {{NAME|Smith}} came.")
    tampered: Masked = changed(result, text=Phi("Mr. [NAME] went."))
    with pytest.raises(ResidualError, match="account"):
        release(tampered, that.text, that.findings, policy())
