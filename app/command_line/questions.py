"""The command that answers questions about a scene."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import Json, Root, SceneArg, Seed

__all__ = ["app"]

app = typer.Typer()


@app.command()
def ask(
    scene: SceneArg,
    question: Annotated[
        str | None, typer.Argument(metavar="[QUESTION]", help="In English, one thing at a time.")
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", help="provider:name of a language model that is given the scene graph.")
    ] = None,
    base_url: Annotated[
        str | None, typer.Option("--base-url", help="Of an OpenAI-compatible server (Ollama, vLLM, llama.cpp).")
    ] = None,
    graph: Annotated[Path | None, typer.Option("--graph", help="Draw the scene graph into this PNG file.")] = None,
    text: Annotated[bool, typer.Option("--text", help="Print the scene graph as a model would be given it.")] = False,
    generate: Annotated[
        int | None, typer.Option("--generate", min=1, max=100_000, help="Print so many questions with true answers.")
    ] = None,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Answer a question about a scene from its graph, and say what the answer rests on."""
    from scenewright.app.commands.ask import run

    run(
        scene, question, model=model, base_url=base_url, graph=graph, text=text, generate=generate, seed=seed,
        root=root, as_json=json_,
    )  # fmt: skip
