"""An honest session beside a hostile one of another owner: what it waits, against the same work without a neighbour.

python -m tests.benchmarks.bench_hostile_neighbour [--seconds S] [--json FILE]

The honest one moves things, asks, and draws small pictures of a room with 60 things, at the pace of a person. The hostile one runs the worst
programs, layouts, queries, pictures and exports in a loop, from as many threads as it likes. Both halves take so many seconds. The honest
one's latency may at most double, and nothing of it may be lost: every move is in the folder.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from scenewright.app.session import Session
from scenewright.app.workers import RemoteSession, SceneWorkers, WorkerLimits
from scenewright.scene.errors import ScenewrightError
from tests.benchmarks.bench_session import room_of
from tests.benchmarks.cancelled_work import CROWD, ENDLESS, HEAP
from tests.benchmarks.figures import give, options
from tests.support.worker_scenes import scene_folder

THINGS = 60
MOST_RATIO = 2.0
HOSTILE_THREADS = 4

_HEAD = "from scene.language import *\n\n@register('a scene')\ndef scene():\n"
HOSTILE = {
    "endless": (ENDLESS, "evaluate", {}),
    "memory": (_HEAD + "    return [0] * 10**10\n", "evaluate", {}),
    "many": (
        _HEAD
        + "    return concat_shapes(*[place(primitive_call('sphere', {'radius': 1}), at=(i, 0, 0)) for i in range(40000)])\n",
        "query",
        {"queries": ["the largest sphere near the smallest sphere"]},
    ),
    "heap": (HEAP, "layout", {"effort": 1e6, "save": False}),
    "settle": (HEAP, "layout", {"check": True}),
    "picture": (CROWD, "render", {"width": 3840, "height": 2160, "out": "pictures"}),
    "splats": (CROWD, "export", {"out": "much.ply", "splats": 30_000_000}),
    "triangles": (CROWD, "export", {"out": "scene.glb"}),
}


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--seconds", type=float, default=300.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        limits = WorkerLimits(workers_per_owner=3, memory_bytes=2 << 30, commands_per_owner=2)
        workers = SceneWorkers(limits)
        workers.warm_up()
        alone = _honest(workers, folder, "alone", given.seconds)
        stop = threading.Event()
        outcomes: Counter[str] = Counter()
        threads = _hostile(workers, folder, stop, outcomes)
        beside = _honest(workers, folder, "beside", given.seconds)
        stop.set()
        workers.close()
        for thread in threads:
            thread.join(30.0)
    ratios = {
        f"{kind}, {what}": round(beside["ms"][kind][what] / alone["ms"][kind][what], 2)
        for kind in alone["ms"]
        for what in ("median", "95 %")
    }
    figures = {
        "cores": len(os.sched_getaffinity(0)),
        "seconds": given.seconds,
        "alone": alone,
        "beside": beside,
        "ratios": ratios,
        "hostile": dict(outcomes),
    }
    give(figures, given.json)
    lost = alone["lost"] + beside["lost"] + len(alone["errors"]) + len(beside["errors"])
    return 1 if lost or max(ratios.values()) > MOST_RATIO else 0


def _honest(workers: SceneWorkers, folder: Path, name: str, seconds: float) -> dict[str, Any]:
    where = scene_folder(folder / name, room_of(THINGS))
    session = workers.open(where, owner="honest", data_dir=folder / "honest_data")
    rng = random.Random(13)
    times: dict[str, list[float]] = {"move": [], "ask": [], "draw": []}
    errors: list[str] = []
    moves = 0

    def timed(kind: str, action: str, request: dict[str, Any]) -> bool:
        begun = time.perf_counter()
        try:
            session.run(action, request)
        except ScenewrightError as error:
            errors.append(f"{kind}: {type(error).__name__}: {error}"[:300])
            return False
        times[kind].append(time.perf_counter() - begun)
        return True

    def move() -> bool:
        by = [rng.choice((-0.05, 0.05)), 0.0, round(rng.uniform(-0.1, 0.1), 2)]  # never nothing, which would be no step
        return timed("move", "edit", {"edits": [{"kind": "move", "path": f"thing_{rng.randrange(THINGS)}", "by": by}]})

    draw = {"width": 160, "height": 120, "out": str(folder / f"{name}_pictures")}
    question = {"queries": ["the chair near the table"]}
    moves += move()
    timed("ask", "query", question)
    timed("draw", "render", draw)
    for each in times.values():  # the first of each loads what it needs
        each.clear()
    end = time.monotonic() + seconds
    number = 0
    while time.monotonic() < end:
        number += 1
        moves += move()
        if number % 3 == 0:
            timed("ask", "query", question)
        if number % 10 == 0:
            timed("draw", "render", draw)
        time.sleep(0.3)
    session.close()
    there = Session.open(where, writable=True)
    return {
        "ms": {kind: _summary(each) for kind, each in times.items()},
        "moves": moves,
        "lost": moves - (there.revision - 1),
        "errors": errors,
    }


def _summary(seconds: list[float]) -> dict[str, float]:
    ordered = sorted(seconds)
    return {
        "count": len(ordered),
        "median": round(1000 * statistics.median(ordered), 1),
        "95 %": round(1000 * ordered[int(0.95 * (len(ordered) - 1))], 1),
        "worst": round(1000 * ordered[-1], 1),
    }


def _hostile(
    workers: SceneWorkers, folder: Path, stop: threading.Event, outcomes: Counter[str]
) -> list[threading.Thread]:
    opened = {
        kind: workers.open(scene_folder(folder / kind, text), owner="hostile", data_dir=folder / "hostile_data")
        for kind, (text, _, _) in HOSTILE.items()
    }

    def work(number: int) -> None:
        rng = random.Random(number)
        while not stop.is_set():
            kind = rng.choice(list(HOSTILE))
            outcomes[f"{kind}: {_once(opened[kind], kind)}"] += 1

    threads = [threading.Thread(target=work, args=(n,), daemon=True) for n in range(HOSTILE_THREADS)]
    for thread in threads:
        thread.start()
    return threads


def _once(session: RemoteSession, kind: str) -> str:
    _, action, request = HOSTILE[kind]
    try:
        session.run(action, request, seconds=30.0)
    except ScenewrightError as error:
        return f"{type(error).__name__} {getattr(error, 'kind', '')}".strip()
    return "done"


if __name__ == "__main__":
    raise SystemExit(main())
