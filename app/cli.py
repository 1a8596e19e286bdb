"""The command line ``scenewright``, from the groups of :mod:`scenewright.app.command_line`. The work of each command is in
:mod:`scenewright.app.commands` and is imported when it runs, so that ``--help`` is fast."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line import (
    batches,
    benchmarks,
    captures,
    catalogues,
    chats,
    datasets,
    edits,
    jobs,
    learning,
    mcp,
    pictures,
    queries,
    questions,
    recipes,
    references,
    room_tasks,
    runs,
    scenes,
    splats,
    studio,
)
from scenewright.app.terminal.command_groups import NamingGroup

__all__ = ["app", "main"]

app = typer.Typer(
    cls=NamingGroup,
    name="scenewright",
    help="Make, understand and draw 3D scenes. A scene is one readable program.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(scenes.app)
app.add_typer(pictures.app)
app.add_typer(room_tasks.app)
app.add_typer(studio.app)
app.add_typer(batches.app)
app.add_typer(datasets.app)
app.add_typer(queries.app)
app.add_typer(questions.app)
app.add_typer(chats.app)
app.add_typer(runs.app)
app.add_typer(references.app)
app.add_typer(catalogues.app)
app.add_typer(learning.app)
app.add_typer(edits.edit_app, name="edit")
app.add_typer(catalogues.assets_app, name="assets")
app.add_typer(recipes.recipes_app, name="recipes")
app.add_typer(splats.splat_app, name="splat")
app.add_typer(captures.capture_app, name="capture")
app.add_typer(benchmarks.app)
app.add_typer(benchmarks.benchmark_app, name="benchmark")
app.add_typer(jobs.jobs_app, name="jobs")
app.add_typer(mcp.mcp_app, name="mcp")


def _version(shown: bool) -> None:
    if shown:
        from scenewright.app.version import __version__

        typer.echo(f"scenewright {__version__}")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
    libraries: Annotated[
        list[Path] | None,
        typer.Option(
            "--libraries",
            metavar="FOLDER",
            exists=True,
            file_okay=False,
            help="Folder with libraries that programs import; may be given several times.",
        ),
    ] = None,
) -> None:
    """Make, understand and draw 3D scenes. A scene is one readable program."""
    if libraries:
        os.environ["SCENEWRIGHT_LIBRARIES"] = os.pathsep.join(str(folder.absolute()) for folder in libraries)


def main() -> None:
    """The console script."""
    app()


if __name__ == "__main__":
    main()
