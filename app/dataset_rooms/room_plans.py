"""Draws what a room of a data set is to be: a sentence and a seed, from which the room can be made again by hand, and its light."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from scenewright.app.dataset_rooms.chances import chance_of, stream
from scenewright.app.dataset_rooms.dataset_recipe import AskedObject, DatasetRecipe
from scenewright.assets.user_recipes import recipe_book
from scenewright.scene.semantics.words import plural

__all__ = ["DrawnPlan", "Split", "plan_room", "split_of"]

Split = Literal["train", "val", "test"]
_NUMBERS = ("no", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MOST_SEED = 2**31


@dataclass(frozen=True)
class DrawnPlan:
    """A room that is to be made.

    Attributes:
        index: its number in the data set, from 0.
        attempt: from 0: others of the same index were rejected before.
        split: train, val or test.
        kind: kind of the room.
        style: '' where the recipe of the kind decides.
        text: what it is made from, with `seed` and `dress`, as by ``scenewright generate``.
        environment: words for the light from outside; '' leaves it.
        lamp: strength of the lamp on the ceiling.
        warmth: of its colour, from 0 to 1.
    """

    index: int
    attempt: int
    split: Split
    kind: str
    style: str
    text: str
    seed: int
    dress: Literal["only", "none", "light", "full"]
    environment: str
    lamp: float
    warmth: float

    @property
    def name(self) -> str:
        """Of the room in the data set: ``room-000012``."""
        return f"room-{self.index:06d}"

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "index": self.index, "attempt": self.attempt, "split": self.split, "kind": self.kind, "style": self.style, "text": self.text,
            "seed": self.seed, "dress": self.dress, "environment": self.environment, "lamp": self.lamp, "warmth": self.warmth,
        }  # fmt: skip


def plan_room(recipe: DatasetRecipe, index: int, attempt: int = 0) -> DrawnPlan:
    """Draw a room. Its kind and split depend on its index alone, so that rejected rooms do not shift what the recipe asks for."""
    room = recipe.room
    kind = _kind(recipe, index)
    split = split_of(recipe, index)
    random = stream(recipe.seed, index, attempt, "room")
    style = room.style.draw(random)
    width = None if room.width is None else round(room.width.draw(random), 1)
    depth = None if room.depth is None else round(room.depth.draw(random), 1)
    floor, walls = room.floor.draw(random), room.walls.draw(random)
    dress = room.dress.draw(random)
    things = [
        phrase
        for number, asked in enumerate(recipe.object)
        if (phrase := _phrase(recipe, asked, number, kind, split, index, attempt))
    ]
    text = _sentence(kind, style, width, depth, things, floor, walls)
    light = stream(recipe.seed, index, attempt, "light")
    return DrawnPlan(
        index=index,
        attempt=attempt,
        split=split,
        kind=kind,
        style=style,
        text=text,
        seed=stream(recipe.seed, index, attempt, "seed").randrange(_MOST_SEED),
        dress=dress,  # type: ignore[arg-type]  # the recipe checks it
        environment=recipe.light.environment.draw(light),
        lamp=round(recipe.light.lamp.draw(light), 3),
        warmth=round(recipe.light.warmth.draw(light), 3),
    )


def split_of(recipe: DatasetRecipe, index: int) -> Split:
    """The split of a room, by a hash of its index: it stays when the data set grows. Kinds that are held out are tests."""
    held = recipe.splits.hold_out.kinds
    if held and _is_held(_kind(recipe, index), held):
        return "test"
    at = chance_of(recipe.seed, index, "split")
    if at < recipe.splits.train:
        return "train"
    return "val" if at < recipe.splits.train + recipe.splits.val else "test"


def _kind(recipe: DatasetRecipe, index: int) -> str:
    return recipe.room.kind.draw(stream(recipe.seed, index, "kind"))


def _is_held(kind: str, held: tuple[str, ...]) -> bool:
    """Whether a kind is one of those that are held out, by whatever name they are called."""
    book = recipe_book()
    return book.of_kind(kind) in [book.of_kind(one) for one in held]


def _phrase(
    recipe: DatasetRecipe, asked: AskedObject, number: int, kind: str, split: Split, index: int, attempt: int
) -> str:
    """What the sentence says of an object; '' where this room has none."""
    random = stream(recipe.seed, index, attempt, "object", number)
    if (asked.kinds and kind not in asked.kinds) or random.random() >= asked.chance:
        return ""
    thing, count = asked.thing.draw(random), asked.count.draw(random)
    words = [asked.colour.draw(random), asked.material.draw(random)]
    held = {name.casefold() for name in recipe.splits.hold_out.categories}
    if not count or (split != "test" and thing.casefold() in held):
        return ""
    said = " ".join(word for word in (*words, thing if count == 1 else plural(thing)) if word)
    if count == 1:
        return f"{_article(said)} {said}"
    return f"{_NUMBERS[count] if count < len(_NUMBERS) else count} {said}"


def _sentence(
    kind: str, style: str, width: float | None, depth: float | None, things: list[str], floor: str, walls: str
) -> str:
    book = recipe_book()
    # an industrial kitchen is another place than a kitchen in industrial style
    apart = bool(style) and book.find(f"{style} {kind}") is not book.find(kind)
    head = kind if apart else f"{style} {kind}".strip()
    text = f"{_article(head)} {head}"
    if width is not None and depth is not None:
        text += f" of {width:g} by {depth:g} metres"
    if apart:
        text += f" in {style} style"
    if things:
        text += " with " + (things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}")
    text += "."
    if floor:
        text += f" The floor is {floor}."
    if walls:
        text += f" The walls are {walls}."
    return text


def _article(words: str) -> str:
    return "an" if words[:1].lower() in "aeiou" else "a"
