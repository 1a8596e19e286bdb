"""The command on runs of language models."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.agent.runs import StageName
from scenewright.app.command_line.options import Json, MaxMoney, MaxRequests, MaxSeconds, MaxTokens
from scenewright.app.writers.writer import AgentEffort

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


@app.command()
def resume(
    scene: Annotated[
        Path, typer.Argument(metavar="SCENE", help="A scene folder, or what is left of one: NAME.unfinished.")
    ],
    run: Annotated[str | None, typer.Argument(metavar="[ID]", help="Its run; default: the last one.")] = None,
    after: Annotated[
        StageName | None,
        typer.Option("--after", help="The last stage that is kept; default: the last one that is finished."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--from", help="Go on from this program instead of that of the stage: a .py file or a scene folder."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Scene folder to create; default: scenes/<title>.")
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", help="Language model (provider:name); default: that of the run.")
    ] = None,
    base_url: Annotated[str | None, typer.Option("--base-url", help="URL of an OpenAI-compatible server.")] = None,
    effort: Annotated[
        AgentEffort | None, typer.Option("--effort", help="quick, standard or best; default: as in the run.")
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="Random seed; default: that of the run.")] = None,
    max_requests: MaxRequests = None,
    max_tokens: MaxTokens = None,
    max_seconds: MaxSeconds = None,
    max_money: MaxMoney = None,
    json_: Json = False,
) -> None:
    """Go on from a stage of a run that made a scene in stages: one that was cut short, or to make something else of it."""
    from scenewright.app.commands.resume import run as resumed

    resumed(
        scene,
        run=run,
        after=after,
        source=source,
        out=out,
        model=model,
        base_url=base_url,
        effort=effort,
        seed=seed,
        bounds={
            "max_requests": max_requests, "max_tokens": max_tokens, "max_seconds": max_seconds, "max_money": max_money,
        },
        as_json=json_,
    )  # fmt: skip
