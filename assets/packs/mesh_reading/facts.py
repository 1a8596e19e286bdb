"""Facts about a mesh file: its metadata, and statistics of its shape for the guess of its up and front axis."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import trimesh

from .glb import load_glb
from .pictures import GATE
from .refusal import clean

__all__ = ["asset_facts", "inspect", "shape_facts"]


def inspect(source: Path, target: Path, options: dict[str, Any]) -> dict[str, Any]:
    """The facts about a mesh as JSON values: names, bounding box, statistics of its shape, attribution."""
    GATE.shut = True  # the shape is looked at
    scene = load_glb(source)
    return {**shape_facts(scene.to_geometry()), **asset_facts(_gltf_header(source.read_bytes()), [])}


def asset_facts(header: dict[str, Any], names: list[str]) -> dict[str, Any]:
    """What the JSON of a glTF file says about the asset: names, and who made it.

    Args:
        header: the parsed JSON; empty for other formats.
        names: of its parts, for formats without that JSON.
    """
    asset = header.get("asset", {}) if isinstance(header.get("asset"), dict) else {}
    extras = asset.get("extras", {}) if isinstance(asset.get("extras"), dict) else {}
    nodes = [n for n in _rows(header, "nodes") if isinstance(n, dict)]
    meshes = [m for m in _rows(header, "meshes") if isinstance(m, dict)]
    names = [*names, *(clean(n.get("name", "")) for n in (*nodes, *meshes))]
    node_extras = [n["extras"] for n in nodes if isinstance(n.get("extras"), dict)]
    return {
        "names": [n for n in dict.fromkeys(names) if n][:200],
        "copyright": clean(asset.get("copyright", "")),
        "generator": clean(asset.get("generator", "")),
        "extras": {clean(k): clean(v) for k, v in extras.items()},
        "node_extras": [{clean(k): clean(v) for k, v in e.items()} for e in node_extras[:20]],
    }


def _rows(header: dict[str, Any], key: str) -> list[Any]:
    rows = header.get(key, [])
    return rows if isinstance(rows, list) else []


def shape_facts(whole: Any) -> dict[str, Any]:
    """Bounding box, triangles and statistics of the shape, for :mod:`scenewright.assets.orientation`."""
    points = np.asarray(whole.vertices, dtype=np.float64)[np.unique(whole.faces)]
    low, high = points.min(axis=0), points.max(axis=0)
    extent = np.maximum(high - low, 1e-9)
    return {
        "low": low.tolist(),
        "high": high.tolist(),
        "triangles": len(whole.faces),
        "supports": _supports(points, low, extent),
        "mirror": _mirrors(whole, low, extent),
        "weight": _weights(whole, low, extent),
    }


def _gltf_header(data: bytes) -> dict[str, Any]:
    length = int.from_bytes(data[12:16], "little")
    header = json.loads(data[20 : 20 + length])
    return header if isinstance(header, dict) else {}


def _supports(points: Any, low: Any, extent: Any) -> dict[str, float]:
    """By side ('-y' is below): the share of the box's cross-section that the points near that side span.

    A chair spans its feet below and hardly anything above; a lamp stands on a plate.
    """
    out: dict[str, float] = {}
    for axis, name in enumerate("xyz"):
        others = [i for i in range(3) if i != axis]
        for sign, side in ((-1, "-"), (1, "+")):
            depth = points[:, axis] - low[axis] if sign < 0 else low[axis] + extent[axis] - points[:, axis]
            near = points[depth <= 0.01 * extent[axis]]
            span = np.prod((near.max(axis=0) - near.min(axis=0))[others] / extent[others]) if len(near) else 0.0
            out[side + name] = round(float(span), 4)
    return out


def _samples(whole: Any, count: int = 4000) -> Any:
    points, _ = trimesh.sample.sample_surface(whole, count, seed=0)
    return np.asarray(points, dtype=np.float64)


def _mirrors(whole: Any, low: Any, extent: Any) -> dict[str, float]:
    """By axis: distance of surface points from the mirrored surface, as a share of the box; 0 is a perfect symmetry."""
    from scipy.spatial import cKDTree

    points = (_samples(whole) - low) / extent.max()
    middle = extent / extent.max() / 2
    tree = cKDTree(points)
    out = {}
    for axis, name in enumerate("xyz"):
        mirrored = points.copy()
        mirrored[:, axis] = 2 * middle[axis] - mirrored[:, axis]
        out[name] = round(float(np.mean(tree.query(mirrored)[0])), 5)
    return out


def _weights(whole: Any, low: Any, extent: Any) -> dict[str, float]:
    """By axis: the centre of the surface's area as a share of the box, 0 at the low side, and that of its upper half.

    A chair has its back at the rear: the upper half of its area leans there.
    """
    points = (_samples(whole) - low) / extent
    out: dict[str, float] = {}
    for axis, name in enumerate("xyz"):
        out[name] = round(float(points[:, axis].mean()), 4)
        for up, above in enumerate("xyz"):
            if up != axis:
                upper = points[points[:, up] > 0.6]
                lower = points[points[:, up] < 0.4]
                for half, label in ((upper, "+"), (lower, "-")):
                    out[f"{name}|{label}{above}"] = round(float(half[:, axis].mean()) if len(half) else 0.5, 4)
    return out
