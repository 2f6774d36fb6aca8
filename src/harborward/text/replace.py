"""Findings out, placeholders in, and an exact account of what stands where.

Operators, and what they leave:

==========  =======================================================================
redact      ``[NAME]``
tag         ``[NAME-1]``; the same value the same number within one crosswalk
surrogate   a random stand-in of the same form; a numbered tag if none is left
year        the year of a date; ``[DATE]`` if it has none, or shows an age over 89
age-90      ``90 or older``; "-year-old", "y/o" and the like after it fall away
zip3        three digits of a ZIP code or ``000``; the rest of a place ``[LOCATION]``
town        towns, states and ZIP codes as they are, other places ``[LOCATION]``
shift       the date moved by the person's days; ``[DATE]`` where it cannot be
keep        the value as it is
==========  =======================================================================

What leaves part of a value standing (the last six but age-90) redacts where another
accepted finding disputed the label: a kept town that may be a name is not kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from harborward.domain.errors import CrosswalkError, DetectorError
from harborward.domain.identifier import Label
from harborward.domain.masked import Masked, Replacement
from harborward.domain.phi import Phi
from harborward.domain.policy import Operator
from harborward.domain.span import Finding, Span
from harborward.text import dates, generalise
from harborward.text.reconcile import CONTESTED, reconcile
from harborward.text.surrogates import Surrogates
from harborward.text.surrogates.shape import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from harborward.domain.crosswalk import Crosswalk
    from harborward.domain.policy import Policy
    from harborward.text.draws import Draws

#: The year against which a birth year shows an age over 89, if the caller gives none and
#: the text no later one. A past year would let through the oldest; keep it current.
AS_OF: Final = 2026
#: How far beyond ``as_of`` a year in a text is believed; 2099 is a slip of the pen.
_AHEAD: Final = 20

#: A placeholder, ours or an earlier run's. The number is short, so that it can hide nothing.
PLACEHOLDER: Final = re.compile(
    rf"\[(?:{'|'.join(re.escape(label.value) for label in Label)})(?:-[0-9]{{1,5}})?\]"
)
_REDACTED: Final = {label: f"[{label.value}]" for label in Label}
_PARTIAL: Final = frozenset(
    {Operator.YEAR, Operator.SHIFT, Operator.ZIP3, Operator.TOWN, Operator.KEEP}
)


def replace(
    text: Phi,
    findings: Iterable[Finding],
    policy: Policy,
    crosswalk: Crosswalk,
    draws: Draws,
    *,
    person: str = "",
    as_of: int = AS_OF,
) -> Masked:
    """Return ``text`` with every finding that the policy accepts replaced.

    ``findings`` may overlap: those at or above the policy's threshold are reconciled here.
    Placeholders that stand in the text already are left alone. ``person`` names whose date
    shift applies; ``as_of`` is the current year, for ages. Spans count characters.

    Raises:
        DetectorError: a finding lies outside the text.
    """
    source = text.reveal()
    accepted = _accepted(source, findings, policy)
    surfaces = [source[f.span.start : f.span.end] for f in accepted]
    yearly = policy.operators[Label.DATE] is Operator.YEAR
    years = _years(accepted, surfaces, as_of) if yearly else {}
    horizon = max(as_of, _latest(years.values(), as_of))
    run = _Run(source, policy, crosswalk, draws, person, years, horizon)
    run.prepare(accepted, surfaces)
    pieces: list[str] = []
    replacements: list[Replacement] = []
    originals: list[Phi] = []
    done = length = 0
    for index, finding in enumerate(accepted):
        limit = accepted[index + 1].span.start if index + 1 < len(accepted) else len(source)
        operator = run.operator(finding)
        span, shown = finding.span, run.shown(operator, finding, surfaces[index])
        if operator is Operator.AGE_90:
            span = Span(span.start, generalise.unit_after(source, span.end, limit))
            # Whatever is glued to the age ("94F") must not read as one word with it.
            shown += " " if source[span.end : span.end + 1].isalnum() else ""
        pieces += (source[done : span.start], shown)
        length += span.start - done
        target = Span(length, length + len(shown))
        length += len(shown)
        done = span.end
        replacements.append(Replacement(span, target, finding.label, operator))
        originals.append(Phi(source[span.start : span.end]))
    pieces.append(source[done:])
    return Masked(Phi("".join(pieces)), tuple(replacements), tuple(originals))


def _accepted(source: str, findings: Iterable[Finding], policy: Policy) -> Sequence[Finding]:
    """Return the findings to act on: strong enough, apart, and clear of placeholders."""
    strong = [f for f in findings if f.score >= policy.threshold]
    if any(f.span.end > len(source) for f in strong):
        msg = "a finding lies outside the text"
        raise DetectorError(msg, advice="The detector read another text than the one given")
    found = reconcile(strong, source)
    if "[" not in source:
        return found
    placeholders = [match.span() for match in PLACEHOLDER.finditer(source)]
    return list(_clear(found, placeholders, source)) if placeholders else found


def _clear(
    found: Sequence[Finding], placeholders: Sequence[tuple[int, int]], source: str
) -> Iterator[Finding]:
    """Yield what lies outside placeholders and holds a letter or digit."""
    first = 0
    for finding in found:
        start, end = finding.span.start, finding.span.end
        while first < len(placeholders) and placeholders[first][1] <= start:
            first += 1
        at = first
        while at < len(placeholders) and placeholders[at][0] < end:
            yield from _part(finding, start, placeholders[at][0], source)
            start = placeholders[at][1]
            at += 1
        if start == finding.span.start:
            yield finding
        else:
            yield from _part(finding, start, end, source)


def _part(finding: Finding, start: int, end: int, source: str) -> Iterator[Finding]:
    while start < end and not source[start].isalnum():
        start += 1
    while start < end and not source[end - 1].isalnum():
        end -= 1
    if start < end:
        span = Span(start, end)
        yield Finding(span, finding.label, finding.score, finding.detector, finding.evidence)


def _years(
    findings: Sequence[Finding], surfaces: Sequence[str], as_of: int
) -> dict[str, tuple[int, ...]]:
    """Return the years that each date of the text names."""
    written = dict.fromkeys(
        surface
        for finding, surface in zip(findings, surfaces, strict=True)
        if finding.label is Label.DATE
    )
    return {surface: generalise.years(surface, as_of) for surface in written}


def _latest(named: Iterable[tuple[int, ...]], as_of: int) -> int:
    """Return the year by which ages are told: the latest that the text or caller knows."""
    return max((y for years in named for y in years if y <= as_of + _AHEAD), default=as_of)


@dataclass(frozen=True, slots=True)
class _Run:
    """What all replacements of one text share."""

    source: str
    policy: Policy
    crosswalk: Crosswalk
    draws: Draws
    person: str
    years: Mapping[str, tuple[int, ...]]
    as_of: int

    def prepare(self, findings: Sequence[Finding], surfaces: Sequence[str]) -> None:
        """Make known what no tag or surrogate may equal, and draw the fullest values first."""
        operators = {self.policy.operators[f.label] for f in findings}
        if not operators & {Operator.TAG, Operator.SURROGATE}:
            return
        self.crosswalk.reserve(*PLACEHOLDER.findall(self.source))
        if Operator.SURROGATE not in operators:
            return
        surrogates = Surrogates(self.crosswalk, self.draws)
        drawn = [
            (f.label, surface)
            for f, surface in zip(findings, surfaces, strict=True)
            if self.policy.operators[f.label] is Operator.SURROGATE
        ]
        surrogates.reserve_all(drawn)
        # "John Smith" before "J. Smith": the initial then is known.
        for label, surface in sorted(drawn, key=lambda pair: -len(pair[1])):
            self.surrogate(label, surface)

    def operator(self, finding: Finding) -> Operator:
        """Return what is done to a finding: redact, where a partial operator is disputed."""
        operator = self.policy.operators[finding.label]
        if operator not in _PARTIAL:
            return operator
        disputes = (tag.removeprefix(CONTESTED) for tag in finding.evidence if CONTESTED in tag)
        kept = (self.policy.operators[Label(label)] is Operator.KEEP for label in disputes)
        return operator if all(kept) else Operator.REDACT

    def shown(self, operator: Operator, finding: Finding, surface: str) -> str:
        """Return what stands in place of a finding."""
        if operator is not Operator.REDACT:
            shown = _LEAVES[operator](self, finding, surface)
            if shown is not None:
                return shown
        return _REDACTED[finding.label]

    def tag(self, label: Label, surface: str) -> str:
        """Return the numbered tag of a value."""
        shown = self.crosswalk.number(label, normal(label, surface)).text
        self.crosswalk.record(shown, surface)
        return shown

    def surrogate(self, label: Label, surface: str) -> str:
        """Return the stand-in of a value, or its tag where none is left."""
        try:
            shown = Surrogates(self.crosswalk, self.draws).stand_in(label, surface)
        except CrosswalkError:
            # A spent pool must not stop a document; a tag is as safe, only less natural.
            return self.tag(label, surface)
        self.crosswalk.record(shown, surface)
        return shown

    def days(self) -> int:
        """Return the person's shift: never 0, which would leave true dates."""
        reach = self.policy.shift_days

        def draw() -> int:
            days = self.draws.randrange(2 * reach) - reach
            return days if days < 0 else days + 1

        return self.crosswalk.shift(self.person, draw)


#: What each operator leaves of a finding; None leaves the label alone.
_LEAVES: Final[Mapping[Operator, Callable[[_Run, Finding, str], str | None]]] = {
    Operator.TAG: lambda run, finding, surface: run.tag(finding.label, surface),
    Operator.SURROGATE: lambda run, finding, surface: run.surrogate(finding.label, surface),
    Operator.AGE_90: lambda _run, _finding, _surface: generalise.OLDER,
    Operator.YEAR: lambda run, _finding, surface: generalise.year(run.years[surface], run.as_of),
    Operator.ZIP3: lambda _run, finding, surface: generalise.zip_prefix(
        surface, _REDACTED[finding.label]
    ),
    Operator.TOWN: lambda _run, finding, surface: (
        surface if generalise.is_town(finding, surface) else None
    ),
    Operator.SHIFT: lambda run, _finding, surface: dates.shift(surface, run.days()),
    Operator.KEEP: lambda _run, _finding, surface: surface,
}
