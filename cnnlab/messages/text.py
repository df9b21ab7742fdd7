"""A message for a person, kept as data until the language is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True)
class Text:
    """An English template (the catalogue's key) and the values it speaks of; a value may be a Text itself."""

    template: str
    values: Mapping[str, object] = field(default_factory=lambda: NOTHING)

    def __reduce__(self) -> tuple[object, ...]:
        """How a message travels between our processes: a read-only view of a mapping cannot."""
        return Text, (self.template, dict(self.values))


def printable(words: str) -> str:
    """Words without control characters and broken letters, so that nobody's words can draw on a terminal."""
    return "".join(letter if letter.isprintable() else "�" for letter in words)


def text(template: str, **values: object) -> Text:
    """Make a message: `text("{path} is empty.", path=path)`. The catalogue is extracted from these calls."""
    return Text(template, MappingProxyType(values))


def title(english: str) -> Text:
    """Make a message of a template that is read from a course, such as the title of a check."""
    return Text(english)
