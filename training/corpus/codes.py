"""Invents numbers and codes in the shapes that registries, payers and machines give them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from training.corpus.words import PHRASES, SHAPES

if TYPE_CHECKING:
    from random import Random

_LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"
_VIN: Final = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
_WORDS: Final = (
    "portal records myhealth chart care patient results lab images forms intake schedule visit pay"
)


def shaped(rng: Random, kind: str) -> str:
    """Return a value of ``kind`` in one of its shapes."""
    shape = rng.choice(SHAPES[kind])
    if shape.startswith("@"):
        return _address(rng, six=shape == "@6")
    return "".join(_character(rng, c) for c in shape)


def _character(rng: Random, c: str) -> str:
    if c == "9":
        return str(rng.randint(0, 9))
    if c == "A":
        return rng.choice(_LETTERS)
    if c == "X":
        return rng.choice("0123456789abcdef")
    return rng.choice(_LETTERS).lower() if c == "a" else c


def _address(rng: Random, *, six: bool) -> str:
    if six:
        return (
            ":".join(f"{rng.randrange(65536):x}" for _ in range(8))
            if rng.random() < 0.5
            else f"2001:db8::{rng.randrange(65536):x}:{rng.randrange(65536):x}"
        )
    return ".".join(str(rng.randint(1, 254)) for _ in range(4))


def vin(rng: Random) -> str:
    """Return a vehicle identification number."""
    return "".join(rng.choice(_VIN) for _ in range(17))


def phone(rng: Random) -> str:
    """Return a telephone number as it is written."""
    area, exchange, line = (
        rng.randint(201, 989),
        rng.randint(200, 999),
        f"{rng.randint(0, 9999):04d}",
    )
    forms = (
        *[f"({area}) {exchange}-{line}"] * 4,
        *[f"{area}-{exchange}-{line}"] * 5,
        *(f"{area}.{exchange}.{line}", f"{area} {exchange} {line}", f"{area}{exchange}{line}"),
        *(f"{exchange}-{line}", f"1-{area}-{exchange}-{line}", f"+1 {area} {exchange} {line}"),
        *(f"({area}){exchange}-{line}", f"{area}/{exchange}-{line}", f"+44 20 7{exchange} {line}"),
        f"0{area} {exchange}{line}",
    )
    number = rng.choice(forms)
    if rng.random() < 0.08:
        number += f"{rng.choice((' x', ' ext ', ' ext. ', ', ext. ', 'x'))}{rng.randint(10, 9999)}"
    return number


_DIGITS: Final = "zero one two three four five six seven eight nine".split()


def spoken_phone(rng: Random) -> str:
    """Return a telephone number as it is said."""
    digits = [rng.choice(_DIGITS) for _ in range(10 if rng.random() < 0.7 else 7)]
    said = ["oh" if d == "zero" and rng.random() < 0.5 else d for d in digits]
    groups = (" ".join(group) for group in (said[:-7], said[-7:-4], said[-4:]) if group)
    return rng.choice((" ", " ", ", ")).join(groups)


def extension(rng: Random) -> str:
    """Return an inner number."""
    return f"{rng.choice(('x', '', ''))}{rng.randint(100, 99999)}"


def pager(rng: Random) -> str:
    """Return a pager number."""
    return rng.choice((f"{rng.randint(1000, 99999)}", f"#{rng.randint(1000, 9999)}", phone(rng)))


def user(rng: Random, first: str, last: str) -> str:
    """Return somebody's name for a computer."""
    first, last = _ascii(first), _ascii(last)
    number = str(rng.randint(1, 99))
    forms = (f"{first[0]}{last}", f"{last}{first[0]}", f"{first}.{last}", f"{first}{number}")
    more = (
        f"{last}{number}",
        f"{first}_{last}",
        f"{first[0]}{last[:5]}{number}",
        f"{last}_{first[0]}",
    )
    return rng.choice(forms + more)


def _ascii(name: str) -> str:
    return "".join(c for c in name.lower() if "a" <= c <= "z") or "user"


def email(rng: Random, first: str, last: str) -> str:
    """Return a mail address."""
    host, end = rng.choice(PHRASES["hosts"]).split()
    if rng.random() < 0.3:
        host = f"{_ascii(last)}{rng.choice(('', 'med', 'health', 'law', 'family'))}"
    return f"{user(rng, first, last)}@{host}.{end}"


def spoken_email(rng: Random, first: str, last: str) -> str:
    """Return a mail address as it is said."""
    host, end = rng.choice(PHRASES["hosts"]).split()
    between = rng.choice(("dot ", "underscore ", ""))
    return f"{_ascii(first)} {between}{_ascii(last)} at {host} dot {end}"


def url(rng: Random, last: str) -> str:
    """Return a web address."""
    host, end = rng.choice(PHRASES["hosts"]).split()
    page, word = rng.choice(_WORDS.split()), rng.choice(_WORDS.split())
    start = rng.choice(("https://", "https://", "http://", "www.", ""))
    path = rng.choice(
        (
            f"/{page}",
            f"/{page}/{rng.randint(100, 99999)}",
            f"/{page}?id={rng.randint(100, 99999)}",
            f"/{_ascii(last)}",
        )
    )
    return f"{start}{word}.{host}.{end}{path}"


def file(rng: Random, first: str, last: str, *, photo: bool) -> str:
    """Return a file's name that tells of somebody."""
    number, day = (
        rng.randint(1, 9999),
        f"{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}20{rng.randint(10, 26)}",
    )
    if photo:
        ends = (
            f"face_{number}.jpg",
            f"{_ascii(last)}_{_ascii(first)}_face.png",
            f"IMG_{number:04d}.JPG",
            f"DSC{number:05d}.jpg",
            f"photo-{number}.jpeg",
            f"frontal_{day}.png",
        )
        return rng.choice(ends)
    ends = (
        f"{last}_{first}_{day}.pdf",
        f"{_ascii(last)}{number}.docx",
        f"scan_{number}_{_ascii(last)}.tif",
        f"{last}-{day}.dcm",
        f"{number}_{last}.wav",
    )
    return rng.choice(ends)
