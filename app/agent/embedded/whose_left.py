"""Whose left and right a destination means: the thing's own, unless the sentence says that it is the picture's; and how to say it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from scenewright.app.agent.embedded.placed import OWN_WAYS
from scenewright.app.agent.embedded.stage import SceneStage
from scenewright.app.agent.embedded.wanted import Destination

__all__ = ["by_own_sides", "seen_wall", "side_of_most", "side_told"]

_CLEARLY = 0.3
_BESIDE = ("left_of", "right_of")


def by_own_sides(stage: SceneStage, where: Destination, targets: Sequence[str]) -> Destination:
    """A destination whose left is the picture's, in terms of the thing's own sides; others as they are."""
    if not where.seen or where.relation not in OWN_WAYS or len(targets) != 1 or stage.is_building(targets[0]):
        return where
    asked = _picture(stage, where.relation)
    sides = sorted(OWN_WAYS, key=lambda relation: -_along(asked, _own(stage, targets[0], relation)))
    # a view across the room sees a thing's own left about as much to one side as its back: sides come first
    beside = next((s for s in sides if s in _BESIDE and _along(asked, _own(stage, targets[0], s)) > _CLEARLY), "")
    return replace(where, relation=beside if beside and where.relation in _BESIDE else sides[0])


def side_of_most(stage: SceneStage, paths: Sequence[str], target: str) -> str:
    """The own side of a thing, as a relation, on which most of several things are."""
    x, z = stage.point_of(target)
    sides = {side: _own(stage, target, side) for side in OWN_WAYS}
    nearest = [
        max(sides, key=lambda side: _along((px - x, pz - z), sides[side])) for px, pz in map(stage.point_of, paths)
    ]
    return max(sorted(set(nearest)), key=nearest.count)


def side_told(stage: SceneStage, where: Destination, targets: Sequence[str]) -> str:
    """What tells whose left was taken, where the thing's own is not the picture's; '' for nothing. After :func:`by_own_sides`."""
    if where.relation not in _BESIDE or len(targets) != 1 or stage.is_building(targets[0]):
        return ""
    side = where.relation.removesuffix("_of")
    own = _own(stage, targets[0], where.relation)
    if _along(_picture(stage, where.relation), own) > _CLEARLY:
        return ""
    across = _along(_picture(stage, "right_of"), own)
    seen = "" if abs(across) < _CLEARLY else f"; on the {'right' if across > 0 else 'left'} in the picture"
    return f" (its own {side}{seen})"


_OPPOSITE = {"left": "right", "right": "left", "back": "front", "front": "back"}


def seen_wall(stage: SceneStage, where: Destination) -> Destination:
    """A destination at *the wall on the right*, which is the picture's right, in terms of the room's own walls; others as they are."""
    if not where.seen or where.way not in _OPPOSITE or not where.kind.endswith("wall"):
        return where
    x, z = stage.right
    right = ("right" if x > 0 else "left") if x else ("front" if z > 0 else "back")
    back = {"right": "back", "left": "front", "front": "right", "back": "left"}[right]
    named = {"right": right, "left": _OPPOSITE[right], "back": back, "front": _OPPOSITE[back]}
    return replace(where, way=named[where.way], seen=False)


def _own(stage: SceneStage, path: str, relation: str) -> tuple[float, float]:
    x, z = OWN_WAYS[relation]
    yaw = stage.box(path).yaw
    return x * math.cos(yaw) + z * math.sin(yaw), z * math.cos(yaw) - x * math.sin(yaw)


def _picture(stage: SceneStage, relation: str) -> tuple[float, float]:
    x, z = stage.view_right
    return {"left_of": (-x, -z), "right_of": (x, z), "in_front_of": (-z, x), "behind": (z, -x)}[relation]


def _along(one: tuple[float, float], other: tuple[float, float]) -> float:
    return one[0] * other[0] + one[1] * other[1]
