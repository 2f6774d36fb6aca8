"""Microsoft Presidio as a guest detector (``pip install harborward[presidio]``).

Presidio's own defaults would download a model and, through its e-mail recogniser, a list
of domains. This guest does neither: it takes an installed spaCy model, and leaves
e-mail addresses to our rules.
"""

from __future__ import annotations

from importlib.metadata import version
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol, final

from harborward.domain.identifier import Label
from harborward.text.guests.claims import claim
from harborward.text.guests.spacy import english, package

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from harborward.domain.span import Finding
    from harborward.text.passage import Passage

#: Presidio's entity types that can be an identifier of Safe Harbor; the rest (such as
#: NRP: nationality, religion, politics) are no identifiers of the rule.
LABELS: Final = MappingProxyType(
    {
        "PERSON": Label.NAME,
        "ORGANIZATION": Label.ORG,
        "LOCATION": Label.LOCATION,
        "DATE_TIME": Label.DATE,
        "PHONE_NUMBER": Label.PHONE,
        "EMAIL_ADDRESS": Label.EMAIL,
        "US_SSN": Label.SSN,
        "US_ITIN": Label.SSN,
        "US_MBI": Label.HEALTH_PLAN,
        "UK_NHS": Label.MRN,
        "CREDIT_CARD": Label.ACCOUNT,
        "IBAN_CODE": Label.ACCOUNT,
        "US_BANK_NUMBER": Label.ACCOUNT,
        "CRYPTO": Label.ACCOUNT,
        "US_DRIVER_LICENSE": Label.LICENSE,
        "MEDICAL_LICENSE": Label.LICENSE,
        "US_NPI": Label.LICENSE,
        "IP_ADDRESS": Label.IP,
        "MAC_ADDRESS": Label.IP,
        "URL": Label.URL,
        "US_PASSPORT": Label.OTHER_ID,
        "UUID": Label.OTHER_ID,
    }
)
_LANGUAGE: Final = "en"
#: Recognisers that call out: this one fetches the public suffix list on first use.
_CALLS_OUT: Final = ("EmailRecognizer",)


class Result(Protocol):
    """A Presidio ``RecognizerResult``, as far as we read it."""

    entity_type: str
    start: int
    end: int
    score: float


class Analyzer(Protocol):
    """A Presidio ``AnalyzerEngine``, as far as we use it."""

    def analyze(self, text: str, language: str) -> Iterable[Result]:
        """Read a text."""
        ...


@final
class PresidioDetector:
    """Asks a Presidio analyzer. Whatever it raises passes through to the engine."""

    def __init__(self, analyzer: Analyzer, name: str) -> None:
        """Take a built analyzer, and the name that says which versions speak."""
        self._analyzer = analyzer
        self.name = name

    def find(self, passage: Passage) -> Sequence[Finding]:
        """Return the results that can be identifiers; offsets in ``passage.text``."""
        text = passage.text
        claims = (
            claim(
                text,
                (result.start, result.end),
                LABELS.get(result.entity_type),
                score=result.score,
                detector=self.name,
            )
            for result in self._analyzer.analyze(text=text, language=_LANGUAGE)
        )
        return [found for found in claims if found is not None]


def load() -> PresidioDetector:
    """Return the guest with the best English spaCy model installed (the entry point).

    Raises:
        PluginError: Presidio or an English spaCy model is not installed.
    """
    presidio = package("presidio_analyzer", extra="presidio")
    engines = package("presidio_analyzer.nlp_engine", extra="presidio")
    model = english(package("spacy", extra="spacy"))
    provider = engines.NlpEngineProvider(
        nlp_configuration={
            "nlp_engine_name": "spacy",
            "models": [{"lang_code": _LANGUAGE, "model_name": model}],
        }
    )
    analyzer = presidio.AnalyzerEngine(
        nlp_engine=provider.create_engine(), supported_languages=[_LANGUAGE]
    )
    for recogniser in _CALLS_OUT:
        analyzer.registry.remove_recognizer(recogniser)
    name = f"presidio.v{version('presidio-analyzer')}+{model}-{version(model)}"
    return PresidioDetector(analyzer, name)
