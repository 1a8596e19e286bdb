"""Recipes: what an interior designer knows about a kind of room, as data in ``recipes/*.toml``.

The lines of a recipe are written in the English that people type, so that whatever reads a description reads a recipe, too. A name in
brackets, ``[bed]``, means the thing that serves as the recipe's bed: the one that a person named, else the recipe's own.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import CoreSchema

from scenewright.assets.place_names import PlaceNames, thing_key
from scenewright.assets.recipe_problems import recipe_problem
from scenewright.assets.toml_tables import keep_tables, toml_table
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.plain_data import shown
from scenewright.scene.plain_files import read_plain
from scenewright.scene.strict_types import strict_schema

__all__ = [
    "PLAIN",
    "Dado",
    "DressingLine",
    "HowMany",
    "OptionalLine",
    "Recipe",
    "RecipeArrangement",
    "RecipeBook",
    "RecipeLine",
    "bracketed",
    "own_recipe_files",
    "own_recipes",
    "parse_recipe",
    "read_recipe",
    "thing_key",
]

_FOLDER = Path(__file__).parent / "recipes"
_MOST_BYTES = 256 << 10
_MOST_VALUES = 10_000
_MOST_LINES = 200
_MOST_FILES = 2_000
_NUMBER = "{n}"
PLAIN = "plain"
"""A finish of walls among others: some of these places have plain ones."""
_BRACKETS = re.compile(r"\[([^\[\]]+)\]")

_BOOKS = frozenset(["book", "books", "bookshelf", "bookshelves", "bookcase", "bookcases"])

_Word = Annotated[str, Field(min_length=1, max_length=60)]
_Words = Annotated[tuple[_Word, ...], Field(max_length=60)]
_Ratio = Annotated[float, Field(ge=0.1, le=10.0)]
_Focus = Annotated[tuple[Literal["back", "left", "right"], ...], Field(min_length=1, max_length=12)]
_Share = Annotated[float, Field(ge=0.0, le=1.0)]
_Text = Annotated[str, Field(min_length=1, max_length=200)]


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-f]{6}", value):
        raise ValueError(f"must be a colour such as '#e8d9cf', not {shown(value)}")
    return value


_Colour = Annotated[str, AfterValidator(_colour)]


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


class Dado(_Data):
    """The lower part of the walls where it differs: tiles to half height, wooden panels. `finish`: as :func:`room` has them. `height`:
    metres. `colors`: those that suit it; none: that of the walls."""

    finish: _Word
    height: Annotated[float, Field(gt=0.1, le=20.0)] = 1.1
    colors: Annotated[tuple[_Colour, ...], Field(max_length=12)] = ()


class Meant(_Data):
    """When a name that means another place means this one. `kind`: the name. `things`: one of these is named with it, and nothing that the
    other place always has."""

    kind: _Word
    things: _Words


class RecipeLine(_Data):
    """What belongs to the place in any case.

    `thing`: what the line is about, in the singular. `alternatives`: what else serves as it where a person names that. `text`: what to
    read; ``{n}`` stands for the count, ``[thing]`` for a thing of another line. `ways`: other texts, of which some places have one.
    """

    thing: _Word
    alternatives: Annotated[_Words, Field(alias="or")] = ()
    text: _Text
    ways: Annotated[tuple[_Text, ...], Field(max_length=12)] = ()
    n: HowMany | None = None

    @model_validator(mode="after")
    def _counted(self) -> RecipeLine:
        for text in (self.text, *self.ways):
            if (self.n is not None) != (_NUMBER in text):
                raise ValueError(f"{text!r}: n and {_NUMBER} go together")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """The thing and its alternatives."""
        return self.thing, *self.alternatives

    @property
    def mentioned(self) -> tuple[str, ...]:
        """What stands in brackets, as written."""
        return bracketed(self.text)

    def worded(self, text: str) -> Self:
        """The line with another text, which has a number of its own or that of the line."""
        return self.model_copy(update={"text": text, "n": self.n if _NUMBER in text else None})


class OptionalLine(RecipeLine):
    """What such a place often has. `chance`: in how many of them, 0 to 1; 0: where an arrangement has it."""

    chance: _Share


class DressingLine(OptionalLine):
    """What a place has that people live or work in. `level`: 'light' is the first to be seen, 'full' all; 'clutter' is there where a text
    says that the place is untidy. `unless_tags`, `unless`: tags of recipes, and kinds of place, where it would be odd. `tags`: where there
    are some, the only ones where it would not be."""

    level: Literal["light", "full", "clutter"]
    tags: _Words = ()
    unless_tags: _Words = ()
    unless: Annotated[tuple[_Word, ...], Field(max_length=_MOST_FILES)] = ()


class RecipeArrangement(_Data):
    """Another way in which the things of a place stand. `share`: how often it is taken, where 1 is as often as the lines as they are.
    `proportion`: that of the room then. `texts`: thing -> what to read of it instead; '' leaves it out. `takes`: what it has in any case
    of what such a place may have. `focus`: as a recipe has it, where it differs."""

    name: _Word
    share: Annotated[float, Field(gt=0.0, le=20.0)] = 1.0
    proportion: tuple[_Ratio, _Ratio] | None = None
    texts: Annotated[dict[_Word, Annotated[str, Field(max_length=200)]], Field(max_length=40)]
    takes: _Words = ()
    focus: _Focus | None = None

    @field_validator("proportion")
    @classmethod
    def _in_order(cls, value: tuple[float, float] | None) -> tuple[float, float] | None:
        return value if value is None else _ascending(value)


class Recipe(_Data):
    """A kind of room or place.

    `name`: of the recipe. `about`: what is said of it, in a sentence. `setting`: indoor or outdoor. `doors`, `windows`: how many a usual
    one has. `dado`: a lower part of the walls that is built or painted differently. `kinds`: what people call it, the usual name first.
    `meant`: when the name of another place means this one. `tags`: what it has in common with other recipes, such as 'shop'; lines of
    dressing name them. `area`: square metres of a usual one, least and most. `proportion`: width over depth, least and most. `height`:
    metres. `walls`: colours that suit it. `floors`: a colour or kind, and a material. `wall_finish`: what its walls are built of, such as
    'brick' or 'plain'. `roof`: a pitched one, or beams below the ceiling. `edge`: what closes a place out of doors. `pictures`: styles of
    paintings that suit it. `light`: its mood. `style`: words that suit it. `looks`: the style that it is in, unless a text says another.
    `palette_walls`: its walls may have a colour of the palette of its furniture. `focus`: walls at which what the lines put at the back
    wall may stand, and all else with it. `has`, `may`, `dress`: its things, see the classes of lines. `arrangement`: other ways in which
    these stand.
    """

    name: _Word
    about: Annotated[str, Field(min_length=1, max_length=300)]
    kinds: _Words = ()
    meant: Meant | None = None
    setting: Literal["indoor", "outdoor"]
    tags: _Words = ()
    area: tuple[Annotated[float, Field(gt=0.5, le=2000.0)], Annotated[float, Field(gt=0.5, le=2000.0)]] = (12.0, 20.0)
    proportion: tuple[_Ratio, _Ratio] = (1.0, 1.3)
    height: Annotated[float, Field(ge=1.8, le=20.0)] = 2.7
    doors: Annotated[int, Field(ge=0, le=8)] = 1
    windows: Annotated[int, Field(ge=0, le=12)] = 1
    walls: Annotated[tuple[_Colour, ...], Field(max_length=12)] = ()
    floors: Annotated[tuple[_Word, ...], Field(max_length=12)] = ()
    wall_finish: Annotated[tuple[_Word, ...], Field(max_length=12)] = ()
    dado: Dado | None = None
    roof: Literal["flat", "gable", "beams"] = "flat"
    edge: Literal["", "parapet", "wall", "hedge", "fence", "railing"] = ""
    pictures: Annotated[tuple[_Word, ...], Field(max_length=20)] = ()
    light: Annotated[str, Field(max_length=80)] = ""
    style: _Words = ()
    looks: Annotated[str, Field(max_length=40)] = ""
    palette_walls: bool = False
    focus: _Focus = ("back",)
    has: Annotated[tuple[RecipeLine, ...], Field(max_length=_MOST_LINES)] = ()
    may: Annotated[tuple[OptionalLine, ...], Field(max_length=_MOST_LINES)] = ()
    dress: Annotated[tuple[DressingLine, ...], Field(max_length=_MOST_LINES)] = ()
    arrangement: Annotated[tuple[RecipeArrangement, ...], Field(max_length=20)] = ()

    @field_validator("area", "proportion")
    @classmethod
    def _in_order(cls, value: tuple[float, float]) -> tuple[float, float]:
        return _ascending(value)

    @model_validator(mode="after")
    def _of_one_piece(self) -> Recipe:
        things = {thing_key(line.thing) for line in self.lines}
        if not self.kinds and not self.has:
            return self  # what belongs to a thing of any place names that thing, which no line here is about
        for text in (t for line in self.lines for t in (line.text, *line.ways)):
            _check_brackets(text, things)
        for arrangement in self.arrangement:
            for thing, text in (*arrangement.texts.items(), *((thing, "") for thing in arrangement.takes)):
                _check_brackets(text, things)
                if thing_key(thing) not in things:
                    raise ValueError(
                        f"{thing!r}: no line is about it, so the arrangement {arrangement.name!r} can place none"
                    )
        return self

    @property
    def lines(self) -> tuple[RecipeLine, ...]:
        """All lines, what belongs there first."""
        return *self.has, *self.may, *self.dress

    @property
    def has_books(self) -> bool:
        """Whether the shelves of such a place are for books: it has or may have books, or what is made for them."""
        return any(_BOOKS & set(line.thing.lower().split()) for line in (*self.has, *self.may))


def _ascending(value: tuple[float, float]) -> tuple[float, float]:
    low, high = value
    if low > high:
        raise ValueError(f"{low:g} to {high:g} is not from least to most: write [{high:g}, {low:g}]")
    return value


def bracketed(text: str) -> tuple[str, ...]:
    """What stands in brackets in the text of a line, as written."""
    return tuple(_BRACKETS.findall(text))


def _check_brackets(text: str, things: Container[str]) -> None:
    for mentioned in bracketed(text):
        if thing_key(mentioned) not in things:
            raise ValueError(
                f"{text!r}: no line is about [{mentioned}]: write the name of a line's thing in the brackets, or none"
            )


def read_recipe(path: Path) -> Recipe:
    """The recipe of a file.

    Raises:
        AssetError: it cannot be read, is too large, or is no recipe; the message names the file, the line, the key and what to mend.
        ProjectError: there is no such file, or it is none that is read.
    """
    return parse_recipe(read_plain(path, _MOST_BYTES, "a recipe"), path.name)


def parse_recipe(data: bytes, name: str) -> Recipe:
    """The recipe of a TOML text in UTF-8.

    Args:
        name: of the text, for messages.

    Raises:
        AssetError: as :func:`read_recipe`.
    """
    if len(data) > _MOST_BYTES:
        raise AssetError(f"{name} has {len(data):,} bytes, and at most {_MOST_BYTES:,} are read")
    try:
        return Recipe.model_validate(toml_table(data, most=_MOST_VALUES))
    except ValidationError as error:
        problem = recipe_problem(error, data.decode("utf-8-sig"), _KEYS)
        raise AssetError(f"{name} is no recipe: {problem}") from None
    except ValueError as error:
        raise AssetError(f"{name} cannot be read as TOML: {error}") from None


def _keys_of(kind: type[BaseModel]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in kind.model_fields.items())


_KEYS = {
    "": _keys_of(Recipe), "dado": _keys_of(Dado), "has": _keys_of(RecipeLine), "may": _keys_of(OptionalLine),
    "dress": _keys_of(DressingLine), "n": _keys_of(HowMany), "meant": _keys_of(Meant),
    "arrangement": _keys_of(RecipeArrangement),
}  # fmt: skip


class RecipeBook:
    """Recipes by what people call the places. `dressing`: lines for any indoor room, from recipes that name no kind."""

    def __init__(self, recipes: Iterable[Recipe], added: Iterable[Recipe] = ()) -> None:
        """
        Args:
            recipes: a later one stands for an earlier one of the same name.
            added: a person's own. They stand for those of the same name, and are taken for a kind that others are for, too.

        Raises:
            AssetError: two recipes of different names, both a person's own or both not, claim one kind.
        """
        theirs = {recipe.name: recipe for recipe in added}
        named = {recipe.name: recipe for recipe in recipes} | theirs
        self.recipes = tuple(recipe for recipe in named.values() if recipe.kinds)
        self.dressing = tuple(line for recipe in named.values() if not recipe.kinds for line in recipe.dress)
        by_kind: dict[str, Recipe] = {}
        for recipe in sorted(self.recipes, key=lambda recipe: recipe.name not in theirs):
            for kind in recipe.kinds:
                other = by_kind.setdefault(thing_key(kind), recipe)
                if other is not recipe and (other.name in theirs) == (recipe.name in theirs):
                    raise AssetError(
                        f"the recipes {other.name!r} and {recipe.name!r} both say that they are for a {kind}"
                    )
        self._names = PlaceNames(by_kind)

    def of_kind(self, kind: str) -> Recipe | None:
        """The recipe for exactly this kind of place."""
        return self._names.of_kind(kind)

    def find(self, kind: str) -> Recipe | None:
        """The recipe for a kind of place, as people call it; see :meth:`~scenewright.assets.place_names.PlaceNames.find`."""
        return self._names.find(kind)

    def meant(self, recipe: Recipe, things: Iterable[str]) -> Recipe:
        """The recipe that a name means beside the things that are named with it: a nursery with plants is no baby's room.

        Args:
            recipe: what the name means by itself.
        """
        named, kinds = {thing_key(thing) for thing in things}, {thing_key(kind) for kind in recipe.kinds}
        if named & {thing_key(name) for line in recipe.has for name in line.names}:
            return recipe
        for other in self.recipes:
            meant = other.meant
            if meant is not None and thing_key(meant.kind) in kinds and named & {thing_key(t) for t in meant.things}:
                return other
        return recipe

    def around(self, kind: str) -> str:
        """The kind of place that another is in, in its own words: 'attic' of 'attic study'. '' where no such place is named."""
        return self._names.around(kind)

    def put_first(self, text: str) -> str:
        """'A plane cabin' for 'the cabin of a plane'; see :meth:`~scenewright.assets.place_names.PlaceNames.put_first`."""
        return self._names.put_first(text)

    def named_by(self, text: str) -> str:
        """The kind of place that a description opens with, in its own words: 'pottery studio' of 'A sunny pottery studio with a kiln'. ''
        where it opens with none."""
        return self._names.named_by(text)

    def dressing_of(self, recipe: Recipe) -> tuple[DressingLine, ...]:
        """The lines of `dressing` that are not odd in a place of this recipe; none out of doors."""
        if recipe.setting != "indoor":
            return ()
        kinds, tags = {thing_key(kind) for kind in recipe.kinds}, set(recipe.tags)
        return tuple(
            line
            for line in self.dressing
            if tags.isdisjoint(line.unless_tags)
            and not (line.tags and tags.isdisjoint(line.tags))
            and kinds.isdisjoint(thing_key(kind) for kind in line.unless)
        )

    def general_dressing(self, recipe: Recipe) -> tuple[DressingLine, ...]:
        """The lines of :meth:`dressing_of` about what the recipe itself does not speak of; clutter also lies on what it speaks of."""
        named = {thing_key(line.thing) for line in recipe.lines}
        return tuple(
            line
            for line in self.dressing_of(recipe)
            if line.level == "clutter" or not (line.mentioned or thing_key(line.thing) in named)
        )

    def companions(self, recipe: Recipe) -> tuple[DressingLine, ...]:
        """The lines of :meth:`dressing_of` about what belongs to another thing, wherever that is: a bench to a piano."""
        return tuple(line for line in self.dressing_of(recipe) if line.mentioned and line.level != "clutter")

    def __len__(self) -> int:
        return len(self.recipes)


@cache
def own_recipe_files() -> dict[str, tuple[Recipe, Path]]:
    """The recipes that come with Scenewright and their files, by name; the one with general dressing, too.

    Raises:
        AssetError: a file is damaged, or two have one name.
    """
    found: dict[str, tuple[Recipe, Path]] = {}
    for path in sorted(_FOLDER.glob("*.toml"))[:_MOST_FILES]:
        recipe = read_recipe(path)
        if recipe.name in found:
            raise AssetError(f"{path.name} and {found[recipe.name][1].name} both are the recipe {recipe.name!r}")
        found[recipe.name] = recipe, path
    keep_tables()
    return found


@cache
def own_recipes() -> RecipeBook:
    """The recipes that come with Scenewright.

    Raises:
        AssetError: a file is damaged.
    """
    return RecipeBook(recipe for recipe, _ in own_recipe_files().values())
