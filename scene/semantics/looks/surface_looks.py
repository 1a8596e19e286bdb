"""The appearance of nodes: the colors, materials and shapes of each subtree, weighted by surface area."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import FloatArray, IntArray, PrimitiveKind, Scene, Vec3
from scenewright.scene.semantics.looks.surface_areas import instance_areas

__all__ = ["Bools", "SurfaceLooks"]

Bools = npt.NDArray[np.bool_]

_METALLIC = 0.4
"""Above this value a material counts as metal. Painted and blackened metal has 0.6 (scene/language/vocabulary/surfaces.py)."""
_CLEAR = 0.7
"""Below this opacity a material counts as glass. Frosted glass has 0.6."""
_LEAST = 1e-12
"""A smaller surface, in square scene units, counts as none."""


class SurfaceLooks:
    """The I instances of a geometry ("pieces"), in the order of the tree, so that the pieces of each subtree are contiguous.

    `instance`: (I,) index of each piece in the geometry. `area`: (I,) surface area in the world frame, square scene units. `color`:
    (I, 3) sRGB in [0, 1]. `kinds`: for metal, glass and glowing, (I,) whether each piece is. `shapes`: the same for sphere, cylinder (or
    cone), box and round, which is either of the first two. Rows are those of the scene.

    Args:
        areas: (I,) surface areas of the instances, if already computed.
    """

    def __init__(self, scene: Scene, geometry: SceneGeometry, areas: FloatArray | None = None) -> None:
        self._scene = scene
        order = np.argsort(geometry.entity, kind="stable")
        self._first = np.searchsorted(geometry.entity[order], np.arange(len(scene) + 1))
        self.instance: IntArray = order.astype(np.int32)
        self.area: FloatArray = (instance_areas(geometry) if areas is None else areas)[order]
        self.color: FloatArray = geometry.color[order]
        material_kinds = [(m.metallic > _METALLIC, m.opacity < _CLEAR, m.emission > 0.0) for m in geometry.materials]
        columns = np.array(material_kinds, dtype=bool).reshape(-1, 3)[geometry.material[order]].T
        self.kinds: dict[str, Bools] = dict(zip(("metal", "glass", "glowing"), columns, strict=True))
        form = np.array([m.kind for m in geometry.meshes], dtype=np.int64)[geometry.mesh[order]]
        sphere, box = form == PrimitiveKind.SPHERE, form == PrimitiveKind.CUBE
        cylinder = (form == PrimitiveKind.CYLINDER) | (form == PrimitiveKind.CONE)
        self.shapes: dict[str, Bools] = {"sphere": sphere, "cylinder": cylinder, "box": box, "round": sphere | cylinder}

    def pieces(self, row: int) -> slice:
        """The pieces of a node's subtree."""
        return slice(int(self._first[row]), int(self._first[self._scene.subtree_end(row)]))

    def share(self, row: int, fits: FloatArray | Bools) -> float:
        """The fraction of a node's surface that has a property; 0 for a node without surface.

        Args:
            fits: for each of the node's pieces, the degree of the property in [0, 1].
        """
        area = self.area[self.pieces(row)]
        total = float(area.sum())
        return float(fits @ area) / total if total > _LEAST else 0.0

    def mean_color(self, row: int) -> Vec3 | None:
        """The mean color over a node's surface; None for a node without surface."""
        chosen = self.pieces(row)
        area = self.area[chosen]
        if not area.sum() > _LEAST:
            return None
        r, g, b = np.clip(area @ self.color[chosen] / area.sum(), 0.0, 1.0).tolist()
        return (r, g, b)

    def colors(self, row: int) -> list[tuple[Vec3, float]]:
        """The colors of a node, rounded to hundredths, with their fractions of its surface, largest first."""
        chosen = self.pieces(row)
        area = self.area[chosen]
        total = max(float(area.sum()), _LEAST)
        sums: dict[Vec3, float] = {}
        for (r, g, b), some in zip(np.round(self.color[chosen], 2).tolist(), area.tolist(), strict=True):
            sums[r, g, b] = sums.get((r, g, b), 0.0) + some
        return [(color, some / total) for color, some in sorted(sums.items(), key=lambda item: -item[1])]

    def surface(self, row: int) -> tuple[str, ...]:
        """Those of metal, glass and glowing that hold for most of a node's surface."""
        chosen = self.pieces(row)
        return tuple(kind for kind, fits in self.kinds.items() if self.share(row, fits[chosen]) > 0.5)
