"""Meshes of formats without physically based materials, as GLB: colours made linear, textures kept."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import numpy as np

from .glb import load_glb, write_arrays
from .pictures import GATE
from .refusal import clean

__all__ = ["write_glb"]

_PLAIN = (178, 178, 178, 255)
"""The sRGB colour of what has none."""


def write_glb(scene: Any, target: Path, *, copyright_line: str) -> dict[str, Any]:
    """Write a checked trimesh scene as GLB, and beside it what :func:`.glb.read` makes of that."""
    linear: dict[str, list[float]] = {}
    for at, (geometry_name, mesh) in enumerate(scene.geometry.items()):
        simple = getattr(mesh.visual, "material", None)
        if simple is None:
            continue
        pbr = simple.to_pbr() if hasattr(simple, "to_pbr") else simple
        pbr.name = f"{at}_{clean(getattr(simple, 'name', None) or geometry_name)}"
        diffuse = getattr(simple, "diffuse", None)
        rgba = np.asarray(_PLAIN if diffuse is None else diffuse, dtype=np.float64) / 255
        rgba[3] = min(rgba[3], _opacity(simple))
        pbr.baseColorTexture = GATE.sound(pbr.baseColorTexture)
        if pbr.baseColorTexture is not None:  # the picture is the colour
            rgba[:3] = 1.0
        rgb = np.where(rgba[:3] <= 0.04045, rgba[:3] / 12.92, ((rgba[:3] + 0.055) / 1.055) ** 2.4)
        linear[pbr.name] = [*rgb.round(6).tolist(), round(float(rgba[3]), 4)]
        pbr.alphaMode = "BLEND" if rgba[3] < 0.99 else None
        pbr.metallicFactor = 0.0
        pbr.doubleSided = True
        mesh.visual.material = pbr

    def exact(tree: dict[str, Any]) -> None:
        for material in tree.get("materials", []):
            if material.get("name") in linear:
                material.setdefault("pbrMetallicRoughness", {})["baseColorFactor"] = linear[material["name"]]
        tree["asset"]["copyright"] = clean(copyright_line)

    target.write_bytes(scene.export(file_type="glb", include_normals=True, tree_postprocessor=exact))
    return write_arrays(load_glb(target), target.with_suffix(".safetensors"))


def _opacity(simple: Any) -> float:
    """The opacity that an MTL gives as ``d``, or as ``Tr``, which is one less the opacity; 1 where it gives none."""
    said = getattr(simple, "kwargs", {})
    for key, read in (("d", lambda v: v), ("tr", lambda v: 1.0 - v)):
        with contextlib.suppress(ValueError, TypeError, IndexError, KeyError):
            opacity = read(float(said[key][-1] if isinstance(said[key], list) else said[key]))
            if 0.0 < opacity <= 1.0:  # some programs write 0 for what is opaque
                return float(opacity)
    return 1.0
