"""What the attacks are aimed at: the engine as it ships, rules tier."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from harborward import bootstrap
from harborward.domain.phi import Phi
from harborward.settings import Settings, Tier

if TYPE_CHECKING:
    from harborward.services.seam import Engine


@cache
def _engine() -> Engine:
    return bootstrap.engine(Settings(tier=Tier.RULES))


def find_spans(text: str) -> list[tuple[int, int, str]]:
    """Return start, end and label of each finding, as offsets into ``text``."""
    return [(f.span.start, f.span.end, f.label.value) for f in _engine().find(Phi(text))]
