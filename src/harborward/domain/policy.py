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
    KEEP = "keep"  # left as it is


#: Operators that make sense for a label beyond redact, tag, surrogate and keep.
_SPECIAL: Final[Mapping[Operator, frozenset[Label]]] = {
    Operator.YEAR: frozenset({Label.DATE}),
    Operator.SHIFT: frozenset({Label.DATE}),
    Operator.AGE_90: frozenset({Label.AGE_OVER_89}),
    Operator.ZIP3: frozenset({Label.LOCATION}),
}

#: What a limited data set may keep: 164.514(e)(2) drops sixteen identifiers and
#: leaves town, city, state, ZIP code, and elements of dates.
_LIMITED_MAY_KEEP: Final = frozenset({Label.LOCATION, Label.DATE, Label.AGE_OVER_89})


@dataclass(frozen=True, slots=True)
class Policy:
    """A named set of operators, one for each label; refuses what its regime forbids."""

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
        """Check that every label has a lawful operator."""
        missing = [label.value for label in Label if label not in self.operators]
        if missing:
            msg = f"policy {self.name!r} says nothing about {', '.join(missing)}"
            raise PolicyError(msg, advice="Give every label an operator, or set a default")
        for label, operator in self.operators.items():
            self._check(label, operator)
        if not 0.0 < self.threshold <= 1.0:
            msg = f"policy {self.name!r}: threshold lies in (0, 1]"
            raise PolicyError(msg)
        if self.shift_days < 1:
            msg = f"policy {self.name!r}: shift_days is 1 or more"
            raise PolicyError(msg)

    def _check(self, label: Label, operator: Operator) -> None:
        where = f"policy {self.name!r}: {label.value}: {operator.value}"
        if operator in _SPECIAL and label not in _SPECIAL[operator]:
            msg = f"{where} does not fit this label"
            raise PolicyError(msg, advice=f"It is for {', '.join(sorted(_SPECIAL[operator]))}")
        if self.regime is Regime.SAFE_HARBOR and operator is Operator.SHIFT:
            msg = f"{where}: a shifted date is still a date (164.514(b)(2)(i)(C))"
            raise PolicyError(msg, advice="Use year, or name another regime")
        if self.regime is Regime.SAFE_HARBOR and operator is Operator.KEEP:
            msg = f"{where}: Safe Harbor removes all eighteen identifiers (164.514(b)(2)(i))"
            raise PolicyError(msg, advice="Use redact, tag or surrogate")
        if (
            self.regime is Regime.LIMITED_DATA_SET
            and operator is Operator.KEEP
            and label not in _LIMITED_MAY_KEEP
        ):
            msg = f"{where}: 164.514(e)(2) removes this identifier"
            raise PolicyError(msg, advice="Only dates, ages and towns may stay")
