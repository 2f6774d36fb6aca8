"""The corpus comes out the same for the same seed, with its marks where they belong."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from training.corpus import build, carriers, lists, markup, noise
from training.corpus.document import Document, assemble
from training.corpus.fill import IGNORED, Piece, World

from harborward.domain.identifier import Label
from harborward.text.lexicon import zip_states

TEMPLATES = Path(__file__).parents[3] / "training" / "templates"
SHIPPED = [t for path in sorted(TEMPLATES.glob("*.txt")) for t in markup.read(path)]


def world(seed: int = 1, split: str = "train") -> World:
    """Return a world with nobody in it yet."""
    return World(random.Random(seed), lists.lists(split))


def filled(text: str, seed: int = 1) -> list[Piece]:
    """Return the pieces of a template's text."""
    template = markup.Template("notes", "one", markup.parse(text, "here"))
    return world(seed).fill(template)


def surfaces(document: Document) -> list[tuple[str, str]]:
    """Return what is marked, with its label."""
    return [(document.text[a:b], label) for a, b, label in document.spans]


# -- templates ---------------------------------------------------------------------------


def test_there_are_templates_by_the_hundred() -> None:
    """And every kind of slot is met."""
    assert len([t for t in SHIPPED if not t.genre.startswith("sentences")]) > 1000
    met = {part.kind for t in SHIPPED for part in t.parts if isinstance(part, markup.Slot)}
    assert met == set(markup.LABELS)


def test_every_label_is_taught() -> None:
    """By some slot."""
    assert {label for label in markup.LABELS.values() if label} == {label.value for label in Label}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{{nobody}}", "unknown kind"),
        ("{{date|someday}}", "unknown option"),
        ("{{n|many}}", "low-high"),
        ("{{one|alone}}", "nothing to choose"),
        ("{{name", "broken slot"),
        ("{{name:a b}}", "broken slot"),
    ],
)
def test_a_slot_that_cannot_be_read_is_refused(text: str, complaint: str) -> None:
    """With the place and the reason."""
    with pytest.raises(markup.TemplateError, match=f"here: .*{complaint}"):
        markup.parse(text, "here")


def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """It would fall into one split twice."""
    path = tmp_path / "notes.txt"
    path.write_text("%% a\nx\n%% a\ny\n")
    with pytest.raises(markup.TemplateError, match="twice"):
        markup.read(path)


# -- filling -----------------------------------------------------------------------------


@pytest.mark.parametrize("genre", sorted({template.genre for template in SHIPPED}))
def test_every_template_fills(genre: str) -> None:
    """No slot is left, and each marked slot gives text."""
    for template in (t for t in SHIPPED if t.genre == genre):
        pieces = world(7).fill(template)
        assert not any("{{" in piece.text for piece in pieces), template.name
        assert all(piece.text.strip() for piece in pieces if piece.label), template.name


def test_the_same_key_gives_the_same_value() -> None:
    """And another key another one; dates are new each time."""
    text = "{{last:a}}|{{last:a}}|{{last:b}}|{{mrn}}|{{mrn}}|{{date|iso}}|{{date|iso}}"
    values = [piece.text for piece in filled(text) if piece.text != "|"]
    assert values[0] == values[1] != values[2]
    assert values[3] == values[4]
    assert values[5] != values[6]


def test_the_short_form_belongs_to_its_institution() -> None:
    """Part of it, or its initials."""
    for seed in range(20):
        name, _, short = (p.text for p in filled("{{hospital}}|{{hospital|short}}", seed))
        letters = "".join(word[0] for word in name.split() if word[0].isalpha())
        assert short in name or set(short) <= set(letters.upper())


def test_an_address_is_marked_in_its_parts() -> None:
    """The state stays free."""
    for seed in range(20):
        marked = [p.label for p in filled("{{address}}", seed) if p.label]
        assert marked in (["LOCATION"] * 3, ["LOCATION"] * 2)


def test_words_follow_the_gender_of_the_role() -> None:
    """A mother is a woman."""
    assert [p.text for p in filled("{{he:mother}} {{M:father2}}")] == ["she", " ", "M"]


@pytest.mark.parametrize("seed", range(12))
def test_spouses_are_of_the_other_sex(seed: int) -> None:
    """As the word that is printed before their names says."""
    made = world(seed)
    made.fill(markup.Template("notes", "one", markup.parse("{{spouse}} {{first:spouse}}", "here")))
    assert made.person("spouse").woman != made.person("patient").woman


@pytest.mark.parametrize("seed", range(12))
def test_a_zip_code_lies_in_the_state_before_it(seed: int) -> None:
    """An address that does not fit would teach that states are unusual."""
    pieces = filled("{{city}}, {{state|code}} {{zip}}", seed)
    state, zip_code = pieces[2].text, pieces[4].text
    assert zip_states()[zip_code[:3]] == state


@pytest.mark.parametrize("seed", range(12))
def test_a_name_can_be_spelled(seed: int) -> None:
    """Letter by letter, and nothing else."""
    (whole,), (letters,) = filled("{{last:a}}", seed), filled("{{last:a|spelled}}", seed)
    assert whole.label == letters.label == "NAME"
    spelled = [c for c in letters.text if c.isalpha()]
    assert len(letters.text) > len(spelled)
    assert "".join(spelled).lower() == "".join(c for c in whole.text if c.isalpha()).lower()


@pytest.mark.parametrize(
    ("fixed", "value"),
    [
        pytest.param("SEEN BY THE NURSE ", "ADA", id="capitals"),
        pytest.param("seen by the nurse ", "ada", id="small"),
        pytest.param("Seen by the nurse and by nobody else, as it turned out ", "Ada", id="mixed"),
        pytest.param("seen ", "Ada", id="too-little-to-tell"),
    ],
)
def test_values_follow_the_case_of_the_text(fixed: str, value: str) -> None:
    """Mostly: forms filled by machine do not."""
    pieces = [Piece(fixed, None), Piece("Ada", "NAME")]
    found = {noise.follow_case(random.Random(n), pieces)[1].text for n in range(30)}
    assert found == {"Ada", value}


def test_amounts_can_be_reduced() -> None:
    """To a share of each kind, and never to none."""
    assert build.Amounts(40, 9, 30_000).times(0.02) == build.Amounts(1, 1, 600)


def test_only_training_has_more_hard_names_than_others() -> None:
    """What is measured keeps the names of the world."""
    assert lists.lists("train").hard > 0
    assert lists.lists("dev").hard == lists.lists("test").hard == 0


def test_now_and_then_somebody_is_over_89() -> None:
    """And is marked."""
    ages = [filled("{{age}}", seed)[0] for seed in range(300)]
    old = [piece for piece in ages if int(piece.text) > 89]
    assert 5 < len(old) < 60
    assert {piece.label for piece in old} == {"AGE>89"}
    assert {piece.label for piece in ages if piece not in old} == {None}


# -- noise -------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(60))
def test_noise_keeps_the_marks_in_place(seed: int) -> None:
    """Each mark covers what its piece became."""
    rng = random.Random(seed)
    pieces, way = noise.spoil(rng, filled("{{name}} of {{city}},\nMRN {{mrn}}: {{date}}.", seed))
    assert way in noise.WAYS
    document = assemble("one", pieces, ())
    assert surfaces(document) == [(p.text.strip(), p.label) for p in pieces if p.label]


# -- splits and carriers -----------------------------------------------------------------


def test_no_name_is_in_two_splits() -> None:
    """Nor a town, nor a chain."""
    held = [lists.lists(split) for split in lists.SPLITS]
    for kind in ("surnames", "women", "men", "cities"):
        train, dev, test = (set(getattr(each, kind).items) for each in held)
        assert not train & dev
        assert not train & test
        assert not dev & test
        assert len(train) > 5 * len(test)
    for kind, names in held[0].chains.items():
        others = {*held[1].chains[kind], *held[2].chains[kind]}
        assert not others & set(names)


def test_identifiers_are_planted_in_a_report_and_doubtful_words_stay_open() -> None:
    """What may be somebody's in the natural text is neither right nor wrong."""
    text = (
        "The patient is a 61-year-old man. The patient was seen by Dr. X last week. He lives "
        "alone. His wife called. Smith retractor. The patient denies pain.\n"
    ) * 6
    start = text.index("Smith")
    carrier = carriers.Carrier("r", text, ((start, start + 5),))
    sentences = [markup.Template("sentences", "s", markup.parse("Seen {{date}}.", "s"))]
    pieces = carriers.planted(random.Random(3), carrier, world(), sentences, None)
    document = assemble("r", pieces, ())
    labels = {label for _, _, label in document.spans}
    assert {"NAME", "DATE", IGNORED} <= labels
    assert ("Smith", IGNORED) in surfaces(document)


def sets(folder: Path) -> Path:
    """Write little sets in the place of the development data, and return their folder."""
    reports = [{"id": f"r{n}", "text": f"The patient is well. Visit {n}."} for n in range(30)]
    post = {"id": "p", "text": "Ada was in Rome", "spans": [{"start": 0, "end": 3, "label": "PER"}]}
    synth = [
        {
            "id": f"s{n}",
            "text": "I am Ada",
            "spans": [{"start": 5, "end": 8, "label": "PERSON"}],
            "meta": {"template_id": n},
        }
        for n in range(30)
    ]
    for name, records in {
        "mtsamples/dev_unlabelled.jsonl": reports,
        "mts_dialog/sections_unlabelled.jsonl": reports,
        "presidio_synth/gold.jsonl": synth,
        "wnut17/gold_train.jsonl": [post],
        "wnut17/gold_dev.jsonl": [post],
        "btc/gold.jsonl": [post],
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return folder


def test_the_same_seed_gives_the_same_corpus(tmp_path: Path) -> None:
    """And the splits share no document."""
    data = sets(tmp_path / "data")
    amounts = build.Amounts(template=1, carrier=2, sentences=5)
    first, again, other = (
        list(build.build(seed, "test", TEMPLATES, data, amounts)) for seed in (1, 1, 2)
    )
    assert first == again
    assert [d.text for d in first] != [d.text for d in other]
    path = tmp_path / "out.jsonl"
    assert build.write(iter(first), path) == len(first)
    assert [json.loads(line)["text"] for line in path.read_text().splitlines()] == [
        d.text for d in first
    ]
    dev = build.build(1, "dev", TEMPLATES, data, amounts)
    assert not {d.id for d in first} & {d.id for d in dev if "sentences" not in d.slices}
