"""One-to-one, random, silent."""

from __future__ import annotations

import copy
import pickle  # noqa: TID251 - to see it refused
from itertools import count
from typing import TYPE_CHECKING

import pytest

from harborward.domain.crosswalk import Crosswalk
from harborward.domain.errors import CrosswalkError
from harborward.domain.identifier import Label

if TYPE_CHECKING:
    from collections.abc import Callable


def series(prefix: str = "s") -> Callable[[], str]:
    """Return a draw that never repeats."""
    numbers = count()
    return lambda: f"{prefix}{next(numbers)}"


def test_the_same_original_gets_the_same_surrogate() -> None:
    """Consistency is the point of a crosswalk."""
    crosswalk, draw = Crosswalk(), series()
    first = crosswalk.surrogate(Label.NAME, "smith", draw)
    assert crosswalk.surrogate(Label.NAME, "smith", draw) is first


def test_two_originals_never_share() -> None:
    """A taken draw is drawn again."""
    crosswalk = Crosswalk()
    drawn = iter(["brown", "BROWN", "gray"])
    crosswalk.surrogate(Label.NAME, "smith", lambda: next(drawn))
    assert crosswalk.surrogate(Label.NAME, "jones", lambda: next(drawn)).text == "gray"


def test_two_labels_never_share() -> None:
    """A name and a place that read alike stay apart."""
    crosswalk = Crosswalk()
    drawn = iter(["austin", "austin", "dallas"])
    crosswalk.surrogate(Label.NAME, "houston", lambda: next(drawn))
    assert crosswalk.surrogate(Label.LOCATION, "houston", lambda: next(drawn)).text == "dallas"


def test_no_surrogate_equals_a_reserved_original() -> None:
    """Another patient's name would be a false lead, and the own one a leak."""
    crosswalk = Crosswalk()
    crosswalk.reserve("Brown")
    drawn = iter(["brown", "smith", "gray"])
    assert crosswalk.surrogate(Label.NAME, "smith", lambda: next(drawn)).text == "gray"


def test_an_exhausted_pool_is_an_error_without_the_value() -> None:
    """The error names the label and what to do, not the original."""
    crosswalk = Crosswalk()
    crosswalk.surrogate(Label.NAME, "smith", lambda: "x")
    with pytest.raises(CrosswalkError, match="NAME") as caught:
        crosswalk.surrogate(Label.NAME, "quintanilla", lambda: "x")
    assert "quintanilla" not in str(caught.value)


def test_parts_are_one_to_one_too() -> None:
    """A surname alone points to one surrogate."""
    crosswalk = Crosswalk()
    drawn = iter(["brown", "brown", "gray"])
    crosswalk.part(Label.NAME, "smith", lambda: next(drawn))
    assert crosswalk.part(Label.NAME, "jones", lambda: next(drawn)) == "gray"
    assert crosswalk.part(Label.NAME, "smith", lambda: "black") == "brown"


def test_a_whole_may_equal_its_part() -> None:
    """A surname alone is a value and a part."""
    crosswalk = Crosswalk()
    part = crosswalk.part(Label.NAME, "smith", lambda: "brown")
    assert crosswalk.surrogate(Label.NAME, "smith", lambda: part).text == "brown"


def test_tags_are_numbered_from_one_for_each_label() -> None:
    """People and phones count apart."""
    crosswalk = Crosswalk()
    tags = [
        crosswalk.number(label, value).text
        for label, value in [
            (Label.NAME, "smith"),
            (Label.PHONE, "5550100"),
            (Label.NAME, "jones"),
            (Label.NAME, "smith"),
        ]
    ]
    assert tags == ["[NAME-1]", "[PHONE-1]", "[NAME-2]", "[NAME-1]"]


def test_a_tag_that_stands_in_the_text_is_passed_over() -> None:
    """A document may hold what looks like our tag."""
    crosswalk = Crosswalk()
    crosswalk.reserve("[NAME-1]")
    assert crosswalk.number(Label.NAME, "smith").text == "[NAME-2]"


def test_a_tag_and_a_surrogate_of_one_value_stand_side_by_side() -> None:
    """Two policies may share a crosswalk."""
    crosswalk = Crosswalk()
    tag = crosswalk.number(Label.NAME, "smith").text
    assert crosswalk.surrogate(Label.NAME, "smith", lambda: "brown").text != tag
    assert len(crosswalk) == 2


def test_an_initial_is_remembered_and_may_be_shared() -> None:
    """There are fewer letters than people."""
    crosswalk = Crosswalk()
    assert crosswalk.initial(Label.NAME, "j smith", lambda: "p") == "p"
    assert crosswalk.initial(Label.NAME, "j smith", lambda: "q") == "p"
    assert crosswalk.initial(Label.NAME, "k smith", lambda: "p") == "p"


def test_a_shift_is_drawn_once_for_each_person() -> None:
    """Intervals stay only if all dates of a person move alike."""
    crosswalk, days = Crosswalk(), count(7)
    shifts = [crosswalk.shift(person, lambda: next(days)) for person in ("a", "b", "a")]
    assert shifts == [7, 8, 7]


def test_the_first_spelling_is_the_original() -> None:
    """A tag that stood for two spellings leads to the first."""
    crosswalk = Crosswalk()
    crosswalk.record("[NAME-1]", "Smith")
    crosswalk.record("[NAME-1]", "SMITH")
    assert crosswalk.original("[NAME-1]") == "Smith"


def test_what_was_not_shown_has_no_original() -> None:
    """A stranger's tag leads nowhere."""
    assert Crosswalk().original("[NAME-1]") is None


def test_shown_lists_in_order_of_first_use() -> None:
    """For restoring, all of them are needed."""
    crosswalk = Crosswalk()
    crosswalk.record("b", "1")
    crosswalk.record("a", "2")
    assert crosswalk.shown() == ("b", "a")


def test_repr_gives_a_size() -> None:
    """Never a pair."""
    crosswalk = Crosswalk()
    crosswalk.number(Label.NAME, "smith")
    assert repr(crosswalk) == "<Crosswalk: 1 surrogates>"


@pytest.mark.parametrize("copier", [pickle.dumps, copy.copy, copy.deepcopy])
def test_it_is_neither_pickled_nor_copied(copier: Callable[[Crosswalk], object]) -> None:
    """Two copies would drift apart, and a pickle would leak."""
    with pytest.raises(TypeError, match="sealed"):
        copier(Crosswalk())


def test_an_empty_crosswalk_is_still_one() -> None:
    """``crosswalk or Crosswalk()`` keeps the one that was given."""
    assert bool(Crosswalk())
