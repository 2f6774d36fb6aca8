"""What shows text on purpose: the screen, the page, the demo. And what never does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from harborward.services import show

if TYPE_CHECKING:
    from pathlib import Path

    from worlds.said import Program


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """Return a note with markup of its own."""
    path = tmp_path / "note.txt"
    path.write_text("Ottoline <script>alert(1)</script> & seen 1/2/2020")
    return path


def test_show_highlights(program: Program, note: Path) -> None:
    """The text, the labels and a legend."""
    said = program("show", note, "--after")
    assert said.code == 0
    assert "Ottoline NAME  <script>alert(1)</script>" in said.out
    assert "[NAME] NAME " in said.out
    assert " DATE  1" in said.out


def test_show_writes_a_page(program: Program, note: Path, tmp_path: Path) -> None:
    """Whole, escaped, and without anything to fetch."""
    page = tmp_path / "out" / "page.html"
    said = program("show", note, "--html", page)
    assert (said.code, said.out) == (0, "")
    html = page.read_text()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in html
    assert html.count("<script>") == 1
    assert "http" not in html.replace('http-equiv="Content-Security-Policy"', "")
    assert "src=" not in html
    assert 'class="found"' in html
    assert 'class="stand-in"' in html
    assert "score 0.90 · words.v1" in html
    assert page.stat().st_mode & 0o077 == 0


def test_show_of_records_and_of_a_withheld_one(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each record is one exhibit, up to a bound; a withheld one says why."""
    path = tmp_path / "notes.jsonl"
    texts = ["Ottoline", None, "Unremovable", "never reached"]
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    monkeypatch.setattr(show, "MAX_RECORDS", 3)
    said = program("show", path)
    assert said.code == 3
    assert "Record 1" in said.out
    assert "withheld: residual" in said.err
    assert "never reached" not in said.out
    page = tmp_path / "page.html"
    assert program("show", path, "--html", page).code == 3
    assert "Withheld: residual" in page.read_text()


def test_show_with_a_registration_record(program: Program, note: Path, tmp_path: Path) -> None:
    """What is known is highlighted too."""
    known = tmp_path / "known.json"
    known.write_text('{"names": ["seen"]}')
    assert "seen NAME" in program("show", note, "--known", known).out


def test_show_of_a_broken_record_names_its_line(program: Program, tmp_path: Path) -> None:
    """And nothing else."""
    path = tmp_path / "notes.jsonl"
    path.write_text("{Quillfeather")
    said = program("show", path)
    assert said.code == 1
    assert "line 1" in said.err
    assert "Quillfeather" not in said.all


def test_demo_tells_and_writes(program: Program, tmp_path: Path) -> None:
    """A table, what was missed, and where the page is."""
    page = tmp_path / "out" / "demo.html"
    said = program("demo", "--out", tmp_path / "out")
    assert said.code == 0
    assert "invented notes under policy safe-harbor, rules tier" in said.out
    assert "missed" in said.out
    assert "marked on the page" in said.out
    assert str(page) in said.out.replace("\n", "")
    html = page.read_text()
    assert 'class="missed"' in html
    assert "Every person, place and number in these notes is invented." in html


def test_doctor_finds_what_leaks(program: Program) -> None:
    """The little engine misses some of the planted identifiers."""
    said = program("doctor", "--json")
    assert said.code == 1
    checks = {check["name"]: check for check in json.loads(said.out)}
    assert checks["canary"]["verdict"] == "bad"
    assert checks["engine"]["verdict"] == "ok"
    assert "Quillfeather" not in said.all


def test_doctor_prints_a_table(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """A guest that is named and missing is bad."""
    monkeypatch.setenv("HARBORWARD_PLUGINS", "nobody")
    said = program("doctor")
    assert said.code == 1
    assert "plugin nobody" in said.out


def test_policies_are_listed_shown_and_checked(program: Program) -> None:
    """By name or by path."""
    assert "shifts" in program("policies", "list").out
    assert "(A) Names" in program("policies", "show", "tags").out
    assert "fine: tags" in program("policies", "check", "tags").out


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--help",),
        ("deid", "--help"),
        ("find", "--help"),
        ("score", "--help"),
        ("show", "--help"),
        ("demo", "--help"),
        ("doctor", "--help"),
        ("policies", "--help"),
        ("policies", "list", "--help"),
        ("policies", "show", "--help"),
        ("policies", "check", "--help"),
    ],
)
def test_every_command_has_examples(program: Program, words: tuple[str, ...]) -> None:
    """Help ends with how it is used."""
    said = program(*words)
    assert "Example" in said.all
    assert "harborward " in said.all


def test_the_version_is_told(program: Program) -> None:
    """With the name of the program."""
    said = program("--version")
    assert (said.code, said.out.startswith("harborward ")) == (0, True)
