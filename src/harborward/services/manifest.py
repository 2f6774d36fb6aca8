"""The value-free record of a run: one JSON line for each unit, appended and durable.

First a header (policy, engine, version), then one line a unit in input order. The
file holds digests, counts and codes and no value of any document. What it promises:
once ``append`` has returned, its lines survive a crash; a line that was being written
is dropped on the next ``open_at``; inputs = released + quarantined + failed.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, Final, final

from harborward.domain.errors import UsageError
from harborward.services.outcomes import Outcome, Status
from harborward.services.writing import LOCK, PART_PREFIX, durable, guarded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from harborward.domain.policy import Policy
    from harborward.services.seam import Engine

NAME: Final = "manifest.jsonl"
FORMAT: Final = "harborward-manifest"
VERSION: Final = 1


def policy_digest(policy: Policy) -> str:
    """Return the SHA-256 of what a policy does; its description does not count."""
    content = {
        "name": policy.name,
        "regime": policy.regime.value,
        "operators": {label.value: op.value for label, op in policy.operators.items()},
        "threshold": policy.threshold,
        "shift_days": policy.shift_days,
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Header:
    """What all units of a folder have in common; a run that differs is refused."""

    policy: str
    regime: str
    policy_digest: str
    engine: str
    tier: str
    detectors: tuple[str, ...]
    #: Digest of the options that decide which fields are read and written.
    options: str

    @classmethod
    def of(cls, policy: Policy, engine: Engine, options: str) -> Header:
        """Describe a run under ``policy`` with ``engine``."""
        return cls(
            policy=policy.name,
            regime=policy.regime.value,
            policy_digest=policy_digest(policy),
            engine=engine.digest,
            tier=str(engine.tier),
            detectors=tuple(engine.detectors),
            options=options,
        )

    def key(self, source_digest: str) -> str:
        """Return the key of a unit: the same key means the same work."""
        parts = (source_digest, self.policy_digest, self.engine, self.options)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def line(self) -> dict[str, Any]:
        """Return the header line."""
        return {
            "kind": "header",
            "format": FORMAT,
            "version": VERSION,
            "harborward": _version(),
            "policy": self.policy,
            "regime": self.regime,
            "policy_digest": self.policy_digest,
            "tier": self.tier,
            "detectors": list(self.detectors),
            "engine_digest": self.engine,
            "options_digest": self.options,
        }


def _version() -> str:
    try:
        return version("harborward")
    except PackageNotFoundError:
        return "source tree"


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit's line. ``copy`` tells apart inputs with the same bytes, from 1."""

    unit: int
    key: str
    copy: int
    source_digest: str
    source_bytes: int
    status: Status
    reason: str | None
    output: str | None
    output_digest: str | None
    records_in: int
    records_out: int
    counts: dict[str, int]
    rejected: list[list[Any]] = field(default_factory=list)

    @classmethod
    def of(cls, outcome: Outcome, *, unit: int, key: str, copy: int, output: str | None) -> Entry:
        """Describe a finished unit."""
        return cls(
            unit=unit,
            key=key,
            copy=copy,
            source_digest=outcome.source_digest,
            source_bytes=outcome.source_bytes,
            status=outcome.status,
            reason=outcome.reason.value if outcome.reason else None,
            output=output,
            output_digest=outcome.output_digest,
            records_in=outcome.records_in,
            records_out=outcome.records_out,
            counts=dict(outcome.counts),
            rejected=[[line, reason.value] for line, reason in outcome.rejected],
        )

    def line(self, header: Header) -> dict[str, Any]:
        """Return the unit's line, with the policy and engine it was made under."""
        return {
            "kind": "unit",
            "unit": self.unit,
            "key": self.key,
            "copy": self.copy,
            "source_sha256": self.source_digest,
            "source_bytes": self.source_bytes,
            "status": self.status.value,
            "reason": self.reason,
            "output": self.output,
            "output_sha256": self.output_digest,
            "records_in": self.records_in,
            "records_out": self.records_out,
            "counts": self.counts,
            "rejected": self.rejected,
            "policy": header.policy,
            "policy_digest": header.policy_digest,
            "engine_digest": header.engine,
        }

    @classmethod
    def read(cls, line: dict[str, Any]) -> Entry:
        """Return the entry that ``line`` describes.

        Raises:
            KeyError: a key is missing.
            ValueError: the status is unknown.
        """
        return cls(
            unit=line["unit"],
            key=line["key"],
            copy=line["copy"],
            source_digest=line["source_sha256"],
            source_bytes=line["source_bytes"],
            status=Status(line["status"]),
            reason=line["reason"],
            output=line["output"],
            output_digest=line["output_sha256"],
            records_in=line["records_in"],
            records_out=line["records_out"],
            counts=line["counts"],
            rejected=line["rejected"],
        )


@final
class Manifest:
    """The open manifest of one output folder; close it, or use ``with``."""

    def __init__(self, path: Path, header: Header, entries: Iterable[Entry], fd: int) -> None:
        """Take over an open descriptor; use ``open_at``."""
        self._path = path
        self._header = header
        self._fd = fd
        self.entries = {(entry.key, entry.copy): entry for entry in entries}

    @classmethod
    def open_at(cls, folder: Path, header: Header) -> Manifest:
        """Open the manifest of ``folder``, or begin one where the folder is empty.

        A torn last line is dropped.

        Raises:
            UsageError: the folder holds other things, or a run of another kind.
            OutputError: the manifest cannot be written.
        """
        path = folder / NAME
        with guarded():
            old = path.read_bytes() if path.exists() else b""
            entries = _entries(old, header) if old.rstrip(b"\n") else None
            if entries is None:
                _refuse_foreign(folder)
                entries = []
                durable(path, _encode(header.line()))
            elif not old.endswith(b"\n") or len(entries) + 1 != old.count(b"\n"):
                durable(path, _whole(header, entries))
            fd = os.open(path, os.O_WRONLY | os.O_APPEND)
        return cls(path, header, entries, fd)

    def __enter__(self) -> Manifest:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        os.close(self._fd)

    def append(self, entries: Iterable[Entry]) -> None:
        """Append lines; they are durable when this returns.

        Raises:
            OutputError: the disk is full or the file cannot be written.
        """
        kept = list(entries)
        data = b"".join(_encode(entry.line(self._header)) for entry in kept)
        with guarded():
            written = 0
            while written < len(data):
                written += os.write(self._fd, data[written:])
            os.fsync(self._fd)
        self.entries |= {(entry.key, entry.copy): entry for entry in kept}

    def drop(self, entries: Iterable[Entry]) -> None:
        """Rewrite the manifest without ``entries``: their outputs are gone or changed."""
        for entry in entries:
            del self.entries[entry.key, entry.copy]
        with guarded():
            durable(self._path, _whole(self._header, self.entries.values()))
            os.close(self._fd)
            self._fd = os.open(self._path, os.O_WRONLY | os.O_APPEND)


def _entries(old: bytes, header: Header) -> list[Entry] | None:
    """Return the entries of a manifest's whole lines; None where not even a header is."""
    whole = old[: old.rfind(b"\n") + 1].splitlines()
    if not whole:
        return None
    try:
        first, *rest = [json.loads(line) for line in whole]
        entries = [Entry.read(line) for line in rest]
        known = first["format"] == FORMAT and first["version"] == VERSION
    except (ValueError, KeyError, TypeError):
        known, first, entries = False, {}, []
    if not known:
        msg = "the manifest in the output folder is damaged or of another version"
        raise UsageError(msg, advice="Choose another --out folder")
    for ours, theirs in header.line().items():
        if ours.endswith("_digest") and first.get(ours) != theirs:
            what = ours.removesuffix("_digest")
            msg = f"the output folder holds a run with another {what}"
            raise UsageError(msg, advice="Choose another --out folder for this run")
    return entries


def _refuse_foreign(folder: Path) -> None:
    ours = (NAME, LOCK, PART_PREFIX)
    if any(not entry.name.startswith(ours) for entry in folder.iterdir()):
        msg = "the output folder is not empty and holds no manifest"
        raise UsageError(msg, advice="Choose an empty or a new --out folder")


def _whole(header: Header, entries: Iterable[Entry]) -> bytes:
    ordered = sorted(entries, key=lambda entry: entry.unit)
    return _encode(header.line()) + b"".join(_encode(e.line(header)) for e in ordered)


def _encode(line: dict[str, Any]) -> bytes:
    return json.dumps(line, separators=(",", ":")).encode() + b"\n"
