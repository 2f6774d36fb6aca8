"""Natural reports without gold: how much is touched, and what is hit most often.

The reports were published without names and with most dates taken out, so what is
found as a name there is nearly always wrong. Dates that are left are mostly real ones
and are counted apart.
"""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from harborward.domain.identifier import Label
from harborward.domain.phi import Phi

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from harborward.domain.span import Finding
    from harborward.services.seam import Engine

COUNT: Final = 300
#: Changing it draws other reports.
SEED: Final = "harborward-eval-1"
LISTED: Final = 50
_TOKEN: Final = re.compile(r"\w+")
_CONTEXT: Final = 40
#: The groups whose tokens are counted apart; all other labels are "numbers and the rest".
GROUPS: Final = {
    Label.NAME: "names",
    Label.DATE: "dates",
    Label.LOCATION: "places",
    Label.ORG: "organisations",
    Label.AGE_OVER_89: "ages over 89",
}
REST: Final = "numbers and the rest"


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding with its surface and surroundings. The reports hold no patient."""

    report: str
    surface: str
    context: str
    label: Label
    detector: str


@dataclass(frozen=True, slots=True)
class Touched:
    """What the engine touched in natural reports."""

    reports: int
    tokens: int
    touched: dict[str, int]
    hits: tuple[Hit, ...]

    @property
    def shares(self) -> dict[str, float]:
        """Return the share of tokens touched in all, and for each group."""
        return {
            "all": sum(self.touched.values()) / self.tokens,
            **{group: count / self.tokens for group, count in self.touched.items()},
        }


def draw(path: Path, count: int = COUNT) -> list[tuple[str, str]]:
    """Return ``count`` reports of a file by id, at random, the same ones each time."""
    with path.open(encoding="utf-8") as file:
        records = [json.loads(line) for line in file if line.strip()]
    keyed = sorted(records, key=lambda record: _key(record["id"]))
    return [(record["id"], record["text"]) for record in keyed[:count]]


def _key(identity: str) -> bytes:
    return hashlib.sha256(f"{SEED}:{identity}".encode()).digest()


def touch(engine: Engine, reports: Sequence[tuple[str, str]]) -> Touched:
    """Let the engine find in each report, and count the tokens it touches.

    Raises:
        DetectorError: a detector failed.
    """
    tokens = 0
    touched = Counter(dict.fromkeys([*GROUPS.values(), REST], 0))
    hits: list[Hit] = []
    for identity, text in reports:
        findings = engine.find(Phi(text))
        spans = [match.span() for match in _TOKEN.finditer(text)]
        tokens += len(spans)
        touched.update(_groups(spans, findings))
        hits.extend(_hit(identity, text, finding) for finding in findings)
    return Touched(len(reports), tokens, dict(touched), tuple(hits))


def _groups(spans: list[tuple[int, int]], findings: Iterable[Finding]) -> Counter[str]:
    """Count each token once, under the first finding that touches it."""
    ends = [end for _, end in spans]
    counted: Counter[str] = Counter()
    free = 0
    for finding in findings:
        first = max(free, bisect_left(ends, finding.span.start + 1))
        while first < len(spans) and spans[first][0] < finding.span.end:
            counted[GROUPS.get(finding.label, REST)] += 1
            first += 1
        free = first
    return counted


def _hit(identity: str, text: str, finding: Finding) -> Hit:
    start, end = finding.span.start, finding.span.end
    context = text[max(0, start - _CONTEXT) : end + _CONTEXT]
    surface = " ".join(text[start:end].split())
    return Hit(identity, surface, " ".join(context.split()), finding.label, finding.detector)


@dataclass(frozen=True, slots=True)
class Common:
    """A surface that is hit often, with one of the places where it was."""

    surface: str
    label: Label
    detectors: tuple[str, ...]
    count: int
    reports: int
    context: str


def commonest(hits: Iterable[Hit], limit: int = LISTED) -> list[Common]:
    """Return the surfaces hit most often, most frequent first."""
    groups: dict[tuple[str, Label], list[Hit]] = {}
    for hit in hits:
        groups.setdefault((hit.surface.lower(), hit.label), []).append(hit)
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group[0].surface))
    return [
        Common(
            group[0].surface,
            group[0].label,
            tuple(sorted({hit.detector for hit in group})),
            len(group),
            len({hit.report for hit in group}),
            group[0].context,
        )
        for group in ordered[:limit]
    ]
