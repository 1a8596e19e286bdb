"""Random edits, held against an oracle that recognises every instance without its path."""

from __future__ import annotations

import random
import time

from scenewright.scene.language.running import evaluate_here
from tests.benchmarks.figures import give, options
from tests.support.edit_oracle import Run, program, random_edit, step


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--edits", type=int, default=500)
    given = parser.parse_args()
    wanted = given.edits
    run = Run()
    begun = time.perf_counter()
    seed = 0
    while run.made < wanted:
        rng = random.Random(seed)
        seed += 1
        source = program(rng)
        scene = evaluate_here(source)
        for _ in range(10):
            if len(scene) < 4 or run.made >= wanted:
                break
            result = step(source, scene, random_edit(scene, rng), run)
            if result is not None:
                source, scene = result.source, result.scene
    figures = {
        "edits made": run.made,
        "refused": run.refused,
        "written as literals": run.literal,
        "references checked": run.references,
        "faults": run.faults,
        "ms an edit, its check included": round(1000 * (time.perf_counter() - begun) / run.made, 1),
    }
    give(figures, given.json)
    return 1 if run.faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
