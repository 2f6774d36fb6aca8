"""What seldom happens to a run: files that vanish, folders that change, guests, wheels."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import time
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from harborward.domain.errors import DetectorError, UsageError
from harborward.domain.phi import Phi
from harborward.formats.kinds import Format
from harborward.plugins import Guest, Standing
from harborward.services import desk, doctor, pool, unit
from harborward.services.deidentify import Run, deidentify
from harborward.services.doctor import Verdict, examine
from harborward.services.seam import Recipe
from harborward.services.sources import Source, gather
from harborward.services.transform import Reading
from harborward.services.unit import Order, Task, work
from harborward.services.writing import durable, locked, part_file
from harborward.settings import Settings
from harborward.telemetry import Telemetry
from worlds.engine import WordEngine, build, policy

if TYPE_CHECKING:
    from harborward.services.report import Report
    from worlds.said import Program

LOG = Telemetry(None, lambda: 0.0)


@pytest.fixture
def order() -> Order:
    """Return what all units share."""
    return Order(Recipe(build, Settings()), policy(), Reading(max_text_bytes=99))


def run(order: Order, sources: list[Source], out: Path) -> Report:
    """Do a job without a face."""
    return deidentify(Run(order, tuple(sources), out), LOG, lambda _steps: None)


def source(folder: Path, name: str, content: str = "Ottoline") -> Source:
    """Write a file and return it as a source."""
    path = folder / name
    path.write_text(content)
    return Source(Path(name), path)


def test_a_file_that_vanished_is_tried_again_next_time(order: Order, tmp_path: Path) -> None:
    """It fails by chance, so its line does not stay."""
    out = tmp_path / "out"
    one = source(tmp_path, "a.txt")
    one.path.unlink()
    assert run(order, [one], out).problems[0].reason == "unreadable"
    assert run(order, [one], out).skipped == 0
    source(tmp_path, "a.txt")
    assert run(order, [one], out).released == 1


def test_files_with_the_same_bytes_are_units_of_their_own(order: Order, tmp_path: Path) -> None:
    """Inputs are counted, not contents."""
    out = tmp_path / "out"
    twins = [source(tmp_path, name) for name in ("a.txt", "b.txt")]
    assert run(order, twins, out).released == 2
    assert run(order, twins, out).skipped == 2


def test_a_torn_header_is_begun_anew(order: Order, tmp_path: Path) -> None:
    """A crash before the first line leaves nothing to keep."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "manifest.jsonl").write_text('{"kind": "hea')
    assert run(order, [source(tmp_path, "a.txt")], out).released == 1


def test_finished_work_is_committed_when_a_group_is_full(
    order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not only at the end."""
    monkeypatch.setattr(desk, "BATCH_UNITS", 2)
    out = tmp_path / "out"
    seen: list[int] = []

    def look(_steps: int) -> None:
        seen.append((out / "manifest.jsonl").read_text().count('"kind":"unit"'))

    names = ["a.txt", "b.txt", "c.txt"]
    job = Run(order, tuple(source(tmp_path, name) for name in names), out)
    deidentify(job, LOG, look)
    assert seen == [0, 0, 2, 2]


def test_a_name_that_cannot_be_judged_is_not_shown(
    order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A detector that fails on it says nothing about it."""

    def fail(*_: object) -> tuple[bool, ...]:
        msg = "x"
        raise DetectorError(msg)

    monkeypatch.setattr(unit, "nameable", fail)
    task = Task(str(source(tmp_path, "a.txt").path), "in/a.txt", Format.TEXT, str(tmp_path / "p"))
    assert work(order, task).nameable == (False, False)


def test_a_source_that_fails_while_read_is_unreadable(
    order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk error is not an empty document."""

    def fail(*_: object) -> None:
        raise OSError(5, "Quillfeather")

    monkeypatch.setattr(unit, "transform", fail)
    task = Task(str(source(tmp_path, "a.txt").path), "a.txt", Format.TEXT, str(tmp_path / "p"))
    outcome = work(order, task)
    assert (outcome.reason, outcome.message, outcome.part) == ("unreadable", "OSError", None)
    assert not (tmp_path / "p").exists()


def test_a_worker_stops_a_run_that_cannot_begin(order: Order, tmp_path: Path) -> None:
    """A registration record that cannot be read is no reason to go on without it."""
    with pytest.raises(UsageError, match="registration"):
        run(replace(order, known=str(tmp_path / "nothing")), [source(tmp_path, "a.txt")], tmp_path)


def test_paths_are_silent() -> None:
    """They may hold a name."""
    task = Task("Quillfeather.txt", "Quillfeather.txt", None, "p")
    assert "Quillfeather" not in f"{task!r} {Source(Path('Quillfeather'), Path('Quillfeather'))!r}"


def test_a_worker_follows_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the parent is gone there is nobody to answer to."""
    ended: list[int] = []
    ready, other = os.pipe()
    os.close(other)
    monkeypatch.setattr(pool, "parent_process", lambda: SimpleNamespace(sentinel=ready))
    monkeypatch.setattr(pool.os, "_exit", ended.append)
    monkeypatch.setattr(pool.signal, "signal", lambda *_: None)
    pool._begin()
    for _ in range(500):
        if ended:
            break
        time.sleep(0.01)
    os.close(ready)
    assert ended == [1]


def test_the_first_process_has_no_parent_to_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends by itself."""
    monkeypatch.setattr(pool, "parent_process", lambda: None)
    pool._follow_parent()


def test_recursive_patterns_and_long_words(tmp_path: Path) -> None:
    """A pattern may go deep; a text given by mistake is no path."""
    (tmp_path / "deep" / "er").mkdir(parents=True)
    source(tmp_path / "deep" / "er", "a.txt")
    (found,) = gather([str(tmp_path / "**" / "*.txt")], None)
    assert found.relative == Path("a.txt")
    assert len(gather([str(tmp_path)], None)) == 1
    with pytest.raises(UsageError, match="input 1") as caught:
        gather(["Quillfeather " * 500], None)
    assert "Quillfeather" not in str(caught.value)


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """Neither a half file nor its temporary name."""
    with pytest.raises(RuntimeError), part_file(tmp_path / "p") as sink:  # noqa: PT012
        sink.write(b"x")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
    durable(tmp_path / "whole", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["whole"]


def test_systems_without_folder_handles_and_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There a run goes without them."""
    from harborward.services import writing  # noqa: PLC0415 - to see it on another system

    monkeypatch.setattr(writing, "os", SimpleNamespace(**{**vars(os), "name": "nt"}))
    writing.sync_folder(tmp_path / "nowhere")
    with locked(tmp_path), locked(tmp_path):
        pass


@dataclass
class Packaged:
    """A file of an installed package."""

    path: Path
    mode: str = "sha256"
    value: str = ""
    hashed: bool = True

    def __str__(self) -> str:
        """Return its name in the package."""
        return f"harborward/{self.path.name}"

    @property
    def hash(self) -> object:
        """Return the digest that the wheel recorded."""
        return SimpleNamespace(mode=self.mode, value=self.value) if self.hashed else None

    def locate(self) -> Path:
        """Return where it is."""
        return self.path


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Packaged:
    """Return the one file of a package that is installed from a wheel."""
    file = tmp_path / "x.py"
    file.write_bytes(b"x = 1")
    value = base64.urlsafe_b64encode(hashlib.sha256(b"x = 1").digest()).rstrip(b"=").decode()
    packaged = Packaged(file, value=value)
    unhashed = Packaged(tmp_path / "RECORD", hashed=False)
    package = SimpleNamespace(files=[unhashed, packaged], version="9")
    monkeypatch.setattr(doctor, "distribution", lambda _name: package)
    return packaged


def verdicts(settings: Settings | None = None) -> dict[str, tuple[Verdict, str]]:
    """Return what the doctor says, by check."""
    checks = examine(Recipe(build, settings or Settings()), policy())
    return {check.name: (check.verdict, check.detail) for check in checks}


def test_the_doctor_compares_files_with_the_wheel(wheel: Packaged) -> None:
    """As installed, changed, missing."""
    assert verdicts()["package"] == (Verdict.OK, "version 9, 1 files as installed")
    wheel.path.write_bytes(b"x = 2")
    assert verdicts()["package"] == (Verdict.BAD, "harborward/x.py was changed: install again")
    wheel.path.unlink()
    assert verdicts()["package"] == (Verdict.BAD, "harborward/x.py is missing: install again")


def test_the_doctor_goes_on_after_a_bad_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that cannot be built, no temporary folder, no data, guests of all kinds."""

    def broken(_settings: Settings) -> WordEngine:
        msg = "no engine"
        raise DetectorError(msg)

    def nowhere() -> None:
        raise OSError

    standings = tuple(Guest(one.value, one) for one in Standing)
    monkeypatch.setattr(doctor, "guests", lambda *_: standings)
    monkeypatch.setattr(doctor.tempfile, "TemporaryFile", nowhere)
    monkeypatch.setattr(doctor, "files", lambda _package: Path("/nowhere"))
    found = {check.name: check.verdict for check in examine(Recipe(broken, Settings()), policy())}
    bad = {name for name, verdict in found.items() if verdict is Verdict.BAD}
    assert bad == {
        "rules", "lexicons", "policies", "engine", "canary", "temporary", "plugin missing",
    }  # fmt: skip


def test_the_doctor_passes_an_engine_that_finds_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted identifiers stay in."""
    monkeypatch.setattr(doctor, "CANARY", "Ottoline Quillfeather")
    monkeypatch.setattr(doctor, "MARKERS", ("Ottoline", "Quillfeather"))
    assert verdicts()["canary"] == (Verdict.OK, "2 planted identifiers stayed in")


def test_the_summary_points_to_the_manifest(program: Program, tmp_path: Path) -> None:
    """When there are too many problems to tell."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(25):
        source(folder, f"n{number}.txt", "Unremovable")
    said = program("deid", folder, "--out", tmp_path / "out")
    assert said.err.count("quarantined: unit") == 20
    assert "the manifest lists every quarantined unit" in said.err


def test_known_values_never_reach_the_manifest(program: Program, tmp_path: Path) -> None:
    """Only a digest says that a record was used."""
    known = tmp_path / "known.json"
    known.write_text(json.dumps({"names": ["Zed"], "values": {"MRN": ["99887766"]}}))
    one = source(tmp_path, "a.txt", "Zed")
    program("deid", one.path, "--out", tmp_path / "out", "--known", known)
    manifest = (tmp_path / "out" / "manifest.jsonl").read_text()
    assert "Zed" not in manifest
    assert "99887766" not in manifest


def test_controls_do_not_reach_the_terminal(program: Program, tmp_path: Path) -> None:
    """A note must not drive the screen."""
    one = source(tmp_path, "a.txt", "a\x1b[31mb\x9bc")
    assert "a\u241b[31mb\ufffdc" in program("show", one.path).out


def test_text_is_silent_in_a_record() -> None:
    """The types that hold it say nothing."""
    assert "Quillfeather" not in repr(Phi("Quillfeather"))
