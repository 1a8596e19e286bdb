"""What people expected of a sentence, before there was code, judged on the scene that was made of it.

The expectations name things in their own words; those words are looked up in the catalogue's names of the objects that stand in the
scene, never in the names or requests of the program, so that a stand-in under a wanted name counts as missing. The geometry is that of
:mod:`scenewright.app.clauses`. Moods and styles are for eyes, and left out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scenewright.app.clauses.evidence import ClauseEvidence
from scenewright.app.clauses.look_clauses import LookJudge
from scenewright.app.clauses.relation_clauses import RelationJudge
from scenewright.app.writers.asked import AskedRelation, AskedRoom, AskedScene, AskedThing
from scenewright.assets import Catalogue
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import NodeKind, Scene
from scenewright.scene.semantics.scene_graph import SceneGraph
from scenewright.scene.semantics.words import normalise, parse, singular

__all__ = ["Expected", "Verdict", "judged", "sentences"]

FOLDER = Path(__file__).parent / "room_sentences"
FOR_EYES = ("style",)
ROOM_PARTS = ("wall", "door", "window", "floor", "ceiling", "room", "entrance", "terrace")
SIDES = ("back", "front", "left", "right")
PLAIN = {
    "on": "on", "in": "inside", "facing": "facing", "above": "above", "in front of": "in_front_of", "beside": "next_to",
    "around": "around", "near": "near", "behind": "behind", "against": "next_to", "along": "along", "hanging": "hanging", "under": "under",
    "between": "between", "flanking": "flank", "centred in": "centered", "in the corner of": "in_corner",
}  # fmt: skip
"""How expectations call a relation -> the kind that the judges measure."""
ARRANGED = {
    "in rows": "rows", "in a row": "row", "stacked": "stacks", "back to back": "back", "in a circle": "circle",
    "facing each other": "facing", "in a U": "u",
}  # fmt: skip
AT_IT = 1.0
"""Metres up to which what each of several things has is at it."""


@dataclass(frozen=True)
class Expected:
    """One expectation of a sentence: in plain words, and as fields."""

    says: str
    what: str
    fields: Mapping[str, Any]

    @property
    def names(self) -> tuple[str, ...]:
        """All that the thing may be called."""
        return (str(self.fields["thing"]), *self.fields.get("also", ()))


@dataclass(frozen=True)
class Verdict:
    """`shown`: None where only eyes can tell. `told`: what is not shown is named among the words without an effect."""

    expected: Expected
    shown: bool | None
    told: bool = False


def sentences(name: str) -> list[tuple[str, str, list[Expected]]]:
    """(id, text, expectations) of the sentences of ``room_sentences/NAME.toml``."""
    read = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["sentence"]
    return [(s["id"], s["text"], [Expected(e["says"], e["what"], e) for e in s["expects"]]) for s in read]


def judged(
    expected: list[Expected], scene: Scene, geometry: SceneGeometry, graph: SceneGraph, unserved: list[dict[str, str]]
) -> list[Verdict]:
    """The verdict on each expectation of a scene. `unserved`: as in the report of ``generate``."""
    judge = _Judge(scene, geometry, graph, expected)
    said = {word for one in unserved for word in _words(f"{one['word']} {one['reason']}")}
    out = []
    for one in expected:
        shown = judge.shown(one)
        told = shown is False and any(_words(name) <= said for name in one.names)
        out.append(Verdict(one, shown, told))
    return out


class _Judge:
    """One scene."""

    def __init__(self, scene: Scene, geometry: SceneGeometry, graph: SceneGraph, expected: list[Expected]) -> None:
        self._scene, self._geometry, self._graph = scene, geometry, graph
        self._least = {str(e.fields["thing"]): int(e.fields["least"]) for e in expected if e.what == "count"}
        self._also = {str(e.fields["thing"]): e.names for e in expected}
        self._called = [list(self._names(n)) for n in range(len(graph.nodes))]

    def shown(self, one: Expected) -> bool | None:
        if one.what in FOR_EYES or (one.what in ("attribute", "size") and str(one.fields["thing"]) in ROOM_PARTS):
            return None
        there = self._found(one.names)
        if one.what == "absence":
            return not there
        if not there:
            return False
        if one.what == "object":
            return True
        if one.what == "count":
            counts = {len(there), len(self._found(one.names[:1]))}
            return any(int(one.fields["least"]) <= n <= int(one.fields.get("most", 10**6)) for n in counts)
        if one.what in ("attribute", "size"):
            return self._looks(one)
        return self._related(one, there)

    # -- who is who ---------------------------------------------------------------------------------------------------

    def _names(self, n: int) -> Iterator[tuple[str, frozenset[str]]]:
        """(noun, words) of each name of a node."""
        node = self._graph.nodes[n]
        entity = self._scene.entity(node.row)
        if node.kind == "room":
            yield _called(node.name.partition("[")[0].partition("_")[0])
        elif entity.asset is not None:
            for name in _catalogue_names().get(entity.asset.title, (entity.asset.title,)):
                yield _called(name)
        elif entity.kind is NodeKind.ENTITY and n:
            yield _called(node.word)

    def _found(self, names: tuple[str, ...]) -> list[int]:
        """The nodes that are called so: all words of the name are in one of theirs, with the same noun. Parts of such are left out."""
        wanted = [(_noun(name), _words(name)) for name in names]
        hits = [
            n
            for n, called in enumerate(self._called)
            if any(noun == own and words <= all_words for noun, words in wanted for own, all_words in called)
        ]
        return [n for n in hits if not any(n in range(m + 1, int(self._graph.end[m])) for m in hits)]

    def _thing(self, names: tuple[str, ...], looks: str = "") -> AskedThing:
        there = self._found(names)
        titles = frozenset(
            ref.title if (ref := self._scene.entity(self._graph.nodes[n].row).asset) is not None else self._graph.nodes[n].word
            for n in there
        )  # fmt: skip
        root = f"{self._graph.nodes[0].path}/"
        paths = tuple(self._graph.nodes[n].path.removeprefix(root) for n in there)
        reading = parse(f"{looks} {names[0]}".strip(), Catalogue.default().vocabulary)
        usual = self._graph.nodes[there[0]].size if there else None
        return AskedThing(
            names[0], reading.text, reading, max(len(there), 1), True, names=paths, titles=titles, usual=usual
        )

    # -- verdicts -----------------------------------------------------------------------------------------------------

    def _evidence(self, *things: AskedThing) -> ClauseEvidence:
        return ClauseEvidence(
            AskedScene("", AskedRoom(), tuple(things)), self._scene, self._geometry, self._graph, frozenset()
        )

    def _looks(self, one: Expected) -> bool | None:
        """Whether enough of the things look so. None where no judge knows the look."""
        clauses = list(LookJudge(self._evidence(self._thing(one.names, str(one.fields["value"])))).clauses(0))
        verdicts = [c.shown for c in clauses]
        return None if not verdicts or None in verdicts else all(verdicts)

    def _related(self, one: Expected, there: list[int]) -> bool | None:
        said, other = str(one.fields["relation"]), str(one.fields.get("other", ""))
        subject = self._thing(one.names)
        several = min(self._least.get(str(one.fields["thing"]), 1), len(there))
        if said in ARRANGED:
            relation = AskedRelation("arranged", 0, detail=f"{ARRANGED[said]}|0|0")
            return RelationJudge(self._evidence(subject)).clause(relation).shown
        others = [self._also.get(name, (name,)) for name in other.split(" and ")]
        if said == "each with":
            lead = parse(other, Catalogue.default().vocabulary)
            name = other.split(maxsplit=1)[1] if lead.count else other
            return self._each_with(there, self._found(self._also.get(singular(name), (name,))), lead.count or 1)
        place, detail = self._place(said, other)
        things = () if place else tuple(self._thing(names) for names in others if names[0])
        kind = {"wall": {"along": "along", "hanging": "on_wall", "on": "on_wall"}.get(said, "against_wall")}.get(
            place, PLAIN[said]
        )
        if said == "facing" and place == "wall":
            kind = "facing"
        evidence = self._evidence(subject, *things)
        relation = AskedRelation(kind, 0, tuple(range(1, 1 + len(things))), place, detail, several)
        if said == "on" and RelationJudge(evidence).clause(relation).shown is not True:
            relation = AskedRelation("inside", 0, relation.anchors, place, detail, several)
        return RelationJudge(evidence).clause(relation).shown

    def _place(self, said: str, other: str) -> tuple[str, str]:
        """The part of the room that a relation names, with its side; '' for a thing."""
        words = other.split()
        if said == "in the corner of":
            return "corner", ""
        if said == "hanging" and other in ("", "ceiling", "room", "above"):
            return "ceiling", ""
        if words and words[-1] in ("wall", "walls"):
            return "wall", next((w for w in words if w in SIDES), "")
        if said == "centred in" and (other in ("", "room") or not self._found((other,))):
            return "room", ""
        if words and words[-1] in ("window", "door", "entrance") and said not in ("between",):
            return ("door" if words[-1] == "entrance" else words[-1]), ""
        return "", ""

    def _each_with(self, things: list[int], others: list[int], count: int) -> bool:
        """Whether each thing has so many of the others on it, in it or beside it; none serves two."""
        left = set(others)
        for n in things:
            inside = range(n + 1, int(self._graph.end[n]))
            near = sorted((self._gap(n, m), m) for m in left if m in inside or self._gap(n, m) <= AT_IT)[:count]
            if len(near) < count:
                return False
            left -= {m for _, m in near}
        return True

    def _gap(self, a: int, b: int) -> float:
        return float(
            ClauseEvidence(AskedScene("", AskedRoom()), self._scene, self._geometry, self._graph).places.gap(a, b)
        )


@cache
def _catalogue_names() -> dict[str, tuple[str, ...]]:
    """Title of a catalogue object -> all that it is called."""
    return {e.title or e.word: (e.title or e.word, *e.words) for e in Catalogue.default().entries}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(singular(w) for w in normalise(name))


def _noun(name: str) -> str:
    """What a name says that the thing is: the last word before *of* or *with*."""
    words = normalise(name)
    ends = [words.index(w) for w in ("of", "with") if w in words[1:]]
    return singular((words[: min(ends)] if ends else words)[-1])


def _called(name: str) -> tuple[str, frozenset[str]]:
    return _noun(name), _words(name)
