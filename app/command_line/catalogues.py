"""The commands on catalogues, packs and this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import Json
from scenewright.app.terminal.command_groups import NamingGroup

__all__ = ["app", "assets_app"]

app = typer.Typer()
assets_app = typer.Typer(cls=NamingGroup, help="Packs of objects beside the built-in catalogue.", no_args_is_help=True)


@app.command("query-catalogue")
def query_catalogue(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help="Words to search for; without words all objects are listed."),
    ] = None,
    number: Annotated[int, typer.Option("--number", "-k", min=1, help="Most results.")] = 5,
    json_: Json = False,
) -> None:
    """Search the catalogues for objects by words."""
    from scenewright.app.commands.catalogue import query

    query(" ".join(words or []), number=number, as_json=json_)


@app.command()
def doctor(
    offline: Annotated[bool, typer.Option("--offline", help="Try no address of a language model.")] = False,
    json_: Json = False,
) -> None:
    """Check what works on this machine, what each missing piece would enable, and how to get it. Nothing is spent."""
    from scenewright.app.doctor import run

    run(offline=offline, as_json=json_)


@assets_app.command("add")
def assets_add(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="A folder of GLB, glTF, OBJ, PLY and STL files, and of libraries (.py)."),
    ],
    in_folder: Annotated[
        bool,
        typer.Option(
            "--in-folder", help="Write the manifest into DIR, to give it to others. Without it DIR is only read."
        ),
    ] = False,
    sheet: Annotated[
        Path | None, typer.Option("--sheet", help="Contact sheet to write; default: beside the manifest.")
    ] = None,
    no_sheet: Annotated[bool, typer.Option("--no-sheet", help="Draw no contact sheet.")] = False,
    json_: Json = False,
) -> None:
    """Add a folder of meshes and libraries; proposes words, size, up axis and front of each object, which you can correct."""
    from scenewright.app.commands.catalogue import add

    add(folder, in_folder=in_folder, sheet=sheet, draw=not no_sheet, as_json=json_)


@assets_app.command("list")
def assets_list(json_: Json = False) -> None:
    """List the packs in use with their numbers of objects, licences and folders."""
    from scenewright.app.commands.catalogue import packs

    packs(as_json=json_)


@assets_app.command("remove")
def assets_remove(
    pack: Annotated[
        str, typer.Argument(metavar="DIR|NAME", help="The folder that was added, or the name of its pack.")
    ],
    json_: Json = False,
) -> None:
    """Take the objects of a folder out of the catalogue. No file is deleted, and scenes keep their copies."""
    from scenewright.app.commands.catalogue import remove

    remove(pack, as_json=json_)
