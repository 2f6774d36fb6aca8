"""CSV: a header row, named columns, records that may span lines."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harborward.domain.errors import InputError, MissingFieldError, TooLargeError, UndecodableError
from harborward.domain.phi import Phi
from harborward.formats.delimited import Dialect, Table, read, write, write_header
from harborward.formats.kinds import Encoding
from harborward.formats.records import Fields, Record, Rejected

LIMIT = 10_000
NOTE = Fields(("note",))
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


def table(raw: bytes, fields: Fields = NOTE, **options: object) -> Table:
    """Open ``raw``."""
    return read(io.BytesIO(raw), fields, limit=LIMIT, **options)  # type: ignore[arg-type]


@given(
    st.lists(st.tuples(CELLS, CELLS), max_size=5),
    st.sampled_from([Dialect(d, e) for d in ",;\t|" for e in ("\n", "\r\n")]),
)
def test_reading_undoes_writing(rows: list[tuple[str, str]], dialect: Dialect) -> None:
    """Cells with quotes, delimiters and line ends survive, whatever the dialect."""
    fields = Fields(("note",), ("record", "ward"))
    columns = ("record", "note", "ward")
    shape = Table(dialect, columns, iter(()))
    held = [
        Record(n, 0, {"note": Phi(note)}, {"record": Phi(str(n)), "ward": Phi(ward)})
        for n, (note, ward) in enumerate(rows, 1)
    ]
    raw = write_header(shape) + b"".join(
        write(shape, record, {"note": rows[record.number - 1][0]}) for record in held
    )
    back = table(raw, fields)
    assert back.dialect == dialect
    assert back.columns == columns
    found = list(back.records)
    assert [(r.number, r.texts, r.kept) for r in found if isinstance(r, Record)] == [
        (r.number, r.texts, r.kept) for r in held
    ]


def test_an_empty_cell_alone_is_a_record() -> None:
    """It is quoted, so that it is no blank line."""
    fields = Fields(("note",), ("record",))
    opened = table(b'record;note\n;""\n', fields)
    (record,) = opened.records
    assert isinstance(record, Record)
    assert write(opened, record, {"note": ""}) == b";\n"
    alone = Table(Dialect(), ("record",), iter(()))
    assert write(alone, record, {}) == b'""\r\n'


def test_only_named_columns_are_written() -> None:
    """Other columns may hold PHI, so they stay behind; order is the source's."""
    opened = table(b"id,ward,note\n7,W3,hello\n", Fields(("note",), ("ward",)))
    (record,) = opened.records
    assert isinstance(record, Record)
    assert write_header(opened) == b"record,ward,note\n"
    assert write(opened, record, {"note": 'say "x"'}) == b'1,W3,"say ""x"""\n'


def test_a_mark_and_spaces_around_names_are_skipped() -> None:
    """The header row is read as a person reads it."""
    assert table(b"\xef\xbb\xbf note ; ward\r\na;b\r\n").dialect == Dialect(";", "\r\n")


def test_records_span_lines_and_know_their_first() -> None:
    """A quoted cell may hold line ends; blank lines are not records."""
    opened = table(b'id,note\n1,"a\nb"\n\n2,c\n')
    assert [(one.number, one.line) for one in opened.records] == [(1, 2), (2, 5)]


def test_a_short_record_is_rejected_and_the_next_is_read() -> None:
    """Its cells cannot be told apart, so none is written."""
    first, second = table(b"id,note\nQuillfeather\n2,c\n").records
    assert isinstance(first, Rejected)
    assert isinstance(first.error, MissingFieldError)
    assert "Quillfeather" not in str(first.error)
    assert isinstance(second, Record)


@pytest.mark.parametrize("raw", [b"", b"\n", b"id,other\n", b"note,note\n", b'"note\n'])
def test_a_header_that_does_not_fit_is_refused(raw: bytes) -> None:
    """Without the right header no cell is known for what it is."""
    with pytest.raises(MissingFieldError):
        table(raw)


def test_the_person_column_is_asked_for_and_not_written() -> None:
    """A missing person column is a missing column."""
    fields = Fields(("note",), (), "mrn")
    opened = table(b"mrn,note\n12,a\n", fields)
    (record,) = opened.records
    assert isinstance(record, Record)
    assert record.person == Phi("12")
    assert write(opened, record, {"note": "a"}) == b"1,a\n"
    with pytest.raises(MissingFieldError):
        table(b"note\na\n", fields)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b'id,note\n1,"Quillfeather" x\n', UndecodableError),
        (b'id,note\n1,"Quillfeather', UndecodableError),
        (b'id,note\n1,"' + b"Quillfeather\n" * 1000, TooLargeError),
        (b"id,note\n1," + b"Quillfeather" * 1000, TooLargeError),
        (b"id,note\n1,Quillfeather\xff\n", UndecodableError),
    ],
)
def test_a_record_without_an_end_ends_the_file(raw: bytes, kind: type[InputError]) -> None:
    """What follows could be text or cells, so nothing is guessed or quoted."""
    with pytest.raises(kind) as caught:
        list(table(raw).records)
    assert "Quillfeather" not in str(caught.value)


def test_long_cells_are_read() -> None:
    """The csv module's own bound does not cut a note short."""
    note = "x" * 200_000
    opened = read(io.BytesIO(f"id,note\n1,{note}\n".encode()), NOTE, limit=300_000)
    (record,) = opened.records
    assert isinstance(record, Record)
    assert record.texts["note"] == Phi(note)


def test_another_encoding_on_request() -> None:
    """Windows exports are read when the caller says so."""
    (record,) = table(b"note\ncaf\xe9\n", encoding=Encoding.CP1252).records
    assert isinstance(record, Record)
    assert record.texts["note"] == Phi("café")


def test_an_empty_text_stays_empty() -> None:
    """A text that is None is written as an empty cell."""
    opened = table(b"id,note\n1,\n")
    (record,) = opened.records
    assert isinstance(record, Record)
    assert write(opened, record, {"note": None}) == b"1,\n"
