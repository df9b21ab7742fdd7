"""idx files are read back as they were written; whatever is not one is named with what is wrong about it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from cnnlab.errors import DataUnavailable
from cnnlab.networks.idx import parse_idx

GOOD = bytes.fromhex("00000801 00000003 070809")


@given(arrays(np.uint8, array_shapes(min_dims=1, max_dims=3, min_side=0)))
def test_what_was_written_is_read(array):
    header = bytes([0, 0, 8, array.ndim]) + b"".join(side.to_bytes(4, "big") for side in array.shape)
    assert np.array_equal(parse_idx(header + array.tobytes(), array.ndim, "x"), array)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "x is not an idx file of 1 dimensions: it starts with '' instead of 00000801."),
        (b"\x00\x00", "it starts with 0000 instead of 00000801."),
        (b"\x1f\x8b\x08\x00" + GOOD, "it starts with 1f8b0800 instead of 00000801."),
        (b"<html>offline</html>", "it starts with 3c68746d instead of 00000801."),
        (b"\x00\x00\x0d\x01" + GOOD[4:], "it starts with 00000d01"),  # floats
        (b"\x00\x00\x08\x03" + GOOD[4:], "it starts with 00000803"),  # images in place of labels
        (GOOD[:6], "x holds 6 bytes, and its header asks for 8."),
        (GOOD[:-1], "x holds 10 bytes, and its header asks for 11."),
        (GOOD + b"\x00", "x holds 12 bytes, and its header asks for 11."),
        (GOOD[:4] + b"\xff\xff\xff\xff" + GOOD[8:], "and its header asks for 4294967303."),
    ],
)
def test_what_is_no_idx_file_is_named_with_what_is_wrong(content, words):
    with pytest.raises(DataUnavailable) as caught:
        parse_idx(content, 1, "x")
    assert words in str(caught.value)


@given(st.binary(max_size=40))
def test_any_bytes_are_an_array_or_a_sentence(content):
    try:
        array = parse_idx(content, 3, "x")
    except DataUnavailable:
        return
    assert array.ndim == 3
