"""A policy that the law forbids cannot be built."""

from __future__ import annotations

import pytest

from harborward.domain.errors import PolicyError
from harborward.domain.identifier import Label
from harborward.domain.policy import MAX_SHIFT_DAYS, Operator, Policy, Regime


def build(
    regime: Regime = Regime.SAFE_HARBOR,
    operators: dict[Label, Operator] | None = None,
    *,
    threshold: float = 0.5,
    shift_days: int = 365,
) -> Policy:
    """Return a policy that redacts whatever ``operators`` does not name."""
    full = dict.fromkeys(Label, Operator.REDACT) | (operators or {})
    return Policy("p", regime, "", full, threshold, shift_days)


def test_redacting_everything_is_always_lawful() -> None:
    """Every regime allows to remove more than it must."""
    assert {build(regime).regime for regime in Regime} == set(Regime)


def test_a_label_without_an_operator_is_refused() -> None:
    """Silence about a label is not consent."""
    operators = {label: Operator.REDACT for label in Label if label is not Label.SSN}
    with pytest.raises(PolicyError, match="SSN"):
        Policy("p", Regime.SAFE_HARBOR, "", operators)


@pytest.mark.parametrize("label", list(Label))
def test_safe_harbor_keeps_no_identifier(label: Label) -> None:
    """164.514(b)(2)(i) removes all eighteen."""
    with pytest.raises(PolicyError, match="eighteen"):
        build(operators={label: Operator.KEEP})


def test_safe_harbor_keeps_no_towns() -> None:
    """A town is smaller than a state."""
    with pytest.raises(PolicyError, match="eighteen"):
        build(operators={Label.LOCATION: Operator.TOWN})


def test_safe_harbor_shifts_no_dates() -> None:
    """A shifted date still is a date."""
    with pytest.raises(PolicyError, match=r"164\.514\(b\)\(2\)\(i\)\(C\)"):
        build(operators={Label.DATE: Operator.SHIFT})


def test_an_expert_may_find_for_shifted_dates() -> None:
    """164.514(b)(1) leaves the method to the expert."""
    policy = build(Regime.EXPERT_DETERMINATION, {Label.DATE: Operator.SHIFT})
    assert policy.operators[Label.DATE] is Operator.SHIFT


@pytest.mark.parametrize("label", [Label.DATE, Label.AGE_OVER_89])
def test_a_limited_data_set_may_keep(label: Label) -> None:
    """164.514(e)(2) does not list dates and ages."""
    policy = build(Regime.LIMITED_DATA_SET, {label: Operator.KEEP})
    assert policy.operators[label] is Operator.KEEP


@pytest.mark.parametrize(
    "label", [label for label in Label if label not in {Label.DATE, Label.AGE_OVER_89}]
)
def test_a_limited_data_set_removes(label: Label) -> None:
    """All that 164.514(e)(2) lists, and places whole, for they may be streets."""
    with pytest.raises(PolicyError, match=r"164\.514\(e\)\(2\)"):
        build(Regime.LIMITED_DATA_SET, {label: Operator.KEEP})


def test_a_limited_data_set_leaves_towns() -> None:
    """164.514(e)(2)(ii) excepts town or city, state and ZIP code."""
    policy = build(Regime.LIMITED_DATA_SET, {Label.LOCATION: Operator.TOWN})
    assert policy.operators[Label.LOCATION] is Operator.TOWN


@pytest.mark.parametrize(
    ("label", "operator"),
    [
        (Label.NAME, Operator.YEAR),
        (Label.PHONE, Operator.SHIFT),
        (Label.DATE, Operator.AGE_90),
        (Label.ORG, Operator.ZIP3),
        (Label.NAME, Operator.TOWN),
    ],
)
def test_an_operator_fits_its_label_alone(label: Label, operator: Operator) -> None:
    """A name has no year."""
    with pytest.raises(PolicyError, match="does not fit"):
        build(Regime.EXPERT_DETERMINATION, {label: operator})


@pytest.mark.parametrize("label", [Label.DATE, Label.AGE_OVER_89, Label.BIOMETRIC, Label.PHOTO])
def test_some_labels_have_no_surrogate(label: Label) -> None:
    """A false date misleads care."""
    with pytest.raises(PolicyError, match="stand-in"):
        build(operators={label: Operator.SURROGATE})


@pytest.mark.parametrize("threshold", [0.0, -1.0, 1.01])
def test_a_threshold_outside_its_range_is_refused(threshold: float) -> None:
    """A threshold of zero or two means nothing."""
    with pytest.raises(PolicyError, match="threshold"):
        build(threshold=threshold)


@pytest.mark.parametrize("days", [0, -3, MAX_SHIFT_DAYS + 1])
def test_a_shift_outside_its_range_is_refused(days: int) -> None:
    """A shift of nothing leaves true dates."""
    with pytest.raises(PolicyError, match="shift_days"):
        build(shift_days=days)


def test_a_policy_cannot_be_changed_through_its_source() -> None:
    """What was checked is what is used."""
    operators = dict.fromkeys(Label, Operator.REDACT)
    policy = Policy("p", Regime.SAFE_HARBOR, "", operators)
    operators[Label.SSN] = Operator.KEEP
    assert policy.operators[Label.SSN] is Operator.REDACT
