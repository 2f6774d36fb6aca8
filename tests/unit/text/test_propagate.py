"""A name accepted once is a name everywhere in the document."""

from __future__ import annotations

import pytest

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.lexicon import shipped
from harborward.text.passage import Passage
from harborward.text.propagate import Propagation, one_edit
from worlds.lexicon import Surface, shown


def _again(text: str, *names: str, label: Label = Label.NAME, score: float = 0.9) -> list[Surface]:
    """Return what is claimed after the first mention of each name was accepted."""
    accepted = []
    for name in names:
        start = text.index(name)
        accepted.append(Finding(Span(start, start + len(name)), label, score, "people.v1"))
    return shown(text, Propagation(shipped()).find(Passage(text), accepted))


def _names(text: str, *names: str) -> list[str]:
    found = _again(text, *names)
    assert {label for _, label in found} <= {"NAME"}
    return [surface for surface, _ in found]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        pytest.param("Ana Delgado. Then Delgado left.", "Ana Delgado", ["Delgado"], id="surname"),
        pytest.param("Delgado. He told Delgado's son.", "Delgado", ["Delgado"], id="possessive"),
        pytest.param("Seen: delgado. Dr. Delgado", "Delgado", ["delgado"], id="earlier-and-small"),
        pytest.param("Dr. Brown. He told Brown so.", "Brown", ["Brown"], id="word-inside"),
        pytest.param("Dr. Brown. A brown rash.", "Brown", [], id="word-in-small-letters"),
        pytest.param("Dr. Brown. Brown rash.", "Brown", ["Brown"], id="word-and-name-opens"),
        pytest.param("Dr. Zorva. Saw Zorva and zorva.", "Zorva", ["Zorva"], id="unlisted"),
        pytest.param("Dr. Pain. Pain is worse.", "Pain", [], id="clinical-word-opens"),
        pytest.param("Dr. Pain. He told Pain so.", "Pain", ["Pain"], id="clinical-word-inside"),
        pytest.param(
            "DR. BROWN SAW HIM TODAY\nTHE RASH IS BROWN AND DRY", "BROWN", ["BROWN"], id="capitals"
        ),
        pytest.param(
            "DR. PAIN SAW HIM TODAY\nTHE PAIN IS MUCH WORSE", "PAIN", [], id="capitals-word"
        ),
        pytest.param("Dr. Foley. A Foley catheter.", "Foley", [], id="eponym-with-noun"),
        pytest.param("Dr. Foley. He told Foley so.", "Foley", ["Foley"], id="eponym-alone"),
        pytest.param("Bo Li. Then Li and li.", "Bo Li", [], id="too-short"),
        pytest.param("Ana de Cruz Jr. He is Jr. de facto.", "Ana de Cruz Jr", [], id="particles"),
    ],
)
def test_parts_of_a_name(text: str, name: str, found: list[str]) -> None:
    """Each part of a name is claimed where it stands like one."""
    assert _names(text, name) == found


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        pytest.param("Dr. Okonkwo. Saw Okonkwp.", "Okonkwo", ["Okonkwp"], id="one-letter-wrong"),
        pytest.param("Dr. Okonkwo. saw okonkwp.", "Okonkwo", [], id="small-letters-in-cased"),
        pytest.param(
            "dr. okonkwo came. saw okonkwp today. he was well. she was too.",
            "okonkwo",
            ["okonkwp"],
            id="small-letters",
        ),
        pytest.param("Dr. Delgado. Saw Belgado.", "Delgado", [], id="first-letter-wrong"),
        pytest.param("Dr. Grene. Saw Green.", "Grene", [], id="word-of-the-language"),
        pytest.param("Dr. Ruiz. Saw Ruis.", "Ruiz", [], id="too-short-for-a-typo"),
        pytest.param("Dr. Okonkwo. Saw Oko.", "Okonkwo", [], id="far-off"),
    ],
)
def test_a_misspelt_name(text: str, name: str, found: list[str]) -> None:
    """A word one letter away from a name, and no word itself, is that name misspelt."""
    assert _names(text, name) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Rosa Quiroga. Login rquiroga.", ["rquiroga"], id="user-name"),
        pytest.param("Rosa Quiroga. Login rosaquiroga.", ["rosaquiroga"], id="both-names"),
        pytest.param("Rosa Quiroga. Seen, R.Q. today.", ["R.Q"], id="dotted"),
        pytest.param("Rosa Quiroga. Seen, R. Q. today.", ["R. Q"], id="dotted-and-spaced"),
        pytest.param("Rosa Quiroga. Seen, R Q today.", [], id="no-periods"),
        pytest.param("Rosa Quiroga. Seen, R.Q today.", [], id="one-period"),
        pytest.param("Rosa Quiroga. Seen, R.K. today.", [], id="other-initials"),
        pytest.param("Rosa Quiroga. Seen by R", [], id="one-letter"),
        pytest.param("Rosa Quiroga. Seen. RQ", ["RQ"], id="at-the-end"),
        pytest.param("Rosa Quiroga. Seen ab/RQ at noon.", ["RQ"], id="by-a-slash"),
        pytest.param("Rosa Quiroga. Done by RQ at noon.", ["RQ"], id="behind-by"),
        pytest.param("Rosa Quiroga. The RQ came at noon.", [], id="inside-a-sentence"),
        pytest.param("Rosa Quiroga. Seen. rq", [], id="small-letters"),
    ],
)
def test_what_is_built_from_a_full_name(text: str, found: list[str]) -> None:
    """User names, dotted initials, and initials where people sign, are claimed."""
    assert _names(text, "Rosa Quiroga") == found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("Ida Toth", "Ida Toth. Seen. IT", id="worq"),
        pytest.param("Tina Xu", "Tina Xu. Seen. TX", id="state"),
    ],
)
def test_initials_that_mean_something_else(name: str, text: str) -> None:
    """Initials that are a word, a state or the like sign nothing."""
    assert _names(text, name) == []


def test_initials_of_a_name_with_a_letter() -> None:
    """The middle initial counts: J. B. Okafor is JBO, and has no user name of its own."""
    text = "J. Okafor. Seen. JO and J.O. too"
    assert _names(text, "J. Okafor") == ["J.O"]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        pytest.param(
            "Mercy Hospital. To Mercy Hospital.", "Mercy Hospital", ["Mercy Hospital"], id="again"
        ),
        pytest.param("Zorvania. To Zorvania.", "Zorvania", [], id="one-unknown-word"),
        pytest.param("Okonkwo. To Okonkwo.", "Okonkwo", ["Okonkwo"], id="one-word-all-name"),
        pytest.param("Mercy House. To Mercy Houses.", "Mercy House", [], id="inside-a-word"),
        pytest.param("Mercy House. To _Mercy House.", "Mercy House", [], id="behind-an-underscore"),
    ],
)
def test_organisations_are_claimed_again(text: str, name: str, found: list[str]) -> None:
    """A house or place is claimed wherever it is written the same, standing apart."""
    assert _again(text, name, label=Label.ORG) == [(again, "ORG") for again in found]


@pytest.mark.parametrize("label", [Label.NAME, Label.ORG])
def test_a_weak_finding_does_not_speak_for_the_document(label: Label) -> None:
    """What was barely accepted is not claimed again."""
    assert _again("Mercy Delgado. To Mercy Delgado.", "Mercy Delgado", label=label, score=0.5) == []


def test_other_labels_are_not_claimed_again() -> None:
    """A date or number says nothing of the rest of the text."""
    assert _again("1/2/2020. On 1/2/2020.", "1/2/2020", label=Label.DATE) == []


def test_a_finding_without_words_is_passed_over() -> None:
    """A guest may claim a blank; nothing is made of it."""
    assert _again("a b c", " ", label=Label.LOCATION) == []


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        pytest.param("smith", "smyth", True, id="substitution"),
        pytest.param("smith", "smiths", True, id="insertion"),
        pytest.param("smith", "smih", True, id="deletion"),
        pytest.param("smith", "simth", True, id="swap"),
        pytest.param("smith", "smtih", True, id="later-swap"),
        pytest.param("smith", "smith", False, id="equal"),
        pytest.param("smith", "sm", False, id="too-short"),
        pytest.param("smith", "smyte", False, id="two-substitutions"),
        pytest.param("smith", "htims", False, id="other-order"),
        pytest.param("", "a", True, id="empty"),
    ],
)
def test_one_edit(left: str, right: str, *, one: bool) -> None:
    """One insertion, deletion, substitution or swap apart, in either order."""
    assert one_edit(left, right) is one
    assert one_edit(right, left) is one
