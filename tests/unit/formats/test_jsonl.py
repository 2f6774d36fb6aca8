"""JSON lines: what is asked for is read, what is named is written, and no more."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harborward.domain.errors import MissingFieldError, TooLargeError, UndecodableError
from harborward.domain.phi import Phi
from harborward.formats.jsonl import parse, read, write
from harborward.formats.records import Fields, Line, Record, Rejected

FIELDS = Fields(("text",))
LIMIT = 10_000
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def records(raw: bytes, fields: Fields = FIELDS, limit: int = LIMIT) -> list[Record | Rejected]:
    """Read all records of ``raw``."""
    return list(read(io.BytesIO(raw), fields, limit=limit))


@given(st.lists(TEXTS, max_size=5), st.lists(st.integers() | TEXTS | st.none(), min_size=5))
def test_reading_undoes_writing(texts: list[str], kept: list[object]) -> None:
    """A record survives the trip through bytes, kept values included."""
    fields = Fields(("text",), ("keep",))
    held = [
        Record(n, n, {"text": Phi(text)}, {"keep": Phi(json.dumps(value, separators=(",", ":")))})
        for n, (text, value) in enumerate(zip(texts, kept, strict=False), 1)
    ]
    raw = b"".join(write(record, {"text": record.texts["text"].reveal()}) for record in held)  # type: ignore[union-attr]
    assert records(raw, fields) == held


def test_only_named_fields_are_written() -> None:
    """Other fields may hold PHI, so they stay behind."""
    fields = Fields(("text",), ("unit",))
    (record,) = records(b'{"text": "a", "unit": {"n": 1}, "name": "Quillfeather"}\n', fields)
    assert isinstance(record, Record)
    assert write(record, {"text": "b"}) == b'{"record":1,"text":"b","unit":{"n":1}}\n'


def test_a_kept_field_named_record_takes_the_place_of_the_number() -> None:
    """The caller's own field wins."""
    (record,) = records(b'{"text": "a", "record": 7}', Fields(("text",), ("record",)))
    assert isinstance(record, Record)
    assert write(record, {"text": "b"}) == b'{"text":"b","record":7}\n'


def test_null_text_stays_null() -> None:
    """There is nothing in it to find."""
    (record,) = records(b'{"text": null}\n')
    assert isinstance(record, Record)
    assert write(record, {"text": None}) == b'{"record":1,"text":null}\n'


def test_blank_lines_are_not_records_and_a_mark_is_skipped() -> None:
    """Numbers count records, line numbers count lines."""
    found = records(b'\xef\xbb\xbf{"text": "a"}\r\n\r\n{"text": "b"}')
    assert [(one.number, one.line) for one in found] == [(1, 1), (2, 3)]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"{Quillfeather", UndecodableError),
        (b'["Quillfeather"]', UndecodableError),
        (b'{"text": "Quillfeather\xff"}', UndecodableError),
        (b'{"text": "\0Quillfeather"}', UndecodableError),
        (b'{"note": "Quillfeather"}', MissingFieldError),
        (b'{"text": 7, "note": "Quillfeather"}', MissingFieldError),
        (b"[" * 5000, UndecodableError),
        (b'{"text": "' + b"Quillfeather" * 1000 + b'"}', TooLargeError),
    ],
)
def test_a_bad_line_is_rejected_and_the_next_is_read(raw: bytes, kind: type[Exception]) -> None:
    """Its line is told, its content is not."""
    found = records(raw + b'\n{"text": "a"}\n')
    assert isinstance(found[0], Rejected)
    assert isinstance(found[0].error, kind)
    assert "Quillfeather" not in f"{found[0]!r} {found[0].error}"
    assert isinstance(found[1], Record)


def test_the_person_field_is_read_and_never_written() -> None:
    """It tells persons apart for date shifts."""
    (record,) = records(b'{"text": "a", "mrn": 12}', Fields(("text",), (), "mrn"))
    assert isinstance(record, Record)
    assert record.person == Phi("12")
    assert b"12" not in write(record, {"text": "a"})


def test_a_missing_person_is_rejected() -> None:
    """Two persons must not share a shift by accident."""
    (found,) = records(b'{"text": "a"}', Fields(("text",), (), "mrn"))
    assert isinstance(found, Rejected)


def test_half_of_a_surrogate_pair_is_replaced() -> None:
    """JSON allows it, UTF-8 does not."""
    (record,) = records(b'{"text": "a\\ud800b"}')
    assert isinstance(record, Record)
    assert record.texts["text"] == Phi("a\ufffdb")


def test_parse_reads_one_line() -> None:
    """A marked first line is an object too."""
    assert parse(Line(1, 0, b'\xef\xbb\xbf{"id": 1}'), limit=LIMIT) == {"id": 1}
    with pytest.raises(TooLargeError):
        parse(Line(2, 9, None), limit=LIMIT)
