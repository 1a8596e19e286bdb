"""What a text means of its place that it does not say: where small things stand that have no room, and seats at each of several tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.description import Description, Link
from scenewright.assets.recipe_book import thing_key
from scenewright.scene.english import cardinal

if TYPE_CHECKING:
    from scenewright.assets import Catalogue
    from scenewright.assets.recipe_book import Recipe, RecipeBook, RecipeLine

__all__ = [
    "SMALL_THINGS_AT",
    "USUAL_ROOM",
    "at_each_host",
    "in_open_air",
    "in_usual_room",
    "lay_on_table",
    "only_small_things",
]

SMALL_THINGS_AT = "table corner"
"""The kind of place, as a recipe has it, in which small things stand of which a text says nothing but what they are."""
USUAL_ROOM = "usual room"
"""The same for furniture."""
_FURNITURE = ("seating", "tables", "beds", "storage", "office", "school", "appliances", "kitchen", "music")
"""Categories of what stands in rooms."""
_ROOM = re.compile(r"(?i)\broom\b")
_SEATS = word_set("chair stool armchair")
_SEVERAL = re.compile(r"^(?:three|four|five|six|seven|eight|nine|ten|\d+) ")
_FROM_AROUND = 3
"""Things that a place in the open has of the park or garden that it is in."""
_MOST_SEATS = 24
"""Seats at all tables together, from which on each table has fewer."""


def in_open_air(description: Description, recipe: Recipe, around: str, book: RecipeBook) -> Recipe | None:
    """The recipe of a place that a text puts out of doors: *a cafe in a park* has its tables on the grass. None for a room.

    Makes one place of both. A room for which no recipe is known out of doors stays a room, as a cabin in a forest does.

    Args:
        around: the kind of place that the text says it is in.
    """
    outer = book.of_kind(around) if around else None
    if outer is None or outer.setting != "outdoor" or recipe.setting != "indoor":
        return None
    description.make_one_place(thing_key(around))
    found = next((r for r in (book.of_kind(f"outdoor {kind}") for kind in recipe.kinds) if r is not None), None)
    if found is None:
        return None
    named = {thing_key(line.thing) for line in found.has}
    edges = [k for k in outer.has if not k.mentioned and k.n is None and " middle " not in k.text]
    green = [k for k in edges if thing_key(k.thing) not in named]
    few = tuple(k.model_copy(update={"text": _SEVERAL.sub("two ", k.text)}) for k in green[:_FROM_AROUND])
    return found.model_copy(update={"floors": outer.floors, "edge": outer.edge, "has": (*found.has, *few)})


def only_small_things(description: Description) -> bool:
    """Whether a text names no room, and nothing that would stand on the floor of one: 'a chessboard', 'a teapot and two cups'."""
    if not _in_no_room(description) or description.dimensions is not None:
        return False
    said = description.said
    if said.doors or said.windows or said.surfaces:
        return False
    placed = any(link.place for link in description.links)
    known = [r for r in description.requests if r.known is not None]  # 'at game start' is no thing
    return not placed and bool(known) and all(r.support == "surface" for r in known)


def in_usual_room(description: Description, catalogue: Catalogue) -> bool:
    """Whether a text names furniture, and no kind of room for it: 'four desks with computers', 'a room with a bed'."""
    if not _in_no_room(description):
        return False
    known = [r.known for r in description.requests if r.known is not None]
    found = [entries[0].entry for name in known if (entries := catalogue.find(name, k=1, meaning=False))]
    within = _ROOM.search(description.text) is not None or not any(entry.category == "outdoor" for entry in found)
    return within and any(entry.support == "floor" and entry.category in _FURNITURE for entry in found)


def _in_no_room(description: Description) -> bool:
    zones = description.zones
    named = zones[0].kind not in ("", "room") or description.place not in ("", "room")
    named = named or bool(description.areas) or description.outdoor is not None
    return len(zones) == 1 and not named and bool(description.requests)


def lay_on_table(description: Description) -> None:
    """Put small things that have no place of their own on the table that was added for them."""
    table = next((r.index for r in description.requests if r.expected and r.head == "table"), None)
    if table is None:
        return
    known = {r.index for r in description.requests if r.known is not None}
    held = {link.subject for link in description.links if known.intersection(link.anchors)}
    for request in description.requests:
        if not request.expected and request.index in known - held:
            description.links.append(Link("on", request.index, (table,)))


def at_each_host(text: str, line: RecipeLine, description: Description, serving: Mapping[str, str]) -> str:
    """The line of a recipe that sets seats at one table, for each of several tables of the person's: six chairs around each of two. '' for
    those of visitors, who sit before a single desk."""
    if len(line.mentioned) != 1 or " each " in text or thing_key(line.thing).split()[-1] not in _SEATS:
        return text
    words = serving.get(thing_key(line.mentioned[0]))
    hosts = [r for r in description.requests if r.words == words and not r.expected]
    if len(hosts) != 1 or hosts[0].count < 2:
        return text
    if " in front of the " in text and hosts[0].head == "desk":
        return ""
    found = re.match(r"(\w+) (.+?) (around|at|behind) the ", text)
    number = 1 if found is not None and found[1] in ("a", "an") else cardinal(found[1]) if found is not None else None
    if found is None or not number:
        return text
    each = number if number * hosts[0].count <= _MOST_SEATS else max(2, _MOST_SEATS // hosts[0].count)
    where = "at" if found[3] == "behind" else found[3]
    return f"{each} {found[2]} {where} each {text[found.end() :]}"
