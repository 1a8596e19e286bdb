"""The actions that list, show, add and remove recipes of rooms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from scenewright.app.actions.action import FreeAction
from scenewright.app.requests import Request, RequestError
from scenewright.assets.recipe_book import DressingLine, Recipe
from scenewright.assets.user_recipes import KeptRecipe
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.jobs import Job
from scenewright.scene.short_repr import short_repr

__all__ = [
    "ADD_RECIPE",
    "RECIPES",
    "REMOVE_RECIPE",
    "SHOW_RECIPE",
    "AddRecipeRequest",
    "AddedRecipe",
    "RecipesFound",
    "RecipesRequest",
    "RemoveRecipeRequest",
    "RemovedRecipe",
    "ShowRecipeRequest",
    "ShownRecipe",
]

_MOST_TOML = 256 << 10

RecipeName = Annotated[str, Field(min_length=1, max_length=120)]


class RecipesRequest(Request):
    """Which recipes to list."""

    search: Annotated[str, Field(max_length=200)] = ""
    """Words in the names of the place, in what is said of it, or in its things; empty: all recipes."""


@dataclass(frozen=True)
class RecipesFound:
    """`recipes`: those that fit, best first; all by name, if nothing is searched. `problems`: files of the user that cannot be used."""

    recipes: tuple[KeptRecipe, ...]
    problems: tuple[str, ...] = ()

    __repr__ = short_repr

    def report(self) -> dict[str, object]:
        """All of it as data."""
        return {"recipes": [_listed(kept) for kept in self.recipes], "problems": list(self.problems)}


def recipes(request: RecipesRequest, job: Job) -> RecipesFound:
    """List what is known of kinds of room and place."""
    from scenewright.assets.user_recipes import user_recipes

    known = user_recipes()
    listed = sorted(known.kept.values(), key=lambda kept: kept.recipe.name)
    words = request.search.lower().split()
    if words:
        ranks = [(_rank(kept.recipe, words), kept) for kept in listed]
        listed = [kept for rank, kept in sorted(ranks, key=lambda pair: pair[0]) if rank < _NOT_FOUND]
    return RecipesFound(tuple(listed), known.problems)


_NOT_FOUND = 3


def _rank(recipe: Recipe, words: Iterable[str]) -> int:
    """0: the words are in a name of the place, 1: in what is said of it, 2: in its things; `_NOT_FOUND`: nowhere."""
    said = (*recipe.tags, *recipe.style, recipe.about)
    things = (name for line in recipe.lines for name in line.names)
    places = (recipe.name, *recipe.kinds), said, things
    return next((rank for rank, texts in enumerate(places) if _holds(texts, words)), _NOT_FOUND)


def _holds(texts: Iterable[str], words: Iterable[str]) -> bool:
    return any(all(word in text.lower() for word in words) for text in texts)


class ShowRecipeRequest(Request):
    """Which recipe to show."""

    name: RecipeName
    """Its name, or what people call the place."""


@dataclass(frozen=True)
class ShownRecipe:
    """A recipe. `kept`: it, and its file. `dressing`: what any room like this one has besides."""

    kept: KeptRecipe
    dressing: tuple[DressingLine, ...]

    __repr__ = short_repr

    @property
    def recipe(self) -> Recipe:
        """What the file says."""
        return self.kept.recipe

    def report(self) -> dict[str, object]:
        """All of it as data: the keys of the file, and where that is."""
        values = self.recipe.model_dump(mode="json", by_alias=True)
        dressing = [line.model_dump(mode="json", by_alias=True) for line in self.dressing]
        return {**_listed(self.kept), **values, "dressing": dressing}


def show_recipe(request: ShowRecipeRequest, job: Job) -> ShownRecipe:
    """Show all that a recipe says of its place.

    Raises:
        AssetError: there is no such recipe; the message names those that are near.
    """
    from scenewright.assets.user_recipes import user_recipes

    known = user_recipes()
    kept = known.kept.get(request.name) or known.kept.get(request.name.lower())
    if kept is None:
        found = known.book.find(request.name)
        if found is None:
            raise AssetError(f"there is no recipe for {request.name!r}{_near(request.name, known.kept.values())}")
        kept = known.kept[found.name]
    return ShownRecipe(kept, known.book.general_dressing(kept.recipe) if kept.recipe.kinds else ())


def _near(name: str, kept: Iterable[KeptRecipe]) -> str:
    from scenewright.scene.english import is_slip

    names = sorted({n for k in kept for n in (k.recipe.name, *k.recipe.kinds)})
    words = {word for word in name.lower().split() if len(word) > 3}
    near = [n for n in names if is_slip(name.lower(), n)] or [n for n in names if words & set(n.split())]
    return f": there are {', '.join(near[:4])}" if near else ": search the list of recipes"


class AddRecipeRequest(Request):
    """The recipe to add: a file, or its text."""

    file: Path | None = None
    """The TOML file. It is copied; change it and add it again."""
    text: Annotated[str, Field(max_length=_MOST_TOML)] | None = None
    """The TOML text, in place of a file."""

    @model_validator(mode="after")
    def _of_one(self) -> Self:
        if (self.file is None) == (self.text is None):
            raise RequestError("a recipe comes from a file or as a text: give one of them", field="file")
        return self


@dataclass(frozen=True)
class AddedRecipe:
    """The recipe that was kept. `kept`: it, and its file. `takes`: kinds of place that other recipes were for till now, with the name of
    each. `remarks`: what of it will have no effect."""

    kept: KeptRecipe
    takes: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()

    __repr__ = short_repr

    def report(self) -> dict[str, object]:
        """All of it as data."""
        takes = [{"kind": kind, "from": name} for kind, name in self.takes]
        return {**_listed(self.kept), "takes": takes, "remarks": list(self.remarks)}


def add_recipe(request: AddRecipeRequest, job: Job) -> AddedRecipe:
    """Keep a recipe with the user's data, in place of one of the same name.

    Raises:
        AssetError: it is no recipe; the message names the line, the key and what to do. Or it cannot be kept.
        ProjectError: there is no such file, or it is none that is read.
    """
    from scenewright.app.writers.embedded.recipe_check import recipe_remarks
    from scenewright.assets import Catalogue, user_recipes
    from scenewright.scene.plain_files import read_plain

    before = user_recipes.recipe_book()
    if request.file is not None:
        kept = user_recipes.add_recipe(read_plain(request.file, _MOST_TOML, "the recipe"), request.file.name)
    else:
        assert request.text is not None
        kept = user_recipes.add_recipe(request.text.encode(), "the text")
    others = ((kind, before.of_kind(kind)) for kind in kept.recipe.kinds)
    takes = tuple((kind, other.name) for kind, other in others if other is not None and other.name != kept.recipe.name)
    job.tick(0.3, "reading its lines")
    return AddedRecipe(kept, takes, recipe_remarks(kept.recipe, Catalogue.default()))


class RemoveRecipeRequest(Request):
    """Which recipe to remove."""

    name: RecipeName
    """The name of a recipe that was added."""


@dataclass(frozen=True)
class RemovedRecipe:
    """`kept`: what was removed. Where it stood for a recipe that comes with Scenewright, that is in use again."""

    kept: KeptRecipe

    __repr__ = short_repr

    def report(self) -> dict[str, object]:
        """All of it as data."""
        return {"name": self.kept.recipe.name, "file": str(self.kept.file), "back": self.kept.instead}


def remove_recipe(request: RemoveRecipeRequest, job: Job) -> RemovedRecipe:
    """Delete a recipe that the user added.

    Raises:
        AssetError: there is none of that name, or it comes with Scenewright.
    """
    from scenewright.assets import user_recipes

    return RemovedRecipe(user_recipes.remove_recipe(request.name))


def _listed(kept: KeptRecipe) -> dict[str, object]:
    recipe = kept.recipe
    return {
        "name": recipe.name,
        "about": recipe.about,
        "kinds": list(recipe.kinds),
        "setting": recipe.setting,
        "area": list(recipe.area),
        "things": {"has": len(recipe.has), "may": len(recipe.may), "dress": len(recipe.dress)},
        "yours": kept.added,
        "instead": kept.instead,
        "file": str(kept.file),
    }


RECIPES = FreeAction("recipes", "List the recipes of rooms and places.", RecipesRequest, recipes)
SHOW_RECIPE = FreeAction("show_recipe", "Show what a recipe says of its place.", ShowRecipeRequest, show_recipe)
ADD_RECIPE = FreeAction("add_recipe", "Add a recipe of one's own.", AddRecipeRequest, add_recipe)
REMOVE_RECIPE = FreeAction("remove_recipe", "Remove a recipe that was added.", RemoveRecipeRequest, remove_recipe)
