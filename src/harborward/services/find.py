"""Find identifiers in JSON lines: one line out for each line in, in order.

In: ``{"id": ..., "text": "..."}``. Out: ``{"id": ..., "spans": [{"start", "end", "label",
"score", "detector"}]}``, offsets in characters of ``text``. A line that cannot be
answered ends the run with its number: an empty list would say "nothing found".
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from harborward.domain.errors import DetectorError, HarborwardError, MissingFieldError, UsageError
from harborward.domain.phi import Phi
from harborward.formats import jsonl
from harborward.formats.plain import refuse_size
from harborward.formats.records import Line, lines
from harborward.services.pool import spread
from harborward.services.seam import Recipe, engine
from harborward.services.writing import guarded, part_file, part_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from harborward.domain.span import Finding
    from harborward.formats.records import ByteSink, ByteSource

#: Lines or bytes that one job takes: long enough to repay the trip to a process.
CHUNK_LINES: Final = 64
CHUNK_BYTES: Final = 1 << 18
_SCORE_DIGITS: Final = 4
_Answered = TypeVar("_Answered")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of whole lines of the input file. Workers read it themselves."""

    offset: int
    size: int
    line: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The output lines of one chunk, and what they count."""

    lines: bytes
    records: int
    findings: int


@dataclass(frozen=True, slots=True)
class Search:
    """What every job of a run shares."""

    recipe: Recipe
    path: str
    limit: int


@dataclass(slots=True)
class Totals:
    """What a run counted."""

    records: int = 0
    findings: int = 0


def find_file(
    search: Search,
    out: Path | None,
    sink: ByteSink,
    *,
    workers: int,
    progress: Callable[[int], None],
) -> Totals:
    """Search a file of JSON lines; write to ``out`` whole or not at all, or to ``sink``.

    ``progress`` is called with the number of records finished since the last call.

    Raises:
        UsageError: the file cannot be read.
        InputError: a line is not a record; its number is in the message.
        DetectorError: a detector failed.
        OutputError: the result cannot be written.
    """
    try:
        with Path(search.path).open("rb") as file:
            chunks = _chunks(file, search.limit)
            answers = spread(partial(_answer, search), chunks, workers=workers)
            return _write(answers, out, sink, progress)
    except FileNotFoundError:
        msg = "the input file does not exist"
    except (IsADirectoryError, PermissionError) as error:
        msg = f"the input file cannot be read ({type(error).__name__})"
    raise UsageError(msg, advice="Give the path of a JSON lines file, or - for standard input")


def find_stream(
    search: Search,
    source: ByteSource,
    out: Path | None,
    sink: ByteSink,
    *,
    progress: Callable[[int], None],
) -> Totals:
    """Search JSON lines as they come, in this process; otherwise like ``find_file``."""
    answers = (_answers([line], search) for line in lines(source, search.limit))
    return _write(answers, out, sink, progress)


def _write(
    answers: Iterable[Answer], out: Path | None, sink: ByteSink, progress: Callable[[int], None]
) -> Totals:
    if out is None:
        return _pour(answers, sink, progress)
    with guarded():
        out.parent.mkdir(parents=True, exist_ok=True)
    part = part_in(out.parent)
    with part_file(part) as file:
        totals = _pour(answers, file, progress)
    with guarded():
        part.replace(out)
    return totals


def _pour(answers: Iterable[Answer], sink: ByteSink, progress: Callable[[int], None]) -> Totals:
    totals = Totals()
    for answer in answers:
        sink.write(answer.lines)
        totals.records += answer.records
        totals.findings += answer.findings
        progress(answer.records)
    return totals


def _chunks(file: ByteSource, limit: int) -> Iterator[Chunk]:
    """Cut the input at line ends, holding one line at a time."""
    offset = first = size = count = 0
    for line in lines(file, limit):
        if line.raw is None:
            refuse_size(f"line {line.number}", limit, setting="max_record_bytes")
        if not count:
            offset, first = line.offset, line.number
        size += len(line.raw)
        count += 1
        if count >= CHUNK_LINES or size >= CHUNK_BYTES:
            yield Chunk(offset, size, first)
            size = count = 0
    if count:
        yield Chunk(offset, size, first)


def _answer(search: Search, chunk: Chunk) -> Answer:
    with Path(search.path).open("rb") as file:
        file.seek(chunk.offset)
        raw = file.read(chunk.size)
    held = [
        Line(chunk.line + line.number - 1, chunk.offset + line.offset, line.raw)
        for line in lines(io.BytesIO(raw), search.limit)
    ]
    return _answers(held, search)


def _answers(held: Iterable[Line], search: Search) -> Answer:
    searcher = engine(search.recipe)
    asked = [line for line in held if line.raw is None or line.raw.strip()]
    questions = [_at(line, partial(_question, line, search.limit)) for line in asked]
    try:
        found = searcher.find_many([text for _, text in questions])
    except Exception:  # noqa: BLE001 - asked again one by one, to say at which line it was
        found = [
            _at(line, partial(searcher.find, text))
            for line, (_, text) in zip(asked, questions, strict=True)
        ]
    written = [
        _encode(identity, spans) for (identity, _), spans in zip(questions, found, strict=True)
    ]
    return Answer(b"".join(written), len(written), sum(map(len, found)))


def _at(line: Line, ask: Callable[[], _Answered]) -> _Answered:
    """Return the answer; what is raised instead says on which line it stood.

    Raises:
        HarborwardError: as ``ask``.
        DetectorError: foreign code failed.
    """
    try:
        return ask()
    except HarborwardError as error:
        msg = f"line {line.number}: {error.args[0]}"
        raise type(error)(msg, advice=error.advice) from None
    # Foreign code inside a detector may quote the text; only the kind is repeated.
    except Exception as error:  # noqa: BLE001 - raised anew, bare
        msg = f"line {line.number}: the engine failed with {type(error).__name__}"
        raise DetectorError(msg, advice="Run harborward doctor") from None


def _question(line: Line, limit: int) -> tuple[Any, Phi]:
    record = jsonl.parse(line, limit=limit)
    if "id" not in record or not isinstance(record.get("text"), str):
        msg = "the record has no id, or its text is not a string"
        raise MissingFieldError(msg, advice='Write {"id": ..., "text": "..."}')
    return record["id"], Phi(record["text"])


def _encode(identity: Any, found: tuple[Finding, ...]) -> bytes:  # noqa: ANN401 - any JSON value
    spans = [
        {
            "start": finding.span.start,
            "end": finding.span.end,
            "label": finding.label.value,
            "score": round(finding.score, _SCORE_DIGITS),
            "detector": finding.detector,
        }
        for finding in found
    ]
    return json.dumps({"id": identity, "spans": spans}, separators=(",", ":")).encode() + b"\n"
