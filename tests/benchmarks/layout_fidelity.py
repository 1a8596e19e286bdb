"""What a layout changed, read from the two evaluated scenes alone: no report of the layout is believed here.

Rows are matched by path. The motion of a body is what its row's world matrix makes of the centre of the bottom of its box; a
body whose rows stand differently to each other afterwards, or which is tilted or scaled, has changed inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout import Bodies, BodyMove
from scenewright.scene.layout.changes import CLOSED_M
from scenewright.scene.model import NodeKind, Scene

__all__ = ["Changes", "Shift", "changes_between", "disagreements", "whole_entities"]

STILL_M, STILL_DEG = 1e-3, 0.05
"""What the rounding of numbers in a text may change, seen from the world."""

CLOSED_DEG = 1.0
RIGID = 1e-5
"""How far numbers of a matrix may be apart where nothing was meant to change."""


@dataclass(frozen=True, slots=True)
class Shift:
    """One body that stands elsewhere: metres between the two places of the centre of its bottom, degrees about +y."""

    path: str
    distance_m: float
    turn_deg: float

    @property
    def small(self) -> bool:
        """Whether it only closes what people would not see."""
        return self.distance_m <= CLOSED_M and self.turn_deg <= CLOSED_DEG


@dataclass(frozen=True)
class Changes:
    """`bodies`: how many there are. `shifts`: what moved, furthest first. `bent`: bodies that changed inside. `entities`: what
    entity functions made and no relation opens up, and which changed inside. `gone`: paths that are in one of the scenes
    alone. `building`: rows of no body that moved."""

    bodies: int
    shifts: tuple[Shift, ...]
    bent: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    building: tuple[str, ...] = ()

    @property
    def moved(self) -> tuple[Shift, ...]:
        """Those that people could see."""
        return tuple(s for s in self.shifts if not s.small)

    @property
    def closed(self) -> tuple[Shift, ...]:
        return tuple(s for s in self.shifts if s.small)

    @property
    def share(self) -> float:
        return len(self.moved) / self.bodies if self.bodies else 0.0

    @property
    def median(self) -> float:
        """Metres, over what moved; 0 where nothing did."""
        return float(np.median([s.distance_m for s in self.shifts])) if self.shifts else 0.0

    @property
    def largest(self) -> float:
        return max((s.distance_m for s in self.shifts), default=0.0)


def changes_between(before: Scene, after: Scene, bodies: Bodies) -> Changes:
    """What is different in `after`; `bodies` are those of `before`."""
    number = {path: row for row, path in enumerate(after.paths)}
    match = np.array([number.get(path, -1) for path in before.paths])
    gone = [p for p, m in zip(before.paths, match.tolist(), strict=True) if m < 0]
    gone += sorted(set(after.paths) - set(before.paths))
    there = match >= 0
    world, other = before.world_from_local, after.world_from_local[np.maximum(match, 0)]
    owner = _owners(before, bodies.row)
    shifts, bent = [], []
    for i, row in enumerate(bodies.row.tolist()):
        if not there[row]:
            continue
        motion = other[row] @ np.linalg.inv(world[row])
        foot = bodies.initial[i, :3] + (0.0, bodies.ground, 0.0)
        away = float(np.linalg.norm(motion[:3, :3] @ foot + motion[:3, 3] - foot))
        turn = abs(float(np.degrees(np.arctan2(motion[0, 2], motion[2, 2]))))
        if away > STILL_M or turn > STILL_DEG:
            shifts.append(Shift(bodies.path[i], away, turn))
        rows = np.flatnonzero((owner == row) & there)
        if not _upright(motion) or not _rigid(world, other, row, rows):
            bent.append(bodies.path[i])
    loose = np.flatnonzero((owner < 0) & there & np.isin(np.arange(len(before)), before.leaf_rows))
    moved = [before.paths[r] for r in loose.tolist() if not np.allclose(world[r], other[r], rtol=0.0, atol=RIGID)]
    entities = [
        before.paths[r]
        for r in whole_entities(before)
        if not _rigid(world, other, r, np.flatnonzero(there[r : before.subtree_end(r)]) + r)
    ]
    return Changes(
        len(bodies),
        tuple(sorted(shifts, key=lambda s: (-s.distance_m, s.path))),
        tuple(bent),
        tuple(entities),
        tuple(gone),
        tuple(moved),
    )


def whole_entities(scene: Scene) -> list[int]:
    """Rows of what entity functions made that is to stay as it was made: all but the root, what holds the room, a root's only
    child, and what a relation or an ``adjust`` reaches into."""
    named = {p for r in scene.relations for some in r.paths.values() for p in some}
    named |= {a.resolved for a in scene.adjusts if a.resolved}
    index = {path: row for row, path in enumerate(scene.paths)}
    inside = sorted(index[p] for p in named if p in index)
    room = -1 if scene.room is None else index[scene.room.path]
    found = []
    for row in np.flatnonzero(scene.nodes.kind == NodeKind.ENTITY).tolist():
        end = scene.subtree_end(row)
        alone = scene.nodes.parent[row] == 0 and len(scene.children_of(0)) == 1
        if row == 0 or alone or row <= room < end or any(row < r < end for r in inside):
            continue
        found.append(row)
    return found


def disagreements(changes: Changes, moves: Iterable[BodyMove]) -> list[str]:
    """What the moves that a layout reports say differently from what the scenes show."""
    told = {m.path: m for m in moves}
    found = []
    for s in changes.shifts:
        m = told.pop(s.path, None)
        if m is None:
            found.append(f"{s.path} moved {s.distance_m:.3f} m and {s.turn_deg:.1f} degrees: not reported")
        elif abs(m.distance_m - s.distance_m) > 2 * STILL_M or abs(m.turn_deg - s.turn_deg) > 2 * STILL_DEG:
            found.append(
                f"{s.path} moved {s.distance_m:.3f} m and {s.turn_deg:.1f} degrees: reported are {m.distance_m:.3f} m and "
                f"{m.turn_deg:.1f}"
            )
    found += [
        f"{m.path} is reported to move {m.distance_m:.3f} m and {m.turn_deg:.1f} degrees: it stays"
        for m in told.values()
        if m.distance_m > 2 * STILL_M or m.turn_deg > 2 * STILL_DEG
    ]
    found += [f"{m.path} moves for no reason that is reported" for m in moves if not m.why]
    return found


def _owners(scene: Scene, rows: Sequence[int]) -> np.ndarray:
    """(N,) the body that every row belongs to, the innermost; -1: none."""
    owner = np.full(len(scene), -1)
    for row in sorted(int(r) for r in rows):
        owner[row : scene.subtree_end(row)] = row
    return owner


def _upright(motion: np.ndarray) -> bool:
    """Whether a (4, 4) motion only moves, and turns about +y."""
    yaw = np.arctan2(motion[0, 2], motion[2, 2])
    c, s = np.cos(yaw), np.sin(yaw)
    return bool(np.allclose(motion[:3, :3], [[c, 0, s], [0, 1, 0], [-s, 0, c]], rtol=0.0, atol=10 * RIGID))


def _rigid(world: np.ndarray, other: np.ndarray, row: int, rows: np.ndarray) -> bool:
    """Whether rows stand to `row` as before."""
    if not rows.size:
        return True
    one = np.linalg.inv(world[row]) @ world[rows]
    two = np.linalg.inv(other[row]) @ other[rows]
    size = max(1.0, float(np.abs(one).max()))
    return bool(np.allclose(one, two, rtol=0.0, atol=RIGID * size))
