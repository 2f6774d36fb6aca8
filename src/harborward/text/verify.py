"""The residual scan: a second look at the output by code that did not make it.

Nothing here is shared with the detectors, the rules, the canonical form or the
reconciliation, so a mistake there is not repeated here. Two questions are asked of what
stands outside the replaced parts, as it is and with HTML, percent and base64 undone:

*Does an original come back?* A value that was taken out in one place must not stand in
another: whole values without regard to case and punctuation, and the words of names.
*Does anything still have the shape of an identifier?* Social security and telephone
numbers, addresses of mail, web and machines, cards, long numbers, full dates.

A word that is also plain language or medicine ("Brown", "Foley") counts only where it
stands like a name. A clean scan is not proof: what neither detector nor shape knows passes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from harborward.domain.errors import ResidualError
from harborward.domain.masked import Released, Residual
from harborward.domain.policy import Operator
from harborward.text.residual import echoes, shapes, views
from harborward.text.restore import restore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from harborward.domain.identifier import Label
    from harborward.domain.masked import Masked
    from harborward.domain.phi import Phi
    from harborward.domain.policy import Policy
    from harborward.domain.span import Finding

#: Residuals listed in an error; the rest are counted.
MAX_LISTED: Final = 5


def scan(masked: Masked, policy: Policy) -> tuple[Residual, ...]:
    """Return what still looks like an identifier in the output, by position.

    Labels that the policy keeps are passed over. Takes time linear in the text.
    """
    output = masked.text.reveal()
    kept = frozenset(label for label, op in policy.operators.items() if op is Operator.KEEP)
    wanted = echoes.wanted(pair for pair in _taken(masked, output) if pair[1] not in kept)
    found: dict[Residual, None] = {}
    for view in views.of(_blanked(masked, output)):
        for start, end, reason, label in shapes.find(view.text):
            if label not in kept:
                found[Residual(view.span(start, end), f"{view.prefix}{reason}")] = None
        for start, end, label in echoes.find(view.text, wanted):
            reason = f"{view.prefix}original:{label.value}"
            found[Residual(view.span(start, end), reason)] = None
    return tuple(sorted(found, key=lambda residual: (residual.span, residual.reason)))


def release(masked: Masked, text: Phi, findings: Sequence[Finding], policy: Policy) -> Released:
    """Return the output as a product, if it is what ``text`` became and the scan is clean.

    Raises:
        ResidualError: the account of replacements does not lead back to ``text``, or the
            scan found something; the message says of what kind and where.
    """
    if restore(masked) != text:
        msg = "the account of replacements does not match the text"
        raise ResidualError(msg, advice="The document was withheld; report this as a defect")
    residuals = scan(masked, policy)
    if residuals:
        listed = ", ".join(
            f"{r.reason} at {r.span.start}-{r.span.end}" for r in residuals[:MAX_LISTED]
        )
        more = f" and {len(residuals) - MAX_LISTED} more" if len(residuals) > MAX_LISTED else ""
        msg = f"the output still seems to hold identifiers: {listed}{more}"
        raise ResidualError(msg, advice="Review the document; it was withheld")
    return Released(masked.text.reveal(), policy.name, tuple(findings), masked.replacements)


def _taken(masked: Masked, output: str) -> Iterator[tuple[str, Label]]:
    """Yield the originals that were changed; a value left as it is may stand elsewhere too."""
    for replacement, original in zip(masked.replacements, masked.originals, strict=True):
        text, target = original.reveal(), replacement.target
        if target is None or output[target.start : target.end] != text:
            yield text, replacement.label


def _blanked(masked: Masked, output: str) -> str:
    """Return the output with each target overwritten by breaks, so that offsets stay."""
    pieces: list[str] = []
    done = 0
    for replacement in masked.replacements:
        target = replacement.target
        if target is not None:
            pieces += (output[done : target.start], views.BREAK * len(target))
            done = target.end
    pieces.append(output[done:])
    return "".join(pieces)
