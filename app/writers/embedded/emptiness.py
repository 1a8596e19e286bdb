"""Refuses a text of which nothing can be placed, instead of showing an empty room."""

from __future__ import annotations

import re

from scenewright.app.writers.asked import AskedScene
from scenewright.scene.errors import ScenewrightError

__all__ = ["EmptySceneError", "refuse_empty"]

_EMPTY = re.compile(r"(?i)\b(?:empty|bare|unfurnished|vacant|nothing (?:in|inside)|no furniture|nothing else)\b")
"""Texts that ask for an empty room."""


class EmptySceneError(ScenewrightError):
    """A text names things and none could be placed, or it names nothing and no recipe says what such a place has."""

    exit_code = 11


def refuse_empty(asked: AskedScene, placed: int, *, dressed: bool) -> None:
    """Refuse a scene without things, unless the text asks for an empty room, gives only its size, or only an outdoor place.

    Args:
        placed: how many things the program places.
        dressed: recipes were allowed to add things.

    Raises:
        EmptySceneError: see there.
    """
    if placed or _EMPTY.search(asked.text):
        return
    named = [thing.phrase for thing in asked.things if not thing.added]
    kind = asked.room.kind or "no kind of room"
    if named:
        said = ", ".join(named[:6])
        raise EmptySceneError(
            f"the scene would be empty: of {kind} with {said}, the catalogue has nothing; see its words with scenewright "
            "query-catalogue, add objects of your own, or let a language model write the program (--model)"
        ).about("text")
    if (
        (asked.room.known and not dressed)
        or asked.room.dimensions is not None
        or asked.room.outdoor
        or asked.room.surfaces
    ):
        return
    words = f"; not understood: {', '.join(repr(w) for w in asked.unread[:6])}" if asked.unread else ""
    raise EmptySceneError(
        f"the scene would be empty: the text names {kind}, for which there is no recipe, and no thing to place{words}. Name what "
        "is in it, such as 'a room with a desk and a chair', or a kind of room that scenewright knows, such as 'a kitchen'"
    ).about("text")
