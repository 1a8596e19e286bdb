"""Takes one of the ways in which a recipe furnishes its place: an arrangement, a way for each line, and the wall that all looks from.

What the text says comes first: no arrangement is taken that counts a thing otherwise or leaves it out, and where the text puts a thing at
a wall, the rest of the room is turned with it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from scenewright.assets.recipe_book import OptionalLine, bracketed, thing_key
from scenewright.scene.english import cardinal

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.description import Description, ObjectRequest
    from scenewright.assets.recipe_book import Recipe, RecipeArrangement, RecipeLine

__all__ = ["RoomFrame", "arranged", "turned_proportion"]

_WALL = re.compile(r"\b(back|front|left|right) (wall|side of the (?:place|room))\b")
_CORNER = re.compile(r"\b(back|front) (left|right) corner\b")
_BESIDE = re.compile(r"\bto the (left|right) of\b")
_AGAINST = re.compile(r"\b(?:against|along|on) the (back|front|left|right) wall\b")
_FACED = re.compile(r"\bfacing the (?:back|front|left|right) wall\b")
_OPPOSITE = {"left": "right", "right": "left", "back": "front", "front": "back"}
_TURNED = {
    "back": {},
    "left": {"back": "left", "left": "back", "front": "right", "right": "front"},
    "right": {"back": "right", "right": "back", "front": "left", "left": "front"},
}
"""Where each wall comes to be, by the one at which what the lines put at the back wall stands."""
_KEPT_IN_VIEW = {"front": "back"}
"""What a turn would bring to the wall that people look in from stands at the back instead."""


class RoomFrame:
    """Which walls the walls of a recipe's lines are in one room. `focus`: where the back wall is. `mirrored`: left and right change
    places before that."""

    def __init__(self, focus: str = "back", *, mirrored: bool = False) -> None:
        self.focus, self.mirrored = focus, mirrored

    def wall(self, name: str) -> str:
        """The wall that a wall of a line is."""
        name = _OPPOSITE[name] if self.mirrored and name in ("left", "right") else name
        return _TURNED[self.focus].get(name, name)

    def text(self, text: str) -> str:
        """A line as it is to be read in this room."""
        if self.focus == "back" and not self.mirrored:
            return text
        text = _CORNER.sub(self._corner, text)
        text = _WALL.sub(self._wall, text)
        return _BESIDE.sub(lambda m: f"to the {_OPPOSITE[m[1]]} of", text) if self.mirrored else text

    def _wall(self, found: re.Match[str]) -> str:
        wall = self.wall(found[1])
        if wall == "front" != found[1] and not _FACED.search(found.string):
            wall = _KEPT_IN_VIEW[wall]
        return f"{wall} {found[2]}"

    def _corner(self, found: re.Match[str]) -> str:
        walls = {self.wall(found[1]), self.wall(found[2])}
        along = "back" if "back" in walls else "front"
        return f"{along} {'left' if 'left' in walls else 'right'} corner"


def arranged(
    recipe: Recipe, description: Description, serving: Mapping[str, str], seed: int
) -> tuple[Recipe, RoomFrame]:
    """The recipe with the texts of one of its ways, and the frame that these texts, and others for such a room, are to be read in.

    Args:
        serving: the nouns of the text that serve as things of the recipe, by the keys of these.
    """
    chance = random.Random(f"{seed}/{recipe.name}/arrangement")
    asked = {
        key: next(r for r in description.requests if r.words == words and not r.expected)
        for key, words in serving.items()
        if any(r.words == words and not r.expected for r in description.requests)
    }
    chosen = _arrangement(recipe, description, asked, chance)
    texts = {} if chosen is None else {thing_key(thing): text for thing, text in chosen.texts.items()}
    takes = set() if chosen is None else {thing_key(thing) for thing in chosen.takes}
    walls = recipe.focus if chosen is None or chosen.focus is None else chosen.focus
    frame = _frame(recipe.model_copy(update={"focus": walls}), description, asked, texts, chance)
    proportion = recipe.proportion if chosen is None or chosen.proportion is None else chosen.proportion
    taken: set[str] = set()
    there = {thing_key(line.thing) for line in recipe.has} | set(asked) | takes
    there -= {key for key, text in texts.items() if not text}

    def lines(given: Iterable[RecipeLine]) -> tuple[RecipeLine, ...]:
        out = []
        for line in given:
            key = thing_key(line.thing)
            text = texts.get(key) if key not in taken else None
            taken.add(key)
            if text == "":
                continue
            ways = [w for w in (line.text, *line.ways) if all(thing_key(name) in there for name in bracketed(w))]
            text = text or (ways[chance.randrange(len(ways))] if line.ways and ways else line.text)
            worded = line.worded(frame.text(text))
            always = key in takes and isinstance(line, OptionalLine)
            out.append(worded.model_copy(update={"chance": 1.0}) if always else worded)
        return tuple(out)

    return (
        recipe.model_copy(
            update={
                "has": lines(recipe.has),
                "may": lines(recipe.may),
                "dress": lines(recipe.dress),
                "proportion": turned_proportion(proportion, frame.focus),
            }
        ),
        frame,
    )


def turned_proportion(proportion: tuple[float, float], focus: str) -> tuple[float, float]:
    """Width over depth, least and most, of a room whose back wall is the wall `focus`."""
    low, high = proportion
    return (low, high) if focus == "back" else (1.0 / high, 1.0 / low)


def _arrangement(
    recipe: Recipe, description: Description, asked: Mapping[str, ObjectRequest], chance: random.Random
) -> RecipeArrangement | None:
    """One of the arrangements that agree with the text; None for the lines as they are."""
    suited = [a for a in recipe.arrangement if _agrees(a, description, asked)]
    left = chance.random() * (1.0 + sum(a.share for a in suited)) - 1.0
    for arrangement in suited if left >= 0.0 else []:
        left -= arrangement.share
        if left < 0.0:
            return arrangement
    return None


def _agrees(arrangement: RecipeArrangement, description: Description, asked: Mapping[str, ObjectRequest]) -> bool:
    """Whether an arrangement has what the text names, as many as the text says, and places nothing that the text places elsewhere: what
    both put at a wall stands at the wall of the text."""
    placed, at_walls = {link.subject for link in description.links}, _walls_said(description)
    for thing, text in arrangement.texts.items():
        request = asked.get(thing_key(thing))
        if request is None:
            continue
        if not text or (cardinal(text.split()[0]) or 1) != request.count:
            return False
        if request.index in placed and not (request.index in at_walls and _AGAINST.search(text)):
            return False
    return True


def _frame(
    recipe: Recipe,
    description: Description,
    asked: Mapping[str, ObjectRequest],
    texts: Mapping[str, str],
    chance: random.Random,
) -> RoomFrame:
    """A frame in which what the text puts at a wall stands at the wall that the recipe would put it at."""
    focus, mirrored = recipe.focus[chance.randrange(len(recipe.focus))], chance.random() < 0.5
    said = _walls_said(description)
    for line in recipe.lines:
        request = asked.get(thing_key(line.thing))
        wall = said.get(request.index) if request is not None else None
        own = _AGAINST.search(texts.get(thing_key(line.thing)) or line.text)
        if wall is None or own is None:
            continue
        every = [RoomFrame(f, mirrored=m) for m in (mirrored, not mirrored) for f in (focus, *recipe.focus)]
        return next((frame for frame in every if frame.wall(own[1]) == wall), RoomFrame())
    return RoomFrame(focus, mirrored=mirrored)


def _walls_said(description: Description) -> dict[int, str]:
    """The wall at which the text puts a thing, by the index of its request."""
    return {
        link.subject: link.detail
        for link in description.links
        if link.place == "wall" and link.detail in _OPPOSITE and link.kind in ("against_wall", "on_wall", "along")
    }
