"""Views as files. What each pass holds is said by :class:`scenewright.renderers.base.renderer.RenderedView`.

========== =============================== ==============================================================================
color      ``<stem>.png``                  8 bit sRGB, RGB or RGBA
depth      ``<stem>_depth.npy``            (H, W) float32, scene units along the camera's axis, inf where there is nothing
normal     ``<stem>_normal.npy``           (H, W, 3) float32, world frame
entity     ``<stem>_entity.npy``           (H, W) int32 rows, -1 where there is nothing; ``<stem>_entity.json`` names them
========== =============================== ==============================================================================

Depth, normals and entities also come as a PNG to look at (``<stem>_depth.png`` ...); the exact numbers are in the arrays.
"""

from __future__ import annotations

import colorsys
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base.renderer import RenderedView
from scenewright.scene.model import SCHEMA, Scene

__all__ = ["entity_colors", "write_view"]


def write_view(view: RenderedView, folder: Path, stem: str, scene: Scene) -> dict[str, Path]:
    """Write every pass of a view; gives pass -> file, and ``depth_picture``, ``normal_picture``, ``entity_picture``,
    ``entity_legend`` for what goes with them."""
    files: dict[str, Path] = {}
    if view.color is not None:
        files["color"] = _png(folder / f"{stem}.png", view.color)
    if view.depth is not None:
        files["depth"] = _array(folder / f"{stem}_depth.npy", view.depth)
        files["depth_picture"] = _png(folder / f"{stem}_depth.png", _depth_picture(view.depth))
    if view.normal is not None:
        files["normal"] = _array(folder / f"{stem}_normal.npy", view.normal)
        shown = np.clip((view.normal * 0.5 + 0.5) * 255.0 + 0.5, 0, 255).astype(np.uint8)
        files["normal_picture"] = _png(folder / f"{stem}_normal.png", shown)
    if view.entity is not None:
        files["entity"] = _array(folder / f"{stem}_entity.npy", view.entity)
        colors = entity_colors(len(scene))
        picture = np.zeros((*view.entity.shape, 3), dtype=np.uint8)
        seen = view.entity >= 0
        picture[seen] = colors[view.entity[seen]]
        files["entity_picture"] = _png(folder / f"{stem}_entity.png", picture)
        rows = {
            str(r): {"path": scene.paths[r], "word": scene.entity(r).word}
            for r in np.unique(view.entity[seen]).tolist()
        }
        legend = folder / f"{stem}_entity.json"
        legend.write_text(json.dumps({"schema": SCHEMA, "rows": rows}, ensure_ascii=False, indent=1), encoding="utf-8")
        files["entity_legend"] = legend
    return files


def entity_colors(count: int) -> npt.NDArray[np.uint8]:
    """(count, 3) colours that tell neighbours apart, the same for the same row in every picture (golden-ratio hues)."""
    hues = np.mod(np.arange(count) * 0.618033988749895, 1.0)
    rgb = [colorsys.hls_to_rgb(h, 0.42 + 0.24 * ((i * 7) % 3) / 2, 0.75) for i, h in enumerate(hues.tolist())]
    return (np.array(rgb).reshape(-1, 3) * 255.0 + 0.5).astype(np.uint8)


def _depth_picture(depth: npt.NDArray[np.float32]) -> npt.NDArray[np.uint8]:
    """Near is bright; what lies between the nearest and the 98th percentile is told apart."""
    finite = np.isfinite(depth)
    out = np.zeros(depth.shape, dtype=np.uint8)
    if finite.any():
        near, far = float(depth[finite].min()), float(np.percentile(depth[finite], 98.0))
        share = np.clip((depth[finite] - near) / max(far - near, 1e-12), 0.0, 1.0)
        out[finite] = (255.0 - 215.0 * share).astype(np.uint8)
    return out


def _png(path: Path, pixels: npt.NDArray[np.uint8]) -> Path:
    from PIL import Image

    Image.fromarray(pixels).save(path)
    return path


def _array(path: Path, values: npt.NDArray[np.generic]) -> Path:
    np.save(path, values, allow_pickle=False)
    return path
