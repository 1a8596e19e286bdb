"""Mutated streams of a worker that was taken over, 5,000 by default, read by the server's end of the connection.

python -m tests.benchmarks.fuzz_workers [--runs N] [--json FILE]

Whatever a worker sends, each request of the server ends in an answer or a named error, and no thread of the server dies.
"""

from __future__ import annotations

import logging
import random
import time
from collections import Counter

from tests.benchmarks.figures import give, options
from tests.support.hostile_workers import honest_stream, mutated, take_a_stream


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--runs", type=int, default=5000, metavar="N")
    given = parser.parse_args()
    logging.disable(logging.ERROR)
    rng = random.Random(13)
    frames = honest_stream()
    outcomes: Counter[str] = Counter()
    longest, problems = 0.0, []
    for number in range(given.runs):
        order = frames if rng.random() < 0.5 else rng.sample(frames, len(frames))
        begun = time.monotonic()
        found = take_a_stream(mutated(b"".join(order), rng))
        longest = max(longest, time.monotonic() - begun)
        outcomes.update(found)
        if len(found) != 3 or any(o != "WorkerAnswer" and not o.endswith(("Error", "Change")) for o in found):
            problems.append(f"run {number}: {found}")
    give(
        {
            "runs": given.runs,
            "outcomes": dict(outcomes),
            "longest_seconds": round(longest, 3),
            "problems": problems[:20],
        },
        given.json,
    )
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
