"""The commands about jobs."""

from __future__ import annotations

from typing import Annotated

import typer

from scenewright.app.command_line.options import Json

__all__ = ["jobs_app"]

jobs_app = typer.Typer(help="Long commands that run or ran on this machine: how far they are, and how to stop them.")
Number = Annotated[str, typer.Argument(metavar="ID", help="Of the job, or the beginning of it.")]


@jobs_app.command("list")
def list_jobs(
    running: Annotated[bool, typer.Option("--running", help="Only those that have not ended.")] = False,
    json_: Json = False,
) -> None:
    """All jobs, the newest first. One whose process was killed is lost."""
    from scenewright.app.commands.jobs import show

    show(None, running=running, as_json=json_)


@jobs_app.command("show")
def show_job(number: Number, json_: Json = False) -> None:
    """One job, with its log and its result."""
    from scenewright.app.commands.jobs import show

    show(number, running=False, as_json=json_)


@jobs_app.command("follow")
def follow_job(number: Number, json_: Json = False) -> None:
    """Tell how far a job is until it has ended."""
    from scenewright.app.commands.jobs import follow

    follow(number, as_json=json_)


@jobs_app.command("cancel")
def cancel_job(number: Number, json_: Json = False) -> None:
    """Ask a job to stop. It stops when it looks next, mostly within a second."""
    from scenewright.app.commands.jobs import cancel

    cancel(number, as_json=json_)
