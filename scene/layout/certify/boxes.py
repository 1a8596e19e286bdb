"""Separating axes of parallelepipeds, vectorised over many pairs: exact for boxes, a quick first test for what they contain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.certify.solids import BoolArray, Solids
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["THINNEST", "Boxes", "boxes_apart", "boxes_of", "scales_of", "separating_axes"]

THINNEST = 1e-4
"""Half the thickness, in metres, below which no piece is shrunk: a sheet of paper stays a sheet."""

_CHUNK = 100_000


@dataclass(frozen=True, eq=False)
class Boxes:
    """Parallelepipeds.

    `centre`: (M, 3). `edges`: (M, 3, 3), row k is half of a box's k-th edge. `along`: (M, 3, 3) unit vectors along the edges.
    `normals`: (M, 3, 3) unit normals of its faces. Directions that do not exist are zero.
    """

    centre: FloatArray
    edges: FloatArray
    along: FloatArray
    normals: FloatArray

    @classmethod
    def of(cls, centre: FloatArray, edges: FloatArray) -> Boxes:
        along = _unit(edges)
        return cls(centre, edges, along, _unit(_cross(along[:, [1, 2, 0]], along[:, [2, 0, 1]])))

    def __len__(self) -> int:
        return len(self.centre)

    def take(self, rows: IntArray | slice | BoolArray) -> Boxes:
        return Boxes(self.centre[rows], self.edges[rows], self.along[rows], self.normals[rows])

    def moved(self, motion: FloatArray) -> Boxes:
        """The boxes after a rigid motion (4, 4)."""
        turn, by = motion[:3, :3].T, motion[:3, 3]
        return Boxes(self.centre @ turn + by, self.edges @ turn, self.along @ turn, self.normals @ turn)


def boxes_of(solids: Solids, pieces: IntArray, growth: float | FloatArray) -> Boxes:
    """The oriented boxes of pieces (M,) in the world frame, with every side moved outward by `growth` metres (negative: inward)."""
    centre, half = solids.unit_boxes
    m = solids.world_from_unit[pieces]
    edges = m[:, :3, :3].transpose(0, 2, 1) * half[pieces][:, :, None]
    middle = np.einsum("mij,mj->mi", m[:, :3, :3], centre[pieces]) + m[:, :3, 3]
    return Boxes.of(middle, edges * scales_of(edges, growth)[:, :, None])


def scales_of(edges: FloatArray, growth: float | FloatArray) -> FloatArray:
    """(M, 3) the factors by which half edges (M, 3, 3) must be multiplied to grow by `growth` metres (a number, or (M,))."""
    length = np.maximum(np.linalg.norm(edges, axis=2), 1e-12)
    by = np.asarray(growth, dtype=np.float64)
    grown = length + (by[:, None] if by.ndim else by)
    return np.asarray(np.maximum(grown, np.minimum(length, THINNEST)) / length)


def boxes_apart(a: Boxes, b: Boxes) -> BoolArray:
    """(M,) whether a plane separates boxes a[i] and b[i]."""
    apart = np.zeros(len(a), dtype=bool)
    for start in range(0, len(apart), _CHUNK):
        part = slice(start, start + _CHUNK)
        apart[part] = _apart(a.take(part), b.take(part))
    return apart


def _apart(a: Boxes, b: Boxes) -> BoolArray:
    between = b.centre - a.centre
    apart = _any_gap(between, a.edges, b.edges, np.concatenate([a.normals, b.normals], axis=1))
    left = np.flatnonzero(~apart)
    if left.size:
        one, two = a.take(left), b.take(left)
        apart[left] = _any_gap(between[left], one.edges, two.edges, _edge_axes(one, two))
    return apart


def separating_axes(a: Boxes, b: Boxes) -> FloatArray:
    """(M, 15, 3) the face normals of both and the cross products of their edges; zero where edges are parallel."""
    return np.concatenate([a.normals, b.normals, _edge_axes(a, b)], axis=1)


def _edge_axes(a: Boxes, b: Boxes) -> FloatArray:
    return _unit(_cross(a.along[:, :, None], b.along[:, None]).reshape(-1, 9, 3))


def _cross(a: FloatArray, b: FloatArray) -> FloatArray:
    """Cross products along the last axis; several times faster than numpy's for small arrays."""
    ax, ay, az = a[..., 0], a[..., 1], a[..., 2]
    bx, by, bz = b[..., 0], b[..., 1], b[..., 2]
    return np.stack([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx], axis=-1)


def _unit(vectors: FloatArray) -> FloatArray:
    """The vectors at length 1; zero where they are shorter than 1e-9, so that rounding makes no axis."""
    length = np.sqrt((vectors * vectors).sum(axis=-1, keepdims=True))
    return np.where(length > 1e-9, vectors / np.maximum(length, 1e-300), 0.0)


def _any_gap(between: FloatArray, edges_a: FloatArray, edges_b: FloatArray, axes: FloatArray) -> BoolArray:
    reach = np.abs(axes @ edges_a.transpose(0, 2, 1)).sum(axis=2) + np.abs(axes @ edges_b.transpose(0, 2, 1)).sum(
        axis=2
    )
    gap: BoolArray = (np.abs((axes @ between[:, :, None])[..., 0]) > reach + 1e-12).any(axis=1)
    return gap
