"""Evaluating programs in the confined child: 45,000 primitives with their peak memory, and 200 on a warm pool.

python -m tests.benchmarks.bench_language [--json FILE]

Each is also told as a multiple of the same program evaluated without confinement in this process. One thread.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from scenewright.scene.language.running import evaluate, evaluate_here
from scenewright.scene.language.running.sandbox import Sandbox
from scenewright.scene.language.running.wire import decode_scene
from scenewright.scene.model import Scene
from tests.benchmarks.figures import give, options
from tests.support.locations import REPOSITORY

LARGE = """
from helper import *
@register('a brick')
def brick(): return primitive_call('cube', {'scale': (1, 0.5, 0.5)}, color=(0.8, 0.3, 0.2))
@register('a wall')
def wall():
    return loop(30, lambda i: loop(1500, lambda j: transform_shape(
        library_call('brick') if j % 3 == 0 else primitive_call('cube', {'scale': (1, 0.5, 0.5)}, color=(0.8, 0.3, 0.2)),
        translation_matrix((j, i * 0.5, 0)))))
"""
SMALL = """
from helper import *
@register()
def row(): return loop(200, lambda i: transform_shape(primitive_call('cube', {'scale': 0.5}), translation_matrix((i, 0, 0))))
"""
_MIB = 1 << 20


def seconds(function: Callable[[str], Scene], source: str, runs: int) -> float:
    """Median; the pool makes the next child ready between the runs."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        function(source)
        times.append(time.perf_counter() - begun)
        time.sleep(0.05)
    return statistics.median(times)


def _peak(usage: resource.struct_rusage) -> float:
    """Bytes; Linux counts in KiB, macOS in bytes."""
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _memory() -> None:
    """In a fresh process: one evaluation of the large program; prints peak bytes of this process, and of its children."""
    with Sandbox() as sandbox:
        scene = decode_scene(sandbox.run({"source": LARGE}))
    assert scene.leaf_rows.size == 45_000
    print(_peak(resource.getrusage(resource.RUSAGE_SELF)), _peak(resource.getrusage(resource.RUSAGE_CHILDREN)))


def main() -> None:
    parser = options(__doc__)
    parser.add_argument("--memory", action="store_true", help="only one evaluation, and its peak memory")
    given = parser.parse_args()
    if given.memory:
        _memory()
        return
    scene = evaluate(LARGE)
    evaluate(SMALL)
    small, small_here = seconds(evaluate, SMALL, 30), seconds(evaluate_here, SMALL, 30)
    large, large_here = seconds(evaluate, LARGE, 5), seconds(evaluate_here, LARGE, 5)
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bench_language", "--memory"],
        capture_output=True,
        text=True,
        check=True,
        cwd=REPOSITORY,
    )
    host, child = (float(v) / _MIB for v in done.stdout.split())
    figures = {
        "primitives of the large program": int(scene.leaf_rows.size),
        "45,000 primitives, s": round(large, 2),
        "45,000 primitives, confined over unconfined": round(large / large_here, 2),
        "45,000 primitives, peak of the host, MiB": round(host),
        "45,000 primitives, peak of the child, MiB": round(child),
        "200 primitives, warm pool, ms": round(1000 * small, 1),
        "200 primitives, confined over unconfined": round(small / small_here, 2),
    }
    give(figures, given.json)


if __name__ == "__main__":
    main()
