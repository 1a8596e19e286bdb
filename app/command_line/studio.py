"""The command that opens the studio."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app"]

app = typer.Typer()


@app.command()
def studio(
    scene: Annotated[
        Path | None,
        typer.Argument(metavar="[SCENE]", help="Scene folder to show; a program .py or a reply .md becomes one first."),
    ] = None,
    host: Annotated[str, typer.Option("--host", help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port to listen at; 0: any free one.")] = 7860,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Print the address and open no browser.")] = False,
    auth: Annotated[
        list[str] | None,
        typer.Option("--auth", metavar="USER:PASSWORD", help="Ask for a login; may be given several times."),
    ] = None,
    open_to_anyone: Annotated[
        bool, typer.Option("--open-to-anyone", help="Let strangers in without a login; each has scenes of their own.")
    ] = False,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="Further name of this server, as browsers call it."),
    ] = None,
    visitors_disk: Annotated[
        float,
        typer.Option(
            "--visitors-disk",
            metavar="GIB",
            min=0.01,
            help="With --open-to-anyone: disk of all visitors together. Who was not here for longest loses their scenes first.",
        ),
    ] = 50.0,
    model: Annotated[
        str | None,
        typer.Option(
            "--model",
            metavar="PROVIDER:NAME",
            help="Language model that people may chat with and have scenes written by; its key is that of your environment. "
            "A studio for several people has none unless it is named here.",
        ),
    ] = None,
    base_url: Annotated[
        str | None, typer.Option("--base-url", metavar="URL", help="Address of the server that has the model.")
    ] = None,
    any_model: Annotated[
        bool | None,
        typer.Option(
            "--any-model/--no-any-model",
            help="Whether people may name other models, also at your cost; default: only in a studio of your own.",
        ),
    ] = None,
    scenes: Annotated[
        Path | None, typer.Option("--scenes", metavar="FOLDER", help="Folder of your scenes; default: scenes.")
    ] = None,
) -> None:
    """Open the studio: edit scenes in the browser. Ctrl-C ends it."""
    from scenewright.app.commands.studio import run

    run(
        scene,
        host=host,
        port=port,
        browser=not no_browser,
        auth=auth or (),
        open_to_anyone=open_to_anyone,
        names=name or (),
        visitors_gib=visitors_disk,
        model=model,
        base_url=base_url,
        any_model=any_model,
        scenes=scenes,
    )
