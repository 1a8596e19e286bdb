"""Random bytes of a child against the host, from fixed seeds: ``python -m tests.benchmarks.fuzz_wire [RUNS]``."""

from __future__ import annotations

import sys

from tests.support.wire_fuzzing import decode_mutants, hold_mutants

RUNS = 5_000


def main(runs: int) -> int:
    faults = 0
    for name, run in (("scenes", decode_mutants(runs, seed=11)), ("conversations", hold_mutants(runs, seed=12))):
        outcomes = ", ".join(f"{kind} {count:,}" for kind, count in sorted(run.outcomes.items()))
        print(f"{name}: {runs:,} runs: {outcomes}; faults {len(run.faults)}; slowest {run.slowest:.2f} s")
        for fault in run.faults[:5]:
            print(fault)
        faults += len(run.faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))
