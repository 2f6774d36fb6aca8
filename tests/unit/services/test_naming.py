"""A file name that holds an identifier becomes a number; others stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from harborward.domain.phi import Phi
from harborward.formats.kinds import Format
from harborward.services.naming import Namer, nameable
from harborward.services.sources import Source
from harborward.text.known import Known
from worlds.engine import WordEngine


def source(relative: str) -> Source:
    """Return a source below some folder."""
    return Source(Path(relative), Path("in") / relative)


@pytest.mark.parametrize(
    ("relative", "shown"),
    [
        ("discharge_summary.txt", (True,)),
        ("Quillfeather_visit.txt", (False,)),
        ("visitQuillfeather.txt", (False,)),
        ("QuillfeatherNote2.txt", (False,)),
        ("visit-QUILLFEATHER.txt", (False,)),
        ("note-0017.txt", (True,)),
        ("note-00017.txt", (False,)),
        ("2023-03-14.txt", (False,)),
        ("ward/Ottoline/note.txt", (True, False, True)),
        (".txt", (True,)),
    ],
)
def test_names_are_read_as_text(relative: str, shown: tuple[bool, ...]) -> None:
    """Underscores, hyphens and capitals part words; long numbers are suspect."""
    assert nameable(WordEngine(), Path(relative), None) == shown  # type: ignore[arg-type]


def test_known_names_count() -> None:
    """A registration record is heard for file names too."""
    known = Known(names=(Phi("Zed"),))
    assert nameable(WordEngine(), Path("for-zed.txt"), known) == (False,)  # type: ignore[arg-type]


def test_a_replaced_name_is_the_number_of_the_unit() -> None:
    """It is not derived from the document."""
    namer = Namer()
    name = namer.name(source("Quillfeather.txt"), (False,), unit=7, kind=Format.TEXT)
    assert name == "doc-000007.txt"


def test_a_folder_keeps_one_stand_in() -> None:
    """Documents that lay together stay together."""
    namer = Namer()
    shown = (False, True)
    names = [
        namer.name(source(f"Ottoline/{n}.txt"), shown, unit=n, kind=Format.TEXT) for n in (3, 4)
    ]
    assert names == ["folder-000003/3.txt", "folder-000003/4.txt"]


def test_a_stand_in_is_learnt_from_an_earlier_run() -> None:
    """A run that goes on names folders as before."""
    namer = Namer()
    namer.learn(source("Ottoline/1.txt"), "folder-000001/1.txt")
    name = namer.name(source("Ottoline/9.txt"), (False, True), unit=9, kind=Format.TEXT)
    assert name == "folder-000001/9.txt"


def test_no_two_units_share_a_name_in_any_case() -> None:
    """Some file systems do not tell A from a."""
    namer = Namer()
    namer.take("Note.txt")
    names = [
        namer.name(source(text), (True,), unit=1, kind=Format.TEXT)
        for text in ("note.txt", "NOTE.txt", "manifest.jsonl")
    ]
    assert names == ["note-2.txt", "NOTE-3.txt", "manifest-2.jsonl"]


@pytest.mark.parametrize(
    ("kind", "suffix"), [(Format.TEXT, ".txt"), (Format.JSONL, ".jsonl"), (Format.CSV, ".csv")]
)
def test_an_unknown_suffix_is_replaced(kind: Format, suffix: str) -> None:
    """A suffix is a word too ("letter.smith")."""
    assert Namer().name(source("letter.smith"), (True,), unit=1, kind=kind) == f"letter{suffix}"
