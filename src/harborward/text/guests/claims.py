"""What a guest says, in our words: its kinds mapped to labels, its dates sifted.

A named-entity model calls "eight weeks", "2019" and "twice a day" dates. Safe Harbor
asks for elements of dates more specific than the year (45 CFR 164.514(b)(2)(i)(C)), so
a guest's date counts only where it names a day, a month or a holiday.
"""

from __future__ import annotations

import re
from typing import Final

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span

#: What makes a date more specific than a year. "may" and "march" are also verbs, so they
#: count here only because a model already called the words around them a date.
_ELEMENT: Final = re.compile(
    r"""
    \b(?: jan(?:uary)? | feb(?:ruary)? | mar(?:ch)? | apr(?:il)? | may | june? | july?
        | aug(?:ust)? | sept?(?:ember)? | oct(?:ober)? | nov(?:ember)? | dec(?:ember)? )\b
    | \b[0-9]{1,4}[/.-][0-9]{1,2}(?:[/.-][0-9]{1,4})?\b
    | \b[0-9]{1,2}(?:st|nd|rd|th)\b (?! [ ]*(?:grade|percentile|trimester|time|decade|century))
    | \b(?: christmas | easter | thanksgiving | halloween | new[ ]year | labor[ ]day
        | memorial[ ]day | valentine | ramadan | eid | passover | hanukkah | diwali )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Durations and repetitions, whatever stands beside their number.
_SPELL: Final = re.compile(
    r"(?<![a-z])(?:hours?|days?|weeks?|months?|years?|decades?|daily|weekly|monthly|yearly)\b",
    re.IGNORECASE,
)


def dated(surface: str) -> bool:
    """Tell whether a guest's date is more specific than a year, and no length of time."""
    found = _ELEMENT.search(surface)
    if found is None:
        return False
    # "1-2 weeks" and "2/7 days" are lengths; "3 days after May 4th" and "Labor Day" are not.
    return not (found[0][0].isdigit() and _SPELL.search(surface))


def claim(
    passage: str, span: tuple[int, int], label: Label | None, *, score: float, detector: str
) -> Finding | None:
    """Return a guest's claim as a finding, or None where it is no identifier of the rule.

    ``span`` is a range of ``passage``; ``label`` None stands for a kind we do not take.

    Raises:
        ValueError: the score is above 1, or the range is not one of ``passage``.
    """
    start, end = span
    if label is None or score <= 0.0:
        return None
    if end > len(passage):
        msg = "a guest's claim lies outside the text"
        raise ValueError(msg)
    if label is Label.DATE and not dated(passage[start:end]):
        return None
    return Finding(Span(start, end), label, score, detector, ("guest",))
