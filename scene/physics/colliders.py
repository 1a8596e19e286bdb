"""The colliders of drawn instances: exact shapes where a primitive keeps its own, else its convex hull, or convex pieces of a mesh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from scenewright.scene.geometry import MeshData, SceneGeometry, level_for, primitive_mesh
from scenewright.scene.model import FloatArray, PrimitiveKind, Vec3
from scenewright.scene.physics.convex_pieces import Pieces, convex_pieces, hull_of
from scenewright.scene.physics.matter import Matter, matter_of
from scenewright.scene.physics.model import Collider, ColliderShape

__all__ = ["ColliderSolid", "solids_of", "weighed"]

_SAME = 1e-3
"""Relative difference up to which lengths are equal and axes at right angles."""

_CHORD = 5e-4
"""Metres between a curved surface and the hull that stands for it, at most."""

_LEAST = 2e-4
"""Metres: half the thickness of the thinnest collider."""


@dataclass(frozen=True, eq=False)
class ColliderSolid:
    """A collider in the world, before bodies are made: `shape`, `size`, `vertices`, `faces`, `instance` as in :class:`Collider`;
    `world_from_solid`: (4, 4) rigid. `area`: square metres."""

    shape: ColliderShape
    world_from_solid: FloatArray
    size: Vec3
    volume: float
    area: float
    matter: Matter
    instance: int
    vertices: FloatArray
    faces: npt.NDArray[np.int64]


_NONE = np.zeros((0, 3))
_NO_FACES = np.zeros((0, 3), dtype=np.int64)


def solids_of(geometry: SceneGeometry) -> Iterator[ColliderSolid]:
    """The colliders of all instances, in their order; several for a concave mesh.

    Raises:
        ScenewrightError: a mesh is concave, and CoACD, which cuts it, is not installed.
    """
    for number in range(len(geometry)):
        mesh = geometry.meshes[int(geometry.mesh[number])]
        matrix = np.asarray(geometry.world_from_mesh[number], dtype=np.float64)
        red, green, blue = geometry.color[number].tolist()
        matter = matter_of((red, green, blue), geometry.materials[int(geometry.material[number])])
        exact = _exact(mesh.kind, matrix, matter, number)
        if exact is not None:
            yield exact
        else:
            yield from _convex(mesh, matrix, matter, number)


def _exact(kind: PrimitiveKind, matrix: FloatArray, matter: Matter, number: int) -> ColliderSolid | None:
    """The box, cylinder or sphere that a unit primitive is; None where its transform makes it none."""
    linear = matrix[:3, :3]
    size = np.linalg.norm(linear, axis=0)
    if not np.isfinite(matrix).all() or size.min() <= 0.0:
        return None
    axes = linear / size
    if np.abs(axes.T @ axes - np.eye(3)).max() > _SAME:
        return None
    if np.linalg.det(axes) < 0.0:
        axes[:, 0] = -axes[:, 0]  # each is its own mirror image
    x, y, z = size.tolist()
    out = np.eye(4)
    out[:3, :3] = _orthonormal(axes)
    out[:3, 3] = matrix[:3, 3]
    if kind in (PrimitiveKind.CUBE, PrimitiveKind.BLOCK):
        a, b, c = (max(s / 2.0, _LEAST) for s in (x, y, z))
        area = 8.0 * (a * b + b * c + c * a)
        return ColliderSolid(ColliderShape.BOX, out, (a, b, c), 8.0 * a * b * c, area, matter, number, _NONE, _NO_FACES)
    if kind == PrimitiveKind.SPHERE and np.ptp(size) <= _SAME * size.max():
        r = float(size.mean())
        volume, area = 4.0 / 3.0 * np.pi * r**3, 4.0 * np.pi * r**2
        return ColliderSolid(ColliderShape.SPHERE, out, (r, r, r), volume, area, matter, number, _NONE, _NO_FACES)
    if kind == PrimitiveKind.CYLINDER and abs(x - z) <= _SAME * max(x, z):
        r, half = max((x + z) / 2.0, _LEAST), max(y / 2.0, _LEAST)
        out[:3, 3] = (matrix @ [0.0, 0.5, 0.0, 1.0])[:3]
        volume, area = 2.0 * np.pi * r * r * half, 2.0 * np.pi * r * (r + 2.0 * half)
        return ColliderSolid(ColliderShape.CYLINDER, out, (r, half, r), volume, area, matter, number, _NONE, _NO_FACES)
    return None


def _orthonormal(axes: FloatArray) -> FloatArray:
    """The rotation nearest to axes that are almost at right angles."""
    u, _, v = np.linalg.svd(axes)
    turn: FloatArray = u @ v
    return turn


def _convex(mesh: MeshData, matrix: FloatArray, matter: Matter, number: int) -> Iterator[ColliderSolid]:
    if mesh.kind is PrimitiveKind.MESH:
        found = convex_pieces(mesh.vertices.astype(np.float64), mesh.faces.astype(np.int64), mesh.name)
    else:
        radius = float(np.linalg.norm(matrix[:3, :3], axis=0).max())
        found = _primitive_pieces(mesh.kind, int(level_for(radius, _CHORD)))
    for vertices, _ in found:
        points = vertices @ matrix[:3, :3].T + matrix[:3, 3]
        middle = (points.min(axis=0) + points.max(axis=0)) / 2.0
        placed = np.eye(4)
        placed[:3, 3] = middle
        hull = hull_of(points - middle, 2.0 * _LEAST)
        a, b, c = (np.ptp(hull.vertices, axis=0) / 2.0).tolist()
        yield ColliderSolid(
            ColliderShape.CONVEX, placed, (a, b, c), hull.volume, hull.area, matter, number, hull.vertices, hull.faces
        )


@lru_cache(maxsize=64)
def _primitive_pieces(kind: PrimitiveKind, level: int) -> Pieces:
    mesh = primitive_mesh(kind, level)
    return ((mesh.vertices.astype(np.float64), mesh.faces.astype(np.int64)),)


def weighed(
    solids: Sequence[ColliderSolid], world_from_body: FloatArray
) -> tuple[tuple[Collider, ...], float, FloatArray, FloatArray]:
    """Colliders of a body with their masses, its mass (kg), its centre of mass (3,) and its inertia (3, 3) about that, in its frame.

    A solid that is thicker than its matter's walls is hollow: it weighs what its surface does. Its inertia is that of a solid of the
    same mass. Where solids share a space, each has its part of it.
    """
    body_from_world = np.linalg.inv(world_from_body)
    colliders = []
    centres, masses, tensors = [], [], []
    for solid, share in zip(solids, _shares(solids), strict=True):
        mass = max(share * solid.matter.density * min(solid.volume, solid.area * solid.matter.wall), 1e-6)
        frame = body_from_world @ solid.world_from_solid
        frame[:3, :3] = _orthonormal(frame[:3, :3])
        colliders.append(
            Collider(
                solid.shape, frame, solid.size, solid.volume, mass, solid.matter.friction, solid.instance,
                solid.vertices, solid.faces,
            )
        )  # fmt: skip
        middle, unit = _unit_inertia(solid)
        turn = frame[:3, :3]
        centres.append(turn @ middle + frame[:3, 3])
        masses.append(mass)
        tensors.append(mass * turn @ unit @ turn.T)
    total = float(np.sum(masses))
    centre: FloatArray = np.average(np.array(centres), axis=0, weights=masses)
    inertia = np.zeros((3, 3))
    for at, mass, tensor in zip(centres, masses, tensors, strict=True):
        off = at - centre
        inertia += tensor + mass * (np.dot(off, off) * np.eye(3) - np.outer(off, off))  # parallel axes
    least = 1e-9 + 1e-6 * float(np.trace(inertia))
    return tuple(colliders), total, centre, inertia + least * np.eye(3)


_SAMPLES = 24
"""Points of a solid by which its part of shared space is estimated: to some per cent of the whole."""


def _shares(solids: Sequence[ColliderSolid]) -> FloatArray:
    """(S,) the part of its volume that each solid has where others share it: the mean of one over the number of solids at its points."""
    if len(solids) < 2:
        return np.ones(len(solids))
    lots = np.random.default_rng(0)
    points = np.concatenate([_points_in(solid, lots) for solid in solids])
    low = np.array([_reach(s)[0] for s in solids])
    high = np.array([_reach(s)[1] for s in solids])
    count = np.zeros(len(points))
    for solid, a, b in zip(solids, low, high, strict=True):
        near = np.flatnonzero(((points >= a) & (points <= b)).all(axis=1))
        count[near] += contains(solid, points[near])
    shares: FloatArray = (1.0 / np.maximum(count, 1.0)).reshape(len(solids), _SAMPLES).mean(axis=1)
    return shares


def _reach(solid: ColliderSolid) -> FloatArray:
    """(2, 3) a box in the world that holds a solid."""
    half = np.abs(solid.world_from_solid[:3, :3]) @ np.array(solid.size)
    at = solid.world_from_solid[:3, 3]
    return np.array([at - half, at + half])


def _points_in(solid: ColliderSolid, lots: np.random.Generator) -> FloatArray:
    """(24, 3) points of a solid in the world; of a convex one, between its middle and its corners."""
    u = lots.random((_SAMPLES, 3))
    if solid.shape is ColliderShape.BOX:
        at = (2.0 * u - 1.0) * solid.size
    elif solid.shape is ColliderShape.CONVEX:
        corner = solid.vertices[lots.integers(len(solid.vertices), size=_SAMPLES)]
        at = solid.vertices.mean(axis=0) * u[:, :1] + (1.0 - u[:, :1]) * corner * 0.999
    else:
        direction = lots.normal(size=(_SAMPLES, 3))
        if solid.shape is ColliderShape.CYLINDER:
            direction[:, 1] = 0.0
        direction /= np.linalg.norm(direction, axis=1, keepdims=True)
        power = 1.0 / 3.0 if solid.shape is ColliderShape.SPHERE else 0.5
        at = direction * u[:, :1] ** power * solid.size[0]
        if solid.shape is ColliderShape.CYLINDER:
            at[:, 1] = (2.0 * u[:, 1] - 1.0) * solid.size[1]
    out: FloatArray = at @ solid.world_from_solid[:3, :3].T + solid.world_from_solid[:3, 3]
    return out


def contains(solid: ColliderSolid, points: FloatArray) -> npt.NDArray[np.bool_]:
    """(P,) bool, which points (P, 3) of the world are in a solid."""
    at = (points - solid.world_from_solid[:3, 3]) @ solid.world_from_solid[:3, :3]
    a, b, c = solid.size
    inside: npt.NDArray[np.bool_]
    if solid.shape is ColliderShape.BOX:
        inside = (np.abs(at) <= [a, b, c]).all(axis=1)
    elif solid.shape is ColliderShape.SPHERE:
        inside = np.linalg.norm(at, axis=1) <= a
    elif solid.shape is ColliderShape.CYLINDER:
        inside = (np.hypot(at[:, 0], at[:, 2]) <= a) & (np.abs(at[:, 1]) <= b)
    else:
        corners = solid.vertices[solid.faces]
        normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        offset = np.einsum("fi,fi->f", normal, corners[:, 0])
        inside = (at @ normal.T <= offset + 1e-12).all(axis=1)
    return inside


def _unit_inertia(solid: ColliderSolid) -> tuple[FloatArray, FloatArray]:
    """The centre of mass (3,) and the inertia (3, 3) about it of a solid of 1 kg, in its own frame."""
    a, b, c = solid.size
    if solid.shape is ColliderShape.BOX:
        return np.zeros(3), np.diag([b * b + c * c, a * a + c * c, a * a + b * b]) / 3.0
    if solid.shape is ColliderShape.SPHERE:
        return np.zeros(3), 0.4 * a * a * np.eye(3)
    if solid.shape is ColliderShape.CYLINDER:
        across = a * a / 4.0 + b * b / 3.0
        return np.zeros(3), np.diag([across, a * a / 2.0, across])
    return _convex_inertia(solid.vertices[solid.faces], solid.volume)


def _convex_inertia(corners: FloatArray, volume: float) -> tuple[FloatArray, FloatArray]:
    """Centre (3,) and unit inertia (3, 3) of a closed solid of triangles (F, 3, 3), by signed tetrahedra at the origin."""
    six = np.einsum("fi,fi->f", corners[:, 0], np.cross(corners[:, 1], corners[:, 2]))
    if volume <= 0.0 or six.sum() <= 0.0:
        low, high = corners.min(axis=(0, 1)), corners.max(axis=(0, 1))
        half = (high - low) / 2.0
        return (low + high) / 2.0, np.diag(half @ half - half**2) / 3.0
    share = six / six.sum()
    centre = share @ corners.sum(axis=1) / 4.0
    at = corners - centre
    six = np.einsum("fi,fi->f", at[:, 0], np.cross(at[:, 1], at[:, 2]))
    share = six / six.sum()
    # second moments of a tetrahedron with one corner at the origin: (sum of v v^T + (sum v)(sum v)^T) / 20
    sums = at.sum(axis=1)
    moments = np.einsum("f,fki,fkj->ij", share, at, at) + np.einsum("f,fi,fj->ij", share, sums, sums)
    moments /= 20.0
    return centre, np.trace(moments) * np.eye(3) - moments
