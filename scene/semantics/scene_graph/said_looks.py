"""The colours and materials that the words of a scene graph's node state."""

from __future__ import annotations

from functools import lru_cache

from scenewright.scene.semantics.scene_graph.graph import GraphNode
from scenewright.scene.semantics.words import Vocabulary, parse

__all__ = ["colors_said", "materials_said"]


@lru_cache(maxsize=8192)
def colors_said(node: GraphNode) -> tuple[str, ...]:
    """Colours that a node's own words state for the whole thing."""
    return tuple(dict.fromkeys(c for w in node.words for c in parse(w, Vocabulary([node.word])).colors))


@lru_cache(maxsize=8192)
def materials_said(node: GraphNode) -> tuple[str, ...]:
    """Materials that a node's own words state, and the main physical words of its surface."""
    said = [m for w in node.words for m in parse(w, Vocabulary([node.word])).materials]
    return tuple(dict.fromkeys([*said, *node.surface]))
