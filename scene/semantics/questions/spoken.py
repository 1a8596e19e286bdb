"""Relations as people say them, over a scene graph: which things are on, in, beside or before another.

Boxes decide most (:mod:`scenewright.scene.semantics.scene_graph.spatial`); what holds a thing up and what it is inside of come
from the surfaces; the floor, walls, the ceiling and the room as a whole mean what they mean in a home.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from scenewright.scene.english.distances import DISTANCE, distance_meaning
from scenewright.scene.english.manner import ADVERBS, STATED_POSTURES
from scenewright.scene.english.relations import PHRASES, Meaning, phrase_pattern
from scenewright.scene.language.relations.kinds import FAR
from scenewright.scene.layout.model import Numbers
from scenewright.scene.layout.relations.measures import HALF_DEPTH, HALF_WIDTH, HEIGHT, Y, in_frame
from scenewright.scene.semantics.scene_graph.graph import SceneGraph
from scenewright.scene.semantics.scene_graph.spatial import Bools

__all__ = ["Spoken", "SpokenRelation", "find_relation"]

_ASKED: dict[str, Meaning] = {phrase: meaning for phrase, meaning in PHRASES.items() if meaning.kind != "except"}
_PATTERN = f"{DISTANCE}|" + "|".join(phrase_pattern(phrase) for phrase in sorted(_ASKED, key=lambda p: -len(p)))
_ANY = re.compile(
    rf"\b(?:(?P<whole>{_PATTERN})"
    rf"|(?:(?P<denied>not) )?(?:(?:that|which) )?(?:(?:is|are) )?(?:(?P<denied_too>not) )?(?:(?:{ADVERBS}) )*"
    rf"(?:(?:{STATED_POSTURES}) )?(?:(?:{ADVERBS}) )*(?P<phrase>{_PATTERN}))\s+(?=\w)"
)
"""A phrase of the table, or one after *that is not just standing* and its like."""
_CEILING = re.compile(r"\bfrom\s+(?=the ceiling)")
"""*A lamp from the ceiling*."""


@dataclass(frozen=True, slots=True)
class SpokenRelation:
    """Where in a text a relation stands: what it means, what is before and after it, and where its words end."""

    meaning: Meaning
    before: str
    after: str
    end: int


def find_relation(text: str, *, start: int = 0) -> SpokenRelation | None:
    """The first relation of a text after position `start`."""
    found = _ANY.search(text, start)
    if found is not None:
        said = found["whole"] or found["phrase"]
        meaning = distance_meaning(said) or _ASKED[said]
        meaning = replace(meaning, denied=meaning.denied != bool(found["denied"] or found["denied_too"]))
    else:
        found, meaning = _CEILING.search(text, start), Meaning("attached", how="from")
    if found is None:
        return None
    return SpokenRelation(meaning, text[: found.start()].strip(), text[found.end() :].strip(), found.end())


_APART = 1.0
"""Metres between nearest points from which a thing keeps its distance."""
_MET = 0.02
"""Metres by which things that touch may be apart."""


class Spoken:
    """Answers which of some things are in a relation to another."""

    def __init__(self, graph: SceneGraph) -> None:
        self.graph = graph

    def fitting(
        self, meaning: Meaning, some: Iterable[int], b: int, *, direct: bool = False, view: bool = False
    ) -> list[int]:
        """Those of `some` that are in a relation to b, whether it is denied or not. `direct`: of what rests on b only what touches it."""
        rows = [i for i in some if i != b]
        if meaning.turned:
            holds = [bool(self._mask(meaning, [b], i, direct, view)[0]) for i in rows]
        else:
            holds = self._mask(meaning, rows, b, direct, view)
        return [i for i, fits in zip(rows, holds, strict=True) if fits]

    def between(self, some: Iterable[int], b: int, c: int) -> list[int]:
        """Those that are between b and c."""
        rows = [i for i in some if not self.graph.related(i, b) and not self.graph.related(i, c)]
        if not rows:
            return []
        fits = self.graph.spatial.between(np.array(rows), np.full(len(rows), b), np.full(len(rows), c))
        return [i for i, f in zip(rows, fits, strict=True) if f]

    def _mask(self, meaning: Meaning, rows: list[int], b: int, direct: bool, view: bool) -> list[bool]:
        """Of each row whether it stands so to b, whatever is denied or turned."""
        if meaning.measured and rows:
            gaps = self.graph.spatial.gap(rows, np.full(len(rows), b))
            return [
                meaning.allows(float(gap)) and not self.graph.related(i, b) for i, gap in zip(rows, gaps, strict=True)
            ]
        return self._kind_mask(_asked_kind(meaning), rows, b, direct, view)

    def _kind_mask(self, kind: str, rows: list[int], b: int, direct: bool, view: bool) -> list[bool]:
        graph = self.graph
        node = graph.nodes[b]
        if kind == "outside":
            inside, near = (self._kind_mask(k, rows, b, direct, view) for k in ("inside", "near"))
            return [n and not i for i, n in zip(inside, near, strict=True)]
        if kind == "attached":
            on, met = (self._kind_mask(k, rows, b, direct, view) for k in ("on", "touching"))
            return [o or m for o, m in zip(on, met, strict=True)]
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
        if kind in ("touching", "apart"):
            gaps = graph.spatial.gap(rows, np.full(len(rows), b)) if rows else np.zeros(0)
            return [float(gap) <= _MET if kind == "touching" else float(gap) >= _APART for gap in gaps]
        if kind in ("centre", "end"):
            return [self._on_plan(kind, i, b) for i in rows]
        if kind == "away":
            return graph.spatial.holds("behind", np.full(len(rows), b), np.array(rows)).tolist() if rows else []
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

    def _on_plan(self, kind: str, i: int, b: int) -> bool:
        """Whether a thing is over the middle half of b's ground, or beside a short side of it."""
        box = self.graph.boxes[b]
        x, z = (abs(float(v)) for v in in_frame(self.graph.boxes[i], box))
        wide, deep = float(box[HALF_WIDTH]), float(box[HALF_DEPTH])
        if kind == "centre":
            return x <= 0.5 * wide and z <= 0.5 * deep
        if not self._kind_mask("next_to", [i], b, False, False)[0]:
            return False
        return (wide < 1.1 * deep and deep < 1.1 * wide) or (x > 0.8 * wide if wide > deep else z > 0.8 * deep)

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
        kind = {"attached": "on", "touching": "against"}.get(kind, kind)
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
        if kind in ("apart", "far"):
            return gap >= (_APART if kind == "apart" else FAR)
        if kind == "away":
            return bool(graph.spatial.holds("behind", np.array([b]), np.array([i]))[0])
        return False


def _asked_kind(meaning: Meaning) -> str:
    """What geometry is asked: a simpler kind where one will do. *At* is *against* of a wall, else *next to*."""
    if meaning.how == "at":
        return "at"
    return {"around": "near", "flank": "next_to"}.get(meaning.kind, meaning.kind)
