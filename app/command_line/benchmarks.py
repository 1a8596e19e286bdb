"""The commands that measure."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.naming import NamingGroup
from scenewright.app.command_line.options import Json

__all__ = ["benchmark_app"]

benchmark_app = typer.Typer(cls=NamingGroup, help="Measure by published protocols.", no_args_is_help=True)


@benchmark_app.callback()
def _benchmark() -> None:
    """Measure by published protocols."""


@benchmark_app.command("query")
def query(
    labels: Annotated[
        Path,
        typer.Option("--labels", help="Folder of one scene's labels; with --dataset program a scene.", exists=True),
    ],
    field: Annotated[
        list[Path] | None,
        typer.Option(
            "--field",
            help="Language field: ours; or one a level: .npy, gsplat's .pt, LangSplat's .pth. A program has its own.",
        ),
    ] = None,
    splats: Annotated[
        Path | None, typer.Option("--splats", help="Gaussians that the field is of, unless its file brings them.")
    ] = None,
    dataset: Annotated[str, typer.Option("--dataset", help="Of the labels: lerf, 3dovs or program.")] = "lerf",
    protocol: Annotated[
        list[str] | None, typer.Option("--protocol", help="render2d or select3d; both unless set.")
    ] = None,
    cameras: Annotated[Path | None, typer.Option("--cameras", help="Capture that the labels are of.")] = None,
    leveled: Annotated[
        bool, typer.Option("--leveled", help="Gaussians are in the levelled world that `capture train` leaves.")
    ] = False,
    encoder: Annotated[
        str | None, typer.Option("--encoder", help="That made the features, where the file does not say.")
    ] = None,
    decoder: Annotated[Path | None, typer.Option("--decoder", help="Autoencoder of LangSplat's latents.")] = None,
    threshold: Annotated[
        float, typer.Option("--threshold", min=0.0, max=1.0, help="Of the rescaled relevancy (not for 3dovs).")
    ] = 0.4,
    smoothing: Annotated[
        int, typer.Option("--smoothing", min=0, max=512, help="Side of the averaged square, pixels.")
    ] = 30,
    views: Annotated[int, typer.Option("--views", min=1, max=64, help="Of a program without cameras.")] = 4,
    json_: Json = False,
) -> None:
    """How well a language field answers: IoU of masks and hits of peaks, a row a query, and both kinds of means."""
    from scenewright.app.commands.benchmark_query import run

    run(
        protocols=protocol or ["render2d", "select3d"], field=field or [], splats=splats, labels=labels, dataset=dataset,
        cameras=cameras, leveled=leveled, encoder=encoder, decoder=decoder, threshold=threshold, smoothing=smoothing, views=views,
        as_json=json_,
    )  # fmt: skip
