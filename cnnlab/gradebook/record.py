"""A report as text that can be kept, and back: messages stay data, so that both languages can be made of it later."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

import numpy as np

from cnnlab.course import (
    Arrays,
    Certificate,
    Check,
    Counterexample,
    Group,
    Hint,
    LayerOfNetwork,
    Measured,
    Numbers,
    Outcome,
    Report,
    Student,
)
from cnnlab.messages import Language, Text

KNOWN: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        Arrays,
        Certificate,
        Check,
        Counterexample,
        Group,
        Hint,
        Language,
        LayerOfNetwork,
        Measured,
        Numbers,
        Outcome,
        Report,
        Student,
    )
}


def to_record(value: object) -> str:
    """A report, or messages, as one line of JSON."""
    return json.dumps(_packed(value), separators=(",", ":"))


def from_record(record: str) -> Any:
    """What `to_record` was given.

    Raises:
        ValueError: where it is no record, or names what this version of cnnlab does not know.
    """
    return _unpacked(json.loads(record))


def _packed(value: object) -> object:
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, Text):
        said = {name: _said(each) for name, each in value.values.items()}
        return {"is": "Text", "template": value.template, "values": said}
    if isinstance(value, Enum):
        return {"is": _known(value), "value": value.value}
    if is_dataclass(value):
        return {"is": _known(value), **{each.name: _packed(getattr(value, each.name)) for each in fields(value)}}
    if isinstance(value, Mapping):
        return {"is": "Mapping", "pairs": [[_packed(key), _packed(each)] for key, each in value.items()]}
    if isinstance(value, (tuple, list)):
        return [_packed(each) for each in value]
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"a report cannot keep a {type(value).__name__}")


def _known(value: object) -> str:
    name = type(value).__name__
    if KNOWN.get(name) is not type(value):
        raise TypeError(f"a report cannot keep a {name}")
    return name


def _said(value: object) -> object:
    """A value of a message. Shapes, places and paths are kept as they are said."""
    plain = value is None or isinstance(value, (str, bool, int, float, Text, np.generic))
    return _packed(value) if plain else str(value)


def _unpacked(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_unpacked(each) for each in value)
    if not isinstance(value, dict):
        return value
    kind = value.pop("is", None)
    if kind == "Text":
        return Text(value["template"], {name: _unpacked(each) for name, each in value["values"].items()})
    if kind == "Mapping":
        return {_unpacked(key): _unpacked(each) for key, each in value["pairs"]}
    if kind not in KNOWN:
        raise ValueError(f"a record names {kind}, which is not known")
    if issubclass(KNOWN[kind], Enum):
        return KNOWN[kind](value["value"])
    return KNOWN[kind](**{name: _unpacked(each) for name, each in value.items()})
