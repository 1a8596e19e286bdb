"""Formations that look at something: desks before a blackboard, chairs before a stage, mats before an instructor.

They are put before what they look at, with room to walk in front.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scenewright.app.furnishing.footprints import turned
from scenewright.app.writers.embedded.bonds import IMPLIED, Bond
from scenewright.app.writers.embedded.formations import Formation
from scenewright.app.writers.embedded.roomplan import WALLS, RoomPlan

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.cluster import Cluster

__all__ = ["formation_poses", "hang_focus", "taken_before"]

_FREE_IN_FRONT = (1.9, 1.5, 2.4, 1.2, 3.0, 3.8, 4.6, 5.4, 0.8)
"""Metres between the first row and the wall that it looks at, the best first."""
_AT_FOCUS = 1.3
"""Metres that who sits at a desk before a blackboard needs, in addition to the desk."""
_GRID = 0.25


def hang_focus(formations: list[Formation], bonds: list[Bond]) -> list[Bond]:
    """Bonds that put what formations look at on the back wall, where the text gives it no place."""
    return [
        Bond("on_wall", group.focus, (), "wall", group.wall or "back", link=IMPLIED)
        for group in formations
        if group.focus is not None
        and group.focus.support == "wall"
        and not any(b.item is group.focus and b.place for b in bonds)
    ]


def formation_poses(
    plan: RoomPlan, cluster: Cluster, formation: Formation, bonds: list[Bond]
) -> Iterator[tuple[float, float, float]]:
    """Candidate (x, z, turn) of the first of a formation, in order of their worth."""
    if formation.looks:
        yield from _before_focus(plan, cluster, formation, bonds)
        if not plan.large:
            return
    yield from _about_middle(plan, cluster)


def _before_focus(
    plan: RoomPlan, cluster: Cluster, formation: Formation, bonds: list[Bond]
) -> Iterator[tuple[float, float, float]]:
    wall, middle = _looked_at(plan, formation, bonds)
    # who sits at a desk looks over it, away from its front; who sits on a chair looks where its front is
    away = formation.sat_at or formation.shape.kind in ("u", "half circle")
    turn = WALLS[wall] if away else (WALLS[wall] + 180.0) % 360.0
    turn = (turn + cluster.own_turn) % 360.0
    x0, x1, z0, z1 = cluster.box
    corners = [turned(x, z, turn) for x in (x0, x1) for z in (z0, z1)]
    low_x, high_x = min(c[0] for c in corners), max(c[0] for c in corners)
    low_z, high_z = min(c[1] for c in corners), max(c[1] for c in corners)
    before = _before_wall(plan, formation)
    sideways = wall in ("left", "right")
    size = high_x - low_x if sideways else high_z - low_z
    least = taken_before(formation, bonds)
    for free in [free for free in _FREE_IN_FRONT if free > least] or [least]:
        for shift in (0.0, 0.3, -0.3, 0.6, -0.6, 1.0, -1.0):
            cx, cz = plan.at_wall(wall, middle + shift, before + free + size / 2)
            yield cx - (low_x + high_x) / 2, cz - (low_z + high_z) / 2, turn


def taken_before(formation: Formation, bonds: list[Bond]) -> float:
    """Metres before what a formation looks at that others take: the desk of a teacher, with its chair."""
    deep = [b.item.depth for b in bonds if b.kind == "in_front_of" and b.anchors[:1] == (formation.focus,)]
    return max(deep) + _AT_FOCUS if deep and formation.focus is not None else 0.0


def _before_wall(plan: RoomPlan, formation: Formation) -> float:
    """How many metres farther from the wall a formation stands, because somebody serves behind what it looks at."""
    served = next((f for i, f in plan.served if i is formation.focus), None)
    return 0.0 if served is None else 2 * served.half_depth


def _about_middle(plan: RoomPlan, cluster: Cluster) -> Iterator[tuple[float, float, float]]:
    """Poses on a grid, those nearest to the middle of the room first."""
    found = []
    for order in range(4):
        turn = (90.0 * order + cluster.own_turn) % 360.0
        x0, x1, z0, z1 = cluster.box
        corners = [turned(x, z, turn) for x in (x0, x1) for z in (z0, z1)]
        low_x, high_x = min(c[0] for c in corners), max(c[0] for c in corners)
        low_z, high_z = min(c[1] for c in corners), max(c[1] for c in corners)
        spare_x, spare_z = plan.width - 0.1 - (high_x - low_x), plan.depth - 0.1 - (high_z - low_z)
        if spare_x < 0 or spare_z < 0:
            continue
        nx, nz = int(spare_x / 2 / _GRID), int(spare_z / 2 / _GRID)
        for i in range(-nx, nx + 1):
            for k in range(-nz, nz + 1):
                cx, cz = i * _GRID, k * _GRID
                far = round(cx * cx + cz * cz, 6)
                found.append((far + 0.3 * order, order, cx - (low_x + high_x) / 2, cz - (low_z + high_z) / 2, turn))
    for _, _, x, z, turn in sorted(found):
        yield x, z, turn


def _looked_at(plan: RoomPlan, formation: Formation, bonds: list[Bond]) -> tuple[str, float]:
    """The wall that a formation looks at, and where along it."""
    focus = formation.focus
    if focus is not None:
        foot = plan.footprint_of(focus) if focus.support == "floor" else None
        if foot is not None:
            wall = plan.nearest_wall(foot)
            return wall, foot.x if wall in ("back", "front") else foot.z
        named = [b.detail for b in bonds if b.item is focus and b.kind in ("on_wall", "against_wall") and b.detail]
        return next((w for d in named for w in WALLS if w in d.split()), "back"), 0.0
    return formation.wall or "back", 0.0
