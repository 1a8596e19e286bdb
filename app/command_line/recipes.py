"""The commands on recipes of rooms."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import Json
from scenewright.app.terminal.command_groups import NamingGroup

__all__ = ["recipes_app"]

recipes_app = typer.Typer(
    cls=NamingGroup, help="Recipes: what a kind of room has, by which generate furnishes it.", no_args_is_help=True
)


@recipes_app.command("list")
def recipes_list(
    search: Annotated[
        str, typer.Option("--search", metavar="TEXT", help="Only those that speak of it: a place, a style, a thing.")
    ] = "",
    json_: Json = False,
) -> None:
    """List the recipes: name, other names, setting, area, number of things."""
    from scenewright.app.commands.recipes import listed

    listed(search, as_json=json_)


_Name = Annotated[list[str], typer.Argument(metavar="NAME", help="Its name, or what people call the place.")]


@recipes_app.command("show")
def recipes_show(name: _Name, json_: Json = False) -> None:
    """Show what a recipe says: what belongs there, how many, what goes with what, looks, light, and its file."""
    from scenewright.app.commands.recipes import show

    show(" ".join(name), as_json=json_)


@recipes_app.command("add")
def recipes_add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A recipe as TOML; docs/recipes.md shows how to write one.")
    ],
    json_: Json = False,
) -> None:
    """Add a recipe of your own; it stands in place of one of the same name."""
    from scenewright.app.commands.recipes import add

    add(file, as_json=json_)


@recipes_app.command("remove")
def recipes_remove(name: _Name, json_: Json = False) -> None:
    """Remove a recipe that you added."""
    from scenewright.app.commands.recipes import remove

    remove(" ".join(name), as_json=json_)
