"""ZIP codes keep three digits only where more than 20,000 people share them."""

from __future__ import annotations

import pytest

from harborward.domain.errors import UndecodableError
from harborward.text.zip3 import SUPPRESSED, Zip3Table, generalise, parse

TABLE = """\
# columns: zip3, state, restricted_in, note
005\tNY\t-\tno_standard_zip
036\tNH\t2000,2010\t-
021\tMA\t-\t-

090\tAE\t-\tmilitary
"""


@pytest.mark.parametrize("written", ["02115", " 02115 ", "02115-1234", "021151234"])
def test_a_populous_prefix_stays(written: str) -> None:
    """The first three digits of a ZIP code or ZIP+4 are kept."""
    assert generalise(written, parse(TABLE)) == "021"


@pytest.mark.parametrize("written", ["03601", "00501", "09012", "99999", "02115-12", "K1A 0B6", ""])
def test_anything_else_is_suppressed(written: str) -> None:
    """Restricted, special, unknown and malformed codes all become 000."""
    assert generalise(written, parse(TABLE)) == SUPPRESSED


def test_the_table_shows_its_size() -> None:
    """A repr of a thousand prefixes helps nobody."""
    assert repr(parse(TABLE)) == "<Zip3Table: 1 prefixes may stay>"


@pytest.mark.parametrize("broken", ["021\tMA\t-", "21\tMA\t-\t-", "# none", "036\tNH\t2000\t-"])
def test_a_broken_table_is_refused(broken: str) -> None:
    """A wrong column count, a short prefix or an empty table is an error, not a guess."""
    with pytest.raises(UndecodableError, match="ZIP table"):
        parse(broken)


def test_a_table_is_a_set_of_prefixes() -> None:
    """What is not in the set does not stay."""
    assert generalise("12345", Zip3Table(frozenset({"021"}))) == SUPPRESSED
