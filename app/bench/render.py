"""Pictures of a room by each renderer: the preview against its primary rays alone, Blender's first picture against the following ones."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.bench.figures import BenchSize, Figure, in_turns
from scenewright.app.bench.rooms import open_room

if TYPE_CHECKING:
    from scenewright.app.session import Session
    from scenewright.renderers.base import RenderRequest

__all__ = ["measure"]


def measure(size: BenchSize) -> list[Figure]:
    from scenewright.renderers.base import RenderRequest
    from scenewright.renderers.preview import PreviewRenderer
    from scenewright.renderers.splat.renderer import SplatRenderer

    width, height = size.of(640, 1280), size.of(480, 960)
    with open_room(size.rooms, 0) as session:
        request = RenderRequest(
            session.scene, session.derived.views(width / height)[:1], width, height, provider=session.assets,
            threads=size.threads,
        )  # fmt: skip
        PreviewRenderer().render(request)
        preview = in_turns(
            {"picture": lambda: PreviewRenderer().render(request), "rays": _primary_rays(session, width, height)},
            size.of(3, 5),
        )
        what = f"{width}x{height}, {size.threads} threads"
        figures = [
            Figure(
                f"a preview of {what}", preview["picture"], "s", preview["rays"], "its primary rays alone, by Embree"
            )
        ]
        SplatRenderer().render(request)
        splat = in_turns({"picture": lambda: SplatRenderer().render(request)}, size.of(2, 5))["picture"]
        figures.append(Figure(f"a picture of Gaussians of {what}", splat, "s"))
        figures += _blender(request, size)
    return figures


def _primary_rays(session: Session, width: int, height: int) -> Callable[[], object]:
    """A function that casts one ray for each pixel into the triangles of the room, with open3d alone."""
    import open3d as o3d

    from scenewright.renderers.base import Pinhole

    mesh = session.scene.to_trimesh().to_mesh()
    caster = o3d.t.geometry.RaycastingScene()
    caster.add_triangles(
        o3d.core.Tensor(np.asarray(mesh.vertices, dtype=np.float32)),
        o3d.core.Tensor(np.asarray(mesh.faces, dtype=np.uint32)),
    )
    pinhole = Pinhole.of(session.derived.views(width / height)[0], width, height)
    directions = pinhole.directions(pinhole.pixel_points()).astype(np.float32)
    eyes = np.broadcast_to(pinhole.eye.astype(np.float32), directions.shape)
    rays = o3d.core.Tensor(np.concatenate([eyes, directions], axis=1))
    return lambda: caster.cast_rays(rays)


def _blender(request: RenderRequest, size: BenchSize) -> list[Figure]:
    """Nothing where no Blender is installed."""
    from dataclasses import replace

    from scenewright.renderers.blender.renderer import BlenderRenderer

    samples = size.of(8, 64)
    width, height = 160, 120  # small, so that the start of Blender shows
    asked = replace(request, samples=samples, width=width, height=height)
    with BlenderRenderer() as renderer:
        if renderer.available() is not None:
            return []
        seconds = []
        for _ in range(size.of(3, 5)):
            begun = time.perf_counter()
            renderer.render(asked)
            seconds.append(time.perf_counter() - begun)
    what = f"{width}x{height}, {samples} samples, {size.threads} threads"
    return [
        Figure(
            f"a picture of Blender, {what}, by a worker that is warm",
            float(np.median(seconds[1:])),
            "s",
            seconds[0],
            "the first, with the start of Blender",
        )
    ]
