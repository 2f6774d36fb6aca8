"""Ways to write a value so that a reader or a language model still reads it.

Each encoding is a pure function from a value to its disguise, or to None where the value
has nothing to disguise in that way. ``report`` counts what a finder still finds.
"""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, NamedTuple

from attacks.alphabets import (
    CAPITAL_RUNS,
    CAPITALS,
    CYRILLIC,
    DASHES,
    DIGIT_RUNS,
    DIGIT_TABLES,
    DIGITS,
    GREEK,
    HTML_NAMES,
    LETTER_RUNS,
    MARKS,
    OVERLAYS,
    SMALL,
    UNSEEN,
)
from attacks.exemplars import EXEMPLARS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from attacks.exemplars import Exemplar


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


def _json(value: str) -> str:
    """Write math digits as JSON writes them: surrogate pairs."""
    bold = value.translate({ord(char): chr(0x1D7CE + int(char)) for char in DIGITS})
    return json.dumps(bold)[1:-1]


def _styled() -> Iterator[Encoding]:
    """Yield what replaces characters by characters."""
    for name, code in DASHES.items():
        yield Encoding(name, _table("-", [chr(code)]))
    for name, (plain, code) in MARKS.items():
        yield Encoding(name, _table(plain, [chr(code)]))
    for name, code in DIGIT_RUNS.items():
        yield Encoding(f"{name} digits", _run(DIGITS, code))
    for name, table in DIGIT_TABLES.items():
        # In part, one or two raised digits are a footnote.
        yield Encoding(f"{name} digits", _table(DIGITS, table), by_character=name != "superscript")
    for name, (capital, small) in LETTER_RUNS.items():
        codes = [*range(capital, capital + 26), *range(small, small + 26)]
        yield Encoding(name, _table(CAPITALS + SMALL, list(map(chr, codes))))
    for name, code in CAPITAL_RUNS.items():
        yield Encoding(name, _run(CAPITALS, code))
    yield Encoding("full-width ASCII", _run("".join(map(chr, range(0x21, 0x7F))), 0xFF01))
    yield Encoding("Cyrillic look-alikes", _table(*CYRILLIC))
    yield Encoding("Greek look-alikes", _table(*GREEK))
    yield _solid("tag characters", _each(lambda char: chr(0xE0000 + ord(char))))
    for name, code in UNSEEN.items():
        mark = chr(code) + ("[31m" if name == "terminal colour" else "")
        yield Encoding(f"{name} between", _between(mark))
    for name, overlay in OVERLAYS.items():
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
    yield Encoding("named entities", _named(HTML_NAMES))
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
