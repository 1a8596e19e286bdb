"""Run the escape corpus in all three ways and print what became of each: a table, or JSON with --json.

python -m tests.escape.report [--json FILE] [NAME ...]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter

from tests.escape.escape_corpus import CORPUS
from tests.escape.escape_world import Outcome, World


def _word(outcome: Outcome) -> str:
    if outcome.reached:
        return "REACHED"
    return (
        "harmless" if outcome.error is None else f"{type(outcome.error).__name__}/{getattr(outcome.error, 'kind', '')}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", metavar="FILE")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    rows = []
    started = time.monotonic()
    with World() as world:
        for escape in CORPUS:
            if options.names and not any(name in escape.name for name in options.names):
                continue
            ways = {
                "off": world.unconfined(escape),
                "on": world.confined(escape, policy=True),
                "kernel": world.confined(escape, policy=False),
            }
            rows.append((escape, ways))
            print(
                f"{escape.name:32s} {_word(ways['off']):10s} {_word(ways['on']):28s} {_word(ways['kernel'])}",
                flush=True,
            )
            if options.verbose:
                for way, outcome in ways.items():
                    print(f"    {way}: {outcome.seconds:.2f} s {outcome.error} {outcome.detail}")
    counts = {
        "programs": len(rows),
        "succeed_with_confinement_off": sum(w["off"].reached for _, w in rows),
        "stopped_with_everything_on": sum(not w["on"].reached for _, w in rows),
        "stopped_with_policy_off": sum(not w["kernel"].reached for _, w in rows),
        "by_layer": dict(Counter(_word(w["on"]) for _, w in rows)),
        "by_layer_policy_off": dict(Counter(_word(w["kernel"]) for _, w in rows)),
        "slowest_confined_seconds": max(max(w["on"].seconds, w["kernel"].seconds) for _, w in rows),
        "seconds": round(time.monotonic() - started, 1),
    }
    print(json.dumps(counts, indent=2))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(counts, file, indent=2)
    failed = [e.name for e, w in rows if not w["off"].reached or w["on"].reached or w["kernel"].reached]
    print("not as claimed:", ", ".join(failed) or "none")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
