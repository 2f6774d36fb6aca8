"""De-identify files into a folder: in order, in parallel, and resumable after a crash.

The way of a run: gather -> plan (skip what is done) -> work in processes -> commit in
input order (rename, then one manifest line). A kill at any moment leaves a prefix of
the manifest whose outputs are whole; the next run drops what was half done and goes on.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from harborward.formats.kinds import Format, by_suffix
from harborward.services.desk import Desk, stale
from harborward.services.manifest import Header, Manifest
from harborward.services.naming import Namer
from harborward.services.outcomes import WITHHOLDING, Status, reason_of, status_of
from harborward.services.pool import spread
from harborward.services.report import Problem, Report
from harborward.services.transform import transform
from harborward.services.unit import Order, Task, bench, work
from harborward.services.writing import HashedReader, digest_of, guarded, locked, part_in, sweep
from harborward.telemetry import Event

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from harborward.domain.policy import Policy
    from harborward.formats.records import ByteSink, ByteSource
    from harborward.services.manifest import Entry
    from harborward.services.outcomes import Outcome
    from harborward.services.sources import Source
    from harborward.telemetry import Telemetry


@dataclass(frozen=True, slots=True)
class Run:
    """One job: what to do, to which files, and where the results go."""

    order: Order
    sources: tuple[Source, ...]
    out: Path
    kind: Format | None = None  # None: told by each file's suffix
    workers: int = 1

    def kind_of(self, source: Source) -> Format | None:
        """Return the format of one file; None where it cannot be told."""
        return self.kind or by_suffix(source.path.suffix)


def deidentify(run: Run, telemetry: Telemetry, progress: Callable[[int], None]) -> Report:
    """Do a job and return what became of each input.

    On return every released unit and its manifest line are durable. ``progress`` is
    called with the number of units finished since the last call.

    Raises:
        UsageError: the output folder belongs to something else, or is in use.
        OutputError: a result cannot be written; what is finished is kept.
        HarborwardError: a worker process ended, or the engine cannot be built.
    """
    tools = bench(run.order)  # what cannot be used stops the run before it touches a disk
    header = Header.of(tools.policy, tools.engine, _options(run))
    report = Report()
    with guarded():
        run.out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        stack.enter_context(locked(run.out))
        manifest = stack.enter_context(Manifest.open_at(run.out, header))
        stack.callback(sweep, run.out)
        sweep(run.out)
        namer = Namer()
        todo = _plan(run, header, manifest, namer=namer, report=report)
        telemetry.emit(Event.RUN_STARTED, units=len(run.sources), skipped=report.skipped)
        progress(report.skipped)
        desk = Desk(run.out, header, manifest, namer=namer, report=report)
        stack.callback(desk.commit)
        outcomes = _outcomes(run, todo)
        stack.callback(outcomes.close)  # runs first: no worker writes while parts are swept
        for source, outcome in zip(todo, outcomes, strict=True):
            entry = desk.take(source, run.kind_of(source), outcome)
            telemetry.emit(
                Event.UNIT_ENDED,
                unit=entry.unit,
                status=entry.status,
                size=entry.source_bytes,
                seconds=outcome.seconds,
            )
            progress(1)
    telemetry.emit(
        Event.RUN_ENDED,
        units=report.inputs,
        released=report.released,
        quarantined=report.statuses[Status.QUARANTINED],
        failed=report.statuses[Status.FAILED],
    )
    return report


def _outcomes(run: Run, todo: list[Source]) -> Generator[Outcome, None, None]:
    tasks = (
        Task(
            path=str(source.path),
            relative=str(source.relative),
            kind=run.kind_of(source),
            part=str(part_in(run.out)),
        )
        for source in todo
    )
    order = replace(run.order, policy=_portable(run.order.policy))
    return spread(partial(work, order), tasks, workers=run.workers)


def _portable(policy: Policy) -> Policy:
    """Return the policy with a plain dict, which every process can take over."""
    return replace(policy, operators=dict(policy.operators))


def _plan(
    run: Run, header: Header, manifest: Manifest, *, namer: Namer, report: Report
) -> list[Source]:
    """Return what is left to do; count what an earlier run has done."""
    if not manifest.entries:
        return list(run.sources)
    seen: Counter[str] = Counter()
    done: list[tuple[Source, Entry]] = []
    gone: list[Entry] = []
    todo: list[Source] = []
    for source in run.sources:
        key = header.key(_digest(source))
        seen[key] += 1
        entry = manifest.entries.get((key, seen[key]))
        if entry is None or stale(entry, run.out):
            todo.append(source)
            gone.extend([entry] if entry else [])
        else:
            done.append((source, entry))
    if gone:
        manifest.drop(gone)
    for entry in manifest.entries.values():
        namer.take(entry.output or "")
    for source, entry in done:
        namer.learn(source, entry.output or "")
        report.resume(entry)
    return todo


def _digest(source: Source) -> str:
    try:
        return digest_of(source.path)
    except OSError:
        return ""


def _options(run: Run) -> str:
    """Return the digest of what else decides the bytes of an output."""
    reading = run.order.reading
    known = digest_of(Path(run.order.known)) if run.order.known else ""
    words = (
        repr(reading.jsonl),
        repr(reading.csv),
        reading.encoding.value,
        str(run.kind),
        known,
    )
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


def deidentify_stream(order: Order, kind: Format, source: ByteSource, sink: ByteSink) -> Report:
    """De-identify one stream to another, for use in a pipe.

    A plain document is written whole or not at all; records go out one by one as they
    pass. The report counts one input.

    Raises:
        UsageError: the registration record cannot be used.
        OutputError: ``sink`` cannot be written.
    """
    report = Report(inputs=1)
    passing = HashedReader(source)
    try:
        tally = transform(kind, passing, sink, bench(order))
    except WITHHOLDING as error:
        reason = reason_of(error)
        report.statuses[status_of(reason)] += 1
        report.problems.append(Problem(1, reason, str(error)))
        return report
    report.statuses[Status.RELEASED] += 1
    report.counts.update(tally.counts)
    report.records_in, report.records_out = tally.records_in, tally.records_out
    report.source_bytes = passing.size
    return report
