"""A frame is exactly what `encode` writes: anything else, and anything too large, raises WireError and nothing else."""

import tracemalloc

import msgpack
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnlab.sandbox import wire

MIB = 1024 * 1024
unhurried = settings(deadline=None)
# What msgpack sets aside for lists that a header announces and does not hold, and what a list costs beyond its one byte.
HEADER_FLOOR = 96 * MIB
HEADER_FACTOR = 160
PAYLOAD_FACTOR = 4

REAL = [
    wire.encode({"kind": "returned", "nonce": "0123456789abcdef", "mutated": False}, value)
    for value in (
        None,
        [1, -2.5, "text", True, 2**80],
        {"a": np.arange(6.0).reshape(2, 3), 3: (np.zeros((0, 2), np.int8), np.float32(1.5))},
        np.arange(24, dtype=np.uint16).reshape(2, 3, 4),
    )
]


def decode_or_refuse(header: bytes, payload: bytes) -> bool:
    """Whether it was a frame; any other error than WireError goes up."""
    try:
        fields = wire.decode(header, payload)
    except wire.WireError:
        return False
    assert isinstance(fields, dict)
    return True


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A real frame with a few bytes changed, cut out, or put in."""
    frame = bytearray(draw(st.sampled_from(REAL)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(frame)))
        end = min(len(frame), at + draw(st.integers(0, 3)))
        frame[at:end] = draw(st.binary(max_size=3))
    return bytes(frame)


@unhurried
@given(st.binary(min_size=8, max_size=8))
def test_any_eight_bytes_are_lengths_within_the_limits_or_are_refused(prefix):
    try:
        header, payload = wire.lengths(prefix)
    except wire.WireError:
        return
    assert 0 < header <= wire.MAX_HEADER
    assert 0 <= payload <= wire.MAX_PAYLOAD


@pytest.mark.parametrize(
    ("header", "payload"), [(0, 0), (wire.MAX_HEADER + 1, 0), (1, wire.MAX_PAYLOAD + 1), (2**32 - 1, 2**32 - 1)]
)
def test_lengths_beyond_the_limits_are_refused(header, payload):
    with pytest.raises(wire.WireError):
        wire.lengths(wire.LENGTHS.pack(header, payload))


@unhurried
@given(st.binary(max_size=300), st.binary(max_size=64))
def test_random_bytes_are_refused_or_read(header, payload):
    decode_or_refuse(header, payload)


@unhurried
@given(mutated())
def test_mutated_frames_are_refused_or_read(frame):
    size = int.from_bytes(frame[:4], "big") % (len(frame) + 1)
    decode_or_refuse(frame[8 : 8 + size], frame[8 + size :])


MSGPACK = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**63), 2**64 - 1),
        st.floats(),
        st.text(max_size=4),
        st.binary(max_size=4),
        st.sampled_from(["list", "tuple", "dict", "int", "scalar", "array", "float64", "bool", "0x1f", "-0x", "zz"]),
        st.builds(msgpack.ExtType, st.integers(0, 127), st.binary(max_size=4)),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=5), st.dictionaries(st.text(max_size=2), inner, max_size=2)),
    max_leaves=20,
)
TAGGED = st.one_of(
    MSGPACK,
    st.lists(MSGPACK, max_size=5).map(lambda rest: ["dict", *rest]),
    st.lists(st.integers(-1, 2**64 - 1), max_size=34).map(lambda sizes: ["array", "int8", *sizes]),
    st.lists(st.sampled_from([0, 2**31, 2**62, 2**63, 2**64 - 1]), max_size=6).map(lambda s: ["array", "bool", *s]),
)


@unhurried
@given(TAGGED, st.binary(max_size=32))
def test_well_formed_headers_with_any_tags_are_refused_or_read(value, payload):
    decode_or_refuse(msgpack.packb({"kind": "returned", "value": value}), payload)


def peak_of_decoding(header: bytes, payload: bytes) -> int:
    tracemalloc.start()
    try:
        decode_or_refuse(header, payload)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def value_header(packed: bytes) -> bytes:
    return b"\x81\xa5value" + packed


FULL = wire.MAX_HEADER - 7
GREEDY = {
    "announced_lists": (value_header(b"\xdd\x00\x01\x86\xa0" * 1000), b""),
    "announced_maps": (value_header(b"\xdf\x00\x00\x00\x40" * 1000), b""),
    "announced_text": (value_header(b"\xdb\x00\x03\xff\xff"), b""),
    "many_empty_lists": (value_header((b"\xdc\xff\xff" + b"\x90" * 65535) * 3), b""),
    "many_empty_maps": (value_header(b"\xdd\x00\x01\x86\xa0" + b"\x80" * 100_000), b""),
    "many_pieces_of_text": (value_header(b"\xdd\x00\x01\x86\xa0" + b"\xa1\xff" * 100_000), b""),
    "deep": (value_header(b"\x91" * FULL), b""),
    "empty_arrays": (
        msgpack.packb({"value": ["list", *[["array", "bool", 0]] * 15_000]}),
        b"",
    ),
    "an_enormous_shape": (msgpack.packb({"value": ["array", "float64", 2**30, 2**30, 2**30]}), bytes(64)),
    "one_full_payload": (msgpack.packb({"value": ["array", "uint8", 16 * MIB]}), bytes(16 * MIB)),
    "arrays_beyond_the_payload": (
        msgpack.packb({"value": ["list", *[["array", "uint8", 4 * MIB]] * 50]}),
        bytes(4 * MIB),
    ),
}


@pytest.mark.parametrize("name", GREEDY)
def test_decoding_takes_memory_in_proportion_to_the_frame(name):
    header, payload = GREEDY[name]
    assert len(header) <= wire.MAX_HEADER
    allowed = HEADER_FLOOR + HEADER_FACTOR * len(header) + PAYLOAD_FACTOR * len(payload)
    assert peak_of_decoding(header, payload) < allowed


def test_a_value_larger_than_a_frame_is_not_sent():
    with pytest.raises(wire.WireError, match="64 MiB"):
        wire.encode({}, np.zeros(wire.MAX_PAYLOAD + 1, np.uint8))
    with pytest.raises(wire.WireError, match="too long"):
        wire.encode({}, "x" * wire.MAX_HEADER)


def test_text_among_the_fields_may_hold_a_lone_surrogate():
    frame = wire.encode({"kind": "raised", "text": "a\ud800"})
    assert wire.decode(frame[8:], b"")["kind"] == "raised"
