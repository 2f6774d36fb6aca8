"""Maps of edits over edits."""

from __future__ import annotations

from harborward.text.canonical.tracked import Edit, Entry, OffsetMap, Tracked


def test_a_text_without_edits_keeps_its_map() -> None:
    """No edit, no new object."""
    tracked = Tracked("abc")
    assert tracked.edited([]) is tracked


def test_a_replacement_stands_for_the_whole_it_replaced() -> None:
    """Each new character leads back to all replaced ones."""
    tracked = Tracked("a&amp;b").edited([Edit(1, 6, "&")])
    assert (tracked.text, tracked.entries) == ("a&b", [Entry(1, 2, 1, 6)])


def test_respelling_keeps_the_map() -> None:
    """A text of the same length takes over the entries."""
    tracked = Tracked("a&amp;b").edited([Edit(1, 6, "&")]).respelled("A+B")
    assert (tracked.text, tracked.entries) == ("A+B", [Entry(1, 2, 1, 6)])


def test_an_edit_inside_a_replacement_splits_it() -> None:
    """What is left on both sides still stands for the whole."""
    tracked = Tracked("<blob>").edited([Edit(0, 6, "abcd")]).edited([Edit(1, 3, "X")])
    assert tracked.text == "aXd"
    assert tracked.entries == [Entry(0, 1, 0, 6), Entry(1, 2, 0, 6), Entry(2, 3, 0, 6)]


def test_an_edit_over_older_ones_takes_them_in() -> None:
    """Entries wholly inside a new edit vanish; those around it move."""
    tracked = Tracked("a1b2c3d").edited([Edit(1, 2, ""), Edit(3, 4, ""), Edit(5, 6, "")])
    tracked = tracked.edited([Edit(0, 3, "--")])
    assert (tracked.text, tracked.entries) == ("--d", [Entry(0, 2, 0, 5), Entry(2, 2, 5, 6)])


def test_entries_before_and_after_an_edit_are_moved() -> None:
    """Older entries keep their origin."""
    tracked = Tracked("xx.yy.zz").edited([Edit(0, 2, "X"), Edit(6, 8, "Z")])
    tracked = tracked.edited([Edit(2, 4, "")])
    assert tracked.entries == [Entry(0, 1, 0, 2), Entry(2, 2, 3, 5), Entry(3, 4, 6, 8)]


def test_the_map_of_no_entries_is_none() -> None:
    """Identity costs nothing."""
    assert OffsetMap.of([]) is None


def test_a_map_leads_back_before_in_and_after_its_entries() -> None:
    """First and last source of each kind of character."""
    found = OffsetMap.of(Tracked("ab&lt;cd").edited([Edit(2, 6, "<")]).entries)
    assert found is not None
    assert [found.first(at) for at in range(5)] == [0, 1, 2, 6, 7]
    assert [found.last(at) for at in range(5)] == [1, 2, 6, 7, 8]


def test_a_tracked_text_does_not_show_itself() -> None:
    """Its repr holds sizes alone."""
    assert repr(Tracked("Okafor")) == "<Tracked: 6 characters, 0 entries>"
