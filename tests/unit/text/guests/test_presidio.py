"""The Presidio guest, with a fake Presidio."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from harborward.domain.errors import PluginError
from harborward.domain.identifier import Label
from harborward.text.detector import Detector
from harborward.text.guests import presidio as guest
from harborward.text.guests.presidio import PresidioDetector, load
from harborward.text.passage import Passage

TEXT = "Ada Quill, 555-0143, Catholic, seen in 2019"


@dataclass
class Result:
    """One result of the fake."""

    entity_type: str
    start: int
    end: int
    score: float


RESULTS = (
    Result("PERSON", 0, 9, 0.85),
    Result("PHONE_NUMBER", 11, 19, 0.4),
    Result("NRP", 21, 29, 0.85),
    Result("DATE_TIME", 39, 43, 0.85),
    Result("US_BANK_NUMBER", 11, 19, 0.0),
)


class Analyzer:
    """A fake analyzer that keeps what it was asked."""

    def __init__(self, **built: Any) -> None:  # noqa: ANN401 - it takes what it is given
        """Remember how it was built."""
        self.built = built
        self.asked: list[tuple[str, str]] = []
        self.removed: list[str] = []
        self.registry = SimpleNamespace(remove_recognizer=self.removed.append)

    def analyze(self, text: str, language: str) -> tuple[Result, ...]:
        """Answer with ``RESULTS``."""
        self.asked.append((text, language))
        return RESULTS


def test_results_become_findings_where_they_are() -> None:
    """Types are mapped; religion, bare years and claims without confidence are left out."""
    found = PresidioDetector(Analyzer(), "presidio.v1").find(Passage(TEXT))

    assert [(f.span.start, f.span.end, f.label, f.score) for f in found] == [
        (0, 9, Label.NAME, 0.85),
        (11, 19, Label.PHONE, 0.4),
    ]


def test_it_is_asked_for_the_canonical_text_in_english() -> None:
    """Offsets are those of the passage, so the passage is what it reads."""
    analyzer = Analyzer()

    PresidioDetector(analyzer, "presidio.v1").find(Passage(TEXT))

    assert analyzer.asked == [(TEXT, "en")]


def test_what_the_analyzer_raises_passes_through() -> None:
    """No answer is not the answer "none"; the engine wraps it."""

    def broken(**_asked: str) -> tuple[Result, ...]:
        raise MemoryError

    with pytest.raises(MemoryError):
        PresidioDetector(SimpleNamespace(analyze=broken), "presidio.v1").find(Passage(TEXT))


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Analyzer]:
    """Put a fake Presidio and spaCy in place; return the analyzers that get built."""
    analyzers: list[Analyzer] = []

    def analyzer_engine(**arguments: object) -> Analyzer:
        analyzers.append(Analyzer(**arguments))
        return analyzers[-1]

    presidio = ModuleType("presidio_analyzer")
    engines = ModuleType("presidio_analyzer.nlp_engine")
    spacy = ModuleType("spacy")
    vars(presidio)["AnalyzerEngine"] = analyzer_engine
    vars(engines)["NlpEngineProvider"] = lambda nlp_configuration: SimpleNamespace(
        create_engine=lambda: nlp_configuration
    )
    vars(spacy)["util"] = SimpleNamespace(get_installed_models=lambda: ["en_core_web_md"])
    for module in (presidio, engines, spacy):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(guest, "version", lambda name: "2.2.1" if "presidio" in name else "3.8.0")
    return analyzers


def test_the_loaded_guest_is_a_detector_that_names_its_versions(built: list[Analyzer]) -> None:
    """A determination must be repeatable, so the model's version counts too."""
    detector = load()

    assert isinstance(detector, Detector)
    assert detector.name == "presidio.v2.2.1+en_core_web_md-3.8.0"
    assert built[0].built["nlp_engine"]["models"] == [
        {"lang_code": "en", "model_name": "en_core_web_md"}
    ]


def test_recognisers_that_call_out_are_taken_away(built: list[Analyzer]) -> None:
    """Nothing leaves the process without an agreement, not even for a list of domains."""
    load()

    assert built[0].removed == ["EmailRecognizer"]


def test_a_missing_presidio_is_said_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The advice names the extra."""

    def missing(name: str, *, extra: str) -> ModuleType:
        raise PluginError(name, advice=f"harborward[{extra}]")

    monkeypatch.setattr(guest, "package", missing)

    with pytest.raises(PluginError, match=r"harborward\[presidio\]"):
        load()
