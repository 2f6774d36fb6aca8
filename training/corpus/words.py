"""Reads ``words.toml``: the parts that invented names and numbers are made of."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Final

_TABLES: Final = tomllib.loads(
    (files("training.corpus") / "words.toml").read_text(encoding="utf-8")
)

#: Lists of single words.
WORDS: Final[dict[str, list[str]]] = {k: v.split() for k, v in _TABLES["words"].items()}


def _parted(table: str) -> dict[str, list[str]]:
    joined = {key: " ".join(value.split()) for key, value in _TABLES[table].items()}
    return {key: [part.strip() for part in value.split(";")] for key, value in joined.items()}


#: Lists of phrases.
PHRASES: Final = _parted("phrases")
#: Houses that are known everywhere, by kind.
CHAINS: Final = _parted("chains")
#: What each kind of institution is called by.
ENDS: Final = _parted("ends")
#: The shapes of each kind of number.
SHAPES: Final[dict[str, list[str]]] = {
    key: [shape for line in value.strip("\n").split("\n") for shape in line.split("|")]
    for key, value in _TABLES["shapes"].items()
}
