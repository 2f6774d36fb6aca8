"""JSON lines: one object a line, streamed, with a bound for each line (RFC 8259)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NoReturn

from harborward.domain.errors import InputError, MissingFieldError, UndecodableError
from harborward.domain.phi import Phi
from harborward.formats.kinds import Encoding
from harborward.formats.plain import refuse_size, text_of
from harborward.formats.records import Fields, Line, Record, Rejected, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from harborward.formats.records import ByteSource

#: Where the record number goes, unless the caller keeps a field of that name.
NUMBER: Final = "record"
_BOM: Final = b"\xef\xbb\xbf"


def read(stream: ByteSource, fields: Fields, *, limit: int) -> Iterator[Record | Rejected]:
    """Yield each record in order; blank lines are not records.

    A line that is too long, broken or lacks a field is yielded as ``Rejected``; the
    next line is read all the same.
    """
    number = 0
    for line in lines(stream, limit):
        raw = line.raw
        if raw is not None and line.number == 1:
            raw = raw.removeprefix(_BOM)
        if raw is not None and not raw.strip():
            continue
        number += 1
        try:
            yield _record(number, line, _object(line, raw, limit), fields)
        except InputError as error:
            yield Rejected(number, line.number, error)


def parse(line: Line, *, limit: int) -> dict[str, Any]:
    """Return the object on one line.

    Raises:
        TooLargeError: the line is beyond ``limit`` bytes.
        UndecodableError: it is not a JSON object in UTF-8.
    """
    raw = line.raw
    if raw is not None and line.number == 1:
        raw = raw.removeprefix(_BOM)
    return _object(line, raw, limit)


def _object(line: Line, raw: bytes | None, limit: int) -> dict[str, Any]:
    if raw is None:
        refuse_size("line", limit, setting="max_record_bytes")
    text = text_of(raw, Encoding.UTF_8, offset=line.offset)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        msg = "the line is not a JSON object"
        raise UndecodableError(msg, advice="Write one JSON object on each line")
    return value


def _record(number: int, line: Line, value: dict[str, Any], fields: Fields) -> Record:
    person = value.get(fields.person) if fields.person else None
    if fields.person and not isinstance(person, str | int):
        _refuse("person field")
    return Record(
        number,
        line.number,
        texts={name: _text(value, name) for name in fields.text},
        kept={name: Phi(_source(value[name])) for name in fields.keep if name in value},
        person=None if person is None else Phi(str(person)),
    )


def _text(value: dict[str, Any], name: str) -> Phi | None:
    text = value.get(name, ...)
    if text is None:
        return None
    if not isinstance(text, str):
        _refuse("text field")
    return Phi(_whole(text))


def _whole(text: str) -> str:
    """Return ``text`` without lone surrogates, which JSON allows and UTF-8 does not."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _source(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _refuse(what: str) -> NoReturn:
    msg = f"the record has no {what}, or it is not text"
    raise MissingFieldError(msg, advice="Name it with --text-field or --person-field")


def write(record: Record, texts: Mapping[str, str | None]) -> bytes:
    """Return one line: the record number, ``texts``, then the kept fields.

    ``texts`` are the transformed texts of the same fields as ``record.texts``.
    """
    parts: list[str] = []
    if NUMBER not in record.kept and NUMBER not in texts:
        parts.append(f'"{NUMBER}":{record.number}')
    for name, text in texts.items():
        parts.append(f"{json.dumps(name)}:{json.dumps(text, ensure_ascii=False)}")
    for name, kept in record.kept.items():
        parts.append(f"{json.dumps(name)}:{kept.reveal()}")
    return ("{" + ",".join(parts) + "}\n").encode()
