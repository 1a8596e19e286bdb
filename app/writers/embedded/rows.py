"""Rows of like things that look at something: desks before a blackboard, chairs before a stage, mats before an instructor.

The things of a row stand in a grid and move as one. The grid is put before what they look at, with room to walk in front.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.app.furnishing.footprints import turned
from scenewright.app.furnishing.places_around import row_pitch
from scenewright.app.furnishing.traits import is_desk, is_table
from scenewright.app.writers.embedded.bonds import IMPLIED, Bond
from scenewright.app.writers.embedded.roomplan import WALLS, RoomPlan
from scenewright.app.writers.embedded.selection import Item

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.clusters import Cluster

__all__ = ["Rows", "find_rows", "hang_focus", "row_poses"]

_ROWS_FROM = 4
_MOST_COLUMNS = 8
_FREE_IN_FRONT = (1.9, 1.5, 2.4, 1.2, 3.0, 3.8, 0.8)
"""Metres between the first row and the wall that it looks at, the best first."""


@dataclass(frozen=True, eq=False)
class Rows:
    """A grid of things. `focus`: what they look at; None: a wall. `wall`: the wall, '' where the focus decides."""

    items: list[Item]
    focus: Item | None
    wall: str
    columns: int

    @property
    def bonds(self) -> list[Bond]:
        """Places of all but the first, in its frame."""
        first, *others = self.items
        return [
            Bond("row", item, (first,), "", str(self.columns), rank, len(self.items), IMPLIED)
            for rank, item in enumerate(others, start=1)
        ]


def find_rows(items: list[Item], bonds: list[Bond]) -> list[Rows]:
    """Groups of four or more like things on the floor that all look at one thing or wall; and desks and tables of which the text says
    nothing else."""
    groups: dict[int, list[Item]] = {}
    for item in items:
        if item.support == "floor":
            groups.setdefault(item.request, []).append(item)
    found = []
    for group in groups.values():
        if len(group) < _ROWS_FROM:
            continue
        said = {id(i): [b for b in bonds if b.item is i and (b.place or b.anchors) and b.kind != "with"] for i in group}
        faced = [next((b for b in said[id(i)] if b.kind == "facing"), None) for i in group]
        others = any(b.kind not in ("facing", "along", "across") for i in group for b in said[id(i)])
        if others:
            continue
        first = faced[0]
        if first is None:
            if not any(said.values()) and (is_desk(group[0]) or is_table(group[0])):
                found.append(Rows(group, None, "", _columns(group)))
            continue
        if all(b is not None and b.anchors[:1] == first.anchors[:1] for b in faced):
            focus = first.anchors[0] if first.anchors else None
            if focus is None or (focus.host is None and focus.support in ("wall", "floor")):
                found.append(Rows(group, focus, _named_wall(first.detail), _columns(group)))
    return found


def _named_wall(detail: str) -> str:
    return next((wall for wall in WALLS if wall in detail.split()), "")


def _columns(group: list[Item]) -> int:
    """As many as make the grid a little wider than deep."""
    across, along = row_pitch(group[0])
    columns = math.ceil(math.sqrt(1.4 * len(group) * along / across))
    rows = math.ceil(len(group) / min(columns, _MOST_COLUMNS))
    return math.ceil(len(group) / rows)  # rows of equal length


def hang_focus(rows: list[Rows], bonds: list[Bond]) -> list[Bond]:
    """Bonds that put what rows look at on the back wall, where the text gives it no place."""
    return [
        Bond("on_wall", group.focus, (), "wall", group.wall or "back", link=IMPLIED)
        for group in rows
        if group.focus is not None
        and group.focus.support == "wall"
        and not any(b.item is group.focus and b.place for b in bonds)
    ]


def row_poses(plan: RoomPlan, cluster: Cluster, rows: Rows, bonds: list[Bond]) -> Iterator[tuple[float, float, float]]:
    """Candidate (x, z, turn) of the first of the rows, so that all look at the focus from a distance."""
    wall, middle = _looked_at(plan, rows, bonds)
    # who sits at a desk looks over it, away from its front; who sits on a chair looks where its front is
    turn = WALLS[wall] if rows.items[0].looked_over else (WALLS[wall] + 180.0) % 360.0
    x0, x1, z0, z1 = cluster.box
    corners = [turned(x, z, turn) for x in (x0, x1) for z in (z0, z1)]
    low_x, high_x = min(c[0] for c in corners), max(c[0] for c in corners)
    low_z, high_z = min(c[1] for c in corners), max(c[1] for c in corners)
    sideways = wall in ("left", "right")
    size = high_x - low_x if sideways else high_z - low_z
    for free in _FREE_IN_FRONT:
        for shift in (0.0, 0.3, -0.3, 0.6, -0.6, 1.0, -1.0):
            cx, cz = plan.at_wall(wall, middle + shift, free + size / 2)
            yield cx - (low_x + high_x) / 2, cz - (low_z + high_z) / 2, turn


def _looked_at(plan: RoomPlan, rows: Rows, bonds: list[Bond]) -> tuple[str, float]:
    """The wall that rows look at, and where along it."""
    focus = rows.focus
    if focus is not None:
        foot = plan.footprint_of(focus) if focus.support == "floor" else None
        if foot is not None:
            wall = plan.nearest_wall(foot)
            return wall, foot.x if wall in ("back", "front") else foot.z
        named = [b.detail for b in bonds if b.item is focus and b.kind in ("on_wall", "against_wall") and b.detail]
        return next((w for d in named if (w := _named_wall(d))), "back"), 0.0
    return rows.wall or "back", 0.0
