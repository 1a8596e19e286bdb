"""Pictures of known Gaussians, as views with cameras and as captures on disk."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from scenewright.scene.splats import Cameras, Gaussians
from scenewright.scene.splats.capture import View
from scenewright.scene.splats.rasterize import rasterize
from tests.support.capture_scenes import opengl_pose
from tests.support.language_scenes import around

WIDTH, HEIGHT = 64, 56
"""Size in pixels of the pictures of :func:`photographs`."""


def known_gaussians(count: int = 250, seed: int = 3) -> Gaussians:
    """Random Gaussians of all colours in a cube of two metres around the origin."""
    rng = np.random.default_rng(seed)
    return Gaussians.of_numpy(
        rng.uniform(-1, 1, (count, 3)),
        rng.standard_normal((count, 4)),
        np.log(rng.uniform(0.05, 0.25, (count, 3))),
        rng.uniform(0.0, 4.0, count),
        rng.uniform(-1.5, 1.5, (count, 1, 3)),
    )


def camera_at(turn: float, height: float) -> Cameras:
    """A view of the origin from a horizontal distance of 3.5 m. `turn`: radians around y. `height`: of the eye, metres."""
    eye = (3.5 * math.sin(turn), height, 3.5 * math.cos(turn))
    return Cameras.look_at(eye, (0, 0, 0), fov=45, width=WIDTH, height=HEIGHT)


def photographs(count: int = 8, *, offset: float = 0.0, alpha: bool = False) -> list[View]:
    """Views of :func:`known_gaussians` from all around, on black, or cut out with `alpha`."""
    views = []
    for k in range(count):
        camera = camera_at(2 * math.pi * k / count + offset, 0.6 * (-1) ** k)
        drawn = rasterize(known_gaussians(), camera, outputs=("color", "alpha"))
        assert drawn.color is not None
        assert drawn.alpha is not None
        color, cover = drawn.color[0].clamp(0, 1), drawn.alpha[0]
        if alpha:
            color = (color / cover.clamp_min(1e-3)[..., None]).clamp(0, 1)
        image = (color * 255 + 0.5).to(torch.uint8).numpy()
        plane = (cover * 255 + 0.5).to(torch.uint8).numpy() if alpha else None
        views.append(View(f"images/{k:03}.png", camera, image, alpha=plane))
    return views


def write_capture(folder: Path, views: Sequence[View]) -> Path:
    """Write these views, all of one lens, with a nerfstudio transforms.json. Returns the folder."""
    (folder / "images").mkdir(parents=True)
    frames = []
    for view in views:
        Image.fromarray(view.image).save(folder / view.name)
        pose = opengl_pose(view.camera.camera_from_world[0].double().numpy())
        frames.append({"file_path": view.name, "transform_matrix": pose})
    camera = views[0].camera
    k = camera.intrinsics[0].tolist()
    lens = {"fl_x": k[0][0], "fl_y": k[1][1], "cx": k[0][2], "cy": k[1][2], "w": camera.width, "h": camera.height}
    (folder / "transforms.json").write_text(json.dumps({**lens, "frames": frames}))
    return folder


def photographed(folder: Path, gaussians: Gaussians, count: int = 6) -> Path:
    """A capture of these Gaussians from all around, in pictures of 96 x 72 pixels."""
    views = []
    for number, camera in enumerate(around(count, 96, 72)):
        color = rasterize(gaussians, camera, outputs=("color",)).color
        assert color is not None
        views.append(View(f"images/{number:03}.png", camera, (color[0].clamp(0, 1).numpy() * 255).astype(np.uint8)))
    return write_capture(folder, views)
