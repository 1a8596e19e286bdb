"""The parts of things that move: doors, drawers and lids for which the catalogue declares a joint, and the leaves of a room's doors."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.language.vocabulary import DOOR_FRAME_BOXES, door_hinge
from scenewright.scene.model import FloatArray, PartJoint, PrimitiveKind, Scene
from scenewright.scene.physics.model import JointKind

__all__ = ["MovingPart", "leaves_of_doors", "parts_of_object"]

_NUMBER = re.compile(r"\[\d+\]$")
_EVEN = 1e-3
"""Radians: a panel that is turned less is shut."""

_QUARTER = 90.0
"""Degrees by which the leaf of a room's door can open, where it is not open farther: then it meets its frame."""

_FLUSH = 1e-3
"""Metres within which pieces reach equally far to a side."""

_WHOLE = 0.9
"""Share of a part's width and height that its panel has; where the largest piece has less (a window's pane), the hinge is at the whole."""

_BOARD = 0.5
"""Share of a lid's depth from which its largest piece is its board, and says how it is turned: no stave of a rounded lid."""

_HANDLE = 0.008
"""Metres before its panel from which a piece of a door is its handle."""


@dataclass(frozen=True, eq=False)
class MovingPart:
    """A part that moves. `path`: below its body's. `instances`: numbers in the geometry. The others: as in :class:`BodyJoint`."""

    path: str
    instances: tuple[int, ...]
    kind: JointKind
    origin: FloatArray
    axis: FloatArray
    upper: float
    position: float
    encloses: bool


def parts_of_object(
    geometry: SceneGeometry,
    instances: Sequence[int],
    world_from_object: FloatArray,
    joints: Sequence[PartJoint],
    warnings: dict[str, None],
) -> list[MovingPart]:
    """The moving parts of one catalogue object.

    Args:
        instances: numbers in the geometry, of all the object's pieces.
        world_from_object: (4, 4) of the stored file's own frame.
        joints: what its file declares.
        warnings: takes what stands beyond its limits, and does not move.
    """
    object_from_world = np.linalg.inv(world_from_object)
    pieces = {
        i: _Piece(
            geometry.parts[int(geometry.part[i])].path,
            object_from_world @ geometry.world_from_mesh[i],
            geometry.meshes[int(geometry.mesh[i])].kind,
            geometry.meshes[int(geometry.mesh[i])].vertices.astype(np.float64),
        )
        for i in instances
    }
    low = np.min([p.box[0] for p in pieces.values()], axis=0)
    high = np.max([p.box[1] for p in pieces.values()], axis=0)
    out: list[MovingPart] = []
    for joint in joints:
        own = _by_part(pieces, joint.part)
        if not own:
            continue
        riding = {name: _by_part(pieces, name) for name in joint.riders}
        members = {path: list(numbers) for path, numbers in own.items()}
        for groups in riding.values():
            for numbers in groups.values():
                members[_nearest(pieces, own, numbers)].extend(numbers)
        for path, numbers in own.items():
            found = _swing(joint, [pieces[n] for n in numbers], (low[0] + high[0]) / 2.0)
            if found is None:
                warnings.setdefault(f"{path} stands beyond what its hinge allows, and does not move")
                continue
            origin, axis, position = found
            linear = world_from_object[:3, :3]
            way = linear @ axis
            length = float(np.linalg.norm(way))
            if joint.hinge is None:
                kind, upper = JointKind.PRISMATIC, joint.reach * _depth([pieces[n] for n in numbers]) * length
                direction = way / length
            else:
                kind, upper = JointKind.REVOLUTE, math.radians(joint.reach)
                # a turn is seen the other way round in a mirror
                direction = way / length * np.sign(np.linalg.det(linear))
            place = (world_from_object @ [*origin, 1.0])[:3]
            out.append(MovingPart(path, tuple(members[path]), kind, place, direction, upper, position, joint.encloses))
    return out


@dataclass(frozen=True, eq=False)
class _Piece:
    """A drawn piece in the frame of its object."""

    path: str
    object_from_mesh: FloatArray
    kind: PrimitiveKind
    vertices: FloatArray

    @property
    def box(self) -> FloatArray:
        """(2, 3) least and greatest corner."""
        points = self.vertices @ self.object_from_mesh[:3, :3].T + self.object_from_mesh[:3, 3]
        return np.array([points.min(axis=0), points.max(axis=0)])

    @property
    def bulk(self) -> float:
        """A measure of its volume."""
        return float(abs(np.linalg.det(self.object_from_mesh[:3, :3])) * np.prod(np.ptp(self.vertices, axis=0)))


def _by_part(pieces: Mapping[int, _Piece], name: str) -> dict[str, list[int]]:
    """Path of each part with a name -> the numbers of its pieces; the outermost where it stands in itself."""
    out: dict[str, list[int]] = {}
    for number, piece in pieces.items():
        segments = piece.path.split("/")
        # the first segment is the object itself
        for k in range(1, len(segments)):
            if _NUMBER.sub("", segments[k]) == name:
                out.setdefault("/".join(segments[: k + 1]), []).append(number)
                break
    return out


def _nearest(pieces: Mapping[int, _Piece], groups: Mapping[str, Sequence[int]], rider: Sequence[int]) -> str:
    middle = _box([pieces[n] for n in rider]).mean(axis=0)

    def away(path: str) -> float:
        low, high = _box([pieces[n] for n in groups[path]])
        return float(np.linalg.norm(np.maximum(np.maximum(low - middle, middle - high), 0.0)))

    return min(groups, key=away)


def _box(pieces: Sequence[_Piece]) -> FloatArray:
    boxes = np.array([p.box for p in pieces])
    return np.array([boxes[:, 0].min(axis=0), boxes[:, 1].max(axis=0)])


def _depth(pieces: Sequence[_Piece]) -> float:
    box = _box(pieces)
    return float(box[1, 2] - box[0, 2])


def _swing(joint: PartJoint, pieces: Sequence[_Piece], middle: float) -> tuple[FloatArray, FloatArray, float] | None:
    """A point on the axis (3,), its direction (3,) and the position, in the object's frame; None where it stands beyond its limits."""
    if joint.hinge is None:
        return np.zeros(3), np.array([0.0, 0.0, 1.0]), 0.0
    if joint.hinge == "back":
        return _lid_swing(joint, pieces)
    panel = max(pieces, key=lambda p: p.bulk)
    side = joint.hinge
    if side in ("outer", "handle"):
        centre = float(panel.box.mean(axis=0)[0])
        handles = [p.box.mean(axis=0)[0] for p in pieces if p.box[1, 2] > panel.box[1, 2] + _HANDLE]
        to_right = float(np.mean(handles)) - centre if side == "handle" and handles else middle - centre
        side = "left" if to_right > 0.0 else "right"
    at = {"left": (-0.5, 0.0), "right": (0.5, 0.0), "top": (0.0, 0.5), "bottom": (0.0, -0.5)}[side]
    axis = {"left": (0, -1, 0), "right": (0, 1, 0), "top": (-1, 0, 0), "bottom": (1, 0, 0)}[side]
    direction = np.array(axis, dtype=np.float64)
    whole = _box(pieces)
    covers = np.ptp(panel.box, axis=0)[:2] >= _WHOLE * np.ptp(whole, axis=0)[:2]
    slanted = (
        np.abs(panel.object_from_mesh[:3, :3] / np.linalg.norm(panel.object_from_mesh[:3, :3], axis=0))
        .max(axis=0)
        .min()
        < 1.0 - _EVEN
    )
    if panel.kind is not PrimitiveKind.CUBE or not (slanted or covers.all()):
        low, high = whole
        return np.array([*(low[:2] + (np.array(at) + 0.5) * (high - low)[:2]), _front_at(side, pieces)]), direction, 0.0
    edge = (panel.object_from_mesh @ [*at, 0.5, 1.0])[:3]
    x, y = panel.object_from_mesh[:3, 0], panel.object_from_mesh[:3, 1]
    turned = math.atan2(-x[2], x[0]) if side in ("left", "right") else math.atan2(y[2], y[1])
    position = turned * float(direction.sum())
    if abs(position) < _EVEN:
        position = 0.0
    return (edge, direction, position) if 0.0 <= position <= math.radians(joint.reach) + _EVEN else None


def _lid_swing(joint: PartJoint, pieces: Sequence[_Piece]) -> tuple[FloatArray, FloatArray, float] | None:
    """As :func:`_swing`, of a lid with its hinge at the back: ajar where its board is raised at the front."""
    axis = np.array([-1.0, 0.0, 0.0])
    low, high = _box(pieces)
    board = max(pieces, key=lambda p: p.bulk)
    along = board.object_from_mesh[:3, 2]
    raised = math.atan2(along[1], along[2])
    deep = float(np.linalg.norm(along)) >= _BOARD * math.hypot(*(high - low)[1:])
    if board.kind is not PrimitiveKind.CUBE or not deep or abs(raised) < _EVEN:
        return np.array([0.0, low[1], low[2]]), axis, 0.0
    edge = (board.object_from_mesh @ [0.0, -0.5, -0.5, 1.0])[:3]
    return (edge, axis, raised) if 0.0 <= raised <= math.radians(joint.reach) + _EVEN else None


def _front_at(side: str, pieces: Sequence[_Piece]) -> float:
    """Z of the front of what reaches to one side of a part, such as the stile of a framed pane: handles elsewhere may stand out farther."""
    axis, end = {"left": (0, 0), "right": (0, 1), "bottom": (1, 0), "top": (1, 1)}[side]
    boxes = np.array([p.box for p in pieces])
    outermost = (boxes[:, end, axis].max() if end else boxes[:, end, axis].min()) - boxes[:, end, axis]
    return float(boxes[np.abs(outermost) < _FLUSH, 1, 2].max())


def leaves_of_doors(scene: Scene, geometry: SceneGeometry) -> dict[int, MovingPart]:
    """Row of each door of the room -> its leaf, which turns into the room about its left edge as seen from inside."""
    room = scene.room
    if room is None:
        return {}
    row = next(r for r in scene.rows_named(room.path.rsplit("/", 1)[-1]) if scene.paths[r] == room.path)
    rows = [int(r) for r in scene.children_of(row) if scene.entity(r).name == "door"]
    shown: dict[int, list[int]] = {}
    for number, entity in enumerate(geometry.entity.tolist()):
        shown.setdefault(entity, []).append(number)
    world_from_room = scene.world_from_local[row]
    out: dict[int, MovingPart] = {}
    for opening, door in zip((o for o in room.openings if o.kind == "door"), rows, strict=False):
        leaf = scene.children_of(door)[DOOR_FRAME_BOXES:]
        instances = tuple(n for box in leaf for n in shown.get(int(box), ()))
        if not instances:  # an adjust took it away
            continue
        origin, axis = door_hinge(opening, room)
        out[door] = MovingPart(
            "leaf",
            instances,
            JointKind.REVOLUTE,
            (world_from_room @ [*origin, 1.0])[:3],
            world_from_room[:3, :3] @ axis,
            math.radians(max(_QUARTER, opening.opened)),
            math.radians(opening.opened),
            False,
        )
    return out
