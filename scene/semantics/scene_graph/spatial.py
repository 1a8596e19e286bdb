"""Relations of upright boxes as predicates with degrees, for many pairs at a time.

A relation is defined once, in :mod:`scenewright.scene.layout.relations`: the residuals there, in metres, decide here too. A layout
demands more than a description, though: a back flush with the wall, a thing squarely beside another. Where people would state a
relation that a layout would still improve, :mod:`scenewright.scene.layout.relations.spoken` and :meth:`Spatial.holds` are more
lenient, and say why.

Directions are in b's own frame: its left hand is +x where it faces +z. InstructScene (Lin and Mu, ICLR 2024, section 4) sorts
the floor about b into four quarters of 90 degrees in the room's frame; here the quarters turn with b.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout import Anchor, AnchorKind, Bodies, Constraint, Numbers, Problem, Support
from scenewright.scene.layout.relations import (
    ALONG,
    BETWEEN,
    COS,
    DEFINITIONS,
    FORMULAS,
    HALF_DEPTH,
    HALF_WIDTH,
    HEIGHT,
    LEANING,
    SIDEWAYS,
    SIN,
    SPOKEN,
    WALLS,
    Reader,
    X,
    Y,
    Z,
    box_gap,
    extents_along,
    in_frame,
    relative_turn,
    vertical_gap,
)
from scenewright.scene.model import Camera, FloatArray, Room

__all__ = ["DIRECTIONS", "PAIRWISE", "Bools", "Spatial", "turned_box"]

Bools = npt.NDArray[np.bool_]

DIRECTIONS = ("left_of", "right_of", "in_front_of", "behind")
PAIRWISE = ("next_to", "near", "far", "across", *DIRECTIONS, "facing", "inside", "under", "above")
"""Relations of two things that boxes alone decide."""

_FAR_AWAY = 1e6


class Spatial:
    """N boxes in a room.

    Args:
        boxes: (N, 8) as in :mod:`scenewright.scene.layout.relations.measures`, metres, world frame.
        room: the room whose walls count; None: out of doors, where nothing is at a wall.
        camera: the camera whose picture decides left and right in the view.
        hung: (N,) bool, things on walls.
        openings: (N,) bool, doors and windows.
        looks_back: (N,) bool, things at whose front people are and look over them, such as desks; they face what is behind them.
    """

    def __init__(
        self,
        boxes: FloatArray,
        room: Room | None = None,
        camera: Camera | None = None,
        *,
        hung: Bools | None = None,
        openings: Bools | None = None,
        looks_back: Bools | None = None,
    ) -> None:
        self.boxes = boxes
        self.room = room
        none = np.zeros(len(boxes), dtype=bool)
        self.hung = none if hung is None else hung
        self.openings = none if openings is None else openings
        self.looks_back = none if looks_back is None else looks_back
        self._reader = Reader(_problem(boxes, room, camera))

    def __len__(self) -> int:
        return len(self.boxes)

    # -- measures -------------------------------------------------------------------------------------------------------

    def gap(self, a: npt.ArrayLike, b: npt.ArrayLike) -> FloatArray:
        """Metres between the nearest points of boxes a and b; 0 where they overlap."""
        return np.maximum(box_gap(self.boxes[np.asarray(a)], self.boxes[np.asarray(b)]), 0.0)

    def nearness(self, a: npt.ArrayLike, b: npt.ArrayLike) -> FloatArray:
        """As :meth:`gap`, but minus the penetration depth where boxes overlap. It orders things by nearness."""
        return box_gap(self.boxes[np.asarray(a)], self.boxes[np.asarray(b)])

    def quarter(self, a: npt.ArrayLike, b: npt.ArrayLike) -> npt.NDArray[np.int64]:
        """The number in :data:`DIRECTIONS` of the direction of a's centre in b's frame: the nearest of b's four axes."""
        x, z = in_frame(self.boxes[np.asarray(a)], self.boxes[np.asarray(b)])
        sideways = np.abs(x) > np.abs(z)
        return np.where(sideways, np.where(x > 0, 0, 1), np.where(z > 0, 2, 3)).astype(np.int64)

    def across_view(self, rows: npt.ArrayLike) -> FloatArray:
        """How far to the right boxes are in the main camera's picture, in metres across its line of sight."""
        return self.across_of(self.boxes[np.asarray(rows)])

    def across_of(self, boxes: FloatArray) -> FloatArray:
        """The same of any boxes."""
        c, s = self._reader.setting.view
        out: FloatArray = c * boxes[..., X] - s * boxes[..., Z]
        return out

    def along_view(self, rows: npt.ArrayLike) -> FloatArray:
        """How far away boxes are from the main camera, in metres along its line of sight."""
        return self.along_of(self.boxes[np.asarray(rows)])

    def along_of(self, boxes: FloatArray) -> FloatArray:
        """The same of any boxes."""
        c, s = self._reader.setting.view
        out: FloatArray = -(s * boxes[..., X] + c * boxes[..., Z])
        return out

    def view_extents(self, row: int) -> tuple[float, float]:
        """Half of what a box covers across the main camera's line of sight, and along it, in metres."""
        c, s = self._reader.setting.view
        box = self.boxes[row]
        wide, deep = extents_along(box, c * box[COS] + s * box[SIN], s * box[COS] - c * box[SIN])
        return float(wide), float(deep)

    # -- predicates -----------------------------------------------------------------------------------------------------

    def residual(
        self,
        kind: str,
        a: npt.ArrayLike,
        b: npt.ArrayLike | None = None,
        *,
        view: bool = False,
        wall: str | None = None,
    ) -> FloatArray:
        """(K,) residuals of the layout's relation `kind`, metres, for a (K,) and, where it has two, b (K,).

        Args:
            view: take directions in the main camera's picture instead of b's own frame.
            wall: for ``against_wall`` and ``on_wall``: left, right, back or front; None: any.

        Raises:
            ValueError: boxes have no such relation.
        """
        first = self.boxes[np.asarray(a)]
        if b is None:
            return self._alone(kind, first, wall)
        second = self.boxes[np.asarray(b)]
        if kind in ("under", "above"):
            low, up = (a, b) if kind == "under" else (b, a)
            return self._below(np.asarray(low), np.asarray(up))
        if kind not in PAIRWISE:
            raise ValueError(f"there is no relation {kind!r} of two boxes; there are {', '.join(PAIRWISE)}")
        term = self._reader.term(_constraint(kind, frame="view") if view else _constraint(kind))
        parameters = dict(term.parameters)
        if kind == "facing":
            parameters["ahead"] = np.where(self.looks_back[np.asarray(a)], -1.0, 1.0)
        return FORMULAS[term.formula]([first, second], parameters, self._reader.setting)

    def _alone(self, kind: str, a: FloatArray, wall: str | None) -> FloatArray:
        setting = self._reader.setting
        if self.room is None:
            return np.full(a.shape[:-1], np.inf)
        if kind in ("hanging", "in_corner"):
            return FORMULAS[kind]([a], {}, setting)
        if kind not in ("against_wall", "on_wall"):
            raise ValueError(f"there is no relation {kind!r} of one box")
        parameters = {} if wall is None else {"wall": wall}
        walls = self._reader.term(_constraint("against_wall", target=False, **parameters)).parameters["walls"]
        long = (a[..., HALF_DEPTH] >= ALONG * a[..., HALF_WIDTH]) & (kind == "against_wall")
        sideways = np.where(long, SIDEWAYS, _FAR_AWAY)
        return FORMULAS["walls"]([a], {"walls": walls, "sideways": sideways}, setting)

    def _below(self, low: Numbers, up: Numbers) -> FloatArray:
        parameters = {
            "wall_low": self.hung[low].astype(np.float64),
            "wall_up": self.hung[up].astype(np.float64),
            "open_low": self.openings[low].astype(np.float64),
            "open_up": self.openings[up].astype(np.float64),
        }
        return FORMULAS["below"]([self.boxes[low], self.boxes[up]], parameters, self._reader.setting)

    def degree(self, kind: str, residual: FloatArray) -> FloatArray:
        """The degree of a relation from its residuals in metres: 1 where it holds exactly, 1/2 at the tolerance, toward 0 further off."""
        scale = SPOKEN.get(kind, DEFINITIONS[kind].tolerance)
        out: FloatArray = 1.0 / (1.0 + np.maximum(residual, 0.0) / scale)
        return out

    def holds(
        self,
        kind: str,
        a: npt.ArrayLike,
        b: npt.ArrayLike | None = None,
        *,
        view: bool = False,
        wall: str | None = None,
    ) -> Bools:
        """(K,) whether people would say that a relation holds.

        It differs from the layout's definition as follows. A thing is also to the left of another where it is off the corner, if its middle
        is beyond the side and in the left quarter. It may be against a wall with any of its sides. It is next to another only where the
        two share a range of heights (a picture is not next to the bed below it).
        """
        a = np.asarray(a)
        residual = self.residual(kind, a, b, view=view, wall=wall)
        out: Bools = residual <= SPOKEN.get(kind, DEFINITIONS[kind].tolerance) + 1e-6
        if kind in ("against_wall", "on_wall") and self.room is not None:
            out |= self.wall_gap(a, wall) <= SPOKEN[kind] + 1e-6
        if b is None:
            return out
        second = np.asarray(b)
        if kind in DIRECTIONS and not view:
            out |= self._in_quarter(kind, a, second)
        if kind in ("next_to", "across"):
            out &= vertical_gap(self.boxes[a], self.boxes[second]) < 0.0
        return out

    def _in_quarter(self, kind: str, a: Numbers, b: Numbers) -> Bools:
        first, second = self.boxes[a], self.boxes[b]
        x, z = in_frame(first, second)
        out = np.abs(x) - second[..., HALF_WIDTH] if kind in DIRECTIONS[:2] else np.abs(z) - second[..., HALF_DEPTH]
        beyond: Bools = (out >= 0.0) & (self.quarter(a, b) == DIRECTIONS.index(kind))
        return beyond

    def wall_gap(self, a: npt.ArrayLike, wall: str | None = None) -> FloatArray:
        """(K,) metres from the nearest side of a to the wall (the named one, or any). Only sides parallel to the wall within 11 degrees
        count, and corners that touch it; inf for others."""
        box = self.boxes[np.asarray(a)]
        best = np.full(box.shape[:-1], np.inf)
        if self.room is None:
            return best
        for name, (nx, nz, reach) in _walls_of(self.room).items():
            if wall is not None and name != wall:
                continue
            c, s = box[..., COS], box[..., SIN]
            side, front = nx * c - nz * s, nx * s + nz * c
            away = reach + nx * box[..., X] + nz * box[..., Z]
            gap = away - np.abs(side) * box[..., HALF_WIDTH] - np.abs(front) * box[..., HALF_DEPTH]
            level = (np.minimum(np.abs(side), np.abs(front)) <= np.sin(np.deg2rad(11.0))) | (np.abs(gap) <= LEANING)
            best = np.minimum(best, np.where(level, np.abs(gap), np.inf))
        return best

    def between(self, a: npt.ArrayLike, b: npt.ArrayLike, c: npt.ArrayLike) -> Bools:
        """(K,) whether a stands between b and c: on the floor, its middle is close to the line from b's middle to c's (within half of the
        greatest width of the three across it), and not at either end."""
        boxes = [self.boxes[np.asarray(k)] for k in (a, b, c)]
        at, start, stop = (box[..., [X, Z]] for box in boxes)
        along = stop - start
        length = np.maximum(np.linalg.norm(along, axis=-1), 1e-9)
        unit = along / length[..., None]
        t = ((at - start) * unit).sum(axis=-1) / length
        off = np.abs(unit[..., 0] * (at - start)[..., 1] - unit[..., 1] * (at - start)[..., 0])
        wide = [_across(box, unit) for box in boxes]
        out: Bools = (t > BETWEEN[0]) & (t < BETWEEN[1]) & (off <= np.maximum.reduce(wide))
        return out

    def height_order(self, a: npt.ArrayLike, b: npt.ArrayLike) -> FloatArray:
        """(K,) metres that the bottom of a is above the top of b; negative where it is below."""
        first, second = self.boxes[np.asarray(a)], self.boxes[np.asarray(b)]
        out: FloatArray = first[..., Y] - second[..., Y] - second[..., HEIGHT]
        return out


def turned_box(box: FloatArray, quarters: int) -> FloatArray:
    """The box (8,) with its front turned by a number of quarter turns to its left (+z to +x)."""
    out = np.array(box, dtype=np.float64)
    for _ in range(quarters % 4):
        out[COS], out[SIN] = -out[SIN], out[COS]
        out[HALF_WIDTH], out[HALF_DEPTH] = out[HALF_DEPTH], out[HALF_WIDTH]
    return out


def _across(box: FloatArray, unit: FloatArray) -> FloatArray:
    """Half of the width of a box across a direction on the floor."""
    turn = np.zeros((*unit.shape[:-1], 8))
    turn[..., COS], turn[..., SIN] = unit[..., 1], unit[..., 0]  # a frame whose front points along the direction
    wide, _ = extents_along(box, *relative_turn(box, turn))
    return wide


def _walls_of(room: Room) -> dict[str, tuple[float, float, float]]:
    w, d = room.width / 2.0, room.depth / 2.0
    return dict(zip(WALLS, ((1.0, 0.0, w), (-1.0, 0.0, w), (0.0, 1.0, d), (0.0, -1.0, d)), strict=True))


def _constraint(kind: str, *, target: bool = True, **parameters: str) -> Constraint:
    """A relation of box 0 to box 1, from which the formula and its parameters are read."""
    return Constraint(
        0, RelationName(kind), (0,), Anchor(AnchorKind.BODY, 1) if target else None, parameters=parameters
    )


def _problem(boxes: FloatArray, room: Room | None, camera: Camera | None) -> Problem:
    """A problem with two placeholder boxes, since formulas and the room do not depend on the boxes."""
    n = 2
    some = np.resize(boxes, (n, 8)) if len(boxes) else np.zeros((n, 8))
    half, none = some[:, [HALF_WIDTH, HALF_DEPTH]], np.full(n, -1, dtype=np.int32)
    initial = np.column_stack([some[:, :3], np.arctan2(some[:, SIN], some[:, COS])])
    bodies = Bodies(
        row=np.arange(n, dtype=np.int32),
        path=("", ""),
        half=half,
        height=some[:, HEIGHT],
        initial=initial,
        body_from_row=np.tile(np.eye(4), (n, 1, 1)),
        support=(Support.FLOOR,) * n,
        fixed=np.zeros(n, dtype=bool),
        clearance=np.zeros((n, 4)),
        boxes=(np.zeros((1, 2, 3)),) * n,
        surfaces=((),) * n,
    )
    open_air = Room(1.0, 1.0, float("inf"))
    return Problem(bodies, open_air if room is None else room, (), none, none, camera)
