"""Makes flat Gaussians (means, scales, quaternions) from single or merged cells. Their outlines match the surface's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray
from scenewright.scene.splats.covariances import covariances, quaternions_of_rotations, scales_and_quaternions
from scenewright.scene.splats.surface_cells import OVERHANG, SPREAD, Cells, Indices
from scenewright.scene.splats.surface_merging import Groups

__all__ = ["Shapes", "shapes_of"]

_THIN = 0.02
"""Standard deviation along the normal, divided by the one along the face."""
_LEAST = 1e-30
_AT_A_TIME = 200_000
"""Groups between two looks at the job."""


@dataclass(frozen=True, eq=False)
class Shapes:
    """`means`: (G, 3). `scales`: (G, 3) standard deviations. `quats`: (G, 4), wxyz."""

    means: FloatArray
    scales: FloatArray
    quats: FloatArray


def shapes_of(
    cells: Cells, groups: Groups, *, along: FloatArray, face: FloatArray, toward: FloatArray, job: Job | None = None
) -> Shapes:
    """One Gaussian for each of G groups of cells.

    Args:
        along, face: (N, 3) unit vectors, for each cell a direction in its face and its normal.
        toward: (G, 3) unit vectors, the viewing directions for which the outlines are exact.

    Raises:
        JobCancelled: the job was cancelled.
    """
    main, job = groups.largest, job or Job()
    parts = []
    for first in range(0, max(len(main), 1), _AT_A_TIME):
        job.check()
        some = main[first : first + _AT_A_TIME]
        parts.append(_flat(cells.u[some], cells.v[some], along[some], face[some]))
    scales, quats = (np.concatenate(column) for column in zip(*parts, strict=True))
    job.check()
    shapes = Shapes(cells.middle[main].copy(), scales, quats)
    _merge(cells, groups, shapes)
    job.check()
    _draw_in(cells, groups, toward, shapes)
    return shapes


def _flat(u: FloatArray, v: FloatArray, x: FloatArray, z: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Scales (N, 3), descending, and quaternions (N, 4) of single cells."""
    y = np.cross(z, x)
    ux, uy, vx, vy = (np.einsum("ni,ni->n", p, q) for p, q in ((u, x), (u, y), (v, x), (v, y)))
    xx, yy, xy = ux * ux + vx * vx, uy * uy + vy * vy, ux * uy + vx * vy
    turn = 0.5 * np.arctan2(2.0 * xy, xx - yy)
    half, middle = np.hypot(0.5 * (xx - yy), xy), 0.5 * (xx + yy)
    cos, sin = np.cos(turn)[:, None], np.sin(turn)[:, None]
    first, second = cos * x + sin * y, cos * y - sin * x
    least = 1e-4 * np.sqrt(middle) + _LEAST
    large = np.maximum(np.sqrt(middle + half), least)
    small = np.maximum(np.sqrt(np.maximum(middle - half, 0.0)), least)
    scales = SPREAD * np.stack([large, small, _THIN * small], axis=1)
    rotations = np.stack([first, second, z], axis=2)
    return scales, quaternions_of_rotations(torch.from_numpy(rotations)).numpy().copy()


def _merge(cells: Cells, groups: Groups, shapes: Shapes) -> None:
    """Set the shapes of groups with more than one cell."""
    several = np.flatnonzero(~groups.single)
    if several.size == 0:
        return
    rows, group = _members(groups, several)
    weight = groups.weights[rows]

    def total(values: FloatArray) -> FloatArray:
        flat = values.reshape(len(values), -1)
        return np.stack([np.bincount(group, weight * c, minlength=len(several)) for c in flat.T], axis=1)

    middle = total(cells.middle[rows])
    off = cells.middle[rows] - middle[group]
    # a uniform cell of side s has the variance s^2 / 12; scale it up to (0.65 s)^2
    outer = [np.einsum("ni,nj->nij", w, w) for w in (cells.u[rows], cells.v[rows], np.sqrt(12.0) * off)]
    shapes.means[several] = middle
    _put(shapes, several, SPREAD**2 * total(outer[0] + outer[1] + outer[2]).reshape(-1, 3, 3))


def _draw_in(cells: Cells, groups: Groups, toward: FloatArray, shapes: Shapes) -> None:
    """Shrink the Gaussians of cells at the surface's edge, so that the alpha is one half at that edge.

    Along each axis of its ellipse, as seen from `toward`, a Gaussian represents a uniform cell. For both sides of the cell across
    that axis, the fraction that is an edge is computed. A cell of width w with edges on both sides covers w + 2 OVERHANG w.
    """
    ending = np.flatnonzero(cells.ends.any(axis=1))
    if ending.size == 0:
        return
    chosen = np.unique(groups.of_cell[ending])
    number = np.full(groups.count, -1, dtype=np.int64)
    number[chosen] = np.arange(len(chosen))
    group = number[groups.of_cell[ending]]
    x, y = _across(toward[chosen])
    screen = np.stack([x, y], axis=1)  # (C, 2, 3)
    covariance = _covariances(shapes, chosen)
    projected = np.einsum("cai,cij,cbj->cab", screen, covariance, screen)
    variance, axes = np.linalg.eigh(projected)
    width = np.sqrt(np.maximum(variance, 0.0)) / SPREAD + _LEAST
    shares = np.zeros((len(chosen), 2, 2))
    for k, (side, out) in enumerate(((cells.u, -cells.v), (cells.v, cells.u), (cells.u, cells.v), (cells.v, -cells.u))):
        on = cells.ends[ending, k]
        own = group[on]
        flat_side, flat_out = (np.einsum("nai,ni->na", screen[own], w[ending[on]]) for w in (side, out))
        normal = np.stack([-flat_side[:, 1], flat_side[:, 0]], axis=1)
        normal *= np.where(np.einsum("na,na->n", normal, flat_out) < 0.0, -1.0, 1.0)[:, None]
        for axis in (0, 1):
            length = np.einsum("na,na->n", normal, axes[own, :, axis]) / width[own, 1 - axis]
            for sign, much in ((0, -length), (1, length)):
                shares[:, axis, sign] += np.bincount(own, np.maximum(much, 0.0), minlength=len(chosen))
    shares = np.minimum(shares, 1.0)
    factor = 1.0 / (1.0 + OVERHANG * shares.sum(axis=2))
    shift = 0.5 * OVERHANG * factor * width * (shares[:, :, 0] - shares[:, :, 1])
    directions = np.einsum("cak,cai->cki", axes, screen)
    shapes.means[chosen] += np.einsum("ck,cki->ci", shift, directions)
    shrink = np.eye(3) + np.einsum("ck,cki,ckj->cij", factor - 1.0, directions, directions)
    _put(shapes, chosen, shrink @ covariance @ np.swapaxes(shrink, 1, 2))


def _members(groups: Groups, chosen: Indices) -> tuple[Indices, Indices]:
    """The cells of the chosen groups, and for each cell the index of its group in `chosen`."""
    number = np.full(groups.count, -1, dtype=np.int64)
    number[chosen] = np.arange(len(chosen))
    rows = np.flatnonzero(number[groups.of_cell] >= 0)
    return rows, number[groups.of_cell[rows]]


def _covariances(shapes: Shapes, rows: Indices) -> FloatArray:
    quats, scales = torch.from_numpy(shapes.quats[rows]), torch.from_numpy(shapes.scales[rows])
    return np.asarray(covariances(quats, scales).numpy())


def _put(shapes: Shapes, rows: Indices, covariance: FloatArray) -> None:
    s, q = scales_and_quaternions(torch.from_numpy(np.ascontiguousarray(covariance)))
    size = s.numpy()
    shapes.scales[rows] = np.maximum(size, np.maximum(_THIN * size[:, 2:], _LEAST))
    shapes.quats[rows] = q.numpy()


def _across(direction: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Two unit vectors (N, 3), perpendicular to each unit vector (N, 3) and to each other."""
    rows = np.arange(len(direction))
    helper = np.zeros_like(direction)
    helper[rows, np.abs(direction).argmin(axis=1)] = 1.0
    x = np.cross(direction, helper)
    x /= np.maximum(np.linalg.norm(x, axis=1), _LEAST)[:, None]
    return x, np.cross(direction, x)
