"""Fills the holes that appear when objects are moved: the floor beneath them and the wall behind them.

No camera saw the floor under a sofa. Each empty cell of the surface within an object's outline gets a flat Gaussian. Its colour is the
mean of the nearest surface Gaussians, weighted by inverse squared distance (Shepard, 1968).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
from scipy.spatial import cKDTree

from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.capture_programs.object_boxes import UprightBox
from scenewright.scene.semantics.capture_programs.room_fit import FLOOR, WALLS, RoomFit
from scenewright.scene.splats import Gaussians, dc_from_rgb

__all__ = ["fill_holes"]

_NEIGHBOURS = 12
_COVERED = 0.95
"""A cell with a Gaussian of the surface within this many steps is not empty."""
_SIGMA = 0.65
"""Standard deviation of a filling Gaussian, in steps. The sum of a grid of them is uniform."""
_THIN = 0.02
_LOGIT = 5.0
"""Opacity 0.993."""
_MARGIN = 3.0
"""Margin around the outline, in steps. Cameras look past an object at an angle, so that more is hidden than it covers."""
_MOST = 60_000


def fill_holes(surface: Gaussians, part: int, room: RoomFit, boxes: list[UprightBox]) -> Gaussians:
    """Gaussians that fill the holes of a room surface behind objects.

    Args:
        surface: the Gaussians of the surface, in the room's frame.
        part: its number in :data:`scenewright.scene.semantics.capture_programs.room_fit.PARTS`.
        boxes: of the objects on it or in front of it.
    """
    across, height, level = _plane(part, room)
    points = surface.means.numpy().astype(np.float64)[:, across]
    if len(points) < 4:
        return Gaussians.empty(0)
    step = float(np.clip(np.median(np.sort(surface.scales.numpy(), axis=1)[:, 1]) * 1.3, 1e-4, None))
    tree = cKDTree(points)
    area = sum(float(np.prod(_outline(b, part)[2])) for b in boxes)
    step = max(step, float(np.sqrt(area / _MOST)))
    cells = _cells(boxes, part, across, step)
    ends = np.array([room.width, room.height, room.depth])[across] / 2.0
    low = np.where(np.array(across) == 1, 0.0, -ends)
    high = np.where(np.array(across) == 1, 2.0 * ends, ends)
    cells = cells[((cells >= low) & (cells <= high)).all(axis=1)]
    if not len(cells):
        return Gaussians.empty(0)
    empty = tree.query(cells, workers=1)[0] > _COVERED * step
    cells = cells[empty]
    if not len(cells):
        return Gaussians.empty(0)
    distance, index = tree.query(cells, k=min(_NEIGHBOURS, len(points)), workers=1)
    share = 1.0 / np.maximum(distance, 1e-6) ** 2
    share *= surface.opacities.numpy().astype(np.float64)[index]
    colors = surface.base_colors.numpy().astype(np.float64)[index]
    rgb = (colors * share[..., None]).sum(axis=1) / np.maximum(share.sum(axis=1), 1e-12)[:, None]
    count = len(cells)
    means = np.empty((count, 3))
    means[:, across] = cells
    means[:, height] = level
    scales = np.full((count, 3), _SIGMA * step)
    scales[:, height] = _THIN * step
    quats = np.tile([1.0, 0.0, 0.0, 0.0], (count, 1))
    sh = dc_from_rgb(torch.from_numpy(rgb)).numpy()[:, None, :]
    return Gaussians.of_numpy(means, quats, np.log(scales), np.full(count, _LOGIT), sh)


def _plane(part: int, room: RoomFit) -> tuple[list[int], int, float]:
    """The two axes along a surface, its normal axis, and its position on that axis."""
    if part == FLOOR:
        return [0, 2], 1, 0.0
    for number, axis, side in WALLS.values():
        if number == part:
            return [2 - axis, 1], axis, side * (room.width if axis == 0 else room.depth) / 2.0
    raise ValueError(f"part {part} is neither the floor nor a wall")


def _outline(box: UprightBox, part: int) -> tuple[FloatArray, float, FloatArray]:
    """Middle (2,), turn and size (2,) of the part of a surface that an object hides: its footprint, or its front on the wall."""
    if part == FLOOR:
        return box.foot[[0, 2]], box.yaw, box.size[[0, 2]]
    axis = next(a for number, a, _ in WALLS.values() if number == part)
    along = 2 - axis
    c, s = abs(np.cos(box.yaw)), abs(np.sin(box.yaw))
    wide = c * box.size[0] + s * box.size[2] if along == 0 else s * box.size[0] + c * box.size[2]
    middle = np.array([box.foot[along], box.foot[1] + box.size[1] / 2.0])
    return middle, 0.0, np.array([wide, box.size[1]])


def _cells(boxes: list[UprightBox], part: int, across: list[int], step: float) -> FloatArray:
    """(M, 2) middles of the grid cells that lie in any outline."""
    cells: list[npt.NDArray[np.int64]] = []
    for box in boxes:
        middle, yaw, size = _outline(box, part)
        reach = float(np.hypot(*size)) / 2.0 + step
        first, last = np.floor((middle - reach) / step).astype(int), np.ceil((middle + reach) / step).astype(int)
        grid = np.stack(
            np.meshgrid(np.arange(first[0], last[0] + 1), np.arange(first[1], last[1] + 1)), axis=-1
        ).reshape(-1, 2)
        apart = grid * step - middle
        c, s = np.cos(yaw), np.sin(yaw)
        local = np.stack([c * apart[:, 0] - s * apart[:, 1], s * apart[:, 0] + c * apart[:, 1]], axis=1)
        cells.append(grid[(np.abs(local) <= size / 2.0 + _MARGIN * step).all(axis=1)])
    if not cells:
        return np.zeros((0, 2))
    return np.asarray(np.unique(np.concatenate(cells), axis=0) * step)
