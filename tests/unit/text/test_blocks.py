"""Address blocks: what follows, precedes and heads an accepted street."""

from __future__ import annotations

import pytest

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.blocks import AddressBlocks
from harborward.text.lexicon import shipped
from harborward.text.passage import Passage
from worlds.lexicon import Surface, shown

STATES = {"627": "IL", "100": "NY"}


def _around(
    text: str, opener: str, detector: str = "street.v1", label: Label = Label.LOCATION
) -> list[Surface]:
    start = text.index(opener)
    accepted = [Finding(Span(start, start + len(opener)), label, 0.9, detector)]
    return shown(text, AddressBlocks(shipped(), STATES).find(Passage(text), accepted))


def _places(text: str, opener: str, detector: str = "street.v1") -> list[str]:
    found = _around(text, opener, detector)
    assert {label for _, label in found} <= {"LOCATION"}
    return [surface for surface, _ in found]


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        pytest.param(", Springfield, IL 62704", ["Springfield", "62704"], id="state-agrees"),
        pytest.param("\nSpringfield, IL 62704-1234", ["Springfield", "62704-1234"], id="plus-four"),
        pytest.param(", Springfield, NY 62704", ["Springfield", "NY", "62704"], id="disagrees"),
        pytest.param(", Springfield, IL 629", ["Springfield", "IL", "629"], id="no-zip"),
        pytest.param(", Springfield, IL", ["Springfield"], id="state-without-zip"),
        pytest.param(", Springfield, Illinois 62704", ["Springfield", "62704"], id="state-in-full"),
        pytest.param(", Lyon, France", ["Lyon", "France"], id="country"),
        pytest.param(", Stockholm 340 12", ["Stockholm", "340 12"], id="code-in-two-parts"),
        pytest.param(", York, QX 4", ["York", "QX"], id="code-of-no-state"),
        pytest.param(
            ", Fort Walton Beach, IL 62704", ["Fort Walton Beach", "62704"], id="three-words"
        ),
        pytest.param(", Rio de la Plata 4070", ["Rio de la Plata", "4070"], id="small-words"),
        pytest.param(", Springfield IL 62704", ["Springfield", "62704"], id="no-comma"),
        pytest.param(", Springfield Illinois 62704", ["Springfield", "62704"], id="state-ends-it"),
        pytest.param(", Duluth", ["Duluth"], id="listed-town-ends-the-text"),
        pytest.param(", Duluth 62704, 12 beds", ["Duluth", "62704"], id="number-behind-the-code"),
        pytest.param(", Duluth.", ["Duluth"], id="listed-town-alone"),
        pytest.param(", Zorvania.", [], id="unlisted-town-alone"),
        pytest.param(", Mobile.", [], id="town-that-is-a-word"),
        pytest.param(", Springfield\n\n\nIL 62704", ["Springfield"], id="too-far-down"),
        pytest.param(" (near Springfield)", [], id="parentheses"),
        pytest.param(", and then home", [], id="small-letters"),
        pytest.param(", The end", [], id="function-word"),
        pytest.param(", Phone 555-0143", [], id="label"),
        pytest.param(", Duluth: closed", [], id="colon-behind"),
        pytest.param(", Home: 62704", [], id="colon-label"),
        pytest.param(", Seen: 62704", [], id="colon-behind-a-word"),
        pytest.param(", 62704/2", [], id="fraction"),
        pytest.param(", 12", [], id="too-short-for-a-code"),
        pytest.param(
            ", Kane, Cook, Lake, Will, Duluth, Ogle, Lee, Bond, Clay, Pike, Polk, Ford, Hall 62704",
            ["Kane"],
            id="too-many-parts",
        ),
        pytest.param("", [], id="nothing-follows"),
    ],
)
def test_what_follows_a_street(rest: str, found: list[str]) -> None:
    """Town, postal code and land are claimed; a state that agrees with its ZIP stands."""
    assert _places(f"Lives at 12 Elm Street{rest}", "12 Elm Street") == found


@pytest.mark.parametrize(
    ("text", "opener", "detector", "found"),
    [
        pytest.param("at 12 Elm Street", "Elm Street", "street.v1", ["12"], id="house-number"),
        pytest.param("at 12 3 Elm Street", "Elm Street", "street.v1", ["12 3"], id="two-numbers"),
        pytest.param("12 Elm Street", "Elm Street", "street.v1", ["12"], id="number-opens"),
        pytest.param("BP 120, Elm Street", "Elm Street", "street.v1", [], id="comma"),
        pytest.param("at old Elm Street", "Elm Street", "street.v1", [], id="word"),
        pytest.param(
            "20789 Allika 46, Suite 501",
            "Suite 501",
            "unit.v1",
            ["20789 Allika 46"],
            id="street-before-a-unit",
        ),
        pytest.param(
            "12 rue de la Paix\nSuite 5",
            "Suite 5",
            "unit.v1",
            ["12 rue de la Paix"],
            id="joiners-before-a-unit",
        ),
        pytest.param("at 12 Allika; Suite 501", "Suite 501", "unit.v1", [], id="semicolon"),
        pytest.param(
            "seen in The 4 Allika Suite 501",
            "Suite 501",
            "unit.v1",
            ["4 Allika"],
            id="function-word",
        ),
        pytest.param("at Allika Suite 501", "Suite 501", "unit.v1", [], id="no-number"),
        pytest.param("1 A B C D E F G H Suite 5", "Suite 5", "unit.v1", [], id="too-long"),
    ],
)
def test_what_precedes_a_street(text: str, opener: str, detector: str, found: list[str]) -> None:
    """A house number before a street, and the street before a unit, are claimed."""
    assert _places(text, opener, detector) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param("Northgate Widgets\n", ["Northgate Widgets"], id="house"),
        pytest.param("> Northgate Widgets,\n> ", ["Northgate Widgets"], id="quoted-with-comma"),
        pytest.param(
            "Rosa de la Cruz\nNorthgate Widgets\n",
            ["Rosa de la Cruz", "Northgate Widgets"],
            id="person-and-house",
        ),
        pytest.param("A B\nC D\nE F\nG H\n", ["C D", "E F", "G H"], id="three-lines-at-most"),
        pytest.param("Address:\n", [], id="label"),
        pytest.param("Room 12\n", [], id="digits"),
        pytest.param("she lives at\n", [], id="small-letters"),
        pytest.param("Chest Pain\n", [], id="clinical"),
        pytest.param("One Two Three Four Five Six Seven\n", [], id="long"),
        pytest.param("---\n", [], id="no-word"),
        pytest.param("\n", [], id="blank"),
        pytest.param("Northgate Widgets\nat ", [], id="street-not-first-in-its-line"),
        pytest.param("", [], id="first-line"),
    ],
)
def test_what_heads_a_street(lines: str, found: list[str]) -> None:
    """Lines of a few capitalised words above an address say whose it is."""
    around = _around(f"{lines}12 Elm Street", "12 Elm Street")
    assert around == [(line, "ORG") for line in found]


@pytest.mark.parametrize(
    ("detector", "label"),
    [
        pytest.param("places.v1", Label.LOCATION, id="a-town-opens-none"),
        pytest.param("street.v1", Label.ORG, id="another-label-opens-none"),
    ],
)
def test_what_opens_no_block(detector: str, label: Label) -> None:
    """Only a street, box, unit or the like opens a block."""
    assert _around("12 Elm Street, Springfield, IL 62704", "12 Elm Street", detector, label) == []
