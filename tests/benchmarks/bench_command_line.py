"""What the command line costs: CPU seconds of ``--help``, and of ``generate`` without its picture, cold."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time

from tests.benchmarks.figures import give, options

KNOWN = "a bedroom with a double bed, two nightstands, a wardrobe and a desk with a lamp"
UNKNOWN = "a bedroom with a double bed, a settle and a samovar on a desk"
GENERATE = """
import sys
from pathlib import Path
from scenewright.app.generating import GenerateRequest, generate
made = generate(GenerateRequest(text=sys.argv[1], out=Path(sys.argv[2])))
"""


def cost(arguments: list[str]) -> tuple[float, float]:
    """CPU seconds with those of children, and elapsed seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    elapsed = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, elapsed


def main() -> None:
    given = options(__doc__).parse_args()
    idle = min(cost(["-c", "pass"])[0] for _ in range(3))
    help_cpu = min(
        cost(["-c", "from scenewright.app.cli import app; app(['--help'], standalone_mode=False)"])[0] for _ in range(3)
    )
    figures = {"--help, CPU s": round(help_cpu, 3), "--help over an empty Python": round(help_cpu / max(idle, 1e-3), 1)}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("words known", KNOWN), ("sentence model loaded", UNKNOWN)):
            cpu, elapsed = cost(["-c", GENERATE, text, f"{folder}/{name.split()[0]}"])
            figures[f"generate, {name}, s"] = round(elapsed, 2)
            figures[f"generate, {name}, CPU s"] = round(cpu, 2)
    give(figures, given.json)


if __name__ == "__main__":
    main()
