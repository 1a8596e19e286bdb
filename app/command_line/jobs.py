"""The commands on jobs."""

from __future__ import annotations

from typing import Annotated

import typer

from scenewright.app.command_line.options import Json

__all__ = ["jobs_app"]

jobs_app = typer.Typer(help="List, follow and cancel the long commands of this machine.")
Number = Annotated[str, typer.Argument(metavar="ID", help="Id of the job, or its first characters.")]


@jobs_app.command("list")
def list_jobs(
    running: Annotated[bool, typer.Option("--running", help="Only jobs that have not ended.")] = False,
    json_: Json = False,
) -> None:
    """List all jobs, newest first. A job whose process was killed is shown as lost."""
    from scenewright.app.commands.jobs import show

    show(None, running=running, as_json=json_)


@jobs_app.command("show")
def show_job(number: Number, json_: Json = False) -> None:
    """Show a job with its log and result."""
    from scenewright.app.commands.jobs import show

    show(number, running=False, as_json=json_)


@jobs_app.command("follow")
def follow_job(number: Number, json_: Json = False) -> None:
    """Show the progress of a job until it ends."""
    from scenewright.app.commands.jobs import follow

    follow(number, as_json=json_)


@jobs_app.command("cancel")
def cancel_job(number: Number, json_: Json = False) -> None:
    """Ask a job to stop. It usually stops within a second."""
    from scenewright.app.commands.jobs import cancel

    cancel(number, as_json=json_)
