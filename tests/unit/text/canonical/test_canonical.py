"""The whole pipeline."""

from __future__ import annotations

import base64

import pytest

from harborward.domain.span import Span
from harborward.text.canonical import MAX_LAYERS, canonicalise


def test_plain_text_is_not_changed_and_has_no_map() -> None:
    """Most texts cost one look."""
    canonical = canonicalise("Seen in clinic, 120/80.")
    assert (canonical.text, canonical.map, canonical.changed) == (
        "Seen in clinic, 120/80.",
        None,
        False,
    )


def test_a_text_respelled_in_place_needs_no_map() -> None:
    """Character for character, offsets are those of the original."""
    canonical = canonicalise("O\u2019Brien")
    assert (canonical.text, canonical.map, canonical.changed) == ("O'Brien", None, True)
    assert canonical.origin(Span(0, 7)) == Span(0, 7)


def test_a_span_leads_back_to_all_that_spelled_it() -> None:
    """Escapes count as a whole."""
    canonical = canonicalise("SSN 219&#45;09&#45;9999 x")
    assert canonical.origin(Span(4, 15)) == Span(4, 23)
    assert canonical.origin(Span(16, 17)) == Span(24, 25)


def test_a_blob_leads_back_to_the_whole_blob() -> None:
    """Any part of a decoded text stands for all that was encoded."""
    blob = base64.b64encode(b"SSN 219-09-9999").decode()
    assert canonicalise(f"see {blob}.").origin(Span(8, 11)) == Span(4, 4 + len(blob))


def test_a_span_beyond_the_text_is_refused() -> None:
    """There is nothing it could come from."""
    with pytest.raises(ValueError, match="ends at 3"):
        canonicalise("abc").origin(Span(2, 4))


def test_layers_are_undone_up_to_the_bound() -> None:
    """Text encoded once more than the bound stays encoded once."""
    text = "SSN 219-09-9999 of Margaret Okafor, seen today"
    blob = text
    for _ in range(MAX_LAYERS + 1):
        blob = base64.b64encode(blob.encode()).decode()
    assert canonicalise(blob).text == base64.b64encode(text.encode()).decode()


def test_characters_that_the_last_layer_shows_are_still_read() -> None:
    """What only the last layer uncovers is not left styled."""
    text = "Ｍargaret Ｏkafor seen today, all is well."
    for _ in range(MAX_LAYERS):
        text = base64.b64encode(text.encode()).decode()
    assert canonicalise(text).text == "Margaret Okafor seen today, all is well."


def test_a_canonical_text_does_not_show_itself() -> None:
    """Its repr is its size."""
    assert repr(canonicalise("Okafor")) == "<Canonical: 6 characters>"


@pytest.mark.parametrize("piece", ["\\", "1_", "32 2d ", "a=b+&", "&amp;", "x\u0336", "%25", "=\n"])
def test_no_repetition_makes_it_slow(piece: str) -> None:
    """A hundred thousand characters of one trigger are done, not tried again at each place."""
    text = piece * (100_000 // len(piece))
    assert len(canonicalise(text).text) <= len(text)
