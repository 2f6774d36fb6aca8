"""Score findings against gold spans: what leaked, and what was taken for no reason.

A gold span is found when every letter and digit of it is covered, by whatever label:
that is what decides a leak. A document is clean when all its gold spans are found.
Intervals are 95 % bootstrap intervals over documents, from a fixed stream, so that the
same files always give the same figures.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NoReturn

from harborward.domain.errors import MissingFieldError, UsageError
from harborward.domain.phi import Phi
from harborward.formats import jsonl
from harborward.formats.records import lines
from harborward.services.counting import ClassCount, Counts, Mark, Miss, count, misses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

#: Resamples for the intervals.
RESAMPLES: Final = 1000
_LOW, _HIGH = 0.025, 0.975
_BYTES: Final = 8
MAX_LINE: Final = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its 95 % interval; None where nothing was there to count."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class ClassScore:
    """Scores of one label. ``recall`` takes any label; ``typed`` asks for the same one."""

    label: str
    gold: int
    recall: float | None
    typed: float | None
    predicted: int
    precision: float | None


@dataclass(frozen=True, slots=True)
class Score:
    """The scores of one set of findings."""

    documents: int
    gold: int
    predicted: int
    recall: Rate
    precision: Rate
    character_recall: Rate
    character_precision: Rate
    clean_documents: Rate
    over_redaction: Rate
    classes: tuple[ClassScore, ...]
    misses: tuple[Miss, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One gold document."""

    identity: str
    text: Phi
    marks: tuple[Mark, ...]
    title: str = ""


#: Each rate as a share of two counted things.
_RATES: Final = {
    "recall": ("spans_full", "spans_gold"),
    "precision": ("overlapping", "predicted"),
    "character_recall": ("characters_found", "characters_gold"),
    "character_precision": ("characters_found", "characters_predicted"),
    "clean_documents": ("clean", "has_gold"),
    "over_redaction": ("tokens_touched", "tokens_clear"),
}


def score(
    gold: Iterable[Document],
    predictions: Mapping[str, Sequence[Mark]],
    *,
    resamples: int = RESAMPLES,
    show: int = 0,
) -> Score:
    """Return the scores. A gold document without predictions counts as nothing found.

    Raises:
        UsageError: there is no gold document, or predictions name unknown documents.
    """
    counted: list[Counts] = []
    left = set(predictions)
    for document in gold:
        left.discard(document.identity)
        found = list(predictions.get(document.identity, ()))
        counted.append(count(document.identity, document.text, list(document.marks), found))
    if not counted:
        msg = "there is no gold document to score against"
        raise UsageError(msg, advice="Give JSON lines with id, text and spans")
    if left:
        msg = f"{len(left)} findings lines name documents that the gold file does not have"
        raise UsageError(msg, advice="Score findings against the gold of the same documents")
    rates = _rates(counted, resamples)
    return Score(
        documents=len(counted),
        gold=sum(counts.spans_gold for counts in counted),
        predicted=sum(counts.predicted for counts in counted),
        classes=_classes(counted),
        misses=tuple(misses(counted, show)),
        **rates,
    )


def _classes(counted: Iterable[Counts]) -> tuple[ClassScore, ...]:
    total: defaultdict[str, ClassCount] = defaultdict(ClassCount)
    for counts in counted:
        for label, one in counts.classes.items():
            total[label].add(one)
    return tuple(
        ClassScore(
            label,
            gold=one.gold,
            recall=_share(one.full, one.gold),
            typed=_share(one.typed, one.gold),
            predicted=one.predicted,
            precision=_share(one.overlapping, one.predicted),
        )
        for label, one in sorted(total.items(), key=lambda item: (-item[1].gold, item[0]))
    )


def _rates(counted: Sequence[Counts], resamples: int) -> dict[str, Rate]:
    columns = {
        name: [int(getattr(counts, name)) for counts in counted]
        for pair in _RATES.values()
        for name in pair
    }
    samples: defaultdict[str, list[float]] = defaultdict(list)
    for number in range(resamples):
        chosen = _resample(number, len(counted))
        sums = {name: sum(map(column.__getitem__, chosen)) for name, column in columns.items()}
        for name, (part, whole) in _RATES.items():
            value = _share(sums[part], sums[whole])
            if value is not None:
                samples[name].append(value)
    return {
        name: Rate(_share(sum(columns[part]), sum(columns[whole])), *_interval(samples[name]))
        for name, (part, whole) in _RATES.items()
    }


def _resample(number: int, size: int) -> list[int]:
    """Return ``size`` document numbers with repetition, the same for the same arguments."""
    stream = hashlib.shake_256(number.to_bytes(_BYTES, "big")).digest(size * _BYTES)
    return [value % size for value in array("Q", stream)]


def _interval(values: list[float]) -> tuple[float, float] | tuple[None, None]:
    if not values:
        return None, None
    ordered = sorted(values)
    last = len(ordered) - 1
    return ordered[int(_LOW * len(ordered))], ordered[min(last, int(_HIGH * len(ordered)))]


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def read_gold(path: Path, names: Mapping[str, str | None] | None = None) -> Iterator[Document]:
    """Yield the documents of a gold file; ``names`` maps labels, None is "don't care".

    Raises:
        UsageError: the file cannot be read.
        InputError: a line is not a gold document; its number is in the message.
    """
    for number, record in _read(path):
        identity, text = record.get("id"), record.get("text")
        if identity is None or not isinstance(text, str):
            _refuse("gold", number)
        marks = tuple(_marks(record, names or {}, number))
        yield Document(str(identity), Phi(text), marks, str(record.get("title", "")))


def read_findings(
    path: Path, names: Mapping[str, str | None] | None = None
) -> dict[str, tuple[Mark, ...]]:
    """Return the predictions of a findings file by document; unmapped labels stay.

    Raises:
        UsageError: the file cannot be read.
        InputError: a line is not a findings line, or a document comes twice.
    """
    found: dict[str, tuple[Mark, ...]] = {}
    for number, record in _read(path):
        identity = record.get("id")
        if identity is None or str(identity) in found:
            _refuse("findings", number)
        marks = _marks(record, names or {}, number)
        found[str(identity)] = tuple(mark for mark in marks if mark.label is not None)
    return found


def read_names(path: Path, key: str) -> dict[str, str | None]:
    """Return a map of labels from a JSON file, or one of several by ``key``.

    Raises:
        UsageError: it cannot be read, or has another shape.
    """
    try:
        table: Any = json.loads(path.read_text("utf-8"))
        table = table[key] if key else table
        if all(isinstance(name, str | None) for name in table.values()):
            return dict(table)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    msg = "the label map cannot be used"
    raise UsageError(msg, advice='Write {"THEIR_LABEL": "NAME", "OTHER": null}')


def _read(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        with path.open("rb") as file:
            for line in lines(file, MAX_LINE):
                if line.raw is None or line.raw.strip():
                    yield line.number, jsonl.parse(line, limit=MAX_LINE)
    except OSError as error:
        msg = f"a file to score cannot be read ({type(error).__name__})"
        raise UsageError(msg, advice="Give the gold file, then the findings file") from None


def _marks(
    record: Mapping[str, Any], names: Mapping[str, str | None], number: int
) -> Iterator[Mark]:
    spans = record.get("spans")
    if not isinstance(spans, list):
        _refuse("spans", number)
    for span in spans:
        if not isinstance(span, dict) or not isinstance(span.get("label"), str):
            _refuse("spans", number)
        start, end, label = span.get("start"), span.get("end"), span["label"]
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end):
            _refuse("spans", number)
        yield Mark(start, end, names.get(label, label))


def _refuse(what: str, number: int) -> NoReturn:
    msg = f"line {number}: the {what} line is malformed or comes twice"
    raise MissingFieldError(
        msg, advice='Write {"id", "text", "spans": [{"start", "end", "label"}]}'
    )
