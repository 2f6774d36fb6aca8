"""How much a single word looks like a name, judged by the lexicons alone."""

from __future__ import annotations

from enum import IntEnum
from importlib.resources import files
from typing import TYPE_CHECKING, Final, final

from harborward.text.casing import Case, Line
from harborward.text.wordlists import wordlist

if TYPE_CHECKING:
    from harborward.text.lexicon import Lexicon
    from harborward.text.names.reading import Reading

#: De-identified corpora write these where a name stood; they identify nobody.
PLACEHOLDERS: Final = wordlist("placeholders")
#: Calendar words that the name lists also hold ("April", "June").
CALENDAR: Final = wordlist("calendar")
#: Bearers per million above which a given name outweighs a usual word ("john", a privy).
_STRONG_GIVEN: Final = 300
_STRONG_SURNAME: Final = 400
#: Bearers per million that outweigh even a common word when a capital supports it.
_KNOWN_GIVEN: Final = 40
_KNOWN_SURNAME: Final = 10
#: Behind a name and a comma so many digits are an age: "Thomas, 60, well".
_AGE_DIGITS: Final = 3
_SEX_OR_AGE: Final = frozenset({"m", "f", "yo", "y", "yr", "male", "female", "yom", "yof"})
_USUAL: Final = 2
_RARE: Final = 3


#: Unlisted words of this length with one of these endings or prefixes are no names.
_SHORTEST_FORMED: Final = 7
_ENDINGS: Final = tuple(sorted(wordlist("endings")))
_PREFIXES: Final = tuple(sorted(wordlist("prefixes")))


class Kind(IntEnum):
    """What the lexicons say of a word."""

    WORD = 0  # plain or clinical language and no name worth naming
    UNKNOWN = 1  # in no list
    EITHER = 2  # a name that is also a word: Will, Rose, Long, Foley
    NAME = 3  # a name and hardly anything else


def plain_words() -> frozenset[str]:
    """Words that are never names by themselves: function words, demonyms, faiths."""
    resource = files("harborward.text") / "data" / "names" / "plain.txt"
    lines = resource.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@final
class Titles:
    """Words around names, by the part they play."""

    #: Right before a name, whatever the name looks like.
    HONORIFICS: Final = wordlist("honorifics")
    #: Letters that mean something else too, so they count only behind a comma.
    AMBIGUOUS: Final = wordlist("ambiguous")

    def __init__(self, lexicon: Lexicon) -> None:
        """Sort the title list by role."""
        roles = lexicon.titles
        self.honorifics = self.HONORIFICS
        self.credentials = frozenset(w for w, r in roles.items() if r == "credential")
        self.suffixes = frozenset(w for w, r in roles.items() if r == "suffix")
        self.particles = frozenset(w for w, r in roles.items() if r == "particle")
        self.kin = frozenset(w for w, r in roles.items() if r == "kin") - _NOT_ROLES
        self.roles = (
            frozenset(w for w, r in roles.items() if r in {"kin", "person"} and w not in _NOT_ROLES)
            | (frozenset(w for w, r in roles.items() if r == "honorific") - self.HONORIFICS)
            - _NOT_ROLES
        )


#: In the title list, but before a plain word far more often than before a name.
_NOT_ROLES: Final = wordlist("not_roles")


@final
class Evidence:
    """Answers what kind of word a token is."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon."""
        self.lexicon = lexicon
        self._plain = CALENDAR | PLACEHOLDERS | plain_words()

    def kind(self, word: str) -> Kind:
        """Classify one lower-case word."""
        lexicon = self.lexicon
        if word in self._plain:
            return Kind.WORD
        given = lexicon.given.get(word, 0)
        surname = lexicon.surname.get(word, 0)
        tier = lexicon.words.get(word, 9)
        clinical = word in lexicon.clinical
        plain = clinical or tier <= _USUAL or word in lexicon.titles
        if word in lexicon.eponyms:
            trade = clinical and not surname and given < _KNOWN_GIVEN
            return Kind.WORD if trade else Kind.EITHER
        if not (given or surname):
            listed = plain or tier <= _RARE or word in lexicon.regions
            return Kind.WORD if listed else self._joined(word)
        frequent = given >= _STRONG_GIVEN or surname >= _STRONG_SURNAME
        if not plain or (frequent and tier > 1 and not clinical):
            return Kind.NAME
        known = given >= _KNOWN_GIVEN or surname >= _KNOWN_SURNAME
        return Kind.EITHER if known else Kind.WORD

    def _joined(self, word: str) -> Kind:
        """Classify a word with an apostrophe, or one in no list."""
        if "'" in word:
            head, _, tail = word.partition("'")
            if head in {"o", "d", "l", "al", "n"} and len(tail) > _USUAL:
                return Kind.NAME
            return Kind.WORD
        # Accents are rare in English prose, and where they stand they mark names.
        if not word.isascii():
            return Kind.NAME
        return Kind.WORD if self._formed(word) else Kind.UNKNOWN

    def _formed(self, word: str) -> bool:
        """Tell whether an unlisted word is formed as language and medicine form words."""
        if len(word) < _SHORTEST_FORMED:
            return False
        if word.endswith(_ENDINGS):
            return True
        return any(
            word.startswith(prefix)
            and (
                word[len(prefix) :] in self.lexicon.words
                or word[len(prefix) :] in self.lexicon.clinical
            )
            for prefix in _PREFIXES
        )

    def function_word(self, word: str) -> bool:
        """Tell whether the word carries grammar, not a name, wherever it stands."""
        return word in self._plain

    def usual(self, word: str) -> bool:
        """Tell whether the word is in the language at all."""
        return word in self.lexicon.words

    def plain(self, word: str) -> bool:
        """Tell whether the word is never a name: function words, demonyms, clinical terms."""
        return word in self._plain or word in self.lexicon.clinical or word in self.lexicon.titles

    def word_name(self, reading: Reading, index: int) -> bool:
        """Tell whether a month or verb is a given name before a surname: April Showalter."""
        if not (
            self.given(reading.words[index]) >= _KNOWN_GIVEN
            and reading.cases[index] is Case.TITLE
            and reading.glued(index)
            and reading.cases[index + 1] is Case.TITLE
            and reading.lead(index)[:1] != "-"
        ):
            return False
        kind, surname = reading.kind(index + 1), self.surname(reading.words[index + 1])
        if kind is Kind.EITHER:
            return not reading.opens[index] and surname >= _KNOWN_GIVEN
        return kind is not Kind.WORD

    def before_surname(self, reading: Reading, index: int) -> bool:
        """Tell whether a capitalised word stands right before a surname: Dub Hensley."""
        return (
            reading.cases[index] is Case.TITLE
            and not reading.opens[index]
            and not self.plain(reading.words[index])
            and reading.glued(index)
            and reading.cases[index + 1] is Case.TITLE
            and reading.kind(index + 1) is Kind.NAME
        )

    def aged(self, reading: Reading, index: int) -> bool:
        """Tell whether a word that may be a name is followed by an age: "River, 3"."""
        word = reading.words[index]
        if self.plain(word) or not self.given(word) or index + 1 >= len(reading.words):
            return False
        return self.before_age(reading, index)

    @staticmethod
    def before_age(reading: Reading, index: int) -> bool:
        """Tell whether an age stands behind token ``index``: ", 60", " 44M", " 33 yo"."""
        if index + 1 >= len(reading.words):
            return False
        number = reading.words[index + 1]
        if not number.isdigit() or len(number) > _AGE_DIGITS:
            return False
        if reading.gap(index) == ", ":
            return True
        sexed = index + 2 < len(reading.words) and reading.words[index + 2] in _SEX_OR_AGE
        return reading.gap(index) == " " and sexed and reading.gap(index + 1) in {"", " "}

    def wordlike_given(self, reading: Reading, index: int) -> bool:
        """Tell whether a word before a surname is its given name: Prudence Achterberg."""
        return (
            self.given(reading.words[index]) > 0
            and reading.cases[index] is Case.TITLE
            and not self.plain(reading.words[index])
            and reading.glued(index)
            and reading.cases[index + 1] is Case.TITLE
            and reading.kind(index + 1) in {Kind.NAME, Kind.UNKNOWN}
        )

    def wordlike_surname(self, reading: Reading, index: int) -> bool:
        """Tell whether a rarer word behind a given name is its surname: Jolie Swimmer."""
        word = reading.words[index]
        return (
            index > 0
            and reading.cases[index] is Case.TITLE
            and reading.lines[index] is Line.MIXED
            and not self.function_word(word)
            and (self.surname(word) > 0 or (self.usual(word) and not self.plain(word)))
            and self.lexicon.words.get(word, 9) > 1
            and reading.glued(index - 1)
            and reading.kind(index - 1) is Kind.NAME
            and self.given(reading.words[index - 1]) > 0
        )

    def given(self, word: str) -> int:
        """Bearers per million as a given name."""
        return self.lexicon.given.get(word, 0)

    def surname(self, word: str) -> int:
        """Bearers per million as a surname."""
        return self.lexicon.surname.get(word, 0)
