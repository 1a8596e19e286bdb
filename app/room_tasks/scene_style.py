"""The look that the things of a room share, as a palette or as a whole style that can be carried to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from scenewright.app.room_tasks.things import parts_of, standing_things
from scenewright.app.writers.embedded.looks import look_role
from scenewright.assets import Catalogue
from scenewright.assets.palettes import Palette
from scenewright.assets.styles import Style
from scenewright.scene.errors import EditError

if TYPE_CHECKING:
    from scenewright.app.room_tasks.things import StandingThing
    from scenewright.scene.layout import JudgedScene
    from scenewright.scene.model import Scene

__all__ = ["palette_of_things", "said_look", "style_of_scene"]

_MOST = 3
"""Most looks of one role."""
_METAL = frozenset(["lighting"])


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


def style_of_scene(judged: JudgedScene, name: str, part: Collection[str] = ()) -> Style:
    """The style of a scene or of a part of it: the looks of its things, and of the walls and the floor where it is the whole scene.

    Args:
        name: what the style is to be called.
        part: paths of the things that have it; none: all.

    Raises:
        EditError: none of them has a look of its own that could be carried over.
    """
    catalogue = Catalogue.default()
    things = standing_things(judged, catalogue)
    things = [thing for thing in things if parts_of(thing, things, part)]
    palette = palette_of_things(things, catalogue)
    if palette is None:
        raise EditError(f"the things of {name} have no looks that could be carried over: name a style")
    looks = {t.entry.word: t.words for t in things if t.words and t.ref is not None and said_look(t.words, catalogue)}
    metal = [said_look(t.words, catalogue) for t in things if t.entry.category in _METAL and t.words]
    walls, floor = ("", "") if part else (_colour(judged.scene, "wall_back"), _colour(judged.scene, "floor"))
    return Style(
        name,
        Palette(name, frozenset(), palette.wood, palette.fabric, palette.accent, (walls,) if walls else ()),
        tuple(dict.fromkeys(look for look in metal if look)),
        (floor, ""),
        looks=looks,
    )


def _colour(scene: Scene, part: str) -> str:
    """The colour of a part of the room as '#rrggbb'; '' where it has none."""
    row = None if scene.room is None else scene._path_index.get(f"{scene.room.path}/{part}")
    if row is None:
        return ""
    colors = [scene.nodes.color[leaf] for leaf in scene.leaf_rows.tolist() if row <= leaf < scene.subtree_end(row)]
    if not colors:
        return ""
    counted = Counter(tuple(round(255 * float(v)) for v in color[:3]) for color in colors)
    return "#" + "".join(f"{value:02x}" for value in counted.most_common(1)[0][0])
