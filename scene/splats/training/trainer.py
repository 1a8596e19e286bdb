"""The training loop: from photographs to Gaussians."""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from scenewright.scene.argument_values import instance_argument
from scenewright.scene.errors import CaptureError, SplatError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Array, FloatArray
from scenewright.scene.named_arguments import named_arguments
from scenewright.scene.splats.cameras import Cameras
from scenewright.scene.splats.capture import View
from scenewright.scene.splats.gaussians import Gaussians
from scenewright.scene.splats.rasterize import Rasterized, RasterSettings, rasterize
from scenewright.scene.splats.training.checkpoints import Checkpoint, read_checkpoint, write_checkpoint
from scenewright.scene.splats.training.corrections import (
    EXPOSURE_RATE,
    POSE_RATE,
    exposed,
    moved,
)
from scenewright.scene.splats.training.initialization import gaussians_of_points, scene_extent, viewing_distance
from scenewright.scene.splats.training.learned import Learned
from scenewright.scene.splats.training.losses import photometric_loss, regularization
from scenewright.scene.splats.training.metrics import psnr
from scenewright.scene.splats.training.options import TrainingOptions
from scenewright.scene.splats.training.plane_sweep import points_by_plane_sweep
from scenewright.scene.splats.training.randomness import numpy_generator
from scenewright.scene.splats.training.schedules import RATES, Schedule
from scenewright.scene.splats.training.strategies import refinement_of
from scenewright.scene.splats.training.targets import Targets, TrainingTarget
from scenewright.scene.strict_types import shown_value
from scenewright.scene.threads import thread_count

__all__ = ["CurvePoint", "Stopped", "Trainer"]

Stopped = Literal["iterations", "minutes", "cancelled"]
"""The bound that ended a run."""

_GAUSSIANS = tuple(RATES)
_LEAST_VIEWS = 2
_MEASURE_EVERY = 10
_CURVE_EVERY = 100


@dataclass(frozen=True)
class CurvePoint:
    """The state of training after a step. `psnr`: mean PSNR (dB) of recent training photographs, each measured before its update."""

    step: int
    seconds: float
    gaussians: int
    psnr: float


class Trainer:
    """One training. Call ``run``, or ``step`` repeatedly. ``gaussians`` is the current result at any time."""

    @named_arguments(CaptureError, name="Trainer")
    def __init__(
        self,
        views: Sequence[View],
        *,
        points: FloatArray | None = None,
        colors: npt.ArrayLike | None = None,
        options: TrainingOptions | None = None,
        device: torch.device | str = "cpu",
        threads: int | None = None,
    ) -> None:
        """
        Args:
            views: the training photographs, two or more.
            points: (P, 3) world points of the reconstruction, for the first Gaussians; None: found by a plane sweep.
            colors: (P, 3) of the points: uint8 sRGB, or floats in [0, 1].
            options: the settings; None: the defaults.
            device: a CUDA device trains with gsplat's kernels.
            threads: on a CPU; None: :func:`scenewright.scene.threads.thread_count`.

        Raises:
            CaptureError: the photographs, their cameras or the points cannot be trained on.
        """
        given: object = views
        if not isinstance(given, Iterable):
            raise CaptureError(f"views: must be the views of a capture, not {shown_value(given)}").about("views")
        views = [instance_argument(view, View, "views", CaptureError) for view in given]
        if not views:
            raise CaptureError("views: there are no photographs to learn from").about("views")
        self.options = (
            TrainingOptions() if options is None else instance_argument(options, TrainingOptions, "options", SplatError)
        )
        self.device = torch.device(device)
        self.threads = thread_count(threads)
        self._views = views
        self._targets = Targets(views, self.device)
        if len(views) < _LEAST_VIEWS:
            raise CaptureError(
                f"{views[0].name} is the only photograph to learn from: depth needs two or more, from places apart"
            )
        self.extent = scene_extent(_poses_of(views))
        self._schedule = Schedule(self.options)
        self._settings = RasterSettings(antialiased=self.options.antialiased)
        self.notes: list[str] = []
        self.context: dict[str, Any] = {}
        """JSON data of the caller, stored in checkpoints."""
        self._epoch: tuple[int, Array[np.int64]] = (-1, np.zeros(0, np.int64))
        self._learned = Learned(
            self._first_gaussians(points, colors),
            self.options,
            photographs=len(self._targets),
            device=self.device,
            threads=self.threads,
        )
        self._refinement = refinement_of(
            self.options, self._learned.gaussians, self._learned.optimizers, extent=self.extent
        )
        self.steps_done = 0
        self.seconds = 0.0
        self.curve: list[CurvePoint] = []
        self._lately: list[float] = []

    def __repr__(self) -> str:
        steps = f"step {self.steps_done:,} of {self.options.iterations:,}"
        return f"Trainer({self.photographs} photographs, {steps}, {len(self._learned):,} Gaussians)"

    # -- state --------------------------------------------------------------------------------------------------------

    @property
    def gaussians(self) -> Gaussians:
        """The current result, on the training's device. Rows that are not finite are left out."""
        return self._learned.result(self.options.sh_degree)

    @property
    def photographs(self) -> int:
        """The number of training photographs."""
        return len(self._targets)

    @property
    def share(self) -> float:
        """The progress of the run, 0 to 1."""
        return self._schedule.share(self.steps_done, self.seconds)

    # -- the loop -----------------------------------------------------------------------------------------------------

    def run(self, job: Job | None = None) -> Stopped:
        """Train until a bound is reached or the job is cancelled (checked after every step). Returns the reason for the end.

        Raises:
            SplatError: the loss is not finite. The Gaussians of the previous step remain.
        """
        job = job or Job()
        minutes = self.options.minutes
        with _one_torch_thread(self.device):
            while True:
                if self.steps_done >= self.options.iterations:
                    return "iterations"
                if minutes is not None and self.seconds >= 60.0 * minutes:
                    return "minutes"
                if job.cancelled():
                    return "cancelled"
                self.step()
                if self.steps_done % _MEASURE_EVERY == 0:
                    job.progress(self.share, self._status())

    def step(self) -> float:
        """Draw one photograph, compare, and update the Gaussians. Returns the loss."""
        begun = time.perf_counter()
        step, share = self.steps_done, self.share
        self._learned.widen_sh(self._schedule.degree(share))
        index = self._order(step)
        target = self._targets.at(index, self._schedule.reduction(share))
        background = self._background(step, target)
        truth = target.over(background)
        drawn, image = self._draw(index, target, background)
        loss = photometric_loss(
            image, truth, ssim_weight=self.options.ssim_weight, mask=target.mask, threads=self.threads
        )
        loss = self._with_penalties(loss)
        value = loss.item()
        if not math.isfinite(value):
            raise SplatError(
                f"the loss is {value} at step {step + 1} (photograph {self._targets.name(index)}, {len(drawn.radii[0])} "
                f"Gaussians): the training cannot go on; look at that photograph and its camera, or try another seed. "
                f"The result of the step before is kept"
            )
        self._refinement.before_backward(drawn)
        loss.backward()  # type: ignore[no-untyped-call]
        rates = self._schedule.rates(share, self._schedule.expected_steps(step, self.seconds), self.extent)
        rates |= {"exposures": EXPOSURE_RATE * 0.1**share, "poses": POSE_RATE}
        self._learned.move(index, rates, visits=step // len(self._targets) + 1)
        size = (target.camera.width, target.camera.height)
        self._refinement.after_step(step, share, drawn, size, rates["means"])
        if step % _MEASURE_EVERY == 0:
            self._lately.append(psnr(image.detach(), truth, target.mask))
        self.steps_done += 1
        self.seconds += time.perf_counter() - begun
        if self.steps_done % _CURVE_EVERY == 0:
            self._note_curve()
        return value

    def _draw(self, index: int, target: TrainingTarget, background: Tensor) -> tuple[Rasterized, Tensor]:
        """The rasterizer's output for one view, and its picture with the photograph's exposure."""
        camera = target.camera
        if "poses" in self._learned.corrections:
            camera = moved(camera, self._learned.corrections["poses"][index], self.extent)
        drawn = rasterize(
            self._learned.drawn(),
            camera,
            settings=self._settings,
            background=background,
            outputs=("color",),
            threads=self.threads,
        )
        assert drawn.color is not None
        image = drawn.color[0]
        if "exposures" in self._learned.corrections:
            image = exposed(image, self._learned.corrections["exposures"][index])
        return drawn, image

    def _with_penalties(self, loss: Tensor) -> Tensor:
        opacity_weight, scale_weight = self.options.regularization
        penalty = regularization(
            self._learned.gaussians["logit_opacities"],
            self._learned.gaussians["log_scales"],
            opacity_weight=opacity_weight,
            scale_weight=scale_weight,
        )
        if penalty is not None:
            loss = loss + penalty
        return loss

    def _order(self, step: int) -> int:
        """The index of the photograph for a step. All photographs are used once in random order, then again in another order."""
        count = len(self._targets)
        if self._epoch[0] != step // count:
            shuffled = numpy_generator(self.options.seed, "order", step // count).permutation(count)
            self._epoch = (step // count, shuffled)
        return int(self._epoch[1][step % count])

    def _background(self, step: int, target: TrainingTarget) -> Tensor:
        """The background color of a step. A random one prevents Gaussians from imitating the background."""
        if self.options.background != "random":
            color = np.array(self.options.background)
        elif target.alpha is None:
            color = np.zeros(3)
        else:
            color = numpy_generator(self.options.seed, "background", step).random(3)
        return torch.as_tensor(color, dtype=torch.float32, device=self.device)

    def _note_curve(self) -> None:
        mean = float(np.mean(self._lately)) if self._lately else math.nan
        self._lately.clear()
        self.curve.append(CurvePoint(self.steps_done, self.seconds, len(self._learned), mean))

    def _status(self) -> str:
        lately = float(np.mean(self._lately)) if self._lately else self.curve[-1].psnr if self.curve else math.nan
        return f"step {self.steps_done}, {len(self._learned):,} Gaussians, PSNR {lately:.2f} dB"

    # -- initialization -----------------------------------------------------------------------------------------------

    def _first_gaussians(self, points: FloatArray | None, colors: npt.ArrayLike | None) -> Gaussians:
        options = self.options
        if points is None or len(points) == 0:
            count = min(options.swept_points, options.max_gaussians)
            distance = viewing_distance([v.camera for v in self._views], self.extent)
            points, colors = points_by_plane_sweep(self._views, count, distance=distance, seed=options.seed)
            self.notes.append(
                f"started from {len(points):,} points found by comparing the photographs; those of a reconstruction "
                f"(COLMAP) would be a better start"
            )
        if colors is None:
            colors = np.full((len(points), 3), 0.5)
        rgb = np.asarray(colors)
        rgb = rgb / 255.0 if np.issubdtype(rgb.dtype, np.integer) else rgb
        return gaussians_of_points(
            points, rgb, max_gaussians=options.max_gaussians, extent=self.extent, seed=options.seed
        )

    # -- on disk ------------------------------------------------------------------------------------------------------

    def save(self, path: Path) -> None:
        """Write a checkpoint from which :meth:`resume` continues exactly as this training would."""
        tensors, steps = self._learned.state()
        tensors |= {f"refinement.{name}": value for name, value in self._refinement.state().items()}
        values = {
            "options": self.options.to_json(),
            "inputs": self._fingerprint(),
            "step": self.steps_done,
            "seconds": self.seconds,
            "adam": steps,
            "lately": [p if math.isfinite(p) else None for p in self._lately],
            "curve": [[p.step, p.seconds, p.gaussians, p.psnr if math.isfinite(p.psnr) else None] for p in self.curve],
            "notes": self.notes,
            "context": self.context,
        }
        write_checkpoint(path, Checkpoint(tensors, values))

    @classmethod
    def resume(
        cls,
        path: Path,
        views: Sequence[View],
        *,
        iterations: int | None = None,
        minutes: float | None = None,
        device: torch.device | str = "cpu",
        threads: int | None = None,
    ) -> Trainer:
        """Continue a training from :meth:`save` with the same views.

        On a CPU with the same number of threads, the result is bit for bit that of an uninterrupted training. New bounds may be
        given; the schedules are then spread over them.

        Raises:
            SplatError: the file is damaged, or the views differ.
        """
        checkpoint = read_checkpoint(path)
        try:
            options = TrainingOptions.of_json(checkpoint.values["options"])
            if iterations is not None or minutes is not None:
                options = replace(
                    options,
                    iterations=options.iterations if iterations is None else iterations,
                    minutes=options.minutes if minutes is None else minutes,
                )
            trainer = cls(views, points=np.zeros((1, 3)), options=options, device=device, threads=threads)
            if trainer._fingerprint() != checkpoint.values["inputs"]:
                raise SplatError(
                    f"{path}: the checkpoint is of other photographs or cameras than these {len(views)}; train from the beginning"
                ).about("resume")
            trainer._restore(checkpoint)
        except (KeyError, ValueError, TypeError, RuntimeError) as error:
            raise SplatError(f"{path}: the checkpoint is damaged ({error}); train from the beginning").about(
                "resume"
            ) from None
        return trainer

    def _restore(self, checkpoint: Checkpoint) -> None:
        tensors, values = checkpoint.tensors, checkpoint.values
        self._learned.restore(tensors, values["adam"])
        prefix = "refinement."
        state = {n.removeprefix(prefix): v.to(self.device) for n, v in tensors.items() if n.startswith(prefix)}
        self._refinement.restore(state)
        self.steps_done, self.seconds = int(values["step"]), float(values["seconds"])
        self._lately = [math.nan if p is None else float(p) for p in values["lately"]]
        self.curve = [
            CurvePoint(int(s), float(t), int(n), math.nan if p is None else float(p)) for s, t, n, p in values["curve"]
        ]
        self.notes = [str(n) for n in values["notes"]]
        self.context = dict(values["context"])

    def _fingerprint(self) -> str:
        """A hash of the photographs' names, pixels and cameras."""
        digest = hashlib.sha256()
        for view in self._views:
            digest.update(view.name.encode())
            digest.update(np.ascontiguousarray(view.image).data)
            for plane in (view.alpha, view.mask):
                digest.update(b"none" if plane is None else np.ascontiguousarray(plane).tobytes())
            digest.update(view.camera.camera_from_world.cpu().numpy().tobytes())
            digest.update(view.camera.intrinsics.cpu().numpy().tobytes())
        return digest.hexdigest()


def _poses_of(views: Sequence[View]) -> Cameras:
    """All cameras as one set, regardless of the sizes of their pictures."""
    first = views[0].camera
    return replace(
        first,
        camera_from_world=torch.cat([v.camera.camera_from_world for v in views]),
        intrinsics=torch.cat([v.camera.intrinsics for v in views]),
    )


@contextmanager
def _one_torch_thread(device: torch.device) -> Iterator[None]:
    """Limit torch to one thread on a CPU. Its idle threads would spin on the cores that the kernels use."""
    before = torch.get_num_threads()
    if device.type == "cpu":
        torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)
