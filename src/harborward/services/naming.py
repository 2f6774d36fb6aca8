"""Output names: the input's own where it holds no identifier, a number otherwise.

A file name is a text too ("Smith_John_1941-02-03.txt"). A replaced name is the unit's
number, not a digest of the source: a code derived from the person's data is no lawful
re-identification code (45 CFR 164.514(c)).
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, final

from harborward.domain.phi import Phi
from harborward.formats.kinds import Format, by_suffix
from harborward.services.manifest import NAME as MANIFEST

if TYPE_CHECKING:
    from harborward.services.seam import Engine
    from harborward.services.sources import Source
    from harborward.text.known import Known

#: With more digits than this a name may be a date or a record number.
_MOST_DIGITS: Final = 4
_DIGIT: Final = re.compile(r"[0-9]")
_JOINT: Final = re.compile(r"[\W_]+|(?<=[a-z])(?=[A-Z])|(?<=[^\W\d_])(?=[0-9])")
#: A name alone has no context; after a label the detectors look closer.
_LABEL: Final = "Patient: "
_DEFAULT_SUFFIX: Final = {Format.TEXT: ".txt", Format.JSONL: ".jsonl", Format.CSV: ".csv"}


def nameable(engine: Engine, relative: Path, known: Known | None) -> tuple[bool, ...]:
    """Tell for each folder of ``relative``, then its stem, whether it may be shown."""
    *folders, _ = relative.parts
    return tuple(_harmless(engine, part, known) for part in (*folders, relative.stem))


def _harmless(engine: Engine, part: str, known: Known | None) -> bool:
    """Tell whether nothing is found in a name: as it is, in words, or word by word."""
    if len(_DIGIT.findall(part)) > _MOST_DIGITS:
        return False
    words = _JOINT.sub(" ", part).strip()
    lines = [part, words, *(_LABEL + word for word in words.title().split())]
    text = "\n".join(lines)
    label = re.compile(re.escape(_LABEL.rstrip()))
    labels = {at for match in label.finditer(text) for at in range(*match.span())}
    return all(
        set(range(found.span.start, found.span.end)) <= labels
        for found in engine.find(Phi(text), known)
    )


@final
class Namer:
    """Gives each unit of one output folder a name of its own, the same on every run."""

    def __init__(self) -> None:
        """Begin with the manifest's name taken."""
        self._taken = {MANIFEST}
        self._folders: dict[Path, str] = {}

    def take(self, name: str) -> None:
        """Avoid ``name`` from now on, whatever its case."""
        self._taken.add(name.casefold())

    def learn(self, source: Source, output: str) -> None:
        """Remember the folder names of a unit that was named in an earlier run."""
        names = PurePosixPath(output).parts[:-1]
        for depth, name in enumerate(names, 1):
            self._folders[Path(*source.relative.parts[:depth])] = name

    def name(self, source: Source, shown: tuple[bool, ...], *, unit: int, kind: Format) -> str:
        """Return a free output name, relative to the output folder, with ``/``."""
        folder = PurePosixPath()
        parents = source.relative.parts[:-1]
        for depth, part in enumerate(parents, 1):
            here = Path(*parents[:depth])
            fresh = part if shown[depth - 1] else f"folder-{unit:06d}"
            folder /= self._folders.setdefault(here, fresh)
        suffix = source.relative.suffix
        if by_suffix(suffix) is None:
            suffix = _DEFAULT_SUFFIX[kind]
        stem = source.relative.stem if shown[-1] else f"doc-{unit:06d}"
        return self._free(folder, stem, suffix)

    def _free(self, folder: PurePosixPath, stem: str, suffix: str) -> str:
        name, attempt = str(folder / f"{stem}{suffix}"), 1
        while name.casefold() in self._taken:
            attempt += 1
            name = str(folder / f"{stem}-{attempt}{suffix}")
        self._taken.add(name.casefold())
        return name
