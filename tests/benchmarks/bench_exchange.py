"""Scenes that leave and come back: GLB -> program -> GLB, and USD -> program.

    python -m tests.benchmarks.bench_exchange [--quick] [--json FILE]

Of example scenes of the reference and of rooms from sentences. `glb_apart`: of each mesh node of the first GLB, the largest difference of its
world matrix to the nearest node of the second; the largest of all. `usd_boxes_apart`: the same of the boxes of things without catalogue objects;
`usd_words`: share of the things whose phrase is the same, and whose word is the same as the name of a function can be ('round rug' is round_rug or
round_rug_2).
`functions`, `entities`: how many functions of the imported program make how many entities. Seconds are those of reading, the child included.

Ends with 1 where a node is off by more than 1e-5, or a word is lost.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from scipy.spatial import cKDTree

from scenewright.app.bench.rooms import SENTENCES, open_room
from scenewright.assets import Catalogue
from scenewright.assets.scene_files import SceneFileImporter
from scenewright.scene.export.files import export_geometry
from scenewright.scene.export.usd import export_usd, usd_available
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Entity, Scene
from tests.benchmarks.bench_usd import EXAMPLES, NAMES
from tests.benchmarks.figures import give, options
from tests.support.gltf_files import parsed_glb, world_matrices

MOST_APART = 1e-5
_NUMBER = re.compile(r"_\d+$")


def mesh_matrices(path: Path, *, meshes: bool) -> np.ndarray:
    """(N, 12) world matrices of the nodes of a GLB, or of those with a mesh."""
    document = parsed_glb(path)
    worlds = world_matrices(document)
    rows = [
        world[:3].reshape(-1)
        for world, node in zip(worlds, document["nodes"], strict=True)
        if not meshes or "mesh" in node
    ]
    return np.array(rows)


def glb_figures(scene: Scene, catalogue: Catalogue, folder: Path) -> dict[str, Any]:
    first, second = folder / "first.glb", folder / "second.glb"
    export_geometry(scene, first, provider=catalogue)
    begun = time.perf_counter()
    text = SceneFileImporter().read(first).text
    seconds = time.perf_counter() - begun
    again = evaluate_here(text, assets=catalogue)
    export_geometry(again, second, provider=catalogue)
    before = mesh_matrices(first, meshes=True)
    _, nearest = cKDTree(mesh_matrices(second, meshes=False)).query(before)
    apart = np.abs(mesh_matrices(second, meshes=False)[nearest] - before).max()
    return {
        "meshes": len(before),
        "glb_apart": float(apart),
        "glb_read_s": round(seconds, 2),
        "functions": text.count("@register"),
        "entities": len(again),
        "bytes": first.stat().st_size,
        "bytes_again": second.stat().st_size,
    }


def usd_figures(scene: Scene, catalogue: Catalogue, folder: Path) -> dict[str, Any]:
    file = folder / "scene.usdz"
    export_usd(scene, file, provider=catalogue)
    begun = time.perf_counter()
    text = SceneFileImporter().read(file).text
    seconds = time.perf_counter() - begun
    again = evaluate_here(text, assets=catalogue)
    things = [e for e in scene.entities() if e.path.count("/") == 1 and e.bounds is not None]
    found: dict[tuple[str, str | None], list[Entity]] = defaultdict(list)
    for entity in again.entities():
        if entity.path.count("/") == 1:
            found[_slug(entity.word), entity.phrase].append(entity)
    same, apart = 0, [0.0]
    for thing in things:
        candidates = found[_slug(thing.word), thing.phrase]
        if candidates:
            same += 1
            far = [np.abs(np.subtract(c.bounds, thing.bounds)).max() for c in candidates]
            candidates.pop(int(np.argmin(far)))  # each comes back once
            if thing.asset is None:
                apart.append(min(far))
    return {
        "things": len(things),
        "usd_words": round(same / len(things), 4),
        "usd_boxes_apart": float(max(apart)),
        "usd_read_s": round(seconds, 2),
        "usd_functions": text.count("@register"),
        "usd_entities": len(again.paths),
    }


def _slug(word: str) -> str:
    return _NUMBER.sub("", re.sub(r"\W+", "_", word.lower())).removeprefix("the_")


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--quick", action="store_true", help="two examples and one room")
    given = parser.parse_args()
    catalogue = Catalogue.default()
    rows: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        scenes: dict[str, Scene] = {}
        for name in NAMES[:2] if given.quick else NAMES:
            scenes[name] = evaluate_here((EXAMPLES / f"{name}.py").read_text(encoding="utf-8"), assets=catalogue)
        for number in range(1 if given.quick else len(SENTENCES)):
            with open_room(folder, number) as session:
                scenes[SENTENCES[number]] = session.scene
        for name, scene in scenes.items():
            rows[name] = glb_figures(scene, catalogue, folder)
            if usd_available() is None:
                rows[name] |= usd_figures(scene, catalogue, folder)
            print(name, rows[name], file=sys.stderr, flush=True)
    give({"scenes": len(rows), "glb_apart": max(r["glb_apart"] for r in rows.values()), "by_scene": rows}, given.json)
    broken = [name for name, row in rows.items() if row["glb_apart"] > MOST_APART or row.get("usd_words", 1.0) < 1.0]
    for name in broken:
        print(f"does not come back as it was: {name}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
