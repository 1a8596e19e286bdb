"""The commands on a whole room: ``furnish``, ``rearrange``, ``tidy``, ``restyle``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import Json
from scenewright.app.writers.writer import DressLevel

__all__ = ["app"]

app = typer.Typer()

FolderArg = Annotated[Path, typer.Argument(metavar="SCENE", help="A scene folder.")]
Place = Annotated[
    str,
    typer.Option(
        "--place", metavar="KIND", help="What it is, such as bedroom; default: what its text and its things tell."
    ),
]
Pinned = Annotated[
    list[str] | None,
    typer.Option("--pinned", metavar="PATH", help="What must not be touched; may be given several times."),
]


@app.command()
def furnish(
    scene: FolderArg,
    level: Annotated[
        DressLevel,
        typer.Option("--level", help="How much dresses it beside its furniture: none, light, full."),
    ] = "light",
    place: Place = "",
    pinned: Pinned = None,
    json_: Json = False,
) -> None:
    """Complete a half-furnished room: add what such a place has and it lacks. What is there stays."""
    from scenewright.app.commands.room_tasks import furnish as run

    run(scene, level=level, place=place, pinned=tuple(pinned or ()), as_json=json_)


@app.command()
def rearrange(
    scene: FolderArg,
    place: Place = "",
    pinned: Pinned = None,
    furnish: Annotated[bool, typer.Option("--furnish", help="Also add what such a place has and it lacks.")] = False,
    json_: Json = False,
) -> None:
    """Give the things of a room a sensible arrangement: the same things with the same looks, in better places."""
    from scenewright.app.commands.room_tasks import rearrange as run

    run(scene, place=place, pinned=tuple(pinned or ()), furnished=furnish, as_json=json_)


@app.command()
def tidy(
    scene: FolderArg,
    pinned: Pinned = None,
    keep: Annotated[bool, typer.Option("--keep", help="Take nothing away, not even rubbish.")] = False,
    json_: Json = False,
) -> None:
    """Put what lies about where it belongs, or take it away."""
    from scenewright.app.commands.room_tasks import tidy as run

    run(scene, pinned=tuple(pinned or ()), keep=keep, as_json=json_)


@app.command()
def restyle(
    scene: FolderArg,
    style: Annotated[
        str,
        typer.Argument(metavar="[STYLE]", help="The style in words: Japandi, a warm Victorian look, blue and white."),
    ] = "",
    like: Annotated[
        Path | None, typer.Option("--like", metavar="SCENE", help="A scene whose style is carried over.")
    ] = None,
    part: Annotated[
        list[str] | None,
        typer.Option("--part", metavar="PATH", help="What gets the style; may be given several times; default: all."),
    ] = None,
    like_part: Annotated[
        list[str] | None,
        typer.Option("--like-part", metavar="PATH", help="What has the style, in this scene or in that of --like."),
    ] = None,
    pinned: Pinned = None,
    json_: Json = False,
) -> None:
    """Give a scene or a part of it a style: colours, materials and kinds of objects. Places and sizes stay."""
    from scenewright.app.commands.room_tasks import restyle as run

    run(
        scene, style=style, like=like, part=tuple(part or ()), like_part=tuple(like_part or ()),
        pinned=tuple(pinned or ()), as_json=json_,
    )  # fmt: skip
