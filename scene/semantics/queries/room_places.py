"""Places of the room: its floor, walls, ceiling, corners and middle, and which things are there."""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout.relations import (
    ALIKE_LEVEL,
    CORNER_REACH,
    CORNER_SIDE,
    FLAT,
    HALF_DEPTH,
    HALF_WIDTH,
    MIDDLE,
    SPOKEN,
    WALL_SIDE,
    X,
    Y,
)
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.scene_graph import SceneGraph

__all__ = ["HOLDS", "NEARLY", "RoomPlaces"]

HOLDS = 0.5
"""Least degree of a relation that holds."""
NEARLY = 0.3
"""Degree of a relation that nearly holds."""
_OPPOSITE = {"left": "right", "right": "left", "back": "front", "front": "back"}


class RoomPlaces:
    """The places of the room of a scene graph. `middles` (N, 3): the middles of the nodes' boxes, metres."""

    def __init__(self, graph: SceneGraph, middles: FloatArray) -> None:
        self.graph, self.middles = graph, middles
        self.spatial, self.boxes = graph.spatial, graph.boxes

    def is_room(self, number: int) -> bool:
        """Whether a node is the room or a part of it."""
        return self.graph.nodes[number].kind == "room"

    def alone(self, kind: str, a: int, side: str = "") -> float:
        """The degree to which a is at a place of the room: corner, wall, against, ceiling, floor, middle. `side`: of a wall or a corner."""
        if kind == "floor":
            return self.on_ground(a)
        if kind == "middle":
            return self._in_middle(a)
        if self.graph.room is None:
            return 0.0
        if kind in ("wall", "against"):
            return self.at_wall(kind, a, side if side in _OPPOSITE else "")
        if kind == "ceiling":
            return float(not self.graph.rests_on[a] and bool(self.spatial.holds("hanging", [a])[0]))
        return self._in_corner(a, side) if kind == "corner" else 0.0

    def on_ground(self, a: int) -> float:
        """On the floor, or on what lies flat there (a rug)."""
        graph = self.graph
        if self.is_room(a):
            return 0.0
        flat = {k for k in graph.rests_on[a] if graph.nodes[k].size[1] <= FLAT}
        held = {*graph.rests_on[a], *(g for k in flat for g in graph.rests_on[k])}
        return float(bool(graph.grounds & held) or (not graph.rests_on[a] and float(self.boxes[a, Y]) <= ALIKE_LEVEL))

    def at_wall(self, kind: str, a: int, wall: str) -> float:
        """On a wall, or against it. `wall`: '' for any. A thing that stands on the floor at a wall is only nearly on it."""
        node = self.graph.nodes[a]
        if node.kind == "room":
            return float(not self.wall(a) and node.wall is not None and wall in ("", node.wall))
        at = bool(self.spatial.holds("on_wall" if kind == "wall" else "against_wall", [a], wall=wall or None)[0])
        if kind == "against" or not at:
            return float(at)
        flush = {w: float(self.spatial.residual("on_wall", [a], wall=w)[0]) for w in _OPPOSITE}
        mine = not wall or flush[wall] <= min(flush.values()) + 1e-6
        return 1.0 if bool(self.spatial.hung[a]) and mine and not self._stands(a) else NEARLY

    def _stands(self, a: int) -> bool:
        """Whether what a node is a part of stands on the floor: a worktop that touches the wall does not hang there."""
        above = self.graph.nodes[a].parent
        while above > 0:
            if self.on_ground(above) and not self.spatial.hung[above]:
                return True
            above = self.graph.nodes[above].parent
        return False

    def wall_beside(self, wall: int, b: int, *, opposite: bool) -> float:
        """1 where a wall is the one that b is at, or with `opposite` the one across from it; else 0."""
        at = self.wall(b)
        if not at:
            gaps = {name: float(self.spatial.wall_gap([b], name)[0]) for name in _OPPOSITE}
            at = min(gaps, key=lambda name: gaps[name])
            if gaps[at] > WALL_SIDE:
                return 0.0
        wanted = _OPPOSITE[at] if opposite else at
        return float(self.wall(wall) == wanted and self.wall(b) != self.wall(wall))

    def _in_corner(self, a: int, side: str) -> float:
        room = self.graph.room
        assert room is not None
        half = {
            "left": room.width / 2.0,
            "right": room.width / 2.0,
            "back": room.depth / 2.0,
            "front": room.depth / 2.0,
        }
        signs = {"left": (0, -1.0), "right": (0, 1.0), "back": (2, -1.0), "front": (2, 1.0)}
        for name in side.split():
            axis, sign = signs[name]
            if sign * self.middles[a, axis] < CORNER_SIDE * half[name]:
                return 0.0
        residual = float(self.spatial.residual("in_corner", [a])[0])
        return max(0.0, 1.0 - max(residual, 0.0) / (2.0 * SPOKEN["in_corner"])) if residual < CORNER_REACH else 0.0

    def _in_middle(self, a: int) -> float:
        """In the middle of the room, or, without walls, of the whole scene."""
        x, z, wide, deep = self.boxes[0, [X, 2, HALF_WIDTH, HALF_DEPTH]]
        room = self.graph.room
        if room is not None:
            x, z, wide, deep = 0.0, 0.0, room.width / 2.0, room.depth / 2.0
        off = np.abs(self.middles[a, [0, 2]] - (x, z)) / np.maximum((wide, deep), 1e-6)
        return float(np.clip(1.0 - (1.0 - HOLDS) * off.max() / MIDDLE, 0.0, 1.0))

    def wall(self, number: int) -> str:
        """Which wall of the room a node is: left, right, back or front; '' where it is no wall."""
        node = self.graph.nodes[number]
        return node.wall if node.wall is not None and node.name.startswith("wall") else ""
