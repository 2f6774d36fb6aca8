"""Laws of the canonical form: the way back holds for any text, however it is written."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from attacks.encodings import ENCODINGS, attacks
from harborward.domain.span import Span
from harborward.text.canonical import CHARACTERS, MAX_LAYERS, SEQUENCES, canonicalise
from harborward.text.canonical.tracked import Edit, Tracked
from harborward.text.canonical.triggers import suspicious

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Any code point, lone surrogates too.
ANY = st.text(st.characters(), max_size=80)
#: Pieces that mean something to a step, so that they meet in every order.
GLUE = st.sampled_from(
    [
        *("&", "#", "x", "%", "25", "\\", "u", "00", "41", "=", "\n", "=\n", " ", "-", "_", ";"),
        *(".", "[at]", "amp;", "lt;", "2 1", "9 ", "a b", "\u200b", "\u0301", "\u0336", "\xb2"),
        *("\U000e0041", "\ud83d", "\ude00", "\u0441", "\u03b1", "\ufb01", "\r\n", "A:\\n", "38"),
        *("&#38;", "%26", "\\x26", "=3D", "1 ", "J o h n", "e", "\uff05", "MTIzNDU2Nw==", "0x32, "),
    ]
)
DISGUISES = st.sampled_from(
    [attack.text[attack.start : attack.end] for e in ENCODINGS for attack in attacks(e)]
)
PIECES = st.lists(GLUE | GLUE | DISGUISES, max_size=14).map("".join)
TEXTS = ANY | PIECES
#: What clinicians type, without a mark that opens an escape.
PROSE = st.lists(
    st.from_regex(r"[A-Z]?[a-z]{2,9}[.,;:]?|[0-9]{1,3}(?:\.[0-9])?", fullmatch=True),
    min_size=1,
    max_size=40,
).map(" ".join)
#: ASCII that is likely to look like something.
ASCII = st.text("ab1 2.A-_7=%&#;\\xu0:,@()[]+*", max_size=60)


def _origins(text: str) -> Sequence[Span]:
    canonical = canonicalise(text)
    return [canonical.origin(Span(at, at + 1)) for at in range(len(canonical.text))]


@given(TEXTS)
@example("\ud835\udfd0\ud835")
def test_every_origin_lies_in_the_text_and_never_runs_back(text: str) -> None:
    """Single characters come from ranges inside the original, in order."""
    origins = _origins(text)
    assert all(0 <= span.start < span.end <= len(text) for span in origins)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(origins))


@given(TEXTS, st.data())
def test_the_origin_of_a_span_is_that_of_its_characters(text: str, data: st.DataObject) -> None:
    """A span comes from the range between its first and its last character's."""
    origins = _origins(text)
    if origins:
        start = data.draw(st.integers(0, len(origins) - 1))
        end = data.draw(st.integers(start + 1, len(origins)))
        whole = canonicalise(text).origin(Span(start, end))
        assert whole == Span(origins[start].start, origins[end - 1].end)


@given(ANY)
def test_canonical_text_is_a_fixed_point(text: str) -> None:
    """Canonicalising again changes nothing."""
    once = canonicalise(text).text
    assert canonicalise(once).text == once


@given(PIECES)
def test_encodings_inside_encodings_come_to_rest(text: str) -> None:
    """What is wrapped deeper than MAX_LAYERS needs more calls, but never many."""
    for _ in range(MAX_LAYERS):
        text = canonicalise(text).text
    assert canonicalise(text).text == text


@given(PROSE)
def test_plain_prose_is_its_own_canonical_form(text: str) -> None:
    """Words and figures stay, with no map at all."""
    canonical = canonicalise(text)
    assert (canonical.text, canonical.map, canonical.changed) == (text, None, False)


@given(ASCII | PIECES)
def test_a_text_without_a_trigger_is_left_alone_by_every_step(text: str) -> None:
    """The quick look never stays silent where a step would act."""
    if not suspicious(text):
        for step in (*CHARACTERS, *SEQUENCES):
            assert step(Tracked(text)).text == text


@given(st.text("abc", min_size=1, max_size=12), st.data())
def test_edits_on_edits_lead_back_to_what_they_replaced(text: str, data: st.DataObject) -> None:
    """Maps of random edits, one over the other, agree with a map kept by hand."""
    tracked = Tracked(text)
    byhand = [(at, at + 1) for at in range(len(text))]
    for _ in range(3):
        size = len(tracked.text)
        cuts = sorted(data.draw(st.sets(st.integers(0, size), max_size=6)))
        edits = [
            Edit(start, end, data.draw(st.text("xyz", max_size=3)))
            for start, end in list(pairwise(cuts))[::2]
        ]
        tracked = tracked.edited(edits)
        for start, end, new in reversed(edits):
            byhand[start:end] = [(byhand[start][0], byhand[end - 1][1])] * len(new)
    assert _flat(tracked) == byhand


def _flat(tracked: Tracked) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    at, origin = 0, 0
    for start, end, first, stop in tracked.entries:
        out += [(origin + i, origin + i + 1) for i in range(start - at)]
        out += [(first, stop)] * (end - start)
        at, origin = end, stop
    return out + [(origin + i, origin + i + 1) for i in range(len(tracked.text) - at)]
