"""Nothing a command says about a bad input holds a word of it.

Markers are planted in content, file names and records; standard output, standard error
and the log are searched for all of them.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from worlds.said import Said

if TYPE_CHECKING:
    from worlds.said import Program

MARKERS = ("Quillfeather", "Ottoline", "219-62-8843", "Rogueword")
PLANT = b"Quillfeather Ottoline 219-62-8843 "
TESTS = Path(__file__).parents[1]


def silent(said: Said) -> bool:
    """Tell whether no marker was said."""
    return not [marker for marker in MARKERS if marker in said.all]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a folder whose own name is a marker."""
    folder = tmp_path / "Quillfeather"
    folder.mkdir()
    return folder


BAD = {
    "broken UTF-8": ("Ottoline.txt", PLANT + b"\xff\xfe", "undecodable"),
    "binary": ("Ottoline.txt", PLANT + b"\0", "undecodable"),
    "a PDF named txt": ("Ottoline.txt", b"%PDF-" + PLANT, "undecodable"),
    "too large": ("Ottoline.txt", PLANT * 100, "too-large"),
    "another format": ("Ottoline.docx", PLANT, "unsupported-format"),
    "missing column": ("Ottoline.csv", b"name\n" + PLANT, "missing-field"),
    "broken quoting": ("Ottoline.csv", b'note\n"' + PLANT, "undecodable"),
    "withheld": ("Ottoline.txt", PLANT + b"Unremovable", "residual"),
    "a detector that fails": ("Ottoline.txt", PLANT + b"Crashword", "detector"),
    "a detector that goes wild": ("Ottoline.txt", PLANT + b"Rogueword", "internal"),
    "no good record": ("Ottoline.jsonl", b"{" + PLANT, "all-records"),
}


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("case", BAD)
def test_a_bad_input_is_withheld_in_silence(
    program: Program, source: Path, tmp_path: Path, case: str, workers: str
) -> None:
    """A code in the manifest, exit code 3, and not a word."""
    name, content, reason = BAD[case]
    (source / name).write_bytes(content)
    config = tmp_path / "settings.toml"
    config.write_text("max_text_bytes = 1000\n")
    out = tmp_path / "out"
    said = program(
        "deid", source, "--out", out, "--columns", "note", "-v", "--config", config,
        "--workers", workers,
    )  # fmt: skip
    assert said.code == 3
    assert silent(said)
    manifest = (out / "manifest.jsonl").read_text()
    assert f'"reason":"{reason}"' in manifest
    assert not [marker for marker in MARKERS if marker in manifest]
    assert [path.name for path in out.iterdir() if not path.name.startswith(".")] == [
        "manifest.jsonl"
    ]


def test_an_empty_input_is_an_empty_output(program: Program, source: Path, tmp_path: Path) -> None:
    """Empty is fine."""
    (source / "Ottoline.txt").write_bytes(b"")
    said = program("deid", source, "--out", tmp_path / "out")
    assert said.code == 0
    assert silent(said)


@pytest.mark.parametrize(
    "words",
    [
        ("deid", "Quillfeather.txt", "--out", "Ottoline"),
        ("deid", "--Quillfeather"),
        ("deid", "--workers", "Quillfeather", "x"),
        ("deid", "x", "--format", "Quillfeather"),
        ("deid", "-", "--policy", "Quillfeather"),
        ("deid", "-", "--known", "Quillfeather"),
        ("deid", "-", "--text-field", "Ottoline", "--keep-field", "Ottoline"),
        ("deid",),
        ("deid", "x", "--out"),
        ("Quillfeather",),
        ("find", "Quillfeather.jsonl"),
        ("find", "x", "Quillfeather"),
        ("show", "Quillfeather.txt"),
        ("show", "Quillfeather.pdf"),
        ("score", "Quillfeather", "Ottoline"),
        ("policies", "show", "Quillfeather"),
        ("doctor", "--config", "Quillfeather"),
    ],
)
def test_wrong_words_are_not_repeated(program: Program, words: tuple[str, ...]) -> None:
    """One line that begins with "error:" and ends with what to do."""
    said = program(*words, stdin=PLANT)
    assert said.code == 2
    assert silent(said)
    assert said.err.startswith("error: ")
    assert said.err.count("\n") == 1


def test_a_bad_line_to_find_in_is_not_repeated(program: Program, source: Path) -> None:
    """Its number is."""
    path = source / "notes.jsonl"
    for content in (b"{" + PLANT, b'{"text": "' + PLANT + b'"}', b'{"id": 1, "text": "Rogueword"}'):
        path.write_bytes(b'{"id": 0, "text": ""}\n' + content)
        said = program("find", path, "--out", source / "findings.jsonl")
        assert said.code == 1
        assert "line 2: " in said.err
        assert silent(said)
        assert not (source / "findings.jsonl").exists()


def process(*words: str, limit: int | None = None, stdout: int = subprocess.PIPE) -> Said:
    """Run the program as a process, with a bound on the size of files."""

    def bound() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    paths = os.pathsep.join([str(TESTS), str(TESTS.parent / "src")])
    done = subprocess.run(  # noqa: S603
        [sys.executable, str(TESTS / "worlds" / "program.py"), *words],
        env={**os.environ, "PYTHONPATH": paths},  # noqa: TID251 - a process inherits it
        stdout=stdout,
        stderr=subprocess.PIPE,
        input=PLANT,
        preexec_fn=bound,
        check=False,
    )
    return Said(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_full_disk_stops_the_run_and_the_next_goes_on(
    source: Path, tmp_path: Path, workers: str
) -> None:
    """Clear, silent, exit code 1, and nothing half written is left."""
    out = tmp_path / "out"
    for number in range(20):
        (source / f"n{number}.txt").write_bytes(PLANT * (1 if number < 15 else 500))
    words = ("deid", str(source), "--out", str(out), "--quiet", "--workers", workers)
    said = process(*words, limit=12_000)
    assert said.code == 1
    assert said.err.startswith("error: the result cannot be written: ")
    assert silent(said)
    assert not list(out.glob("*.part"))
    assert process(*words).code == 0
    lines = (out / "manifest.jsonl").read_text().splitlines()
    assert len(lines) == 21
    assert len([path for path in out.iterdir() if path.suffix == ".txt"]) == 20


def test_a_full_standard_output_is_an_error() -> None:
    """A pipe to a full disk does not end in a traceback."""
    with Path("/dev/full").open("wb") as full:
        said = process("deid", "-", "--quiet", stdout=full.fileno())
    assert said.code == 1
    assert "cannot be written" in said.err
    assert "Traceback" not in said.err
    assert silent(said)


def test_a_folder_that_cannot_be_written_is_an_error(
    program: Program, source: Path, tmp_path: Path
) -> None:
    """A file stands where the folder should be."""
    (source / "a.txt").write_bytes(PLANT)
    (tmp_path / "Ottoline").write_bytes(b"")
    said = program("deid", source, "--out", tmp_path / "Ottoline" / "x")
    assert said.code == 1
    assert silent(said)
