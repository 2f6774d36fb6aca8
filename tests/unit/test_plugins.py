"""A guest comes in only by name, whole, and without a word of its own in our errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from harborward import plugins
from harborward.domain.errors import PluginError
from harborward.plugins import Guest, Standing, guests, installed, load

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


class Guess:
    """A guest that finds nothing."""

    name = "guess.v1"

    def find(self, _passage: object) -> list[object]:
        """Find nothing."""
        return []


class Nameless:
    """A guest without a version."""

    name = "guess"
    find = Guess.find


def broken() -> object:
    """Fail while being built."""
    msg = "Quillfeather"
    raise RuntimeError(msg)


@dataclass
class Point:
    """An entry point of the world of tests."""

    name: str
    factory: object

    def load(self) -> object:
        """Return what it names."""
        return self.factory


def points(**named: object) -> list[EntryPoint]:
    """Return entry points by name."""
    return [Point(name, factory) for name, factory in named.items()]  # type: ignore[misc]


def test_only_named_guests_are_loaded() -> None:
    """Being installed is not enough."""
    loaded = load(["guess"], points(guess=Guess, other=broken))
    assert [type(guest) for guest in loaded] == [Guess]


def test_every_guest_has_a_standing() -> None:
    """Installed, named, or both."""
    assert guests(["b", "c"], points(a=Guess, b=Guess)) == (
        Guest("a", Standing.REFUSED),
        Guest("b", Standing.ALLOWED),
        Guest("c", Standing.MISSING),
    )


@pytest.mark.parametrize("factory", [broken, Nameless, object])
def test_a_guest_that_is_no_detector_is_refused(factory: object) -> None:
    """Its own words are not repeated."""
    with pytest.raises(PluginError, match="detector guess") as caught:
        load(["guess"], points(guess=factory))
    assert "Quillfeather" not in str(caught.value)


def test_a_missing_guest_is_refused() -> None:
    """A detector that was asked for is not optional."""
    with pytest.raises(PluginError, match="not installed"):
        load(["guess"], [])


def test_two_packages_with_one_name_are_refused() -> None:
    """Which of them would have come in is not left to chance."""
    with pytest.raises(PluginError, match="2 packages"):
        load(["guess"], [*points(guess=Guess), *points(guess=Guess)])


def test_installed_guests_are_sorted_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is imported to list them."""
    monkeypatch.setattr(plugins, "entry_points", lambda group: points(b=broken, a=broken))  # noqa: ARG005
    assert [point.name for point in installed()] == ["a", "b"]
