"""The commands that look into what is there: catalogues, packs, and this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.naming import NamingGroup
from scenewright.app.command_line.options import Json

__all__ = ["app", "assets_app"]

app = typer.Typer()
assets_app = typer.Typer(cls=NamingGroup, help="Packs of objects beside the built-in catalogue.", no_args_is_help=True)


@app.command("query-catalogue")
def query_catalogue(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]...", help="What to look for; nothing lists everything.")
    ] = None,
    number: Annotated[int, typer.Option("--number", "-k", min=1, help="Answers at most.")] = 5,
    json_: Json = False,
) -> None:
    """Find objects of the catalogues by words."""
    from scenewright.app.commands.catalogue import query

    query(" ".join(words or []), number=number, as_json=json_)


@app.command()
def doctor(json_: Json = False) -> None:
    """Say what works here, and the command that mends what does not."""
    from scenewright.app.doctor import run

    run(as_json=json_)


@assets_app.command("add")
def assets_add(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder of GLB files.")],
    sheet: Annotated[
        Path | None, typer.Option("--sheet", help="Where the contact sheet goes; DIR/contact_sheet.png by default.")
    ] = None,
    no_sheet: Annotated[bool, typer.Option("--no-sheet", help="Draw no contact sheet.")] = False,
    json_: Json = False,
) -> None:
    """Add a folder of GLB files: words, size, up and front are proposed for you to correct."""
    from scenewright.app.commands.catalogue import add

    add(folder, sheet=sheet, draw=not no_sheet, as_json=json_)


@assets_app.command("packs")
def assets_packs(json_: Json = False) -> None:
    """The packs in use, with how many objects each holds."""
    from scenewright.app.commands.catalogue import packs

    packs(as_json=json_)
