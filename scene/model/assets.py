"""Objects of the catalogue that a program asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from scenewright.scene.model.values import FloatArray, Vec3, Vec4

__all__ = ["AssetRef"]


@dataclass(frozen=True, slots=True)
class AssetRef:
    """An object that ``asset_call`` asked for and the host answered.

    `hull`: (K, 3) with K <= 256, metres, base centre at the origin, facing +z, at the fitted size: its bounds are the
    asset's. `id` is the sha256 of the stored file (``assets/<id>.py`` or ``.glb``), or '' where nothing could serve it.
    `node` names one node of a stored file. `parent_from_asset` maps the stored file's own coordinates to the fitted frame.
    `note` says where another thing was taken than was asked for, while the program runs; scenes do not carry it.
    `support` is what holds it up (floor, wall, ceiling, surface, rug), '' where the catalogue does not say; `clearance` what
    stays free at its front, back, left and right (its own left hand, +x), metres at the fitted size.
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
