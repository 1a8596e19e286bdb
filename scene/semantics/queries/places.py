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
    ACROSS,
    ALIKE_LEVEL,
    APART,
    BARELY,
    COVERED_FROM_ABOVE,
    END_FROM,
    FAR_SAID,
    HALF_DEPTH,
    HALF_WIDTH,
    HEIGHT,
    NEAR_LEVEL,
    OBLONG,
    SAID_WITHIN,
    TOUCHING,
    Y,
    in_frame,
    planar_gap,
)
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.queries.directions import (
    OWN_SIGHT,
    Sight,
    across_and_along,
    half_degree,
    sighted_degree,
)
from scenewright.scene.semantics.queries.holding import BY_OTHERS, HeldThings
from scenewright.scene.semantics.queries.room_places import HOLDS, NEARLY, RoomPlaces
from scenewright.scene.semantics.scene_graph import DIRECTIONS, SceneGraph, footprint_overlap, lengths_of
from scenewright.scene.semantics.words import lab_from_srgb, normalise, singular

__all__ = ["HOLDS", "Places"]

_BESIDE = 0.85
"""Factor of *with* for what only stands beside a thing."""
_SQUARE = 0.1
"""Share of the distance of middles that *nearest* adds to the distance of boxes: a corner that is a centimetre nearer counts less than what
stands squarely in front."""


FRONTLESS = frozenset(
    ("stool", "footstool", "ottoman", "pouf", "rug", "carpet", "mat", "vase", "ball", "bowl", "globe", "cone", "sphere")
)
"""Names of things that look alike from all sides, or lie flat: nobody says where their front is."""
_MIDDLE_GRAY = 50.0
"""Lightness of a thing that shows no color."""
_NAMES = 2
"""The first so many words of a node are its names."""
_SHADES = (("next_to", "at"), ("on", "top"))
"""Kinds with a shade of their meaning that is judged by itself."""


class Places:
    """The relations of the N nodes of a scene graph. Nodes are given by their numbers in the graph."""

    def __init__(self, graph: SceneGraph) -> None:
        self.graph = graph
        self.spatial, self.boxes = graph.spatial, graph.boxes
        self.sizes: FloatArray = np.array([n.size for n in graph.nodes], dtype=np.float64).reshape(-1, 3)
        self.middles: FloatArray = self.boxes[:, :3] + np.array([0.0, 0.5, 0.0]) * self.boxes[:, [HEIGHT]]
        self.room = RoomPlaces(graph, self.middles)
        self.held = held = HeldThings(graph, self.room, self.middles)
        self._of_pair: dict[str, Callable[[int, int], float]] = {
            "attached": lambda a, b: max(held.on(a, b), self._touching(a, b)),
            "outside": lambda a, b: 0.0 if held.inside(a, b) >= HOLDS else self._close("near", a, b),
            "apart": lambda a, b: float(self._distance(a, b) >= APART),
            "far": lambda a, b: float(self._distance(a, b) >= FAR_SAID),
            "on": held.on,
            "supports": lambda a, b: held.on(b, a),
            "top": lambda a, b: 0.0 if held.inside(a, b) >= HOLDS else held.on(a, b),
            "belongs": self._belonging,
            "inside": held.inside,
            "holds": lambda a, b: held.inside(b, a),
            "part_of": held.part_of,
            "with": lambda a, b: held.part_of(b, a) or held.inside(b, a) or held.on(b, a),
            "under": lambda a, b: held.below(a, b, resting=0.9),
            "above": lambda a, b: held.below(b, a, resting=BY_OTHERS),
            "touching": self._touching,
            "end": self._at_end,
            "centre": self._centred,
            "away": self._away,
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

    def frontless(self, number: int) -> bool:
        """Whether such a thing has no front, by its names: a round stool faces nothing, however it stands."""
        node = self.graph.nodes[number]
        said = (node.word, *node.words[:_NAMES])
        return any(singular(t) in FRONTLESS for name in said for t in normalise(name.replace("_", " "))[-1:])

    def holds_something(self, number: int) -> bool:
        """Whether something that is no part of a node is on it or in it."""
        graph = self.graph
        return any(
            (number in graph.rests_on[k] or number in graph.within[k]) and not graph.related(number, k)
            for k in range(len(graph.nodes))
        )

    def is_room(self, number: int) -> bool:
        """Whether a node is the room or a part of it."""
        return self.room.is_room(number)

    def alone(self, kind: str, a: int, side: str = "") -> float:
        """The degree to which a is at a place of the room: see :meth:`RoomPlaces.alone`."""
        return self.room.alone(kind, a, side)

    # -- relations of two -----------------------------------------------------------------------------------------------

    def fitting(self, meaning: Meaning, some: Sequence[int], b: int, *, sight: Sight = OWN_SIGHT) -> list[int]:
        """The nodes of `some` that stand in a relation to b. Denial is ignored."""
        return [a for a in some if self.meant(meaning, a, b, sight=sight) >= HOLDS]

    def meant(self, meaning: Meaning, a: int, b: int, *, sight: Sight = OWN_SIGHT) -> float:
        """The degree of what a phrase says of a and b. Denial is left to the caller, since it concerns all candidates for b."""
        if meaning.turned:
            a, b = b, a
        if self.on_half(meaning, a, b):
            seen = Sight("picture") if sight.kind == "own" and self.frontless(b) else sight
            return half_degree(self.spatial, meaning.kind, a, b, seen)
        if not meaning.measured:
            kind = meaning.how if (meaning.kind, meaning.how) in _SHADES else meaning.kind
            return self.degree(kind, a, b, sight=sight)
        return float(not self.same_branch(a, b) and meaning.allows(self._distance(a, b)))

    def on_half(self, meaning: Meaning, a: int, b: int) -> bool:
        """Whether a phrase can mean a half of b because a is on or in b: a cushion on the left side of a sofa."""
        return (
            meaning.how == "half"
            and b not in self.graph.grounds
            and max(self.held.on(a, b), self.held.inside(a, b)) >= HOLDS
        )

    def degree(self, kind: str, a: int, b: int, *, sight: Sight = OWN_SIGHT) -> float:
        """The degree of a relation of a to b. `sight`: whose directions are meant."""
        if a == b:
            return 0.0
        if kind == "at":
            kind = "against" if self.room.wall(b) else "next_to"
        if kind not in self._of_pair:
            kind = IMPLIED.get(kind, kind)
        parts = ("inside", "holds", "part_of", "with", "on", "supports", "attached", "belongs")
        if (
            kind not in parts
            and self.same_branch(a, b)
            and not (b in self.graph.grounds and kind in ("under", "above"))
        ):
            return 0.0
        if kind in DIRECTIONS:
            return self._direction(kind, a, b, sight=sight)
        if kind in SAID_WITHIN:
            return self._close(kind, a, b)
        judge = self._of_pair.get(kind)
        return judge(a, b) if judge is not None else 0.0

    def _distance(self, a: int, b: int) -> float:
        return float(self.spatial.gap([a], [b])[0])

    def plumb(self, a: int, b: int) -> bool:
        """Whether one of two things is over the other in plan: a share of the smaller footprint lies in the other."""
        return footprint_overlap(self.boxes[a], self.boxes[b]) >= COVERED_FROM_ABOVE

    def gap(self, a: int, b: int) -> float:
        """Metres between the nearest points of two boxes, plus 0.001 of the distance of their middles, to order equal gaps."""
        return self._distance(a, b) + 1e-3 * float(np.linalg.norm(self.middles[a] - self.middles[b]))

    # -- together -----------------------------------------------------------------------------------------------------

    def _belonging(self, a: int, b: int) -> float:
        """How well a belongs to b: as a part, on or in it, under it (the desk of a monitor), or beside it (the chair of a desk)."""
        held = max(self.held.part_of(a, b), self.held.on(a, b), self.held.inside(a, b))
        return max(held, _BESIDE * max(self.held.on(b, a), self.together(a, b)))

    def together(self, a: int, b: int) -> float:
        """The degree of *with* for two things that only stand beside each other: a desk with a chair, a bed with a nightstand."""
        near = 0.0 if self.same_branch(a, b) or self.is_room(a) or self.is_room(b) else self._close("next_to", a, b)
        return _BESIDE * near if near >= HOLDS else 0.0

    # -- beside ---------------------------------------------------------------------------------------------------------

    def _close(self, kind: str, a: int, b: int) -> float:
        """Next to, near or against. A thing that is on another or far above it is not near it; *next to* needs a shared height."""
        graph = self.graph
        if kind == "against" and self.room.wall(b):
            return self.room.at_wall("against", a, self.room.wall(b))
        if kind == "next_to" and self.room.wall(a):
            return self.room.wall_beside(a, b, opposite=False)
        if kind != "against" and (graph.stands_on(a, b) or graph.stands_on(b, a)):
            return 0.0
        gap, bound = self._distance(a, b), SAID_WITHIN[kind]
        apart = max(float(self.spatial.height_order([x], [y])[0]) for x, y in ((a, b), (b, a)))
        if any(self._lower_than_opening(x, y) for x, y in ((a, b), (b, a))):
            # an armchair is by the window though its back ends below the sill
            gap, apart = float(planar_gap(self.boxes[a], self.boxes[b])), -np.inf
        level = apart < {"next_to": 0.0, "near": NEAR_LEVEL}.get(kind, np.inf)
        if gap <= bound and level:
            return 1.0 - 0.4 * gap / bound
        return NEARLY if gap <= BARELY * bound else 0.0

    def _lower_than_opening(self, a: int, b: int) -> bool:
        """Whether b is a window or door, and a a thing that ends below it."""
        if not self.spatial.openings[b] or self.is_room(a):
            return False
        return bool(self.boxes[a, Y] + self.boxes[a, HEIGHT] <= self.boxes[b, Y])

    def _touching(self, a: int, b: int) -> float:
        if self.room.wall(b):
            return self.room.at_wall("against", a, self.room.wall(b))
        return float(self._distance(a, b) <= TOUCHING)

    def _across(self, a: int, b: int) -> float:
        """At the opposite wall; across free floor, or, for two that face each other, across a table however small."""
        if self.room.wall(a):
            return self.room.wall_beside(a, b, opposite=True)
        if self._facing(a, b) > 0.0 and self._facing(b, a) > 0.0 and self._distance(a, b) <= ACROSS[1]:
            return 1.0
        return float(self.spatial.holds("across", [a], [b])[0])

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

    def _direction(self, kind: str, a: int, b: int, *, sight: Sight = OWN_SIGHT) -> float:
        if self.graph.stands_on(b, a):
            return 0.0  # what b stands on is not behind b, however far it reaches
        if sight.kind == "own" and self.frontless(b):
            sight = Sight("picture")  # what has no front has no left hand
        return sighted_degree(self.spatial, kind, a, b, sight, long=self.is_room(a) and not self.spatial.openings[a])

    def _away(self, a: int, b: int) -> float:
        """Whether the back of a is turned to b; of a desk, the backs of the people at it."""
        return self._direction("in_front_of" if self.graph.nodes[a].looks_back else "behind", b, a)

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
        if self.held.rests(a, b) or self.held.rests(a, c):
            return 0.0  # what is on the shelf is not between it and the door
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

    # -- measures of one ------------------------------------------------------------------------------------------------

    def measure(self, kind: str, numbers: Sequence[int], sight: Sight = OWN_SIGHT) -> FloatArray:
        """(K,) the values that a selector orders by: metres, or the CIELAB lightness of the mean color, in [0, 100]. `sight`: who sees
        what is left or far; *own*: the main camera."""
        index = np.asarray(numbers, dtype=np.int64)
        if kind in ("screen_x", "screen_depth"):
            return across_and_along(self.spatial, numbers, sight)[kind == "screen_depth"]
        if kind == "lightness":
            looks = self.graph.looks
            seen = [None if looks is None else looks.mean_color(self.graph.nodes[n].row) for n in numbers]
            return np.array([_MIDDLE_GRAY if c is None else float(lab_from_srgb(c)[0]) for c in seen])
        return self.middles[index, 1] if kind == "level" else lengths_of(self.sizes[index], kind)
