"""Cuts patches into cells of about one step. Each cell becomes one flat Gaussian.

A cell is a parallelogram with sides u and v around its middle. The cells of a patch cover it evenly and without overlap, so
Gaussians of :data:`SPREAD` times their cells leave no holes, whatever the patch's shape. A parallelogram is cut by a grid along
its sides. A triangle is cut in the frame of its longest edge e, n x e and n (mesh2splat): in columns across that edge, each as high
as the triangle is there. For a single view, patches are measured as projected in that view, so that cells have equal size on the
screen even on faces at a steep angle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

import numpy as np
import numpy.typing as npt

from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray
from scenewright.scene.splats.surface_patches import Patches, longest_edge_first

__all__ = ["SPREAD", "Cells", "cells_of", "count_cells"]

BoolArray = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int64]

SPREAD = 0.65
"""Standard deviation of a Gaussian, divided by the step (mesh2splat)."""

OVERHANG = 0.425
"""Distance of the alpha = 0.5 contour from the outer edge of the outermost cells, in cells, for opaque Gaussians of SPREAD on a
square grid (0.42 for one row, 0.43 for many). At the surface's edges, cells are inset by this distance."""

_MOST_INSET = 0.45
"""Largest fraction of a triangle's height that insets may take together."""

_SMALL = 0.36
"""Cells with an area below this fraction of a squared step are merged with their neighbours (:mod:`.surface_merging`)."""
_SMALL_PIECE = (0.6, 1.2)
"""Cells are also merged if their triangle's area is below the first value (in squared steps) and its sides are below the second
(in steps). These are the corners of triangles little larger than a step."""


_AT_A_TIME = 200_000
"""Cells between two looks at the job."""


@dataclass(frozen=True, eq=False)
class Cells:
    """N cells.

    `middle`, `u`, `v`: (N, 3), world. `where`: (N, 2) the middle in its patch's coordinates s and t. `reach`: (N, 2, 2) u (first
    row) and v in s and t. `patch`: (N,) row of the patch. `small`: (N,) whether the cell should be merged with others. `ends`:
    (N, 4) whether the cell extends to an edge of the surface on its side toward -v, u, v and -u. This is the case in patches
    smaller than a step, which are not inset; :mod:`.surface_shapes` shrinks their Gaussians instead.
    """

    middle: FloatArray
    u: FloatArray
    v: FloatArray
    where: FloatArray
    reach: FloatArray
    patch: Indices
    small: BoolArray
    ends: BoolArray

    def __len__(self) -> int:
        return len(self.middle)

    def take(self, rows: BoolArray | Indices) -> Cells:
        return replace(self, **{f.name: getattr(self, f.name)[rows] for f in fields(self)})

    @staticmethod
    def joined(parts: list[Cells]) -> Cells:
        return Cells(**{f.name: np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Cells)})


def count_cells(patches: Patches, step: FloatArray) -> int:
    """An estimate of the number of cells that :func:`cells_of` makes."""
    quads, triangles = patches.quad, ~patches.quad
    n, m, _, _ = _quad_counts(patches.take(quads), step[quads])
    rest = patches.take(triangles)
    edges = (rest.a, rest.b, rest.b - rest.a)
    longest = np.max([np.linalg.norm(e, axis=1) for e in edges], axis=0) if len(rest) else np.zeros(0)
    columns = np.maximum(np.rint(longest / step[triangles]), 1.0)
    tall = np.maximum(rest.areas / np.maximum(longest * step[triangles], 1e-300), 1.0)
    return int((n * m).sum() + (columns * tall).sum())


def cells_of(patches: Patches, step: FloatArray, *, measured: Patches | None = None, job: Job | None = None) -> Cells:
    """Cut patches into cells.

    Args:
        step: (P,) side length of the cells, in the unit of the patches.
        measured: the same patches with the sizes to measure them by, each at least about a tenth of its real size; None: the
            patches themselves.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    projected = patches if measured is None else measured
    quads, triangles = np.flatnonzero(patches.quad), np.flatnonzero(~patches.quad)
    parts = _quad_cells(projected.take(quads), step[quads], quads, job)
    parts += [
        _triangle_cells(projected.take(some), step[some], some) for some in _looking(projected, step, triangles, job)
    ]
    job.check()
    cells = Cells.joined(parts)
    job.check()
    if measured is None:
        return cells
    a, b = patches.a[cells.patch], patches.b[cells.patch]
    at = patches.origin[cells.patch] + cells.where[:, :1] * a + cells.where[:, 1:] * b
    u, v = (np.asarray(r[:, :1] * a + r[:, 1:] * b, dtype=np.float64) for r in np.moveaxis(cells.reach, 1, 0))
    return replace(cells, middle=at, u=u, v=v)


def _looking(p: Patches, step: FloatArray, rows: Indices, job: Job) -> Iterator[Indices]:
    """Some rows after the other, each time such as make about so many cells, with a look at the job before; at least once, be it none."""
    wanted = 1.0 + p.areas[rows] / np.maximum(step[rows], 1e-300) ** 2
    before = np.cumsum(wanted) - wanted
    for some in np.split(rows, np.flatnonzero(np.diff(before // _AT_A_TIME)) + 1):
        job.check()
        yield some


def _quad_counts(p: Patches, step: FloatArray) -> tuple[Indices, Indices, BoolArray, FloatArray]:
    """The numbers of cells along a and b, whether a patch's cells are small, and the inset of each edge in cells."""
    a, b = np.linalg.norm(p.a, axis=1) / step, np.linalg.norm(p.b, axis=1) / step
    n, m = (np.maximum(np.rint(x), 1.0) for x in (a, b))
    small = p.areas < _SMALL * n * m * step**2
    ends = OVERHANG * (p.ends & ~small[:, None])
    n = np.maximum(np.rint(a - ends[:, 1] - ends[:, 3]), 1.0)
    m = np.maximum(np.rint(b - ends[:, 0] - ends[:, 2]), 1.0)
    return n.astype(np.int64), m.astype(np.int64), small, ends


def _quad_cells(p: Patches, step: FloatArray, rows: Indices, job: Job) -> list[Cells]:
    """In parts: one quad may be a whole floor."""
    counts = _quad_counts(p, step)
    owner, k = _expanded(counts[0] * counts[1])
    parts = []
    for first in range(0, max(len(owner), 1), _AT_A_TIME):
        job.check()
        some = slice(first, first + _AT_A_TIME)
        parts.append(_some_quad_cells(p, rows, counts, owner[some], k[some]))
    return parts


def _some_quad_cells(
    p: Patches, rows: Indices, counts: tuple[Indices, Indices, BoolArray, FloatArray], owner: Indices, k: Indices
) -> Cells:
    n, m, small, ends = counts
    i, j = k % n[owner], k // n[owner]
    du = 1.0 / (n + ends[:, 1] + ends[:, 3])[owner]
    dv = 1.0 / (m + ends[:, 0] + ends[:, 2])[owner]
    s = (ends[owner, 3] + i + 0.5) * du
    t = (ends[owner, 0] + j + 0.5) * dv
    a, b = p.a[owner], p.b[owner]
    zero = np.zeros(len(owner))
    outer = np.stack([j == 0, i == n[owner] - 1, j == m[owner] - 1, i == 0], axis=1)
    return Cells(
        p.origin[owner] + s[:, None] * a + t[:, None] * b,
        du[:, None] * a,
        dv[:, None] * b,
        np.stack([s, t], axis=1),
        np.stack([np.stack([du, zero], axis=1), np.stack([zero, dv], axis=1)], axis=1),
        rows[owner],
        small[owner],
        outer & p.ends[owner] & small[owner, None],
    )


def _triangle_cells(p: Patches, step: FloatArray, rows: Indices) -> Cells:
    tiny = _small_triangles(p, step)
    q = longest_edge_first(_inset(replace(p, ends=p.ends & ~tiny[:, None]), step))
    ends = longest_edge_first(p).ends & tiny[:, None]
    length = np.linalg.norm(q.a, axis=1)
    along = q.a / np.maximum(length, 1e-300)[:, None]
    foot = np.einsum("pd,pd->p", q.b, along)
    rise = q.b - foot[:, None] * along
    height = np.linalg.norm(rise, axis=1)
    columns = np.maximum(np.rint(length / step), 1).astype(np.int64)
    owner, k = _expanded(columns)
    width = (length / columns)[owner]
    x = (k + 0.5) * width
    left = x < foot[owner]
    reach = np.where(left, foot[owner], length[owner] - foot[owner])
    slope = np.where(left, 1.0, -1.0) * height[owner] / np.maximum(reach, 1e-9 * length[owner] + 1e-300)
    tall = np.where(left, x, length[owner] - x) * np.abs(slope)
    # the height changes linearly over a column, except in the one with the tip
    tip = np.abs(foot[owner] - x) < 0.5 * width
    slope = np.where(tip, 0.0, slope)
    # centroid and spread of a trapezoid
    shift = width**2 * slope / (12.0 * np.maximum(tall, 1e-300))
    shift = np.clip(shift, -width / 6.0, width / 6.0)
    spread = np.sqrt(np.maximum(width**2 / 12.0 - shift**2, 0.0) * 12.0)
    x, tall = x + shift, tall + shift * slope
    stacked = np.maximum(np.rint(tall / step[owner]), 1).astype(np.int64)
    column, j = _expanded(stacked)
    owner = owner[column]
    part = (j + 0.5) / stacked[column]
    up = rise[owner] / np.maximum(height[owner], 1e-300)[:, None]
    y = part * tall[column]
    middle = q.origin[owner] + x[column, None] * along[owner] + y[:, None] * up
    u = spread[column, None] * (along[owner] + (slope[column] * part)[:, None] * up)
    v = (tall[column] / stacked[column])[:, None] * up
    where, reach2 = _in_patch(p, owner, middle, u, v)
    # a single column ends at both slopes; of several columns, each ends at one
    alone = columns[owner] == 1
    own = np.where(left[column], ends[owner, 3], ends[owner, 1])
    outer = np.stack(
        [
            ends[owner, 0] & (j == 0),
            ends[owner, 1] & alone,
            own & (j == stacked[column] - 1) & ~alone,
            ends[owner, 3] & alone,
        ],
        axis=1,
    )
    across = np.maximum(spread[column], np.linalg.norm(v, axis=1))
    area = spread[column] * np.linalg.norm(v, axis=1)
    piece = (area < _SMALL_PIECE[0] * step[owner] ** 2) & (across < _SMALL_PIECE[1] * step[owner])
    return Cells(middle, u, v, where, reach2, rows[owner], tiny[owner] | piece, outer)


def _small_triangles(p: Patches, step: FloatArray) -> BoolArray:
    """(P,) whether all cells of a triangle are small."""
    q = longest_edge_first(p)
    length = np.linalg.norm(q.a, axis=1) / step
    height = 2.0 * p.areas / step**2 / np.maximum(length, 1e-300)
    whole = (0.5 * length * height < _SMALL_PIECE[0]) & (length < _SMALL_PIECE[1])
    return np.asarray(whole | (np.minimum(length, 1.0) * np.minimum(height, 1.0) < _SMALL))


def _inset(p: Patches, step: FloatArray) -> Patches:
    """Triangles, inset at those edges where the surface ends."""
    doubled = np.linalg.norm(np.cross(p.a, p.b), axis=1)
    edges = np.stack([np.linalg.norm(v, axis=1) for v in (p.a, p.b - p.a, p.b)], axis=1)
    heights = doubled[:, None] / np.maximum(edges, 1e-300)
    ends = p.ends[:, [0, 1, 3]]
    most = _MOST_INSET / np.maximum(ends.sum(axis=1), 2)
    # the smallest barycentric coordinate for each edge
    low = np.where(ends, np.minimum(OVERHANG * step[:, None] / np.maximum(heights, 1e-300), most[:, None]), 0.0)
    share = 1.0 - low.sum(axis=1)
    origin = p.origin + low[:, 2:3] * p.a + low[:, 0:1] * p.b
    return replace(p, origin=origin, a=share[:, None] * p.a, b=share[:, None] * p.b)


def _in_patch(
    p: Patches, owner: Indices, middle: FloatArray, u: FloatArray, v: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """s and t of points, and of vectors, in the frames of their patches."""
    a, b = p.a, p.b
    aa, ab, bb = (np.einsum("pd,pd->p", x, y) for x, y in ((a, a), (a, b), (b, b)))
    area = np.maximum(aa * bb - ab * ab, 1e-300)
    for_s = (bb[:, None] * a - ab[:, None] * b) / area[:, None]
    for_t = (aa[:, None] * b - ab[:, None] * a) / area[:, None]

    def both(x: FloatArray) -> FloatArray:
        return np.stack([np.einsum("nd,nd->n", x, f[owner]) for f in (for_s, for_t)], axis=1)

    return both(middle - p.origin[owner]), np.stack([both(u), both(v)], axis=1)


def _expanded(counts: Indices) -> tuple[Indices, Indices]:
    """For each of the counted items: its owner, and its number within the owner."""
    owner = np.repeat(np.arange(len(counts)), counts)
    first = np.cumsum(counts) - counts
    return owner, np.arange(len(owner)) - first[owner]
