"""Settings of Cycles: the device, light transport, and renders of data."""

# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
from __future__ import annotations

import math
from typing import Any

import bpy

__all__ = [
    "GPU_KINDS",
    "choose_device",
    "denoiser_available",
    "gpu_devices",
    "set_color_engine",
    "set_data_engine",
    "set_tiles",
    "tile_count",
]

GPU_KINDS = ("OPTIX", "CUDA", "HIP", "METAL", "ONEAPI")
"""Kinds of GPU, the faster first where one card supports two."""

_MANY_LAMPS = 12
_TILE = 2048
"""Largest side of a tile, pixels."""
_HOLES = 24
"""Most panes and holes that light passes."""
_UNDENOISED = 0.2
"""Factor on the noise threshold without a denoiser."""


def gpu_devices() -> dict[str, list[str]]:
    """Names of the GPUs that Cycles can use, by kind."""
    preferences = bpy.context.preferences.addons["cycles"].preferences
    found = {}
    for kind in GPU_KINDS:
        try:
            preferences.compute_device_type = kind
        except TypeError:
            continue  # this Blender was built without this kind
        names = [d.name for d in preferences.get_devices_for_type(kind) if d.type == kind]
        if names:
            found[kind] = names
    preferences.compute_device_type = "NONE"
    return found


def choose_device(scene: Any, asked: str) -> str:
    """Set the device: 'cpu', 'auto' (a GPU where there is one), or a kind of GPU. Returns its description.

    Raises:
        RuntimeError: the kind of GPU named by `asked` is not available.
    """
    if asked == "cpu":
        scene.cycles.device = "CPU"
        return "CPU"
    found = gpu_devices()
    kind = next(iter(found), None) if asked in ("auto", "gpu") else asked.upper()
    if kind is None or kind not in found:
        if asked != "auto":
            raise RuntimeError(f"Blender sees no {asked} device here: it sees {', '.join(found) or 'the CPU only'}")
        scene.cycles.device = "CPU"
        return "CPU"
    preferences = bpy.context.preferences.addons["cycles"].preferences
    preferences.compute_device_type = kind
    for device in preferences.get_devices_for_type(kind):
        device.use = device.type == kind
    scene.cycles.device = "GPU"
    return f"{kind} {found[kind][0]}"


def denoiser_available(scene: Any) -> bool:
    """Whether this Blender was built with OpenImageDenoise (Debian's is not)."""
    try:
        scene.cycles.denoiser = "OPENIMAGEDENOISE"
    except TypeError:
        return False
    return True


def set_color_engine(scene: Any, settings: dict[str, Any], *, samples: int, denoise: bool) -> None:
    """Set up path tracing. `settings`: seed, threads, noise_threshold, time_limit in seconds (0: none), transparent, and lamps, the number
    of light sources."""
    cycles = scene.cycles
    _common(scene, settings)
    cycles.samples = samples
    cycles.time_limit = settings["time_limit"]
    cycles.use_adaptive_sampling = True
    cycles.adaptive_threshold = settings["noise_threshold"] * (1.0 if denoise else _UNDENOISED)
    cycles.adaptive_min_samples = min(12, samples)
    cycles.use_denoising = denoise
    if denoise:
        cycles.denoiser = "OPENIMAGEDENOISE"
        cycles.denoising_input_passes = "RGB_ALBEDO_NORMAL"
        # "ACCURATE" takes two to five times as long, and helps where albedo and normals are noisy: with motion blur or depth of field
        cycles.denoising_prefilter = "FAST"
    cycles.pixel_filter_type = "BLACKMAN_HARRIS"
    cycles.filter_width = 1.5
    cycles.max_bounces = 6
    cycles.diffuse_bounces = 3
    cycles.glossy_bounces = 3
    cycles.transmission_bounces = 4
    cycles.transparent_max_bounces = _HOLES
    # clamp rare bright paths, such as a lamp in two mirrors: they show as fireflies
    cycles.sample_clamp_indirect = 8.0
    cycles.caustics_reflective = False
    cycles.caustics_refractive = False
    # a light tree is faster only where there are many lamps
    cycles.use_light_tree = settings["lamps"] > _MANY_LAMPS
    scene.render.film_transparent = settings["transparent"]


def tile_count(width: int, height: int) -> int:
    """The number of tiles that a picture is drawn in. More pixels at once would take too much memory."""
    if width * height <= _TILE * _TILE:
        return 1
    return math.ceil(width / _TILE) * math.ceil(height / _TILE)


def set_tiles(scene: Any, settings: dict[str, Any], width: int, height: int) -> None:
    """Set tiles of about equal size, with equal parts of the time: Cycles gives each tile the whole of it."""
    tiles = tile_count(width, height)
    side = max(math.ceil(width / math.ceil(width / _TILE)), math.ceil(height / math.ceil(height / _TILE)))
    scene.cycles.use_auto_tile = tiles > 1
    scene.cycles.tile_size = _TILE if tiles == 1 else 8 * math.ceil(side / 8)
    scene.cycles.time_limit = settings["time_limit"] / tiles


def set_data_engine(scene: Any, settings: dict[str, Any], *, spread: float = 0.01) -> None:
    """Set up one sample at the pixel's centre (within `spread` pixels) without bounces, so that values are written unchanged."""
    cycles = scene.cycles
    _common(scene, settings)
    cycles.samples = 1
    cycles.time_limit = 0.0
    cycles.use_adaptive_sampling = False
    cycles.use_denoising = False
    # the box filter ignores its width
    cycles.pixel_filter_type = "GAUSSIAN"
    cycles.filter_width = spread
    cycles.max_bounces = 0
    cycles.transparent_max_bounces = _HOLES
    cycles.film_exposure = 1.0
    scene.render.film_transparent = True


def _common(scene: Any, settings: dict[str, Any]) -> None:
    scene.render.engine = "CYCLES"
    scene.render.threads_mode = "FIXED"
    scene.render.threads = settings["threads"]
    scene.cycles.seed = settings["seed"]
    scene.render.use_persistent_data = True
    scene.render.use_compositing = False
    scene.render.use_sequencer = False
    scene.render.use_border = False
    scene.render.resolution_percentage = 100
    scene.render.pixel_aspect_x = scene.render.pixel_aspect_y = 1.0
    scene.render.dither_intensity = 0.5
