"""The colour of a thing as people say it: the word that the scene has for it, held against most of its visible surface."""

from __future__ import annotations

from dataclasses import dataclass

from scenewright.scene.english import COLOR_SPELLINGS
from scenewright.scene.language.vocabulary import find_color
from scenewright.scene.semantics.questions.asking_answers import Fact
from scenewright.scene.semantics.scene_graph import SceneGraph, colors_said, metal_name
from scenewright.scene.semantics.words import color_name, is_color, normalise, spoken_color

__all__ = ["ToldColor", "color_fact", "color_share", "told_color"]

_MOST = 0.5
"""A colour that covers less than this share of what is seen of a thing is not the colour of most of it."""
_SHOWN = 0.1
"""A colour of a smaller share is not listed."""


@dataclass(frozen=True, slots=True)
class ToldColor:
    """`value`: one plain word, or the scene's own. `text`: as people say it. `note`: what speaks against it; '' for nothing."""

    value: str
    text: str
    note: str = ""
    shares: str = ""
    """The colors with their shares, where none covers most of the thing; '' for other things."""


def told_color(graph: SceneGraph, i: int) -> ToldColor | None:
    """The colour of a node; None where the scene neither states nor shows one."""
    said, seen = colors_said(graph.nodes[i]), graph.main_color(i)
    if said:
        value = " ".join(COLOR_SPELLINGS.get(word, word) for word in said[0].split())
        if seen is None or any(color_share(graph, i, word) >= _MOST for word in said):
            return ToldColor(value, value)
        note = f"the scene calls it {value}, but what is seen of {_name(graph, i)} is {_listed(graph, i)}"
        return ToldColor(value, value, note)
    if seen is None:
        return None
    metal = "metal" in graph.nodes[i].surface
    name = metal_name(seen.name) if metal else ""
    text = name or spoken_color(seen.color)
    if seen.share < _MOST:
        note = f"no colour covers most of {_name(graph, i)}: what is seen of it is {_listed(graph, i)}"
        return ToldColor(name or seen.name, text, note, f"of several colors: {_listed(graph, i)}")
    return ToldColor(name or seen.name, text)


def _name(graph: SceneGraph, i: int) -> str:
    return graph.nodes[i].path.split("/", 1)[-1]


def _listed(graph: SceneGraph, i: int) -> str:
    seen = graph.main_color(i)
    if seen is None:
        return "nothing"
    shares = [(spoken_color(seen.color), seen.share), *seen.others]
    return ", ".join(f"{100 * share:.0f} % {name}" for name, share in shares[:4] if share >= _SHOWN)


def color_share(graph: SceneGraph, i: int, word: str) -> float:
    """The share of a node's visible surface, in [0, 1], that people would call by a colour word."""
    seen = graph.main_color(i)
    if seen is None:
        return 0.0
    meant = find_color(word)
    plain = None if meant is None else color_name(meant)
    others = sum(share for name, share in seen.others if plain == name and len(normalise(word)) == 1)
    return float(others) + (seen.share if is_color(seen.color, word) else 0.0)


def color_fact(graph: SceneGraph, i: int) -> Fact | None:
    """The main colour of a node's visible surface as a fact; None without a surface."""
    seen = graph.main_color(i)
    if seen is None:
        return None
    rgb = ", ".join(f"{round(255 * v)}" for v in seen.color)
    return Fact(
        "sRGB of most of its visible surface",
        (graph.nodes[i].path,),
        f"({rgb}), {spoken_color(seen.color)}, {seen.share:.0%}",
    )
