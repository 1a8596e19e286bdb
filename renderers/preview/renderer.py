"""The preview renderer: fast pictures on the CPU, with exact depth, normals, entities, positions and base colours.

Embree (open3d) intersects the rays; the shading is our own. It needs no display, no GPU and no Blender.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, Any

import numpy as np
import numpy.typing as npt
from pydantic import Field

from scenewright.renderers.base import (
    ALBEDO,
    COLOR,
    DEPTH,
    ENTITY,
    LAND_ALBEDO,
    NORMAL,
    POSITION,
    LightRig,
    Pinhole,
    RenderedView,
    Renderer,
    RendererCapabilities,
    RendererOptions,
    RenderRequest,
    RenderResult,
    encode_srgb,
    hidden_rows,
    is_outdoor,
    light_rig,
    map_chunks,
    read_options,
    sees_ceiling,
    stage_rows,
    view_cameras,
    view_job,
)
from scenewright.renderers.rays import (
    GROUND_ALBEDO,
    RayPicture,
    RayScene,
    Shader,
    TracingStage,
    load_open3d,
    open3d_problem,
    surface_channels,
)
from scenewright.scene.geometry import SceneGeometry, scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, FloatArray, Scene
from scenewright.scene.threads import thread_count

__all__ = ["PreviewOptions", "PreviewRenderer", "enclosed_area", "ray_scene", "stage_of"]

_EDGE_SAMPLES = 5
_MAX_TRIANGLES = 1_500_000
_PIXELS_TOGETHER = 4_000_000
"""Pixels of all pictures that are drawn at a time; each takes some 400 bytes."""
_GROUND_GAP = 2e-4
"""Gap between ground and scene as a share of the scene's radius, against flicker of coplanar faces."""


class PreviewOptions(RendererOptions):
    """Options of the preview renderer."""

    samples: Annotated[int, Field(ge=1, description="Ambient rays per pixel.")] = 8
    edge_samples: Annotated[
        int | None,
        Field(ge=1, description="Rays per pixel that shows several surfaces; default: half the samples, at least 5."),
    ] = None
    max_triangles: Annotated[
        int, Field(ge=1, description="Most triangles of all curved shapes; above that they are drawn coarser.")
    ] = _MAX_TRIANGLES

    @property
    def rays_at_edges(self) -> int:
        return self.edge_samples or max(self.samples // 2 + 1, _EDGE_SAMPLES)


class PreviewRenderer(Renderer):
    """Renderer ``preview``."""

    name = "preview"
    capabilities = RendererCapabilities(channels=(COLOR, DEPTH, NORMAL, ENTITY, POSITION, ALBEDO))
    options = PreviewOptions

    def available(self) -> str | None:
        return open3d_problem()

    def open(self) -> None:
        load_open3d()

    def render(self, request: RenderRequest, *, job: Job | None = None) -> RenderResult:
        started = time.perf_counter()
        self.capabilities.check(request, self.name)
        options = read_options(PreviewOptions, request, self.name)
        job = (job or Job()).part(name="the render")
        threads = thread_count(options.threads)
        load_open3d()
        scene = request.scene.frame(request.frame)
        geometry = scene_geometry(
            scene,
            provider=request.provider,
            root=request.root,
            max_triangles=options.max_triangles,
            job=job.quiet(),
        )
        cameras = request.cameras or view_cameras(request.scene, aspect=request.width / request.height)
        warnings = dict.fromkeys(geometry.warnings)
        job.tick(0.0, "geometry")
        rays = _ray_scenes(request, scene, geometry, cameras, job)
        rigs = [light_rig(scene, request.light_camera or camera, root=request.root) for camera in cameras]
        together = _pictures_together(request, len(cameras), threads)
        shares = ThreadShares(threads, together, len(cameras))

        def drawn(number: int, end: int) -> tuple[RenderedView, tuple[str, ...]]:
            part = view_job(job, number, len(cameras))
            return _draw(request, options, scene, cameras[number], rays[number], rigs[number], shares, part)

        # pictures beside each other keep the cores busy where a single one works on one of them only
        views = map_chunks(drawn, len(cameras), size=1, threads=together, job=job.quiet())
        warnings.update(dict.fromkeys(warning for _, told in views for warning in told))
        job.progress(1.0, "done")
        device = f"CPU, {threads} thread{'s' if threads != 1 else ''} (Embree)"
        seconds = time.perf_counter() - started
        return RenderResult(tuple(view for view, _ in views), self.name, device, seconds, tuple(warnings))


def _ray_scenes(
    request: RenderRequest, scene: Scene, geometry: SceneGeometry, cameras: Sequence[Camera], job: Job
) -> list[RayScene]:
    """The ray scene of each camera. Cameras that see the same instances share one."""
    built: dict[bytes, RayScene] = {}
    out = []
    for number, camera in enumerate(cameras):
        hidden = hidden_rows(scene, camera, request.walls_of(number))
        key = np.packbits(hidden).tobytes()
        if key not in built:
            built[key] = ray_scene(request.scene, geometry, ~hidden[geometry.entity], job=job)
        out.append(built[key])
    return out


def _pictures_together(request: RenderRequest, count: int, threads: int) -> int:
    """How many pictures are drawn at a time: one for each thread, as far as their arrays leave room."""
    return max(min(threads, count, _PIXELS_TOGETHER // (request.width * request.height)), 1)


class ThreadShares:
    """The threads of a render, shared out among the pictures that are drawn beside each other. Those of one that is done go to the rest."""

    def __init__(self, threads: int, together: int, count: int) -> None:
        """
        Args:
            together: most pictures that are drawn at a time, of `count` in all.
        """
        self.threads = threads
        self.share = threads // together
        self._left = count
        self._lock = threading.Lock()
        self._drawing: list[RayPicture] = []

    @contextmanager
    def of(self, picture: RayPicture) -> Iterator[None]:
        """While a picture is drawn."""
        with self._lock:
            self._drawing.append(picture)
        try:
            yield
        finally:
            with self._lock:
                self._drawing.remove(picture)
                self._left -= 1
                if self._left == len(self._drawing):  # no other is to begin
                    for other in self._drawing:
                        other.threads = self.threads // len(self._drawing)


def _all_bounds(scene: Scene) -> FloatArray:
    """(2, 3) bounds of all frames, so that light and ground stand still in an animation."""
    boxes = [scene.frame(k).bounds for k in range(scene.frames)]
    return np.stack([np.min([b[0] for b in boxes], axis=0), np.max([b[1] for b in boxes], axis=0)])


def ray_scene(scene: Scene, geometry: SceneGeometry, visible: np.ndarray, *, job: Job | None = None) -> RayScene:
    """The ray scene of the `visible` (I,) instances with a ground. Its unit frame contains all frames of the scene. Rays end if the job
    is cancelled."""
    bounds = _all_bounds(scene)
    radius = float(np.linalg.norm(bounds[1] - bounds[0])) / 2.0
    ground = float(bounds[0, 1]) - _GROUND_GAP * radius
    albedo = LAND_ALBEDO if is_outdoor(scene) else GROUND_ALBEDO
    return RayScene(
        geometry, visible=visible, bounds=bounds, ground_height=ground, room=scene.room, ground_albedo=albedo, job=job
    )


def _draw(
    request: RenderRequest,
    options: PreviewOptions,
    scene: Scene,
    camera: Camera,
    rays: RayScene,
    rig: LightRig,
    shares: ThreadShares,
    job: Job,
) -> tuple[RenderedView, tuple[str, ...]]:
    pinhole = Pinhole.of(camera, request.width, request.height)
    opaque = request.background == "stage"
    picture = RayPicture(
        rays,
        pinhole,
        stage=stage_of(scene, camera, rays, opaque=opaque),
        seed=request.seed,
        edge_samples=options.rays_at_edges,
        opaque=opaque,
        threads=shares.share,
    )
    with shares.of(picture):
        wants_color = "color" in request.passes
        job.tick(0.02, "rays")
        layers = picture.trace_pixels(deep=wants_color)
        channels: dict[str, npt.NDArray[Any]] = {}
        warnings: tuple[str, ...] = ()
        if wants_color:
            warnings = rig.warnings
            shader = Shader(rays, rig, samples=options.samples, seed=request.seed, enclosed_area=enclosed_area(scene))
            light, cover = picture.color(layers, shader, job)
            color = encode_srgb(light / np.maximum(cover, 1e-6)[..., None] if not opaque else light)
            if not opaque:
                alpha = np.round(np.clip(cover, 0.0, 1.0) * 255.0).astype(np.uint8)
                color = np.concatenate([color, alpha[..., None]], axis=2)
            channels["color"] = color
        names = [name for name in request.passes if name != "color"]
        channels |= surface_channels(picture, layers, names, stage_rows(scene), outdoor=rig.outdoor)
        return RenderedView(camera, request.frame, channels), warnings


def stage_of(scene: Scene, camera: Camera, rays: RayScene, *, opaque: bool) -> TracingStage:
    """Whether a view shows ground and ceiling. The ground is part of the background, so only an `opaque` picture has it; the ceiling is
    part of the room."""
    ground = rays.ground_y
    above = ground is not None and (camera.eye[1] - rays.centre[1]) / rays.radius > ground
    return TracingStage(ground=opaque and above, ceiling=sees_ceiling(scene, camera))


def enclosed_area(scene: Scene) -> float | None:
    """Area of the inner surface of the room in scene units squared; None without a room."""
    if scene.room is None:
        return None
    w, d, h = scene.room.width, scene.room.depth, scene.room.height
    return 2.0 * (w * d + w * h + d * h)
