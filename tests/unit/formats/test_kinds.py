"""A format is told by its name or not at all."""

from __future__ import annotations

import pytest

from harborward.formats.kinds import Format, by_suffix


@pytest.mark.parametrize(
    ("suffix", "kind"),
    [
        (".txt", Format.TEXT),
        ("", Format.TEXT),
        (".JSONL", Format.JSONL),
        (".ndjson", Format.JSONL),
        (".Csv", Format.CSV),
        (".tsv", Format.CSV),
    ],
)
def test_known_suffixes_in_any_case(suffix: str, kind: Format) -> None:
    """A suffix names its format whatever its case."""
    assert by_suffix(suffix) is kind


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".json", ".xml", ".hl7"])
def test_unknown_suffixes_are_not_guessed_at(suffix: str) -> None:
    """A format that is not read here has no kind."""
    assert by_suffix(suffix) is None
