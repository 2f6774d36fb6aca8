"""The pipeline for prose: who is asked, in which order, and what an error may say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from harborward.domain.crosswalk import Crosswalk
from harborward.domain.errors import DetectorError, ResidualError, UsageError
from harborward.domain.identifier import Label
from harborward.domain.phi import Phi
from harborward.domain.policy import Operator
from harborward.domain.span import Finding, Span
from harborward.text.engine import TextEngine
from harborward.text.fuse import THRESHOLD, Fusion
from harborward.text.known import Known
from harborward.text.ocr import Scans
from worlds.draws import SeededDraws
from worlds.lexicon import Surface, shown, tiny
from worlds.notes import policy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harborward.text.detector import Detector, Follower, Reader
    from harborward.text.passage import Passage


class Words:
    """A detector of one word, with a score of its own."""

    def __init__(self, word: str, label: Label = Label.NAME, score: float = 0.95) -> None:
        """Look for ``word``."""
        self.word, self.label, self.score = word, label, score
        self.name = f"{word.lower()}.v1"

    def find(self, passage: Passage) -> list[Finding]:
        """Claim the first mention."""
        start = passage.text.find(self.word)
        if start < 0:
            return []
        return [Finding(Span(start, start + len(self.word)), self.label, self.score, self.name)]


class Many(Words):
    """A detector that reads many passages at once."""

    def find(self, passage: Passage) -> list[Finding]:
        """Refuse to be asked one by one."""
        msg = f"asked on {passage!r} alone"
        raise AssertionError(msg)

    def find_many(self, passages: Sequence[Passage]) -> list[list[Finding]]:
        """Claim the first mention in each."""
        return [super(Many, self).find(passage) for passage in passages]


class Model:
    """A model that claims a word, and doubts all else."""

    name = "model.v1"
    claims: tuple[Finding, ...] = ()

    def read_many(self, passages: Sequence[Passage]) -> list[Opinion]:
        """Return an opinion on each."""
        return [Opinion(Words("Delgado").find(passage)) for passage in passages]


class Opinion:
    """What the model makes of a passage."""

    def __init__(self, claims: Sequence[Finding]) -> None:
        """Keep the claims."""
        self.claims = claims

    def chance(self, _span: Span) -> float:
        """Doubt whatever it is."""
        return 0.0


class Broken:
    """A detector that fails, and quotes the text as it does."""

    name = "broken.v1"

    def find(self, passage: Passage) -> list[Finding]:
        """Raise with the text in the message."""
        raise RuntimeError(passage.text)


class Behind:
    """A follower that claims a word, if another was accepted before it was asked."""

    def __init__(self, word: str, after: str) -> None:
        """Look for ``word`` once ``after`` was accepted."""
        self.word, self.after = word, after
        self.name = f"behind-{word.lower()}.v1"

    def find(self, passage: Passage, accepted: Sequence[Finding]) -> list[Finding]:
        """Claim the word behind an accepted one."""
        texts = [passage.text[f.span.start : f.span.end] for f in accepted]
        return Words(self.word).find(passage) if self.after in texts else []


def _engine(
    *detectors: Detector,
    followers: Sequence[Follower] = (),
    model: Reader | None = None,
    as_of: int | None = None,
) -> TextEngine:
    words = tiny(words={"the": 1, "seen": 1, "follow": 1, "will": 1})
    return TextEngine(
        detectors,
        followers,
        Fusion(words),
        Scans(words),
        SeededDraws(),
        tier="rules",
        model=model,
        content="abc",
        as_of=as_of,
    )


def _found(
    engine: TextEngine, text: str, known: Known | None = None, threshold: float = THRESHOLD
) -> list[Surface]:
    return shown(text, engine.find(Phi(text), known, threshold=threshold))


def test_nothing_is_not_yes() -> None:
    """An engine without detectors is refused; it would call every text clean."""
    with pytest.raises(UsageError, match="without detectors"):
        _engine()


def test_each_detector_is_asked() -> None:
    """The claims of all detectors stand side by side, in order of position."""
    engine = _engine(Words("Duluth", Label.LOCATION), Words("Rosa"))
    assert _found(engine, "Rosa is in Duluth") == [("Rosa", "NAME"), ("Duluth", "LOCATION")]


def test_a_text_without_identifiers_has_no_findings() -> None:
    """An empty answer of every detector is an empty answer."""
    assert _found(_engine(Words("Rosa")), "") == []


def test_many_texts_are_answered_as_one_by_one() -> None:
    """By detectors that read many at once, and by others, followers included."""
    texts = ["Rosa is in Duluth", "", "ｒosa", "Duluth: Rosa D\u200belgado"]
    engines = [
        _engine(
            kind("Rosa"), Words("Duluth", Label.LOCATION), followers=[Behind("Delgado", "Rosa")]
        )
        for kind in (Words, Many)
    ]
    alone = [engines[0].find(Phi(text)) for text in texts]
    assert alone[3][-1].span == Span(13, 21)
    for engine in engines:
        assert engine.find_many([Phi(text) for text in texts]) == alone


def test_a_model_claims_and_weighs() -> None:
    """A weak claim of the lists falls, a strong one stands, and so do its own claims."""
    weak, strong = Words("Rosa", score=0.6), Words("Duluth", Label.LOCATION)
    weak.name = "people.v1"
    engine = _engine(weak, strong, model=Model())
    assert _found(engine, "Rosa Delgado, Duluth") == [("Delgado", "NAME"), ("Duluth", "LOCATION")]
    assert engine.detectors == ("people.v1", "duluth.v1", "model.v1")


def test_a_model_alone_is_an_engine() -> None:
    """It need not have other detectors."""
    assert _found(_engine(model=Model()), "Rosa Delgado") == [("Delgado", "NAME")]


def test_a_model_that_fails_withholds_the_document() -> None:
    """As a detector does."""

    class Failing(Model):
        def read_many(self, passages: Sequence[Passage]) -> list[Opinion]:
            raise RuntimeError(passages[0].text)

    with pytest.raises(DetectorError, match=r"model\.v1 failed with RuntimeError"):
        _found(_engine(Words("Rosa"), model=Failing()), "Rosa")


def test_a_detector_that_fails_on_one_of_many_withholds_all() -> None:
    """There is no telling which."""
    with pytest.raises(DetectorError, match=r"broken\.v1"):
        _engine(Broken()).find_many([Phi("Rosa")])


def test_a_failing_detector_withholds_the_document() -> None:
    """What a detector raises becomes an error that names it and quotes nothing."""
    with pytest.raises(DetectorError) as caught:
        _found(_engine(Words("Rosa"), Broken()), "Rosa Delgado was seen")
    assert "broken.v1 failed with RuntimeError" in str(caught.value)
    assert "Rosa" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_failing_follower_withholds_the_document() -> None:
    """What a follower raises quotes nothing either."""

    class Quoting(Behind):
        def find(self, passage: Passage, accepted: Sequence[Finding]) -> list[Finding]:
            raise KeyError(passage.text, accepted)

    with pytest.raises(DetectorError) as caught:
        _found(_engine(Words("Rosa"), followers=[Quoting("Reed", after="Rosa")]), "Rosa, Reed")
    assert "behind-reed.v1 failed with KeyError" in str(caught.value)
    assert "Rosa" not in str(caught.value)


def test_followers_run_in_order() -> None:
    """Each follower sees what was accepted before it, by the follower before it too."""
    first, second = Behind("Reed", after="Rosa"), Behind("Kim", after="Reed")
    text = "Rosa, Reed, Kim"
    names = [("Rosa", "NAME"), ("Reed", "NAME"), ("Kim", "NAME")]
    assert _found(_engine(Words("Rosa"), followers=[first, second]), text) == names
    assert _found(_engine(Words("Rosa"), followers=[second, first]), text) == names[:2]


def test_a_claim_below_the_threshold_falls() -> None:
    """A weak claim stands only where the caller asks for less."""
    engine = _engine(Words("Rosa", score=0.3))
    assert _found(engine, "Rosa") == []
    assert _found(engine, "Rosa", threshold=0.2) == [("Rosa", "NAME")]


def test_spans_lead_back_to_the_original() -> None:
    """What an escape spells is found, and the span covers the escape."""
    text = "Seen: R&#111;sa today"
    assert _found(_engine(Words("Rosa")), text) == [("R&#111;sa", "NAME")]


def test_a_scanned_page_is_repaired_first() -> None:
    """Figures misread for letters hide no name."""
    text = "5een wil1 fol1ow Delgad0"
    engine = _engine(Words("Delgado"))
    assert _found(engine, text) == [("Delgad0", "NAME")]


def test_placeholders_are_mute() -> None:
    """A placeholder of an earlier run is not read, so nothing in it is found."""
    assert _found(_engine(Words("NAME")), "[NAME] was seen, [NAME-1] too") == []


def test_what_is_known_is_found() -> None:
    """The registration record finds what no detector does."""
    known = Known((Phi("Ottoline"),))
    assert _found(_engine(Words("Rosa")), "Ottoline", known) == [("Ottoline", "NAME")]


def test_it_says_who_works_in_it() -> None:
    """Names and versions of detectors and followers are told, detectors first."""
    engine = _engine(Words("Rosa"), followers=[Behind("Reed", after="Rosa")])
    assert engine.detectors == ("rosa.v1", "behind-reed.v1")
    assert engine.tier == "rules"


def test_the_digest_names_the_detectors() -> None:
    """The same parts in any order give the same digest; other parts another."""
    one, two, three = (_engine(*map(Words, words)) for words in ("AB", "BA", "AC"))
    assert one.digest == two.digest
    assert one.digest != three.digest


def test_deidentify_replaces_and_verifies() -> None:
    """The output holds no name; the account says what was replaced."""
    released = _engine(Words("Rosa")).deidentify(Phi("Rosa was seen"), policy(), Crosswalk())
    assert released.text == "[NAME] was seen"


def test_deidentify_takes_what_is_known() -> None:
    """What the caller knows is replaced like anything found."""
    known = Known((Phi("Ottoline"),))
    engine = _engine(Words("Rosa"))
    released = engine.deidentify(Phi("Ottoline was seen"), policy(), Crosswalk(), known=known)
    assert released.text == "[NAME] was seen"


@pytest.mark.parametrize(
    ("threshold", "output"),
    [
        pytest.param(0.2, "[NAME] was seen", id="lower-counts"),
        pytest.param(0.4, "Rosa was seen", id="lower-but-not-enough"),
    ],
)
def test_a_policy_may_lower_the_threshold(threshold: float, output: str) -> None:
    """A policy may ask for weaker claims than usual; others stay as they were."""
    under = replace(policy(), threshold=threshold)
    weak = 0.3
    released = _engine(Words("Rosa", score=weak)).deidentify(
        Phi("Rosa was seen"), under, Crosswalk()
    )
    assert released.text == output


def test_a_residual_withholds_the_document() -> None:
    """A name that one mention gave away and another kept is not released."""
    with pytest.raises(ResidualError):
        _engine(Words("Ottoline")).deidentify(
            Phi("Ottoline came. Later Ottoline left."), policy(), Crosswalk()
        )


def test_the_shift_is_kept_per_person() -> None:
    """The same person's dates move by the same number of days in every document."""
    engine = _engine(Words("3/14/2021", Label.DATE))
    under, walk = policy(DATE=Operator.SHIFT), Crosswalk()
    text = Phi("Seen 3/14/2021")
    first, second = (engine.deidentify(text, under, walk, person="a").text for _ in "12")
    assert first == second != text.reveal()


def test_the_year_of_reading_decides_on_a_birth_year() -> None:
    """A birth year over 89 years before ``as_of`` is generalised, a later one stands."""
    text = Phi("Born 1930")
    under = policy(DATE=Operator.YEAR)

    def output(as_of: int) -> str:
        engine = _engine(Words("1930", Label.DATE), as_of=as_of)
        return engine.deidentify(text, under, Crosswalk()).text

    assert output(1990) == "Born 1930"
    assert "1930" not in output(2026)
