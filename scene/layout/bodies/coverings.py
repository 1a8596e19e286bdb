"""Recognise coverings of walls and floors, and ground and platforms: these belong to the building and are no furniture.

Shape and contact decide, with some tolerance: a panel is a sheet flat on a wall, tatami lies flat on the floor, a stage is low and
wide and has something on it. Words help: a mirror or a board on a wall is no covering. Objects of a catalogue never are.
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
"""Greatest thickness of a covering, metres."""

_CLOSE = 0.03
"""Metres of air between a covering and what it covers."""

_DEEP = 0.12
"""Metres that a covering may extend into the wall that it covers."""

_AREA = 0.8
_LENGTH = 0.6
_RISE = 0.8
"""Least square metres of a covering of a wall; or least share of the wall's length, or of its height."""

_SQUARE = 0.02
"""Radians by which a covering may be turned from its wall."""

_FLAT = 0.04
"""Metres: people step over a covering of the floor that is no thicker, and bodies stand on it as on a rug."""

_FLOOR_SHARE = 0.25
_LOW = 0.7
_WIDE = 1.5
"""Greatest height of a platform in metres, and its least area in square metres."""

_SOLID = 0.6
"""Least share of its footprint on which an unnamed platform touches its support; a table, which has legs, touches less."""

_GROUND_SHARE = 0.5
_SLOPE = 0.1
"""Greatest height of a slab, relative to the side of a square of its area."""

_ON = (0.1, 0.06)
"""Metres by which the bottom of a body may be below, and above, the top of its support."""

_Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class CoveringShapes:
    """The data of N bodies by which coverings are recognised. `own`: made of the program's own shapes. `asked`: a relation hangs them.
    `texts`: names. `initial`: (N, 4) poses. `half`: (N, 2). `height`: (N,). `boxes`, `undersides`: as in ``Bodies``."""

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
    """(N,) bool each. `wall`: coverings of walls or the ceiling. `floor`: coverings of the floor. `ground`: ground and platforms. `flat`:
    coverings of the floor that people step over."""

    wall: _Bools
    floor: _Bools
    ground: _Bools
    flat: _Bools

    @property
    def any(self) -> _Bools:
        coverings: _Bools = self.wall | self.floor | self.ground
        return coverings


def coverings_of(room: Room | None, shapes: CoveringShapes) -> Coverings:
    """Recognise the coverings and ground among bodies."""
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
    """The front faces of fixed bodies that cover walls, as in :func:`covered_walls`."""
    building = bodies.building
    return covered_walls(room, bodies.initial[building], bodies.half[building])


def covered_walls(room: Room, initial: FloatArray, half: FloatArray) -> tuple[IntArray, FloatArray]:
    """The front faces of thin bodies flat on walls, among bodies at poses (K, 4) with half sizes (K, 2).

    Returns:
        (F,) index of the wall: left, right, back, front; and (F, 5): unit normal (x, z), offset (in front of it is ``n . p >= offset``),
        begin and end of the face along (n_z, -n_x).
    """
    if not np.isfinite(room.height) or not len(initial):
        return np.zeros(0, dtype=np.int32), np.zeros((0, 5))
    sheets = _sheets(room, initial, half)
    which = np.flatnonzero(sheets.wall >= 0)
    wall = sheets.wall[which]
    offset = sheets.front[which] - _reach(room)[wall]
    faces = np.column_stack([_NORMALS[wall], offset, sheets.low[which], sheets.high[which]])
    return wall.astype(np.int32), faces


@dataclass(frozen=True, eq=False)
class _Sheets:
    """Sheets among K bodies. `wall`: (K,) index of the wall on which each lies flat, directly or over others; -1 for none. `front`: (K,)
    metres from the wall to its front. `low`, `high`: (K,) its ends along the wall."""

    wall: IntArray
    front: FloatArray
    low: FloatArray
    high: FloatArray


_NORMALS = np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]])
"""(4, 2) normals of the left, right, back and front wall, into the room."""


def _reach(room: Room) -> FloatArray:
    return np.array([room.width, room.width, room.depth, room.depth]) / 2.0


def _sheets(room: Room, initial: FloatArray, half: FloatArray) -> _Sheets:
    """Find bodies that are thin and flat on walls, or on others that are."""
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
    named = np.array([_in(WALLED, t) for t in shapes.texts], dtype=bool)
    hung = np.array([not w and _hangs(t) for w, t in zip(named, shapes.texts, strict=True)], dtype=bool)
    able = shapes.own & ~shapes.asked & ~hung
    rows = np.flatnonzero(able)
    out = np.zeros(len(able), dtype=bool)
    sheets = _sheets(room, shapes.initial[rows], shapes.half[rows])
    length = np.array([room.depth, room.depth, room.width, room.width])[np.maximum(sheets.wall, 0)]
    wide, high = sheets.high - sheets.low, shapes.height[rows]
    large = (wide * high >= _AREA) | (wide >= _LENGTH * length) | (high >= _RISE * room.height)
    out[rows] = (sheets.wall >= 0) & (large | (named[rows] & (wide * high >= 0.25 * _AREA)))
    return out


def _around(room: Room, shapes: CoveringShapes) -> _Bools:
    """(N,) bool, bodies that run along several walls: a skirting, a picture rail, panels all around."""
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
        # each box must be within a covering's thickness of a wall
        beyond = (at - reach.T >= inner - 1e-9) | (at + reach.T <= 1e-9 - inner)
        out[i] = len(boxes) > 1 and bool(beyond.any(axis=1).all()) and not _hangs(shapes.texts[i])
    return out


def _on_ceiling(room: Room, shapes: CoveringShapes) -> _Bools:
    """(N,) bool, sheets and beams under the ceiling."""
    hung = np.array([support_of_words(*t) is not None for t in shapes.texts], dtype=bool)
    top = shapes.initial[:, 1] + shapes.height
    near = np.abs(top - room.height) <= _CLOSE
    area = 4.0 * shapes.half.prod(axis=1)
    sheets: _Bools = (
        shapes.own
        & ~shapes.asked
        & ~hung
        & near
        & (shapes.height <= _THIN)
        & (area >= _FLOOR_SHARE * room.width * room.depth)
    )
    return sheets


# -- floors ---------------------------------------------------------------------------------------------------------------


def _on_floor(room: Room | None, shapes: CoveringShapes) -> _Bools:
    named = np.array([_in(FLOORED, t) for t in shapes.texts], dtype=bool)
    other = np.array(
        [support_of_words(*t) in (Support.SURFACE, Support.RUG) or _in(FURNITURE, t) for t in shapes.texts], dtype=bool
    )
    area = 4.0 * shapes.half.prod(axis=1)
    least = np.inf if room is None else _FLOOR_SHARE * room.width * room.depth
    flat = shapes.own & (shapes.height <= _THIN) & (named | (~other & (area >= least)))
    covering = np.zeros(len(flat), dtype=bool)
    bottom, top = shapes.initial[:, 1], shapes.initial[:, 1] + shapes.height
    level = 0.0
    while True:
        new = flat & ~covering & (np.abs(bottom) <= _CLOSE + level)
        if not new.any():
            return covering
        covering |= new
        level = float(top[covering].max())


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
        named = land[i] or (raised[i] and (low or len(heavy) > 0))
        out[i] = slab[i] or named or (low and bool(heavy) and not other[i] and _touching(shapes, i) >= _SOLID)
    return out


def _slabs(shapes: CoveringShapes, area: FloatArray) -> _Bools:
    """(N,) bool, flat bodies at the bottom of the scene that extend over most of it."""
    c, s = np.abs(np.cos(shapes.initial[:, 3])), np.abs(np.sin(shapes.initial[:, 3]))
    w, d = shapes.half.T
    reach = np.stack([c * w + s * d, s * w + c * d], axis=1)
    at = shapes.initial[:, [0, 2]]
    span = (at + reach).max(axis=0) - (at - reach).min(axis=0)
    flat = shapes.height <= _SLOPE * np.sqrt(area)
    low = shapes.initial[:, 1] - shapes.initial[:, 1].min() <= _CLOSE + _FLAT
    slabs: _Bools = shapes.own & flat & low & (area >= _GROUND_SHARE * span.prod()) & (len(area) > 1)
    return slabs


def _above(shapes: CoveringShapes, host: int, *, whole: bool) -> IntArray:
    """Numbers of bodies whose middles are over `host` at its top; `whole`: anywhere above its bottom."""
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
    """The share of a body's footprint on which its underside extends down to its support."""
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
    """Whether a thing with these names hangs on walls, or leans against them, without covering them."""
    if _in(HUNG, texts):
        return True
    usual = support_of_words(*texts)
    return usual in (Support.SURFACE, Support.CEILING, Support.RUG) or (
        usual is Support.WALL and not belongs_to_building(*texts)
    )
