"""The commands that ask a scene what is in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from scenewright.app.command_line.options import Json, Root, SceneArg, Seed

__all__ = ["app"]

app = typer.Typer()


@app.command()
def query(
    scene: SceneArg,
    queries: Annotated[
        list[str], typer.Argument(metavar="TEXT...", help="What to look for, in English: 'the red cup on the desk'.")
    ],
    top_k: Annotated[int | None, typer.Option("--top-k", "-k", min=1, help="At most so many results.")] = None,
    field: Annotated[
        Path | None, typer.Option("--field", help="Ask a file of splats, by its language field, instead of a program.")
    ] = None,
    threshold: Annotated[
        float | None,
        typer.Option(
            min=0.0,
            max=1.0,
            help="Least score of a result; of a field, least relevancy, by the field itself unless set.",
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without", help="Leave out what this means; of a field, what agrees more with this; may be repeated."
        ),
    ] = None,
    mask: Annotated[Path | None, typer.Option("--mask", help="Picture that is white where it is.")] = None,
    heat: Annotated[Path | None, typer.Option("--heat", help="Picture of how well each pixel fits.")] = None,
    palette: Annotated[
        Path | None, typer.Option("--palette", help="Picture of several queries, each in a color.")
    ] = None,
    camera: Annotated[
        int | None,
        typer.Option(
            "--camera", "-c", min=0, help="Number of the view: the program's; of a field, one of 8 around it."
        ),
    ] = None,
    capture: Annotated[
        Path | None,
        typer.Option("--capture", help="Of a field: draw from the photograph of this capture that shows it best."),
    ] = None,
    as_captured: Annotated[
        bool, typer.Option("--as-captured", help="SPLATS are in the --capture's own world, not in the levelled one.")
    ] = False,
    work: Annotated[Path | None, typer.Option("--work", help="Of the --capture: folder of what was derived.")] = None,
    images: Annotated[Path | None, typer.Option("--images", help="Of a --capture by COLMAP: its pictures.")] = None,
    eye: Annotated[
        tuple[float, float, float] | None,
        typer.Option("--eye", metavar="X Y Z", help="Of a field: draw from here, +y up, as answers have it."),
    ] = None,
    target: Annotated[
        tuple[float, float, float] | None, typer.Option("--target", metavar="X Y Z", help="What --eye looks at.")
    ] = None,
    fov: Annotated[float | None, typer.Option("--fov", help="Of the view from --eye, degrees, vertical; 60.")] = None,
    width: Annotated[int, typer.Option(min=1, help="Of the pictures, in pixels.")] = 960,
    height: Annotated[int, typer.Option(min=1, help="Of the pictures, in pixels.")] = 720,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Find what a sentence means in a scene: entities with the reason, best first, or that nothing here fits."""
    wanted = {
        "queries": tuple(queries), "top_k": top_k, "without": tuple(without or ()),
        "pictures": {"mask": mask, "heat": heat, "palette": palette, "width": width, "height": height},
    }  # fmt: skip
    of_fields = {
        "capture": capture, "as_captured": as_captured or None, "work": work, "images": images, "eye": eye, "target": target,
        "fov": fov,
    }  # fmt: skip
    if field is not None:
        from scenewright.app.commands.query_field import run as run_field

        view = {**of_fields, "as_captured": as_captured, "camera": camera}
        run_field(
            as_json=json_, refused=_given({"seed": seed, "root": root}), splats=Path(scene), field=field, threshold=threshold, view=view,
            **wanted,
        )  # fmt: skip
        return
    from scenewright.app.commands.query import run

    run(
        scene, as_json=json_, refused=_given(of_fields), seed=seed, root=root, threshold=threshold or 0.0, camera=camera or 0,
        **wanted,
    )  # fmt: skip


def _given(values: dict[str, Any]) -> list[str]:
    """The options that were given."""
    return [f"--{name.replace('_', '-')}" for name, value in values.items() if value is not None]
