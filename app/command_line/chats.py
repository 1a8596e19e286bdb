"""The command ``chat``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import Json, SceneArg, Seed

__all__ = ["app"]

app = typer.Typer()


@app.command()
def chat(
    scene: SceneArg,
    sentence: Annotated[
        str | None,
        typer.Argument(
            metavar="[SENTENCE]", help="What to do, in English. Without it, each line of standard input is a turn."
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="PATH", help="What 'this' means; may be given several times."),
    ] = None,
    dialogue: Annotated[
        Path | None,
        typer.Option(
            "--dialogue", dir_okay=False, help="JSON file with the turns before, which is written after each turn."
        ),
    ] = None,
    editor: Annotated[
        str | None, typer.Option("--editor", help="Who answers: embedded (default), model, or a plug-in.")
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", help="Language model (provider:name) that edits the scene.")
    ] = None,
    base_url: Annotated[str | None, typer.Option("--base-url", help="URL of an OpenAI-compatible server.")] = None,
    camera: Annotated[
        int, typer.Option("--camera", min=0, help="Number of the camera whose left and right are meant.")
    ] = 0,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Change a scene by what you say, or ask about it. Each turn is one undo step."""
    from scenewright.app.commands.chat import run

    run(
        scene, sentence, selection=tuple(select or ()), dialogue_file=dialogue, editor=editor, model=model,
        base_url=base_url, camera=camera, seed=seed, as_json=json_,
    )  # fmt: skip
