"""The data of a layout: bodies, poses and constraints.

A **body** is rigid, upright and has a frame of its own: the origin is the centre of the bottom of its oriented box, +y is
up, +z its front. A **pose** is a row ``(x, y, z, yaw)``: where that origin is in the room's frame (metres) and how far the
body is turned about +y (radians, right-handed: a yaw of pi/2 turns the front from +z to +x). Poses are arrays
``(..., 4)``, so that a thousand poses of one body are judged as one.

The room's frame is the world's: floor at y=0, centred on the origin, walls left (-x), right (+x), back (-z), front (+z).
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.language.relations import RelationName
from scenewright.scene.model import Camera, FloatArray, IntArray, Opening, Room, Support
from scenewright.scene.short_repr import short_repr

Numbers = npt.NDArray[np.integer[Any]]
"""Numbers of bodies, candidates or boxes, of whatever width numpy gives them."""

ParameterValue = str | float | tuple[bool, ...] | None
"""What a relation can have as a parameter."""

__all__ = [
    "Anchor",
    "AnchorKind",
    "Bodies",
    "Constraint",
    "Joined",
    "Numbers",
    "Problem",
    "Relief",
    "Support",
    "SupportSurface",
    "Underside",
    "box_corners",
    "planar_rotation",
    "to_body_frame",
    "to_room_frame",
    "wrapped",
]


@dataclass(frozen=True, eq=False)
class Relief:
    """The height field of an uneven surface, such as the dips of a cushion or the rim of a plate.

    `top`: (X, Z) metres in the body's frame, one a cell of the grid with lines `x` (X + 1,) and `z` (Z + 1,)."""

    x: FloatArray
    z: FloatArray
    top: FloatArray


@dataclass(frozen=True, eq=False)
class Underside:
    """The height field of a body's underside.

    `low`: (X, Z) metres in the body's frame, one a cell of the grid with lines `x` (X + 1,) and `z` (Z + 1,); inf where the body
    has nothing."""

    x: FloatArray
    z: FloatArray
    low: FloatArray


@dataclass(frozen=True, eq=False)
class SupportSurface:
    """A level place on a body where others can stand.

    `polygon`: (V, 2) convex, counter-clockwise in (x, z), metres in the body's frame. `height`: metres above the body's
    origin. `headroom`: free metres above it; inf where nothing of the body is above. `relief`: for a surface that is level to
    within a centimetre or two (a mattress, a cushion) or has a low rim (a plate); `height` is then that of its highest level part.
    """

    polygon: FloatArray
    height: float
    headroom: float = np.inf
    relief: Relief | None = None

    @property
    def area(self) -> float:
        """Square metres."""
        x, z = self.polygon[:, 0], self.polygon[:, 1]
        return float(0.5 * abs(np.dot(x, np.roll(z, -1)) - np.dot(z, np.roll(x, -1))))


@dataclass(frozen=True, eq=False)
class Bodies:
    """N rigid bodies of a scene.

    `row`: (N,) their rows in the scene. `path`: their full paths. `half`: (N, 2) half width (x) and half depth (z) of the
    oriented box, `height`: (N,) its height; metres. `initial`: (N, 4) the poses in the program.
    `body_from_row`: (N, 4, 4), such that the transform of a row is ``pose_matrix(initial) @ body_from_row``.
    `support`: the kind of support that each needs. `fixed`: (N,) bool, bodies that must not move (partitions, the ground).
    `clearance`: (N, 4) metres that stay free at front, back, left and right of the oriented box.
    `boxes`: for each body (B, 2, 3) boxes in its own frame, (least, greatest) corner, that together contain all of it; they fit
    tighter than the one oriented box where that fits poorly. `surfaces`: for each body the surfaces that others can stand on.
    `undersides`: the underside of each, None where only its boxes are known; empty where that is true of all.
    `held`: (N,) bool, furniture that is fixed while others are placed anew; None: there is none.
    `guessed`: (N,) bool, bodies whose pose nobody wrote, so that it means nothing. None: every pose was written.
    `ground`: world height (metres) of the plane y=0 of all poses here: 0 in a room, else the lowest point of the scene.
    """

    row: IntArray
    path: tuple[str, ...]
    half: FloatArray
    height: FloatArray
    initial: FloatArray
    body_from_row: FloatArray
    support: tuple[Support, ...]
    fixed: npt.NDArray[np.bool_]
    clearance: FloatArray
    boxes: tuple[FloatArray, ...]
    surfaces: tuple[tuple[SupportSurface, ...], ...]
    undersides: tuple[Underside | None, ...] = ()
    held: npt.NDArray[np.bool_] | None = None
    guessed: npt.NDArray[np.bool_] | None = None
    ground: float = 0.0

    __repr__ = short_repr

    @property
    def building(self) -> npt.NDArray[np.bool_]:
        """(N,) bool, bodies that are fixed as part of the building."""
        return self.fixed if self.held is None else self.fixed & ~self.held

    def __len__(self) -> int:
        return int(self.row.shape[0])


class AnchorKind(enum.StrEnum):
    """What the target (`b`) of a relation is."""

    BODY = "body"
    ROOM = "room"
    WALL = "wall"
    OPENING = "opening"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The target (`b`) of a relation: a body (its number), the room, a wall ('left' ...), or a door or window (number in the room)."""

    kind: AnchorKind
    body: int = -1
    wall: str = ""
    opening: int = -1


@dataclass(frozen=True)
class Constraint:
    """One relation of the program between bodies. A relation whose `a` names several bodies makes one constraint for each.

    `relation`: number in ``scene.relations``. `items`: numbers of the constrained bodies; one, except for arrangements.
    `target`: what they are placed relative to. `about`: the third argument of ``symmetric``. `parameters`: lo, hi, axis, height,
    front, frame and wall, as far as the relation has them.
    """

    relation: int
    kind: RelationName
    items: tuple[int, ...]
    target: Anchor | None = None
    about: Anchor | None = None
    parameters: Mapping[str, ParameterValue] = field(default_factory=dict)
    weight: float = 1.0
    hard: bool = False
    text: str = ""

    def number(self, name: str, otherwise: float) -> float:
        """The parameter `name` as a number; `otherwise` where the relation does not have it."""
        value = self.parameters.get(name, otherwise)
        if not isinstance(value, int | float):
            raise TypeError(f"{name} of {self.text or self.kind} is no number: {value!r}")
        return float(value)

    def word(self, name: str) -> str:
        """The parameter `name` as a word; '' where the relation does not have it."""
        return str(self.parameters.get(name) or "")

    @property
    def height(self) -> float | None:
        """Metres above the floor at which the relation asks for the items; None where it leaves that open."""
        return None if self.parameters.get("height") is None else self.number("height", 0.0)

    @property
    def bodies(self) -> tuple[int, ...]:
        """Numbers of all bodies whose poses matter to it: the items, then the bodies of `target` and `about`."""
        named = [a.body for a in (self.target, self.about) if a is not None and a.kind is AnchorKind.BODY]
        return tuple(dict.fromkeys((*self.items, *named)))


@dataclass(frozen=True, slots=True)
class Joined:
    """Bodies (their numbers) that keep their relative poses and may overlap: a tower and the stair in it.

    `why`: for people, such as "the stair stands inside the tower". `pairs`: those that may overlap (two boats that are both in the
    water may not overlap each other); empty: all may."""

    bodies: tuple[int, ...]
    why: str
    pairs: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, eq=False)
class Problem:
    """A layout problem.

    `parent`: (N,) the body that each stands on, -1 for floor, wall and ceiling. `surface`: (N,) the number of the parent's surface;
    -1: any. `unread`: number of a relation that could not be read -> the reason. `notes`: decisions that the program left open.
    `joined`: bodies that move as one; the certificate does not judge how these touch."""

    bodies: Bodies
    room: Room
    constraints: tuple[Constraint, ...]
    parent: IntArray
    surface: IntArray
    view: Camera | None = None
    unread: Mapping[int, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    joined: tuple[Joined, ...] = ()

    __repr__ = short_repr

    @property
    def openings(self) -> tuple[Opening, ...]:
        return self.room.openings


def wrapped(angle: FloatArray) -> FloatArray:
    """An angle in [-pi, pi)."""
    out: FloatArray = (angle + np.pi) % (2.0 * np.pi) - np.pi
    return out


def planar_rotation(yaw: FloatArray) -> FloatArray:
    """(..., 2, 2) that turns body coordinates (x, z) into the room's, by yaw about +y."""
    c, s = np.cos(yaw), np.sin(yaw)
    turned: FloatArray = np.stack([np.stack([c, s], -1), np.stack([-s, c], -1)], -2)
    return turned


def to_room_frame(pose: FloatArray, points: FloatArray) -> FloatArray:
    """Points (..., K, 3) of a body in the room's frame; pose (..., 4)."""
    c, s = np.cos(pose[..., 3])[..., None], np.sin(pose[..., 3])[..., None]
    x, y, z = points[..., 0], points[..., 1], points[..., 2]
    return _stacked([pose[..., 0, None] + c * x + s * z, pose[..., 1, None] + y, pose[..., 2, None] - s * x + c * z])


def to_body_frame(pose: FloatArray, points: FloatArray) -> FloatArray:
    """Points (..., K, 3) of the room's frame in a body's."""
    c, s = np.cos(pose[..., 3])[..., None], np.sin(pose[..., 3])[..., None]
    x, y, z = (points[..., i] - pose[..., i, None] for i in range(3))
    return _stacked([c * x - s * z, y, s * x + c * z])


def box_corners(half: FloatArray) -> FloatArray:
    """(..., 4, 2) corners of footprints (x, z) with half sizes (..., 2), counter-clockwise seen in (x, z)."""
    signs = np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])
    corners: FloatArray = half[..., None, :] * signs
    return corners


def _stacked(columns: list[FloatArray]) -> FloatArray:
    return np.stack(columns, -1)
