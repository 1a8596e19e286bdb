"""Floor that should stay free: what a person needs before a front, a door or a seat, and what stands in it.

Fronts are the clearances of the bodies; doors need their swing. To sit down one needs room before the seat, or, where the front is
taken (by the table that it belongs to), behind it, to pull it back.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.bodies import is_seat, texts_of
from scenewright.scene.layout.certify.clearance import ENOUGH, SIDES, Clearance, judge_strips
from scenewright.scene.layout.certify.evidence import Evidence
from scenewright.scene.layout.certify.openings import door_box, doors_met, doors_of
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["KeptSpace", "kept_spaces"]

_TO_SIT = 0.4
"""Metres of room that one needs to sit down."""

_FRONT, _BACK = SIDES.index("front"), SIDES.index("back")


@dataclass(frozen=True, slots=True)
class KeptSpace:
    """A piece of floor that should stay free.

    `path`: the body that needs it, '' for a door. `what`: 'front', 'back', 'left' or 'right' of a body, 'seat' to sit down, 'door'.
    `corners`: (4, 2) metres (x, z) in the world. `free`: share that is free, 0 to 1. `kept`: it is free enough. `inside`: paths of
    the bodies in it.
    """

    path: str
    what: str
    corners: tuple[tuple[float, float], ...]
    free: float
    kept: bool
    inside: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        return {
            "path": self.path,
            "what": self.what,
            "polygon": [[round(x, 3), round(z, 3)] for x, z in self.corners],
            "free": round(self.free, 3),
            "kept": self.kept,
            "inside": list(self.inside),
        }


def kept_spaces(evidence: Evidence, clearance: Clearance, below: tuple[tuple[int, ...], ...]) -> tuple[KeptSpace, ...]:
    """All floor that should stay free.

    Args:
        clearance: the requested clearances.
        below: for each body the numbers of those that it rests on.
    """
    fronts = [_of_strip(evidence, clearance, k, SIDES[side]) for k, side in enumerate(clearance.side.tolist())]
    known = set(clearance.body[clearance.side == _FRONT].tolist())
    seats = [i for i in _seats(evidence) if i not in known]
    return (*_doors(evidence), *fronts, *_to_sit(evidence, np.array(seats, dtype=np.int32), below))


def _of_strip(evidence: Evidence, strips: Clearance, k: int, what: str) -> KeptSpace:
    free = float(strips.free[k])
    paths = tuple(evidence.bodies.path[i] for i in strips.inside[k])
    return KeptSpace(
        evidence.bodies.path[int(strips.body[k])], what, _corners(strips.corners[k]), free, free >= ENOUGH, paths
    )


def _seats(evidence: Evidence) -> list[int]:
    """Numbers of the bodies on the floor that people sit on."""
    scene, bodies = evidence.scene, evidence.bodies
    return [
        i
        for i in np.flatnonzero(evidence.judged & (evidence.low[:, 1] < _TO_SIT)).tolist()
        if is_seat(*texts_of(scene, int(bodies.row[i])))
    ]


def _to_sit(evidence: Evidence, seats: IntArray, below: tuple[tuple[int, ...], ...]) -> list[KeptSpace]:
    sides = [np.full(len(seats), side, dtype=np.int32) for side in (_FRONT, _BACK)]
    depth = np.full(len(seats), _TO_SIT)
    front, back = (judge_strips(evidence, below, seats, side, depth, sitting=True) for side in sides)
    return [
        _of_strip(evidence, front if front.free[k] >= max(ENOUGH, float(back.free[k])) else back, k, "seat")
        for k in range(len(seats))
    ]


def _doors(evidence: Evidence) -> list[KeptSpace]:
    room = evidence.room
    if room is None:
        return []
    met = doors_met(evidence)
    spaces = []
    for door in doors_of(evidence):
        (x0, _, z0), (x1, _, z1) = door_box(room, door).tolist()
        inside = tuple(evidence.bodies.path[m.body] for m in met if m.opening is door)
        corners = ((x0, z0), (x1, z0), (x1, z1), (x0, z1))
        spaces.append(KeptSpace("", "door", corners, 0.0 if inside else 1.0, not inside, inside))
    return spaces


def _corners(points: FloatArray) -> tuple[tuple[float, float], ...]:
    return tuple((float(x), float(z)) for x, z in points)
