"""How long work of each kind goes on in a worker once it is cancelled, at random moments.

python -m tests.benchmarks.bench_worker_cancelling [--only KIND ...] [--moments N] [--most-after SECONDS] [--json FILE]

A figure is the time from the cancel until the command has returned in the server: by then the work has stopped, or its worker was killed
with all that it started. The last kind is a worker that hangs where it looks at nothing. Over :data:`TARGET` is a failure, as is
a process that outlives a killed worker, or a session that cannot be used afterwards.
"""

from __future__ import annotations

import os
import random
import signal
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenewright.app.session import JobUpdate
from scenewright.app.workers import RemoteSession, SceneWorkers, WorkerLimits
from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.jobs import Job
from tests.benchmarks.cancelled_work import CROWD, ENDLESS, HEAP
from tests.benchmarks.figures import give, options
from tests.support.worker_scenes import ended, family, scene_folder, until, worker_pids

TARGET = 2.0

LONG_TEXT = (
    "a living room with a sofa, two armchairs, a coffee table in front of the sofa, a tv stand with a television, three bookshelves "
    "against the back wall, a rug, two floor lamps, six plants, a desk facing the window, four chairs around a table"
)


@dataclass(frozen=True)
class Work:
    """`text`: of the scene's program; None: no scene is needed. `request`: with '{files}' for the folder of files."""

    action: str
    request: dict[str, Any]
    text: str | None = None
    hangs: bool = False


def _picture(renderer: str, **more: Any) -> dict[str, Any]:
    passes = ["color", "depth", "normal", "entity"]
    return {
        "renderer": renderer,
        "cameras": [0],
        "passes": passes,
        "width": 3840,
        "height": 2160,
        "out": "{files}/pictures",
        **more,
    }


KINDS = {
    "evaluate": Work("evaluate", {}, ENDLESS),
    "generate": Work(
        "generate", {"text": LONG_TEXT, "out": "{files}/room", "renderers": ["preview"], "width": 3840, "height": 2160}
    ),
    "layout": Work("layout", {"effort": 1e6, "save": False}, HEAP),
    "settle": Work("layout", {"check": True}, HEAP),
    "preview draw": Work("render", _picture("preview"), CROWD),
    "Blender draw": Work("render", _picture("blender", width=1600, height=1200, samples=4000), CROWD),
    "splat draw": Work("render", _picture("splat"), CROWD),
    "bake": Work("export", {"out": "{files}/scene.ply", "splats": 600_000, "lit": True}, CROWD),
    "export": Work("export", {"out": "{files}/scene.ply", "splats": 4_000_000}, CROWD),
    "export to Blender": Work("export", {"out": "{files}/scene.blend"}, CROWD),
    "conversion": Work("splat_convert", {"files": ["{files}/given.ply"], "out": "{files}/fewer.sog"}),
    "structure from motion": Work("capture_prepare", {"capture": "{files}/photos", "work": "{files}/work"}),
    "a hang": Work("render", _picture("preview"), CROWD, hangs=True),
}


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--only", nargs="+", choices=list(KINDS), default=list(KINDS))
    parser.add_argument("--moments", type=int, default=20, metavar="N")
    parser.add_argument("--most-after", type=float, default=3.0, metavar="SECONDS")
    given = parser.parse_args()
    rng = random.Random(13)
    seconds: dict[str, list[float]] = {}
    problems: list[str] = []
    killed: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as name:
        files = Path(name)
        _give_files(files, given.only)
        workers = SceneWorkers(WorkerLimits(workers_per_owner=50))
        workers.warm_up()
        for kind in given.only:
            work = KINDS[kind]
            where = None if work.text is None else scene_folder(files / kind.replace(" ", "_"), work.text)
            session = workers.open(where, owner="anna")
            most = given.most_after
            attempts = 0
            while len(seconds.setdefault(kind, [])) < given.moments and attempts < 4 * given.moments:
                attempts += 1
                found = _cancelled(workers, session, work, files, rng.uniform(0.0, most))
                if isinstance(found, str):
                    if found:
                        problems.append(f"{kind}: {found}")
                        break
                    most *= 0.8  # it had ended before
                    continue
                taken, was_killed = found
                seconds[kind].append(round(taken, 2))
                killed[kind] = killed.get(kind, 0) + was_killed
                if taken > TARGET:
                    problems.append(f"{kind} took {taken:.2f} s to stop")
            print(f"{kind}: {seconds[kind]}", file=sys.stderr, flush=True)
            session.close()
        workers.close()
    every = sorted(t for each in seconds.values() for t in each)
    figures = {
        "moments": {kind: len(each) for kind, each in seconds.items()},
        "longest": {kind: max(each, default=None) for kind, each in seconds.items()},
        "median": {kind: round(statistics.median(each), 2) if each else None for kind, each in seconds.items()},
        "worker killed": killed,
        "95 % of all": every[int(0.95 * (len(every) - 1))] if every else None,
        "longest of all": every[-1] if every else None,
        "target": TARGET,
        "problems": problems,
    }
    give(figures, given.json)
    return 1 if problems else 0


def _cancelled(
    workers: SceneWorkers, session: RemoteSession, work: Work, files: Path, after: float
) -> tuple[float, bool] | str:
    """Seconds that it took, and whether the worker was killed; a text where it ended by an error, '' where it ended before."""
    before = set(worker_pids(workers))
    session.start()
    pid = (set(worker_pids(workers)) - before or set(worker_pids(workers))).pop()
    job, caught, returned = Job(), [], []
    request = {key: _placed(value, files, after) for key, value in work.request.items()}

    def run() -> None:
        try:
            session.run(work.action, request, job=job)
        except ScenewrightError as error:
            caught.append(error)
        returned.append(time.monotonic())

    with session.listen() as listener:
        thread = threading.Thread(target=run)
        thread.start()
        begun = time.monotonic()
        while work.action != "evaluate" and thread.is_alive() and time.monotonic() - begun < 60.0:
            event = listener.get(0.5)
            if isinstance(event, JobUpdate) and event.what:
                break
        time.sleep(after)
        if work.hangs:
            os.kill(pid, signal.SIGSTOP)
        started = family(pid)
        asked = time.monotonic()
        job.cancel()
        thread.join(60.0)
    if not caught:
        return ""
    if not isinstance(caught[0], JobCancelled):
        return f"{type(caught[0]).__name__}: {caught[0]}"
    killed = pid not in worker_pids(workers)
    if killed and not until(lambda: all(map(ended, started)), 5.0):
        return "a process outlives its killed worker"
    return returned[0] - asked, killed


def _placed(value: Any, files: Path, after: float) -> Any:
    if isinstance(value, list):
        return [_placed(each, files, after) for each in value]
    if isinstance(value, str):
        placed = value.replace("{files}", str(files))
        return f"{placed}_{after:.6f}" if value.endswith(("/room", "/work")) else placed
    return value


def _give_files(files: Path, kinds: list[str]) -> None:
    """What conversions and structure from motion read."""
    if "conversion" in kinds:
        from scenewright.scene.splats.formats import write_file
        from tests.support.splat_scenes import random_gaussians

        write_file(random_gaussians(600_000, degree=3, sizes=(0.005, 0.02)), files / "given.ply")
    if "structure from motion" in kinds:
        from scenewright.scene.splats.capture.lens import Lens
        from tests.support.capture_scenes import Corner, jpeg

        lens = Lens.checked("PINHOLE", [1000.0, 1000.0, 480.0, 360.0], 960, 720, "lens")
        (files / "photos").mkdir()
        corner = Corner()
        for index, pose in enumerate(Corner.poses(30)):
            (files / "photos" / f"{index:02d}.jpg").write_bytes(jpeg(corner.picture(lens, pose, oversample=1)))


if __name__ == "__main__":
    raise SystemExit(main())
