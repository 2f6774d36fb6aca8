"""The commit desk: names finished units, moves them into place, then writes them down.

The order is what makes a run resumable: outputs are durable under their final names
before the manifest says so. A unit without a line is done again; a line without its
output cannot come about.
"""

from __future__ import annotations

import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final, final

from harborward.formats.kinds import Format
from harborward.services.manifest import Entry
from harborward.services.outcomes import PASSING, Outcome, Status
from harborward.services.writing import digest_of, guarded, sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from harborward.services.manifest import Header, Manifest
    from harborward.services.naming import Namer
    from harborward.services.report import Report
    from harborward.services.sources import Source

#: Units, or seconds, after which finished work is made durable.
BATCH_UNITS: Final = 64
BATCH_SECONDS: Final = 0.5


@final
class Desk:
    """Takes finished units in input order and commits them in groups."""

    def __init__(
        self,
        out: Path,
        header: Header,
        manifest: Manifest,
        *,
        namer: Namer,
        report: Report,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Commit to ``out`` and ``manifest``; number units from the first free number."""
        self._out = out
        self._header = header
        self._manifest = manifest
        self._namer = namer
        self._report = report
        self._clock = clock
        self._last = clock()
        used = {entry.unit for entry in manifest.entries.values()}
        self._numbers = (number for number in count(1) if number not in used)
        self._keys = set(manifest.entries)
        self._pending: list[tuple[Entry, Path | None]] = []

    def take(self, source: Source, kind: Format | None, outcome: Outcome) -> Entry:
        """Name one finished unit; commit when the group is full or old."""
        unit = next(self._numbers)
        key = self._header.key(outcome.source_digest)
        copy = next(n for n in count(1) if (key, n) not in self._keys)
        self._keys.add((key, copy))
        output = None
        if outcome.part:
            output = self._namer.name(source, outcome.nameable, unit=unit, kind=kind or Format.TEXT)
        entry = Entry.of(outcome, unit=unit, key=key, copy=copy, output=output)
        self._pending.append((entry, Path(outcome.part) if outcome.part else None))
        self._report.add(entry)
        self._report.tell(unit, outcome)
        now = self._clock()
        if len(self._pending) >= BATCH_UNITS or now - self._last >= BATCH_SECONDS:
            self.commit()
        return entry

    def commit(self) -> None:
        """Make every taken unit durable: first the outputs, then their lines.

        Raises:
            OutputError: the disk is full or the folder cannot be written.
        """
        pending, self._pending = self._pending, []
        self._last = self._clock()
        if not pending:
            return
        folders: set[Path] = set()
        with guarded():
            for entry, part in pending:
                if part is not None and entry.output is not None:
                    target = self._out / entry.output
                    folders |= _made(target.parent, self._out)
                    part.replace(target)
            for folder in folders:
                sync_folder(folder)
        self._manifest.append(entry for entry, _ in pending)


def _made(folder: Path, top: Path) -> set[Path]:
    """Make ``folder`` where it is missing; return every folder up to ``top``."""
    folder.mkdir(parents=True, exist_ok=True)
    chain = {folder, top}
    while folder != top:
        folder = folder.parent
        chain.add(folder)
    return chain


def stale(entry: Entry, out: Path) -> bool:
    """Tell whether a unit must be done again: its output is gone, changed, or failed by chance."""
    if entry.status is not Status.RELEASED:
        return entry.reason in PASSING
    try:
        return digest_of(out / (entry.output or "")) != entry.output_digest
    except OSError:
        return True
