"""The way back is exact by position, and by tag as good as the tags."""

from __future__ import annotations

import pytest

from harborward.domain.crosswalk import Crosswalk
from harborward.domain.identifier import Label
from harborward.domain.masked import Masked, Replacement
from harborward.domain.phi import Phi
from harborward.domain.policy import Operator
from harborward.domain.span import Span
from harborward.text.restore import restore, restore_text
from worlds.notes import masked, note, policy

MARKED = (
    "[NAME-1] {{NAME|John Smith}} ({{NAME|JOHN SMITH}}), {{AGE>89|94}}-year-old, {{DATE|3/4/2020}}"
)


@pytest.mark.parametrize(
    "under",
    [
        policy(),
        policy(Operator.TAG),
        policy(Operator.SURROGATE),
        policy(DATE=Operator.YEAR, AGE_OVER_89=Operator.AGE_90),
    ],
)
def test_a_document_comes_back_whole(under: object) -> None:
    """Under every operator, with a tag of a stranger in it."""
    assert restore(masked(MARKED, under)) == note(MARKED).text  # type: ignore[arg-type]


def test_what_left_nothing_comes_back() -> None:
    """A target may be missing."""
    gone = Replacement(Span(2, 5), None, Label.NAME, Operator.REDACT)
    assert restore(Masked(Phi("a  b"), (gone,), (Phi("Ann"),))) == Phi("a Ann b")


def test_an_answer_gets_its_names_back() -> None:
    """A model wrote about tags."""
    crosswalk = Crosswalk()
    masked("{{NAME|Smith}} and {{NAME|Jones}}", policy(Operator.TAG), crosswalk)
    answer = Phi("[NAME-2] should see [NAME-1]; [NAME-9] is unknown.")
    assert restore_text(answer, crosswalk) == Phi("Jones should see Smith; [NAME-9] is unknown.")


def test_a_surrogate_counts_as_a_whole_word_only() -> None:
    """A surrogate within a longer word is chance."""
    crosswalk = Crosswalk()
    crosswalk.record("Ann", "Eve")
    crosswalk.record("Ann Lee", "Eve Cho")
    answer = Phi("Ann Lee, Ann, Annex, Hannah, Ann.")
    assert restore_text(answer, crosswalk) == Phi("Eve Cho, Eve, Annex, Hannah, Eve.")


def test_an_empty_crosswalk_changes_nothing() -> None:
    """There is nothing to put back."""
    assert restore_text(Phi("[NAME-1]"), Crosswalk()) == Phi("[NAME-1]")
