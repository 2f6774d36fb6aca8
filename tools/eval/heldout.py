"""The held-back split of the training corpus: templates, carriers and names never trained on.

Three engines are measured on it: the rules tier, the trained model alone, and the full
tier; and the slices where a model is usually worse than it looks.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tools.eval.sets import marks
from training.corpus import natural
from training.corpus.build import AMOUNTS, TEMPLATES, build
from training.corpus.fill import IGNORED

from harborward import bootstrap
from harborward.domain.identifier import Label
from harborward.domain.phi import Phi
from harborward.services.counting import Mark
from harborward.services.score import Document, Score, score
from harborward.settings import Settings, Tier
from harborward.text import lexicon
from harborward.text.draws import SystemDraws
from harborward.text.engine import TextEngine
from harborward.text.fuse import Fusion
from harborward.text.model import store
from harborward.text.ocr import Scans

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from training.corpus.document import Document as Made

    from harborward.services.seam import Engine

SEED: Final = 1
PLAIN: Final = "plain"
#: The slices that must not fall far behind the whole.
CASES: Final = ("lower", "upper", "typos")
WORDY, RARE = "names that are words", "names on no list"
_COMMON: Final = 2
_EVERY: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class HeldOut:
    """The documents of the test split, and what each is an example of."""

    documents: tuple[Document, ...]
    slices: dict[str, frozenset[str]]

    def of(self, name: str) -> list[Document]:
        """Return the documents of a slice."""
        return [d for d in self.documents if name in self.slices[d.identity]]


def held_out(data: Path) -> HeldOut:
    """Build the test split as ``training.prepare`` does."""
    return _held(list(build(SEED, "test", TEMPLATES, data, AMOUNTS["test"])))


def unseen_sentences(data: Path) -> HeldOut:
    """Return presidio-research's sentences of templates that were not trained on."""
    paths = sorted((data / "presidio_synth").glob("*.jsonl"))
    return _held([d for path in paths for d in natural.synthetic(path, "test")])


def posts(data: Path) -> HeldOut:
    """Return the posts of WNUT-17's test, persons alone."""
    made = natural.posts(data / "wnut17" / "gold_test.jsonl", "wnut17")
    return _held(made, only={Label.NAME.value})


def _held(made: Sequence[Made], only: set[str] | None = None) -> HeldOut:
    documents, slices = [], {}
    for number, one in enumerate(made):
        identity = f"{number}-{one.id}"
        found = [
            Mark(a, b, None if label == IGNORED or (only and label not in only) else label)
            for a, b, label in one.spans
        ]
        documents.append(Document(identity, Phi(one.text), tuple(found)))
        slices[identity] = frozenset(one.slices)
    return HeldOut(tuple(documents), slices)


def engines() -> dict[str, Engine]:
    """Return the engines that are compared."""
    words = lexicon.shipped()
    alone = TextEngine(
        *([], [], Fusion(words), Scans(words), SystemDraws()),
        tier="model",
        model=store.shipped(words),
    )
    rules, full = (bootstrap.engine(Settings(tier=tier)) for tier in (Tier.RULES, Tier.FULL))
    return {"rules": rules, "model": alone, "full": full}


def measure(engine: Engine, documents: Sequence[Document], resamples: int) -> Score:
    """Return the scores of an engine on documents.

    Raises:
        DetectorError: a detector failed.
    """
    found = {document.identity: marks(engine, document) for document in documents}
    return score(documents, found, resamples=resamples, show=_EVERY)


def recall(one: Score, labels: Sequence[Label]) -> float | None:
    """Return the share of spans of some labels that are fully covered."""
    wanted = {label.value for label in labels}
    gold = sum(each.gold for each in one.classes if each.label in wanted)
    missed = sum(miss.label in wanted for miss in one.misses)
    return (gold - missed) / gold if gold else None


def plain_reports(data: Path) -> list[tuple[str, str]]:
    """Return the held-back reports of mtsamples as they are, by id."""
    path = data / "mtsamples" / "dev_unlabelled.jsonl"
    return [(one.id, one.text) for one in natural.carriers(path, "test", lambda _: [])]


@dataclass(frozen=True, slots=True)
class Slice:
    """Recall of a part, beside the recall of the whole that it belongs to."""

    name: str
    spans: int
    recall: float
    whole: float


def slices(held: HeldOut, engine: Engine, whole: Score) -> list[Slice]:
    """Return the recall of spoilt documents, and of hard names.

    Raises:
        DetectorError: a detector failed.
    """
    found = []
    for name in CASES:
        one = measure(engine, held.of(name), 0)
        found.append(Slice(name, one.gold, one.recall.value or 0.0, whole.recall.value or 0.0))
    names = recall(whole, [Label.NAME]) or 0.0
    for name, (spans, share) in name_slices(held, whole).items():
        found.append(Slice(name, spans, share, names))
    return found


def name_slices(held: HeldOut, one: Score) -> dict[str, tuple[int, float]]:
    """Return number and recall of names that are words, and of names that are on no list."""
    gold: defaultdict[str, int] = defaultdict(int)
    missed: defaultdict[str, int] = defaultdict(int)
    for document in held.documents:
        text = document.text.reveal()
        for mark in document.marks:
            if mark.label == Label.NAME.value:
                for kind in _kinds(text[mark.start : mark.end]):
                    gold[kind] += 1
    for miss in one.misses:
        if miss.label == Label.NAME.value:
            for kind in _kinds(miss.surface.reveal()):
                missed[kind] += 1
    return {kind: (gold[kind], 1 - missed[kind] / gold[kind]) for kind in gold}


def _kinds(surface: str) -> list[str]:
    """Return which kinds of hard names a surface belongs to."""
    words = lexicon.shipped()
    parts = ["".join(c for c in part if c.isalpha()).lower() for part in surface.split()]
    parts = [part for part in parts if len(part) > 1]
    if not parts:
        return []
    wordy = all(words.words.get(part, 9) <= _COMMON for part in parts)
    rare = all(part not in words.surname and part not in words.given for part in parts)
    return [kind for kind, so in ((WORDY, wordy), (RARE, rare)) if so]
