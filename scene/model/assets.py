"""Catalogue objects that a program requested."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from scenewright.scene.model.values import FloatArray, Vec3, Vec4

__all__ = ["AssetRef"]


@dataclass(frozen=True, slots=True)
class AssetRef:
    """A catalogue object: the host's answer to an ``asset_call``.

    `hull`: (K, 3) with K <= 256, metres, base centre at the origin, facing +z, at the fitted size: its bounds are the
    asset's. `id` is the sha256 of the stored file (``assets/<id>.py`` or ``.glb``), or '' if no catalogue object matched.
    `node` names one node of a stored file. `parent_from_asset` maps the stored file's own coordinates to the fitted frame.
    `note` says that a substitute was chosen; it exists only while the program runs and is not kept in scenes.
    `support` is the kind of surface that supports it (floor, wall, ceiling, surface, rug), '' if unknown; `clearance` is the
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
