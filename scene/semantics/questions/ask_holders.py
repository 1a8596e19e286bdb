"""Questions for the target of a relation: which desk the printer is on, which wall a picture hangs on, what a sofa faces."""

from __future__ import annotations

import re

from scenewright.scene.english import Meaning
from scenewright.scene.layout.relations import TOUCHING
from scenewright.scene.semantics.queries import HOLDS, asked_meaning
from scenewright.scene.semantics.questions.ask_places import named
from scenewright.scene.semantics.questions.ask_relations import candidates, said
from scenewright.scene.semantics.questions.asking_answers import (
    Fact,
    GraphAnswer,
    NotAnswered,
    listed,
    spoken_length,
    spoken_name,
)
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases

__all__ = ["FORMS"]


def _what_faces(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """What a thing faces: the nearest thing that a ray from its front meets, among things at its height."""
    graph = phrases.graph
    found = phrases.need(m["a"])
    i = found.nodes[0]
    if found.ambiguous:
        raise NotAnswered(f"there are {len(found.nodes)} that 'the {found.text}' can mean; say which", "relation")
    some = candidates(phrases, "facing", found.nodes)
    met = [
        k for k in some if k != i and bool(graph.spatial.holds("facing", [i], [k])[0]) and k not in graph.rests_on[i]
    ]
    order = sorted(met, key=lambda k: (float(graph.spatial.gap([i], [k])[0]), graph.nodes[k].path))
    paths = tuple(graph.nodes[k].path for k in order[:1])
    front = graph.nodes[i].front
    text = spoken_name(graph, order[0]) if order else "nothing that is named"
    return GraphAnswer(
        "relation", paths, text, (Fact("front, degrees from +z toward +x", (graph.nodes[i].path,), front),), found.notes
    )


def _held_by(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *what does the lamp stand on* and *what is the lamp on*."""
    graph = phrases.graph
    found = phrases.need(m["a"])
    inside = (m.groupdict().get("how") or "on") in ("in", "inside")
    holders = sorted({k for i in found.nodes for k in (graph.within[i] if inside else graph.rests_on[i])})
    deepest = [k for k in holders if not any(graph.holds(k, c) for c in holders)] if inside else graph.topmost(holders)
    if not inside and any(k in graph.grounds for k in deepest):
        deepest = [k for k in holders if not any(graph.holds(k, c) for c in holders)]
    paths = tuple(graph.nodes[k].path for k in deepest)
    text = listed([named(phrases, k) for k in deepest]) if deepest else "nothing that holds it from below was found"
    return GraphAnswer("relation", paths, text, (Fact("inside" if inside else "on", paths),), found.notes)


def _which_wall(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """The wall that a thing is on, at or in."""
    graph = phrases.graph
    found = phrases.need(m["a"])
    walls = [k for k, n in enumerate(graph.nodes) if n.wall is not None and n.name.startswith("wall")]
    if not walls:
        raise NotAnswered("the scene has no walls", "relation")
    out: dict[int, None] = {}
    for i in found.nodes:
        node = graph.nodes[i]
        if node.kind == "room":
            out.update(dict.fromkeys(k for k in walls if graph.nodes[k].wall == node.wall))
            continue
        gaps = [(float(graph.spatial.wall_gap([i], graph.nodes[k].wall)[0]), k) for k in walls]
        kind = "on" if graph.spatial.hung[i] else "against"
        at = [k for _, k in sorted(gaps) if phrases.places.fitting(Meaning(kind), [i], k)]
        out.update(dict.fromkeys(at))
    if not out:
        return GraphAnswer("relation", (), f"{found.text} is at no wall", (), found.notes)
    paths = tuple(graph.nodes[k].path for k in out)
    text = listed([f"the {graph.nodes[k].wall} wall" for k in out])
    return GraphAnswer("relation", paths, text, (Fact("at", paths),), found.notes)


def _which_of(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *which desk is the printer on*: the things of a kind that a thing has the relation to."""
    graph = phrases.graph
    meaning = asked_meaning(m["how"])
    if meaning is None:
        return None
    things, some = phrases.need(m["a"]), phrases.need(m["what"])
    found = [k for k in some.nodes if bool(phrases.places.fitting(meaning, things.nodes, k)) != meaning.denied]
    paths = tuple(graph.nodes[k].path for k in found)
    text = listed([spoken_name(graph, k) for k in found]) if found else f"{things.text} is {said(meaning)} none of them"
    return GraphAnswer("relation", paths, text, (Fact(said(meaning), paths),), (*things.notes, *some.notes))


def _which_has(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *which desk has the printer*: the desk that it is a part of, in or on."""
    graph = phrases.graph
    some, things = phrases.need(m["what"]), phrases.need(m["a"])
    found = [
        k
        for k in some.nodes
        if any(graph.holds(k, i) or k in graph.within[i] or graph.stands_on(i, k) for i in things.nodes)
    ]
    if not found:
        found = [k for k in some.nodes if any(phrases.places.together(k, i) >= HOLDS for i in things.nodes)]
    paths = tuple(graph.nodes[k].path for k in found)
    text = listed([spoken_name(graph, k) for k in found]) if found else f"none of them has {m['a']}"
    return GraphAnswer("relation", paths, text, (Fact("has", paths),), (*some.notes, *things.notes))


def _apart_from(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    graph = phrases.graph
    a, b = phrases.need(m["a"]), phrases.need(m["b"])
    gap, i, k = min((float(graph.spatial.gap([i], [k])[0]), i, k) for i in a.nodes for k in b.nodes if i != k)
    value = gap <= TOUCHING
    text = f"{'yes' if value else 'no'}: {spoken_length(graph, gap)} apart"
    return GraphAnswer(
        "relation",
        value,
        text,
        (Fact("distance", (graph.nodes[i].path, graph.nodes[k].path), gap),),
        (*a.notes, *b.notes),
    )


FORMS = (
    Form(
        "which wall is the desk against",
        r"(?:on |in |against |at )?(?:which|what) wall (?:is|are|does|do) (?P<a>.+?)(?: hang(?:ing)?| stand(?:ing)?| mounted| placed)?"
        r"(?: (?:on|in|at|against))?",
        _which_wall,
    ),
    Form(
        "which desk is the printer on",
        r"(?:on |in |at )?(?:which|what) (?P<what>.+?) (?:is|are|does|do) (?P<a>the .+?)(?: stand| sit| lie| rest)? "
        r"(?P<how>on|in|inside|under|next to|near|behind|in front of|facing|above)(?: top of)?",
        _which_of,
    ),
    Form(
        "which desk has the printer",
        r"(?:which|what) (?P<what>.+?) (?:has|have|holds?|contains?|carries) (?P<a>.+)",
        _which_has,
    ),
    Form(
        "what does the sofa face",
        r"(?:what|who|which thing|which way) (?:does|do|is|are) (?P<a>.+?) (?:face|facing|look at|looking at|point at|turned to)",
        _what_faces,
    ),
    Form(
        "what does the lamp stand on",
        r"(?:what|which thing|who) (?:does|do|is|are|did) (?P<a>.+?)(?: (?:stand|sit|lie|rest|hang)(?:t?ing)?| lying| placed)? "
        r"(?P<how>on|in|inside)(?: top of)?",
        _held_by,
    ),
    Form("", r"(?:what|which thing) (?:supports|holds|carries) (?P<a>the .+)", _held_by),
    Form(
        "do the bed and the wall touch",
        r"(?:does|do) (?P<a>.+?) (?:and|touch) (?P<b>.+?)(?: touch(?: each other)?)?",
        _apart_from,
    ),
)
