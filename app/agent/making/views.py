"""Pictures of a scene for a critic: its views, with the names of things, a mark each metre, and an arrow to where each thing faces."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from scenewright.app.agent.making.placed_things import placed_things
from scenewright.app.language_models import ModelPicture
from scenewright.renderers.base import Pinhole, RenderRequest, view_cameras
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, Scene

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.model import FloatArray

__all__ = ["critic_pictures"]

SIZE = (800, 600)
_MOST_VIEWS, _MOST_LABELS = 2, 24
_FEWEST_PIXELS = 200
"""A thing with fewer pixels gets no label."""
_ARROW = 0.35
"""Metres of an arrow before the front of a thing."""
_INK, _PAPER, _ARROWS, _MARKS = (20, 20, 20), (255, 255, 255), (220, 40, 40), (40, 90, 220)


def critic_pictures(scene: Scene, assets: AssetProvider | None, job: Job) -> list[ModelPicture]:
    """Up to two views of the scene by the preview, drawn over.

    Raises:
        RenderError: it cannot be drawn.
        JobCancelled: the job was cancelled.
    """
    from scenewright.renderers.preview import PreviewRenderer

    cameras = (
        tuple(scene.cameras[:1] + scene.cameras[-1:]) if len(scene.cameras) > 1 else view_cameras(scene, aspect=4 / 3)
    )
    request = RenderRequest(
        scene,
        cameras=tuple(cameras[:_MOST_VIEWS]),
        width=SIZE[0],
        height=SIZE[1],
        passes=("color", "entity"),
        provider=assets,
    )
    result = PreviewRenderer().render(request, job=job.quiet())
    return [
        ModelPicture(_drawn_over(scene, view.camera, view.channels["color"], view.channels["entity"]), f"view {number}")
        for number, view in enumerate(result.views, start=1)
    ]


def _drawn_over(scene: Scene, camera: Camera, color: npt.NDArray[Any], entity: npt.NDArray[Any]) -> bytes:
    from PIL import Image, ImageDraw

    pixels = np.asarray(color)[..., :3]
    if pixels.dtype != np.uint8:
        pixels = np.clip(np.rint(255.0 * pixels), 0, 255).astype(np.uint8)
    picture = Image.fromarray(pixels)
    pen = ImageDraw.Draw(picture)
    pinhole = Pinhole.of(camera, *SIZE)
    _draw_metres(pen, scene, pinhole)
    counts = np.bincount(np.asarray(entity).ravel().astype(int) + 1, minlength=len(scene) + 2)[1:]
    sizes = [(int(counts[e.index : scene.subtree_end(e.index)].sum()), e) for e in placed_things(scene)]
    for shown, thing in sorted(sizes, key=lambda pair: -pair[0])[:_MOST_LABELS]:
        if shown >= _FEWEST_PIXELS:
            low, high = thing.bounds
            _draw_front(pen, pinhole, thing.world_from_local, low, high)
            _draw_label(pen, pinhole, thing.name, (low + high) / 2)
    data = io.BytesIO()
    picture.save(data, "PNG")
    return data.getvalue()


def _draw_metres(pen: ImageDraw, scene: Scene, pinhole: Pinhole) -> None:
    """A cross on the ground each metre."""
    low, high = scene.bounds
    xs = np.arange(np.ceil(max(low[0], -20.0)), min(high[0], 20.0) + 1e-6)
    zs = np.arange(np.ceil(max(low[2], -20.0)), min(high[2], 20.0) + 1e-6)
    for x in xs:
        for z in zs:
            for along in ((0.08, 0.0), (0.0, 0.08)):
                ends = np.array([(x - along[0], 0.0, z - along[1]), (x + along[0], 0.0, z + along[1])])
                _line(pen, pinhole, ends, _MARKS)


def _draw_front(pen: ImageDraw, pinhole: Pinhole, world: FloatArray, low: FloatArray, high: FloatArray) -> None:
    ahead = world[:3, 2] / max(float(np.linalg.norm(world[:3, 2])), 1e-9)
    middle = np.array([(low[0] + high[0]) / 2, low[1] + 0.02, (low[2] + high[2]) / 2])
    half = abs(ahead[0]) * (high[0] - low[0]) / 2 + abs(ahead[2]) * (high[2] - low[2]) / 2
    side = np.array((ahead[2], 0.0, -ahead[0]))
    start, tip = middle + ahead * half, middle + ahead * (half + _ARROW)
    _line(pen, pinhole, np.array([start, tip]), _ARROWS, width=3)
    for s in (-1.0, 1.0):
        _line(pen, pinhole, np.array([tip, tip - ahead * 0.12 + s * side * 0.08]), _ARROWS, width=3)


def _draw_label(pen: ImageDraw, pinhole: Pinhole, name: str, at: FloatArray) -> None:
    image, depth = pinhole.project(at[None])
    if depth[0] <= 0.05:
        return
    x, y = float(image[0, 0]), float(image[0, 1])
    box = pen.textbbox((x, y), name, anchor="mm")
    pen.rectangle((box[0] - 2, box[1] - 1, box[2] + 2, box[3] + 1), fill=_PAPER)
    pen.text((x, y), name, fill=_INK, anchor="mm")


def _line(pen: ImageDraw, pinhole: Pinhole, ends: FloatArray, ink: Sequence[int], *, width: int = 1) -> None:
    image, depth = pinhole.project(ends)
    if depth.min() > 0.05:
        pen.line([tuple(point) for point in image.tolist()], fill=tuple(ink), width=width)
