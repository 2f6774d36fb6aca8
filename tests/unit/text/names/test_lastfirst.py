"""Names written family name first."""

from __future__ import annotations

from functools import cache

import pytest

from harborward.text.lexicon import shipped
from harborward.text.names.evidence import Titles
from harborward.text.names.lastfirst import LastFirst
from harborward.text.names.reading import Run
from worlds.lexicon import evidence, reading


@cache
def _last_first() -> LastFirst:
    return LastFirst(evidence(), Titles(shipped()))


def _extended(text: str, family: str) -> str | None:
    """Return the whole name whose family name is the first ``family`` in ``text``."""
    read = reading(text)
    passage = read.passage
    start = text.index(family)
    first, last = passage.token_at(start), passage.token_at(start + len(family) - 1) + 1
    run = _last_first().extend(read, Run(first, last))
    return None if run is None else text[passage.starts[run.first] : passage.ends[run.last - 1]]


@pytest.mark.parametrize(
    ("text", "family"),
    [
        pytest.param("Okafor", "Okafor", id="end"),
        pytest.param("Okafor; Nadia left", "Okafor", id="semicolon"),
        pytest.param("Okafor , Nadia left", "Okafor", id="blank-before-the-comma"),
        pytest.param("Okafor, nadia left", "Okafor", id="small-letters"),
        pytest.param("Okafor, 12", "Okafor", id="number"),
        pytest.param("Aurora, CO is far", "Aurora", id="state"),
        pytest.param("Ruiz Soto Cruz Okafor, Nadia left", "Ruiz Soto Cruz Okafor", id="too-long"),
    ],
)
def test_what_is_no_family_name_and_comma(text: str, family: str) -> None:
    """A comma stands between at most three words and a capital that is no state's code."""
    assert _extended(text, family) is None


@pytest.mark.parametrize(
    ("text", "family", "name"),
    [
        pytest.param("Okafor, L\nleft", "Okafor", "Okafor, L", id="initial"),
        pytest.param('"Okafor, L" left', "Okafor", "Okafor, L", id="initial-in-quotes"),
        pytest.param("Okafor, L left", "Okafor", None, id="initial-in-a-sentence"),
        pytest.param("Reed, L\nleft", "Reed", None, id="initial-behind-a-word"),
        pytest.param("Okafor, Nadia B\nleft", "Okafor", "Okafor, Nadia B", id="given-and-initial"),
        pytest.param("Okafor, Zorva\nleft", "Okafor", "Okafor, Zorva", id="unlisted"),
        pytest.param("We saw Okafor, Nadia\nleft", "Okafor", "Okafor, Nadia", id="end-of-a-line"),
        pytest.param("Okafor, Clinic\nleft", "Okafor", None, id="plain-word"),
    ],
)
def test_a_name_that_fills_its_cell(text: str, family: str, name: str | None) -> None:
    """At the end of a line or cell an initial or an unlisted word is enough."""
    assert _extended(text, family) == name


@pytest.mark.parametrize(
    ("text", "family", "name"),
    [
        pytest.param("Okafor, Nadia left", "Okafor", "Okafor, Nadia", id="name"),
        pytest.param("Okafor,Nadia left", "Okafor", "Okafor,Nadia", id="no-blank"),
        pytest.param("Reed, Nadia left", "Reed", "Reed, Nadia", id="wordlike"),
        pytest.param("Zorva, Nadia left", "Zorva", "Zorva, Nadia", id="unlisted"),
        pytest.param("Zorva Jade, Nadia left", "Zorva Jade", "Zorva Jade, Nadia", id="two-words"),
        pytest.param("Jade, Nadia left", "Jade", None, id="no-surname"),
        pytest.param("Table, Nadia left", "Table", None, id="plain-word"),
        pytest.param("Okafor, Zorva left", "Okafor", None, id="unlisted-given-name"),
        pytest.param("Okafor, Zorva-mi left", "Okafor", "Okafor, Zorva", id="hyphen-behind"),
        pytest.param("Okafor, The left", "Okafor", None, id="function-word"),
        pytest.param("12 Reed, Nadia left", "Reed", "Reed, Nadia", id="bed-number"),
        pytest.param("Bed 12 Reed, Nadia left", "Reed", None, id="number-inside"),
        pytest.param("the Reed, Nadia left", "Reed", None, id="inside-a-sentence"),
    ],
)
def test_a_name_that_opens_its_line(text: str, family: str, name: str | None) -> None:
    """Where a line goes on the given name must be known, and the surname open the line."""
    assert _extended(text, family) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Reed, Nadia B. left", "Reed, Nadia B", id="initial"),
        pytest.param("Reed, Nadia Rose left", "Reed, Nadia Rose", id="second-given-name"),
        pytest.param("Reed, Nadia RN left", "Reed, Nadia", id="credential"),
        pytest.param("Reed, Nadia Table left", "Reed, Nadia", id="plain-word"),
        pytest.param("Reed, Nadia, Rose left", "Reed, Nadia", id="another-comma"),
        pytest.param("Reed, Nadia", "Reed, Nadia", id="end"),
    ],
)
def test_where_the_given_names_end(text: str, name: str) -> None:
    """Further given names and initials belong; credentials and words do not."""
    assert _extended(text, "Reed") == name


def test_the_given_names_are_bounded() -> None:
    """A list of names is not one person's."""
    name = _extended("Reed, " + "Nadia " * 12 + "left", "Reed")
    assert name is not None
    assert name.count("Nadia") < 8
