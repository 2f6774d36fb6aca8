"""Builds every concrete thing from the settings, and nobody else does.

The functions here are plain functions of a module, so that a spawned worker process
can be told to call them.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from harborward import plugins
from harborward.domain.errors import PluginError, SettingsError
from harborward.services.seam import Recipe
from harborward.settings import Settings, Tier
from harborward.telemetry import Telemetry
from harborward.text import policies
from harborward.text.detector import Detector

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.resources.abc import Traversable
    from typing import TextIO

    from harborward.domain.policy import Policy
    from harborward.services.seam import Engine


def engine(settings: Settings) -> Engine:
    """Build the text engine: our detectors, then the guests that are allowed.

    Raises:
        SettingsError: the tier needs a model that is not installed.
        PluginError: an allowed guest is missing or is no detector.
    """
    # Imported here: the rules and lexicons are large, and most callers only want a type.
    from harborward.text.draws import SystemDraws  # noqa: PLC0415
    from harborward.text.engine import TextEngine  # noqa: PLC0415
    from harborward.text.lexicon import Lexicon  # noqa: PLC0415

    if settings.tier is Tier.FULL:
        msg = "the full tier needs a trained model, and none is installed"
        raise SettingsError(msg, advice="Use --tier rules")
    raise NotImplementedError
