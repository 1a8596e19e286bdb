"""What a worker costs: a round trip of source, a move, a query and the triangles, against the same session in this process, and the start of
a worker.

python -m tests.benchmarks.bench_worker_session [--things N] [--rounds N] [--json FILE]

Rounds of both alternate, so that both meet the same machine. The overhead is the difference of the medians, and may be up to 5 ms
for small answers.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from scenewright.app.actions.table import run_action
from scenewright.app.session import Session
from scenewright.app.workers import RemoteSession, SceneWorkers, WorkerLimits, result_report
from scenewright.scene.export.gltf import glb_bytes
from tests.benchmarks.bench_session import room_of
from tests.benchmarks.figures import give, options
from tests.support.worker_scenes import scene_folder

MOST_OVERHEAD_MS = 5.0
STARTS = 10


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--things", type=int, default=60, metavar="N")
    parser.add_argument("--rounds", type=int, default=40, metavar="N")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        direct = Session.open(scene_folder(folder / "direct", room_of(given.things)), writable=True)
        workers = SceneWorkers(WorkerLimits(niceness=0, workers_per_owner=STARTS + 1))
        begun = time.perf_counter()
        workers.warm_up()
        template = time.perf_counter() - begun
        remote = workers.open(scene_folder(folder / "remote", room_of(given.things)))
        move = {"edits": [{"kind": "move", "path": "thing_0", "by": [0.0, 0.0, 0.01]}]}
        question = {"queries": ["the chair near the table"]}
        calls: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
            "source": (lambda: direct.source, remote.source),
            "history": _both(direct, remote, "history", {}),
            "a move": _both(direct, remote, "edit", move),
            "a query": _both(direct, remote, "query", question),
            "evaluate": _both(direct, remote, "evaluate", {}),
            "triangles as GLB": (
                lambda: glb_bytes(direct.scene, direct.derived.geometry()),
                lambda: remote.geometry().data,
            ),
        }
        for here, there in calls.values():
            here()
            there()
        rows = {}
        for kind, (here, there) in calls.items():
            pairs = [(_ms(here), _ms(there)) for _ in range(given.rounds)]
            medians = [round(statistics.median(each), 2) for each in zip(*pairs, strict=True)]
            rows[kind] = {
                "direct ms": medians[0],
                "worker ms": medians[1],
                "overhead ms": round(medians[1] - medians[0], 2),
            }
        starts, scenes = [], []
        for number in range(STARTS):
            scenes.append(workers.open(scene_folder(folder / f"scene_{number}", room_of(given.things))))
            starts.append(_ms(scenes[-1].start))
        workers.close()
    figures = {
        "things": given.things,
        "rounds": given.rounds,
        "rows": rows,
        "seconds of the template's start": round(template, 1),
        "ms of a worker's start, median": round(statistics.median(starts), 1),
        "ms of a worker's start, worst": round(max(starts), 1),
    }
    give(figures, given.json)
    small = [rows[kind]["overhead ms"] for kind in ("source", "history", "a move", "a query")]
    return 0 if max(small) <= MOST_OVERHEAD_MS else 1


def _both(
    direct: Session, remote: RemoteSession, name: str, request: dict[str, object]
) -> tuple[Callable[[], object], Callable[[], object]]:
    return (
        lambda: result_report(run_action(direct, name, request)),
        lambda: remote.run(name, request),
    )


def _ms(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return 1000.0 * (time.perf_counter() - begun)


if __name__ == "__main__":
    raise SystemExit(main())
