"""How well a picture of plain things becomes a scene program, without a language model: `scenewright generate --image`.

    python -m tests.benchmarks.bench_picture_scenes [--scenes N] [--first SEED] [--split all|a|b] [--renderer blender|preview]
                                                    [--pictures FOLDER] [--sheet FILE]

Scenes in the manner of CLEVR (tests/support/plain_scenes.py): three shapes, eight colours, two materials, two sizes, 3 to 10 things, shaken camera
and lamps, 320x240. Split 'b' has the pairs of colour and shape that CoGenT's split 'a' leaves out; nothing was trained on either.

Things found are paired with those there by the least distances in sum; pairs farther apart than half a unit count as missed. `count`: scenes
with as many things as there are. `shape`, `color`, `material`, `size` and `shape_and_color`: share of all true things. `position`: median
distance on the ground, after the scene was turned about the point that the camera looks at by the difference of the cameras' headings, which
no picture shows (the program has its own x and z). `--pictures` keeps the pictures and draws only those that are missing: 10 to 20 s each
with Blender on one core. Development used seeds 9000 to 9139 and 20000 to 20119, 30000 to 30012 of
split 'b', 50000 to 50073 and 60000 to 60007.
"""

from __future__ import annotations

import math
import os
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from PIL import Image
from scipy.optimize import linear_sum_assignment

from scenewright.app.picture_scenes import CLEVR, PictureScene, beside_picture, scene_of_picture
from scenewright.renderers.base import RenderRequest, warm_renderer
from scenewright.scene.language.running import evaluate
from scenewright.scene.pictures import PictureError
from scenewright.scene.threads import thread_count
from tests.benchmarks.figures import give, options
from tests.support.plain_scenes import SPLITS, PlainScene, plain_scene

FAR = 0.5
SAMPLES = 24


def picture_of(case: PlainScene, split: str, renderer: str, folder: Path | None) -> np.ndarray:
    """(240, 320, 3) the picture, drawn where it is not in the folder."""
    file = None if folder is None else folder / f"{split}_{case.seed}.png"
    if file is not None and file.is_file():
        return np.asarray(Image.open(file).convert("RGB"))
    request = RenderRequest(evaluate(case.program), width=320, height=240, samples=SAMPLES)
    drawn = np.asarray(warm_renderer(renderer).render(request).views[0].color)[..., :3]
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(drawn).save(file)
    return drawn


def seen_from(eye: tuple[float, float, float], places: list[tuple[float, float]]) -> np.ndarray:
    """(N, 2) places on the ground along and across the heading of a camera that looks at the origin."""
    ahead = -np.array([eye[0], eye[2]]) / math.hypot(eye[0], eye[2])
    across = np.array([-ahead[1], ahead[0]])
    points = np.array(places).reshape(-1, 2)
    return np.stack([points @ ahead, points @ across], axis=1)


def judged(case: PlainScene, found: PictureScene | None) -> dict[str, Any]:
    things = () if found is None else found.things
    out: dict[str, Any] = {
        "true": len(case.things),
        "found": len(things),
        "right": Counter(),
        "errors": [],
        "wrong": [],
    }
    if found is None or not things:
        return out
    there = seen_from(case.camera.eye, [t.at for t in case.things])
    here = seen_from(found.camera.eye, [(t.at[0], t.at[2]) for t in things])
    apart = np.linalg.norm(there[:, None] - here[None], axis=2)
    for i, j in zip(*linear_sum_assignment(apart), strict=True):
        if apart[i, j] > FAR:
            out["wrong"].append(f"{case.things[i].color} {case.things[i].shape} missed")
            continue
        true, seen = case.things[i], things[j]
        same = {
            "shape": true.shape == seen.shape,
            "color": true.color == seen.color,
            "material": (true.material == "metal") == seen.metal,
            "size": (true.size == "large") == (seen.size[0] > (0.75 if seen.shape == "cube" else 1.05)),
        }
        same["shape_and_color"] = same["shape"] and same["color"]
        out["right"].update(name for name, right in same.items() if right)
        out["errors"].append(float(apart[i, j]))
        if not same["shape_and_color"]:
            out["wrong"].append(f"{true.material} {true.color} {true.shape} read as {seen.color} {seen.shape}")
    return out


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--scenes", type=int, default=20)
    parser.add_argument("--first", type=int, default=60_000)
    parser.add_argument("--split", choices=SPLITS, default="all")
    parser.add_argument("--renderer", default="blender")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--sheet", type=Path, help="PNG: picture and reconstruction of the first eight scenes")
    given = parser.parse_args()
    results, seconds, sheet = [], [], []
    for seed in range(given.first, given.first + given.scenes):
        case = plain_scene(seed, split=given.split)
        picture = picture_of(case, given.split, given.renderer, given.pictures)
        begun = time.process_time()
        try:
            found = scene_of_picture(picture, manner=CLEVR, crops=False)
        except PictureError:
            found = None
        seconds.append(time.process_time() - begun)
        result = judged(case, found)
        results.append(result)
        told = f"; {', '.join(result['wrong'])}" if result["wrong"] else ""
        print(f"{seed}: {result['found']} of {result['true']}, {seconds[-1]:.1f} s{told}", file=sys.stderr, flush=True)
        if given.sheet is not None and found is not None and len(sheet) < 8:
            sheet.append(beside_picture(picture, evaluate(found.program), found.camera))
    if sheet:
        columns = [np.concatenate(sheet[k::2]) for k in range(2) if sheet[k::2]]
        height = min(len(c) for c in columns)
        Image.fromarray(np.concatenate([c[:height] for c in columns], axis=1)).save(given.sheet)
    total = sum(r["true"] for r in results)
    right: Counter[str] = sum((r["right"] for r in results), Counter())
    errors = [e for r in results for e in r["errors"]]
    give(
        {
            "scenes": given.scenes, "first_seed": given.first, "split": given.split, "renderer": given.renderer, "things": total,
            "threads": thread_count(None),
            "count": round(float(np.mean([r["true"] == r["found"] for r in results])), 4),
            **{name: round(right[name] / total, 4) for name in ("shape", "color", "shape_and_color", "material", "size")},
            "position": {"median": round(float(np.median(errors)), 4), "90_of_100": round(float(np.percentile(errors, 90)), 4)},
            "processor_seconds": {"median": round(float(np.median(seconds)), 1), "most": round(max(seconds), 1)},
        },
        given.json,
    )  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
