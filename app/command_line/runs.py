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
    replay: Annotated[
        bool, typer.Option("--replay", help="Make the scene of this run again, without a network, and compare.")
    ] = False,
    json_: Json = False,
) -> None:
    """List what language models did on a scene, with tokens, rounds, seconds and cost; show one run, or replay it."""
    from scenewright.app.commands.runs import listed, replay_one, show

    if run is None:
        listed(scene, as_json=json_)
    elif replay:
        replay_one(scene, run, as_json=json_)
    else:
        show(scene, run, as_json=json_)
