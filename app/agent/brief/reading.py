"""Drafts a brief from a text, by the embedded reader: with no model."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast, get_args

from scenewright.app.agent.brief.brief import Brief, BriefRelation, BriefRoom, BriefThing, RelationKind, RoomPlace
from scenewright.app.clauses.evidence import number_word
from scenewright.app.writers.asked import AskedRelation, AskedScene, AskedThing
from scenewright.scene.semantics.words import normalise, singular

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["brief_of_asked", "brief_of_text"]

_QUALITIES = frozenset(
    ("color", "colour", "size", "kind", "type", "shape", "sort", "age", "height", "style", "material")
)
"""What things are *of*, and do not hold: books of different colors."""

_KINDS = frozenset(get_args(RelationKind))
_PLACES = frozenset(get_args(RoomPlace))


def brief_of_text(text: str, catalogue: Catalogue) -> Brief:
    """What a text in English asks for, without what a recipe adds.

    Raises:
        DescriptionError: the text is empty, is not English, or is too long.
    """
    from scenewright.app.writers.embedded.request_reading import read_request

    return brief_of_asked(read_request(text, catalogue))


def brief_of_asked(asked: AskedScene) -> Brief:
    """The same of what a reader understood. Things that a recipe added are left out."""
    kept = [n for n, thing in enumerate(asked.things) if not thing.added]
    ids = dict(zip(kept, _ids([asked.things[n] for n in kept]), strict=True))
    things = tuple(_thing(ids[n], asked.things[n], asked.text) for n in kept)
    relations = tuple(
        _relation(relation, ids)
        for relation in asked.relations
        if relation.subject in ids
        and all(anchor in ids for anchor in relation.anchors)
        and relation.kind in _KINDS
        and relation.place in _PLACES
        and (relation.anchors or relation.place or relation.kind in ("arranged", "apart"))
    )
    return Brief(
        summary=asked.text[:1_000],
        room=_room(asked),
        things=things,
        relations=relations,
        absent=tuple(absence.noun for absence in asked.absent),
        light=asked.light,
    )


def _ids(things: list[AskedThing]) -> list[str]:
    """A name for each thing: its noun, with its attributes or a number where several have one noun."""
    nouns = Counter(thing.noun for thing in things)
    taken: set[str] = set()
    out = []
    for thing in things:
        stem = "_".join((thing.noun if nouns[thing.noun] == 1 else thing.phrase).lower().split())[:60]
        name, number = stem, 2
        while name in taken:
            name, number = f"{stem}_{number}", number + 1
        taken.add(name)
        out.append(name)
    return out


def _thing(name: str, thing: AskedThing, text: str) -> BriefThing:
    words = thing.phrase.lower().split()
    noun = thing.noun.lower().split()
    at = next((k for k in range(len(words)) if words[k : k + len(noun)] == noun), None)
    attributes = " ".join(words[:at]) if at is not None else " ".join(w for w in words if w not in noun)
    return BriefThing(
        id=name,
        noun=thing.noun,
        attributes=attributes[:200],
        count=_count(thing, text),
        at_least=thing.at_least,
        holds=tuple(word for word in thing.contents if singular(word.lower()) not in _QUALITIES),
    )


def _count(thing: AskedThing, text: str) -> int:
    """How many a text asks for at least: 'chairs' are two or more, whatever a writer makes of it."""
    said = {str(thing.count), number_word(thing.count)}
    if thing.at_least and thing.count > 2 and not said & set(normalise(text)):
        return 2
    return max(thing.count, 1)


def _relation(relation: AskedRelation, ids: dict[int, str]) -> BriefRelation:
    return BriefRelation(
        subject=ids[relation.subject],
        kind=cast(RelationKind, relation.kind),
        anchors=tuple(ids[anchor] for anchor in relation.anchors),
        place=cast(RoomPlace, relation.place),
        detail=relation.detail,
        subject_count=relation.subject_count,
        anchor_count=relation.anchor_count,
        each=relation.each,
    )


def _room(asked: AskedScene) -> BriefRoom:
    room = asked.room
    width, depth = room.dimensions or (None, None)
    surfaces = dict(room.surfaces)
    return BriefRoom(
        kind=room.kind,
        outdoor=room.outdoor,
        width=width,
        depth=depth,
        size=room.size if room.size in ("small", "large", "huge") else "",  # type: ignore[arg-type]
        doors=room.doors,
        windows=room.windows,
        walls=surfaces.get("wall", surfaces.get("walls", "")),
        floor=surfaces.get("floor", ""),
    )
