"""One stream to another: plain text whole, records one by one, nothing unverified."""

from __future__ import annotations

import io
import json

import pytest

from harborward.domain.errors import MissingFieldError, ResidualError, UndecodableError
from harborward.domain.phi import Phi
from harborward.domain.policy import Operator
from harborward.formats.kinds import Format
from harborward.formats.records import Fields
from harborward.services.outcomes import Reason, Tally
from harborward.services.transform import Bench, Reading, transform
from harborward.text.known import Known
from worlds.engine import WordEngine, policy

LIMIT = 10_000


def bench(
    *, operator: Operator = Operator.REDACT, known: Known | None = None, **fields: Fields
) -> Bench:
    """Return a bench with the little engine."""
    reading = Reading(max_text_bytes=LIMIT, max_record_bytes=LIMIT, **fields)
    return Bench(WordEngine(), policy(operator=operator), reading, known)


def run(kind: Format, raw: bytes, tools: Bench) -> tuple[bytes, Tally]:
    """Transform ``raw``."""
    sink = io.BytesIO()
    tally = transform(kind, io.BytesIO(raw), sink, tools)
    return sink.getvalue(), tally


def test_text_is_replaced_and_its_mark_kept() -> None:
    """A byte order mark survives."""
    out, tally = run(Format.TEXT, b"\xef\xbb\xbfQuillfeather\r\n", bench())
    assert out == b"\xef\xbb\xbf[NAME]\r\n"
    assert tally.counts == {"NAME": 1}


def test_an_empty_text_is_an_empty_output() -> None:
    """It counts as one document."""
    out, tally = run(Format.TEXT, b"", bench())
    assert (out, tally.records_out) == (b"", 1)


@pytest.mark.parametrize(
    ("raw", "kind"), [(b"Unremovable", ResidualError), (b"\xff", UndecodableError)]
)
def test_a_text_that_must_be_withheld_raises(raw: bytes, kind: type[Exception]) -> None:
    """Nothing was written by then."""
    sink = io.BytesIO()
    with pytest.raises(kind):
        transform(Format.TEXT, io.BytesIO(raw), sink, bench())
    assert sink.getvalue() == b""


def test_what_is_known_is_replaced_too() -> None:
    """The registration record reaches the engine."""
    out, _ = run(Format.TEXT, b"Hello Zed", bench(known=Known(names=(Phi("Zed"),))))
    assert out == b"Hello [NAME]"


def test_bad_records_are_withheld_and_the_rest_goes_on() -> None:
    """Each is listed with its line."""
    raw = b'{"text": "Ottoline"}\n{"text": "Unremovable"}\n{broken\n{"text": "Crashword"}\n'
    out, tally = run(Format.JSONL, raw, bench())
    assert out == b'{"record":1,"text":"[NAME]"}\n'
    assert tally.rejected == [
        (2, Reason.RESIDUAL),
        (3, Reason.UNDECODABLE),
        (4, Reason.DETECTOR),
    ]
    assert (tally.records_in, tally.records_out) == (4, 1)


def test_one_crosswalk_serves_a_file() -> None:
    """The same value gets the same tag in every record of it."""
    raw = b'{"text": "Ottoline, Marjolein"}\n{"text": "Marjolein"}\n'
    out, _ = run(Format.JSONL, raw, bench(operator=Operator.TAG))
    texts = [json.loads(line)["text"] for line in out.splitlines()]
    assert texts == ["[NAME-1], [NAME-2]", "[NAME-2]"]


def test_two_text_fields_of_one_record_go_out_together_or_not_at_all() -> None:
    """A record with one bad field is withheld whole."""
    fields = Fields(("a", "b"))
    raw = b'{"a": "Ottoline", "b": null}\n{"a": "fine", "b": "Unremovable"}\n'
    out, tally = run(Format.JSONL, raw, bench(jsonl=fields))
    assert out == b'{"record":1,"a":"[NAME]","b":null}\n'
    assert tally.counts == {"NAME": 1}


def test_csv_needs_its_columns_named() -> None:
    """Which cells hold text is not guessed."""
    with pytest.raises(MissingFieldError, match="--columns"):
        run(Format.CSV, b"note\nx\n", bench())


def test_csv_is_replaced_in_named_columns() -> None:
    """The header is written anew."""
    out, tally = run(Format.CSV, b"id,note\n9,Ottoline\n", bench(csv=Fields(("note",))))
    assert out == b"record,note\n1,[NAME]\n"
    assert tally.records_out == 1
