"""GLB meshes: checks, and their conversion to plain arrays."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import trimesh
from safetensors.numpy import save_file

from .pictures import GATE
from .refusal import MeshRefused, clean

__all__ = ["checked", "load_glb", "read", "write_arrays"]

MAX_VERTICES = 5_000_000
MAX_NODES = 20_000


def load_glb(source: Path) -> Any:
    """The file as a trimesh scene.

    Raises:
        Refused: it is no GLB, holds no triangles, or is past the limits.
    """
    data = source.read_bytes()
    if data[:4] != b"glTF":
        raise MeshRefused("it is no GLB file: it does not start with 'glTF'")
    # trimesh converts this kind of material by its pixels
    GATE.computed = b"KHR_materials_pbrSpecularGlossiness" in data
    try:
        scene = trimesh.load_scene(io.BytesIO(data), file_type="glb")
    except KeyError as error:
        raise MeshRefused(f"its tables refer to what is not there ({error})") from error
    return checked(scene)


def checked(scene: Any) -> Any:
    """Check that a catalogue can use a trimesh scene, and return it.

    Raises:
        Refused: it holds no triangles, is past the limits, or has numbers that are not finite.
    """
    vertices = sum(len(g.vertices) for g in scene.geometry.values() if isinstance(g, trimesh.Trimesh))
    if vertices > MAX_VERTICES:
        raise MeshRefused(f"it has {vertices:,} vertices; the limit is {MAX_VERTICES:,}")
    if len(scene.graph.nodes) > MAX_NODES:
        raise MeshRefused(f"it has {len(scene.graph.nodes):,} nodes; the limit is {MAX_NODES:,}")
    placed = [n for n in scene.graph.nodes_geometry if isinstance(scene.geometry[scene.graph[n][1]], trimesh.Trimesh)]
    if not placed or not any(len(scene.geometry[scene.graph[n][1]].faces) for n in placed):
        raise MeshRefused("it holds no triangles")
    drawn = sum(len(scene.geometry[scene.graph[n][1]].vertices) for n in placed)
    if drawn > 4 * MAX_VERTICES:
        raise MeshRefused(f"its instances have {drawn:,} vertices together; the limit is {4 * MAX_VERTICES:,}")
    for geometry in scene.geometry.values():
        if not np.isfinite(np.asarray(geometry.vertices, dtype=np.float64)).all():
            raise MeshRefused("it has vertices that are not finite")
    for node in scene.graph.nodes:
        if not np.isfinite(scene.graph.get(node)[0]).all():
            raise MeshRefused(f"the pose of its node {node!r} is not finite")
    return scene


def read(source: Path, target: Path, options: dict[str, Any]) -> dict[str, Any]:
    """Geometry, materials and node tree as arrays that need no parser."""
    return write_arrays(load_glb(source), target)


def write_arrays(scene: Any, target: Path) -> dict[str, Any]:
    """A trimesh scene as safetensors with its tree in the metadata, and the number of geometries without triangles."""
    tensors: dict[str, Any] = {}
    names: dict[str, int] = {}
    geometries: list[dict[str, Any]] = []
    materials: list[dict[str, Any]] = []
    known_materials: dict[int, int] = {}
    images: dict[int, int] = {}
    pictures: list[Any] = []

    def image(picture: Any) -> int | None:
        if picture is None:
            return None
        if id(picture) not in images:
            images[id(picture)] = len(images)
            pictures.append(picture)
        return images[id(picture)]

    skipped = 0
    for name, mesh in scene.geometry.items():
        if not isinstance(mesh, trimesh.Trimesh) or len(mesh.faces) == 0:
            skipped += 1
            continue
        at = names[name] = len(geometries)
        record: dict[str, Any] = {"name": clean(name), "material": None}
        tensors[f"vertices/{at}"] = np.ascontiguousarray(mesh.vertices, dtype=np.float32)
        tensors[f"faces/{at}"] = np.ascontiguousarray(mesh.faces, dtype=np.uint32)
        tensors[f"normals/{at}"] = np.ascontiguousarray(mesh.vertex_normals, dtype=np.float32)
        visual: Any = mesh.visual
        if getattr(visual, "uv", None) is not None and len(visual.uv) == len(mesh.vertices):
            tensors[f"uv/{at}"] = np.ascontiguousarray(visual.uv[:, :2], dtype=np.float32)
        material = getattr(visual, "material", None)
        if material is not None:
            if id(material) not in known_materials:
                known_materials[id(material)] = len(materials)
                materials.append(_material(material, image))
            record["material"] = known_materials[id(material)]
        elif visual.kind in ("vertex", "face"):
            colors = visual.vertex_colors
            tensors[f"colors/{at}"] = np.ascontiguousarray(colors, dtype=np.uint8)
        geometries.append(record)
    nodes: list[dict[str, Any]] = []
    rows = {scene.graph.base_frame: -1}
    for parent, node, edge in scene.graph.to_edgelist():
        rows.setdefault(node, len(rows) - 1)
        matrix = np.array(edge.get("matrix", np.eye(4)), dtype=np.float64)
        geometry = names.get(edge.get("geometry", ""))
        nodes.append({"name": clean(node), "row": node, "parent": parent, "geometry": geometry})
        tensors[f"matrix/{len(nodes) - 1}"] = matrix
    for at, pixels in enumerate(GATE.arrays(pictures)):
        if pixels is None:
            _forget_picture(materials, at)
        else:
            tensors[f"image/{at}"] = pixels
    meta = {
        "geometries": geometries,
        "materials": materials,
        "nodes": nodes,
        "base": scene.graph.base_frame,
        "problems": list(GATE.problems)[:20],
    }
    save_file(tensors, target, metadata={"scene": json.dumps(meta, default=str)})
    return {"skipped": skipped}


def _forget_picture(materials: list[dict[str, Any]], picture: int) -> None:
    """Materials keep their plain colour where a picture cannot be read."""
    for material in materials:
        for name in ("baseColorTexture", "metallicRoughnessTexture"):
            if material[name] == picture:
                material[name] = None


def _material(material: Any, image: Any) -> dict[str, Any]:
    pbr = material if hasattr(material, "baseColorFactor") else material.to_pbr()
    factor = pbr.baseColorFactor
    return {
        "name": clean(pbr.name or ""),
        "baseColorFactor": None if factor is None else np.asarray(factor).tolist(),
        "roughnessFactor": None if pbr.roughnessFactor is None else float(pbr.roughnessFactor),
        "metallicFactor": None if pbr.metallicFactor is None else float(pbr.metallicFactor),
        "emissiveFactor": None if pbr.emissiveFactor is None else np.asarray(pbr.emissiveFactor).tolist(),
        "alphaMode": pbr.alphaMode,
        "doubleSided": bool(pbr.doubleSided),
        "baseColorTexture": image(pbr.baseColorTexture),
        "metallicRoughnessTexture": image(pbr.metallicRoughnessTexture),
    }
