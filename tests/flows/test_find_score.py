"""Find writes one line for each line, in order; score reads it back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from harborward.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from worlds.said import Program

TEXT = "Ottoline seen 1/2/2020"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Return a gold file of more records than one job takes."""
    path = tmp_path / "gold.jsonl"
    spans = [
        {"start": 0, "end": 8, "label": "NAME"},
        {"start": 14, "end": 22, "label": "DATE"},
        {"start": 9, "end": 13, "label": "LOCATION"},
    ]
    records = [{"id": f"n{n}", "text": TEXT, "spans": spans, "more": n} for n in range(150)]
    path.write_text("".join(json.dumps(record) + "\n" for record in records) + "\n")
    return path


@pytest.mark.parametrize("workers", ["1", "2"])
def test_one_line_out_for_each_line_in(
    program: Program, gold: Path, tmp_path: Path, workers: str
) -> None:
    """In order, with offsets, and nothing of the text."""
    out = tmp_path / "deep" / "findings.jsonl"
    said = program("find", gold, "--out", out, "--workers", workers)
    assert said.code == 0
    assert said.err == "150 records, 300 findings, full tier\n"
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert [line["id"] for line in lines] == [f"n{n}" for n in range(150)]
    assert lines[0]["spans"] == [
        {"start": 0, "end": 8, "label": "NAME", "score": 0.9, "detector": "words.v1"},
        {"start": 14, "end": 22, "label": "DATE", "score": 0.9, "detector": "words.v1"},
    ]
    assert "Ottoline" not in out.read_text()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_engine_that_cannot_be_built_is_a_usage_error(
    gold: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    workers: str,
) -> None:
    """Wherever it would have been built."""
    monkeypatch.setenv("HARBORWARD_PLUGINS", "nobody")
    assert main(["find", str(gold), "--workers", workers]) == 2
    assert "not installed" in capsys.readouterr().err


def test_find_reads_and_writes_streams(program: Program) -> None:
    """An id of any kind comes back as it was."""
    said = program("find", "-", "--quiet", stdin=b'{"id": [7], "text": ""}\n\n')
    assert (said.code, said.out, said.err) == (0, '{"id":[7],"spans":[]}\n', "")


def test_find_to_a_dash_is_standard_output(program: Program, gold: Path) -> None:
    """As other programs do."""
    assert program("find", gold, "--out", "-").out.count("\n") == 150


def test_offsets_count_characters_of_any_text(program: Program) -> None:
    """Half a surrogate pair and signs beyond the basic plane are one character each."""
    raw = b'{"id": 1, "text": "\\ud83d\\ude00 \\ud800 Ottoline"}\n'
    (span,) = json.loads(program("find", "-", stdin=raw).out)["spans"]
    assert (span["start"], span["end"]) == (4, 12)


def test_a_line_beyond_the_bound_stops_find(program: Program, gold: Path, tmp_path: Path) -> None:
    """Its number is told."""
    config = tmp_path / "settings.toml"
    config.write_text("max_record_bytes = 20\n")
    for source in (gold, "-"):
        said = program("find", source, "--config", config, stdin=gold.read_bytes())
        assert said.code == 1
        assert "line 1" in said.err


def test_a_folder_is_no_input_to_find(program: Program, tmp_path: Path) -> None:
    """It is a usage error, not a traceback."""
    assert program("find", tmp_path).code == 2


def test_score_prints_tables_and_misses(program: Program, gold: Path, tmp_path: Path) -> None:
    """Misses are shown on request only."""
    out = tmp_path / "findings.jsonl"
    program("find", gold, "--out", out)
    said = program("score", gold, out, "--misses", "2")
    assert said.code == 0
    assert "150 documents, 450 gold spans, 300 findings" in said.out
    assert "spans wholly found" in said.out
    assert said.out.count("n0: ") + said.out.count("n1: ") == 2
    assert "n0: " not in program("score", gold, out).out


def test_score_as_json(program: Program, gold: Path, tmp_path: Path) -> None:
    """For a script; the label map waives what it maps to null."""
    out, labels = tmp_path / "findings.jsonl", tmp_path / "labels.json"
    labels.write_text('{"LOCATION": null}')
    program("find", gold, "--out", out)
    said = program("score", gold, out, "--json", "--resamples", "10", "--gold-map", labels)
    scores = json.loads(said.out)
    assert scores["recall"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert scores["classes"]["NAME"]["gold"] == 150
    assert "misses" not in scores
