"""The silent type keeps silent, whatever way it is asked."""

from __future__ import annotations

import copy
import json
import pickle  # noqa: TID251 - to see it refused
from dataclasses import asdict, dataclass

import pytest

from harborward.domain.phi import Phi

CANARY = "Quintanilla 078-05-1120"


@dataclass
class Holder:
    """A dataclass that holds PHI, as careless code would."""

    text: Phi


def silent(shown: str) -> bool:
    """Tell whether nothing of the canary shows."""
    return "Quintanilla" not in shown and "078" not in shown


def test_reveal_hands_out_the_text() -> None:
    """The one way out works."""
    assert Phi(CANARY).reveal() == CANARY


@pytest.mark.parametrize(
    "show", [repr, str, "{}".format, "{:>90}".format, "{!r}".format, "%s".__mod__]
)
def test_no_way_of_showing_shows_it(show: object) -> None:
    """Every formatting gives a length alone."""
    assert silent(show(Phi(CANARY)))  # type: ignore[operator]


def test_repr_gives_the_length() -> None:
    """A length is all that helps to debug."""
    assert repr(Phi("abc")) == "<Phi: 3 characters>"


def test_len_counts_characters() -> None:
    """Length is in characters, not bytes."""
    assert len(Phi("é1")) == 2


def test_pickle_is_refused() -> None:
    """A pickle would carry the text."""
    with pytest.raises(TypeError, match="does not pickle"):
        pickle.dumps(Phi(CANARY))


def test_json_is_refused() -> None:
    """JSON knows nothing of it."""
    with pytest.raises(TypeError):
        json.dumps(Phi(CANARY))


def test_asdict_stays_silent() -> None:
    """A dataclass around it does not open it."""
    assert silent(repr(asdict(Holder(Phi(CANARY)))))


def test_copies_are_the_same_object() -> None:
    """Copying an immutable thing hands back the thing."""
    phi = Phi(CANARY)
    assert copy.copy(phi) is phi
    assert copy.deepcopy(phi) is phi


def test_equality_is_by_content() -> None:
    """Two custodies of one text are equal, and hash alike."""
    assert Phi("a") == Phi("a")
    assert hash(Phi("a")) == hash(Phi("a"))


def test_a_plain_text_is_never_equal() -> None:
    """Equality with str would be an oracle."""
    assert Phi("a") != "a"


def test_bytes_are_refused() -> None:
    """Only text comes into custody."""
    with pytest.raises(TypeError, match="not bytes"):
        Phi(b"a")  # type: ignore[arg-type]


def test_no_attribute_holds_the_text_in_sight() -> None:
    """There is no ``__dict__`` to dump."""
    assert not hasattr(Phi(CANARY), "__dict__")
