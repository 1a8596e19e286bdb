"""Adds initial points where a reconstruction has none: on plain surfaces and in the background.

Structure from motion finds points only where there is texture. Untextured parts (a wall, the sky, the bright void behind an object
on a turntable) would be learnt as fog in front of the cameras, because this gives the right colors fastest. So a plane sweep adds
points. Where a part of a photograph still shows no points, distant points are added.
PSNR of held-out views of three rendered rooms after 600 steps at 200x150 (single runs), without and with added points: 19.7 and
20.9 dB from 288 points, 25.3 and 26.2 from 992, 31.3 and 31.6 from 4,000. More swept points help such rooms further (21.5, 27.0,
32.0), but not dense reconstructions: see :func:`_where_nothing_is`.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import CaptureError
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray
from scenewright.scene.splats.capture import View
from scenewright.scene.splats.training.initialization import viewing_distance
from scenewright.scene.splats.training.plane_sweep import points_by_plane_sweep
from scenewright.scene.splats.training.randomness import numpy_generator

__all__ = ["Completed", "complete_points", "points_behind"]

_SWEPT, _BEHIND = 5_000, 2_000
_CELLS = 12
"""Numbers of columns and rows of cells in a photograph. Each cell should show a point."""
_ENOUGH = 4
"""With this many points of a reconstruction in a cell, no swept points are added there."""
_FARTHER = 4.0
"""Least distance of background points, as a multiple of the outermost camera's distance from the middle of all cameras."""


@dataclass(frozen=True, eq=False)
class Completed:
    """(P, 3) `points` with (P, 3) `colors` in [0, 1]: the original ones, then `swept` and `behind` added ones (counts)."""

    points: FloatArray
    colors: FloatArray
    swept: int
    behind: int


def complete_points(
    views: Sequence[View],
    points: FloatArray,
    colors: npt.ArrayLike | None,
    *,
    most: int,
    seed: int,
    job: Job | None = None,
) -> Completed:
    """The points of a reconstruction, with more points where it has none.

    Args:
        points: (P, 3) in the world.
        colors: (P, 3) uint8 sRGB; None: gray.
        most: the most points of the result; original points are always kept.
        seed: of random choices.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = (job or Job()).part(name="looking for points")
    rgb = np.full((len(points), 3), 0.5) if colors is None else np.asarray(colors, dtype=np.float64) / 255.0
    room = max(most - len(points), 0)
    eyes = _eyes(views)
    extent = float(np.linalg.norm(eyes - eyes.mean(axis=0), axis=1).max())
    swept = np.zeros((0, 3)), np.zeros((0, 3))
    if room:
        distance = viewing_distance([view.camera for view in views], extent)
        with suppress(CaptureError):  # no two photographs overlap: use only the original points
            swept = points_by_plane_sweep(
                views, min(_SWEPT, room), distance=distance, seed=seed, job=job.part(0.0, 0.9)
            )
            missed = _where_nothing_is(views, points, swept[0])
            swept = swept[0][missed], swept[1][missed]
    job.tick(0.9, "points far behind")
    all_points, tints = np.concatenate([points, swept[0]]), np.concatenate([rgb, swept[1]])
    behind = points_behind(views, all_points, min(_BEHIND, max(most - len(all_points), 0)), seed=seed)
    return Completed(
        np.concatenate([all_points, behind[0]]), np.concatenate([tints, behind[1]]), len(swept[0]), len(behind[0])
    )


def points_behind(views: Sequence[View], points: FloatArray, count: int, *, seed: int) -> tuple[FloatArray, FloatArray]:
    """At most `count` distant points in those cells of the photographs that show none of `points`, with the colors of their pixels.

    They lie on a sphere around the cameras, which is farther away than 98 % of the points.
    """
    random = numpy_generator(seed, "points behind")
    eyes = _eyes(views)
    middle = eyes.mean(axis=0)
    radius = _FARTHER * float(np.linalg.norm(eyes - middle, axis=1).max())
    if len(points):
        radius = max(radius, 2.0 * float(np.quantile(np.linalg.norm(points - middle, axis=1), 0.98)))
    share = -(-count // len(views))
    placed, colors = [np.zeros((0, 3))], [np.zeros((0, 3))]
    for view, eye in zip(views, eyes, strict=True):
        height, width = view.image.shape[:2]
        at = random.uniform(0.0, 1.0, (_CELLS * share, 2))
        column, row = (at * (width, height)).astype(np.int64).T
        free = (_counts(view, points) == 0)[(at[:, 1] * _CELLS).astype(np.int64), (at[:, 0] * _CELLS).astype(np.int64)]
        if view.mask is not None:
            free &= view.mask[row, column]
        if view.alpha is not None:
            free &= view.alpha[row, column] > 127
        chosen = np.flatnonzero(free)[:share]
        pose, k = (m[0].double().cpu().numpy() for m in (view.camera.camera_from_world, view.camera.intrinsics))
        flat = np.concatenate([at[chosen] * (width, height), np.ones((len(chosen), 1))], axis=1)
        rays = flat @ np.linalg.inv(k).T @ pose[:3, :3]
        rays /= np.linalg.norm(rays, axis=1, keepdims=True)
        along = rays @ (eye - middle)
        outward = -along + np.sqrt(along**2 - (eye - middle) @ (eye - middle) + radius**2)
        placed.append(eye + outward[:, None] * rays)
        colors.append(view.image[row[chosen], column[chosen]].astype(np.float64) / 255.0)
    return np.concatenate(placed), np.concatenate(colors)


def _eyes(views: Sequence[View]) -> FloatArray:
    return np.concatenate([view.camera.positions.double().cpu().numpy() for view in views])


def _where_nothing_is(views: Sequence[View], points: FloatArray, candidates: FloatArray) -> npt.NDArray[np.bool_]:
    """(Q,) whether a candidate (Q, 3) lies in cells with few points, in most of the photographs that see it.

    A sweep is less accurate than a reconstruction. Swept points near reconstructed ones become specks in front of the surface, which
    the training photographs do not reveal. With 5,000 of them, the fox reached 30.9 and 31.7 dB on held-out views after 3,400 steps,
    and 32.5 dB without, at the same 36.6 dB on the training photographs.
    """
    seen_count, free_count = np.zeros(len(candidates), dtype=np.int64), np.zeros(len(candidates), dtype=np.int64)
    for view in views:
        inside, cells = _cells_of(view, candidates)
        seen_count[inside] += 1
        free_count[inside] += (_counts(view, points) < _ENOUGH)[cells]
    out: npt.NDArray[np.bool_] = 2 * free_count > seen_count
    return out


def _counts(view: View, points: FloatArray) -> npt.NDArray[np.int64]:
    """(rows, columns) the number of points in each cell."""
    counts = np.zeros((_CELLS, _CELLS), dtype=np.int64)
    np.add.at(counts, _cells_of(view, points)[1], 1)
    return counts


def _cells_of(
    view: View, points: FloatArray
) -> tuple[npt.NDArray[np.int64], tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """The indices of the points in the picture, and the row and column of each one's cell."""
    height, width = view.image.shape[:2]
    pose, k = (m[0].double().cpu().numpy() for m in (view.camera.camera_from_world, view.camera.intrinsics))
    local = points @ pose[:3, :3].T + pose[:3, 3]
    before = np.flatnonzero(local[:, 2] > 1e-9)
    flat = local[before] @ k.T
    at = flat[:, :2] / flat[:, 2:] / (width, height)
    within = ((at >= 0.0) & (at < 1.0)).all(axis=1)
    column, row = (at[within] * _CELLS).astype(np.int64).T
    return before[within], (row, column)
