"""How much a single word looks like a name, judged by the lexicons alone."""

from __future__ import annotations

from enum import IntEnum
from importlib.resources import files
from typing import TYPE_CHECKING, Final, final

from harborward.text.wordlists import wordlist

if TYPE_CHECKING:
    from harborward.text.lexicon import Lexicon

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
        self.credentials = frozenset(w for w, r in roles.items() if "credential" in r)
        self.suffixes = frozenset(w for w, r in roles.items() if "suffix" in r)
        self.particles = frozenset(w for w, r in roles.items() if "particle" in r)
        self.kin = frozenset(w for w, r in roles.items() if "kin" in r) - _NOT_ROLES
        people = frozenset(w for w, r in roles.items() if not r.isdisjoint(_PEOPLE))
        announce = frozenset(w for w, r in roles.items() if r == {"honorific"}) - self.HONORIFICS
        self.roles = (people | announce) - _NOT_ROLES


#: Roles of words that stand for a person.
_PEOPLE: Final = frozenset({"kin", "person"})
#: In the title list, but before a plain word far more often than before a name.
_NOT_ROLES: Final = wordlist("not_roles")


@final
class Evidence:
    """Answers what kind of word a token is."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon."""
        self.lexicon = lexicon
        self._known: dict[str, Kind] = {}
        self._plain = CALENDAR | PLACEHOLDERS | plain_words()

    def kind(self, word: str) -> Kind:
        """Classify one lower-case word."""
        known = self._known.get(word)
        if known is not None:
            return known
        kind = self._judged(word)
        if word in self.lexicon.words:  # remembered: a word of the language tells nothing
            self._known[word] = kind
        return kind

    def _judged(self, word: str) -> Kind:
        lexicon = self.lexicon
        if word in self._plain:
            return Kind.WORD
        given = lexicon.given.get(word, 0)
        surname = lexicon.surname.get(word, 0)
        tier = lexicon.words.get(word, 9)
        clinical = word in lexicon.clinical
        plain = clinical or tier <= _USUAL or word in lexicon.titles
        if word in lexicon.eponyms:
            if clinical and not surname and given < _KNOWN_GIVEN:
                return Kind.WORD  # a trade name
            everyday = given >= _STRONG_GIVEN and tier > 1 and not clinical
            return Kind.NAME if everyday else Kind.EITHER
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
        return word.startswith(_PREFIXES) and any(
            word.startswith(prefix)
            and (
                word[len(prefix) :] in self.lexicon.words
                or word[len(prefix) :] in self.lexicon.clinical
            )
            for prefix in _PREFIXES
        )

    def only_name(self, word: str) -> bool:
        """Tell whether a word is a name and no language, though medicine may use the name."""
        return bool(
            (self.given(word) or self.surname(word))
            and self.lexicon.words.get(word, 9) > _USUAL
            and not self.plain(word)
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

    def given(self, word: str) -> int:
        """Bearers per million as a given name."""
        return self.lexicon.given.get(word, 0)

    def surname(self, word: str) -> int:
        """Bearers per million as a surname."""
        return self.lexicon.surname.get(word, 0)
