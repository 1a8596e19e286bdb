"""The jobs of a worker: render views of a scene, or save it as a ``.blend`` file."""

# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import bpy
import numpy as np

from .blend_file import save_blend
from .engine import choose_device, denoiser_available, gpu_devices, tile_count
from .frames import srgb_to_linear
from .materials import CLEAR_OPACITY, DIM_EMISSION, load_image, surface_material
from .objects import MeshArrays, add_instances, read_meshes
from .pictures import Studio
from .progress import ViewProgress
from .surroundings import add_ceiling, add_ground, add_lamps, set_world

__all__ = ["describe", "run_job"]

Arrays = dict[str, np.ndarray]
Answer = Callable[..., None]

_NO_DENOISER_FACTOR = 3
"""Factor on the samples of a picture without a denoiser; it still stays grainier."""


def describe() -> dict[str, Any]:
    """A description of this Blender: version, GPUs by kind, whether it can denoise."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    return {
        "blender": bpy.app.version_string,
        "gpus": gpu_devices(),
        "denoiser": denoiser_available(scene),
    }


def run_job(request: dict[str, Any], arrays: Arrays, answer: Answer) -> dict[str, Any]:
    """Do the job of `request` and return its result. `answer` sends each picture as soon as it is finished."""
    kind = request["request"]
    if kind == "render":
        return _render(request, arrays, answer)
    if kind == "save":
        save_blend(request, arrays)
        return {"file": request["file"]}
    raise ValueError(f"there is no job {kind!r}")


def _render(request: dict[str, Any], arrays: Arrays, answer: Answer) -> dict[str, Any]:
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    shining = np.array([m["emission"] > DIM_EMISSION for m in request["materials"]], dtype=bool)
    shining_things = len(request["lamps"]) + int(shining[arrays["instance_material"]].sum())
    settings = {**request["settings"], "lamps": shining_things}
    device = choose_device(scene, settings["device"])
    collection = scene.collection
    images = [load_image(f"texture_{i}", arrays[name]) for i, name in enumerate(request["images"])]
    materials = [
        surface_material(
            f"material_{i}",
            roughness=m["roughness"],
            metallic=m["metallic"],
            opacity=m["opacity"],
            emission=m["emission"],
            image=None if m["image"] is None else images[m["image"]],
            cutout=m["cutout"],
            factors=m["factors"],
            bevel=m["bevel"],
        )
        for i, m in enumerate(request["materials"])
    ]
    hidden = [arrays[view["hidden"]] for view in request["views"]]
    alone = np.zeros(len(arrays["instance_mesh"]), dtype=bool)
    meshes = read_meshes(request["meshes"], arrays)
    means = _means(request, arrays, meshes)
    for rows in (*hidden, arrays["shades"], list(means)):
        alone[rows] = True
    drawn = add_instances(
        collection,
        meshes,
        materials,
        mesh=arrays["instance_mesh"],
        material=arrays["instance_material"],
        world_from_local=arrays["instance_pose"],
        color=arrays["instance_color"],
        alone=alone,
    )
    surfaces = request["materials"]
    clear = np.array([m["opacity"] < CLEAR_OPACITY for m in surfaces], dtype=bool)[arrays["instance_material"]]
    clear[arrays["shades"]] = True
    drawn.cast_no_shadow(clear)
    set_world(scene, request["world"], arrays)
    lamps = add_lamps(collection, request["lamps"])
    ground = None if request["ground"] is None else add_ground(collection, request["ground"])
    ceiling = None if request["ceiling"] is None else add_ceiling(collection, request["ceiling"])
    studio = Studio(
        scene,
        drawn,
        settings,
        lamps=lamps,
        stage={len(alone) + k: thing for k, thing in enumerate((ceiling, ground)) if thing is not None},
        bevel=arrays["instance_bevel"],
        means=means,
        cutouts={materials[i].name: images[m["image"]] for i, m in enumerate(request["materials"]) if m["cutout"]},
        scratch=Path(request["scratch"]),
    )
    denoise = settings["denoise"] and denoiser_available(scene)
    # a request without denoising sets the exact number of samples
    samples = settings["samples"] * (1 if denoise or not settings["denoise"] else _NO_DENOISER_FACTOR)
    width, height, passes = settings["width"], settings["height"], request["passes"]
    for number, view in enumerate(request["views"]):
        progress = ViewProgress(answer, number, len(request["views"]), passes)
        studio.aim(view, arrays["view_pose"][number])
        studio.hide(hidden[number])
        if ceiling is not None:
            ceiling.visible_camera = view["ceiling"]
        out: Arrays = {}
        notes: dict[str, Any] = {}
        if "color" in passes:
            progress.begin("light", "measuring the light")
            if settings["exposure"] is None:
                factor = studio.meter(width, height) * view["exposure_factor"]
            else:
                factor = np.array(settings["exposure"])
            with progress.sampling(samples, settings["time_limit"], tile_count(width, height)) as watch:
                png = studio.develop(width, height, factor, backdrop=view["backdrop"], samples=samples, denoise=denoise)
            out["png"] = np.frombuffer(png, dtype=np.uint8)
            notes |= {"exposure": factor.tolist(), "sampling": watch.result()}
        if "depth" in passes or "entity" in passes:
            progress.begin("surfaces", "depth and entities")
            index, depth = studio.indices_and_depth(width, height)
            if "entity" in passes:
                out["index"] = index
            if "depth" in passes:
                out["depth"] = depth
        if "normal" in passes:
            progress.begin("normals", "normals")
            out["normal"] = studio.normals(width, height)
        answer({"answer": "picture", "view": view["number"], **notes}, out)
    return {"device": device, "denoised": denoise}


def _mean_color(picture: np.ndarray) -> np.ndarray:
    """(3,) linear mean colour of (H, W, 4) uint8 sRGB, weighted by alpha. By parts, since double precision takes much memory."""
    rows = picture.reshape(-1, 4)
    color, weight = np.zeros(3), 0.0
    for first in range(0, len(rows), 1 << 20):
        part = rows[first : first + (1 << 20)]
        alpha = part[:, 3] + 1e-3
        color += alpha @ srgb_to_linear(part[:, :3] / 255.0)
        weight += float(alpha.sum())
    return color / weight


def _means(request: dict[str, Any], arrays: Arrays, meshes: list[MeshArrays]) -> dict[int, np.ndarray]:
    """Instance -> linear mean colour (3,) of its texture times that of its mesh colours, for instances with either."""
    textures = [_mean_color(arrays[name]) for name in request["images"]]
    out = {}
    for i, (m, k) in enumerate(
        zip(arrays["instance_mesh"].tolist(), arrays["instance_material"].tolist(), strict=True)
    ):
        surface, factors = request["materials"][k], meshes[m].factors
        if surface["image"] is None and factors is None:
            continue
        mean = np.ones(3) if surface["image"] is None else textures[surface["image"]]
        out[i] = mean if factors is None else mean * factors.mean(axis=0)
    return out
