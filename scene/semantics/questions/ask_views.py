"""Questions of what the main camera sees: can the camera see the whiteboard, is the mug visible, is the lamp in the picture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, NotAnswered, sentence, verdict
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases
from scenewright.scene.semantics.scene_graph import SeenThing, seen_of

__all__ = ["FORMS"]

_LEAST = 0.007
"""Least share of a thing's surface by which people see that it is there."""
_NOTE = "the picture is taken to be 4 to 3, as previews are"
_GLANCE = 48
"""Points of each of many things that are looked at."""
_WHOLE = 0.9
"""A thing of which less is seen is only partly seen."""


_MOST = 60
"""The most things that are looked at for one question."""


def _seen(phrases: Phrases, nodes: Sequence[int], points: int = 256) -> dict[int, SeenThing]:
    """Node -> what the main camera sees of it, for the nodes that have a surface.

    Raises:
        NotAnswered: there is no camera.
    """
    sources = phrases.graph.sources
    camera = phrases.camera or next(iter(sources.scene.cameras if sources is not None else ()), None)
    if camera is None:
        raise NotAnswered("the scene has no camera, so nothing is in its picture", "relation")
    return {i: one for i in nodes if (one := seen_of(phrases.graph, i, camera, points=points)) is not None}


def _what_it_sees(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *what can the camera see* and *which chairs are visible*."""
    graph = phrases.graph
    what = m["what"] or ""
    if what:
        nodes = phrases.need(what).nodes
    else:
        some = [i for i in range(len(graph)) if i not in graph.grounds and graph.nodes[i].kind != "room"]
        nodes = tuple(graph.topmost(some))
    if len(nodes) > _MOST:
        raise NotAnswered(f"{len(nodes)} things are too many to look at: ask for fewer", "relation")
    denied = bool(m["not"])
    held = [i for i, one in _seen(phrases, nodes, _GLANCE).items() if (one.seen >= _LEAST) != denied]
    paths = tuple(graph.nodes[i].path for i in held)
    how = f"{'not ' if denied else ''}in the main camera's picture"
    names = (phrases.names.several(held, together=True) if what else phrases.names.told(held)) if held else "nothing"
    how = "hidden from the main camera, or outside its picture" if denied else how
    text = sentence(f"{names} {phrases.names.be(held) if held else 'is'} {how}")
    return GraphAnswer("relation", paths, text, (Fact(f"{how}, not hidden", paths),), (_NOTE,))


def _sees(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    what = m["what"].strip()
    every = bool(re.match(r"(?:all|both|each|every)\b", what))
    found = phrases.need(what)
    if set(found.nodes) & phrases.graph.grounds:
        return None
    if len(found.nodes) > _MOST:
        raise NotAnswered(f"{len(found.nodes)} things are too many to look at: ask for fewer", "relation", found.notes)
    seen = _seen(phrases, found.nodes)
    if len(seen) < len(found.nodes):
        raise NotAnswered(
            f"there is no surface to see of {phrases.names.several(found.nodes, 4)}", "relation", found.notes
        )
    yes = [i for i, one in seen.items() if one.seen >= _LEAST]
    every = every or (found.plural and found.definite)
    held = len(yes) == len(seen) if every else bool(yes)
    value = held != bool(m.groupdict().get("not"))
    told = [_told(phrases, i, one) for i, one in seen.items()]
    text = "; ".join(told[:6])
    facts = tuple(
        Fact("share of its surface that is in the picture and not hidden", (phrases.graph.nodes[i].path,), one.seen)
        for i, one in seen.items()
    )
    return GraphAnswer("relation", value, verdict(value, text), facts, (*found.notes, _NOTE))


def _told(phrases: Phrases, i: int, one: SeenThing) -> str:
    """What the camera sees of a thing, as a sentence."""
    name, be = phrases.names.the(i), phrases.names.be([i])
    behind = "" if one.hider <= 0 else phrases.names.the(one.hider)
    if one.seen < _LEAST:
        if one.framed < _LEAST:
            side = {"behind": "behind the camera", "above": "above it", "below": "below it"}
            return (
                f"{name} {be} outside the main camera's picture, {side.get(one.outside, f'to the {one.outside} of it')}"
            )
        return f"{name} {be} hidden from the main camera{f' by {behind}' if behind else ''}"
    if one.seen >= _WHOLE * one.framed:
        return f"{name} {be} {'' if one.framed >= _WHOLE else 'partly '}in the main camera's picture"
    return f"{name} {be} in the main camera's picture, partly hidden{f' by {behind}' if behind else ''}"


FORMS = (
    Form("can the camera see the lamp", r"can the camera see(?P<not> not)? (?P<what>.+)", _sees),
    Form("what can the camera see", r"what can the camera see(?: of)?(?P<not> not)?(?: (?P<what>.+))?", _what_it_sees),
)
