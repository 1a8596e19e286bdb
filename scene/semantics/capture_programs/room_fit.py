"""Fits a room to a capture: floor and walls as planes, rotation and size.

Planes are found by RANSAC (open3d) on points sampled from the Gaussians by area. The floor is the lowest large level plane. Walls are
assumed to be perpendicular (Manhattan world; Coughlan and Yuille, ICCV 1999): the rotation aligns the upright planes with the axes,
and the walls are the outermost planes along them, or dense layers of points. A capture is roughly level
(:mod:`scenewright.scene.splats.capture.gravity`); the floor's normal corrects the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray
from scenewright.scene.splats import Gaussians

__all__ = ["CEILING", "FLOOR", "PARTS", "WALLS", "RoomFit", "fit_room", "level_floor"]

PARTS = ("floor", "wall_left", "wall_right", "wall_back", "wall_front", "ceiling")
FLOOR, CEILING = 0, 5
WALLS: dict[str, tuple[int, int, float]] = {
    "left": (1, 0, -1.0),
    "right": (2, 0, 1.0),
    "back": (3, 2, -1.0),
    "front": (4, 2, 1.0),
}
"""For each wall: number of its part, axis of its normal, and side on that axis."""

_POINTS = 30_000
_MOST_PLANES = 14
_LEAST_SHARE = 0.012
"""Least fraction of the points on a plane."""
_TOLERANCE = 0.006
"""Thickness of a plane, as a fraction of the capture's diagonal."""
_LEVEL = np.cos(np.radians(12.0))
_UPRIGHT = np.sin(np.radians(10.0))
_ALONG = np.cos(np.radians(8.0))
_BEYOND = 0.1
"""Largest fraction of points beyond a wall. These are seen through windows and doors, or are fog that training leaves around plain
walls."""
_MOST_BELOW = 0.1
_MOST_ABOVE = 0.03
_LARGE = 10.0
"""Largest weight of a Gaussian, in units of the median weight."""
_MIDDLE, _AROUND = 0.1, 0.75
"""Points farther from the middle 80 % of the points than this fraction of their span do not belong to the room."""
_LEAST_WALL = 0.3
"""Least fraction of a wall's area that its plane must cover."""
_MOST_TILT = 10.0


@dataclass(frozen=True, eq=False)
class RoomFit:
    """A fitted room.

    `world_from_capture`: (4, 4) rigid; floor at y = 0, room centred, walls along the axes. `width`, `depth`, `height`: in the
    capture's units. `walls`: names of the walls found as planes. `ceiling`: whether there is one. `tolerance`: half-thickness of the
    room's planes. `enclosed`: whether there is a room at all. `notes`: sentences on what was not found.
    """

    world_from_capture: FloatArray
    width: float
    depth: float
    height: float
    walls: tuple[str, ...]
    ceiling: bool
    tolerance: float
    enclosed: bool
    notes: tuple[str, ...]

    def distances(self, points: FloatArray) -> FloatArray:
        """(N, 6) distances of points (N, 3), in the room's own frame, from the plane of each of PARTS; inf if there is no plane."""
        out = np.full((len(points), len(PARTS)), np.inf)
        out[:, FLOOR] = np.abs(points[:, 1])
        if self.ceiling:
            out[:, CEILING] = np.abs(points[:, 1] - self.height)
        for name in self.walls:
            part, axis, side = WALLS[name]
            reach = (self.width if axis == 0 else self.depth) / 2.0
            out[:, part] = np.abs(side * points[:, axis] - reach)
        return out


@dataclass(frozen=True, eq=False)
class _Plane:
    """The plane normal . x = offset, and the points (M, 3) on it."""

    normal: FloatArray
    offset: float
    points: FloatArray


def fit_room(gaussians: Gaussians, seen: npt.NDArray[np.float32] | None = None, *, job: Job | None = None) -> RoomFit:
    """Fit a room to a capture. Without a floor and at least two walls, only the floor or the lowest level is put at y = 0.

    Args:
        seen: (N,) how much each Gaussian was seen, in any unit. Large Gaussians far away behind windows were seen little. None: use
            the area of each Gaussian.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    points = _sampled(gaussians, seen)
    low, high = np.quantile(points, (0.01, 0.99), axis=0)
    tolerance = _TOLERANCE * float(np.linalg.norm(high - low))
    planes = _planes(points, tolerance, job)
    floor = _floor(planes, points, tolerance)
    upright = np.eye(4)
    notes: list[str] = []
    if floor is None:
        bottom = float(low[1])
        notes.append("no floor was found: y = 0 is where the lowest objects are")
    else:
        upright[:3, :3] = level_floor(floor.normal)
        bottom = float(np.median(floor.points @ upright[:3, :3].T[:, 1]))
    turned = points @ upright[:3, :3].T
    planes = [_Plane(upright[:3, :3] @ p.normal, p.offset, p.points @ upright[:3, :3].T) for p in planes]
    walls = [p for p in planes if abs(p.normal[1]) < _UPRIGHT]
    turned[:, 1] -= bottom
    walls = [_Plane(p.normal, p.offset, p.points - [0.0, bottom, 0.0]) for p in walls]
    top = _ceiling(planes, turned, bottom, tolerance)
    square = np.eye(3)
    sides, found_walls = _sides([], turned, tolerance)
    chosen = walls
    for _ in range(2):  # first with all upright planes, then with the walls among them
        if chosen:
            step = _about_y(_manhattan(chosen))
            square, turned = step @ square, turned @ step.T
            walls = [_Plane(step @ p.normal, p.offset, p.points @ step.T) for p in walls]
            sides, found_walls = _sides(walls, turned, tolerance)
            chosen = list(found_walls.values())
    if chosen:
        sides, found_walls = _sides([*walls, *_layers(turned, tolerance)], turned, tolerance)
    enclosed = floor is not None and len(found_walls) >= 2
    heights = np.concatenate([found_walls[n].points[:, 1] for n in found_walls]) if found_walls else turned[:, 1]
    height = top if top is not None else float(np.quantile(heights, 0.995))
    world = np.eye(4)
    world[:3, :3] = square @ upright[:3, :3]
    middle = np.array([(sides["left"] + sides["right"]) / 2.0, bottom, (sides["back"] + sides["front"]) / 2.0])
    world[:3, 3] = -middle
    if floor is not None and not enclosed:
        notes.append(f"{len(found_walls)} of four walls were found: the scene has no room")
    elif enclosed and len(found_walls) < 4:
        missing = ", ".join(n for n in WALLS if n not in found_walls)
        notes.append(f"no plane was found for the wall at {missing}: the room ends there where the things do")
    width, depth = sides["right"] - sides["left"], sides["front"] - sides["back"]
    return RoomFit(
        world,
        float(width),
        float(depth),
        float(height),
        tuple(found_walls),
        top is not None,
        2.0 * tolerance,
        enclosed,
        tuple(notes),
    )


def level_floor(normal: FloatArray) -> FloatArray:
    """(3, 3) the smallest rotation that maps a unit normal (3,) to +y."""
    axis = np.cross(normal, (0.0, 1.0, 0.0))
    sine, cosine = float(np.linalg.norm(axis)), float(normal[1])
    if sine < 1e-9:
        return np.eye(3)
    k = axis / sine
    cross = np.array([[0.0, -k[2], k[1]], [k[2], 0.0, -k[0]], [-k[1], k[0], 0.0]])
    return np.asarray(np.eye(3) + sine * cross + (1.0 - cosine) * cross @ cross)


def _about_y(angle: float) -> FloatArray:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])


def _sampled(gaussians: Gaussians, seen: npt.NDArray[np.float32] | None) -> FloatArray:
    """(M, 3) sampled centres, with probabilities by how much each was seen, or by opacity and the area of the two longer axes.

    Distant Gaussians, which training adds for windows and the sky, are left out.
    """
    if seen is not None and (seen > 0).any():
        weight = np.minimum(seen.astype(np.float64), _LARGE * float(np.median(seen[seen > 0])))
    else:
        scales = np.sort(gaussians.scales.numpy().astype(np.float64), axis=1)
        weight = (
            gaussians.opacities.numpy().astype(np.float64)
            * np.minimum(scales[:, 1], 3.0 * np.median(scales[:, 1]))
            * np.minimum(scales[:, 2], _LARGE * np.median(scales[:, 2]))
        )
    means = gaussians.means.numpy().astype(np.float64)
    low, high = (_quantiles(means, weight, q) for q in (_MIDDLE, 1.0 - _MIDDLE))
    weight[((means < low - _AROUND * (high - low)) | (means > high + _AROUND * (high - low))).any(axis=1)] = 0.0
    chosen = np.random.default_rng(0).choice(len(means), min(_POINTS, 4 * len(means)), p=weight / weight.sum())
    return np.asarray(means[chosen])


def _quantiles(points: FloatArray, weights: FloatArray, share: float) -> FloatArray:
    """(3,) weighted quantiles of points (N, 3), for each axis."""
    out = np.empty(3)
    for axis in range(3):
        order = np.argsort(points[:, axis])
        sums = np.cumsum(weights[order])
        out[axis] = points[order[min(int(np.searchsorted(sums, share * sums[-1])), len(order) - 1)], axis]
    return out


def _planes(points: FloatArray, tolerance: float, job: Job) -> list[_Plane]:
    """The planes, the largest first. Each is fitted to the points not on earlier ones."""
    import open3d

    open3d.utility.random.seed(0)
    remaining = points
    out: list[_Plane] = []
    while len(out) < _MOST_PLANES and len(remaining) >= 30:
        job.check()
        cloud = open3d.geometry.PointCloud(open3d.utility.Vector3dVector(remaining))
        _, found = cloud.segment_plane(distance_threshold=tolerance, ransac_n=3, num_iterations=1500)
        on = np.zeros(len(remaining), dtype=bool)
        on[np.asarray(found, dtype=np.int64)] = True
        if on.sum() < max(_LEAST_SHARE * len(points), 10):
            break
        job.check()
        center = np.median(remaining[on], axis=0)
        normal = np.linalg.svd(remaining[on] - remaining[on].mean(axis=0), full_matrices=False)[2][2]
        normal = normal if normal[int(np.argmax(np.abs(normal)))] > 0 else -normal
        out.append(_Plane(normal, float(normal @ center), remaining[on]))
        remaining = remaining[~on]
    return out


def _floor(planes: list[_Plane], points: FloatArray, tolerance: float) -> _Plane | None:
    level = [p for p in planes if p.normal[1] > _LEVEL]
    level = [p for p in level if (points @ p.normal < p.offset - 3.0 * tolerance).mean() <= _MOST_BELOW]
    if not level:
        return None
    most = max(len(p.points) for p in level)
    return min((p for p in level if len(p.points) >= 0.25 * most), key=lambda p: p.offset)


def _ceiling(planes: list[_Plane], points: FloatArray, bottom: float, tolerance: float) -> float | None:
    """Height of a level plane with hardly any points above it and at least half the area of the floor plan; None if there is none."""
    plan = float(np.prod(np.ptp(np.quantile(points[:, [0, 2]], (0.02, 0.98), axis=0), axis=0)))
    for p in planes:
        at = float(np.median(p.points[:, 1])) - bottom
        if p.normal[1] > _LEVEL and at > 6.0 * tolerance and (points[:, 1] > at + 3.0 * tolerance).mean() < _MOST_ABOVE:
            covered = float(np.prod(np.ptp(np.quantile(p.points[:, [0, 2]], (0.02, 0.98), axis=0), axis=0)))
            if covered >= 0.5 * plan and at > 0.6 * float(np.quantile(points[:, 1], 0.99)):
                return at
    return None


def _manhattan(walls: list[_Plane]) -> float:
    """The smallest rotation about +y (radians) that aligns upright planes with the axes, weighted by their points."""
    angles = np.array([np.arctan2(p.normal[0], p.normal[2]) for p in walls])
    mass = np.array([len(p.points) for p in walls], dtype=np.float64)
    resultant = np.sum(mass * np.exp(4j * angles))
    rough = float(np.angle(resultant) / 4.0)
    # leave out planes of furniture at an angle
    off = np.abs(np.angle(np.exp(4j * (angles - rough)))) / 4.0
    near = off <= np.radians(10.0)
    if near.any():
        rough = float(np.angle(np.sum(mass[near] * np.exp(4j * angles[near]))) / 4.0)
    return -rough


def _sides(walls: list[_Plane], points: FloatArray, tolerance: float) -> tuple[dict[str, float], dict[str, _Plane]]:
    """The position of each side of the room, and the planes of the walls found: the outermost ones that cover enough."""
    low, high = np.quantile(points, (0.005, 0.995), axis=0)
    ends, found = {}, {}
    for name, (_, axis, side) in WALLS.items():
        ends[name] = float(low[axis] if side < 0 else high[axis])
        along = 2 - axis
        area = float((high[along] - low[along]) * (high[1] - low[1]))
        best: tuple[float, _Plane] | None = None
        for plane in walls:
            if abs(plane.normal[axis]) < _ALONG:
                continue
            at = float(np.median(plane.points[:, axis]))
            beyond = float((side * (points[:, axis] - at) > 3.0 * tolerance).mean())
            if beyond > _BEYOND or _covered(plane.points[:, [along, 1]], area) < _LEAST_WALL:
                continue
            if best is None or side * at > side * best[0]:
                best = (at, plane)
        if best is not None:
            ends[name], found[name] = best[0], best[1]
    return ends, found


def _layers(points: FloatArray, tolerance: float) -> list[_Plane]:
    """Upright planes along the axes where points (M, 3) are denser than in front and behind. They are walls whose points training has
    spread, so that RANSAC finds no plane."""
    out = []
    for axis in (0, 2):
        values = points[:, axis]
        low, high = np.quantile(values, (0.005, 0.995))
        bins = max(int((high - low) / tolerance), 4)
        counts, ends = np.histogram(values, bins=bins, range=(low, high))
        smooth = np.convolve(counts, np.ones(3) / 3.0, mode="same")
        peaks = np.flatnonzero((smooth >= np.roll(smooth, 1)) & (smooth > np.roll(smooth, -1)))
        normal = np.eye(3)[axis]
        for peak in peaks.tolist():
            at = float(ends[peak] + ends[peak + 1]) / 2.0
            on = points[np.abs(values - at) <= 1.5 * tolerance]
            if len(on) >= _LEAST_SHARE * len(points):
                out.append(_Plane(normal, at, on))
    return out


def _covered(flat: FloatArray, area: float) -> float:
    """Fraction of an area that points (M, 2) cover, counted on a grid with twenty cells along the longer side."""
    step = max(float(np.ptp(flat, axis=0).max()) / 20.0, 1e-9)
    cells = len(np.unique(np.floor(flat / step).astype(np.int64), axis=0))
    return cells * step * step / max(area, 1e-12)
