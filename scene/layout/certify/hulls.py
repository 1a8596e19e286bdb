"""Convex hulls of bodies and of their pieces, and which hulls other bodies reach into."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from scenewright.scene.layout.certify.evidence import Evidence
from scenewright.scene.layout.certify.pairs import box_pairs
from scenewright.scene.layout.certify.solids import BoolArray, Solids
from scenewright.scene.model import FloatArray, PrimitiveKind

__all__ = ["body_points", "hulls_in_the_way", "piece_points", "thickened"]

_AROUND = 24
_THIN = 1e-3
_FEW = 4
"""A body of at most so many pieces is simulated piece by piece."""

_MANY = 150
"""A body of more pieces is simulated as its hull, unless another body reaches into that."""


@lru_cache(maxsize=8)
def _unit_points(kind: PrimitiveKind) -> FloatArray:
    """(K, 3) points of a unit primitive, curved ones by facets."""
    if kind == PrimitiveKind.CUBE:
        return np.array([[x, y, z] for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (-0.5, 0.5)])
    angle = np.arange(_AROUND) * (2.0 * np.pi / _AROUND)
    ring = np.stack([np.cos(angle), np.zeros(_AROUND), np.sin(angle)], axis=1)
    if kind == PrimitiveKind.CYLINDER:
        return np.concatenate([ring, ring + np.array([0.0, 1.0, 0.0])])
    if kind == PrimitiveKind.CONE:
        return np.concatenate([ring, [[0.0, 1.0, 0.0]]])
    polar = np.linspace(-0.5 * np.pi, 0.5 * np.pi, _AROUND // 2 + 1)
    rings = [ring * np.cos(p) + np.array([0.0, np.sin(p), 0.0]) for p in polar[1:-1]]
    return np.concatenate([*rings, [[0.0, -1.0, 0.0], [0.0, 1.0, 0.0]]])


def piece_points(solids: Solids, piece: int) -> FloatArray:
    """(K, 3) points in the world frame whose hull is the piece."""
    if solids.shape[piece] >= 0:
        return solids.vertices(piece)
    m = solids.world_from_unit[piece]
    return np.asarray(_unit_points(PrimitiveKind(int(solids.kind[piece]))) @ m[:3, :3].T + m[:3, 3])


def body_points(solids: Solids, body: int) -> FloatArray:
    """(K, 3) corners of the convex hull of a body, in the world frame."""
    pieces = range(int(solids.start[body]), int(solids.start[body + 1]))
    points, faces = _hull(np.concatenate([piece_points(solids, p) for p in pieces]))
    corners: FloatArray = points[np.unique(faces)]
    return corners


def thickened(points: FloatArray) -> FloatArray:
    """The points if they span a volume; else with a copy a millimetre away, across the flat direction."""
    centred = points - points.mean(axis=0)
    _, spread, axes = np.linalg.svd(centred, full_matrices=False)
    if len(points) >= 4 and spread[2] > _THIN * 0.1 * np.sqrt(len(points)):
        return points
    offsets = [0.5 * _THIN * axis for axis, s in zip(axes, spread, strict=True) if s <= _THIN * np.sqrt(len(points))]
    for offset in offsets or [0.5 * _THIN * axes[-1]]:
        points = np.concatenate([points - offset, points + offset])
    return points


def hulls_in_the_way(evidence: Evidence) -> BoolArray:
    """(N,) bool, bodies that are simulated piece by piece: those into whose convex hull the hull of another body reaches, those of few
    pieces, and those that rest on a sphere, since a faceted hull would tilt."""
    import fcl

    solids = evidence.solids
    count = np.diff(solids.start)
    detailed = count <= _FEW
    at_foot = (solids.kind == PrimitiveKind.SPHERE) & (solids.low[:, 1] <= evidence.low[solids.body, 1] + _THIN)
    detailed[solids.body[at_foot]] = True
    detailed &= count <= _MANY
    pairs = box_pairs(evidence.low, evidence.high, -_THIN)
    pairs = pairs[evidence.unit[pairs[:, 0]] != evidence.unit[pairs[:, 1]]]
    hulls: dict[int, Any] = {}

    def hull(body: int) -> Any:
        if body not in hulls:
            pieces = range(int(solids.start[body]), int(solids.start[body + 1]))
            points, faces = _hull(np.concatenate([piece_points(solids, p) for p in pieces]))
            middle = 0.5 * (points.min(axis=0) + points.max(axis=0))
            size = np.maximum(np.ptp(points, axis=0), 1e-9)
            shrunk = middle + (points - middle) * np.maximum(1.0 - _THIN / size, 0.1)
            rows, index = np.unique(faces, return_inverse=True)
            flat = np.column_stack([np.full(len(faces), 3), index.reshape(faces.shape)]).astype(np.int32).reshape(-1)
            hulls[body] = fcl.CollisionObject(fcl.Convex(np.ascontiguousarray(shrunk[rows]), len(faces), flat))
        return hulls[body]

    for a, b in pairs.tolist():
        if detailed[a] and detailed[b]:
            continue
        if fcl.collide(hull(a), hull(b), fcl.CollisionRequest(), fcl.CollisionResult()):
            detailed[a] = detailed[b] = True
    return detailed


def _hull(points: FloatArray) -> tuple[FloatArray, Any]:
    """The points, thickened where they are flat, and the faces (F, 3) of their hull."""
    from scipy.spatial import ConvexHull

    points = thickened(points)
    return points, ConvexHull(points, qhull_options="Qt").simplices
