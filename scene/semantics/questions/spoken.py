"""Relations as people say them, over a scene graph: which things are on, in, beside or before another.

Boxes decide most (:mod:`scenewright.scene.semantics.scene_graph.spatial`); what holds a thing up and what it is inside of come
from the surfaces; the floor, walls, the ceiling and the room as a whole mean what they mean in a home.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.model import Numbers
from scenewright.scene.layout.relations.measures import HEIGHT, Y
from scenewright.scene.semantics.scene_graph.graph import SceneGraph
from scenewright.scene.semantics.scene_graph.spatial import Bools

__all__ = ["PREPOSITIONS", "Spoken", "find_relation"]

_VERB = (
    r"(?:that |which )?(?:is |are )?(?:standing |sitting |lying |placed |put |located |resting |positioned |set |found "
    r"|mounted |hung |hanging |stands |sits |lies |hangs )?"
)
PREPOSITIONS: tuple[tuple[str, str], ...] = (
    (r"(?:on|to|at) the left(?:[ -]hand)?(?: side)? of|left of", "left_of"),
    (r"(?:on|to|at) the right(?:[ -]hand)?(?: side)? of|right of", "right_of"),
    (r"in front of", "in_front_of"),
    (r"(?:at|in) the back of|behind", "behind"),
    (r"on top of|on to|onto|atop|upon", "on"),
    (r"(?:hanging|hung|suspended) (?:from|over)|(?:attached|fixed) to", "on"),
    (r"from(?= the ceiling)", "on"),
    (r"next to|beside|adjacent to|alongside|by the side of", "next_to"),
    (r"(?:nearest|closest)(?: to)?|nearest", "nearest"),
    (r"(?:farthest|furthest)(?: away)?(?: from)?", "farthest"),
    (r"far(?: away)? from", "far"),
    (r"near(?:by)?(?: to)?|close to|around", "near"),
    (r"across from|opposite(?: to| of)?", "across"),
    (r"(?:leaning |up )?against|along", "against"),
    (r"facing|turned to(?:wards?)?|looking at|pointing (?:at|to(?:wards?)?)|that faces?", "facing"),
    (r"in between|between", "between"),
    (r"underneath|beneath|under|below", "under"),
    (r"above|over", "above"),
    (r"inside(?: of)?|within|into|in", "inside"),
    (r"on", "on"),
    (r"at", "at"),
    (r"by", "next_to"),
)
"""Patterns of prepositions and the relation that each says, longer ones first."""

_ANY = re.compile(
    rf"\b{_VERB}(?:{'|'.join(f'(?P<p{k}>{p})' for k, (p, _) in enumerate(PREPOSITIONS))})\s+(?=(?:the|a|an|any|each|every|its|their|\w))"
)


@dataclass(frozen=True, slots=True)
class Preposition:
    """Where in a text a relation stands: `kind`, what is before and after it, and where the preposition ends."""

    kind: str
    before: str
    after: str
    end: int


def find_relation(text: str, *, start: int = 0) -> Preposition | None:
    """The first preposition of a text after position `start`."""
    found = _ANY.search(text, start)
    if found is None:
        return None
    number = next(int(name[1:]) for name, value in found.groupdict().items() if value is not None)
    return Preposition(PREPOSITIONS[number][1], text[: found.start()].strip(), text[found.end() :].strip(), found.end())


class Spoken:
    """Answers which of some things are in a relation to another."""

    def __init__(self, graph: SceneGraph) -> None:
        self.graph = graph

    def fitting(self, kind: str, some: Iterable[int], b: int, *, direct: bool = False, view: bool = False) -> list[int]:
        """Those of `some` that are in relation `kind` to b. `direct`: of what rests on b only what touches it."""
        rows = [i for i in some if i != b]
        return [i for i, fits in zip(rows, self._mask(kind, rows, b, direct, view), strict=True) if fits]

    def between(self, some: Iterable[int], b: int, c: int) -> list[int]:
        """Those that are between b and c."""
        rows = [i for i in some if not self.graph.related(i, b) and not self.graph.related(i, c)]
        if not rows:
            return []
        fits = self.graph.spatial.between(np.array(rows), np.full(len(rows), b), np.full(len(rows), c))
        return [i for i, f in zip(rows, fits, strict=True) if f]

    def _mask(self, kind: str, rows: list[int], b: int, direct: bool, view: bool) -> list[bool]:
        graph = self.graph
        node = graph.nodes[b]
        if node.wall is not None and node.name.startswith("wall"):
            return [self._at_wall(kind, i, b, node.wall) for i in rows]
        if kind in ("on", "at") and node.kind != "room" and kind == "on":
            return [b in graph.rests_on[i] or (not direct and self._on_part(i, b)) for i in rows]
        if kind == "on":
            whole = b in graph.grounds and node.name != "floor"
            floors = (
                {k for k in graph.grounds if graph.nodes[k].name == "floor" or graph.room is None} if whole else {b}
            )
            return [
                bool(floors & set(graph.rests_on[i])) or (not direct and any(graph.stands_on(i, f) for f in floors))
                for i in rows
            ]
        if kind == "inside":
            if b in graph.grounds:
                return [True for _ in rows]
            return [self._inside(i, b) for i in rows]
        if kind == "against":
            return (graph.spatial.gap(rows, np.full(len(rows), b)) <= 0.1).tolist() if rows else []
        name = "next_to" if kind == "at" else kind
        if not rows:
            return []
        a, other = np.array(rows), np.full(len(rows), b)
        holds = graph.spatial.holds(name, a, other, view=view)
        apart = np.array([not graph.related(i, b) for i in rows], dtype=bool)
        if name in ("next_to", "near"):
            stacked = [graph.stands_on(i, b) or graph.stands_on(b, i) for i in rows]
            apart &= ~np.array(stacked, dtype=bool)
        if name == "near":
            apart &= self._same_level(a, b)
        out: list[bool] = (holds & apart).tolist()
        return out

    def _on_part(self, i: int, b: int) -> bool:
        """Whether a thing stands on another by way of others, or is of it and stands on its other parts (the pillows of a bed)."""
        graph = self.graph
        return graph.stands_on(i, b) or (graph.holds(b, i) and any(graph.holds(b, k) for k in graph.rests_on[i]))

    def _same_level(self, a: Numbers, b: int) -> Bools:
        """What is not far above or below: a lamp at the ceiling is not near the rug."""
        boxes = self.graph.boxes
        gap = np.maximum(boxes[a, Y] - boxes[b, Y] - boxes[b, HEIGHT], boxes[b, Y] - boxes[a, Y] - boxes[a, HEIGHT])
        out: Bools = gap < 0.75
        return out

    def _inside(self, i: int, b: int) -> bool:
        graph = self.graph
        if b in graph.within[i] or graph.holds(b, i):
            return True
        above = graph.nodes[i].parent
        return above >= 0 and b in graph.within[above]

    def _at_wall(self, kind: str, i: int, b: int, wall: str) -> bool:
        """On, in, against or near a wall."""
        graph = self.graph
        node = graph.nodes[i]
        if node.kind == "room":
            return node.wall == wall and kind in ("on", "inside", "at") and i != b
        gap = float(graph.spatial.wall_gap(np.array([i]), wall)[0])
        if kind == "on":
            flush = [
                float(graph.spatial.residual("on_wall", np.array([i]), wall=w)[0])
                for w in ("left", "right", "back", "front")
            ]
            mine = flush[("left", "right", "back", "front").index(wall)]
            return bool(graph.spatial.hung[i]) and gap <= 0.15 and mine <= min(flush) + 1e-6
        if kind in ("against", "at"):
            return gap <= 0.15
        if kind in ("next_to", "near"):
            return float(graph.spatial.gap([i], [b])[0]) <= (0.5 if kind == "next_to" else 1.5)
        if kind == "facing":
            return bool(graph.spatial.holds("facing", np.array([i]), np.array([b]))[0])
        return False
