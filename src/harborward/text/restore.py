"""The way back: by position for one document, by tag for what a model wrote about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from harborward.domain.phi import Phi

if TYPE_CHECKING:
    from harborward.domain.crosswalk import Crosswalk
    from harborward.domain.masked import Masked


def restore(masked: Masked) -> Phi:
    """Return the very text that was replaced, whatever the operators were.

    Works by position, so placeholders that stood in the text before stay as they are.
    """
    output = masked.text.reveal()
    pieces: list[str] = []
    read = written = 0  # in the output; in the source
    for replacement, original in zip(masked.replacements, masked.originals, strict=True):
        unchanged = replacement.source.start - written
        pieces += (output[read : read + unchanged], original.reveal())
        target = replacement.target
        read = target.end if target is not None else read + unchanged
        written = replacement.source.end
    pieces.append(output[read:])
    return Phi("".join(pieces))


def restore_text(text: Phi, crosswalk: Crosswalk) -> Phi:
    """Return ``text`` with every tag and surrogate of ``crosswalk`` made an original again.

    For text that is not the document itself, such as a model's answer. A surrogate counts
    where it stands as a word of its own, the longest first, in the spelling that was shown;
    each becomes the original as it was first spelt. Redacted values do not come back.
    """
    shown = sorted(crosswalk.shown(), key=lambda surrogate: (-len(surrogate), surrogate))
    if not shown:
        return text
    pattern = re.compile("|".join(map(_as_word, shown)))
    return Phi(pattern.sub(lambda match: crosswalk.original(match[0]) or match[0], text.reveal()))


def _as_word(shown: str) -> str:
    """Return a pattern for ``shown`` that does not match within a longer word."""
    before = r"(?<!\w)" if shown[0].isalnum() else ""
    after = r"(?!\w)" if shown[-1].isalnum() else ""
    return f"{before}{re.escape(shown)}{after}"
