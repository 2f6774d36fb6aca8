"""Named places smaller than a state: cities, counties, neighbourhoods (164.514(b)(2)(i)(B))."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.casing import Case
from harborward.text.names.cued import inner_capital
from harborward.text.names.evidence import Evidence, Kind
from harborward.text.names.reading import Reading, Run
from harborward.text.wordlists import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from harborward.text.lexicon import Lexicon
    from harborward.text.passage import Passage

_NAME: Final = "places.v1"
#: Before a place, and before much else.
_PREPOSITIONS: Final = wordlist("prepositions")
#: The word before the preposition that makes what follows a place whatever it is called.
_DWELLING: Final = wordlist("dwelling")
#: Directly behind a name these make it a place.
_PLACE_NOUNS: Final = wordlist("place_nouns")
#: Verbs of dwelling that also move patients between units.
_MOVED: Final = wordlist("moved")
_INSIDE: Final = wordlist("inside")
_ARTICLES: Final = frozenset({"downtown", "the", "city", "town"})
_SHORT: Final = 3
#: Unlisted words in capitals of this length are no abbreviations.
_LONG: Final = 6
#: Verbs and nouns of a person's origin, home or travel.
_ORIGIN: Final = wordlist("origin")
_CUES: Final = _PREPOSITIONS | _PLACE_NOUNS
#: Order of magnitude of population from which a city is known without a cue.
_KNOWN_CITY: Final = 5
_LONGEST_CITY: Final = 5
#: What stands between the words of a city: St. Louis, Winston-Salem.
_WITHIN: Final = frozenset({" ", "-", ". ", "\n"})
#: What stands before a town beside something else: behind a comma, in parentheses.
_BESIDE: Final = frozenset({", ", " ("})
#: SCOWL tier up to which a word is everyday language.
_USUAL_WORD: Final = 2
#: In uncased text a city needs at least this, and no meaning as a word.
_UNCASED_CITY: Final = 4


@final
class PlaceDetector:
    """Finds cities and the like by lexicon, preposition and verbs of dwelling."""

    name = _NAME

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon and its reading as evidence."""
        self._lexicon = lexicon
        self._evidence = Evidence(lexicon)
        self._several_words = frozenset(w for w, size in lexicon.city_words.items() if size > 1)
        self._region_starts = frozenset(region.split(" ")[0] for region in lexicon.regions)

    def find(self, passage: Passage) -> list[Finding]:
        """Return claims on named places."""
        reading = Reading(passage, self._evidence)
        starts, ends = passage.starts, passage.ends
        return [
            Finding(
                Span(starts[run.first], ends[run.last - 1]),
                Label.LOCATION,
                score,
                _NAME,
                ("city", cue),
            )
            for run, score, cue in self._places(reading)
        ]

    def _places(self, reading: Reading) -> Iterator[tuple[Run, float, str]]:
        words = reading.words
        for index in reading.passage.where(_CUES):
            if words[index] in _PLACE_NOUNS:
                if index:
                    yield from self._before_noun(reading, index)
            elif index + 1 < len(words) and reading.gap(index) in {" ", "\n"}:
                yield from self._after_preposition(reading, index)
        last = 0
        for index in reading.capitals:
            if words[index] in self._several_words and index >= last:
                last = self._match(reading, index)
                if last - index > 1 and not reading.embedded(Run(index, last)):
                    yield from self._several(reading, Run(index, last))
            if words[index] in self._region_starts and index:
                yield from self._before_region(reading, index)
            if index and reading.lead(index) in _BESIDE:
                yield from self._beside(reading, index)

    def _beside(self, reading: Reading, index: int) -> Iterator[tuple[Run, float, str]]:
        """Yield a town behind a facility and a comma, or alone in parentheses."""
        last = self._match(reading, index)
        if last == index or reading.kind(index) is Kind.WORD or not reading.cased(index):
            return
        run = Run(index, last)
        if self._region(reading, run) or reading.words[index] in self._lexicon.eponyms:
            return
        before = reading.words[index - 1]
        if reading.lead(index) == ", " and before in self._lexicon.facility_heads:
            yield run, 0.7, "facility-before"
        elif reading.lead(index) == " (" and reading.gap(last - 1)[:1] in {")", ","}:
            if self._lexicon.city[self._spelled(reading, run)] >= _UNCASED_CITY:
                yield run, 0.5, "parentheses"

    @staticmethod
    def _spelled(reading: Reading, run: Run) -> str:
        passage = reading.passage
        name = passage.lower[passage.starts[run.first] : passage.ends[run.last - 1]]
        return name.replace(".", "").replace("\n", " ")

    def _match(self, reading: Reading, first: int) -> int:
        """Return the end of the longest listed city that starts at token ``first``."""
        limit = self._lexicon.city_words.get(reading.words[first], 0)
        if not limit:
            return first
        cities = self._lexicon.city
        best = first + 1 if reading.words[first] in cities else first
        stop = min(first + min(limit, _LONGEST_CITY), len(reading.words))
        for last in range(first + 1, stop):
            if reading.gap(last - 1) not in _WITHIN:
                break
            if self._spelled(reading, Run(first, last + 1)) in cities:
                best = last + 1
        return best

    def _several(self, reading: Reading, run: Run) -> Iterator[tuple[Run, float, str]]:
        """Yield a listed name of several words where capitals or a cue support it."""
        cue = reading.words[run.first - 1] if run.first else ""
        if reading.cased(run.first):
            if all(reading.capital(i) for i in (run.first, run.last - 1)):
                clinical = self._lexicon.clinical
                if all(word in clinical for word in reading.words[run.first : run.last]):
                    return
                yield run, 0.8 if cue in _PREPOSITIONS else 0.6, "city-name"
        elif cue in _PREPOSITIONS:
            yield run, 0.6, "city-name"

    def _after_preposition(self, reading: Reading, cue: int) -> Iterator[tuple[Run, float, str]]:
        first = self._past_articles(reading, cue + 1)
        lead = reading.words[max(0, cue - 2) : cue]
        dwelling = not _DWELLING.isdisjoint(lead)
        if not reading.cased(first):
            yield from self._uncased(reading, first, dwelling=dwelling)
            return
        if dwelling or reading.words[cue] in {"from", "to"}:
            yield from self._country(reading, first, lead)
        if reading.cases[first] is Case.UPPER:
            yield from self._shouted(reading, first, dwelling=dwelling and _MOVED.isdisjoint(lead))
        elif reading.cases[first] is Case.TITLE:
            yield from self._titled(reading, cue, first, dwelling=dwelling)

    @staticmethod
    def _past_articles(reading: Reading, first: int) -> int:
        """Return the token behind "the", "downtown" or "the city of"."""
        words, start, end = reading.words, first, len(reading.words) - 1
        while first < end and words[first] in _ARTICLES:
            first += 1
        return first + 1 if start < first < end and words[first] == "of" else first

    def _titled(
        self, reading: Reading, cue: int, first: int, *, dwelling: bool
    ) -> Iterator[tuple[Run, float, str]]:
        """Yield the capitalised words after the preposition at ``cue``, if they are a place."""
        last = max(self._match(reading, first), first)
        listed = last > first
        run = Run(first, last if listed else self._capitals(reading, first))
        if reading.embedded(run) or self._region(reading, run):
            return
        kind = reading.kind(first)
        if listed and self._bare(reading, run, reading.words[cue]):
            yield run, 0.75, "preposition"
        elif dwelling and (listed or (kind is not Kind.WORD and reading.words[cue] != "of")):
            yield run, 0.7, "dwelling"
        elif self._new_word(reading, first) and reading.words[cue] in _INSIDE:
            yield Run(first, first + 1), 0.5, "unknown-word"

    @staticmethod
    def _new_word(reading: Reading, index: int) -> bool:
        unknown = reading.kind(index) is Kind.UNKNOWN and len(reading.words[index]) > _SHORT
        return unknown and not inner_capital(reading, index)

    def _country(
        self, reading: Reading, first: int, lead: Sequence[str]
    ) -> Iterator[tuple[Run, float, str]]:
        """Yield a foreign country where somebody comes from, lives or travels.

        Safe Harbor lets countries stand; where one tells a person's origin it narrows a
        small community down, so it is claimed, with the lowest score that counts.
        """
        if _ORIGIN.isdisjoint(lead) and reading.words[first - 1] != "from":
            return
        for size in (3, 2, 1):
            name = " ".join(reading.words[first : first + size])
            if name in self._lexicon.regions and name not in self._lexicon.states:
                yield Run(first, min(first + size, len(reading.words))), 0.5, "country"
                return

    def _shouted(
        self, reading: Reading, first: int, *, dwelling: bool
    ) -> Iterator[tuple[Run, float, str]]:
        """Yield a town in capitals after "grew up in", where the line has others."""
        last = first
        while last < len(reading.words) and reading.cases[last] is Case.UPPER:
            if self._evidence.plain(reading.words[last]) or len(reading.words[last]) <= _SHORT:
                break
            last += 1
            if reading.gap(last - 1) not in {" ", "-"}:
                break
        if last == first or reading.kind(first) is Kind.WORD:
            return
        listed = " ".join(reading.words[first:last]) in self._lexicon.city
        if dwelling or listed or len(reading.words[first]) >= _LONG:
            yield Run(first, last), 0.65 if dwelling or listed else 0.5, "town-in-capitals"

    def _bare(self, reading: Reading, run: Run, cue: str) -> bool:
        """Tell whether a listed city needs no more than the preposition before it."""
        if len(run) > 1:
            return True
        word = reading.words[run.first]
        nouns = self._lexicon.eponyms.get(word, frozenset())
        if not nouns.isdisjoint(reading.words[run.last : run.last + 3]):
            return False
        small = self._lexicon.city[word] < _KNOWN_CITY
        if small and (nouns or self._lexicon.words.get(word, 9) <= _USUAL_WORD):
            return False
        if cue in {"of", "to", "between"} and self._lexicon.city[word] < _KNOWN_CITY:
            return not self._evidence.given(word)
        return reading.kind(run.first) is not Kind.WORD or word not in self._lexicon.clinical

    def _capitals(self, reading: Reading, first: int) -> int:
        last = first + 1
        while (
            last < len(reading.words)
            and last - first < _LONGEST_CITY
            and reading.gap(last - 1) in {" ", "-"}
            and reading.cases[last] is Case.TITLE
        ):
            last += 1
        return last

    def _uncased(
        self, reading: Reading, first: int, *, dwelling: bool
    ) -> Iterator[tuple[Run, float, str]]:
        last = self._match(reading, first)
        if last == first:
            return
        run = Run(first, last)
        if self._region(reading, run):
            return
        weight = self._lexicon.city.get(" ".join(reading.words[first:last]), 0)
        if dwelling and (len(run) > 1 or reading.kind(first) is not Kind.WORD):
            yield run, 0.65, "dwelling"
        elif weight >= _UNCASED_CITY and reading.words[first] not in self._lexicon.words:
            if reading.words[first] not in self._lexicon.clinical:
                yield run, 0.55, "preposition"

    def _region(self, reading: Reading, run: Run) -> bool:
        return " ".join(reading.words[run.first : run.last]) in self._lexicon.regions

    def _before_noun(self, reading: Reading, noun: int) -> Iterator[tuple[Run, float, str]]:
        """Yield the capitalised words before "County", the noun included."""
        if reading.gap(noun - 1) != " " or (reading.cased(noun) and not reading.capital(noun)):
            return
        first = noun
        while (
            first > 0
            and noun - first < _LONGEST_CITY
            and reading.gap(first - 1) in {" ", "-", ". "}
        ):
            if not reading.capital(first - 1) or reading.cases[first - 1] is Case.NUMBER:
                break
            if (
                reading.kind(first - 1) is Kind.WORD
                and reading.words[first - 1] not in self._lexicon.city_words
            ):
                break
            first -= 1
        if first < noun and reading.cased(noun):
            yield Run(first, noun + 1), 0.8, "place-noun"

    def _before_region(self, reading: Reading, region: int) -> Iterator[tuple[Run, float, str]]:
        """Yield the capitalised words before ", Ohio" or ", Nigeria"."""
        regions, words = self._lexicon.regions, reading.words
        if reading.lead(region) != ", " or not reading.cased(region):
            return
        if words[region] not in regions and " ".join(words[region : region + 2]) not in regions:
            return
        first = region
        while (
            first > 0
            and region - first < _LONGEST_CITY
            and reading.cases[first - 1] is Case.TITLE
            and (first == region or reading.gap(first - 1) in {" ", "-"})
        ):
            first -= 1
        run = Run(first, region)
        if first < region and not self._region(reading, run) and self._plausible(reading, run):
            yield run, 0.8, "region-behind"

    def _plausible(self, reading: Reading, run: Run) -> bool:
        kinds = [reading.kind(i) for i in range(run.first, run.last)]
        name = " ".join(reading.words[run.first : run.last])
        return name in self._lexicon.city or max(kinds) > Kind.WORD
