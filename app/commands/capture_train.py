"""``scenewright capture train``: trains Gaussians on photographs. However the training ends, its result so far is written."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.actions.capture_training import TrainedCapture
    from scenewright.scene.jobs import Job

__all__ = ["run"]


def run(*, background: str | None, seed: int | None, as_json: bool, **values: Any) -> None:
    """Run the action in its two parts: a signal ends the preparation at once, and the training with its result so far.
    `values`: the other fields of :class:`scenewright.app.actions.capture_training.CaptureTrainRequest`."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.capture_training import CaptureTrainRequest, prepare_training
        from scenewright.app.terminal.process import settings_for_machine
        from scenewright.scene.errors import SplatError

        request = CaptureTrainRequest(background=_background(background), seed=seed, **values)
        settings = settings_for_machine({"seed": seed}, reporter)
        request = request.model_copy(update={"seed": settings.seed})
        with reporter.job("reading the capture") as job:
            training = prepare_training(request, job)
        reporter.warnings(training.warnings)
        for note in training.notes:
            reporter.note(f"note: {note}")
        failure: SplatError | None = None
        with (
            reporter.job("training", kept="train", scene=request.capture) as job,
            _cancelled_by_signals(job) as signals,
        ):
            try:
                stopped = training.run(job)
            except SplatError as error:
                failure, stopped = error, "failed"

        if signals:
            reporter.note("stopping: writing the result so far")
        trained = training.keep(stopped, failure)
        if failure is not None:
            reporter.note(f"the result so far is in {trained.folder}")
            raise failure
        _print_result(reporter, trained)
        if signals:
            raise SystemExit(128 + signals[0])


def _background(text: str | None) -> Any:
    """Three numbers if the text has them; else the text, which may name a background."""
    try:
        parts = () if text is None else tuple(float(part) for part in text.split(","))
    except ValueError:
        parts = ()
    return parts if len(parts) == 3 else text


@contextmanager
def _cancelled_by_signals(job: Job) -> Iterator[list[int]]:
    """The first stop signal (Ctrl-C, or a scheduler's SIGTERM) cancels the job, and its number is put into the list. The second one
    ends the process at once, as usual."""
    signals: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield signals
        return

    def note(number: int, _frame: FrameType | None) -> None:
        signals.append(number)
        job.cancel()
        signal.signal(number, before[number])

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield signals
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _print_result(reporter: Reporter, trained: TrainedCapture) -> None:
    result, out = trained.result, trained.folder
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
        lines += _outside_text(result.report["held_out"])
    lines += [note for note in result.notes if note.startswith("LPIPS")]
    reporter.result(trained.report(), lines)


def _outside_text(held_out: dict[str, Any]) -> list[str]:
    """What the held-out views outside of the other cameras change about the mean."""
    outside, without = held_out["outside"], held_out["mean_without_outside"]
    if not outside:
        return []
    rest = (
        ""
        if without is None or without["psnr"] is None
        else f"; without: PSNR {without['psnr']:.2f} dB, SSIM {without['ssim']:.4f}"
    )
    return [f"outside of the other cameras, so that the score is of extrapolation: {', '.join(outside)}{rest}"]
