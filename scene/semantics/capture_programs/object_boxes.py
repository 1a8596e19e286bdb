"""Upright oriented bounding boxes of entities in a capture, and guesses of their fronts.

The box has the least area on the floor plan after a few outliers (by weight) are left out. Boxes along the walls are preferred, since
furniture usually stands so; another rotation must save area. The front is a guess with a stated reason: an object with its back to a
wall faces away from it, and an object that is lower on one side (a chair, a sofa, a bed) has its back on the high side.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray

__all__ = ["UprightBox", "facing_front", "strays", "upright_box"]

_STRAY = 0.004
"""Fraction of the weight at each end of a horizontal axis that a box leaves out."""
_STRAY_UPRIGHT = 0.0005
"""The same at bottom and top. It is smaller, since the legs of a sofa are a small part of it."""
_STEP = 2.0
_SAVES = 0.9
"""Largest area of a box at another rotation, as a fraction of the area along the walls."""
_ALONG = 2.0
"""Rotations up to this angle (degrees) count as along the walls. For flat objects such as pictures, any small rotation saves area."""
_BEHIND = 0.15
"""Largest distance between a back and its wall, in metres; or a tenth of the box, if that is more."""
_DEEPEST = 1.8
"""Largest depth of an object with its back to a wall, in widths. Beds and objects lower in front are excepted."""
_BACKED = 0.12
"""An object has a back if its upper part is at least this far behind the middle, as a fraction of the depth."""
_UPPER = 0.55
_DEVIATIONS = 2.0
_MARGIN = 0.12
"""Distance outside the box, as a fraction of its diagonal, beyond which a Gaussian is an outlier."""


@dataclass(frozen=True, eq=False)
class UprightBox:
    """An upright oriented bounding box.

    `foot`: (3,) centre of the bottom. `size`: (3,) width, height and depth. `yaw`: radians about +y from +z to its front. `front`: the
    evidence for the front: 'wall', 'back', or '' for none. `wall`: name of the wall behind, '' for none.
    """

    foot: FloatArray
    size: FloatArray
    yaw: float
    front: str = ""
    wall: str = ""


def upright_box(points: FloatArray, reach: FloatArray, weights: FloatArray, *, job: Job | None = None) -> UprightBox:
    """The smallest upright box of Gaussians, without outliers.

    Args:
        points: (N, 3) centres.
        reach: (N,) visible radius of each Gaussian.
        weights: (N,) weights in any unit.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()

    def area(angle: float) -> float:
        job.check()
        return _rectangle(flat, weights, angle)[0]

    flat = points[:, [0, 2]]
    pad = float(np.average(reach, weights=weights))
    low_y, high_y = _ends(points[:, 1], weights, _STRAY_UPRIGHT)
    angles = np.radians(np.arange(0.0, 90.0, _STEP))
    areas = np.array([area(a) for a in angles])
    fine = angles[areas.argmin()] + np.radians(np.arange(-_STEP, _STEP + 0.1, 0.25))
    finer = np.array([area(a) for a in fine])
    angle = float(fine[finer.argmin()])
    quarter = np.pi / 2.0
    along = abs(angle - quarter * round(angle / quarter)) < np.radians(_ALONG)
    if along or finer.min() >= _SAVES * areas[0]:
        angle = 0.0
    _, middle, size = _rectangle(flat, weights, angle)
    foot = np.array([middle[0], low_y, middle[1]])
    return UprightBox(foot, np.array([size[0] + pad, high_y - low_y, size[1] + pad]), angle)


def strays(points: FloatArray, box: UprightBox, longest: FloatArray) -> npt.NDArray[np.bool_]:
    """(N,) whether a Gaussian is an outlier of a box.

    Its centre (N, 3) is far outside, or its `longest` deviation (N,) extends across the box and out of it, as artefacts of training do.
    """
    c, s = np.cos(box.yaw), np.sin(box.yaw)
    apart = points - box.foot
    local = np.stack(
        [c * apart[:, 0] - s * apart[:, 2], apart[:, 1] - box.size[1] / 2.0, s * apart[:, 0] + c * apart[:, 2]], axis=1
    )
    margin = _MARGIN * float(np.linalg.norm(box.size))
    across = float(np.linalg.norm(box.size)) / 2.0
    return np.asarray((np.abs(local) > box.size / 2.0 + margin).any(axis=1) | (_DEVIATIONS * longest > across + margin))


def _rectangle(flat: FloatArray, weights: FloatArray, angle: float) -> tuple[float, FloatArray, FloatArray]:
    """Area, middle (x, z) and (width, depth) of the bounding rectangle at a yaw."""
    c, s = np.cos(angle), np.sin(angle)
    across, along = c * flat[:, 0] - s * flat[:, 1], s * flat[:, 0] + c * flat[:, 1]
    (x0, x1), (z0, z1) = _ends(across, weights), _ends(along, weights)
    x, z = (x0 + x1) / 2.0, (z0 + z1) / 2.0
    middle = np.array([c * x + s * z, -s * x + c * z])
    return (x1 - x0) * (z1 - z0), middle, np.array([x1 - x0, z1 - z0])


def _ends(values: FloatArray, weights: FloatArray, left_out: float = _STRAY) -> tuple[float, float]:
    order = np.argsort(values, kind="stable")
    share = np.cumsum(weights[order])
    share /= max(float(share[-1]), 1e-30)
    first = int(np.searchsorted(share, left_out))
    last = int(np.searchsorted(share, 1.0 - left_out))
    return float(values[order[first]]), float(values[order[min(last, len(values) - 1)]])


def facing_front(
    box: UprightBox, points: FloatArray, weights: FloatArray, *, width: float, depth: float, walls: tuple[str, ...]
) -> UprightBox:
    """The box, rotated by quarter turns so that its +z is the likely front.

    Args:
        width, depth: of the room, which is centred at the origin.
        walls: names of its walls.
    """
    options = [box.yaw + k * np.pi / 2.0 for k in range(4)]
    backs: list[tuple[float, float, str]] = []
    for name, (axis, side) in {"left": (0, -1), "right": (0, 1), "back": (2, -1), "front": (2, 1)}.items():
        if name not in walls:
            continue
        normal = np.zeros(3)
        normal[axis] = -side
        for k, yaw in enumerate(options):
            facing = np.array([np.sin(yaw), 0.0, np.cos(yaw)])
            if facing @ normal < np.cos(np.radians(15.0)):
                continue
            depth_here, width_here = box.size[[2, 0]] if k % 2 == 0 else box.size[[0, 2]]
            if depth_here > _DEEPEST * width_here:
                continue
            half = depth_here / 2.0
            gap = (width if axis == 0 else depth) / 2.0 - side * float(box.foot[axis]) - half
            if gap <= max(_BEHIND, 0.1 * float(box.size.max())):
                # in a corner, the longer side is along the wall
                backs.append((-float(width_here), yaw, name))
    leaning = _back_by_height(box, points, weights)
    if leaning is not None and (not backs or any(abs(_turned(leaning - yaw)) < 0.1 for _, yaw, _ in backs)):
        wall = next((n for _, yaw, n in backs if abs(_turned(leaning - yaw)) < 0.1), "")
        return _with_yaw(box, leaning, "wall" if wall else "back", wall)
    if backs:
        _, yaw, name = min(backs, key=lambda b: (b[0], b[2]))
        return _with_yaw(box, yaw, "wall", name)
    return _with_yaw(box, min(options, key=lambda a: abs(_turned(a))), "", "")


def _back_by_height(box: UprightBox, points: FloatArray, weights: FloatArray) -> float | None:
    """The yaw of the front, if one side is clearly lower than the opposite one; else None."""
    upper = points[:, 1] > box.foot[1] + _UPPER * box.size[1]
    if weights[upper].sum() < 0.03 * weights.sum() or not (~upper).any():
        return None
    shift = np.average(points[upper], axis=0, weights=weights[upper]) - box.foot
    c, s = np.cos(box.yaw), np.sin(box.yaw)
    across, along = c * shift[0] - s * shift[2], s * shift[0] + c * shift[2]
    shares = np.array([across / box.size[0], along / box.size[2]])
    axis = int(np.abs(shares).argmax())
    if abs(shares[axis]) < _BACKED or abs(shares[1 - axis]) > 0.6 * abs(shares[axis]):
        return None
    toward = box.yaw + (np.pi / 2.0 if axis == 0 else 0.0)
    return float(toward + np.pi if shares[axis] > 0 else toward)


def _turned(angle: float) -> float:
    return float(np.pi - (np.pi - angle) % (2.0 * np.pi))


def _with_yaw(box: UprightBox, yaw: float, front: str, wall: str) -> UprightBox:
    quarter = round((yaw - box.yaw) / (np.pi / 2.0)) % 2
    size = box.size[[2, 1, 0]] if quarter else box.size
    return UprightBox(box.foot, size, _turned(yaw), front, wall)
