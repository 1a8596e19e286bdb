"""The commands that measure: this machine, and language fields by published protocols."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import Json
from scenewright.app.terminal.command_groups import NamingGroup

__all__ = ["app", "benchmark_app"]

app = typer.Typer()


@app.command()
def bench(
    only: Annotated[
        list[str] | None, typer.Argument(metavar="[PART]...", help="Only these parts, such as layout or rasteriser.")
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for bench.md and bench.json.")] = Path("bench"),
    full: Annotated[
        bool, typer.Option("--full", help="More rooms, pixels and steps: an hour instead of minutes.")
    ] = False,
    threads: Annotated[
        int | None, typer.Option("--threads", min=1, help="Threads of what can use several; default: the settings'.")
    ] = None,
    json_: Json = False,
) -> None:
    """Measure this machine: language, layout, rasteriser, training, lifting, queries, pictures, with baselines; write a report."""
    from scenewright.app.commands.bench import run

    run(only or [], out, full=full, threads=threads, as_json=json_)


benchmark_app = typer.Typer(cls=NamingGroup, help="Evaluate with published protocols.", no_args_is_help=True)


@benchmark_app.callback()
def _benchmark() -> None:
    """Evaluate with published protocols."""


@benchmark_app.command("query")
def query(
    labels: Annotated[
        Path,
        typer.Option(
            "--labels", help="Folder with the labels of one scene; with --dataset program: a scene.", exists=True
        ),
    ],
    field: Annotated[
        list[Path] | None,
        typer.Option(
            "--field",
            help="Language field, or one file a level: .npy, gsplat's .pt, LangSplat's .pth. A program has its own by default.",
        ),
    ] = None,
    splats: Annotated[
        Path | None,
        typer.Option("--splats", help="Gaussians that the field belongs to; not needed if its file contains them."),
    ] = None,
    dataset: Annotated[str, typer.Option("--dataset", help="Format of the labels: lerf, 3dovs or program.")] = "lerf",
    protocol: Annotated[
        list[str] | None, typer.Option("--protocol", help="render2d or select3d; default: both. May be repeated.")
    ] = None,
    cameras: Annotated[Path | None, typer.Option("--cameras", help="Capture that the labels belong to.")] = None,
    leveled: Annotated[
        bool, typer.Option("--leveled", help="The Gaussians are in the levelled world that `capture train` writes.")
    ] = False,
    encoder: Annotated[
        str | None, typer.Option("--encoder", help="Encoder of the features, if the file does not name it.")
    ] = None,
    decoder: Annotated[
        Path | None, typer.Option("--decoder", help="Autoencoder file that decodes LangSplat's latents.")
    ] = None,
    threshold: Annotated[
        float,
        typer.Option("--threshold", min=0.0, max=1.0, help="Threshold of the rescaled relevancy (not for 3dovs)."),
    ] = 0.4,
    smoothing: Annotated[
        int, typer.Option("--smoothing", min=0, max=512, help="Side of the averaging window, in pixels.")
    ] = 30,
    views: Annotated[
        int, typer.Option("--views", min=1, max=64, help="Number of views of a program that declares no cameras.")
    ] = 4,
    json_: Json = False,
) -> None:
    """Evaluate a language field: IoU of masks and localisation hits for each query, with macro and weighted means."""
    from scenewright.app.commands.benchmark_query import run

    run(
        protocols=protocol or ["render2d", "select3d"], field=field or [], splats=splats, labels=labels, dataset=dataset,
        cameras=cameras, leveled=leveled, encoder=encoder, decoder=decoder, threshold=threshold, smoothing=smoothing, views=views,
        as_json=json_,
    )  # fmt: skip
