"""Frames between the trusted process and the child: lengths, a msgpack header, and the bytes of the arrays.

    | header length: u32 | payload length: u32 | header: msgpack map | payload: array bytes |

The header is small, so that unpacking it cannot cost much memory; arrays travel in the payload, byte for byte.
Nothing here is pickled or evaluated, in either direction. Whatever is not exactly a frame raises WireError.
"""

import struct
from typing import Any

import msgpack
from numpy.typing import NDArray

from cnnlab.sandbox import values

LENGTHS = struct.Struct(">II")
MAX_HEADER = 256 * 1024
MAX_PAYLOAD = 64 * 1024 * 1024


class WireError(ValueError):
    """Bytes that are not a frame, or a value that has no place on the wire."""


def encode(fields: dict[str, Any], value: object = None, max_payload: int = MAX_PAYLOAD) -> bytes:
    """A frame: plain fields, and one value that may hold arrays.

    Raises:
        WireError: where the value is of a kind that does not travel, or is too large.
    """
    arrays: list[NDArray[Any]] = []
    try:
        packed = values.pack(value, arrays)
        header: bytes = msgpack.packb({**fields, "value": packed}, unicode_errors="backslashreplace")
    except (values.Unsendable, OverflowError) as error:
        raise WireError(str(error)) from error
    if len(header) > MAX_HEADER:
        raise WireError("a text or a list that is too long")
    if sum(array.nbytes for array in arrays) > max_payload:
        raise WireError(f"arrays of more than {max_payload >> 20} MiB")
    payload = b"".join(array.tobytes() for array in arrays)
    return LENGTHS.pack(len(header), len(payload)) + header + payload


def lengths(prefix: bytes | bytearray, max_payload: int = MAX_PAYLOAD) -> tuple[int, int]:
    """Header and payload length of a frame from its first eight bytes.

    Raises:
        WireError: where they exceed what a frame may hold.
    """
    header, payload = LENGTHS.unpack(prefix)
    if not 0 < header <= MAX_HEADER or payload > max_payload:
        raise WireError("lengths that no frame has")
    return header, payload


def decode(header: bytes | bytearray, payload: bytes | bytearray) -> dict[str, Any]:
    """The fields of a frame, with `value` rebuilt as plain Python values and base ndarrays.

    Raises:
        WireError: where anything is not as `encode` writes it.
    """
    try:
        fields = msgpack.unpackb(
            header,
            raw=False,
            strict_map_key=True,
            max_str_len=MAX_HEADER,
            max_bin_len=0,
            max_ext_len=0,
            max_array_len=values.MAX_ITEMS,
            max_map_len=64,
        )
        if not isinstance(fields, dict):
            raise WireError("a header that is no map")
        fields["value"] = values.unpack(fields.get("value"), values.Payload(payload))
    except WireError:
        raise
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError, MemoryError) as error:
        raise WireError(f"a header that cannot be read ({type(error).__name__})") from error
    except msgpack.exceptions.UnpackException as error:
        raise WireError("a header that is no msgpack") from error
    return fields
