"""Errors say what to do next, and stand where the tree says."""

from __future__ import annotations

import pytest

from harborward.domain import errors
from harborward.domain.errors import HarborwardError, InputError, UsageError


def test_advice_follows_the_message() -> None:
    """Both are shown to a person."""
    assert str(HarborwardError("it broke", advice="Mend it")) == "it broke. Mend it"


def test_without_advice_the_message_stands_alone() -> None:
    """No stray full stop."""
    assert str(HarborwardError("it broke")) == "it broke"


@pytest.mark.parametrize("kind", [errors.PolicyError, errors.SettingsError, errors.PluginError])
def test_what_the_caller_did_is_a_usage_error(kind: type[HarborwardError]) -> None:
    """One except clause catches all wrong use."""
    assert issubclass(kind, UsageError)


@pytest.mark.parametrize(
    "kind", [errors.UndecodableError, errors.TooLargeError, errors.MissingFieldError]
)
def test_what_a_document_is_is_an_input_error(kind: type[HarborwardError]) -> None:
    """One document fails, others may not."""
    assert issubclass(kind, InputError)


@pytest.mark.parametrize(
    "kind",
    [errors.DetectorError, errors.ResidualError, errors.CrosswalkError, errors.OutputError],
)
def test_what_stops_a_document_is_neither(kind: type[HarborwardError]) -> None:
    """A failed detector is not the caller's mistake."""
    assert not issubclass(kind, UsageError | InputError)


def test_the_drawn_tree_names_every_error() -> None:
    """The docstring of the module is the tree."""
    drawn = errors.__doc__ or ""
    named = [name for name, kind in vars(errors).items() if isinstance(kind, type)]
    assert [name for name in named if name not in drawn] == []
