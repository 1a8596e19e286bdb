"""``scenewright render``: draws pictures of a scene."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.renderer_options import read_settings
from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.viewpoints import PictureView

__all__ = ["own_view", "run"]


def run(
    scenes: Sequence[str],
    *,
    batch: bool,
    workers: int | None,
    renderer: str | None,
    out: Path | None,
    cameras: Sequence[int] | None,
    eye: tuple[float, float, float] | None,
    target: tuple[float, float, float] | None,
    fov: float | None,
    turntable: int | None,
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
        from scenewright.app.terminal.process import open_with_settings, settings_for_machine

        flags = {"renderer": renderer, "width": width, "height": height, "samples": samples, "seed": seed, "root": root}
        if batch:
            _refuse_for_many(out, flags)
            settings = settings_for_machine(flags, reporter)
        else:
            where = _one(scenes, workers)
            session, settings = open_with_settings(where, flags, reporter, writable=out is None)
        request = RenderViewsRequest(
            renderer=settings.renderer,
            cameras=None if not cameras else tuple(cameras),
            view=own_view(eye, target, fov),
            turntable=turntable,
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
            out=None if batch else out,
        )
        if batch:
            from scenewright.app.commands.batch import render_many

            step = request.model_dump(mode="json", exclude={"out"})
            render_many(scenes, str(out), step, workers=workers, reporter=reporter)
            return
        with reporter.job("rendering", kept="render", scene=where) as job:
            job.progress(0.0, "evaluating")
            drawn = RENDER(session, request, job=job)
        reporter.warnings([*session.scene.warnings, *drawn.warnings])
        beside = [] if drawn.cameras is None else [str(drawn.cameras)]
        reporter.result(drawn.report(), [*(str(f.file) for f in drawn.frames), *beside])


def _one(scenes: Sequence[str], workers: int | None) -> str:
    from scenewright.app.requests import RequestError

    if len(scenes) != 1:
        raise RequestError(f"{len(scenes)} scenes are drawn with --batch, each into a folder in --out", field="batch")
    if workers is not None:
        raise RequestError("workers is for many scenes: give --batch, too", field="workers")
    return scenes[0]


def _refuse_for_many(out: Path | None, flags: Mapping[str, object]) -> None:
    from scenewright.app.requests import RequestError

    if out is None:
        raise RequestError("pictures of many scenes go into one folder: name it", field="out")
    for name in ("seed", "root"):
        if flags[name] is not None:
            raise RequestError(f"{name} is for one scene: leave it out with --batch", field=name)


def own_view(
    eye: tuple[float, float, float] | None, target: tuple[float, float, float] | None, fov: float | None
) -> PictureView | None:
    """The viewpoint that is given on the command line; None: none is.

    Raises:
        RequestError: only a part of it is given.
    """
    from scenewright.app.requests import RequestError
    from scenewright.app.viewpoints import PictureView

    if eye is None and target is None and fov is None:
        return None
    if eye is None or target is None:
        raise RequestError("a viewpoint of one's own is an eye and a target: give both", field="eye", also=("target",))
    return PictureView(eye=eye, target=target) if fov is None else PictureView(eye=eye, target=target, fov=fov)
