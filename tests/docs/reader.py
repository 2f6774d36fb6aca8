"""The desk of a reader of the how-to pages: a few invented files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_VISIT = """Patient: Ottoline Quillfeather    MRN: 48213377    DOB: 03/14/1951
Mrs. Quillfeather was seen on 11/02/2025 at Larkspur Medical Center.
Her daughter Marjolein can be reached at (503) 555-0142.
BP 132/76, metoprolol 50 mg daily.
"""
_LETTER = """Dear Dr. Anselm Okonjo,
Thank you for seeing Mr. Bartholomew Fenwick of 12 Harbor Loop, Salem, OR 97301.
His e-mail is b.fenwick@example.org. Wells score 4.5, no fever.
"""
_PLAIN = "Lungs are clear. Heart size is normal. No effusion.\n"
_CALL = "Mr. Fenwick called on 11/05/2025, phone (503) 555-0177.\n"
_GOLD = [
    ("n1", "Seen by Dr. Okafor on 03/14/2025.", [(12, 18, "NAME"), (22, 32, "DATE")]),
    ("n2", "MRN: 48213377, no chest pain.", [(5, 13, "MRN")]),
    ("n3", "Lungs are clear.", []),
]


def desk(folder: Path, *, empty: bool = False) -> None:
    """Make the folder, and unless ``empty`` the files that the how-to pages speak of."""
    folder.mkdir(parents=True)
    if empty:
        return
    (folder / "notes" / "clinic").mkdir(parents=True)
    (folder / "notes" / "visit.txt").write_text(_VISIT, encoding="utf-8")
    (folder / "notes" / "clinic" / "letter.txt").write_text(_LETTER, encoding="utf-8")
    (folder / "notes" / "clinic" / "normal-chest.txt").write_text(_PLAIN, encoding="utf-8")
    (folder / "note.txt").write_text(_VISIT, encoding="utf-8")
    (folder / "mixed").mkdir()
    (folder / "mixed" / "call.txt").write_text(_CALL, encoding="utf-8")
    (folder / "mixed" / "scan.txt").write_bytes(b"scan\x00\x01\x02")
    record = {"names": ["Ottoline Quillfeather"], "values": {"MRN": ["48213377"]}}
    (folder / "record.json").write_text(json.dumps(record) + "\n", encoding="utf-8")
    visits = [
        {"patient": "p1", "visit_type": "clinic", "note": _CALL.strip()},
        {"patient": "p2", "visit_type": "ward", "note": _PLAIN.strip()},
    ]
    lines = "".join(json.dumps(visit) + "\n" for visit in visits)
    (folder / "visits.jsonl").write_text(lines, encoding="utf-8")
    table = f'patient,ward,note\np1,5 West,"{_CALL.strip()}"\np2,ICU,{_PLAIN.strip()}\n'
    (folder / "visits.csv").write_text(table, encoding="utf-8")
    gold = "".join(_gold_line(*note) for note in _GOLD)
    (folder / "gold.jsonl").write_text(gold, encoding="utf-8")


def _gold_line(name: str, text: str, spans: list[tuple[int, int, str]]) -> str:
    marks = [{"start": start, "end": end, "label": label} for start, end, label in spans]
    return json.dumps({"id": name, "text": text, "spans": marks}) + "\n"
