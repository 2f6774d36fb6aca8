"""The eighteen identifiers and the labels under them."""

from __future__ import annotations

import string

import pytest

from harborward.domain.identifier import Identifier, Label


def test_there_are_eighteen_lettered_a_to_r() -> None:
    """The rule names eighteen, in order."""
    assert [kind.letter for kind in Identifier] == list(string.ascii_uppercase[:18])


def test_a_citation_names_the_paragraph() -> None:
    """A finding can say which paragraph it falls under."""
    assert Identifier.MRN.citation == "45 CFR 164.514(b)(2)(i)(H)"


@pytest.mark.parametrize("label", list(Label))
def test_every_label_falls_under_an_identifier(label: Label) -> None:
    """No label is without law."""
    assert isinstance(label.identifier, Identifier)


def test_every_identifier_has_a_label() -> None:
    """No paragraph is without a label."""
    assert {label.identifier for label in Label} == set(Identifier)


def test_an_age_over_89_is_an_element_of_dates() -> None:
    """Paragraph (C) speaks of both."""
    assert Label.AGE_OVER_89.identifier is Identifier.DATE


def test_titles_are_written_out() -> None:
    """A person can read what a letter stands for."""
    assert Identifier.SSN.title == "Social security numbers"
