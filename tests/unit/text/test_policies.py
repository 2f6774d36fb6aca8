"""Policy files: what is not understood is refused, with a hint."""

from __future__ import annotations

from importlib.resources import files

import pytest

from harborward.domain.errors import PolicyError
from harborward.domain.identifier import Label
from harborward.domain.policy import Operator, Regime
from harborward.text import policies

GOOD = """
name: mine
regime: safe-harbor
description: of my own
threshold: 0.4
shift_days: 30
operators:
  default: redact
  DATE: year
"""


def changed(old: str, new: str) -> str:
    """Return the good policy with one thing made wrong."""
    assert old in GOOD
    return GOOD.replace(old, new)


def test_a_good_file_is_read() -> None:
    """Every key arrives."""
    policy = policies.parse(GOOD, "mine.yaml")
    assert (policy.name, policy.regime, policy.description) == (
        "mine",
        Regime.SAFE_HARBOR,
        "of my own",
    )
    assert (policy.threshold, policy.shift_days, policy.source) == (0.4, 30, "mine.yaml")
    assert policy.operators[Label.DATE] is Operator.YEAR
    assert policy.operators[Label.NAME] is Operator.REDACT


def test_what_is_left_out_has_a_default() -> None:
    """Three keys are enough."""
    policy = policies.parse("name: a\nregime: safe-harbor\noperators: {default: tag}", "a")
    assert (policy.threshold, policy.shift_days, policy.description) == (0.5, 365, "")


def test_whole_numbers_are_thresholds_too() -> None:
    """YAML reads 1 as an integer."""
    assert policies.parse(changed("0.4", "1"), "a").threshold == 1.0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (changed("regime:", "regim:"), "Did you mean 'regime'"),
        (changed("DATE:", "DAT:"), "Did you mean 'DATE'"),
        (changed("year", "yaer"), "Did you mean 'year'"),
        (changed("safe-harbor", "safe-habor"), "Did you mean 'safe-harbor'"),
        (changed("safe-harbor", "zzz"), "Known are"),
        (changed("name: mine\n", ""), "name is missing"),
        (changed("mine", "../mine"), "letters, digits and hyphens"),
        (changed("mine", "[mine]"), "letters, digits and hyphens"),
        (changed("name: mine", "name: mine\nname: yours"), "a key stands twice"),
        (changed("DATE: year", "DATE: year\n  DATE: keep"), "a key stands twice"),
        (changed("DATE: year", "? [a, b]\n  : year"), "a key is not plain text"),
        (changed("DATE: year", "DATE: 7"), "not text"),
        (changed("default: redact", "default: keep"), "eighteen"),
        (changed("  default: redact\n", ""), "says nothing about NAME"),
        (changed("0.4", "high"), "threshold is a number"),
        (changed("0.4", "true"), "threshold is a number"),
        (changed("0.4", "2"), "threshold lies in"),
        (changed("30", "1.5"), "whole number of days"),
        (changed("30", "yes"), "whole number of days"),
        ("name: a\nregime: safe-harbor\noperators: {}", "operators is a mapping"),
        ("name: a\nregime: safe-harbor\noperators: redact", "operators is a mapping"),
        ("- a\n- b", "a policy is a mapping"),
        ("", "a policy is a mapping"),
        ("{", "line 1"),
        ("a: &x [1]\nb: *x", "no aliases"),
        ("a: [[[[[[1]]]]]]", "nested too deep"),
        ("a: !!python/object:os.system x", "could not determine a constructor"),
        ("a: \x00", "not YAML"),
        ("#" * (policies.MAX_CHARACTERS + 1), "longer than"),
    ],
)
def test_a_bad_file_is_refused_with_a_reason(text: str, says: str) -> None:
    """A misspelt key must not become a default."""
    with pytest.raises(PolicyError) as caught:
        policies.parse(text, "bad.yaml")
    assert says in str(caught.value)


@pytest.mark.parametrize("name", policies.shipped())
def test_every_shipped_policy_loads_under_its_own_name(name: str) -> None:
    """The file name is the name."""
    assert policies.load(name).name == name


def test_these_policies_are_shipped() -> None:
    """A manual names them."""
    assert policies.shipped() == (
        "limited-data-set",
        "research-dates-shifted",
        "safe-harbor",
        "safe-harbor-surrogate",
        "safe-harbor-tag",
        "strict-mask",
    )


@pytest.mark.parametrize("name", [n for n in policies.shipped() if "safe" in n or "strict" in n])
def test_safe_harbor_policies_work_under_safe_harbor(name: str) -> None:
    """The name promises the regime."""
    assert policies.load(name).regime is Regime.SAFE_HARBOR


def test_the_strict_mask_redacts_all_and_asks_for_less() -> None:
    """Nothing partial stays, and weak findings count."""
    policy = policies.load("strict-mask")
    assert set(policy.operators.values()) == {Operator.REDACT}
    assert policy.threshold == 0.3


def test_a_policy_is_loaded_from_a_path() -> None:
    """A path ends in .yaml or .yml."""
    path = files("harborward.text") / "data" / "policies" / "strict-mask.yaml"
    assert policies.load(str(path)) == policies.load("strict-mask")


def test_an_unknown_name_meets_a_hint() -> None:
    """Misspelling is common."""
    with pytest.raises(PolicyError, match="Did you mean 'safe-harbor'"):
        policies.load("safe-harbour")


def test_a_missing_file_is_a_policy_error() -> None:
    """Not a traceback from the system."""
    with pytest.raises(PolicyError, match="cannot be read"):
        policies.load("/nowhere/policy.yaml")
