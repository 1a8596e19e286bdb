"""``room``: floor, walls with openings, doors and windows, as one node tree."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary.argument_types import Color, OpeningLike
from scenewright.scene.language.vocabulary.evaluation import caller_span, closest, current
from scenewright.scene.language.vocabulary.matrices import rotation_matrix
from scenewright.scene.language.vocabulary.room_finishes import FINISHES, Finish, finish_of
from scenewright.scene.language.vocabulary.room_shell import (
    THICKNESS,
    Face,
    beam_boxes,
    floor_boxes,
    gable_boxes,
    roof_boxes,
    roof_rise,
    room_box,
    wall_frame,
)
from scenewright.scene.language.vocabulary.shapes import Node, Part, Shape
from scenewright.scene.language.vocabulary.variants import synonyms
from scenewright.scene.language.vocabulary.vectors import color3, number
from scenewright.scene.model import FloatArray, Material, NodeKind, Opening, Room, SourceSpan, Vec3

__all__ = ["DOOR_FRAME_BOXES", "door_hinge", "room"]

WALLS = ("back", "front", "left", "right")
_WALL_VARIANTS = {
    "north": "back", "rear": "back", "-z": "back", "south": "front", "+z": "front", "z": "front", "west": "left",
    "-x": "left", "east": "right", "+x": "right", "x": "right", "wall_back": "back", "wall_front": "front",
    "wall_left": "left", "wall_right": "right", "back_wall": "back", "front_wall": "front", "left_wall": "left", "right_wall": "right",
}  # fmt: skip
_WIDE_OPEN = 150.0
"""Degrees by which a door is open at most."""
_LEAF = 0.04
_LEAF_GAP = 0.004
"""Metres: thickness of a door's leaf, and the gap around it, in which it turns."""
DOOR_FRAME_BOXES = 3
"""Of the boxes of a door the first ones, which stand still; the others are its leaf."""
_FORM = "room(width, depth, height=2.7, doors=[(wall, offset, width, height)], windows=[(wall, offset, width, height)])"
_ROOFS = ("", "gable", "beams")
_DADO_HEIGHT = 1.1
_NO_DADO = ("", None, None)
_FLOOR_ROUGHNESS = 0.55
_DOOR_SIZE = (0.9, 2.05)
_WINDOW_SIZE = (1.2, 1.2)
_FRAME = 0.05
FLOOR_COLOR: Vec3 = (0.72, 0.6, 0.46)
WALL_COLOR: Vec3 = (0.92, 0.9, 0.86)
_DOOR_COLOR: Vec3 = (0.78, 0.68, 0.55)
_FRAME_COLOR: Vec3 = (0.96, 0.96, 0.95)


@dataclass(frozen=True)
class _Shell:
    """What the walls look like. `eaves`: their height in metres, from which a pitched roof rises."""

    eaves: float
    walls: Vec3
    finish: Finish | None
    dado: Finish | None
    dado_height: float
    dado_color: Vec3
    roof: str


@synonyms(
    width="size dimensions", depth="length", height="ceiling_height wall_height", doors="door", windows="window",
    floor_color="floor_colour floor", wall_color="wall_colour walls", ceiling="ceiling_color ceiling_colour",
)  # fmt: skip
def room(
    width: float | None = None,
    depth: float | None = None,
    height: float = 2.7,
    doors: Iterable[OpeningLike] = (),
    windows: Iterable[OpeningLike] = (),
    *,
    floor_color: Color = FLOOR_COLOR,
    wall_color: Color = WALL_COLOR,
    ceiling: Color | None = None,
    wall_finish: str = "",
    floor_finish: str = "",
    dado: str | tuple[str] | tuple[str, float] | tuple[str, float, Color] = "",
    roof: str = "",
    **variants: object,
) -> Shape:
    """The room of a scene, in metres. Its floor is at y=0, centred on the origin; its walls are left (-x), right (+x),
    back (-z) and front (+z).

    A door or window is (wall, offset, width, height) or a dict with wall, offset (also at, x, position), width, height,
    sill; that of a door may say by how many degrees it is `open`. The offset runs along the wall from its middle, toward +x or +z.
    `floor_color` and `wall_color`, or `floor` and `walls`, are sRGB colours. A colour for the `ceiling` is checked and left out with a
    warning: scenes have no ceiling yet.

    Args:
        width: metres along x, between the walls.
        depth: metres along z, between the walls.
        height: metres, of the walls.
        doors: a list of doors, each (wall, offset, width, height) or a dict; 0.9 m by 2.05 m where no size is given.
        windows: a list of windows, each (wall, offset, width, height) or a dict; 1.2 m by 1.2 m where no size is given.
        floor_color: sRGB of the floor; ``surface('oak')[0]`` is that of a material.
        wall_color: sRGB of the walls; ``surface('plaster')[0]`` is that of a material.
        ceiling: sRGB of the ceiling, which is not drawn yet. None: no colour.
        wall_finish: what the walls are built of: 'brick', 'stone', 'rock', 'blocks', 'tiles', 'large tiles', 'boards', 'planks', 'logs',
            'panels', 'paint', 'sheet metal', 'glass'. '': plain.
        floor_finish: what the floor is laid with: 'floorboards', 'tiles', 'large tiles', 'checked tiles', 'flagstones', 'mats' (as in a
            tatami room), or one of the walls' finishes. '': plain.
        dado: the lower part of the walls: a finish, or (finish, height in metres, colour); 1.1 m of the walls' colour where no more is
            given.
        roof: 'gable' for a pitched roof with rafters above the walls, its ridge along z; 'beams' for beams below the ceiling. '': flat.

    Returns:
        a shape with the room as its one part: floor, walls, doors and windows are below it.

    Raises:
        ProgramError: a size is not positive, a wall is unknown, or a door or window has another form.
    """
    session = current()
    span = caller_span()
    if variants:
        key = sorted(variants)[0]
        raise ProgramError(
            f"room has no {key!r}{closest(key, ['width', 'depth', 'height', 'doors', 'windows'])}: {_FORM}",
            kind="argument",
        )
    whole_size: Any = width
    if depth is None and np.ndim(whole_size) == 1 and len(whole_size) in (2, 3):
        session.warn(f"the size of room was given as one argument: {_FORM}", span)
        width, depth, height = (*whole_size, height)[:3]
    if width is None or depth is None:
        raise ProgramError(f"room needs a width and a depth: {_FORM}", kind="argument")
    w, d, h = (number(v, f"{n} of room") for v, n in ((width, "width"), (depth, "depth"), (height, "height")))
    if min(w, d, h) <= 0.0:
        raise ProgramError(
            f"room({w:g}, {d:g}, {h:g}): width, depth and height must be positive metres", kind="argument"
        )
    openings = [
        *(_opening(o, "door", w, d, h, span) for o in _listed(doors)),
        *(_opening(o, "window", w, d, h, span) for o in _listed(windows)),
    ]
    shell = _shell(h, wall_color, wall_finish, dado, roof)
    whole = Room(w, d, h + (roof_rise(w) if shell.roof == "gable" else 0.0), tuple(openings))
    if ceiling is not None:
        color3(ceiling, "ceiling of room")
        session.warn("the colour of the ceiling is left out: scenes have no ceiling yet", span)
    floor = color3(floor_color, "floor_color")
    floor_look = finish_of(floor_finish, "floor_finish")
    open_joints = max((f.recess for f in (shell.finish, shell.dado) if f is not None), default=0.0)
    parts = [_node("floor", floor_boxes(whole, floor, floor_look, _FLOOR_ROUGHNESS, open_joints), span)]
    parts.extend(_wall(wall, whole, shell, span) for wall in ("left", "right", "back", "front"))
    if shell.roof == "beams":
        parts.append(_node("beams", beam_boxes(whole, shell.walls), span, "the beams below the ceiling"))
    parts.extend(_fitting(o, whole, span) for o in openings)
    extras = [whole]
    node = Node(NodeKind.ROOM, "room", phrase="the room", parts=tuple(parts), span=span, extras=list(extras))
    session.check_rows(node.total)
    return Shape((Part(node),), total=node.total)


def _shell(
    height: float,
    wall_color: Color,
    wall_finish: str,
    dado: str | tuple[str] | tuple[str, float] | tuple[str, float, Color],
    roof: str,
) -> _Shell:
    walls = color3(wall_color, "wall_color")
    whole_dado: Any = dado
    given = (whole_dado,) if isinstance(whole_dado, str) else tuple(whole_dado or ())
    if len(given) > len(_NO_DADO):
        raise ProgramError("the dado of room must be a finish, or (finish, height, colour)", kind="argument")
    padded: list[Any] = [*given, *_NO_DADO[len(given) :]]
    name, tall, color = padded
    of_dado = finish_of(name, "dado")
    tall = min(number(_DADO_HEIGHT if tall is None else tall, "height of the dado of room"), height)
    if tall <= 0.0:
        raise ProgramError(f"the dado of room is {tall:g} m high: give a height above 0", kind="argument")
    plain = str(roof or "").strip().lower()
    if plain not in _ROOFS:
        raise ProgramError(
            f"roof of room is {roof!r}{closest(plain, _ROOFS[1:])}: choose from {', '.join(_ROOFS[1:])}",
            kind="argument",
        )
    return _Shell(
        height,
        walls,
        finish_of(wall_finish, "wall_finish"),
        of_dado,
        tall,
        walls if color is None else color3(color, "colour of the dado of room"),
        plain,
    )


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, (Mapping, str)):
        return [value]
    if isinstance(value, Sequence) and value and isinstance(value[0], str):
        return list(value) if all(isinstance(v, str) for v in value) else [value]  # names of walls, or one bare tuple
    if not isinstance(value, Iterable):
        raise ProgramError(f"doors and windows of room must be lists: {_FORM}", kind="argument")
    return list(value)


def _opening(given: Any, kind: str, w: float, d: float, h: float, span: SourceSpan | None) -> Opening:
    session, opened = current(), 0.0
    default_width, default_height = _DOOR_SIZE if kind == "door" else _WINDOW_SIZE
    if isinstance(given, Mapping):
        values = dict(given)
        wall = values.pop("wall", None)
        offset = next((values.pop(k) for k in ("offset", "at", "x", "position", "pos", "center") if k in values), 0.0)
        if isinstance(offset, (tuple, list)) and len(offset) == 3:
            offset = offset[0] if str(wall) in ("back", "front") else offset[2]
        width, height = values.pop("width", default_width), values.pop("height", default_height)
        sill = next((values.pop(k) for k in ("sill", "sill_height", "y", "bottom") if k in values), None)
        opened = number(values.pop("open", 0.0), "open of a door, in degrees,") if kind == "door" else 0.0
        for key in values:
            session.warn(f"a {kind} has no {key!r}: it was left out", span)
    elif isinstance(given, Sequence) and not isinstance(given, str):
        items = list(given)
        if not items or not isinstance(items[0], str) or len(items) > 5:
            raise ProgramError(
                f"a {kind} must be (wall, offset, width, height), not {given!r}: {_FORM}", kind="argument"
            )
        wall, offset, width, height, sill = (items + [None] * 5)[:5]
    elif isinstance(given, str):
        wall, offset, width, height, sill = given, None, None, None, None
    else:
        raise ProgramError(f"a {kind} must be (wall, offset, width, height), not {given!r}: {_FORM}", kind="argument")
    name = str(wall).strip().lower().replace(" ", "_")
    name = _WALL_VARIANTS.get(name, name)
    if name not in WALLS:
        raise ProgramError(
            f"the wall of a {kind} must be 'left', 'right', 'back' or 'front', not {wall!r}", kind="argument"
        )
    o = number(0.0 if offset is None else offset, f"offset of a {kind}")
    ow = number(default_width if width is None else width, f"width of a {kind}")
    oh = number(default_height if height is None else height, f"height of a {kind}")
    if sill is None:
        sill = 0.0 if kind == "door" else max(0.0, min(0.9, h - 0.15 - oh))
    s = number(sill, f"sill of a {kind}")
    if ow <= 0.0 or oh <= 0.0 or s < 0.0:
        raise ProgramError(f"a {kind} needs a positive width and height, and a sill of 0 or more", kind="argument")
    if not 0.0 <= opened <= _WIDE_OPEN:
        raise ProgramError(f"a door is open by 0 to {_WIDE_OPEN:.0f} degrees, not {opened:g}", kind="argument")
    return _fitted(Opening(kind, name, o, ow, oh, s, opened), w if name in ("back", "front") else d, h, span)


def _fitted(opening: Opening, length: float, height: float, span: SourceSpan | None) -> Opening:
    """The opening moved and cut to lie inside its wall."""
    margin = 0.02
    width = min(opening.width, length - 2 * margin)
    limit = (length - width) / 2.0 - margin
    offset = min(max(opening.offset, -limit), limit)
    sill = min(opening.sill, max(height - 0.2, 0.0))
    tall = min(opening.height, height - sill - (0.0 if sill == 0.0 else margin))
    fitted = Opening(opening.kind, opening.wall, offset, width, tall, sill, opening.opened)
    if fitted != opening:
        current().warn(f"the {opening.kind} in wall '{opening.wall}' reaches past the wall: it was moved or cut", span)
    return fitted


def _node(word: str, parts: Sequence[Part], span: SourceSpan | None, phrase: str | None = None) -> Part:
    return Part(Node(NodeKind.ROOM, word, phrase=phrase, parts=tuple(parts), span=span))


def _wall(wall: str, whole: Room, shell: _Shell, span: SourceSpan | None) -> Part:
    along = whole.width if wall in ("back", "front") else whole.depth
    # back and front walls close the corners
    reach = along / 2.0 + (THICKNESS if wall in ("back", "front") else 0.0)
    frame = wall_frame(wall, whole)
    holes = sorted((o for o in whole.openings if o.wall == wall), key=lambda o: o.offset)
    key = WALLS.index(wall)
    face = Face(shell.walls, shell.finish, (2.0 * reach, shell.eaves), key)
    foot = Face(shell.dado_color, shell.dado, (2.0 * reach, shell.dado_height), key + 20)
    parts: list[Part] = []

    def panel(x0: float, x1: float, y0: float, y1: float) -> None:
        low = min(max(shell.dado_height, y0), y1) if shell.dado is not None else y0
        parts.extend(foot.boxes((x0, x1, y0, low), frame))
        parts.extend(face.boxes((x0, x1, low, y1), frame))

    x = -reach
    for hole in holes:
        x0, x1 = hole.offset - hole.width / 2.0, hole.offset + hole.width / 2.0
        if x0 < x - 1e-9:
            current().warn(f"doors or windows in wall '{wall}' overlap: the first cuts the wall", span)
            x0 = x
        panel(x, x0, 0.0, shell.eaves)
        panel(x0, x1, 0.0, hole.sill)
        panel(x0, x1, hole.sill + hole.height, shell.eaves)
        x = max(x, x1)
    panel(x, reach, 0.0, shell.eaves)
    if shell.roof == "gable":
        if wall in ("back", "front"):
            parts.extend(gable_boxes(whole, shell.eaves, face, frame))
        else:
            glazed = shell.finish is not None and shell.finish.glass
            cover = FINISHES["glass" if glazed else "boards"]
            parts.extend(roof_boxes(wall, whole, shell.eaves, shell.walls, cover))
    return _node(f"wall_{wall}", parts, span, f"the {wall} wall")


def door_hinge(opening: Opening, whole: Room) -> tuple[FloatArray, FloatArray]:
    """A point (3,) on the axis about which the leaf of a door turns, and the direction (3,) about which it opens, into the room; in the
    room's frame."""
    frame = wall_frame(opening.wall, whole)
    # the frames of two walls are mirrored, and a turn is seen the other way round in a mirror
    return (frame @ [*_hinge(opening), 1.0])[:3], np.array([0.0, -np.sign(np.linalg.det(frame)), 0.0])


def _hinge(opening: Opening) -> Vec3:
    """A point on the axis of a door's leaf in the frame of its wall: at its left end, on its inner face."""
    trim = min(_FRAME, opening.width / 6.0, opening.height / 6.0)
    return opening.offset - opening.width / 2.0 + trim + _LEAF_GAP, 0.0, (_LEAF - THICKNESS) / 2.0


def _fitting(opening: Opening, whole: Room, span: SourceSpan | None) -> Part:
    """The leaf of a door, or the frame and pane of a window, centred in the wall."""
    frame = wall_frame(opening.wall, whole)
    x, w, h, y = opening.offset, opening.width, opening.height, opening.sill
    mid = -THICKNESS / 2.0
    parts: list[Part] = []

    def box(size: Vec3, centre: Vec3, color: Vec3, material: Material | None = None) -> None:
        parts.append(room_box(size, centre, color, material, frame))

    trim = min(_FRAME, w / 6.0, h / 6.0)
    depth = THICKNESS * 1.1
    for side in (-1.0, 1.0):
        box((trim, h, depth), (x + side * (w - trim) / 2.0, y + h / 2.0, mid), _FRAME_COLOR)
    box((w - 2 * trim, trim, depth), (x, y + h - trim / 2.0, mid), _FRAME_COLOR)
    if opening.kind == "door":
        leaf_w, leaf_h = w - 2 * (trim + _LEAF_GAP), h - trim - 2 * _LEAF_GAP
        y += _LEAF_GAP
        if opening.opened:
            frame = frame @ rotation_matrix(-math.radians(opening.opened), (0, 1, 0), _hinge(opening))
        box((leaf_w, leaf_h, _LEAF), (x, y + leaf_h / 2.0, mid), _DOOR_COLOR, Material(roughness=0.45))
        for row in (0.27, 0.72):
            box(
                (leaf_w * 0.7, leaf_h * 0.36, 0.05),
                (x, y + leaf_h * row, mid),
                _shade(_DOOR_COLOR, 0.92),
                Material(roughness=0.45),
            )
        handle = (x + leaf_w * 0.42, y + min(1.0, h / 2.0), mid)
        box(
            (0.12, 0.02, 0.13),
            (handle[0] - 0.04, handle[1], handle[2]),
            (0.7, 0.7, 0.68),
            Material(roughness=0.25, metallic=1.0),
        )
    else:
        box((w - 2 * trim, trim, depth), (x, y + trim / 2.0, mid), _FRAME_COLOR)
        pane = Material(roughness=0.03, opacity=0.08)
        box((w - 2 * trim, h - 2 * trim, 0.012), (x, y + h / 2.0, mid), (0.8, 0.9, 0.95), pane)
        if w > 0.8:
            box((trim * 0.7, h - 2 * trim, depth * 0.7), (x, y + h / 2.0, mid), _FRAME_COLOR)
        if h > 1.0:
            box((w - 2 * trim, trim * 0.7, depth * 0.7), (x, y + h * 0.55, mid), _FRAME_COLOR)
        # as deep as the frame: what stands a centimetre from the wall, such as a worktop as high as the sill, is clear of it
        box((w + 0.06, 0.03, depth), (x, y - 0.015, mid), _FRAME_COLOR)
    return _node(opening.kind, parts, span, f"a {opening.kind} in the {opening.wall} wall")


def _shade(color: Vec3, factor: float) -> Vec3:
    return color[0] * factor, color[1] * factor, color[2] * factor
