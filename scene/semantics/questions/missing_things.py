"""What an answer says of a phrase that nothing in the scene fits: which word of it is missing, and what there is instead."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from scenewright.scene.semantics.queries import read_query
from scenewright.scene.semantics.questions.asking_answers import listed
from scenewright.scene.semantics.questions.asking_words import THINGS
from scenewright.scene.semantics.questions.phrase_words import bare_phrase, claim_of
from scenewright.scene.semantics.questions.thing_names import ThingNames, a
from scenewright.scene.semantics.scene_graph import SceneGraph
from scenewright.scene.semantics.words import Vocabulary, default_lexicon, lexicon, lexicon_vocabulary, parse, plural

__all__ = ["Selects", "is_person", "kin", "missing"]

_SHOWN = 12
"""Kinds of things that a message lists."""
_VAGUE = frozenset(
    (
        "object", "furniture", "part", "decoration", "container", "machine", "appliance", "tool", "structure", "equipment", "device",
        "item", "ware", "vessel", "kitchenware", "supply", "supplies", "material", "accessory", "fixture", "building", "opening",
        "room", "place"
    )
)  # fmt: skip
"""Kinds that say too little for one thing of them to stand for another."""


class Selects(Protocol):
    """What finds the nodes of noun phrases (:class:`scenewright.scene.semantics.questions.asking_phrases.Phrases`)."""

    graph: SceneGraph
    """The graph of the scene."""

    names: ThingNames
    """What answers call the things."""

    def plain(self, bare: str, *, exact: bool = False) -> list[int]:
        """The nodes of a noun with its adjectives."""
        ...

    def distinct(self, nodes: Sequence[int], plural: bool) -> list[int]:
        """Nodes without nested ones."""
        ...

    def fits_any(self, text: str) -> bool:
        """Whether anything fits a phrase."""
        ...


def missing(phrases: Selects, text: str) -> str:
    """The message for a phrase that nothing fits, with what the scene has instead."""
    bare = bare_phrase(text)
    claim = claim_of(bare)
    if claim is not None:
        anything = lexicon.singular(claim.subject) in THINGS
        if not anything and not phrases.plain(bare_phrase(claim.subject)):
            return missing(phrases, claim.subject) if claim.subject != bare else _nothing(phrases, bare)
        unknown = [t.text for w in claim.where for t in w.targets if not phrases.fits_any(t.text)]
        if unknown and unknown[0] != text:
            return missing(phrases, unknown[0])
        who = "nothing" if anything else f"no {lexicon.variants_of(bare_phrase(claim.subject))[-1]} in this scene"
        return f"{who} is {claim.said}"
    reading = read_query(bare)
    if reading.denied and not reading.where and (some := phrases.distinct(phrases.plain(reading.noun), True)):
        said = " or ".join(reading.denied)
        if len(some) > 1:
            return f"all {len(some)} here that {reading.noun!r} fits are {said}"
        return f"the {reading.noun} here is {said}"
    plain = parse(reading.noun, Vocabulary(THINGS)) if reading.noun else None
    if plain is not None and not reading.where and (plain.colors or plain.materials or plain.shape):
        described = {w for one in (*plain.colors, *plain.materials, plain.shape or "") for w in one.split()}
        noun = " ".join(w for w in reading.noun.split() if w not in described)
        some = phrases.distinct(phrases.plain(noun), True) if noun else []
        if some:
            rest = " ".join(w for w in reading.noun.split() if w in described)
            if len(some) > 1:
                return f"none of the {len(some)} here that {noun!r} fits is {rest}"
            return f"the {noun} here is not {rest}"
    return _nothing(phrases, bare)


def _nothing(phrases: Selects, bare: str) -> str:
    graph = phrases.graph
    said = f"there is nothing called {bare!r} in this scene"
    kind, near = kin(phrases, bare)
    if near:
        told = phrases.names.grouped(near)
        return f"{said}; the nearest to it is {told}" + (
            "" if told.endswith(kind) else f", {a(kind)}" if len(near) == 1 else f": {plural(kind)}"
        )
    kinds = list(dict.fromkeys(n.word for i, n in enumerate(graph.nodes) if i not in graph.grounds))
    shown = [a(kind) for kind in kinds[:_SHOWN]]
    more = ["more"] if len(kinds) > _SHOWN else []
    return f"{said}; it has {listed([*shown, *more], _SHOWN + 1)}"


def is_person(phrases: Selects, i: int) -> bool:
    """Whether a thing is a person or an animal, whom *who* may mean."""
    return any(kind in ("person", "people", "animal", "human") for kind in _kinds(phrases.graph.nodes[i].word))


def kin(phrases: Selects, bare: str) -> tuple[str, list[int]]:
    """(kind, the things here of the nearest kind that a noun belongs to): for *armchair*, ('seat', the sofa). ('', []) for none."""
    asked = _kinds(bare)
    graph = phrases.graph
    of_words = {w: set(_kinds(w)) for w in dict.fromkeys(n.word for n in graph.nodes) if w}
    for kind in asked[:1]:
        if kind in _VAGUE or kind.split()[-1] in _VAGUE:
            continue
        some = [
            i
            for i, n in enumerate(graph.nodes)
            if i not in graph.grounds and kind in of_words.get(n.word, ()) and n.kind != "room"
        ]
        if some:
            return kind, graph.topmost(some)
    return "", []


@lru_cache(maxsize=2048)
def _kinds(noun: str) -> tuple[str, ...]:
    """The kinds of a noun from near to far, with its own name where that is a kind."""
    known = default_lexicon()
    read = parse(noun, lexicon_vocabulary(known))
    for name in (noun, read.compound, read.head):
        found = [*known.things_called(name), *known.kinds_called(name)]
        if found:
            own = [k for f in found for k in (*((f,) if f in known.kinds else ()), *known.kinds_of(f))]
            return tuple(dict.fromkeys(own))
    return ()
