"""The documents of the project, cut into fenced blocks and headings.

The convention: ``bash`` and ``python`` blocks are run by the tests, and a ``text`` block
right behind one shows its whole output. ``sh`` blocks are for the reader alone (they
install, or need a network).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
HOUSE = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md")

_FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,6}) (.+?)(?: #+)?$", re.MULTILINE)
_TIME = re.compile(r"\b\d+\.\d s\b")


@dataclass(frozen=True)
class Block:
    """A fenced block, and the output shown behind it."""

    language: str
    code: str
    line: int
    shown: str | None = None


def all_pages() -> list[Path]:
    """Return every Markdown page of the project."""
    return [*(ROOT / name for name in HOUSE), *sorted(DOCS.rglob("*.md"))]


def named(path: Path) -> str:
    """Return how a test calls a page."""
    return path.relative_to(ROOT).as_posix()


def text_of(page: str) -> str:
    """Return a page of the reference, or any other by its path."""
    return (ROOT / page).read_text("utf-8")


def blocks(text: str) -> list[Block]:
    """Return the blocks of a page, each with the output shown right behind it."""
    found: list[Block] = []
    end = -1
    for match in _FENCE.finditer(text):
        behind = not text[end : match.start()].strip() if end >= 0 else False
        if match[1] == "text" and found and behind:
            last = found[-1]
            found[-1] = Block(last.language, last.code, last.line, match[2])
        else:
            found.append(Block(match[1], match[2], text.count("\n", 0, match.start()) + 1))
        end = match.end()
    return found


def prose(text: str) -> str:
    """Return a page without its blocks."""
    return _FENCE.sub("", text)


def sections(text: str) -> dict[str, str]:
    """Return what stands under each heading, its sub-headings included."""
    plain = prose(text)
    marks = list(_HEADING.finditer(plain))
    found: dict[str, str] = {}
    for index, mark in enumerate(marks):
        ends = (m.start() for m in marks[index + 1 :] if len(m[1]) <= len(mark[1]))
        found[mark[2].replace("`", "")] = plain[mark.end() : next(ends, len(plain))]
    return found


def headings(text: str) -> list[str]:
    """Return the headings of a page, without code marks."""
    return [mark[2].replace("`", "") for mark in _HEADING.finditer(prose(text))]


def rows(text: str) -> list[list[str]]:
    """Return the cells of every table row of a page, without code marks."""
    return [
        [cell.strip().replace("`", "") for cell in line.strip().strip("|").split("|")]
        for line in prose(text).splitlines()
        if line.lstrip().startswith("|") and not set(line) <= set("|-: ")
    ]


def links(text: str) -> Iterator[str]:
    """Yield the targets of links and pictures."""
    for match in re.finditer(r"\]\(([^)\s]+)[^)]*\)", prose(text)):
        yield match[1]


def anchor(heading: str) -> str:
    """Return the anchor that the site gives a heading."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
    return re.sub(r"[\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip())


def level(output: str) -> str:
    """Return an output without what differs from run to run: times, and trailing blanks."""
    lines = _TIME.sub("0.0 s", output).strip("\n").split("\n")
    return "\n".join(line.rstrip() for line in lines)
