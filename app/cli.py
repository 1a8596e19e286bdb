"""The command line. Each command's work is in :mod:`app.commands`, imported when it runs: ``--help`` stays cheap."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app", "main"]

app = typer.Typer(
    name="scenewright",
    help="Make, understand and draw 3D scenes. A scene is one readable program.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
edit_app = typer.Typer(
    help="Change one thing in a scene's program; everything else stays as it is.", no_args_is_help=True
)
assets_app = typer.Typer(help="Packs of objects beside the built-in catalogue.", no_args_is_help=True)
app.add_typer(edit_app, name="edit")
app.add_typer(assets_app, name="assets")

Json = Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")]
SceneArg = Annotated[
    str, typer.Argument(metavar="SCENE", help="A scene folder, a .py, a reply .md, or - for standard input.")
]
Seed = Annotated[int | None, typer.Option("--seed", help="Seed of everything random; the folder's own, else 0.")]
Root = Annotated[
    str | None, typer.Option("--root", help="The entity that is the scene; by default the root of the call graph.")
]
PathArg = Annotated[str, typer.Argument(metavar="PATH", help="Path of an instance: desk/drawer[2]")]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="Write here.")]
InPlace = Annotated[bool, typer.Option("--in-place", help="Write the new text back to the .py file.")]


def _version(shown: bool) -> None:
    if shown:
        from app.version import __version__

        typer.echo(f"scenewright {__version__}")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Make, understand and draw 3D scenes. A scene is one readable program."""


@app.command()
def generate(
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="What the scene is, in English.")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Scene folder to make; by default scenes/<title>.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--from", help="Make the scene folder from a .py, a reply .md or - instead of a text.")
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", help="provider:name of a language model that writes the program.")
    ] = None,
    base_url: Annotated[
        str | None, typer.Option("--base-url", help="Of an OpenAI-compatible server (Ollama, vLLM, llama.cpp).")
    ] = None,
    seed: Seed = None,
    root: Root = None,
    blender: Annotated[bool, typer.Option("--blender", help="Also render the scene with Blender.")] = False,
    glb: Annotated[bool, typer.Option("--glb", help="Also export scene.glb into the folder.")] = False,
    no_layout: Annotated[bool, typer.Option("--no-layout", help="Leave everything where the writer put it.")] = False,
    width: Annotated[int | None, typer.Option(min=1, help="Of the pictures, in pixels; 960 unless set.")] = None,
    height: Annotated[int | None, typer.Option(min=1, help="Of the pictures, in pixels; 720 unless set.")] = None,
    json_: Json = False,
) -> None:
    """Write a scene program from a text, make its folder and draw it."""
    from app.commands.generate import run

    run(
        text,
        out=out,
        source=source,
        model=model,
        base_url=base_url,
        seed=seed,
        root=root,
        blender=blender,
        glb=glb,
        layout=not no_layout,
        width=width,
        height=height,
        as_json=json_,
    )


@app.command()
def evaluate(
    scene: SceneArg,
    seed: Seed = None,
    root: Root = None,
    frame: Annotated[int, typer.Option(help="Of an animation, from 0.")] = 0,
    json_: Json = False,
) -> None:
    """Run a program and show what is in its scene."""
    from app.commands.evaluate import run

    run(scene, seed=seed, root=root, frame=frame, as_json=json_)


@app.command()
def render(
    scene: SceneArg,
    renderer: Annotated[
        str | None,
        typer.Option("--renderer", "-r", help="preview (unless set), blender, or one that a plug-in brings."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder of the pictures; the scene's own renders/ by default.")
    ] = None,
    camera: Annotated[
        list[int] | None, typer.Option("--camera", "-c", help="Number of a view, from 0; all of them by default.")
    ] = None,
    frame: Annotated[
        list[int] | None, typer.Option("--frame", help="Of an animation, from 0; may be repeated.")
    ] = None,
    all_frames: Annotated[bool, typer.Option("--all-frames", help="Every frame of the animation.")] = False,
    passes: Annotated[str, typer.Option("--passes", help="color, depth, normal, entity; joined by commas.")] = "color",
    width: Annotated[int | None, typer.Option(min=1, help="In pixels; 960 unless set.")] = None,
    height: Annotated[int | None, typer.Option(min=1, help="In pixels; 720 unless set.")] = None,
    samples: Annotated[int | None, typer.Option(min=1, help="Rays a pixel; the renderer's own by default.")] = None,
    transparent: Annotated[bool, typer.Option("--transparent", help="Nothing behind the scene: alpha.")] = False,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Draw a scene."""
    from app.commands.render import run

    run(
        scene, renderer=renderer, out=out, cameras=camera, frames=frame, all_frames=all_frames, passes=passes,
        width=width, height=height, samples=samples, transparent=transparent, seed=seed, root=root, as_json=json_,
    )  # fmt: skip


@app.command()
def export(
    scene: SceneArg,
    out: Annotated[Path, typer.Argument(metavar="FILE", help="Ends with .glb, .ply, .obj, .stl or .blend.")],
    frame: Annotated[int, typer.Option(help="Of an animation, from 0.")] = 0,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Write a scene's geometry, every part with its path and words, and ATTRIBUTION beside it."""
    from app.commands.export import run

    run(scene, out, frame=frame, seed=seed, root=root, as_json=json_)


@app.command()
def layout(
    scene: SceneArg,
    check: Annotated[bool, typer.Option("--check", help="Only say what holds and what does not.")] = False,
    plan: Annotated[Path | None, typer.Option("--plan", help="Draw the plan into this PNG file.")] = None,
    out: Out = None,
    in_place: InPlace = False,
    no_settle: Annotated[bool, typer.Option("--no-settle", help="Do not let the result settle under gravity.")] = False,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Place what a scene holds so that nothing collides, all stands, doors open, and its relations hold."""
    from app.commands.layout import run

    run(
        scene, check=check, plan=plan, out=out, in_place=in_place, settle=not no_settle, seed=seed, root=root, as_json=json_,
    )  # fmt: skip


@app.command("query-catalogue")
def query_catalogue(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]...", help="What to look for; nothing lists everything.")
    ] = None,
    number: Annotated[int, typer.Option("--number", "-k", min=1, help="Answers at most.")] = 5,
    json_: Json = False,
) -> None:
    """Find objects of the catalogues by words."""
    from app.commands.catalogue import query

    query(" ".join(words or []), number=number, as_json=json_)


@app.command()
def doctor(json_: Json = False) -> None:
    """Say what works here, and the command that mends what does not."""
    from app.doctor import run

    run(as_json=json_)


# -- edits ------------------------------------------------------------------------------------------------------------

Vec = tuple[float, float, float]


def _edit(
    scene: str, values: dict[str, object], out: Path | None, in_place: bool, seed: int | None, json_: bool
) -> None:
    from app.commands.edit import run

    run(scene, [values], out=out, in_place=in_place, seed=seed, as_json=json_)


@edit_app.command()
def move(
    scene: SceneArg,
    path: PathArg,
    by: Annotated[Vec | None, typer.Option(help="Metres in the world frame: x y z.")] = None,
    to: Annotated[Vec | None, typer.Option(help="Where the centre of the bottom of its box comes to: x y z.")] = None,
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Move an instance."""
    _edit(scene, {"kind": "move", "path": path, "by": by, "to": to}, out, in_place, seed, json_)


@edit_app.command()
def turn(
    scene: SceneArg,
    path: PathArg,
    degrees: Annotated[float, typer.Argument(help="About +y, right-handed.")],
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Turn an instance about the vertical."""
    _edit(scene, {"kind": "turn", "path": path, "degrees": degrees}, out, in_place, seed, json_)


@edit_app.command()
def scale(
    scene: SceneArg,
    path: PathArg,
    factor: Annotated[float | None, typer.Argument(help="One factor for all axes.")] = None,
    axes: Annotated[Vec | None, typer.Option("--axes", help="One factor for each axis: x y z.")] = None,
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Scale an instance about the centre of its bottom."""
    if (factor is None) == (axes is None):
        raise typer.BadParameter("give either FACTOR or --axes x y z")
    _edit(
        scene, {"kind": "scale", "path": path, "factor": axes if factor is None else factor}, out, in_place, seed, json_
    )


@edit_app.command()
def recolour(
    scene: SceneArg,
    path: PathArg,
    color: Annotated[str, typer.Argument(help="A name, #rrggbb, or r,g,b from 0 to 1.")],
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Give everything in an instance one colour."""
    _edit(scene, {"kind": "recolour", "path": path, "color": color}, out, in_place, seed, json_)


@edit_app.command()
def rename(
    scene: SceneArg,
    path: PathArg,
    name: Annotated[str, typer.Argument()],
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Rename an instance; what refers to it follows."""
    _edit(scene, {"kind": "rename", "path": path, "name": name}, out, in_place, seed, json_)


@edit_app.command()
def duplicate(
    scene: SceneArg,
    path: PathArg,
    by: Annotated[Vec, typer.Option(help="How far from the first, in the world frame: x y z.")] = (0.5, 0.0, 0.0),
    name: Annotated[str | None, typer.Option(help="Of the new one.")] = None,
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Make a second one."""
    _edit(scene, {"kind": "duplicate", "path": path, "by": by, "name": name}, out, in_place, seed, json_)


@edit_app.command()
def delete(
    scene: SceneArg, path: PathArg, out: Out = None, in_place: InPlace = False, seed: Seed = None, json_: Json = False
) -> None:
    """Take an instance out, with what refers to it."""
    _edit(scene, {"kind": "delete", "path": path}, out, in_place, seed, json_)


@edit_app.command()
def replace(
    scene: SceneArg,
    path: PathArg,
    what: Annotated[str, typer.Argument(help="A registered entity, or words of the catalogue.")],
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Put something else in an instance's place."""
    _edit(scene, {"kind": "replace", "path": path, "what": what}, out, in_place, seed, json_)


@edit_app.command("set-z")
def set_z(
    scene: SceneArg,
    path: PathArg,
    words: Annotated[str, typer.Argument(help="Which one it is: 'worn red leather'.")],
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Give an instance an identity."""
    _edit(scene, {"kind": "set-z", "path": path, "words": words}, out, in_place, seed, json_)


@edit_app.command("add-relation")
def add_relation(
    scene: SceneArg,
    relation: Annotated[str, typer.Argument(help="Such as: near, on, facing, against_wall")],
    arguments: Annotated[
        list[str], typer.Argument(help="Names of instances; items of an arrangement joined by commas.")
    ],
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Ask one thing more of the layout."""
    from app.commands.edit import relation_arguments

    values = {"kind": "add-relation", "relation": relation, **relation_arguments(arguments)}
    _edit(scene, values, out, in_place, seed, json_)


@edit_app.command("drop-relation")
def drop_relation(
    scene: SceneArg,
    index: Annotated[int, typer.Argument(help="Its number in `evaluate`, from 0.")],
    out: Out = None,
    in_place: InPlace = False,
    seed: Seed = None,
    json_: Json = False,
) -> None:
    """Ask one thing less of the layout."""
    _edit(scene, {"kind": "drop-relation", "index": index}, out, in_place, seed, json_)


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
    """Make a list of edits, in the form that the history shows.

    Beside the kinds that are commands here there is arrange, which brings many instances to poses in one step:
    {"kind": "arrange", "poses": [{"path": "chair", "at": [1, 0, 2], "yaw": 1.57}]}, at the centre of the bottom of the
    oriented box, metres in the world frame; yaw in radians about +y, 0 where the front looks toward +z.
    """
    from app.commands.edit import run_file

    run_file(scene, edits, out=out, in_place=in_place, seed=seed, as_json=json_)


@edit_app.command()
def undo(scene: SceneArg, json_: Json = False) -> None:
    """Take the last change of a scene folder back."""
    from app.commands.edit import step

    step(scene, "undo", as_json=json_)


@edit_app.command()
def redo(scene: SceneArg, json_: Json = False) -> None:
    """Make the change again that was undone last."""
    from app.commands.edit import step

    step(scene, "redo", as_json=json_)


@edit_app.command()
def history(scene: SceneArg, json_: Json = False) -> None:
    """Every change that a scene folder has seen."""
    from app.commands.edit import show_history

    show_history(scene, as_json=json_)


# -- packs ------------------------------------------------------------------------------------------------------------


@assets_app.command("add")
def assets_add(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder of GLB files.")],
    sheet: Annotated[
        Path | None, typer.Option("--sheet", help="Where the contact sheet goes; DIR/contact_sheet.png by default.")
    ] = None,
    no_sheet: Annotated[bool, typer.Option("--no-sheet", help="Draw no contact sheet.")] = False,
    json_: Json = False,
) -> None:
    """Add a folder of GLB files: words, size, up and front are proposed for you to correct."""
    from app.commands.catalogue import add

    add(folder, sheet=sheet, draw=not no_sheet, as_json=json_)


@assets_app.command("packs")
def assets_packs(json_: Json = False) -> None:
    """The packs in use, with how many objects each holds."""
    from app.commands.catalogue import packs

    packs(as_json=json_)


def main() -> None:
    """The console script."""
    app()
