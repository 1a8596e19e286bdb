"""Materials as BSDFs of Mitsuba: the metallic-roughness surfaces of scenes, with textures, colours of vertices, holes and glass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.geometry import SceneGeometry

__all__ = ["VERTEX_COLOR", "SurfaceLook", "instance_looks", "look_bsdf", "surface_bsdf"]

VERTEX_COLOR = "vertex_color"
"""Attribute of meshes with linear colours of vertices."""
_GLASS_INDEX = 1.33
"""Index of refraction of a thin pane whose two sides together reflect 4 %: closed bodies of glass have panes on both sides."""

Bsdf = dict[str, Any]


@dataclass(frozen=True)
class SurfaceLook:
    """How a surface looks: `material` and `texture`, -1 for none, of a SceneGeometry; `color`: linear; `by_vertex`: colours of vertices,
    which contain `color`."""

    material: int
    texture: int
    color: tuple[float, float, float]
    by_vertex: bool


def instance_looks(geometry: SceneGeometry) -> list[SurfaceLook]:
    """The look of each instance. A texture on a mesh with colours of vertices is multiplied by their mean: a surface has one source of
    colour in Mitsuba."""
    linear = linear_from_srgb(geometry.color).reshape(-1, 3)
    means = [None if m.colors is None else m.colors.mean(axis=0) for m in geometry.meshes]
    out = []
    for i, mesh in enumerate(geometry.mesh.tolist()):
        texture, color, mean = int(geometry.texture[i]), linear[i], means[mesh]
        by_vertex = mean is not None and texture < 0
        if mean is not None and not by_vertex:
            color = color * mean
        shown = (1.0, 1.0, 1.0) if by_vertex else tuple(round(float(c), 6) for c in color)
        out.append(SurfaceLook(int(geometry.material[i]), texture, shown, by_vertex))  # type: ignore[arg-type]
    return out


def look_bsdf(mi: Any, geometry: SceneGeometry, look: SurfaceLook) -> Bsdf:
    """The BSDF of a look. Below an opacity of 1 light passes without refraction, tinted by the colour, and is reflected as by a thin pane:
    refraction in thin shells without wall thickness would darken what is behind."""
    material = geometry.materials[look.material]
    picture = None if look.texture < 0 else geometry.textures[look.texture]
    source: Any = {"type": "rgb", "value": [*look.color]}
    tint = np.array(look.color)
    if look.by_vertex:
        source = {"type": "mesh_attribute", "name": VERTEX_COLOR}
    elif picture is not None:
        linear = linear_from_srgb(picture[..., :3] / 255.0) * np.array(look.color)
        source, tint = _bitmap(mi, linear), linear.reshape(-1, 3).mean(axis=0)
    bsdf = surface_bsdf(source, roughness=material.roughness, metallic=material.metallic)
    if material.opacity < 1.0:
        pane = {
            "type": "thindielectric",
            "int_ior": _GLASS_INDEX,
            "specular_transmittance": {"type": "rgb", "value": ((1.0 + tint) / 2.0).tolist()},
        }
        bsdf = {"type": "blendbsdf", "weight": float(material.opacity), "pane": pane, "surface": bsdf}
    if picture is not None and bool((picture[..., 3] < 255).any()):
        bsdf = {"type": "mask", "opacity": _bitmap(mi, picture[..., 3:] / 255.0), "surface": bsdf}
    return bsdf


def surface_bsdf(source: Any, *, roughness: float, metallic: float) -> Bsdf:
    """A surface with two equal sides. `source`: its base colour, as Mitsuba takes one."""
    return {
        "type": "twosided",
        "surface": {
            "type": "principled",
            "base_color": source,
            "roughness": float(roughness),
            "metallic": float(metallic),
        },
    }


def _bitmap(mi: Any, values: npt.NDArray[np.floating]) -> Bsdf:
    """A texture of linear values (H, W, C), top row first."""
    return {"type": "bitmap", "bitmap": mi.Bitmap(np.ascontiguousarray(values, dtype=np.float32)), "raw": True}
