"""The place of things in words: what holds them, the wall and corner that they are at, what is beside them."""

from __future__ import annotations

import re

from scenewright.scene.english import Meaning
from scenewright.scene.layout.relations import SPOKEN
from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, listed, spoken_name
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases

__all__ = ["FORMS", "named", "place_of"]

_STANDS = r"(?:is|are|was|were|stands?|sits?|lies?|hangs?|rests?|leans?|belongs?|goes)"


def place_of(phrases: Phrases, i: int, *, short: bool = False) -> str:
    """The place of a thing in words: what holds it, the wall and corner that it is at, and what is beside it."""
    graph = phrases.graph
    said = []
    node = graph.nodes[i]
    if node.wall is not None and node.kind == "room":
        return f"in the {node.wall} wall" if not node.name.startswith("wall") else f"the {node.wall} side of the room"
    inside = graph.topmost(graph.within[i])
    if inside:
        said.append(f"in {spoken_name(graph, inside[0])}")
    on = [k for k in graph.rests_on[i] if k != 0]
    deepest = [k for k in on if not any(graph.holds(c, k) for c in on)]
    if deepest and not inside:
        said.append("on " + listed([named(phrases, k) for k in deepest], 2))
    elif not on and 0 in graph.rests_on[i]:
        said.append("on the ground")
    rows = [i]
    spatial = graph.spatial
    walls = [
        w for w in ("left", "right", "back", "front") if float(spatial.wall_gap(rows, w)[0]) <= SPOKEN["against_wall"]
    ]
    standing = not on or any(k in graph.grounds for k in on)
    if graph.room is not None and walls and standing:
        said.append(
            f"{'on' if spatial.hung[i] else 'against'} the {listed(walls[:1] if spatial.hung[i] else walls)} wall"
        )
    elif not on and graph.room is not None and bool(spatial.holds("hanging", rows)[0]):
        said.append("hanging from the ceiling")
    if short:
        return ", ".join(said)
    near = _beside(phrases, i)
    if near:
        said.append("next to " + listed([spoken_name(graph, k) for k in near]))
    return ", ".join(said)


def named(phrases: Phrases, i: int) -> str:
    name = phrases.graph.nodes[i].name
    return f"the {name}" if phrases.graph.nodes[i].kind == "room" else spoken_name(phrases.graph, i)


def _beside(phrases: Phrases, i: int) -> list[int]:
    graph = phrases.graph
    parent = graph.nodes[i].parent
    some = [
        k
        for k in (graph.children[parent] if parent >= 0 else ())
        if k not in graph.grounds and graph.nodes[k].kind != "room"
    ]
    found = phrases.places.fitting(Meaning("next_to"), some, i)
    return sorted(found, key=lambda k: (float(graph.spatial.gap([i], [k])[0]), graph.nodes[k].path))[:2]


def _where(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    graph = phrases.graph
    found = phrases.need(m["what"])
    told, facts = [], []
    for i in found.nodes[:6]:
        place = place_of(phrases, i) or "standing free"
        x, y, z = graph.nodes[i].position
        told.append(f"{spoken_name(graph, i)}: {place}" if len(found.nodes) > 1 else place)
        facts.append(Fact("position", (graph.nodes[i].path,), f"({x:.2f}, {y:.2f}, {z:.2f})"))
    return GraphAnswer("place", "; ".join(told), "; ".join(told), tuple(facts), found.notes)


FORMS = (Form("where is the lamp", rf"where {_STANDS} (?P<what>.+?)(?: located| standing| placed)?", _where),)
