"""What can come of running student code, as data. None of it is believed: it is compared."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Returned:
    """The call returned; `mutated` says that an array passed to it was changed."""

    value: Any
    mutated: bool = False


@dataclass(frozen=True)
class Loaded:
    """The module's top level ran; `names` are the functions it defines."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Raised:
    """The code raised. `families` are the built-in classes of the exception, `number` the student's own line;
    `forbidden` says that the kernel refused something."""

    type: str
    families: tuple[str, ...]
    text: str
    number: int = 0
    reached: bool = True
    module: str = ""
    forbidden: bool = False


@dataclass(frozen=True)
class Unsendable:
    """The call returned something that is no array, number, text, list, tuple, dict or None."""

    what: str


@dataclass(frozen=True)
class Missing:
    """There is nothing called `name`; `names` are those there are."""

    names: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class TimedOut:
    """The call was stopped after `seconds`; `whole` where the time of the submission was used up."""

    seconds: float
    whole: bool = False


@dataclass(frozen=True)
class OutOfMemory:
    """The child asked for more memory than it may have."""

    limit_mb: int


@dataclass(frozen=True)
class OutOfDisk:
    """The child wrote more into its folder than it may."""

    limit_mb: int


@dataclass(frozen=True)
class Exited:
    """The process ended in the middle of a call, by itself (`code`) or by a `signal`."""

    code: int
    signal: int = 0


@dataclass(frozen=True)
class Garbled:
    """What came over the channel was no reply."""

    what: str


@dataclass(frozen=True)
class NotLoaded:
    """No call was made: running the top level of the module came to `reply`."""

    reply: "Reply"


Reply = (
    NotLoaded
    | Returned
    | Loaded
    | Raised
    | Unsendable
    | Missing
    | TimedOut
    | OutOfMemory
    | OutOfDisk
    | Exited
    | Garbled
)
Deadly = (TimedOut, OutOfMemory, OutOfDisk, Exited, Garbled)
