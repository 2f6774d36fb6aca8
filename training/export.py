"""Writes the trained tagger as ONNX, its large tables in eight bits, and what goes with it."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from harborward.text import lexicon
from harborward.text.model.features import Features
from training.arrays import TAGS
from training.network import DILATIONS, Tagger

_OPSET: Final = 17


def graph(weights: dict[str, np.ndarray]) -> onnx.ModelProto:
    """Return the tagger as an ONNX graph: ``indices`` and ``mask`` in, ``chances`` out.

    Written node by node: what stands in the file is what this function says. The table
    of embeddings is eight-bit with one scale a row; the layers keep 32 bits, because
    quantised activations would make an answer depend on its batch.
    """
    made = _Graph()
    table = weights["table.weight"]
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127
    small = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
    rows = made.node(
        "Cast", [made.node("Gather", [made.hold("table", small), "indices"])], to=TensorProto.FLOAT
    )
    scaled = made.node(
        "Mul",
        [rows, made.node("Gather", [made.hold("scale", scale.astype(np.float32)), "indices"])],
    )
    x = made.node("ReduceSum", [scaled, made.hold("two", np.array([2]))], keepdims=0)
    shown = made.node("Unsqueeze", ["mask", made.hold("last", np.array([-1]))])
    for n, distance in enumerate(DILATIONS):
        x = _layer(made, weights, f"layers.{n}", x, shown, distance)
    normal = made.norm(weights, "norm", x)
    made.node("Softmax", [made.linear(weights, "head", normal)], out="chances", axis=-1)
    return made.model()


def _layer(
    made: _Graph, weights: dict[str, np.ndarray], name: str, x: str, shown: str, d: int
) -> str:
    normal = made.node("Mul", [made.norm(weights, f"{name}.norm", x), shown])
    padded = made.node("Pad", [normal, made.hold(f"by{d}", np.array([0, d, 0, 0, d, 0]))])
    one = made.hold("one", np.array([1]))
    far = made.hold(f"end{d}", np.array([-2 * d]))
    before = made.node("Slice", [padded, made.hold("zero", np.array([0])), far, one])
    behind = made.node(
        "Slice",
        [
            padded,
            made.hold(f"from{d}", np.array([2 * d])),
            made.hold("all", np.array([2**31 - 1])),
            one,
        ],
    )
    joined = made.node("Concat", [before, normal, behind], axis=2)
    hidden = made.node("Relu", [made.linear(weights, f"{name}.widen", joined)])
    return made.node("Add", [x, made.linear(weights, f"{name}.narrow", hidden)])


class _Graph:
    """Nodes and constants as they are added."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._held: dict[str, onnx.TensorProto] = {}

    def hold(self, name: str, value: np.ndarray) -> str:
        self._held.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], out: str = "", **attributes: object) -> str:
        out = out or f"{kind.lower()}{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [out], **attributes))
        return out

    def linear(self, weights: dict[str, np.ndarray], name: str, x: str) -> str:
        product = self.node("MatMul", [x, self.hold(f"{name}.w", weights[f"{name}.weight"].T)])
        return self.node("Add", [product, self.hold(f"{name}.b", weights[f"{name}.bias"])])

    def norm(self, weights: dict[str, np.ndarray], name: str, x: str) -> str:
        held = [
            self.hold(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias")
        ]
        return self.node("LayerNormalization", [x, *held], axis=-1, epsilon=1e-5)

    def model(self) -> onnx.ModelProto:
        shape = ["batch", "tokens"]
        inputs = [
            helper.make_tensor_value_info("indices", TensorProto.INT32, [*shape, Features.width]),
            helper.make_tensor_value_info("mask", TensorProto.FLOAT, shape),
        ]
        outputs = [helper.make_tensor_value_info("chances", TensorProto.FLOAT, [*shape, TAGS])]
        made = helper.make_graph(self._nodes, "tagger", inputs, outputs, list(self._held.values()))
        model = helper.make_model(
            made, opset_imports=[helper.make_opsetid("", _OPSET)], producer_name="harborward"
        )
        model.ir_version = 9
        onnx.checker.check_model(model)
        return model


def main() -> None:
    """Export, and check that the graph answers as the network does."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    words = json.loads((given.corpus / "vocabulary.json").read_text(encoding="utf-8"))
    features = Features(words, lexicon.shipped())
    network = Tagger(features.rows, TAGS)
    network.load_state_dict(torch.load(given.weights))
    network.eval()
    model = graph({name: tensor.numpy() for name, tensor in network.state_dict().items()})
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "tagger.onnx").write_bytes(model.SerializeToString())
    (given.out / "vocabulary.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    print("largest difference:", _difference(network, given.out / "tagger.onnx", features))


def _difference(network: Tagger, path: Path, features: Features) -> float:
    import onnxruntime  # noqa: PLC0415 - for the check alone

    rng = np.random.default_rng(1)
    indices = rng.integers(0, features.rows, (3, 50, Features.width), dtype=np.int32)
    mask = np.ones((3, 50), dtype=np.float32)
    mask[1, 30:] = 0
    with torch.inference_mode():
        expected = (
            network(torch.from_numpy(indices.astype(np.int64)), torch.from_numpy(mask))
            .softmax(-1)
            .numpy()
        )
    session = onnxruntime.InferenceSession(path.read_bytes(), providers=["CPUExecutionProvider"])
    got = session.run(None, {"indices": indices, "mask": mask})[0]
    return float(np.abs((got - expected) * mask[..., None]).max())


if __name__ == "__main__":
    main()
