"""The pipeline for prose: canonicalise, find, fuse, propagate, reconcile, replace, verify.

The whole of it stands in ``TextEngine.find`` and ``TextEngine.deidentify``.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, NamedTuple, ParamSpec, TypeVar, final

from harborward.domain.errors import DetectorError, UsageError
from harborward.domain.span import Finding
from harborward.text.canonical import Canonical, canonicalise
from harborward.text.detector import BatchDetector
from harborward.text.fuse import THRESHOLD
from harborward.text.passage import Passage
from harborward.text.reconcile import reconcile
from harborward.text.replace import AS_OF, PLACEHOLDER, replace
from harborward.text.verify import release

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from harborward.domain.crosswalk import Crosswalk
    from harborward.domain.masked import Released
    from harborward.domain.phi import Phi
    from harborward.domain.policy import Policy
    from harborward.text.detector import Detector, Follower, Opinion, Reader
    from harborward.text.draws import Draws
    from harborward.text.fuse import Fusion
    from harborward.text.known import Known
    from harborward.text.ocr import Scans

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")

#: Names the pipeline around the detectors, so that a digest changes when it does.
PIPELINE: Final = "pipeline.v1"


class _Read(NamedTuple):
    """A text as the detectors see it, and the way back to it."""

    canonical: Canonical
    passage: Passage


@final
class TextEngine:
    """Finds and replaces identifiers in prose. Immutable; build it once per process."""

    def __init__(  # noqa: PLR0913 - the parts of the pipeline, wired in bootstrap alone
        self,
        detectors: Sequence[Detector],
        followers: Sequence[Follower],
        fusion: Fusion,
        scans: Scans,
        draws: Draws,
        *,
        tier: str,
        model: Reader | None = None,
        content: str = "",
        as_of: int | None = None,
    ) -> None:
        """Take the detectors, in any order, and the followers in the order they run.

        ``model`` claims like a detector, and weighs what our lists claim; ``content`` is
        a digest of rules and lexicons; ``as_of`` the year against which a birth year
        shows an age over 89.

        Raises:
            UsageError: there is no detector; nothing is not yes.
        """
        if not detectors and model is None:
            msg = "an engine without detectors would find nothing and call it clean"
            raise UsageError(msg)
        self.tier = tier
        self._detectors = tuple(detectors)
        self._model = model
        self._followers = tuple(followers)
        self._fusion = fusion
        self._scans = scans
        self._draws = draws
        self._as_of = AS_OF if as_of is None else as_of
        names = ",".join(sorted(self.detectors))
        self.digest = hashlib.sha256(f"{PIPELINE}|{names}|{content}".encode()).hexdigest()

    @property
    def detectors(self) -> tuple[str, ...]:
        """Names and versions of all detectors and followers."""
        ours = [detector.name for detector in self._detectors]
        if self._model is not None:
            ours.append(self._model.name)
        return (*ours, *(follower.name for follower in self._followers))

    def find(
        self, text: Phi, known: Known | None = None, *, threshold: float = THRESHOLD
    ) -> tuple[Finding, ...]:
        """Return what identifies a person in ``text``: sorted, apart, offsets in ``text``.

        Raises:
            DetectorError: a detector or follower failed; nothing is known of this text.
        """
        read = self._read(text)
        claims = [claim for d in self._detectors for claim in _ask(d.name, d.find, read.passage)]
        if known is not None:
            claims += known.find(read.passage)
        (opinion,) = self._opinions([read.passage])
        return self._settle(read, claims, opinion, threshold)

    def find_many(self, texts: Sequence[Phi]) -> list[tuple[Finding, ...]]:
        """Return for each text what ``find`` would; detectors that can read many at once.

        Raises:
            DetectorError: a detector or follower failed on one of them.
        """
        read = [self._read(text) for text in texts]
        passages = [one.passage for one in read]
        claims: list[list[Finding]] = [[] for _ in read]
        for detector in self._detectors:
            answers = _ask(detector.name, _each, detector, passages)
            for made, answer in zip(claims, answers, strict=True):
                made.extend(answer)
        return [
            self._settle(one, made, opinion, THRESHOLD)
            for one, made, opinion in zip(read, claims, self._opinions(passages), strict=True)
        ]

    def _opinions(self, passages: Sequence[Passage]) -> Sequence[Opinion | None]:
        """Return what the model makes of each passage, None where there is no model."""
        if self._model is None:
            return [None] * len(passages)
        return _ask(self._model.name, self._model.read_many, passages)

    def _read(self, text: Phi) -> _Read:
        canonical = canonicalise(text.reveal())
        return _Read(canonical, Passage(_blanked(self._scans.repaired(canonical.text))))

    def _settle(
        self, read: _Read, claims: list[Finding], opinion: Opinion | None, threshold: float
    ) -> tuple[Finding, ...]:
        """Return the findings that the claims on a text come to."""
        canonical, passage = read.canonical, read.passage
        if opinion is not None:
            claims += opinion.claims
        accepted = self._fusion.accept(passage, claims, threshold, opinion)
        for follower in self._followers:
            accepted += _ask(follower.name, follower.find, passage, accepted)
        findings = reconcile(accepted, canonical.text)
        if not canonical.changed:
            return findings
        return reconcile(_origin(finding, canonical) for finding in findings)

    def deidentify(
        self,
        text: Phi,
        policy: Policy,
        crosswalk: Crosswalk,
        *,
        person: str = "",
        known: Known | None = None,
    ) -> Released:
        """Return ``text`` transformed under ``policy`` and verified.

        ``crosswalk`` remembers the surrogates; ``person`` keys the date shift.

        Raises:
            DetectorError: a detector failed.
            ResidualError: the output still seems to hold an identifier.
        """
        findings = self.find(text, known, threshold=min(policy.threshold, THRESHOLD))
        masked = replace(
            text, findings, policy, crosswalk, self._draws, person=person, as_of=self._as_of
        )
        return release(masked, text, findings, policy)


def _blanked(text: str) -> str:
    """Return ``text`` with placeholders made mute: "[MRN]" must not label what follows it."""
    if "[" not in text:
        return text
    return PLACEHOLDER.sub(lambda match: f"[{'_' * (len(match[0]) - 2)}]", text)


def _each(detector: Detector, passages: Sequence[Passage]) -> Sequence[Sequence[Finding]]:
    """Return a detector's answer on each passage, all at once where it can."""
    if isinstance(detector, BatchDetector):
        return detector.find_many(passages)
    return [detector.find(passage) for passage in passages]


def _ask(
    name: str,
    find: Callable[_Given, Sequence[_Answer]],
    *given: _Given.args,
    **named: _Given.kwargs,
) -> Sequence[_Answer]:
    """Let a detector or follower answer; what it raises becomes an error without content."""
    try:
        return find(*given, **named)
    except Exception as error:  # noqa: BLE001 - foreign code: its message may quote the text
        msg = f"detector {name} failed with {type(error).__name__}"
        raise DetectorError(msg, advice="The document is withheld; see harborward doctor") from None


def _origin(finding: Finding, canonical: Canonical) -> Finding:
    """Return the finding with its span in the original text."""
    return Finding(
        canonical.origin(finding.span),
        finding.label,
        finding.score,
        finding.detector,
        finding.evidence,
    )
