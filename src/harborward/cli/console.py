"""How the commands speak: tables on standard output, everything else on standard error."""

from __future__ import annotations

from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from harborward.domain.identifier import Label
    from harborward.services.exhibit import Piece


class Exit(IntEnum):
    """Exit codes of every command."""

    CLEAN = 0
    ERROR = 1
    USAGE = 2
    QUARANTINED = 3
    INTERRUPTED = 130


_STYLES: Final = {
    "NAME": "black on bright_yellow",
    "ORG": "black on yellow",
    "LOCATION": "black on bright_green",
    "DATE": "black on bright_cyan",
    "AGE>89": "black on cyan",
    "PHONE": "black on bright_magenta",
    "FAX": "black on bright_magenta",
    "EMAIL": "black on magenta",
    "URL": "white on blue",
    "IP": "white on blue",
}
_OTHER: Final = "white on red"
_PERCENT: Final = 100
#: C0 controls but tab and line feed to their pictures (U+2400 on); DEL and C1 to U+FFFD.
_PICTURES: Final = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},
    **dict.fromkeys(range(0x7F, 0xA0), 0xFFFD),
}


def out() -> Console:
    """Return the console for results."""
    return Console(highlight=False)


def err() -> Console:
    """Return the console for progress and messages."""
    return Console(stderr=True, highlight=False)


def say(message: str) -> None:
    """Write one line to standard error, as it is."""
    err().print(Text(message), soft_wrap=True)


def style_of(label: Label) -> str:
    """Return the terminal style of a label."""
    return _STYLES.get(label.value, _OTHER)


def visible(text: str) -> str:
    """Return ``text`` with control characters as pictures: a note must not drive the terminal."""
    return text.translate(_PICTURES)


def painted(pieces: list[Piece]) -> Text:
    """Return pieces as text for a terminal, found stretches coloured and named."""
    text = Text()
    for piece in pieces:
        if piece.finding is None:
            text.append(visible(piece.text.reveal()), style="red underline" if piece.missed else "")
            continue
        text.append(visible(piece.text.reveal()), style=style_of(piece.finding.label))
        text.append(f" {piece.finding.label.value} ", style="dim")
    return text


def percent(share: float | None) -> str:
    """Return a share for a table; a dash where nothing was there to count."""
    return "-" if share is None else f"{_PERCENT * share:.1f}"


@contextmanager
def progress(what: str, total: int | None, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Show a bar on standard error while it is a terminal; yield what moves it."""
    console = err()
    if quiet or not console.is_terminal:
        yield lambda _steps: None
        return
    bar = Progress(
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
    with bar:
        task = bar.add_task(what, total=total)
        yield lambda steps: bar.advance(task, steps)
