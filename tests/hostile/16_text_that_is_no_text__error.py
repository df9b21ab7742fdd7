"""Markup: lone surrogates, NUL and other characters that cannot be encoded or are not allowed in XML.

Fails because text is cleaned where it enters, so that no reporter stumbles over it.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.write(1, b"\xff\xfe\x00\xc3\x28 half a letter: \xed\x95")
    raise RuntimeError("\ud800 \udfff \x00 \uffff \ufffe \x01\x08\x0e\x7f\x85")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    error = type("Bad\ud800Name", (Exception,), {})
    raise error(b"\xff".decode("utf-8", "surrogateescape"))
