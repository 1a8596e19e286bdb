"""A batch of mixed jobs while its workers, its machines and itself are killed: is every job done exactly once?

python -m tests.benchmarks.bench_batch [--engine local|ray] [--jobs N] [--seed N] [--json FILE]

Each job ends with a line in a log that Scenewright does not know of. In the midst, at moments that `--seed` draws, a worker is killed,
a machine is taken away (ray: one of two nodes, and another comes) or the process that workers come from is killed (local), and the command itself is
killed with SIGKILL and started anew with --resume. At the end, a folder without a whole result and a job that is missing or was seen twice are counted.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from scenewright.app.batch import BatchState, read_manifest
from tests.benchmarks.figures import give, options
from tests.support.batch_witness import install_witness, witnessed
from tests.support.worker_scenes import scene_folder

TEXTS = (
    "a table with two chairs",
    "a desk with a lamp on it",
    "two stools beside a round table",
    "a bench and a plant",
)


def mixed_jobs(count: int) -> Iterator[dict[str, Any]]:
    """Jobs of five kinds in turn, all different, each of which ends with a line of the witness."""
    for number in range(count):
        kinds = [
            [{"kind": "generate", "text": TEXTS[number % 4], "seed": number, "renderers": []}],
            [{"kind": "render", "width": 160 + number, "height": 120}],
            [
                {"kind": "edit", "edits": [{"kind": "move", "path": "a", "by": [0, 0, number / 100]}]},
                {"kind": "layout"},
            ],
            [{"kind": "query", "queries": [f"block {number}"]}, {"kind": "export", "out": "row.glb"}],
            [
                {"kind": "generate", "text": TEXTS[number % 4], "seed": number, "renderers": []},
                {"kind": "render", "width": 200, "height": 150},
            ],
        ]
        steps = kinds[number % 5]
        scene = {} if steps[0]["kind"] == "generate" else {"scene": "row"}
        yield {"label": f"job-{number}", **scene, "steps": [*steps, {"kind": "export", "out": "seen.witness"}]}


class Driver:
    """The command, which can be killed and started anew."""

    def __init__(self, jobs: Path, out: Path, environment: dict[str, str], more: list[str]) -> None:
        self._command = [
            sys.executable,
            "-P",
            "-m",
            "scenewright.app.cli",
            "batch",
            str(jobs),
            "--out",
            str(out),
            *more,
        ]
        self._environment = environment
        self.out = out
        self.starts = 0
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.starts += 1
        command = [*self._command, *(["--resume"] if self.starts > 1 else [])]
        with (self.out.parent / f"driver-{self.starts}.log").open("wb") as log:
            self.process = subprocess.Popen(command, env=self._environment, stdout=log, stderr=log)

    def kill(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def finished(self) -> int:
        file = self.out / "manifest.jsonl"
        return sum(r.state is BatchState.FINISHED for r in read_manifest(file)) if file.exists() else 0

    def wait_for(self, count: int) -> None:
        """Wait until so many jobs are finished, or the command has ended."""
        assert self.process is not None
        while self.process.poll() is None and self.finished() < count:
            time.sleep(0.05)


def templates_of(pid: int) -> list[psutil.Process]:
    """The processes that local workers are forked from."""
    return [p for p in psutil.Process(pid).children() if any("worker_main.py" in part for part in p.cmdline())]


@contextmanager
def local(folder: Path, driver: Driver) -> Iterator[dict[str, Callable[[], object]]]:
    def kill_worker() -> None:
        assert driver.process is not None
        workers = [w for t in templates_of(driver.process.pid) for w in t.children()]
        if workers:
            workers[0].kill()

    def kill_template() -> None:
        assert driver.process is not None
        for template in templates_of(driver.process.pid):
            template.kill()

    yield {"a worker killed": kill_worker, "the template of workers killed": kill_template}


@contextmanager
def ray_cluster(folder: Path, driver: Driver) -> Iterator[dict[str, Callable[[], object]]]:
    from ray.cluster_utils import Cluster

    def node(name: str) -> Any:
        own = folder / name
        own.mkdir()
        return cluster.add_node(num_cpus=1, env_vars={"TMPDIR": str(own)}, object_store_memory=200_000_000)

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "object_store_memory": 200_000_000})
    nodes = [node("node-1"), node("node-2")]
    driver._command += ["--engine", "ray", "--address", cluster.address]

    def kill_worker() -> None:
        actors = [
            p for p in psutil.process_iter(["cmdline"]) if "ray::BatchWorker" in " ".join(p.info["cmdline"] or ())
        ]
        if actors:
            actors[0].kill()

    def remove_node() -> None:
        cluster.remove_node(nodes.pop(0), allow_graceful=False)
        nodes.append(node("node-3"))

    try:
        yield {"a worker killed": kill_worker, "a node removed": remove_node}
    finally:
        cluster.shutdown()


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--engine", choices=("local", "ray"), default="local")
    parser.add_argument("--jobs", type=int, default=60, metavar="N")
    parser.add_argument("--workers", type=int, default=2, metavar="N")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    drawn = random.Random(given.seed)
    with tempfile.TemporaryDirectory(prefix="bench-batch-") as name:
        folder = Path(name)
        log, out = folder / "log.txt", folder / "out"
        site = install_witness(folder / "site", log)
        scene_folder(folder / "row")
        jobs = folder / "jobs.jsonl"
        jobs.write_text("".join(json.dumps(job) + "\n" for job in mixed_jobs(given.jobs)))
        paths = [str(site), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "SCENEWRIGHT_HOME": str(folder / "home")}
        os.environ |= environment
        driver = Driver(jobs, out, environment, ["--workers", str(given.workers)])
        begun = time.monotonic()
        with (ray_cluster if given.engine == "ray" else local)(folder, driver) as blows:
            driver.start()
            moments = sorted(drawn.sample(range(given.jobs // 10, given.jobs * 3 // 4), 3))
            for moment, (what, strike) in zip(
                moments, [*blows.items(), ("the command killed", driver.kill)], strict=True
            ):
                driver.wait_for(moment)
                time.sleep(drawn.random())
                print(f"{driver.finished()} finished: {what}", flush=True)
                strike()
            driver.start()
            assert driver.process is not None
            code = driver.process.wait()
        seconds = time.monotonic() - begun
        figures = judged(out, log, given.jobs) | {
            "engine": given.engine,
            "workers": given.workers,
            "seed": given.seed,
            "seconds": round(seconds),
            "exit code": code,
        }
        if code:
            for file in (folder / f"driver-{driver.starts}.log", folder / "home" / "logs" / "errors.log"):
                print(file.read_text()[-4000:] if file.exists() else "", file=sys.stderr)
    give(figures, given.json)
    return int(
        bool(figures["jobs missing"] or figures["jobs finished twice"] or figures["folders that are not whole"] or code)
    )


def judged(out: Path, log: Path, count: int) -> dict[str, Any]:
    """What is there at the end."""
    records = list(read_manifest(out / "manifest.jsonl"))
    finished = [r.label for r in records if r.state is BatchState.FINISHED]
    folders = [f for f in out.iterdir() if f.is_dir() and f.name != ".partial"]
    seen = witnessed(log)
    by_job: dict[str, int] = {}
    for folder_name, times in seen.items():
        by_job[folder_name] = by_job.get(folder_name, 0) + times
    return {
        "jobs": count,
        "jobs missing": count - len(set(finished)),
        "jobs finished twice": len(finished) - len(set(finished)),
        "folders that are not whole": sum(not (f / "result.json").is_file() for f in folders),
        "lost attempts": sum(r.state is BatchState.RETRIED for r in records),
        "jobs that the log names": len(by_job),
        "jobs that the log names twice": sum(times > 1 for times in by_job.values()),
        "hosts": sorted({r.host for r in records if r.host}),
    }


if __name__ == "__main__":
    raise SystemExit(main())
