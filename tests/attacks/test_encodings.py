"""No encoding hides an identifier: the canonical form shows it, the engine finds it."""

from __future__ import annotations

import pytest

from attacks.encodings import ENCODINGS, Encoding, Score, attacks, covered, report
from attacks.engine import find_spans
from attacks.exemplars import EXEMPLARS
from harborward.domain.identifier import Identifier
from harborward.domain.span import Span
from harborward.text.canonical import canonicalise

by_name = pytest.mark.parametrize("encoding", ENCODINGS, ids=lambda encoding: encoding.name)


def test_every_identifier_of_the_rule_has_an_exemplar() -> None:
    """The eighteen paragraphs (A) to (R) are all attacked."""
    assert {exemplar.label.identifier for exemplar in EXEMPLARS} == set(Identifier)


def test_there_are_many_encodings_each_with_a_name_of_its_own() -> None:
    """At least sixty ways, none of them twice."""
    assert len({encoding.name for encoding in ENCODINGS}) == len(ENCODINGS) >= 60


@pytest.mark.parametrize("exemplar", EXEMPLARS, ids=lambda exemplar: exemplar.label.value)
def test_every_exemplar_is_found_as_it_stands(exemplar: tuple[str, ...]) -> None:
    """Without a disguise the value is covered; else the attacks would prove nothing."""
    _, before, value, after = exemplar
    held = {at for start, end, _ in find_spans(before + value + after) for at in range(start, end)}
    assert set(range(len(before), len(before) + len(value))) <= held


@by_name
def test_the_canonical_form_shows_what_was_encoded(encoding: Encoding) -> None:
    """The plain value stands in the canonical text and leads back to the whole disguise."""
    misses = []
    for attack in attacks(encoding):
        canonical = canonicalise(attack.text)
        at = canonical.text.find(attack.read)
        span = Span(at, at + len(attack.read)) if at >= 0 else None
        if span is None or canonical.origin(span) != Span(attack.start, attack.end):
            misses.append((attack.exemplar.label.value, attack.part, canonical.text))
    assert misses == []


@by_name
def test_the_canonical_form_of_an_attack_is_a_fixed_point(encoding: Encoding) -> None:
    """Nothing is left to undo."""
    forms = [canonicalise(attack.text).text for attack in attacks(encoding)]
    assert [canonicalise(form).text for form in forms] == forms


@by_name
def test_the_engine_finds_what_was_encoded(encoding: Encoding) -> None:
    """Findings cover every character of the disguise."""
    tried = list(attacks(encoding))
    misses = [
        (attack.exemplar.label.value, attack.part)
        for attack in tried
        if not covered(find_spans(attack.text), attack)
    ]
    assert tried
    assert misses == []


def test_the_report_counts_what_a_finder_covers() -> None:
    """A finder that claims the whole text scores full marks, a blind one none."""
    everything = report(lambda text: [(0, len(text), "ALL")])
    nothing = report(lambda _: [])
    assert all(score.found == score.total > 0 for score in everything.values())
    assert nothing["base64"] == Score(0, everything["base64"].total)
