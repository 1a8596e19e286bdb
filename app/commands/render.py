"""``scenewright render``: draws pictures of a scene."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scenewright.app.renderer_options import read_settings
from scenewright.app.terminal.output import Reporter, guarded

__all__ = ["run"]


def run(
    where: str,
    *,
    renderer: str | None,
    out: Path | None,
    cameras: Sequence[int] | None,
    frames: Sequence[int] | None,
    all_frames: bool,
    passes: str,
    width: int | None,
    height: int | None,
    samples: int | None,
    time_limit: float | None,
    noise: float | None,
    transparent: bool,
    also: str,
    options: Sequence[str],
    seed: int | None,
    root: str | None,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.drawing import RENDER, RenderViewsRequest
        from scenewright.app.terminal.process import open_with_settings

        flags = {"renderer": renderer, "width": width, "height": height, "samples": samples, "seed": seed, "root": root}
        session, settings = open_with_settings(where, flags, reporter, writable=out is None)
        request = RenderViewsRequest(
            renderer=settings.renderer,
            cameras=None if not cameras else tuple(cameras),
            frames=None if all_frames else tuple(frames or (0,)),
            passes=tuple(p.strip() for p in passes.split(",") if p.strip()),
            width=settings.width,
            height=settings.height,
            samples=settings.samples,
            time_limit=time_limit,
            noise=noise,
            transparent=transparent,
            also=tuple(f.strip() for f in also.split(",") if f.strip()),
            options=read_settings(options),
            out=out,
        )
        with reporter.job("rendering", kept="render", scene=where) as job:
            job.progress(0.0, "evaluating")
            drawn = RENDER(session, request, job=job)
        reporter.warnings([*session.scene.warnings, *drawn.warnings])
        beside = [] if drawn.cameras is None else [str(drawn.cameras)]
        reporter.result(drawn.report(), [*(str(f.file) for f in drawn.frames), *beside])
