"""The figures, one after the other: ``python -m tests.benchmarks.run [--quick]``.

Each bench is a process of its own that prints one JSON object as its last line. The table goes to standard output; a full
run keeps the JSON in ``tests/benchmarks/results/``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]

BENCHES: dict[str, tuple[list[str], list[str]]] = {
    "language": (["-m", "tests.benchmarks.bench_language"], ["-m", "tests.benchmarks.bench_language"]),
    "command_line": (["-m", "tests.benchmarks.bench_command_line"], ["-m", "tests.benchmarks.bench_command_line"]),
    "edits": (
        ["-m", "tests.benchmarks.bench_edits", "--edits", "10000"],
        ["-m", "tests.benchmarks.bench_edits", "--edits", "300"],
    ),
}
"""Name -> arguments of the interpreter in the full and in the quick tier."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Run the benchmarks.")
    parser.add_argument("--quick", action="store_true", help="fewer seeds; nothing is kept")
    parser.add_argument("--only", action="append", choices=sorted(BENCHES), help="just these")
    given = parser.parse_args()
    print(
        f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, numeric libraries on 1 thread"
    )
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    failed = []
    for name in given.only or BENCHES:
        full, quick = BENCHES[name]
        begun = time.monotonic()
        done = subprocess.run(
            [sys.executable, *(quick if given.quick else full)],
            cwd=REPOSITORY,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            failed.append(name)
            print(f"\n{name}: failed\n{done.stderr[-2000:]}")
            continue
        figures = json.loads(done.stdout.strip().splitlines()[-1])
        print(f"\n{name} ({time.monotonic() - begun:.0f} s)")
        for key, value in figures.items():
            print(f"  {key:<44} {value}")
        if not given.quick:
            (HERE / "results").mkdir(exist_ok=True)
            (HERE / "results" / f"{name}.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
