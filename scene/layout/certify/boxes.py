"""Separating axes of parallelepipeds, many pairs at a time: exact for boxes, a quick answer for what they hold."""

from __future__ import annotations

import numpy as np

from scene.layout.certify.solids import BoolArray, Solids
from scene.model import FloatArray, IntArray

__all__ = ["THINNEST", "boxes_apart", "edges_of", "separating_axes"]

THINNEST = 1e-4
"""Half a thickness, in metres, that no piece is shrunk below: a sheet of paper stays a sheet."""

_CHUNK = 100_000


def edges_of(solids: Solids, pieces: IntArray, growth: float | FloatArray) -> tuple[FloatArray, FloatArray]:
    """The boxes about pieces (M,), with every side moved outward by `growth` metres (negative: inward).

    Returns:
        centre (M, 3), and half edges (M, 3, 3): row k is half of the box's k-th edge, in the world frame.
    """
    centre, half = solids.unit_boxes
    m = solids.world_from_unit[pieces]
    edges = m[:, :3, :3].transpose(0, 2, 1) * half[pieces][:, :, None]
    middle = np.einsum("mij,mj->mi", m[:, :3, :3], centre[pieces]) + m[:, :3, 3]
    return middle, edges * scales_of(edges, growth)[:, :, None]


def scales_of(edges: FloatArray, growth: float | FloatArray) -> FloatArray:
    """(M, 3) by what each half edge (M, 3, 3) is multiplied so that it grows by `growth` (a number, or one a piece)."""
    length = np.maximum(np.linalg.norm(edges, axis=2), 1e-12)
    by = np.asarray(growth, dtype=np.float64)
    grown = length + (by[:, None] if by.ndim else by)
    return np.asarray(np.maximum(grown, np.minimum(length, THINNEST)) / length)


def boxes_apart(a: tuple[FloatArray, FloatArray], b: tuple[FloatArray, FloatArray]) -> BoolArray:
    """(M,) whether parallelepipeds, as :func:`edges_of` gives them, have a plane between them."""
    apart = np.zeros(len(a[0]), dtype=bool)
    for start in range(0, len(apart), _CHUNK):
        part = slice(start, start + _CHUNK)
        apart[part] = _apart(*(x[part] for x in (*a, *b)))
    return apart


def _apart(centre_a: FloatArray, edges_a: FloatArray, centre_b: FloatArray, edges_b: FloatArray) -> BoolArray:
    between = centre_b - centre_a
    apart = _any_gap(between, edges_a, edges_b, np.concatenate([_face_axes(edges_a), _face_axes(edges_b)], axis=1))
    left = np.flatnonzero(~apart)
    one, two = edges_a[left], edges_b[left]
    apart[left] = _any_gap(between[left], one, two, _edge_axes(one, two))
    return apart


def separating_axes(edges_a: FloatArray, edges_b: FloatArray) -> FloatArray:
    """(M, 15, 3) the normals of the faces of both and of the pairs of their edges; zero where edges are parallel."""
    return np.concatenate([_face_axes(edges_a), _face_axes(edges_b), _edge_axes(edges_a, edges_b)], axis=1)


def _face_axes(edges: FloatArray) -> FloatArray:
    e = _unit(edges)
    return _unit(_cross(e[:, [1, 2, 0]], e[:, [2, 0, 1]]))


def _edge_axes(edges_a: FloatArray, edges_b: FloatArray) -> FloatArray:
    return _unit(_cross(_unit(edges_a)[:, :, None], _unit(edges_b)[:, None]).reshape(-1, 9, 3))


def _cross(a: FloatArray, b: FloatArray) -> FloatArray:
    """Cross products along the last axis: numpy's own takes several times as long for few of them."""
    ax, ay, az = a[..., 0], a[..., 1], a[..., 2]
    bx, by, bz = b[..., 0], b[..., 1], b[..., 2]
    return np.stack([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx], axis=-1)


def _unit(vectors: FloatArray) -> FloatArray:
    """Of length 1; zero where they are next to nothing, so that rounding makes no axis."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.where(length > 1e-9, vectors / np.maximum(length, 1e-300), 0.0)


def _any_gap(between: FloatArray, edges_a: FloatArray, edges_b: FloatArray, axes: FloatArray) -> BoolArray:
    reach = np.abs(np.einsum("mak,mek->mae", axes, edges_a)).sum(axis=2)
    reach += np.abs(np.einsum("mak,mek->mae", axes, edges_b)).sum(axis=2)
    gap: BoolArray = (np.abs(np.einsum("mk,mak->ma", between, axes)) > reach + 1e-12).any(axis=1)
    return gap
