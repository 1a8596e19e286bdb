"""Approximate a body by a few boxes that contain all of it but leave open space free: under a table, in the bay of an L.

Each part of the body begins as its own box; a part that fills its box poorly (a sofa that is one mesh) as many small ones. The two
boxes whose common box adds the least free space are merged until few are left. Space counts as free if it is open to the outside: the
hollow of a closed wardrobe is full, that of an open shelf is free.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.bodies.solids import Solid
from scenewright.scene.layout.bodies.space import Space
from scenewright.scene.model import FloatArray

__all__ = ["MAX_BOXES", "bounds_of", "boxes_of", "elements_of", "split"]

MAX_BOXES = 8

GOOD_FIT = 0.85
"""If the boxes fill at least this share of their bounding box, the bounding box is used."""

WORTHLESS = 0.025
"""A merge that adds at most this share of the bounding box is always made."""

_LITRES = (0.5, 4.0)
"""Litres of free space below which a merge is always made, and below which the bounding box is used."""

_BOARD = 0.08
"""Metres: a thinner box counts as so thick when free space is measured."""

_MAX_ELEMENTS = 100
_CELLS = 8
"""Cells along each axis into which a mesh is cut."""

_Ints = npt.NDArray[np.int64]


def boxes_of(elements: FloatArray, space: Space | None = None) -> FloatArray:
    """(B, 2, 3) least and greatest corners of at most 8 boxes that together contain the elements (E, 2, 3)."""
    whole: FloatArray = np.stack([elements[:, 0].min(axis=0), elements[:, 1].max(axis=0)])[None]
    if len(elements) == 1:
        return whole
    space = space or Space(elements, whole[0])
    boxes = _merged(elements, space)
    free = (1.0 - space.share_of(boxes)) * space.total
    if len(boxes) == 1 or free < max((1.0 - GOOD_FIT) * space.total, _LITRES[1] * 1e-3):
        return whole
    return boxes


# -- what to begin with -----------------------------------------------------------------------------------------------


def elements_of(solid: Solid) -> FloatArray:
    """(E, 2, 3) boxes of a solid's parts, with meshes cut into cells; boxes inside another are left out."""
    out = [solid.extents[[m is None for m in solid.mesh]]]
    if any(m is not None for m in solid.mesh):
        corners, part = solid.triangles
        out += [_cells(corners[part == i]) for i, m in enumerate(solid.mesh) if m is not None]
    boxes = np.concatenate(out)
    cells = 12
    if len(boxes) > 10 * _MAX_ELEMENTS:
        boxes = _clustered(boxes, cells)
    boxes = _without_contained(boxes)
    while len(boxes) > _MAX_ELEMENTS:
        boxes = _without_contained(_clustered(boxes, cells))
        cells -= 1
    return boxes


def _cells(corners: FloatArray) -> FloatArray:
    """(C, 2, 3) boxes of the pieces of a mesh's triangles (T, 3, 3) in each cell of a grid."""
    low, high = corners.min(axis=(0, 1)), corners.max(axis=(0, 1))
    size = np.maximum((high - low) / _CELLS, 1e-3)
    small = split(corners, size)
    lo, hi = bounds_of(small)
    lines = [_cuts(corners, axis, low[axis], high[axis]) for axis in range(3)]
    middle = (lo + hi) / 2.0
    index = np.stack([np.searchsorted(cuts, middle[:, axis]) for axis, cuts in enumerate(lines)], axis=1)
    return _boxes_by_key(lo, hi, index)


def _cuts(corners: FloatArray, axis: int, low: float, high: float) -> FloatArray:
    """The positions at which a grid cuts a mesh along an axis: at large faces across the axis, and evenly between."""
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(normal, axis=1)
    across = np.abs(normal[:, axis]) > 0.999 * np.maximum(area, 1e-300)
    step = (high - low) / _CELLS
    faces = np.round(corners[across, :, axis].mean(axis=1), 4)
    at, which = np.unique(faces, return_inverse=True)
    weight = np.zeros(len(at))
    np.add.at(weight, which.reshape(-1), area[across])
    order = at[np.argsort(-weight, kind="stable")][:_CELLS]
    chosen: list[float] = []
    for value in [*order.tolist(), *np.linspace(low, high, _CELLS + 1)[1:-1].tolist()]:
        if low + step / 4 < value < high - step / 4 and all(abs(value - c) > step / 2 for c in chosen):
            chosen.append(value)
    return np.sort(np.array(chosen))


def split(corners: FloatArray, size: FloatArray) -> FloatArray:
    """The triangles (T, 3, 3) after halving at the longest edge until none is larger than `size` (3,); inf ignores an axis."""
    done: list[FloatArray] = []
    axes = np.flatnonzero(np.isfinite(size))
    for _ in range(24):
        low, high = bounds_of(corners)
        large = np.zeros(len(corners), dtype=bool)
        for axis in axes.tolist():
            large |= high[:, axis] - low[:, axis] > size[axis]
        done.append(corners[~large])
        corners = corners[large]
        if len(corners) == 0:
            break
        edges = np.linalg.norm((corners - np.roll(corners, -1, axis=1)) / size, axis=2)
        first = edges.argmax(axis=1)
        a, b, c = (corners[np.arange(len(corners)), (first + k) % 3] for k in range(3))
        middle = (a + b) / 2.0
        corners = np.concatenate([np.stack([a, middle, c], axis=1), np.stack([middle, b, c], axis=1)])
    return np.concatenate([*done, corners])


def bounds_of(corners: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(T, 3) least and (T, 3) greatest corners of triangles (T, 3, 3)."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    low: FloatArray = np.minimum(np.minimum(a, b), c)
    high: FloatArray = np.maximum(np.maximum(a, b), c)
    return low, high


def _boxes_by_key(lo: FloatArray, hi: FloatArray, index: _Ints) -> FloatArray:
    """(C, 2, 3) bounding boxes of boxes with the same index (N, 3)."""
    _, group = np.unique(index, axis=0, return_inverse=True)
    count = int(group.max()) + 1
    low, high = np.full((count, 3), np.inf), np.full((count, 3), -np.inf)
    np.minimum.at(low, group.reshape(-1), lo)
    np.maximum.at(high, group.reshape(-1), hi)
    return np.stack([low, high], axis=1)


def _clustered(boxes: FloatArray, cells: int) -> FloatArray:
    low, high = boxes[:, 0].min(axis=0), boxes[:, 1].max(axis=0)
    middle = boxes.mean(axis=1)
    index = np.floor((middle - low) / np.maximum(high - low, 1e-9) * cells).astype(np.int64)
    return _boxes_by_key(boxes[:, 0], boxes[:, 1], index)


def _without_contained(boxes: FloatArray) -> FloatArray:
    """The boxes that are inside no other box."""
    order = np.argsort(-(boxes[:, 1] - boxes[:, 0]).sum(axis=1), kind="stable")
    boxes = boxes[order]
    within = (boxes[:, None, 0] >= boxes[None, :, 0] - 1e-9).all(axis=2)
    within &= (boxes[:, None, 1] <= boxes[None, :, 1] + 1e-9).all(axis=2)
    outer: FloatArray = boxes[~np.tril(within, -1).any(axis=1)]
    return outer


# -- merging ----------------------------------------------------------------------------------------------------------


def _merged(elements: FloatArray, space: Space) -> FloatArray:
    """(B, 2, 3) the boxes after merging the cheapest pairs."""
    boxes = elements.copy()
    index = space.snapped(_thick(boxes, space))
    n = len(boxes)
    alive = np.ones(n, dtype=bool)
    own = space.free_in(index[:, 0], index[:, 1])

    def costs(one: slice | int) -> FloatArray:
        """(n,) or (n, n) the free volume that merging `one` with each box would add."""
        a, b = index[one][..., None, :, :], index
        joint = space.free_in(np.minimum(a[..., 0, :], b[:, 0]), np.maximum(a[..., 1, :], b[:, 1]))
        common = space.free_in(np.maximum(a[..., 0, :], b[:, 0]), np.minimum(a[..., 1, :], b[:, 1]))
        added: FloatArray = joint - own[one][..., None] - own + common
        return added

    table = costs(slice(None))
    np.fill_diagonal(table, np.inf)
    worthless = max(WORTHLESS * space.total, _LITRES[0] * 1e-3)
    while alive.sum() > 1:
        one, other = divmod(int(table.argmin()), n)
        if alive.sum() <= MAX_BOXES and table[one, other] > worthless:
            break
        for box in (boxes, index):
            box[one, 0] = np.minimum(box[one, 0], box[other, 0])
            box[one, 1] = np.maximum(box[one, 1], box[other, 1])
        contained = (boxes[:, 0] >= boxes[one, 0] - 1e-9).all(axis=1)
        contained &= (boxes[:, 1] <= boxes[one, 1] + 1e-9).all(axis=1)
        contained[one] = False
        contained[other] = True
        alive &= ~contained
        own[one] = space.free_in(index[one, 0], index[one, 1])
        row = costs(one)
        row[~alive] = np.inf
        row[one] = np.inf
        table[one] = table[:, one] = row
        table[contained], table[:, contained] = np.inf, np.inf
    left: FloatArray = boxes[alive]
    return left


def _thick(boxes: FloatArray, space: Space) -> FloatArray:
    """The boxes, thickened to at least `_BOARD`: a board over the bay of an L closes the bay, however thin it is."""
    low, high = (np.array([cuts[k] for cuts in space.lines]) for k in (0, -1))
    least = np.minimum(_BOARD, 0.1 * (high - low))
    middle = boxes.mean(axis=1)
    half = np.maximum((boxes[:, 1] - boxes[:, 0]) / 2.0, least / 2.0)
    thick: FloatArray = np.stack([np.maximum(middle - half, low), np.minimum(middle + half, high)], axis=1)
    return thick
