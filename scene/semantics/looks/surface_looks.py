"""The appearance of nodes: the colors of each subtree by its visible surface, materials and shapes by all of its surface."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.geometry.visible_surface import MOST_DRAWN, visible_shares
from scenewright.scene.model import FloatArray, IntArray, NodeKind, PrimitiveKind, Scene, Vec3
from scenewright.scene.semantics.looks.surface_areas import instance_areas
from scenewright.scene.semantics.words import color_name

__all__ = ["Bools", "MainColor", "SurfaceLooks"]

Bools = npt.NDArray[np.bool_]

_METALLIC = 0.4
"""Above this value a material counts as metal. Painted and blackened metal has 0.6 (scene/language/vocabulary/surfaces.py)."""
_CLEAR = 0.7
"""Below this opacity a material counts as glass. Frosted glass has 0.6."""
_LEAST = 1e-12
"""A smaller surface, in square scene units, counts as none."""


@dataclass(frozen=True, slots=True)
class MainColor:
    """The color of most of a thing's visible surface. `name`: its plain name. `color`: the mean sRGB in [0, 1] of what has that name.
    `share`: the fraction of the visible surface that has it. `others`: the plain names of the other colors, with their fractions, the
    largest first."""

    name: str
    color: Vec3
    share: float
    others: tuple[tuple[str, float], ...] = ()


class SurfaceLooks:
    """The I instances of a geometry ("pieces"), in the order of the tree, so that the pieces of each subtree are contiguous.

    `instance`: (I,) index of each piece in the geometry. `area`: (I,) surface area in the world frame, square scene units. `color`:
    (I, 3) sRGB in [0, 1]. `kinds`: for metal, glass and glowing, (I,) whether each piece is. `shapes`: the same for sphere, cylinder (or
    cone), box and round, which is either of the first two. Rows are those of the scene.

    Args:
        areas: (I,) surface areas of the instances, if already computed.
    """

    def __init__(self, scene: Scene, geometry: SceneGeometry, areas: FloatArray | None = None) -> None:
        self._scene, self._geometry = scene, geometry
        self._visible: dict[int, FloatArray] = {}
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

    def visible(self, row: int) -> FloatArray:
        """The share of a node's visible surface (:func:`visible_shares`) that each of its pieces covers: they sum to one, or are all 0 for
        a node without surface. Of the room, the whole scene, and a heap of more than :data:`MOST_DRAWN` triangles all surface counts."""
        if row not in self._visible:
            self._visible[row] = self._seen(row)
        return self._visible[row]

    def _seen(self, row: int) -> FloatArray:
        chosen = self.pieces(row)
        area = self.area[chosen]
        total = float(area.sum())
        if not total > _LEAST:
            return np.zeros(len(area))
        whole: FloatArray = area / total
        if row == 0 or self._scene.entity(row).kind is NodeKind.ROOM or len(area) == 1:
            return whole
        clear = self.kinds["glass"][chosen]
        pieces = np.flatnonzero(~clear) if not clear.all() else np.arange(len(area))  # people look through a pane
        meshes, uses = self._geometry.meshes, self.instance[chosen]
        sizes = np.array([len(meshes[self._geometry.mesh[uses[p]]].faces) for p in pieces.tolist()], dtype=np.int64)
        if not 0 < sizes.sum() <= MOST_DRAWN:
            return whole
        corners = []
        for p in pieces.tolist():
            mesh, world = meshes[self._geometry.mesh[uses[p]]], self._geometry.world_from_mesh[uses[p]]
            points = np.asarray(mesh.vertices, dtype=np.float64) @ world[:3, :3].T + world[:3, 3]
            corners.append(points[np.asarray(mesh.faces)])
        front = self._scene.world_from_local[row][:3, 2]
        yaw = float(np.arctan2(front[0], front[2]))
        seen = visible_shares(np.concatenate(corners), np.repeat(pieces, sizes), len(area), yaw)
        return seen if seen.any() else whole

    def main_color(self, row: int) -> MainColor | None:
        """The color of most of a node's visible surface; None for a node without surface. Colors of one plain name count together."""
        shares = self.visible(row)
        if not shares.any():
            return None
        sums: dict[str, float] = {}
        mixed: dict[str, FloatArray] = {}
        shown = shares > 0.0
        # a scene of 100,000 pieces has few colors, and a name takes time
        steps = np.round(np.clip(self.color[self.pieces(row)][shown], 0.0, 1.0) * 255.0).astype(np.int64)
        codes, piece = np.unique(steps @ np.array([65536, 256, 1]), return_inverse=True)
        for code, share in zip(codes.tolist(), np.bincount(piece, weights=shares[shown]).tolist(), strict=True):
            color = np.array([code >> 16, code >> 8 & 255, code & 255]) / 255.0
            name = color_name(color)
            sums[name] = sums.get(name, 0.0) + share
            mixed[name] = mixed.get(name, np.zeros(3)) + share * color
        (name, share), *others = sorted(sums.items(), key=lambda one: (-one[1], one[0]))
        r, g, b = np.clip(mixed[name] / share, 0.0, 1.0).tolist()
        return MainColor(name, (r, g, b), share, tuple(others))

    def mean_color(self, row: int) -> Vec3 | None:
        """The mean color over a node's visible surface; None for a node without surface."""
        shares = self.visible(row)
        if not shares.any():
            return None
        r, g, b = np.clip(shares @ self.color[self.pieces(row)], 0.0, 1.0).tolist()
        return (r, g, b)

    def colors(self, row: int) -> list[tuple[Vec3, float]]:
        """The colors of a node, rounded to hundredths, with their fractions of its visible surface, largest first."""
        sums: dict[Vec3, float] = {}
        rounded = np.round(self.color[self.pieces(row)], 2).tolist()
        for (r, g, b), share in zip(rounded, self.visible(row).tolist(), strict=True):
            if share > 0.0:
                sums[r, g, b] = sums.get((r, g, b), 0.0) + share
        return sorted(sums.items(), key=lambda item: -item[1])

    def surface(self, row: int) -> tuple[str, ...]:
        """Those of metal, glass and glowing that hold for most of a node's surface."""
        chosen = self.pieces(row)
        return tuple(kind for kind, fits in self.kinds.items() if self.share(row, fits[chosen]) > 0.5)
