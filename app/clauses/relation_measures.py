"""How the geometry of a scene answers single relations, and what it shows instead where they do not hold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from scenewright.app.clauses.evidence import ClauseEvidence, number_word
from scenewright.app.writers.asked import AskedRelation
from scenewright.scene.layout.relations import COS, SAID_WITHIN, SIN, X, Z, in_frame, planar_gap
from scenewright.scene.semantics.queries import HOLDS, Sight
from scenewright.scene.semantics.words import singular

__all__ = ["RelationMeasures", "has_measure"]

_PAIRS = {
    "on": ("on",), "inside": ("inside",), "under": ("under",), "above": ("above",), "hanging": ("above",), "hung": ("attached", "under"),
    "next_to": ("next_to",),
    "near": ("near",), "across": ("across",), "far": ("far",), "apart": ("apart",), "away": ("away",), "facing": ("facing",),
    "left_of": ("left_of",), "right_of": ("right_of",), "in_front_of": ("in_front_of",), "behind": ("behind",),
    "along": ("next_to", "near"), "with": ("on", "inside", "next_to", "under", "supports", "attached"), "at": ("next_to", "touching"),
    "centered": ("centre", "on"), "foot": ("foot",), "head": ("head",), "around": ("near",), "flank": ("next_to", "near"),
    "between": ("between",),
}  # fmt: skip
"""Kind of relation -> the degrees of which one must hold."""
_PLACES = frozenset(
    ("on_wall", "against_wall", "along", "in_corner", "hanging", "centered", "floor", "on", "facing", "near", "next_to")
)
_SIDED = ("left_of", "right_of", "in_front_of", "behind")
_SIDES = ("back", "front", "left", "right")
_AROUND = 1.0
"""Metres up to which what stands around a thing stands at it."""
_BETWEEN = 0.15
"""Share of the way from one opening to another, from which something is between them."""
_UNEVEN = 0.3
"""Share of its radius by which a wide circle about a thing may be uneven."""
_OPEN = 225.0
"""Degrees of the widest gap between neighbours around a thing: with all on one side it is more."""
_AT_IT = 0.4
"""Metres up to which a seat is at a desk."""
_SAT_AT = frozenset(("desk", "table", "workbench", "workstation", "counter"))
_SEATS = frozenset(("chair", "stool", "armchair", "bench", "seat"))
_HANGS_ON = frozenset(("hook", "peg", "rail", "rack", "rod", "line"))
"""Last words of what things are *on* when they hang from it."""
_END = 0.25
"""Share of a bed's half length from its middle, from which a thing is at its head or foot."""


def has_measure(relation: AskedRelation) -> bool:
    """Whether anything here judges relations of this kind."""
    if relation.place in ("wall", "corner", "ceiling", "floor", "room"):
        if relation.place == "room" and relation.kind != "centered":
            return False
        return relation.kind in _PLACES and "opposite" not in relation.detail and "other" not in relation.detail
    return relation.kind in _PAIRS


class RelationMeasures:
    """Judges single nodes of one scene, given by their numbers in the graph."""

    def __init__(self, evidence: ClauseEvidence, *, as_seen: bool = False) -> None:
        """
        Args:
            as_seen: left and right of what stands on another thing are those of the picture alone: a vase has no left of its own.
        """
        self._evidence, self._graph, self._places = evidence, evidence.graph, evidence.places
        self._as_seen = as_seen

    def holds(self, relation: AskedRelation, a: int, anchors: Sequence[int]) -> bool:
        """Whether a relation holds of a node to any of `anchors`, or to its place of the room."""
        if relation.place in ("wall", "corner", "ceiling", "floor", "room"):
            return self._at_place(relation, a)
        if relation.detail.startswith("gap "):
            least, most = (float(v) for v in relation.detail.removeprefix("gap ").split())
            return any(least - 0.05 <= self._distance(a, b) <= most + 0.05 for b in anchors)
        middle = "center" in relation.detail.split()
        return any(
            self._to(kind, a, b) and (not middle or self._centred(a, b))
            for kind in _PAIRS[relation.kind]
            for b in anchors
        )

    def _centred(self, a: int, b: int) -> bool:
        """Whether a is nearer to the middle of b's footprint than to its sides."""
        return self._places.degree("centre", a, b) >= HOLDS

    def _at_place(self, relation: AskedRelation, a: int) -> bool:
        places, words = self._places, relation.detail.split()
        sides = [s for s in _SIDES if s in words] or (["left", "right"] if "side" in words else [""])
        if relation.place == "ceiling":
            return places.alone("ceiling", a) >= HOLDS
        if relation.place in ("floor", "room"):
            return places.alone("floor" if relation.place == "floor" else "middle", a) >= HOLDS
        if relation.place == "corner":
            return places.alone("corner", a, " ".join(s for s in sides if s)) >= HOLDS
        if relation.kind == "facing":
            walls = [w for s in sides or _SIDES if (w := self._evidence.wall(s)) is not None]
            return any(places.degree("facing", a, w) >= HOLDS for w in walls)
        if relation.kind == "on_wall" and not self._evidence.asked.things[relation.subject].stands:
            return any(places.alone("wall", a, s) >= HOLDS for s in sides)
        return any(max(places.alone("against", a, s), places.alone("wall", a, s)) >= HOLDS for s in sides)

    def _to(self, kind: str, a: int, b: int) -> bool:
        places = self._places
        if kind in ("foot", "head"):
            return self._at_end(a, b, -1.0 if kind == "head" else 1.0)
        if kind in _SIDED:
            seen = places.degree(kind, a, b, sight=Sight("picture"))
            if self._as_seen and kind in ("left_of", "right_of") and places.alone("floor", b) < HOLDS:
                return seen >= HOLDS
            return max(places.degree(kind, a, b), seen) >= HOLDS
        if kind == "facing":
            return self._faces(a, b)
        if kind == "inside" and places.degree("inside", a, b) < HOLDS:
            return self._sunk(a, b)
        if kind == "on" and self._last_word(b) in _HANGS_ON:
            return max(places.degree(way, a, b) for way in ("on", "attached", "under")) >= HOLDS
        return places.degree(kind, a, b) >= HOLDS

    def _faces(self, a: int, b: int) -> bool:
        """Whether a faces b. What people sit at faces where they look: the seats at it decide, where it has any."""
        places = self._places
        if self._last_word(a) in _SAT_AT:
            near = [n for n in self._seats if self._distance(n, a) <= _AT_IT and places.degree("facing", n, a) >= HOLDS]
            if near and b not in near:
                return any(places.degree("facing", n, b) >= HOLDS for n in near)
        return places.degree("facing", a, b) >= HOLDS

    @cached_property
    def _seats(self) -> list[int]:
        return [n for n in range(len(self._graph.nodes)) if self._last_word(n) in _SEATS]

    def _last_word(self, n: int) -> str:
        return singular(self._evidence.title(n).lower().rsplit(maxsplit=1)[-1]) if self._evidence.title(n) else ""

    def _sunk(self, a: int, b: int) -> bool:
        """Whether a stands on a board or the bottom of b, below its top: books on the boards of a bookcase are in it."""
        graph = self._graph
        if not graph.stands_on(a, b):
            return False
        top = float(graph.boxes[b, 1]) + graph.nodes[b].size[1]
        return float(graph.boxes[a, 1]) < top - 0.02

    def _at_end(self, a: int, b: int, side: float) -> bool:
        """Whether a is near the front (1) or the back (-1) of b, as at the foot or the head of a bed."""
        _, z = (float(v) for v in in_frame(self._graph.boxes[a], self._graph.boxes[b]))
        near = self._distance(a, b) <= SAID_WITHIN["near"]
        return near and side * z > _END * self._graph.nodes[b].size[2] / 2.0

    def _distance(self, a: int, b: int) -> float:
        return float(self._graph.spatial.gap([a], [b])[0])

    def between(self, a: int, groups: Sequence[Sequence[int]]) -> bool:
        """Whether a node is between one of each of two groups, or between two of one group."""
        if len(groups) == 1:
            some = groups[0]
            return any(self._places.between(a, b, c) >= HOLDS for i, b in enumerate(some) for c in some[i + 1 :])
        return any(self._places.between(a, b, c) >= HOLDS for b in groups[0] for c in groups[1])

    def amid(self, a: int, openings: Sequence[int]) -> bool:
        """Whether a node stands or hangs between two doors or windows of one wall, as one sees them from above."""
        boxes = self._graph.boxes
        at = boxes[a, [X, Z]]
        for i, b in enumerate(openings):
            for c in openings[i + 1 :]:
                way = boxes[c, [X, Z]] - boxes[b, [X, Z]]
                length = float(np.linalg.norm(way))
                if length < 1e-6:
                    continue
                along = float((at - boxes[b, [X, Z]]) @ way) / length**2
                aside = abs(float(way[0] * (at - boxes[b, [X, Z]])[1] - way[1] * (at - boxes[b, [X, Z]])[0])) / length
                if _BETWEEN < along < 1.0 - _BETWEEN and aside <= _AROUND:
                    return True
        return False

    def about(self, kind: str, subjects: Sequence[int], anchors: Sequence[int], wanted: int) -> tuple[bool, str]:
        """Whether things stand around others, or on both sides of them, and what was found instead.

        Each thing counts for the nearest of `anchors`. It must stand at it, and where several do, not all on one side.
        """
        graph = self._graph
        share: dict[int, list[int]] = {b: [] for b in anchors}
        away = []
        for a in subjects:
            nearest = min(anchors, key=lambda b: float(planar_gap(graph.boxes[a], graph.boxes[b])))
            gap = float(planar_gap(graph.boxes[a], graph.boxes[nearest]))
            if gap <= _AROUND:
                share[nearest].append(a)
            else:
                away.append((gap, nearest))
        there = len(subjects) - len(away)
        if there < wanted and len(anchors) == 1 and self._encircled(anchors[0], subjects):
            return True, ""
        if there < wanted:
            gap, nearest = max(away)
            stand = f"{number_word(there)} of {number_word(wanted)} stand at it"
            return False, f"{stand}; another is {gap:.2g} m from the {self._evidence.title(nearest)}"
        for b, some in share.items():
            if not some and len(subjects) >= len(anchors):
                return False, f"none stands at {graph.nodes[b].name}"
            if len(some) > 1 and self._one_sided(kind, b, some):
                return False, f"all {number_word(len(some))} stand on one side of the {self._evidence.title(b)}"
        return True, ""

    def _encircled(self, b: int, some: Sequence[int]) -> bool:
        """Whether things stand in a wide circle about another."""
        boxes = self._graph.boxes
        away = np.linalg.norm(boxes[list(some)][:, [X, Z]] - boxes[b, [X, Z]], axis=1)
        even = len(some) > 2 and float(np.ptp(away)) <= _UNEVEN * float(away.mean())
        return even and not self._one_sided("around", b, some)

    def _one_sided(self, kind: str, b: int, some: Sequence[int]) -> bool:
        places = np.array([[float(v) for v in in_frame(self._graph.boxes[a], self._graph.boxes[b])] for a in some])
        if kind == "flank" or len(some) == 2:
            return not (np.ptp(np.sign(places[:, 0])) > 0 or np.ptp(np.sign(places[:, 1])) > 0)
        angles = np.sort(np.degrees(np.arctan2(places[:, 1], places[:, 0])))
        gaps = np.diff(np.append(angles, angles[0] + 360.0))
        return bool(gaps.max() > _OPEN)

    # -- what is there instead ------------------------------------------------------------------------------------------

    def found(self, relation: AskedRelation, a: int, anchors: Sequence[int]) -> str:
        """What the scene shows instead of a relation that does not hold of a node."""
        graph, where = self._graph, self._evidence.where(a)
        if not anchors:
            gaps = {s: float(graph.spatial.wall_gap([a], s)[0]) for s in _SIDES} if graph.room is not None else {}
            near = min(gaps, key=lambda s: gaps[s]) if gaps else ""
            if relation.place in ("wall", "corner") and near and np.isfinite(gaps[near]):
                at = "at" if gaps[near] < 0.01 else f"{gaps[near]:.2f} m from"
                return f"{where}, {at} the {near} wall"
            return where
        nearest = min(anchors, key=lambda b: self._distance(a, b))
        word, gap = self._evidence.title(nearest), self._distance(a, nearest)
        if relation.kind == "facing" and self._last_word(a) in _SAT_AT:
            return f"who sits at it does not look at the {word}"
        if relation.kind in ("facing", "away"):
            turned = self._turned(a, nearest)
            return f"it is turned {turned:.0f} degrees away from the {word}"
        if gap < 0.01 and "center" in relation.detail.split():
            return f"{where}, and not in the middle"
        if gap < 0.01:
            return f"{where}, and touches the {word}"
        return f"{where}, {gap:.2f} m from the {word}"

    def _turned(self, a: int, b: int) -> float:
        """Degrees between the front of a and the way to b."""
        at, to = self._graph.boxes[a], self._graph.boxes[b]
        way = np.array([to[X] - at[X], to[Z] - at[Z]])
        front = np.array([at[SIN], at[COS]])
        cosine = float(front @ way) / max(float(np.linalg.norm(way)), 1e-9)
        return float(np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0))))
