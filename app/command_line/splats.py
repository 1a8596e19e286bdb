"""The commands on splat files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import AsCaptured, CaptureImages, CaptureWork, Json
from scenewright.app.terminal.command_groups import NamingGroup

__all__ = ["splat_app"]

splat_app = typer.Typer(
    cls=NamingGroup, help="Inspect, convert and draw files of Gaussian splats.", no_args_is_help=True
)

FileArg = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help=".ply, .compressed.ply, .splat, .ksplat, .spz, .sog, a SOG folder, .glb, .gltf"
    ),
]
DropInvalid = Annotated[
    bool,
    typer.Option(
        "--drop-invalid", "--filter-nan", help="Leave out Gaussians that are not finite, instead of refusing the file."
    ),
]


@splat_app.command()
def info(file: FileArg, drop_invalid: DropInvalid = False, json_: Json = False) -> None:
    """Show what a splat file contains: number, scales, opacities, bounds and entities of its Gaussians."""
    from scenewright.app.commands.splat import info as run

    run(as_json=json_, file=file, drop_invalid=drop_invalid)


@splat_app.command()
def convert(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="IN... OUT",
            help="Splat files of any format, which are merged, and the file to write. Its suffix is the format: .ply, "
            ".compressed.ply, .splat, .spz, .sog, meta.json, .glb, .gltf",
        ),
    ],
    crop: Annotated[
        str | None, typer.Option("--crop", help="Keep Gaussians in the box x0,y0,z0,x1,y1,z1, in the files' frame.")
    ] = None,
    crop_sphere: Annotated[
        str | None,
        typer.Option("--crop-sphere", help="Keep Gaussians in the sphere x,y,z,radius, in the files' frame."),
    ] = None,
    outside: Annotated[
        bool, typer.Option("--outside", help="Keep Gaussians outside of the box and sphere, instead of inside.")
    ] = False,
    min_opacity: Annotated[
        float | None,
        typer.Option("--min-opacity", min=0.0, max=1.0, help="Leave out Gaussians with less opacity than this."),
    ] = None,
    max_size: Annotated[
        float | None,
        typer.Option(
            "--max-size", help="Leave out Gaussians whose largest scale (standard deviation) is more than this."
        ),
    ] = None,
    entities: Annotated[
        str | None,
        typer.Option(
            "--entities", help="Keep only Gaussians of these entities: ids joined by commas, see `splat info`."
        ),
    ] = None,
    scale: Annotated[float | None, typer.Option("--scale", help="Factor to scale everything by.")] = None,
    turn: Annotated[
        str | None,
        typer.Option(
            "--turn", "--rotate", help="Angles x,y,z in degrees, applied in this order; 180,0,0 turns y-down into y-up."
        ),
    ] = None,
    move: Annotated[
        str | None, typer.Option("--move", "--translate", help="Offset x,y,z, applied after scale and turn.")
    ] = None,
    decimate: Annotated[
        str | None,
        typer.Option(
            "--decimate", help="Merge similar neighbours until this number or share (such as 25%) of Gaussians is left."
        ),
    ] = None,
    degree: Annotated[
        int | None, typer.Option("--degree", min=0, max=3, help="Highest degree of spherical harmonics to keep.")
    ] = None,
    no_sh: Annotated[bool, typer.Option("--no-sh", help="Drop view-dependent colour; the same as --degree 0.")] = False,
    filter_floaters: Annotated[
        bool,
        typer.Option(
            "--filter-floaters",
            help="First remove floaters: small groups of Gaussians that touch nothing else and, with --capture, what hangs in space that "
            "its cameras look through (glass does, too).",
        ),
    ] = False,
    capture: Annotated[
        Path | None,
        typer.Option("--capture", help="With --filter-floaters: the capture that the splats were trained on."),
    ] = None,
    as_captured: AsCaptured = False,
    work: CaptureWork = None,
    images: CaptureImages = None,
    most_floaters: Annotated[
        float | None,
        typer.Option(
            "--most-floaters",
            min=0.0,
            max=1.0,
            help="Refuse to remove a larger share than this as floaters; default: 0.2.",
        ),
    ] = None,
    drop_invalid: DropInvalid = False,
    keep_order: Annotated[
        bool,
        typer.Option(
            "--keep-order", help="Keep the order of the Gaussians, even if another order makes the file smaller."
        ),
    ] = False,
    compact: Annotated[
        bool,
        typer.Option(
            "--compact",
            help="Write .sog and .spz smaller: positions to an eighth of the median scale, coarser scales or harmonics.",
        ),
    ] = False,
    spz_version: Annotated[
        int, typer.Option("--spz-version", min=3, max=4, help="Version of a .spz file: 3 (gzip) or 4 (zstd).")
    ] = 3,
    json_: Json = False,
) -> None:
    """Convert splat files. They are merged, cropped, transformed and thinned out in the order of the options here."""
    from scenewright.app.commands.splat import convert as run

    if len(files) < 2:
        raise typer.BadParameter("name the file to write after the files to read")
    given = {
        "degree": 0 if no_sh else degree, "crop": crop, "crop_sphere": crop_sphere, "outside": outside,
        "min_opacity": min_opacity, "max_size": max_size, "entities": entities, "scale": scale, "turn": turn, "move": move,
        "decimate": decimate,
    }  # fmt: skip
    share = {} if most_floaters is None else {"most_floaters": most_floaters}
    source = {} if capture is None else {"capture": capture}
    run(
        files[:-1], files[-1], given=given, as_json=json_, drop_invalid=drop_invalid, keep_order=keep_order, compact=compact,
        spz_version=spz_version, filter_floaters=filter_floaters, as_captured=as_captured, work=work, images=images, **source, **share,
    )  # fmt: skip


@splat_app.command()
def view(
    file: FileArg,
    out: Annotated[Path, typer.Option("--out", "-o", help="PNG to write; several views stand side by side.")],
    views: Annotated[
        int, typer.Option("--views", min=1, max=36, help="Number of views, evenly around the splats.")
    ] = 1,
    azimuth: Annotated[
        float, typer.Option("--azimuth", help="Azimuth of the first view, in degrees about the up axis.")
    ] = 0.0,
    elevation: Annotated[
        float,
        typer.Option(
            "--elevation", min=-89.0, max=89.0, help="Elevation of the cameras, in degrees above the horizon."
        ),
    ] = 15.0,
    up: Annotated[
        str | None,
        typer.Option(
            "--up",
            help="Axis that points up: x, y, z, -x, -y or -z; default: that of the file, else -y.",
        ),
    ] = None,
    width: Annotated[int, typer.Option(min=1, max=8192, help="Width of a view, in pixels.")] = 512,
    height: Annotated[int, typer.Option(min=1, max=8192, help="Height of a view, in pixels.")] = 512,
    eye: Annotated[
        tuple[float, float, float] | None,
        typer.Option(
            "--eye", metavar="X Y Z", help="Position of the camera, in the frame of the file (see splat info)."
        ),
    ] = None,
    target: Annotated[
        tuple[float, float, float] | None,
        typer.Option("--target", metavar="X Y Z", help="Point that --eye looks at; default: the middle of the splats."),
    ] = None,
    capture: Annotated[
        Path | None,
        typer.Option("--capture", help="Draw from photographs of this capture: --views of them, evenly among all."),
    ] = None,
    as_captured: AsCaptured = False,
    work: CaptureWork = None,
    images: CaptureImages = None,
    fov: Annotated[float, typer.Option("--fov", min=1.0, max=150.0, help="Vertical field of view, in degrees.")] = 45.0,
    zoom: Annotated[
        float, typer.Option("--zoom", min=0.01, help="Zoom factor; a larger value moves the camera nearer.")
    ] = 1.0,
    background: Annotated[str, typer.Option("--background", help="Background colour: r,g,b from 0 to 1.")] = "1,1,1",
    antialiased: Annotated[
        bool,
        typer.Option("--antialiased", help="Use Mip-Splatting's antialiasing, for splats that were trained with it."),
    ] = False,
    drop_invalid: DropInvalid = False,
    json_: Json = False,
) -> None:
    """Draw a splat file from around it, from a point, or as photographs of its capture see it."""
    from scenewright.app.commands.splat_view import view as run

    run(
        as_json=json_, file=file, out=out, views=views, azimuth=azimuth, elevation=elevation, up=up, width=width, height=height,
        fov=fov, zoom=zoom, eye=eye, target=target, capture=capture, as_captured=as_captured, work=work, images=images,
        background=background, antialiased=antialiased, drop_invalid=drop_invalid,
    )  # fmt: skip
