"""Results are silent until they are asked, and pretty when they are."""

from __future__ import annotations

import pickle  # noqa: TID251 - to see that it is refused
from copy import deepcopy

import pytest

from harborward.domain.crosswalk import Crosswalk
from harborward.domain.phi import Phi
from harborward.services.results import Deidentified, Findings
from worlds.engine import WordEngine, policy

TEXT = Phi("Ottoline <b> seen 1/2/2020")


@pytest.fixture
def findings() -> Findings:
    """Return the findings of a note."""
    return Findings(TEXT, WordEngine().find(TEXT))


@pytest.fixture
def result() -> Deidentified:
    """Return a note transformed."""
    return Deidentified(TEXT, WordEngine().deidentify(TEXT, policy(), Crosswalk()))


def test_findings_are_a_sequence(findings: Findings) -> None:
    """Length, index, slice, equality."""
    assert len(findings) == 2
    assert findings[0].label == "NAME"
    assert [one.label for one in findings[0:2]] == ["NAME", "DATE"]
    assert findings == Findings(TEXT, findings[:])
    assert findings != Findings(Phi("x"), findings[:])
    assert findings != 7
    assert hash(findings) == hash(Findings(TEXT, findings[:]))


def test_findings_are_silent(findings: Findings) -> None:
    """Counts, no text, not even as HTML."""
    shown = f"{findings!r} {findings} {findings._repr_html_()} {findings.reveal()!r}"
    assert "Ottoline" not in shown
    assert "1 NAME, 1 DATE in 26 characters" in shown
    assert ".reveal()" in shown
    assert repr(Findings(Phi(""), ())) == "<Findings: none in 0 characters>"


def test_the_surface_of_a_finding_is_silent_too(findings: Findings) -> None:
    """It is handed out as Phi."""
    assert findings.surface(findings[0]) == Phi("Ottoline")


def test_reveal_highlights_the_original(findings: Findings) -> None:
    """Escaped, with the label and detector on each mark."""
    html = findings.reveal()._repr_html_()
    assert 'title="NAME 0.90 words.v1">Ottoline</mark> &lt;b&gt; seen' in html


def test_a_result_shows_its_own_text(result: Deidentified) -> None:
    """It is the product of the run; the source stays silent."""
    assert str(result) == result.text == "[NAME] <b> seen [DATE]"
    assert repr(result) == "<Deidentified under words: 1 NAME, 1 DATE, 22 characters>"
    assert "[NAME]</mark> &lt;b&gt;" in result._repr_html_()
    assert "Ottoline" not in result._repr_html_()
    assert len(result.findings) == len(result.replacements) == 2
    assert result.policy == "words"


def test_neither_is_pickled(findings: Findings, result: Deidentified) -> None:
    """Both hold the source."""
    for holder in (findings, result):
        with pytest.raises(TypeError, match="pickle"):
            pickle.dumps(holder)
        with pytest.raises(TypeError, match="pickle"):
            deepcopy(holder)
