"""What single characters are read as."""

from __future__ import annotations

import pytest

from harborward.text.canonical.characters import (
    MAX_EXPANSION,
    composed,
    fold,
    invisible,
    lookalikes,
    plain,
)
from harborward.text.canonical.tracked import Tracked

#: The planes that hold characters with a compatibility form.
ALL = (*range(0x80, 0x3400), *range(0xA000, 0xAC00), *range(0xF900, 0x20000))
TAGS = {code: 0xE0000 + code for code in range(0x20, 0x7F)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("219\u200b-\u00ad09", "219-09"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("2\x001\x009", "219"),
        ("a\x1fb\u2028c\u2029", "a b\nc\n"),
        ("tab\tline\r\npage\x0c", "tab\tline\r\npage\x0c"),
        ("\ud83d\ude00 \ud83d", "😀 \ud83d"),
    ],
)
def test_the_unseen_is_taken_out(text: str, expected: str) -> None:
    """Controls, joiners, fillers go; separators become blanks; surrogates pair up."""
    assert invisible(Tracked(text)).text == expected


@pytest.mark.parametrize(
    ("before", "hidden", "after", "expected"),
    [
        ("SSN ", "219-09-9999", " ok", "SSN 219-09-9999 ok"),
        ("SSN", "219", "ok", "SSN 219 ok"),
        ("x", "y", "z", "x yz"),
        ("219-", "abc", "09-9999", "219-09-9999"),
        ("219-", "313-555-0142", "09", "219-313-555-0142 09"),
    ],
)
def test_hidden_text_is_shown(before: str, hidden: str, after: str, expected: str) -> None:
    """Tag characters count as what they spell, unless they only cut a number in two."""
    assert invisible(Tracked(before + hidden.translate(TAGS) + after)).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("２１９－０９", "219-09"),
        ("٢١٩", "219"),
        ("\u2018a\u2019 \u201cb\u201d 5\u203210\u2033", "'a' \"b\" 5'10\""),
        ("it\x92s \x93so\x94 \x96 \x85", 'it\'s "so" - \u2026'),
        ("ﬁne Ⅷ ㎎ ⑳ ⑽", "fine VIII mg 20 10"),
        ("98.6º ½ cup № 4™ … ﷺ", "98.6° ½ cup № 4™ … ﷺ"),
        ("²¹⁹-⁰⁹-⁹⁹⁹⁹", "219-09-9999"),
        ("BMI 28 kg/m² H₂O CO₂ 5 cm³", "BMI 28 kg/m2 H2O CO2 5 cm3"),
        ("03/14/1985² Smith¹, 10⁹/L", "03/14/1985  Smith , 10 /L"),
        ("21⁹-09", "219-09"),
        ("\u00a8 caf\u00e9 Nu\u00f1ez", "\u00a8 caf\u00e9 Nu\u00f1ez"),
        ("🅹🅾🅷🅽 🇯🇴🇭🇳 ᴊᴏʜɴ", "JOHN JOHN john"),
    ],
)
def test_styled_characters_become_plain(text: str, expected: str) -> None:
    """Digits, marks, styles and ligatures fold; accents, fractions and units stay."""
    assert plain(Tracked(text)).text == expected


def test_many_different_characters_fold_in_one_walk() -> None:
    """The result is the same however many there are."""
    assert plain(Tracked("ＡＢＣＤＥＦＧＨＩＪＫＬＭＮ")).text == "ABCDEFGHIJKLMN"


def test_folding_any_character_is_final_and_bounded() -> None:
    """No character grows beyond the bound, and none folds twice."""
    folds = {char: fold(char) for char in map(chr, ALL)}
    changed = {char: new for char, new in folds.items() if new != char}
    assert all(0 < len(new) <= MAX_EXPANSION for new in changed.values())
    again = {part for new in changed.values() for part in new if not part.isascii()}
    assert {part for part in again if folds.get(part, part) != part} == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nu\u0301n\u0303ez", "N\u00fa\u00f1ez"),
        ("2\u03361\u03369\u0336", "219"),
        ("J\u0332o\u0332", "Jo"),
        ("\u0301alone\n\u0301", "\u0301alone\n\u0301"),
    ],
)
def test_accents_join_and_strokes_go(text: str, expected: str) -> None:
    """NFC where a composed letter exists; otherwise the mark is taken out."""
    assert composed(Tracked(text)).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sm\u0456th \u041ckafor", "Smith Mkafor"),
        ("\u0408\u0410\u0421\u041e\u0412 called", "JACOB called"),
        ("\u0410123 4", "A123 4"),
        ("Иван: рот, сон, COPD", "Иван: рот, сон, COPD"),
        ("α-fetoprotein, μg, β2", "α-fetoprotein, μg, β2"),
        ("plain", "plain"),
    ],
)
def test_lookalikes_become_latin_where_the_script_is_not_meant(text: str, expected: str) -> None:
    """Mixed words change; words of a text that is written in the script stay."""
    assert lookalikes(Tracked(text)).text == expected
