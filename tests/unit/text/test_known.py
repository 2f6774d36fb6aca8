"""What the caller already knows is found wherever it stands."""

from __future__ import annotations

import pytest

from harborward.domain.identifier import Label
from harborward.domain.phi import Phi
from harborward.text.known import Known
from harborward.text.passage import Passage
from worlds.lexicon import Surface, shown


def _found(known: Known, text: str) -> list[Surface]:
    return shown(text, known.find(Passage(text)))


def _names(*names: str) -> Known:
    return Known(names=tuple(map(Phi, names)))


def _value(label: Label, value: str) -> Known:
    return Known(values=((label, Phi(value)),))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Rosa Will Delgado seen.", ["Rosa", "Will", "Delgado"], id="as-registered"),
        pytest.param("DELGADO, ROSA seen.", ["DELGADO", "ROSA"], id="capitals-last-first"),
        pytest.param("delgado will return.", ["delgado", "will"], id="small-even-a-word"),
        pytest.param("Delgado's wife called.", ["Delgado"], id="possessive"),
        pytest.param("Delgados came.", [], id="not-inside-a-word"),
        pytest.param("Patient seen.", [], id="absent"),
        pytest.param("", [], id="empty"),
    ],
)
def test_every_part_of_a_known_name_is_found(text: str, found: list[str]) -> None:
    """Parts of a name are found in any order and case, words of the language too."""
    assert _found(_names("Rosa Will Delgado"), text) == [(name, "NAME") for name in found]


def test_a_short_part_needs_a_capital() -> None:
    """Bo Li is found, but neither "bo" nor "li" within small letters."""
    assert _found(_names("Bo Li"), "Bo LI and bo li") == [("Bo", "NAME"), ("LI", "NAME")]


def test_a_name_without_letters_finds_nothing() -> None:
    """A registration field that holds a dash names nobody."""
    assert _found(_names("-"), "Pain 3 - 4 today") == []


@pytest.mark.parametrize(
    ("value", "text", "found"),
    [
        pytest.param("555-0143", "call 5550143 or 555.0143", ["5550143", "555.0143"], id="phone"),
        pytest.param("AB-1234", "plan ab 1234.", ["ab 1234"], id="any-case"),
        pytest.param("1234", "12345 and x1234", [], id="not-inside-a-longer-one"),
        pytest.param("1-2-3", "123 apples", [], id="too-short-to-tell"),
    ],
)
def test_a_known_value_is_found_with_any_separators(
    value: str, text: str, found: list[str]
) -> None:
    """Letters and digits decide; what stands between them does not."""
    surfaces = _found(_value(Label.HEALTH_PLAN, value), text)
    assert surfaces == [(surface, "HEALTH_PLAN") for surface in found]


def test_what_is_known_is_certain() -> None:
    """Nothing outweighs the registration record: its claims score 1."""
    known = Known((Phi("Rosa"),), ((Label.MRN, Phi("00123")),))
    assert [f.score for f in known.find(Passage("Rosa, 00123"))] == [1.0, 1.0]


def test_it_stays_silent() -> None:
    """Its repr shows neither name nor value."""
    known = Known((Phi("Rosa"),), ((Label.MRN, Phi("00123")),))
    assert "Rosa" not in repr(known)
    assert "00123" not in repr(known)
