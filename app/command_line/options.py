"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["InPlace", "Json", "Out", "PathArg", "Root", "SceneArg", "Seed"]

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
