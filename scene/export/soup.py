"""A scene as one mesh, for formats without a node tree. Each triangle can still be traced to its entity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.export.text_fields import clean_json
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import SCHEMA, FloatArray, IntArray, Scene

__all__ = ["Soup", "entities_json", "soup_of"]


@dataclass(frozen=True, eq=False)
class Soup:
    """Triangles in the world frame, instance by instance.

    `vertices`, `normals`: (V, 3). `uv`: (V, 2), 0 where a mesh has none. `color`: (V, 3) uint8 sRGB. `faces`: (F, 3),
    counter-clockwise seen from outside, mirrored instances too. `first_vertex`, `first_face`: (I + 1,) of each instance.
    """

    vertices: FloatArray
    normals: FloatArray
    uv: FloatArray
    color: npt.NDArray[np.uint8]
    faces: npt.NDArray[np.int64]
    first_vertex: IntArray
    first_face: IntArray


def soup_of(geometry: SceneGeometry) -> Soup:
    """All instances of a scene as one mesh, in their order."""
    from scenewright.scene.colorspace import linear_from_srgb, srgb_from_linear

    meshes = geometry.meshes
    sizes = np.array([[len(m.vertices), len(m.faces)] for m in meshes], dtype=np.int64).reshape(-1, 2)
    counts = sizes[geometry.mesh]
    first = np.zeros((len(geometry) + 1, 2), dtype=np.int64)
    np.cumsum(counts, axis=0, out=first[1:])
    total_vertices, total_faces = (int(n) for n in first[-1])
    vertices, normals = np.empty((total_vertices, 3)), np.empty((total_vertices, 3))
    uv, color = np.zeros((total_vertices, 2)), np.empty((total_vertices, 3), dtype=np.uint8)
    faces = np.empty((total_faces, 3), dtype=np.int64)
    for index, mesh in enumerate(meshes):
        rows = np.flatnonzero(geometry.mesh == index)
        if rows.size == 0:
            continue
        m = geometry.world_from_mesh[rows]
        linear = m[:, :3, :3]
        at = (first[rows, 0][:, None] + np.arange(len(mesh.vertices))).reshape(-1)
        vertices[at] = (mesh.vertices.astype(np.float64) @ np.swapaxes(linear, 1, 2) + m[:, None, :3, 3]).reshape(-1, 3)
        # normals transform by the inverse transpose; for row vectors this is v @ inverse
        turned = (mesh.normals.astype(np.float64) @ np.linalg.inv(linear)).reshape(-1, 3)
        normals[at] = turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-300)
        if mesh.uv is not None:
            uv[at] = np.tile(mesh.uv, (len(rows), 1))
        base = geometry.color[rows][:, None, :]
        vertex_colors = np.broadcast_to(base, (len(rows), len(mesh.vertices), 3))
        if mesh.colors is not None:
            vertex_colors = srgb_from_linear(linear_from_srgb(base) * mesh.colors)
        color[at] = np.round(np.clip(vertex_colors, 0.0, 1.0) * 255.0).astype(np.uint8).reshape(-1, 3)
        triangles = np.broadcast_to(mesh.faces.astype(np.int64), (len(rows), len(mesh.faces), 3)).copy()
        mirrored = np.linalg.det(linear) < 0.0
        triangles[mirrored] = triangles[mirrored][..., ::-1]
        triangles += first[rows, 0][:, None, None]
        where = (first[rows, 1][:, None] + np.arange(len(mesh.faces))).reshape(-1)
        faces[where] = triangles.reshape(-1, 3)
    return Soup(vertices, normals, uv, color, faces, first[:, 0].astype(np.int32), first[:, 1].astype(np.int32))


def entities_json(scene: Scene, geometry: SceneGeometry, soup: Soup) -> str:
    """JSON that maps triangles to entities: ``faces`` lists [id, first triangle, count], ``entities`` describes each id."""
    rows = geometry.entity.tolist()
    counts = np.diff(soup.first_face).tolist()
    listed = [list(x) for x in zip(rows, soup.first_face[:-1].tolist(), counts, strict=True)]
    entities = {str(r): {"path": scene.paths[r], "word": scene.entity(r).word} for r in sorted(set(rows))}
    return clean_json({"schema": SCHEMA, "entities": entities, "faces": listed})
