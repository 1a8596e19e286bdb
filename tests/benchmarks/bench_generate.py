"""How long a sentence takes to become a scene with its two pictures, by phase: seconds of the processor, those of children too, and seconds.

    python -m tests.benchmarks.bench_generate [--every N] [--size WxH] [--json FILE]

Every N-th of the sentences that were written before the code (`room_sentences/`), each in a process of its own, so that the start counts.
The load of the machine stands beside: other work makes seconds longer, and those of the processor a little.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import psutil

from tests.benchmarks.figures import give, options

SENTENCES = Path(__file__).parent / "room_sentences"
PHASES = {
    "_written": "composing",
    "only_met": "relations",
    "_laid_out": "layout",
    "_look_at_all": "cameras",
    "_compared": "clauses",
}
"""Of the functions of `scenewright.app.generating`."""
NO_SCENE = 70
"""Exit status of a sentence that makes no scene."""


class Clock:
    """Seconds by phase. What lies in no phase is `other`."""

    def __init__(self) -> None:
        self.phases: dict[str, dict[str, float]] = {}
        self._at = self._now()

    @staticmethod
    def _now() -> tuple[float, float]:
        times, process = os.times(), psutil.Process()
        work = times.user + times.system + times.children_user + times.children_system
        for child in process.children(recursive=True):
            try:
                spent = child.cpu_times()
            except psutil.Error:
                continue
            work += spent.user + spent.system
        return work, time.time() - process.create_time()

    def lap(self, phase: str) -> None:
        now = self._now()
        kept = self.phases.setdefault(phase, {"processor": 0.0, "seconds": 0.0})
        for name, then, at in zip(kept, self._at, now, strict=True):
            kept[name] += at - then
        self._at = now

    def start(self) -> None:
        """All until now is the start of the process."""
        self._at = 0.0, 0.0
        self.lap("start")

    def timed(self, phase: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """`work`, whose seconds count for a phase."""

        def of_phase(*given: Any, **named: Any) -> Any:
            self.lap("other")
            try:
                return work(*given, **named)
            finally:
                self.lap(phase)

        return of_phase


def one(text: str, width: int, height: int) -> dict[str, Any]:
    """The phases of one sentence, in this process.

    Raises:
        ScenewrightError: it makes no scene.
    """
    clock = Clock()
    from scenewright.app import generating
    from scenewright.app.actions import generating as action
    from scenewright.scene.jobs import Job

    clock.start()
    for name, phase in PHASES.items():
        setattr(generating, name, clock.timed(phase, getattr(generating, name)))
    action.draw = clock.timed("pictures", action.draw)  # type: ignore[assignment]
    with TemporaryDirectory() as folder:
        request = action.GenerateSceneRequest(text=text, out=Path(folder, "scene"), width=width, height=height)
        action.GENERATE(request, job=Job())
    clock.lap("other")
    return {phase: {name: round(v, 2) for name, v in spent.items()} for phase, spent in clock.phases.items()}


def figures(every: int, size: str) -> dict[str, Any]:
    """All sentences, one after the other."""
    texts = {
        sentence["id"]: sentence["text"]
        for file in sorted(SENTENCES.glob("*.toml"))
        for sentence in tomllib.loads(file.read_text(encoding="utf-8"))["sentence"]
    }
    found: dict[str, Any] = {}
    without = []
    for name, text in list(texts.items())[::every]:
        command = [sys.executable, "-m", __spec__.name, "--one", text, "--size", size]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode == NO_SCENE:
            without.append(name)
            continue
        done.check_returncode()
        phases = json.loads(done.stdout)
        whole = {kind: round(sum(spent[kind] for spent in phases.values()), 2) for kind in ("processor", "seconds")}
        found[name] = {**whole, "load": round(os.getloadavg()[0], 1), "phases": phases}
    named = sorted({phase for row in found.values() for phase in row["phases"]})
    of_phase = {
        phase: round(median(row["phases"].get(phase, {"processor": 0.0})["processor"] for row in found.values()), 2)
        for phase in named
    }
    return {
        "sentences": len(found),
        "without_scene": without,
        "processor_median": median(row["processor"] for row in found.values()),
        "seconds_median": median(row["seconds"] for row in found.values()),
        "load_median": median(row["load"] for row in found.values()),
        "processor_of_phases": of_phase,
        "by_sentence": found,
    }


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--every", type=int, default=8, metavar="N", help="every N-th sentence")
    parser.add_argument("--size", default="800x600", metavar="WxH", help="of each picture")
    parser.add_argument("--one", metavar="TEXT", help="just this sentence, in this process")
    given = parser.parse_args()
    if given.one is not None:
        from scenewright.scene.errors import ScenewrightError

        try:
            print(json.dumps(one(given.one, *map(int, given.size.split("x")))))
        except ScenewrightError as error:
            print(error, file=sys.stderr)
            return NO_SCENE
        return 0
    give(figures(given.every, given.size), given.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
