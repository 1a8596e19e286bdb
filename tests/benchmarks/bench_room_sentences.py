"""Eighty sentences for rooms, judged by what people expected of each before there was code.

    python -m tests.benchmarks.bench_room_sentences [--half seen|kept|both] [--every N] [--pictures DIR] [--json FILE]

Each sentence becomes a scene as ``generate`` makes it. Told are: expectations that the scene shows (`shown`), that it shows or names as
missing (`shown_or_said`), those that only eyes can judge (`for_eyes`), objects, collisions, bodies that MuJoCo leaves in their place,
and seconds of the processor without pictures. `--pictures` keeps the scene folders with their two pictures for somebody's eyes.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

from scenewright.app.generating import Generated, GenerateRequest, generate
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.layout.certify import settle
from scenewright.scene.model import NodeKind
from tests.benchmarks.figures import give, options
from tests.benchmarks.room_expectations import Verdict, judged, sentences

TORN = 0.3
"""Metres from which the layout has taken a thing away from where the writer put it."""
MOVED = 0.02
"""Metres from which a body has left its place."""


def measured(text: str, folder: Path, expected: list[Any]) -> dict[str, Any]:
    """The figures of one sentence."""
    began = time.process_time()
    try:
        made = generate(GenerateRequest(text=text, out=folder))
    except ScenewrightError as error:
        return {"text": text, "refused": str(error), "expectations": len(expected)}
    seconds = time.process_time() - began
    with made.session.working(Job()):
        scene, derived = made.session.scene, made.session.derived
        verdicts = judged(expected, scene, derived.graph_geometry(scene), derived.graph(scene), made.unserved)
        settled = settle(scene, provider=made.session.assets, root=made.folder)
    free = settled.free
    stays = (settled.shift <= MOVED) & free
    return {
        "text": text,
        "expectations": len(expected),
        "shown": sum(v.shown is True for v in verdicts),
        "for_eyes": sum(v.shown is None for v in verdicts),
        "told": sum(v.told for v in verdicts),
        "not_shown": [_told(v) for v in verdicts if v.shown is False],
        "objects": sum(1 for e in scene.entities() if e.asset is not None and e.kind is NodeKind.ASSET),
        "unserved": len(made.unserved),
        "collisions": _collisions(made),
        "moved": 0 if made.layout is None else sum(m.distance_m > TORN for m in made.layout.report.moves),
        "free_bodies": int(free.sum()),
        "stay": int(stays.sum()),
        "processor_s": round(seconds, 2),
    }


def _told(verdict: Verdict) -> str:
    return verdict.expected.says + (" (said)" if verdict.told else "")


def _collisions(made: Generated) -> int:
    report = None if made.layout is None else made.layout.report
    return 0 if report is None else sum(v.kind == "collision" for v in report.certificate.violations)


def summed(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The figures of all sentences together."""
    made = [r for r in rows if "refused" not in r]
    judged_ones = sum(r["expectations"] - r["for_eyes"] for r in made) + sum(
        r["expectations"] for r in rows if "refused" in r
    )
    shown = sum(r["shown"] for r in made)
    return {
        "sentences": len(rows),
        "refused": [r["text"] for r in rows if "refused" in r],
        "expectations_judged": judged_ones,
        "for_eyes": sum(r["for_eyes"] for r in made),
        "shown": round(shown / max(judged_ones, 1), 3),
        "shown_or_said": round((shown + sum(r["told"] for r in made)) / max(judged_ones, 1), 3),
        "empty_rooms": sum(r["objects"] == 0 for r in made),
        "median_objects": median(r["objects"] for r in made),
        "collisions": sum(r["collisions"] for r in made),
        "moved_by_layout": sum(r["moved"] for r in made),
        "stay_in_mujoco": round(sum(r["stay"] for r in made) / max(sum(r["free_bodies"] for r in made), 1), 4),
        "median_processor_s": median(r["processor_s"] for r in made),
    }


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--half", choices=("seen", "kept", "both"), default="seen")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="each N-th sentence")
    parser.add_argument(
        "--pictures", type=Path, metavar="DIR", help="keep the scene folders there, with two pictures each"
    )
    asked = parser.parse_args()
    figures: dict[str, Any] = {}
    with TemporaryDirectory() as temporary:
        for half in ("seen", "kept") if asked.half == "both" else (asked.half,):
            rows = []
            for name, text, expected in sentences(half)[:: asked.every]:
                folder = (asked.pictures or Path(temporary)) / half / name
                rows.append({"id": name, **measured(text, folder, expected)})
                print(
                    f"{name}: {rows[-1].get('shown', 'refused')} of {rows[-1]['expectations']}",
                    file=sys.stderr,
                    flush=True,
                )
            figures[half] = {**summed(rows), "each": rows}
    give(figures, asked.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
