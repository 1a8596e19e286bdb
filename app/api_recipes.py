"""The Python functions of ``scenewright`` on recipes of rooms; see :mod:`scenewright.app.api`."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.actions.recipe_keeping import (
    ADD_RECIPE,
    RECIPES,
    REMOVE_RECIPE,
    SHOW_RECIPE,
    AddedRecipe,
    AddRecipeRequest,
    RecipesFound,
    RecipesRequest,
    RemovedRecipe,
    RemoveRecipeRequest,
    ShownRecipe,
    ShowRecipeRequest,
)
from scenewright.app.api_arguments import face, given, request_of
from scenewright.app.requests import RequestError
from scenewright.scene.argument_values import path_argument

__all__ = ["add_recipe", "recipes", "remove_recipe", "show_recipe"]


@face("listing the recipes")
def recipes(search: str = "") -> RecipesFound:
    """The recipes of rooms and places, which say what belongs there: ``recipes`` of the result has them with their files.

    Args:
        search: words in the names of the place, in what is said of it, or in its things; '': all.

    Raises:
        RequestError: `search` is no text, or too long.
    """
    return RECIPES(request_of(RecipesRequest, search=search))


@face("showing a recipe")
def show_recipe(name: str) -> ShownRecipe:
    """All that a recipe says: ``recipe`` of the result, and ``kept.file``.

    Args:
        name: its name, or what people call the place.

    Raises:
        ScenewrightError: there is no such recipe; the message names those that are near.
    """
    return SHOW_RECIPE(request_of(ShowRecipeRequest, name=given(name, "name")))


@face("adding a recipe")
def add_recipe(file: str | Path) -> AddedRecipe:
    """Keep a recipe of one's own, a TOML file, with the user's data. It stands in place of one of the same name, and :func:`generate` knows
    it from then on. ``remarks`` of the result say what of it will have no effect.

    Args:
        file: the TOML file; docs/recipes.md says what stands in it.

    Raises:
        ScenewrightError: it is no recipe; the message names the line, the key and what to do.
    """
    return ADD_RECIPE(request_of(AddRecipeRequest, file=path_argument(file, "file", RequestError)))


@face("removing a recipe")
def remove_recipe(name: str) -> RemovedRecipe:
    """Delete a recipe that :func:`add_recipe` kept.

    Args:
        name: of the recipe.

    Raises:
        ScenewrightError: there is none of that name, or it comes with Scenewright.
    """
    return REMOVE_RECIPE(request_of(RemoveRecipeRequest, name=given(name, "name")))
