"""Names announced by the word before them or sealed by the letters behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

from harborward.text.casing import Case, Line
from harborward.text.names.cues import ALONE, INTRODUCERS, LEADS_1, LEADS_2, PERSON_VERBS
from harborward.text.names.evidence import PLACEHOLDERS, Evidence, Kind, Titles
from harborward.text.names.neighbours import before_surname, wordlike_given, wordlike_surname
from harborward.text.names.reading import CAPITALS, Run
from harborward.text.wordlists import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator

    from harborward.text.names.reading import Reading

#: Most words in one person's name, titles left out.
LONGEST: Final = 6
#: What may stand between an honorific and its name, and between a weaker cue and its name.
_STRONG_GAPS: Final = frozenset({" ", ". ", ".", "  ", ".  ", ".\n", "\n"})
_WEAK_GAPS: Final = frozenset(
    {" ", ", ", ": ", ":", ":  ", " (", "\n", ",\n", " - ", ' "', ":\n", "/"}
)
_CREDENTIAL_GAPS: Final = frozenset({", ", ",", ",  ", "., "})
#: A credential written with small letters in cased text is a word: "do", "ma".
_SHORT_CREDENTIAL: Final = 3
#: Bearers per million that carry a name in text without capitals.
_FREQUENT_GIVEN: Final = 500
_FREQUENT_SURNAME: Final = 300
_KNOWN_GIVEN: Final = 20
_KIN_GIVEN: Final = 50
#: Credentials that also stand before a name: "RN Dot", "PA Kim".
_STAFF: Final = wordlist("staff")
#: Particles that are English words or abbreviations, too.
_ENGLISH_PARTICLES: Final = wordlist("english_particles")


@final
class CuedNames:
    """Finds names next to honorifics, kin, roles, introductions and credentials."""

    def __init__(self, evidence: Evidence, titles: Titles) -> None:
        """Keep the lexical evidence and the titles."""
        self._evidence = evidence
        self._titles = titles
        self._cues = (
            titles.honorifics | titles.roles | titles.credentials | _STAFF | frozenset(INTRODUCERS)
        )

    def find(self, reading: Reading) -> Iterator[tuple[Run, float, str]]:
        """Yield runs with a score and the cue that announced them."""
        titles = self._titles
        for index in reading.passage.where(self._cues):
            word = reading.words[index]
            if word in titles.honorifics:
                if word != "ms" or self._is_ms(reading, index):
                    yield from self._after(reading, index, 0.95, "honorific", strong=True)
            elif word in titles.roles:
                cue = "kin" if word in titles.kin else "role"
                yield from self._after(reading, index, 0.75, cue, strong=False)
            elif word in _STAFF and reading.cases[index] is Case.UPPER:
                yield from self._after(reading, index, 0.7, "role", strong=False)
            elif word in INTRODUCERS and self._introduces(reading.words, index):
                yield from self._after(reading, index, 0.85, "introduction", strong=False)
            if word in titles.credentials:
                yield from self._before_credential(reading, index)

    @staticmethod
    def _is_ms(reading: Reading, index: int) -> bool:
        """Tell Ms. from MS, the disease and the drug."""
        return reading.cases[index] is not Case.UPPER or reading.gap(index).startswith(".")

    @staticmethod
    def _introduces(words: list[str], index: int) -> bool:
        word = words[index]
        if word in ALONE:
            return True
        if index and words[index - 1] in LEADS_1[word]:
            return True
        return index > 1 and (words[index - 2], words[index - 1]) in LEADS_2[word]

    def _after(
        self, reading: Reading, cue: int, score: float, evidence: str, *, strong: bool
    ) -> Iterator[tuple[Run, float, str]]:
        first = cue + 1
        if first >= len(reading.words):
            return
        gaps = _STRONG_GAPS if strong else _WEAK_GAPS
        if evidence == "role" and "\n" in reading.gap(cue):
            return
        if reading.gap(cue) not in gaps:
            return
        last = self._extend(reading, first, strong=strong, kin=evidence == "kin")
        if last > first:
            yield Run(first, last), score, evidence

    def _extend(self, reading: Reading, first: int, *, strong: bool, kin: bool) -> int:
        """Return where the name that starts at ``first`` ends; ``first`` where none does."""
        # Someone who types "wife rochelle" does so in a line that has capitals, too.
        cased = reading.cased(first) and reading.cases[first] is not Case.LOWER
        starts = self._starts_cased if cased else self._starts_uncased
        if not starts(reading, first, strong=strong, kin=kin):
            return first
        last = first + 1
        goes_on = self._goes_on_cased if cased else self._goes_on_uncased
        while last < len(reading.words) and last - first < LONGEST:
            if not reading.glued(last - 1) or not goes_on(reading, last):
                break
            last += 1
        while last - first > 1 and reading.words[last - 1] in self._titles.particles:
            last -= 1
        return last

    def _starts_cased(self, reading: Reading, index: int, *, strong: bool, kin: bool) -> bool:
        word, case = reading.words[index], reading.cases[index]
        if word in PLACEHOLDERS or case is Case.NUMBER:
            return False
        if strong:
            bearers = max(self._evidence.given(word), self._evidence.surname(word))
            named = case is Case.TITLE and bearers >= _KNOWN_GIVEN
            return case is Case.INITIAL or named or not self._evidence.function_word(word)
        if word in self._titles.honorifics:
            return False
        if (
            case is Case.TITLE
            and reading.lines[index] is not Line.TITLE
            and not reading.opens[index]
        ):
            known = self._evidence.given(word) >= (_KIN_GIVEN if self._evidence.plain(word) else 1)
            if known or (kin and not self._evidence.plain(word)):
                return True
        kind = reading.kind(index)
        if kind is Kind.WORD and before_surname(reading, index):
            return True
        if case is Case.INITIAL:
            follows = reading.glued(index) and reading.capital(index + 1)
            return follows and not self._evidence.plain(reading.words[index + 1])
        if kind is Kind.WORD or (case is Case.UPPER and kind is not Kind.NAME):
            return False
        return kind is not Kind.UNKNOWN or not inner_capital(reading, index)

    @staticmethod
    def _capital_follows(reading: Reading, index: int) -> bool:
        return any(
            reading.glued(i) and reading.capital(i + 1)
            for i in range(index, min(index + 2, len(reading.words) - 1))
        )

    def _starts_uncased(self, reading: Reading, index: int, *, strong: bool, kin: bool) -> bool:
        word, case, kind = reading.words[index], reading.cases[index], reading.kind(index)
        if case is Case.NUMBER or word in PLACEHOLDERS:
            return False
        if word in PERSON_VERBS or self._evidence.function_word(word):
            return False
        if reading.cased(index):
            return kind is Kind.NAME or (strong and self._particle(reading, index))
        if strong:
            return (
                kind > Kind.WORD
                or (len(word) == 1 and word not in "ai")
                or self._particle(reading, index)
            )
        given, surname = self._evidence.given(word), self._evidence.surname(word)
        if kind is Kind.NAME:
            return given >= _KNOWN_GIVEN or surname > 1
        if kind is not Kind.EITHER or self._evidence.plain(word):
            return False
        return given >= (_KIN_GIVEN if kin else _FREQUENT_GIVEN) or surname >= _FREQUENT_SURNAME

    def _particle(self, reading: Reading, index: int) -> bool:
        word = reading.words[index]
        particle = word in self._titles.particles and word not in _ENGLISH_PARTICLES
        return particle and reading.glued(index)

    def _goes_on_cased(self, reading: Reading, index: int) -> bool:
        word, case = reading.words[index], reading.cases[index]
        titles = self._titles
        if word in titles.suffixes:
            return True
        if word in titles.particles and self._capital_follows(reading, index):
            return True
        if case not in CAPITALS or word in titles.roles or word in titles.honorifics:
            return False
        if word in titles.credentials and case is Case.UPPER:
            return False
        return (
            case is Case.INITIAL
            or reading.kind(index) > Kind.WORD
            or wordlike_surname(reading, index)
            or wordlike_given(reading, index)
        )

    def _goes_on_uncased(self, reading: Reading, index: int) -> bool:
        word = reading.words[index]
        if word in self._titles.suffixes:
            return True
        if self._particle(reading, index):
            return True
        if reading.cases[index] is Case.NUMBER or word in self._titles.credentials:
            return False
        if len(word) == 1 and word not in "ai":
            return reading.glued(index) and reading.kind(index + 1) > Kind.WORD
        kind, surname = reading.kind(index), self._evidence.surname(word)
        before = index - 1
        if self._titles.particles.issuperset({reading.words[before]}):
            return kind > Kind.WORD
        if kind is Kind.UNKNOWN:
            return (
                reading.kind(before) is Kind.NAME
                and self._evidence.given(reading.words[before]) > 0
            )
        return kind is Kind.NAME or (kind is Kind.EITHER and surname >= _FREQUENT_SURNAME)

    # -- behind a name stand its owner's credentials --------------------------------

    def _before_credential(self, reading: Reading, index: int) -> Iterator[tuple[Run, float, str]]:
        if index == 0 or not self._is_credential(reading, index):
            return
        first = index
        while first > 0 and index - first < LONGEST:
            if first < index and not reading.glued(first - 1):
                if not self._surname_first(reading, first - 1):
                    break
            if not self._belongs(reading, first - 1, inner=first < index):
                break
            first -= 1
        while first < index and reading.words[first] in self._titles.particles:
            first += 1
        run = Run(first, index)
        if first < index and self._plausible(reading, run):
            yield run, 0.9, "credential"

    def _is_credential(self, reading: Reading, index: int) -> bool:
        gap, case = reading.gap(index - 1), reading.cases[index]
        word = reading.words[index]
        if gap not in _CREDENTIAL_GAPS and (gap != " " or word in Titles.AMBIGUOUS):
            return False
        if reading.lines[index] in {Line.UPPER, Line.LOWER}:
            return True
        return case is Case.UPPER or (case is Case.TITLE and len(word) <= _SHORT_CREDENTIAL + 2)

    @staticmethod
    def _surname_first(reading: Reading, index: int) -> bool:
        """Tell "Long, Young-Ja MD" from a list: the surname opens the line."""
        return reading.gap(index) in {", ", ","} and reading.opens[index] and reading.capital(index)

    def _belongs(self, reading: Reading, index: int, *, inner: bool) -> bool:
        word, case = reading.words[index], reading.cases[index]
        titles = self._titles
        if case is Case.NUMBER or word in titles.honorifics or word in titles.roles:
            return False
        if inner and word in titles.particles:
            return True
        if word in titles.credentials and case is not Case.TITLE:
            return False
        if reading.cased(index):
            return case in CAPITALS and (
                case is Case.INITIAL
                or reading.kind(index) > Kind.WORD
                or wordlike_given(reading, index)
            )
        return reading.kind(index) > Kind.WORD or (inner and len(word) == 1)

    def _plausible(self, reading: Reading, run: Run) -> bool:
        kinds = [reading.kind(i) for i in range(run.first, run.last)]
        if reading.lines[run.first] is Line.MIXED:
            return any(kind > Kind.WORD for kind in kinds)
        return Kind.NAME in kinds or (len(kinds) > 1 and max(kinds) > Kind.WORD)


def inner_capital(reading: Reading, index: int) -> bool:
    """Tell a trade name (BiPAP, StarClose, WBCs) from McDonald, DeVito and O'Brien."""
    passage = reading.passage
    spelled = passage.text[passage.starts[index] + 1 : passage.ends[index]]
    if spelled.islower():
        return False
    capital = next((i for i, letter in enumerate(spelled) if letter.isupper()), 0)
    prefix = passage.text[passage.starts[index] : passage.starts[index] + 1 + capital]
    return prefix not in _NAME_PREFIXES


#: What may stand before a capital inside a surname.
_NAME_PREFIXES: Final = wordlist("name_prefixes")
