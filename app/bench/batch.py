"""The same pictures as jobs of a batch, and in a loop of one process."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from scenewright.app.bench.figures import BenchSize, Figure
from scenewright.app.bench.rooms import room_folder

__all__ = ["measure"]


def measure(size: BenchSize) -> list[Figure]:
    from scenewright.app.batch import BatchOptions, run_batch
    from scenewright.app.batch.job_lines import lines_of

    pictures = size.of(8, 50)
    step = {"kind": "render", "width": 640, "height": 480, "renderer": "preview"}
    with tempfile.TemporaryDirectory() as folder:
        scene = str(room_folder(size.rooms, 0))
        jobs = [{**step, "scene": scene, "view": _view(k)} for k in range(pictures)]
        lines, _ = lines_of(jobs)
        options = BatchOptions(workers=1, cpus=float(size.threads))
        begun = time.perf_counter()
        done = run_batch(lines, str(Path(folder) / "jobs"), options, base=Path(folder))
        whole = time.perf_counter() - begun
        assert done.ok
        inside = sum(record.seconds or 0.0 for record in done.records if record.state.value == "finished")
        alone = _in_a_loop(scene, step, pictures, Path(folder) / "loop")
    return [
        Figure(f"{pictures} previews as jobs of one warm worker", whole, "s", alone, "a loop in one process"),
        Figure(
            "of it outside of the jobs: starting the worker, planning, manifest, contact sheet",
            100.0 * (whole - inside) / whole,
            "%",
        ),
    ]


def _view(number: int) -> dict[str, list[float]]:
    return {"eye": [0.6, 1.2 + 0.01 * number, 0.9], "target": [-0.4, 0.6, -0.8]}


def _in_a_loop(scene: str, step: dict[str, object], pictures: int, out: Path) -> float:
    from scenewright.app.actions.table import run_action
    from scenewright.app.session import Session

    begun = time.perf_counter()
    values = {key: value for key, value in step.items() if key != "kind"}
    session = Session.open(scene)
    for number in range(pictures):
        run_action(session, "render", {**values, "view": _view(number), "out": str(out / f"{number}")})
    session.close()
    return time.perf_counter() - begun
