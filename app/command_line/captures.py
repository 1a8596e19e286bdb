"""The commands about captures: photographs of a real thing or place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.command_line.options import Json

__all__ = ["capture_app"]

capture_app = typer.Typer(
    help="Photographs and videos of real things: cameras, points, training.", no_args_is_help=True
)

CaptureArg = Annotated[
    Path,
    typer.Argument(
        metavar="DIR", help="A folder: transforms.json, COLMAP, Blender's JSON or photographs; or a video or a .json."
    ),
]
Work = Annotated[
    Path | None,
    typer.Option("--work", help="Folder for what is derived; DIR/.scenewright-capture unless set."),
]
Images = Annotated[Path | None, typer.Option("--images", help="Folder of a COLMAP model's pictures.")]


@capture_app.command("info")
def info(capture: CaptureArg, work: Work = None, images: Images = None, json_: Json = False) -> None:
    """Say what a capture holds, and what is missing or odd in it; computes nothing."""
    from app.commands.capture import show

    show(capture, work=work, images=images, as_json=json_)


@capture_app.command("prepare")
def prepare(
    capture: CaptureArg,
    work: Work = None,
    images: Images = None,
    longest: Annotated[
        int | None,
        typer.Option("--longest", min=16, help="Also undistort the pictures to this size of the longer side."),
    ] = None,
    matching: Annotated[
        str, typer.Option("--matching", help="Of photographs without poses: exhaustive, sequential or auto.")
    ] = "auto",
    least: Annotated[
        float, typer.Option("--least", min=0.0, max=1.0, help="Share of the photographs that must find their pose.")
    ] = 0.6,
    frames: Annotated[int, typer.Option("--frames", min=3, help="Of a video, at most.")] = 150,
    known_length: Annotated[
        tuple[float, float, float, float, float, float, float] | None,
        typer.Option(
            "--known-length", metavar="X Y Z X Y Z METRES", help="Two points of the capture, and their distance."
        ),
    ] = None,
    camera_height: Annotated[
        float | None, typer.Option("--camera-height", help="Metres from the floor to the cameras, in the median.")
    ] = None,
    threads: Annotated[int | None, typer.Option("--threads", min=1, help="The usable cores unless set.")] = None,
    json_: Json = False,
) -> None:
    """Find what training needs: poses of photographs, sparse points, up and the floor. It is kept."""
    from app.commands.capture import make_ready

    make_ready(
        capture, work=work, images=images, longest=longest, matching=matching, least=least, frames=frames,
        known_length=known_length, camera_height=camera_height, threads=threads, as_json=json_,
    )  # fmt: skip
