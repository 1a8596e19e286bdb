"""Which way is up in a capture, where its floor is, and how long a metre: a world with +y up and the floor at y = 0.

Up comes from the cameras first: people hold them without roll, so that their x axes are level however they tilt. Among the
planes of the sparse points (RANSAC) the floor is the lowest well supported one that is level by that, with the cameras above
it and hardly a point below; its normal is then the better up. Length is known only if someone tells one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import CaptureError
from scenewright.scene.splats.capture.model import Capture

__all__ = ["KnownLength", "Leveling", "level"]

KnownLength = tuple[npt.ArrayLike, npt.ArrayLike, float]
"""Two points (3,) in the capture's world, and how many metres they are apart."""

Vector = npt.NDArray[np.float64]
Matrix = npt.NDArray[np.float64]

_MOST_POINTS = 60_000
_MOST_PLANES = 8
_LEAST_SHARE = 0.03
"""Of the points, that a plane must hold."""
_MOST_TILT = 25.0
"""Degrees between a floor and what is level by the cameras."""
_MOST_BELOW = 0.12
"""Of the points, that may lie below a floor: reflections in it, and points that are wrong."""
_CONVINCING = 0.35


@dataclass(frozen=True, eq=False)
class Leveling:
    """How a capture is stood up.

    `world_from_capture`: (4, 4): a rotation, a uniform scale and a translation. `confidence`: 0 to 1, that y = 0 is a floor;
    0 where none was found. `metric`: whether the scale makes metres. `told`: the same in words, with what is not known.
    """

    world_from_capture: Matrix
    confidence: float
    metric: bool
    told: str

    @property
    def has_floor(self) -> bool:
        return self.confidence > 0.0

    def applied(self, capture: Capture) -> Capture:
        """The capture in the new world."""
        return capture.moved(self.world_from_capture, leveled=True, metric=self.metric)


@dataclass(frozen=True, eq=False)
class _Plane:
    """normal . x = offset, the cameras on its upper side; `share` of the points on it, `below` of them beneath it."""

    normal: Vector
    offset: float
    share: float
    below: float
    tilt: float

    @property
    def confidence(self) -> float:
        """Many points on it, few below it, level."""
        support = min(self.share / 0.15, 1.0)
        return support * (1.0 - self.below / _MOST_BELOW * 0.5) * (1.0 - self.tilt / _MOST_TILT * 0.5)


def level(capture: Capture, *, known_length: KnownLength | None = None, camera_height: float | None = None) -> Leveling:
    """Up, floor and scale of a capture.

    The origin lies on the floor below the middle of the points, and the cameras stand on its +z side on the whole, so that
    what they look at faces +z.

    Args:
        known_length: two points and their distance in metres.
        camera_height: metres from the floor to the cameras, in the median; this needs a floor.

    Raises:
        CaptureError: both lengths are given, one makes no sense, or a camera height is given and no floor is found.
    """
    if known_length is not None and camera_height is not None:
        raise CaptureError("give one length: two points with their distance, or the cameras' height")
    up, by_axes = _up_of_cameras(capture)
    floor = _floor(capture, up)
    if floor is not None and floor.confidence >= _CONVINCING:
        normal, bottom = floor.normal, floor.offset
        told = [f"the floor holds {floor.share:.0%} of the points, {floor.tilt:.1f} degrees off the cameras' level"]
        confidence = floor.confidence
    else:
        normal, confidence = up, 0.0
        seen = capture.positions if capture.points is None else capture.points
        bottom = float(np.quantile(seen @ up, 0.01))
        lowest = "cameras" if capture.points is None else "points"
        why = (
            "there are no points to find a floor in"
            if capture.points is None
            else "no plane is convincing as the floor"
        )
        told = [f"{why}: up is the cameras' up, and y = 0 is where the lowest {lowest} are"]
        if not by_axes:
            told.append("the cameras all look the same way, so up may be tilted as they are")
    rotation = _upright(capture, normal)
    middle = np.median(capture.positions if capture.points is None else capture.points, axis=0)
    scale = 1.0
    if known_length is not None:
        scale = _scale(known_length)
        told.append(f"a metre is {1 / scale:.4g} units of the capture, by the known length")
    elif camera_height is not None:
        if confidence == 0.0:
            raise CaptureError(
                f"{capture.root}: a camera height needs a floor, and {told[0].split(':')[0]}: give a known length instead"
            )
        height = float(np.median(capture.positions @ normal)) - bottom
        if not (np.isfinite(camera_height) and camera_height > 0):
            raise CaptureError(f"the cameras' height is {camera_height:g} m: it must be positive")
        scale = camera_height / height
        told.append(f"a metre is {1 / scale:.4g} units of the capture, by the cameras' height")
    else:
        told.append("the scale is not known: tell a length or the cameras' height to have metres")
    world = np.eye(4)
    world[:3, :3] = scale * rotation
    shift = rotation @ middle
    world[:3, 3] = -scale * np.array([shift[0], bottom, shift[2]])
    metric = known_length is not None or camera_height is not None
    return Leveling(world, confidence, metric, "; ".join(told))


def _up_of_cameras(capture: Capture) -> tuple[Vector, bool]:
    """(unit up, whether it follows from the x axes): the direction that is most nearly square to all of them, if they differ."""
    poses = np.stack([p.camera_from_world for p in capture.photographs])
    right, up = poses[:, 0, :3], -poses[:, 1, :3].mean(axis=0)
    values, vectors = np.linalg.eigh(right.T @ right / len(right))
    # where all x axes are nearly parallel, two directions are square to them, and only the y axes tell up
    if values[1] > 0.02:
        axis = vectors[:, 0]
        return np.asarray(axis if axis @ up >= 0 else -axis), True
    length = float(np.linalg.norm(up))
    return np.asarray(up / length if length > 1e-6 else -poses[0, 1, :3]), False


def _floor(capture: Capture, up: Vector) -> _Plane | None:
    """The lowest well supported plane that can be a floor; None where there is none, or too few points to tell."""
    if capture.points is None or len(capture.points) < 100:
        return None
    points = capture.points
    if len(points) > _MOST_POINTS:
        points = points[np.random.default_rng(0).choice(len(points), _MOST_POINTS, replace=False)]
    eyes = capture.positions
    # the distance from eye to thing is the size that accuracy goes with, whatever lies in the far background
    size = float(np.median(np.linalg.norm(points - np.median(eyes, axis=0), axis=1)))
    tolerance = max(0.015 * size, 1e-9)
    candidates = []
    for normal, offset, count in _planes(points, tolerance):
        turned, at = (normal, offset) if normal @ up >= 0 else (-normal, -offset)
        tilt = float(np.degrees(np.arccos(np.clip(turned @ up, -1.0, 1.0))))
        below = float((points @ turned < at - 3.0 * tolerance).mean())
        above = float((eyes @ turned > at).mean())
        if tilt <= _MOST_TILT and below <= _MOST_BELOW and above >= 0.95:
            candidates.append(_Plane(turned, at, count / len(points), below, tilt))
    if not candidates:
        return None
    most = max(plane.share for plane in candidates)
    return min((plane for plane in candidates if plane.share >= 0.25 * most), key=lambda plane: plane.offset)


def _planes(points: Matrix, tolerance: float) -> list[tuple[Vector, float, int]]:
    """(unit normal, offset, how many points) of the planes, the largest first, each from what the ones before have left."""
    import open3d

    open3d.utility.random.seed(0)
    left = points
    planes: list[tuple[Vector, float, int]] = []
    while len(planes) < _MOST_PLANES and len(left) >= max(_LEAST_SHARE * len(points), 30):
        cloud = open3d.geometry.PointCloud(open3d.utility.Vector3dVector(left))
        _, found = cloud.segment_plane(distance_threshold=tolerance, ransac_n=3, num_iterations=2000)
        on = np.zeros(len(left), dtype=bool)
        on[np.asarray(found, dtype=np.int64)] = True
        if on.sum() < _LEAST_SHARE * len(points):
            break
        center = left[on].mean(axis=0)
        normal = np.linalg.svd(left[on] - center, full_matrices=False)[2][2]
        planes.append((normal, float(normal @ center), int(on.sum())))
        left = left[~on]
    return planes


def _upright(capture: Capture, up: Vector) -> Matrix:
    """(3, 3) rotation that takes `up` to +y, and turns the side where the cameras are to +z."""
    eyes = capture.positions
    middle = np.median(eyes if capture.points is None else capture.points, axis=0)
    towards = (eyes - middle).mean(axis=0)
    towards = towards - (towards @ up) * up
    spread = float(np.linalg.norm(eyes - middle, axis=1).mean())
    if np.linalg.norm(towards) < 0.1 * spread:  # all around: the first camera's side
        towards = eyes[0] - middle
        towards = towards - (towards @ up) * up
    if np.linalg.norm(towards) < 1e-6 * max(spread, 1e-12):  # it looks straight down
        towards = np.eye(3)[int(np.argmin(np.abs(up)))]
        towards = towards - (towards @ up) * up
    z = towards / np.linalg.norm(towards)
    return np.stack([np.cross(up, z), up, z])


def _scale(known: KnownLength) -> float:
    """World units for one of the capture's."""
    first, second = (np.asarray(point, dtype=np.float64) for point in known[:2])
    if first.shape != (3,) or second.shape != (3,) or not np.isfinite([first, second]).all():
        raise CaptureError("a known length needs two points with finite x, y, z")
    apart, metres = float(np.linalg.norm(first - second)), float(known[2])
    if apart <= 0 or not (np.isfinite(metres) and metres > 0):
        raise CaptureError(f"a known length of {metres:g} m between points {apart:g} apart makes no scale")
    return metres / apart
