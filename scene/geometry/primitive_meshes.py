"""Triangle meshes of the unit primitives, at several levels of detail.

The meshes are inscribed: every vertex lies on the true surface, so no triangle leaves the shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import FloatArray, PrimitiveKind
from scenewright.scene.short_repr import short_repr

__all__ = ["LEVELS", "MeshData", "level_for", "primitive_mesh", "triangle_count"]

_Indices = npt.NDArray[np.int64]

LEVELS: tuple[int, ...] = (8, 12, 16, 24, 32, 48, 64, 96, 128)
"""Segments around a curved primitive, coarse to fine."""


@dataclass(frozen=True, eq=False)
class MeshData:
    """A triangle mesh in its own frame, counter-clockwise seen from outside.

    `vertices`: (V, 3) float32; vertices are split where the normal jumps. `faces`: (F, 3) uint32.
    `normals`: (V, 3) float32, unit. `uv`: (V, 2) float32, origin at the lower left, or None. `colors`: (V, 3) float32
    linear factors on the surface's colour, or None. `kind` and `curved` are set for unit primitives: the first `curved`
    faces approximate the curved surface, the others are exact.
    """

    name: str
    vertices: npt.NDArray[np.float32]
    faces: npt.NDArray[np.uint32]
    normals: npt.NDArray[np.float32]
    uv: npt.NDArray[np.float32] | None = None
    colors: npt.NDArray[np.float32] | None = None
    kind: PrimitiveKind = PrimitiveKind.MESH
    curved: int = 0

    __repr__ = short_repr


def level_for(radius: npt.ArrayLike, tolerance: float) -> npt.NDArray[np.int64]:
    """(N,) index into LEVELS for curved shapes of world radius `radius` (N,).

    It is the coarsest level whose chords differ from the arc by at most `tolerance`, or the finest level.
    """
    r = np.maximum(np.asarray(radius, dtype=np.float64), 1e-300)
    cosine = np.clip(1.0 - tolerance / r, -1.0, 1.0 - 1e-12)
    segments = np.pi / np.arccos(cosine)
    return np.minimum(np.searchsorted(np.array(LEVELS), segments - 1e-9), len(LEVELS) - 1)


def triangle_count(kind: int, level: int) -> int:
    """The number of triangles of :func:`primitive_mesh`."""
    n = LEVELS[level]
    if kind in (PrimitiveKind.CUBE, PrimitiveKind.BLOCK):
        return 12
    if kind == PrimitiveKind.SPHERE:
        return n * (n - 2)
    return 2 * n + 2 * (n - 2) if kind == PrimitiveKind.CYLINDER else n + (n - 2)


@lru_cache(maxsize=64)
def primitive_mesh(kind: PrimitiveKind, level: int) -> MeshData:
    """The mesh of a unit primitive (:class:`scenewright.scene.model.PrimitiveKind`). `level` indexes LEVELS; a cube ignores it.

    Raises:
        ValueError: the kind has no geometry of its own.
    """
    if kind in (PrimitiveKind.CUBE, PrimitiveKind.BLOCK):
        return _cube(kind)
    n = LEVELS[level]
    if kind == PrimitiveKind.SPHERE:
        return _sphere(n)
    if kind == PrimitiveKind.CYLINDER:
        return _cylinder(n)
    if kind == PrimitiveKind.CONE:
        return _cone(n)
    raise ValueError(f"{kind.name} has no mesh of its own")


def _mesh(
    name: str,
    kind: PrimitiveKind,
    *,
    vertices: FloatArray,
    faces: _Indices,
    normals: FloatArray,
    uv: FloatArray,
    curved: int,
) -> MeshData:
    arrays = (vertices.astype(np.float32), faces.astype(np.uint32), normals.astype(np.float32), uv.astype(np.float32))
    for array in arrays:
        array.setflags(write=False)  # shared through the cache
    return MeshData(name, *arrays, kind=kind, curved=curved)


def _cube(kind: PrimitiveKind) -> MeshData:
    corners = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]])
    vertices: list[FloatArray] = []
    normals: list[FloatArray] = []
    faces: list[list[list[int]]] = []
    for axis in range(3):
        for sign in (1.0, -1.0):
            # u x v = +axis, so the opposite side has reversed winding
            u, v = (axis + 1) % 3, (axis + 2) % 3
            quad = np.zeros((4, 3))
            quad[:, axis] = 0.5 * sign
            quad[:, u], quad[:, v] = corners[:, 0] * sign, corners[:, 1]
            normal = np.zeros(3)
            normal[axis] = sign
            base = 4 * len(vertices)
            vertices.append(quad)
            normals.append(np.tile(normal, (4, 1)))
            faces.append([[base, base + 1, base + 2], [base, base + 2, base + 3]])
    # textures are upright on the four sides: seen from outside, u runs to the right and v up
    points = np.concatenate(vertices)
    n = np.concatenate(normals)
    uv = np.empty((24, 2))
    x_side, y_side, z_side = (np.abs(n[:, k]) > 0.5 for k in range(3))
    uv[x_side] = np.stack([-points[x_side, 2] * n[x_side, 0], points[x_side, 1]], axis=1)
    uv[y_side] = np.stack([points[y_side, 0], -points[y_side, 2] * n[y_side, 1]], axis=1)
    uv[z_side] = np.stack([points[z_side, 0] * n[z_side, 2], points[z_side, 1]], axis=1)
    return _mesh(
        kind.name.lower(), kind, vertices=points, faces=np.array(faces).reshape(-1, 3), normals=n, uv=uv + 0.5, curved=0
    )


def _ring(n: int) -> tuple[FloatArray, FloatArray]:
    """x and z of n + 1 points on a circle around +y, from +z toward +x. The last point equals the first."""
    angle = np.arange(n + 1) * (2.0 * np.pi / n)
    x, z = np.sin(angle), np.cos(angle)
    x[-1], z[-1] = x[0], z[0]
    return x, z


def _strip(lower: int, upper: int, n: int) -> _Indices:
    """(2n, 3) faces between two rings of n + 1 vertices that start at rows `lower` and `upper`."""
    i = np.arange(n)
    a, b, c, d = lower + i, lower + i + 1, upper + i + 1, upper + i
    return np.concatenate([np.stack([a, b, c], axis=1), np.stack([a, c, d], axis=1)])


def _sphere(n: int) -> MeshData:
    x, z = _ring(n)
    rows = n // 2
    polar = np.arange(rows + 1) * (np.pi / rows) - np.pi / 2.0
    y, r = np.sin(polar), np.cos(polar)
    r[0] = r[-1] = 0.0
    grid = np.stack([r[:, None] * x, np.broadcast_to(y[:, None], (rows + 1, n + 1)), r[:, None] * z], axis=-1)
    u = np.broadcast_to(np.linspace(0.0, 1.0, n + 1), (rows + 1, n + 1)).copy()
    u[0] += 0.5 / n
    u[-1] += 0.5 / n
    v = np.broadcast_to(np.linspace(0.0, 1.0, rows + 1)[:, None], (rows + 1, n + 1))
    faces = [_strip(k * (n + 1), (k + 1) * (n + 1), n) for k in range(rows)]
    # at the poles, one of the two triangles of each segment is degenerate
    faces[0] = faces[0][n:]
    faces[-1] = faces[-1][:n]
    points = grid.reshape(-1, 3)
    uv = np.stack([u, v], axis=-1).reshape(-1, 2)
    all_faces = np.concatenate(faces)
    return _mesh(
        f"sphere_{n}",
        PrimitiveKind.SPHERE,
        vertices=points,
        faces=all_faces,
        normals=points,
        uv=uv,
        curved=len(all_faces),
    )


def _disc(
    x: FloatArray, z: FloatArray, y: float, start: int, up: bool
) -> tuple[FloatArray, _Indices, FloatArray, FloatArray]:
    """Vertices, faces, normals and uv of a flat n-gon at height y whose first vertex has row `start`."""
    n = len(x) - 1
    vertices = np.stack([x[:-1], np.full(n, y), z[:-1]], axis=1)
    i = np.arange(1, n - 1)
    a, b, c = np.full(n - 2, start), start + i, start + i + 1
    faces = np.stack([a, b, c] if up else [a, c, b], axis=1)
    sign = 1.0 if up else -1.0
    normals = np.tile([0.0, sign, 0.0], (n, 1))
    uv = np.stack([0.5 + 0.5 * x[:-1], 0.5 - 0.5 * sign * z[:-1]], axis=1)
    return vertices, faces, normals, uv


def _cylinder(n: int) -> MeshData:
    x, z = _ring(n)
    side_normals = np.stack([x, np.zeros(n + 1), z], axis=1)
    lower, upper = side_normals.copy(), side_normals.copy()
    upper[:, 1] = 1.0
    u = np.linspace(0.0, 1.0, n + 1)
    top = _disc(x, z, 1.0, 2 * (n + 1), True)
    bottom = _disc(x, z, 0.0, 2 * (n + 1) + n, False)
    side = _strip(0, n + 1, n)
    return _mesh(
        f"cylinder_{n}",
        PrimitiveKind.CYLINDER,
        vertices=np.concatenate([lower, upper, top[0], bottom[0]]),
        faces=np.concatenate([side, top[1], bottom[1]]),
        normals=np.concatenate([side_normals, side_normals, top[2], bottom[2]]),
        uv=np.concatenate([np.stack([u, 0.0 * u], axis=1), np.stack([u, 0.0 * u + 1.0], axis=1), top[3], bottom[3]]),
        curved=len(side),
    )


def _cone(n: int) -> MeshData:
    x, z = _ring(n)
    base = np.stack([x, np.zeros(n + 1), z], axis=1)
    base_normals = np.stack([x, np.ones(n + 1), z], axis=1) / np.sqrt(2.0)
    # each segment has its own tip vertex, whose normal points along the middle of the segment
    middle = (np.arange(n) + 0.5) * (2.0 * np.pi / n)
    tips = np.tile([0.0, 1.0, 0.0], (n, 1))
    tip_normals = np.stack([np.sin(middle), np.ones(n), np.cos(middle)], axis=1) / np.sqrt(2.0)
    i = np.arange(n)
    side = np.stack([i, i + 1, n + 1 + i], axis=1)
    bottom = _disc(x, z, 0.0, 2 * n + 1, False)
    u = np.linspace(0.0, 1.0, n + 1)
    side_uv = np.concatenate([np.stack([u, 0.0 * u], axis=1), np.stack([u[:-1] + 0.5 / n, np.ones(n)], axis=1)])
    return _mesh(
        f"cone_{n}",
        PrimitiveKind.CONE,
        vertices=np.concatenate([base, tips, bottom[0]]),
        faces=np.concatenate([side, bottom[1]]),
        normals=np.concatenate([base_normals, tip_normals, bottom[2]]),
        uv=np.concatenate([side_uv, bottom[3]]),
        curved=n,
    )
