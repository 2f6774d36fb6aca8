"""Signs a model: hashes of its files and its thresholds, under the maintainers' key.

The private key stays outside of the repository. Without one, ``--new-key`` makes one and
prints the public half, which belongs into ``harborward.text.model.store``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from harborward.text.model.store import FORMAT, GRAPH, MANIFEST, SIGNATURE, VOCABULARY


def main() -> None:
    """Write manifest and signature beside the files of a model."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--key", type=Path, required=True, help="file of 32 raw bytes")
    parser.add_argument("--thresholds", type=Path, required=True, help="JSON: label to chance")
    parser.add_argument("--new-key", action="store_true")
    given = parser.parse_args()
    if given.new_key:
        with os.fdopen(
            os.open(given.key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
        ) as out:
            out.write(Ed25519PrivateKey.generate().private_bytes_raw())
    key = Ed25519PrivateKey.from_private_bytes(given.key.read_bytes())
    hashes = {
        name: hashlib.sha256((given.folder / name).read_bytes()).hexdigest()
        for name in (GRAPH, VOCABULARY)
    }
    thresholds = json.loads(given.thresholds.read_text(encoding="utf-8"))
    manifest = {"format": FORMAT, "files": hashes, "thresholds": thresholds}
    raw = (json.dumps(manifest, indent=2, sort_keys=True) + "\n").encode()
    (given.folder / MANIFEST).write_bytes(raw)
    (given.folder / SIGNATURE).write_bytes(key.sign(raw))
    print("public key:", key.public_key().public_bytes_raw().hex())


if __name__ == "__main__":
    main()
