"""The closed set of values that cross the boundary, and their tagged form in a msgpack header.

Plain: None, bool, int, float, str. Tagged lists: `["list", ...]`, `["tuple", ...]`, `["dict", key, value, ...]`,
`["int", "hexadecimal"]` beyond 64 bits, `["scalar", dtype, value]` and `["array", dtype, *shape]`, whose bytes are the next ones of the payload.
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

DTYPES = {
    name: np.dtype(name).newbyteorder("<")
    for name in (
        [
            "bool",
            "int8",
            "int16",
            "int32",
            "int64",
            "uint8",
            "uint16",
            "uint32",
            "uint64",
            "float16",
            "float32",
            "float64",
        ]
    )
}
# A dtype's own `name` is worked out anew each time it is asked for.
NAMES = {
    order: name for name, dtype in DTYPES.items() for order in (dtype, dtype.newbyteorder(">"), dtype.newbyteorder("="))
}
MAX_DEPTH = 16
MAX_ITEMS = 20_000
MAX_KEYS = 1000
MAX_INT_DIGITS = 1024
MAX_DIMENSIONS = 32
_INT64 = range(-(2**63), 2**64)


class Unsendable(TypeError):
    """A value of a kind that does not travel; the message names the kind."""


def pack(value: object, arrays: list[NDArray[Any]], depth: int = 0) -> object:
    """Tag a value; the arrays found are appended to `arrays`, in the order of their bytes in the payload.

    Raises:
        Unsendable: for any other kind of value.
    """
    if depth > MAX_DEPTH:
        raise Unsendable("a value nested too deeply")
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, np.generic):
        return _pack_scalar(value)
    if isinstance(value, int):
        number = int(value)
        return number if number in _INT64 else ["int", _hexadecimal(number)]
    if isinstance(value, float):
        return float(value)
    if isinstance(value, str):
        return str(value).encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, np.ndarray):
        return _pack_array(value, arrays)
    if isinstance(value, (list, tuple)):
        _check_length(len(value))
        tag = "list" if isinstance(value, list) else "tuple"
        return [tag, *(pack(item, arrays, depth + 1) for item in value)]
    if isinstance(value, dict):
        if len(value) > MAX_KEYS:
            raise Unsendable(f"a dict of more than {MAX_KEYS} keys")
        flat = (pack(part, arrays, depth + 1) for pair in value.items() for part in pair)
        return ["dict", *flat]
    raise Unsendable(kind_of(value))


def kind_of(value: object) -> str:
    """The name of a value's type, as a person would say it."""
    kind = type(value)
    module = "" if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}."
    return f"{module}{kind.__qualname__}"[:80]


def _check_length(items: int) -> None:
    if items >= MAX_ITEMS:
        raise Unsendable("a text or a list that is too long")


def _hexadecimal(number: int) -> str:
    if number.bit_length() > 4 * MAX_INT_DIGITS:
        raise Unsendable("an integer of more than a thousand digits")
    return hex(number)


def _pack_scalar(value: np.generic) -> object:
    if value.dtype not in NAMES:
        raise Unsendable(f"a NumPy {value.dtype.name}")
    return ["scalar", NAMES[value.dtype], value.item()]


def _pack_array(value: NDArray[Any], arrays: list[NDArray[Any]]) -> object:
    if isinstance(value, np.ma.MaskedArray):
        raise Unsendable("a masked array")
    if value.ndim > MAX_DIMENSIONS:
        raise Unsendable(f"an array of more than {MAX_DIMENSIONS} axes")
    if value.dtype not in NAMES:
        raise Unsendable(f"an array of dtype {value.dtype.name}")
    name = NAMES[value.dtype]
    plain = np.asarray(value).view(np.ndarray).astype(DTYPES[name], copy=False)
    arrays.append(plain)
    return ["array", name, *value.shape]


class Payload:
    """The bytes of the arrays, each read once and in order, so that a small header cannot claim much memory."""

    def __init__(self, raw: bytes | bytearray) -> None:
        self._raw = memoryview(raw)

    def take(self, size: int) -> memoryview:
        """The next `size` bytes.

        Raises:
            ValueError: where there are not that many.
        """
        if size > len(self._raw):
            raise ValueError("an array beyond the payload")
        taken, self._raw = self._raw[:size], self._raw[size:]
        return taken


def unpack(packed: object, payload: Payload, depth: int = 0) -> Any:
    """Rebuild a value. NumPy scalars come back as Python numbers, arrays as base ndarrays that own their memory.

    Raises:
        ValueError: where the form is not one that `pack` writes.
    """
    if depth > MAX_DEPTH + 1:
        raise ValueError("nested too deeply")
    if not isinstance(packed, list):
        if packed is None or isinstance(packed, (bool, int, float, str)):
            return packed
        raise ValueError("an untagged value")
    if not packed:
        raise ValueError("an empty tag")
    tag, *rest = packed
    if tag in ("list", "tuple"):
        items = [unpack(item, payload, depth + 1) for item in rest]
        return items if tag == "list" else tuple(items)
    if tag == "dict":
        if len(rest) > 2 * MAX_KEYS:  # keys that collide on purpose take quadratic time
            raise ValueError("a dict of too many keys")
        parts = [unpack(item, payload, depth + 1) for item in rest]
        return dict(zip(parts[::2], parts[1::2], strict=True))
    if tag == "array":
        return _unpack_array(rest, payload)
    if tag == "scalar":
        return _unpack_scalar(rest)
    if tag == "int" and len(rest) == 1 and isinstance(rest[0], str) and len(rest[0]) <= MAX_INT_DIGITS + 4:
        return int(rest[0], 16)
    raise ValueError("an unknown tag")


def _unpack_scalar(rest: list[object]) -> bool | int | float:
    dtype, value = rest
    if not isinstance(dtype, str) or dtype not in DTYPES or not isinstance(value, (bool, int, float)):
        raise ValueError("no scalar")
    return value


def _unpack_array(rest: list[object], payload: Payload) -> NDArray[Any]:
    name, *shape = rest
    extents = [size for size in shape if type(size) is int and 0 <= size < 2**31]
    if not isinstance(name, str) or name not in DTYPES or len(extents) != len(shape) or len(shape) > MAX_DIMENSIONS:
        raise ValueError("no array")
    dtype = DTYPES[name]
    raw = payload.take(math.prod(extents) * dtype.itemsize)
    return np.frombuffer(raw, dtype).astype(dtype.newbyteorder("="), copy=True).reshape(extents)
