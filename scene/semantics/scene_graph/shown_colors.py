"""Whether a node of a scene graph has a colour, by its own words and by most of its visible surface."""

from __future__ import annotations

from scenewright.scene.language.vocabulary import find_color
from scenewright.scene.semantics.scene_graph.graph import SceneGraph
from scenewright.scene.semantics.scene_graph.said_looks import colors_said
from scenewright.scene.semantics.words import is_color, normalise

__all__ = ["has_color", "metal_name"]


def metal_name(plain: str) -> str:
    """What people call a metal of a plain colour; '' for paint on metal."""
    return {"brown": "gold", "yellow": "gold", "beige": "gold", "orange": "copper", "gray": "silver"}.get(plain, "")


def has_color(graph: SceneGraph, i: int, word: str) -> bool:
    """Whether a node has a colour: its words state it, or a shade of it, or the main colour of its visible surface is of that name."""
    for said in colors_said(graph.nodes[i]):
        meant = find_color(said)
        if set(normalise(word)) & set(normalise(said)) or (meant is not None and is_color(meant, word)):
            return True
    seen = graph.main_color(i)
    if seen is None:
        return False
    metal = metal_name(seen.name) if "metal" in graph.nodes[i].surface else ""
    return is_color(seen.color, word) or (bool(metal) and metal in (word, {"golden": "gold"}.get(word, word)))
