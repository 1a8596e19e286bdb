"""Penetration depth of two pieces: the length of the shortest push that parts them."""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout.certify.boxes import boxes_of, separating_axes
from scenewright.scene.layout.certify.meeting import Meeting, compass
from scenewright.scene.layout.certify.solids import Solids
from scenewright.scene.model import FloatArray, IntArray, PrimitiveKind

__all__ = ["push_depth", "push_of", "reach"]

_ROUNDS = 6
_TRIES = 24


def push_depth(meeting: Meeting, a: IntArray, b: IntArray) -> FloatArray:
    """(M,) penetration depth of pieces a[i] and b[i] in metres; 0 where they are apart."""
    return np.asarray(np.maximum(push_of(meeting, a, b)[0], 0.0))


def push_of(meeting: Meeting, a: IntArray, b: IntArray) -> tuple[FloatArray, FloatArray]:
    """The shortest push that parts pieces a[i] and b[i] (M,).

    For convex pieces: the least overlap along the separating axes of their boxes, then along nearby directions. For open surfaces:
    by trial.

    Returns:
        depth (M,): metres that piece a[i] must move to be clear of b[i]; negative for convex pieces that are at least so far apart.
        way (M, 3): the unit direction in which a[i] must move.
    """
    solids = meeting.solids
    depth, way = np.zeros(len(a)), np.zeros((len(a), 3))
    convex = solids.convex[a] & solids.convex[b]
    depth[convex], way[convex] = _convex_push(solids, a[convex], b[convex])
    for i in np.flatnonzero(~convex).tolist():
        depth[i], way[i] = _tried_push(meeting, a[i : i + 1], b[i : i + 1])
    return depth, way


def reach(solids: Solids, pieces: IntArray, directions: FloatArray) -> FloatArray:
    """(M, K) how far convex pieces (M,) reach along directions (M, K, 3), from the world's origin."""
    m = solids.world_from_unit[pieces]
    q = np.einsum("mkj,mji->mki", directions, m[:, :3, :3])
    kinds = solids.kind[pieces]
    out: FloatArray = np.einsum("mkj,mj->mk", directions, m[:, :3, 3])
    around = np.hypot(q[:, :, 0], q[:, :, 2])
    for kind in np.unique(kinds).tolist():
        rows = kinds == kind
        if kind == PrimitiveKind.CUBE:
            out[rows] += 0.5 * np.abs(q[rows]).sum(axis=2)
        elif kind == PrimitiveKind.SPHERE:
            out[rows] += np.linalg.norm(q[rows], axis=2)
        elif kind == PrimitiveKind.CYLINDER:
            out[rows] += np.maximum(q[rows, :, 1], 0.0) + around[rows]
        elif kind == PrimitiveKind.CONE:
            out[rows] += np.maximum(q[rows, :, 1], around[rows])
        else:
            for i in np.flatnonzero(rows).tolist():
                out[i] += (q[i] @ solids.shapes[solids.shape[pieces[i]]].vertices.T).max(axis=1)
    return out


def _convex_push(solids: Solids, a: IntArray, b: IntArray) -> tuple[FloatArray, FloatArray]:
    if len(a) == 0:
        return np.zeros(0), np.zeros((0, 3))
    one, two = boxes_of(solids, a, 0.0), boxes_of(solids, b, 0.0)
    between = (two.centre - one.centre)[:, None]
    axes = np.concatenate([separating_axes(one, two), between, np.tile([[[0.0, 1.0, 0.0]]], (len(a), 1, 1))], 1)
    directions = np.concatenate([axes, -axes], axis=1)
    best, depth = _best(solids, a, b, directions, np.full(len(a), np.inf), np.zeros((len(a), 3)))
    spread = np.random.default_rng(0).normal(size=(_TRIES, 3))
    for k in range(_ROUNDS):
        near = best[:, None] + spread * 0.5 ** (k + 1)
        best, depth = _best(solids, a, b, near, depth, best)
    return depth, -best


def _best(
    solids: Solids, a: IntArray, b: IntArray, directions: FloatArray, depth: FloatArray, best: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """The direction (M, 3) of least overlap of each pair, and that overlap (M,); never worse than `best` and `depth`."""
    length = np.linalg.norm(directions, axis=2, keepdims=True)
    unit = np.where(length > 1e-9, directions / np.maximum(length, 1e-300), 0.0)
    shared = reach(solids, a, unit) + reach(solids, b, -unit)
    shared = np.where(length[..., 0] > 1e-9, shared, np.inf)
    pick = shared.argmin(axis=1)
    rows = np.arange(len(a))
    better = shared[rows, pick] < depth
    return np.where(better[:, None], unit[rows, pick], best), np.where(better, shared[rows, pick], depth)


def _tried_push(meeting: Meeting, a: IntArray, b: IntArray) -> tuple[float, FloatArray]:
    """The shortest push among the directions of :func:`compass`, to within a tenth."""
    solids = meeting.solids
    high = float(
        np.linalg.norm(np.concatenate([solids.high[a] - solids.low[a], solids.high[b] - solids.low[b]]), axis=1).sum()
    )
    best, way = high, np.array([0.0, 1.0, 0.0])
    for direction in compass():
        low, top = 0.0, best
        if meeting.meet(a, b, 0.0, top * direction)[0]:
            continue  # no shorter in this direction
        while top - low > max(0.1 * top, 1e-4):
            middle = 0.5 * (low + top)
            if meeting.meet(a, b, 0.0, middle * direction)[0]:
                low = middle
            else:
                top = middle
        best, way = top, direction
    return best, way
