"""Propose places where an unsupported body may hang: below something above it, or flat on a board or wall behind it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.scene.layout.model import Support
from scenewright.scene.layout.repair.collisions import Setting
from scenewright.scene.layout.repair.stage import TOUCH, RepairStage
from scenewright.scene.layout.repair.units import carry
from scenewright.scene.model import FloatArray

__all__ = ["below_others", "hangs_on", "onto_boards"]

_UP, _ASIDE = 0.35, 0.45
"""Metres that a body may move up, and sideways, to something that it may hang from."""

_AWAY = 0.12
"""Metres that a body may be away from the board that it may hang on."""

_STEP, _STEPS = 5e-3, 40
"""Length (metres) and number of the steps in which a body is moved until it touches its board."""

_MOST = 12
_EXACT = 5e-4
_ON_WALLS = (Support.WALL, Support.HELD)


def below_others(stage: RepairStage, setting: Setting, members: Sequence[int]) -> list[FloatArray]:
    """Poses (4,) of a unit's first body at which its top touches the underside of another body above it, the nearest first."""
    body = members[0]
    solids = stage.solids
    low, high = setting.low[body], setting.high[body]
    top = np.array([0.5 * (low[0] + high[0]), high[1], 0.5 * (low[2] + high[2])])
    owner = solids.body
    still = (
        np.abs(setting.poses - stage.home).max(axis=1) <= 1e-9
    )  # only the pieces of unmoved bodies are where `solids` has them
    usable = (owner < stage.count) & ~np.isin(owner, members)
    usable &= still[np.minimum(owner, stage.count - 1)]
    rise = solids.low[:, 1] - top[1]
    usable &= (rise >= -_UP) & (rise <= _UP) & (solids.high[:, 1] > low[1])
    nearest = np.clip(top[[0, 2]], solids.low[:, (0, 2)], solids.high[:, (0, 2)])
    aside = np.hypot(*(nearest - top[[0, 2]]).T)
    usable &= aside <= _ASIDE
    pieces = np.flatnonzero(usable)
    order = pieces[np.argsort(aside[pieces] + np.abs(rise[pieces]), kind="stable")][:_MOST]
    poses = []
    for piece in order.tolist():
        pose = setting.poses[body].copy()
        middle = 0.5 * (solids.low[piece] + solids.high[piece])[[0, 2]]
        away = middle - nearest[piece]
        reach = float(np.hypot(*away))
        inward = nearest[piece] + (away * min(1.0, 0.02 / reach) if reach > 0.0 else 0.0)  # slightly inside its edge
        pose[[0, 2]] += inward - top[[0, 2]] if aside[piece] > 0.0 else 0.0
        pose[1] += float(rise[piece])
        poses.append(pose)
    return poses


def onto_boards(stage: RepairStage, setting: Setting, members: Sequence[int]) -> list[FloatArray]:
    """Poses (4,) of a unit's first body, moved horizontally, at which it touches a body that hangs on a wall; the nearest first."""
    body = members[0]
    low, high = setting.low[body], setting.high[body]
    touching: list[tuple[float, FloatArray]] = []
    for axis in (0, 2):
        for sign in (1.0, -1.0):
            way = np.zeros(3)
            way[axis] = sign
            for j in range(stage.count):
                if j in members or stage.bodies.support[j] not in _ON_WALLS:
                    continue
                gap = setting.low[j, axis] - high[axis] if sign > 0 else low[axis] - setting.high[j, axis]
                others = [k for k in range(3) if k != axis]
                beside = (setting.low[j, others] < high[others]) & (setting.high[j, others] > low[others])
                if beside.all() and -_AWAY <= gap <= _AWAY:
                    far = _until(stage, setting, members, j, way, gap)
                    if far is not None:
                        touching.append((abs(far), setting.poses[body] + np.append(far * way, 0.0)))
    return [pose for _, pose in sorted(touching, key=lambda f: f[0])]


def _until(
    stage: RepairStage, setting: Setting, members: Sequence[int], other: int, way: FloatArray, gap: float
) -> float | None:
    """Metres along the unit vector `way` after which a unit just touches another body; None where it never does. `gap`: metres
    between their boxes."""

    def meets(far: float) -> bool:
        pose = setting.poses[members[0]] + np.append(far * way, 0.0)
        moved = stage.moved(setting, carry(members, setting.poses, pose))
        return any(stage.meets(m, other, moved) for m in members)

    low = min(gap, 0.0) - TOUCH
    high = next((low + n * _STEP for n in range(1, _STEPS) if meets(low + n * _STEP)), None)
    if high is None or meets(low):
        return None
    low = high - _STEP
    while high - low > _EXACT:
        middle = 0.5 * (low + high)
        low, high = (low, middle) if meets(middle) else (middle, high)
    return low


def hangs_on(stage: RepairStage, body: int, setting: Setting, members: Sequence[int]) -> bool:
    """Whether a body touches a body above it, or one that hangs on a wall, so that it may hang from that. The certificate judges
    whether it does."""
    for way in np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [-1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, -1.0]]):
        pose = setting.poses[body].copy()
        pose[:3] += TOUCH * way
        moved = stage.moved(setting, {body: pose})
        near = ((moved.low[body] < setting.high) & (moved.high[body] > setting.low)).all(axis=1)
        for j in np.flatnonzero(near).tolist():
            if j in members or (way[1] == 0.0 and stage.bodies.support[j] not in _ON_WALLS):
                continue
            if stage.intersects(body, j, moved):
                return True
    return False
