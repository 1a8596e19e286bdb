"""Random texts and edits against the readers of the host, from fixed seeds: ``python -m tests.benchmarks.fuzz_texts [RUNS [READER ...]]``."""

from __future__ import annotations

import sys

from tests.support.text_fuzzing import READERS, fuzz

RUNS = 5_000
SEED = 21


def main(runs: int, readers: list[str]) -> int:
    faults = 0
    for reader in readers:
        run = fuzz(reader, runs, seed=SEED)
        outcomes = ", ".join(f"{kind} {count:,}" for kind, count in sorted(run.outcomes.items()))
        print(f"{reader}: {runs:,} runs: {outcomes}; faults {len(run.faults)}; slowest {run.slowest:.2f} s", flush=True)
        for fault in run.faults[:5]:
            print(fault)
        faults += len(run.faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS, sys.argv[2:] or list(READERS)))
