"""The counts of one document, checked by hand."""

from __future__ import annotations

from harborward.domain.phi import Phi
from harborward.services.counting import Counts, Mark, count, misses

#        0         1         2         3
#        0123456789012345678901234567890123456
TEXT = "Seen by Ann Lee on 3/4/2020 in Troy."


def counted(gold: list[Mark], predicted: list[Mark]) -> Counts:
    """Count over ``TEXT``."""
    return count("d", Phi(TEXT), gold, predicted)


def test_a_span_is_found_when_all_its_letters_and_digits_are() -> None:
    """Edges of punctuation and the label do not matter; parts do not suffice."""
    gold = [Mark(8, 15, "NAME"), Mark(19, 27, "DATE"), Mark(31, 36, "LOCATION")]
    counts = counted(gold, [Mark(8, 11, "NAME"), Mark(11, 15, "ORG"), Mark(19, 26, "DATE")])
    assert (counts.spans_gold, counts.spans_full) == (3, 1)
    assert [miss.label for miss in counts.misses] == ["DATE", "LOCATION"]
    assert [miss.partly for miss in counts.misses] == [True, False]
    assert (counts.classes["NAME"].full, counts.classes["NAME"].typed) == (1, 1)
    assert counts.classes["DATE"].any == 1
    assert not counts.clean


def test_characters_count_letters_and_digits_only() -> None:
    """Ann Lee has six, the date six."""
    counts = counted([Mark(8, 15, "NAME")], [Mark(8, 15, "NAME"), Mark(19, 27, "DATE")])
    assert (counts.characters_gold, counts.characters_found) == (6, 6)
    assert counts.characters_predicted == 12
    assert counts.clean


def test_words_that_are_not_gold_count_as_clear() -> None:
    """Seen by on 3 4 2020 in Troy: eight clear words, three touched."""
    counts = counted([Mark(8, 15, "NAME")], [Mark(0, 7, "NAME"), Mark(33, 36, "NAME")])
    assert (counts.tokens_clear, counts.tokens_touched) == (8, 3)


def test_a_waived_span_counts_neither_way() -> None:
    """It need not be found, and finding it is not wrong."""
    counts = counted([Mark(8, 15, None)], [Mark(8, 15, "NAME")])
    assert (counts.spans_gold, counts.predicted, counts.characters_predicted) == (0, 0, 0)
    assert counts.tokens_clear == 8
    assert not counts.has_gold


def test_gold_inside_a_waived_span_still_counts() -> None:
    """The nearer claim stands."""
    counts = counted([Mark(0, 36, None), Mark(8, 15, "NAME")], [])
    assert (counts.spans_gold, counts.spans_full) == (1, 0)


def test_a_prediction_is_right_where_it_meets_gold() -> None:
    """By any label; ``right`` asks for the same one."""
    counts = counted(
        [Mark(8, 15, "NAME")], [Mark(8, 11, "NAME"), Mark(12, 15, "ORG"), Mark(0, 4, "NAME")]
    )
    assert (counts.predicted, counts.overlapping) == (3, 2)
    name = counts.classes["NAME"]
    assert (name.predicted, name.overlapping, name.right) == (2, 1, 1)
    assert counts.classes["ORG"].right == 0


def test_predictions_beyond_the_text_and_on_space_do_not_count() -> None:
    """There is nothing there to cover."""
    counts = counted(
        [Mark(4, 5, "NAME")], [Mark(4, 5, "NAME"), Mark(30, 99, "X"), Mark(90, 99, "X")]
    )
    assert (counts.spans_gold, counts.predicted) == (0, 1)


def test_where_predictions_overlap_the_one_that_agrees_stands() -> None:
    """In either order."""
    gold, right, wrong = [Mark(8, 15, "NAME")], Mark(8, 15, "NAME"), Mark(8, 15, "ORG")
    for predicted in ([right, wrong], [wrong, right]):
        assert counted(gold, predicted).classes["NAME"].typed == 1


def test_misses_are_silent_and_limited() -> None:
    """The text of a miss is shown by whoever asks for it."""
    gold = [Mark(8, 15, "NAME"), Mark(19, 27, "DATE")]
    found = list(misses([counted(gold, []), counted(gold, [])], 3))
    assert [miss.label for miss in found] == ["NAME", "DATE", "NAME"]
    assert found[0].surface == Phi("Ann Lee")
    assert "Ann" not in repr(found)
    assert list(misses([counted(gold, [])], 0)) == []
