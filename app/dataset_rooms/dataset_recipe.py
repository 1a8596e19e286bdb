"""The recipe of a data set: from which distributions its rooms, their light and their cameras are drawn, and how they are divided."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, model_validator

from scenewright.app.dataset_rooms.distributions import Count, DatasetTable, NumberRange, Words
from scenewright.app.dataset_rooms.errors import DatasetError
from scenewright.app.dataset_rooms.toml_lines import dotted, line_of
from scenewright.assets.user_recipes import recipe_book
from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_data import parse_toml
from scenewright.scene.plain_files import read_plain
from scenewright.scene.strict_types import first_problem

__all__ = ["AskedObject", "DatasetRecipe", "HoldOut", "Splits", "parse_dataset_recipe", "read_dataset_recipe"]

_MOST_BYTES = 1 << 20
_MOST_VALUES = 50_000
_Share = Annotated[float, Field(ge=0.0, le=1.0)]
_TOML_LINE = re.compile(r"\(at line (\d+), column \d+\)")


def _words(*values: str) -> Words:
    return Words.model_validate(list(values))


def _number(low: float, high: float) -> NumberRange:
    return NumberRange(uniform=(low, high))


class RoomTable(DatasetTable):
    """What rooms are drawn from. `kind`: kinds of rooms that there are recipes for. `style`: '' leaves it to the recipe. `width`, `depth`:
    metres; None: as large as such rooms usually are. `floor`, `walls`: words, '' leaves them to the recipe. `dress`: how much lies
    about."""

    kind: Words
    style: Words = _words("")
    width: NumberRange | None = None
    depth: NumberRange | None = None
    floor: Words = _words("")
    walls: Words = _words("")
    dress: Words = _words("light", "full")

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if (self.width is None) != (self.depth is None):
            raise ValueError("width and depth go together: give both, or neither")
        for name in ("width", "depth"):
            number = getattr(self, name)
            if number is not None and not (number.bounds[0] >= 1.5 and number.bounds[1] <= 60.0):
                raise ValueError(f"{name} must stay between 1.5 and 60 metres: bound it by least and most")
        levels = ("only", "none", "light", "full")
        unknown = [value for value in self.dress.values if value not in levels]
        if unknown:
            raise ValueError(f"dress is one of {', '.join(levels)}, not {unknown[0]!r}")
        return self


class AskedObject(DatasetTable):
    """Something that some rooms have beyond what belongs there. `thing`: one of these, in the singular. `chance`: share of the rooms.
    `count`: how many. `colour`, `material`: words before it, '' for none. `kinds`: only in rooms of these kinds."""

    thing: Words
    chance: _Share = 1.0
    count: Count = Count.model_validate(1)
    colour: Words = _words("")
    material: Words = _words("")
    kinds: Annotated[tuple[str, ...], Field(max_length=100)] = ()


class LightTable(DatasetTable):
    """The light. `environment`: words for the light from outside, '' leaves it to the recipe. `lamp`: strength of the lamp on the ceiling,
    1 is usual. `warmth`: its colour, 0 a cool white, 1 that of candles."""

    environment: Words = _words("bright daylight", "soft daylight", "warm evening light", "overcast")
    lamp: NumberRange = _number(0.7, 1.2)
    warmth: NumberRange = _number(0.1, 0.7)


class CameraTable(DatasetTable):
    """The cameras. `height`: metres of the eye above the floor. `fov`: vertical, degrees. `clearance`: metres that the eye keeps from all
    things and walls at its height. `least_things`: a view shows at least so many. `most_share`: of the picture that one thing may fill.
    `most_empty`: of the picture that walls, floor and ceiling may fill."""

    height: NumberRange = _number(1.2, 1.75)
    fov: NumberRange = _number(48.0, 68.0)
    clearance: Annotated[float, Field(ge=0.05, le=2.0)] = 0.3
    least_things: Annotated[int, Field(ge=0, le=50)] = 3
    most_share: Annotated[float, Field(gt=0.0, le=1.0)] = 0.6
    most_empty: Annotated[float, Field(gt=0.0, le=1.0)] = 0.8

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if not (self.height.bounds[0] >= 0.2 and self.height.bounds[1] <= 10.0):
            raise ValueError("height must stay between 0.2 and 10 metres: bound it by least and most")
        if not (self.fov.bounds[0] >= 10.0 and self.fov.bounds[1] <= 120.0):
            raise ValueError("fov must stay between 10 and 120 degrees: bound it by least and most")
        return self


class PictureTable(DatasetTable):
    """The pictures. `width`, `height`: pixels. `renderer`: preview, blender or mitsuba. `samples`: rays a pixel; None: the renderer's."""

    width: Annotated[int, Field(ge=32, le=4096)] = 512
    height: Annotated[int, Field(ge=32, le=4096)] = 384
    renderer: Literal["preview", "blender", "mitsuba"] = "preview"
    samples: Annotated[int, Field(ge=1, le=4096)] | None = None


class AcceptTable(DatasetTable):
    """Which rooms are taken. `navigable`: least share of the free floor that a robot of 0.3 m radius reaches from the door. `attempts`: so
    often a room is drawn anew before it is given up."""

    navigable: _Share = 0.6
    attempts: Annotated[int, Field(ge=1, le=50)] = 6


class HoldOut(DatasetTable):
    """What only the test split has. `kinds`: kinds of rooms. `categories`: classes of objects. `objects`: share of the catalogue's objects,
    drawn by the hash of their keys; the furniture that a kind of room always has is not among them."""

    kinds: Annotated[tuple[str, ...], Field(max_length=500)] = ()
    categories: Annotated[tuple[str, ...], Field(max_length=2000)] = ()
    objects: Annotated[float, Field(ge=0.0, le=0.9)] = 0.0


class Splits(DatasetTable):
    """Shares of the rooms. `hold_out`: what only the test split has."""

    train: _Share = 0.8
    val: _Share = 0.1
    test: _Share = 0.1
    hold_out: HoldOut = HoldOut()

    @model_validator(mode="after")
    def _add_up(self) -> Self:
        if abs(self.train + self.val + self.test - 1.0) > 1e-6:
            raise ValueError(
                f"train, val and test add up to {self.train + self.val + self.test:g}: they must add up to 1"
            )
        if self.test == 0.0 and self.hold_out != HoldOut():
            raise ValueError("what is held out is in the test split alone: give test a share")
        return self


class FormatTable(DatasetTable):
    """What is written beside the WebDataset shards and the index. `coco`: a COCO file of each split. `bop`: folders in the scenewise format
    of BOP, which hold the pictures again."""

    coco: bool = True
    bop: bool = False


class QuestionTable(DatasetTable):
    """`each`: most questions about one view."""

    each: Annotated[int, Field(ge=0, le=100)] = 8


class DatasetRecipe(DatasetTable):
    """The recipe of a data set. `rooms`: how many. `views`: pictures of each. `seed`: another seed draws other rooms."""

    name: Annotated[str, Field(min_length=1, max_length=80)]
    rooms: Annotated[int, Field(ge=1, le=1_000_000)]
    views: Annotated[int, Field(ge=1, le=64)] = 4
    seed: Annotated[int, Field(ge=0, le=2**53)] = 0
    rooms_per_shard: Annotated[int, Field(ge=1, le=10_000)] = 50
    room: RoomTable
    object: Annotated[tuple[AskedObject, ...], Field(max_length=500)] = ()
    light: LightTable = LightTable()
    camera: CameraTable = CameraTable()
    picture: PictureTable = PictureTable()
    accept: AcceptTable = AcceptTable()
    splits: Splits = Splits()
    formats: FormatTable = FormatTable()
    questions: QuestionTable = QuestionTable()


def read_dataset_recipe(file: Path) -> DatasetRecipe:
    """The recipe of a file.

    Raises:
        DatasetError: 'recipe': it cannot be read, or is no recipe; the message names file, line and key, and what to mend.
    """
    try:
        data = read_plain(file, _MOST_BYTES, "the recipe")
    except (ProjectError, OSError) as error:
        raise DatasetError(f"{file} cannot be read: {error}", kind="recipe") from error
    return parse_dataset_recipe(data, str(file))


def parse_dataset_recipe(data: bytes, name: str) -> DatasetRecipe:
    """The recipe of a TOML text in UTF-8. `name`: of the text, for messages.

    Raises:
        DatasetError: as :func:`read_dataset_recipe`.
    """
    try:
        table = parse_toml(data, most=_MOST_VALUES)
    except ValueError as error:
        found = _TOML_LINE.search(str(error))
        at = f", line {found[1]}" if found else ""
        raise DatasetError(f"{name}{at}: it cannot be read as TOML: {error}", kind="recipe") from None
    text = data.decode("utf-8-sig")
    try:
        recipe = DatasetRecipe.model_validate(table)
    except ValidationError as error:
        where, kind, why = first_problem(error)
        where = _as_written(where)
        raise _problem(name, text, where, _said(kind, where, why)) from None
    for where, why in _unknown_words(recipe):
        raise _problem(name, text, where, why)
    return recipe


def _as_written(where: tuple[str, ...]) -> tuple[str, ...]:
    """The place of a value in the file: a distribution holds its short form as `values` and `weights`."""
    for at, part in enumerate(where):
        if part in ("values", "weights") and where[at + 1 : at + 2] and where[at + 1].isdecimal():
            return where[:at]
    return where


def _said(kind: str, where: Sequence[str], why: str) -> str:
    why = " ".join(why.split()).removeprefix("Value error, ")
    if kind == "extra_forbidden":
        return f"there is no such key: use {', '.join(_keys_at(where[:-1]))}"
    if kind == "missing":
        return f"it is missing: write {where[-1]} = ..."
    return why


def _keys_at(where: Sequence[str]) -> list[str]:
    """The keys of the table at a place."""
    model: type[DatasetTable] = DatasetRecipe
    for part in where:
        field = model.model_fields.get(part)
        if field is None:
            continue
        found = [c for c in _classes(field.annotation) if issubclass(c, DatasetTable)]
        if found:
            model = found[0]
    return list(model.model_fields)


def _classes(annotation: object) -> list[type]:
    import typing

    if isinstance(annotation, type) and not typing.get_args(annotation):
        return [annotation]
    return [c for part in typing.get_args(annotation) for c in _classes(part)]


def _problem(name: str, text: str, where: Sequence[str], why: str) -> DatasetError:
    line = line_of(text, where)
    at = f", line {line}" if line is not None else ""
    key = f", {dotted(where)}" if where else ""
    return DatasetError(f"{name}{at}{key}: {why}", kind="recipe")


def _hint(near: Sequence[str], otherwise: str) -> str:
    """What may be meant by a word that nobody knows, or else where to look."""
    return f"do you mean {', '.join(near)}?" if near else otherwise


def _unknown_words(recipe: DatasetRecipe) -> list[tuple[tuple[str, ...], str]]:
    """Kinds of rooms, styles, things and classes that nobody knows, each with its place and what to write instead."""
    from scenewright.app.dataset_rooms.taxonomy import shipped_taxonomy
    from scenewright.assets import Catalogue
    from scenewright.assets.styles import own_styles, said_style

    book = recipe_book()
    problems: list[tuple[tuple[str, ...], str]] = []
    for where, kinds in (
        (("room", "kind"), recipe.room.kind.values),
        (("splits", "hold_out", "kinds"), recipe.splits.hold_out.kinds),
    ):
        for kind in kinds:
            found = book.of_kind(kind)
            if found is None:
                near = difflib.get_close_matches(kind.casefold(), [k for r in book.recipes for k in r.kinds], n=3)
                hint = _hint(near, "`scenewright recipes list` names those that there are")
                problems.append((where, f"there is no recipe for {kind!r}: {hint}"))
            elif found.setting != "indoor":
                problems.append((where, f"a {kind} is out of doors, and data sets are made of rooms"))
    taxonomy = shipped_taxonomy()
    for category in recipe.splits.hold_out.categories:
        if taxonomy.id_of(category) is None:
            near = taxonomy.nearest(category)
            hint = f": do you mean {', '.join(near)}?" if near else ""
            problems.append((("splits", "hold_out", "categories"), f"there is no class {category!r}{hint}"))
    for style in recipe.room.style.values:
        if style and said_style(style.casefold().split()) is None:
            names = sorted({name for _, named, _ in own_styles() for name in named})
            near = difflib.get_close_matches(style.casefold(), names, n=3)
            hint = _hint(near, f"there are {', '.join(s.name for s, _, _ in own_styles())}")
            problems.append((("room", "style"), f"no style is called {style!r}: {hint}"))
    catalogue, drawn = Catalogue.default(), set(recipe.room.kind.values)
    for number, asked in enumerate(recipe.object):
        for thing in asked.thing.values:
            if not catalogue.find(thing, 1, meaning=False):
                near = catalogue.nearest_words(thing)
                hint = _hint(near, "`scenewright assets search` finds what there is")
                problems.append((("object", str(number), "thing"), f"the catalogue has no {thing!r}: {hint}"))
        strange = [kind for kind in asked.kinds if kind not in drawn]
        if strange:
            why = f"no room of this data set is a {strange[0]}: room.kind has {', '.join(sorted(drawn))}"
            problems.append((("object", str(number), "kinds"), why))
    return problems
