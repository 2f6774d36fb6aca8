"""What the services need from the text engine, and how a process comes by one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from harborward.domain.crosswalk import Crosswalk
    from harborward.domain.masked import Released
    from harborward.domain.phi import Phi
    from harborward.domain.policy import Policy
    from harborward.domain.span import Finding
    from harborward.settings import Settings
    from harborward.text.known import Known


class Engine(Protocol):
    """Finds and replaces in one text; immutable, and cheap to call again."""

    @property
    def tier(self) -> str:
        """Which detectors run: ``rules`` or ``full``."""
        ...

    @property
    def detectors(self) -> tuple[str, ...]:
        """The detectors' names with their versions."""
        ...

    @property
    def digest(self) -> str:
        """What identifies detectors, rules and lexicons, for the key of a unit."""
        ...

    def find(self, text: Phi, known: Known | None = None) -> tuple[Finding, ...]:
        """Return findings sorted and apart, offsets in characters of ``text``.

        Raises:
            DetectorError: a detector failed; that is not "none found".
        """
        ...

    def find_many(self, texts: Sequence[Phi]) -> Sequence[tuple[Finding, ...]]:
        """Return for each text what ``find`` would, sooner.

        Raises:
            DetectorError: a detector failed on one of them.
        """
        ...

    def deidentify(
        self,
        text: Phi,
        policy: Policy,
        crosswalk: Crosswalk,
        *,
        person: str = "",
        known: Known | None = None,
    ) -> Released:
        """Return the text transformed under ``policy`` and verified.

        Raises:
            ResidualError: the output still seems to hold an identifier.
            DetectorError: a detector failed.
        """
        ...


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to build the engine. It pickles; an engine does not cross a process border.

    ``build`` is a function of a module, so that a spawned process can import it.
    """

    build: Callable[[Settings], Engine]
    settings: Settings


@cache
def engine(recipe: Recipe) -> Engine:
    """Return the engine of a recipe, built once in each process."""
    return recipe.build(recipe.settings)
