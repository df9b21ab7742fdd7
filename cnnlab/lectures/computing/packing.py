"""The weights of a network in eight bits each, as a script that a page can hold.

Each output channel has a scale of its own: weight = integer · scale, where the largest magnitude of the channel becomes 127.
"""

import base64
import json
from collections.abc import Mapping
from typing import Any

LARGEST = 127
OPENING = "export const NETWORK = "


def packed(weights: Mapping[str, Any], note: str) -> str:
    """A script with the layers of a network: `conv1.weight` and `conv1.bias` become the layer `conv1`.

    Numbers are little-endian bytes in base64: integers for the weights, float32 for scales and biases.
    """
    layers = {}
    for name in dict.fromkeys(key.partition(".")[0] for key in weights):
        integers, scales = quantized(weights[f"{name}.weight"])
        layers[name] = {
            "shape": list(integers.shape),
            "weights": _base64(integers, "i1"),
            "scales": _base64(scales, "<f4"),
            "bias": _base64(weights[f"{name}.bias"], "<f4"),
        }
    return f"// {note}\n{OPENING}{json.dumps(layers, separators=(',', ':'))};\n"


def unpacked(script: str) -> dict[str, Any]:
    """The weights that the page computes with, as float32 arrays, under the names they had."""
    import numpy as np

    layers = json.loads(script.partition(OPENING)[2].rstrip().rstrip(";"))
    weights: dict[str, Any] = {}
    for name, layer in layers.items():
        integers = np.frombuffer(base64.b64decode(layer["weights"]), "i1").reshape(layer["shape"])
        scales = np.frombuffer(base64.b64decode(layer["scales"]), "<f4")
        weights[f"{name}.weight"] = integers * _along_outputs(scales, integers.ndim)
        weights[f"{name}.bias"] = np.frombuffer(base64.b64decode(layer["bias"]), "<f4")
    return weights


def quantized(weight: Any) -> tuple[Any, Any]:
    """Integers from −127 to 127, shaped as the weight (outputs first), and a float32 scale for each output."""
    import numpy as np

    weight = np.asarray(weight, dtype=np.float32)
    largest = np.abs(weight).reshape(len(weight), -1).max(axis=1)
    scales = (largest / LARGEST).astype(np.float32)
    scales[scales == 0] = 1
    steps = np.rint(weight / _along_outputs(scales, weight.ndim))
    return steps.clip(-LARGEST, LARGEST).astype(np.int8), scales


def _along_outputs(scales: Any, dimensions: int) -> Any:
    return scales.reshape(-1, *[1] * (dimensions - 1))


def _base64(values: Any, kind: str) -> str:
    import numpy as np

    return base64.b64encode(np.ascontiguousarray(values, dtype=kind).tobytes()).decode("ascii")
