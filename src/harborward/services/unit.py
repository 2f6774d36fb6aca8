"""One unit of work, as a worker process does it: read, transform, write aside."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from harborward.domain.errors import OutputError, UsageError
from harborward.services.naming import nameable
from harborward.services.outcomes import (
    WITHHOLDING,
    Outcome,
    Reason,
    Tally,
    reason_of,
)
from harborward.services.registration import record_at
from harborward.services.seam import Recipe, engine
from harborward.services.transform import Bench, Reading, transform
from harborward.services.writing import HashedReader, part_file

if TYPE_CHECKING:
    from harborward.domain.policy import Policy
    from harborward.formats.kinds import Format


@dataclass(frozen=True, slots=True)
class Order:
    """What all units of a run share. It crosses the process border; a text does not."""

    recipe: Recipe
    policy: Policy
    reading: Reading
    #: Registration record, read by each process for itself: its content is PHI.
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read, and where its unfinished output goes."""

    path: str
    relative: str
    kind: Format | None
    part: str

    def __repr__(self) -> str:
        """Return nothing of the path: it may hold a name."""
        return "<Task>"


def bench(order: Order) -> Bench:
    """Return what this process works with; the engine is built once."""
    known = record_at(order.known) if order.known else None
    return Bench(engine(order.recipe), order.policy, order.reading, known)


@dataclass(frozen=True, slots=True)
class _Verdict:
    """How the attempt ended, and the digest of what was written, if anything was."""

    reason: Reason | None
    message: str = ""
    tally: Tally = field(default_factory=Tally)
    written: str | None = None


def work(order: Order, task: Task) -> Outcome:
    """Do one unit. Its output, if any, is durable in ``task.part`` on return.

    Raises:
        OutputError: the output cannot be written; the run must stop.
        UsageError: the engine or the registration record cannot be had.
    """
    started = time.perf_counter()
    tools = bench(order)
    digest, size = "", 0
    try:
        with Path(task.path).open("rb") as file:
            source = HashedReader(file)
            verdict = _attempt(source, task, tools)
            source.drain()
            digest, size = source.digest, source.size
    except OSError as error:
        verdict = _Verdict(Reason.UNREADABLE, type(error).__name__)
    if verdict.written is None:
        Path(task.part).unlink(missing_ok=True)
    tally = verdict.tally
    return Outcome(
        source_digest=digest,
        source_bytes=size,
        reason=verdict.reason,
        message=verdict.message,
        part=task.part if verdict.written else None,
        output_digest=verdict.written,
        records_in=tally.records_in,
        records_out=tally.records_out,
        counts=tuple(sorted(tally.counts.items())),
        rejected=tuple(tally.rejected),
        nameable=_nameable(task, tools),
        seconds=time.perf_counter() - started,
    )


def _attempt(source: HashedReader, task: Task, tools: Bench) -> _Verdict:
    if task.kind is None:
        return _Verdict(Reason.UNSUPPORTED, "the format cannot be told from the file's suffix")
    try:
        with part_file(Path(task.part)) as sink:
            tally = transform(task.kind, source, sink, tools)
        if tally.records_in and not tally.records_out:
            return _Verdict(Reason.ALL_RECORDS, "every record was withheld", tally)
        return _Verdict(None, tally=tally, written=sink.digest)
    except WITHHOLDING as error:
        return _Verdict(reason_of(error), str(error))
    except (OutputError, UsageError):
        raise
    except OSError as error:
        return _Verdict(Reason.UNREADABLE, type(error).__name__)
    # The outermost driver of this process: whatever a guest raised may quote the text.
    except Exception as error:  # noqa: BLE001 - the document is withheld
        return _Verdict(Reason.INTERNAL, type(error).__name__)


def _nameable(task: Task, tools: Bench) -> tuple[bool, ...]:
    relative = Path(task.relative)
    try:
        return nameable(tools.engine, relative, tools.known)
    # As above; a name that nothing is known of is not shown.
    except Exception:  # noqa: BLE001 - the name is not shown
        return (False,) * len(relative.parts)
