"""Judge the relations of a query between captured things.

Directions and distances are those of upright boxes in the room's frame
(:class:`scenewright.scene.semantics.scene_graph.spatial.Spatial`). The Gaussians below a thing decide what it stands on, since the
surfaces of a capture have hollows and no names. Left, right, front and behind are in a thing's own frame where its front is known
(:func:`scenewright.scene.semantics.capture_programs.object_boxes.facing_front`), else in the view.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.scene.layout.relations import (
    CAPTURED_BARELY,
    CAPTURED_CORNER,
    CAPTURED_WITHIN,
    COVERED_FROM_ABOVE,
    FAR_SAID,
    HALF_DEPTH,
    HALF_WIDTH,
    HEIGHT,
    OVER,
    PART_SHARE,
    X,
    Y,
    Z,
)
from scenewright.scene.model import Camera, FloatArray, Room
from scenewright.scene.semantics.capture_programs import RoomFit, facing_front, upright_box
from scenewright.scene.semantics.queries.capture.things import CapturedThing, ThingFinder
from scenewright.scene.semantics.queries.directions import along_and_across, slanting_degree
from scenewright.scene.semantics.scene_graph import DIRECTIONS, Spatial, footprint_overlap, in_footprint, lengths_of

__all__ = ["CapturedStage"]

_ON = 0.75
"""A thing stands on another if it is within this share of the thickness of the room's planes above it."""
_LEAST_BELOW = 3
_FARTHER = 0.05
"""What a great distance takes from a degree, so that of several things the nearest comes first."""
_ROOM_HEIGHTS = (1.8, 6.0)
"""Heights of a room that is in metres. A room of another height has other units and is taken to be 2.5 m high."""
_USUAL_HEIGHT = 2.5


class CapturedStage:
    """A room with captured things in it.

    Args:
        room: the room around the Gaussians of `finder`.
        eye, target: of the view that decides left and right, in the world of the Gaussians; None: toward the room's -z.
    """

    def __init__(
        self,
        finder: ThingFinder,
        room: RoomFit,
        view: tuple[FloatArray, FloatArray] | None = None,
    ) -> None:
        self.finder, self.room = finder, room
        known = not room.enclosed or _ROOM_HEIGHTS[0] <= room.height <= _ROOM_HEIGHTS[1]
        self.metre = 1.0 if known else room.height / _USUAL_HEIGHT
        """Units of the capture that are taken for a metre."""
        turn, shift = room.world_from_capture[:3, :3], room.world_from_capture[:3, 3]
        self._points: FloatArray = (finder.points @ turn.T + shift) / self.metre
        self._walls = (
            Room(room.width / self.metre, room.depth / self.metre, room.height / self.metre) if room.enclosed else None
        )
        self._camera: Camera | None = None
        if view is not None:
            eye, target = ((turn @ at + shift) / self.metre for at in view)
            self._camera = Camera((eye[0], eye[1], eye[2]), (target[0], target[1], target[2]))
        self._thickness = room.tolerance / self.metre
        self._boxes: dict[CapturedThing, tuple[FloatArray, bool]] = {}

    # -- boxes ------------------------------------------------------------------------------------------------------------

    def box(self, thing: CapturedThing) -> FloatArray:
        """(8,) box as in :mod:`scenewright.scene.layout.relations.measures`, metres, in the room's frame."""
        return self._placed(thing)[0]

    def faces(self, thing: CapturedThing) -> bool:
        """Whether the front of a thing is known."""
        return self._placed(thing)[1]

    def _placed(self, thing: CapturedThing) -> tuple[FloatArray, bool]:
        if thing not in self._boxes:
            points, rows = self._points[thing.rows], thing.rows
            weights = np.maximum(self.finder.surface[rows], 1e-30)
            box = upright_box(points, self.finder.reach[rows] / self.metre, weights)
            if self._walls is not None:
                box = facing_front(
                    box, points, weights, width=self._walls.width, depth=self._walls.depth, walls=self.room.walls
                )
            else:
                box = facing_front(box, points, weights, width=0.0, depth=0.0, walls=())
            wide, tall, deep = box.size.tolist()
            row = np.array([*box.foot, np.cos(box.yaw), np.sin(box.yaw), wide / 2.0, deep / 2.0, tall])
            self._boxes[thing] = (row, box.front != "")
        return self._boxes[thing]

    def _spatial(self, *things: CapturedThing) -> Spatial:
        return Spatial(np.stack([self.box(thing) for thing in things]), self._walls, self._camera)

    # -- relations --------------------------------------------------------------------------------------------------------

    def degree(self, kind: str, a: CapturedThing, b: CapturedThing, *, seen: bool = False) -> float:
        """The degree of a relation of a to b, in [0, 1], a little lower at a greater distance. `seen`: directions are those of the view,
        whatever front b has."""
        if a is b or len(np.intersect1d(a.rows, b.rows)) > 0.5 * min(len(a.rows), len(b.rows)):
            return 0.0
        found = self._degree(kind, a, b, seen)
        return found * (1.0 - _FARTHER * min(self.gap(a, b) / FAR_SAID, 1.0)) if found > 0.0 else 0.0

    def _degree(self, kind: str, a: CapturedThing, b: CapturedThing, seen: bool) -> float:
        if kind in ("on", "supports"):
            up, low = (a, b) if kind == "on" else (b, a)
            return (
                1.0 if self._stands_on(up, low) else 0.6 * self._inside(up, low)
            )  # books are on a bookcase, and in it
        if kind in ("inside", "holds"):
            return self._inside(a, b) if kind == "inside" else self._inside(b, a)
        if kind in ("under", "above"):
            low, up = (a, b) if kind == "under" else (b, a)
            if self._stands_on(up, low):
                return 0.9 if kind == "under" else 0.6
            return float(self._spatial(low, up).holds("under", [0], [1])[0]) or 0.6 * self._above(up, low)
        if kind in CAPTURED_WITHIN:
            gap, bound = self.gap(a, b), CAPTURED_WITHIN[kind]
            return 1.0 - 0.4 * gap / bound if gap <= bound else 0.0 if gap > CAPTURED_BARELY * bound else 0.3
        if kind in DIRECTIONS:
            return self._direction(kind, a, b, view=seen or not self.faces(b))
        if kind == "facing":
            return float(self.faces(a) and self._spatial(a, b).holds(kind, [0], [1])[0])
        if kind == "across":
            return float(self._spatial(a, b).holds(kind, [0], [1])[0])
        return 0.0

    def gap(self, a: CapturedThing, b: CapturedThing) -> float:
        """Metres between the nearest points of two boxes, plus a thousandth of the distance of their middles, to order boxes that meet."""
        gap = float(self._spatial(a, b).gap([0], [1])[0])
        return gap + 1e-3 * float(np.linalg.norm(self.middle(a) - self.middle(b)))

    def between(self, a: CapturedThing, b: CapturedThing, c: CapturedThing) -> bool:
        """Whether a stands between b and c."""
        return bool(self._spatial(a, b, c).between([0], [1], [2])[0])

    def _stands_on(self, up: CapturedThing, low: CapturedThing) -> bool:
        """Whether the highest Gaussians of `low` under `up` are at the bottom of `up`."""
        top, under = self.box(up), self.box(low)
        near = _ON * self._thickness
        if under[HEIGHT] <= near:  # a rug is thinner than a plane of the capture
            return bool(top[HEIGHT] > near and abs(top[Y] - under[Y]) <= near and self._over(up, low) > 0.0)
        if top[Y] <= under[Y] + 0.5 * near:
            return False
        below = self._points[low.rows]
        below = below[in_footprint(below, top, near) & (below[:, 1] <= top[Y] + near)]
        return len(below) >= _LEAST_BELOW and abs(float(np.quantile(below[:, 1], 0.97)) - float(top[Y])) <= near

    def _over(self, up: CapturedThing, low: CapturedThing) -> float:
        """1 where `up` is higher than `low` and most of the smaller footprint lies in the other; else 0."""
        a, b = self.box(up), self.box(low)
        higher = a[Y] + a[HEIGHT] / 2.0 > b[Y] + b[HEIGHT] / 2.0
        clear = a[Y] >= b[Y] + b[HEIGHT] - _ON * self._thickness or b[HEIGHT] <= _ON * self._thickness
        return float(higher and clear and footprint_overlap(a, b) >= COVERED_FROM_ABOVE)

    def _above(self, up: CapturedThing, low: CapturedThing) -> float:
        """1 where `up` is higher than the top of `low` and over it or nearly so, such as a picture over a sofa; else 0."""
        a, b = self.box(up), self.box(low)
        higher = a[Y] >= b[Y] + b[HEIGHT] - self._thickness and a[Y] + a[HEIGHT] / 2.0 > b[Y] + b[HEIGHT]
        return float(higher and footprint_overlap(a, b, OVER) >= COVERED_FROM_ABOVE)

    def _direction(self, kind: str, a: CapturedThing, b: CapturedThing, *, view: bool) -> float:
        """As in :mod:`scenewright.scene.semantics.queries.places`: a thing that is not squarely in the direction may still be meant."""
        if bool(self._spatial(a, b).holds(kind, [0], [1], view=view)[0]):
            return 1.0
        box = self.box(b)
        if not view:
            beyond = HALF_WIDTH if kind in DIRECTIONS[:2] else HALF_DEPTH
            return slanting_degree(*along_and_across(kind, self.box(a), box), float(box[beyond]))
        right, forward = self._view()
        apart = self.middle(a) - self.middle(b)
        x, z = -float(apart @ right), -float(apart @ forward)
        along, across = {"left_of": (x, z), "right_of": (-x, z), "in_front_of": (z, x), "behind": (-z, x)}[kind]
        return slanting_degree(along, abs(across), float(min(box[HALF_WIDTH], box[HALF_DEPTH])))

    def _inside(self, inner: CapturedThing, outer: CapturedThing) -> float:
        """The share of `inner`'s Gaussians in the box of `outer`; 0 where it is too small, or `outer` is not the larger box."""
        a, b = self.box(inner), self.box(outer)
        if np.prod(a[[HALF_WIDTH, HALF_DEPTH, HEIGHT]]) >= np.prod(b[[HALF_WIDTH, HALF_DEPTH, HEIGHT]]):
            return 0.0
        points, near = self._points[inner.rows], 0.5 * self._thickness
        held = in_footprint(points, b, near) & (points[:, 1] >= b[Y] - near)
        share = float((held & (points[:, 1] <= b[Y] + b[HEIGHT] + near)).mean())
        return share if share >= PART_SHARE else 0.0

    def alone(self, kind: str, a: CapturedThing, side: str = "") -> float:
        """The degree to which a is at a place of the room: corner, wall, against, ceiling, floor, middle."""
        box = self.box(a)
        if kind == "floor":
            return float(box[Y] <= _ON * self._thickness)
        if self._walls is None:
            return 0.0
        one = self._spatial(a)
        wall = side if side in ("left", "right", "back", "front") else None
        if kind in ("wall", "against"):
            return float(one.holds("on_wall" if kind == "wall" else "against_wall", [0], wall=wall)[0])
        if kind == "ceiling":
            return float(one.holds("hanging", [0])[0])
        if kind == "corner":
            off = float(one.residual("in_corner", [0])[0])
            return 1.0 if off <= CAPTURED_CORNER[0] else max(0.0, 1.0 - off / CAPTURED_CORNER[1])
        if kind == "middle":
            off = float((np.abs(box[[X, Z]]) / np.array([self._walls.width / 2.0, self._walls.depth / 2.0])).max())
            return float(np.clip(1.0 - off / 0.5, 0.0, 1.0))
        return 0.0

    # -- measures ---------------------------------------------------------------------------------------------------------

    def middle(self, thing: CapturedThing) -> FloatArray:
        """(3,) the middle of its box, metres, in the room's frame."""
        box = self.box(thing)
        return np.array([box[X], box[Y] + box[HEIGHT] / 2.0, box[Z]])

    def measure(self, kind: str, things: Sequence[CapturedThing]) -> FloatArray:
        """(K,) the values that a selector orders by (:class:`scenewright.scene.semantics.queries.reading.Selector`)."""
        boxes = np.stack([self.box(thing) for thing in things])
        middles = np.stack([self.middle(thing) for thing in things])
        if kind in ("screen_x", "screen_depth"):
            right, forward = self._view()
            return np.asarray(middles @ (right if kind == "screen_x" else forward))
        if kind == "level":
            return np.asarray(middles[:, 1])
        return lengths_of(boxes[:, [HALF_WIDTH, HEIGHT, HALF_DEPTH]] * (2.0, 1.0, 2.0), kind)

    def _view(self) -> tuple[FloatArray, FloatArray]:
        """The directions to the right and forward in the view, along the floor."""
        forward = np.array([0.0, 0.0, -1.0])
        if self._camera is not None:
            along = np.asarray(self._camera.target) - np.asarray(self._camera.eye)
            along[1] = 0.0
            if np.linalg.norm(along) > 1e-9:
                forward = along / np.linalg.norm(along)
        return np.array([-forward[2], 0.0, forward[0]]), forward
