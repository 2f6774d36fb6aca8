"""Laws of replacement that hold for every text, every finding and every policy."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from harborward.domain.crosswalk import Crosswalk
from harborward.domain.identifier import Label
from harborward.domain.phi import Phi
from harborward.domain.policy import Operator, Policy, Regime
from harborward.domain.span import Finding, Span
from harborward.text import policies
from harborward.text.passage import Passage
from harborward.text.replace import PLACEHOLDER, replace
from harborward.text.restore import restore, restore_text
from harborward.text.rule_detector import RuleDetector
from harborward.text.rules import shipped
from harborward.text.surrogates import Surrogates
from harborward.text.surrogates.shape import normal
from harborward.text.verify import scan
from worlds.draws import SeededDraws

#: Letters of many kinds, what placeholders are made of, and what breaks words.
ALPHABET = "aZé\u00df\u0130\u200b\U0001f600 -1290/.,'\n[NAME-1]@"
TEXTS = st.one_of(
    st.text(ALPHABET, max_size=80),
    st.lists(
        st.sampled_from(
            [
                "John Smith",
                "SMITH, JOHN",
                "94-year-old",
                "3/14/2021",
                "[NAME-1]",
                "[DATE]",
                " ",
                "\n",
                "Boston, MA 02115",
                "(212) 555-0143",
                "078-05-1120",
                "a.b@c.org",
                "\u0130rem",
                ", ",
            ]
        ),
        max_size=12,
    ).map("".join),
)
LABELS = list(Label)


def full(operators: dict[Label, Operator]) -> Policy:
    """Return a policy for a determination, which allows every operator."""
    every = dict.fromkeys(Label, Operator.REDACT) | operators
    return Policy("law", Regime.EXPERT_DETERMINATION, "", every)


POLICIES = [
    *(policies.load(name) for name in policies.shipped()),
    full({Label.DATE: Operator.KEEP, Label.NAME: Operator.KEEP, Label.LOCATION: Operator.TOWN}),
]


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, list[Finding]]:
    """Draw a text and findings within it, overlapping or not."""
    text = draw(TEXTS)
    findings: list[Finding] = []
    if text:
        for _ in range(draw(st.integers(0, 6))):
            start = draw(st.integers(0, len(text) - 1))
            end = draw(st.integers(start + 1, len(text)))
            score = draw(st.sampled_from([0.2, 0.6, 0.9]))
            label = draw(st.sampled_from(LABELS))
            findings.append(Finding(Span(start, end), label, score, "law.v1"))
    return text, findings


@settings(deadline=None)
@given(cases(), st.sampled_from(POLICIES), st.integers(0, 9))
def test_restore_undoes_replace(case: tuple[str, list[Finding]], under: Policy, seed: int) -> None:
    """``restore(replace(x)) == x`` exactly, under every operator."""
    text, findings = case
    masked = replace(Phi(text), findings, under, Crosswalk(), SeededDraws(seed))
    assert restore(masked) == Phi(text)


@settings(deadline=None)
@given(cases(), st.sampled_from(POLICIES))
def test_spans_reconstruct_source_and_target(
    case: tuple[str, list[Finding]], under: Policy
) -> None:
    """Between replacements, source and output are the same text."""
    text, findings = case
    masked = replace(Phi(text), findings, under, Crosswalk(), SeededDraws())
    output = masked.text.reveal()
    sources = [(0, 0), *((r.source.start, r.source.end) for r in masked.replacements)]
    targets = [(0, 0), *((r.target.start, r.target.end) for r in masked.replacements if r.target)]
    sources.append((len(text), len(text)))
    targets.append((len(output), len(output)))
    between = [text[a[1] : b[0]] for a, b in pairwise(sources)]
    assert between == [output[a[1] : b[0]] for a, b in pairwise(targets)]


@settings(deadline=None)
@given(cases(), st.sampled_from(POLICIES))
def test_every_accepted_letter_is_within_a_replacement(
    case: tuple[str, list[Finding]], under: Policy
) -> None:
    """No character a finding covers is left, but for separators and placeholders."""
    text, findings = case
    masked = replace(Phi(text), findings, under, Crosswalk(), SeededDraws())
    covered = {
        at
        for finding in findings
        if finding.score >= under.threshold
        for at in range(finding.span.start, finding.span.end)
        if text[at].isalnum()
    }
    for match in PLACEHOLDER.finditer(text):
        covered -= set(range(*match.span()))
    replaced = {at for r in masked.replacements for at in range(r.source.start, r.source.end)}
    assert covered <= replaced


@settings(deadline=None)
@given(st.lists(st.sampled_from(LABELS), max_size=6), st.sampled_from(["", "-3"]), st.data())
def test_a_text_of_placeholders_is_left_unchanged(
    labels: list[Label],
    suffix: str,
    data: st.DataObject,
) -> None:
    """Whatever a detector says of it."""
    text = " and ".join(f"[{label.value}{suffix}]" for label in labels)
    spans = [match.span() for match in PLACEHOLDER.finditer(text)]
    findings = [
        Finding(Span(start, end), data.draw(st.sampled_from(LABELS)), 0.9, "law.v1")
        for start, end in spans
    ]
    masked = replace(Phi(text), findings, POLICIES[0], Crosswalk(), SeededDraws())
    assert masked.text == Phi(text)


@settings(deadline=None)
@given(cases())
def test_redacting_twice_changes_nothing(case: tuple[str, list[Finding]]) -> None:
    """The second run, with the findings of a detector that sees placeholders, is idle."""
    text, findings = case
    strict = policies.load("strict-mask")
    first = replace(Phi(text), findings, strict, Crosswalk(), SeededDraws())
    again = [
        Finding(r.target, r.label, 0.9, "law.v1")
        for r in first.replacements
        if r.target is not None
    ]
    assert replace(first.text, again, strict, Crosswalk(), SeededDraws()).text == first.text


NAMES = st.sampled_from(
    ["John Smith", "JOHN SMITH", "Smith", "J. Smith", "Rosa Diaz", "Diaz", "Lee, Ann"]
)
NUMBERS = st.from_regex(r"[0-9]{3}-[0-9]{3}-[0-9]{4}", fullmatch=True)


@settings(deadline=None)
@given(
    st.lists(
        st.one_of(
            NAMES.map(lambda s: (Label.NAME, s)),
            NUMBERS.map(lambda s: (Label.MRN, s)),
            NUMBERS.map(lambda s: (Label.PHONE, s)),
        ),
        max_size=12,
    ),
    st.integers(0, 99),
)
def test_one_value_one_surrogate(values: list[tuple[Label, str]], seed: int) -> None:
    """The same value gets the same surrogate, and two values never share one."""
    those = Surrogates(Crosswalk(), SeededDraws(seed))
    those.reserve_all(values)
    shown: dict[tuple[Label, str], str] = {}
    for label, surface in [*values, *values]:
        stand_in = normal(label, those.stand_in(label, surface))
        assert shown.setdefault((label, normal(label, surface)), stand_in) == stand_in
    assert len(set(shown.values())) == len(shown)
    assert not set(shown.values()) & {key[1] for key in shown}


@settings(deadline=None)
@given(
    st.lists(NAMES, min_size=1, max_size=6),
    st.sampled_from(["safe-harbor-tag", "safe-harbor-surrogate"]),
    st.integers(0, 99),
)
def test_an_answer_in_surrogates_comes_back(names: list[str], under: str, seed: int) -> None:
    """Up to case and space, a masked text is restored from its words alone."""
    text = "; ".join(names)
    crosswalk, at, findings = Crosswalk(), 0, []
    for name in names:
        findings.append(Finding(Span(at, at + len(name)), Label.NAME, 0.9, "law.v1"))
        at += len(name) + 2
    masked = replace(Phi(text), findings, policies.load(under), crosswalk, SeededDraws(seed))
    assert restore_text(masked.text, crosswalk).reveal().lower() == text.lower()


@settings(deadline=None)
@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2023, 12, 31)),
    st.integers(0, 400),
    st.integers(0, 99),
)
def test_a_shift_keeps_intervals(first: date, days: int, seed: int) -> None:
    """All dates of a person move by the same number of days, and do move."""
    second = first + timedelta(days=days)
    text = f"{first.isoformat()} {second.isoformat()}"
    findings = [Finding(Span(at, at + 10), Label.DATE, 0.9, "law.v1") for at in (0, 11)]
    under = policies.load("research-dates-shifted")
    masked = replace(Phi(text), findings, under, Crosswalk(), SeededDraws(seed), person="p")
    moved = [date.fromisoformat(word) for word in masked.text.reveal().split()]
    assert (moved[1] - moved[0]).days == days
    assert 1 <= abs((moved[0] - first).days) <= under.shift_days


PIECES = st.sampled_from(
    [
        "MRN: 00483917",
        "DOB: 04/17/1951",
        "SSN 078-05-1120",
        "Tel (912) 555-0143",
        "r.diaz@example.org",
        "https://portal.example.org/p/77",
        "Acct # 55120-993",
        "seen 11/02/2024",
        "from 203.0.113.77",
        "BP 120/80",
        "SpO2 94%",
        "torsemide 40 mg",
        "LVEF 25-30%",
        "CURB-65 score 3",
    ]
)
RULES = RuleDetector(shipped())


@settings(deadline=None)
@given(st.lists(PIECES, max_size=8).map("; the patient says: ".join))
def test_redacted_text_has_no_finding_but_its_placeholders(text: str) -> None:
    """Looking again at the output finds nothing new."""
    strict = policies.load("strict-mask")
    masked = replace(Phi(text), RULES.find(Passage(text)), strict, Crosswalk(), SeededDraws())
    output = masked.text.reveal()
    again = [f for f in RULES.find(Passage(output)) if f.score >= strict.threshold]
    second = replace(masked.text, again, strict, Crosswalk(), SeededDraws())
    assert second.text == masked.text


@settings(deadline=None)
@given(st.lists(PIECES, max_size=8).map("; the patient says: ".join))
def test_what_the_rules_miss_no_more_the_scan_passes(text: str) -> None:
    """The independent scan agrees that nothing is left."""
    strict = policies.load("strict-mask")
    masked = replace(Phi(text), RULES.find(Passage(text)), strict, Crosswalk(), SeededDraws())
    assert scan(masked, strict) == ()
