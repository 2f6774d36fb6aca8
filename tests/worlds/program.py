"""The program, wired to the little engine; run as a script it is a real process.

``python tests/worlds/program.py ...`` behaves like ``harborward ...``.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from harborward.bootstrap import Wiring
from harborward.cli import main
from harborward.domain.errors import PolicyError
from harborward.domain.policy import Operator, Policy
from worlds.engine import WordEngine, policy

if TYPE_CHECKING:
    from harborward.settings import Settings

_OPERATORS = {"safe-harbor": Operator.REDACT, "tags": Operator.TAG, "shifts": Operator.SHIFT}


class SlowEngine(WordEngine):
    """The little engine, slow enough to be killed at work."""

    def find(self, *arguments, **named):  # type: ignore[no-untyped-def]  # noqa: ANN002, ANN003, ANN201, D102
        time.sleep(0.001)
        return super().find(*arguments, **named)


def build(_settings: Settings) -> WordEngine:
    """Return the engine; slow where the environment of the test says so."""
    return SlowEngine() if os.environ.get("SLOW_WORLD") else WordEngine()  # noqa: TID251


def named(name: str) -> Policy:
    """Return one of three policies."""
    operator = _OPERATORS.get(name)
    if operator is None:
        msg = "there is no such policy"
        raise PolicyError(msg, advice="Known are safe-harbor, tags, shifts")
    chosen = policy(name)
    labels = dict.fromkeys(chosen.operators, Operator.REDACT if name == "shifts" else operator)
    if name == "shifts":
        labels = {label: (operator if label == "DATE" else one) for label, one in labels.items()}
    return Policy(name, chosen.regime, chosen.description, labels)


WIRING = Wiring(build=build, policy=named, policies=lambda: tuple(_OPERATORS))

if __name__ == "__main__":
    sys.exit(main(wiring=WIRING))
