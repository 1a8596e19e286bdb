"""Judge the relations of queries and questions between the things of a scene.

Boxes decide directions and distances (:mod:`scenewright.scene.semantics.scene_graph.spatial`), surfaces decide what rests on or is in
what, and the tree decides parts; the scene graph has all three. Every answer is a degree in [0, 1]. From :data:`HOLDS` on the relation
holds: a question affirms it, and a query finds it. A lower degree means that it *nearly* holds, which a query may accept where it holds
for nothing (*the lamp next to the bed*). 0 means that nobody would say it. The figures are in
:mod:`scenewright.scene.layout.relations.spoken`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from scenewright.scene.english import IMPLIED, Meaning
from scenewright.scene.layout.relations import (
    ALIKE_LEVEL,
    APART,
    BARELY,
    CORNER_REACH,
    CORNER_SIDE,
    COVERED,
    COVERED_FROM_ABOVE,
    END_FROM,
    FAR_SAID,
    FLAT,
    HALF_DEPTH,
    HALF_WIDTH,
    HEIGHT,
    INSIDE_BOX,
    MIDDLE,
    NEAR_LEVEL,
    OBLONG,
    OVER,
    PART_SHARE,
    SAID_WITHIN,
    SET_DOWN,
    SPOKEN,
    TOUCHING,
    WALL_SIDE,
    X,
    Y,
    in_frame,
    planar_gap,
)
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.queries.directions import direction_degree, seen_degree
from scenewright.scene.semantics.scene_graph import DIRECTIONS, SceneGraph, footprint_overlap, lengths_of, share_within

__all__ = ["HOLDS", "Places"]

HOLDS = 0.5
"""Least degree of a relation that holds."""
_NEARLY = 0.3
_BY_OTHERS = 0.6
"""Degree of *on* by way of another thing (a cup on a tray on a table), and of *above* for a thing that stands on a table."""
_SHELVED = 0.8
"""Factor of *on* for things that are inside another and that no surface holds: books are on a bookcase, and in it."""
_BESIDE = 0.85
"""Factor of *with* for what only stands beside a thing."""
_SQUARE = 0.1
"""Share of the distance of middles that *nearest* adds to the distance of boxes: a corner that is a centimetre nearer counts less than what
stands squarely in front."""
_OPPOSITE = {"left": "right", "right": "left", "back": "front", "front": "back"}


class Places:
    """The relations of the N nodes of a scene graph. Nodes are given by their numbers in the graph."""

    def __init__(self, graph: SceneGraph) -> None:
        self.graph = graph
        self.spatial, self.boxes = graph.spatial, graph.boxes
        self.sizes: FloatArray = np.array([n.size for n in graph.nodes], dtype=np.float64).reshape(-1, 3)
        self.middles: FloatArray = self.boxes[:, :3] + np.array([0.0, 0.5, 0.0]) * self.boxes[:, [HEIGHT]]
        self._of_pair: dict[str, Callable[[int, int], float]] = {
            "attached": lambda a, b: max(self._on(a, b), self._touching(a, b)),
            "outside": lambda a, b: 0.0 if self._inside(a, b) >= HOLDS else self._close("near", a, b),
            "apart": lambda a, b: float(self._distance(a, b) >= APART),
            "far": lambda a, b: float(self._distance(a, b) >= FAR_SAID),
            "on": self._on,
            "supports": lambda a, b: self._on(b, a),
            "inside": self._inside,
            "holds": lambda a, b: self._inside(b, a),
            "part_of": self._part_of,
            "with": lambda a, b: self._part_of(b, a) or self._inside(b, a) or self._on(b, a),
            "under": lambda a, b: self._below(a, b, resting=0.9),
            "above": lambda a, b: self._below(b, a, resting=_BY_OTHERS),
            "touching": self._touching,
            "end": self._at_end,
            "centre": self._centred,
            "away": lambda a, b: self._direction("behind", b, a),
            "facing": self._facing,
            "across": self._across,
        }

    # -- what there is --------------------------------------------------------------------------------------------------

    def top_level(self, numbers: Sequence[int]) -> list[int]:
        """The numbers whose nodes are part of no other of these nodes."""
        return [n for n in numbers if not any(self.graph.holds(m, n) for m in numbers)]

    def same_branch(self, a: int, b: int) -> bool:
        """Whether one is the other or a part of it."""
        return self.graph.related(a, b)

    def includes(self, whole: int, number: int) -> bool:
        """Whether a node is another one or a part of it."""
        return whole == number or self.graph.holds(whole, number)

    def is_room(self, number: int) -> bool:
        """Whether a node is the room or a part of it."""
        return self.graph.nodes[number].kind == "room"

    def _wall(self, number: int) -> str:
        """Which wall of the room a node is: left, right, back or front; '' where it is no wall."""
        node = self.graph.nodes[number]
        return node.wall if node.wall is not None and node.name.startswith("wall") else ""

    # -- relations of two -----------------------------------------------------------------------------------------------

    def fitting(self, meaning: Meaning, some: Sequence[int], b: int, *, seen: bool = False) -> list[int]:
        """The nodes of `some` that stand in a relation to b. Denial is ignored."""
        return [a for a in some if self.meant(meaning, a, b, seen=seen) >= HOLDS]

    def meant(self, meaning: Meaning, a: int, b: int, *, seen: bool = False) -> float:
        """The degree of what a phrase says of a and b. Denial is left to the caller, since it concerns all candidates for b."""
        if meaning.turned:
            a, b = b, a
        if not meaning.measured:
            return self.degree("at" if meaning.how == "at" else meaning.kind, a, b, seen=seen)
        return float(not self.same_branch(a, b) and meaning.allows(self._distance(a, b)))

    def degree(self, kind: str, a: int, b: int, *, seen: bool = False) -> float:
        """The degree of a relation of a to b. `seen`: directions are those of the main camera's picture."""
        if a == b:
            return 0.0
        if kind == "at":
            kind = "against" if self._wall(b) else "next_to"
        if kind not in self._of_pair:
            kind = IMPLIED.get(kind, kind)
        parts = ("inside", "holds", "part_of", "with", "on", "supports", "attached")
        if (
            kind not in parts
            and self.same_branch(a, b)
            and not (b in self.graph.grounds and kind in ("under", "above"))
        ):
            return 0.0
        if kind in DIRECTIONS:
            return self._direction(kind, a, b, seen=seen)
        if kind in SAID_WITHIN:
            return self._close(kind, a, b)
        judge = self._of_pair.get(kind)
        return judge(a, b) if judge is not None else 0.0

    def _distance(self, a: int, b: int) -> float:
        return float(self.spatial.gap([a], [b])[0])

    def gap(self, a: int, b: int) -> float:
        """Metres between the nearest points of two boxes, plus 0.001 of the distance of their middles, to order equal gaps."""
        return self._distance(a, b) + 1e-3 * float(np.linalg.norm(self.middles[a] - self.middles[b]))

    # -- held up, in, of ------------------------------------------------------------------------------------------------

    def _on(self, up: int, low: int) -> float:
        graph = self.graph
        if self._wall(low):
            return self._at_wall("wall", up, self._wall(low))
        if low in graph.grounds:
            return self._on_ground(up)
        if low in graph.rests_on[up]:
            return 1.0
        if graph.holds(low, up):  # the pillows of a bed stand on its other parts
            return _BY_OTHERS if any(graph.holds(low, k) for k in graph.rests_on[up]) else 0.0
        if graph.holds(up, low):
            return 0.0
        if graph.rests_on[up]:
            return _BY_OTHERS if graph.stands_on(up, low) or self._stacked(up, low) else 0.0
        return max(self._upon(up, low), _SHELVED * self._inside(up, low))

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

    def _on_ground(self, a: int) -> float:
        """On the floor, or on what lies flat there (a rug)."""
        graph = self.graph
        if self.is_room(a):
            return 0.0
        flat = {k for k in graph.rests_on[a] if graph.nodes[k].size[1] <= FLAT}
        held = {*graph.rests_on[a], *(g for k in flat for g in graph.rests_on[k])}
        return float(bool(graph.grounds & held) or (not graph.rests_on[a] and float(self.boxes[a, Y]) <= ALIKE_LEVEL))

    def _upon(self, up: int, low: int) -> float:
        """*on* where no surface holds `up`: its bottom is about at the top of `low`, and it is over or around it (a roof on walls)."""
        a, b = self.boxes[up], self.boxes[low]
        gap = float(self.spatial.height_order([up], [low])[0])
        higher = a[Y] >= b[Y] + b[HEIGHT] / 2.0 and a[Y] + a[HEIGHT] > b[Y] + b[HEIGHT]
        return 0.7 if higher and gap <= SET_DOWN and footprint_overlap(a, b) >= COVERED else 0.0

    def _inside(self, inner: int, outer: int) -> float:
        graph = self.graph
        if outer in graph.grounds and not self._wall(outer):
            return float(not graph.holds(inner, outer))
        if outer in graph.within[inner]:
            return 1.0
        if graph.holds(outer, inner) or any(outer in graph.within[k] for k in self._wholes(inner)):
            return 0.9
        wall = self._wall(outer)
        if wall:
            return float(self.is_room(inner) and graph.nodes[inner].wall == wall and not self._wall(inner))
        held = bool(graph.rests_on[inner]) and not graph.stands_on(inner, outer)
        return 0.7 if not held and share_within(self.boxes[inner], self.boxes[outer]) > INSIDE_BOX else 0.0

    def _wholes(self, number: int) -> list[int]:
        """All nodes that a node is a part of, the nearest first."""
        out, above = [], self.graph.nodes[number].parent
        while above >= 0:
            out.append(above)
            above = self.graph.nodes[above].parent
        return out

    def _part_of(self, part: int, whole: int) -> float:
        if self.graph.holds(whole, part):
            return 1.0
        share = share_within(self.boxes[part], self.boxes[whole])
        return share if share >= PART_SHARE and not self.same_branch(part, whole) else 0.0

    def together(self, a: int, b: int) -> float:
        """The degree of *with* for two things that only stand beside each other: a desk with a chair, a bed with a nightstand."""
        near = 0.0 if self.same_branch(a, b) or self.is_room(a) or self.is_room(b) else self._close("next_to", a, b)
        return _BESIDE * near if near >= HOLDS else 0.0

    def _below(self, low: int, up: int, *, resting: float) -> float:
        if self._rests(low, up):
            return 0.0  # pillows lie on a bed, however high its headboard is
        if self.graph.stands_on(up, low):
            return resting
        return max(float(self.spatial.holds("under", [low], [up])[0]), self._over(up, low), self._upon(up, low))

    def _rests(self, up: int, low: int) -> bool:
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
            _BY_OTHERS
            if float(planar_gap(a, b)) <= OVER and footprint_overlap(a, b, OVER) >= COVERED_FROM_ABOVE
            else 0.0
        )

    # -- beside ---------------------------------------------------------------------------------------------------------

    def _close(self, kind: str, a: int, b: int) -> float:
        """Next to, near or against. A thing that is on another or far above it is not near it; *next to* needs a shared height."""
        graph = self.graph
        if kind == "against" and self._wall(b):
            return self._at_wall("against", a, self._wall(b))
        if kind == "next_to" and self._wall(a):
            return self._wall_beside(a, b, opposite=False)
        if kind != "against" and (graph.stands_on(a, b) or graph.stands_on(b, a)):
            return 0.0
        gap, bound = self._distance(a, b), SAID_WITHIN[kind]
        apart = max(float(self.spatial.height_order([x], [y])[0]) for x, y in ((a, b), (b, a)))
        level = apart < {"next_to": 0.0, "near": NEAR_LEVEL}.get(kind, np.inf)
        if gap <= bound and level:
            return 1.0 - 0.4 * gap / bound
        return _NEARLY if gap <= BARELY * bound else 0.0

    def _touching(self, a: int, b: int) -> float:
        if self._wall(b):
            return self._at_wall("against", a, self._wall(b))
        return float(self._distance(a, b) <= TOUCHING)

    def _across(self, a: int, b: int) -> float:
        return (
            self._wall_beside(a, b, opposite=True)
            if self._wall(a)
            else float(self.spatial.holds("across", [a], [b])[0])
        )

    def _at_end(self, a: int, b: int) -> float:
        """Beside one of b's short sides."""
        near = self._close("next_to", a, b)
        x, z = (abs(float(v)) for v in in_frame(self.boxes[a], self.boxes[b]))
        wide, deep = float(self.boxes[b, HALF_WIDTH]), float(self.boxes[b, HALF_DEPTH])
        if max(wide, deep) < OBLONG * min(wide, deep):
            return near
        return near if (x > END_FROM * wide if wide > deep else z > END_FROM * deep) else 0.0

    def _centred(self, a: int, b: int) -> float:
        """How near a is to the middle of b's footprint, on b or close to it: 1 at the middle, 0 at b's sides."""
        x, z = (abs(float(v)) for v in in_frame(self.boxes[a], self.boxes[b]))
        off = max(x / max(float(self.boxes[b, HALF_WIDTH]), 1e-6), z / max(float(self.boxes[b, HALF_DEPTH]), 1e-6))
        return max(1.0 - off, 0.0) if self._distance(a, b) <= SAID_WITHIN["next_to"] else 0.0

    def _direction(self, kind: str, a: int, b: int, *, seen: bool = False) -> float:
        if self.graph.stands_on(b, a):
            return 0.0  # what b stands on is not behind b, however far it reaches
        if seen:
            return seen_degree(self.spatial, kind, a, b)
        return direction_degree(self.spatial, kind, a, b, long=self.is_room(a) and not self.spatial.openings[a])

    def _facing(self, a: int, b: int) -> float:
        """Whether a's front is turned to b. What hangs or stands over the middle of b faces other things."""
        x, z = (abs(float(v)) for v in in_frame(self.boxes[a], self.boxes[b]))
        if (
            x < float(self.boxes[b, HALF_WIDTH])
            and z < float(self.boxes[b, HALF_DEPTH])
            and not self.graph.nodes[b].wall
        ):
            return 0.0
        return float(self.spatial.holds("facing", [a], [b])[0])

    def between(self, a: int, b: int, c: int) -> float:
        """1 where a stands between b and c, at the same level or with a shared range of heights; else 0."""
        if len({a, b, c}) < 3 or self.same_branch(a, b) or self.same_branch(a, c):
            return 0.0
        bottoms = self.boxes[[a, b, c], Y]
        tops = bottoms + self.boxes[[a, b, c], HEIGHT]
        level = abs(float(bottoms[0] - bottoms[1:].min())) <= ALIKE_LEVEL
        shared = min(float(tops[0]), float(tops[1:].max())) - max(float(bottoms[0]), float(bottoms[1:].min()))
        return float((level or shared > ALIKE_LEVEL) and bool(self.spatial.between([a], [b], [c])[0]))

    def _farness(self, a: int, b: int) -> float:
        """What *nearest* and *farthest* compare, in metres."""
        return self._distance(a, b) + _SQUARE * float(np.linalg.norm(self.middles[a] - self.middles[b]))

    def by_distance(
        self, some: Sequence[int], goals: Sequence[int], *, farthest: bool = False
    ) -> list[tuple[int, float]]:
        """(node, how far it is from the nearest goal) for the nodes of `some` that are no goal and no part of one; nearest or farthest
        first. Far is what people would say: mostly the distance of the boxes, and a little that of the middles."""
        out = []
        for a in some:
            if a not in goals:
                others = [g for g in goals if not self.same_branch(a, g)]
                if others:
                    out.append((a, min(self._farness(a, g) for g in others)))
        return sorted(out, key=lambda one: -one[1] if farthest else one[1])

    # -- places of the room ---------------------------------------------------------------------------------------------

    def alone(self, kind: str, a: int, side: str = "") -> float:
        """The degree to which a is at a place of the room: corner, wall, against, ceiling, floor, middle. `side`: of a wall or a corner."""
        if kind == "floor":
            return self._on_ground(a)
        if kind == "middle":
            return self._in_middle(a)
        if self.graph.room is None:
            return 0.0
        if kind in ("wall", "against"):
            return self._at_wall(kind, a, side if side in _OPPOSITE else "")
        if kind == "ceiling":
            return float(not self.graph.rests_on[a] and bool(self.spatial.holds("hanging", [a])[0]))
        return self._in_corner(a, side) if kind == "corner" else 0.0

    def _at_wall(self, kind: str, a: int, wall: str) -> float:
        """On a wall, or against it. `wall`: '' for any. A thing that stands on the floor at a wall is only nearly on it."""
        node = self.graph.nodes[a]
        if node.kind == "room":
            return float(not self._wall(a) and node.wall is not None and wall in ("", node.wall))
        at = bool(self.spatial.holds("on_wall" if kind == "wall" else "against_wall", [a], wall=wall or None)[0])
        if kind == "against" or not at:
            return float(at)
        flush = {w: float(self.spatial.residual("on_wall", [a], wall=w)[0]) for w in _OPPOSITE}
        mine = not wall or flush[wall] <= min(flush.values()) + 1e-6
        return 1.0 if bool(self.spatial.hung[a]) and mine else _NEARLY

    def _wall_beside(self, wall: int, b: int, *, opposite: bool) -> float:
        """1 where a wall is the one that b is at, or with `opposite` the one across from it; else 0."""
        at = self._wall(b)
        if not at:
            gaps = {name: float(self.spatial.wall_gap([b], name)[0]) for name in _OPPOSITE}
            at = min(gaps, key=lambda name: gaps[name])
            if gaps[at] > WALL_SIDE:
                return 0.0
        wanted = _OPPOSITE[at] if opposite else at
        return float(self._wall(wall) == wanted and self._wall(b) != self._wall(wall))

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

    # -- measures of one ------------------------------------------------------------------------------------------------

    def measure(self, kind: str, numbers: Sequence[int]) -> FloatArray:
        """(K,) the values that a selector orders by, in metres."""
        index = np.asarray(numbers, dtype=np.int64)
        if kind == "screen_x":
            return self.spatial.across_view(index)
        if kind == "screen_depth":
            return self.spatial.along_view(index)
        return self.middles[index, 1] if kind == "level" else lengths_of(self.sizes[index], kind)
