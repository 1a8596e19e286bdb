"""The commands of library learning."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import Json, Root, SceneArg, Seed

__all__ = ["app"]

app = typer.Typer()


@app.command()
def learn(
    scene: SceneArg,
    save: Annotated[
        str | None,
        typer.Option("--save", metavar="NAME", help="Save this function. Without it offers are only listed."),
    ] = None,
    word: Annotated[
        str | None, typer.Option("--word", help="What it is found by; default: what the offer proposes.")
    ] = None,
    synonym: Annotated[
        list[str] | None, typer.Option("--synonym", metavar="WORD", help="A further word; may be given several times.")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in place of what you have and says the same, or has its name.")
    ] = False,
    apart: Annotated[bool, typer.Option("--apart", help="Keep it beside what you have that says the same.")] = False,
    sheet: Annotated[Path | None, typer.Option("--sheet", help="PNG to write, with a picture of each offer.")] = None,
    seed: Seed = None,
    root: Root = None,
    json_: Json = False,
) -> None:
    """List the functions of a scene that are worth keeping in your own library, or save one of them."""
    from scenewright.app.commands.learn import offers, save_one

    flags = {"seed": seed, "root": root}
    if save is None:
        offers(scene, flags, sheet=sheet, as_json=json_)
    else:
        save_one(scene, save, flags, word=word, synonyms=synonym or [], replacing=replace, apart=apart, as_json=json_)


@app.command()
def learned(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUERY]...", help="Words to search for; without words all are listed."),
    ] = None,
    remove: Annotated[
        str | None, typer.Option("--remove", metavar="NAME", help="Delete this one. Scenes keep their own copies.")
    ] = None,
    json_: Json = False,
) -> None:
    """List what you saved from scenes, search it by words and by meaning, or remove it."""
    from scenewright.app.commands.learn import listed, remove_one

    if remove is None:
        listed(" ".join(query or []), as_json=json_)
    else:
        remove_one(remove, as_json=json_)
