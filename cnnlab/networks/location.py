"""Where MNIST is looked for."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

VARIABLE = "CNNLAB_DATA"


@dataclass(frozen=True)
class Place:
    """A root in torchvision's layout. Where somebody `named` it, they want the data from there and no others."""

    root: Path
    named: bool

    @property
    def raw(self) -> Path:
        """The folder of the files."""
        return self.root / "MNIST" / "raw"


def find_place(chosen: Path | None = None, environment: Mapping[str, str] = os.environ) -> Place:
    """The place of `--data`, else of CNNLAB_DATA, else the user's cache."""
    if chosen is not None:
        return Place(chosen.expanduser(), named=True)
    if environment.get(VARIABLE):
        return Place(Path(environment[VARIABLE]).expanduser(), named=True)
    return Place(platformdirs.user_cache_path("cnnlab", appauthor=False), named=False)
