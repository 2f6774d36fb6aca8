"""One source stream to one output stream: the way of a document, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from harborward.domain.crosswalk import Crosswalk
from harborward.domain.errors import MissingFieldError
from harborward.domain.phi import Phi
from harborward.formats import delimited, jsonl, plain
from harborward.formats.kinds import Encoding, Format
from harborward.formats.plain import Document
from harborward.formats.records import Fields, Record, Rejected
from harborward.services.outcomes import WITHHOLDING, Tally, reason_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from harborward.domain.policy import Policy
    from harborward.domain.span import Finding
    from harborward.formats.records import ByteSink, ByteSource
    from harborward.services.seam import Engine
    from harborward.text.known import Known


@dataclass(frozen=True, slots=True)
class Reading:
    """How sources are read: chosen by the caller once for a whole run."""

    jsonl: Fields = field(default_factory=lambda: Fields(("text",)))
    csv: Fields | None = None
    encoding: Encoding = Encoding.UTF_8
    max_text_bytes: int = 1
    max_record_bytes: int = 1


@dataclass(frozen=True, slots=True)
class Bench:
    """What a transformation works with. Stays in its process."""

    engine: Engine
    policy: Policy
    reading: Reading
    known: Known | None = None


def transform(kind: Format, source: ByteSource, sink: ByteSink, bench: Bench) -> Tally:
    """Read ``source``, write what may be released to ``sink``, and return the counts.

    A new crosswalk serves this source alone. In record formats a record that must be
    withheld is counted and the rest goes on; a plain document raises instead.

    Raises:
        InputError: the source as a whole cannot be read.
        ResidualError: the output of a plain document is withheld.
        DetectorError: a detector failed on a plain document.
        CrosswalkError: no fresh surrogate was left for a plain document.
    """
    return _TRANSFORMS[kind](source, sink, bench)


def _text(source: ByteSource, sink: ByteSink, bench: Bench) -> Tally:
    reading = bench.reading
    raw = source.read(reading.max_text_bytes + 1)
    document = plain.decode(raw, reading.encoding, limit=reading.max_text_bytes)
    del raw
    released = bench.engine.deidentify(document.text, bench.policy, Crosswalk(), known=bench.known)
    sink.write(plain.encode(Document(Phi(released.text.lstrip(plain.BOM)), bom=document.bom)))
    tally = Tally()
    tally.release(released.findings)
    return tally


def _jsonl(source: ByteSource, sink: ByteSink, bench: Bench) -> Tally:
    reading = bench.reading
    records = jsonl.read(source, reading.jsonl, limit=reading.max_record_bytes)
    return _records(records, sink, bench, jsonl.write)


def _csv(source: ByteSource, sink: ByteSink, bench: Bench) -> Tally:
    reading = bench.reading
    if reading.csv is None:
        msg = "which columns of a CSV hold text was not said"
        raise MissingFieldError(msg, advice="Name them with --columns")
    table = delimited.read(
        source, reading.csv, limit=reading.max_record_bytes, encoding=reading.encoding
    )
    sink.write(delimited.write_header(table))
    return _records(
        table.records, sink, bench, lambda record, texts: delimited.write(table, record, texts)
    )


def _records(
    records: Iterable[Record | Rejected],
    sink: ByteSink,
    bench: Bench,
    write: Callable[[Record, dict[str, str | None]], bytes],
) -> Tally:
    crosswalk = Crosswalk()
    tally = Tally()
    for record in records:
        if isinstance(record, Rejected):
            tally.reject(record.line, reason_of(record.error))
            continue
        try:
            line = write(record, _texts(record, bench, crosswalk, tally))
        except WITHHOLDING as error:
            tally.reject(record.line, reason_of(error))
        else:
            sink.write(line)
            tally.release(())
    return tally


def _texts(
    record: Record, bench: Bench, crosswalk: Crosswalk, tally: Tally
) -> dict[str, str | None]:
    person = record.person.reveal() if record.person else ""
    texts: dict[str, str | None] = {}
    findings: list[Finding] = []
    for name, text in record.texts.items():
        if text is None:
            texts[name] = None
            continue
        released = bench.engine.deidentify(
            text, bench.policy, crosswalk, person=person, known=bench.known
        )
        texts[name] = released.text
        findings.extend(released.findings)
    tally.add(findings)
    return texts


_TRANSFORMS: Final = {Format.TEXT: _text, Format.JSONL: _jsonl, Format.CSV: _csv}
