"""The commands that draw scenes: pictures and films."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import (
    CameraFov,
    CameraTarget,
    Json,
    Noise,
    RendererName,
    RendererOption,
    Root,
    Samples,
    SceneArg,
    Seed,
)
from scenewright.app.film_paths import FilmPath

__all__ = ["app"]

app = typer.Typer()


@app.command()
def render(
    scenes: Annotated[
        list[str],
        typer.Argument(
            metavar="SCENE...", help="A scene folder, a .py file, a model's reply as .md, or -; many with --batch."
        ),
    ],
    renderer: RendererName = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            help="Folder for the pictures, or one file: .png (the first or only --camera), .exr (its passes); default: renders/ of "
            "the scene folder.",
        ),
    ] = None,
    camera: Annotated[
        list[int] | None,
        typer.Option("--camera", "-c", help="Number of a camera, from 0; may be repeated; default: all."),
    ] = None,
    eye: Annotated[
        tuple[float, float, float] | None,
        typer.Option("--eye", metavar="X Y Z", help="Viewpoint of your own, in metres, with --target."),
    ] = None,
    target: CameraTarget = None,
    fov: CameraFov = None,
    turntable: Annotated[
        int | None,
        typer.Option(
            "--turntable", min=2, max=360, help="Number of views evenly around what the camera looks at; default: one."
        ),
    ] = None,
    frame: Annotated[
        list[int] | None, typer.Option("--frame", help="Frame of an animation, from 0; may be repeated.")
    ] = None,
    all_frames: Annotated[bool, typer.Option("--all-frames", help="Draw every frame of the animation.")] = False,
    passes: Annotated[
        str,
        typer.Option(
            "--passes",
            help="Channels, joined by commas: color, depth, normal, entity, position, albedo ...; see `renderers`.",
        ),
    ] = "color",
    width: Annotated[int | None, typer.Option(min=1, help="Width in pixels; default: 960.")] = None,
    height: Annotated[int | None, typer.Option(min=1, help="Height in pixels; default: 720.")] = None,
    samples: Samples = None,
    time_limit: Annotated[
        float | None,
        typer.Option(
            "--time-limit", help="Most seconds of sampling for one view (Blender); default: that of the renderer."
        ),
    ] = None,
    noise: Noise = None,
    transparent: Annotated[
        bool, typer.Option("--transparent", help="Make the background transparent (alpha).")
    ] = False,
    also: Annotated[
        str,
        typer.Option(
            "--also",
            help="Further files, joined by commas: exr (all passes in one file), depth16 (16-bit PNG in millimetres).",
        ),
    ] = "",
    option: RendererOption = None,
    batch: Annotated[
        bool, typer.Option("--batch", help="Draw many scenes, each into a folder of its own in --out, in warm workers.")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=1, help="With --batch: processes that work at a time; default: the cores."),
    ] = None,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Draw pictures of a scene, or of many (--batch)."""
    from scenewright.app.commands.render import run

    run(
        scenes, batch=batch, workers=workers, renderer=renderer, out=out, cameras=camera, eye=eye, target=target, fov=fov,
        turntable=turntable, frames=frame,
        all_frames=all_frames, passes=passes, width=width, height=height, samples=samples,
        time_limit=time_limit, noise=noise, transparent=transparent, also=also, options=option or (), seed=seed, root=root, as_json=json_,
    )  # fmt: skip


@app.command()
def film(
    scene: SceneArg,
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", help="Video file to write: .mp4 or .webm (extra film), .gif or .webp (nothing to install)."
        ),
    ],
    path: Annotated[
        FilmPath,
        typer.Option(
            "--path",
            help="How the camera moves: orbit (around the scene), walk or pan (inside a room), cameras (through those of the program), "
            "still (the animation plays).",
        ),
    ] = "orbit",
    camera: Annotated[
        list[int] | None,
        typer.Option(
            "--camera",
            "-c",
            help="Number of a camera, from 0; of the path cameras several, in their order; default: all.",
        ),
    ] = None,
    cameras_file: Annotated[
        Path | None, typer.Option("--cameras-file", help="A cameras.json, whose views the path cameras goes through.")
    ] = None,
    eye: Annotated[
        tuple[float, float, float] | None,
        typer.Option(
            "--eye", metavar="X Y Z", help="Viewpoint of your own, in metres, with --target: orbit and still."
        ),
    ] = None,
    target: CameraTarget = None,
    fov: CameraFov = None,
    seconds: Annotated[
        float | None, typer.Option("--seconds", help="Length of the film; default: what suits the path.")
    ] = None,
    fps: Annotated[float, typer.Option("--fps", help="Frames a second.")] = 24.0,
    loop: Annotated[
        bool | None,
        typer.Option("--loop/--no-loop", help="The end runs into the beginning; default: for orbit and still."),
    ] = None,
    animation_fps: Annotated[
        float, typer.Option("--animation-fps", help="Frames of an animation that are shown in a second.")
    ] = 12.0,
    renderer: RendererName = None,
    channel: Annotated[
        str, typer.Option("--channel", help="What is shown: color, or false colors of depth, normal, entity, albedo.")
    ] = "color",
    width: Annotated[int, typer.Option("--width", help="Width in pixels; even for .mp4 and .webm.")] = 640,
    height: Annotated[int, typer.Option("--height", help="Height in pixels; even for .mp4 and .webm.")] = 480,
    background: Annotated[
        str,
        typer.Option("--background", help="stage, transparent (.webp, .gif), or a color such as white or #203040."),
    ] = "stage",
    samples: Samples = None,
    time_limit: Annotated[
        float | None, typer.Option("--time-limit", help="Most seconds of sampling for one frame (Blender).")
    ] = None,
    noise: Noise = None,
    option: RendererOption = None,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Make a film of a scene: a camera goes around it or through it, and an animation plays."""
    from scenewright.app.commands.film import run

    run(
        scene, out=out, path=path, cameras=camera or (), cameras_file=cameras_file, eye=eye, target=target, fov=fov, seconds=seconds,
        fps=fps, loop=loop, animation_fps=animation_fps, renderer=renderer, channel=channel, width=width, height=height,
        background=background, samples=samples, time_limit=time_limit, noise=noise, options=option or (), seed=seed, root=root,
        as_json=json_,
    )  # fmt: skip


@app.command()
def renderers(json_: Json = False) -> None:
    """List the renderers with their channels and options."""
    from scenewright.app.commands.renderers import run

    run(as_json=json_)
