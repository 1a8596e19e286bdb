"""Push a row of bodies: those in the way of a moved unit, those in their way, and so on, all in one direction."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.scene.layout.repair.collisions import Setting
from scenewright.scene.layout.repair.stage import HAIR, RepairStage
from scenewright.scene.layout.repair.units import Units, carry
from scenewright.scene.model import FloatArray

__all__ = ["pushed"]

_MOST = 8
"""Bodies that may be pushed."""

_FAR = 1.0
"""Metres that each body may be pushed."""


def pushed(
    stage: RepairStage,
    units: Units,
    setting: Setting,
    members: Sequence[int],
    direction: FloatArray,
    still: frozenset[int],
) -> tuple[Setting, list[int]] | None:
    """The setting after pushing all bodies out of the way of a unit, and the pushed bodies in order; None where one cannot move.

    Args:
        members: the unit, which is at its new place in `setting` already.
        direction: (3,) unit vector.
        still: bodies that must not move.
    """
    now, moved = setting, set(members)
    order: list[int] = []
    waiting = [j for _, j in stage.hits(members, now)]
    while waiting:
        j = waiting.pop(0)
        if j in moved:
            return None  # it would have to be pushed twice
        unit = units.members[j]
        if not units.movable(j) or moved.intersection(unit) or still.intersection(unit) or len(order) == _MOST:
            return None
        far = 0.0
        for m in sorted(moved):
            if any(stage.meets(m, u, now) for u in unit):
                least = float(stage.clear_after(unit, m, now, direction[None], _FAR)[0])
                if not np.isfinite(least):
                    return None
                far = max(far, least)
        pose = now.poses[j].copy()
        pose[:3] += direction * (far + HAIR)
        now = stage.moved(now, carry(unit, now.poses, pose))
        moved.update(unit)
        order.append(j)
        waiting = list(dict.fromkeys([*(k for k in waiting if k not in moved), *(k for _, k in stage.hits(unit, now))]))
        waiting = [k for k in waiting if any(stage.meets(m, k, now) for m in moved if m != k)]
    return now, order
