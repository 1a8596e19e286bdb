"""Poses that may put right what is wrong with a body: apart from what it meets, inside the room, down on what is below, at its wall."""

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
"""Metres, and times the shortest way out, that other ways out may be long."""


_MOST_SUNK = 0.15
"""Metres that what is written a little too low may have sunk into what it is to stand on."""

_SUNK_THIN = 0.04
"""The same of what is thin: a magazine may be in its table altogether."""

_CEILING_REACH = 0.6
"""Metres below the ceiling from which what is only taken to hang there is brought up to it."""

_WALL_REACH = 0.6
"""Metres from a wall within which what should hang on it is brought there."""


def rings(pose: FloatArray, radius: float, count: int = _DIRECTIONS) -> list[FloatArray]:
    """Poses about one, in plan, nearest first, as far as `radius` metres."""
    angle = np.arange(count) * (2.0 * np.pi / count)
    found = []
    for r in _RADII:
        if r > radius + 1e-9:
            break
        found += [pose + np.array([r * np.cos(a), 0.0, r * np.sin(a), 0.0]) for a in angle.tolist()]
    return found


def apart(stage: RepairStage, setting: Setting, members: Sequence[int], other: int, most: float) -> list[FloatArray]:
    """Poses of a unit's first body at which the unit has just come clear of another body, one a direction; `most`: metres."""
    ways = np.stack(_ways(stage, setting, members[0], other))
    far = stage.clear_after(members, other, setting, ways, most)
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
    unique.sort(key=lambda a: (round(-np.cos(a - outward), 6), a))  # the way out is mostly away from the other
    return [np.array([np.cos(a), 0.0, np.sin(a)]) for a in unique]


def pushed_in(stage: RepairStage, setting: Setting, members: Sequence[int]) -> list[FloatArray]:
    """The pose of a unit's first body at which all of it is inside the room, pushed straight in; none where it is too large."""
    pose = setting.poses[members[0]].copy()
    over = np.max([stage.outside(m, setting) for m in members], axis=0)
    push = np.zeros(3)
    for axis in range(3):
        low, high = max(float(over[axis]), 0.0), max(float(over[axis + 3]), 0.0)
        push[axis] = (low + HAIR * (low > 0)) - (high + HAIR * (high > 0))
    pose[:3] += push
    return [pose] if np.abs(push).max() > 0 else []


def landed(stage: RepairStage, setting: Setting, members: Sequence[int]) -> list[FloatArray]:
    """Poses at which a body touches what is below it: what floats comes down, what has sunk in a little comes up."""
    body = members[0]
    low = float(setting.low[body, 1])
    height = float(setting.high[body, 1]) - low
    found = []
    rugs = np.flatnonzero(stage.evidence.rugs).tolist()
    ways = [(low + CLEAR, members[1:]), (low + max(_SUNK_THIN, min(_MOST_SUNK, 0.6 * height)), members[1:])]
    if rugs and not stage.evidence.rugs[body]:
        ways.append((low + CLEAR, [*members[1:], *rugs]))  # with its feet through the rug, on the floor
    for ceiling, ignored in ways:
        y = stage.rest_height(body, setting, ceiling, ignored)
        if abs(y - setting.poses[body, 1]) > 1e-6:
            pose = setting.poses[body].copy()
            pose[1] = y + HAIR * (y > stage.extents(body, float(pose[3]))[0][1] * -1.0 + 1e-4)
            found.append(pose)
            if y < setting.poses[body, 1]:
                found += _let_down(stage, setting, members, pose)
    return found


def _let_down(stage: RepairStage, setting: Setting, members: Sequence[int], lowest: FloatArray) -> list[FloatArray]:
    """The pose at which a body that comes down first touches something, where that is above a pose found on a grid: what is round
    meets what is round between the points of one."""
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
    """Poses at which what hangs touches a wall, or what covers it, with its back; or the ceiling with its top."""
    body = members[0]
    room = stage.evidence.room
    found = []
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
            found.append(setting.poses[body] + np.append(far * direction, 0.0))
    return found


def _wall_ways(setting: Setting, body: int, back: FloatArray) -> list[FloatArray]:
    """Directions to the walls that a flat thing may lie against."""
    size = setting.high[body] - setting.low[body]
    axes = [np.array([1.0, 0.0, 0.0]), np.array([0.0, 0.0, 1.0])]
    thin = axes[0] if size[0] <= size[2] else axes[1]
    return [d for d in (thin, -thin) if abs(float(d @ back)) < 0.999]


def _until_touch(
    stage: RepairStage, setting: Setting, members: Sequence[int], direction: FloatArray, most: float
) -> float | None:
    """Metres, negative backward, along a direction until a unit touches a wall or a fixed body; None within no reach."""

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
    """Poses toward the middle of what carries a body, at which more and more of it is over that."""
    body = members[0]
    pose, base = setting.poses[body], setting.poses[carrier]
    way = base[[0, 2]] - pose[[0, 2]]
    length = float(np.hypot(*way))
    if length < 1e-6:
        return []
    found = []
    for r in _STEPS:
        if r >= length:
            break
        found.append(pose + np.array([way[0] * r / length, 0.0, way[1] * r / length, 0.0]))
    return found


def turned(setting: Setting, body: int, others: Sequence[int]) -> list[FloatArray]:
    """Poses in place, turned square to the room or to another body, and a little either way."""
    pose = setting.poses[body]
    yaw = float(pose[3])
    square = {round(yaw / (np.pi / 2)) * np.pi / 2}
    for j in others:
        base = float(setting.poses[j, 3])
        square.add(base + round((yaw - base) / (np.pi / 2)) * np.pi / 2)
    wanted = [*square, *(yaw + np.radians(d) for d in (5, -5, 10, -10, 15, -15, 25, -25))]
    return [np.array([*pose[:3], w]) for w in wanted if abs(w - yaw) > 1e-4]
