"""The registration record: identifiers the caller already has for a patient.

As JSON: ``{"names": ["..."], "values": {"MRN": ["..."], "PHONE": ["..."]}}``. The
record is PHI: it is read where it is used and never crosses a process border.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from harborward.domain.errors import UsageError
from harborward.domain.identifier import Label
from harborward.domain.phi import Phi
from harborward.text.known import Known

if TYPE_CHECKING:
    from collections.abc import Mapping

#: A registration record is a page of names and numbers.
MAX_BYTES: Final = 1 << 20
_ADVICE: Final = (
    'Write {"names": ["..."], "values": {"MRN": ["..."]}}, with labels as findings have them'
)


@cache
def record_at(path: str) -> Known:
    """Return the record in a JSON file, read once in each process.

    Raises:
        UsageError: it cannot be read, or has another shape.
    """
    try:
        with Path(path).open("rb") as file:
            table = json.loads(file.read(MAX_BYTES))
    # Whatever is wrong with it, the words of the error may quote the record.
    except (OSError, ValueError):
        table = None
    if isinstance(table, dict):
        return record_of(table)
    msg = "the registration record cannot be read as JSON"
    raise UsageError(msg, advice=_ADVICE)


def record_of(table: Mapping[str, object]) -> Known:
    """Return the record that a mapping describes.

    Raises:
        UsageError: it has another shape, an unknown label, or holds nothing.
    """
    try:
        values = table.get("values", {})
        record = Known(
            names=tuple(Phi(name) for name in _texts(table.get("names", []))),
            values=tuple(
                (Label(label), Phi(text))
                for label, value in (values.items() if isinstance(values, dict) else [("", "")])
                for text in _texts(value)
            ),
        )
    except (ValueError, TypeError):
        record = Known()
    if set(table) <= {"names", "values"} and (record.names or record.values):
        return record
    msg = "the registration record has another shape"
    raise UsageError(msg, advice=_ADVICE)


def _texts(value: object) -> list[str]:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(t, str) and t.strip() for t in texts):
        raise TypeError
    return texts
