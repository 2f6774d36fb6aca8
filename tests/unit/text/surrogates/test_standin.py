"""One door for all stand-ins: consistent, one-to-one, never an original."""

from __future__ import annotations

import pytest

from harborward.domain.crosswalk import Crosswalk
from harborward.domain.identifier import Label
from harborward.text.surrogates import Surrogates
from worlds.draws import SeededDraws


def surrogates(crosswalk: Crosswalk | None = None, seed: int = 1) -> Surrogates:
    """Return surrogates over a crosswalk."""
    return Surrogates(crosswalk or Crosswalk(), SeededDraws(seed))


VALUES = [
    (Label.NAME, "John Smith"),
    (Label.ORG, "Mayo Clinic"),
    (Label.LOCATION, "Boston"),
    (Label.PHONE, "212-867-5309"),
    (Label.FAX, "212-867-5309"),
    (Label.EMAIL, "a@b.org"),
    (Label.SSN, "078-05-1120"),
    (Label.MRN, "12345678"),
    (Label.HEALTH_PLAN, "ABC123456789"),
    (Label.ACCOUNT, "0001234"),
    (Label.LICENSE, "D1234567"),
    (Label.VEHICLE, "7ABC123"),
    (Label.DEVICE, "SN-998877"),
    (Label.URL, "http://x.org/a"),
    (Label.IP, "10.0.0.1"),
    (Label.OTHER_ID, "TRIP-884"),
]


@pytest.mark.parametrize(("label", "surface"), VALUES)
def test_the_same_value_has_the_same_stand_in(label: Label, surface: str) -> None:
    """Within one crosswalk, whoever asks."""
    crosswalk = Crosswalk()
    first = surrogates(crosswalk, 1).stand_in(label, surface)
    assert surrogates(crosswalk, 2).stand_in(label, surface) == first


@pytest.mark.parametrize(("label", "surface"), VALUES)
def test_another_crosswalk_gives_another(label: Label, surface: str) -> None:
    """Nothing about the value decides it."""
    shown = {surrogates(seed=seed).stand_in(label, surface) for seed in range(1, 9)}
    assert len(shown) > 1


@pytest.mark.parametrize(("label", "surface"), VALUES)
def test_a_stand_in_is_never_the_original(label: Label, surface: str) -> None:
    """Nor does it hold a word of it that names."""
    assert surrogates().stand_in(label, surface).casefold() != surface.casefold()


def test_layouts_of_one_number_share_its_digits() -> None:
    """Each in its own layout."""
    those = surrogates()
    plain = those.stand_in(Label.PHONE, "2128675309")
    assert (
        those.stand_in(Label.PHONE, "(212) 867-5309") == f"({plain[:3]}) {plain[3:6]}-{plain[6:]}"
    )
    assert those.stand_in(Label.PHONE, "1-212-867-5309").endswith(plain[-4:])


def test_an_address_in_capitals_stays_so() -> None:
    """As it was typed."""
    assert surrogates().stand_in(Label.EMAIL, "A@B.ORG").isupper()


def test_reserved_words_are_not_drawn() -> None:
    """No patient of this document lends a name to another."""
    crosswalk = Crosswalk()
    those = surrogates(crosswalk)
    those.reserve_all([(Label.NAME, "John Smith"), (Label.MRN, "12345")])
    shown = those.stand_in(Label.NAME, "Rosa Diaz").casefold().split()
    assert not {"john", "smith"} & set(shown)
