"""The output folder of a training: the Gaussians, their scores, and the checkpoint to resume from."""

from __future__ import annotations

import io
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from scenewright.scene import atomic
from scenewright.scene.errors import CaptureError
from scenewright.scene.model import SCHEMA
from scenewright.scene.splats.capture import View
from scenewright.scene.splats.formats import write_gaussians
from scenewright.scene.splats.gaussians import Gaussians
from scenewright.scene.splats.rasterize import RasterSettings
from scenewright.scene.splats.training.evaluation import Score, evaluate, mean_score
from scenewright.scene.splats.training.metrics import lpips_missing
from scenewright.scene.splats.training.trainer import Trainer

__all__ = ["CHECKPOINT", "PICTURES", "REPORT", "SPLATS", "TrainingResult", "make_folder", "write_result"]

SPLATS = "scene.ply"
REPORT = "report.json"
CHECKPOINT = "checkpoint.safetensors"
PICTURES = "held-out"
"""Name of the folder for comparison pictures of the held-out photographs."""


@dataclass(frozen=True)
class TrainingResult:
    """The result of a training. `stopped`: why it ended: 'iterations', 'minutes', 'cancelled' or 'failed'. `scores`: of held-out
    photographs."""

    gaussians: Gaussians
    stopped: str
    steps: int
    seconds: float
    scores: tuple[Score, ...]
    notes: tuple[str, ...]
    report: dict[str, Any]


def make_folder(folder: Path) -> None:
    """Create the folder of a result and test that it is writable. Called before training, so that hours of work are not lost.

    Raises:
        CaptureError: the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        atomic.stage_stream(folder, "tried", (b"tried",), durable=False).discard()
    except OSError as error:
        raise _unwritable(folder, error) from None


def _unwritable(folder: Path, error: OSError) -> CaptureError:
    return CaptureError(
        f"{folder}: the result cannot be written there ({error.strerror or error}): make room, or give another folder"
    ).about("out")


def write_result(
    folder: Path,
    trainer: Trainer,
    stopped: str,
    *,
    held_out: Sequence[View] = (),
    outside: Sequence[str] = (),
    y_up: bool = False,
) -> TrainingResult:
    """Write the current state of a training into a folder, which is created if missing.

    The Gaussians and then the checkpoint are written before the held-out photographs are evaluated. A crash in between loses only
    scores and pictures.

    Args:
        stopped: why the training ended.
        held_out: photographs to evaluate, which were not used for training.
        outside: names of those that lie outside of the other cameras
            (:func:`scenewright.scene.splats.training.extrapolation.outside_views`); the report gives the mean without them, too.
        y_up: whether the capture's world has +y up; splat files have another axis (:mod:`scenewright.scene.splats.formats`).

    Raises:
        SplatError: there is no Gaussian to write.
        CaptureError: the folder cannot be written to.
    """
    try:
        return _written(folder, trainer, stopped, held_out, outside, y_up)
    except OSError as error:
        raise _unwritable(folder, error) from None


def _written(
    folder: Path, trainer: Trainer, stopped: str, held_out: Sequence[View], outside: Sequence[str], y_up: bool
) -> TrainingResult:
    folder.mkdir(parents=True, exist_ok=True)
    gaussians = trainer.gaussians.to("cpu")
    write_gaussians(gaussians, folder / SPLATS, y_up=y_up)
    trainer.save(folder / CHECKPOINT)
    notes = list(trainer.notes)
    missing = lpips_missing()
    if held_out and missing is not None:
        notes.append(missing)
    if held_out:
        (folder / PICTURES).mkdir(exist_ok=True)
    background = trainer.options.background
    scores = evaluate(
        trainer.gaussians,
        held_out,
        settings=RasterSettings(antialiased=trainer.options.antialiased),
        background=(0.0, 0.0, 0.0) if background == "random" else background,
        threads=trainer.threads,
        picture=lambda name, row: _write_picture(folder / PICTURES, name, row),
    )
    mean = mean_score(scores)
    inside = mean_score([score for score in scores if score.name not in outside])
    report = {
        "schema": SCHEMA,
        "stopped": stopped,
        "steps": trainer.steps_done,
        "seconds": round(trainer.seconds, 3),
        "seconds_per_step": round(trainer.seconds / trainer.steps_done, 5) if trainer.steps_done else None,
        "gaussians": len(gaussians),
        "device": str(trainer.device),
        "threads": trainer.threads,
        "photographs": trainer.photographs,
        "held_out": {
            "mean": None if mean is None else mean.to_json(),
            "mean_without_outside": None if inside is None else inside.to_json(),
            "outside": [score.name for score in scores if score.name in outside],
            "views": [s.to_json() for s in scores],
        },
        "options": trainer.options.to_json(),
        "curve": [
            {
                "step": p.step,
                "seconds": round(p.seconds, 3),
                "gaussians": p.gaussians,
                "psnr": round(p.psnr, 3) if math.isfinite(p.psnr) else None,
            }
            for p in trainer.curve
        ],
        "notes": notes,
    }
    text = json.dumps(report, indent=1, ensure_ascii=False, allow_nan=False)
    atomic.write(folder / REPORT, (text + "\n").encode())
    return TrainingResult(gaussians, stopped, trainer.steps_done, trainer.seconds, tuple(scores), tuple(notes), report)


def _write_picture(folder: Path, name: str, row: npt.NDArray[np.uint8]) -> None:
    """Write a PNG under the photograph's name. Folders in the name become part of the file name."""
    stem = name.replace("\\", "/").replace("/", "_")
    stem = stem.rsplit(".", 1)[0] if "." in stem else stem
    stream = io.BytesIO()
    Image.fromarray(row).save(stream, "PNG")
    atomic.write(folder / f"{stem.lstrip('.') or 'view'}.png", stream.getvalue(), durable=False)
