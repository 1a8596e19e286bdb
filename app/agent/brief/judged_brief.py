"""A brief as the judges of clauses need it: with what the catalogue says of each thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.app.agent.brief.brief import Brief, BriefThing
from scenewright.app.writers.asked import AskedAbsence, AskedRelation, AskedRoom, AskedScene, AskedThing
from scenewright.app.writers.thing_facts import OWN_WAYS, served_attributes, titles_of, usual_size
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.semantics.words import parse

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["asked_of_brief"]


def asked_of_brief(brief: Brief, catalogue: Catalogue, *, text: str = "") -> AskedScene:
    """What a brief asks for; the names of instances are those of no scene yet.

    Args:
        text: the request; '' for the summary of the brief.
    """
    number = {thing.id: n for n, thing in enumerate(brief.things)}
    room = brief.room
    surfaces = tuple((part, words) for part, words in (("wall", room.walls), ("floor", room.floor)) if words)
    dimensions = (room.width, room.depth) if room.width is not None or room.depth is not None else None
    return AskedScene(
        text or brief.summary,
        AskedRoom(room.kind, room.outdoor, False, dimensions, room.size, None, room.doors, room.windows, surfaces),
        tuple(_thing(thing, catalogue) for thing in brief.things),
        tuple(
            AskedRelation(
                relation.kind,
                number[relation.subject],
                tuple(number[anchor] for anchor in relation.anchors),
                relation.place,
                relation.detail,
                relation.subject_count,
                relation.anchor_count,
                relation.each,
            )
            for relation in brief.relations
        ),
        tuple(AskedAbsence(noun, titles_of(noun, catalogue)) for noun in dict.fromkeys(brief.absent)),
        light=brief.light,
    )


def _thing(thing: BriefThing, catalogue: Catalogue) -> AskedThing:
    phrase = thing.phrase
    reading = parse(phrase, catalogue.vocabulary)
    titles = titles_of(thing.noun, catalogue)
    found = catalogue.find(phrase, k=1, meaning=False)
    match = found[0] if found else None
    loose = frozenset[str]()
    usual = None
    served = frozenset[str]()
    if match is not None and match.how in (*OWN_WAYS, "head"):
        usual = usual_size(match.entry.word, catalogue)
        served = served_attributes(reading, phrase, catalogue)
        if match.how == "head":
            loose = frozenset((match.entry.title, match.entry.word)) - titles
    return AskedThing(
        thing.noun,
        phrase,
        reading,
        thing.count,
        thing.at_least,
        (),
        titles,
        loose,
        usual,
        served,
        _asset_id(phrase, catalogue) if served else "",
        thing.holds,
    )


def _asset_id(phrase: str, catalogue: Catalogue) -> str:
    """The object that the catalogue makes for a phrase; '' for none."""
    try:
        return catalogue.resolve(phrase, None, 0).id
    except AssetError:
        return ""
