"""Settings are read once, checked, and refused when they are not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from harborward.domain.errors import SettingsError
from harborward.settings import Settings, Tier, load, names

if TYPE_CHECKING:
    from pathlib import Path


def test_defaults_stand_where_nothing_is_said() -> None:
    """An empty environment gives the defaults."""
    assert load({}) == Settings()


def test_the_environment_is_read_by_prefix() -> None:
    """Other variables do not matter."""
    env = {
        "HARBORWARD_WORKERS": "4",
        "HARBORWARD_PLUGINS": "a, b,",
        "HARBORWARD_VERBOSE": "Yes",
        "HARBORWARD_POLICY": " strict-mask ",
        "HARBORWARD_TIER": "FULL",
        "WORKERS": "9",
    }
    assert load(env) == Settings(
        policy="strict-mask", tier=Tier.FULL, workers=4, plugins=("a", "b"), verbose=True
    )


def test_the_command_line_wins() -> None:
    """What is None was not given."""
    assert load({"HARBORWARD_WORKERS": "4"}, workers=2, tier=None).workers == 2


def test_a_file_comes_before_the_environment(tmp_path: Path) -> None:
    """The environment overrides the file that it names."""
    file = tmp_path / "settings.toml"
    file.write_text('workers = 3\nplugins = ["a", "b"]\nverbose = true\nmax_text_bytes = 9\n')
    env = {"HARBORWARD_CONFIG": str(file), "HARBORWARD_WORKERS": "5"}
    expected = Settings(workers=5, plugins=("a", "b"), verbose=True, max_text_bytes=9)
    assert load(env) == expected


@pytest.mark.parametrize("key", ["HARBORWARD_WORKER", "HARBORWARD_polic"])
def test_an_unknown_key_is_refused_with_a_guess(key: str) -> None:
    """A misspelt setting is an error, never a default."""
    with pytest.raises(SettingsError, match="Did you mean"):
        load({key: "Quillfeather"})


def test_a_strange_key_is_refused_with_the_list() -> None:
    """Where nothing is near, all are named."""
    with pytest.raises(SettingsError, match="Known: policy, tier"):
        load({"HARBORWARD_XQZ": "1"})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("WORKERS", "Quillfeather"),
        ("WORKERS", "0"),
        ("WORKERS", "-1"),
        ("WORKERS", "257"),
        ("MAX_TEXT_BYTES", "0"),
        ("MAX_RECORD_BYTES", "1.5"),
        ("TIER", "Quillfeather"),
        ("VERBOSE", "Quillfeather"),
        ("POLICY", " "),
    ],
)
def test_a_bad_value_is_refused_and_not_repeated(key: str, value: str) -> None:
    """The message names the setting."""
    with pytest.raises(SettingsError, match=f"setting {key.lower()} ") as caught:
        load({f"HARBORWARD_{key}": value})
    assert "Quillfeather" not in str(caught.value)


@pytest.mark.parametrize("content", [b"workers = ", b"\xff", b"Quillfeather = 1"])
def test_a_bad_file_is_refused_and_not_repeated(content: bytes, tmp_path: Path) -> None:
    """Neither its path nor its content is shown."""
    file = tmp_path / "Quillfeather.toml"
    file.write_bytes(content)
    with pytest.raises(SettingsError) as caught:
        load({}, file)
    assert "Quillfeather" not in str(caught.value)


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_file_that_cannot_be_read_is_refused(name: str, tmp_path: Path) -> None:
    """A file that was asked for is not optional."""
    with pytest.raises(SettingsError, match="settings file"):
        load({}, tmp_path / name)


def test_false_is_a_claim_too() -> None:
    """A claim may be denied."""
    assert load({"HARBORWARD_VERBOSE": "off"}).verbose is False


def test_settings_name_themselves() -> None:
    """The documentation is checked against this list."""
    assert "max_record_bytes" in names()


def test_settings_hash() -> None:
    """The engine of a process is cached by its settings."""
    assert hash(Settings()) == hash(Settings())
