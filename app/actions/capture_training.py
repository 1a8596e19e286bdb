"""The action that trains Gaussians on a capture. However the training ends, its result so far is written."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pydantic import Field, model_validator

from scenewright.app.actions.action import FreeAction
from scenewright.app.actions.capture_preparing import trust_named
from scenewright.app.actions.capture_reading import CaptureRequest
from scenewright.app.folder_places import refuse_file_name
from scenewright.app.requests import RequestError
from scenewright.app.training_previews import TrainingPreview
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.errors import SplatError
    from scenewright.scene.splats.capture import Capture, View
    from scenewright.scene.splats.training import Trainer, TrainingOptions, TrainingResult

__all__ = ["CAPTURE_TRAIN", "CaptureTrainRequest", "CaptureTraining", "TrainedCapture", "prepare_training"]

_HELD_OUT_EVERY = "8"
_STEPS = {"cpu": 7_000, "cuda": 30_000}
_LONGEST_RUN = 30_000
_GAUSSIANS = {"cpu": 200_000, "cuda": 1_000_000}
_LONGEST_SIDE = {"cpu": 640, "cuda": 1_600}
"""Defaults by device: what a CPU can do in about ten minutes, and the defaults of gsplat."""

_LONG = 20.0
"""Seconds of looking for points from which on a note says how to spare them."""

_KEPT_EVERY = 300.0
"""Seconds between two checkpoints."""

_BACKGROUNDS = {"black": (0.0, 0.0, 0.0), "white": (1.0, 1.0, 1.0), "random": "random"}

_FIXED = ("max_gaussians", "strategy", "sh_degree", "background", "exposure", "poses", "antialiased", "seed")
"""Fields that a resumed training cannot change."""


class CaptureTrainRequest(CaptureRequest):
    """What to train on, for how long and how. None means the default of the device, or of the training that is resumed."""

    out: Path | None = None
    """Folder of the result; None: ``splats/<name of the capture>``."""
    resume: bool = False
    """Continue the training in the result's folder from its checkpoint."""
    iterations: int | None = Field(default=None, ge=1)
    """Number of training steps; None: 7000 (30000 on CUDA or with `minutes`)."""
    minutes: float | None = Field(default=None, ge=0.01)
    """Training time; all schedules are fitted to it."""
    max_gaussians: int | None = Field(default=None, ge=1)
    """Most Gaussians; None: 200000 (1000000 on CUDA)."""
    strategy: str | None = None
    """Densification strategy: default or mcmc."""
    sh_degree: int | None = Field(default=None, ge=0, le=3)
    """Degree of the spherical harmonics of the colour; None: 3."""
    downscale: float | None = Field(default=None, ge=1.0)
    """Factor by which width and height of the pictures are divided."""
    width: int | None = Field(default=None, ge=16)
    """Width of the pictures in pixels; None: longer side at most 640 (1600 on CUDA)."""
    holdout: tuple[str, ...] = ()
    """Evaluate on every Nth view (default '8'; '0': none), or on the views with these names."""
    sweep_points: bool = False
    """Start from points of a plane sweep, even if the capture has points."""
    trust_poses: bool = False
    """Take the given poses as they are, without comparing features of the pictures, and begin with points of a plane sweep."""
    lpips: bool = False
    """Refuse to train where LPIPS of held-out views cannot be measured; otherwise a note says so."""
    background: str | tuple[float, float, float] | None = None
    """Background of pictures with alpha: black, white, random or three numbers from 0 to 1."""
    exposure: bool = False
    """Also optimise the exposure of each photograph."""
    poses: bool = False
    """Also optimise small corrections of the camera poses."""
    antialiased: bool = False
    """Use Mip-Splatting's antialiasing."""
    seed: int | None = Field(default=None, ge=0)
    """Random seed; None: 0."""
    device: str | None = None
    """cpu or cuda; None: CUDA if available."""
    preview: Path | None = None
    """Splat file to write again and again while the training runs, with fewer Gaussians."""
    preview_seconds: float = Field(default=5.0, ge=0.5)
    """Least seconds between two previews."""
    preview_gaussians: int = Field(default=60_000, ge=100)
    """Most Gaussians of a preview: the most visible ones."""
    stop_file: Path | None = None
    """File whose appearance ends the training; its result so far is written."""

    @model_validator(mode="after")
    def _goes_together(self) -> Self:
        if self.downscale is not None and self.width is not None:
            raise RequestError(
                "downscale and width both say how large pictures are: give one", field="downscale", also=("width",)
            )
        fixed = [name for name in _FIXED if getattr(self, name)] if self.resume else []
        if fixed:
            raise RequestError(
                f"resume goes on as the training began: leave out {', '.join(fixed)}", field="resume", also=fixed
            )
        if isinstance(self.background, str) and self.background not in _BACKGROUNDS:
            raise RequestError(
                f"background is {self.background!r}: it must be black, white, random or three numbers: 0.5,0.5,0.5",
                field="background",
            )
        return self

    @property
    def folder(self) -> Path:
        """Folder of the result."""
        return self.out or Path("splats") / (self.capture.resolve().stem or "capture")


@dataclass(frozen=True)
class TrainedCapture:
    """`folder`: where the result is. `failure`: the error that ended the training; the result until then is in the folder."""

    folder: Path
    result: TrainingResult
    failure: SplatError | None = None

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {"out": str(self.folder), **{k: v for k, v in self.result.report.items() if k != "schema"}}


@dataclass
class CaptureTraining:
    """A training that is ready to start. `warnings`: those of the capture. `outside`: names of the held-out views that lie outside of
    the other cameras. `notes`: remarks for the user before the start."""

    folder: Path
    trainer: Trainer
    held_out: list[View]
    leveled: bool
    warnings: tuple[str, ...]
    outside: tuple[str, ...] = ()
    preview: TrainingPreview | None = None
    stop_file: Path | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        if not self.outside:
            return tuple(self.trainer.notes)
        told = (
            f"{len(self.outside)} of {len(self.held_out)} held-out views lie outside of the other cameras, so that their scores are of "
            f"extrapolation: {', '.join(self.outside)}"
        )
        return (*self.trainer.notes, told)

    def run(self, job: Job) -> str:
        """Train until the end or until the job is cancelled, and write checkpoints. Returns why it stopped.

        Raises:
            SplatError: the training failed; :meth:`keep` can still write its result so far.
        """
        from scenewright.scene.splats.training import CHECKPOINT

        keeper = _Keeper(self.trainer, self.folder / CHECKPOINT, job)
        job.listen(lambda share, what: keeper.keep())
        if self.preview is not None:
            job.listen(self.preview.listener(self.trainer, job, y_up=self.leveled))
        if self.stop_file is not None:
            job.listen(_stopper(self.stop_file, job))
        return str(self.trainer.run(job))

    def keep(self, stopped: str, failure: SplatError | None = None) -> TrainedCapture:
        """Write the result so far into the folder. `stopped`: the value of :meth:`run`, or 'failed'.

        Raises:
            SplatError, CaptureError: the result cannot be written.
        """
        from scenewright.scene.splats.training import results

        result = results.write_result(
            self.folder, self.trainer, stopped, held_out=self.held_out, outside=self.outside, y_up=self.leveled
        )
        return TrainedCapture(self.folder, result, failure)


def prepare_training(request: CaptureTrainRequest, job: Job) -> CaptureTraining:
    """Read the capture and its pictures, find initial points, and create the folder of the result.

    Raises:
        RequestError: the folder has a training already, or none to resume, or the name of a file; or LPIPS is asked for and cannot be
            measured.
        CaptureError: the capture cannot be used, or the folder cannot be written.
        SplatError: the checkpoint cannot be used.
        JobCancelled: the job was cancelled; there is no result.
    """
    import torch

    from scenewright.scene.splats.capture import split_holdout
    from scenewright.scene.splats.training import Trainer, read_checkpoint, results
    from scenewright.scene.splats.training.extrapolation import outside_views
    from scenewright.scene.splats.training.metrics import lpips_missing

    refuse_file_name(request.out, "out", "the Gaussians as scene.ply")
    missing = lpips_missing() if request.lpips else None
    if missing is not None:
        raise RequestError(f"lpips: {missing}", field="lpips")
    out = request.folder
    checkpoint = out / results.CHECKPOINT
    device = request.device or ("cuda" if torch.cuda.is_available() else "cpu")
    context = _context(request, device)
    if request.resume:
        # a resumed training uses the same pictures, unless the request gives others
        context = {**read_checkpoint(checkpoint).values["context"], **_context(request, None)}
    elif checkpoint.exists():
        raise RequestError(f"{out} has a training already: resume it, or give another folder", field="resume")
    capture, notes = _ready(request, context, job.part(0.0, 0.4))
    views = capture.views(
        downscale=context["downscale"], width=context["width"], longest=context["longest"], job=job.part(0.4, 0.7)
    )
    names = [h for h in context["holdout"] if not h.isdigit()]
    every = next((int(h) for h in context["holdout"] if h.isdigit()), 0)
    kept, held_out = split_holdout(views, every, names=names)
    if request.resume:
        trainer = Trainer.resume(
            checkpoint, kept, iterations=request.iterations, minutes=request.minutes, device=device
        )
    else:
        job.tick(0.7, "finding initial points")
        trainer = _new_trainer(request, capture, kept, context, device, notes, job.part(0.7))
        trainer.context = context
    results.make_folder(out)
    outside = tuple(outside_views(held_out, kept))
    preview = (
        None
        if request.preview is None
        else TrainingPreview(request.preview, request.preview_seconds, request.preview_gaussians)
    )
    return CaptureTraining(
        out, trainer, held_out, capture.leveled, tuple(capture.warnings), outside, preview, request.stop_file
    )


def _new_trainer(
    request: CaptureTrainRequest,
    capture: Capture,
    views: list[View],
    context: Mapping[str, Any],
    device: str,
    notes: list[str],
    job: Job,
) -> Trainer:
    from scenewright.scene.splats.training import Trainer, complete_points

    options = _options(request, device)
    if capture.points is None or context["sweep_points"]:
        trainer = Trainer(views, points=None, colors=None, options=options, device=device)
        trainer.notes += notes
        return trainer
    initial = complete_points(
        views, capture.points, capture.point_colors, most=options.max_gaussians // 2, seed=options.seed, job=job
    )
    trainer = Trainer(views, points=initial.points, colors=initial.colors, options=options, device=device)
    begun = (
        f"begun with the capture's {len(capture.points):,} points, {initial.swept:,} found by comparing the photographs, and "
        f"{initial.behind:,} in the far background where neither shows any"
    )
    trainer.notes += [*notes, begun]
    return trainer


def _ready(request: CaptureTrainRequest, context: Mapping[str, Any], job: Job) -> tuple[Capture, list[str]]:
    """The levelled capture, with points if they can be triangulated, and notes for the user."""
    from scenewright.scene.splats.capture import open_capture
    from scenewright.scene.splats.capture.preparing import prepare

    with trust_named():
        capture = open_capture(request.capture, work=request.work, images=request.images, job=job.part(0.0, 0.6))
        if context["sweep_points"]:
            return capture, []
        prepared = prepare(capture, trust_poses=bool(context.get("trust_poses")), job=job.part(0.6))
    notes = [f"no points could be triangulated: {prepared.no_points}"] if prepared.no_points else []
    points = prepared.triangulation
    if points is not None and points.seconds > _LONG:
        notes.append(
            f"comparing features of the photographs took {points.seconds:.0f} s, and its result is kept for the next time; where poses "
            "are exact, such as those of a rendering, trust_poses spares it"
        )
    return prepared.capture, [*notes, *prepared.leveling.summary.split("; ")]


def _context(request: CaptureTrainRequest, device: str | None) -> dict[str, Any]:
    """The settings that decide which pictures are used. Without a device: only those that the request gives."""
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


def _options(request: CaptureTrainRequest, device: str) -> TrainingOptions:
    from scenewright.scene.splats.training import TrainingOptions

    kind = _kind(device)
    steps = request.iterations or (_STEPS[kind] if request.minutes is None else _LONGEST_RUN)
    behind = request.background
    given: dict[str, Any] = {
        "strategy": request.strategy,
        "sh_degree": request.sh_degree,
        "background": _BACKGROUNDS[behind] if isinstance(behind, str) else behind,
    }
    return TrainingOptions(
        iterations=steps,
        minutes=request.minutes,
        max_gaussians=request.max_gaussians or _GAUSSIANS[kind],
        exposure=request.exposure,
        poses=request.poses,
        antialiased=request.antialiased,
        seed=request.seed or 0,
        **{name: value for name, value in given.items() if value is not None},
    )


def capture_train(request: CaptureTrainRequest, job: Job) -> TrainedCapture:
    """Train Gaussians on a capture. The result so far is also written if the job is cancelled during training, or if the training
    fails.

    Raises:
        RequestError, CaptureError, SplatError: as :func:`prepare_training`; or the result cannot be written.
        JobCancelled: the job was cancelled before the training began.
    """
    from scenewright.scene.errors import SplatError

    training = prepare_training(request, job.part(0.0, 0.1))
    try:
        stopped = training.run(job.part(0.1))
    except SplatError as error:
        return training.keep("failed", error)
    return training.keep(stopped)


def _stopper(file: Path, job: Job) -> Callable[[float, str], None]:
    """A listener that ends the training when the file is there."""

    def look(share: float, what: str) -> None:
        if file.exists():
            job.cancel()

    return look


class _Keeper:
    """Writes a checkpoint every few minutes, so that a crash of the machine costs only minutes of a long training."""

    def __init__(self, trainer: Trainer, file: Path, job: Job) -> None:
        self.trainer, self.file, self.job = trainer, file, job
        self.last = time.monotonic()

    def keep(self) -> None:
        """Write a checkpoint if one is due. Called between two steps."""
        if time.monotonic() - self.last < _KEPT_EVERY:
            return
        try:
            self.trainer.save(self.file)
        except OSError as error:
            self.job.log(f"warning: {self.file} cannot be written: {error.strerror or error}")
        self.last = time.monotonic()


CAPTURE_TRAIN = FreeAction("capture_train", "Train Gaussians on a capture.", CaptureTrainRequest, capture_train)
