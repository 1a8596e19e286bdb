"""The command ``reference``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import Json

__all__ = ["app"]

app = typer.Typer()


@app.command()
def reference(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help="A function, primitive, relation, table of words or example; default: an index."
        ),
    ] = None,
    program: Annotated[bool, typer.Option("--program", help="Print only the example program of NAME.")] = False,
    write: Annotated[
        Path | None,
        typer.Option("--write", metavar="DIR", help="Write all pages and pictures into this folder instead."),
    ] = None,
    json_: Json = False,
) -> None:
    """Show the reference of the Scene Language: every call with its arguments and units, and example programs."""
    from scenewright.app.commands.reference import run

    run(name, program=program, write=write, as_json=json_)
