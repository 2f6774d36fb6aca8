"""A replaced text whose account does not add up cannot exist."""

from __future__ import annotations

import pytest

from harborward.domain.identifier import Label
from harborward.domain.masked import Masked, Released, Replacement, Residual
from harborward.domain.phi import Phi
from harborward.domain.policy import Operator
from harborward.domain.span import Span


def replacement(source: Span, target: Span | None) -> Replacement:
    """Return a redaction."""
    return Replacement(source, target, Label.NAME, Operator.REDACT)


TWO = (replacement(Span(0, 2), Span(0, 6)), replacement(Span(3, 5), Span(7, 13)))
ORIGINALS = (Phi("ab"), Phi("cd"))


def test_an_account_that_adds_up_is_taken() -> None:
    """The plain case."""
    assert Masked(Phi("[NAME] [NAME]"), TWO, ORIGINALS).replacements == TWO


def test_it_does_not_show_its_text() -> None:
    """A masked text is not yet verified."""
    assert "NAME]" not in repr(Masked(Phi("[NAME] [NAME]"), TWO, ORIGINALS))


def test_an_original_for_each_replacement() -> None:
    """None may be missing."""
    with pytest.raises(ValueError, match="its original"):
        Masked(Phi("[NAME] [NAME]"), TWO, ORIGINALS[:1])


def test_an_original_is_as_long_as_its_span() -> None:
    """A span that does not fit its text is a mistake."""
    with pytest.raises(ValueError, match="as long as"):
        Masked(Phi("[NAME] [NAME]"), TWO, (Phi("ab"), Phi("c")))


def test_sources_stand_in_order() -> None:
    """And do not overlap."""
    with pytest.raises(ValueError, match="in order"):
        Masked(Phi("[NAME] [NAME]"), TWO[::-1], ORIGINALS)


def test_targets_stand_in_order() -> None:
    """And do not overlap."""
    crossed = (replacement(Span(0, 2), Span(7, 13)), replacement(Span(3, 5), Span(0, 6)))
    with pytest.raises(ValueError, match="targets"):
        Masked(Phi("[NAME] [NAME]"), crossed, ORIGINALS)


def test_targets_lie_in_the_text() -> None:
    """A target beyond the end is a mistake."""
    with pytest.raises(ValueError, match="outside"):
        Masked(Phi("[NAME]"), TWO, ORIGINALS)


def test_a_replacement_may_leave_nothing() -> None:
    """A target of None takes no room."""
    nothing = (replacement(Span(0, 2), None),)
    assert Masked(Phi(""), nothing, (Phi("ab"),)).replacements == nothing


def test_a_residual_holds_no_text() -> None:
    """Where and why, never what."""
    assert Residual(Span(0, 3), "ssn").reason == "ssn"


def test_a_released_text_may_be_shown() -> None:
    """It is the product."""
    assert Released("[NAME]", "safe-harbor", (), ()).text == "[NAME]"
