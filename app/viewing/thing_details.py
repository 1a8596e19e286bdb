"""What a page shows of a few things beside their records: the colours of their parts, their materials, and where their identity is from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from scenewright.scene.geometry import SceneGeometry, asset_parts, part_colors
from scenewright.scene.model import Scene
from scenewright.scene.paths import resolve
from scenewright.scene.semantics.looks import instance_areas
from scenewright.scene.semantics.words import color_name

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider

__all__ = ["thing_details"]

_MATERIALS = 8
_SHARE_DIGITS = 3


def thing_details(
    scene: Scene, geometry: SceneGeometry, paths: Iterable[str], assets: AssetProvider | None
) -> list[dict[str, Any]]:
    """One record for each path that the scene has, as JSON values. Others are left out: a page asks about what it has selected, and a
    thing may be gone before the question arrives.

    Args:
        geometry: the triangles of the scene.
        assets: where catalogue objects come from, for the names of their parts.
    """
    rows = [row for path in paths for row in resolve(scene, path)]
    chosen = np.zeros(len(geometry), dtype=bool)
    for row in rows:
        chosen |= _within(scene, geometry, row)
    areas = instance_areas(geometry, chosen)
    return [_details(scene, geometry, row, areas, assets) for row in rows]


def _within(scene: Scene, geometry: SceneGeometry, row: int) -> np.ndarray[Any, np.dtype[np.bool_]]:
    inside: np.ndarray[Any, np.dtype[np.bool_]] = (geometry.entity >= row) & (geometry.entity < scene.subtree_end(row))
    return inside


def _part_colors(
    scene: Scene, geometry: SceneGeometry, row: int, assets: AssetProvider | None
) -> Mapping[str, tuple[float, ...]]:
    """The colours of the parts of a catalogue object, as the scene has coloured them."""
    asset = scene.entity(row).asset
    if asset is None:
        return {}
    use = geometry.assets.get(row)
    return part_colors(asset_parts(asset, assets) if use is None else use.tree)


def _details(
    scene: Scene,
    geometry: SceneGeometry,
    row: int,
    areas: np.ndarray[Any, Any],
    assets: AssetProvider | None,
) -> dict[str, Any]:
    entity = scene.entity(row)
    uses = np.flatnonzero(_within(scene, geometry, row))
    total = float(areas[uses].sum())
    shares: dict[int, float] = {}
    colors: dict[tuple[float, ...], float] = {}
    for use in uses.tolist():
        share = float(areas[use]) / total if total > 0.0 else 0.0
        material = int(geometry.material[use])
        shares[material] = shares.get(material, 0.0) + share
        color = tuple(round(float(c), 4) for c in geometry.color[use])
        colors[color] = colors.get(color, 0.0) + share
    ranked = sorted(shares.items(), key=lambda item: -item[1])[:_MATERIALS]
    main = max(colors, key=lambda color: colors[color], default=None)
    z = entity.embedding
    return {
        "path": entity.path,
        "color": None if main is None else list(main),
        "color_name": None if main is None else color_name(main),
        "parts": [
            {"name": name, "color": [round(float(c), 4) for c in color], "color_name": color_name(color)}
            for name, color in _part_colors(scene, geometry, row, assets).items()
        ],
        "materials": [
            {
                "share": round(share, _SHARE_DIGITS),
                "roughness": geometry.materials[number].roughness,
                "metallic": geometry.materials[number].metallic,
                "opacity": geometry.materials[number].opacity,
                "emission": geometry.materials[number].emission,
                "texture": geometry.materials[number].texture,
            }
            for number, share in ranked
        ],
        "identity": None if z is None else {"words": z.words, "image": z.image, "token": z.token},
    }
