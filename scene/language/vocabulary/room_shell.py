"""The boxes of a room's shell: walls and floors in their finishes, a pitched roof, beams below the ceiling.

Each rectangle lies in a frame of its own: x along it, y up it, and its face at z=0 with the room before it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from scenewright.scene.language.vocabulary.evaluation import current
from scenewright.scene.language.vocabulary.room_finishes import Finish, pieces_of, toned
from scenewright.scene.language.vocabulary.shapes import Node, Part
from scenewright.scene.model import FloatArray, Material, NodeKind, PrimitiveKind, Room, Vec3

__all__ = [
    "BEAM",
    "THICKNESS",
    "Face",
    "beam_boxes",
    "beam_places",
    "floor_boxes",
    "gable_boxes",
    "roof_boxes",
    "roof_rise",
    "room_box",
    "wall_frame",
]

THICKNESS = 0.1
"""Of a wall and a roof, outside the room's own width, depth and height. Metres."""
_FLOOR_THICKNESS = 0.05
_PITCH = 0.62
"""Rise of a pitched roof over half the width of the room."""
_MOST_RISE = 2.4
_COURSE = 0.1
"""Metres: height of the steps that a gable is made of. The roof hides them."""
_RAFTER = (0.07, 0.13)
"""Width and depth in metres."""
BEAM = (0.14, 0.12)
"""Width and depth in metres of a beam below the ceiling."""
_BAY = 1.1
"""Metres between rafters, or beams, at most."""
_GRAIN = 0.55
"""Brightness of rafters and beams over that of the walls."""


@dataclass(frozen=True)
class Face:
    """How a surface looks. `whole`: its width and height in metres. `key`: tells surfaces apart that are cut alike."""

    color: Vec3
    finish: Finish | None
    whole: tuple[float, float]
    key: int = 0
    roughness: float = 0.9

    def boxes(
        self, part: tuple[float, float, float, float], frame: FloatArray, thickness: float = THICKNESS
    ) -> list[Part]:
        """The boxes of one rectangle, x0, x1, y0, y1 in the frame."""
        x0, x1, y0, y1 = part
        if x1 - x0 <= 1e-6 or y1 - y0 <= 1e-6:
            return []
        finish = self.finish
        if finish is not None and finish.glass:
            return self._panes(finish, part, frame, thickness)
        recess = 0.0 if finish is None else finish.recess
        back = self.color if finish is None else toned(self.color, finish.joint)
        out = [
            room_box(
                (x1 - x0, y1 - y0, thickness - recess),
                ((x0 + x1) / 2.0, (y0 + y1) / 2.0, -(thickness + recess) / 2.0),
                back,
                Material(roughness=self.roughness if finish is None else 0.9),
                frame,
            )
        ]
        if finish is None:
            return out
        look = Material(roughness=finish.roughness)
        for piece in pieces_of(finish, self.whole, part, self.key):
            color = toned(self.color, piece.tone)
            size = piece.x1 - piece.x0, piece.y1 - piece.y0
            centre = (piece.x0 + piece.x1) / 2.0, (piece.y0 + piece.y1) / 2.0
            if finish.round:
                out.append(_log(size, centre, color, look, frame))
            else:
                out.append(room_box((*size, recess), (*centre, -recess / 2.0), color, look, frame))
        return out

    def _panes(
        self, finish: Finish, part: tuple[float, float, float, float], frame: FloatArray, thickness: float
    ) -> list[Part]:
        """Panes of glass, each with a bar at its left and its lower edge."""
        out = []
        pane, bar, half = Material(roughness=finish.roughness, opacity=0.14), Material(roughness=0.5), finish.gap / 2.0
        deep, z = 0.6 * thickness, -thickness / 2.0
        for p in pieces_of(replace(finish, gap=0.0), self.whole, part, self.key):
            x, y, wide, high = (p.x0 + p.x1) / 2.0, (p.y0 + p.y1) / 2.0, p.x1 - p.x0, p.y1 - p.y0
            out.append(room_box((wide, high, 0.01), (x, y, z), (0.8, 0.92, 0.92), pane, frame))
            out.append(room_box((finish.gap, high, deep), (p.x0 + half, y, z), self.color, bar, frame))
            out.append(room_box((wide, finish.gap, deep), (x, p.y0 + half, z), self.color, bar, frame))
        return out


def room_box(
    size: Vec3, centre: Vec3, color: Vec3, material: Material | None = None, pose: FloatArray | None = None
) -> Part:
    """A box of a room. `pose`: of the frame that `centre` is in; a mirrored one gives the same box."""
    m = np.diag([max(s, 1e-6) for s in size] + [1.0])
    m[:3, 3] = centre
    return _primitive(PrimitiveKind.CUBE, "cube", m, color, material, pose)


def _primitive(
    kind: PrimitiveKind, word: str, m: FloatArray, color: Vec3, material: Material | None, pose: FloatArray | None
) -> Part:
    shared = current().material(material)
    node = Node(NodeKind.PRIMITIVE, word, primitive=kind, color=color, material=shared, total=1)
    if pose is not None:
        m = pose @ m
    if np.linalg.det(m[:3, :3]) < 0.0:
        m[:, 0] = -m[:, 0]  # boxes and cylinders are their own mirror images
    return Part(node, m)


def _log(
    size: tuple[float, float], centre: tuple[float, float], color: Vec3, look: Material, frame: FloatArray
) -> Part:
    """A lying log whose inner side touches the face."""
    length, thick = size
    m = np.zeros((4, 4))
    m[1, 0], m[0, 1], m[2, 2], m[3, 3] = thick / 2.0, length, THICKNESS * 0.6, 1.0
    m[:3, 3] = (centre[0] - length / 2.0, centre[1], -THICKNESS * 0.6)
    return _primitive(PrimitiveKind.CYLINDER, "cylinder", m, color, look, frame)


def wall_frame(wall: str, whole: Room) -> FloatArray:
    """room_from_wall (4, 4): x runs along the wall toward +x or +z, y up, z=0 is the inner face, and the wall fills z < 0.

    This frame is mirrored for the front and the left wall. It holds boxes only, which are their own mirror image, so
    :func:`room_box` gives them the rotation with the same effect.
    """
    m = np.eye(4)
    if wall == "back":
        m[2, 3] = -whole.depth / 2.0
    elif wall == "front":
        m[2, 2] = -1.0
        m[2, 3] = whole.depth / 2.0
    elif wall == "left":
        m[:3, :3] = [[0, 0, 1], [0, 1, 0], [1, 0, 0]]
        m[0, 3] = -whole.width / 2.0
    else:
        m[:3, :3] = [[0, 0, -1], [0, 1, 0], [1, 0, 0]]
        m[0, 3] = whole.width / 2.0
    return m


def floor_boxes(whole: Room, color: Vec3, finish: Finish | None, roughness: float, reach: float = 0.0) -> list[Part]:
    """The floor, its top at y=0. Boards run along the longer side. `reach`: how far it goes on below the walls, whose joints are open
    there."""
    along = whole.width >= whole.depth
    frame = np.eye(4)
    if along:
        frame[:3, :3] = [[1, 0, 0], [0, 0, 1], [0, -1, 0]]
        frame[2, 3] = whole.depth / 2.0
    else:
        frame[:3, :3] = [[0, 1, 0], [0, 0, 1], [1, 0, 0]]
        frame[0, 3] = -whole.width / 2.0
    length, across = (whole.width, whole.depth) if along else (whole.depth, whole.width)
    face = Face(color, finish, (length, across), 11, roughness)
    return face.boxes((-length / 2.0 - reach, length / 2.0 + reach, -reach, across + reach), frame, _FLOOR_THICKNESS)


def roof_rise(width: float) -> float:
    """How far the ridge of a pitched roof is above the walls, in metres."""
    return min(_PITCH * width / 2.0, _MOST_RISE)


def roof_boxes(wall: str, whole: Room, eaves: float, color: Vec3, finish: Finish) -> list[Part]:
    """The half of a pitched roof above the left or the right wall, with its rafters: from `eaves` up to the ridge in the middle."""
    half, rise = whole.width / 2.0, whole.height - eaves
    length = math.hypot(half, rise)
    up, inward = rise / length, half / length
    slope = np.eye(4)
    slope[:3, :3] = [[1, 0, 0], [0, up, -inward], [0, inward, up]]
    slope[1, 3] = eaves
    frame = wall_frame(wall, whole) @ slope
    reach = whole.depth / 2.0 + THICKNESS
    face = Face(color, finish, (2.0 * reach, length), 5)
    out = face.boxes((-reach, reach, 0.0, length), frame)
    wide, deep = _RAFTER
    rafter = toned(color, _GRAIN)
    # at the lower end a rafter would reach into the wall, and at the ridge into the one from the other side
    start, end = deep * up / inward, length - deep * up / inward
    for x in _spread(whole.depth - wide, _BAY):
        size, centre = (wide, end - start, deep), (x, (start + end) / 2.0, deep / 2.0)
        out.append(room_box(size, centre, rafter, Material(roughness=0.75), frame))
    return out


def gable_boxes(whole: Room, eaves: float, face: Face, frame: FloatArray) -> list[Part]:
    """The triangle of a wall below a pitched roof, as narrowing courses."""
    rise = whole.height - eaves
    out = []
    steps = max(1, math.ceil(rise / _COURSE))
    plain = replace(face, finish=None)
    for k in range(steps):
        low, high = rise * k / steps, rise * (k + 1) / steps
        reach = whole.width / 2.0 * (1.0 - low / rise)
        tone = 1.0 if face.finish is None else 1.0 + face.finish.tone * (0.5 if k % 2 else -0.5)
        shaded = replace(plain, color=toned(face.color, tone))
        out += shaded.boxes((-reach, reach, eaves + low, eaves + high), frame)
    # boards along the slopes hide the steps
    half = whole.width / 2.0
    angle = math.atan2(rise, half)
    for side in (-1.0, 1.0):
        verge = np.eye(4)
        verge[:2, :2] = [[math.cos(angle), side * math.sin(angle)], [-side * math.sin(angle), math.cos(angle)]]
        verge[:3, 3] = side * half / 2.0, eaves + rise / 2.0, -THICKNESS / 2.0
        size = (math.hypot(half, rise) + _COURSE / 2.0, 1.9 * _COURSE, THICKNESS * 1.06)
        out.append(room_box(size, (0.0, 0.0, 0.0), toned(face.color, _GRAIN), Material(roughness=0.75), frame @ verge))
    return out


def beam_places(width: float, depth: float) -> tuple[list[float], bool]:
    """Where the beams below the ceiling of a room are, in metres from its middle, and whether they run along x: else along z."""
    return _spread(max(width, depth) - _BAY, _BAY * 1.3), width <= depth


def beam_boxes(whole: Room, color: Vec3) -> list[Part]:
    """Beams below the ceiling, across the shorter side of the room."""
    wide, deep = BEAM
    places, across_x = beam_places(whole.width, whole.depth)
    length = whole.width if across_x else whole.depth
    look, y = Material(roughness=0.75), whole.height - deep / 2.0
    out = []
    for at in places:
        size = (length, deep, wide) if across_x else (wide, deep, length)
        centre = (0.0, y, at) if across_x else (at, y, 0.0)
        out.append(room_box(size, centre, toned(color, _GRAIN), look))
    return out


def _spread(length: float, most: float) -> list[float]:
    """Points from one end to the other, at most so far apart, around 0."""
    if length <= 0.0:
        return [0.0]
    count = max(1, math.ceil(length / most))
    return [length * (k / count - 0.5) for k in range(count + 1)]
