"""Measures data sets: ``python -m tests.benchmarks.bench_dataset N [--workers 2] [--keep FOLDER]``.

Makes N rooms by docs/datasets/flats.toml, four views each, and says how many rooms an hour that is, CPU seconds and megabytes a room, what was
rejected and why, and the share of near duplicates. It projects 10,000 rooms on 32 such machines, and compares with Infinigen Indoors, whose paper
(Raistrick et al., CVPR 2024) reports minutes of CPU for a room: 8 at least. Exit code 1 where N is 300 or more and a figure is missed.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RECIPE = Path(__file__).parents[2] / "docs" / "datasets" / "flats.toml"
INFINIGEN_MINUTES = 8.0
MOST_CPU_SECONDS = 60.0 * INFINIGEN_MINUTES / 20.0
MOST_DUPLICATES = 0.01


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", type=int)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="folder for the data set; it is removed otherwise")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        out = options.keep or Path(scratch) / "out"
        recipe = Path(scratch) / "flats.toml"
        recipe.write_text(re.sub(r"^rooms = \d+", f"rooms = {options.rooms}", RECIPE.read_text(), flags=re.MULTILINE))
        before, begun = _cpu_seconds(), time.monotonic()
        command = [sys.executable, "-m", "scenewright.app.cli", "dataset", str(recipe), "--out", str(out)]
        ended = subprocess.run([*command, "--workers", str(options.workers)], check=False)
        seconds, cpu = time.monotonic() - begun, _cpu_seconds() - before
        if ended.returncode:
            return ended.returncode
        report = json.loads((out / "report.json").read_bytes())
        size = sum(file.stat().st_size for file in out.rglob("*") if file.is_file())
    rooms, near = report["rooms"], report["near_duplicates"]
    rejected = sum(report["rejections"].values())
    hourly = 3600.0 * rooms / seconds
    each = cpu / rooms
    values = {
        "rooms": rooms,
        "given_up": report["given_up"],
        "seconds": round(seconds, 1),
        "rooms_an_hour": round(hourly, 1),
        "cpu_seconds_a_room": round(each, 2),
        "times_infinigen": [round(60.0 * minutes / each, 1) for minutes in (INFINIGEN_MINUTES, 13.0)],
        "mb_a_room": round(size / 1e6 / rooms, 3),
        "rejected_share": round(rejected / report["drawn"], 4),
        "rejections": report["rejections"],
        "near_duplicate_share": near["share"],
        "reached": report["access"]["reached"],
        "hours_for_10000_rooms_on_32_nodes": round(10_000 / 32 / hourly, 2),
        "gb_of_10000_rooms": round(size / 1e9 / rooms * 10_000, 1),
    }
    print(json.dumps(values, indent=1))
    return int(options.rooms >= 300 and (each > MOST_CPU_SECONDS or near["share"] >= MOST_DUPLICATES))


def _cpu_seconds() -> float:
    """Of all children that have ended, with theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
