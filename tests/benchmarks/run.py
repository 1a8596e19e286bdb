"""The figures, one bench after the other: ``python -m tests.benchmarks.run [--quick] [--only NAME]``.

Each bench is a process of its own that writes its figures with ``--json``. The table goes to standard output; a full run
keeps the JSON, with the machine that it was measured on, in ``tests/benchmarks/results/``. Benches of what is not at hand are
left out, and named: of external data where SCENEWRIGHT_DATA or SCENEWRIGHT_REPLIES is not set, and those that end with
`NOT_AT_HAND` and say on standard error what they lack.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
RESULTS = HERE / "results"
NOT_AT_HAND = 77  # the code by which automake's test drivers, too, are told that something was left out


@dataclass(frozen=True, slots=True)
class Bench:
    """A module with its arguments in the full and in the quick tier. `needs`: a variable that names external data."""

    module: str
    full: tuple[str, ...] = ()
    quick: tuple[str, ...] = ()
    needs: str | None = None
    threads: int = 1


BENCHES = {
    "language": Bench("tests.benchmarks.bench_language"),
    "sandbox": Bench("tests.benchmarks.bench_sandbox"),
    "command_line": Bench("tests.benchmarks.bench_command_line"),
    "edits": Bench("tests.benchmarks.bench_edits", ("--edits", "10000"), ("--edits", "500")),
    "session": Bench("tests.benchmarks.bench_session", (), ("--moves", "10")),
    "replies": Bench("tests.benchmarks.bench_replies", ("--edits", "20"), ("--edits", "4"), "SCENEWRIGHT_REPLIES"),
    "crashes": Bench("tests.benchmarks.bench_crashes"),
    "cancelling": Bench("tests.benchmarks.bench_cancelling", (), ("--after", "1.0")),
    "models": Bench("tests.benchmarks.bench_models", (), ("--answers", "40", "--turns", "10")),
    "chat": Bench("tests.benchmarks.bench_chat", (), ("--every", "8")),
    "studio_latency": Bench("tests.benchmarks.bench_studio_latency", (), ("--rounds", "8", "--many", "0"), threads=2),
    "studio_sessions": Bench(
        "tests.benchmarks.bench_studio_sessions", (), ("--sessions", "5", "--minutes", "0.5"), threads=2
    ),
    "mcp": Bench("tests.benchmarks.bench_mcp", ("--tries", "5"), ("--tries", "1"), threads=2),
    "worker_session": Bench("tests.benchmarks.bench_worker_session", (), ("--rounds", "10")),
    "worker_cancelling": Bench("tests.benchmarks.bench_worker_cancelling", (), ("--moments", "2")),
    "hostile_neighbour": Bench("tests.benchmarks.bench_hostile_neighbour", (), ("--seconds", "30"), threads=2),
    "hostile_programs": Bench(
        "tests.benchmarks.bench_hostile_programs", (), ("--seconds", "3", "--only", "cubes by doubling", "empty groups")
    ),
    "fuzz_workers": Bench("tests.benchmarks.fuzz_workers", (), ("--runs", "500")),
    "escapes": Bench("tests.escape.report"),
    "room_sense": Bench("tests.benchmarks.bench_room_sense", (), ("--every", "12")),
    "catalogue": Bench("tests.benchmarks.bench_catalogue"),
    "room_sentences": Bench("tests.benchmarks.bench_room_sentences", (), ("--every", "10")),
    "damaged_rooms": Bench("tests.benchmarks.bench_damaged_rooms", (), ("--rooms", "3")),
    "room_variety": Bench("tests.benchmarks.bench_room_variety", (), ("--seeds", "8")),
    "generate": Bench("tests.benchmarks.bench_generate", ("--every", "8"), ("--every", "40"), threads=2),
    "preview": Bench("tests.benchmarks.bench_preview", ("--threads", "2"), ("--threads", "2", "--quick"), threads=2),
    "picture_fit": Bench("tests.benchmarks.bench_picture_fit", ("--scenes", "10"), ("--scenes", "1", "--things", "8")),
    "picture_scenes": Bench(
        "tests.benchmarks.bench_picture_scenes", ("--scenes", "200"), ("--scenes", "6", "--renderer", "preview")
    ),
    "sceneeval": Bench("tests.benchmarks.bench_sceneeval", (), ("--every", "8"), "SCENEWRIGHT_DATA"),
    "layout_sceneeval": Bench("tests.benchmarks.bench_layout_sceneeval", (), ("--every", "25"), "SCENEWRIGHT_DATA"),
    "layout_rooms": Bench(
        "tests.benchmarks.bench_layout_rooms",
        ("--seeds", "20", "--settled", "1"),
        (
            *("--counts", "10", "30", "100", "--seeds", "2", "2", "1", "--fills", "20", "--walls", "30"),
            *("--impossible", "12", "--baselines", "0"),
        ),
    ),
    "layout_replies": Bench("tests.benchmarks.bench_layout_replies", (), ("--every", "6"), "SCENEWRIGHT_REPLIES"),
    "layout_repair": Bench(
        "tests.benchmarks.bench_layout_repair", (), ("--rooms", "12", "--baselines", "6"), "SCENEWRIGHT_REPLIES"
    ),
    "layout_shuffled": Bench("tests.benchmarks.bench_layout_shuffled", (), ("--rooms", "6"), "SCENEWRIGHT_REPLIES"),
    "layout_dense": Bench("tests.benchmarks.bench_layout_dense", (), ("--rooms", "4")),
    "layout_certificate": Bench(
        "tests.benchmarks.bench_layout_certificate",
        (),
        ("--mutants", "100", "--clean", "20", "--settled", "5", "--objects", "30", "--sizes", "10", "100"),
    ),
    "splat_raster": Bench(
        "tests.benchmarks.bench_splat_raster",
        ("--threads", "2"),
        ("--threads", "2", "--quick"),
        "SCENEWRIGHT_DATA",
        threads=2,
    ),
    "exchange": Bench("tests.benchmarks.bench_exchange", (), ("--quick",)),
    "batch": Bench("tests.benchmarks.bench_batch", ("--jobs", "60"), ("--jobs", "12"), threads=2),
    "batch_overhead": Bench("tests.benchmarks.bench_batch_overhead", (), ("--pictures", "4"), threads=2),
    "dataset": Bench("tests.benchmarks.bench_dataset", ("300", "--workers", "2"), ("4", "--workers", "2"), threads=2),
    "usd": Bench("tests.benchmarks.bench_usd", ("--physics",), ("--quick",)),
    "splat_formats": Bench("tests.benchmarks.bench_splat_formats", (), ("--quick",), "SCENEWRIGHT_DATA"),
    "splat_scene": Bench("tests.benchmarks.bench_splat_scene", (), ("--quick", "--size", "512"), threads=2),
    "splat_training": Bench(
        "tests.benchmarks.bench_splat_training",
        ("--minutes", "2", "5", "10", "--steps", "2000", "--sweep"),
        ("--minutes", "1", "--steps", "--holdout", "8"),
        "SCENEWRIGHT_DATA",
        threads=2,
    ),
    "ask": Bench("tests.benchmarks.bench_ask"),
    "query": Bench("tests.benchmarks.bench_query", ("--pictures",)),
    "language_field": Bench(
        "tests.benchmarks.bench_language_field",
        ("--threads", "2"),
        ("--threads", "2", "--quick"),
        "SCENEWRIGHT_DATA",
        threads=2,
    ),
    "capture_program": Bench("tests.benchmarks.bench_capture_program", (), ("--quick",)),
    "rendered_captures": Bench(
        "tests.benchmarks.bench_rendered_captures", ("--threads", "2"), ("--threads", "2", "--quick"), threads=2
    ),
    "retrieval": Bench("tests.benchmarks.bench_retrieval", (), ("--sample", "100")),
    "simulation": Bench("tests.benchmarks.bench_simulation", (), ("--scenes", "2")),
    "orientation": Bench("tests.benchmarks.bench_orientation", (), ("--pieces", "10")),
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Run the benchmarks.")
    parser.add_argument("--quick", action="store_true", help="fewer seeds; nothing is kept")
    parser.add_argument("--only", action="append", choices=sorted(BENCHES), help="just these")
    given = parser.parse_args()
    machine = _machine()
    print(", ".join(f"{k} {v}" for k, v in machine.items()))
    failed, skipped, begun = [], [], time.monotonic()
    for name in given.only or BENCHES:
        bench = BENCHES[name]
        if bench.needs and not os.environ.get(bench.needs):
            skipped.append(f"{name} ({bench.needs} is not set)")
            continue
        started = time.monotonic()
        try:
            figures, problem = run_bench(bench, bench.quick if given.quick else bench.full)
        except LeftOut as reason:
            skipped.append(f"{name} ({reason})")
            continue
        print(f"\n{name}: {time.monotonic() - started:.0f} s, {bench.threads} thread{'s' * (bench.threads > 1)}")
        if figures is not None:
            _show(figures)
            if not given.quick and problem is None:
                _keep(name, {"machine": machine, "threads": bench.threads, "figures": figures})
        if problem is not None:
            failed.append(name)
            print(f"  FAILED: {problem}")
    print(f"\n{time.monotonic() - begun:.0f} s in all")
    for title, names in (("left out", skipped), ("failed", failed)):
        if names:
            print(f"{title}: {', '.join(names)}")
    return 1 if failed else 0


def _machine() -> dict[str, Any]:
    import numpy as np

    from scenewright.app.bench.machine import processor_name

    return {
        "Python": platform.python_version(),
        "numpy": np.__version__,
        "system": f"{platform.system()} {platform.machine()}",
        "processor": processor_name(),
        "cores": os.cpu_count(),
    }


class LeftOut(Exception):
    """A bench that has nothing to measure here: what it lacks."""


def run_bench(bench: Bench, arguments: tuple[str, ...]) -> tuple[dict[str, Any] | None, str | None]:
    """The figures of a bench, and what went wrong: a bench ends with another code than 0 where a claim does not hold."""
    caps = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"), str(bench.threads))
    path = os.pathsep.join(filter(None, [str(REPOSITORY), os.environ.get("PYTHONPATH")]))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        command = [sys.executable, "-m", bench.module, *arguments, "--json", str(out)]
        environment = {**os.environ, **caps, "PYTHONPATH": path}
        done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False)
        figures = json.loads(out.read_text(encoding="utf-8")) if out.exists() else None
    if done.returncode == NOT_AT_HAND:
        raise LeftOut(done.stderr.strip())
    if done.returncode == 0 and figures is not None:
        return figures, None
    return figures, (done.stderr.strip() or done.stdout.strip())[-1500:] or f"it ended with {done.returncode}"


def _show(figures: Mapping[str, Any], indent: str = "  ") -> None:
    for key, value in figures.items():
        if isinstance(value, Mapping) and value:
            print(f"{indent}{key}")
            _show(value, indent + "  ")
        elif isinstance(value, list) and len(str(value)) > 100:
            print(f"{indent}{key:<46} {len(value)} items")
        else:
            print(f"{indent}{key:<46} {value}")


def _keep(name: str, values: Mapping[str, Any]) -> None:
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
