"""One self-contained HTML page: documents before and after, nothing fetched.

The page holds the originals on purpose and says so on top; every text is escaped.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Final

from harborward.domain.identifier import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from harborward.domain.span import Finding
    from harborward.services.exhibit import Exhibit, Piece

_PERCENT: Final = 100
#: Angle between neighbouring hues that keeps twenty labels far apart (golden angle).
_GOLDEN_ANGLE: Final = 137.508
_CIRCLE: Final = 360


@dataclass(frozen=True, slots=True)
class Figure:
    """One number at the top of the page."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table by label: found of gold, and the predictions that were right."""

    label: Label
    gold: int
    found: int
    predicted: int
    right: int


@dataclass(frozen=True, slots=True)
class Heading:
    """What the top of the page says: what it is, and what made it."""

    title: str
    policy: str
    engine: str
    notice: str = "This page holds the originals: keep it as safe as the source."


def render(
    heading: Heading,
    exhibits: Sequence[Exhibit],
    *,
    figures: Sequence[Figure] = (),
    rows: Sequence[Row] = (),
) -> str:
    """Return the page."""
    folder = files("harborward.services") / "page_data"
    counts = Counter(finding.label for one in exhibits for finding in one.findings)
    return Template((folder / "page.html").read_text("utf-8")).substitute(
        title=escape(heading.title),
        style=(folder / "page.css").read_text("utf-8"),
        script=(folder / "page.js").read_text("utf-8"),
        policy=escape(heading.policy),
        engine=escape(heading.engine),
        notice=escape(heading.notice),
        figures="".join(_figure(figure) for figure in (*figures, *_defaults(exhibits, figures))),
        legend="".join(_legend(label, counts[label]) for label in Label if counts[label]),
        table=_table(rows),
        documents="\n".join(_document(number, one) for number, one in enumerate(exhibits, 1)),
    )


def _defaults(exhibits: Sequence[Exhibit], figures: Sequence[Figure]) -> tuple[Figure, ...]:
    if figures:
        return ()
    withheld = sum(one.released is None for one in exhibits)
    found = sum(len(one.findings) for one in exhibits)
    plain = Figure(str(len(exhibits)), "documents"), Figure(str(found), "identifiers found")
    return (*plain, Figure(str(withheld), "withheld"))


def _figure(figure: Figure) -> str:
    return (
        f'<div class="figure"><b>{escape(figure.value)}</b><span>{escape(figure.name)}</span></div>'
    )


def _legend(label: Label, count: int) -> str:
    about = escape(f"{label.identifier.title} ({label.identifier.citation})")
    return (
        f'<label class="key" style="{_hue(label)}" title="{about}">'
        f'<input type="checkbox" checked data-label="{escape(label.value)}">'
        f"{escape(label.value)} <i>{count}</i></label>"
    )


def _table(rows: Iterable[Row]) -> str:
    body = "".join(
        f'<tr><th scope="row"><span class="dot" style="{_hue(row.label)}"></span>'
        f"{escape(row.label.value)}</th><td>{row.gold}</td><td>{row.found}</td>"
        f"<td>{row.gold - row.found}</td><td>{_percent(row.found, row.gold)}</td>"
        f"<td>{_percent(row.right, row.predicted)}</td></tr>"
        for row in rows
    )
    if not body:
        return ""
    heads = "".join(
        f'<th scope="col">{name}</th>'
        for name in ("Label", "Gold", "Found", "Missed", "Recall", "Precision")
    )
    head, rest = f"<thead><tr>{heads}</tr></thead>", f"<tbody>{body}</tbody>"
    return f'<section class="scores"><table>{head}{rest}</table></section>'


def _percent(part: int, whole: int) -> str:
    return f"{_PERCENT * part / whole:.1f} %" if whole else "–"


def _document(number: int, one: Exhibit) -> str:
    title = escape(one.title or f"Document {number}")
    if one.released is None:
        code = one.reason.value if one.reason else ""
        after = f'<p class="withheld">Withheld: {escape(code)}. Nothing was released.</p>'
    else:
        after = f"<pre>{_pieces(one.replaced(), before=False)}</pre>"
    missed = f'<span class="miss-count">{len(one.missed)} missed</span>' if one.missed else ""
    return (
        f'<details class="document" {"open" if number == 1 else ""}>'
        f"<summary><h2>{title}</h2><span>{len(one.findings)} found</span>{missed}</summary>"
        f'<div class="sides"><section><h3>Before</h3>'
        f"<pre>{_pieces(one.pieces(), before=True)}</pre></section>"
        f"<section><h3>After</h3>{after}</section></div></details>"
    )


def _pieces(pieces: Iterable[Piece], *, before: bool) -> str:
    return "".join(_piece(piece, before=before) for piece in pieces)


def _piece(piece: Piece, *, before: bool) -> str:
    text = escape(piece.text.reveal())
    if piece.missed is not None:
        label = escape(piece.missed.value)
        return (
            f'<mark class="missed" tabindex="0">{text}'
            f'<span class="tip" role="tooltip"><b>{label}</b> missed</span></mark>'
        )
    if piece.finding is None:
        return text
    kind = "found" if before else "stand-in"
    label = escape(piece.finding.label.value)
    return (
        f'<mark class="{kind}" tabindex="0" data-label="{label}" '
        f'style="{_hue(piece.finding.label)}">{text}{_tip(piece.finding)}</mark>'
    )


def _tip(finding: Finding) -> str:
    evidence = ", ".join(finding.evidence) or "none named"
    return (
        f'<span class="tip" role="tooltip"><b>{escape(finding.label.value)}</b> '
        f"{escape(finding.identifier.title)}<br>score {finding.score:.2f} · "
        f"{escape(finding.detector)}<br>evidence: {escape(evidence)}</span>"
    )


def _hue(label: Label) -> str:
    place = list(Label).index(label)
    return f"--hue:{round(place * _GOLDEN_ANGLE) % _CIRCLE}"
