"""Finds the up direction, the floor and the scale of a capture, for a world with +y up and the floor at y = 0.

A first estimate of up comes from the cameras: people hold them without roll, so their x axes are level at any tilt. Planes are
then fitted to the sparse points (RANSAC). The floor is the lowest well supported plane that is level by this estimate, has the
cameras above it and hardly any points below it. Its normal is the better up direction. The scale is known only if the user
gives a length.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import CaptureError
from scenewright.scene.splats.capture.model import Capture

__all__ = ["KnownLength", "Leveling", "level"]

KnownLength = tuple[npt.ArrayLike, npt.ArrayLike, float]
"""Two points (3,) in the capture's world, and their distance in metres."""

Vector = npt.NDArray[np.float64]
Matrix = npt.NDArray[np.float64]

_MOST_POINTS = 60_000
_MOST_PLANES = 8
_LEAST_SHARE = 0.03
"""Least fraction of the points on a plane."""
_MOST_TILT = 25.0
"""Largest angle, in degrees, between a floor and the level plane of the cameras."""
_MOST_BELOW = 0.12
"""Largest fraction of the points below a floor, such as reflections and outliers."""
_CONVINCING = 0.35


@dataclass(frozen=True, eq=False)
class Leveling:
    """The transform that levels a capture.

    `world_from_capture`: (4, 4), a rotation, a uniform scale and a translation. `confidence`: from 0 to 1, that y = 0 is a floor;
    0 if no floor was found. `metric`: whether the scale gives metres. `summary`: sentences about up, floor and scale.
    """

    world_from_capture: Matrix
    confidence: float
    metric: bool
    summary: str

    @property
    def has_floor(self) -> bool:
        return self.confidence > 0.0

    def applied(self, capture: Capture) -> Capture:
        """The capture in the leveled world."""
        return capture.moved(self.world_from_capture, leveled=True, metric=self.metric)


@dataclass(frozen=True, eq=False)
class _Plane:
    """The plane normal . x = offset, with the cameras on its upper side.

    `share`: fraction of the points on it. `below`: fraction of the points beneath it.
    """

    normal: Vector
    offset: float
    share: float
    below: float
    tilt: float

    @property
    def confidence(self) -> float:
        """From 0 to 1: high with many points on the plane, few below it, and little tilt."""
        support = min(self.share / 0.15, 1.0)
        return support * (1.0 - self.below / _MOST_BELOW * 0.5) * (1.0 - self.tilt / _MOST_TILT * 0.5)


def level(capture: Capture, *, known_length: KnownLength | None = None, camera_height: float | None = None) -> Leveling:
    """Find the up direction, the floor and the scale of a capture.

    The new origin lies on the floor below the middle of the points. On average the cameras are on its +z side, so that the
    objects they look at face +z.

    Args:
        known_length: two points and their distance in metres.
        camera_height: median height of the cameras above the floor, in metres; this needs a floor.

    Raises:
        CaptureError: both lengths are given, one is invalid, or a camera height is given but no floor is found.
    """
    if known_length is not None and camera_height is not None:
        raise CaptureError("give one length: two points with their distance, or the cameras' height")
    up, by_axes = _up_of_cameras(capture)
    floor = _floor(capture, up)
    if floor is not None and floor.confidence >= _CONVINCING:
        normal, bottom = floor.normal, floor.offset
        sentences = [
            f"the floor holds {floor.share:.0%} of the points, {floor.tilt:.1f} degrees off the cameras' level"
        ]
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
        sentences = [f"{why}: up is the cameras' up, and y = 0 is where the lowest {lowest} are"]
        if not by_axes:
            sentences.append("the cameras all look the same way, so up may be tilted as they are")
    rotation = _upright(capture, normal)
    middle = np.median(capture.positions if capture.points is None else capture.points, axis=0)
    scale = 1.0
    if known_length is not None:
        scale = _scale(known_length)
        sentences.append(f"a metre is {1 / scale:.4g} units of the capture, by the known length")
    elif camera_height is not None:
        if confidence == 0.0:
            raise CaptureError(
                f"{capture.root}: a camera height needs a floor, and {sentences[0].split(':')[0]}: give a known length instead"
            )
        height = float(np.median(capture.positions @ normal)) - bottom
        if not (np.isfinite(camera_height) and camera_height > 0):
            raise CaptureError(f"the cameras' height is {camera_height:g} m: it must be positive")
        scale = camera_height / height
        sentences.append(f"a metre is {1 / scale:.4g} units of the capture, by the cameras' height")
    else:
        sentences.append("the scale is not known: tell a length or the cameras' height to have metres")
    world = np.eye(4)
    world[:3, :3] = scale * rotation
    shift = rotation @ middle
    world[:3, 3] = -scale * np.array([shift[0], bottom, shift[2]])
    metric = known_length is not None or camera_height is not None
    return Leveling(world, confidence, metric, "; ".join(sentences))


def _up_of_cameras(capture: Capture) -> tuple[Vector, bool]:
    """(unit up, whether it follows from the x axes): the direction most nearly perpendicular to all x axes, if these differ."""
    poses = np.stack([p.camera_from_world for p in capture.photographs])
    right, up = poses[:, 0, :3], -poses[:, 1, :3].mean(axis=0)
    values, vectors = np.linalg.eigh(right.T @ right / len(right))
    # if all x axes are nearly parallel, a whole plane is perpendicular to them, and only the y axes determine up
    if values[1] > 0.02:
        axis = vectors[:, 0]
        return np.asarray(axis if axis @ up >= 0 else -axis), True
    length = float(np.linalg.norm(up))
    return np.asarray(up / length if length > 1e-6 else -poses[0, 1, :3]), False


def _floor(capture: Capture, up: Vector) -> _Plane | None:
    """The lowest well supported plane that can be a floor; None if there is none, or too few points."""
    if capture.points is None or len(capture.points) < 100:
        return None
    points = capture.points
    if len(points) > _MOST_POINTS:
        points = points[np.random.default_rng(0).choice(len(points), _MOST_POINTS, replace=False)]
    eyes = capture.positions
    # accuracy scales with the distance from the cameras to the subject, not with the far background
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
    """(unit normal, offset, number of points) of the planes, largest first. Each is fitted to the points not on earlier ones."""
    import open3d

    open3d.utility.random.seed(0)
    remaining = points
    planes: list[tuple[Vector, float, int]] = []
    while len(planes) < _MOST_PLANES and len(remaining) >= max(_LEAST_SHARE * len(points), 30):
        cloud = open3d.geometry.PointCloud(open3d.utility.Vector3dVector(remaining))
        _, inliers = cloud.segment_plane(distance_threshold=tolerance, ransac_n=3, num_iterations=2000)
        on = np.zeros(len(remaining), dtype=bool)
        on[np.asarray(inliers, dtype=np.int64)] = True
        if on.sum() < _LEAST_SHARE * len(points):
            break
        center = remaining[on].mean(axis=0)
        normal = np.linalg.svd(remaining[on] - center, full_matrices=False)[2][2]
        planes.append((normal, float(normal @ center), int(on.sum())))
        remaining = remaining[~on]
    return planes


def _upright(capture: Capture, up: Vector) -> Matrix:
    """(3, 3) rotation that maps `up` to +y and the side of the cameras to +z."""
    eyes = capture.positions
    middle = np.median(eyes if capture.points is None else capture.points, axis=0)
    towards = (eyes - middle).mean(axis=0)
    towards = towards - (towards @ up) * up
    spread = float(np.linalg.norm(eyes - middle, axis=1).mean())
    if np.linalg.norm(towards) < 0.1 * spread:  # the cameras are all around: use the side of the first
        towards = eyes[0] - middle
        towards = towards - (towards @ up) * up
    if np.linalg.norm(towards) < 1e-6 * max(spread, 1e-12):  # it looks straight down
        towards = np.eye(3)[int(np.argmin(np.abs(up)))]
        towards = towards - (towards @ up) * up
    z = towards / np.linalg.norm(towards)
    return np.stack([np.cross(up, z), up, z])


def _scale(known_length: KnownLength) -> float:
    """Metres per unit of the capture."""
    first, second = (np.asarray(point, dtype=np.float64) for point in known_length[:2])
    if first.shape != (3,) or second.shape != (3,) or not np.isfinite([first, second]).all():
        raise CaptureError("a known length needs two points with finite x, y, z")
    apart, metres = float(np.linalg.norm(first - second)), float(known_length[2])
    if apart <= 0 or not (np.isfinite(metres) and metres > 0):
        raise CaptureError(f"a known length of {metres:g} m between points {apart:g} apart makes no scale")
    return metres / apart
