"""Which files a run reads: files, folders and globs, in a fixed order, no surprises.

Symbolic links are not followed and hidden files are skipped, so that a run reads what
the caller can see. A path may hold a name ("Smith_John.txt"), so it is shown nowhere;
messages count inputs instead.
"""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from harborward.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WILD: Final = frozenset("*?[")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One input file, and its path below the folder that was named."""

    relative: Path
    path: Path

    def __repr__(self) -> str:
        """Return nothing of the path: it may hold a name."""
        return "<Source>"


def gather(inputs: Sequence[str], out: Path | None) -> tuple[Source, ...]:
    """Return the files that ``inputs`` name, sorted, each once.

    Raises:
        UsageError: an input does not exist or is a link, the output folder lies inside
            an input folder, or there is nothing to read.
    """
    found: dict[str, Source] = {}
    for number, text in enumerate(inputs, 1):
        try:
            for source in sorted(_expand(number, text, out)):
                found.setdefault(str(source.path.resolve()), source)
        except (OSError, ValueError) as error:
            msg = f"input {number} cannot be read ({type(error).__name__})"
            raise UsageError(msg, advice="Check the path and its permissions") from None
    if not found:
        msg = "there is nothing to read"
        raise UsageError(msg, advice="Name files or folders; hidden files and links are skipped")
    return tuple(found.values())


def _expand(number: int, text: str, out: Path | None) -> Iterator[Source]:
    path = Path(text)
    if path.is_symlink():
        msg = f"input {number} is a symbolic link, and links are not followed"
        raise UsageError(msg, advice="Name what it points to")
    if path.is_dir():
        _refuse_inside(number, path, out)
        yield from _walk(path)
    elif path.is_file():
        yield Source(Path(path.name), path)
    elif _WILD & set(text):
        for match in glob.iglob(text, recursive=True):  # noqa: PTH207 - an absolute pattern too
            yield from _matched(Path(match))
    else:
        msg = f"input {number} does not exist or is not a file"
        raise UsageError(msg, advice="Check the path; quote a pattern such as 'notes/*.txt'")


def _matched(path: Path) -> Iterator[Source]:
    if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
        yield Source(Path(path.name), path)


def _refuse_inside(number: int, folder: Path, out: Path | None) -> None:
    if out is None:
        return
    resolved, inside = folder.resolve(), out.resolve()
    if inside == resolved or resolved in inside.parents:
        msg = f"the output folder lies inside input {number}"
        raise UsageError(msg, advice="Choose an --out folder outside the input")


def _walk(folder: Path) -> Iterator[Source]:
    for place, folders, names in os.walk(folder, followlinks=False):
        here = Path(place)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = here / name
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                yield Source(path.relative_to(folder), path)
