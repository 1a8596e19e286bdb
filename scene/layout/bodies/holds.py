"""Find the support of each body (floor, wall, ceiling, another body), and which bodies belong to the building.

A relation decides first. Then for a written pose: what the body touches there, the floor, a surface, a wall or the ceiling; the
catalogue or the name decides where it touches several or none. For a pose that nobody wrote (``place`` without ``at``, a writer's
first guess): the catalogue, then the name, then the pose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.bodies.joints import is_seat
from scenewright.scene.layout.bodies.kinds import (
    belongs_to_building,
    holds_strung,
    is_strung,
    may_hang,
    may_stand_on_floor,
    support_of_words,
    usual_clearance,
)
from scenewright.scene.layout.bodies.selection import room_row
from scenewright.scene.layout.bodies.standing import AT_FLOOR
from scenewright.scene.layout.model import Support
from scenewright.scene.model import AssetRef, FloatArray, IntArray, Room, Scene

__all__ = [
    "NEAR_FLOOR",
    "Whereabouts",
    "WrittenWhereabouts",
    "asked_supports",
    "at_ceiling",
    "backed",
    "fixtures",
    "near_ceiling",
    "strung",
    "support_of",
    "whereabouts",
    "written_support",
]

AT_CEILING = 0.06
AT_WALL = 0.08
"""Metres within which a body is at the ceiling or at a wall."""

NEAR_FLOOR = 0.35
"""Metres above the floor up to which a thing made to stand there was lifted, and does not hang."""

_FLAT = 0.1
_SHALLOW = 0.15
"""Metres: a body that hangs down to the floor (a curtain) is at most this deep; a deeper one stands there."""

_BIG = 1.0
_TALL = 0.95
_SPREAD = 0.6
_Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What a body touches at its pose in the program: the floor, the ceiling, a wall (above the floor), another body that is no rug. Or
    it is at the origin, where bodies without a pose are."""

    floor: bool
    ceiling: bool
    wall: bool
    body: bool
    origin: bool


def whereabouts(
    room: Room | None, initial: FloatArray, half: FloatArray, height: FloatArray, host: IntArray
) -> list[Whereabouts]:
    """The whereabouts of bodies at poses (N, 4) with half sizes (N, 2) and heights (N,); `host`: (N,) the body below each, -1."""
    bottom = initial[:, 1]
    floor, origin = np.abs(bottom) <= AT_FLOOR, np.abs(initial[:, :3]).max(axis=1, initial=0.0) <= 1e-6
    wall = ceiling = np.zeros(len(initial), dtype=bool)
    if room is not None:
        wall = _at_wall(room, initial, half) & (bottom > AT_FLOOR)
        ceiling = at_ceiling(room, initial, height)
    flags = np.stack([floor, ceiling, wall, host >= 0, origin], axis=1)
    return [Whereabouts(*row) for row in flags.tolist()]


def _at_wall(room: Room, initial: FloatArray, half: FloatArray) -> _Bools:
    reach = _reach(initial, half)
    free = np.array([room.width, room.depth]) / 2.0 - (np.abs(initial[:, [0, 2]]) + reach)
    near: _Bools = free.min(axis=1) <= AT_WALL
    return near


def _reach(initial: FloatArray, half: FloatArray) -> FloatArray:
    """(N, 2) half extents along x and z of the turned footprints."""
    c, s = np.abs(np.cos(initial[:, 3])), np.abs(np.sin(initial[:, 3]))
    reach: FloatArray = np.stack([c * half[:, 0] + s * half[:, 1], s * half[:, 0] + c * half[:, 1]], axis=1)
    return reach


def backed(room: Room | None, faces: FloatArray, initial: FloatArray, half: FloatArray) -> _Bools:
    """(N,) bool, bodies whose back or broad side is at a wall of the room or at one of `faces`.

    Args:
        faces: (F, 5) further walls: unit normal (x, z), offset (inside is ``n . p >= offset``), and the least and greatest position
            along the face, toward (n_z, -n_x).
    """
    planes = faces
    if room is not None:
        w, d = room.width / 2.0, room.depth / 2.0
        walls = [[1, 0, -w, -d, d], [-1, 0, -w, -d, d], [0, 1, -d, -w, w], [0, -1, -d, -w, w]]
        planes = np.concatenate([np.array(walls, dtype=np.float64), faces])
    at_wall = np.zeros(len(initial), dtype=bool)
    at = initial[:, [0, 2]]
    back = -np.stack([np.sin(initial[:, 3]), np.cos(initial[:, 3])], axis=1)
    for nx, nz, offset, low, high in planes.tolist():
        turn = initial[:, 3] - np.arctan2(nx, nz)
        c, s = np.abs(np.cos(turn)), np.abs(np.sin(turn))
        deep, wide = s * half[:, 0] + c * half[:, 1], c * half[:, 0] + s * half[:, 1]
        gap = at @ [nx, nz] - offset - deep
        along = at @ [nz, -nx]
        turned_to = (deep <= wide) | (back @ [nx, nz] < -0.7)
        at_wall |= (np.abs(gap) <= AT_WALL) & turned_to & (along >= low) & (along <= high)
    return at_wall


def at_ceiling(room: Room | None, initial: FloatArray, height: FloatArray) -> _Bools:
    """(N,) bool, bodies that extend up to the ceiling but not down to the floor."""
    if room is None:
        return np.zeros(len(initial), dtype=bool)
    bottom = initial[:, 1]
    touching: _Bools = (np.abs(bottom + height - room.height) <= AT_CEILING) & (bottom > 0.3 * room.height)
    return touching


def near_ceiling(room: Room | None, initial: FloatArray, height: FloatArray) -> _Bools:
    """(N,) bool, bodies that are much nearer to the ceiling than to the floor."""
    if room is None:
        return np.zeros(len(initial), dtype=bool)
    near: _Bools = room.height - initial[:, 1] - height < 0.5 * initial[:, 1]
    return near


# -- relations ----------------------------------------------------------------------------------------------------------


def asked_supports(scene: Scene, owner: IntArray, number: Mapping[int, int]) -> dict[int, tuple[Support, int]]:
    """Number of a body -> the support that a relation states, and the body that carries it, -1 for none.

    Args:
        owner: (R,) the row of the body that each row belongs to.
        number: row of a body -> its number.
    """
    rows = {path: row for row, path in enumerate(scene.paths)} if scene.relations else {}
    room = room_row(scene)
    end = scene.subtree_end(room) if room >= 0 else -1
    supports: dict[int, tuple[Support, int]] = {}
    for relation in scene.relations:
        if relation.kind not in (RelationName.ON, RelationName.INSIDE, RelationName.HANGING, RelationName.ON_WALL):
            continue
        for path in relation.paths.get("a", ()):
            body = number.get(int(owner[rows[path]]), -1) if path in rows else -1
            if body < 0:
                continue
            support: tuple[Support, int] | None = None
            if relation.kind in (RelationName.HANGING, RelationName.ON_WALL):
                support = (Support.CEILING if relation.kind == RelationName.HANGING else Support.WALL, -1)
            else:
                b = next((rows[p] for p in relation.paths.get("b", ()) if p in rows), -1)
                host = number.get(int(owner[b]), -1) if b >= 0 else -1
                if host >= 0 and host != body:
                    support = (Support.SURFACE, host)
                elif room <= b < end and room >= 0 and relation.kind == RelationName.ON:
                    support = _on_room(scene, b)
            if support is not None:
                supports.setdefault(body, support)
    return supports


def _on_room(scene: Scene, row: int) -> tuple[Support, int] | None:
    """The support that ``on`` a part of the room means; None where it means none (a window's sill)."""
    segment = scene.paths[row].rsplit("/", 1)[-1]
    if segment.startswith("wall"):
        return Support.WALL, -1
    if segment.startswith(("door", "window")):
        return None
    return (Support.CEILING if segment.startswith("ceiling") else Support.FLOOR), -1


# -- each body ----------------------------------------------------------------------------------------------------------


def support_of(
    stated: tuple[Support, bool] | None,
    ref: AssetRef | None,
    texts: Sequence[str],
    size: FloatArray,
    where: Whereabouts,
) -> Support:
    """The support of one body without a written pose.

    Args:
        stated: the support that a relation states, and whether the host is a rug.
        ref: its catalogue object, if it is one.
        texts: its names.
        size: (3,) of its box.
        where: what it touches in the program.
    """
    known = Support(ref.support) if ref is not None and ref.support else None
    usual = known or support_of_words(*texts)
    flat = float(size[1]) <= _FLAT
    if stated is not None:
        support, on_rug = stated
        if on_rug and usual is not Support.SURFACE:
            support = Support.FLOOR  # furniture on a rug stands on the floor
        return Support.RUG if support is Support.FLOOR and usual is Support.RUG and flat else support
    if usual is Support.RUG:
        if where.body:
            return Support.SURFACE
        return Support.RUG if flat else Support.FLOOR
    if usual is Support.CEILING:
        low = (where.floor or where.body) and not where.ceiling
        return _by_pose(size, where) if low and not known else Support.CEILING
    if usual is Support.WALL:
        if where.body and not where.wall:
            return Support.SURFACE
        return _by_pose(size, where) if where.floor and not known else Support.WALL
    if usual is Support.SURFACE:
        if where.wall and not where.body and may_hang(*texts):
            return Support.WALL
        at_home = where.floor and not where.origin and (size[1] >= 0.35 or may_stand_on_floor(*texts))
        return Support.FLOOR if at_home else Support.SURFACE
    if usual is Support.FLOOR:
        if where.body and not where.floor:
            return Support.SURFACE
        return Support.WALL if where.wall and not where.floor and may_hang(*texts) else Support.FLOOR
    return _by_pose(size, where)


@dataclass(frozen=True, slots=True)
class WrittenWhereabouts:
    """What a body touches at its written pose. `floor`: the floor, a platform or a rug. `touches`: another body carries it. `below`:
    another body is next below it. `wall`: its back or broad side is at a wall. `ceiling`: its top is at the ceiling. `high`: it is
    much nearer to the ceiling than to the floor. `low`: it is near the floor, but not at it."""

    floor: bool
    touches: bool
    below: bool
    wall: bool
    ceiling: bool
    high: bool
    low: bool = False


def written_support(
    stated: tuple[Support, bool] | None,
    ref: AssetRef | None,
    texts: Sequence[str],
    size: FloatArray,
    where: WrittenWhereabouts,
) -> Support:
    """The support of one body with a written pose; arguments as in :func:`support_of`, but `stated` says whether the host is a rug or
    fixed."""
    known = Support(ref.support) if ref is not None and ref.support else None
    usual = known or support_of_words(*texts)
    flat = float(size[1]) <= _FLAT
    if stated is not None:
        support, on_rug = stated
        if on_rug and usual is not Support.SURFACE:
            support = Support.FLOOR
        return Support.RUG if support is Support.FLOOR and usual is Support.RUG and flat else support
    if usual is Support.WALL and where.wall and (not where.floor or min(size[0], size[2]) <= _SHALLOW):
        return Support.WALL
    if usual is Support.CEILING and where.ceiling:
        return Support.CEILING
    if where.floor:
        spread = usual is None and size[1] <= 0.03 and min(size[0], size[2]) >= 0.4
        return Support.RUG if (usual is Support.RUG and flat) or spread else Support.FLOOR
    if usual is Support.RUG and flat and where.low and not where.wall:
        return Support.RUG  # even with air below it, or intersecting the shelf of a table
    if where.touches:
        return Support.SURFACE
    if known is Support.FLOOR and where.low:
        return Support.FLOOR  # some desks hang, but this one stands by its catalogue
    furniture = usual is None and (
        any(usual_clearance(*texts)) or is_seat(*texts)
    )  # a bed in the air was lifted, it does not hang
    hangs = (usual in (None, Support.WALL, Support.CEILING) and not furniture) or may_hang(*texts)
    if where.wall and hangs:
        return Support.WALL
    if where.ceiling and (hangs or known is None):
        return Support.CEILING
    if usual in (Support.WALL, Support.CEILING):
        return usual
    if where.below:
        return Support.SURFACE
    return Support.CEILING if where.high and hangs else Support.FLOOR


def _by_pose(size: FloatArray, where: Whereabouts) -> Support:
    if where.floor:
        spread = size[1] <= 0.03 and min(size[0], size[2]) >= 0.4
        return Support.RUG if spread else Support.FLOOR
    if where.body:
        return Support.SURFACE
    if where.ceiling:
        return Support.CEILING
    return Support.WALL if where.wall else Support.FLOOR


_HUNG_UP = 1.0
"""Metres above the ground from which lights are strung up, and do not lie about."""


def strung(room: Room | None, texts: Sequence[Sequence[str]], initial: FloatArray) -> _Bools:
    """(N,) bool, lights strung high up out of doors, and the poles that they hang between: one without the other is nothing."""
    high = initial[:, 1] > _HUNG_UP
    lights = np.array([is_strung(*t) for t in texts], dtype=bool) & high
    if room is not None or not lights.any():
        return np.zeros(len(texts), dtype=bool)
    found: _Bools = lights | np.array([holds_strung(*t) for t in texts], dtype=bool)
    return found


def fixtures(
    room: Room | None,
    refs: Sequence[AssetRef | None],
    texts: Sequence[Sequence[str]],
    placed: _Bools,
    initial: FloatArray,
    size: FloatArray,
) -> _Bools:
    """(N,) bool, bodies that belong to the building and must not move.

    These are bodies of at least a metre with the name of a wall, a column, the ground, a stair and so on; and, of bodies without
    ``place``, slabs over most of the floor, and walls and columns from the floor to the ceiling. Objects of a catalogue never belong to it.
    """
    own = np.array([r is None for r in refs], dtype=bool)
    named = np.array([belongs_to_building(*t) for t in texts], dtype=bool)
    fixed = own & named & (size.max(axis=1) >= _BIG) if len(refs) else own
    if not len(refs):
        return fixed
    if room is None:
        return fixed
    slab = (size[:, 1] <= 0.3) & (size[:, 0] * size[:, 2] >= _SPREAD * room.width * room.depth)
    tall = (size[:, 1] >= _TALL * room.height) & (np.abs(initial[:, 1]) <= AT_FLOOR)
    wall_or_column = (size[:, [0, 2]].min(axis=1) <= 0.25) | (size[:, [0, 2]].max(axis=1) <= 0.7)
    built: _Bools = own & ~placed & ((slab & (np.abs(initial[:, 1]) <= 0.3)) | (tall & wall_or_column))
    return fixed | built
