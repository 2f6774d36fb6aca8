"""From chances to claims."""

from __future__ import annotations

import numpy as np
import pytest

from harborward.domain.identifier import Label
from harborward.text.model.decode import CLASSES, claims
from harborward.text.passage import Passage

LIMITS = dict.fromkeys(Label, 0.5) | {Label.DATE: 0.2}
PASSAGE = Passage("Ada Okafor saw Ben")
NAME, DATE = CLASSES.index(Label.NAME), CLASSES.index(Label.DATE)


def chances(*tokens: dict[int, float]) -> np.ndarray:
    """Return chances from tag to chance for each token; the rest is outside."""
    made = np.zeros((len(tokens), 1 + 2 * len(CLASSES)), dtype=np.float32)
    for row, given in zip(made, tokens, strict=True):
        for tag, chance in given.items():
            row[tag] = chance
        row[0] = 1 - row.sum()
    return made


def begin(kind: int, chance: float) -> dict[int, float]:
    """Return the chance of a beginning."""
    return {1 + 2 * kind: chance}


def inside(kind: int, chance: float) -> dict[int, float]:
    """Return the chance of going on."""
    return {2 + 2 * kind: chance}


def found(*tokens: dict[int, float]) -> list[tuple[str, str]]:
    """Return what is claimed, as surface and label."""
    made = claims(PASSAGE, chances(*tokens), LIMITS, "model.v1")
    return [(PASSAGE.text[c.span.start : c.span.end], c.label.value) for c in made]


def test_nothing_is_claimed_below_the_threshold() -> None:
    """Each class has its own."""
    assert found(begin(NAME, 0.49), {}, {}, {}) == []
    assert found(begin(DATE, 0.21), {}, {}, {}) == [("Ada", "DATE")]


def test_a_claim_takes_in_what_goes_on() -> None:
    """Up to the first token outside."""
    tokens = (begin(NAME, 0.9), inside(NAME, 0.8), {}, begin(NAME, 0.7))
    assert found(*tokens) == [("Ada Okafor", "NAME"), ("Ben", "NAME")]


def test_a_beginning_ends_the_claim_before() -> None:
    """Two people side by side."""
    tokens = (begin(NAME, 0.9), begin(NAME, 0.8), {}, {})
    assert found(*tokens) == [("Ada", "NAME"), ("Okafor", "NAME")]


def test_a_claim_does_not_go_on_in_another_class() -> None:
    """Going on from outside or from another class is a beginning."""
    tokens = (inside(NAME, 0.9), inside(DATE, 0.8), {}, {})
    assert found(*tokens) == [("Ada", "NAME"), ("Okafor", "DATE")]


def test_beginning_and_going_on_count_together() -> None:
    """The model may waver between the two."""
    assert found({1 + 2 * NAME: 0.3, 2 + 2 * NAME: 0.3}, {}, {}, {}) == [("Ada", "NAME")]


def test_the_surest_class_by_its_own_threshold_wins() -> None:
    """A date with twice its threshold beats a name just over its own."""
    assert found({1 + 2 * NAME: 0.5, 1 + 2 * DATE: 0.4}, {}, {}, {}) == [("Ada", "DATE")]


@pytest.mark.parametrize(("chance", "score"), [(0.5, 0.5), (0.75, 0.745), (1.0, 0.99)])
def test_the_score_runs_from_the_threshold_up(chance: float, score: float) -> None:
    """A claim at its threshold just stands."""
    (claim,) = claims(PASSAGE, chances(begin(NAME, chance), {}, {}, {}), LIMITS, "model.v1")
    assert claim.score == pytest.approx(score)
    assert (claim.detector, claim.evidence) == ("model.v1", ("model",))
