"""The commands about captures: photographs of a real thing or place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.naming import NamingGroup
from scenewright.app.command_line.options import Json

__all__ = ["capture_app"]

capture_app = typer.Typer(
    cls=NamingGroup, help="Photographs and videos of real things: cameras, points, training.", no_args_is_help=True
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
TrustPoses = Annotated[
    bool, typer.Option("--trust-poses", help="Go on with given poses that do not fit the pictures; without points.")
]
Images = Annotated[Path | None, typer.Option("--images", help="Folder of a COLMAP model's pictures.")]


@capture_app.command("info")
def info(capture: CaptureArg, work: Work = None, images: Images = None, json_: Json = False) -> None:
    """Say what a capture holds, and what is missing or odd in it; computes nothing."""
    from scenewright.app.commands.capture import show

    show(as_json=json_, capture=capture, work=work, images=images)


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
    trust_poses: TrustPoses = False,
    threads: Annotated[int | None, typer.Option("--threads", min=1, help="The usable cores unless set.")] = None,
    json_: Json = False,
) -> None:
    """Find what training needs: poses of photographs, sparse points, up and the floor. It is kept."""
    from scenewright.app.commands.capture import make_ready

    make_ready(
        as_json=json_, capture=capture, work=work, images=images, longest=longest, matching=matching, least=least, frames=frames,
        known_length=known_length, camera_height=camera_height, trust_poses=trust_poses, threads=threads,
    )  # fmt: skip


@capture_app.command("train")
def train(
    capture: CaptureArg,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder of the result; splats/<name of the capture> unless set.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with the training in the folder of the result, exactly.")
    ] = False,
    iterations: Annotated[
        int | None,
        typer.Option(
            "--iterations", min=1, help="Stop after so many; 7000 unless set (30000 on CUDA, or with --minutes)."
        ),
    ] = None,
    minutes: Annotated[
        float | None, typer.Option("--minutes", min=0.01, help="Stop after so long; every schedule is spread over it.")
    ] = None,
    max_gaussians: Annotated[
        int | None, typer.Option("--max-gaussians", min=1, help="Never more; 200000 unless set (1000000 on CUDA).")
    ] = None,
    strategy: Annotated[
        str | None, typer.Option("--strategy", help="Where Gaussians are added: default (unless set) or mcmc.")
    ] = None,
    sh_degree: Annotated[
        int | None, typer.Option("--sh-degree", min=0, max=3, help="Of the view-dependent colour; 3 unless set.")
    ] = None,
    downscale: Annotated[
        float | None, typer.Option("--downscale", min=1.0, help="Divide both sides of the pictures by this.")
    ] = None,
    width: Annotated[
        int | None,
        typer.Option("--width", min=16, help="Of the pictures; else the longer side is at most 640 (1600 on CUDA)."),
    ] = None,
    holdout: Annotated[
        list[str] | None,
        typer.Option(
            "--holdout", help="Judge by every so manieth view (8 unless set, 0: none), or by views of these names."
        ),
    ] = None,
    sweep_points: Annotated[
        bool,
        typer.Option("--sweep-points", help="Begin with points that a plane sweep finds, whatever the capture has."),
    ] = False,
    trust_poses: TrustPoses = False,
    background: Annotated[
        str | None, typer.Option("--background", help="Behind pictures with alpha: black, white, random or R,G,B.")
    ] = None,
    exposure: Annotated[bool, typer.Option("--exposure", help="Learn the exposure of each photograph.")] = False,
    poses: Annotated[bool, typer.Option("--poses", help="Learn small corrections of the cameras.")] = False,
    antialiased: Annotated[bool, typer.Option("--antialiased", help="Draw as Mip-Splatting does.")] = False,
    seed: Annotated[int | None, typer.Option("--seed", min=0, help="Of everything random; 0 unless set.")] = None,
    device: Annotated[
        str | None, typer.Option("--device", help="cpu or cuda; CUDA unless set, where there is one.")
    ] = None,
    work: Work = None,
    images: Images = None,
    json_: Json = False,
) -> None:
    """Learn Gaussians from a capture. However it ends, also with Ctrl-C, what was learnt is kept."""
    from scenewright.app.commands.capture_train import run

    run(
        as_json=json_, capture=capture, work=work, images=images, out=out, resume=resume, iterations=iterations, minutes=minutes,
        max_gaussians=max_gaussians, strategy=strategy, sh_degree=sh_degree, downscale=downscale, width=width,
        holdout=tuple(holdout or ()), sweep_points=sweep_points, trust_poses=trust_poses, background=background, exposure=exposure,
        poses=poses, antialiased=antialiased, seed=seed, device=device,
    )  # fmt: skip


@capture_app.command("program")
def program(
    splats: Annotated[Path, typer.Argument(metavar="SPLATS", help="Gaussians, as training leaves them.")],
    features: Annotated[
        Path,
        typer.Option(
            "--features", "--field", help="A language field of them (.safetensors), or an .npy of a unit row for each."
        ),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Scene folder to make; scenes/<name> unless set.")
    ] = None,
    vocabulary: Annotated[
        Path | None, typer.Option("--vocabulary", help="What things may be called, a word or phrase a line.")
    ] = None,
    holes: Annotated[
        str, typer.Option("--holes", help="Behind things that are moved: keep (nothing), or fill from around.")
    ] = "keep",
    encoder: Annotated[
        str | None, typer.Option("--encoder", help="What made the features of an .npy; a field says it itself.")
    ] = None,
    level: Annotated[str | None, typer.Option("--level", help="Of the field; object unless set.")] = None,
    weights: Annotated[
        Path | None, typer.Option("--weights", help="An .npy: how much each Gaussian was seen; a field says it itself.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="What the scene is called.")] = None,
    json_: Json = False,
) -> None:
    """Take a capture apart into a room and things with names, and write the program that puts them together."""
    from scenewright.app.commands.segment import run

    run(
        as_json=json_, splats=splats, features=features, weights=weights, level=level, encoder=encoder, vocabulary=vocabulary,
        holes=holes, out=out, title=title,
    )  # fmt: skip


@capture_app.command("field")
def field(
    capture: CaptureArg,
    splats: Annotated[Path, typer.Argument(metavar="SPLATS", help="Gaussians that were trained on the capture.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Language field to write (.safetensors).")],
    encoder: Annotated[
        str | None, typer.Option("--encoder", help="Of pictures and texts: open_clip:MODEL/TAG.")
    ] = None,
    masks: Annotated[str, typer.Option("--masks", help="superpixels, sam or sam:MODEL.")] = "superpixels",
    levels: Annotated[
        list[str] | None, typer.Option("--level", help="part, object or group; may be repeated; all unless set.")
    ] = None,
    rule: Annotated[
        str, typer.Option("--rule", help="mean, cosine_median or geodesic_median, over views.")
    ] = "geodesic_median",
    views: Annotated[int, typer.Option("--views", min=1, help="At most; those that together show most.")] = 60,
    longest: Annotated[int, typer.Option("--longest", min=64, help="Longer side of the pictures, pixels.")] = 640,
    leveled: Annotated[
        bool, typer.Option("--leveled/--as-captured", help="SPLATS are in the world that `capture train` leaves.")
    ] = True,
    vote: Annotated[
        bool, typer.Option("--vote/--no-vote", help="Let regions of views that show the same vote on what they are.")
    ] = True,
    work: Work = None,
    images: Images = None,
    json_: Json = False,
) -> None:
    """Give Gaussians a meaning: features of an encoder, lifted from the photographs, that texts can be compared with."""
    from scenewright.app.commands.capture_field import run

    run(
        as_json=json_, capture=capture, splats=splats, out=out, encoder=encoder, masks=masks,
        levels=tuple(levels or ("part", "object", "group")), rule=rule, views=views, longest=longest, leveled=leveled, vote=vote,
        work=work, images=images,
    )  # fmt: skip
