"""Base64, base32 and hexadecimal."""

from __future__ import annotations

import base64

import pytest

from harborward.text.canonical.hidden import blobs, readable
from harborward.text.canonical.tracked import Tracked


def _text(text: str) -> str:
    return blobs(Tracked(text)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id U1NOIDIxOS0wOS05OTk5.", "id SSN 219-09-9999."),
        ("MTIzNDU2Nw== MTIzNDU2Nw", "1234567 1234567"),
        ("3231392d30392d39393939 323139", "219-09-9999 323139"),
        ("313233343536373839", "123456789"),
        ("GIYTSLJQHEWTSOJZHE======", "219-09-9999"),
        ("32 31 39 2d 30 39 2d 39", "219-09-9"),
        ("0x32, 0x31, 0x39, 0x2d, 0x30, 0x39", "219-09"),
        ("MgAxADkALQAwADkALQA5ADkAOQA5AA==", "219-09-9999"),
    ],
)
def test_hidden_text_is_shown(text: str, expected: str) -> None:
    """A run that decodes to a value is replaced by it."""
    assert _text(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Acetaminophen/Hydrocodone Esophagogastroduodenoscopy HOSPITALIZATION",
        "ELECTROENCEPHALOGRAPHIC CLINICOPATHOLOGICCORRELATION",
        "SynchroMed McCullough CyberKnife/ProctoFoam OxyContin-Percocet",
        "1HGCM82633A004352 4111111111111111 00012345678901234567 8d2f0c9a77b1e6f3",
        "24 32 31 30 29 28 25, 3a:4b:5c:6d:7e:2f, 120-80-70-60-50-40-30",
        "0x41, 0x42",
        "https://x.org/AbCdEfGhIjKlMnOp",
        "x" * 40 + "Y",
    ],
)
def test_words_and_codes_stay(text: str) -> None:
    """What decodes to noise, or too short to be sure, is left alone."""
    assert _text(text) == text


def test_lines_of_base64_are_one_run() -> None:
    """Broken lines decode together, and the word that follows is not of them."""
    blob = base64.encodebytes(b"Margaret Okafor, SSN 219-09-9999, was seen by Dr. Osei in clinic.")
    assert _text(f"{blob.decode()}Patient") == (
        "Margaret Okafor, SSN 219-09-9999, was seen by Dr. Osei in clinic.\nPatient"
    )


def test_lines_that_are_no_base64_stay() -> None:
    """Long words at line ends are no blob."""
    text = "Esophagogastrodu\nodenoscopyXyzZy1 done"
    assert _text(text) == text


def test_the_head_of_a_long_run_decides() -> None:
    """A long binary run is not decoded; a long text is."""
    binary = base64.b64encode(bytes(range(256)) * 4).decode()
    long = base64.b64encode("Müller was seen. ".encode() * 40).decode()
    assert (_text(binary), _text(long)) == (binary, "Müller was seen. " * 40)


@pytest.mark.parametrize("data", [b"", b"    ", b"\xff" * 20, b"219\x0009-99-9999-12", b"ab1"])
def test_noise_blanks_and_scraps_are_not_readable(data: bytes) -> None:
    """Not text, not printable, or too little to be sure."""
    assert readable(data) == ""
