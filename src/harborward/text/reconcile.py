"""Many claims about one text become one: sorted, apart from each other, nothing lost.

The rule, in one sentence: *each character that any finding covers stays covered, and
takes its label from the strongest finding that covers it.*

Strength, in this order: an e-mail address or URL beats what lies on it (a name inside an
address is a part of the address); then the higher score; the longer span; the label
earlier in ``PRIORITY``; the detector's name, so that no two runs differ.

What is left of a beaten finding stays as a finding of its own. Pieces that touch and
carry the same label become one. Where another claim was beaten, the piece says so in its
evidence, because an operator that shows part of a value must know that it is disputed:

``with:us-street.v1``  this detector also gave the label, on some character of the piece
``contested:NAME``     a finding not much weaker called a character of the piece a NAME
``merged``             no one detector won the whole piece
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: Among equals: what is most specific first.
PRIORITY: Final = (
    Label.EMAIL,
    Label.URL,
    Label.SSN,
    Label.IP,
    Label.FAX,
    Label.PHONE,
    Label.MRN,
    Label.HEALTH_PLAN,
    Label.ACCOUNT,
    Label.LICENSE,
    Label.VEHICLE,
    Label.DEVICE,
    Label.AGE_OVER_89,
    Label.DATE,
    Label.NAME,
    Label.LOCATION,
    Label.ORG,
    Label.BIOMETRIC,
    Label.PHOTO,
    Label.OTHER_ID,
)
_RANK: Final = {label: rank for rank, label in enumerate(PRIORITY)}
_ADDRESSES: Final = frozenset({Label.EMAIL, Label.URL})

#: Scores are compared in steps of a twentieth, so that a sweep meets few different ones;
#: a claim this many steps below the winner's is no serious dispute.
_STEPS: Final = 20
_DISPUTE: Final = 4

WITH: Final = "with:"
CONTESTED: Final = "contested:"
MERGED: Final = "merged"

_Strength = tuple[bool, float, int, int, str, int, tuple[str, ...]]


@dataclass(slots=True)
class _Piece:
    """A stretch of one label under construction."""

    start: int
    end: int
    winners: list[Finding]
    detectors: set[str]
    others: set[Label]


def reconcile(findings: Iterable[Finding], text: str | None = None) -> tuple[Finding, ...]:
    """Return findings in order of position, no two overlapping, covering the same characters.

    With ``text``, the edge where a beaten finding was cut is trimmed to a letter or digit,
    and what holds neither is dropped; every letter and digit stays covered. Without
    it every character does. The result does not depend on the order of ``findings``, and
    reconciling it again changes nothing. Takes n log n time.
    """
    ordered = sorted(findings, key=lambda f: (f.span.start, f.span.end, _strength(f)))
    out: list[Finding] = []
    for cluster in _clusters(ordered):
        if len(cluster) == 1:
            if text is None or _telling(cluster[0].span, text):
                out.append(cluster[0])
        else:
            out.extend(_finish(piece, text) for piece in _pieces(cluster) if _kept(piece, text))
    return tuple(out)


def _strength(finding: Finding) -> _Strength:
    """Return a key that is total: the least is the strongest."""
    span, label = finding.span, finding.label
    return (
        label not in _ADDRESSES,
        -finding.score,
        span.start - span.end,
        _RANK[label],
        finding.detector,
        span.start,
        finding.evidence,
    )


def _clusters(ordered: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Yield runs of findings that overlap or touch."""
    cluster: list[Finding] = []
    end = -1
    for finding in ordered:
        if cluster and finding.span.start > end:
            yield cluster
            cluster = []
        cluster.append(finding)
        end = max(end, finding.span.end) if len(cluster) > 1 else finding.span.end
    if cluster:
        yield cluster


def _pieces(cluster: Sequence[Finding]) -> list[_Piece]:
    """Sweep over a cluster from edge to edge; the strongest open finding owns each stretch."""
    pieces: list[_Piece] = []
    strongest, last = cluster[0], cluster[-1]
    if strongest.span == last.span:  # and so all between: they are in order
        _extend(pieces, last.span, strongest, Counter(map(_claim, cluster)))
        return pieces
    edges = sorted({f.span.start for f in cluster} | {f.span.end for f in cluster})
    by_end = sorted(cluster, key=lambda f: f.span.end)
    open_: list[tuple[_Strength, int, Finding]] = []
    active: Counter[tuple[Label, str, int]] = Counter()
    opened = closed = 0
    for start, end in pairwise(edges):
        while opened < len(cluster) and cluster[opened].span.start <= start:
            finding = cluster[opened]
            heappush(open_, (_strength(finding), opened, finding))
            active[_claim(finding)] += 1
            opened += 1
        while closed < len(by_end) and by_end[closed].span.end <= start:
            _close(active, by_end[closed])
            closed += 1
        while open_[0][2].span.end <= start:
            heappop(open_)
        _extend(pieces, Span(start, end), open_[0][2], active)
    return pieces


def _claim(finding: Finding) -> tuple[Label, str, int]:
    return finding.label, finding.detector, round(finding.score * _STEPS)


def _close(active: Counter[tuple[Label, str, int]], finding: Finding) -> None:
    key = _claim(finding)
    active[key] -= 1
    if not active[key]:
        del active[key]


def _extend(
    pieces: list[_Piece], span: Span, winner: Finding, active: Counter[tuple[Label, str, int]]
) -> None:
    """Add a stretch to the last piece if it touches and agrees, else open another piece."""
    label = winner.label
    last = pieces[-1] if pieces else None
    if last is None or last.end != span.start or last.winners[0].label is not label:
        last = _Piece(span.start, span.end, [], set(), set())
        pieces.append(last)
    last.end = span.end
    if not last.winners or last.winners[-1] is not winner:
        last.winners.append(winner)
    serious = round(winner.score * _STEPS) - _DISPUTE
    last.detectors.update(name for kind, name, _ in active if kind is label)
    last.others.update(k for k, _, step in active if k is not label and step >= serious)


def _trimmed(piece: _Piece, text: str) -> tuple[int, int]:
    """Return the range without separators at the edges that a stronger finding cut."""
    start, end = piece.start, piece.end
    if piece.winners[0].span.start < start:
        while start < end and not text[start].isalnum():
            start += 1
    if piece.winners[-1].span.end > end:
        while start < end and not text[end - 1].isalnum():
            end -= 1
    return start, end


def _kept(piece: _Piece, text: str | None) -> bool:
    if text is None:
        return True
    start, end = _trimmed(piece, text)
    return start < end and _telling(Span(start, end), text)


def _telling(span: Span, text: str) -> bool:
    """Tell whether a range holds a letter or digit; punctuation identifies nobody."""
    return text[span.start].isalnum() or any(map(str.isalnum, text[span.start : span.end]))


def _finish(piece: _Piece, text: str | None) -> Finding:
    """Turn a piece into a finding that speaks for all who agreed, and names who did not."""
    start, end = (piece.start, piece.end) if text is None else _trimmed(piece, text)
    best, *rest = sorted(piece.winners, key=_strength)
    tags = dict.fromkeys(tag for winner in (best, *rest) for tag in winner.evidence)
    if len({winner.detector for winner in piece.winners}) > 1:
        tags[MERGED] = None
    tags.update(
        dict.fromkeys(f"{WITH}{name}" for name in sorted(piece.detectors - {best.detector}))
    )
    tags.update(dict.fromkeys(f"{CONTESTED}{label.value}" for label in sorted(piece.others)))
    score = max(winner.score for winner in piece.winners)
    return Finding(Span(start, end), best.label, score, best.detector, tuple(tags))
