"""Channels with exact numbers as pictures for people, and their legends."""

from __future__ import annotations

import colorsys
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base.stage import stage_rows
from scenewright.renderers.base.tonemap import encode_srgb
from scenewright.scene.model import SCHEMA, Scene

__all__ = [
    "albedo_picture",
    "depth_picture",
    "entity_colors",
    "entity_legend",
    "entity_picture",
    "normal_picture",
    "position_picture",
]

Float32 = npt.NDArray[np.float32]
Picture = npt.NDArray[np.uint8]


def depth_picture(depth: Float32) -> Picture:
    """A grey picture (H, W) of depths (H, W), from bright at the nearest depth to dark at the 98th percentile."""
    finite = np.isfinite(depth)
    out = np.zeros(depth.shape, dtype=np.uint8)
    if finite.any():
        near, far = float(depth[finite].min()), float(np.percentile(depth[finite], 98.0))
        share = np.clip((depth[finite] - near) / max(far - near, 1e-12), 0.0, 1.0)
        out[finite] = (255.0 - 215.0 * share).astype(np.uint8)
    return out


def normal_picture(normal: Float32) -> Picture:
    """A picture (H, W, 3) of unit normals (H, W, 3): x, y, z from -1 to 1 are red, green, blue from 0 to 255."""
    return np.clip((normal * 0.5 + 0.5) * 255.0 + 0.5, 0, 255).astype(np.uint8)


def position_picture(position: Float32) -> Picture:
    """A picture (H, W, 3) of points (H, W, 3): x is red, y green, z blue, each scaled from its least to its greatest value."""
    out = np.zeros(position.shape, dtype=np.uint8)
    seen = np.isfinite(position).all(axis=2)
    if seen.any():
        low, high = position[seen].min(axis=0), position[seen].max(axis=0)
        share = (position[seen] - low) / np.maximum(high - low, 1e-12)
        out[seen] = (30.0 + 225.0 * share).astype(np.uint8)
    return out


def albedo_picture(albedo: Float32) -> Picture:
    """An sRGB picture (H, W, 3) of linear colours (H, W, 3)."""
    return encode_srgb(np.clip(albedo, 0.0, 1.0))


def entity_picture(entity: npt.NDArray[np.int32]) -> Picture:
    """A picture (H, W, 3) of node rows (H, W), each in its own colour; -1 is black."""
    colors = entity_colors(int(entity.max(initial=-1)) + 1)
    out = np.zeros((*entity.shape, 3), dtype=np.uint8)
    seen = entity >= 0
    out[seen] = colors[entity[seen]]
    return out


def entity_legend(entity: npt.NDArray[np.int32], scene: Scene) -> dict[str, Any]:
    """Path and word of every visible row, as JSON values. The ground has no path; the row of a room has `stage`, since it is that of the
    ceiling."""
    stage = stage_rows(scene).named()
    rows: dict[str, dict[str, Any]] = {}
    for row in np.unique(entity[entity >= 0]).tolist():
        known = row < len(scene)
        rows[str(row)] = {
            "path": scene.paths[row] if known else None,
            "word": scene.entity(row).word if known else stage[row],
        } | ({"stage": stage[row]} if row in stage else {})
    return {"schema": SCHEMA, "rows": rows}


def entity_colors(count: int) -> Picture:
    """(count, 3) sRGB colours that differ between neighbouring rows and are the same in every picture (golden-ratio hues)."""
    hues = np.mod(np.arange(count) * 0.618033988749895, 1.0)
    rgb = [colorsys.hls_to_rgb(h, 0.42 + 0.24 * ((i * 7) % 3) / 2, 0.75) for i, h in enumerate(hues.tolist())]
    return (np.array(rgb).reshape(-1, 3) * 255.0 + 0.5).astype(np.uint8)
