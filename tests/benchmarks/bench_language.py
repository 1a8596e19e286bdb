"""Evaluating programs in the confined child: a large one, and a small one on a warm pool."""

from __future__ import annotations

import json
import resource
import statistics
import time

from scene.language.evaluator import evaluate_here
from scene.language.program import evaluate

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


def seconds(function: object, source: str, runs: int) -> float:
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        function(source)  # type: ignore[operator]
        times.append(time.perf_counter() - begun)
        time.sleep(0.02)  # the pool makes the next child ready meanwhile
    return statistics.median(times)


def main() -> None:
    evaluate(SMALL)
    small, small_here = seconds(evaluate, SMALL, 30), seconds(evaluate_here, SMALL, 30)
    large, large_here = seconds(evaluate, LARGE, 3), seconds(evaluate_here, LARGE, 3)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {
                "200 primitives, warm pool, ms": round(1000 * small, 1),
                "200 primitives, confined over unconfined": round(small / small_here, 2),
                "45,000 primitives, s": round(large, 2),
                "45,000 primitives, confined over unconfined": round(large / large_here, 2),
                "peak memory of the whole in one process, MB": round(peak),
            }
        )
    )


if __name__ == "__main__":
    main()
