"""How the nodes of a scene graph look: mean colour and kind of surface, by area."""

from __future__ import annotations

import numpy as np

from scene.geometry import SceneGeometry
from scene.layout.model import Numbers
from scene.model import Scene, Vec3
from scene.semantics.scene_graph.surface_areas import instance_areas

__all__ = ["looks_of"]


def looks_of(scene: Scene, geometry: SceneGeometry, rows: Numbers) -> tuple[list[Vec3 | None], list[tuple[str, ...]]]:
    """Mean colour over the surface of each node and all below it, and the kinds of surface that most of it is."""
    area = instance_areas(geometry)
    materials = geometry.materials
    kinds = np.array(
        [[m.metallic > 0.5, m.opacity < 0.6, m.emission > 0.0] for m in materials], dtype=np.float64
    ).reshape(-1, 3)
    order = np.argsort(geometry.entity, kind="stable")
    weights = area[order, None]
    looks = np.hstack([weights, weights * geometry.color[order], weights * kinds[geometry.material[order]]])
    sums = np.vstack([np.zeros(7), np.cumsum(looks, axis=0)])
    owners = geometry.entity[order]
    start = np.searchsorted(owners, rows)
    stop = np.searchsorted(owners, [scene.subtree_end(int(r)) for r in rows])
    total = sums[stop] - sums[start]
    colors: list[Vec3 | None] = []
    surfaces: list[tuple[str, ...]] = []
    for row in total.tolist():
        if row[0] <= 1e-12:
            colors.append(None)
            surfaces.append(())
            continue
        r, g, b = (min(max(v / row[0], 0.0), 1.0) for v in row[1:4])
        colors.append((r, g, b))
        surfaces.append(
            tuple(w for w, v in zip(("metal", "glass", "glowing"), row[4:], strict=True) if v > 0.5 * row[0])
        )
    return colors, surfaces
