"""Noun phrases by the lexicon: what open-vocabulary queries know of names and kinds, for questions.

A phrase that the scene's own words answer to is answered by them
(:class:`scenewright.scene.semantics.questions.asking_words.ExactResolver`). Another one goes to
:class:`scenewright.scene.semantics.queries.query.SceneQuery` without an encoder: synonyms and kinds count, likeness does not,
since an answer must not rest on a guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from scenewright.scene.errors import QueryError
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import Scene
from scenewright.scene.semantics.queries import LONGEST, SceneQuery, read_claims
from scenewright.scene.semantics.questions.asking_words import ExactResolver, FoundNodes
from scenewright.scene.semantics.scene_graph import SceneGraph

__all__ = ["LexiconResolver"]

_SURE = 0.85
"""Least score: the same thing by another name, or one of a kind; not what is only called so loosely, or looks somewhat so."""


class LexiconResolver:
    """By the scene's words, then by the lexicon."""

    def __init__(self, graph: SceneGraph, scene: Scene, geometry: SceneGeometry) -> None:
        self.exact = ExactResolver(graph)
        self._scene, self._geometry, self._graph = scene, geometry, graph
        self._kept: dict[str, Sequence[FoundNodes]] = {}

    @cached_property
    def _query(self) -> SceneQuery:
        return SceneQuery(self._scene, self._geometry, graph=self._graph)

    def find(self, phrase: str) -> Sequence[FoundNodes]:
        """All entities that the phrase fits, best first; empty when nothing does."""
        if phrase not in self._kept:
            self._kept[phrase] = self.exact.find(phrase) or self._by_lexicon(phrase)
        return self._kept[phrase]

    def _by_lexicon(self, phrase: str) -> Sequence[FoundNodes]:
        if len(phrase) > LONGEST or any(claim.subject for claim in read_claims(phrase)):
            return ()  # relations are the question's own, and decided there
        try:
            answer = self._query.ask(phrase)
        except QueryError:  # no word of English in it
            return ()
        return tuple(FoundNodes(f.path, f.score) for f in answer.results if f.score >= _SURE)
