"""Everything concrete is built here, from settings alone."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from harborward import bootstrap
from harborward.domain.errors import PluginError
from harborward.domain.phi import Phi
from harborward.settings import Settings, Tier
from harborward.telemetry import Event


@pytest.fixture(scope="module")
def engine() -> object:
    """Return the real engine."""
    return bootstrap.engine(Settings(tier=Tier.RULES))


def test_the_engine_finds(engine) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The rules tier knows a labelled number."""
    (finding,) = engine.find(Phi("SSN: 219-62-8843"))
    assert finding.label == "SSN"
    assert engine.tier == "rules"


def test_a_guest_that_is_missing_stops_the_engine() -> None:
    """Not being found is not finding nothing."""
    with pytest.raises(PluginError, match="not installed"):
        bootstrap.guests(Settings(plugins=("nobody",)))


class Guest:
    """A detector from outside."""

    name = "guest.v1"

    def find(self, _passage: object) -> list[object]:
        """Find nothing."""
        return []


class Lodger:
    """An object that is no detector: its name is no text."""

    def find(self, _passage: object) -> list[object]:
        """Find nothing."""
        return []


@pytest.mark.parametrize(("guest", "fits"), [(Guest(), True), (Lodger(), False)])
def test_guests_are_checked(
    guest: object,
    fits: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What comes in by the door is a detector."""
    monkeypatch.setattr(bootstrap.plugins, "load", lambda *_: (guest,))
    if fits:
        assert bootstrap.guests(Settings()) == [guest]
    else:
        with pytest.raises(PluginError, match="no detector"):
            bootstrap.guests(Settings())


def test_the_content_has_one_digest() -> None:
    """The same files, the same digest."""
    assert bootstrap.content_digest() == bootstrap.content_digest()
    assert len(bootstrap.content_digest()) == 64


def test_a_policy_is_named_or_given() -> None:
    """Either way a policy comes out."""
    shipped = bootstrap.policy("safe-harbor")
    assert bootstrap.policy(shipped) is shipped


def test_the_log_is_off_unless_asked_for() -> None:
    """Nothing is written by default."""
    stream = io.StringIO()
    bootstrap.telemetry(Settings(), stream).emit(Event.RUN_ENDED, units=1)
    assert stream.getvalue() == ""
    bootstrap.telemetry(Settings(verbose=True), stream).emit(Event.RUN_ENDED, units=1)
    assert "run.ended" in stream.getvalue()


def test_importing_the_package_loads_nothing_heavy() -> None:
    """The engine, the console and the event loop come with their first use."""
    code = (
        "import sys, harborward; "
        "print([m for m in ('asyncio', 'rich', 'typer', 'yaml', 'json', "
        "'harborward.text.engine', 'harborward.bootstrap') if m in sys.modules])"
    )
    path = [entry for entry in sys.path if entry.endswith("src")]
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {path!r}; {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
