"""Which claims stand: the threshold, and the keep-list that vetoes weak ones."""

from __future__ import annotations

import pytest

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.fuse import DENIAL, DOUBT, THRESHOLD, Fusion
from harborward.text.lexicon import shipped
from harborward.text.passage import Passage


def _stands(
    surface: str, label: Label = Label.NAME, score: float = 0.6, detector: str = "guest.v1"
) -> bool:
    text = f"He saw {surface} today."
    start = text.index(surface)
    claim = Finding(Span(start, start + len(surface)), label, score, detector)
    return Fusion(shipped()).accept(Passage(text), [claim]) == [claim]


def test_a_claim_below_the_threshold_falls() -> None:
    """A score just below falls, a score on the threshold stands."""
    assert _stands("Delgado", score=THRESHOLD)
    assert not _stands("Delgado", score=THRESHOLD - 0.01)


def test_a_policy_may_ask_for_less() -> None:
    """With a lower threshold the same claim stands."""
    claim = Finding(Span(0, 7), Label.NAME, 0.3, "guest.v1")
    assert Fusion(shipped()).accept(Passage("Delgado"), [claim], threshold=0.2) == [claim]


@pytest.mark.parametrize(
    ("surface", "label"),
    [
        pytest.param("Metoprolol", Label.NAME, id="drug"),
        pytest.param("Foley", Label.NAME, id="eponym"),
        pytest.param("Chest Pain", Label.ORG, id="clinical-phrase"),
        pytest.param("Tuesday", Label.LOCATION, id="calendar"),
    ],
)
def test_plain_language_vetoes_a_weak_guest(surface: str, label: Label) -> None:
    """A guest's weak claim on plain or clinical words alone falls."""
    assert not _stands(surface, label)


@pytest.mark.parametrize(
    ("surface", "label", "score", "detector"),
    [
        pytest.param("Delgado", Label.NAME, 0.6, "guest.v1", id="a-name-among-the-words"),
        pytest.param("Nurse Delgado", Label.NAME, 0.6, "guest.v1", id="one-word-is-enough"),
        pytest.param("Metoprolol", Label.NAME, 0.9, "guest.v1", id="certain-claim"),
        pytest.param("Foley", Label.NAME, 0.6, "people.v1", id="detector-that-weighs-itself"),
        pytest.param("Metoprolol", Label.OTHER_ID, 0.6, "guest.v1", id="no-name-place-or-house"),
        pytest.param("12 Main Street", Label.LOCATION, 0.6, "guest.v1", id="number-in-it"),
        pytest.param("--", Label.NAME, 0.6, "guest.v1", id="no-word-in-it"),
    ],
)
def test_the_keep_list_is_not_asked(
    surface: str, label: Label, score: float, detector: str
) -> None:
    """Names, certain claims, other labels, numbers and our own detectors stand."""
    assert _stands(surface, label, score, detector)


class Opinion:
    """A model that gives every span the same chance."""

    claims = ()

    def __init__(self, chance: float) -> None:
        """Give this chance."""
        self._chance = chance

    def chance(self, _span: Span) -> float:
        """Return the chance."""
        return self._chance


def _outlives(
    doubt: float,
    label: Label = Label.NAME,
    score: float = 0.6,
    detector: str = "people.v1",
    evidence: tuple[str, ...] = (),
) -> bool:
    claim = Finding(Span(7, 14), label, score, detector, evidence)
    passage = Passage("He saw Delgado today.")
    return Fusion(shipped()).accept(passage, [claim], opinion=Opinion(doubt)) == [claim]


def test_the_model_overrules_a_weak_claim_of_the_lists() -> None:
    """Below the bound it falls, at the bound it stands."""
    assert not _outlives(DOUBT - 0.01)
    assert _outlives(DOUBT)


@pytest.mark.parametrize("label", [Label.NAME, Label.ORG, Label.LOCATION])
def test_the_model_overrules_the_value_of_a_label(label: Label) -> None:
    """What a patient says behind "PATIENT:" is no name; it takes more to see that than in prose."""
    assert not _outlives(DENIAL - 0.01, label, 0.9, "labels.v1", ("label",))
    assert _outlives(DENIAL, label, 0.9, "labels.v1", ("label",))
    assert _outlives(0.0, label, 0.9, "labels.v1", ("column",))


@pytest.mark.parametrize(
    ("label", "score", "detector"),
    [
        pytest.param(Label.NAME, 0.9, "people.v1", id="with-a-cue"),
        pytest.param(Label.NAME, 0.6, "propagation.v1", id="named-elsewhere"),
        pytest.param(Label.NAME, 0.6, "known.v1", id="known-to-the-caller"),
        pytest.param(Label.DATE, 0.6, "date-iso.v1", id="a-form-of-its-own"),
        pytest.param(Label.LOCATION, 0.6, "street.v1", id="a-rule"),
    ],
)
def test_the_model_overrules_nothing_else(label: Label, score: float, detector: str) -> None:
    """However sure it is."""
    assert _outlives(0.0, label, score, detector)


@pytest.mark.parametrize(
    ("text", "surface", "score", "stands"),
    [
        pytest.param("He saw the boss today.", "boss", 0.9, False, id="small-common-word"),
        pytest.param("He saw the BOSS today.", "BOSS", 0.9, False, id="in-capitals"),
        pytest.param("He saw the boss today.", "boss", 0.97, True, id="all-but-sure"),
        pytest.param("He saw Boss today.", "Boss", 0.6, True, id="written-as-a-name"),
        pytest.param("he saw boss today.", "boss", 0.6, True, id="all-small"),
        pytest.param("He saw delgado today.", "delgado", 0.6, True, id="no-word"),
        pytest.param("He saw boss delgado.", "boss delgado", 0.6, True, id="two-words"),
    ],
)
def test_a_common_word_takes_a_sure_model(
    text: str, surface: str, score: float, *, stands: bool
) -> None:
    """Only where the line writes names otherwise."""
    start = text.index(surface)
    claim = Finding(Span(start, start + len(surface)), Label.NAME, score, "model.v1")
    assert Fusion(shipped()).accept(Passage(text), [claim]) == ([claim] if stands else [])


@pytest.mark.parametrize(
    ("surface", "score", "stands"),
    [
        pytest.param("zorvan", 0.7, False, id="small"),
        pytest.param("ZMC", 0.7, False, id="capitals"),
        pytest.param("ZMC", 0.8, True, id="sure-enough"),
        pytest.param("Zorvan", 0.6, True, id="written-as-a-name"),
        pytest.param("zorvan clinic", 0.6, True, id="two-words"),
    ],
)
def test_a_word_is_no_organisation_in_doubt(surface: str, score: float, *, stands: bool) -> None:
    """Whether or not it is a word of the language."""
    text = f"Four days of {surface} and more."
    span = Span(13, 13 + len(surface))
    claim = Finding(span, Label.ORG, score, "model.v1")
    assert Fusion(shipped()).accept(Passage(text), [claim]) == ([claim] if stands else [])
