"""Makes meshes and objects from arrays. Instances share their mesh; large numbers of small ones are merged into one mesh a material."""

# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import bpy
import numpy as np
from mathutils import Matrix

from .frames import blender_matrix, blender_points, has_shear, srgb_to_linear

__all__ = ["DrawnObject", "MeshArrays", "add_instances", "new_mesh", "place_object", "read_meshes"]

MERGE_ABOVE = 3000
"""Number of instances above which small ones are merged: Blender needs about a third of a millisecond for each object."""
_MERGE_FACES = 3000
_MERGE_TOTAL = 8_000_000


@dataclass(frozen=True)
class MeshArrays:
    """One mesh in its own y-up frame: vertices (V, 3), faces (F, 3), normals (V, 3), uv (V, 2), factors (V, 3) linear."""

    name: str
    vertices: np.ndarray
    faces: np.ndarray
    normals: np.ndarray
    uv: np.ndarray | None = None
    factors: np.ndarray | None = None


@dataclass
class DrawnObject:
    """The drawn objects. `single`: object and index of its instance. `merged`: object and the indices of all its instances."""

    single: list[tuple[Any, int]] = field(default_factory=list)
    merged: list[tuple[Any, np.ndarray]] = field(default_factory=list)

    def cast_no_shadow(self, clear: np.ndarray) -> None:
        """Turn off the shadows of instances where `clear` (I,) is true. Merged instances share a material, so it holds for all or none."""
        for thing, i in self.single:
            if clear[i]:
                thing.visible_shadow = False
        for thing, rows in self.merged:
            if clear[rows].all():
                thing.visible_shadow = False


def read_meshes(listed: list[dict[str, Any]], arrays: dict[str, np.ndarray]) -> list[MeshArrays]:
    """The meshes of a message. Each entry of `listed` names its arrays."""

    def array(entry: dict[str, Any], key: str) -> np.ndarray | None:
        return None if entry.get(key) is None else arrays[entry[key]]

    return [
        MeshArrays(
            entry["name"],
            arrays[entry["vertices"]],
            arrays[entry["faces"]].astype(np.int64),
            arrays[entry["normals"]],
            array(entry, "uv"),
            array(entry, "factors"),
        )
        for entry in listed
    ]


def new_mesh(name: str, data: MeshArrays, material: Any) -> Any:
    """A Blender mesh: coincident vertices joined, normals kept for every corner of a face."""
    points = blender_points(data.vertices.astype(np.float64))
    joined, back = _join(points)
    corners = back[data.faces]
    whole = (corners[:, 0] != corners[:, 1]) & (corners[:, 1] != corners[:, 2]) & (corners[:, 2] != corners[:, 0])
    corners = corners[whole]
    source = data.faces[whole].ravel()
    mesh = bpy.data.meshes.new(name)
    mesh.vertices.add(len(joined))
    mesh.vertices.foreach_set("co", joined.astype(np.float32).ravel())
    mesh.loops.add(corners.size)
    mesh.loops.foreach_set("vertex_index", corners.astype(np.int32).ravel())
    mesh.polygons.add(len(corners))
    mesh.polygons.foreach_set("loop_start", np.arange(0, corners.size, 3, dtype=np.int32))
    mesh.update(calc_edges=True)
    if data.uv is not None:
        layer = mesh.uv_layers.new(name="uv")
        layer.data.foreach_set("uv", data.uv[source].astype(np.float32).ravel())
    if data.factors is not None:
        attribute = mesh.attributes.new("factor", "FLOAT_VECTOR", "CORNER")
        attribute.data.foreach_set("vector", data.factors[source].astype(np.float32).ravel())
    if len(corners):
        mesh.shade_smooth()
        mesh.normals_split_custom_set(blender_points(data.normals[source].astype(np.float64)).astype(np.float32))
    if material is not None:
        mesh.materials.append(material)
    return mesh


def _join(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distinct points in order of first occurrence, and for each point the row of its equal among them."""
    size = float(np.ptp(points, axis=0).max()) if len(points) else 0.0
    keys = np.round(points / max(size * 1e-6, 1e-30)).astype(np.int64)
    _, first, back = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return points[first[order]], rank[back.reshape(-1)]


def place_object(thing: Any, pose: np.ndarray, sheared: bool) -> None:
    """Give an object its pose (4, 4) in its parent's frame, z-up.

    Location, rotation and scale cannot express a shear; the parent inverse matrix can.
    """
    if sheared:
        thing.matrix_parent_inverse = Matrix(pose.tolist())
    else:
        thing.matrix_basis = Matrix(pose.tolist())


def add_instances(
    collection: Any,
    meshes: list[MeshArrays],
    materials: list[Any],
    *,
    mesh: np.ndarray,
    material: np.ndarray,
    world_from_local: np.ndarray,
    color: np.ndarray,
    alone: np.ndarray,
) -> DrawnObject:
    """Draw I instances: `mesh`, `material` (I,) indices, `world_from_local` (I, 4, 4) y-up, `color` (I, 3) sRGB.

    `alone`: (I,) bool, instances that must stay separate objects.
    """
    drawn = DrawnObject()
    poses = blender_matrix(world_from_local)
    sheared = has_shear(poses)
    linear = srgb_to_linear(color)
    merged = np.zeros(len(mesh), dtype=bool)
    if len(mesh) > MERGE_ABOVE:
        sizes = [len(m.faces) if m.factors is None else _MERGE_TOTAL for m in meshes]
        faces = np.array(sizes, dtype=np.int64)[mesh]
        merged = ~alone & (faces <= _MERGE_FACES)
        # merge the smallest first, within the limit of memory
        order = np.argsort(np.where(merged, faces, np.iinfo(np.int64).max), kind="stable")
        merged[order[np.cumsum(np.where(merged, faces, 0)[order]) > _MERGE_TOTAL]] = False
    anchor = None
    shared: dict[tuple[int, int], Any] = {}
    for i in np.flatnonzero(~merged).tolist():
        key = (int(mesh[i]), int(material[i]))
        if key not in shared:
            shared[key] = new_mesh(meshes[key[0]].name, meshes[key[0]], materials[key[1]])
        thing = bpy.data.objects.new(f"instance_{i}", shared[key])
        if sheared[i] and anchor is None:
            anchor = bpy.data.objects.new("anchor", None)
            collection.objects.link(anchor)
        if sheared[i]:
            thing.parent = anchor
        place_object(thing, poses[i], bool(sheared[i]))
        thing.color = (*linear[i].tolist(), 1.0)
        collection.objects.link(thing)
        drawn.single.append((thing, i))
    for k in np.unique(material[merged]).tolist():
        rows = np.flatnonzero(merged & (material == k))
        thing = bpy.data.objects.new(
            f"merged_{k}", _merged_mesh(meshes, materials[k], rows, mesh, world_from_local, linear)
        )
        thing.color = (0.0, 0.0, 0.0, 0.0)
        collection.objects.link(thing)
        drawn.merged.append((thing, rows))
    return drawn


def _merged_mesh(
    meshes: list[MeshArrays],
    material: Any,
    rows: np.ndarray,
    mesh: np.ndarray,
    world_from_local: np.ndarray,
    linear: np.ndarray,
) -> Any:
    """One mesh of many instances in the world frame. The vertices' attribute ``tint`` is the linear colour, the faces' attribute
    ``entity`` the index of the instance plus one."""
    vertices, faces, normals, uvs, tints, owners = [], [], [], [], [], []
    count = 0
    for k in np.unique(mesh[rows]).tolist():
        data = meshes[k]
        mine = rows[mesh[rows] == k]
        a = world_from_local[mine]
        points = np.einsum("nij,vj->nvi", a[:, :3, :3], data.vertices.astype(np.float64)) + a[:, None, :3, 3]
        # the cofactor matrix transforms normals for every matrix, also a mirrored one
        cofactor = np.stack([np.cross(a[:, 1, :3], a[:, 2, :3]), np.cross(a[:, 2, :3], a[:, 0, :3]),
                             np.cross(a[:, 0, :3], a[:, 1, :3])], axis=1)  # fmt: skip
        mirrored = np.linalg.det(a[:, :3, :3]) < 0.0
        turned = np.einsum("nij,vj->nvi", cofactor, data.normals.astype(np.float64))
        turned *= np.where(mirrored, -1.0, 1.0)[:, None, None]
        turned /= np.maximum(np.linalg.norm(turned, axis=2, keepdims=True), 1e-300)
        index = np.broadcast_to(data.faces, (len(mine), *data.faces.shape)).copy()
        index[mirrored] = index[mirrored][:, :, ::-1]
        index += (count + np.arange(len(mine)) * len(data.vertices))[:, None, None]
        vertices.append(points.reshape(-1, 3))
        normals.append(turned.reshape(-1, 3))
        faces.append(index.reshape(-1, 3))
        uv = np.zeros((len(data.vertices), 2)) if data.uv is None else data.uv
        uvs.append(np.tile(uv, (len(mine), 1)))
        tints.append(np.repeat(linear[mine], len(data.vertices), axis=0))
        owners.append(np.repeat(mine, len(data.faces)))
        count += len(mine) * len(data.vertices)
    all_faces = np.concatenate(faces)
    whole = bpy.data.meshes.new("merged")
    whole.vertices.add(count)
    whole.vertices.foreach_set("co", blender_points(np.concatenate(vertices)).astype(np.float32).ravel())
    whole.loops.add(all_faces.size)
    whole.loops.foreach_set("vertex_index", all_faces.astype(np.int32).ravel())
    whole.polygons.add(len(all_faces))
    whole.polygons.foreach_set("loop_start", np.arange(0, all_faces.size, 3, dtype=np.int32))
    whole.update(calc_edges=True)
    whole.uv_layers.new(name="uv").data.foreach_set(
        "uv", np.concatenate(uvs)[all_faces.ravel()].astype(np.float32).ravel()
    )
    tint = whole.attributes.new("tint", "FLOAT_VECTOR", "POINT")
    tint.data.foreach_set("vector", np.concatenate(tints).astype(np.float32).ravel())
    owner = whole.attributes.new("entity", "FLOAT", "FACE")
    owner.data.foreach_set("value", np.concatenate(owners).astype(np.float32) + 1.0)
    whole.shade_smooth()
    whole.normals_split_custom_set_from_vertices(blender_points(np.concatenate(normals)).astype(np.float32))
    whole.materials.append(material)
    return whole
