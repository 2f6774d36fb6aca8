"""The words that introduce a person, in the shapes in which they are looked up."""

from __future__ import annotations

import pytest

from harborward.text.names.cues import (
    ADDRESSED,
    ALONE,
    INTRODUCERS,
    LEADS_1,
    LEADS_2,
    PERSON_VERBS,
    PERSON_VERBS_ALL,
    PRODUCT_NOUNS,
    SPEECH_VERBS,
)


@pytest.mark.parametrize("word", sorted(INTRODUCERS))
def test_every_lead_of_an_introducer_can_be_looked_up(word: str) -> None:
    """What must stand before a word is found by one word or by two, or is nothing."""
    found = {(lead,) for lead in LEADS_1[word]} | LEADS_2[word]
    assert found | ({()} if word in ALONE else set()) == INTRODUCERS[word]
    assert all(len(lead) == 2 for lead in LEADS_2[word])


def test_words_are_written_as_tokens_are_cut() -> None:
    """A cue with a capital, a blank or a mark would never match a token."""
    leads = {word for phrases in INTRODUCERS.values() for lead in phrases for word in lead}
    assert all(word.isalpha() and word.islower() for word in leads | INTRODUCERS.keys())


def test_examples() -> None:
    """A name stands behind "dear", behind "signed by", and behind "brought in by"."""
    assert "dear" in ALONE
    assert "by" not in ALONE
    assert "signed" in LEADS_1["by"]
    assert ("brought", "in") in LEADS_2["by"]


def test_who_speaks_acts() -> None:
    """Verbs of speech are among all that people do; nouns of products are not."""
    assert PERSON_VERBS_ALL == PERSON_VERBS | SPEECH_VERBS
    assert "says" in SPEECH_VERBS
    assert "catheter" in PRODUCT_NOUNS - PERSON_VERBS_ALL
    assert "can" in ADDRESSED
