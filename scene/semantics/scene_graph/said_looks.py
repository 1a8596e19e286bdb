"""The colours and materials that the words of a scene graph's node state."""

from __future__ import annotations

from functools import lru_cache

from scenewright.scene.semantics.scene_graph.graph import GraphNode
from scenewright.scene.semantics.words import ObjectPhrase, Vocabulary, default_lexicon, lexicon_vocabulary, parse

__all__ = ["colors_said", "materials_said", "shape_said"]


@lru_cache(maxsize=8192)
def colors_said(node: GraphNode) -> tuple[str, ...]:
    """Colours that a node's own words state for the whole thing."""
    return tuple(dict.fromkeys(c for phrase in _phrases(node) for c in phrase.colors))


@lru_cache(maxsize=8192)
def materials_said(node: GraphNode) -> tuple[str, ...]:
    """Materials that a node's own words state, and the main physical words of its surface."""
    said = [m for phrase in _phrases(node) for m in phrase.materials]
    return tuple(dict.fromkeys([*said, *node.surface]))


@lru_cache(maxsize=8192)
def shape_said(node: GraphNode) -> str | None:
    """The shape that a node's own words state; None where they state none."""
    last = [
        (words, Vocabulary(words.split()[-1:])) for words in node.words
    ]  # a *round mirror* is a thing of the lexicon as a whole
    return next((shape for words, noun in last if (shape := parse(words, noun).shape)), None)


def _phrases(node: GraphNode) -> list[ObjectPhrase]:
    """The node's words as noun phrases. The lexicon says what is the noun, since a node may be called *beige rug* as a whole."""
    nouns = lexicon_vocabulary(default_lexicon())
    return [parse(words, nouns) for words in node.words]
