"""Where what a person named without a place stands: as the recipe of the place says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.arrangement_words import FormationShape
from scenewright.app.writers.embedded.description import Description, ObjectRequest
from scenewright.assets.recipe_book import thing_key
from scenewright.scene.semantics.words import plural

if TYPE_CHECKING:
    from scenewright.assets.recipe_book import RecipeLine

__all__ = ["Reader", "give_place"]

Reader = Callable[[str], list[ObjectRequest]]
"""Reads one sentence into the description, and returns the new requests."""

_ARRANGED = re.compile(r"\b(?:rows?|facing|each|flank|either|around)\b")
"""Words of lines that say how several things stand."""
_FACED = re.compile(r"\bfacing (?:the )?\[([^\[\]]+)\]")
"""What the rows of a recipe look at."""
_PEWS = word_set("pew bench")
"""Seats of which two rows are one on each side of an aisle."""


def give_place(
    description: Description, line: RecipeLine, serving: dict[str, str], read: Reader, *, always: bool = False
) -> None:
    """Where the text names a thing and no place for it, it stands where the recipe says. `always`: several things, too, of which the
    recipe says no order."""
    words = serving.get(thing_key(line.thing))
    asked = [r for r in description.requests if r.words == words and not r.expected]
    own_links = [link for link in description.links if asked and link.subject == asked[0].index]
    if len(asked) != 1 or any(link.kind != "arranged" for link in own_links):
        return
    several = asked[0].count > 1
    if own_links:
        _turn_rows(description, line, asked[0], serving, read)
        return
    own = line.text
    for name in line.mentioned:
        own = own.replace(f"[{name}]", serving.get(thing_key(name), name))
    alone = rf"(?:{re.escape(line.thing)}|{re.escape(plural(line.thing))})"
    named = f"the {plural(words)}" if several and words is not None else f"the {words}"
    text = re.sub(rf"^(?:an?|\w+|{{n}}) {alone}\b", named, own)
    if text != own and (always or not several or _ARRANGED.search(text)):
        read(text)


def _turn_rows(
    description: Description, line: RecipeLine, request: ObjectRequest, serving: Mapping[str, str], read: Reader
) -> None:
    """Let rows that the text asks for look at what those of the recipe look at: two rows of desks at the whiteboard."""
    faced = _FACED.search(line.text)
    seen = None if faced is None else serving.get(thing_key(faced[1]))
    links = description.links
    number = next(k for k, link in enumerate(links) if link.subject == request.index and link.kind == "arranged")
    shape = FormationShape.of(links[number].detail)
    if seen is None or shape.kind not in ("row", "rows"):
        return
    if shape.rows == 2 and request.head in _PEWS:
        links[number] = replace(links[number], detail=str(FormationShape("rows", 0, 2)))
    read(f"the {plural(request.words)} face the {seen}")
