"""USD files against GLB files of the same scenes: bytes, seconds, prims, and what the library's validators say.

    python -m tests.benchmarks.bench_usd [--quick] [--physics] [--json FILE]

Of example scenes of the reference, and of a wall of 20,000 bricks. Seconds are those of the exporter after the scene is evaluated, the child
process that writes USD included; the least of three runs, of one with --quick. `errors` are counted over all validators of the library. `physics`:
the same with rigid bodies; `bodies` and `joints` are counted in the file.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scenewright.assets import Catalogue
from scenewright.scene.export import find_exporter
from scenewright.scene.export.usd import export_usd, usd_available
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene
from tests.benchmarks.figures import give, options
from tests.benchmarks.run import NOT_AT_HAND
from tests.support.usd_reading import read_usd

EXAMPLES = Path(__file__).resolve().parents[2] / "app" / "reference" / "examples"
NAMES = ("reading_corner", "kitchen", "room_with_windows", "windmill")
BRICKS = """from scene.language import *
@register('a wall of bricks')
def scene():
    return concat_shapes(*[transform_shape(primitive_call('cube', {'scale': (0.2, 0.1, 0.1)}, color=(0.6, 0.2, 0.1)),
        translation_matrix((0.22 * i, 0.12 * j, 0))) for i in range(200) for j in range(100)])
"""


def least(work: Callable[[], Any], runs: int) -> float:
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def measured(scene: Scene, catalogue: Catalogue, folder: Path, runs: int, physics: bool) -> dict[str, Any]:
    out: dict[str, Any] = {"nodes": len(scene)}
    for ending in (".glb", ".usdz", ".usda"):
        file = folder / f"scene{ending}"
        exporter = find_exporter(ending)
        out[f"{ending[1:]}_s"] = least(lambda e=exporter, f=file: e.export(scene, f, provider=catalogue), runs)
        out[f"{ending[1:]}_bytes"] = file.stat().st_size
    told = read_usd(folder / "scene.usdz")
    out |= {
        "prims": len(told["prims"]),
        "instances": sum(p["instance"] for p in told["prims"]),
        "errors": len(told["errors"]),
    }
    if physics:
        file = folder / "moving.usdz"
        out["physics_s"] = least(lambda: export_usd(scene, file, physics=True, provider=catalogue), 1)
        out["physics_bytes"] = file.stat().st_size
        told = read_usd(file)
        applied = [p.get("schemas", ()) for p in told["prims"]]
        out |= {
            "bodies": sum("PhysicsRigidBodyAPI" in names for names in applied),
            "joints": sum("Joint" in p["type"] for p in told["prims"]),
            "physics_errors": len(told["errors"]),
        }
    return out


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--quick", action="store_true", help="each once")
    parser.add_argument("--physics", action="store_true", help="with rigid bodies, too")
    given = parser.parse_args()
    missing = usd_available()
    if missing is not None:
        print(missing)
        return NOT_AT_HAND
    catalogue = Catalogue.built_in()
    programs = {name: (EXAMPLES / f"{name}.py").read_text("utf-8") for name in NAMES} | {"bricks": BRICKS}
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, program in programs.items():
            scene = evaluate_here(program, assets=catalogue)
            physics = given.physics and name != "bricks"
            figures[name] = measured(scene, catalogue, Path(folder), 1 if given.quick else 3, physics)
    give(figures, given.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
