"""The room that a kind of place usually is: its size, where its doors and windows are, its surfaces and its light."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from scenewright.app.writers.embedded.description import LONG_ROOM, NO_WINDOW, Description, Shell, UsualOpenings
from scenewright.app.writers.embedded.looks import chosen_palette
from scenewright.app.writers.embedded.said_style import room_style
from scenewright.assets.recipe_book import PLAIN
from scenewright.scene.language.vocabulary import FINISHES, find_color

if TYPE_CHECKING:
    from scenewright.assets.recipe_book import Recipe

__all__ = ["area_of", "built_as", "furnish_shell", "paint_shell"]

_WET = frozenset(["wet", "cooking"])
"""Tags of the recipes of rooms with water, which are tiled for that."""

_TILED = frozenset(["tiles", "large tiles"])
_CHECKED = "black and white tile"
"""The floor of a room with water in these two colours."""
_SIZES = {"small": 0.8, "": 1.0, "large": 1.25, "huge": 1.6}
_PAINTED = 0.5
"""Share of rooms whose walls take the colour of their palette, where their recipe lets them."""
_DOORS_IN_FRONT = 0.65
"""Share of rooms with their door in the front wall."""
_WINDOW_WALLS = (
    ("left", "right", "back", "left", "right"),
    ("left", "back", "right", "left", "back"),
    ("left", "left", "back", "right", "right"),
    ("back", "left", "right", "left", "back"),
)
_WINDOW_WIDTHS = (1.1, 1.4, 1.6, 2.0)


def area_of(description: Description, recipe: Recipe, seed: int) -> float:
    """The floor of a room in square metres: as the text says, else among those that its kind has."""
    if description.dimensions is not None:
        return description.dimensions[0] * description.dimensions[1]
    low, high = recipe.area
    share = random.Random(f"{seed}/{recipe.name}/area").random()
    return (low + share * (high - low)) * _SIZES.get(description.size, 1.0)


def built_as(recipe: Recipe, around: Recipe) -> Recipe:
    """A recipe with the walls, floor and roof of the place around it: a study under the roof of an attic."""
    shell = ("walls", "palette_walls", "floors", "wall_finish", "dado", "roof", "height")
    return recipe.model_copy(update={key: getattr(around, key) for key in shell})


def furnish_shell(description: Description, recipe: Recipe, area: float, seed: int) -> None:
    """Size, openings, surfaces and light of the room, where the text says nothing of them."""
    chance = random.Random(f"{seed}/{recipe.name}/shell")
    low, high = recipe.proportion
    ratio = low + chance.random() * (high - low)
    if description.long:
        ratio = min(ratio, LONG_ROOM)
    depth = (area / ratio) ** 0.5
    description.usual = (round(area / depth, 2), round(depth, 2))
    description.height = recipe.height
    description.mirrored = chance.random() < 0.5
    if not (description.said.doors or description.said.windows):
        description.openings = _openings(chance)
    description.doors = description.doors or recipe.doors
    description.windows = description.windows or recipe.windows or NO_WINDOW
    for place, looks in (("wall", recipe.walls), ("floor", recipe.floors)):
        if looks:
            painted = place == "wall" and recipe.palette_walls and chance.random() < _PAINTED
            among = chosen_palette(seed, recipe.name, description.text).walls if painted else looks
            look = among[chance.randrange(len(among))]
            description.surfaces.setdefault(place, look)
    description.light = recipe.light
    description.pictures = tuple(chance.sample(recipe.pictures, len(recipe.pictures)))
    known = [finish for finish in recipe.wall_finish if finish == PLAIN or finish in FINISHES]
    finish = known[chance.randrange(len(known))] if known else ""
    finish = "" if finish == PLAIN else finish
    dado = None
    if recipe.dado is not None and recipe.dado.finish in FINISHES:
        colors = recipe.dado.colors or ("",)
        dado = recipe.dado.finish, recipe.dado.height, colors[chance.randrange(len(colors))]
    roof = "" if recipe.roof == "flat" else recipe.roof
    description.shell = Shell(finish, dado, roof, recipe.edge)


def paint_shell(description: Description, recipe: Recipe | None) -> None:
    """Give the walls and the floor the looks of the style that the text gives the place, where it says nothing of them itself."""
    style = room_style(description)
    if style is None or description.outdoor or (recipe is not None and recipe.setting == "outdoor"):
        return
    said, wet = description.said.surfaces, recipe is not None and not _WET.isdisjoint(recipe.tags)
    material, finish = style.floor
    floor = style.wet_floor if wet else material
    if wet and set(description.colors) == {"black", "white"}:
        floor = _CHECKED
    if floor and "floor" not in said:
        tiled = finish in _TILED and find_color(floor) is not None
        description.surfaces["floor"] = f"{floor} tiles" if tiled and not wet else floor
    if style.palette.walls and "wall" not in said:
        description.surfaces["wall"] = style.palette.walls[0]
        own = description.shell.walls if wet or style.wall_finish == "" else style.wall_finish
        description.shell = replace(description.shell, walls=own)
        if description.shell.dado is not None:
            name, height, _ = description.shell.dado
            description.shell = replace(description.shell, dado=(name, height, style.palette.walls[-1]))


def _openings(chance: random.Random) -> UsualOpenings:
    """Where the doors and windows of one room are."""
    door = "front" if chance.random() < _DOORS_IN_FRONT else "side"
    along = chance.choice((0.0, 0.0, 0.35)) if door == "front" else 0.0
    return UsualOpenings(door, along, chance.choice(_WINDOW_WALLS), chance.choice(_WINDOW_WIDTHS))
