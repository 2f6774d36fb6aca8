"""Draw the picture of the README: a passage of a shipped note, before and after.

With ``--check``, write nothing and fail where the file is not what would be written. The
passage goes through the engine as any document does. The note is invented.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from harborward import bootstrap
from harborward.domain.phi import Phi
from harborward.services.demo import samples
from harborward.services.exhibit import exhibit
from harborward.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from harborward.domain.identifier import Label
    from harborward.services.exhibit import Piece

TARGET: Final = Path(__file__).resolve().parents[2] / "docs" / "assets" / "before-after.svg"
NOTE: Final = "discharge-01"
POLICY: Final = "safe-harbor"
#: The passage shown: the head of the note and the beginning of its course.
LINES: Final = 8
COURSE: Final = "HOSPITAL COURSE:"
SENTENCES: Final = 2

#: Characters in a line of the picture, and the size of one in SVG units.
WIDTH: Final = 66
CHARACTER: Final = 7.23
LINE: Final = 21
MARGIN: Final = 20
HEAD: Final = 52
GAP: Final = 24

_COLOURS: Final = {
    "NAME": "#ffe08a",
    "ORG": "#ffd0a8",
    "LOCATION": "#b9ecc0",
    "DATE": "#b5e3f7",
    "AGE>89": "#b5e3f7",
    "PHONE": "#efc3f0",
    "FAX": "#efc3f0",
}
_OTHER: Final = "#ffc2c2"
_CSS: Final = (
    "text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#1d2733;"
    "white-space:pre}.h{font:600 14px system-ui,sans-serif}.s{font:12px system-ui,sans-serif;"
    "fill:#5b6875}"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of one line, and the label of what it belongs to."""

    text: str
    label: Label | None


def passage() -> str:
    """Return the passage of the note that is shown."""
    text = next(note.text.reveal() for note in samples() if note.identity == NOTE)
    head = [line for line in text.split("\n") if line.strip() and "Page" not in line][:LINES]
    course = next(line for line in text.split("\n") if line.startswith(COURSE))
    told = ". ".join(course.split(". ")[: SENTENCES + 2]) + "."
    return "\n".join([*head, "", told])


def lines(pieces: Iterable[Piece]) -> list[list[Stretch]]:
    """Cut pieces into lines of the picture, at blanks where there are any."""
    out: list[list[Stretch]] = [[]]
    room = WIDTH
    for piece in pieces:
        label = piece.finding.label if piece.finding else None
        for word in _words(piece.text.reveal()):
            if word == "\n" or (len(word) > room and word.strip()):
                out.append([])
                room = WIDTH
            if word != "\n" and (word.strip() or room < WIDTH):
                out[-1].append(Stretch(word, label))
                room -= len(word)
    return out


def _words(text: str) -> Iterator[str]:
    word = ""
    for character in text:
        if character in "\n ":
            if word:
                yield word
            word = ""
            yield character
        else:
            word += character
    if word:
        yield word


def _column(shown: list[list[Stretch]], left: float, title: str, subtitle: str) -> Iterator[str]:
    yield f'<text class="h" x="{left}" y="{MARGIN + 8}">{escape(title)}</text>'
    yield f'<text class="s" x="{left}" y="{MARGIN + 26}">{escape(subtitle)}</text>'
    for number, line in enumerate(map(_stripped, shown)):
        y = HEAD + MARGIN + number * LINE
        at = 0
        for label, words in _runs(line):
            if label is not None:
                yield (
                    f'<rect x="{left + at * CHARACTER - 1.5:.1f}" y="{y - 13}" rx="3" height="18" '
                    f'width="{len(words) * CHARACTER + 3:.1f}" '
                    f'fill="{_COLOURS.get(label.value, _OTHER)}"><title>{escape(label.value)}'
                    "</title></rect>"
                )
            if words.strip():
                size = f'textLength="{len(words) * CHARACTER:.1f}" lengthAdjust="spacingAndGlyphs"'
                yield f'<text x="{left + at * CHARACTER:.1f}" y="{y}" {size}>{escape(words)}</text>'
            at += len(words)


def _stripped(line: list[Stretch]) -> list[Stretch]:
    """Return the line without the blank it was broken at."""
    return line[:-1] if line and not line[-1].text.strip() else line


def _runs(line: list[Stretch]) -> Iterator[tuple[Label | None, str]]:
    """Yield neighbours of one label together."""
    label: Label | None = None
    words = ""
    for stretch in line:
        if stretch.label is not label and words:
            yield label, words
            words = ""
        label, words = stretch.label, words + stretch.text
    if words:
        yield label, words


def draw() -> str:
    """Return the picture."""
    one = exhibit(bootstrap.engine(Settings()), Phi(passage()), bootstrap.policy(POLICY))
    before, after = lines(one.pieces()), lines(one.replaced())
    wide = WIDTH * CHARACTER
    width = 2 * wide + 2 * MARGIN + GAP
    height = HEAD + MARGIN + max(len(before), len(after)) * LINE + MARGIN
    right = MARGIN + wide + GAP
    body = [
        *_column(before, MARGIN, "Before", "an invented discharge summary"),
        *_column(after, right, "After", f"transformed under policy {POLICY}"),
    ]
    size = f'viewBox="0 0 {width:.0f} {height}"'
    about = 'role="img" aria-label="A clinical note before and after"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {about}>',
            f"<style>{_CSS}</style>",
            f'<rect width="{width:.0f}" height="{height}" rx="8" fill="#fff" stroke="#d5dbe1"/>',
            f'<path d="M{right - GAP / 2:.0f} {MARGIN}V{height - MARGIN}" stroke="#d5dbe1"/>',
            *body,
            "</svg>\n",
        ]
    )


def main() -> int:
    """Write the picture, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        stale = not TARGET.exists() or TARGET.read_text("utf-8") != draw()
        if stale:
            print("the picture is stale: run python tools/docs/picture.py")
        return int(stale)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(draw(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
