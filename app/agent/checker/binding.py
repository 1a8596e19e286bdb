"""Finds the instances in a scene that the things of a brief mean, whoever wrote the program and however he named them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linear_sum_assignment

from scenewright.app.clauses.evidence import WHOLE, ClauseEvidence
from scenewright.app.clauses.surface_match import SurfaceMatch
from scenewright.app.writers.asked import AskedScene, AskedThing
from scenewright.scene.semantics.words import normalise, parse, singular

if TYPE_CHECKING:
    from scenewright.assets import Catalogue
    from scenewright.scene.geometry import SceneGeometry
    from scenewright.scene.model import Scene
    from scenewright.scene.semantics.scene_graph import SceneGraph

__all__ = ["BoundBrief", "bind"]

_EXACT, _KIND, _LOOSE = 100.0, 60.0, 25.0
"""How well a node is the thing: its very noun; a catalogue object that the noun means; what only the last word means."""
_LOOK, _NAME, _NO = 20.0, 4.0, -1e4
"""How much a node gains with all its looks right, and with all words of the phrase in its name; and what is no match at all."""


@dataclass(frozen=True, eq=False)
class BoundBrief:
    """The things of a brief with the names of their instances in one scene.

    `asked`: with these names. `extra`: for each thing the paths of more such instances, which belong to no other thing either.
    """

    asked: AskedScene
    extra: tuple[tuple[str, ...], ...]


def bind(
    asked: AskedScene, scene: Scene, geometry: SceneGeometry, graph: SceneGraph, catalogue: Catalogue
) -> BoundBrief:
    """Find the instances of each thing: by catalogue title, by word, phrase and name, each instance for one thing; where several things
    have one noun, those with the right looks.

    Args:
        asked: what is asked for; names that it has already are not used.
    """
    binder = _Binder(asked, scene, geometry, graph, catalogue)
    return binder.bound()


class _Binder:
    def __init__(
        self, asked: AskedScene, scene: Scene, geometry: SceneGeometry, graph: SceneGraph, catalogue: Catalogue
    ) -> None:
        self._asked, self._graph, self._catalogue = asked, graph, catalogue
        self._heads: dict[str, str] = {}
        self._evidence = ClauseEvidence(asked, scene, geometry, graph)
        self._surfaces = SurfaceMatch(self._evidence)
        self._words = [_words_of(thing, catalogue) for thing in asked.things]
        self._fit = np.array(
            [[self._kind_fit(t, n) for n in range(len(graph.nodes))] for t in range(len(asked.things))]
        ).reshape(len(asked.things), len(graph.nodes))

    def bound(self) -> BoundBrief:
        candidates = [self._candidates(t) for t in range(len(self._asked.things))]
        chosen = self._assigned(candidates)
        used = {n for nodes in chosen for n in nodes}
        things, extra = [], []
        for t, thing in enumerate(self._asked.things):
            least = max(_KIND, min((self._fit[t, n] for n in chosen[t]), default=_KIND))
            more = [n for n in candidates[t] if n not in used and self._fit[t, n] >= least]
            mine = [*chosen[t], *more] if thing.at_least else chosen[t]
            if thing.at_least:
                used.update(more)
                more = []
            titles = thing.titles | {self._evidence.title(n) for n in mine if self._fit[t, n] >= _KIND}
            loose = thing.loose | {self._evidence.title(n) for n in mine if self._fit[t, n] < _KIND}
            things.append(replace(thing, names=tuple(map(self._name, mine)), titles=titles, loose=loose - titles))
            extra.append(tuple(self._graph.nodes[n].path for n in more))
        return BoundBrief(replace(self._asked, things=tuple(things)), tuple(extra))

    def _name(self, n: int) -> str:
        return WHOLE if n == 0 else self._graph.nodes[n].path.removeprefix(f"{self._evidence.root}/")

    # -- which nodes may be it -------------------------------------------------------------------------------------------

    def _kind_fit(self, t: int, n: int) -> float:
        """How well a node is such a thing by what it is; 0 for not at all."""
        node, thing = self._graph.nodes[n], self._asked.things[t]
        if node.kind == "room" or (n == 0 and self._evidence.scene.room is not None):
            return 0.0
        title, asset = self._evidence.title(n), self._evidence.asset(n)
        if asset is not None:
            called = {title, singular(title)}
            if thing.noun in called or thing.noun in _said(asset.words):
                return _EXACT
            return _KIND if title in thing.titles else _LOOSE if title in thing.loose else 0.0
        noun = _key(thing.noun)
        called = {_key(node.word), _key(node.name.partition("[")[0])}
        if noun in called or called & self._words[t]:
            return _EXACT
        if any(_ends_in(noun, word) or _ends_in(word, noun) for word in called):
            return _KIND  # 'table' for a coffee table, and the other way round
        said = {_key(phrase) for phrase in node.words} | {self._head(phrase) for phrase in node.words}
        if said & self._words[t]:
            return _KIND
        if any(_ends_in(phrase, noun) for phrase in said):
            return _LOOSE
        return _LOOSE if any(len(noun) > 3 and word.endswith(noun) for word in called) else 0.0  # a campfire is a fire

    def _head(self, phrase: str) -> str:
        """What a phrase calls a thing, without its attributes: 'jenga tower' of 'a Jenga tower at the start of the game'."""
        if phrase not in self._heads:
            self._heads[phrase] = _key(parse(phrase, self._catalogue.vocabulary).compound)
        return self._heads[phrase]

    def _candidates(self, t: int) -> list[int]:
        """The nodes that may be the thing: none within another, unless too few are left so, as for a row of desks that is itself called
        desks."""
        fit = self._fit[t]
        fits = [n for n in range(len(self._graph.nodes)) if fit[n] > 0.0 and not self._in_asset(n)]
        wanted = self._asked.things[t].count
        if len(fits) > 1 and fits[0] == 0:
            rest = self._graph.topmost(fits[1:])
            is_whole = wanted == 1 and len(rest) > 1 and fit[0] >= fit[rest].max()
            fits = [0] if is_whole else fits[1:]  # a tower of jenga blocks; a reading corner with a corner shelf
        outer = self._graph.topmost(fits)
        while len(outer) < wanted:
            inner = [(n, self._graph.topmost([k for k in fits if self._graph.holds(n, k)])) for n in outer]
            opened = [(n, some) for n, some in inner if len(some) > 1]
            if not opened:
                break
            gone = {n for n, _ in opened}
            outer = [n for n in outer if n not in gone] + [k for _, some in opened for k in some]
        return sorted(outer)

    def _in_asset(self, n: int) -> bool:
        """Whether a node is a part of a catalogue object."""
        parent = self._graph.nodes[n].parent
        while parent >= 0:
            if self._evidence.asset(parent) is not None:
                return True
            parent = self._graph.nodes[parent].parent
        return False

    # -- which of them is which ------------------------------------------------------------------------------------------

    def _assigned(self, candidates: Sequence[Sequence[int]]) -> list[list[int]]:
        """For each thing as many of its candidates as it asks for, so that all fit best together."""
        slots = [t for t, thing in enumerate(self._asked.things) for _ in range(min(thing.count, len(candidates[t])))]
        nodes = sorted({n for some in candidates for n in some})
        out: list[list[int]] = [[] for _ in self._asked.things]
        if not slots:
            return out
        contested = {n for n in nodes if sum(n in some for some in map(set, candidates)) > 1}
        contested |= {
            n for t, thing in enumerate(self._asked.things) if len(candidates[t]) > thing.count for n in candidates[t]
        }
        column = {n: k for k, n in enumerate(nodes)}
        scores: dict[int, dict[int, float]] = {}
        for t in set(slots):
            scores[t] = {n: self._score(t, n, looks=n in contested) for n in candidates[t]}
        table = np.full((len(slots), len(nodes)), _NO)
        for row, t in enumerate(slots):
            for n, score in scores[t].items():
                table[row, column[n]] = score
        rows, columns = linear_sum_assignment(table, maximize=True)
        for row, k in zip(rows.tolist(), columns.tolist(), strict=True):
            if table[row, k] > 0.0:
                out[slots[row]].append(nodes[k])
        return [sorted(some) for some in out]

    def _score(self, t: int, n: int, *, looks: bool) -> float:
        thing, node = self._asked.things[t], self._graph.nodes[n]
        score = float(self._fit[t, n])
        wanted = set(normalise(thing.phrase))
        said = {w for phrase in (node.name, *node.words) for w in normalise(phrase)}
        score += _NAME * len(wanted & said) / max(len(wanted), 1)
        if looks:
            score += _LOOK * self._looks_right(thing, n)
        return score

    def _looks_right(self, thing: AskedThing, n: int) -> float:
        """The share of the colors and materials of a thing that a node has."""
        colors, materials = thing.reading.colors, thing.reading.materials
        right = [self._surfaces.has_color(n, word) for word in colors]
        right += [self._surfaces.material_share(n, word, colored=bool(colors)) >= 0.2 for word in materials]
        return sum(right) / len(right) if right else 0.5


def _words_of(thing: AskedThing, catalogue: Catalogue) -> set[str]:
    """The names of a thing: its noun, and all words of the catalogue objects that are the thing itself."""
    own = {_key(thing.noun)}
    for entry in catalogue.entries:
        words = {_key(word) for word in entry.words}
        if _key(thing.noun) in words:
            own |= words
    return own


def _key(words: str) -> str:
    """Words as one compares them: lower case, singular, with single spaces."""
    tokens = normalise(words)
    return " ".join([*tokens[:-1], singular(tokens[-1])]) if tokens else ""


def _said(request: str) -> set[str]:
    """The nouns that a request may have meant: its endings."""
    tokens = _key(request).split()
    return {" ".join(tokens[k:]) for k in range(len(tokens))}


def _ends_in(phrase: str, noun: str) -> bool:
    return phrase == noun or phrase.endswith(f" {noun}")
