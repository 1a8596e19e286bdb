"""Open-vocabulary queries of a program's scene: a sentence in, entities out, each with a score and the reason.

A noun that the scene or the lexicon knows is looked up (:mod:`scenewright.scene.semantics.queries.matching`). Geometry then decides
what the query says about looks and places (:mod:`scenewright.scene.semantics.queries.resolving`). Sentence embeddings compare a
description with what the lexicon says of things (:mod:`scenewright.scene.semantics.queries.likeness`). Where nothing fits, the answer
is empty and says so; it is never the least bad match.
"""

from __future__ import annotations

import re

import numpy as np

from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import Camera, Scene
from scenewright.scene.semantics.encoders import TextEncoder
from scenewright.scene.semantics.queries.answers import WORDS_ALONE, Answer, Found, checked_query
from scenewright.scene.semantics.queries.appearance import Appearances
from scenewright.scene.semantics.queries.attributes import AttributeJudge
from scenewright.scene.semantics.queries.clauses import describes_only, has_clause
from scenewright.scene.semantics.queries.likeness import Likeness
from scenewright.scene.semantics.queries.matching import NounMatcher
from scenewright.scene.semantics.queries.naming import is_anything
from scenewright.scene.semantics.queries.places import Places
from scenewright.scene.semantics.queries.purposes import read_by_purpose
from scenewright.scene.semantics.queries.reading import read_query
from scenewright.scene.semantics.queries.readings import Reading
from scenewright.scene.semantics.queries.resolving import Resolver
from scenewright.scene.semantics.queries.selecting import Hit
from scenewright.scene.semantics.scene_graph import SceneGraph, scene_graph
from scenewright.scene.semantics.words import EntityWords, Lexicon, default_lexicon, nouns_of, words_of_scene

__all__ = ["SceneQuery"]

_LONG = 3
"""A noun phrase of more words than this may be a description, where nothing in the scene has that name."""
_SENTENCE = 9
"""A query of at least so many words says more than a noun and its place."""
_STANDS = re.compile(r"\b(?:that|which) (?:is|are|stands?|lies?|hangs?|sits?|faces?)\b")
_ON_IT = re.compile(
    r" (?:on|in|inside|under|beneath|beside|near|above|over|behind|(?:next|close) to|(?:on top|in front) of) (?:it|them)$"
)
"""The end of *the table with a vase on it*, which names two things."""
_PATH = re.compile(r"\w+(?:\[\d+\])?(?:/\w+(?:\[\d+\])?)*(?<=[\]\w])")
"""What may be a path: one word, or names between slashes."""
_LIST = re.compile(r"\band other\b|\w+ \w+ and \w+ \w+")


class SceneQuery:
    """Answers queries of one scene. The constructor does the work that all queries share.

    Args:
        geometry: the geometry of the scene, with its catalogue objects.
        camera: the main view, for *leftmost* and *as seen from the camera*; None: the program's first camera.
        encoder: a sentence encoder for descriptions; None: descriptions find nothing.
        lexicon: None: the package's own lexicon.
        before: the query object of the scene before a change. With the same lexicon, the words of unchanged entities are reused.
        graph: the graph of the scene with that camera, if it exists already.
    """

    def __init__(
        self,
        scene: Scene,
        geometry: SceneGeometry,
        *,
        camera: Camera | None = None,
        encoder: TextEncoder | None = None,
        lexicon: Lexicon | None = None,
        before: SceneQuery | None = None,
        graph: SceneGraph | None = None,
    ) -> None:
        self.scene, self.encoder = scene, encoder
        self.lexicon = lexicon or default_lexicon()
        self.entities: list[EntityWords] = words_of_scene(
            scene, self.lexicon, () if before is None or before.lexicon is not self.lexicon else before.entities
        )
        matcher = NounMatcher(self.entities, nouns_of(self.entities, self.lexicon), self.lexicon)
        self.graph = graph or scene_graph(scene, geometry=geometry, edges=False, camera=camera)
        self.places = Places(self.graph)
        judge = AttributeJudge(self.entities, Appearances(scene, geometry), self.places)
        self._likeness = Likeness(self.entities, self.places, self.lexicon, encoder)
        self._resolver = Resolver(self.entities, matcher, self.places, judge, self._likeness)

    def ask(self, text: str, *, top_k: int | None = None, threshold: float = 0.0) -> Answer:
        """The entities that a query means, best first.

        Args:
            top_k: the most results; None: all.
            threshold: the least score of a result.

        Raises:
            QueryError: see :func:`checked_query`.
        """
        query = checked_query(text)
        self._resolver.resolved = 0
        path = self._by_path(query)
        hits, why, described = path or self._meant(query)
        found = [
            Found(
                self.entities[h.number].row,
                self.entities[h.number].path,
                self.entities[h.number].texts[0],
                float(np.clip(h.score, 0.0, 1.0)),
                "; ".join(h.reasons) or "it is one of the things here",
            )
            for h in hits
            if h.score >= threshold
        ]
        compared = any(h.compared for h in hits) if hits else described
        encoder = self.encoder.name if self.encoder is not None and compared else WORDS_ALONE
        return Answer(query, tuple(found[:top_k]), "" if found else (why or "nothing here fits"), encoder)

    def _by_path(self, query: str) -> tuple[list[Hit], str, bool] | None:
        """The entity whose path, or the end of it, the query is: *bed/pillow[1]*, *desk_3*; None where the query is no path."""
        if not _PATH.fullmatch(query) or not set(query) & set("_[/"):
            return None
        wanted = query.removesuffix("[0]")
        numbers = [n for n, e in enumerate(self.entities) if e.path == wanted or e.path.endswith(f"/{wanted}")]
        return ([Hit(n, 1.0, ("it is its path",)) for n in numbers], "", False) if numbers else None

    def _meant(self, query: str) -> tuple[list[Hit], str, bool]:
        """What a query means, by its purpose or its words. *Where the patient lies* is described where nothing serves that by its name."""
        by_purpose = read_by_purpose(query, self.lexicon)
        found = None if by_purpose is None else self._best(by_purpose)
        if found is not None and by_purpose is not None and (found[0] or not by_purpose.definite):
            return found
        return self._best(read_query(query))

    def _best(self, reading: Reading) -> tuple[list[Hit], str, bool]:
        """Resolve the first way to read the query that finds something and has no redundant relation; else take it as a description.

        Returns:
            The hits; why there are none; whether the query was compared as a description.
        """
        nothing = self._resolver.look(reading)
        if nothing:
            return [], nothing, False
        untold = self._resolver.namer.untold(reading)
        if untold:
            return (
                [],
                f"nothing here tells what is {untold}: sizes, distances, colors, materials and places can be compared",
                False,
            )
        relational = bool(reading.where) and not reading.noun  # 'what is on the table?'
        leads = describes_only(reading.text) and not relational
        clause = has_clause(_ON_IT.sub("", _STANDS.sub("", reading.text)))
        vague = bool(reading.noun) and is_anything(reading.noun.split()[-1])
        if vague and clause and reading.where:  # 'the thing on the desk that gives light'
            hits = self._resolver.resolve(reading)[0]
            if len(hits) > 1:
                hits = self._likeness.likest(reading.text, hits)
            if hits:
                return hits, "", True
        if clause and not (
            vague or leads or reading.where or reading.denied
        ):  # 'the stool that rolls' is one of the stools
            hits = self._resolver.resolve(reading)[0] if self._resolver.namer.surely_here(reading) else []
            hits = self._likeness.likest(reading.text, hits) or hits if len(hits) > 1 else hits
            if hits:
                return hits, "", True
        if not reading.denied and (leads or (clause and (vague or not reading.where))):
            hits = self._likeness.described(reading.text)
            if hits or leads:
                return hits, "" if hits else f"nothing here is like {reading.text!r}", True
        why = ""
        fallback: list[Hit] = []
        for one in self._candidates(reading):
            if reading.others and self._resolver.denies_lone(one):
                continue
            hits, told = self._resolver.resolve(one)
            why = why or told
            if hits and not self._resolver.says_twice(one):
                return hits, "", False
            fallback = fallback or hits
        if fallback or (relational and not any(w.kind == "with" for w in reading.where)):
            return fallback, why, False
        if any(one.denied for one in (reading, *reading.others)):
            return fallback, why, False
        words = len(reading.text.split())
        long = len(reading.noun.split()) > _LONG and not self._resolver.namer.is_here(reading)
        long = long or words >= _SENTENCE or (words > _LONG and not self._resolver.namer.names_thing(reading))
        if not clause and self._resolver.namer.lacks_named(reading):
            return [], why, False
        if clause or vague or long or _LIST.search(reading.text) or not self._resolver.namer.names_something(reading):
            hits = self._likeness.described(reading.text)
            return hits, why or f"nothing here is like {reading.text!r}", True
        return [], why, False

    def _candidates(self, reading: Reading) -> list[Reading]:
        """The ways to read a query in the order in which they are tried. *The bed's pillows* are those of the bed, where there is a bed and
        nothing is called bed pillows."""
        ways = [reading, *reading.others]
        called = [w for w in ways if " of " in w.noun and self._resolver.namer.is_whole_name(w.noun)]
        ways = [*called, *(w for w in ways if w not in called)]  # 'a bag of dog food'
        if not reading.owned:
            return ways
        ways = [w for w in ways if not w.by_owner or self._resolver.has_owner(w)]
        if self._resolver.namer.is_called(reading.owned):
            return ways
        owners = [w for w in ways if w.by_owner and " of " not in w.noun]
        return owners or [*ways[1:], reading]  # where the bed is here, all pillows of others are none of its own
