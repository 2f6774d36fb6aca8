"""HTML and XML character references: ``&eacute;``, ``&#233;``, ``&#xE9``."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING, Final

from harborward.text.canonical.tracked import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from harborward.text.canonical.tracked import Tracked

#: ``&amp;#38;#50;`` is the same reference escaped again and again, so any depth is one step.
#: Without a semicolon only references that no clinician writes by accident count.
_REFERENCE: Final = re.compile(
    r"""& (?:amp;)* (?:
        \# 0*+ (?P<decimal>[0-9]{1,7}+) (?![0-9]) ;?
      | \# [xX] 0*+ (?P<hex>[0-9a-fA-F]{1,6}+) (?![0-9a-fA-F]) ;?
      | (?P<name>[A-Za-z][A-Za-z0-9]{1,31}+) ;
      | (?P<bare>amp|lt|gt|quot|apos|nbsp|shy) (?![A-Za-z=;])
    )""",
    re.VERBOSE,
)
_REPLACEMENT: Final = "\ufffd"


def entities(tracked: Tracked) -> Tracked:
    """Replace character references by what they stand for; unknown ones stay."""
    if "&" not in tracked.text:
        return tracked
    return tracked.edited(_edits(tracked.text))


def _edits(text: str) -> Iterator[Edit]:
    for match in _REFERENCE.finditer(text):
        decimal, hexadecimal, name, bare = match.groups()
        if decimal:
            new = unescape(f"&#{decimal};")
        elif hexadecimal:
            new = unescape(f"&#x{hexadecimal};")
        else:
            new = html5.get(f"{name or bare};", _REPLACEMENT)
        if new != _REPLACEMENT:
            yield Edit(match.start(), match.end(), new)
