"""The corpus of hostile programs used through a worker: what they cost the serving process itself.

python -m tests.benchmarks.bench_hostile_programs [--only NAME ...] [--seconds S] [--json FILE]

Each program is evaluated, asked, laid out, drawn and exported, each within so many seconds. A failure is a command that takes over a start, a
grace and a kill longer, a server that takes over 150 MB more, and a scene that cannot be used afterwards.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from collections import Counter
from pathlib import Path

from scenewright.app.workers import SceneWorkers, WorkerLimits
from tests.benchmarks.figures import give, options
from tests.hostile.program_corpus import PROGRAMS
from tests.support.served_programs import serve_program

MOST_MEGABYTES = 150.0
OVER_SECONDS = 4.0


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--only", nargs="+", choices=list(PROGRAMS), default=list(PROGRAMS))
    parser.add_argument("--seconds", type=float, default=10.0)
    given = parser.parse_args()
    logging.disable(logging.ERROR)
    outcomes: Counter[str] = Counter()
    problems: list[str] = []
    longest = most = seconds = 0.0
    with tempfile.TemporaryDirectory() as name:
        workers = SceneWorkers(WorkerLimits(memory_bytes=3 << 29))
        workers.warm_up()
        for number, program in enumerate(given.only):
            served = serve_program(workers, PROGRAMS[program], Path(name) / str(number), seconds=given.seconds)
            print(f"{program}: {served}", file=sys.stderr, flush=True)
            outcomes.update(served.outcomes.values())
            longest, most = max(longest, served.longest), max(most, served.megabytes)
            seconds = max(seconds, served.seconds)
            if served.longest > given.seconds + OVER_SECONDS or served.megabytes > MOST_MEGABYTES:
                problems.append(f"{program}: {served.longest:.1f} s, {served.megabytes:.0f} MB")
        workers.close()
    figures = {
        "programs": len(given.only),
        "outcomes": dict(outcomes.most_common()),
        "longest command, seconds": round(longest, 1),
        "most memory of the server, MB": round(most, 1),
        "most processor time of the server for one program, seconds": round(seconds, 2),
        "problems": problems,
    }
    give(figures, given.json)
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
