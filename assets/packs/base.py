"""The protocol of packs: objects with words and sizes, and a file for each.

A plug-in offers a pack through the entry point group ``scenewright.packs``: a callable without arguments that gives a
:class:`Pack`, or None if something that it needs is not installed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

from scenewright.assets.entry import CatalogueEntry
from scenewright.scene.model import FloatArray

__all__ = ["ENTRY_POINTS", "Pack", "StoredFile"]

ENTRY_POINTS = "scenewright.packs"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """The stored file of an object. `suffix`: 'py' or 'glb'.

    `upright` is (3, 3): it turns the file's own axes so that the object stands (+y up) and faces +z.
    """

    data: bytes
    suffix: str
    upright: FloatArray = field(default_factory=lambda: np.eye(3))


class Pack(Protocol):
    """A source of objects."""

    name: str
    """Short and unique: the first part of its entries' keys."""

    def entries(self) -> Sequence[CatalogueEntry]:
        """All objects of the pack. Raises AssetError if the pack cannot be read."""
        ...

    def store(self, entry: CatalogueEntry, arguments: Mapping[str, Any]) -> StoredFile:
        """The file of one of its entries; for a program with `arguments` bound to its root function.

        Raises:
            AssetError: the file is missing or cannot be read.
        """
        ...
