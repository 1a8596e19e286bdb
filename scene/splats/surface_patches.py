"""The faces of a scene as flat patches: triangles, and parallelograms where two triangles form one.

A patch stores at which of its edges the surface visibly ends, because Gaussians must stay inside there. For a known viewpoint these
are the silhouette edges. For any viewpoint they are the open edges and the sharp ones.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.geometry import MeshData, SceneGeometry
from scenewright.scene.model import FloatArray

__all__ = ["ATTRIBUTES", "COLOR", "NORMAL", "UV", "Patches", "facing", "scene_patches"]

BoolArray = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int64]

UV, COLOR, NORMAL = slice(0, 2), slice(2, 5), slice(5, 8)
ATTRIBUTES = 8
"""Columns of the values that vary over a patch: texture coordinates, vertex colour (linear factors), smooth normal."""

_SHARP_COSINE = 0.87
"""Faces that meet at more than about 30 degrees form a sharp edge."""

_SAME = 1e-5
"""Corners nearer than this fraction of a mesh's size are welded."""


@dataclass(frozen=True, eq=False)
class Patches:
    """P flat patches, in one frame.

    A patch is the set of points origin + s a + t b with s, t >= 0 and s, t <= 1 (a `quad`) or s + t <= 1 (a triangle).

    `origin`, `a`, `b`: (P, 3). `values`: (P, 3, 8) attributes at origin, origin + a and origin + b; they are affine over
    the patch. `ends`: (P, 4) whether the surface ends at the edge t = 0, s = 1 (in triangles: s + t = 1), t = 1
    (quads only) and s = 0. `instance`: (P,) of the SceneGeometry.
    """

    origin: FloatArray
    a: FloatArray
    b: FloatArray
    quad: BoolArray
    values: npt.NDArray[np.float32]
    ends: BoolArray
    instance: Indices

    def __len__(self) -> int:
        return len(self.origin)

    def take(self, rows: BoolArray | Indices) -> Patches:
        return replace(self, **{f.name: getattr(self, f.name)[rows] for f in fields(self)})

    @staticmethod
    def joined(parts: list[Patches]) -> Patches:
        return Patches(**{f.name: np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Patches)})

    @property
    def areas(self) -> FloatArray:
        """(P,) areas of the patches."""
        full = np.linalg.norm(np.cross(self.a, self.b), axis=1)
        return np.asarray(np.where(self.quad, full, 0.5 * full))

    def halved(self) -> Patches:
        """2 P patches: each patch cut in two across its longest edge."""
        return Patches.joined([_halved_quads(self.take(self.quad)), _halved_triangles(self.take(~self.quad))])


def _halved_quads(p: Patches) -> Patches:
    along = (np.linalg.norm(p.a, axis=1) >= np.linalg.norm(p.b, axis=1))[:, None]
    a, b = np.where(along, 0.5 * p.a, p.a), np.where(along, p.b, 0.5 * p.b)
    step = np.where(along[:, None], p.values[:, 1:2], p.values[:, 2:3]) - p.values[:, :1]
    near = p.values.copy()
    which = np.where(along[:, 0], 1, 2)
    rows = np.arange(len(p))
    near[rows, which] = 0.5 * (p.values[:, 0] + p.values[rows, which])
    far = near + 0.5 * step
    # the surface does not end at the edge between the halves
    first, second = p.ends.copy(), p.ends.copy()
    first[rows, which] = False
    second[rows, np.where(along[:, 0], 3, 0)] = False
    shift = np.where(along, a, b)
    return Patches(
        np.concatenate([p.origin, p.origin + shift]),
        np.concatenate([a, a]),
        np.concatenate([b, b]),
        np.concatenate([p.quad, p.quad]),
        np.concatenate([near, far]),
        np.concatenate([first, second]),
        np.concatenate([p.instance, p.instance]),
    )


def _halved_triangles(p: Patches) -> Patches:
    q = longest_edge_first(p)
    no = np.zeros(len(q), dtype=bool)
    middle = 0.5 * (q.values[:, 0] + q.values[:, 1])
    base, hypotenuse, side = q.ends[:, 0], q.ends[:, 1], q.ends[:, 3]
    left = replace(
        q,
        a=0.5 * q.a,
        values=np.stack([q.values[:, 0], middle, q.values[:, 2]], axis=1),
        ends=np.stack([base, no, no, side], axis=1),
    )
    right = replace(
        q,
        origin=q.origin + 0.5 * q.a,
        a=0.5 * q.a,
        b=q.b - 0.5 * q.a,
        values=np.stack([middle, q.values[:, 1], q.values[:, 2]], axis=1),
        ends=np.stack([base, hypotenuse, no, no], axis=1),
    )
    return Patches.joined([left, right])


def longest_edge_first(p: Patches) -> Patches:
    """The same triangles with their longest edge as `a`. The winding of their corners stays."""
    lengths = np.stack([np.linalg.norm(v, axis=1) for v in (p.a, p.b - p.a, p.b)], axis=1)
    turn = lengths.argmax(axis=1)
    corners = np.stack([p.origin, p.origin + p.a, p.origin + p.b], axis=1)
    order = (turn[:, None] + np.arange(3)) % 3
    rows = np.arange(len(p))[:, None]
    at, values = corners[rows, order], p.values[rows, order]
    edges = p.ends[:, [0, 1, 3]][rows, order]
    ends = np.stack([edges[:, 0], edges[:, 1], np.zeros(len(p), dtype=bool), edges[:, 2]], axis=1)
    return replace(p, origin=at[:, 0], a=at[:, 1] - at[:, 0], b=at[:, 2] - at[:, 0], values=values, ends=ends)


# -- one mesh -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _MeshPatches:
    """The patches of a mesh in its own frame.

    `faces`: (P, 2) the faces of each patch, twice the same for a triangle. `beyond`: (P, 4) the face across each edge, -1 where
    the surface is open. `sharp`: (P, 4) whether the edge is open or sharp. `closed`: whether no edge is open.
    """

    patches: Patches
    normals: FloatArray
    corners: FloatArray
    faces: Indices
    beyond: Indices
    sharp: BoolArray
    closed: bool


@lru_cache(maxsize=128)
def _mesh_patches(mesh: MeshData) -> _MeshPatches:
    faces = mesh.faces.astype(np.int64)
    points = mesh.vertices.astype(np.float64)
    corners = points[faces]  # (F, 3, 3)
    flat = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    size = np.linalg.norm(flat, axis=1)
    normals = flat / np.maximum(size, 1e-300)[:, None]
    beyond = _faces_beyond(points, faces)
    values = _corner_values(mesh, faces)
    across = normals[np.maximum(beyond, 0)]
    sharp = (beyond < 0) | (np.einsum("fd,fed->fe", normals, across) < _SHARP_COSINE)
    first, second, turn = _parallelograms(corners, values, beyond)
    single = np.ones(len(faces), dtype=bool)
    single[first] = single[second] = False
    alone = np.flatnonzero(single)
    quads = _quads(corners, values, first, turn)
    edges = _quad_edges(beyond, sharp, first, second, turn)
    no = np.zeros((len(alone), 1), dtype=np.int64)
    triangles = Patches(
        corners[alone, 0],
        corners[alone, 1] - corners[alone, 0],
        corners[alone, 2] - corners[alone, 0],
        np.zeros(len(alone), dtype=bool),
        values[alone],
        np.zeros((len(alone), 4), dtype=bool),
        np.zeros(len(alone), dtype=np.int64),
    )
    single_beyond = np.concatenate([beyond[alone, :2], no - 1, beyond[alone, 2:]], axis=1)
    single_sharp = np.concatenate([sharp[alone, :2], no > 0, sharp[alone, 2:]], axis=1)
    whole = Patches.joined([quads, triangles])
    owners = np.concatenate([np.stack([first, second], axis=1), np.stack([alone, alone], axis=1)])
    kept = np.flatnonzero(whole.areas > 0.0)
    return _MeshPatches(
        whole.take(kept),
        normals,
        corners,
        owners[kept],
        np.concatenate([edges[0], single_beyond])[kept],
        np.concatenate([edges[1], single_sharp])[kept],
        bool((beyond >= 0).all()),
    )


def _corner_values(mesh: MeshData, faces: Indices) -> npt.NDArray[np.float32]:
    """(F, 3, 8) attributes at the corners of each face."""
    out = np.zeros((*faces.shape, ATTRIBUTES), dtype=np.float32)
    out[..., COLOR] = 1.0 if mesh.colors is None else mesh.colors[faces]
    if mesh.uv is not None:
        out[..., UV] = mesh.uv[faces]
    out[..., NORMAL] = mesh.normals[faces]
    return out


def _faces_beyond(points: FloatArray, faces: Indices) -> Indices:
    """(F, 3) the face across the edge from each corner to the next, -1 where there is none or more than one."""
    if len(faces) == 0:
        return np.zeros((0, 3), dtype=np.int64)
    low = points.min(axis=0)
    grid = max(float((points.max(axis=0) - low).max()), 1e-300) * _SAME
    _, vertex = np.unique(np.round((points - low) / grid).astype(np.int64), axis=0, return_inverse=True)
    welded = vertex.reshape(-1)[faces]
    ends = np.sort(np.stack([welded, np.roll(welded, -1, axis=1)], axis=-1).reshape(-1, 2), axis=1)
    key = ends[:, 0] * (int(welded.max()) + 1) + ends[:, 1]
    order = np.argsort(key, kind="stable")
    sorted_key = key[order]
    starts = np.flatnonzero(np.r_[True, np.diff(sorted_key) != 0])
    counts = np.diff(np.r_[starts, len(order)])
    pairs = starts[counts == 2]
    out = np.full(len(key), -1, dtype=np.int64)
    one, other = order[pairs], order[pairs + 1]
    out[one], out[other] = other // 3, one // 3
    return out.reshape(-1, 3)


def _parallelograms(
    corners: FloatArray, values: npt.NDArray[np.float32], beyond: Indices
) -> tuple[Indices, Indices, tuple[Indices, Indices]]:
    """Pairs of faces that form a parallelogram with affine attributes, and the edge that the two faces of each share."""
    lengths = np.linalg.norm(np.roll(corners, -1, axis=1) - corners, axis=2)
    longest = lengths.argmax(axis=1)
    rows = np.arange(len(corners))
    other = beyond[rows, longest]
    mutual = (other >= 0) & (beyond[other, longest[other]] == rows) & (rows < other)
    first = rows[mutual]
    second = other[mutual]
    k, m = longest[first], longest[second]

    def mismatch(corner_values: npt.NDArray[np.floating[Any]]) -> FloatArray:
        """Largest difference between the sum of the opposite corners and that of the shared ones, and between the two faces' values
        at the shared corners."""
        p, q, r = corner_values[first, k], corner_values[first, (k + 1) % 3], corner_values[first, (k + 2) % 3]
        p2, q2, s = corner_values[second, (m + 1) % 3], corner_values[second, m], corner_values[second, (m + 2) % 3]
        return np.asarray(np.abs(r + s - p - q).max(axis=1) + np.abs(p - p2).max(axis=1) + np.abs(q - q2).max(axis=1))

    size = lengths[first].max(axis=1) if len(first) else np.zeros(0)
    fits = (mismatch(corners) < 1e-4 * size) & (mismatch(values) < 1e-3)
    return first[fits], second[fits], (k[fits], m[fits])


def _quads(
    corners: FloatArray, values: npt.NDArray[np.float32], first: Indices, turn: tuple[Indices, Indices]
) -> Patches:
    """Parallelograms from their first face p, q, r with the shared edge p q: r is the origin, p and q are the ends of a and b."""
    k = turn[0]
    p, q, r = k, (k + 1) % 3, (k + 2) % 3
    n = len(first)
    return Patches(
        corners[first, r],
        corners[first, p] - corners[first, r],
        corners[first, q] - corners[first, r],
        np.ones(n, dtype=bool),
        np.stack([values[first, r], values[first, p], values[first, q]], axis=1),
        np.zeros((n, 4), dtype=bool),
        np.zeros(n, dtype=np.int64),
    )


def _quad_edges(
    beyond: Indices, sharp: BoolArray, first: Indices, second: Indices, turn: tuple[Indices, Indices]
) -> tuple[Indices, BoolArray]:
    """(Q, 4) the face across, and whether the edge is sharp, for t = 0 (r p), s = 1 (p to far corner), t = 1 (far corner to q) and
    s = 0 (q r)."""
    k, m = turn

    def edges(values: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
        # the second face runs q, p, far corner
        chosen = [
            values[first, (k + 2) % 3],
            values[second, (m + 1) % 3],
            values[second, (m + 2) % 3],
            values[first, (k + 1) % 3],
        ]
        return np.stack(chosen, axis=1)

    return np.asarray(edges(beyond), dtype=np.int64), np.asarray(edges(sharp), dtype=bool)


# -- the whole scene ----------------------------------------------------------------------------------------------


def facing(mesh: MeshData, eyes: FloatArray) -> BoolArray:
    """(E, F) whether the faces of a mesh are front-facing from points (E, 3), all in the mesh's frame."""
    m = _mesh_patches(mesh)
    offsets = np.einsum("fd,fd->f", m.normals, m.corners[:, 0])
    return np.asarray(eyes @ m.normals.T > offsets)


def scene_patches(
    geometry: SceneGeometry, instances: Indices, *, eye: FloatArray | None = None, solid: BoolArray | None = None
) -> Patches:
    """The patches of some instances, in the world.

    Args:
        eye: (3,) the viewpoint; None: any viewpoint.
        solid: (I,) instances whose back faces are left out if their mesh is closed and `eye` is outside of it.
    """
    parts: list[Patches] = []
    meshes = geometry.mesh[instances]
    for index in np.unique(meshes).tolist():
        mesh, rows = geometry.meshes[index], instances[meshes == index]
        m = _mesh_patches(mesh)
        if len(m.patches) == 0:
            continue
        world = geometry.world_from_mesh[rows]
        moved = _moved(m, rows, world)
        if eye is None:
            parts.append(replace(moved, ends=np.tile(m.sharp, (len(rows), 1))))
            continue
        eyes = (np.linalg.inv(world) @ np.append(eye, 1.0))[:, :3]
        front = facing(mesh, eyes)
        own = front[:, m.faces[:, 0]]
        across = front[:, np.maximum(m.beyond, 0)]
        moved = replace(moved, ends=((m.beyond < 0) | (across != own[..., None])).reshape(-1, 4))
        if solid is not None and m.closed:
            beside = _beside(mesh, eyes) & solid[rows]
            # a mirrored instance reverses the winding, so front faces are determined in the mesh's own frame
            moved = moved.take((own | ~beside[:, None]).reshape(-1))
        parts.append(moved)
    return Patches.joined(parts) if parts else _NONE


def _beside(mesh: MeshData, eyes: FloatArray) -> BoolArray:
    low, high = mesh.vertices.min(axis=0), mesh.vertices.max(axis=0)
    return np.asarray(((eyes < low) | (eyes > high)).any(axis=1))


def _moved(m: _MeshPatches, rows: Indices, world: FloatArray) -> Patches:
    """The patches of a mesh, transformed by each of the matrices (I, 4, 4), instance by instance."""
    p, n = m.patches, len(rows)
    linear = world[:, :3, :3]
    turned = np.swapaxes(np.linalg.inv(linear), 1, 2)
    values = np.tile(p.values, (n, 1, 1))
    normals = np.einsum("iab,pcb->ipca", turned, p.values[..., NORMAL]).reshape(-1, 3, 3)
    values[..., NORMAL] = normals / np.maximum(np.linalg.norm(normals, axis=-1, keepdims=True), 1e-30)

    def vectors(v: FloatArray) -> FloatArray:
        return np.asarray(np.einsum("iab,pb->ipa", linear, v))

    return Patches(
        (vectors(p.origin) + world[:, None, :3, 3]).reshape(-1, 3),
        vectors(p.a).reshape(-1, 3),
        vectors(p.b).reshape(-1, 3),
        np.tile(p.quad, n),
        values,
        np.tile(p.ends, (n, 1)),
        np.repeat(rows, len(p)).astype(np.int64),
    )


_NONE = Patches(
    np.zeros((0, 3)),
    np.zeros((0, 3)),
    np.zeros((0, 3)),
    np.zeros(0, dtype=bool),
    np.zeros((0, 3, ATTRIBUTES), dtype=np.float32),
    np.zeros((0, 4), dtype=bool),
    np.zeros(0, dtype=np.int64),
)
