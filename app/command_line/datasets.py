"""The command that makes data sets of rooms."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import ClusterAddress, Engine, Json, Workers

__all__ = ["app"]

app = typer.Typer()


@app.command()
def dataset(
    recipe: Annotated[
        Path, typer.Argument(metavar="RECIPE", help="TOML file: what rooms, light and cameras are drawn from.")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder of the data set; not needed with --check.")
    ] = None,
    engine: Engine = "local",
    address: ClusterAddress = None,
    workers: Workers = None,
    seconds: Annotated[float, typer.Option("--time-limit", min=1.0, help="Most seconds of a room.")] = 1_800.0,
    shard: Annotated[
        str,
        typer.Option("--shard", metavar="I/N", help="Make every N-th shard from the I-th on: each machine another I."),
    ] = "1/1",
    resume: Annotated[bool, typer.Option("--resume", help="Go on: what is there already stays.")] = False,
    check: Annotated[
        int | None,
        typer.Option("--check", min=0, metavar="N", help="Only read the recipe, and show the first N rooms."),
    ] = None,
    room: Annotated[
        int | None, typer.Option("--room", min=0, metavar="I", help="Only make room I, into --out, to look at it.")
    ] = None,
    json_: Json = False,
) -> None:
    """Make a data set of rooms: pictures, depths, masks, scene graphs and questions, in shards. See docs/dataset.md."""
    from scenewright.app.commands.dataset import run

    run(
        recipe, out, engine=engine, address=address, workers=workers, seconds=seconds, shard=shard, resume=resume, check=check, room=room,
        as_json=json_,
    )  # fmt: skip
