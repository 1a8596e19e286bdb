"""What was read of a description, as the data that a judge of the finished scene needs.

Everything here is said of the text and of the objects that were chosen for it; nothing of where they stand.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scenewright.app.writers.asked import (
    AskedAbsence,
    AskedArea,
    AskedMotion,
    AskedRelation,
    AskedRoom,
    AskedScene,
    AskedThing,
)
from scenewright.app.writers.embedded.describing import ROOM_SHAPES, ROOM_SIZES
from scenewright.app.writers.embedded.description import Description, ObjectRequest
from scenewright.app.writers.embedded.light_lines import light_words
from scenewright.app.writers.embedded.selection import Choice
from scenewright.app.writers.embedded.variety import shown_as
from scenewright.app.writers.thing_facts import OWN_WAYS, served_attributes, titles_of, usual_size
from scenewright.scene.semantics.words import normalise, parse, singular

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.motions import PlannedMotions
    from scenewright.assets import Catalogue
    from scenewright.assets.recipe_book import Recipe

__all__ = ["account_of"]


def account_of(
    description: Description,
    choices: Sequence[Choice],
    names: Mapping[int, Sequence[str]],
    counts: Sequence[int],
    catalogue: Catalogue,
    *,
    outdoor: bool,
    recipe: Recipe | None = None,
    styles: Collection[str] = (),
    motions: PlannedMotions | None = None,
) -> AskedScene:
    """The account of a description.

    Args:
        choices: the objects chosen for its requests.
        names: request -> the paths of its instances below the root.
        counts: how many the text asks for, request by request: a scene has a bound.
        outdoor: whether the scene has no walls.
        recipe: that of the room.
        styles: words of the text, in lower case, that chose how it looks.
        motions: what of what it says moves does so.
    """
    chosen = {choice.request.index: choice for choice in choices}
    things = tuple(
        _thing(request, count, chosen.get(request.index), tuple(names.get(request.index, ())), catalogue)
        for request, count in zip(description.requests, counts, strict=True)
    )
    relations = [link for link in description.links if link.stated and not description.requests[link.subject].expected]
    return AskedScene(
        description.text,
        _room(description, outdoor, recipe),
        things,
        _joined(relations),
        tuple(AskedAbsence(noun, titles_of(noun, catalogue)) for noun in dict.fromkeys(description.absent)),
        tuple(description.denied),
        tuple(dict.fromkeys(description.aside)),
        (
            *_unread_of_room(description, recipe, styles),
            *(words for words in description.said.unread if words.lower() not in styles),
        ),
        ", ".join(light_words(description.text)),
        tuple(zone.words or zone.kind for zone in description.zones[1:]),
        tuple(AskedArea(area.name, area.main, area.members) for area in description.areas),
        tuple(
            AskedMotion(said.says, numbers, why) for said, numbers, why in (() if motions is None else motions.shown)
        ),
    )


def _joined(relations: Sequence[AskedRelation]) -> tuple[AskedRelation, ...]:
    """The relations, with the two links of *between the cribs and the window* as one."""
    out: list[AskedRelation] = []
    for relation in relations:
        other = next((r for r in out if r.kind == relation.kind == "between" and r.subject == relation.subject), None)
        if other is not None and not (other.place and relation.place):
            both = tuple(dict.fromkeys((*other.anchors, *relation.anchors)))
            out[out.index(other)] = replace(other, anchors=both, place=other.place or relation.place)
        else:
            out.append(relation)
    return tuple(out)


def _thing(
    request: ObjectRequest, count: int, choice: Choice | None, names: tuple[str, ...], catalogue: Catalogue
) -> AskedThing:
    reading = parse(request.phrase, catalogue.vocabulary)
    noun, _, held = request.words.partition(" of ")
    held = held or request.phrase.partition(" of ")[2]
    whole = catalogue.find(f"{noun} of {held}", k=1, meaning=False)
    if held and whole and whole[0].how in OWN_WAYS and not whole[0].leftover and " of " in request.words:
        noun, held = request.words, ""
    contents = tuple(dict.fromkeys([*([held] if held else []), *request.contents]))
    said = {
        w
        for word in (request.words, noun, *contents, request.known or "")
        for t in normalise(word)
        for w in (t, singular(t))
    }
    said |= {w for part in reading.parts for w in normalise(f"{part.words} {part.part}")}
    unread = tuple(w for w in reading.leftover if w not in said and singular(w) not in said)
    titles = titles_of(noun, catalogue)
    titles = titles.union(*(titles_of(other, catalogue) for title in titles for other in shown_as(title)))
    if choice is not None and choice.how in ("stand-in", "embedding"):
        titles -= {choice.entry.title, choice.entry.word}  # the flag that is drawn for a pole
    loose = frozenset[str]()
    if choice is not None and choice.how == "head":
        loose = frozenset((choice.entry.title, choice.entry.word)) - titles
    return AskedThing(
        noun,
        request.phrase,
        reading,
        count,
        request.at_least,
        names,
        titles,
        loose,
        None if choice is None else usual_size(choice.entry.word, catalogue),
        frozenset() if choice is None else served_attributes(reading, choice.words, catalogue),
        "" if choice is None else choice.ref.id,
        contents,
        unread,
        request.expected,
        request.support == "floor",
        request.full_of,
    )


def _room(description: Description, outdoor: bool, recipe: Recipe | None) -> AskedRoom:
    zone = description.zones[0]
    return AskedRoom(
        description.place if description.place.endswith(zone.kind) else zone.kind,
        outdoor,
        recipe is not None,
        description.lengths,
        description.size,
        None if recipe is None else sum(recipe.area) / 2.0,
        description.said.doors,
        max(description.said.windows, 0),
        tuple(description.said.surfaces.items()),
        description.long,
    )


def _unread_of_room(description: Description, recipe: Recipe | None, styles: Collection[str]) -> list[str]:
    """Words before the kind of room that have no effect: the *country* of a country kitchen."""
    words = normalise(description.zones[0].words)
    kinds = {description.zones[0].kind, description.place, *(() if recipe is None else (recipe.name, *recipe.kinds))}
    known = {" ".join(map(singular, normalise(kind))) for kind in kinds}
    named = next((at for at in range(len(words)) if " ".join(map(singular, words[at:])) in known), 0)
    light = {w for word in light_words(description.text) for w in normalise(word)}
    plan = {
        *(ROOM_SIZES if description.size else ()),
        *(ROOM_SHAPES if description.long else ()),
        *(word for color in description.colors for word in color.split()),
        *(word for look in description.said.surfaces.values() for word in look.split()),
        "and",
    }
    around = (*normalise(description.around), *description.wares)
    lost = [w for w in words[:named] if w not in light and w not in styles and w not in plan and w not in around]
    return [" ".join(lost)] if lost else []
