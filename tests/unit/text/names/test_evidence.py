"""What the lexicons say of a single word, and the titles sorted by role."""

from __future__ import annotations

import pytest

from harborward.text.names.evidence import (
    CALENDAR,
    PLACEHOLDERS,
    Evidence,
    Kind,
    Titles,
    plain_words,
)
from worlds.lexicon import evidence, tiny

#: Words of no language, each listed so as to reach one rule.
INVENTED = Evidence(
    tiny(
        given={
            "zorga": 400,  # usual
            "zorgb": 400,  # usual, and a rare word
            "zorgc": 400,  # usual, and a common word
            "zorgd": 400,  # usual, and a clinical term
            "zorge": 39,  # too few for a word
            "zorgf": 40,  # enough for a word
            "zorgg": 1,  # seen once
            "zorgh": 400,  # usual, and an eponym
            "zorgi": 400,  # usual, an eponym and a common word
            "zorgj": 400,  # usual, an eponym and a clinical term
            "zorgk": 39,  # a trade name that somebody bears
            "zorgl": 40,  # a trade name that more people bear
            "april": 400,
        },
        surname={"zorsa": 9, "zorsb": 10, "zorsc": 1, "zorsd": 400, "zorse": 1},
        words={
            "zorgb": 3,
            "zorgc": 1,
            "zorge": 2,
            "zorgf": 2,
            "zorgi": 1,
            "zorsa": 2,
            "zorsb": 2,
            "zorsd": 3,
            "zorwa": 1,
            "zorwb": 3,
        },
        clinical=frozenset({"zorgd", "zorgj", "zorgk", "zorgl", "zorse", "zorca"}),
        eponyms=dict.fromkeys(
            ["zorgh", "zorgi", "zorgj", "zorgk", "zorgl", "zorse", "zorea"], frozenset({"sign"})
        ),
        regions=frozenset({"zorra"}),
        titles={"zorta": frozenset({"kin"}), "zorgf": frozenset({"suffix"})},
    )
)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        pytest.param("the", Kind.WORD, id="function-word"),
        pytest.param("april", Kind.WORD, id="month-that-many-bear"),
        pytest.param("doe", Kind.WORD, id="placeholder"),
        pytest.param("zorwa", Kind.WORD, id="common-word"),
        pytest.param("zorwb", Kind.WORD, id="rare-word"),
        pytest.param("zorca", Kind.WORD, id="clinical-term"),
        pytest.param("zorra", Kind.WORD, id="region"),
        pytest.param("zorta", Kind.WORD, id="title"),
        pytest.param("zorvi", Kind.UNKNOWN, id="in-no-list"),
        pytest.param("zorga", Kind.NAME, id="given-name"),
        pytest.param("zorgg", Kind.NAME, id="seldom-given-name"),
        pytest.param("zorsc", Kind.NAME, id="seldom-surname"),
        pytest.param("zorgb", Kind.NAME, id="usual-name-and-rare-word"),
        pytest.param("zorsd", Kind.NAME, id="usual-surname-and-rare-word"),
        pytest.param("zorgc", Kind.EITHER, id="usual-name-and-common-word"),
        pytest.param("zorgd", Kind.EITHER, id="usual-name-and-clinical-term"),
        pytest.param("zorge", Kind.WORD, id="word-that-few-bear"),
        pytest.param("zorgf", Kind.EITHER, id="word-that-some-bear"),
        pytest.param("zorsa", Kind.WORD, id="word-that-few-families-bear"),
        pytest.param("zorsb", Kind.EITHER, id="word-that-some-families-bear"),
        pytest.param("zorea", Kind.EITHER, id="eponym"),
        pytest.param("zorgh", Kind.NAME, id="eponym-that-many-bear"),
        pytest.param("zorgi", Kind.EITHER, id="eponym-and-common-word"),
        pytest.param("zorgj", Kind.EITHER, id="eponym-and-clinical-term"),
        pytest.param("zorgk", Kind.WORD, id="trade-name"),
        pytest.param("zorgl", Kind.EITHER, id="trade-name-that-some-bear"),
        pytest.param("zorse", Kind.EITHER, id="trade-name-that-a-family-bears"),
    ],
)
def test_the_kind_of_a_listed_word(word: str, kind: Kind) -> None:
    """Bearers are weighed against the language, medicine and the eponyms."""
    assert INVENTED.kind(word) is kind


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        pytest.param("o'zorvan", Kind.NAME, id="irish"),
        pytest.param("d'zorva", Kind.NAME, id="french"),
        pytest.param("o'zo", Kind.WORD, id="tail-too-short"),
        pytest.param("zor'van", Kind.WORD, id="another-head"),
        pytest.param("zorvé", Kind.NAME, id="accent"),
        pytest.param("zorvitis", Kind.WORD, id="ending"),
        pytest.param("zoritis", Kind.WORD, id="shortest-with-an-ending"),
        pytest.param("zoitis", Kind.UNKNOWN, id="too-short-for-an-ending"),
        pytest.param("prezorwa", Kind.WORD, id="prefix-and-word"),
        pytest.param("prezorca", Kind.WORD, id="prefix-and-clinical-term"),
        pytest.param("prezorvi", Kind.UNKNOWN, id="prefix-and-nothing-known"),
        pytest.param("zorvandi", Kind.UNKNOWN, id="neither"),
    ],
)
def test_the_kind_of_an_unlisted_word(word: str, kind: Kind) -> None:
    """Apostrophes and accents make a name; endings and prefixes of medicine make a word."""
    assert INVENTED.kind(word) is kind


@pytest.mark.parametrize("word", ["zorwa", "zorvi"])
def test_the_same_answer_twice(word: str) -> None:
    """An answer that is remembered, and one that is not, are the same again."""
    assert INVENTED.kind(word) is INVENTED.kind(word)


def test_only_words_of_the_language_are_remembered() -> None:
    """A name is not kept when the passage that held it is gone."""
    fresh = Evidence(tiny(words={"zorwa": 1}, given={"zorga": 1}))
    for word in ("zorwa", "zorga", "zorvi"):
        fresh.kind(word)
    assert list(fresh._known) == ["zorwa"]


@pytest.mark.parametrize(
    ("word", "only"),
    [
        pytest.param("zorga", True, id="given-name"),
        pytest.param("zorsc", True, id="surname"),
        pytest.param("zorgb", True, id="rare-word"),
        pytest.param("zorgc", False, id="common-word"),
        pytest.param("zorgd", False, id="clinical-term"),
        pytest.param("zorea", False, id="nobody-bears-it"),
    ],
)
def test_only_a_name(word: str, *, only: bool) -> None:
    """A name that is no usual word and never plain."""
    assert INVENTED.only_name(word) is only


@pytest.mark.parametrize(
    ("word", "function", "usual", "plain"),
    [
        pytest.param("the", True, False, True, id="function-word"),
        pytest.param("april", True, False, True, id="month"),
        pytest.param("zorwa", False, True, False, id="word"),
        pytest.param("zorca", False, False, True, id="clinical-term"),
        pytest.param("zorta", False, False, True, id="title"),
        pytest.param("zorga", False, False, False, id="name"),
        pytest.param("zorvi", False, False, False, id="unknown"),
    ],
)
def test_what_a_word_is_for(word: str, *, function: bool, usual: bool, plain: bool) -> None:
    """Grammar, the language at large, and what is never a name are asked apart."""
    assert INVENTED.function_word(word) is function
    assert INVENTED.usual(word) is usual
    assert INVENTED.plain(word) is plain


def test_bearers() -> None:
    """Bearers per million; none for a word that nobody bears."""
    assert (INVENTED.given("zorga"), INVENTED.surname("zorga")) == (400, 0)
    assert (INVENTED.given("zorsd"), INVENTED.surname("zorsd")) == (0, 400)


def test_lists_at_hand() -> None:
    """Months, placeholders and function words stand in the package; comments do not."""
    assert "april" in CALENDAR
    assert "doe" in PLACEHOLDERS
    assert "the" in plain_words()
    assert not any("#" in word for word in plain_words())


def test_titles_by_role() -> None:
    """Each role has its words; an honorific that may be anything else is a role."""
    titles = Titles(
        tiny(
            titles={
                "zorca": frozenset({"credential"}),
                "zorsu": frozenset({"suffix"}),
                "zorpa": frozenset({"particle"}),
                "zorki": frozenset({"kin"}),
                "zorpe": frozenset({"person"}),
                "zorho": frozenset({"honorific"}),
                "dr": frozenset({"honorific"}),
                "father": frozenset({"kin"}),
                "pa": frozenset({"kin"}),
                "female": frozenset({"person"}),
                "major": frozenset({"honorific"}),
            }
        )
    )
    assert titles.credentials == {"zorca"}
    assert titles.suffixes == {"zorsu"}
    assert titles.particles == {"zorpa"}
    assert titles.kin == {"zorki", "father"}
    assert titles.roles == {"zorki", "father", "zorpe", "zorho"}
    assert titles.honorifics == Titles.HONORIFICS
    assert {"dr", "ms"} <= titles.honorifics
    assert "ms" in Titles.AMBIGUOUS


def test_the_shipped_lists() -> None:
    """A few words as everybody knows them."""
    kinds = {word: evidence().kind(word) for word in ("hannah", "rose", "zorva", "clinic")}
    assert kinds == {
        "hannah": Kind.NAME,
        "rose": Kind.EITHER,
        "zorva": Kind.UNKNOWN,
        "clinic": Kind.WORD,
    }
