"""Builds every concrete thing from the settings, and nobody else does.

The functions here are plain functions of a module, so that a spawned worker process
can be told to call them.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from harborward import plugins
from harborward.domain.errors import PluginError
from harborward.services.seam import Recipe
from harborward.services.seam import engine as built
from harborward.settings import Settings, Tier, load
from harborward.telemetry import Telemetry
from harborward.text import policies
from harborward.text.detector import Detector, Follower

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from importlib.resources.abc import Traversable
    from typing import TextIO

    from harborward.domain.policy import Policy
    from harborward.services.seam import Engine


def engine(settings: Settings) -> Engine:
    """Build the text engine: our detectors, then the guests that are allowed.

    Raises:
        ModelError: the full tier's model is missing, was changed, or cannot run.
        PluginError: an allowed guest is missing or is no detector.
    """
    # Imported here: the engine reads large tables, and many callers only want a type.
    from harborward.text import lexicon, rules  # noqa: PLC0415 - see above
    from harborward.text.beside import Companions  # noqa: PLC0415 - see above
    from harborward.text.blocks import AddressBlocks  # noqa: PLC0415 - see above
    from harborward.text.draws import SystemDraws  # noqa: PLC0415 - see above
    from harborward.text.engine import TextEngine  # noqa: PLC0415 - see above
    from harborward.text.fuse import Fusion  # noqa: PLC0415 - see above
    from harborward.text.model import store  # noqa: PLC0415 - see above
    from harborward.text.names.labels import LabelledValues  # noqa: PLC0415 - see above
    from harborward.text.names.organisations import OrganisationDetector  # noqa: PLC0415 - see above
    from harborward.text.names.people import PeopleDetector  # noqa: PLC0415 - see above
    from harborward.text.names.places import PlaceDetector  # noqa: PLC0415 - see above
    from harborward.text.ocr import Scans  # noqa: PLC0415 - see above
    from harborward.text.propagate import Propagation  # noqa: PLC0415 - see above
    from harborward.text.rule_detector import RuleDetector  # noqa: PLC0415 - see above

    words = lexicon.shipped()
    ours: list[Detector] = [
        RuleDetector(rules.shipped()),
        LabelledValues(words),
        PeopleDetector(words),
        PlaceDetector(words),
        OrganisationDetector(words),
    ]
    model = store.shipped(words) if settings.tier is Tier.FULL else None
    followers: list[Follower] = [
        AddressBlocks(words, lexicon.zip_states()),
        Companions(words),
        Propagation(words),
    ]
    return TextEngine(
        [*ours, *guests(settings)],
        followers,
        Fusion(words),
        Scans(words),
        SystemDraws(),
        tier=settings.tier.value,
        model=model,
        content=content_digest(),
        as_of=time.gmtime().tm_year,
    )


def guests(settings: Settings) -> list[Detector]:
    """Return the outside detectors that the settings allow.

    Raises:
        PluginError: one is missing, fails to load, or is no detector.
    """
    found: list[Detector] = []
    for guest in plugins.load(settings.plugins, plugins.installed()):
        if not isinstance(guest, Detector):
            msg = "an allowed plugin is no detector"
            raise PluginError(msg, advice="See harborward.text.detector.Detector")
        found.append(guest)
    return found


def content_digest() -> str:
    """Return the SHA-256 over the text engine: its code, rules, policies and lexicons."""
    whole = hashlib.sha256()
    for path, content in sorted(_content(files("harborward.text"), "")):
        whole.update(f"{path}\0{content}\n".encode())
    return whole.hexdigest()


def _content(folder: Traversable, prefix: str) -> Iterator[tuple[str, str]]:
    for path in folder.iterdir():
        if path.is_dir():
            if path.name != "__pycache__":
                yield from _content(path, f"{prefix}{path.name}/")
        else:
            yield f"{prefix}{path.name}", hashlib.sha256(path.read_bytes()).hexdigest()


@dataclass(frozen=True, slots=True)
class Wiring:
    """What the faces need, as functions; tests put little worlds in their place."""

    build: Callable[[Settings], Engine] = engine
    policy: Callable[[str], Policy] = policies.load
    policies: Callable[[], tuple[str, ...]] = policies.shipped

    def recipe(self, settings: Settings) -> Recipe:
        """Return how each process comes by its engine."""
        return Recipe(self.build, settings)


def telemetry(settings: Settings, stream: TextIO) -> Telemetry:
    """Return the logger: to ``stream`` where the settings ask for it, else to nowhere."""
    return Telemetry(stream if settings.verbose else None, time.time)


def default_engine() -> Engine:
    """Return the engine of the package face, built on the first call for its settings."""
    return built(Recipe(engine, load()))


def policy(chosen: str | Policy) -> Policy:
    """Return a policy by name or path, or the one that was given.

    Raises:
        PolicyError: there is no such policy, or it is not lawful.
    """
    return policies.load(chosen) if isinstance(chosen, str) else chosen
