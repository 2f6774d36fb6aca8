"""Policy files: YAML in, a checked ``Policy`` out; what is not understood is refused.

::

    name: my-policy                  # letters, digits and hyphens
    regime: safe-harbor              # or limited-data-set, expert-determination
    description: what it is for
    threshold: 0.5                   # optional
    shift_days: 365                  # optional, for the shift operator
    operators:
      default: redact                # for every label not named below
      DATE: year

A policy decides what leaves the house, so a misspelt key is an error, never a default.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn, TypeVar, cast

import yaml

from harborward.domain.errors import PolicyError
from harborward.domain.identifier import Label
from harborward.domain.policy import Operator, Policy, Regime

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum
    from importlib.resources.abc import Traversable

#: Twenty labels need under 2 kB; the rest is room for a long description.
MAX_CHARACTERS: Final = 64_000
#: A policy nests one level deep; a deeper file is not one, or means harm.
MAX_DEPTH: Final = 4
SUFFIX: Final = ".yaml"
DEFAULT: Final = "default"
_KEYS: Final = ("name", "regime", "description", "threshold", "shift_days", "operators")
_REQUIRED: Final = ("name", "regime", "operators")
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}", re.IGNORECASE)

E = TypeVar("E", bound="StrEnum")


class _StrictLoader(yaml.SafeLoader):
    """A safe loader that also refuses duplicate keys; aliases never reach it."""

    def construct_mapping(
        self,
        node: yaml.MappingNode,
        deep: bool = False,  # noqa: FBT001, FBT002 - the signature of the base class
    ) -> dict[object, object]:
        """Build a dict, unless a key stands twice."""
        seen: set[object] = set()
        for key_node, _ in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if key in seen or key is None:
                mark = key_node.start_mark
                what = "a key stands twice" if key in seen else "a key is not plain text"
                raise yaml.constructor.ConstructorError(None, None, what, mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


def shipped() -> tuple[str, ...]:
    """Return the names of the policies in the package, sorted."""
    names = (path.name for path in _folder().iterdir())
    return tuple(sorted(name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX)))


def load(name_or_path: str | Path) -> Policy:
    """Return a shipped policy by name, or one from a file by path (``.yaml``, ``.yml``).

    Raises:
        PolicyError: no such policy, or the file cannot be read, is too large, is not
            understood, or mixes what the law keeps apart.
    """
    name = str(name_or_path)
    if name in shipped():
        return _shipped(name)
    if not name.endswith((SUFFIX, ".yml")):
        msg = f"there is no policy {name!r}"
        raise PolicyError(msg, advice=_meant(name, shipped()))
    try:
        with Path(name).open(encoding="utf-8") as file:
            text = file.read(MAX_CHARACTERS + 1)
    except (OSError, UnicodeDecodeError) as error:
        msg = f"the policy file {name!r} cannot be read"
        raise PolicyError(msg, advice="Check the path, and that it is UTF-8") from error
    return parse(text, name)


def parse(text: str, source: str) -> Policy:
    """Read one policy; ``source`` says in messages where it came from.

    Raises:
        PolicyError: it is too large, is not understood, or mixes what the law keeps apart.
    """
    table = _table(text, source)
    _refuse_unknown(table, _KEYS, f"{source}: key")
    for key in _REQUIRED:
        if key not in table:
            _refuse(f"{source}: {key} is missing")
    name = table["name"]
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        _refuse(f"{source}: name is letters, digits and hyphens, at most 64")
    return Policy(
        name=name,
        regime=_member(Regime, table["regime"], f"{source}: regime"),
        description=str(table.get("description", "")),
        operators=_operators(table["operators"], source),
        threshold=_number(table.get("threshold", 0.5), f"{source}: threshold"),
        shift_days=_whole(table.get("shift_days", 365), f"{source}: shift_days"),
        source=source,
    )


@cache
def _shipped(name: str) -> Policy:
    return parse((_folder() / f"{name}{SUFFIX}").read_text("utf-8"), f"{name}{SUFFIX}")


def _folder() -> Traversable:
    return files("harborward.text") / "data" / "policies"


def _table(text: str, source: str) -> dict[str, object]:
    """Return the one mapping of a YAML text."""
    if len(text) > MAX_CHARACTERS:
        _refuse(f"{source}: longer than {MAX_CHARACTERS} characters")
    try:
        _refuse_tricks(text, source)
        document = yaml.load(text, _StrictLoader)  # noqa: S506 - a SafeLoader, made stricter
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "not YAML"
        msg = f"{source}{line}: {problem}"
        # The library's own message quotes the file.
        raise PolicyError(msg, advice="Correct the file") from None
    if not isinstance(document, dict):
        _refuse(f"{source}: a policy is a mapping of keys to values")
    return cast("dict[str, object]", document)


def _refuse_tricks(text: str, source: str) -> None:
    """Refuse aliases, which can grow without bound, and deep nesting."""
    depth = 0
    for event in yaml.parse(text, yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            _refuse(f"{source}: a policy uses no aliases")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            _refuse(f"{source}: nested too deep for a policy")


def _operators(table: object, source: str) -> dict[Label, Operator]:
    """Return an operator for every label that the table names or its default covers."""
    if not isinstance(table, dict) or not table:
        _refuse(f"{source}: operators is a mapping of labels to operators")
    rows = cast("dict[str, object]", table)
    _refuse_unknown(rows, (DEFAULT, *Label), f"{source}: label")
    chosen = {key: _member(Operator, value, f"{source}: {key}") for key, value in rows.items()}
    default = chosen.pop(DEFAULT, None)
    filled = {label: default for label in Label if default is not None}
    return filled | {Label(key): operator for key, operator in chosen.items()}


def _member(kind: type[E], value: object, where: str) -> E:
    if not isinstance(value, str) or value not in set(kind):
        msg = f"{where}: {value!r} is not known" if isinstance(value, str) else f"{where}: not text"
        raise PolicyError(msg, advice=_meant(str(value), kind))
    return kind(value)


def _number(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        _refuse(f"{where} is a number")
    return float(value)


def _whole(value: object, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        _refuse(f"{where} is a whole number of days")
    return value


def _refuse_unknown(table: dict[str, object], known: Iterable[str], where: str) -> None:
    names = [str(name) for name in known]
    for key in table:
        if key not in names:
            msg = f"{where} {key!r} is not known"
            raise PolicyError(msg, advice=_meant(str(key), names))


def _meant(word: str, known: Iterable[str]) -> str:
    """Return advice: the nearest known word, or all of them."""
    names = [str(name) for name in known]
    folded = {name.casefold(): name for name in names}
    close = get_close_matches(word.casefold(), folded, n=1)
    return f"Did you mean {folded[close[0]]!r}?" if close else f"Known are {', '.join(names)}"


def _refuse(message: str) -> NoReturn:
    raise PolicyError(message, advice="Correct the file")
