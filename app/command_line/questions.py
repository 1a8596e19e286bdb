"""The command ``ask``."""

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
    question: Annotated[str | None, typer.Argument(metavar="[QUESTION]", help="One question in English.")] = None,
    model: Annotated[
        str | None, typer.Option("--model", help="Language model (provider:name) that answers from the scene graph.")
    ] = None,
    base_url: Annotated[
        str | None, typer.Option("--base-url", help="URL of an OpenAI-compatible server (Ollama, vLLM, llama.cpp).")
    ] = None,
    graph: Annotated[Path | None, typer.Option("--graph", help="PNG file to draw the scene graph into.")] = None,
    text: Annotated[bool, typer.Option("--text", help="Print the scene graph as the text that a model gets.")] = False,
    generate: Annotated[
        int | None, typer.Option("--generate", min=1, max=100_000, help="Print this many questions with true answers.")
    ] = None,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Answer a question about a scene from its graph, and name the facts behind the answer."""
    from scenewright.app.commands.ask import run

    run(
        scene, question, model=model, base_url=base_url, graph=graph, text=text, generate=generate, seed=seed,
        root=root, as_json=json_,
    )  # fmt: skip
