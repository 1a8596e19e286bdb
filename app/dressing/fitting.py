"""Where a thing of the dressing belongs in a scene that has changed since its writer thought of it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from scenewright.app.writers.embedded.dressing_lines import DressingPiece
from scenewright.app.writers.embedded.literals import write_number
from scenewright.scene.model import FloatArray, Scene

__all__ = ["FittedPiece", "fit_piece"]

_NEAR_WALL = 0.35
"""Of half a room: what is farther out keeps its distance to the wall."""
_HIGH = 0.6
"""Of the height of a room: what is above keeps its distance to the ceiling."""
_LITTLE = 1e-3
_UPRIGHT = "rotation_matrix(math.pi / 2, (0, 1, 0)) @ rotation_matrix(-math.pi / 2, (1, 0, 0))"


@dataclass(frozen=True)
class FittedPiece:
    """A call of ``place`` and lines for ``relate``."""

    place: str
    relations: tuple[str, ...]


def fit_piece(
    piece: DressingPiece,
    scene: Scene,
    size: tuple[float, float, float],
    here: Mapping[str, str],
    *,
    name: str,
) -> FittedPiece | None:
    """A thing as it belongs into a scene; None where what it stands on is not there.

    Args:
        size: width, depth and height in metres of the room that its writer thought of.
        here: paths of that room -> paths of the scene, below its root; with those of things that are added before.
        name: to give it.
    """
    pose = _pose(piece.at, piece.turn)
    if piece.host:
        host = here.get(piece.host)
        if host is None:
            return None
        row = scene._path_index.get(f"{scene.root_name}/{host}")
        if row is not None:
            pose = scene.entity(row).world_from_local @ np.linalg.inv(_pose(piece.host_at, piece.host_turn)) @ pose
    elif scene.room is not None:
        room = scene.room
        pose[:3, 3] = _in_room(pose[:3, 3], size, (room.width, room.depth, room.height))
    turn = math.degrees(math.atan2(pose[0, 2], pose[2, 2]))
    at = ", ".join(write_number(round(float(v), 4), 4) for v in pose[:3, 3])
    called = [f"name={name!r}", *(part for part in piece.called if not part.startswith("name="))]
    turned = [f"turn={write_number(turn, 2)}"] if abs(turn) > 0.005 else []
    what = re.sub(r"\bUPRIGHT\b", _UPRIGHT, piece.what)
    place = f"place({', '.join([what, f'at=({at})', *turned, *called])})"
    return FittedPiece(place, _relations(piece, here))


def _relations(piece: DressingPiece, here: Mapping[str, str]) -> tuple[str, ...]:
    """Its relations by the names that things have now, without those of things that are not there."""
    out = []
    for line, named in piece.relations:
        if all(path in here for path in named):
            out.append(re.sub(r"'([^']*)'", lambda m: repr(here[m[1]]) if m[1] in named else m[0], line))  # noqa: B023
    return tuple(out)


def _pose(at: tuple[float, float, float], turn: float) -> FloatArray:
    """world_from_thing (4, 4) of a thing that stands upright."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    out = np.eye(4)
    out[:3, :3] = [[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]]
    out[:3, 3] = at
    return out


def _in_room(at: FloatArray, old: tuple[float, float, float], new: tuple[float, float, float]) -> FloatArray:
    """A point of one room in another of a different size (width, depth, height): as far from the wall or ceiling that it is near to."""
    out = at.copy()
    for axis, k in ((0, 0), (2, 1)):
        change = (new[k] - old[k]) / 2.0
        if abs(change) > _LITTLE:
            out[axis] = (
                out[axis] + math.copysign(change, out[axis])
                if abs(out[axis]) > _NEAR_WALL * old[k] / 2.0
                else (out[axis] * new[k] / old[k])
            )
    if out[1] > _HIGH * old[2]:
        out[1] += new[2] - old[2]
    return out
