"""The shipped word lists, and what a detector makes of a sentence with them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from harborward.text.lexicon import Lexicon, shipped
from harborward.text.names.evidence import Evidence
from harborward.text.names.labels import LabelledValues
from harborward.text.names.organisations import OrganisationDetector
from harborward.text.names.people import PeopleDetector
from harborward.text.names.places import PlaceDetector
from harborward.text.names.reading import Reading
from harborward.text.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from harborward.domain.span import Finding
    from harborward.text.detector import Detector

#: What a finding took hold of, and what it called it.
Surface = tuple[str, str]


@cache
def people() -> PeopleDetector:
    """Return the detector of persons on the shipped lexicon; it keeps no text."""
    return PeopleDetector(shipped())


@cache
def places() -> PlaceDetector:
    """Return the detector of places on the shipped lexicon."""
    return PlaceDetector(shipped())


@cache
def organisations() -> OrganisationDetector:
    """Return the detector of organisations on the shipped lexicon."""
    return OrganisationDetector(shipped())


@cache
def labels() -> LabelledValues:
    """Return the detector of labelled values on the shipped lexicon."""
    return LabelledValues(shipped())


@cache
def evidence() -> Evidence:
    """Return the evidence of the shipped lexicon."""
    return Evidence(shipped())


def reading(text: str) -> Reading:
    """Return ``text`` as the name detectors read it."""
    return Reading(Passage(text), evidence())


def tiny(**lists: object) -> Lexicon:
    """Return a lexicon that knows nothing but what ``lists`` says."""
    nothing = Lexicon(
        given={},
        female_share={},
        surname={},
        words={},
        clinical=frozenset(),
        eponyms={},
        city={},
        city_words={},
        regions=frozenset(),
        states=frozenset(),
        state_codes=frozenset(),
        titles={},
        facility_heads=frozenset(),
        facility_modifiers=frozenset(),
        streets=frozenset(),
    )
    return replace(nothing, **lists)  # type: ignore[arg-type]


def shown(text: str, findings: Iterable[Finding]) -> list[Surface]:
    """Return the surfaces of ``findings`` with their labels, in order, each once."""
    spans = sorted({(f.span.start, f.span.end, f.label.value) for f in findings})
    return [(text[start:end], label) for start, end, label in spans]


def surfaces(detector: Detector, text: str) -> list[Surface]:
    """Return what ``detector`` finds in ``text``."""
    return shown(text, detector.find(Passage(text)))
