"""How fast previews come: rays a second, seconds a picture, geometry and GLB of large scenes.

    python -m tests.benchmarks.bench_preview [--threads N] [--size WxH] [--quick] [--json FILE]

Rays: Embree through open3d, `cast_rays`, on the furnished room, primary (coherent) and diffuse (incoherent) ones; a
picture is also told as a multiple of the time that its primary rays alone take, which machines share.
Rooms: a fixed room of catalogue objects, and, with SCENEWRIGHT_REPLIES set, every reply that evaluates.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.furnished_room import ROOM

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from scenewright.assets import Catalogue
from scenewright.renderers.base import Pinhole, RenderRequest, map_chunks
from scenewright.renderers.preview import PreviewRenderer
from scenewright.renderers.rays import RayScene, load_open3d
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.export.files import export_geometry
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Camera, Scene

MANY = """
from scene.language import *
import random
KINDS = ('cube', 'sphere', 'cylinder', 'cone')
@register('forty-five thousand primitives')
def scene():
    def one(i):
        kind = KINDS[i % 4]
        given = {'scale': 0.6} if kind == 'cube' else {'radius': 0.3} if kind == 'sphere' else {'radius': 0.3, 'p0': (0, 0, 0), 'p1': (0, 0.6, 0)}
        return transform_shape(primitive_call(kind, given, color=(random.random(), 0.5, 0.4)), translation_matrix((i % 30, (i // 30) % 30, i // 900)))
    return loop(45_000, one)
"""


def timed(work: Callable[[], Any]) -> tuple[Any, float, float]:
    """The result, seconds on the wall, seconds of CPU."""
    cpu, wall = time.process_time(), time.perf_counter()
    result = work()
    return result, time.perf_counter() - wall, time.process_time() - cpu


def rays_a_second(scene: Scene, provider: AssetProvider, threads: int, width: int, height: int) -> dict[str, float]:
    geometry = scene_geometry(scene, provider=provider)
    rays, build, _ = timed(
        lambda: RayScene(
            geometry,
            visible=np.ones(len(geometry), dtype=bool),
            bounds=scene.bounds,
            ground_height=None,
            room=scene.room,
        )
    )
    pinhole = Pinhole.of(Camera((2.2, 1.7, 1.8), (-0.5, 0.7, -0.4), 70.0), width, height)
    directions = pinhole.directions(pinhole.pixel_points()).astype(np.float32)
    eye = ((pinhole.eye - rays.centre) / rays.radius).astype(np.float32)
    primary = np.concatenate([np.broadcast_to(eye, directions.shape), directions], axis=1)
    hits = rays.solid.cast(primary)
    on = np.isfinite(hits.t)
    scattered = np.random.default_rng(0).normal(size=(int(on.sum()), 3)).astype(np.float32)
    scattered += 1.001 * hits.normal[on]
    diffuse = np.concatenate([primary[on, :3] + hits.t[on, None] * 0.999 * directions[on], scattered], axis=1)

    def rate(block: np.ndarray) -> float:
        def work(first: int, end: int) -> None:
            rays.solid.cast(block[first:end])

        def run() -> None:
            map_chunks(work, len(block), size=30_000, threads=threads)

        run()
        return len(block) / min(timed(run)[1] for _ in range(3))

    return {
        "triangles": geometry.triangles,
        "build_s": build,
        "primary_rays_per_s": rate(primary),
        "diffuse_rays_per_s": rate(diffuse),
    }


def picture(scene: Scene, provider: AssetProvider | None, threads: int, width: int, height: int) -> dict[str, float]:
    camera = scene.cameras[:1]
    request = RenderRequest(scene, camera, width, height, provider=provider, threads=threads)
    _, wall, cpu = timed(lambda: PreviewRenderer().render(request))
    exact = RenderRequest(scene, camera, width, height, provider=provider, threads=threads, passes=("depth", "entity"))
    _, passes, _ = timed(lambda: PreviewRenderer().render(exact))
    return {"picture_s": wall, "picture_cpu_s": cpu, "exact_passes_s": passes}


def large(threads: int, width: int, height: int) -> dict[str, float]:
    scene, evaluated, _ = timed(lambda: evaluate_here(MANY))
    geometry, flattened, _ = timed(lambda: scene_geometry(scene))
    out = {
        "primitives": len(geometry),
        "triangles": geometry.triangles,
        "evaluate_s": evaluated,
        "geometry_s": flattened,
    }
    with tempfile.TemporaryDirectory() as folder:
        for suffix in (".glb", ".ply"):
            _, out[f"export{suffix}_s"], _ = timed(lambda s=suffix: export_geometry(scene, Path(folder) / f"x{s}"))
    return {**out, **picture(scene, None, threads, width, height)}


def replies(threads: int, width: int, height: int) -> dict[str, dict[str, float]]:
    folder = os.environ.get("SCENEWRIGHT_REPLIES")
    out: dict[str, dict[str, float]] = {}
    for path in sorted(Path(folder).glob("*.md")) if folder else ():
        blocks = re.findall(r"```python\n(.*?)```", path.read_text(encoding="utf-8"), re.S)
        if not blocks:
            continue
        try:
            scene = evaluate_here(blocks[-1])
        except ScenewrightError:
            continue
        out[path.stem] = picture(scene, None, threads, width, height)
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--size", default="800x600")
    parser.add_argument("--quick", action="store_true", help="without the replies and the large scene")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    width, height = (int(v) for v in given.size.split("x"))
    load_open3d()
    catalogue = Catalogue.built_in()
    scene = evaluate_here(ROOM, assets=catalogue)
    PreviewRenderer().render(RenderRequest(scene, width=64, height=48, provider=catalogue))
    rays = rays_a_second(scene, catalogue, given.threads, width, height)
    room = picture(scene, catalogue, given.threads, width, height)
    room["over_primary_rays"] = room["picture_s"] / (width * height / rays["primary_rays_per_s"])
    report: dict[str, Any] = {"threads": given.threads, "size": given.size, "rays": rays, "furnished_room": room}
    if not given.quick:
        report["replies"] = replies(given.threads, width, height)
        report["large"] = large(given.threads, width, height)
    text = json.dumps(report, indent=1)
    print(text)
    if given.json is not None:
        given.json.write_text(text + "\n", encoding="utf-8")
    print(f"\n{'scene':24} {'wall s':>8} {'CPU s':>8} {'exact passes s':>15}", file=sys.stderr)
    rows = {
        "furnished room": room,
        **report.get("replies", {}),
        **({"large": report["large"]} if "large" in report else {}),
    }
    for name, row in rows.items():
        print(
            f"{name:24} {row['picture_s']:8.2f} {row['picture_cpu_s']:8.2f} {row['exact_passes_s']:15.2f}",
            file=sys.stderr,
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
