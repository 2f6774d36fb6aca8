"""A model loads only as it was signed."""

from __future__ import annotations

import json
import shutil
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from harborward.domain.errors import ModelError
from harborward.domain.identifier import Label
from harborward.text import lexicon
from harborward.text.model import store
from harborward.text.passage import Passage

SHIPPED = files("harborward.text.model") / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the shipped model."""
    return Path(shutil.copytree(str(SHIPPED), tmp_path / "model"))


def signed(folder: Path, **changes: object) -> str:
    """Change the manifest, sign it with another key, and return that key's public half."""
    manifest = json.loads((folder / store.MANIFEST).read_bytes()) | changes
    raw = json.dumps(manifest).encode()
    key = Ed25519PrivateKey.generate()
    (folder / store.MANIFEST).write_bytes(raw)
    (folder / store.SIGNATURE).write_bytes(key.sign(raw))
    return key.public_key().public_bytes_raw().hex()


def test_the_shipped_model_loads_and_finds() -> None:
    """A name in plain prose, without title or label."""
    detector = store.shipped(lexicon.shipped())
    text = "He was seen by Dr. Okonkwo in clinic and will follow up with her in two weeks."
    labels = {finding.label for finding in detector.find(Passage(text))}
    assert labels == {Label.NAME}


def test_every_label_has_a_threshold() -> None:
    """And it is a chance."""
    thresholds = store.checked(SHIPPED).thresholds
    assert set(thresholds) == set(Label)
    assert all(0 < chance < 1 for chance in thresholds.values())


@pytest.mark.parametrize("name", [store.GRAPH, store.VOCABULARY, store.MANIFEST, store.SIGNATURE])
def test_one_changed_bit_is_refused(folder: Path, name: str) -> None:
    """In any of its files."""
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(ModelError, match="--tier rules"):
        store.checked(folder)


@pytest.mark.parametrize("name", [store.GRAPH, store.VOCABULARY, store.MANIFEST, store.SIGNATURE])
def test_a_missing_file_is_refused(folder: Path, name: str) -> None:
    """The message names no path."""
    (folder / name).unlink()
    with pytest.raises(ModelError, match="missing") as raised:
        store.checked(folder)
    assert str(folder) not in str(raised.value)


def test_another_signature_is_refused(folder: Path) -> None:
    """However sound."""
    signed(folder)
    with pytest.raises(ModelError, match="signature"):
        store.checked(folder)


def test_a_model_of_another_format_is_refused(folder: Path) -> None:
    """Even where it is signed."""
    key = signed(folder, format=store.FORMAT + 1)
    with pytest.raises(ModelError, match="another version"):
        store.checked(folder, key)


def test_a_graph_that_the_runtime_refuses(folder: Path) -> None:
    """Is an error, not an empty answer."""
    held = store.checked(folder)
    broken = store.Held(b"no graph", held.vocabulary, held.thresholds)
    with pytest.raises(ModelError, match="refused"):
        store.detector(broken, lexicon.shipped())


def test_without_the_runtime_nothing_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ModelError, match="pip install onnxruntime"):
        store.shipped(lexicon.shipped())
