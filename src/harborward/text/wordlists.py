"""The word lists behind the name detectors: data, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, frozenset[str]]:
    resource = files("harborward.text") / "data" / "names" / "words.toml"
    tables: dict[str, str] = tomllib.loads(resource.read_text("utf-8"))
    return {name: frozenset(words.split()) for name, words in tables.items()}


def wordlist(name: str) -> frozenset[str]:
    """Return the list ``name`` of ``data/names/words.toml``.

    Raises:
        KeyError: there is no such list; a programming error.
    """
    return _lists()[name]
