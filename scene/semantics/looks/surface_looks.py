"""How the nodes of a scene look: the colors, materials and shapes of all that hangs below each, by how much surface they cover."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import FloatArray, IntArray, PrimitiveKind, Scene, Vec3
from scenewright.scene.semantics.looks.surface_areas import instance_areas

__all__ = ["Bools", "SurfaceLooks"]

Bools = npt.NDArray[np.bool_]

_METALLIC = 0.4
"""Painted and blackened metal is at 0.6 (scene/language/vocabulary/surfaces.py)."""
_CLEAR = 0.7
"""An opacity below it is glass: frosted glass is at 0.6."""
_LEAST = 1e-12
"""What has less surface, in square scene units, shows none."""


class SurfaceLooks:
    """The I instances of a geometry, here its pieces, in the order of the tree: those of a node and all below it are a run.

    `instance`: (I,) of each piece, into the geometry. `area`: (I,) surface in the world frame, square scene units. `color`: (I, 3)
    sRGB in [0, 1]. `kinds`: (I,) of each piece whether it is metal, glass, glowing. `shapes`: (I,) whether it is a sphere, a cylinder
    (or cone), a box; round is either of the first. Rows are those of the scene.

    Args:
        areas: (I,) of the instances, where they are at hand.
    """

    def __init__(self, scene: Scene, geometry: SceneGeometry, areas: FloatArray | None = None) -> None:
        self._scene = scene
        order = np.argsort(geometry.entity, kind="stable")
        self._first = np.searchsorted(geometry.entity[order], np.arange(len(scene) + 1))
        self.instance: IntArray = order.astype(np.int32)
        self.area: FloatArray = (instance_areas(geometry) if areas is None else areas)[order]
        self.color: FloatArray = geometry.color[order]
        made_of = [(m.metallic > _METALLIC, m.opacity < _CLEAR, m.emission > 0.0) for m in geometry.materials]
        columns = np.array(made_of, dtype=bool).reshape(-1, 3)[geometry.material[order]].T
        self.kinds: dict[str, Bools] = dict(zip(("metal", "glass", "glowing"), columns, strict=True))
        form = np.array([m.kind for m in geometry.meshes], dtype=np.int64)[geometry.mesh[order]]
        sphere, box = form == PrimitiveKind.SPHERE, form == PrimitiveKind.CUBE
        cylinder = (form == PrimitiveKind.CYLINDER) | (form == PrimitiveKind.CONE)
        self.shapes: dict[str, Bools] = {"sphere": sphere, "cylinder": cylinder, "box": box, "round": sphere | cylinder}

    def pieces(self, row: int) -> slice:
        """Of a node and all below it."""
        return slice(int(self._first[row]), int(self._first[self._scene.subtree_end(row)]))

    def share(self, row: int, fits: FloatArray | Bools) -> float:
        """The share of a node's surface that pieces cover of which something holds; 0 where it has none.

        Args:
            fits: of the node's own pieces, in [0, 1]: how far it holds of each.
        """
        area = self.area[self.pieces(row)]
        whole = float(area.sum())
        return float(fits @ area) / whole if whole > _LEAST else 0.0

    def mean_color(self, row: int) -> Vec3 | None:
        """The mean over a node's surface; None where it has none."""
        chosen = self.pieces(row)
        area = self.area[chosen]
        if not area.sum() > _LEAST:
            return None
        r, g, b = np.clip(area @ self.color[chosen] / area.sum(), 0.0, 1.0).tolist()
        return (r, g, b)

    def colors(self, row: int) -> list[tuple[Vec3, float]]:
        """The colors of a node, to a hundredth, with their shares of its surface, largest first."""
        chosen = self.pieces(row)
        area = self.area[chosen]
        whole = max(float(area.sum()), _LEAST)
        sums: dict[Vec3, float] = {}
        for (r, g, b), some in zip(np.round(self.color[chosen], 2).tolist(), area.tolist(), strict=True):
            sums[r, g, b] = sums.get((r, g, b), 0.0) + some
        return [(color, some / whole) for color, some in sorted(sums.items(), key=lambda item: -item[1])]

    def surface(self, row: int) -> tuple[str, ...]:
        """What most of a node's surface is, of metal, glass and glowing."""
        chosen = self.pieces(row)
        return tuple(kind for kind, fits in self.kinds.items() if self.share(row, fits[chosen]) > 0.5)
