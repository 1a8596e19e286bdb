"""Find the things of a scene that a noun phrase fits, by the words that the scene itself uses.

``find('the red office chairs')`` gives every node that is called an office chair and is red. Heads are compared in full and from their
end (*chair* fits *office chair*, *office* does not), singular or plural. The thing's words must contain all else that the phrase says;
colours may also be seen on its surface. Nothing is guessed: a phrase that fits no node has no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from scenewright.scene.english import SIDES, SIZED
from scenewright.scene.layout.bodies import heads_of
from scenewright.scene.semantics.scene_graph import GraphNode, SceneGraph, has_color, lengths_of
from scenewright.scene.semantics.words import BED_SIZES, ObjectPhrase, Vocabulary, lexicon, normalise, parse

__all__ = ["THINGS", "ExactResolver", "FoundNodes", "NounResolver"]

THINGS = frozenset(["thing", "object", "item", "stuff", "everything", "anything", "something", "entity"])
"""Nouns that fit any thing."""


@dataclass(frozen=True, slots=True)
class FoundNodes:
    """A node that a phrase fits; `score` in [0, 1]. `doubt`: why it may be another thing than the phrase says; '' for none."""

    path: str
    score: float
    doubt: str = ""


class NounResolver(Protocol):
    """Finds the nodes that a noun phrase is about."""

    def find(self, phrase: str) -> Sequence[FoundNodes]:
        """All entities that the phrase fits, best first; empty when nothing does."""
        ...

    def nearly(self, phrase: str) -> Sequence[FoundNodes]:
        """The entities that somebody may mean who presupposes that there is such a thing, where :meth:`find` finds none; each with a
        doubt."""
        ...

    def for_purpose(self, purpose: str, *, place: bool = False) -> Sequence[FoundNodes] | None:
        """The entities that serve a purpose (*sit on*, *boil water*); None where it is not known what does. `place`: the purpose is
        something that is done at a place (*sit*, *cook*)."""
        ...


class ExactResolver:
    """Resolves a phrase by the scene's own words (see the module)."""

    def __init__(self, graph: SceneGraph) -> None:
        self.graph = graph
        self.heads = [_heads(node) for node in graph.nodes]
        self.titles = [_title_heads(node, own) for node, own in zip(graph.nodes, self.heads, strict=True)]
        known = {h for some in self.heads for h in some} | {h for some in self.titles for h in some}
        self.vocabulary = Vocabulary(known | THINGS)

    @cached_property
    def _tokens(self) -> list[frozenset[str]]:
        return [
            frozenset(v for w in n.words for t in normalise(w) for v in lexicon.variants_of(t))
            for n in self.graph.nodes
        ]

    def another_bed(self, i: int, read: ObjectPhrase) -> bool:
        """Whether the words of node `i` state another size of bed than a phrase does."""
        own = self._bed_sizes[i]
        return any(size in _BED_SIZES and own and size not in own for size in read.sizes)

    @cached_property
    def _bed_sizes(self) -> list[frozenset[str]]:
        """For each node, the sizes of beds that its words state."""
        return [frozenset(BED_SIZES[t] for t in own if t in BED_SIZES) for own in self._tokens]

    def find(self, phrase: str) -> Sequence[FoundNodes]:
        """All entities that the phrase fits, best first; empty when nothing does."""
        tokens = normalise(phrase)
        while tokens and tokens[0] in lexicon.DETERMINERS:
            tokens = tokens[1:]
        if not tokens:
            return []
        exact = [i for i, some in enumerate(self._names) if " ".join(tokens) in some]
        read = parse(" ".join(tokens), self.vocabulary)
        scored = {i: s for i, s in self._by_head(read).items() if self._fits(i, read)}
        for i in exact:
            scored[i] = 1.0
        scored = self._sized(scored, read)
        order = sorted(scored, key=lambda i: (-scored[i], self.graph.nodes[i].row))
        return [FoundNodes(self.graph.nodes[i].path, scored[i]) for i in order]

    def nearly(self, phrase: str) -> Sequence[FoundNodes]:
        """None: the scene's own words leave no doubt."""
        return ()

    def for_purpose(self, purpose: str, *, place: bool = False) -> Sequence[FoundNodes] | None:
        """None: the scene's own words do not say what things are for."""
        return None

    @cached_property
    def _names(self) -> list[frozenset[str]]:
        """For each node all its names, with sides: 'left desk' and 'desk left' for ``desk_left``."""
        out = []
        for node in self.graph.nodes:
            name = node.name.split("[")[0]
            names = {" ".join(normalise(w)) for w in (node.word, node.words[0] if node.words else "", name)}
            spoken = normalise(name)
            if len(spoken) > 1 and spoken[-1] in _SIDES:
                names.add(" ".join([spoken[-1], *spoken[:-1]]))
                names.update(f"{spoken[-1]} {h}" for h in self.heads[self.graph.by_path[node.path]])
            out.append(frozenset(n for n in names if n))
        return out

    def _by_head(self, read: ObjectPhrase) -> dict[int, float]:
        head = read.head
        wanted = set(lexicon.variants_of(head.lower()))
        if head in THINGS:
            return {i: 0.5 for i, n in enumerate(self.graph.nodes) if i not in self.graph.grounds and n.kind != "room"}
        out = {i: 1.0 if some and some[0] in wanted else 0.9 for i, some in enumerate(self.heads) if wanted & set(some)}
        if 0 in out and len(out) > 1:
            del out[0]
        if not out:
            out = {i: 0.6 for i, some in enumerate(self.titles) if i and wanted & set(some)}
        return out

    def _fits(self, i: int, read: ObjectPhrase) -> bool:
        """Whether all attributes of a phrase hold for node `i`."""
        node, tokens = self.graph.nodes[i], self._tokens[i]
        if self.another_bed(i, read):
            return False
        said = [*read.materials, *read.styles, *read.others, *read.leftover, *(p.words for p in read.parts)]
        if read.shape is not None:
            said.append(read.shape)
        for words in said:
            if not all(set(lexicon.variants_of(t)) & tokens for t in normalise(words)) and words not in node.surface:
                return False
        return all(set(normalise(color)) <= tokens or has_color(self.graph, i, color) for color in read.colors)

    def _sized(self, scored: dict[int, float], read: ObjectPhrase) -> dict[int, float]:
        """The nodes that the size words mean: those whose words contain the size, else those below or above the median."""
        for size in read.sizes:
            told = {i: s for i, s in scored.items() if size in self._tokens[i]}
            if told:
                scored = told
                continue
            if len(scored) < 2 or size not in SIZED:
                continue
            rows = np.array(list(scored))
            value = lengths_of([self.graph.nodes[i].size for i in rows], SIZED[size].measure)
            middle = np.median(value)
            kept = value > middle * 1.02 if SIZED[size].most else value < middle * 0.98
            scored = {int(i): scored[int(i)] for i in rows[kept]}
        return scored


_BED_SIZES = frozenset(BED_SIZES.values())
_SIDES = SIDES | {"inner", "outer"}


def _heads(node: GraphNode) -> tuple[str, ...]:
    """The names in a node's own words, longest first and from the end: ('pine tree', 'tree', 'pine')."""
    texts = [_unlettered(node.word), *(_noun_part(_unlettered(w)) for w in node.words[1:3])]
    heads = [h for t in texts for h in (" ".join(_whole(t)), *heads_of(t)) if h]
    return tuple(dict.fromkeys(v for h in heads for v in lexicon.variants_of(h)[::-1]))


def _unlettered(text: str) -> str:
    """A name without the letter that only tells it from others: *pillow* for *pillow l*."""
    return re.sub(r"(?<=\w\w) [a-z]$", "", text)


def _whole(text: str) -> list[str]:
    return [t for t in normalise(text) if not t.isdigit() and t not in lexicon.DETERMINERS]


def _title_heads(node: GraphNode, own: Iterable[str]) -> tuple[str, ...]:
    """Further names from the catalogue's title."""
    said = [h for w in node.words[2:] for h in heads_of(_noun_part(w))] if node.kind == "asset" else []
    return tuple(h for h in dict.fromkeys(said) if h not in set(own))


def _noun_part(phrase: str) -> str:
    """A phrase without what follows its noun: 'mattress with pillow' -> 'mattress'. A set of things gives the things."""
    tokens = [t for t in normalise(phrase) if t not in lexicon.DETERMINERS]
    if len(tokens) > 2 and tokens[1] == "of" and tokens[0] in lexicon.COLLECTIVES:
        tokens = [t for t in tokens[2:] if t not in lexicon.COUNTS]
    stop = next((k for k, t in enumerate(tokens) if k and t in lexicon.BOUNDARIES), len(tokens))
    if tokens[stop : stop + 1] == ["of"]:
        return " ".join(tokens)
    return " ".join(tokens[:stop])
