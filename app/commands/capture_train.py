"""``scenewright capture train``: photographs in, Gaussians out. However it ends, what was learnt until then is kept."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from scenewright.app.commands.capture import advised
from scenewright.app.output import Reporter, UsageError, guarded

if TYPE_CHECKING:
    from scenewright.scene.jobs import Job
    from scenewright.scene.splats.capture.model import Capture
    from scenewright.scene.splats.capture.views import View
    from scenewright.scene.splats.training.results import TrainingResult
    from scenewright.scene.splats.training.trainer import Trainer

__all__ = ["TrainRequest", "run"]

_HELD_OUT_EVERY = "8"
_STEPS = {"cpu": 7_000, "cuda": 30_000}
_LONGEST_RUN = 30_000
_GAUSSIANS = {"cpu": 200_000, "cuda": 1_000_000}
_LONGEST_SIDE = {"cpu": 640, "cuda": 1_600}
"""What is trained without being told otherwise: what a processor gets through in some ten minutes, and gsplat's own."""

_KEPT_EVERY = 300.0
"""Seconds between two checkpoints of a training that goes on."""

_FIXED = ("max_gaussians", "strategy", "sh_degree", "background", "exposure", "poses", "antialiased", "seed")
"""What a training is about cannot change on the way; its bounds can."""


@dataclass(frozen=True)
class TrainRequest:
    """What the command line was given; None: not given."""

    capture: Path
    work: Path | None = None
    images: Path | None = None
    out: Path | None = None
    resume: bool = False
    iterations: int | None = None
    minutes: float | None = None
    max_gaussians: int | None = None
    strategy: str | None = None
    sh_degree: int | None = None
    downscale: float | None = None
    width: int | None = None
    holdout: Sequence[str] = ()
    sweep_points: bool = False
    trust_poses: bool = False
    background: str | None = None
    exposure: bool = False
    poses: bool = False
    antialiased: bool = False
    seed: int | None = None
    device: str | None = None


def run(request: TrainRequest, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.settings import settings_for_machine
        from scenewright.scene.errors import SplatError

        if request.downscale is not None and request.width is not None:
            raise UsageError("--downscale and --width both say how large pictures are: give one")
        if request.resume and (fixed := [f"--{n.replace('_', '-')}" for n in _FIXED if getattr(request, n)]):
            raise UsageError(f"--resume goes on as the training began: leave out {', '.join(fixed)}")
        settings = settings_for_machine({"seed": request.seed}, reporter)
        out = request.out or Path("splats") / (request.capture.resolve().stem or "capture")
        trainer, held_out, capture = _prepared(request, out, settings.seed, reporter)
        for note in trainer.notes:
            reporter.note(f"note: {note}")
        from scenewright.scene.splats.training.results import CHECKPOINT, make_folder, write_result

        make_folder(out)
        failure: SplatError | None = None
        with reporter.job("training", kept="train", scene=request.capture) as job, _cancelled_by_signals(job) as asked:
            keeper = _Keeper(trainer, out / CHECKPOINT, job)
            job.listen(lambda share, what: keeper.keep())
            try:
                stopped: str = trainer.run(job)
            except SplatError as error:
                failure, stopped = error, "failed"

        if asked:
            reporter.note("stopping: writing what was learnt until here")
        result = write_result(out, trainer, stopped, held_out=held_out, y_up=capture.leveled)
        if failure is not None:
            reporter.note(f"the result until there is in {out}")
            raise failure
        _tell(reporter, result, out)
        if asked:
            raise SystemExit(128 + asked[0])


def _prepared(
    request: TrainRequest, out: Path, seed: int | None, reporter: Reporter
) -> tuple[Trainer, list[View], Capture]:
    import torch

    from scenewright.scene.splats.capture.views import split_holdout
    from scenewright.scene.splats.training.checkpoints import read_checkpoint
    from scenewright.scene.splats.training.completion import complete_points
    from scenewright.scene.splats.training.results import CHECKPOINT
    from scenewright.scene.splats.training.trainer import Trainer

    device = request.device or ("cuda" if torch.cuda.is_available() else "cpu")
    context = _context(request, device)
    if request.resume:
        # what was trained on is what goes on being trained on, unless it is given again
        context = {**read_checkpoint(out / CHECKPOINT).values["context"], **_context(request, None)}
    elif (out / CHECKPOINT).exists():
        raise UsageError(f"{out} holds a training: go on with it (--resume), or give another folder (--out)")
    capture, notes = _ready(request, context, reporter)
    with reporter.job("reading the pictures") as job:
        views = capture.views(
            downscale=context["downscale"], width=context["width"], longest=context["longest"], job=job
        )
    names = [h for h in context["holdout"] if not h.isdigit()]
    every = next((int(h) for h in context["holdout"] if h.isdigit()), 0)
    kept, held_out = split_holdout(views, every, names=names)
    if request.resume:
        trainer = Trainer.resume(
            out / CHECKPOINT, kept, iterations=request.iterations, minutes=request.minutes, device=device
        )
        return trainer, held_out, capture
    options = _options(request, device, seed or 0)
    points, colors = None, None
    if capture.points is not None and not context["sweep_points"]:
        with reporter.job("looking for points where the capture has none") as job:
            found = complete_points(
                kept, capture.points, capture.point_colors, most=options.max_gaussians // 2, seed=options.seed, job=job
            )
        points, colors = found.points, found.colors
        notes.append(
            f"begun with the capture's {len(capture.points):,} points, {found.swept:,} found by comparing the photographs, and "
            f"{found.behind:,} far behind where neither shows any"
        )
    trainer = Trainer(kept, points=points, colors=colors, options=options, device=device)
    trainer.notes += notes
    trainer.context = context
    return trainer, held_out, capture


def _ready(request: TrainRequest, context: Mapping[str, Any], reporter: Reporter) -> tuple[Capture, list[str]]:
    """The capture on its floor and with points where they can be had, and what there is to say about that."""
    from scenewright.scene.splats.capture.opening import open_capture
    from scenewright.scene.splats.capture.preparing import prepare

    with advised(), reporter.job("reading the capture") as job:
        capture = open_capture(request.capture, work=request.work, images=request.images, job=job.part(0.0, 0.6))
        reporter.warnings(capture.warnings)
        if context["sweep_points"]:
            return capture, []
        prepared = prepare(capture, trust_poses=bool(context.get("trust_poses")), job=job.part(0.6))
    notes = [f"no points could be triangulated: {prepared.no_points}"] if prepared.no_points else []
    return prepared.capture, [*notes, *prepared.leveling.told.split("; ")]


def _context(request: TrainRequest, device: str | None) -> dict[str, Any]:
    """What decides which pictures are trained on; without a device, only what was given."""
    given: dict[str, Any] = {}
    if request.downscale is not None:
        given = {"downscale": request.downscale, "width": None, "longest": None}
    elif request.width is not None:
        given = {"downscale": None, "width": request.width, "longest": None}
    elif device is not None:
        given = {"downscale": None, "width": None, "longest": _LONGEST_SIDE[_kind(device)]}
    if request.holdout or device is not None:
        given["holdout"] = list(request.holdout) or [_HELD_OUT_EVERY]
    for name in ("sweep_points", "trust_poses"):
        if getattr(request, name) or device is not None:
            given[name] = getattr(request, name)
    return given


def _kind(device: str) -> str:
    return "cuda" if device.startswith("cuda") else "cpu"


def _options(request: TrainRequest, device: str, seed: int) -> Any:
    from scenewright.scene.splats.training.options import TrainingOptions

    kind = _kind(device)
    steps = request.iterations or (_STEPS[kind] if request.minutes is None else _LONGEST_RUN)
    given = {
        "strategy": request.strategy,
        "sh_degree": request.sh_degree,
        "background": None if request.background is None else _background(request.background),
    }
    return TrainingOptions(
        iterations=steps,
        minutes=request.minutes,
        max_gaussians=request.max_gaussians or _GAUSSIANS[kind],
        exposure=request.exposure,
        poses=request.poses,
        antialiased=request.antialiased,
        seed=seed,
        **{name: value for name, value in given.items() if value is not None},
    )


def _background(text: str) -> Any:
    known = {"black": (0.0, 0.0, 0.0), "white": (1.0, 1.0, 1.0), "random": "random"}
    if text in known:
        return known[text]
    try:
        parts = tuple(float(p) for p in text.split(","))
    except ValueError:
        parts = ()
    if len(parts) != 3:
        raise UsageError(f"--background is {text!r}: it must be black, white, random or three numbers: 0.5,0.5,0.5")
    return parts


class _Keeper:
    """Writes a checkpoint now and then, so that a machine that goes down costs minutes of a long training and not all of it."""

    def __init__(self, trainer: Trainer, file: Path, job: Job) -> None:
        self.trainer, self.file, self.job = trainer, file, job
        self.last = time.monotonic()

    def keep(self) -> None:
        """To be called between two steps, as progress is."""
        if time.monotonic() - self.last < _KEPT_EVERY:
            return
        try:
            self.trainer.save(self.file)
        except OSError as error:
            self.job.log(f"warning: {self.file} cannot be written: {error.strerror or error}")
        self.last = time.monotonic()


@contextmanager
def _cancelled_by_signals(job: Job) -> Iterator[list[int]]:
    """The first signal to stop (Ctrl-C, or a scheduler's SIGTERM) cancels the job, and its number is in the list; the second one
    stops at once, as always."""
    asked: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield asked
        return

    def note(number: int, _frame: FrameType | None) -> None:
        asked.append(number)
        job.cancel()
        signal.signal(number, before[number])

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _tell(reporter: Reporter, result: TrainingResult, out: Path) -> None:
    ended = {
        "iterations": "all iterations are done",
        "minutes": "the time is up",
        "cancelled": "it was stopped",
    }[result.stopped]
    per_step = f", {result.seconds / result.steps:.3f} s a step" if result.steps else ""
    lines = [
        f"{out / 'scene.ply'}: {len(result.gaussians):,} Gaussians after {result.steps:,} steps and {result.seconds:.0f} s{per_step}"
        f" ({ended})"
    ]
    mean = result.report["held_out"]["mean"]
    if mean is not None:
        measures = [
            f"PSNR {mean['psnr']:.2f} dB" if mean["psnr"] is not None else "PSNR infinite",
            f"SSIM {mean['ssim']:.4f}",
        ]
        if mean["lpips"] is not None:
            measures.append(f"LPIPS {mean['lpips']:.4f}")
        lines.append(
            f"{len(result.scores)} held-out photographs: {', '.join(measures)}; pictures in {out / 'held-out'}"
        )
    lines += [note for note in result.notes if note.startswith("LPIPS")]
    reporter.result({"out": str(out), **{k: v for k, v in result.report.items() if k != "schema"}}, "\n".join(lines))
