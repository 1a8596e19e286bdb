"""A person's own recipes: TOML files in the folder ``recipes`` of their data, beside those that come with Scenewright.

A recipe of theirs stands for ours of the same name, and is taken for a kind of place that ours are for, too. A file that cannot be used is
left out and named in :attr:`UserRecipes.problems`: it ends nobody's generation.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from scenewright.assets.places import data_folder
from scenewright.assets.recipe_book import (
    Recipe,
    RecipeBook,
    own_recipe_files,
    parse_recipe,
    read_recipe,
    thing_key,
)
from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.errors import ProjectError
from scenewright.scene.model import slug

__all__ = ["KeptRecipe", "UserRecipes", "add_recipe", "recipe_book", "remove_recipe", "user_recipes"]

MOST_USER_RECIPES = 500
_MOST_USERS = 16
"""Users whose books are kept in memory."""
_Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class KeptRecipe:
    """A recipe in its file. `added`: a person added it. `instead`: it stands for one of ours of the same name."""

    recipe: Recipe
    file: Path
    added: bool = False
    instead: bool = False


@dataclass(frozen=True)
class UserRecipes:
    """What one person generates from. `book`: their recipes and ours. `kept`: all of them with their files, by name.
    `problems`: files of theirs that cannot be used, each with the reason."""

    book: RecipeBook
    kept: dict[str, KeptRecipe]
    problems: tuple[str, ...]


def recipe_book() -> RecipeBook:
    """The recipes of the user that this thread works for, and ours.

    Raises:
        AssetError: a file of ours is damaged.
    """
    return user_recipes().book


def user_recipes() -> UserRecipes:
    """All recipes of the user that this thread works for.

    Raises:
        AssetError: a file of ours is damaged.
    """
    folder = _folder()
    return _read(folder, _stamp(folder))


def add_recipe(data: bytes, name: str) -> KeptRecipe:
    """Keep the text of a recipe with the user's data. It replaces one of theirs of the same name.

    Args:
        data: the TOML text, in UTF-8; it is kept as it is, with its comments.
        name: of the text, for messages.

    Raises:
        AssetError: it is no recipe, claims a kind of place that another of theirs is for, or cannot be written.
    """
    recipe = parse_recipe(data, name)
    ours = own_recipe_files()
    if not recipe.kinds and (recipe.name not in ours or ours[recipe.name][0].kinds):
        raise AssetError(
            f'{name} is no recipe: kinds: say what people call the place, such as kinds = ["{recipe.name}"]'
        )
    here = user_recipes()
    path = _file_of(recipe.name)
    for kept in here.kept.values():
        if kept.added and kept.file != path:
            shared = {thing_key(kind): kind for kind in recipe.kinds}
            for kind in kept.recipe.kinds:
                if thing_key(kind) in shared:
                    raise AssetError(
                        f"{name}: kinds: your recipe {kept.recipe.name!r} is for a {kind} already: take the word out of one of them, or "
                        f"give this one that name to replace it"
                    )
    others = sum(kept.added and kept.file != path for kept in here.kept.values())
    if others >= MOST_USER_RECIPES:
        raise AssetError(f"you have {others:,} recipes, and at most {MOST_USER_RECIPES:,} are kept: remove some")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, data)
    except OSError as error:
        raise AssetError(f"{path} cannot be written: {error.strerror or error}") from error
    return KeptRecipe(recipe, path, True, recipe.name in ours)


def remove_recipe(name: str) -> KeptRecipe:
    """Delete a recipe that the user added; one of ours that it stood for is in use again.

    Raises:
        AssetError: there is no such recipe, it is one of ours, or its file cannot be deleted.
    """
    kept = user_recipes().kept
    found = kept.get(name)
    if found is None or not found.added:
        own = ", ".join(sorted(k.recipe.name for k in kept.values() if k.added))
        what = "comes with Scenewright" if found is not None else "is no recipe"
        raise AssetError(
            f"{name[:60]!r} {what}: only your own can be removed. {f'Yours: {own}' if own else 'You have none'}"
        )
    try:
        found.file.unlink()
    except OSError as error:
        raise AssetError(f"{found.file} cannot be deleted: {error.strerror or error}") from error
    return found


def _folder() -> Path:
    return data_folder() / "recipes"


def _file_of(name: str) -> Path:
    return _folder() / f"{slug(name)}.toml"


def _stamp(folder: Path) -> _Stamp:
    """Changes when a file of the folder does."""
    try:
        files = sorted(folder.glob("*.toml"))[: MOST_USER_RECIPES + 1]
    except OSError:
        return ()
    return tuple((file.name, *_state(file)) for file in files)


def _state(file: Path) -> tuple[int, int]:
    try:
        status = file.stat()
    except OSError:  # a link that leads nowhere: whoever reads it says so
        return 0, 0
    return status.st_mtime_ns, status.st_size


@functools.lru_cache(maxsize=_MOST_USERS)
def _read(folder: Path, stamp: _Stamp) -> UserRecipes:
    ours = own_recipe_files()
    kept = {name: KeptRecipe(recipe, path) for name, (recipe, path) in ours.items()}
    added: dict[str, Recipe] = {}
    taken: dict[str, str] = {}
    problems = [f"{folder} has more than {MOST_USER_RECIPES} recipes: the others are not read"] * (
        len(stamp) > MOST_USER_RECIPES
    )
    for file, _, _ in stamp[:MOST_USER_RECIPES]:
        try:
            recipe = read_recipe(folder / file)
        except (AssetError, ProjectError) as error:
            problems.append(str(error))
            continue
        if recipe.name in added:
            problems.append(f"{file} is left out: another file is the recipe {recipe.name!r}, too")
            continue
        clash = next((kind for kind in recipe.kinds if thing_key(kind) in taken), None)
        if clash is not None:
            problems.append(f"{file} is left out: your recipe {taken[thing_key(clash)]!r} is for a {clash}, too")
            continue
        taken |= {thing_key(kind): recipe.name for kind in recipe.kinds}
        added[recipe.name] = recipe
        kept[recipe.name] = KeptRecipe(recipe, folder / file, True, recipe.name in ours)
    return UserRecipes(RecipeBook((recipe for recipe, _ in ours.values()), added.values()), kept, tuple(problems))
