"""The commands that ask a scene what is in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.command_line.options import Json, Root, SceneArg, Seed

__all__ = ["app"]

app = typer.Typer()


@app.command()
def query(
    scene: SceneArg,
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT...", help="What to look for, in English: 'the red cup on the desk'.")
    ],
    top_k: Annotated[int | None, typer.Option("--top-k", "-k", min=1, help="At most so many results.")] = None,
    field: Annotated[
        Path | None, typer.Option("--field", help="Ask a file of splats, by its language field, instead of a program.")
    ] = None,
    threshold: Annotated[
        float | None, typer.Option(min=0.0, max=1.0, help="Least score of a result; of a field, least relevancy (0.6).")
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option("--without", help="Leave out what this means; may be repeated.")
    ] = None,
    mask: Annotated[Path | None, typer.Option("--mask", help="Picture that is white where it is.")] = None,
    heat: Annotated[Path | None, typer.Option("--heat", help="Picture of how well each pixel fits.")] = None,
    palette: Annotated[
        Path | None, typer.Option("--palette", help="Picture of several queries, each in a color.")
    ] = None,
    camera: Annotated[int, typer.Option("--camera", "-c", min=0, help="Number of the view.")] = 0,
    width: Annotated[int, typer.Option(min=1, help="Of the pictures, in pixels.")] = 960,
    height: Annotated[int, typer.Option(min=1, help="Of the pictures, in pixels.")] = 720,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Find what a sentence means in a scene: entities with the reason, best first, or that nothing here fits."""
    from app.querying import QueryPictures

    pictures = QueryPictures(mask, heat, palette, camera, width, height)
    if field is not None:
        from app.commands.query_field import run as run_field

        of_programs = {"--without": without, "--seed": seed, "--root": root}
        run_field(
            Path(scene), text, field=field, top_k=top_k, threshold=threshold, pictures=pictures, as_json=json_,
            refused=[option for option, value in of_programs.items() if value is not None],
        )  # fmt: skip
        return
    from app.commands.query import run

    run(
        scene, text, top_k=top_k, threshold=threshold or 0.0, without=without or (), seed=seed, root=root,
        pictures=pictures, as_json=json_,
    )  # fmt: skip
