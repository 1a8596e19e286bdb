"""Draws cameras in the free space of a room that look at what is there, and leaves out views that show too little."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from random import Random

import numpy as np

from scenewright.app.dataset_rooms.dataset_recipe import CameraTable
from scenewright.app.dataset_rooms.navigability import cell_centres, standing_cells
from scenewright.app.dataset_rooms.room_rays import RoomRays
from scenewright.app.dataset_rooms.room_things import RoomThing, RoomThings
from scenewright.renderers.base import Pinhole
from scenewright.scene.layout.certify import Walkable
from scenewright.scene.model import Camera, FloatArray, Room

__all__ = ["SampledCameras", "ViewFault", "sample_cameras", "view_fault"]

_ACROSS = 96
"""Rays across a picture that is tried."""
_TRIES = 24
"""Cameras that are tried for each that is wanted."""
_SEEN = 0.004
"""Share of the picture from which on a thing counts as shown."""
_STEEPEST_DOWN, _STEEPEST_UP = 32.0, 1.0
"""Degrees that a camera looks down and up, at most."""
_JITTER = 0.25
"""Of the size of a thing: how far beside its middle a camera looks."""
_CLOSE, _MOST_CLOSE = 0.35, 0.02
"""Metres from the eye within which what is met is too close, and share of the picture that it may fill."""
_NEARBY = 1.0
"""Metres between two eyes, and radians between two looks, that are quite another view."""


@dataclass(frozen=True)
class SampledCameras:
    """The cameras of a room. `faults`: how many that were tried are wrong, by the reason."""

    cameras: tuple[Camera, ...]
    faults: Counter[str]


@dataclass(frozen=True)
class ViewFault:
    """Why a view is none. `reason`: a short name: empty, blocked, bare or close."""

    reason: str


def sample_cameras(
    table: CameraTable,
    count: int,
    aspect: float,
    *,
    room: Room,
    walkable: Walkable,
    things: RoomThings,
    rays: RoomRays,
    random: Random,
) -> SampledCameras:
    """Draw cameras, and take the best that differ from each other.

    Each stands at a free place of the floor, with the recipe's clearance, looks at a thing that is drawn by its size, and shows enough.
    Of those that do, the first shows most kinds of things, and each further one shows what the others do not, from elsewhere.

    Args:
        count: how many; fewer come where fewer show enough.
        aspect: width over height of the pictures.
    """
    free = np.argwhere(standing_cells(walkable, max(table.clearance, 0.2)))
    faults: Counter[str] = Counter()
    goals = [thing for thing in things.things if max(thing.size) >= 0.15]
    if not len(free) or not goals:
        faults["no free floor" if goals else "no things"] += 1
        return SampledCameras((), faults)
    x, z = cell_centres(walkable)
    weights = [
        math.sqrt(max(thing.size[0] * thing.size[1], thing.size[0] * thing.size[2], thing.size[1] * thing.size[2]))
        for thing in goals
    ]
    height = max(round(_ACROSS / aspect), 8)
    found: list[tuple[Camera, frozenset[int], frozenset[str]]] = []
    names = {thing.id: thing.name for thing in things.things}
    for _ in range(_TRIES * count):
        camera = _drawn(table, random, free, x, z, random.choices(goals, weights)[0], room, walkable.level)
        thing, away = rays.met(Pinhole.of(camera, _ACROSS, height))
        fault = view_fault(table, thing, away)
        if fault is not None:
            faults[fault.reason] += 1
            continue
        shown = _shown(thing)
        found.append((camera, shown, frozenset(names[n] for n in shown)))
        if len(found) >= 6 * count:
            break
    return SampledCameras(tuple(_best(found, count)), faults)


def view_fault(
    table: CameraTable, thing: np.ndarray[tuple[int, int], np.dtype[np.int64]], away: FloatArray
) -> ViewFault | None:
    """What is wrong with a view; None where it is good.

    Args:
        thing: (H, W) ids of things, 0 for the room itself.
        away: (H, W) metres from the eye; inf: nothing.
    """
    shares = np.bincount(thing.reshape(-1)) / thing.size
    if len(_shown(thing)) < table.least_things:
        return ViewFault("empty")
    if shares[1:].max(initial=0.0) > table.most_share:
        return ViewFault("blocked")
    if shares[0] > table.most_empty:
        return ViewFault("bare")
    if float((away < _CLOSE).mean()) > _MOST_CLOSE:
        return ViewFault("close")
    return None


def _shown(thing: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> frozenset[int]:
    """The ids of the things that one can make out."""
    counts = np.bincount(thing.reshape(-1))
    counts[0] = 0
    return frozenset(np.flatnonzero(counts >= max(_SEEN * thing.size, 1)).tolist())


def _drawn(
    table: CameraTable,
    random: Random,
    free: np.ndarray[tuple[int, int], np.dtype[np.int64]],
    x: FloatArray,
    z: FloatArray,
    goal: RoomThing,
    room: Room,
    level: float,
) -> Camera:
    """A camera at a free place that looks at a thing: of some places the farthest, so that the thing has its surroundings around it."""
    cells = free[[random.randrange(len(free)) for _ in range(3)]]
    places = np.stack([x[cells[:, 0]], z[cells[:, 1]]], axis=1)
    away = np.hypot(*(places - goal.centre[[0, 2]]).T)
    px, pz = places[int(away.argmax())]
    py = level + min(table.height.draw(random), room.height - 0.25)
    size = max(goal.size)
    target = goal.centre + [random.uniform(-_JITTER, _JITTER) * size for _ in range(3)]
    dx, dz = float(target[0] - px), float(target[2] - pz)
    flat = max(math.hypot(dx, dz), 1e-3)
    pitch = math.atan2(float(target[1] - py), flat)
    pitch = min(max(pitch, -math.radians(_STEEPEST_DOWN)), math.radians(_STEEPEST_UP))
    return Camera(
        eye=(round(float(px), 4), round(py, 4), round(float(pz), 4)),
        target=(round(px + dx / flat, 4), round(py + math.tan(pitch), 4), round(pz + dz / flat, 4)),
        fov=round(table.fov.draw(random), 2),
    )


def _best(found: list[tuple[Camera, frozenset[int], frozenset[str]]], count: int) -> list[Camera]:
    """At most `count` of the cameras: each the one that shows most that is new, from elsewhere than those before it."""
    chosen: list[Camera] = []
    seen: set[int] = set()
    kinds: set[str] = set()
    left = list(found)
    while left and len(chosen) < count:
        values = [
            len(shown - seen)
            + 2.0 * len(named - kinds)
            + 0.5 * len(named)
            + 6.0 * min((_apart(camera, other) for other in chosen), default=0.0)
            for camera, shown, named in left
        ]
        camera, shown, named = left.pop(int(np.argmax(values)))
        chosen.append(camera)
        seen |= shown
        kinds |= named
    return chosen


def _apart(a: Camera, b: Camera) -> float:
    """How different two views are: 0 the same, 1 from elsewhere or to elsewhere."""
    eyes = math.dist(a.eye, b.eye) / _NEARBY
    looks = [np.subtract(camera.target, camera.eye) for camera in (a, b)]
    cosine = float(looks[0] @ looks[1] / (np.linalg.norm(looks[0]) * np.linalg.norm(looks[1])))
    return min(eyes + math.acos(min(max(cosine, -1.0), 1.0)) / _NEARBY, 1.0)
