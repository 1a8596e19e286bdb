"""Propose poses that may mend a fault of a body: clear of another body, inside the room, down on its support, at its wall."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.scene.layout.model import Support
from scenewright.scene.layout.repair.collisions import CLEAR, Setting
from scenewright.scene.layout.repair.stage import HAIR, RepairStage
from scenewright.scene.layout.repair.units import carry
from scenewright.scene.model import FloatArray

__all__ = ["apart", "landed", "onto", "pushed_in", "rings", "to_wall", "turned"]

_DIRECTIONS = 16
_RADII = (0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.17, 0.23, 0.3, 0.4, 0.5, 0.65, 0.8, 1.0, 1.3, 1.6, 2.0, 2.5, 3.0)
_STEPS = (0.01, 0.02, 0.04, 0.07, 0.11, 0.16, 0.22, 0.3, 0.4, 0.5, 0.65, 0.8, 1.0, 1.3, 1.6, 2.0, 2.5, 3.0)
_EXACT = 5e-4
_AMPLE, _TIMES = 0.25, 3.0
"""A way out of a collision may be this long (metres), or this many times as long as the shortest."""

_MOST_SUNK = 0.15
"""Metres that a body may be sunk into the support on which it is meant to stand."""

_SUNK_THIN = 0.04
"""The same for a thin body: a magazine may be wholly inside its table."""

_CEILING_REACH = 0.6
"""Metres below the ceiling within which a body that is only assumed to hang is raised to it."""

_WALL_REACH = 0.6
"""Metres from a wall within which a body that should hang on it is moved there."""


def rings(pose: FloatArray, radius: float, count: int = _DIRECTIONS) -> list[FloatArray]:
    """Poses (4,) on horizontal circles around one, up to `radius` metres, nearest first; `count` on each."""
    angle = np.arange(count) * (2.0 * np.pi / count)
    poses = []
    for r in _RADII:
        if r > radius + 1e-9:
            break
        poses += [pose + np.array([r * np.cos(a), 0.0, r * np.sin(a), 0.0]) for a in angle.tolist()]
    return poses


def apart(stage: RepairStage, setting: Setting, members: Sequence[int], other: int, most: float) -> list[FloatArray]:
    """Poses (4,) of a unit's first body at which the unit is just clear of another body, one for each direction; `most`: metres."""
    ways = np.stack(_ways(stage, setting, members[0], other))
    far = stage.clear_after(members, other, setting, ways, most, (_AMPLE, _TIMES))
    near = far <= min(most, max(_AMPLE, _TIMES * float(far.min())))
    return [
        setting.poses[members[0]] + np.append(way * (by + HAIR), 0.0)
        for way, by in zip(ways[near], far[near], strict=True)
    ]


def _ways(stage: RepairStage, setting: Setting, body: int, other: int) -> list[FloatArray]:
    kind = stage.bodies.support[body]
    up = np.array([0.0, 1.0, 0.0])
    if kind is Support.WALL:
        wall = stage.wall_of(body, setting)
        if wall is not None:
            along = np.array([0.0, 0.0, 1.0]) if wall in ("left", "right") else np.array([1.0, 0.0, 0.0])
            return [along, -along, up, -up]
    yaws = {0.0, float(setting.poses[body, 3]) % (np.pi / 2), float(setting.poses[other, 3]) % (np.pi / 2)}
    angles = [k * 2.0 * np.pi / _DIRECTIONS for k in range(_DIRECTIONS)]
    angles += [y + q * np.pi / 2 for y in sorted(yaws) if y > 1e-6 for q in range(4)]
    between = setting.poses[body, [0, 2]] - setting.poses[other, [0, 2]]
    if np.hypot(*between) > 1e-6:
        angles.append(float(np.arctan2(between[1], between[0])))
    unique = sorted({round(a % (2.0 * np.pi), 4) for a in angles})
    outward = float(np.arctan2(between[1], between[0]))
    unique.sort(
        key=lambda a: (round(-np.cos(a - outward), 6), a)
    )  # the shortest way out mostly leads away from the other
    return [np.array([np.cos(a), 0.0, np.sin(a)]) for a in unique]


def pushed_in(stage: RepairStage, setting: Setting, members: Sequence[int]) -> list[FloatArray]:
    """The pose of a unit's first body after pushing the unit straight into the room; empty where it is inside already."""
    pose = setting.poses[members[0]].copy()
    over = np.max([stage.outside(m, setting) for m in members], axis=0)
    push = np.zeros(3)
    for axis in range(3):
        low, high = max(float(over[axis]), 0.0), max(float(over[axis + 3]), 0.0)
        push[axis] = (low + HAIR * (low > 0)) - (high + HAIR * (high > 0))
    pose[:3] += push
    return [pose] if np.abs(push).max() > 0 else []


def landed(stage: RepairStage, setting: Setting, members: Sequence[int], within: float = np.inf) -> list[FloatArray]:
    """Poses at which a body touches what is below it, at most `within` metres higher or lower than it is: a floating body is lowered, one
    that is sunk in a little is raised."""
    body = members[0]
    low = float(setting.low[body, 1])
    height = float(setting.high[body, 1]) - low
    poses = []
    rugs = np.flatnonzero(stage.evidence.rugs).tolist()
    ways = [(low + CLEAR, members[1:]), (low + max(_SUNK_THIN, min(_MOST_SUNK, 0.6 * height)), members[1:])]
    if rugs and not stage.evidence.rugs[body]:
        ways.append((low + CLEAR, [*members[1:], *rugs]))  # on the floor, its feet through the rug
    for ceiling, ignored in ways:
        y = stage.rest_height(body, setting, ceiling, ignored, low - within)
        if abs(y - setting.poses[body, 1]) > 1e-6:
            pose = setting.poses[body].copy()
            pose[1] = y + HAIR * (y > stage.extents(body, float(pose[3]))[0][1] * -1.0 + 1e-4)
            if abs(pose[1] - setting.poses[body, 1]) <= within:
                poses.append(pose)
            if y < setting.poses[body, 1]:
                pose[1] = max(pose[1], setting.poses[body, 1] - within)
                poses += _let_down(stage, setting, members, pose)
    return poses


def _let_down(stage: RepairStage, setting: Setting, members: Sequence[int], lowest: FloatArray) -> list[FloatArray]:
    """The pose at which a lowered body first touches something, where that is above the pose `lowest` that was found on a grid: two
    round bodies touch between the points of a grid."""
    body = members[0]

    def blocked(y: float) -> bool:
        pose = lowest.copy()
        pose[1] = y
        moved = stage.moved(setting, carry(members, setting.poses, pose))
        return not stage.is_clear([body], moved, ignored=members[1:])

    low, high = float(lowest[1]), float(setting.poses[body, 1])
    if not blocked(low) or blocked(high):
        return []
    while high - low > _EXACT / 2.0:
        middle = 0.5 * (low + high)
        low, high = (middle, high) if blocked(middle) else (low, middle)
    pose = lowest.copy()
    pose[1] = high
    return [pose]


def to_wall(stage: RepairStage, setting: Setting, members: Sequence[int]) -> list[FloatArray]:
    """Poses at which a hanging body touches a wall, or a fixed body, with its back; or the ceiling with its top."""
    body = members[0]
    room = stage.evidence.room
    poses = []
    if room is not None and stage.bodies.support[body] is Support.CEILING:
        pose = setting.poses[body].copy()
        rise = room.height - max(float(setting.high[m, 1]) for m in stage.joined_with(body))
        pose[1] += rise
        return [pose] if rise <= _CEILING_REACH or stage.said_to_hang(body) else []
    yaw = float(setting.poses[body, 3])
    back = np.array([-np.sin(yaw), 0.0, -np.cos(yaw)])
    for direction in (back, *_wall_ways(setting, body, back)):
        far = _until_touch(stage, setting, members, direction, _WALL_REACH)
        if far is not None:
            poses.append(setting.poses[body] + np.append(far * direction, 0.0))
    return poses


def _wall_ways(setting: Setting, body: int, back: FloatArray) -> list[FloatArray]:
    """Directions to the walls that a flat body may hang on, besides `back`."""
    size = setting.high[body] - setting.low[body]
    axes = [np.array([1.0, 0.0, 0.0]), np.array([0.0, 0.0, 1.0])]
    thin = axes[0] if size[0] <= size[2] else axes[1]
    return [d for d in (thin, -thin) if abs(float(d @ back)) < 0.999]


def _until_touch(
    stage: RepairStage, setting: Setting, members: Sequence[int], direction: FloatArray, most: float
) -> float | None:
    """Metres along a direction (negative: backward) after which a unit touches a wall or a fixed body; None beyond `most` metres."""

    def blocked(far: float) -> bool:
        poses = carry(members, setting.poses, setting.poses[members[0]] + np.append(far * direction, 0.0))
        moved = stage.moved(setting, poses)
        if any(max(stage.outside(m, moved)[[0, 2, 3, 5]]) > 0.0 for m in members):
            return True
        fixed = np.flatnonzero(stage.bodies.fixed).tolist()
        return any(stage.meets(m, j, moved) for m in members for j in fixed)

    low, high = -most, most
    if blocked(low) or not blocked(high):
        return None
    while high - low > _EXACT / 2:
        middle = 0.5 * (low + high)
        low, high = (low, middle) if blocked(middle) else (middle, high)
    return low


def onto(stage: RepairStage, setting: Setting, members: Sequence[int], carrier: int) -> list[FloatArray]:
    """Poses of a body toward the middle of its carrier, nearest first."""
    body = members[0]
    pose, base = setting.poses[body], setting.poses[carrier]
    way = base[[0, 2]] - pose[[0, 2]]
    length = float(np.hypot(*way))
    if length < 1e-6:
        return []
    poses = []
    for r in _STEPS:
        if r >= length:
            break
        poses.append(pose + np.array([way[0] * r / length, 0.0, way[1] * r / length, 0.0]))
    return poses


def turned(setting: Setting, body: int, others: Sequence[int]) -> list[FloatArray]:
    """Poses at the same place, turned square to the room or to one of `others`, or by up to 25 degrees either way."""
    pose = setting.poses[body]
    yaw = float(pose[3])
    square = {round(yaw / (np.pi / 2)) * np.pi / 2}
    for j in others:
        base = float(setting.poses[j, 3])
        square.add(base + round((yaw - base) / (np.pi / 2)) * np.pi / 2)
    yaws = [*square, *(yaw + np.radians(d) for d in (5, -5, 10, -10, 15, -15, 25, -25))]
    return [np.array([*pose[:3], y]) for y in yaws if abs(y - yaw) > 1e-4]
