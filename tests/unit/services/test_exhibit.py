"""A text cut at the edges of findings: every character once, in order."""

from __future__ import annotations

from harborward.domain.identifier import Label
from harborward.domain.phi import Phi
from harborward.domain.span import Span
from harborward.services.exhibit import Exhibit, Piece, exhibit
from harborward.services.outcomes import Reason
from worlds.engine import WordEngine, policy


def shown(pieces: list[Piece]) -> list[tuple[str, str | None, str | None]]:
    """Return pieces as plain values."""
    return [
        (piece.text.reveal(), piece.finding and piece.finding.label.value, piece.missed)
        for piece in pieces
    ]


def test_both_sides_are_cut() -> None:
    """Before at the findings, after at what was put in."""
    one = exhibit(WordEngine(), Phi("Dr Ottoline."), policy(), title="t")
    assert shown(one.pieces()) == [
        ("Dr ", None, None),
        ("Ottoline", "NAME", None),
        (".", None, None),
    ]
    assert shown(one.replaced()) == [
        ("Dr ", None, None),
        ("[NAME]", "NAME", None),
        (".", None, None),
    ]
    assert one.title == "t"


def test_a_withheld_text_has_no_after() -> None:
    """Only a reason."""
    one = exhibit(WordEngine(), Phi("Unremovable Ottoline"), policy())
    assert (one.released, one.reason, one.replaced()) == (None, Reason.RESIDUAL, [])
    assert len(one.findings) == 1


def test_misses_are_marked_where_nothing_was_found() -> None:
    """A finding goes before a miss, and no character comes twice."""
    text = Phi("Ottoline Zed")
    findings = WordEngine().find(text)
    missed = ((Span(4, 12), Label.NAME), (Span(9, 12), Label.NAME))
    one = Exhibit("", text, findings, None, missed=missed)
    assert shown(one.pieces()) == [("Ottoline", "NAME", None), (" Zed", None, "NAME")]


def test_an_exhibit_is_silent() -> None:
    """It holds text only as Phi."""
    assert "Ottoline" not in repr(Exhibit("", Phi("Ottoline"), (), None).pieces())


def test_an_empty_text_has_no_pieces() -> None:
    """Nothing to show."""
    assert Exhibit("", Phi(""), (), None).pieces() == []
