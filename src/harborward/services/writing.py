"""Files that are either whole or not there, and errors that do not name them."""

from __future__ import annotations

import hashlib
import os
import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO, Final, final

from harborward.domain.errors import OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from harborward.formats.records import ByteSink, ByteSource

#: Read at a time where the content does not matter.
BLOCK: Final = 1 << 20
#: Unfinished outputs begin like this: hidden, so that no later run reads them.
PART_PREFIX: Final = ".harborward-"
PART_SUFFIX: Final = ".part"
LOCK: Final = ".harborward-lock"
#: Only the owner reads an output until someone decides otherwise.
MODE: Final = 0o600


@contextmanager
def guarded() -> Iterator[None]:
    """Turn a failure of the file system into an ``OutputError`` without a path."""
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        msg = f"the result cannot be written: {reason}"
    else:
        return
    advice = "Free space or choose another --out, then run again: finished work is kept"
    raise OutputError(msg, advice=advice)


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` durable, where the system can."""
    if os.name == "nt":  # a folder cannot be opened there
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def part_in(folder: Path) -> Path:
    """Return a fresh name for an unfinished output in ``folder``."""
    return folder / f"{PART_PREFIX}{secrets.token_hex(8)}{PART_SUFFIX}"


def sweep(folder: Path) -> None:
    """Remove the unfinished outputs that a killed run left in ``folder``."""
    with guarded():
        for path in folder.glob(f"{PART_PREFIX}*{PART_SUFFIX}"):
            path.unlink(missing_ok=True)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold ``folder`` for one run; a lock does not outlive its process.

    Raises:
        UsageError: another run holds it.
    """
    with guarded():
        file = _private(folder / LOCK, 0)
    try:
        if os.name != "nt":
            _lock(file)
        yield
    finally:
        file.close()


def _lock(file: BinaryIO) -> None:
    import fcntl  # noqa: PLC0415 - not on every system

    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        msg = "another run is writing to the output folder"
        raise UsageError(msg, advice="Wait for it to end, or choose another --out") from None


def durable(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, whole or not at all, durable on return."""
    part = part_in(path.parent)
    try:
        with _private(part, os.O_EXCL) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


def _private(path: Path, flags: int) -> BinaryIO:
    """Open ``path`` for writing, for its owner alone."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | flags, MODE), "wb")


@contextmanager
def part_file(path: Path) -> Iterator[HashedWriter]:
    """Open an unfinished output for writing; durable on a clean end, gone on any other."""
    with guarded():
        file = _private(path, os.O_EXCL)
    try:
        yield HashedWriter(file)
        with guarded():
            file.flush()
            os.fsync(file.fileno())
            file.close()
    except BaseException:
        _discard(file)
        path.unlink(missing_ok=True)
        raise


def _discard(file: BinaryIO) -> None:
    """Close a file whose content no longer matters, though its last flush may fail."""
    with suppress(OSError):
        file.close()


@final
class HashedReader:
    """A source that keeps the SHA-256 of what was read from it."""

    def __init__(self, source: ByteSource) -> None:
        """Watch ``source``, which the caller still owns."""
        self._source = source
        self._hash = hashlib.sha256()
        self.size = 0

    def _pass(self, data: bytes) -> bytes:
        self._hash.update(data)
        self.size += len(data)
        return data

    def read(self, size: int = -1, /) -> bytes:
        """Read up to ``size`` bytes."""
        return self._pass(self._source.read(size))

    def readline(self, size: int = -1, /) -> bytes:
        """Read one line, up to ``size`` bytes."""
        return self._pass(self._source.readline(size))

    def drain(self) -> None:
        """Read to the end, so that the digest covers the whole source."""
        while self.read(BLOCK):
            pass

    @property
    def digest(self) -> str:
        """SHA-256 of what was read, in hexadecimal."""
        return self._hash.hexdigest()


@final
class HashedWriter:
    """A sink that keeps the SHA-256 of what was written to it."""

    def __init__(self, sink: ByteSink) -> None:
        """Watch ``sink``, which the caller still owns."""
        self._sink = sink
        self._hash = hashlib.sha256()

    def write(self, data: bytes, /) -> int:
        """Write all of ``data``.

        Raises:
            OutputError: the disk is full or failed.
        """
        self._hash.update(data)
        with guarded():
            self._sink.write(data)
        return len(data)

    @property
    def digest(self) -> str:
        """SHA-256 of what was written, in hexadecimal."""
        return self._hash.hexdigest()


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
