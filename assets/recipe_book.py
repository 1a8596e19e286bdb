"""Recipes: what an interior designer knows about a kind of room, as data in ``recipes/*.toml``.

The lines of a recipe are written in the English that people type, so that whatever reads a description reads a recipe, too. A name in
brackets, ``[bed]``, means the thing that serves as the recipe's bed: the one that a person named, else the recipe's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, ValidationError, model_validator
from pydantic_core import CoreSchema

from scenewright.scene.asset_provider import AssetError
from scenewright.scene.plain_data import parse_toml
from scenewright.scene.plain_files import read_plain
from scenewright.scene.semantics.words import singular
from scenewright.scene.strict_types import first_problem, strict_schema

__all__ = [
    "DressingLine",
    "HowMany",
    "OptionalLine",
    "Recipe",
    "RecipeBook",
    "RecipeLine",
    "own_recipes",
    "read_recipe",
    "thing_key",
]

_FOLDER = Path(__file__).parent / "recipes"
_MOST_BYTES = 256 << 10
_MOST_VALUES = 10_000
_MOST_LINES = 200
_MOST_FILES = 2_000
_NUMBER = "{n}"
_MOST_KIND_WORDS = 5
_OPENING_ENDS = re.compile(
    r"[,.;:()!?]|\s(?:with|without|where|that|which|for|in|at|on|of|containing|has|holds|is|are|and|full|lined|set|after|before|during"
    r"|from|inside|facing|near|next|beside|by|behind|under|above|around|between|opposite|to|styled|themed|decorated|furnished)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\[([^\[\]]+)\]")

_Word = Annotated[str, Field(min_length=1, max_length=60)]
_Words = Annotated[tuple[_Word, ...], Field(max_length=60)]
_Share = Annotated[float, Field(ge=0.0, le=1.0)]
_Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return strict_schema(handler(source))  # type: ignore[no-any-return]


class HowMany(_Data):
    """A count that grows with the room: one for `every` so many square metres, between `least` and `most`."""

    every: Annotated[float, Field(gt=0.0, le=1000.0)]
    least: Annotated[int, Field(ge=0, le=1000)] = 1
    most: Annotated[int, Field(ge=1, le=1000)]

    @model_validator(mode="after")
    def _in_order(self) -> HowMany:
        if self.least > self.most:
            raise ValueError(f"least is {self.least}, which is more than most, {self.most}")
        return self

    def of(self, area: float) -> int:
        """How many there are in a room of `area` square metres."""
        return min(max(round(area / self.every), self.least), self.most)


class RecipeLine(_Data):
    """What belongs to the place in any case.

    `thing`: what the line is about, in the singular. `alternatives`: what else serves as it where a person names that. `text`: what to
    read; ``{n}`` stands for the count, ``[thing]`` for a thing of another line.
    """

    thing: _Word
    alternatives: Annotated[_Words, Field(alias="or")] = ()
    text: Annotated[str, Field(min_length=1, max_length=200)]
    n: HowMany | None = None

    @model_validator(mode="after")
    def _counted(self) -> RecipeLine:
        if (self.n is not None) != (_NUMBER in self.text):
            raise ValueError(f"{self.text!r}: n and {_NUMBER} go together")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """The thing and its alternatives."""
        return self.thing, *self.alternatives

    @property
    def mentioned(self) -> tuple[str, ...]:
        """What stands in brackets, as written."""
        return tuple(_BRACKETS.findall(self.text))


class OptionalLine(RecipeLine):
    """What such a place often has. `chance`: in how many of them, 0 to 1."""

    chance: _Share


class DressingLine(OptionalLine):
    """What a place has that people live or work in. `level`: 'light' is the first to be seen, 'full' all. `unless_tags`, `unless`: tags of
    recipes, and kinds of place, where it would be odd."""

    level: Literal["light", "full"]
    unless_tags: _Words = ()
    unless: Annotated[tuple[_Word, ...], Field(max_length=_MOST_FILES)] = ()


class Recipe(_Data):
    """A kind of room or place.

    `kinds`: what people call it, the usual name first. `tags`: what it has in common with other recipes, such as 'shop'; lines of
    dressing name them. `area`: square metres of a usual one, least and most. `proportion`: width over
    depth, least and most. `height`: metres. `walls`: colours that suit it. `floors`: a colour or kind, and a material. `light`: its
    mood. `style`: words that suit it. `has`, `may`, `dress`: its things, see the classes of lines.
    """

    name: _Word
    about: Annotated[str, Field(min_length=1, max_length=300)]
    kinds: _Words = ()
    setting: Literal["indoor", "outdoor"]
    tags: _Words = ()
    area: tuple[Annotated[float, Field(gt=0.5, le=2000.0)], Annotated[float, Field(gt=0.5, le=2000.0)]] = (12.0, 20.0)
    proportion: tuple[Annotated[float, Field(ge=0.1, le=10.0)], Annotated[float, Field(ge=0.1, le=10.0)]] = (1.0, 1.3)
    height: Annotated[float, Field(ge=1.8, le=20.0)] = 2.7
    doors: Annotated[int, Field(ge=0, le=8)] = 1
    windows: Annotated[int, Field(ge=0, le=12)] = 1
    walls: Annotated[tuple[_Colour, ...], Field(max_length=12)] = ()
    floors: Annotated[tuple[_Word, ...], Field(max_length=12)] = ()
    light: Annotated[str, Field(max_length=80)] = ""
    style: _Words = ()
    has: Annotated[tuple[RecipeLine, ...], Field(max_length=_MOST_LINES)] = ()
    may: Annotated[tuple[OptionalLine, ...], Field(max_length=_MOST_LINES)] = ()
    dress: Annotated[tuple[DressingLine, ...], Field(max_length=_MOST_LINES)] = ()

    @model_validator(mode="after")
    def _of_one_piece(self) -> Recipe:
        for name in ("area", "proportion"):
            low, high = getattr(self, name)
            if low > high:
                raise ValueError(f"{name}: {low:g} to {high:g} is not from least to most")
        things = {thing_key(line.thing) for line in self.lines}
        for line in self.lines:
            for mentioned in line.mentioned:
                if thing_key(mentioned) not in things:
                    raise ValueError(f"{line.text!r}: no line is about [{mentioned}]")
        return self

    @property
    def lines(self) -> tuple[RecipeLine, ...]:
        """All lines, what belongs there first."""
        return *self.has, *self.may, *self.dress


def read_recipe(path: Path) -> Recipe:
    """The recipe of a file.

    Raises:
        AssetError: it cannot be read, is too large, or is no recipe; the message names the file and what to mend.
    """
    try:
        return Recipe.model_validate(parse_toml(read_plain(path, _MOST_BYTES, "a recipe"), most=_MOST_VALUES))
    except ValidationError as error:
        where, _, why = first_problem(error)
        raise AssetError(
            f"{path.name} is no recipe: {'.'.join(map(str, where)) or 'as a whole'}: {' '.join(why.split())}"
        ) from None
    except ValueError as error:
        raise AssetError(f"{path.name} cannot be read as TOML: {error}") from None


class RecipeBook:
    """Recipes by what people call the places. `dressing`: lines for any indoor room, from recipes that name no kind."""

    def __init__(self, recipes: Iterable[Recipe]) -> None:
        """
        Args:
            recipes: a later one stands for an earlier one of the same name, and takes its kinds.

        Raises:
            AssetError: two recipes of different names claim one kind.
        """
        named = {recipe.name: recipe for recipe in recipes}
        self.recipes = tuple(recipe for recipe in named.values() if recipe.kinds)
        self.dressing = tuple(line for recipe in named.values() if not recipe.kinds for line in recipe.dress)
        self._by_kind: dict[str, Recipe] = {}
        for recipe in self.recipes:
            for kind in recipe.kinds:
                other = self._by_kind.setdefault(thing_key(kind), recipe)
                if other is not recipe:
                    raise AssetError(
                        f"the recipes {other.name!r} and {recipe.name!r} both say that they are for a {kind}"
                    )

    def find(self, kind: str) -> Recipe | None:
        """The recipe for a kind of place, as people call it. Of 'cozy little tea shop' the longest end that is known counts."""
        words = thing_key(kind).split()
        for start in range(len(words)):
            found = self._by_kind.get(" ".join(words[start:]))
            if found is not None:
                return found
        return None

    def named_by(self, text: str) -> str:
        """The kind of place that a description opens with, in its own words: 'pottery studio' of 'A sunny pottery studio with a kiln'. ''
        where it opens with none."""
        opening = _OPENING_ENDS.split(text, maxsplit=1)[0].split()
        for start in range(max(len(opening) - _MOST_KIND_WORDS, 0), len(opening)):
            words = " ".join(opening[start:])
            if thing_key(words) in self._by_kind:
                return words.lower()
        return ""

    def dressing_of(self, recipe: Recipe) -> tuple[DressingLine, ...]:
        """The lines of `dressing` that are not odd in a place of this recipe; none out of doors."""
        if recipe.setting != "indoor":
            return ()
        kinds, tags = {thing_key(kind) for kind in recipe.kinds}, set(recipe.tags)
        return tuple(
            line
            for line in self.dressing
            if tags.isdisjoint(line.unless_tags) and kinds.isdisjoint(thing_key(kind) for kind in line.unless)
        )

    def __len__(self) -> int:
        return len(self.recipes)


def thing_key(kind: str) -> str:
    """A name for comparison: lower case, the last word in the singular, hyphens and apostrophes gone."""
    words = kind.lower().replace("-", " ").replace("'", "").split()
    return " ".join((*words[:-1], singular(words[-1]))) if words else ""


@cache
def own_recipes() -> RecipeBook:
    """The recipes that come with Scenewright.

    Raises:
        AssetError: a file is damaged.
    """
    return RecipeBook(read_recipe(path) for path in sorted(_FOLDER.glob("*.toml"))[:_MOST_FILES])
