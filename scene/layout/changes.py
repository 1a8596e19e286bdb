"""How a layout changed the written poses: which bodies moved, how far and why, and whether that is much."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from scenewright.scene.layout.model import Bodies, wrapped
from scenewright.scene.model import FloatArray, IntArray, Scene

__all__ = [
    "BIG_MOVE_M",
    "BIG_SHARE",
    "CLOSED_M",
    "FEW_MOVED",
    "NOTICED_DEG",
    "NOTICED_M",
    "BodyMove",
    "Fidelity",
    "Offer",
    "assemblies_changed",
    "fidelity_of",
    "is_big",
    "moves_between",
    "owners_of",
]

BIG_MOVE_M = 0.5
"""A repair that moves any body further than this is offered, not applied."""

BIG_SHARE = 0.2
"""A repair that noticeably moves more than this share of the bodies is offered, not applied."""

FEW_MOVED = 2
"""This many bodies may always move: in a room of four things, one is more than `BIG_SHARE`."""

NOTICED_M, NOTICED_DEG = 0.05, 5.0
"""People notice a move or a turn of more than this. A body that only moves with its support does not count."""

CLOSED_M = 0.01
"""A move of at most this closes a gap or an overlap that people would not see."""

_INNER = 1e-5
"""Differences of matrices of parts within a body up to this are rounding."""

_STILL_M, _STILL_DEG = 2e-4, 0.02
"""How much the rounding of written numbers may move a body."""


@dataclass(frozen=True, slots=True)
class BodyMove:
    """One body that the layout moved.

    `path`: full path. `before`, `after`: (x, y, z, yaw) in world metres and degrees, of the centre of the bottom of its box.
    `distance_m`: between the two. `turn_deg`: from 0 to 180. `why`: the violation or relation that the move mends.
    `along`: it only moves with its support, or with bodies that it is joined with.
    """

    path: str
    before: tuple[float, float, float, float]
    after: tuple[float, float, float, float]
    distance_m: float
    turn_deg: float
    why: str
    along: bool = False

    @property
    def noticed(self) -> bool:
        """Whether somebody who knows the scene would notice it."""
        return not self.along and (self.distance_m > NOTICED_M or self.turn_deg > NOTICED_DEG)

    @property
    def small(self) -> bool:
        """Whether it only closes a gap or an overlap."""
        return self.distance_m <= CLOSED_M and self.turn_deg <= 1.0

    def to_json(self) -> dict[str, object]:
        def pose(row: tuple[float, float, float, float]) -> list[float]:
            return [*(round(v, 4) for v in row[:3]), round(row[3], 2)]

        return {
            "path": self.path,
            "from": pose(self.before),
            "to": pose(self.after),
            "distance_m": round(self.distance_m, 4),
            "turn_deg": round(self.turn_deg, 2),
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Fidelity:
    """How many of the written poses are kept.

    `bodies`: number of bodies. `moved`: those that moved more than closing a gap takes; `closed`: those that moved less.
    `median_move_m`, `largest_move_m`, `largest_turn_deg`: over all that moved; 0 where none did. `assemblies_changed`: number of
    bodies whose parts moved relative to each other; this must be 0.
    """

    bodies: int
    moved: int
    closed: int
    median_move_m: float
    largest_move_m: float
    largest_turn_deg: float
    assemblies_changed: int = 0

    @property
    def unmoved_share(self) -> float:
        return 1.0 if self.bodies == 0 else 1.0 - self.moved / self.bodies

    def to_json(self) -> dict[str, object]:
        return {
            "bodies": self.bodies,
            "moved": self.moved,
            "closed": self.closed,
            "unmoved_share": round(self.unmoved_share, 4),
            "median_move_m": round(self.median_move_m, 4),
            "largest_move_m": round(self.largest_move_m, 4),
            "largest_turn_deg": round(self.largest_turn_deg, 2),
            "assemblies_changed": self.assemblies_changed,
        }


@dataclass(frozen=True, slots=True)
class Offer:
    """A repair that was found but not applied, since it changes much. `source`: the program text after it. `moves`: its moves.
    `why`: the threshold that it exceeds. `remaining`: faults that it would leave."""

    source: str
    moves: tuple[BodyMove, ...]
    why: str
    remaining: tuple[str, ...] = field(default=())

    def to_json(self) -> dict[str, object]:
        return {"why": self.why, "moves": [m.to_json() for m in self.moves], "remaining": list(self.remaining)}


def moves_between(
    bodies: Bodies,
    before: FloatArray,
    after: FloatArray,
    reasons: Mapping[int, str] | None = None,
    along: Collection[int] = (),
) -> tuple[BodyMove, ...]:
    """The moves from poses (N, 4) to others, the furthest first. Moves within rounding are left out.

    Args:
        reasons: number of a body -> why it moved.
        along: numbers of bodies that only move with others.
    """
    why = reasons or {}
    apart = np.linalg.norm(after[:, :3] - before[:, :3], axis=1)
    turn = np.degrees(np.abs(wrapped(after[:, 3] - before[:, 3])))
    moved = np.flatnonzero((apart > _STILL_M) | (turn > _STILL_DEG))
    moves = [
        BodyMove(
            bodies.path[i],
            _world(bodies, before[i]),
            _world(bodies, after[i]),
            float(apart[i]),
            float(turn[i]),
            why.get(i, ""),
            i in along,
        )
        for i in moved.tolist()
    ]
    return tuple(sorted(moves, key=lambda m: (-m.distance_m, m.path)))


def is_big(bodies: int, moves: Sequence[BodyMove]) -> bool:
    """Whether these moves, in a scene of `bodies` bodies, change so much that they are only offered."""
    moved = [m for m in moves if m.noticed]
    return len(moved) > max(FEW_MOVED, BIG_SHARE * bodies) or any(m.distance_m > BIG_MOVE_M + 1e-6 for m in moved)


def fidelity_of(bodies: int, moves: Sequence[BodyMove], assemblies_changed: int = 0) -> Fidelity:
    """How many poses are kept after these moves, in a scene of `bodies` bodies."""
    far = [m.distance_m for m in moves]
    return Fidelity(
        bodies=bodies,
        moved=sum(not m.small for m in moves),
        closed=sum(m.small for m in moves),
        median_move_m=float(np.median(far)) if far else 0.0,
        largest_move_m=max(far, default=0.0),
        largest_turn_deg=max((m.turn_deg for m in moves), default=0.0),
        assemblies_changed=assemblies_changed,
    )


def _world(bodies: Bodies, pose: FloatArray) -> tuple[float, float, float, float]:
    x, y, z, yaw = pose.tolist()
    return x, y + bodies.ground, z, float(np.degrees(wrapped(np.asarray(yaw))))


def owners_of(scene: Scene, rows: IntArray) -> IntArray:
    """(R,) for each row of the scene the number of the innermost body that contains it, -1 for none; `rows` (N,) are the bodies' rows."""
    owner = np.full(len(scene), -1, dtype=np.int32)
    for number in np.argsort(rows, kind="stable").tolist():  # a nested body comes later and overwrites its own rows
        row = int(rows[number])
        owner[row : scene.subtree_end(row)] = number
    return owner


def assemblies_changed(before: Scene, after: Scene, bodies: Bodies) -> int:
    """How many bodies have parts that moved relative to each other. Parts that are bodies themselves do not count."""
    owner = owners_of(before, bodies.row)
    if len(after) != len(before):
        return len(bodies)
    inside = np.flatnonzero(owner >= 0)
    first = bodies.row[owner[inside]]

    def relative(scene: Scene) -> FloatArray:
        world = scene.world_from_local
        inner: FloatArray = np.linalg.inv(world[first]) @ world[inside]
        return inner

    apart = np.abs(relative(after) - relative(before)).max(axis=(1, 2), initial=0.0)
    return len(np.unique(owner[inside][apart > _INNER]))
