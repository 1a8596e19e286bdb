"""What models wrote: how many replies evaluate, how many fail as they should, and random edits on those that evaluate.

    SCENEWRIGHT_REPLIES=... python -m tests.benchmarks.bench_replies [--edits N] [--json FILE]

Every part that does not belong to an edit's target is held against the one before, without the editor's own comparison.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from pathlib import Path

from scenewright.scene.errors import PolicyError, ProgramError, ReplyError, ScenewrightError
from scenewright.scene.language.running import evaluate
from scenewright.scene.sources import read_source
from tests.benchmarks.figures import give, options
from tests.support.reply_edits import Tally, edit_at_random

WRONG: dict[str, type[ScenewrightError]] = {
    "22-cut-off": ReplyError,
    "23-unknown-names": ProgramError,
    "24-forbidden-import": PolicyError,
}


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--edits", type=int, default=20, help="random edits on each reply")
    given = parser.parse_args()
    folder = os.environ.get("SCENEWRIGHT_REPLIES")
    if not folder:
        raise SystemExit("set SCENEWRIGHT_REPLIES to the folder of replies")
    replies = sorted(Path(folder).glob("[0-9]*.md"))
    as_named: list[str] = []
    unexpected: list[str] = []
    seconds: list[float] = []
    tally = Tally()
    evaluated = 0
    for number, reply in enumerate(replies):
        begun = time.perf_counter()
        try:
            source = read_source(reply).text
            evaluate(source)
        except ScenewrightError as error:
            wanted = WRONG.get(reply.stem)
            named = wanted is not None and type(error) is wanted
            (as_named if named else unexpected).append(f"{reply.stem}: {type(error).__name__}: {error}")
            continue
        seconds.append(time.perf_counter() - begun)
        evaluated += 1
        if reply.stem in WRONG:
            unexpected.append(f"{reply.stem}: it evaluates")
        edit_at_random(source, evaluate, random.Random(number), given.edits, tally)
    figures = {
        "replies": len(replies),
        "evaluated": evaluated,
        "failed with the error that they should": len(as_named),
        "failed otherwise": unexpected,
        "seconds to evaluate, median": round(statistics.median(seconds), 3),
        "seconds to evaluate, most": round(max(seconds), 3),
        "edits made": tally.made,
        "edits refused, nothing changed": tally.refused,
        "edits written as literals": tally.literal,
        "greatest change of a number that was not meant": tally.worst,
        "faults": tally.faults,
    }
    give(figures, given.json)
    return 1 if unexpected or tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
