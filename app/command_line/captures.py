"""The commands on captures: photographs or videos of a real thing or place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import Json
from scenewright.app.terminal.command_groups import NamingGroup

__all__ = ["capture_app"]

capture_app = typer.Typer(
    cls=NamingGroup,
    help="Turn photographs and videos into Gaussian splats: cameras, points, training.",
    no_args_is_help=True,
)

CaptureArg = Annotated[
    Path,
    typer.Argument(
        metavar="DIR",
        help="A folder with transforms.json, COLMAP, Blender's JSON or photographs; or a video or a .json file.",
    ),
]
Work = Annotated[
    Path | None,
    typer.Option("--work", help="Folder for cached results; default: DIR/.scenewright-capture."),
]
TrustPoses = Annotated[
    bool,
    typer.Option(
        "--trust-poses",
        help="Take the given poses as they are: compare no features of the pictures, which takes minutes, and triangulate no points.",
    ),
]
Images = Annotated[Path | None, typer.Option("--images", help="Folder with the pictures of a COLMAP model.")]


@capture_app.command("info")
def info(capture: CaptureArg, work: Work = None, images: Images = None, json_: Json = False) -> None:
    """Show what a capture contains, and warn of missing or inconsistent files. Computes nothing."""
    from scenewright.app.commands.capture import show

    show(as_json=json_, capture=capture, work=work, images=images)


@capture_app.command("prepare")
def prepare(
    capture: CaptureArg,
    work: Work = None,
    images: Images = None,
    longest: Annotated[
        int | None,
        typer.Option("--longest", min=16, help="Also undistort the pictures, with this longer side in pixels."),
    ] = None,
    matching: Annotated[
        str, typer.Option("--matching", help="Matching of photographs without poses: exhaustive, sequential or auto.")
    ] = "auto",
    least: Annotated[
        float,
        typer.Option(
            "--least", min=0.0, max=1.0, help="Least share of the photographs that must be registered, 0 to 1."
        ),
    ] = 0.6,
    frames: Annotated[int, typer.Option("--frames", min=3, help="Most frames to take from a video.")] = 150,
    known_length: Annotated[
        tuple[float, float, float, float, float, float, float] | None,
        typer.Option(
            "--known-length",
            metavar="X Y Z X Y Z METRES",
            help="Two points in the capture's frame and their distance in metres; sets the scale.",
        ),
    ] = None,
    camera_height: Annotated[
        float | None,
        typer.Option("--camera-height", help="Median height of the cameras above the floor in metres; sets the scale."),
    ] = None,
    trust_poses: TrustPoses = False,
    threads: Annotated[
        int | None, typer.Option("--threads", min=1, help="Number of threads; default: all usable cores.")
    ] = None,
    json_: Json = False,
) -> None:
    """Find and keep what training needs: camera poses, sparse points, the up direction and the floor."""
    from scenewright.app.commands.capture import make_ready

    make_ready(
        as_json=json_, capture=capture, work=work, images=images, longest=longest, matching=matching, least=least, frames=frames,
        known_length=known_length, camera_height=camera_height, trust_poses=trust_poses, threads=threads,
    )  # fmt: skip


@capture_app.command("train")
def train(
    capture: CaptureArg,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder of the result; default: splats/<name of the capture>.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Continue the training in the result's folder from its checkpoint.")
    ] = False,
    iterations: Annotated[
        int | None,
        typer.Option(
            "--iterations", min=1, help="Number of training steps; default: 7000 (30000 on CUDA or with --minutes)."
        ),
    ] = None,
    minutes: Annotated[
        float | None, typer.Option("--minutes", min=0.01, help="Training time; all schedules are fitted to it.")
    ] = None,
    max_gaussians: Annotated[
        int | None, typer.Option("--max-gaussians", min=1, help="Most Gaussians; default: 200000 (1000000 on CUDA).")
    ] = None,
    strategy: Annotated[str | None, typer.Option("--strategy", help="Densification strategy: default or mcmc.")] = None,
    sh_degree: Annotated[
        int | None,
        typer.Option("--sh-degree", min=0, max=3, help="Degree of the spherical harmonics of the colour; default: 3."),
    ] = None,
    downscale: Annotated[
        float | None,
        typer.Option("--downscale", min=1.0, help="Factor by which width and height of the pictures are divided."),
    ] = None,
    width: Annotated[
        int | None,
        typer.Option(
            "--width", min=16, help="Width of the pictures in pixels; default: longer side at most 640 (1600 on CUDA)."
        ),
    ] = None,
    holdout: Annotated[
        list[str] | None,
        typer.Option(
            "--holdout", help="Evaluate on every Nth view (default 8; 0: none), or on the views with these names."
        ),
    ] = None,
    sweep_points: Annotated[
        bool,
        typer.Option("--sweep-points", help="Start from points of a plane sweep, even if the capture has points."),
    ] = False,
    trust_poses: TrustPoses = False,
    lpips: Annotated[
        bool,
        typer.Option("--lpips", help="Refuse to train where LPIPS of held-out views cannot be measured (extra lpips)."),
    ] = False,
    background: Annotated[
        str | None,
        typer.Option("--background", help="Background of pictures with alpha: black, white, random or R,G,B."),
    ] = None,
    exposure: Annotated[
        bool, typer.Option("--exposure", help="Also optimise the exposure of each photograph.")
    ] = False,
    poses: Annotated[
        bool, typer.Option("--poses", help="Also optimise small corrections of the camera poses.")
    ] = False,
    antialiased: Annotated[bool, typer.Option("--antialiased", help="Use Mip-Splatting's antialiasing.")] = False,
    seed: Annotated[int | None, typer.Option("--seed", min=0, help="Random seed; default: 0.")] = None,
    device: Annotated[str | None, typer.Option("--device", help="cpu or cuda; default: CUDA if available.")] = None,
    work: Work = None,
    images: Images = None,
    json_: Json = False,
) -> None:
    """Train Gaussians on a capture. Ctrl-C stops the training and keeps its result so far."""
    from scenewright.app.commands.capture_train import run

    run(
        as_json=json_, capture=capture, work=work, images=images, out=out, resume=resume, iterations=iterations, minutes=minutes,
        max_gaussians=max_gaussians, strategy=strategy, sh_degree=sh_degree, downscale=downscale, width=width,
        holdout=tuple(holdout or ()), sweep_points=sweep_points, trust_poses=trust_poses, lpips=lpips, background=background,
        exposure=exposure, poses=poses, antialiased=antialiased, seed=seed, device=device,
    )  # fmt: skip


@capture_app.command("program")
def program(
    splats: Annotated[Path, typer.Argument(metavar="SPLATS", help="A splat file that `capture train` wrote.")],
    features: Annotated[
        Path,
        typer.Option(
            "--features",
            "--field",
            help="Their language field (.safetensors), or an .npy with one unit vector a Gaussian.",
        ),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Scene folder to create; default: scenes/<name>.")
    ] = None,
    vocabulary: Annotated[
        Path | None,
        typer.Option("--vocabulary", help="Text file with possible names of things, one word or phrase a line."),
    ] = None,
    holes: Annotated[
        str, typer.Option("--holes", help="Holes behind moved things: keep them, or fill them from their surroundings.")
    ] = "keep",
    encoder: Annotated[
        str | None, typer.Option("--encoder", help="Encoder of the features in an .npy; a field file names its own.")
    ] = None,
    level: Annotated[str | None, typer.Option("--level", help="Level of the field; default: object.")] = None,
    weights: Annotated[
        Path | None,
        typer.Option("--weights", help="An .npy with the visibility of each Gaussian; a field file has its own."),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Title of the scene.")] = None,
    json_: Json = False,
) -> None:
    """Split a capture into a room and named things, and write them as a scene program."""
    from scenewright.app.commands.segment import run

    run(
        as_json=json_, splats=splats, features=features, weights=weights, level=level, encoder=encoder, vocabulary=vocabulary,
        holes=holes, out=out, title=title,
    )  # fmt: skip


@capture_app.command("field")
def field(
    capture: CaptureArg,
    splats: Annotated[Path, typer.Argument(metavar="SPLATS", help="Gaussians that were trained on the capture.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Language field file to write (.safetensors).")],
    encoder: Annotated[
        str | None, typer.Option("--encoder", help="Encoder of pictures and texts: open_clip:MODEL/TAG.")
    ] = None,
    masks: Annotated[
        str, typer.Option("--masks", help="Regions of the photographs: superpixels, sam or sam:MODEL.")
    ] = "superpixels",
    levels: Annotated[
        list[str] | None, typer.Option("--level", help="part, object or group; may be repeated; default: all three.")
    ] = None,
    rule: Annotated[
        str,
        typer.Option(
            "--rule", help="How features of several views are combined: mean, cosine_median or geodesic_median."
        ),
    ] = "geodesic_median",
    views: Annotated[
        int,
        typer.Option(
            "--views", min=1, help="Most photographs to use; those that together show most Gaussians are chosen."
        ),
    ] = 60,
    longest: Annotated[int, typer.Option("--longest", min=64, help="Longer side of the pictures, in pixels.")] = 640,
    leveled: Annotated[
        bool,
        typer.Option(
            "--leveled/--as-captured",
            help="SPLATS are in the levelled world that `capture train` writes, or in the capture's own.",
        ),
    ] = True,
    vote: Annotated[
        bool,
        typer.Option(
            "--vote/--no-vote", help="Let regions of several views that show the same Gaussians vote on their features."
        ),
    ] = True,
    work: Work = None,
    images: Images = None,
    json_: Json = False,
) -> None:
    """Make a language field: lift features of an encoder from the photographs to the Gaussians, so that texts can be compared."""
    from scenewright.app.commands.capture_field import run

    run(
        as_json=json_, capture=capture, splats=splats, out=out, encoder=encoder, masks=masks,
        levels=tuple(levels or ("part", "object", "group")), rule=rule, views=views, longest=longest, leveled=leveled, vote=vote,
        work=work, images=images,
    )  # fmt: skip
