"""What the documents tell a reader to type works, and prints what they show."""

from __future__ import annotations

import io
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

import pytest

from docs import pages
from docs.reader import desk

if TYPE_CHECKING:
    from pathlib import Path

RUN = {"bash", "python"}
PAGES = [page for page in pages.all_pages() if page.name != "CHANGELOG.md"]
RUNNABLE = [
    page for page in PAGES if any(b.language in RUN for b in pages.blocks(page.read_text("utf-8")))
]
#: Longest that one block may take on a slow machine, in seconds.
PATIENCE = 120


def _typed(block: pages.Block, folder: Path) -> str:
    """Run a block in a shell, both streams together, as a reader sees them."""
    shim = folder.parent / "bin"
    shim.mkdir(exist_ok=True)
    program = shim / "harborward"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m harborward "$@"\n')
    program.chmod(0o755)
    environment = {
        "PATH": f"{shim}:/usr/local/bin:/usr/bin:/bin",
        "PYTHONPATH": str(pages.ROOT / "src"),
        "COLUMNS": "100",
        "LC_ALL": "C.UTF-8",
        "HOME": str(folder),
    }
    done = subprocess.run(  # noqa: S603 - the words are our own documents
        ["/bin/bash", "-c", block.code],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=PATIENCE,
        check=False,
    )
    output = done.stdout.decode()
    assert done.returncode == 0, f"line {block.line} failed: {output}"
    return output


def _executed(block: pages.Block, names: dict[str, object]) -> str:
    """Run a block of Python; its names live on for the next block of the page."""
    out = io.StringIO()
    with redirect_stdout(out):
        exec(compile(block.code, f"line {block.line}", "exec"), names)  # noqa: S102 - our own
    return out.getvalue()


@pytest.mark.parametrize("page", RUNNABLE, ids=pages.named)
def test_blocks_of_a_page_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In order, in one folder; where a page shows an output, it is this one."""
    folder = tmp_path / "desk"
    desk(folder, empty=page.parent.name == "tutorial")
    monkeypatch.chdir(folder)
    names: dict[str, object] = {"__name__": "page"}
    for block in pages.blocks(page.read_text("utf-8")):
        if block.language not in RUN:
            continue
        run = _typed(block, folder) if block.language == "bash" else _executed(block, names)
        if block.shown is not None:
            assert pages.level(run) == pages.level(block.shown), f"line {block.line}"


def test_the_tutorial_shows_outputs() -> None:
    """A tutorial that shows nothing would pass the test above."""
    shown = [
        block
        for block in pages.blocks(pages.text_of("docs/tutorial/first-folder.md"))
        if block.shown is not None
    ]
    assert len(shown) >= 4


def test_a_wrong_output_would_be_seen(tmp_path: Path) -> None:
    """The comparison can fail."""
    block = pages.blocks("```bash\necho one\n```\n\n```text\ntwo\n```\n")[0]
    assert pages.level(_typed(block, tmp_path)) != pages.level(block.shown or "")
