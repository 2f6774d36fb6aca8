"""Check an installation: can it be trusted with a document, and if not, why not."""

from __future__ import annotations

import base64
import hashlib
import io
import shutil
import sys
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from harborward.domain.crosswalk import Crosswalk
from harborward.domain.errors import HarborwardError
from harborward.domain.phi import Phi
from harborward.plugins import Standing, guests, installed
from harborward.services.seam import Recipe, engine
from harborward.telemetry import Event, Telemetry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from importlib.resources.abc import Traversable

    from harborward.domain.policy import Policy

MINIMUM_PYTHON: Final = (3, 11)
#: Less than this and a run over a folder may well end with a full disk.
MINIMUM_FREE: Final = 1 << 30
#: A planted note: each marker must be gone from everything that comes out.
CANARY: Final = """Patient: Ottoline Quillfeather   MRN: 48213377
SSN: 219-62-8843   Phone: (503) 555-0142   Email: o.quillfeather@example.org
Insurance member ID: XQH204718853   Web: https://example.org/ottoline
Mrs. Quillfeather was seen on 03/14/2023 with chest pain.
"""
MARKERS: Final = (
    "Ottoline",
    "Quillfeather",
    "48213377",
    "219-62-8843",
    "555-0142",
    "o.quillfeather",
    "XQH204718853",
    "03/14",
)
_SHORT: Final = 12


class Verdict(StrEnum):
    """How a check ended."""

    OK = "ok"
    NOTE = "note"  # worth knowing, nothing wrong
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One check, its verdict, and what a person should know."""

    name: str
    verdict: Verdict
    detail: str


def examine(recipe: Recipe, policy: Policy) -> list[Check]:
    """Run every check; a check that fails does not stop the next."""
    return [
        _python(),
        _package(),
        _data("rules"),
        _data("lexicons"),
        _data("policies"),
        _guarded("engine", lambda: _engine(recipe)),
        _guarded("canary", lambda: _canary(recipe, policy)),
        _temporary(),
        _space(),
        *_guests(recipe),
    ]


def _guarded(name: str, check: Callable[[], Check]) -> Check:
    try:
        return check()
    except HarborwardError as error:
        return Check(name, Verdict.BAD, str(error))


def _python() -> Check:
    version = sys.version_info
    shown = f"{version.major}.{version.minor}.{version.micro}"
    fine = version >= MINIMUM_PYTHON
    return Check("python", Verdict.OK if fine else Verdict.BAD, shown)


def _package() -> Check:
    """Compare installed files with the digests their wheel recorded."""
    try:
        package = distribution("harborward")
    except PackageNotFoundError:
        return Check("package", Verdict.NOTE, "runs from a source tree; digests not compared")
    compared = 0
    for file in package.files or ():
        if file.hash is None or not str(file).startswith("harborward/"):
            continue
        compared += 1
        path = Path(str(file.locate()))
        if not path.is_file():
            return Check("package", Verdict.BAD, f"{file} is missing: install again")
        digest = hashlib.new(file.hash.mode, path.read_bytes()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != file.hash.value:
            return Check("package", Verdict.BAD, f"{file} was changed: install again")
    detail = f"version {package.version}, {compared} files as installed"
    return Check("package", Verdict.OK if compared else Verdict.NOTE, detail)


def _data(kind: str) -> Check:
    folder = files("harborward.text") / "data" / kind
    found = list(_walk(folder)) if folder.is_dir() else []
    if not found:
        return Check(kind, Verdict.BAD, "missing from the package: install again")
    whole = hashlib.sha256()
    for path in sorted(found, key=lambda path: path.name):
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return Check(kind, Verdict.OK, f"{len(found)} files, sha256 {whole.hexdigest()[:_SHORT]}")


def _walk(folder: Traversable) -> Iterator[Traversable]:
    for path in folder.iterdir():
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file():
            yield path


def _engine(recipe: Recipe) -> Check:
    built = engine(recipe)
    detail = f"{built.tier} tier, {', '.join(built.detectors)}, digest {built.digest[:_SHORT]}"
    return Check("engine", Verdict.OK, detail)


def _canary(recipe: Recipe, policy: Policy) -> Check:
    """Send planted identifiers through find, deidentify, reprs, errors and the log."""
    built = engine(recipe)
    text = Phi(CANARY)
    log = io.StringIO()
    findings = built.find(text)
    released = built.deidentify(text, policy, Crosswalk())
    Telemetry(log, lambda: 0.0).emit(Event.UNIT_ENDED, findings=len(findings), size=len(text))
    places = {
        "the output": released.text,
        "a repr": f"{text!r} {findings!r} {text}",
        "the log": log.getvalue(),
    }
    for place, shown in places.items():
        leaked = sum(marker.casefold() in shown.casefold() for marker in MARKERS)
        if leaked:
            return Check("canary", Verdict.BAD, f"{leaked} planted identifiers came out in {place}")
    return Check("canary", Verdict.OK, f"{len(MARKERS)} planted identifiers stayed in")


def _temporary() -> Check:
    try:
        with tempfile.TemporaryFile() as file:
            file.write(b"harborward")
    except OSError as error:
        return Check("temporary", Verdict.BAD, f"no writable folder ({type(error).__name__})")
    return Check("temporary", Verdict.OK, "writable; no text is ever put there")


def _space() -> Check:
    free = shutil.disk_usage(Path.cwd()).free
    shown = f"{free / (1 << 30):.1f} GiB free in the current folder"
    return Check("space", Verdict.OK if free >= MINIMUM_FREE else Verdict.NOTE, shown)


def _guests(recipe: Recipe) -> Iterator[Check]:
    verdicts = {
        Standing.ALLOWED: (Verdict.OK, "allowed by the plugins setting"),
        Standing.REFUSED: (Verdict.NOTE, "installed, not on the plugins setting, not loaded"),
        Standing.MISSING: (Verdict.BAD, "on the plugins setting, not installed"),
    }
    for guest in guests(recipe.settings.plugins, installed()):
        yield Check(f"plugin {guest.name}", *verdicts[guest.standing])
