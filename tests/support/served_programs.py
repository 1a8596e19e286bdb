"""Programs used through a worker, with a look at what they cost the serving process itself."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from scenewright.app.workers import SceneWorkers
from scenewright.scene.errors import ScenewrightError
from tests.support.worker_scenes import scene_folder

STAGES: dict[str, dict[str, Any]] = {
    "evaluate": {},
    "query": {"queries": ["the red chair next to the table"]},
    "layout": {"check": True},
    "render": {"out": "pictures", "width": 96, "height": 72},
    "export": {"out": "scene.glb"},
}


@dataclass
class Served:
    """`outcomes`: of each stage, 'done' or the class and kind of its error. `longest`: seconds of the longest stage. `seconds`: processor
    time of the server itself. `megabytes`: that the server itself has more than before."""

    outcomes: dict[str, str] = field(default_factory=dict)
    longest: float = 0.0
    seconds: float = 0.0
    megabytes: float = 0.0


def serve_program(workers: SceneWorkers, source: str, folder: Path, *, seconds: float) -> Served:
    """Do with a program what people do with a scene, each stage within so many seconds."""
    here = psutil.Process()
    before, used = here.memory_info().rss, sum(here.cpu_times()[:2])
    served = Served()
    session = workers.open(scene_folder(folder, source), owner="hostile", data_dir=folder)
    for action, request in STAGES.items():
        begun = time.monotonic()
        try:
            session.run_text(action, request, seconds=seconds)
            served.outcomes[action] = "done"
        except ScenewrightError as error:
            served.outcomes[action] = f"{type(error).__name__} {getattr(error, 'kind', '')}".strip()
        served.longest = max(served.longest, time.monotonic() - begun)
        served.megabytes = max(served.megabytes, (here.memory_info().rss - before) / 1e6)
    assert session.source()
    session.close()
    served.seconds = sum(here.cpu_times()[:2]) - used
    return served
