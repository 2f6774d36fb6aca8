"""Stand-ins for what is made of words: names, places, organisations.

A value is cut into tokens; each token plays a part. What identifies nobody stays (Dr.,
Street, Hospital); a word is drawn once per crosswalk; an initial follows the surrogate of
the full name where one is known. Number of words, order and punctuation stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, final

from harborward.domain.errors import CrosswalkError
from harborward.domain.identifier import Label
from harborward.text.lexicon import shipped
from harborward.text.surrogates.pools import gender, is_given, pools
from harborward.text.surrogates.shape import LETTERS, normal, recase, scramble

if TYPE_CHECKING:
    from collections.abc import Mapping

    from harborward.domain.crosswalk import Crosswalk
    from harborward.text.draws import Draws

WORDED: Final = frozenset({Label.NAME, Label.LOCATION, Label.ORG})

#: Words (an apostrophe joins, but for a possessive) and numbers.
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['\u2019](?!s\b)[^\W\d_]+)*|[0-9]+", re.IGNORECASE)
#: Numbers of fewer digits are too few to be one-to-one by themselves.
_LONG_NUMBER: Final = 3
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})


class Part(Enum):
    """What a token is within its value."""

    KEPT = auto()
    INITIAL = auto()
    GIVEN = auto()
    SURNAME = auto()
    STREET = auto()
    PLACE = auto()
    NUMBER = auto()


@cache
def _kept() -> Mapping[str, frozenset[str]]:
    """Return the words that may stay, by role."""
    path = files("harborward.text") / "data" / "surrogates" / "kept.tsv"
    roles: dict[str, set[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            word, role = line.split("\t")
            roles.setdefault(role, set()).add(word)
    return {role: frozenset(words) for role, words in roles.items()}


@final
class Wording:
    """Draws values made of words from one crosswalk."""

    def __init__(self, crosswalk: Crosswalk, draws: Draws) -> None:
        """Draw with ``draws``, remember in ``crosswalk``."""
        self._crosswalk = crosswalk
        self._draws = draws

    @staticmethod
    def words(surface: str) -> list[str]:
        """Return the tokens of a value in normal form, those that may stay included."""
        return _TOKEN.findall(surface.casefold())

    def stand_in(self, label: Label, surface: str) -> str:
        """Return the stand-in of ``surface`` in its capitals and punctuation.

        Raises:
            CrosswalkError: no fresh value is left, or nothing in it can be replaced.
        """
        value = normal(label, surface)
        whole = self._crosswalk.surrogate(label, value, lambda: self._compose(label, value)).text
        fresh = _TOKEN.findall(whole)
        if len(fresh) != len(_TOKEN.findall(surface)):
            # Some letters fold into several; the tag that stands in is no less safe.
            msg = f"a {label.value} value does not keep its form when folded"
            raise CrosswalkError(msg)
        words = iter(fresh)
        return _TOKEN.sub(lambda match: recase(next(words), match[0]), surface)

    def _compose(self, label: Label, value: str) -> str:
        """Return one candidate for ``value``, which is in normal form."""
        tokens = list(_TOKEN.finditer(value))
        words = [token[0] for token in tokens]
        parts = _PLANS[label](value, tokens)
        fresh = [
            self._word(label, word, part) if part is not Part.INITIAL else word
            for word, part in zip(words, parts, strict=True)
        ]
        if label is Label.NAME:
            self._link(words, parts, fresh)
        for index, part in enumerate(parts):
            if part is Part.INITIAL:
                fresh[index] = self._initial(words, parts, index)
        stream = iter(fresh)
        return _TOKEN.sub(lambda _: next(stream), value)

    def _word(self, label: Label, word: str, part: Part) -> str:
        if part is Part.KEPT:
            return word
        if part is Part.NUMBER:
            return self._number(label, word)
        pool = _pool(word, part)
        return self._crosswalk.part(label, word, lambda: self._draws.choice(pool))

    def _number(self, label: Label, word: str) -> str:
        def draw() -> str:
            fresh = scramble(word, self._draws)
            return fresh if fresh[0] != "0" or word[0] == "0" else f"9{fresh[1:]}"

        if len(word) < _LONG_NUMBER:
            return draw()
        return self._crosswalk.part(label, word, draw)

    def _link(self, words: Sequence[str], parts: Sequence[Part], fresh: Sequence[str]) -> None:
        """Remember which initial the bearer of a full name goes by from now on."""
        surname = _first(words, parts, Part.SURNAME)
        for word, part, stand_in in zip(words, parts, fresh, strict=True):
            if part is Part.GIVEN and surname:
                key = f"{word[0]} {surname}"
                self._crosswalk.initial(Label.NAME, key, lambda s=stand_in: s[0])  # type: ignore[misc]

    def _initial(self, words: Sequence[str], parts: Sequence[Part], index: int) -> str:
        def draw() -> str:
            return self._draws.choice(LETTERS)

        surname = _first(words, parts, Part.SURNAME)
        first = Part.GIVEN not in parts[:index] and Part.INITIAL not in parts[:index]
        if not surname or not first:
            return draw()
        return self._crosswalk.initial(Label.NAME, f"{words[index]} {surname}", draw)


def _first(words: Sequence[str], parts: Sequence[Part], wanted: Part) -> str:
    """Return the first word that plays ``wanted``, or an empty text."""
    return next((w for w, part in zip(words, parts, strict=True) if part is wanted), "")


def _pool(word: str, part: Part) -> tuple[str, ...]:
    if part is Part.GIVEN:
        return pools().given[gender(word)]
    return pools().cities if part is Part.PLACE else pools().surnames


def _name(value: str, tokens: Sequence[re.Match[str]]) -> list[Part]:
    """Tell given names from surnames; "LAST, First" has its comma after the surname."""
    kept = _kept()
    parts: list[Part] = []
    comma = value.find(",")
    for index, token in enumerate(tokens):
        word = token[0]
        follows = 0 <= comma < token.start()
        if _possessive(value, token) or (index == 0 and word in kept["honorific"]):
            parts.append(Part.KEPT)
        elif word.isdecimal():
            parts.append(Part.NUMBER)
        elif len(word) == 1:
            parts.append(Part.INITIAL)
        elif index and (
            (word in kept["particle"] and index < len(tokens) - 1)
            or word in kept["suffix"]
            or (follows and word in kept["credential"])
        ):
            parts.append(Part.KEPT)
        else:
            parts.append(Part.GIVEN)
    return _with_surnames(tokens, parts, comma)


def _with_surnames(tokens: Sequence[re.Match[str]], parts: list[Part], comma: int) -> list[Part]:
    """Turn into a surname: what stands before the comma, or the last of several, or alone."""
    named = [index for index, part in enumerate(parts) if part is Part.GIVEN]
    before = [index for index in named if tokens[index].start() < comma]
    after = [index for index, part in enumerate(parts) if tokens[index].start() > comma >= 0]
    lone = len(named) == 1 and not any(part is Part.INITIAL for part in parts)
    if before and any(parts[index] in {Part.GIVEN, Part.INITIAL} for index in after):
        surnames = before
    elif lone and parts[0] is not Part.KEPT and is_given(tokens[named[0]][0]):
        surnames = []
    else:
        surnames = named[-1:]
    for index in surnames:
        parts[index] = Part.SURNAME
    return parts


def _organisation(value: str, tokens: Sequence[re.Match[str]]) -> list[Part]:
    """Keep the words for what an organisation is; the others name it."""
    kept = _kept()
    stay = kept["institution"] | kept["joint"]
    return [
        Part.NUMBER
        if token[0].isdecimal()
        else Part.KEPT
        if token[0] in stay or _possessive(value, token)
        else Part.INITIAL
        if len(token[0]) == 1
        else Part.SURNAME
        for token in tokens
    ]


def _location(value: str, tokens: Sequence[re.Match[str]]) -> list[Part]:
    """Keep what kind of street or region it is, and the state; the others name it."""
    kept = _kept()
    street = bool(tokens) and tokens[0][0].isdecimal()
    return [_place(value, tokens, index, kept, street=street) for index in range(len(tokens))]


def _place(
    value: str,
    tokens: Sequence[re.Match[str]],
    index: int,
    kept: Mapping[str, frozenset[str]],
    *,
    street: bool,
) -> Part:
    token = tokens[index]
    word, glued = token[0], index > 0 and tokens[index - 1].end() == token.start()
    if word.isdecimal():
        return Part.NUMBER
    if glued and tokens[index - 1][0].isdecimal() and word in _ORDINALS:
        return Part.KEPT
    stays = (
        word in kept["unit"]
        or word in kept["joint"]
        or (word in kept["direction"] and (street or len(word) == 1))
        or (index and word in kept["street"] and street)
        or (index and word in kept["region"])
        or (index and _is_state(value, tokens, index))
        or _possessive(value, token)
    )
    if stays:
        return Part.KEPT
    if len(word) == 1:
        return Part.INITIAL
    comma = value.find(",")
    return Part.STREET if street and (comma < 0 or token.start() < comma) else Part.PLACE


def _is_state(value: str, tokens: Sequence[re.Match[str]], index: int) -> bool:
    """Tell whether a token between a comma and a comma, a ZIP code or the end is a state."""
    word, end = tokens[index][0], tokens[index].end()
    before = value[tokens[index - 1].end() : tokens[index].start()]
    after = tokens[index + 1 : index + 2]
    closes = not after or after[0][0].isdecimal() or "," in value[end : after[0].start()]
    lexicon = shipped()
    known = word in lexicon.state_codes or word in lexicon.regions
    return known and closes and "," in before


def _possessive(value: str, token: re.Match[str]) -> bool:
    return token[0] == "s" and value[token.start() - 1 : token.start()] in {"'", "\u2019"}


_Plan = Callable[[str, Sequence["re.Match[str]"]], list[Part]]
_PLANS: Final[Mapping[Label, _Plan]] = {
    Label.NAME: _name,
    Label.ORG: _organisation,
    Label.LOCATION: _location,
}
