"""The command that runs many jobs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import ClusterAddress, Engine, Json, Workers

__all__ = ["app"]

app = typer.Typer()


@app.command()
def batch(
    jobs: Annotated[
        Path,
        typer.Argument(metavar="JOBS", help="File with the jobs: .jsonl, a JSON object a line, or .toml with [[job]]."),
    ],
    out: Annotated[
        str, typer.Option("--out", "-o", help="Folder for the results, or a URL such as s3://bucket/rooms.")
    ],
    engine: Engine = "local",
    address: ClusterAddress = None,
    workers: Workers = None,
    cpus: Annotated[float, typer.Option("--cpus", min=0.1, help="Cores of each worker.")] = 1.0,
    seconds: Annotated[float, typer.Option("--time-limit", min=0.1, help="Most seconds of a job.")] = 3_600.0,
    memory: Annotated[
        float | None,
        typer.Option(
            "--memory", min=0.1, help="Most GB of a worker; default: 80 % of the machine's, divided by the workers."
        ),
    ] = None,
    shard: Annotated[
        str, typer.Option("--shard", metavar="I/N", help="Run the I-th of N parts: give each of N machines another I.")
    ] = "1/1",
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on: jobs whose results are there already are left out.")
    ] = False,
    attempts: Annotated[
        int, typer.Option("--attempts", min=1, help="Attempts at a job whose worker or machine is lost.")
    ] = 3,
    check: Annotated[bool, typer.Option("--check", help="Only check the jobs; run nothing.")] = False,
    json_: Json = False,
) -> None:
    """Run many jobs: any action or chain of actions, over grids of seeds, texts and cameras. See docs/batch.md."""
    from scenewright.app.commands.batch import run

    run(
        jobs, out, engine=engine, address=address, workers=workers, cpus=cpus, seconds=seconds, memory=memory, shard=shard,
        resume=resume, attempts=attempts, check=check, as_json=json_,
    )  # fmt: skip
