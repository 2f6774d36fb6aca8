"""Puts invented identifiers into natural reports that hold none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from training.corpus.fill import IGNORED, Piece
from training.corpus.markup import Slot, parse
from training.corpus.noise import follow_case

if TYPE_CHECKING:
    from random import Random

    from training.corpus.fill import World
    from training.corpus.markup import Template

#: Longer reports are cut here, at the end of a line or sentence.
_LONGEST: Final = 2600
_KIN: Final = "wife|husband|daughter|son|mother|father|brother|sister|aunt|uncle"
_DOCTORS: Final = (
    "primary care physician|primary care doctor|primary physician|family physician|cardiologist|"
    "surgeon|pediatrician|neurologist|oncologist|urologist|psychiatrist|referring physician|"
    "orthopedic surgeon|nurse practitioner|therapist|resident"
)
#: What is replaced, how often, and by what; ``\1`` is what was matched.
_CUES: Final = tuple(
    (re.compile(pattern), chance, tuple(parse(r, "carriers") for r in replacements))
    for pattern, chance, replacements in (
        (
            (
                r"(?<![\w,] )\b(?:The patient|This patient|Patient)\b"
                r"(?= (?:is|was|has|had|pre|states|re|denies|will|under|tol))"
            ),
            0.5,
            (
                *("{{mr}} {{last}}", "{{mr}} {{last}}", "{{mr}} {{name}}", "{{name}}", "{{first}}"),
                *(
                    "{{last}}",
                    "Patient {{name}}",
                    "The patient, {{name}},",
                    "The patient, {{mr}} {{last}},",
                ),
                *("Pt {{last}}", "{{lastfirst}}"),
            ),
        ),
        (
            r"\bthe patient\b(?! was (?:prepped|placed|brought))",
            0.12,
            ("{{mr}} {{last}}", "{{first}}", "{{mr}} {{last}}", "{{last}}", "{{name}}"),
        ),
        (r"\bthe patient's\b", 0.12, ("{{mr}} {{last}}'s", "{{first}}'s", "{{last}}'s")),
        (
            r"\bDr\. (?:X|Y|Z|XYZ|ABC|A|B|C|Doe)\b\.?",
            1.0,
            ("Dr. {{last:x}}", "Dr. {{name:y}}", "Dr {{last:z}}"),
        ),
        (
            r"\b(?:XYZ|ABC) (?:Hospital|Medical Center|Clinic|Center)\b",
            1.0,
            ("{{hospital}}", "{{clinic}}", "{{hospital|short}}"),
        ),
        (
            r"\b\d\d(?=(?:-|\s)years?(?:-|\s)old)",
            0.35,
            ("{{age90}}", "{{age}}", "{{age}}"),
        ),
        (r"\b(?:mm/dd/yyyy|MM/DD/YYYY|mm/dd/yy|MM/DD/YY)\b", 1.0, ("{{date|numeric}}",)),
        (
            r"\b(?:the|our) (?:emergency room|emergency department|hospital|clinic|office)\b",
            0.25,
            (
                "{{hospital}}",
                "{{hospital|short}}",
                "{{clinic}}",
                "the ED at {{hospital}}",
                "{{facility}}",
            ),
        ),
        (
            r"\b(?:today|yesterday|last week|last month|this morning|recently)\b",
            0.35,
            (
                "on {{date|noyear}}",
                "on {{date}}",
                "{{date}}",
                "{{date|noyear}}",
                "in {{date|monthonly}}",
            ),
        ),
        (
            r"\b(?:a|one|two|three|four|five|six|\d+) (?:day|week|month|year)s? ago\b",
            0.3,
            (
                "on {{date}}",
                "in {{date|month}}",
                "back in {{date|monthonly}}",
                "on {{date|noyear}}",
                "around {{date|holiday}}",
            ),
        ),
    )
)
_APPENDED: Final = (
    (
        re.compile(rf"\b(?:his|her|His|Her|The patient's|the patient's) ({_KIN})\b"),
        0.5,
        tuple(f" {r}" for r in ("{{first:K}}", "{{first:K}}", "{{name:K}}", "{{nick:K}}")),
    ),
    (
        re.compile(rf"\b(?:{_DOCTORS})\b(?! at)"),
        0.35,
        (
            ", Dr. {{last:pcp}},",
            " Dr. {{name:pcp}}",
            " {{last:pcp}}",
            " ({{name:pcp}})",
            ", {{name:pcp}},",
        ),
    ),
    (
        re.compile(r"\b(?:[Hh]e|[Ss]he) lives\b|\b(?:[Pp]atient) lives\b"),
        0.6,
        (
            " in {{city}}",
            " at {{street}}",
            " in {{city}}, {{state}},",
            " near {{landmark}}",
            " in {{county}}",
        ),
    ),
    (
        re.compile(r"\b(?:retired|works as an? [a-z]+|employed|worked)\b"),
        0.3,
        (" from {{employer}}", " at {{employer}}", " with {{employer}} in {{city}}"),
    ),
    (
        re.compile(r"\b(?:discharged|transferred|admitted|presented|referred|returned)\b"),
        0.15,
        (" on {{date}}", " to {{hospital}}", " on {{date|noyear}}", " to {{facility}} on {{date}}"),
    ),
)
_BOUNDARY: Final = re.compile(r"(?<=[a-z)%]\.) +(?=[A-Z])|\n+")


@dataclass(frozen=True, slots=True)
class Carrier:
    """A natural report; ``doubtful`` are the stretches that may identify somebody."""

    id: str
    text: str
    doubtful: tuple[tuple[int, int], ...]

    def pieces(self) -> list[Piece]:
        """Return the text with its doubtful stretches marked as unknown."""
        pieces: list[Piece] = []
        position = 0
        for start, end in self.doubtful:
            pieces += [Piece(self.text[position:start], None), Piece(self.text[start:end], IGNORED)]
            position = end
        return [p for p in (*pieces, Piece(self.text[position:], None)) if p.text]


def cut(rng: Random, carrier: Carrier) -> Carrier:
    """Return a stretch of the carrier that is short enough to train on."""
    if len(carrier.text) <= _LONGEST:
        return carrier
    ends = [0, *(m.end() for m in _BOUNDARY.finditer(carrier.text))]
    start = rng.choice([e for e in ends if e <= len(carrier.text) - 800] or [0])
    end = max([e for e in ends if start + 400 < e <= start + _LONGEST] or [start + _LONGEST])
    inside = tuple((a - start, b - start) for a, b in carrier.doubtful if start <= a and b <= end)
    return Carrier(carrier.id, carrier.text[start:end], inside)


def planted(
    rng: Random, carrier: Carrier, world: World, sentences: list[Template], header: Template | None
) -> list[Piece]:
    """Return a carrier with identifiers at its cues and between its sentences."""
    pieces = [*world.fill(header), Piece("\n\n", None)] if header else []
    share = rng.choice((0.3, 0.6, 1.0))
    for piece in cut(rng, carrier).pieces():
        pieces += [piece] if piece.label else _planted(rng, piece.text, world, sentences, share)
    return pieces


def _planted(
    rng: Random, text: str, world: World, sentences: list[Template], share: float
) -> list[Piece]:
    edits: list[tuple[int, int, list[Piece]]] = []
    for pattern, chance, choices in _CUES:
        for match in pattern.finditer(text):
            if rng.random() < chance * (1 if chance == 1 else share):
                filled = _filled(world, rng.choice(choices))
                edits.append((match.start(), match.end(), filled))
    for pattern, chance, endings in _APPENDED:
        for match in pattern.finditer(text):
            if rng.random() < chance * share:
                key = match[1] if match.re.groups else ""
                filled = _filled(
                    world, parse(rng.choice(endings).replace(":K", f":{key}"), "carriers")
                )
                edits.append((match.end(), match.end(), filled))
    for match in _BOUNDARY.finditer(text):
        if rng.random() < 0.11 * share:
            space = " " if match[0][0] == " " else "\n"
            said = follow_case(rng, world.fill(rng.choice(sentences)))
            filled = [Piece(space, None), *said, Piece(space, None)]
            edits.append((match.start(), match.end(), filled))
    return _applied(text, sorted(edits, key=lambda e: e[:2]))


def _filled(world: World, parts: tuple[str | Slot, ...]) -> list[Piece]:
    pieces: list[Piece] = []
    for part in parts:
        if isinstance(part, Slot):
            pieces += world.value(part)
        elif part:
            pieces.append(Piece(part, None))
    return pieces


def _applied(text: str, edits: list[tuple[int, int, list[Piece]]]) -> list[Piece]:
    pieces: list[Piece] = []
    position = 0
    for start, end, filled in edits:
        if start < position:
            continue
        pieces += [Piece(text[position:start], None), *filled]
        position = end
    pieces.append(Piece(text[position:], None))
    return [p for p in pieces if p.text]
