"""``scenewright film``: makes a video of a scene."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.film_paths import FilmPath
from scenewright.app.renderer_options import read_settings
from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.films import Filmed

__all__ = ["run"]


def run(
    where: str,
    *,
    out: Path,
    path: FilmPath,
    cameras: Sequence[int],
    cameras_file: Path | None,
    eye: tuple[float, float, float] | None,
    target: tuple[float, float, float] | None,
    fov: float | None,
    seconds: float | None,
    fps: float,
    loop: bool | None,
    animation_fps: float,
    renderer: str | None,
    channel: str,
    width: int,
    height: int,
    background: str,
    samples: int | None,
    time_limit: float | None,
    noise: float | None,
    options: Sequence[str],
    seed: int | None,
    root: str | None,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.filming import FILM
        from scenewright.app.commands.render import own_view
        from scenewright.app.films import FilmRequest
        from scenewright.app.terminal.process import open_with_settings

        flags = {"renderer": renderer, "samples": samples, "seed": seed, "root": root}
        session, settings = open_with_settings(where, flags, reporter)
        request = FilmRequest(
            out=out,
            path=path,
            cameras=tuple(cameras) or None,
            cameras_file=cameras_file,
            view=own_view(eye, target, fov),
            seconds=seconds,
            fps=fps,
            loop=loop,
            animation_fps=animation_fps,
            renderer=settings.renderer,
            channel=channel,
            width=width,
            height=height,
            background=background,
            samples=settings.samples,
            time_limit=time_limit,
            noise=noise,
            options=read_settings(options),
        )
        with reporter.job("filming", kept="film", scene=where) as job:
            job.progress(0.0, "evaluating")
            filmed = FILM(session, request, job=job)
        reporter.warnings([*session.scene.warnings, *filmed.warnings])
        reporter.result(filmed.report(), _told(filmed))


def _told(filmed: Filmed) -> list[str]:
    return [
        str(filmed.file),
        f"{filmed.frames} frames of {filmed.width}x{filmed.height}, {filmed.seconds:.2f} s at {filmed.fps:g} a second, "
        f"{filmed.bytes / 1e6:.2f} MB; made in {filmed.drawing_seconds:.1f} s with {filmed.renderer} on {filmed.device}",
    ]
