"""Every setting, read once: defaults, then a TOML file, then the environment.

The environment variable of a setting is ``HARBORWARD_`` and its name in capitals;
``HARBORWARD_CONFIG`` names the TOML file. This is the only module that reads the
environment. Messages name the setting and never the value.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from harborward.domain.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PREFIX: Final = "HARBORWARD_"
#: The one variable with the prefix that is not itself a setting.
CONFIG: Final = "HARBORWARD_CONFIG"

MIB: Final = 1024 * 1024
#: A text document is held whole in memory, several times over, while it is searched.
DEFAULT_TEXT_BYTES: Final = 64 * MIB
#: A record is one note; the longest real ones are well below a mebibyte.
DEFAULT_RECORD_BYTES: Final = 16 * MIB
#: More processes than this on one machine is a typing error.
MAX_WORKERS: Final = 256
_DIGITS: Final = re.compile(r"[0-9]{1,18}")
_TRUE: Final = frozenset({"1", "true", "yes", "on"})
_FALSE: Final = frozenset({"0", "false", "no", "off"})


class Tier(StrEnum):
    """How much of the engine looks at a text."""

    RULES = "rules"  # rules, lexicons and the label parser: no model
    FULL = "full"  # the rules tier and the trained model


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run; immutable, hashable, and free of secrets and of PHI."""

    #: Policy used where none is named: a shipped name, or the path of a YAML file.
    policy: str = "safe-harbor"
    #: Detectors to run.
    tier: Tier = Tier.FULL
    #: Processes that share the work.
    workers: int = 1
    #: Largest plain-text document, in bytes.
    max_text_bytes: int = DEFAULT_TEXT_BYTES
    #: Largest JSON line or CSV record, in bytes.
    max_record_bytes: int = DEFAULT_RECORD_BYTES
    #: Outside detectors that may be loaded, by entry point name.
    plugins: tuple[str, ...] = ()
    #: Write value-free events as JSON lines on standard error.
    verbose: bool = False

    def __post_init__(self) -> None:
        """Refuse what is out of range."""
        if not 1 <= self.workers <= MAX_WORKERS:
            _refuse("workers", f"a whole number from 1 to {MAX_WORKERS}")
        for name in ("max_text_bytes", "max_record_bytes"):
            if getattr(self, name) < 1:
                _refuse(name, "1 or more bytes")


def load(
    environment: Mapping[str, str] | None = None,
    config: Path | None = None,
    **overrides: object,
) -> Settings:
    """Return the settings of this run.

    ``overrides`` come from the command line and win; those that are None are left out.

    Raises:
        SettingsError: a key is unknown, a value malformed, or the file unreadable.
    """
    env = os.environ if environment is None else environment  # noqa: TID251 - the one place
    path = config or (Path(env[CONFIG]) if env.get(CONFIG) else None)
    merged: dict[str, Any] = {}
    if path is not None:
        merged |= _from_table(_read(path))
    merged |= _from_environment(env)
    merged |= {name: value for name, value in overrides.items() if value is not None}
    return replace(Settings(), **merged)


def names() -> tuple[str, ...]:
    """Return the name of every setting, in the order of the documentation."""
    return tuple(field.name for field in fields(Settings))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        msg = "the settings file does not exist"
        advice = f"Check --config or {CONFIG}"
    except OSError as error:
        msg = f"the settings file cannot be read ({type(error).__name__})"
        advice = f"Check --config or {CONFIG}"
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        msg = "the settings file is not valid TOML"
        advice = 'Write one setting a line, such as workers = 4 or policy = "safe-harbor"'
    raise SettingsError(msg, advice=advice)


def _from_environment(env: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, text in env.items():
        if key.startswith(PREFIX) and key != CONFIG:
            name = _known(key.removeprefix(PREFIX).lower(), shown=key.removeprefix(PREFIX))
            found[name] = _PARSE[name](name, text)
    return found


def _from_table(table: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in table.items():
        name = _known(key, shown=key)
        if isinstance(value, list):
            value = ",".join(str(item) for item in value)  # noqa: PLW2901 - one grammar for both
        found[name] = _PARSE[name](name, str(value))
    return found


def _known(name: str, *, shown: str) -> str:
    if name in _PARSE:
        return name
    close = difflib.get_close_matches(shown.lower(), _PARSE, n=1)
    msg = "there is an unknown setting"
    advice = f"Did you mean {close[0]}?" if close else f"Known: {', '.join(_PARSE)}"
    raise SettingsError(msg, advice=advice)


def _refuse(name: str, wanted: str) -> NoReturn:
    msg = f"setting {name} is malformed or out of range"
    raise SettingsError(msg, advice=f"Give {wanted}")


def _text(name: str, text: str) -> str:
    if not text.strip():
        _refuse(name, "a name or a path")
    return text.strip()


def _whole(name: str, text: str) -> int:
    if not _DIGITS.fullmatch(text.strip()):
        _refuse(name, "a whole number")
    return int(text)


def _tier(name: str, text: str) -> Tier:
    word = text.strip().lower()
    if word not in set(Tier):
        _refuse(name, " or ".join(Tier))
    return Tier(word)


def _list(_name: str, text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(",") if item.strip())


def _claim(name: str, text: str) -> bool:
    word = text.strip().lower()
    if word in _TRUE | _FALSE:
        return word in _TRUE
    _refuse(name, "true or false")


_PARSE: Final[Mapping[str, Callable[[str, str], Any]]] = {
    "policy": _text,
    "tier": _tier,
    "workers": _whole,
    "max_text_bytes": _whole,
    "max_record_bytes": _whole,
    "plugins": _list,
    "verbose": _claim,
}
