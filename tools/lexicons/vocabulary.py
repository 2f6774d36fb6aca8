"""General English words and the clinical vocabulary.

Sources: SCOWL through Debian's ``wamerican`` packages; ICD-10-CM (CDC/NCHS, US
public domain) through ``simple-icd-10-cm``; RxNorm names (National Library of
Medicine, free to use) through ``nophi``; hand lists under ``extra/``.
"""

from __future__ import annotations

import gzip
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from tables import Table, both_forms, fold, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS: Final = (
    "abbreviation",
    "anatomy",
    "device",
    "drug",
    "lab",
    "organism",
    "procedure",
    "role",
    "scale",
    "section",
    "specialty",
    "icd",
)
_ICD_FILE: Final = "simple_icd_10_cm/data/icd10c-tabular-April-1-2026.xml"
_ICD_TAGS: Final = frozenset({"desc", "note", "title", "label"})
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
#: Digits mean a chemical code; these characters mean a systematic chemical name.
_NOT_A_NAME: Final = re.compile(r"[\d,(\[{+]")


def word_tiers(folders: dict[str, Path], extra: Path) -> dict[str, int]:
    """Lower-case dictionary words; the smaller the tier, the commoner the word.

    A hand list adds words that are written with a capital and yet name nobody:
    weekdays, months, peoples, languages.
    """
    tiers: dict[str, int] = dict.fromkeys(map(str.lower, read_words(extra / "proper_words.txt")), 1)
    lists = (
        ("wamerican-small", "american-english-small"),
        ("wamerican", "american-english"),
        ("wamerican-large", "american-english-large"),
    )
    for tier, (package, filename) in enumerate(lists, start=1):
        path = folders[package] / "usr" / "share" / "dict" / filename
        for word in path.read_text(encoding="utf-8").splitlines():
            if word == word.lower() and word.isalpha():
                tiers.setdefault(word, tier)
                tiers.setdefault(fold(word), tier)
    return tiers


def word_table(tiers: dict[str, int]) -> Table:
    """The dictionary words as a table."""
    return Table(
        "words.tsv.gz",
        ("word", "tier"),
        frozenset((word, str(tier)) for word, tier in tiers.items()),
        ("SCOWL 2020.12.07 (wamerican-small, wamerican, wamerican-large)", "hand list"),
        "SCOWL notice, see NOTICE.lexicons.md",
        "SCOWL, copyright 2000-2020 Kevin Atkinson and others",
    )


def clinical_table(
    folders: dict[str, Path], extra: Path, tiers: dict[str, int], people: PeopleWords
) -> Table:
    """Clinical words and their kinds; a word has one row for each kind."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for kind in KINDS:
        for word in read_words(extra / f"clinical_{kind}.txt"):
            if not people.only_eponym(fold(word)):
                for form in both_forms(word):
                    kinds[form].add(kind)
    for word in drug_words(folders["nophi"], tiers):
        if word not in kinds and not people.likely(word):
            kinds[word].add("drug")
    for word in icd_words(folders["simple-icd-10-cm"], people):
        if word not in kinds or kinds[word] == {"drug"}:
            kinds[word].add("icd")
    refused = set(read_words(extra / "clinical_refused.txt"))
    rows = ((word, kind) for word, found in kinds.items() for kind in found)
    icd = "ICD-10-CM April 2026 (simple-icd-10-cm 1.5.0)"
    return Table(
        "clinical.tsv.gz",
        ("term", "kind"),
        frozenset(row for row in rows if len(row[0]) > 1 and row[0] not in refused),
        (icd, "RxNorm names (nophi 0.1.0)", "hand lists"),
        "public domain; hand lists Apache-2.0",
        "CDC/NCHS ICD-10-CM; National Library of Medicine RxNorm",
    )


class PeopleWords:
    """Says whether a word is so likely a person's name that a mere list may not veto it."""

    #: Surnames rarer than this are mostly noise beside drug and disease words.
    SURNAME_RATE: Final = 10
    #: Given names rarer than this likewise.
    GIVEN_RATE: Final = 3

    def __init__(
        self,
        surnames: dict[str, int],
        given: dict[str, int],
        places: frozenset[str],
        eponyms: frozenset[str] = frozenset(),
    ) -> None:
        """Rates are per million people; places and eponyms are plain sets."""
        self._surnames = surnames
        self._given = given
        self._places = places
        self._eponyms = eponyms

    def knowing(self, eponyms: frozenset[str]) -> PeopleWords:
        """The same knowledge, and these eponyms."""
        return PeopleWords(self._surnames, self._given, self._places, eponyms)

    def likely(self, word: str) -> bool:
        """Whether ``word`` is a common enough surname or given name."""
        surname = self._surnames.get(word, 0) >= self.SURNAME_RATE
        return surname or self._given.get(word, 0) >= self.GIVEN_RATE

    def only_eponym(self, word: str) -> bool:
        """Whether ``word`` is left to the eponyms, which ask for a noun beside it."""
        return word in self._eponyms and self.likely(word)

    def proper(self, word: str) -> bool:
        """Whether ``word`` is known as any name of a person, place or eponym."""
        known = (self._surnames, self._given, self._places, self._eponyms)
        return any(word in names for names in known)


def drug_words(package: Path, tiers: dict[str, int]) -> set[str]:
    """Single words of RxNorm names without digits or systematic chemistry."""
    words: set[str] = set()
    source = package / "nophi" / "data" / "rxnorm_names.txt.gz"
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for name in map(str.strip, lines):
            if _NOT_A_NAME.search(name):
                continue
            parts = [fold(part) for part in _WORD.findall(name) if "'" not in part]
            for part in parts:
                ordinary = part in tiers and len(parts) > 1
                if len(part) > 2 and not ordinary:  # noqa: PLR2004 - two letters say nothing
                    words.add(part)
    return words


def icd_words(package: Path, people: PeopleWords) -> set[str]:
    """Words of ICD-10-CM titles and notes that do not occur merely as proper names."""
    lower: set[str] = set()
    capitalised: set[str] = set()
    for text in _icd_texts(package):
        for match in _WORD.finditer(text):
            word = match[0]
            if "'" in word:
                continue
            if word.islower():
                lower.add(fold(word))
            else:
                capitalised.add(fold(word))
    kept = lower | {word for word in capitalised if not people.proper(word)}
    return {word for word in kept if len(word) > 1}


def _icd_texts(package: Path) -> Iterator[str]:
    # The file is pinned by digest, so the standard parser is safe here.
    for _, element in ET.iterparse(package / _ICD_FILE):  # noqa: S314
        if element.tag in _ICD_TAGS and element.text:
            yield element.text
