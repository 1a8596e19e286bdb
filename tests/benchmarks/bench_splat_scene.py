"""How much a scene drawn as Gaussians looks like its preview, and how long that takes.

    python -m tests.benchmarks.bench_splat_scene [--size N] [--threads N] [--quick] [--only NAME ...] [--pictures FOLDER]
        [--json FILE]

Outlines: alpha of at least 0.5 at N x N pixels, splats against a preview of twice the size whose alpha is box-filtered; IoU.
Colours: mean absolute difference of the two pictures, of 255. Entities: share of pixels on which both agree.
Scenes, each from two sides: a furnished room, objects of the catalogue (among them the worst of sixty that were tried: glass, wires),
programs made to be hard, a room that `scenewright generate` writes, and, with SCENEWRIGHT_REPLIES set, published
programs. What holds back half of the light within a hundredth, as two panes of glass may, is counted as it falls. Budgets: seconds to make Gaussians of the furnished room, without a camera.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.furnished_room import ROOM
from tests.support.locations import REPOSITORY

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from scenewright.assets import Catalogue
from scenewright.renderers.base import (
    RenderedView,
    RenderRequest,
    fitted_camera,
    inside_camera,
    scene_points,
    view_cameras,
)
from scenewright.renderers.preview import PreviewRenderer
from scenewright.renderers.splat.renderer import SplatRenderer
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Camera, Scene
from scenewright.scene.splats import Cameras, gaussians_for_budget
from scenewright.scene.splats.rasterize import rasterize

OBJECT = "from scene.language import *\n@register('one object')\ndef scene():\n    return asset_call({!r})\n"
OBJECTS = (
    "office chair",
    "bicycle",
    "chandelier",
    "potted plant",
    "table lamp",
    "bookshelf",
    "wine glass",
    "champagne flute",
    "glass coffee table",
    "shopping cart",
    "palm",
    "harp",
)
ROD = "primitive_call('cylinder', {{'radius': {}, 'p0': {}, 'p1': {}}})"
HARD = {
    "hairs": "concat_shapes(*[" + ROD.format("0.001 + 0.0004 * i", "(0.1 * i - 0.5, 0, 0)", "(0.12 * i - 0.5, 1, 0.3)") + " for i in range(11)])",
    "far and tiny": "concat_shapes(" + ROD.format(0.01, "(-5, 0, 0)", "(5, 4, 0)") + ", *[transform_shape(primitive_call('sphere', "
    "{'radius': 0.02 + 0.01 * i}), translation_matrix((i - 4, 0.3 * i, 0.5))) for i in range(8)])",
    "slats": "concat_shapes(*[transform_shape(primitive_call('cube', {'scale': (0.02, 1, 0.02)}), "
    "translation_matrix((0.03 * i, 0, 0))) for i in range(30)])",
    "balls of glass": "concat_shapes(*[transform_shape(primitive_call('sphere', {'radius': 0.3}, material={'opacity': 0.1 + 0.15 * i}), "
    "translation_matrix((0.65 * i, 0, 0))) for i in range(6)])",
}  # fmt: skip
PROGRAM = "from scene.language import *\n@register('a hard one')\ndef scene():\n    return {}\n"
TEXT = "a small living room with a sofa, a coffee table on a rug, a bookshelf and a floor lamp"
REPLIES = (
    "02-round-table",
    "03-spiral-stairs",
    "04-snowman",
    "06-ferris-wheel",
    "08-home-office",
    "13-dining-room",
    "14-campsite",
)


def generated(catalogue: Catalogue) -> Scene:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "room"
        command = [
            sys.executable,
            "-c",
            "from scenewright.app.cli import main; main()",
            "generate",
            TEXT,
            "--out",
            str(out),
        ]
        subprocess.run([*command, "--width", "64", "--height", "48"], check=True, capture_output=True, cwd=REPOSITORY)
        return evaluate_here((out / "program.py").read_text(encoding="utf-8"), assets=catalogue)


def scenes(catalogue: Catalogue, quick: bool) -> Iterator[tuple[str, Scene]]:
    yield "furnished room", evaluate_here(ROOM, assets=catalogue)
    for words in OBJECTS[: 2 if quick else None]:
        yield words, evaluate_here(OBJECT.format(words), assets=catalogue)
    if quick:
        return
    for name, text in HARD.items():
        yield name, evaluate_here(PROGRAM.format(text), assets=catalogue)
    yield "generated room", generated(catalogue)
    folder = os.environ.get("SCENEWRIGHT_REPLIES")
    for name in REPLIES if folder else ():
        blocks = re.findall(
            r"```python\n(.*?)```", (Path(folder or "") / f"{name}.md").read_text(encoding="utf-8"), re.S
        )
        try:
            yield name, evaluate_here(blocks[-1], assets=catalogue)
        except ScenewrightError as error:
            print(f"{name} does not evaluate: {error}", file=sys.stderr)


def overlap(a: np.ndarray, b: np.ndarray) -> float:
    return float((a & b).sum() / max((a | b).sum(), 1))


def sides(scene: Scene) -> tuple[Camera, ...]:
    """The view that the scene is shown from, and one from its other side, lower; of a room, one inside of it."""
    first = view_cameras(scene, aspect=1.0)[0]
    if scene.room is not None:
        return first, inside_camera(scene)
    return first, fitted_camera(scene_points(scene), np.array([-0.57, 0.12, -0.81]), fov=50.0, aspect=1.0)


def compared(
    scene: Scene, camera: Camera, catalogue: Catalogue, size: int, threads: int, pictures: Path | None, name: str
) -> dict[str, float]:
    cameras = (camera,)

    def view(renderer: Any, scale: int = 1, **more: Any) -> tuple[RenderedView, float]:
        request = RenderRequest(scene, cameras, size * scale, size * scale, provider=catalogue, threads=threads, **more)
        result = renderer.render(request)
        return result.views[0], result.seconds

    preview, preview_s = view(PreviewRenderer(), passes=("color", "entity"))
    splat, splat_s = view(SplatRenderer(), passes=("color", "entity"))
    # the ground is drawn alike by both, and says nothing of the Gaussians
    exact, owner = (np.where(v.entity < len(scene), v.entity, -1) for v in (preview, splat))
    fine = view(PreviewRenderer(), 2, background="transparent", samples=1)[0].color
    clear = view(SplatRenderer(), background="transparent", samples=1)[0].color
    assert preview.color is not None
    assert splat.color is not None
    assert exact is not None
    assert owner is not None
    assert fine is not None
    assert clear is not None
    outline = fine[..., 3].reshape(size, 2, size, 2).mean(axis=(1, 3)) >= 127.5
    there = (exact >= 0) & (owner >= 0)
    if pictures is not None:
        from PIL import Image

        pictures.mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.concatenate([preview.color, splat.color], axis=1)).save(
            pictures / f"{name.replace(' ', '_')}.png"
        )
    return {
        "iou": overlap(outline, clear[..., 3] >= 128),
        "iou_entity_mask": overlap(exact >= 0, owner >= 0),
        "entities_agree": float((exact == owner)[there].mean()),
        "color_difference": float(np.abs(preview.color.astype(np.int64) - splat.color.astype(np.int64)).mean()),
        "preview_s": preview_s,
        "splat_s": splat_s,
    }


def budgets(scene: Scene, catalogue: Catalogue, size: int, threads: int, quick: bool) -> dict[str, float]:
    geometry = scene_geometry(scene, provider=catalogue)
    out: dict[str, float] = {"triangles": geometry.triangles}
    camera = Cameras.of_scene(view_cameras(scene, aspect=1.0)[:1], width=size, height=size)
    for count in (20_000, 200_000) if quick else (20_000, 200_000, 1_000_000):
        began = time.perf_counter()
        made = gaussians_for_budget(geometry, count)
        out[f"make_{count}_s"], out[f"made_of_{count}"] = time.perf_counter() - began, len(made)
        gaussians = made.gaussians()
        rasterize(gaussians, camera, threads=threads)
        began = time.perf_counter()
        rasterize(gaussians, camera, threads=threads)
        out[f"draw_{count}_s"] = time.perf_counter() - began
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=1024)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--quick", action="store_true", help="three scenes only")
    parser.add_argument("--only", nargs="*", default=(), help="names of scenes")
    parser.add_argument("--pictures", type=Path, help="keep previews and splats, side by side, in this folder")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    catalogue = Catalogue.built_in()
    warm = evaluate_here(OBJECT.format("chair"), assets=catalogue)
    SplatRenderer().render(RenderRequest(warm, width=64, height=48, provider=catalogue, threads=given.threads))
    table: dict[str, dict[str, float]] = {}
    print(
        f"{'scene':26} {'IoU':>7} {'mask':>7} {'entity':>7} {'color':>6} {'preview s':>10} {'splat s':>8}",
        file=sys.stderr,
    )
    for whole, scene in scenes(catalogue, given.quick):
        if given.only and whole not in given.only:
            continue
        for name, camera in zip((whole, f"{whole}, behind"), sides(scene), strict=True):
            row = compared(scene, camera, catalogue, given.size, given.threads, given.pictures, name)
            table[name] = row
            numbers = f"{row['iou']:7.4f} {row['iou_entity_mask']:7.4f} {row['entities_agree']:7.4f} {row['color_difference']:6.2f}"
            print(f"{name:26} {numbers} {row['preview_s']:10.1f} {row['splat_s']:8.1f}", file=sys.stderr, flush=True)
    ious = [row["iou"] for row in table.values()]
    room = evaluate_here(ROOM, assets=catalogue)
    report = {
        "size": given.size,
        "threads": given.threads,
        "scenes": table,
        "views": len(ious),
        "least_iou": min(ious),
        "iou_5th_percentile": float(np.percentile(ious, 5)),
        "median_iou": float(np.median(ious)),
        "furnished_room": budgets(room, catalogue, given.size, given.threads, given.quick),
    }
    text = json.dumps(report, indent=1)
    print(text)
    if given.json is not None:
        given.json.write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
