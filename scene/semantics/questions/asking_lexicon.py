"""Resolve the noun phrases of questions by the lexicon, with the names and kinds that open-vocabulary queries know.

The scene's own words come first (:class:`scenewright.scene.semantics.questions.asking_words.ExactResolver`). A phrase that they do
not answer goes to :class:`scenewright.scene.semantics.queries.query.SceneQuery` without an encoder. Synonyms and kinds count, likeness
does not, since an answer must not rest on a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from scenewright.scene.errors import QueryError
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import Scene
from scenewright.scene.semantics.queries import LONGEST, Found, SceneQuery, named_purpose, read_claims
from scenewright.scene.semantics.questions.asking_words import ExactResolver, FoundNodes
from scenewright.scene.semantics.questions.purpose_words import served_by
from scenewright.scene.semantics.scene_graph import SceneGraph
from scenewright.scene.semantics.words import default_lexicon, parse, singular

__all__ = ["LexiconResolver"]

_OF = re.compile(r"(?P<what>\w+) of (?P<of>\w+)")
_LOOSE = 0.72
"""Least score of a thing that may be meant where nothing surely is: a wider name, or what people loosely say."""
_SURE = 0.85
"""Least score: a synonym or a thing of the kind passes; a loose name, or looks that only partly agree, do not."""


class LexiconResolver:
    """Resolves a phrase by the scene's words, then by the lexicon."""

    def __init__(self, graph: SceneGraph, scene: Scene, geometry: SceneGeometry) -> None:
        self.exact = ExactResolver(graph)
        self._scene, self._geometry, self._graph = scene, geometry, graph
        self._kept: dict[str, Sequence[FoundNodes]] = {}
        self._nearly: dict[str, Sequence[FoundNodes]] = {}

    @cached_property
    def _query(self) -> SceneQuery:
        return SceneQuery(self._scene, self._geometry, graph=self._graph)

    def find(self, phrase: str) -> Sequence[FoundNodes]:
        """All entities that the phrase fits, best first; empty when nothing does."""
        if phrase not in self._kept:
            exact = self.exact.find(phrase)
            self._kept[phrase] = (
                (*exact, *self._joined(phrase, exact)) if exact else self._turned(phrase) or self._by_lexicon(phrase)
            )
        return self._kept[phrase]

    def _joined(self, phrase: str, exact: Sequence[FoundNodes]) -> Sequence[FoundNodes]:
        """Further things for a noun that is written together with what stands before it: a *basketball* is a ball, beside a *soccer ball*.

        They must be nothing else by the lexicon: a *keyboard* is no board, and an *armchair*, an upholstered seat, goes by that name.
        """
        known = default_lexicon()
        noun = singular(phrase)
        if " " in phrase or noun not in known.kinds:
            return ()
        found = {f.path for f in exact}
        score = min(f.score for f in exact)
        own = set(known.kinds_of(noun))
        return [
            FoundNodes(node.path, score)
            for node in self._graph.nodes
            if node.path not in found
            and node.word.endswith(noun)
            and not node.word.endswith(f" {noun}")
            and any(
                kinds[:1] == (noun,) and set(kinds[1:]) <= own
                for thing in known.things_called(node.word)
                if (kinds := known.kinds_of(thing))
            )
        ]

    def _turned(self, phrase: str) -> Sequence[FoundNodes]:
        """*String lights* for *strings of lights*, *fruit bowl* for *bowl of fruit*: what the scene calls by the same two words."""
        of = _OF.fullmatch(phrase)
        if of is None:
            return ()
        for words in (f"{singular(of['what'])} {of['of']}", f"{singular(of['of'])} {of['what']}"):
            if found := self.exact.find(words):
                return found
        return ()

    def nearly(self, phrase: str) -> Sequence[FoundNodes]:
        """The entities that the phrase may mean, by a wider name or loosely (*the reception desk*, where there is a desk)."""
        if phrase not in self._nearly:
            found = [f for f in self._answered(phrase) if _LOOSE <= f.score < _SURE]
            best = max((f.score for f in found), default=0.0)
            self._nearly[phrase] = tuple(
                FoundNodes(f.path, f.score, f"nothing here is called {phrase!r} for sure; {f.reason.split(';')[0]}")
                for f in found
                if f.score >= best - 1e-6
            )
        return self._nearly[phrase]

    def for_purpose(self, purpose: str, *, place: bool = False) -> Sequence[FoundNodes] | None:
        """The entities that serve a purpose, by the kinds and the descriptions of the lexicon; None where it knows none."""
        starts = ("somewhere", "something") if place else ("something", "somewhere")
        for wording in (f"{start} to {purpose}" for start in starts):
            if named_purpose(wording, default_lexicon()) is not None:
                return self._by_lexicon(wording)
        things = served_by(purpose)
        if not things:
            return None
        found = {f.path: f for thing in sorted(things) for f in self.exact.find(thing) or self._by_lexicon(thing)}
        return tuple(found.values()) or None  # that nothing here serves it is not sure

    def _by_lexicon(self, phrase: str) -> Sequence[FoundNodes]:
        read = parse(phrase, self.exact.vocabulary)
        by_path = self._graph.by_path
        return tuple(
            FoundNodes(f.path, f.score)
            for f in self._answered(phrase)
            if f.score >= _SURE and not (f.path in by_path and self.exact.another_bed(by_path[f.path], read))
        )

    def _answered(self, phrase: str) -> Sequence[Found]:
        if len(phrase) > LONGEST or any(claim.subject for claim in read_claims(phrase)):
            return ()  # the question itself decides relations
        try:
            return self._query.ask(phrase).results
        except QueryError:  # the phrase has no English word
            return ()
