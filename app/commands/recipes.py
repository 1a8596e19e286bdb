"""``scenewright recipes``: lists, shows, adds and removes recipes of rooms."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.actions.recipe_keeping import ShownRecipe
    from scenewright.assets.recipe_book import DressingLine, OptionalLine, Recipe, RecipeLine
    from scenewright.assets.user_recipes import KeptRecipe

__all__ = ["add", "listed", "remove", "show"]

_WIDTH = 79
_SIDE = 12
"""Columns of the heads on the left."""


def listed(search: str, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.recipe_keeping import RECIPES, RecipesRequest
        from scenewright.scene.asset_provider import AssetError

        found = RECIPES(RecipesRequest(search=search))
        for problem in found.problems:
            reporter.note(f"warning: {problem}")
        reporter.result(found.report(), [line for kept in found.recipes for line in _row(kept)])
        if not found.recipes:
            reporter.note(f"no recipe speaks of '{search}'; without --search all are listed")
            raise SystemExit(AssetError.exit_code)
        if not as_json:
            reporter.note(f"{_count(len(found.recipes), 'recipe')}; scenewright recipes show NAME tells what one says")


def _row(kept: KeptRecipe) -> list[str]:
    recipe = kept.recipe
    low, high = recipe.area
    area = f"{low:g}-{high:g} m2" if recipe.kinds else ""
    mark = "yours" if kept.added else ""
    head = f"{recipe.name:<24} {recipe.setting if recipe.kinds else 'any':<8} {area:<12} {len(recipe.lines):>3} things  {mark}"
    others = ", ".join(kind for kind in recipe.kinds if kind != recipe.name)
    also = textwrap.shorten(f"also {others}", _WIDTH - 4, placeholder=" ...") if others else ""
    return [head.rstrip(), *([f"    {also}"] if also else [])]


def show(name: str, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.recipe_keeping import SHOW_RECIPE, ShowRecipeRequest

        shown = SHOW_RECIPE(ShowRecipeRequest(name=name))
        reporter.result(shown.report(), _page(shown))


def _page(shown: ShownRecipe) -> list[str]:
    """All that a recipe says, for people, at most 79 columns wide."""
    recipe = shown.recipe
    lines = [recipe.name, *textwrap.wrap(recipe.about, _WIDTH), ""]
    others = [kind for kind in recipe.kinds if kind != recipe.name]
    for head, text in (
        ("also called", ", ".join(others)),
        ("place", _place(recipe)),
        ("openings", f"{_count(recipe.doors, 'door')}, {_count(recipe.windows, 'window')}" if _is_room(recipe) else ""),
        ("walls", ", ".join(recipe.walls)),
        ("floors", ", ".join(recipe.floors)),
        ("light", recipe.light),
        ("style", ", ".join(recipe.style)),
        ("palettes", ", ".join(_palettes(recipe))),
        ("tags", ", ".join(recipe.tags)),
        ("focus", _focus(recipe)),
    ):
        lines += _wrapped(head, text)
    for title, things in (
        ("always", recipe.has),
        ("often", recipe.may),
        ("dressed, light", [line for line in recipe.dress if line.level == "light"]),
        ("dressed, full", [line for line in recipe.dress if line.level == "full"]),
        ("as any such room, light", [line for line in shown.dressing if line.level == "light"]),
        ("as any such room, full", [line for line in shown.dressing if line.level == "full"]),
    ):
        if things:
            lines += ["", title, *(row for line in things for row in _line(line, recipe))]
    yours = "yours, in place of the one that comes with Scenewright" if shown.kept.instead else "yours"
    return [*lines, "", *_long("file", f"{shown.kept.file}{f' ({yours})' if shown.kept.added else ''}")]


def _is_room(recipe: Recipe) -> bool:
    return bool(recipe.kinds) and recipe.setting == "indoor"


def _place(recipe: Recipe) -> str:
    if not recipe.kinds:
        return "any indoor room"
    low, high = recipe.area
    narrow, wide = recipe.proportion
    height = f", {recipe.height:g} m high" if _is_room(recipe) else ""
    return f"{recipe.setting}, {low:g} to {high:g} m2{height}, {narrow:g} to {wide:g} times as wide as deep"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _palettes(recipe: Recipe) -> list[str]:
    from scenewright.assets.palettes import own_palettes

    if not recipe.kinds:
        return []
    return [palette.name for palette in own_palettes() if palette.styles & set(recipe.style)]


def _focus(recipe: Recipe) -> str:
    """What the most things face or stand by."""
    facing = [name for line in recipe.lines if "facing" in line.text for name in line.mentioned]
    return ", ".join(dict.fromkeys(facing))


def _line(line: RecipeLine | OptionalLine | DressingLine, recipe: Recipe) -> list[str]:
    """What a line says, as one says it, with how often, how many and what else serves."""
    text = line.text.replace("[", "").replace("]", "")
    if line.n is not None:
        few, many = (line.n.of(area) for area in recipe.area)
        text = text.replace("{n}", f"{few}" if few == many else f"{few} to {many}")
        text += f" (1 each {line.n.every:g} m2, {line.n.least} to {line.n.most})"
    chance = getattr(line, "chance", None)
    often = "" if chance is None else f"{chance:>4.0%}"
    instead = f"; or {', '.join(line.alternatives)}" if line.alternatives else ""
    indent = " " * (2 + (5 if often else 0))
    first = f"  {often} " if often else "  "
    return textwrap.wrap(f"{text}{instead}", _WIDTH, initial_indent=first, subsequent_indent=f"{indent}  ")


def _wrapped(head: str, text: str) -> list[str]:
    if not text:
        return []
    return textwrap.wrap(text, _WIDTH, initial_indent=f"{head:<{_SIDE}}", subsequent_indent=" " * _SIDE)


def _long(head: str, text: str) -> list[str]:
    """A line that is not cut, so that a path can be copied."""
    return [f"{head:<{_SIDE}}{text}"]


def add(file: Path, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.recipe_keeping import ADD_RECIPE, AddRecipeRequest

        with reporter.job("adding") as job:
            added = ADD_RECIPE(AddRecipeRequest(file=file), job=job)
        kept = added.kept
        lines = [f"added {kept.recipe.name!r}: {len(kept.recipe.lines)} things; it is kept in {kept.file}"]
        if kept.instead:
            lines.append(
                "it stands in place of the recipe of that name that comes with Scenewright; "
                f"scenewright recipes remove '{kept.recipe.name}' brings that back"
            )
        lines += [f"'{kind}' means this recipe now, no longer {other!r}" for kind, other in added.takes]
        for remark in added.remarks:
            reporter.note(f"warning: {remark}")
        if kept.recipe.kinds:
            lines.append(f"try it: scenewright generate 'a {kept.recipe.kinds[0]}'")
        reporter.result(added.report(), lines)


def remove(name: str, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.recipe_keeping import REMOVE_RECIPE, RemoveRecipeRequest

        removed = REMOVE_RECIPE(RemoveRecipeRequest(name=name)).kept
        lines = [f"removed your recipe {removed.recipe.name!r} ({removed.file})"]
        if removed.instead:
            lines.append("the one that comes with Scenewright is in use again")
        reporter.result({"name": removed.recipe.name, "file": str(removed.file), "back": removed.instead}, lines)
