"""Loads the shipped model, after its signature and the hash of every file were checked.

``manifest.json`` names the files with their SHA-256 and the threshold of each label;
``manifest.sig`` is its Ed25519 signature (RFC 8032). The public key stands in this file,
so whoever can exchange the weights alone cannot make them load.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from harborward.domain.errors import ModelError
from harborward.domain.identifier import Label

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from harborward.text.lexicon import Lexicon
    from harborward.text.model.detector import ModelDetector

#: Whose signature is believed: the key that the maintainers sign models with.
PUBLIC_KEY: Final = "516bab76abb46a7a9b26744591c448fb97669ff5a7f923586d575c4e93aa606e"
GRAPH: Final = "tagger.onnx"
VOCABULARY: Final = "vocabulary.txt"
MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
#: The layout of features that this version makes; a model of another layout is refused.
FORMAT: Final = 1
_ADVICE: Final = "Install harborward again, or use --tier rules"


@dataclass(frozen=True, slots=True)
class Held:
    """The checked content of a model."""

    graph: bytes
    vocabulary: tuple[str, ...]
    thresholds: Mapping[Label, float]


def shipped(words: Lexicon) -> ModelDetector:
    """Return the model of the package as a detector.

    Raises:
        ModelError: a file is missing or changed, or the runtime cannot load it.
    """
    return detector(checked(files("harborward.text.model") / "data"), words)


def checked(folder: Traversable, key: str = PUBLIC_KEY) -> Held:
    """Return the content of a model's folder once signature and hashes are right.

    Raises:
        ModelError: something is missing or was changed.
    """
    try:
        raw, signature = (folder / MANIFEST).read_bytes(), (folder / SIGNATURE).read_bytes()
        graph, vocabulary = (folder / GRAPH).read_bytes(), (folder / VOCABULARY).read_bytes()
    except OSError as error:
        msg = f"a file of the model is missing or cannot be read ({type(error).__name__})"
        raise ModelError(msg, advice=_ADVICE) from None
    _verify(raw, signature, key)
    manifest = _manifest(raw)
    for name, content in ((GRAPH, graph), (VOCABULARY, vocabulary)):
        if hashlib.sha256(content).hexdigest() != manifest["files"].get(name):
            msg = f"{name} is not the file that was signed"
            raise ModelError(msg, advice=_ADVICE)
    thresholds = {label: float(manifest["thresholds"][label.value]) for label in Label}
    return Held(graph, tuple(vocabulary.decode("utf-8").splitlines()), thresholds)


def _verify(raw: bytes, signature: bytes, key: str) -> None:
    # Imported here and below: the rules tier needs none of these libraries.
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - see above
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - see above
        Ed25519PublicKey,
    )

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, raw)
    except InvalidSignature:
        msg = "the model's manifest does not carry the maintainers' signature"
        raise ModelError(msg, advice=_ADVICE) from None


def _manifest(raw: bytes) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(raw)
    if manifest.get("format") != FORMAT:
        msg = "the model was made for another version of harborward"
        raise ModelError(msg, advice=_ADVICE)
    return manifest


def detector(held: Held, words: Lexicon) -> ModelDetector:
    """Return the detector of a checked model, on one thread.

    Raises:
        ModelError: the runtime is not installed or refuses the graph.
    """
    try:
        import onnxruntime  # noqa: PLC0415 - see above

        from harborward.text.model.detector import ModelDetector  # noqa: PLC0415 - see above
        from harborward.text.model.features import Features  # noqa: PLC0415 - see above
        from harborward.text.model.tagger import Tagger  # noqa: PLC0415 - see above
    except ImportError:
        msg = "the runtime of the model, onnxruntime with numpy, is not installed"
        raise ModelError(msg, advice="pip install onnxruntime, or use --tier rules") from None
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    # Work is shared by processes; threads of one session would fight over the cores.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        session = onnxruntime.InferenceSession(
            held.graph, options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # noqa: BLE001 - the runtime's own kinds are not exported
        msg = f"the runtime refused the model ({type(error).__name__})"
        raise ModelError(msg, advice=_ADVICE) from None
    return ModelDetector(Features(held.vocabulary, words), Tagger(session), held.thresholds)
