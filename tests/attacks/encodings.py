"""Ways to write a value so that a reader or a language model still reads it.

Each encoding is a pure function from a value to its disguise, or to None where the value
has nothing to disguise in that way. ``report`` counts what a finder still finds.
"""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, NamedTuple

from attacks.exemplars import EXEMPLARS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from attacks.exemplars import Exemplar


DIGITS = "0123456789"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SMALL = CAPITALS.lower()
#: The last characters of a value, encoded alone: what a sender may care to hide.
TAIL = 4
#: A row is joined from so many letters or digits on (see ``text.canonical.apart``).
ROW_LETTERS, ROW_DIGITS = 5, 7


class Encoding(NamedTuple):
    """A named disguise. ``by_character`` ones may also disguise a part of the value.

    ``read`` is what a reader reads, which differs from the value only in case.
    """

    name: str
    encode: Callable[[str], str | None]
    by_character: bool = True
    read: Callable[[str], str] = str


def _solid(
    name: str, encode: Callable[[str], str | None], read: Callable[[str], str] = str
) -> Encoding:
    """Return an encoding that only ever takes in the whole value."""
    return Encoding(name, encode, by_character=False, read=read)


class Attack(NamedTuple):
    """One encoded sentence; ``[start, end)`` holds the disguise, ``read`` its meaning."""

    encoding: str
    exemplar: Exemplar
    part: str
    text: str
    start: int
    end: int
    read: str


def _changed(value: str, disguise: str) -> str | None:
    return None if disguise == value else disguise


def _table(plain: str, styled: Sequence[str]) -> Callable[[str], str | None]:
    """Replace characters one by one."""
    table = {ord(char): new for char, new in zip(plain, styled, strict=True)}
    return lambda value: _changed(value, value.translate(table))


def _run(plain: str, first: int) -> Callable[[str], str | None]:
    """Replace characters by those of a run of code points."""
    return _table(plain, [chr(first + index) for index in range(len(plain))])


def _each(spell: Callable[[str], str]) -> Callable[[str], str | None]:
    """Spell every character."""
    return lambda value: "".join(map(spell, value))


def _only(spell: Callable[[str], str]) -> Callable[[str], str | None]:
    """Spell punctuation alone."""
    return lambda value: _changed(
        value, re.sub(r"[^\w\s]", lambda match: spell(match[0]), value, flags=re.ASCII)
    )


def _between(mark: str) -> Callable[[str], str | None]:
    """Put an unseen mark between all characters."""
    return lambda value: _changed(value, mark.join(value))


def _over(mark: str) -> Callable[[str], str | None]:
    """Draw a mark over every letter and digit."""
    return lambda value: re.sub(r"([^\W_])", rf"\1{mark}", value)


def _apart(gap: str) -> Callable[[str], str | None]:
    """Part the characters of a value that has enough of them."""

    def encode(value: str) -> str | None:
        letters = sum(char.isalpha() for char in value)
        digits = sum(char.isdigit() for char in value)
        enough = digits >= ROW_DIGITS or letters >= ROW_LETTERS
        return gap.join(value) if enough and gap[0] not in value else None

    return encode


def _whole(encode: Callable[[bytes], bytes], at_least: int) -> Callable[[str], str | None]:
    """Encode the bytes of a value that gives so many characters."""

    def encoded(value: str) -> str | None:
        result = encode(value.encode()).decode()
        return result if len(result) >= at_least else None

    return encoded


def _lines(width: int) -> Callable[[str], str | None]:
    """Break base64 into lines."""

    def encode(value: str) -> str | None:
        blob = base64.b64encode(value.encode()).decode()
        lines = [blob[start : start + width] for start in range(0, len(blob), width)]
        return "\n".join(lines) if len(lines) > 1 and len(lines[-1]) > TAIL else None

    return encode


def _pairs(gap: str) -> Callable[[str], str | None]:
    """Part the bytes; pairs of decimal digits alone would be a row of measurements."""

    def encode(value: str) -> str | None:
        pairs = value.encode().hex(gap)
        return pairs if len(value) > 9 and re.search("[a-f]", pairs) else None

    return encode


def _named(names: Mapping[str, str]) -> Callable[[str], str | None]:
    return lambda value: _changed(value, "".join(names.get(char, char) for char in value))


_DASHES = {
    "hyphen": 0x2010,
    "non-breaking hyphen": 0x2011,
    "figure dash": 0x2012,
    "en dash": 0x2013,
    "em dash": 0x2014,
    "horizontal bar": 0x2015,
    "minus sign": 0x2212,
    "small hyphen-minus": 0xFE63,
    "full-width hyphen": 0xFF0D,
    "small em dash": 0xFE58,
    "hyphen bullet": 0x2043,
    "modifier minus": 0x02D7,
    "Mongolian soft hyphen": 0x1806,
    "Armenian hyphen": 0x058A,
}
_MARKS = {
    "fraction slash": ("/", 0x2044),
    "division slash": ("/", 0x2215),
    "full-width solidus": ("/", 0xFF0F),
    "one dot leader": (".", 0x2024),
    "full-width full stop": (".", 0xFF0E),
    "ideographic full stop": (".", 0x3002),
    "small full stop": (".", 0xFE52),
    "full-width at": ("@", 0xFF20),
    "small at": ("@", 0xFE6B),
    "ratio for a colon": (":", 0x2236),
    "full-width low line": ("_", 0xFF3F),
    "no-break space": (" ", 0x00A0),
    "thin space": (" ", 0x2009),
    "narrow no-break space": (" ", 0x202F),
    "ideographic space": (" ", 0x3000),
    "figure space": (" ", 0x2007),
}
_DIGIT_RUNS = {
    "Arabic-Indic": 0x0660,
    "Persian": 0x06F0,
    "Devanagari": 0x0966,
    "Bengali": 0x09E6,
    "Gurmukhi": 0x0A66,
    "Gujarati": 0x0AE6,
    "Tamil": 0x0BE6,
    "Telugu": 0x0C66,
    "Thai": 0x0E50,
    "Lao": 0x0ED0,
    "Tibetan": 0x0F20,
    "Myanmar": 0x1040,
    "Khmer": 0x17E0,
    "full-width": 0xFF10,
    "bold": 0x1D7CE,
    "double-struck": 0x1D7D8,
    "sans": 0x1D7E2,
    "sans bold": 0x1D7EC,
    "monospace": 0x1D7F6,
    "segmented": 0x1FBF0,
    "subscript": 0x2080,
}
_DIGIT_TABLES = {
    "superscript": "\u2070\xb9\xb2\xb3\u2074\u2075\u2076\u2077\u2078\u2079",
    "circled": "\u24ea\u2460\u2461\u2462\u2463\u2464\u2465\u2466\u2467\u2468",
    "negative circled": "\u24ff\u2776\u2777\u2778\u2779\u277a\u277b\u277c\u277d\u277e",
    "parenthesised": "0\u2474\u2475\u2476\u2477\u2478\u2479\u247a\u247b\u247c",
    "digit full stop": "0\u2488\u2489\u248a\u248b\u248c\u248d\u248e\u248f\u2490",
}
#: Runs of capitals and small letters.
_LETTER_RUNS = {
    "full-width letters": (0xFF21, 0xFF41),
    "bold letters": (0x1D400, 0x1D41A),
    "bold italic letters": (0x1D468, 0x1D482),
    "bold script letters": (0x1D4D0, 0x1D4EA),
    "bold fraktur letters": (0x1D56C, 0x1D586),
    "sans letters": (0x1D5A0, 0x1D5BA),
    "sans italic letters": (0x1D608, 0x1D622),
    "monospace letters": (0x1D670, 0x1D68A),
    "circled letters": (0x24B6, 0x24D0),
}
#: Runs of capitals alone, for values in capitals.
_CAPITAL_RUNS = {
    "parenthesised letters": 0x1F110,
    "squared letters": 0x1F130,
    "negative circled letters": 0x1F150,
    "negative squared letters": 0x1F170,
    "regional indicators": 0x1F1E6,
}
_UNSEEN = {
    "zero width space": 0x200B,
    "zero width non-joiner": 0x200C,
    "zero width joiner": 0x200D,
    "word joiner": 0x2060,
    "byte order mark": 0xFEFF,
    "soft hyphen": 0x00AD,
    "grapheme joiner": 0x034F,
    "vowel separator": 0x180E,
    "left-to-right mark": 0x200E,
    "right-to-left mark": 0x200F,
    "left-to-right override": 0x202D,
    "isolate": 0x2066,
    "invisible times": 0x2062,
    "variation selector": 0xFE0F,
    "variation selector 17": 0xE0100,
    "Hangul filler": 0x3164,
    "null": 0x0000,
    "backspace": 0x0008,
    "annotation anchor": 0xFFF9,
    "terminal colour": 0x001B,
}
_OVERLAYS = {
    "stroke overlay": "\u0336",
    "low line": "\u0332",
    "solidus overlay": "\u0337",
    "keycap": "\ufe0f\u20e3",
    "enclosing circle": "\u20dd",
}
_CYRILLIC = ("ABEKMHOPCTXaeopcyxisj", "АВЕКМНОРСТХаеорсухіѕј")
_GREEK = ("ABEZHIKMNOPTXov", "ΑΒΕΖΗΙΚΜΝΟΡΤΧον")
_HTML_NAMES = {
    ".": "&period;",
    "/": "&sol;",
    "@": "&commat;",
    ":": "&colon;",
    "-": "&hyphen;",
    "_": "&lowbar;",
    " ": "&nbsp;",
}


def _json(value: str) -> str:
    """Write math digits as JSON writes them: surrogate pairs."""
    bold = value.translate({ord(char): chr(0x1D7CE + int(char)) for char in DIGITS})
    return json.dumps(bold)[1:-1]


def _styled() -> Iterator[Encoding]:
    """Yield what replaces characters by characters."""
    for name, code in _DASHES.items():
        yield Encoding(name, _table("-", [chr(code)]))
    for name, (plain, code) in _MARKS.items():
        yield Encoding(name, _table(plain, [chr(code)]))
    for name, code in _DIGIT_RUNS.items():
        yield Encoding(f"{name} digits", _run(DIGITS, code))
    for name, table in _DIGIT_TABLES.items():
        # In part, one or two raised digits are a footnote.
        yield Encoding(f"{name} digits", _table(DIGITS, table), by_character=name != "superscript")
    for name, (capital, small) in _LETTER_RUNS.items():
        codes = [*range(capital, capital + 26), *range(small, small + 26)]
        yield Encoding(name, _table(CAPITALS + SMALL, list(map(chr, codes))))
    for name, code in _CAPITAL_RUNS.items():
        yield Encoding(name, _run(CAPITALS, code))
    yield Encoding("full-width ASCII", _run("".join(map(chr, range(0x21, 0x7F))), 0xFF01))
    yield Encoding("Cyrillic look-alikes", _table(*_CYRILLIC))
    yield Encoding("Greek look-alikes", _table(*_GREEK))
    yield _solid("tag characters", _each(lambda char: chr(0xE0000 + ord(char))))
    for name, code in _UNSEEN.items():
        mark = chr(code) + ("[31m" if name == "terminal colour" else "")
        yield Encoding(f"{name} between", _between(mark))
    for name, overlay in _OVERLAYS.items():
        yield Encoding(f"{name} over", _over(overlay))


def _spelled() -> Iterator[Encoding]:
    """Yield what spells characters by sequences."""
    for name, spell in {
        "decimal entities": lambda char: f"&#{ord(char)};",
        "padded decimal entities": lambda char: f"&#{ord(char):07d};",
        "hexadecimal entities": lambda char: f"&#x{ord(char):x};",
        "capital hexadecimal entities": lambda char: f"&#X{ord(char):04X};",
        "entities escaped twice": lambda char: f"&amp;#{ord(char)};",
        "entities escaped thrice": lambda char: f"&amp;amp;#x{ord(char):x};",
        "percent": lambda char: f"%{ord(char):02X}",
        "small percent": lambda char: f"%{ord(char):02x}",
        "percent escaped twice": lambda char: f"%25{ord(char):02X}",
        "percent u": lambda char: f"%u{ord(char):04X}",
        "JSON": lambda char: f"\\u{ord(char):04x}",
        "capital JSON": lambda char: f"\\u{ord(char):04X}",
        "JSON in JSON": lambda char: f"\\\\u{ord(char):04x}",
        "Python x": lambda char: f"\\x{ord(char):02x}",
        "Python U": lambda char: f"\\U{ord(char):08x}",
        "JavaScript braces": lambda char: f"\\u{{{ord(char):x}}}",
        "octal": lambda char: f"\\{ord(char):03o}",
        "CSS": lambda char: f"\\0000{ord(char):02x}",
        "JSON in entities": lambda char: f"&bsol;u{ord(char):04x}",
    }.items():
        yield Encoding(name, _each(spell))
    # In part, a browser would read the digits that follow as well; a URL keeps its marks.
    bare = _each(lambda char: f"&#{ord(char):07d}")
    yield _solid("decimal entities without semicolon", bare)
    both = _each(lambda char: f"%26%23{ord(char)}%3B")
    yield _solid("entities in percent", both)
    yield _solid("quoted-printable", _each(lambda char: f"={ord(char):02X}"))
    yield _solid("CSS pairs", _each(lambda char: f"\\{ord(char):02x} "))
    yield Encoding("punctuation in percent", _only(lambda char: f"%{ord(char):02X}"))
    yield Encoding("punctuation in entities", _only(lambda char: f"&#{ord(char)};"))
    yield Encoding("punctuation in JSON", _only(lambda char: f"\\u{ord(char):04x}"))
    yield Encoding("Markdown escapes", _only(lambda char: f"\\{char}"))
    yield Encoding("named entities", _named(_HTML_NAMES))
    yield Encoding("spelled at", _named({"@": " [at] ", ".": " (dot) "}))
    yield Encoding("surrogate pairs", lambda value: _changed(value, _json(value)))


def _recoded() -> Iterator[Encoding]:
    """Yield what recodes the value as a whole."""
    once = base64.b64encode
    for name, encode, least in (
        ("base64", once, 10),
        ("base64 without padding", lambda data: once(data).rstrip(b"="), 10),
        ("base64 for URLs", lambda data: base64.urlsafe_b64encode(data).rstrip(b"="), 10),
        ("base64 twice", lambda data: once(once(data)), 10),
        ("base64 in percent", lambda data: once(data).replace(b"=", b"%3D"), 10),
        ("base64 of UTF-16", lambda data: once(data.decode().encode("utf-16-le")), 10),
        ("hexadecimal", lambda data: data.hex().encode(), 18),
        ("capital hexadecimal", lambda data: data.hex().upper().encode(), 18),
        ("0x bytes", lambda data: b", ".join(b"0x%02x" % byte for byte in data), 40),
        ("base32", base64.b32encode, 16),
    ):
        yield _solid(name, _whole(encode, least))
    for name, gap in {"spaced": " ", "colon": ":"}.items():
        yield _solid(f"hexadecimal {name}", _pairs(gap))
    yield _solid("base64 in lines", _lines(20))
    for name, gap in {
        "blanks": " ",
        "two blanks": "  ",
        "dots": ".",
        "low lines": "_",
        "dashes": "-",
        "stars": "*",
        "thin spaces": "\u2009",
        "en spaces": "\u2002",
    }.items():
        yield _solid(f"apart by {name}", _apart(gap))
    yield _solid("capitals", lambda value: _changed(value, value.upper()), str.upper)
    yield _solid("small letters", lambda value: _changed(value, value.lower()), str.lower)
    yield _solid("title case", lambda value: _changed(value, value.title()), str.title)


ENCODINGS = (*_styled(), *_spelled(), *_recoded())


def attacks(encoding: Encoding) -> Iterator[Attack]:
    """Yield every exemplar under ``encoding``: the whole value, its tail, every other one."""
    for exemplar in EXEMPLARS:
        value = exemplar.value
        parts = {"whole": encoding.encode(value)}
        if encoding.by_character:
            tail = encoding.encode(value[-TAIL:])
            parts["tail"] = tail and value[:-TAIL] + tail
            pairs = [value[at : at + 2] for at in range(0, len(value), 2)]
            mixed = [(encoding.encode(p) or p) if i % 2 else p for i, p in enumerate(pairs)]
            parts["alternate"] = _changed(value, "".join(mixed))
        for part, disguise in parts.items():
            if disguise:
                start = len(exemplar.before)
                text = f"{exemplar.before}{disguise}{exemplar.after}"
                end = start + len(disguise)
                read = encoding.read(value)
                yield Attack(encoding.name, exemplar, part, text, start, end, read)


class Score(NamedTuple):
    """How many attacks of one encoding were found."""

    found: int
    total: int


def report(find: Callable[[str], Sequence[tuple[int, int, str]]]) -> dict[str, Score]:
    """Return for each encoding how many disguises ``find`` covers with findings."""
    result = {}
    for encoding in ENCODINGS:
        outcomes = [covered(find(attack.text), attack) for attack in attacks(encoding)]
        result[encoding.name] = Score(sum(outcomes), len(outcomes))
    return result


def covered(spans: Sequence[tuple[int, int, str]], attack: Attack) -> bool:
    """Tell whether every character of the disguise lies in a finding; gaps may be blank."""
    held = {at for start, end, _ in spans for at in range(start, end)}
    missed = set(range(attack.start, attack.end)) - held
    return all(attack.text[at].isspace() for at in missed)
