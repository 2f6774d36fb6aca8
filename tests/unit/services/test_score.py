"""Scores of a few documents, against numbers worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from harborward.domain.errors import InputError, UsageError
from harborward.domain.phi import Phi
from harborward.services.counting import Mark
from harborward.services.score import (
    ClassScore,
    Document,
    Rate,
    read_findings,
    read_gold,
    read_names,
    score,
)

if TYPE_CHECKING:
    from pathlib import Path

#                         0         1         2
#                         0123456789012345678901234567
FIRST = Document(
    "1", Phi("Ann Lee came on 3/4/2020 ill"), (Mark(0, 7, "NAME"), Mark(16, 24, "DATE"))
)
SECOND = Document("2", Phi("Bob and Eve"), (Mark(0, 3, "NAME"), Mark(8, 11, "NAME")))
CLEAN = Document("3", Phi("no one here"), ())
FOUND = {
    "1": (Mark(0, 7, "NAME"), Mark(16, 24, "DATE"), Mark(25, 28, "NAME")),
    "2": (Mark(0, 3, "ORG"),),
}


def test_rates_by_hand() -> None:
    """3 of 4 spans; 3 of 4 findings; 1 of 2 documents; 1 of 7 other words."""
    result = score([FIRST, SECOND, CLEAN], FOUND, resamples=0)
    assert (result.documents, result.gold, result.predicted) == (3, 4, 4)
    assert result.recall == Rate(0.75)
    assert result.precision == Rate(0.75)
    # Ann Lee 6 + date 6 + Bob 3 of those + Eve 3; ill is 3 more letters taken.
    assert result.character_recall == Rate(15 / 18)
    assert result.character_precision == Rate(15 / 18)
    assert result.clean_documents == Rate(0.5)
    # clear words: came on ill, and, no one here
    assert result.over_redaction == Rate(1 / 7)


def test_classes_by_hand() -> None:
    """Recall takes any label, typed the same one, precision the label of the finding."""
    classes = score([FIRST, SECOND, CLEAN], FOUND, resamples=0).classes
    assert classes == (
        ClassScore("NAME", gold=3, recall=2 / 3, typed=1 / 3, predicted=2, precision=1 / 2),
        ClassScore("DATE", gold=1, recall=1.0, typed=1.0, predicted=1, precision=1.0),
        ClassScore("ORG", gold=0, recall=None, typed=None, predicted=1, precision=1.0),
    )


def test_intervals_hold_the_value_and_repeat() -> None:
    """The same files always give the same figures."""
    documents = [FIRST, SECOND, CLEAN] * 4
    first, second = (score(documents, FOUND, resamples=200) for _ in range(2))
    assert first == second
    rate = first.recall
    assert rate.value is not None
    assert rate.low is not None
    assert rate.high is not None
    assert 0.5 <= rate.low <= rate.value <= rate.high <= 1.0


def test_an_absent_document_counts_as_nothing_found() -> None:
    """No findings line is no finding."""
    result = score([SECOND], {}, resamples=10, show=5)
    assert result.recall.value == 0.0
    assert result.precision == Rate(None)
    assert [miss.surface for miss in result.misses] == [Phi("Bob"), Phi("Eve")]


def test_findings_for_other_documents_are_refused() -> None:
    """They belong to another gold file."""
    with pytest.raises(UsageError, match="1 findings lines"):
        score([FIRST], {"9": ()})


def test_no_gold_is_refused() -> None:
    """Nothing is not a perfect score."""
    with pytest.raises(UsageError, match="no gold"):
        score([], {})


def test_files_are_read_with_a_map_of_labels(tmp_path: Path) -> None:
    """Null is "don't care" in gold, and dropped from findings."""
    gold, found, labels = (tmp_path / name for name in ("g", "f", "m"))
    gold.write_text(
        '{"id": 1, "text": "Ann Lee", "spans": [{"start": 0, "end": 3, "label": "PER"},'
        '{"start": 4, "end": 7, "label": "TITLE"}]}\n\n'
    )
    found.write_text('{"id": 1, "spans": [{"start": 4, "end": 7, "label": "TITLE"}]}\n')
    labels.write_text('{"set": {"PER": "NAME", "TITLE": null}}')
    names = read_names(labels, "set")
    (document,) = read_gold(gold, names)
    assert document.marks == (Mark(0, 3, "NAME"), Mark(4, 7, None))
    assert read_findings(found, names) == {"1": ()}
    assert read_findings(found) == {"1": (Mark(4, 7, "TITLE"),)}


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"id": 1}',
        '{"text": "Quillfeather"}',
        '{"id": 1, "text": "Quillfeather"}',
        '{"id": 1, "text": "Quillfeather", "spans": [7]}',
        '{"id": 1, "text": "x", "spans": [{"start": 0, "end": 1, "label": 3}]}',
        '{"id": 1, "text": "x", "spans": [{"start": 2, "end": 1, "label": "A"}]}',
        '{"id": 1, "text": "x", "spans": [{"start": "0", "end": 1, "label": "A"}]}',
    ],
)
def test_a_malformed_gold_line_names_its_number(line: str, tmp_path: Path) -> None:
    """And nothing of its content."""
    path = tmp_path / "gold"
    path.write_text(line)
    with pytest.raises(InputError) as caught:
        list(read_gold(path))
    assert "Quillfeather" not in str(caught.value)


def test_findings_of_one_document_come_once(tmp_path: Path) -> None:
    """Which of two lines would count is not left to chance."""
    path = tmp_path / "found"
    path.write_text('{"id": 1, "spans": []}\n' * 2)
    with pytest.raises(InputError, match="line 2"):
        read_findings(path)


@pytest.mark.parametrize("content", ["{", "[]", '{"A": 1}', '{"set": []}'])
def test_a_malformed_map_is_refused(content: str, tmp_path: Path) -> None:
    """A label that is mapped to a number is a mistake."""
    path = tmp_path / "map"
    path.write_text(content)
    with pytest.raises(UsageError, match="label map"):
        read_names(path, "set" if "set" in content else "")


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """Its path is not repeated."""
    with pytest.raises(UsageError, match="cannot be read"):
        list(read_gold(tmp_path / "Quillfeather"))
