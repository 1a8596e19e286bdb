"""The look that the things of a room share, as a palette: its woods, fabrics and accents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scenewright.app.writers.embedded.looks import look_role
from scenewright.assets.palettes import Palette

if TYPE_CHECKING:
    from scenewright.app.room_tasks.things import StandingThing
    from scenewright.assets import Catalogue

__all__ = ["palette_of_things", "said_look"]

_MOST = 3
"""Most looks of one role."""


def said_look(words: str, catalogue: Catalogue) -> str:
    """The colours and materials in the words that an object was asked by: 'light oak' of 'light oak side table'."""
    reading = catalogue.parse(words)
    return " ".join((*reading.colors, *reading.materials))


def palette_of_things(things: Sequence[StandingThing], catalogue: Catalogue) -> Palette | None:
    """What goes with the things of a room: the looks that they were asked for, the most frequent first; None where none says any."""
    seen: dict[str, Counter[str]] = {"wood": Counter(), "fabric": Counter(), "accent": Counter()}
    for thing in things:
        role = look_role(thing.entry)
        look = said_look(thing.words, catalogue) if thing.words and role in seen else ""
        if look:
            seen[role][look] += 1
    looks = {role: tuple(look for look, _ in counted.most_common(_MOST)) for role, counted in seen.items()}
    if not looks["wood"] and not looks["fabric"]:
        return None
    wood, fabric = looks["wood"] or looks["fabric"], looks["fabric"] or looks["accent"] or looks["wood"]
    return Palette("of the room", frozenset(), wood, fabric, looks["accent"] or fabric, ())
