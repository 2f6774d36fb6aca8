"""Builds one split of the corpus, the same for the same seed."""

from __future__ import annotations

import json
import random
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from harborward.bootstrap import engine
from harborward.domain.phi import Phi
from harborward.settings import Settings, Tier
from training.corpus import carriers, lists, markup, natural, noise
from training.corpus.document import Document, assemble
from training.corpus.fill import Piece, World
from training.corpus.lists import split_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from harborward.services.seam import Engine
    from training.corpus.carriers import Carrier
    from training.corpus.markup import Template

#: A template with fewer characters of fixed text may stand before a report, as its header.
_HEADER: Final = 420


@dataclass(frozen=True, slots=True)
class Amounts:
    """How many documents of each kind: per template, per carrier, and in all."""

    template: int
    carrier: int
    sentences: int

    def times(self, share: float) -> Amounts:
        """Return a share of the amounts, of each at least one."""
        return Amounts(*(max(1, round(amount * share)) for amount in astuple(self)))


#: The templates that are shipped with these programs.
TEMPLATES: Final = Path(__file__).parents[1] / "templates"
#: How many documents each split has of each kind.
AMOUNTS: Final = {
    "train": Amounts(template=36, carrier=9, sentences=30_000),
    "dev": Amounts(template=3, carrier=2, sentences=300),
    "test": Amounts(template=4, carrier=2, sentences=400),
}


def templates(folder: Path, split: str) -> list[Template]:
    """Return the templates of a split."""
    every = (t for path in sorted(folder.glob("*.txt")) for t in markup.read(path))
    return [t for t in every if split_of(f"template {t.genre} {t.name}") == split]


def doubt(text: str) -> list[tuple[int, int]]:
    """Return what the rules find in a natural report: it may be somebody's."""
    findings = _engine().find(Phi(text))
    return [(f.span.start, f.span.end) for f in findings]


@cache
def _engine() -> Engine:
    return engine(Settings(tier=Tier.RULES))


def build(seed: int, split: str, folder: Path, data: Path, amounts: Amounts) -> Iterator[Document]:
    """Yield the documents of a split, in an order that tells nothing."""
    rng = random.Random(f"{seed} {split}")
    names = lists.lists(split)
    found = templates(folder, split)
    notes = [t for t in found if not t.genre.startswith("sentences")]
    sentences = [t for t in found if t.genre.startswith("sentences")]
    documents = [
        _note(rng, World(rng, names), template, n)
        for template in notes
        for n in range(amounts.template)
    ]
    documents += [_lines(rng, World(rng, names), sentences, n) for n in range(amounts.sentences)]
    headers = [t for t in notes if sum(len(p) for p in t.parts if isinstance(p, str)) < _HEADER]
    documents += [
        _carried(rng, World(rng, names), carrier, sentences, headers, n)
        for carrier in _carriers(data, split)
        for n in range(amounts.carrier)
    ]
    documents += _natural(data, split)
    rng.shuffle(documents)
    yield from documents


def _carriers(data: Path, split: str) -> list[Carrier]:
    reports = natural.carriers(data / "mtsamples" / "dev_unlabelled.jsonl", split, doubt)
    return reports + natural.carriers(
        data / "mts_dialog" / "sections_unlabelled.jsonl", split, doubt
    )


def _natural(data: Path, split: str) -> list[Document]:
    synth = data / "presidio_synth"
    found = [d for path in sorted(synth.glob("*.jsonl")) for d in natural.synthetic(path, split)]
    if split == "train":
        found += natural.posts(data / "wnut17" / "gold_train.jsonl", "wnut17")
        found += natural.posts(data / "btc" / "gold.jsonl", "btc")
    if split == "dev":
        found += natural.posts(data / "wnut17" / "gold_dev.jsonl", "wnut17")
    return found


def _note(rng: Random, world: World, template: Template, n: int) -> Document:
    pieces, way = noise.spoil(rng, noise.follow_case(rng, world.fill(template)))
    return assemble(f"{template.genre}-{template.name}-{n}", pieces, (template.genre, way))


def _lines(rng: Random, world: World, sentences: list[Template], n: int) -> Document:
    pieces: list[Piece] = []
    for _ in range(rng.randint(1, 4)):
        said = noise.follow_case(rng, world.fill(rng.choice(sentences)))
        pieces += [*said, Piece(rng.choice((" ", " ", "\n")), None)]
    pieces, way = noise.spoil(rng, pieces)
    return assemble(f"sentences-{n}", pieces, ("sentences", way))


def _carried(
    rng: Random,
    world: World,
    carrier: Carrier,
    sentences: list[Template],
    headers: list[Template],
    n: int,
) -> Document:
    if n == 0:
        return assemble(
            f"{carrier.id}-plain", carriers.cut(rng, carrier).pieces(), ("plain", "clean")
        )
    header = rng.choice(headers) if rng.random() < 0.3 else None
    pieces, way = noise.spoil(rng, carriers.planted(rng, carrier, world, sentences, header))
    return assemble(f"{carrier.id}-{n}", pieces, ("carrier", way))


def write(documents: Iterator[Document], path: Path) -> int:
    """Write documents a line each, and return how many."""
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for document in documents:
            out.write(json.dumps(document.record(), ensure_ascii=False) + "\n")
            count += 1
    return count
