"""A third-party renderer: draws the bounding box of every part, and adds a channel of its own."""

from __future__ import annotations

import time
from typing import Annotated, Any

import numpy as np
import numpy.typing as npt
from pydantic import Field

from scenewright.renderers.base import (
    COLOR,
    DEPTH,
    ENTITY,
    NORMAL,
    Pinhole,
    RenderedView,
    Renderer,
    RendererCapabilities,
    RendererOptions,
    RenderRequest,
    RenderResult,
    read_options,
    view_cameras,
    view_job,
)
from scenewright.renderers.base.channels import Channel, register_channel
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, Scene

CROSSED = register_channel(Channel("crossed", "How many boxes the ray crosses.", "int32", (), "", "1", 0))


class BoxOptions(RendererOptions):
    samples: int = 1
    shade: Annotated[float, Field(ge=0.0, le=1.0, description="How dark the sides are.")] = 0.5


class BoxRenderer(Renderer):
    """Draws boxes."""

    name = "boxes"
    capabilities = RendererCapabilities(channels=(COLOR, DEPTH, NORMAL, ENTITY, CROSSED), transparency=False)
    options = BoxOptions

    def available(self) -> str | None:
        return None

    def render(self, request: RenderRequest, *, job: Job | None = None) -> RenderResult:
        begun = time.perf_counter()
        self.capabilities.check(request, self.name)
        options = read_options(BoxOptions, request, self.name)
        scene = request.scene.frame(request.frame)
        cameras = request.cameras or view_cameras(scene, aspect=request.width / request.height)
        views = []
        for number, camera in enumerate(cameras):
            view_job(job, number, len(cameras)).tick(0.0, "boxes")
            channels = _drawn(scene, camera, request, options)
            views.append(RenderedView(camera, request.frame, {name: channels[name] for name in request.passes}))
        return RenderResult(tuple(views), self.name, "CPU", time.perf_counter() - begun)


def _drawn(scene: Scene, camera: Camera, request: RenderRequest, options: BoxOptions) -> dict[str, npt.NDArray[Any]]:
    pinhole = Pinhole.of(camera, request.width, request.height)
    ways = pinhole.directions(pinhole.pixel_points())
    count = len(ways)
    depth = np.full(count, np.inf)
    entity = np.full(count, -1, dtype=np.int32)
    normal = np.zeros((count, 3))
    crossed = np.zeros(count, dtype=np.int32)
    shown = np.zeros((count, 4))
    if request.background == "stage":
        shown[:] = (0.8, 0.8, 0.8, 1.0)
    for row in scene.leaf_rows.tolist():
        low, high = scene.entity(row).bounds
        with np.errstate(divide="ignore", invalid="ignore"):
            sides = np.stack([(low - pinhole.eye) / ways, (high - pinhole.eye) / ways])
        entry = sides.min(axis=0)
        first, last = entry.max(axis=1), sides.max(axis=0).min(axis=1)
        met = (first < last) & (first > 0)
        crossed += met
        nearer = np.flatnonzero(met & (first < depth))
        axis = entry[nearer].argmax(axis=1)
        depth[nearer], entity[nearer] = first[nearer], row
        normal[nearer] = 0.0
        normal[nearer, axis] = -np.sign(ways[nearer, axis])
        bright = np.where(axis == 1, 1.0, 1.0 - options.shade)
        shown[nearer, :3] = np.array(scene.entity(row).color or (0.5, 0.5, 0.5)) * bright[:, None]
        shown[nearer, 3] = 1.0
    h, w = request.height, request.width
    color = np.round(shown * 255.0).astype(np.uint8).reshape(h, w, 4)
    return {
        "color": color[..., :3] if request.background == "stage" else color,
        "depth": depth.astype(np.float32).reshape(h, w),
        "normal": normal.astype(np.float32).reshape(h, w, 3),
        "entity": entity.reshape(h, w),
        "crossed": crossed.reshape(h, w),
    }
