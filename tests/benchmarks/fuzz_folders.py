"""The full tier of the fuzzer over the readers of scene folders, jobs, settings and packs: 5,000 mutated files a reader.

``python -m tests.benchmarks.fuzz_folders [--runs 5000] [--seed 1] [READER ...]`` prints a line for each reader, and ends with 1 where
one failed.
"""

from __future__ import annotations

import argparse
import sys
import time

from tests.support.hostile_folders import quick_folder
from tests.support.hostile_readers import READERS, fuzz


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("readers", nargs="*", default=list(READERS))
    options.add_argument("--runs", type=int, default=5_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    failed = 0
    for name in chosen.readers:
        begun = time.monotonic()
        with quick_folder() as folder:
            try:
                outcome = str(fuzz(name, str(folder), chosen.seed, chosen.runs))
            except AssertionError as error:
                outcome, failed = f"FAILED {str(error)[:400]}", 1
        print(f"{name}: {outcome} in {time.monotonic() - begun:.0f} s", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
