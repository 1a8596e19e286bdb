"""A walk through a room at eye level: along the free floor, with room on all sides, looking at what stands there."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scenewright.app.films.camera_paths import CameraPath
from scenewright.app.films.free_space import FreeFloor, FreeSpace
from scenewright.app.films.gazes import AimedWay, aimed_way, inside_fov
from scenewright.app.room_views import ViewJudge
from scenewright.renderers.base import RenderError
from scenewright.scene.model import FloatArray, Room

__all__ = ["REACH", "free_floor", "spread_places", "walk_path"]

_ROOMS = ((0.35, True), (0.25, True), (0.18, True), (0.28, False), (0.18, False))
"""Metres around the eye that are tried, and whether a person must be able to stand there."""
_SHORT = 1.6
"""Metres. A way that is shorter is taken only where there is none with more room to it."""
_LEAST = 0.4
_GOALS, _LONG = 12, 0.55
"""Places that are tried as the end of a walk, and the least share of the longest way that it has."""
_SPACING = 0.1
_ROUNDS = 80
_KEYS = (0.5, 0.25, 0.1)
"""Metres between the places that the path is drawn through: with more of them it keeps closer to the way."""
_KEPT = 0.75
"""Share of the room around a way that its smooth path keeps."""
REACH = 1.0
"""Metres that take as long as a turn by one radian."""


def walk_path(space: FreeSpace, judge: ViewJudge, aspect: float) -> CameraPath:
    """A path from a door, or from one end of the room, to a place far from there: of some such ways the one that shows most.

    Args:
        aspect: width over height of the picture.

    Raises:
        RenderError: there is no room to walk.
        JobCancelled: the job was cancelled.
    """
    best: tuple[FreeFloor, list[FloatArray]] | None = None
    for floor in _floors(space):
        ways = _long_ways(space.room, floor)
        if best is None or _length(ways[0]) > 2.0 * _length(best[1][0]):
            best = floor, ways
        if _length(best[1][0]) >= _SHORT:
            break
    if best is None or _length(best[1][0]) < _LEAST:
        raise RenderError("there is no room to walk between the furniture: film an orbit around the room, or a pan")
    floor, ways = best
    fov = inside_fov(aspect)
    smooth = [_smoothed(space, floor, way) for way in ways]
    aimed = [_aimed(space, judge, way, _KEYS[0], fov, aspect).worth for way in smooth]
    way = smooth[int(np.argmax(aimed))]
    for spacing in _KEYS:
        path = CameraPath(_aimed(space, judge, way, spacing, fov, aspect).cameras, closed=False, reach=REACH)
        along = np.array([camera.eye for camera in path.at(np.linspace(0.0, 1.0, 8 * round(path.length / _SPACING)))])
        if float(space.body(along, stands=floor.stands).min()) >= _KEPT * floor.radius:
            return path
    raise RenderError("there is no smooth way between the furniture: film an orbit around the room, or a pan")


def _aimed(space: FreeSpace, judge: ViewJudge, way: FloatArray, spacing: float, fov: float, aspect: float) -> AimedWay:
    eyes = _resampled(way, spacing)
    step = max(_length(eyes), 1e-6) / max(len(eyes) - 1, 1)
    return aimed_way(space, judge, eyes, step=step, fov=fov, aspect=aspect)


def free_floor(space: FreeSpace) -> FreeFloor | None:
    """Where an eye may be, with as much room around it as there is; None where it may be nowhere."""
    return next(_floors(space), None)


def _floors(space: FreeSpace) -> Iterator[FreeFloor]:
    for radius, stands in _ROOMS:
        floor = space.floor(radius, stands=stands)
        if floor is not None:
            yield floor


def _long_ways(room: Room, floor: FreeFloor) -> list[FloatArray]:
    """Ways (K, 3) from a door, or without one from an end of the floor, to places far away that lie apart, the longest first."""
    door = next((opening for opening in room.openings if opening.kind == "door"), None)
    if door is None:
        start = floor.farthest(0)
    else:
        half_x, half_z = room.width / 2.0, room.depth / 2.0
        at = {
            "left": (-half_x, door.offset), "right": (half_x, door.offset), "back": (door.offset, -half_z), "front": (door.offset, half_z),
        }[door.wall]  # fmt: skip
        start = int(np.linalg.norm(floor.places[:, [0, 2]] - np.array(at), axis=1).argmin())
    goals = np.unique([floor.farthest(start), *spread_places(floor.places, _GOALS)])
    ways = [floor.places[way] for way in floor.ways(start, goals)]
    ways.sort(key=_length, reverse=True)
    return [way for way in ways if _length(way) >= _LONG * _length(ways[0])]


def spread_places(places: FloatArray, count: int) -> list[int]:
    """The numbers of at most `count` places of (P, 3) that lie apart: each the farthest from those before it."""
    chosen = [int(np.linalg.norm(places - places.mean(axis=0), axis=1).argmax())]
    away = np.linalg.norm(places - places[chosen[0]], axis=1)
    while len(chosen) < min(count, len(places)):
        chosen.append(int(away.argmax()))
        away = np.minimum(away, np.linalg.norm(places - places[chosen[-1]], axis=1))
    return chosen


def _smoothed(space: FreeSpace, floor: FreeFloor, way: FloatArray) -> FloatArray:
    """(N, 3) a way (K, 3) without the corners of the raster: each place moves to the middle of its neighbours, as long as it keeps its
    room."""
    line = _resampled(way, _SPACING)
    for _ in range(_ROUNDS):
        moved = line.copy()
        moved[1:-1] = 0.5 * line[1:-1] + 0.25 * (line[:-2] + line[2:])
        free = space.body(moved, stands=floor.stands) >= floor.radius
        line[free] = moved[free]
    return line


def _resampled(line: FloatArray, spacing: float) -> FloatArray:
    """(N, 3) places evenly along a line (K, 3), about so many metres apart, both ends among them."""
    gone = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    count = max(round(gone[-1] / spacing), 1) + 1
    at = np.linspace(0.0, gone[-1], count)
    return np.stack([np.interp(at, gone, line[:, k]) for k in range(3)], axis=1)


def _length(line: FloatArray) -> float:
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())
