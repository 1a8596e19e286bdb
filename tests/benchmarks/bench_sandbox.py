"""What confinement costs: a 200-primitive program on a warm server, split into its parts, beside the same unconfined.

    OMP_NUM_THREADS=1 python -m tests.benchmarks.bench_sandbox [--json FILE]

One thread, one program after another with a pause between, as a person at work would send them; and a second row back to
back, where each program also waits for the server to get the next child ready.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import sys
import time
from collections.abc import Callable

from scenewright.scene.children.kernel import KernelLevel
from scenewright.scene.language.running import evaluate, evaluate_here
from scenewright.scene.language.running.sandbox import Sandbox

EMPTY = """
from scene.language import *

@register()
def point():
    return primitive_call('cube', {'scale': 1.0})
"""
PROGRAM = """
from scene.language import *

@register()
def box():
    return primitive_call('cube', {'scale': 1.0}, color=(0.3, 0.4, 0.5))

@register()
def row():
    return loop(200, lambda i: transform_shape(library_call('box'), translation_matrix((1.5 * i, 0, 0))))
"""
REPEATS = 30
PAUSE = 0.05


def _median_ms(call: Callable[[], object], pause: float) -> dict[str, float]:
    times = []
    for _ in range(REPEATS):
        time.sleep(pause)
        started = time.perf_counter()
        call()
        times.append((time.perf_counter() - started) * 1e3)
    return {
        "median_ms": round(statistics.median(times), 2),
        "best_ms": round(min(times), 2),
        "worst_ms": round(max(times), 2),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", metavar="FILE")
    options = parser.parse_args()
    started = time.perf_counter()
    with Sandbox() as sandbox:
        sandbox.warm()
        start_ms = (time.perf_counter() - started) * 1e3

        def confined(source: str, level: KernelLevel = KernelLevel.FULL) -> Callable[[], object]:
            return lambda: sandbox.run({"source": source}, kernel=level)

        evaluate(PROGRAM)
        rows = {
            "unconfined, 200 primitives": _median_ms(lambda: evaluate_here(PROGRAM), PAUSE),
            "confined, 1 primitive": _median_ms(confined(EMPTY), PAUSE),
            "confined, 200 primitives": _median_ms(confined(PROGRAM), PAUSE),
            "confined, 200 primitives, to a Scene": _median_ms(lambda: evaluate(PROGRAM), PAUSE),
            "confined, 200 primitives, back to back": _median_ms(confined(PROGRAM), 0.0),
            "no child kept ready (forked on demand)": _median_ms(confined(PROGRAM, KernelLevel.SECCOMP), PAUSE),
        }
    base = rows["unconfined, 200 primitives"]["median_ms"]
    for row in rows.values():
        row["ratio"] = round(row["median_ms"] / base, 2)
    report = {"python": platform.python_version(), "threads": 1, "server_start_ms": round(start_ms, 1), "rows": rows}
    print(f"server start {start_ms:.0f} ms, once a process")
    for name, row in rows.items():
        print(
            f"{name:42s} {row['median_ms']:7.2f} ms   best {row['best_ms']:6.2f}   worst {row['worst_ms']:7.2f}   x{row['ratio']}"
        )
    print(json.dumps(report))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(report, file, indent=2)
    return 0


if __name__ == "__main__":
    sys.exit(main())
