"""The instance tree of a scene as columns: node kinds, the table's columns, and path segments."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from scenewright.scene.model.values import Array, FloatArray, IntArray
from scenewright.scene.short_repr import short_repr

__all__ = ["NodeKind", "NodeTable", "PrimitiveKind", "slug"]


class NodeKind(enum.IntEnum):
    """What kind of call created a node."""

    ENTITY = 0
    """A registered function: ``library_call`` or ``place('name')``."""
    GROUP = 1
    """A shape of several parts, positioned by ``place``."""
    ASSET = 2
    """``asset_call``: an object of the catalogue. Its ``PrimitiveKind`` is MESH."""
    SPLAT = 3
    """``splat_call``: Gaussians of a capture. Its ``PrimitiveKind`` is SPLAT."""
    ROOM = 4
    """The node ``room`` and its parts (``floor``, ``wall_left``, ``door``, ``window`` ...)."""
    PRIMITIVE = 5
    """A leaf made by ``primitive_call``."""


class PrimitiveKind(enum.IntEnum):
    """Geometry of a leaf. Unit shapes: the cube has edge 1 and is centred; the sphere has radius 1; the cylinder and the
    cone have radius 1 and stand from y=0 to y=1 (the cone's tip is at y=1); a block is a unit cube of the blocks dialect."""

    NONE = 0
    CUBE = 1
    SPHERE = 2
    CYLINDER = 3
    CONE = 4
    MESH = 5
    SPLAT = 6
    BLOCK = 7


@dataclass(frozen=True)
class NodeTable:
    """The columns of a tree of N nodes, depth first, every parent before its children. Row 0 is the root of frame 0."""

    parent: IntArray  # (N,), -1 at a root
    kind: Array[np.uint8]  # (N,) NodeKind
    primitive: Array[np.uint8]  # (N,) PrimitiveKind
    word: IntArray  # (N,) into strings: what it is
    phrase: IntArray  # (N,) into strings, -1: the fuller phrase
    name: IntArray  # (N,) into strings: the path segment without its index
    ordinal: IntArray  # (N,) which of the same-named siblings, from 0
    parent_from_local: FloatArray  # (N, 4, 4)
    color: FloatArray  # (N, 3) sRGB of a primitive; NaN elsewhere unless an adjust coloured it
    material: IntArray  # (N,) into materials, -1: default
    z: IntArray  # (N,) into embeddings after inheritance, -1: none
    asset: IntArray  # (N,) into assets, -1
    span: IntArray  # (N, 4) line, column, end line, end column of the call that made it; -1: none
    place: IntArray  # (N,) into places: the outermost place call that moved it, -1: none

    __repr__ = short_repr

    def __len__(self) -> int:
        return int(self.parent.shape[0])


_SLUG_DROP = re.compile(r"[^0-9a-zA-Z_À-￿]+")


@lru_cache(maxsize=4096)
def slug(word: str) -> str:
    """A word as a path segment: ``'Floor lamp'`` -> ``'floor_lamp'``. Never empty."""
    return _SLUG_DROP.sub("_", word.strip()).strip("_").lower() or "part"
