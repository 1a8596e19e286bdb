"""Training on the fox (50 photographs, 270x480): PSNR of held-out views after so many minutes, and after 2,000 steps.

Each run is a training of its own with its schedules spread over it, on a CPU with all the cores that it may use. `0030.jpg` alone is held out
in one series (what OpenSplat's figures are of), every eighth view in another. Points are triangulated from the photographs
with the poses of the capture, and completed as `capture train` does; with --sweep the run begins with those of a plane sweep instead. Seconds are of training alone. OpenSplat's CPU build on two cores of such a
machine: 29.4 dB on `0030.jpg` after 2,000 steps in 620 s, 28.3 dB after 1,000 in 270 s, 22.9 dB in 530 s from a random box.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scenewright.scene.splats.capture import View, open_capture, split_holdout
from scenewright.scene.splats.training import Trainer, TrainingOptions, complete_points
from scenewright.scene.splats.training.evaluation import evaluate, mean_score
from scenewright.scene.threads import thread_count
from tests.benchmarks.figures import give, options
from tests.benchmarks.run import NOT_AT_HAND

WIDTH, HEIGHT = 270, 480
EASY_VIEW = "0030.jpg"
LONGEST = 30_000


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--minutes", type=float, nargs="*", default=[155 / 60, 2.0, 5.0, 10.0], metavar="M")
    parser.add_argument("--steps", type=int, nargs="*", default=[2_000], metavar="N")
    parser.add_argument(
        "--holdout", nargs="*", default=[EASY_VIEW, "8"], metavar="VIEW", help="a name, or every so manieth"
    )
    parser.add_argument("--sweep", action="store_true", help="also begin with points of a plane sweep")
    parser.add_argument("--strategy", default="default", choices=["default", "mcmc"])
    parser.add_argument("--max-gaussians", type=int, default=200_000, metavar="N")
    parser.add_argument("--work", type=Path, metavar="DIR", help="keep undistorted pictures and points there")
    given = parser.parse_args()
    data = os.environ.get("SCENEWRIGHT_DATA")
    if not data:
        print("SCENEWRIGHT_DATA is not set: the fox is not at hand", file=sys.stderr)
        return NOT_AT_HAND
    with tempfile.TemporaryDirectory() as scratch:
        capture = open_capture(Path(data) / "fox", work=given.work or scratch).with_points()
        views = capture.views(width=WIDTH, height=HEIGHT)
    figures: dict[str, Any] = {
        "threads": thread_count(),
        "points": 0 if capture.points is None else len(capture.points),
    }
    bounds = [(f"{m:.3g} min", LONGEST, m) for m in given.minutes] + [(f"{n} steps", n, None) for n in given.steps]
    for begin in ["sfm", "sweep"] if given.sweep else ["sfm"]:
        for aside in given.holdout:
            every, names = (int(aside), ()) if aside.isdigit() else (0, (aside,))
            kept, held_out = split_holdout(views, every, names=names)
            points, colors = None, None
            if begin == "sfm" and capture.points is not None:
                most = given.max_gaussians // 2
                whole = complete_points(
                    kept, capture.points, capture.point_colors, most=most, seed=TrainingOptions.seed
                )
                points, colors = whole.points, whole.colors
            for title, steps, minutes in bounds:
                asked = TrainingOptions(
                    iterations=steps, minutes=minutes, max_gaussians=given.max_gaussians, strategy=given.strategy
                )
                trainer = Trainer(kept, points=points, colors=colors, options=asked)
                name = f"{begin}, held out {f'every {aside}th' if every else aside}, {title}"
                figures[name] = _measured(trainer, held_out)
                print(name, figures[name], file=sys.stderr, flush=True)
    give(figures, given.json)
    return 0


def _measured(trainer: Trainer, held_out: Sequence[View]) -> dict[str, Any]:
    before = _cpu_seconds()
    trainer.run()
    spent = _cpu_seconds() - before
    mean = mean_score(evaluate(trainer.gaussians, held_out, threads=trainer.threads))
    assert mean is not None
    return {
        "psnr": round(mean.psnr, 2),
        "ssim": round(mean.ssim, 4),
        "views": len(held_out),
        "steps": trainer.steps_done,
        "seconds": round(trainer.seconds, 1),
        "seconds_per_step": round(trainer.seconds / trainer.steps_done, 4),
        "cpu_seconds_per_step": round(spent / trainer.steps_done, 4),
        "gaussians": len(trainer.gaussians),
    }


def _cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
