"""The commands of the group ``edit``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import InPlace, Json, Out, PathArg, SceneArg, Seed
from scenewright.app.terminal.command_groups import NamingGroup

__all__ = ["edit_app"]

edit_app = typer.Typer(
    cls=NamingGroup,
    help="Edit a scene's program; all text that the edit does not concern stays as it is.",
    no_args_is_help=True,
)

Vec = tuple[float, float, float]
Alone = Annotated[
    bool, typer.Option("--alone", help="Leave where it is what stands on it; otherwise that comes along.")
]


def _edit(
    scene: str, values: dict[str, object], out: Path | None, in_place: bool, seed: int | None, json_: bool
) -> None:
    from scenewright.app.commands.edit import run

    run(scene, [values], out=out, in_place=in_place, seed=seed, as_json=json_)


@edit_app.command()
def move(
    scene: SceneArg,
    path: PathArg,
    by: Annotated[Vec | None, typer.Option(help="Offset in metres in the world frame: x y z.")] = None,
    to: Annotated[
        Vec | None, typer.Option(help="New position of the bottom centre of its bounding box, in metres: x y z.")
    ] = None,
    alone: Alone = False,
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Move an instance, with what stands on it."""
    _edit(scene, {"kind": "move", "path": path, "by": by, "to": to, "alone": alone}, out, in_place, seed, json_)


@edit_app.command()
def turn(
    scene: SceneArg,
    path: PathArg,
    degrees: Annotated[float, typer.Argument(help="Angle about +y, right-handed.")],
    alone: Alone = False,
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Turn an instance about the vertical axis, with what stands on it."""
    _edit(scene, {"kind": "turn", "path": path, "degrees": degrees, "alone": alone}, out, in_place, seed, json_)


@edit_app.command()
def scale(
    scene: SceneArg,
    path: PathArg,
    factor: Annotated[float | None, typer.Argument(help="One factor for all axes.")] = None,
    axes: Annotated[Vec | None, typer.Option("--axes", help="One factor for each axis: x y z.")] = None,
    alone: Alone = False,
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Scale an instance about the bottom centre of its bounding box."""
    if (factor is None) == (axes is None):
        raise typer.BadParameter("give either FACTOR or --axes x y z")
    values = {"kind": "scale", "path": path, "factor": axes if factor is None else factor, "alone": alone}
    _edit(scene, values, out, in_place, seed, json_)


@edit_app.command()
def recolour(
    scene: SceneArg,
    path: PathArg,
    color: Annotated[str, typer.Argument(help="A colour name, #rrggbb, or r,g,b from 0 to 1.")],
    part: Annotated[
        str | None,
        typer.Option(metavar="PART", help="Colour only this part of a catalogue object, such as frame."),
    ] = None,
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Give an instance one colour. Of a catalogue object the surfaces of its main colour take it, and the command says what keeps its
    own."""
    _edit(scene, {"kind": "recolour", "path": path, "color": color, "part": part}, out, in_place, seed, json_)


@edit_app.command("set-material")
def set_material(
    scene: SceneArg,
    path: PathArg,
    roughness: Annotated[float | None, typer.Option(help="From 0, a mirror, to 1, matt.")] = None,
    metallic: Annotated[float | None, typer.Option(help="From 0 to 1, bare metal.")] = None,
    opacity: Annotated[float | None, typer.Option(help="From 0, clear as air, to 1, opaque.")] = None,
    emission: Annotated[float | None, typer.Option(help="How much it shines by itself, 0 or more.")] = None,
    surface: Annotated[
        str | None, typer.Option(help="A material by name, such as walnut, with its colour; in place of the numbers.")
    ] = None,
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Make an instance of a material by name, or change the material of its primitives; what is not given stays. Objects of the
    catalogue take materials by name."""
    values = {
        "roughness": roughness,
        "metallic": metallic,
        "opacity": opacity,
        "emission": emission,
        "surface": surface,
    }
    _edit(scene, {"kind": "set-material", "path": path, **values}, out, in_place, seed, json_)


@edit_app.command()
def rename(
    scene: SceneArg,
    path: PathArg,
    name: Annotated[str, typer.Argument(help="The new name.")],
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Rename an instance and all references to it."""
    _edit(scene, {"kind": "rename", "path": path, "name": name}, out, in_place, seed, json_)


@edit_app.command()
def add(
    scene: SceneArg,
    what: Annotated[str, typer.Argument(help="Name of a registered entity, or words to search the catalogue for.")],
    on: Annotated[str | None, typer.Option(metavar="PATH", help="What it is to stand on, such as desk.")] = None,
    near: Annotated[str | None, typer.Option(metavar="PATH", help="What it is to be near, such as sofa.")] = None,
    at: Annotated[Vec | None, typer.Option(help="Bottom centre of its bounding box, in metres: x y z.")] = None,
    turn: Annotated[float | None, typer.Option(help="With --at: degrees about +y, right-handed.")] = None,
    name: Annotated[str | None, typer.Option(help="Its name; default: from the words.")] = None,
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Add a thing. Without --at the layout finds a place for it; all else stays where it is."""
    values = {"kind": "add", "what": what, "on": on, "near": near, "at": at, "turn": turn, "name": name}
    _edit(scene, values, out, in_place, seed, json_)


@edit_app.command()
def duplicate(
    scene: SceneArg,
    path: PathArg,
    by: Annotated[Vec, typer.Option(help="Offset of the copy in metres in the world frame: x y z.")] = (0.5, 0.0, 0.0),
    name: Annotated[str | None, typer.Option(help="Name of the copy.")] = None,
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Duplicate an instance."""
    _edit(scene, {"kind": "duplicate", "path": path, "by": by, "name": name}, out, in_place, seed, json_)


@edit_app.command()
def delete(
    scene: SceneArg, path: PathArg, out: Out = None, in_place: InPlace = False, seed: Seed = None, json_: Json = False
) -> None:
    """Delete an instance and all references to it."""
    _edit(scene, {"kind": "delete", "path": path}, out, in_place, seed, json_)


@edit_app.command()
def replace(
    scene: SceneArg,
    path: PathArg,
    what: Annotated[str, typer.Argument(help="Name of a registered entity, or words to search the catalogue for.")],
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Replace an instance by another entity or catalogue object."""
    _edit(scene, {"kind": "replace", "path": path, "what": what}, out, in_place, seed, json_)


@edit_app.command("set-z")
def set_z(
    scene: SceneArg,
    path: PathArg,
    words: Annotated[str, typer.Argument(help="Description of this particular one, such as 'worn red leather'.")],
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Set the embedding of an instance: a description of this particular one."""
    _edit(scene, {"kind": "set-z", "path": path, "words": words}, out, in_place, seed, json_)


@edit_app.command("add-relation")
def add_relation(
    scene: SceneArg,
    relation: Annotated[str, typer.Argument(help="Such as near, on, facing or against_wall; see docs/relations.md.")],
    arguments: Annotated[
        list[str],
        typer.Argument(
            help="Names of instances, with the items of an arrangement joined by commas; options as name=value."
        ),
    ],
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Add a relation that the layout must satisfy."""
    from scenewright.app.commands.edit import relation_arguments

    values = {"kind": "add-relation", "relation": relation, **relation_arguments(arguments)}
    _edit(scene, values, out, in_place, seed, json_)


@edit_app.command("drop-relation")
def drop_relation(
    scene: SceneArg,
    relation: Annotated[
        str,
        typer.Argument(help="As `evaluate` lists it, such as 'on(vase, table)', or its number in that list, from 0."),
    ],
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Remove a relation."""
    named: dict[str, object] = (
        {"index": int(relation)} if relation.isdecimal() and len(relation) < 10 else {"relation": relation}
    )
    _edit(scene, {"kind": "drop-relation", **named}, out, in_place, seed, json_)


@edit_app.command()
def apply(
    scene: SceneArg,
    edits: Annotated[
        Path, typer.Argument(help='A JSON list such as [{"kind": "move", "path": "chair", "by": [0, 0, 1]}].')
    ],
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Apply a list of edits, in the form that `edit history --json` shows.

    Its kinds are the edit commands here, and arrange, which sets the poses of many instances in one step:
    {"kind": "arrange", "poses": [{"path": "chair", "at": [1, 0, 2], "yaw": 1.57}]}. `at` is the bottom centre of the
    oriented bounding box, in metres in the world frame; `yaw` is in radians about +y, 0 if the front faces +z.
    """
    from scenewright.app.commands.edit import run_file

    run_file(scene, edits, out=out, in_place=in_place, seed=seed, as_json=json_)


@edit_app.command()
def undo(scene: SceneArg, json_: Json = False) -> None:
    """Undo the last change of a scene folder."""
    from scenewright.app.commands.edit import step

    step(scene, "undo", as_json=json_)


@edit_app.command()
def redo(scene: SceneArg, json_: Json = False) -> None:
    """Redo the change that was undone last."""
    from scenewright.app.commands.edit import step

    step(scene, "redo", as_json=json_)


@edit_app.command()
def history(scene: SceneArg, json_: Json = False) -> None:
    """List all changes of a scene folder."""
    from scenewright.app.commands.edit import show_history

    show_history(scene, as_json=json_)


@edit_app.command("text")
def replace_text(
    scene: SceneArg,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File with the new program.")],
    json_: Json = False,
) -> None:
    """Replace the program of a scene folder by a file, in one undo step. A program that is wrong changes nothing."""
    from scenewright.app.commands.edit_text import run

    run(scene, file, as_json=json_)
