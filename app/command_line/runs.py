"""The command on runs of language models."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import Json

__all__ = ["app"]

app = typer.Typer()


@app.command()
def runs(
    scene: Annotated[Path, typer.Argument(metavar="SCENE", help="A scene folder.")],
    run: Annotated[str | None, typer.Argument(metavar="[ID]", help="Show this run, turn by turn.")] = None,
    json_: Json = False,
) -> None:
    """List what language models did on a scene, with tokens, rounds, seconds and cost; or show one run."""
    from scenewright.app.commands.runs import listed, show

    if run is None:
        listed(scene, as_json=json_)
    else:
        show(scene, run, as_json=json_)
