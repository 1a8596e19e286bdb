"""What the engine of batches costs: pictures as jobs of one worker, against the same pictures in a loop of one process.

python -m tests.benchmarks.bench_batch_overhead [--pictures N] [--renderer blender|preview] [--engine local|ray] [--json FILE]

Both open the scene anew for each picture, keep their renderer warm, and write the same files. The batch also hashes, commits and
records each result. The first picture of each holds the start of the renderer and is counted apart, as the start of the worker is.
"""

from __future__ import annotations

import itertools
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from scenewright.app.actions.generating import GENERATE, GenerateSceneRequest
from scenewright.app.actions.table import run_action
from scenewright.app.batch import BatchOptions, BatchState, read_manifest, run_batch
from scenewright.app.batch.job_lines import lines_of
from scenewright.app.settings import open_scene
from tests.benchmarks.figures import give, options

SENTENCES = ("a small bedroom", "a study with a desk and a bookshelf", "a kitchen", "a living room", "a bathroom")
MOST_OVERHEAD = 0.05


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--pictures", type=int, default=50, metavar="N")
    parser.add_argument("--renderer", default="blender")
    parser.add_argument("--engine", choices=("local", "ray"), default="local")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-overhead-") as name:
        folder = Path(name)
        for number, text in enumerate(SENTENCES):
            GENERATE(GenerateSceneRequest(text=text, seed=number, out=folder / f"scene_{number}", renderers=()))
        jobs = [
            {
                "kind": "render", "scene": f"scene_{n % len(SENTENCES)}", "renderer": given.renderer, "width": 320, "height": 240,
                "samples": 16, "view": {"eye": [1.5, 1.6, 1.2 + 0.02 * n], "target": [0.0, 0.8, -0.5]},
            }
            for n in range(given.pictures)
        ]  # fmt: skip
        alone = []
        for n, job in enumerate(jobs):
            alone.append(_alone(job, folder, folder / "loop" / str(n)))
            print(f"loop: picture {n + 1} of {len(jobs)}, {alone[-1]:.2f} s", file=sys.stderr, flush=True)
        lines, _ = lines_of(jobs)
        begun = time.monotonic()
        done = run_batch(
            lines,
            str(folder / "out"),
            BatchOptions(engine=given.engine, workers=1, cpus=os.cpu_count() or 1),
            base=folder,
        )
        whole = time.monotonic() - begun
        records = [r for r in read_manifest(done.manifest) if r.state in (BatchState.STARTED, BatchState.FINISHED)]
    ends = [_seconds(r.at) for r in records if r.state is BatchState.FINISHED]
    each = [later - earlier for earlier, later in itertools.pairwise(ends)]
    overhead = sum(each) / sum(alone[1:]) - 1.0
    figures = {
        "engine": given.engine,
        "renderer": given.renderer,
        "pictures": given.pictures,
        "failed": given.pictures - len(ends),
        "loop: seconds of the first picture": round(alone[0], 2),
        "loop: median seconds of the others": round(statistics.median(alone[1:]), 3),
        "batch: seconds until the first picture": round(whole - sum(each), 2),
        "batch: median seconds of the others": round(statistics.median(each), 3),
        "overhead": round(overhead, 4),
        "overhead of medians": round(statistics.median(each) / statistics.median(alone[1:]) - 1.0, 4),
        "limit": MOST_OVERHEAD,
        "cores": os.cpu_count(),
    }
    give(figures, given.json)
    return int(overhead > MOST_OVERHEAD or bool(figures["failed"]))


def _alone(job: dict[str, Any], folder: Path, out: Path) -> float:
    begun = time.monotonic()
    session, _ = open_scene(folder / job["scene"], {})
    values = {name: value for name, value in job.items() if name not in ("kind", "scene")}
    run_action(session, "render", {**values, "out": str(out)})
    return time.monotonic() - begun


def _seconds(at: str) -> float:
    from datetime import datetime

    return datetime.fromisoformat(at).timestamp()


if __name__ == "__main__":
    raise SystemExit(main())
