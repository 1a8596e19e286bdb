"""Which thing holds which: what is on, in, under or a part of another.

Surfaces decide what rests on or is in what, the tree decides parts, and boxes decide where neither says anything.
"""

from __future__ import annotations

from scenewright.scene.layout.relations import (
    COVERED,
    COVERED_FROM_ABOVE,
    HEIGHT,
    INSIDE_BOX,
    OVER,
    PART_SHARE,
    SET_DOWN,
    Y,
    planar_gap,
)
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.queries.room_places import HOLDS, RoomPlaces
from scenewright.scene.semantics.scene_graph import SceneGraph, footprint_overlap, share_within

__all__ = ["BY_OTHERS", "HeldThings"]

BY_OTHERS = 0.6
"""Degree of *on* by way of another thing (a cup on a tray on a table), and of *above* for a thing that stands on a table."""
_SHELVED = 0.8
"""Factor of *on* for things that are inside another and that no surface holds: books are on a bookcase, and in it."""


class HeldThings:
    """What holds what among the N nodes of a scene graph. `middles` (N, 3): the middles of the nodes' boxes, metres. Each answer is a
    degree in [0, 1]."""

    def __init__(self, graph: SceneGraph, room: RoomPlaces, middles: FloatArray) -> None:
        self.graph, self.room, self.middles = graph, room, middles
        self.spatial, self.boxes = graph.spatial, graph.boxes

    def on(self, up: int, low: int) -> float:
        """Whether `up` rests on `low`, on the floor, or hangs on a wall."""
        graph = self.graph
        if self.room.wall(low):
            return self.room.at_wall("wall", up, self.room.wall(low))
        if low in graph.grounds:
            return self.room.on_ground(up)
        if low in graph.rests_on[up]:
            return 1.0
        if graph.holds(low, up):  # the pillows of a bed stand on its other parts
            return BY_OTHERS if any(graph.holds(low, k) for k in graph.rests_on[up]) else 0.0
        if graph.holds(up, low):
            return 0.0
        if graph.rests_on[up]:
            return BY_OTHERS if graph.stands_on(up, low) or self._stacked(up, low) else 0.0
        return max(self._upon(up, low), _SHELVED * self.inside(up, low))

    def _stacked(self, up: int, low: int) -> bool:
        """Whether a thing stands on others of which the lowest is just above `low`, though no surface of it holds that one."""
        todo, seen = list(self.graph.rests_on[up]), set()
        while todo:
            k = todo.pop()
            if k in seen or self.graph.related(k, low):
                continue
            seen.add(k)
            if not self.graph.rests_on[k] and self._upon(k, low) >= HOLDS:
                return True
            todo.extend(self.graph.rests_on[k])
        return False

    def _upon(self, up: int, low: int) -> float:
        """*on* where no surface holds `up`: its bottom is about at the top of `low`, and it is over or around it (a roof on walls)."""
        a, b = self.boxes[up], self.boxes[low]
        gap = float(self.spatial.height_order([up], [low])[0])
        higher = a[Y] >= b[Y] + b[HEIGHT] / 2.0 and a[Y] + a[HEIGHT] > b[Y] + b[HEIGHT]
        return 0.7 if higher and gap <= SET_DOWN and footprint_overlap(a, b) >= COVERED else 0.0

    def inside(self, inner: int, outer: int) -> float:
        """Whether a thing is in another one, in the room, or set into a wall."""
        graph = self.graph
        if outer in graph.grounds and not self.room.wall(outer):
            return float(not graph.holds(inner, outer))
        if outer in graph.within[inner]:
            return 1.0
        if graph.holds(outer, inner) or any(outer in graph.within[k] for k in self._wholes(inner)):
            return 0.9
        wall = self.room.wall(outer)
        if wall:
            return float(self.room.is_room(inner) and graph.nodes[inner].wall == wall and not self.room.wall(inner))
        held = bool(graph.rests_on[inner]) and not graph.stands_on(inner, outer)
        return 0.7 if not held and share_within(self.boxes[inner], self.boxes[outer]) > INSIDE_BOX else 0.0

    def _wholes(self, number: int) -> list[int]:
        """All nodes that a node is a part of, the nearest first."""
        out, above = [], self.graph.nodes[number].parent
        while above >= 0:
            out.append(above)
            above = self.graph.nodes[above].parent
        return out

    def part_of(self, part: int, whole: int) -> float:
        """Whether a thing is a part of another one in the tree, or lies within its box like one."""
        if self.graph.holds(whole, part):
            return 1.0
        share = share_within(self.boxes[part], self.boxes[whole])
        return share if share >= PART_SHARE and not self.graph.related(part, whole) else 0.0

    def below(self, low: int, up: int, *, resting: float) -> float:
        """Whether `low` is under `up`. `resting`: the degree where `up` stands on it."""
        if self.rests(low, up):
            return 0.0  # pillows lie on a bed, however high its headboard is
        if self.graph.stands_on(up, low):
            return resting
        return max(float(self.spatial.holds("under", [low], [up])[0]), self._over(up, low), self._upon(up, low))

    def rests(self, up: int, low: int) -> bool:
        """Whether a thing, or what it is a part of, rests on another thing or on a part of it."""
        return any(
            self.graph.stands_on(k, low) or any(self.graph.holds(low, r) for r in self.graph.rests_on[k])
            for k in (up, *self._wholes(up))
            if not self.graph.holds(k, low)
        )

    def _over(self, up: int, low: int) -> float:
        """Whether `up` is higher than the top of `low` and over it or nearly so: a window over a bath."""
        middle = float(self.middles[up, 1]) - float(self.boxes[low, Y] + self.boxes[low, HEIGHT])
        if float(self.spatial.height_order([up], [low])[0]) < -SET_DOWN or middle <= 0.0:
            return 0.0
        a, b = self.boxes[up], self.boxes[low]
        return (
            BY_OTHERS
            if float(planar_gap(a, b)) <= OVER and footprint_overlap(a, b, OVER) >= COVERED_FROM_ABOVE
            else 0.0
        )
