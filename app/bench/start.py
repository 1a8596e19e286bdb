"""What the command costs before it does anything: processor time of processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys

from scenewright.app.bench.figures import BenchSize, Figure

__all__ = ["measure"]

_COMMAND = "from scenewright.app.cli import main; main()"


def measure(size: BenchSize) -> list[Figure]:
    runs = size.of(3, 11)
    bare = _cpu_seconds([sys.executable, "-c", "pass"], runs)
    shown = _cpu_seconds([sys.executable, "-c", _COMMAND, "--help"], runs)
    imported = _cpu_seconds([sys.executable, "-c", "import scenewright"], runs)
    return [
        Figure("`scenewright --help`, processor time", shown, "s", bare, "Python that does nothing"),
        Figure("`import scenewright`, processor time", imported, "s", bare, "Python that does nothing"),
    ]


def _cpu_seconds(command: list[str], runs: int) -> float:
    """Least processor time of a command and its children: what else the machine does only adds to it."""
    least = float("inf")
    for _ in range(runs + 1):  # the first compiles and reads the files
        before = os.times()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        after = os.times()
        least = min(least, after.children_user + after.children_system - before.children_user - before.children_system)
    return least
