"""Catalogue objects that a program requested, and what supports them."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

import numpy as np

from scenewright.scene.model.values import FloatArray, Vec3, Vec4
from scenewright.scene.short_repr import short_repr

__all__ = ["AssetRef", "Support"]


class Support(enum.StrEnum):
    """What supports a body."""

    FLOOR = "floor"
    WALL = "wall"
    CEILING = "ceiling"
    SURFACE = "surface"
    """It stands on another body."""
    RUG = "rug"
    """It lies on the floor, and others stand on it."""
    HELD = "held"
    """Another body holds it from above or at its side, and it moves with that body: a pan on a rail, a scale on a hook."""


@dataclass(frozen=True, slots=True)
class AssetRef:
    """A catalogue object: the host's answer to an ``asset_call``.

    `hull`: (K, 3) with K <= 256, metres, base centre at the origin, facing +z, at the fitted size: its bounds are the
    asset's. `id` is the sha256 of the stored file (``assets/<id>.py`` or ``.glb``), or '' if no catalogue object matched.
    `node` names one node of a stored file. `parent_from_asset` maps the stored file's own coordinates to the fitted frame.
    `note` says that a substitute was chosen; it exists only while the program runs and is not kept in scenes.
    `support` is a value of :class:`Support`, '' if unknown; `clearance` is the
    free space at its front, back, left and right (its own left hand, +x), in metres at the fitted size.
    """

    words: str
    size: Vec3 | None
    seed: int
    id: str
    hull: FloatArray
    node: str | None = None
    fit: FloatArray = field(default_factory=lambda: np.eye(4))
    licence: str = ""
    author: str = ""
    source: str = ""
    title: str = ""
    support: str = ""
    clearance: Vec4 = (0.0, 0.0, 0.0, 0.0)
    note: str = ""

    __repr__ = short_repr
