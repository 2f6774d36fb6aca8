"""Options that several commands share, declared once so that they read the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from harborward.bootstrap import Wiring
from harborward.domain.errors import UsageError
from harborward.formats.kinds import Encoding
from harborward.formats.records import Fields
from harborward.services.transform import Reading
from harborward.settings import Settings, Tier

if TYPE_CHECKING:
    from collections.abc import Sequence

Policy: TypeAlias = Annotated[
    str | None,
    typer.Option(help="Shipped policy, or the path of a YAML file. [default: safe-harbor]"),
]
TierOption: TypeAlias = Annotated[
    Tier | None,
    typer.Option("--tier", help="Detectors to run; rules runs without the model. [default: full]"),
]
Workers: TypeAlias = Annotated[
    int | None, typer.Option(help="Processes that share the work. [default: 1]")
]
Config: TypeAlias = Annotated[
    Path | None, typer.Option(help="Settings file (TOML). [default: $HARBORWARD_CONFIG]")
]
Quiet: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress and no summary on standard error.")
]
Verbose: TypeAlias = Annotated[
    bool | None,
    typer.Option("--verbose", "-v", help="Value-free events as JSON lines on standard error."),
]
Known: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        help='Registration record (JSON): {"names": ["..."], "values": {"MRN": ["..."]}}.'
    ),
]
TextField: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(help="JSON field that holds text; may be repeated. [default: text]"),
]
EncodingOption: TypeAlias = Annotated[
    Encoding,
    typer.Option("--encoding", help="Encoding of text and CSV input; output is UTF-8."),
]


def wiring(context: typer.Context) -> Wiring:
    """Return what the command was wired with."""
    found = context.obj
    return found if isinstance(found, Wiring) else Wiring()


def names(lists: Sequence[str] | None) -> tuple[str, ...]:
    """Return the names in options that repeat or hold commas."""
    return tuple(name.strip() for text in lists or () for name in text.split(",") if name.strip())


def fields(text: tuple[str, ...], keep: tuple[str, ...], person: str) -> Fields:
    """Return the fields of a record format.

    Raises:
        UsageError: a field is both text and kept.
    """
    if set(text) & set(keep):
        msg = "a field is named both as text and to be kept"
        raise UsageError(msg, advice="Text is transformed, a kept field is written as it is")
    return Fields(text, keep, person)


def reading(
    settings: Settings,
    *,
    jsonl: Fields | None = None,
    csv: Fields | None = None,
    encoding: Encoding = Encoding.UTF_8,
) -> Reading:
    """Return how sources are read, with the bounds of the settings."""
    return Reading(
        jsonl=jsonl or Fields(("text",)),
        csv=csv,
        encoding=encoding,
        max_text_bytes=settings.max_text_bytes,
        max_record_bytes=settings.max_record_bytes,
    )
