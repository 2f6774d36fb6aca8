"""The page is one file, escaped, with a legend and a tooltip for each finding."""

from __future__ import annotations

from harborward.domain.identifier import Label
from harborward.domain.phi import Phi
from harborward.domain.span import Span
from harborward.services.exhibit import Exhibit, exhibit
from harborward.services.page import Figure, Heading, Row, render
from worlds.engine import WordEngine, policy

HEADING = Heading("A <title>", "p & q", "rules tier")


def test_everything_is_escaped() -> None:
    """Titles, names and text."""
    html = render(HEADING, [exhibit(WordEngine(), Phi("<i>Ottoline"), policy(), title="<t>")])
    assert "A &lt;title&gt;" in html
    assert "p &amp; q" in html
    assert "&lt;t&gt;" in html
    assert "&lt;i&gt;<mark" in html


def test_each_finding_has_its_tooltip_and_legend() -> None:
    """Label, identifier, score, detector, evidence."""
    html = render(HEADING, [exhibit(WordEngine(), Phi("Ottoline"), policy())])
    assert "<b>NAME</b> Names<br>score 0.90 · words.v1<br>evidence: pattern" in html
    assert '<input type="checkbox" checked data-label="NAME">NAME <i>1</i>' in html


def test_misses_and_withheld_documents_show() -> None:
    """They are the point of a demonstration."""
    missed = ((Span(0, 3), Label.AGE_OVER_89),)
    html = render(HEADING, [Exhibit("", Phi("Zed"), (), None, missed=missed)])
    assert "1 missed" in html
    assert "<b>AGE&gt;89</b> missed" in html
    assert "Withheld: ." in html


def test_figures_and_rows_are_shown_where_given() -> None:
    """A share of nothing is a dash."""
    rows = [Row(Label.NAME, gold=3, found=2, predicted=0, right=0)]
    html = render(HEADING, [], figures=[Figure("7", "things")], rows=rows)
    assert "<b>7</b><span>things</span>" in html
    assert "<td>66.7 %</td><td>–</td>" in html
    assert "documents</span>" in render(HEADING, [])


def test_nothing_is_fetched() -> None:
    """A page about PHI tells nobody that it was opened."""
    html = render(HEADING, [])
    assert "src=" not in html
    assert "href=" not in html
    assert "url(" not in html
    assert "default-src 'none'" in html
