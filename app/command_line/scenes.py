"""The commands that make, show, draw, export and lay out scenes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import InPlace, Json, Out, Root, SceneArg, Seed

__all__ = ["app"]

app = typer.Typer()


@app.command()
def generate(
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="What the scene is, in English.")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Scene folder to make; by default scenes/<title>.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--from", help="Make the scene folder from a .py, a reply .md or - instead of a text.")
    ] = None,
    writer: Annotated[
        str | None,
        typer.Option("--writer", help="embedded (unless set), model, or one that a plug-in brings."),
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
    no_layout: Annotated[
        bool, typer.Option("--no-layout", help="Leave everything where the writer put it, unchecked.")
    ] = False,
    width: Annotated[int | None, typer.Option(min=1, help="Of the pictures, in pixels; 960 unless set.")] = None,
    height: Annotated[int | None, typer.Option(min=1, help="Of the pictures, in pixels; 720 unless set.")] = None,
    json_: Json = False,
) -> None:
    """Write a scene program from a text, make its folder and draw it."""
    from scenewright.app.commands.generate import run

    run(
        text,
        out=out,
        source=source,
        writer=writer,
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
    from scenewright.app.commands.evaluate import run

    run(scene, seed=seed, root=root, frame=frame, as_json=json_)


@app.command()
def render(
    scene: SceneArg,
    renderer: Annotated[
        str | None,
        typer.Option("--renderer", "-r", help="preview (unless set), splat, blender, or one that a plug-in brings."),
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
    passes: Annotated[
        str,
        typer.Option(
            "--passes",
            help="color, depth, normal, entity, position, albedo ..., as the renderer has them; joined by commas.",
        ),
    ] = "color",
    width: Annotated[int | None, typer.Option(min=1, help="In pixels; 960 unless set.")] = None,
    height: Annotated[int | None, typer.Option(min=1, help="In pixels; 720 unless set.")] = None,
    samples: Annotated[int | None, typer.Option(min=1, help="Rays a pixel; the renderer's own by default.")] = None,
    transparent: Annotated[bool, typer.Option("--transparent", help="Nothing behind the scene: alpha.")] = False,
    option: Annotated[
        list[str] | None,
        typer.Option(
            "--option",
            metavar="NAME=VALUE",
            help="Of the renderer, see `scenewright renderers`; may be given several times.",
        ),
    ] = None,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Draw a scene."""
    from scenewright.app.commands.render import run

    run(
        scene, renderer=renderer, out=out, cameras=camera, frames=frame, all_frames=all_frames, passes=passes,
        width=width, height=height, samples=samples, transparent=transparent, options=option or (), seed=seed, root=root,
        as_json=json_,
    )  # fmt: skip


@app.command()
def renderers(json_: Json = False) -> None:
    """List the renderers: what each draws, and what it can be told."""
    from scenewright.app.commands.renderers import run

    run(as_json=json_)


@app.command()
def export(
    scene: SceneArg,
    out: Annotated[Path, typer.Argument(metavar="FILE", help="Ends with .glb, .ply, .obj, .stl or .blend.")],
    frame: Annotated[int, typer.Option(help="Of an animation, from 0.")] = 0,
    splats: Annotated[
        int | None,
        typer.Option(min=1, help="Write so many Gaussians instead; FILE is then a splat file: .ply, .spz, .sog, ..."),
    ] = None,
    lit: Annotated[bool, typer.Option("--lit", help="The Gaussians in the light of the scene.")] = False,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Write a scene's geometry, every part with its path and words, and ATTRIBUTION beside it."""
    from scenewright.app.commands.export import run

    run(scene, out, frame=frame, splats=splats, lit=lit, seed=seed, root=root, as_json=json_)


@app.command()
def layout(
    scene: SceneArg,
    check: Annotated[bool, typer.Option("--check", help="Only say what holds and what does not.")] = False,
    plan: Annotated[Path | None, typer.Option("--plan", help="Draw the plan into this PNG file.")] = None,
    out: Out = None,
    in_place: InPlace = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Also take a repair that changes much, which is only offered otherwise.")
    ] = False,
    keep: Annotated[
        list[str] | None,
        typer.Option("--keep", metavar="PATH", help="Of what stays where it is written; may be given several times."),
    ] = None,
    no_settle: Annotated[bool, typer.Option("--no-settle", help="Do not let the result settle under gravity.")] = False,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """Move what does not hold as little as can be, until nothing collides, all stands, doors open, and relations hold."""
    from scenewright.app.commands.layout import run

    run(
        scene, check=check, plan=plan, out=out, in_place=in_place, settle=not no_settle, accept=accept, keep=keep or (),
        seed=seed, root=root, as_json=json_,
    )  # fmt: skip
