"""Measure how much of a clinical text the lexicons know.

Run ``python tools/lexicons/coverage.py FILE.jsonl``. Prints the share of lower-cased
alphabetic tokens and of distinct tokens that are in the words, the clinical terms
or the eponyms, then the commonest capitalised tokens inside sentences that are in
none of them. Read those to find gaps of vocabulary; never paste them into a list.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[2] / "src/harborward/text/data/lexicons"
_TOKEN: Final = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
#: A capital directly after one of these says nothing about names.
_OPENS: Final = re.compile(r"(?:^|[.:;!?\n\"(\[•#*]|\d\))\s*$")


def load(filename: str) -> dict[str, str]:
    """One lexicon as a dictionary from its first column to the rest of the line."""
    with gzip.open(FOLDER / filename, "rt", encoding="utf-8") as lines:
        next(lines)
        return dict(line.rstrip("\n").split("\t", 1) for line in lines)


def main() -> None:
    """Measure one file of JSON lines with a ``text`` in each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--show", type=int, default=0, help="how many unknown capitals to print")
    options = parser.parse_args()
    began = time.perf_counter()
    files = sorted(FOLDER.glob("*.gz"))
    loaded = {path.name: load(path.name) for path in files}
    seconds = time.perf_counter() - began
    known = {name for part in ("words", "clinical", "eponyms") for name in loaded[f"{part}.tsv.gz"]}
    tokens: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for line in options.corpus.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        for match in _TOKEN.finditer(text):
            for piece in match[0].split("-"):
                if piece:
                    tokens[piece.lower()] += 1
            before = text[max(0, match.start() - 4) : match.start()]
            if match[0][0].isupper() and not _OPENS.search(before):
                capitals[match[0]] += 1
    total = sum(tokens.values())
    hits = sum(count for token, count in tokens.items() if token in known)
    types = sum(1 for token in tokens if token in known)
    sys.stdout.write(
        f"load {seconds * 1000:.0f} ms for {len(files)} files\n"
        f"tokens {hits}/{total} = {hits / total:.4f}; "
        f"types {types}/{len(tokens)} = {types / len(tokens):.4f}\n"
    )
    unknown = [
        (token, count)
        for token, count in capitals.most_common()
        if token.lower() not in known
        and not all(piece in known for piece in token.lower().split("-"))
    ]
    sys.stdout.write(f"capitalised inside sentences and unknown: {len(unknown)} types\n")
    for token, count in unknown[: options.show]:
        sys.stdout.write(f"{token}:{count} ")


if __name__ == "__main__":
    main()
