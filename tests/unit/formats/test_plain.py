"""Plain text is whole, bounded, and silent when it cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harborward.domain.errors import TooLargeError, UndecodableError
from harborward.domain.phi import Phi
from harborward.formats.kinds import Encoding
from harborward.formats.plain import BOM, Document, decode, encode

LIMIT = 1000
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(
    TEXTS.filter(lambda text: not text.startswith((BOM, "%PDF-", "{\\rtf", "PK"))), st.booleans()
)
def test_decoding_undoes_encoding(text: str, bom: bool) -> None:  # noqa: FBT001
    """Every document survives the trip through bytes."""
    document = Document(Phi(text), bom=bom)
    assert decode(encode(document), limit=10**6) == document


def test_empty_bytes_are_an_empty_document() -> None:
    """Nothing is a document too."""
    assert decode(b"", limit=LIMIT) == Document(Phi(""))


def test_line_ends_stay_as_they_are() -> None:
    """Carriage returns are content."""
    assert encode(decode(b"a\r\nb\rc\n", limit=LIMIT)) == b"a\r\nb\rc\n"


def test_a_mark_inside_the_text_is_refused() -> None:
    """The byte order mark has its own field."""
    with pytest.raises(ValueError, match="bom=True"):
        Document(Phi(BOM + "x"))


def test_two_marks_are_read_as_one() -> None:
    """A file that was marked twice is still a document."""
    document = decode((BOM + BOM + "x").encode(), limit=LIMIT)
    assert document == Document(Phi("x"), bom=True)


def test_broken_utf8_names_the_offset_and_nothing_else() -> None:
    """The message holds a number and no byte of the content."""
    with pytest.raises(UndecodableError, match="byte offset 12") as caught:
        decode(b"Quillfeather\xff\xfe", limit=LIMIT)
    assert "Quillfeather" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_binary_is_refused() -> None:
    """A zero byte means that it is no text."""
    with pytest.raises(UndecodableError, match="offset 1"):
        decode(b"a\0b", limit=LIMIT)


@pytest.mark.parametrize("raw", [b"%PDF-1.4 ...", b"{\\rtf1 Sm\\'69th}", b"PK\x03\x04..."])
def test_formats_that_pass_for_text_are_refused(raw: bytes) -> None:
    """A document in disguise would hide its words from the detectors."""
    with pytest.raises(UndecodableError, match="not plain text"):
        decode(raw, limit=LIMIT)


def test_beyond_the_bound_is_refused() -> None:
    """One byte too many is too many."""
    with pytest.raises(TooLargeError, match="max_text_bytes"):
        decode(b"x" * (LIMIT + 1), limit=LIMIT)
    assert len(decode(b"x" * LIMIT, limit=LIMIT).text) == LIMIT


def test_another_encoding_on_request() -> None:
    """Windows exports are read when the caller says so."""
    assert decode(b"caf\xe9", Encoding.CP1252, limit=LIMIT).text == Phi("café")


def test_a_mark_is_content_in_another_encoding() -> None:
    """Only UTF-8 has a byte order mark here."""
    assert not decode(b"\xef\xbb\xbfx", Encoding.LATIN_1, limit=LIMIT).bom
