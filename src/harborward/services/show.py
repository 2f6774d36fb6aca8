"""Show one file with its findings: in the terminal, or as a page before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from harborward.domain.errors import HarborwardError, UsageError
from harborward.formats import jsonl, plain
from harborward.formats.kinds import Format, by_suffix
from harborward.formats.records import Fields, Rejected
from harborward.services.exhibit import Exhibit, exhibit
from harborward.services.writing import durable, guarded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from harborward.domain.phi import Phi
    from harborward.services.transform import Bench

#: Records of a JSON lines file on one page; a browser should still open it.
MAX_RECORDS: Final = 200


def exhibits(path: Path, tools: Bench) -> list[Exhibit]:
    """Return what a file holds: one exhibit for plain text, one a record for JSON lines.

    Raises:
        UsageError: the file cannot be opened, or is of a format that is not shown.
        InputError: its bytes cannot be read as text, or a record cannot.
        DetectorError: a detector failed.
    """
    kind = by_suffix(path.suffix)
    if kind not in {Format.TEXT, Format.JSONL}:
        msg = "only plain text and JSON lines can be shown"
        raise UsageError(msg, advice="Extract the text first, or use harborward deid for CSV")
    try:
        return [
            exhibit(tools.engine, text, tools.policy, title=title, known=tools.known)
            for title, text in _texts(path, kind, tools)
        ]
    except OSError as error:
        msg = f"the file cannot be read ({type(error).__name__})"
    raise UsageError(msg, advice="Check the path")


def _texts(path: Path, kind: Format | None, tools: Bench) -> Iterator[tuple[str, Phi]]:
    reading = tools.reading
    with path.open("rb") as file:
        if kind is Format.TEXT:
            raw = file.read(reading.max_text_bytes + 1)
            yield "", plain.decode(raw, reading.encoding, limit=reading.max_text_bytes).text
            return
        fields = Fields(reading.jsonl.text)
        for record in jsonl.read(file, fields, limit=reading.max_record_bytes):
            if isinstance(record, Rejected):
                raise _at(record.line, record.error)
            if record.number > MAX_RECORDS:
                return
            for text in record.texts.values():
                if text is not None:
                    yield f"Record {record.number}", text


def _at(line: int, error: HarborwardError) -> HarborwardError:
    return type(error)(f"line {line}: {error.args[0]}", advice=error.advice)


def write_page(html: str, out: Path) -> None:
    """Write a page for its owner alone, whole or not at all.

    Raises:
        OutputError: the disk is full or the folder cannot be written.
    """
    with guarded():
        out.parent.mkdir(parents=True, exist_ok=True)
        durable(out, html.encode())
