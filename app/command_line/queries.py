"""The command ``query``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from scenewright.app.command_line.options import AsCaptured, CaptureImages, CaptureWork, Json, Root, SceneArg, Seed

__all__ = ["app"]

app = typer.Typer()


@app.command()
def query(
    scene: SceneArg,
    queries: Annotated[
        list[str],
        typer.Argument(
            metavar="TEXT...", help="Queries in English, each in quotes, such as 'the red cup on the desk' 'a chair'."
        ),
    ],
    top_k: Annotated[int | None, typer.Option("--top-k", "-k", min=1, help="Most results of a query.")] = None,
    field: Annotated[
        Path | None, typer.Option("--field", help="Language field of a splat file; SCENE is then that splat file.")
    ] = None,
    threshold: Annotated[
        float | None,
        typer.Option(
            min=0.0,
            max=1.0,
            help="Least score of a result; with --field its least relevancy, by default calibrated from the field.",
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without", help="Leave out what this query finds; with --field, what fits it better; may be repeated."
        ),
    ] = None,
    mask: Annotated[
        Path | None, typer.Option("--mask", help="Mask picture to write: white where the result is.")
    ] = None,
    heat: Annotated[
        Path | None, typer.Option("--heat", help="Heat picture to write: how well each pixel fits.")
    ] = None,
    palette: Annotated[
        Path | None, typer.Option("--palette", help="Picture to write of several queries, each in a color.")
    ] = None,
    camera: Annotated[
        int | None,
        typer.Option(
            "--camera",
            "-c",
            min=0,
            help="Number of the program's camera; with --field one of 8 views around the splats.",
        ),
    ] = None,
    capture: Annotated[
        Path | None,
        typer.Option(
            "--capture",
            help="With --field: use the camera of the photograph of this capture that shows the result best.",
        ),
    ] = None,
    as_captured: AsCaptured = False,
    work: CaptureWork = None,
    images: CaptureImages = None,
    eye: Annotated[
        tuple[float, float, float] | None,
        typer.Option(
            "--eye",
            metavar="X Y Z",
            help="With --field: position of the camera, +y up, in the frame of the reported boxes.",
        ),
    ] = None,
    target: Annotated[
        tuple[float, float, float] | None, typer.Option("--target", metavar="X Y Z", help="Point that --eye looks at.")
    ] = None,
    fov: Annotated[
        float | None, typer.Option("--fov", help="Vertical field of view of --eye in degrees; default: 60.")
    ] = None,
    width: Annotated[int, typer.Option(min=1, help="Width of the pictures, in pixels.")] = 960,
    height: Annotated[int, typer.Option(min=1, help="Height of the pictures, in pixels.")] = 720,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Find the entities that a sentence describes, best first and with reasons, or say that none fits."""
    common = {
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
            **common,
        )  # fmt: skip
        return
    from scenewright.app.commands.query import run

    run(
        scene, as_json=json_, refused=_given(of_fields), seed=seed, root=root, threshold=threshold or 0.0, camera=camera or 0,
        **common,
    )  # fmt: skip


def _given(values: dict[str, Any]) -> list[str]:
    """The options whose value is not None."""
    return [f"--{name.replace('_', '-')}" for name, value in values.items() if value is not None]
