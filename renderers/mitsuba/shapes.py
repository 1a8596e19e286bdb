"""Meshes of Mitsuba: repeated ones as instances, small ones of one look merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.renderers.mitsuba.looks import VERTEX_COLOR, SurfaceLook, look_bsdf
from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.geometry import MeshData, SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray

__all__ = ["PlacedMesh", "add_mesh", "instance_soup", "joined", "solids"]

_INSTANCED = 20_000
"""Triangles of all copies of a mesh from which on they are instances of it: fewer are faster to hit as one mesh."""


class PlacedMesh:
    """A triangle mesh in the frame of Mitsuba. `vertices`, `normals`: (V, 3); `faces`: (F, 3); `uv`: (V, 2), v from the top, or None;
    `colors`: (V, 3) linear, or None."""

    def __init__(
        self,
        vertices: FloatArray,
        faces: npt.NDArray[np.integer],
        normals: FloatArray,
        uv: FloatArray | None = None,
        colors: FloatArray | None = None,
    ) -> None:
        self.vertices, self.faces, self.normals, self.uv, self.colors = vertices, faces, normals, uv, colors

    @property
    def area(self) -> float:
        """Of all triangles."""
        a, b, c = (self.vertices[self.faces[:, k]] for k in range(3))
        return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum()) / 2.0


def add_mesh(mi: Any, soup: PlacedMesh, *, bsdf: Any, emitter: Any = None) -> Any:
    """A mesh object of Mitsuba. `bsdf`, `emitter`: objects or dictionaries of it."""
    properties = mi.Properties()
    properties["bsdf"] = mi.load_dict(bsdf) if isinstance(bsdf, dict) else bsdf
    if emitter is not None:
        properties["emitter"] = mi.load_dict(emitter) if isinstance(emitter, dict) else emitter
    mesh = mi.Mesh(
        "mesh",
        vertex_count=len(soup.vertices),
        face_count=len(soup.faces),
        has_vertex_normals=True,
        has_vertex_texcoords=soup.uv is not None,
        props=properties,
    )
    if soup.colors is not None:
        mesh.add_attribute(VERTEX_COLOR, 3, np.ascontiguousarray(soup.colors, dtype=np.float32).ravel())
    values = mi.traverse(mesh)
    values["vertex_positions"] = np.ascontiguousarray(soup.vertices, dtype=np.float32).ravel()
    values["faces"] = np.ascontiguousarray(soup.faces, dtype=np.uint32).ravel()
    values["vertex_normals"] = np.ascontiguousarray(soup.normals, dtype=np.float32).ravel()
    if soup.uv is not None:
        values["vertex_texcoords"] = np.ascontiguousarray(soup.uv, dtype=np.float32).ravel()
    values.update()
    return mesh


def instance_soup(geometry: SceneGeometry, poses: FloatArray, index: int) -> PlacedMesh:
    """The triangles of one instance. `poses`: (I, 4, 4) to the frame of Mitsuba."""
    mesh = geometry.meshes[geometry.mesh[index]]
    return _placed(mesh, poses[index], _vertex_colors(mesh, geometry.color[index]))


def joined(soups: Iterable[PlacedMesh]) -> PlacedMesh:
    """All triangles as one mesh. All of the soups have the same kinds of values."""
    parts = [*soups]
    starts = np.cumsum([0, *(len(p.vertices) for p in parts[:-1])])
    return PlacedMesh(
        np.concatenate([p.vertices for p in parts]),
        np.concatenate([p.faces.astype(np.int64) + start for p, start in zip(parts, starts, strict=True)]),
        np.concatenate([p.normals for p in parts]),
        None if parts[0].uv is None else np.concatenate([p.uv for p in parts if p.uv is not None]),
        None if parts[0].colors is None else np.concatenate([p.colors for p in parts if p.colors is not None]),
    )


def solids(
    mi: Any,
    geometry: SceneGeometry,
    looks: list[SurfaceLook],
    poses: FloatArray,
    chosen: npt.NDArray[np.integer],
    *,
    job: Job,
    instanced: int | None = _INSTANCED,
) -> dict[str, Any]:
    """The chosen instances as entries of a scene's dictionary.

    Args:
        poses: (I, 4, 4) to the frame of Mitsuba.
        chosen: (C,) indices of instances.
        instanced: triangles of all copies of a mesh from which on they are instances; None: never.

    Raises:
        JobCancelled: the job was cancelled.
    """
    rows_of: dict[tuple[int, SurfaceLook], list[int]] = defaultdict(list)
    for i in chosen.tolist():
        # colours of vertices contain that of the instance, which instances of Mitsuba cannot have
        rows_of[int(geometry.mesh[i]), looks[i]].append(i)
    entries: dict[str, Any] = {}
    bsdfs: dict[SurfaceLook, Any] = {}
    small: dict[tuple[SurfaceLook, bool], list[PlacedMesh]] = defaultdict(list)
    for number, ((index, look), rows) in enumerate(rows_of.items()):
        job.check()
        mesh = geometry.meshes[index]
        if look not in bsdfs:
            bsdfs[look] = mi.load_dict(look_bsdf(mi, geometry, look))
        many = instanced is not None and len(rows) > 1 and len(rows) * len(mesh.faces) >= instanced
        if many and not look.by_vertex:
            group = mi.load_dict(
                {"type": "shapegroup", "mesh": add_mesh(mi, _placed(mesh, np.eye(4), None), bsdf=bsdfs[look])}
            )
            entries[f"group_{number}"] = group
            for k, i in enumerate(rows):
                pose = mi.ScalarTransform4f(poses[i])
                entries[f"instance_{number}_{k}"] = {"type": "instance", "group": group, "to_world": pose}
        else:
            small[look, mesh.uv is not None].extend(instance_soup(geometry, poses, i) for i in rows)
    for number, ((look, _), soups) in enumerate(small.items()):
        job.check()
        if not look.by_vertex:
            for soup in soups:
                soup.colors = None
        entries[f"mesh_{number}"] = add_mesh(mi, joined(soups), bsdf=bsdfs[look])
    return entries


def _placed(mesh: MeshData, pose: FloatArray, colors: FloatArray | None) -> PlacedMesh:
    linear = pose[:3, :3]
    points = mesh.vertices.astype(np.float64) @ linear.T + pose[:3, 3]
    # the cofactor matrix transforms normals for every matrix, also a mirrored one
    cofactor = np.stack(
        [np.cross(linear[1], linear[2]), np.cross(linear[2], linear[0]), np.cross(linear[0], linear[1])]
    )
    mirrored = float(np.linalg.det(linear)) < 0.0
    normals = mesh.normals.astype(np.float64) @ cofactor.T * (-1.0 if mirrored else 1.0)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-300)
    uv = None
    if mesh.uv is not None:
        uv = mesh.uv.astype(np.float64).copy()
        uv[:, 1] = 1.0 - uv[:, 1]
    return PlacedMesh(points, mesh.faces[:, ::-1] if mirrored else mesh.faces, normals, uv, colors)


def _vertex_colors(mesh: MeshData, color: FloatArray) -> FloatArray | None:
    return None if mesh.colors is None else mesh.colors.astype(np.float64) * linear_from_srgb(color)
