"""The way of a folder: in, transformed, written down, and resumed."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING, Any

import pytest

from harborward.services.writing import locked

if TYPE_CHECKING:
    from pathlib import Path

    from worlds.said import Program


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Return a folder with notes of every fate."""
    folder = tmp_path / "in"
    (folder / "ward").mkdir(parents=True)
    (folder / "Ottoline").mkdir()
    (folder / ".hidden").mkdir()
    files = {
        "a.txt": b"Quillfeather seen 01/02/2020",
        "ward/a.txt": b"Quillfeather seen 01/02/2020",
        "Ottoline/visit.txt": b"MRN 17",
        "Ottoline/lab.txt": b"MRN 18",
        "Quillfeather_letter.txt": b"fine",
        "empty.txt": b"",
        "broken.txt": b"Quillfeather \xff",
        "withheld.txt": b"Quillfeather Unremovable",
        "scan.pdf": b"Quillfeather",
        ".secret.txt": b"Quillfeather",
        ".hidden/x.txt": b"Quillfeather",
        "rows.jsonl": b'{"text": "Ottoline", "ward": 3, "name": "Quillfeather"}\n{bad\n',
        "rows.csv": b"name,note,ward\nQuillfeather,Ottoline,3\n",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "link.txt").symlink_to(folder / "a.txt")
    return folder


def manifest(out: Path) -> list[dict[str, Any]]:
    """Return the unit lines of a manifest, after a look at its header."""
    header, *units = [
        json.loads(line) for line in (out / "manifest.jsonl").read_text().splitlines()
    ]
    assert header["kind"] == "header"
    return units


def outputs(out: Path) -> dict[str, bytes]:
    """Return what a reader of the output folder sees."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


OPTIONS = ("--columns", "note", "--keep-columns", "ward", "--keep-field", "ward")


def test_a_folder_is_transformed(program: Program, notes: Path, tmp_path: Path) -> None:
    """Inputs = outputs + quarantined, names that identify are replaced, nothing leaks."""
    out = tmp_path / "out"
    said = program("deid", notes, "--out", out, *OPTIONS)
    assert said.code == 3
    assert "11 inputs = 8 released + 3 quarantined; 1 records quarantined" in said.err
    found = outputs(out)
    assert found.pop("manifest.jsonl")
    assert found == {
        "a.txt": b"[NAME] seen [DATE]",
        "ward/a.txt": b"[NAME] seen [DATE]",
        "folder-000001/lab.txt": b"[MRN]",
        "folder-000001/visit.txt": b"[MRN]",
        "doc-000003.txt": b"fine",
        "empty.txt": b"",
        "rows.jsonl": b'{"record":1,"text":"[NAME]","ward":3}\n',
        "rows.csv": b"record,note,ward\n1,[NAME],3\n",
    }
    units = manifest(out)
    assert [unit["unit"] for unit in units] == list(range(1, 12))
    assert {unit["reason"] for unit in units} == {
        None,
        "undecodable",
        "residual",
        "unsupported-format",
    }
    released = [unit for unit in units if unit["status"] == "released"]
    assert {unit["output"] for unit in released} == set(found)
    written = (out / "manifest.jsonl").read_text() + said.all
    assert not [word for word in ("Quillfeather", "Ottoline", "Unremovable") if word in written]


def test_outputs_are_for_their_owner(program: Program, notes: Path, tmp_path: Path) -> None:
    """Nobody else reads a result until someone decides so."""
    program("deid", notes, "--out", tmp_path / "out", *OPTIONS)
    modes = {path.stat().st_mode for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert {stat.S_IMODE(mode) for mode in modes} == {0o600}


@pytest.mark.parametrize("workers", ["1", "2"])
def test_workers_do_not_change_a_byte(
    program: Program, notes: Path, tmp_path: Path, workers: str
) -> None:
    """The manifest is the same too: units are committed in input order."""
    one, other = tmp_path / "one", tmp_path / "other"
    program("deid", notes, "--out", one, *OPTIONS)
    program("deid", notes, "--out", other, *OPTIONS, "--workers", workers)
    assert outputs(one) == outputs(other)


def test_a_second_run_changes_nothing(program: Program, notes: Path, tmp_path: Path) -> None:
    """Everything is skipped, and the exit code is the same."""
    out = tmp_path / "out"
    program("deid", notes, "--out", out, *OPTIONS)
    before = outputs(out)
    said = program("deid", notes, "--out", out, *OPTIONS)
    assert said.code == 3
    assert "11 done before" in said.err
    assert "residual" in said.err
    assert outputs(out) == before


def test_a_torn_line_is_dropped_and_done_again(
    program: Program, notes: Path, tmp_path: Path
) -> None:
    """A crash in the middle of a line costs that unit only."""
    out = tmp_path / "out"
    program("deid", notes, "--out", out, *OPTIONS)
    before = outputs(out)
    path = out / "manifest.jsonl"
    path.write_bytes(path.read_bytes()[:-30])
    (out / ".harborward-0123.part").write_text("half")
    said = program("deid", notes, "--out", out, *OPTIONS)
    assert "10 done before" in said.err
    assert outputs(out) == before
    assert not list(out.glob("*.part"))


@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_an_output_that_is_not_as_written_is_made_again(
    program: Program, notes: Path, tmp_path: Path, damage: str
) -> None:
    """A manifest line counts only while its output matches."""
    out = tmp_path / "out"
    program("deid", notes, "--out", out, *OPTIONS)
    before = outputs(out)
    target = out / "folder-000001" / "visit.txt"
    if damage == "gone":
        target.unlink()
    else:
        target.write_text("tampered")
    program("deid", notes, "--out", out, *OPTIONS)
    after = outputs(out)
    lines = [sorted(found.pop("manifest.jsonl").splitlines()) for found in (before, after)]
    assert after == before
    assert lines[0] == lines[1]


def test_new_and_changed_inputs_join_the_run(program: Program, notes: Path, tmp_path: Path) -> None:
    """One line for each unit, whenever it came."""
    out = tmp_path / "out"
    program("deid", notes, "--out", out, *OPTIONS)
    (notes / "b.txt").write_text("Marjolein")
    (notes / "a.txt").write_text("changed")
    program("deid", notes, "--out", out, *OPTIONS)
    found = outputs(out)
    assert found["b.txt"] == b"[NAME]"
    assert found["a-2.txt"] == b"changed"
    assert len({(unit["key"], unit["copy"]) for unit in manifest(out)}) == 13


@pytest.mark.parametrize(
    ("more", "what"),
    [(("--policy", "tags"), "policy"), (("--keep-field", "other"), "options")],
)
def test_a_run_of_another_kind_is_refused(
    program: Program, notes: Path, tmp_path: Path, more: tuple[str, ...], what: str
) -> None:
    """One folder holds the results of one policy and one set of options."""
    out = tmp_path / "out"
    program("deid", notes, "--out", out, *OPTIONS)
    said = program("deid", notes, "--out", out, *OPTIONS, *more)
    assert said.code == 2
    assert f"another {what}" in said.err


def test_a_folder_with_other_things_is_refused(
    program: Program, notes: Path, tmp_path: Path
) -> None:
    """Nothing of the caller's is written over."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("mine")
    said = program("deid", notes, "--out", out)
    assert said.code == 2
    assert outputs(out) == {"thesis.txt": b"mine"}


def test_a_damaged_manifest_is_refused(program: Program, notes: Path, tmp_path: Path) -> None:
    """What cannot be read is not written over."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "manifest.jsonl").write_text("{}\n")
    said = program("deid", notes, "--out", out)
    assert said.code == 2
    assert "damaged" in said.err


def test_a_folder_in_use_is_refused(program: Program, notes: Path, tmp_path: Path) -> None:
    """Two runs do not share a manifest."""
    out = tmp_path / "out"
    out.mkdir()
    with locked(out):
        said = program("deid", notes, "--out", out)
    assert said.code == 2
    assert "another run" in said.err


def test_the_output_folder_may_not_lie_in_the_input(program: Program, notes: Path) -> None:
    """The next run would read the results of this one."""
    for out in (notes, notes / "out", notes / "ward" / ".." / "x"):
        said = program("deid", notes, "--out", out)
        assert said.code == 2
        assert "inside input 1" in said.err


def test_an_input_that_is_a_link_is_refused(program: Program, notes: Path, tmp_path: Path) -> None:
    """Links are not followed, not even when named."""
    said = program("deid", notes / "link.txt", "--out", tmp_path / "out")
    assert said.code == 2
    assert "symbolic link" in said.err


def test_globs_and_files_are_read_once(program: Program, notes: Path, tmp_path: Path) -> None:
    """However often they are named."""
    out = tmp_path / "out"
    said = program("deid", notes / "a.txt", notes / "*.txt", notes / "a.txt", "--out", out)
    assert "5 inputs = 3 released" in said.err


def test_nothing_to_read_is_an_error(program: Program, tmp_path: Path) -> None:
    """An empty run is a mistake, not a success."""
    said = program("deid", tmp_path / "*.txt", "--out", tmp_path / "out")
    assert said.code == 2
    assert "nothing to read" in said.err


def test_a_stream_goes_through(program: Program) -> None:
    """Text from standard input comes out on standard output."""
    said = program("deid", "-", stdin=b"Quillfeather\n")
    assert (said.code, said.out) == (0, "[NAME]\n")


def test_a_stream_that_is_withheld_writes_nothing(program: Program) -> None:
    """And says so with its exit code."""
    said = program("deid", "-", stdin=b"Quillfeather Unremovable")
    assert (said.code, said.out) == (3, "")
    assert "residual" in said.err


def test_records_of_a_stream_go_through(program: Program) -> None:
    """The bad one is withheld, the rest goes on."""
    raw = b'{"text": "Ottoline"}\n{"text": "Unremovable"}\n'
    said = program("deid", "-", "--format", "jsonl", "--quiet", stdin=raw)
    assert (said.code, said.out, said.err) == (3, '{"record":1,"text":"[NAME]"}\n', "")


def test_a_stream_stands_alone(program: Program, tmp_path: Path) -> None:
    """It has no name, so it has no place in a folder."""
    assert program("deid", "-", "--out", tmp_path / "out").code == 2
    assert program("deid", "-", tmp_path).code == 2


def test_out_is_needed_for_files(program: Program, notes: Path) -> None:
    """Results never land beside the sources by default."""
    said = program("deid", notes)
    assert said.code == 2
    assert "--out" in said.err


def test_dates_shift_by_person(program: Program, tmp_path: Path) -> None:
    """The person field groups records; it is not written."""
    source, out = tmp_path / "rows.jsonl", tmp_path / "out"
    rows = [{"mrn": who, "text": "1/2/2020"} for who in ("A", "B", "A")]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    program("deid", source, "--out", out, "--policy", "shifts", "--person-field", "mrn")
    texts = [json.loads(line)["text"] for line in (out / "rows.jsonl").read_text().splitlines()]
    assert texts[0] == texts[2]


def test_known_values_are_replaced(program: Program, tmp_path: Path) -> None:
    """A registration record is read in every process."""
    source, known, out = (tmp_path / name for name in ("a.txt", "known.json", "out"))
    source.write_text("Zed came")
    known.write_text('{"names": ["Zed"], "values": {"MRN": "17"}}')
    assert program("deid", source, "--out", out, "--known", known, "--workers", "2").code == 0
    assert (out / "a.txt").read_bytes() == b"[NAME] came"


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"names": 7}', '{"Quillfeather": []}', '{"values": {"Quillfeather": "1"}}'],
)
def test_a_bad_registration_record_is_refused(
    program: Program, tmp_path: Path, content: str
) -> None:
    """It would silently find nothing; its content is not repeated."""
    source, known = tmp_path / "a.txt", tmp_path / "known.json"
    source.write_text("x")
    known.write_text(content)
    said = program("deid", source, "--out", tmp_path / "out", "--known", known)
    assert said.code == 2
    assert "Quillfeather" not in said.all


def test_the_report_holds_the_counts(program: Program, notes: Path, tmp_path: Path) -> None:
    """In numbers, for a script."""
    path = tmp_path / "report.json"
    program("deid", notes, "--out", tmp_path / "out", *OPTIONS, "--report", path)
    report = json.loads(path.read_text())
    assert report["inputs"] == report["released"] + report["quarantined"] + report["failed"] == 11
    assert report["counts"]["NAME"] == 4


def test_the_log_is_json_without_values(program: Program, notes: Path, tmp_path: Path) -> None:
    """One line for each event."""
    said = program("deid", notes, "--out", tmp_path / "out", *OPTIONS, "--verbose", "--quiet")
    events = [json.loads(line)["event"] for line in said.err.splitlines()]
    assert events == ["run.started", *["unit.ended"] * 11, "run.ended"]
    assert "Quillfeather" not in said.err
