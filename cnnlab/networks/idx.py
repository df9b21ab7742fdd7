"""The idx format of MNIST: a magic number, the dimensions, then bytes (http://yann.lecun.com/exdb/mnist, "file formats")."""

import math
import struct

import numpy as np
from numpy.typing import NDArray

from cnnlab.errors import DataUnavailable
from cnnlab.messages import text

UNSIGNED_BYTE = 8


def parse_idx(content: bytes, dimensions: int, name: str) -> NDArray[np.uint8]:
    """The array of an idx file of unsigned bytes with so many dimensions.

    Raises:
        DataUnavailable: naming the file, where the magic number, the dimensions or the length are wrong.
    """
    magic = struct.pack(">HBB", 0, UNSIGNED_BYTE, dimensions)
    if content[:4] != magic:
        raise DataUnavailable(
            text(
                "{name} is not an idx file of {dimensions} dimensions: it starts with {found} instead of {magic}.",
                name=name,
                dimensions=dimensions,
                found=content[:4].hex() or "''",
                magic=magic.hex(),
            )
        )
    start = 4 + 4 * dimensions
    if len(content) < start:
        raise _length(name, len(content), start)
    shape = struct.unpack_from(f">{dimensions}I", content, 4)
    if len(content) != start + math.prod(shape):
        raise _length(name, len(content), start + math.prod(shape))
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)


def _length(name: str, found: int, expected: int) -> DataUnavailable:
    return DataUnavailable(
        text(
            "{name} holds {found} bytes, and its header asks for {expected}.", name=name, found=found, expected=expected
        )
    )
