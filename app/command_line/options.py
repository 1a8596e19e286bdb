"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "AsCaptured",
    "CameraFov",
    "CameraTarget",
    "CaptureImages",
    "CaptureWork",
    "ClusterAddress",
    "Engine",
    "InPlace",
    "Json",
    "MaxMoney",
    "MaxRequests",
    "MaxSeconds",
    "MaxTokens",
    "Noise",
    "Out",
    "PathArg",
    "RendererName",
    "RendererOption",
    "Root",
    "Samples",
    "SceneArg",
    "Seed",
    "Workers",
]

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object on standard output.")]
SceneArg = Annotated[
    str,
    typer.Argument(
        metavar="SCENE", help="A scene folder, a .py file, a model's reply as .md, or - for standard input."
    ),
]
Seed = Annotated[int | None, typer.Option("--seed", help="Random seed; default: that of the scene folder, else 0.")]
Root = Annotated[
    str | None, typer.Option("--root", help="Entity to evaluate as the scene; default: the root of the call graph.")
]
PathArg = Annotated[str, typer.Argument(metavar="PATH", help="Path of an instance, such as desk/drawer[2].")]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="File for the new program; the scene stays as it is.")]
InPlace = Annotated[bool, typer.Option("--in-place", help="Write the new text back to the .py file.")]
AsCaptured = Annotated[
    bool, typer.Option("--as-captured", help="The splats are in the own world of --capture, not in the levelled one.")
]
CaptureWork = Annotated[Path | None, typer.Option("--work", help="Folder with cached results of --capture.")]
CaptureImages = Annotated[Path | None, typer.Option("--images", help="Folder with the pictures of a COLMAP --capture.")]
MaxRequests = Annotated[int | None, typer.Option(min=1, help="Most requests to models; default: 30.")]
MaxTokens = Annotated[int | None, typer.Option(min=1, help="Most tokens of models; default: 400,000.")]
MaxSeconds = Annotated[float | None, typer.Option(help="Seconds for models; default: 900.")]
MaxMoney = Annotated[float | None, typer.Option(help="Most US dollars for models, by list prices.")]
Engine = Annotated[
    str, typer.Option("--engine", help="local: processes of this machine; ray: a Ray cluster, or Ray on this machine.")
]
ClusterAddress = Annotated[
    str | None,
    typer.Option("--address", help="Ray cluster: auto, host:port or ray://host:port; default: this machine."),
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", min=1, help="Processes that work at a time; default: as many as there are cores."),
]
RendererName = Annotated[
    str | None,
    typer.Option(
        "--renderer", "-r", help="Renderer: preview (default), splat, blender, mitsuba, or that of a plug-in."
    ),
]
RendererOption = Annotated[
    list[str] | None,
    typer.Option(
        "--option", metavar="NAME=VALUE", help="Option of the renderer, see `scenewright renderers`; may be repeated."
    ),
]
CameraTarget = Annotated[
    tuple[float, float, float] | None, typer.Option("--target", metavar="X Y Z", help="What it looks at.")
]
CameraFov = Annotated[float | None, typer.Option("--fov", help="Its vertical field of view in degrees; default: 50.")]
Samples = Annotated[int | None, typer.Option(min=1, help="Samples a pixel; default: that of the renderer.")]
Noise = Annotated[
    float | None,
    typer.Option("--noise", help="Noise at which sampling stops (Blender), as a share of brightness."),
]
