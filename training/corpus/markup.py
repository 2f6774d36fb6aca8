"""Reads note templates: text with slots, as ``templates/FORMAT.md`` describes."""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: Which label a slot's value carries; None for values that identify nobody.
LABELS: Final[dict[str, str | None]] = {
    **dict.fromkeys(("name", "first", "last", "nick", "initials", "lastfirst"), "NAME"),
    **dict.fromkeys(("date", "dob"), "DATE"),
    "age90": "AGE>89",
    **dict.fromkeys(
        ("street", "city", "county", "zip", "cross", "area", "landmark", "room", "foreigncity"),
        "LOCATION",
    ),
    "address": "LOCATION",
    **dict.fromkeys(
        (
            *("hospital", "clinic", "department", "lab", "pharmacy", "insurer", "employer"),
            *("school", "church", "agency", "facility"),
        ),
        "ORG",
    ),
    **dict.fromkeys(("phone", "ext", "pager"), "PHONE"),
    "fax": "FAX",
    "email": "EMAIL",
    "url": "URL",
    **dict.fromkeys(("ip", "mac"), "IP"),
    **dict.fromkeys(("ssn", "ssn4"), "SSN"),
    "mrn": "MRN",
    **dict.fromkeys(("plan", "group", "medicare", "medicaid"), "HEALTH_PLAN"),
    **dict.fromkeys(("account", "card", "routing", "invoice"), "ACCOUNT"),
    **dict.fromkeys(("license", "dl", "dea", "npi", "certificate"), "LICENSE"),
    **dict.fromkeys(("plate", "vin"), "VEHICLE"),
    **dict.fromkeys(("serial", "udi", "tag"), "DEVICE"),
    "biometric": "BIOMETRIC",
    "photo": "PHOTO",
    **dict.fromkeys(
        (
            *("accession", "specimen", "encounter", "claim", "case", "study", "subject", "rx"),
            *("referral", "auth", "tracking", "badge", "passport", "alien", "message", "user"),
            "file",
        ),
        "OTHER_ID",
    ),
    **dict.fromkeys(
        (
            *("he", "He", "him", "his", "His", "mr", "man", "male", "M", "boy", "spouse"),
            *("age", "child", "year", "weekday", "time", "state", "country", "season", "n", "one"),
        ),
        None,
    ),
}
#: What may stand behind the bar; None where anything may.
OPTIONS: Final[dict[str, frozenset[str] | None]] = {
    "date": frozenset(
        "numeric iso long noyear month monthonly day range holiday spoken compact stamp".split()
    ),
    "dob": frozenset("numeric iso long spoken compact".split()),
    "age90": frozenset({"words"}),
    "age": frozenset({"words"}),
    "child": frozenset({"words"}),
    "first": frozenset({"spelled"}),
    "last": frozenset({"spelled"}),
    "state": frozenset({"full", "code"}),
    "phone": frozenset({"spoken"}),
    "email": frozenset({"spoken"}),
    "n": None,
    "one": None,
    **dict.fromkeys(
        (kind for kind, label in LABELS.items() if label == "ORG"), frozenset({"short"})
    ),
}
_SLOT: Final = re.compile(r"\{\{([A-Za-z0-9]+)(?::([A-Za-z0-9_]+))?(?:\|([^{}]*))?\}\}")
NUMBERS: Final = re.compile(r"(-?\d+(?:\.\d+)?)-(-?\d+(?:\.\d+)?)")


class TemplateError(ValueError):
    """A template that cannot be read; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value: what it is, whose, and in which form."""

    kind: str
    key: str
    option: str

    @property
    def label(self) -> str | None:
        """What the value is marked as."""
        return LABELS[self.kind]


@dataclass(frozen=True, slots=True)
class Template:
    """A note with slots: texts and slots in turn, a text first and last."""

    genre: str
    name: str
    parts: tuple[str | Slot, ...]


def read(path: Path) -> list[Template]:
    """Read a file of templates.

    Raises:
        TemplateError: a slot or a name is not as it should be.
    """
    templates: list[Template] = []
    names: set[str] = set()
    for name, body in _bodies(path.read_text(encoding="utf-8")):
        where = f"{path.name}: {name}"
        if name in names:
            msg = f"{where}: the name stands twice"
            raise TemplateError(msg)
        names.add(name)
        templates.append(Template(path.stem, name, tuple(_parts(body.strip("\n"), where))))
    return templates


def _bodies(text: str) -> list[tuple[str, str]]:
    pieces = re.split(r"(?m)^%%[ \t]*(\S.*)$", text)
    return [(name.strip(), body) for name, body in zip(pieces[1::2], pieces[2::2], strict=True)]


def parse(text: str, where: str) -> tuple[str | Slot, ...]:
    """Return the parts of a text with slots.

    Raises:
        TemplateError: a slot is not as it should be.
    """
    return tuple(_parts(text, where))


def _parts(body: str, where: str) -> list[str | Slot]:
    parts: list[str | Slot] = []
    position = 0
    for match in _SLOT.finditer(body):
        parts += [body[position : match.start()], _slot(match, where)]
        position = match.end()
    parts.append(body[position:])
    for part in parts:
        if isinstance(part, str) and ("{{" in part or "}}" in part):
            msg = f"{where}: a broken slot near {part[:60]!r}"
            raise TemplateError(msg)
    return parts


def _slot(match: re.Match[str], where: str) -> Slot:
    kind, key, option = match[1], match[2] or "", match[3] or ""
    if kind not in LABELS:
        msg = f"{where}: unknown kind in {match[0]}"
        raise TemplateError(msg)
    allowed = OPTIONS.get(kind, frozenset())
    if option and allowed is not None and option not in allowed:
        msg = f"{where}: unknown option in {match[0]}"
        raise TemplateError(msg)
    if kind == "n" and not NUMBERS.fullmatch(option):
        msg = f"{where}: numbers are written low-high: {match[0]}"
        raise TemplateError(msg)
    if kind == "one" and ";" not in option:
        msg = f"{where}: nothing to choose from in {match[0]}"
        raise TemplateError(msg)
    return Slot(kind, key, option)


def main(paths: list[str]) -> int:
    """Check files of templates, and count what they hold."""
    failed = 0
    for path in map(Path, paths):
        try:
            templates = read(path)
        except TemplateError as error:
            print(error)
            failed = 1
            continue
        slots = Counter(p.label for t in templates for p in t.parts if isinstance(p, Slot))
        words = sum(len(p.split()) for t in templates for p in t.parts if isinstance(p, str))
        marked = sum(count for label, count in slots.items() if label)
        print(f"{path.name}: {len(templates)} templates, {words} words, {marked} marked slots")
        print("   ", ", ".join(f"{label} {n}" for label, n in slots.most_common() if label))
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
