"""Surfaces are no furniture: what covers walls and floors, and what is ground to stand on, belongs to the building.

Told by shape and contact, with tolerance: a panel is a sheet flat on a wall, tatami lies flat on the floor, a stage is low and wide and has
something on it. Words only help: a mirror or a board that hangs on a wall is no covering of it. Objects of a catalogue never are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.bodies.covering_words import FLOORED, FURNITURE, HUNG, LAND, OUTSIDE, RAISED, WALLED
from scenewright.scene.layout.bodies.kinds import belongs_to_building, heads_of, support_of_words
from scenewright.scene.layout.model import Bodies, Support, Underside
from scenewright.scene.model import FloatArray, IntArray, Room

__all__ = ["CoveringShapes", "Coverings", "covered_walls", "coverings_of", "wall_faces"]

_THIN = 0.08
"""Metres: a covering of a wall or floor is no thicker."""

_CLOSE = 0.03
"""Metres of air between a covering and what it covers."""

_DEEP = 0.12
"""Metres that a covering may reach into the wall that it covers: that harms nobody."""

_AREA = 0.8
_LENGTH = 0.6
_RISE = 0.8
"""Square metres of a covering of a wall; or the share of the wall's length, or height, that it takes."""

_SQUARE = 0.02
"""Radians that a face may be off the wall that it is parallel to."""

_FLAT = 0.04
"""Metres: what lies on the floor and is no thicker is stepped over, and is like a rug to what stands there."""

_FLOOR_SHARE = 0.25
_LOW = 0.7
_WIDE = 1.5
"""Metres that a platform is high, and square metres that it has, at most and at least."""

_SOLID = 0.6
"""Share of its footprint on which a platform that no word tells touches what it stands on: a table has legs."""

_GROUND_SHARE = 0.5
_SLOPE = 0.1
"""Height of a slab over its sides."""

_ON = (0.1, 0.06)
"""Metres by which a bottom may be below or above the top of what it stands on."""

_Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class CoveringShapes:
    """What coverings are told by, of N bodies. `own`: drawn by the program, of no catalogue. `asked`: a relation hangs them somewhere.
    `initial`: (N, 4) poses; `half`: (N, 2); `height`: (N,). `boxes`, `undersides`: of each, as bodies have them."""

    own: _Bools
    asked: _Bools
    texts: Sequence[tuple[str, ...]]
    initial: FloatArray
    half: FloatArray
    height: FloatArray
    boxes: Sequence[FloatArray]
    undersides: Sequence[Underside | None]


@dataclass(frozen=True, eq=False)
class Coverings:
    """(N,) each: what covers walls or the ceiling, what covers the floor, and what is ground to stand on. `flat`: those on the floor
    that are stepped over."""

    wall: _Bools
    floor: _Bools
    ground: _Bools
    flat: _Bools

    @property
    def any(self) -> _Bools:
        found: _Bools = self.wall | self.floor | self.ground
        return found


def coverings_of(room: Room | None, shapes: CoveringShapes) -> Coverings:
    """Which bodies are surfaces of the building or of the ground."""
    n = len(shapes.texts)
    none = np.zeros(n, dtype=bool)
    if not shapes.own.any():
        return Coverings(none, none.copy(), none.copy(), none.copy())
    wall = none if room is None else _on_walls(room, shapes) | _around(room, shapes) | _on_ceiling(room, shapes)
    floor = ~wall & _on_floor(room, shapes)
    ground = ~wall & ~floor & _ground(room, shapes)
    return Coverings(wall, floor, ground, floor & (shapes.height <= _FLAT))


# -- walls ----------------------------------------------------------------------------------------------------------------


def wall_faces(bodies: Bodies, room: Room) -> tuple[IntArray, FloatArray]:
    """What of the building covers walls: as :func:`covered_walls`."""
    building = bodies.building
    return covered_walls(room, bodies.initial[building], bodies.half[building])


def covered_walls(room: Room, initial: FloatArray, half: FloatArray) -> tuple[IntArray, FloatArray]:
    """The fronts of what is thin and flat on walls, of bodies at poses (K, 4) with half sizes (K, 2).

    Returns:
        (F,) the wall: left, right, back, front; and (F, 5) the unit normal (x, z), the offset (before it is ``n . p >= offset``), and
        where the face begins and ends along (n_z, -n_x).
    """
    if not np.isfinite(room.height) or not len(initial):
        return np.zeros(0, dtype=np.int32), np.zeros((0, 5))
    found = _sheets(room, initial, half)
    which = np.flatnonzero(found.wall >= 0)
    wall = found.wall[which]
    offset = found.front[which] - _reach(room)[wall]
    faces = np.column_stack([_NORMALS[wall], offset, found.low[which], found.high[which]])
    return wall.astype(np.int32), faces


@dataclass(frozen=True, eq=False)
class _Sheets:
    """Of K bodies: `wall` (K,) the wall that each lies flat on, itself or over others; -1. `front`: (K,) metres from it to the
    front. `low`, `high`: (K,) along it."""

    wall: IntArray
    front: FloatArray
    low: FloatArray
    high: FloatArray


_NORMALS = np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]])
"""Of the walls left, right, back and front, into the room."""


def _reach(room: Room) -> FloatArray:
    return np.array([room.width, room.width, room.depth, room.depth]) / 2.0


def _sheets(room: Room, initial: FloatArray, half: FloatArray) -> _Sheets:
    """Which bodies are thin and flat on walls, or on others that are."""
    n = len(initial)
    reach = _reach(room)
    turn = initial[:, 3, None] - np.arctan2(_NORMALS[:, 0], _NORMALS[:, 1])
    c, s = np.abs(np.cos(turn)), np.abs(np.sin(turn))
    deep, wide = s * half[:, :1] + c * half[:, 1:], c * half[:, :1] + s * half[:, 1:]
    square = np.minimum(c, s) <= _SQUARE
    at = initial[:, [0, 2]]
    middle = at @ _NORMALS.T + reach
    along = at @ np.stack([_NORMALS[:, 1], -_NORMALS[:, 0]])
    back, front = middle - deep, middle + deep
    sheet = square & (2.0 * deep <= _THIN) & (wide >= deep) & (front >= -_CLOSE) & (back >= -_DEEP)
    wall, reached = np.full(n, -1), np.zeros((n, 4))
    while True:
        near = sheet & (back - reached <= _CLOSE)
        new = near.any(axis=1) & (wall < 0)
        if not new.any():
            break
        wall[new] = np.argmax(near[new], axis=1)
        for k in np.flatnonzero(new).tolist():
            w = int(wall[k])
            over = (np.abs(along[:, w] - along[k, w]) < wide[:, w] + wide[k, w]) & (back[:, w] >= back[k, w])
            reached[over, w] = np.maximum(reached[over, w], front[k, w])
    rows, own = np.arange(n), np.maximum(wall, 0)
    a, w = along[rows, own], wide[rows, own]
    return _Sheets(wall.astype(np.int32), front[rows, own], a - w, a + w)


def _on_walls(room: Room, shapes: CoveringShapes) -> _Bools:
    told = np.array([_in(WALLED, t) for t in shapes.texts], dtype=bool)
    hung = np.array([not w and _hangs(t) for w, t in zip(told, shapes.texts, strict=True)], dtype=bool)
    able = shapes.own & ~shapes.asked & ~hung
    rows = np.flatnonzero(able)
    out = np.zeros(len(able), dtype=bool)
    sheets = _sheets(room, shapes.initial[rows], shapes.half[rows])
    length = np.array([room.depth, room.depth, room.width, room.width])[np.maximum(sheets.wall, 0)]
    wide, high = sheets.high - sheets.low, shapes.height[rows]
    large = (wide * high >= _AREA) | (wide >= _LENGTH * length) | (high >= _RISE * room.height)
    out[rows] = (sheets.wall >= 0) & (large | (told[rows] & (wide * high >= 0.25 * _AREA)))
    return out


def _around(room: Room, shapes: CoveringShapes) -> _Bools:
    """What runs along several walls: skirting, a picture rail, panels all around."""
    out = np.zeros(len(shapes.texts), dtype=bool)
    inner = np.array([room.width, room.depth]) / 2.0 - _THIN - _CLOSE
    able = shapes.own & ~shapes.asked & (2.0 * shapes.half.max(axis=1) >= _LENGTH * min(room.width, room.depth))
    for i in np.flatnonzero(able & (shapes.half.min(axis=1) > _THIN)).tolist():
        x, _, z, yaw = shapes.initial[i]
        c, s = np.cos(yaw), np.sin(yaw)
        boxes = shapes.boxes[i][:, :, [0, 2]]
        middle, half = boxes.mean(axis=1), 0.5 * (boxes[:, 1] - boxes[:, 0])
        at = np.stack([x + c * middle[:, 0] + s * middle[:, 1], z - s * middle[:, 0] + c * middle[:, 1]], axis=1)
        reach = np.abs([[c, s], [s, c]]) @ half.T
        # each box lies beyond one of the planes that are a covering's thickness off the walls
        beyond = (at - reach.T >= inner - 1e-9) | (at + reach.T <= 1e-9 - inner)
        out[i] = len(boxes) > 1 and bool(beyond.any(axis=1).all()) and not _hangs(shapes.texts[i])
    return out


def _on_ceiling(room: Room, shapes: CoveringShapes) -> _Bools:
    """Sheets and beams under the ceiling."""
    hung = np.array([support_of_words(*t) is not None for t in shapes.texts], dtype=bool)
    top = shapes.initial[:, 1] + shapes.height
    near = np.abs(top - room.height) <= _CLOSE
    area = 4.0 * shapes.half.prod(axis=1)
    found: _Bools = (
        shapes.own
        & ~shapes.asked
        & ~hung
        & near
        & (shapes.height <= _THIN)
        & (area >= _FLOOR_SHARE * room.width * room.depth)
    )
    return found


# -- floors ---------------------------------------------------------------------------------------------------------------


def _on_floor(room: Room | None, shapes: CoveringShapes) -> _Bools:
    told = np.array([_in(FLOORED, t) for t in shapes.texts], dtype=bool)
    other = np.array(
        [support_of_words(*t) in (Support.SURFACE, Support.RUG) or _in(FURNITURE, t) for t in shapes.texts], dtype=bool
    )
    area = 4.0 * shapes.half.prod(axis=1)
    least = np.inf if room is None else _FLOOR_SHARE * room.width * room.depth
    flat = shapes.own & (shapes.height <= _THIN) & (told | (~other & (area >= least)))
    found = np.zeros(len(flat), dtype=bool)
    bottom, top = shapes.initial[:, 1], shapes.initial[:, 1] + shapes.height
    level = 0.0
    while True:
        new = flat & ~found & (np.abs(bottom) <= _CLOSE + level)
        if not new.any():
            return found
        found |= new
        level = float(top[found].max())


def _ground(room: Room | None, shapes: CoveringShapes) -> _Bools:
    land = np.array([_in(LAND, t) for t in shapes.texts], dtype=bool)
    if room is not None:
        land &= ~np.array([_in(OUTSIDE, t) for t in shapes.texts], dtype=bool)
    raised = np.array([_in(RAISED, t) for t in shapes.texts], dtype=bool)
    other = np.array([_in(FURNITURE, t) or support_of_words(*t) is not None for t in shapes.texts], dtype=bool)
    area = 4.0 * shapes.half.prod(axis=1)
    out = np.zeros(len(area), dtype=bool)
    slab = _slabs(shapes, area) if room is None else out
    wide = area >= _WIDE
    for i in np.flatnonzero(shapes.own & (slab | (wide & ~(other & ~land & ~raised)))).tolist():
        above = _above(shapes, i, whole=bool(land[i]))
        if (area[above] > area[i])[~land[above]].any():
            continue
        heavy = [k for k in above.tolist() if support_of_words(*shapes.texts[k]) is not Support.SURFACE]
        low = shapes.height[i] <= _LOW
        told = land[i] or (raised[i] and (low or len(heavy) > 0))
        out[i] = slab[i] or told or (low and bool(heavy) and not other[i] and _touching(shapes, i) >= _SOLID)
    return out


def _slabs(shapes: CoveringShapes, area: FloatArray) -> _Bools:
    """Flat things at the bottom of everything that reach over most of it."""
    c, s = np.abs(np.cos(shapes.initial[:, 3])), np.abs(np.sin(shapes.initial[:, 3]))
    w, d = shapes.half.T
    reach = np.stack([c * w + s * d, s * w + c * d], axis=1)
    at = shapes.initial[:, [0, 2]]
    span = (at + reach).max(axis=0) - (at - reach).min(axis=0)
    flat = shapes.height <= _SLOPE * np.sqrt(area)
    low = shapes.initial[:, 1] - shapes.initial[:, 1].min() <= _CLOSE + _FLAT
    found: _Bools = shapes.own & flat & low & (area >= _GROUND_SHARE * span.prod()) & (len(area) > 1)
    return found


def _above(shapes: CoveringShapes, host: int, *, whole: bool) -> IntArray:
    """Bodies whose middles are over one, at its top; `whole`: or anywhere above its bottom."""
    x, y, z, yaw = shapes.initial[host]
    away = shapes.initial[:, [0, 2]] - [x, z]
    c, s = np.cos(yaw), np.sin(yaw)
    local = np.stack([c * away[:, 0] - s * away[:, 1], s * away[:, 0] + c * away[:, 1]], axis=1)
    over = (np.abs(local) <= shapes.half[host]).all(axis=1)
    top = y + shapes.height[host]
    bottom = shapes.initial[:, 1]
    over &= (bottom <= top + _ON[1]) & (bottom >= (y if whole else top - _ON[0]))
    over[host] = False
    return np.flatnonzero(over).astype(np.int32)


def _touching(shapes: CoveringShapes, body: int) -> float:
    """The share of a body's footprint on which it reaches down to where it stands."""
    under = shapes.undersides[body]
    if under is None:
        return 1.0
    cells = np.diff(under.x)[:, None] * np.diff(under.z)[None, :]
    return float(cells[under.low <= 0.02].sum() / max(float(cells.sum()), 1e-12))


# -- words ----------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _in(table: frozenset[str], texts: tuple[str, ...]) -> bool:
    return any(head in table for text in texts for head in heads_of(text))


def _hangs(texts: tuple[str, ...]) -> bool:
    """Whether a thing of these names is hung on walls, or leans on them, and does not cover them."""
    if _in(HUNG, texts):
        return True
    said = support_of_words(*texts)
    return said in (Support.SURFACE, Support.CEILING, Support.RUG) or (
        said is Support.WALL and not belongs_to_building(*texts)
    )
