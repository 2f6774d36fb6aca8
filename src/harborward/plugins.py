"""Outside detectors: found by entry point, loaded only when the allow-list names them.

A guest package declares, under the group ``harborward.detectors``, a callable without
arguments that returns an object with a versioned ``name`` and a ``find`` method (see
``harborward.text.detector.Detector``). Installing a package is not consent: a guest
runs inside the process that sees PHI, so a person names it in the ``plugins`` setting.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Final

from harborward.domain.errors import PluginError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from importlib.metadata import EntryPoint

GROUP: Final = "harborward.detectors"


class Standing(StrEnum):
    """Whether a guest may come in."""

    ALLOWED = "allowed"  # installed and named in the setting
    REFUSED = "refused"  # installed, not named
    MISSING = "missing"  # named, not installed


@dataclass(frozen=True, slots=True)
class Guest:
    """An outside detector by its entry point name, and its standing."""

    name: str
    standing: Standing


def installed() -> tuple[EntryPoint, ...]:
    """Return the entry points of the group, by name. Nothing is imported."""
    return tuple(sorted(entry_points(group=GROUP), key=lambda point: point.name))


def guests(allowed: Iterable[str], points: Iterable[EntryPoint]) -> tuple[Guest, ...]:
    """Return every guest that is installed or named, sorted by name."""
    listed = set(allowed)
    present = {point.name for point in points}
    standing = {
        name: Standing.MISSING
        if name not in present
        else Standing.ALLOWED
        if name in listed
        else Standing.REFUSED
        for name in listed | present
    }
    return tuple(Guest(name, standing[name]) for name in sorted(standing))


def load(allowed: Iterable[str], points: Iterable[EntryPoint]) -> tuple[object, ...]:
    """Build the guests that are named, in the order of their names.

    Raises:
        PluginError: one is named twice, missing, fails to load, or is no detector.
    """
    by_name: dict[str, list[EntryPoint]] = {}
    for point in points:
        by_name.setdefault(point.name, []).append(point)
    return tuple(_build(name, by_name.get(name, [])) for name in sorted(set(allowed)))


def _build(name: str, points: list[EntryPoint]) -> object:
    if not points:
        msg = f"detector {name} is on the plugins list but not installed"
        raise PluginError(msg, advice="Install its package, or take it off the list")
    if len(points) > 1:
        msg = f"detector {name} is declared by {len(points)} packages"
        raise PluginError(msg, advice="Uninstall all but one of them")
    try:
        factory: Callable[[], object] = points[0].load()
        guest = factory()
    except PluginError:
        # Our own guests say what to install.
        raise
    # A guest may raise anything while it is imported; its words are not repeated.
    except Exception as error:  # noqa: BLE001 - the door to foreign code
        msg = f"detector {name} failed to load ({type(error).__name__})"
        raise PluginError(msg, advice="Repair or remove its package") from None
    if ".v" not in str(getattr(guest, "name", "")) or not callable(getattr(guest, "find", None)):
        msg = f"detector {name} has no versioned name or no find method"
        raise PluginError(msg, advice="See harborward.text.detector.Detector")
    return guest
