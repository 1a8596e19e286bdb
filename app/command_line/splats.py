"""The commands on files of Gaussian splats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.command_line.options import Json

__all__ = ["splat_app"]

splat_app = typer.Typer(help="Files of Gaussian splats: what they hold, other formats, pictures.", no_args_is_help=True)

FileArg = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help=".ply, .compressed.ply, .splat, .ksplat, .spz, .sog, a SOG folder, .glb, .gltf"
    ),
]
DropInvalid = Annotated[
    bool, typer.Option("--drop-invalid", help="Leave out Gaussians that are not finite, instead of refusing the file.")
]


@splat_app.command()
def info(file: FileArg, drop_invalid: DropInvalid = False, json_: Json = False) -> None:
    """Say what a splat file holds: how many Gaussians, how large, how opaque, where, of which entities."""
    from app.commands.splat import info as run

    run(file, drop_invalid=drop_invalid, as_json=json_)


@splat_app.command()
def convert(
    source: Annotated[Path, typer.Argument(metavar="IN", help="A splat file of any format.")],
    target: Annotated[
        Path,
        typer.Argument(
            metavar="OUT",
            help="Its suffix is the format: .ply, .compressed.ply, .splat, .spz, .sog, meta.json, .glb, .gltf",
        ),
    ],
    degree: Annotated[
        int | None, typer.Option("--degree", min=0, max=3, help="Highest degree of spherical harmonics to keep.")
    ] = None,
    no_sh: Annotated[bool, typer.Option("--no-sh", help="The same colour from everywhere: degree 0.")] = False,
    crop: Annotated[
        str | None, typer.Option("--crop", help="Keep what lies in the box x0,y0,z0,x1,y1,z1, in the file's frame.")
    ] = None,
    min_opacity: Annotated[
        float | None, typer.Option("--min-opacity", min=0.0, max=1.0, help="Leave out Gaussians fainter than this.")
    ] = None,
    scale: Annotated[float | None, typer.Option("--scale", help="Make everything so many times as large.")] = None,
    turn: Annotated[
        str | None, typer.Option("--turn", help="Degrees about x, then y, then z: x,y,z. 180,0,0 turns y-down to y-up.")
    ] = None,
    move: Annotated[str | None, typer.Option("--move", help="Shift by x,y,z, after scale and turn.")] = None,
    drop_invalid: DropInvalid = False,
    keep_order: Annotated[
        bool, typer.Option("--keep-order", help="Rows in their order, also where another makes the file smaller.")
    ] = False,
    compact: Annotated[
        bool,
        typer.Option(
            "--compact",
            help="Smaller .sog and .spz: positions to an eighth of the median size, coarser scales or harmonics.",
        ),
    ] = False,
    spz_version: Annotated[
        int, typer.Option("--spz-version", min=3, max=4, help="Of a .spz: 3 (gzip) or 4 (zstd).")
    ] = 3,
    json_: Json = False,
) -> None:
    """Write a splat file in another format, cropped and moved on the way."""
    from app.commands.splat import Changes
    from app.commands.splat import convert as run

    changes = Changes(
        degree=0 if no_sh else degree, crop=crop, min_opacity=min_opacity, scale=scale, turn=turn, move=move
    )
    run(
        source,
        target,
        changes=changes,
        drop_invalid=drop_invalid,
        keep_order=keep_order,
        compact=compact,
        spz_version=spz_version,
        as_json=json_,
    )


@splat_app.command()
def view(
    file: FileArg,
    out: Annotated[Path, typer.Option("--out", "-o", help="PNG to write; several views stand side by side.")],
    views: Annotated[int, typer.Option("--views", min=1, max=36, help="Evenly around the splats.")] = 1,
    azimuth: Annotated[float, typer.Option("--azimuth", help="Of the first view, degrees around the up axis.")] = 0.0,
    elevation: Annotated[
        float, typer.Option("--elevation", min=-89.0, max=89.0, help="Degrees above the horizon.")
    ] = 15.0,
    up: Annotated[
        str, typer.Option("--up", help="Axis that points up: x, y, z, -x, -y or -z. Trained splats mostly have -y.")
    ] = "-y",
    width: Annotated[int, typer.Option(min=1, max=8192, help="Of a view, in pixels.")] = 512,
    height: Annotated[int, typer.Option(min=1, max=8192, help="Of a view, in pixels.")] = 512,
    fov: Annotated[float, typer.Option("--fov", min=1.0, max=150.0, help="Vertical, in degrees.")] = 45.0,
    zoom: Annotated[float, typer.Option("--zoom", min=0.01, help="Larger is nearer.")] = 1.0,
    background: Annotated[str, typer.Option("--background", help="Colour behind: r,g,b from 0 to 1.")] = "1,1,1",
    antialiased: Annotated[bool, typer.Option("--antialiased", help="For splats that were trained so.")] = False,
    drop_invalid: DropInvalid = False,
    json_: Json = False,
) -> None:
    """Draw a splat file, from a camera that is fitted to it."""
    from app.commands.splat import Turntable
    from app.commands.splat import view as run

    turntable = Turntable(
        views=views,
        azimuth=azimuth,
        elevation=elevation,
        up=up,
        width=width,
        height=height,
        fov=fov,
        zoom=zoom,
        background=background,
        antialiased=antialiased,
    )
    run(file, out, turntable=turntable, drop_invalid=drop_invalid, as_json=json_)
