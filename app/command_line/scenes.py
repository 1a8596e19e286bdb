"""The commands that make, show, export and lay out scenes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import (
    InPlace,
    Json,
    MaxMoney,
    MaxRequests,
    MaxSeconds,
    MaxTokens,
    Out,
    Root,
    SceneArg,
    Seed,
)  # fmt: skip
from scenewright.app.writers.writer import AgentEffort, Dress, DressLevel

__all__ = ["app"]

app = typer.Typer()


@app.command()
def generate(
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="Description of the scene in English.")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Scene folder to create; default: scenes/<title>.")
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace the scene of a scene folder at --out; undo brings it back.")
    ] = False,
    source: Annotated[
        str | None,
        typer.Option("--from", help="Use this program instead of a text: a .py file, a model's reply as .md, or -."),
    ] = None,
    images: Annotated[
        list[Path] | None,
        typer.Option("--image", help="Picture of a few plain things, instead of a text; may be repeated."),
    ] = None,
    writer: Annotated[
        str | None,
        typer.Option("--writer", help="Writer: embedded (default), model, or that of a plug-in."),
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", help="Language model (provider:name) that writes the program.")
    ] = None,
    base_url: Annotated[
        str | None, typer.Option("--base-url", help="URL of an OpenAI-compatible server (Ollama, vLLM, llama.cpp).")
    ] = None,
    effort: Annotated[
        AgentEffort,
        typer.Option(
            "--effort",
            help="What a model does: quick (writes, one repair), standard (plans and looks, too), best (three candidates).",
        ),
    ] = "standard",
    brief: Annotated[
        Path | None, typer.Option("--brief", help="What the scene must show, as the command brief writes it, edited.")
    ] = None,
    staged: Annotated[
        bool | None,
        typer.Option(
            "--staged/--at-once",
            help="A model makes it in stages: plan, furniture, walls, ceiling, small things. Default: for pictures alone.",
        ),
    ] = None,
    max_requests: MaxRequests = None,
    max_tokens: MaxTokens = None,
    max_seconds: MaxSeconds = None,
    max_money: MaxMoney = None,
    seed: Seed = None,
    root: Root = None,
    dress: Annotated[
        Dress,
        typer.Option(
            "--dress",
            help="What a named room gets that nobody asked for: only (nothing), none (furniture), light, full.",
        ),
    ] = "light",
    blender: Annotated[bool, typer.Option("--blender", help="Also render the scene with Blender.")] = False,
    glb: Annotated[bool, typer.Option("--glb", help="Also export scene.glb into the folder.")] = False,
    no_layout: Annotated[
        bool, typer.Option("--no-layout", help="Keep the poses that the writer chose, unchecked.")
    ] = False,
    width: Annotated[int | None, typer.Option(min=1, help="Width of the pictures in pixels; default: 960.")] = None,
    height: Annotated[int | None, typer.Option(min=1, help="Height of the pictures in pixels; default: 720.")] = None,
    json_: Json = False,
) -> None:
    """Make a scene folder from a text: write the program, lay it out and draw it."""
    from scenewright.app.commands.generate import run

    run(
        text,
        out=out,
        overwrite=overwrite,
        source=source,
        images=images or (),
        writer=writer,
        model=model,
        base_url=base_url,
        effort=effort,
        brief=brief,
        staged=staged,
        max_requests=max_requests,
        max_tokens=max_tokens,
        max_seconds=max_seconds,
        max_money=max_money,
        seed=seed,
        root=root,
        dress=dress,
        blender=blender,
        glb=glb,
        layout=not no_layout,
        width=width,
        height=height,
        as_json=json_,
    )


@app.command("import")
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A scene of another program: .glb, .gltf, .obj or USD; its meshes are kept."
        ),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Scene folder to create; default: scenes/<name>.")
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace the scene of a scene folder at --out; undo brings it back.")
    ] = False,
    width: Annotated[int | None, typer.Option(min=1, help="Width of the pictures in pixels; default: 960.")] = None,
    height: Annotated[int | None, typer.Option(min=1, help="Height of the pictures in pixels; default: 720.")] = None,
    json_: Json = False,
) -> None:
    """Make a scene folder from a file of another program: one entity a node, the geometry kept with the scene. Nothing is moved."""
    from scenewright.app.commands.generate import run

    run(
        None, out=out, overwrite=overwrite, source=str(file), images=(), writer=None, model=None, base_url=None, effort="standard",
        brief=None, staged=None, max_requests=None, max_tokens=None, max_seconds=None, max_money=None, seed=None, root=None,
        dress="light", blender=False, glb=False, layout=False, width=width, height=height, as_json=json_,
    )  # fmt: skip


@app.command()
def brief(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Description of the scene.")],
    model: Annotated[
        str | None,
        typer.Option("--model", help="Language model (provider:name) that plans; default: the embedded reader."),
    ] = None,
    base_url: Annotated[str | None, typer.Option("--base-url", help="URL of an OpenAI-compatible server.")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="File to write the brief into, as JSON.")] = None,
    json_: Json = False,
) -> None:
    """Show what a request asks for: things, looks, numbers, relations, room. Edit it, and give it to generate --brief."""
    from scenewright.app.commands.brief import run

    run(text, model=model, base_url=base_url, out=out, as_json=json_)


@app.command()
def evaluate(
    scene: SceneArg,
    seed: Seed = None,
    root: Root = None,
    frame: Annotated[int, typer.Option(help="Frame of an animation, from 0.")] = 0,
    first: Annotated[int, typer.Option(help="Node with which --json begins: `next` of the page before.")] = 0,
    all_: Annotated[bool, typer.Option("--all", help="Show every instance, however many.")] = False,
    json_: Json = False,
) -> None:
    """Run a program and show the instances of its scene, with their sizes."""
    from scenewright.app.commands.evaluate import run

    run(scene, seed=seed, root=root, frame=frame, first=first, all_rows=all_, as_json=json_)


@app.command()
def export(
    scene: SceneArg,
    out: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="File to write, by its suffix: .glb, .usdz, .usd, .usda, .usdc, .ply, .obj, .stl, .html, .json (scene graph), "
            ".blend, .fbx, .xml (MuJoCo) or .urdf. See docs/exchange.md and docs/simulation.md.",
        ),
    ],
    frame: Annotated[int, typer.Option(help="Frame of an animation, from 0.")] = 0,
    splats: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="Write this many Gaussians instead; FILE is then a splat file: .ply, .splat, .spz, .sog, .glb or .usdz.",
        ),
    ] = None,
    lit: Annotated[bool, typer.Option("--lit", help="Bake the scene's lighting into the Gaussians' colours.")] = False,
    physics: Annotated[
        bool, typer.Option("--physics", help="Rigid bodies, colliders, masses and joints, too: in USD files.")
    ] = False,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Export a scene's geometry, with path and words of every part, and an ATTRIBUTION file beside it."""
    from scenewright.app.commands.export import run

    run(scene, out, frame=frame, splats=splats, lit=lit, physics=physics, seed=seed, root=root, as_json=json_)


@app.command()
def layout(
    scene: SceneArg,
    check: Annotated[bool, typer.Option("--check", help="Only report violations; move nothing.")] = False,
    plan: Annotated[Path | None, typer.Option("--plan", help="PNG file to draw the floor plan into.")] = None,
    out: Out = None,
    in_place: InPlace = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Also make a large repair, which is only offered otherwise.")
    ] = False,
    keep: Annotated[
        list[str] | None,
        typer.Option("--keep", metavar="PATH", help="Instance that must not move; may be repeated."),
    ] = None,
    no_settle: Annotated[bool, typer.Option("--no-settle", help="Do not let the result settle under gravity.")] = False,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Repair the layout with the smallest moves: no collisions, all bodies supported, doors free, relations satisfied."""
    from scenewright.app.commands.layout import run

    run(
        scene, check=check, plan=plan, out=out, in_place=in_place, settle=not no_settle, accept=accept, keep=keep or (),
        seed=seed, root=root, as_json=json_,
    )  # fmt: skip


@app.command()
def dress(
    scene: Annotated[Path, typer.Argument(metavar="SCENE", help="A scene folder.")],
    level: Annotated[
        DressLevel,
        typer.Option(
            "--level", help="none: nothing; light: what one sees first of a lived-in place; full: all that lies about."
        ),
    ],
    place: Annotated[
        str,
        typer.Option(
            "--place", metavar="KIND", help="What it is, such as bedroom, where it was not made of a text that says so."
        ),
    ] = "",
    json_: Json = False,
) -> None:
    """Add or take away what nobody asked for: plants, books, sockets, pictures. What you moved or added stays."""
    from scenewright.app.commands.dress import run

    run(scene, level=level, place=place, as_json=json_)


@app.command()
def fit(
    scene: Annotated[Path, typer.Argument(metavar="SCENE", help="A scene folder.")],
    image: Annotated[Path, typer.Option("--image", help="A picture of the scene.")],
    camera: Annotated[int, typer.Option("--camera", "-c", min=0, help="Number of the camera that took it.")] = 0,
    camera_known: Annotated[
        bool, typer.Option("--camera-known", help="That camera is exact: only things are fitted.")
    ] = False,
    beside: Annotated[
        Path | None,
        typer.Option("--beside", metavar="FILE", help="PNG with the drawing before, the picture, and the drawing now."),
    ] = None,
    json_: Json = False,
) -> None:
    """Bring camera, places, sizes, turns and colors of a scene to what a picture of it shows, as one undo step."""
    from scenewright.app.commands.fit import run

    run(scene, image=image, camera=camera, camera_known=camera_known, beside=beside, as_json=json_)


FolderArg = Annotated[Path, typer.Argument(metavar="SCENE", help="A scene folder.")]


@app.command()
def rename(
    scene: FolderArg,
    title: Annotated[str, typer.Argument(help="The new title, for people: one line.")],
    json_: Json = False,
) -> None:
    """Give a scene folder another title. The folder stays where it is."""
    from scenewright.app.commands.scene_folders import rename as run

    run(scene, title, as_json=json_)


@app.command()
def copy(
    scene: FolderArg,
    out: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of the copy; nothing may be there.")],
    title: Annotated[
        str | None, typer.Option(help="Title of the copy; default: that of the original, and 'copy'.")
    ] = None,
    json_: Json = False,
) -> None:
    """Copy a scene folder with its history, without its pictures."""
    from scenewright.app.commands.scene_folders import copy as run

    run(scene, out, title=title, as_json=json_)
