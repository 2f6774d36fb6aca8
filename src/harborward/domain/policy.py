"""What is done to each kind of finding, and under which paragraph of the law."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from harborward.domain.errors import PolicyError
from harborward.domain.identifier import Label

if TYPE_CHECKING:
    from collections.abc import Mapping


class Regime(StrEnum):
    """The paragraph a policy works under; it decides which operators are lawful."""

    SAFE_HARBOR = "safe-harbor"  # 164.514(b)(2)
    LIMITED_DATA_SET = "limited-data-set"  # 164.514(e)
    EXPERT_DETERMINATION = "expert-determination"  # 164.514(b)(1)


class Operator(StrEnum):
    """What happens to a finding."""

    REDACT = "redact"  # [NAME]
    TAG = "tag"  # [NAME-1], the same value the same number within one crosswalk
    SURROGATE = "surrogate"  # a random, realistic stand-in
    YEAR = "year"  # dates: only the year stays
    SHIFT = "shift"  # dates: moved by a number of days kept per person
    AGE_90 = "age-90"  # ages over 89: "90 or older"
    ZIP3 = "zip3"  # ZIP codes: three digits or 000; the rest of a place is redacted
    TOWN = "town"  # towns, states and ZIP codes stay; the rest of a place is redacted
    KEEP = "keep"  # left as it is


#: Operators that make sense for a label beyond redact, tag, surrogate and keep.
_SPECIAL: Final[Mapping[Operator, frozenset[Label]]] = {
    Operator.YEAR: frozenset({Label.DATE}),
    Operator.SHIFT: frozenset({Label.DATE}),
    Operator.AGE_90: frozenset({Label.AGE_OVER_89}),
    Operator.ZIP3: frozenset({Label.LOCATION}),
    Operator.TOWN: frozenset({Label.LOCATION}),
}

#: No realistic stand-in: a false date or age misleads care, a picture has no text.
_NO_SURROGATE: Final[Mapping[Label, str]] = {
    Label.DATE: "Use year, or shift under another regime",
    Label.AGE_OVER_89: "Use age-90",
    Label.BIOMETRIC: "Use redact or tag",
    Label.PHOTO: "Use redact or tag",
}

#: What a limited data set may keep whole: 164.514(e)(2) drops sixteen identifiers and
#: leaves elements of dates, and ages. Of places it leaves town, city, state and ZIP code
#: alone, and a LOCATION may be a street: hence ``town``, not ``keep``.
_LIMITED_MAY_KEEP: Final = frozenset({Label.DATE, Label.AGE_OVER_89})

#: Longest shift that still makes a date readable as one of the same life.
MAX_SHIFT_DAYS: Final = 3650


@dataclass(frozen=True, slots=True)
class Policy:
    """A named set of operators, one for each label; refuses what its regime forbids.

    Raises:
        PolicyError: a label has no operator, an operator does not fit its label, the
            regime forbids it, or a figure is out of range.
    """

    name: str
    regime: Regime
    description: str
    operators: Mapping[Label, Operator]
    #: Findings scored below this are left alone. Low by design: a leak costs more.
    threshold: float = 0.5
    #: Largest shift in days, for ``shift``; drawn at random per person.
    shift_days: int = 365
    source: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Check that every label has a lawful operator, and keep an own copy of them."""
        # A copy, so that nobody changes a policy after it was found lawful.
        object.__setattr__(self, "operators", dict(self.operators))
        missing = [label.value for label in Label if label not in self.operators]
        if missing:
            msg = f"policy {self.name!r} says nothing about {', '.join(missing)}"
            raise PolicyError(msg, advice="Give every label an operator, or set a default")
        for label, operator in self.operators.items():
            self._check_fit(label, operator)
            self._check_law(label, operator)
        if not 0.0 < self.threshold <= 1.0:
            msg = f"policy {self.name!r}: threshold lies in (0, 1]"
            raise PolicyError(msg)
        if not 1 <= self.shift_days <= MAX_SHIFT_DAYS:
            msg = f"policy {self.name!r}: shift_days lies between 1 and {MAX_SHIFT_DAYS}"
            raise PolicyError(msg)

    def _check_fit(self, label: Label, operator: Operator) -> None:
        where = f"policy {self.name!r}: {label.value}: {operator.value}"
        if operator in _SPECIAL and label not in _SPECIAL[operator]:
            msg = f"{where} does not fit this label"
            raise PolicyError(msg, advice=f"It is for {', '.join(sorted(_SPECIAL[operator]))}")
        if operator is Operator.SURROGATE and label in _NO_SURROGATE:
            msg = f"{where} has no realistic stand-in"
            raise PolicyError(msg, advice=_NO_SURROGATE[label])

    def _check_law(self, label: Label, operator: Operator) -> None:
        where = f"policy {self.name!r}: {label.value}: {operator.value}"
        if self.regime is Regime.SAFE_HARBOR and operator is Operator.SHIFT:
            msg = f"{where}: a shifted date is still a date (164.514(b)(2)(i)(C))"
            raise PolicyError(msg, advice="Use year, or name another regime")
        if self.regime is Regime.SAFE_HARBOR and operator in {Operator.KEEP, Operator.TOWN}:
            msg = f"{where}: Safe Harbor removes all eighteen identifiers (164.514(b)(2)(i))"
            raise PolicyError(msg, advice="Use redact, tag or surrogate")
        if (
            self.regime is Regime.LIMITED_DATA_SET
            and operator is Operator.KEEP
            and label not in _LIMITED_MAY_KEEP
        ):
            msg = f"{where}: 164.514(e)(2) removes this identifier"
            advice = "Use town" if label is Label.LOCATION else "Only dates and ages may stay"
            raise PolicyError(msg, advice=advice)
