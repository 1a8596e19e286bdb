"""The Mitsuba renderer: a request in, path-traced pictures out."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import (
    ALBEDO,
    COLOR,
    DEPTH,
    ENTITY,
    NORMAL,
    POSITION,
    LightRig,
    Pinhole,
    RenderedView,
    Renderer,
    RendererCapabilities,
    RenderError,
    RenderRequest,
    RenderResult,
    hidden_rows,
    hidden_walls,
    light_rig,
    read_options,
    sees_ceiling,
    stage_rows,
    view_cameras,
    view_job,
)
from scenewright.renderers.mitsuba.agx import agx_encoded
from scenewright.renderers.mitsuba.building import ViewStage, add_sensor, view_scene, window_panes
from scenewright.renderers.mitsuba.denoising import denoised, denoiser_problem
from scenewright.renderers.mitsuba.first_surfaces import FirstSurfaces, first_surfaces
from scenewright.renderers.mitsuba.loading import Engine, choose_engine, load_mitsuba, mitsuba_problem
from scenewright.renderers.mitsuba.metering import metered
from scenewright.renderers.mitsuba.options import MitsubaOptions
from scenewright.renderers.mitsuba.rounds import Sampled, Sampling, sampled
from scenewright.renderers.preview import ray_scene, stage_of
from scenewright.renderers.rays import RayPicture, RayScene, TracingStage, load_open3d, open3d_problem, surface_channels
from scenewright.scene.geometry import SceneGeometry, scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, Scene
from scenewright.scene.threads import thread_count

__all__ = ["MitsubaRenderer"]

Float32 = npt.NDArray[np.float32]


class MitsubaRenderer(Renderer):
    """Renderer ``mitsuba``: path tracing on the CPU, lit, exposed and shown as the pictures of the Blender renderer.

    All passes but ``color`` are those of the preview, exact at the pixel centres. Pictures are drawn one after the other, each on all its
    threads. The same request gives the same pixels, unless time ends it.
    """

    name = "mitsuba"
    capabilities = RendererCapabilities(channels=(COLOR, DEPTH, NORMAL, ENTITY, POSITION, ALBEDO), slow_start=True)
    options = MitsubaOptions

    def available(self) -> str | None:
        return mitsuba_problem() or open3d_problem()

    def open(self) -> None:
        load_mitsuba()
        load_open3d()

    def render(self, request: RenderRequest, *, job: Job | None = None) -> RenderResult:
        """Draw every view of the request.

        Raises:
            RenderError: Mitsuba is not installed, or a camera cannot be used.
            JobCancelled: the job was cancelled; a round of samples that has begun is ended first, which takes about a second.
        """
        started = time.perf_counter()
        self.capabilities.check(request, self.name)
        options = read_options(MitsubaOptions, request, self.name)
        job = (job or Job()).part(name="the render")
        threads = thread_count(options.threads)
        job.tick(0.0, "geometry")
        load_open3d()
        scene = request.scene.frame(request.frame)
        cameras = request.cameras or view_cameras(request.scene, aspect=request.width / request.height)
        pinholes = _pinholes(cameras, request)
        geometry = scene_geometry(scene, provider=request.provider, root=request.root, job=job.quiet())
        engine = choose_engine(options.variant, geometry.triangles)
        # one light for all views, as of a place
        rig = light_rig(scene, request.light_camera or cameras[0], root=request.root)
        warnings = dict.fromkeys(geometry.warnings)
        views, studio = [], _Studio(engine, request, options, scene, geometry, rig, threads)
        for number, (camera, pinhole) in enumerate(zip(cameras, pinholes, strict=True)):
            part = view_job(job, number, len(cameras))
            view, ended = studio.view(number, camera, pinhole, part)
            views.append(view)
            if ended is not None:
                where = f"view {number + 1} of {len(cameras)}" if len(cameras) > 1 else "the picture"
                warnings[f"{where}: {ended}"] = None
        if "color" in request.passes:
            warnings.update(dict.fromkeys(rig.warnings))
            problem = denoiser_problem() if options.denoise else None
            warnings.update({} if problem is None else {problem: None})
        job.progress(1.0, "done")
        device = f"Mitsuba {engine.mi.__version__} {engine.variant}, CPU, {threads} thread{'s' if threads != 1 else ''}"
        return RenderResult(tuple(views), self.name, device, time.perf_counter() - started, tuple(warnings))


def _pinholes(cameras: Sequence[Camera], request: RenderRequest) -> list[Pinhole]:
    out = []
    for number, camera in enumerate(cameras):
        try:
            out.append(Pinhole.of(camera, request.width, request.height))
        except ValueError as error:
            raise RenderError(f"camera {number + 1} of {len(cameras)}: {error}") from error
    return out


class _Studio:
    """Draws the views of one request."""

    def __init__(
        self,
        engine: Engine,
        request: RenderRequest,
        options: MitsubaOptions,
        scene: Scene,
        geometry: SceneGeometry,
        rig: LightRig,
        threads: int,
    ) -> None:
        self.engine, self.request, self.options = engine, request, options
        self.scene, self.geometry, self.rig, self.threads = scene, geometry, rig, threads
        self.opaque = request.background == "stage"
        self._rays: dict[bytes, RayScene] = {}
        self._stage: ViewStage | None = None

    def view(self, number: int, camera: Camera, pinhole: Pinhole, job: Job) -> tuple[RenderedView, str | None]:
        """A view, and a warning if its time ended it."""
        request = self.request
        hidden = hidden_rows(self.scene, camera, request.walls_of(number))
        visible = ~hidden[self.geometry.entity]
        key = np.packbits(hidden).tobytes()
        if key not in self._rays:
            self._rays[key] = ray_scene(request.scene, self.geometry, visible, job=job)
        rays = self._rays[key]
        seen = stage_of(self.scene, camera, rays, opaque=self.opaque)
        channels: dict[str, npt.NDArray[Any]] = {}
        ended = None
        if "color" in request.passes:
            channels["color"], ended = self._color(number, camera, pinhole, visible, rays, seen, job)
        names = [name for name in request.passes if name != "color"]
        if names:
            job.tick(0.97, "surfaces")
            picture = RayPicture(
                rays, pinhole, stage=seen, seed=request.seed, edge_samples=1, opaque=self.opaque, threads=self.threads
            )
            layers = picture.trace_pixels(deep=False)
            channels |= surface_channels(picture, layers, names, stage_rows(self.scene), outdoor=self.rig.outdoor)
        return RenderedView(camera, request.frame, channels), ended

    def _color(
        self,
        number: int,
        camera: Camera,
        pinhole: Pinhole,
        visible: npt.NDArray[np.bool_],
        rays: RayScene,
        seen: TracingStage,
        job: Job,
    ) -> tuple[npt.NDArray[np.uint8], str | None]:
        request, options = self.request, self.options
        how = Sampling(options.samples, options.max_depth, options.noise, options.time_limit, request.seed)
        with self.engine.drawing(self.threads, job):
            if self._stage is None:
                self._stage = ViewStage.of(self.engine, request, self.scene, self.geometry, self.rig)
            stage = self._stage
            walls = request.walls_of(number)
            walls = hidden_walls(self.scene, camera) if walls is None else walls
            drawn = view_scene(stage, camera, visible, rays, open_walls=walls, job=job)
            job.tick(0.1, "sampling")

            def sensor_of(first: int, rows: int) -> Any:
                return add_sensor(stage, pinhole, first=first, rows=rows)

            size = (request.height, request.width)
            light = sampled(self.engine, drawn, sensor_of, size, how, job.part(0.1, 0.9))
        job.tick(0.9, "the picture")
        ground, ceiling = stage.light["ground"], stage.light["ceiling"]
        surfaces = first_surfaces(
            rays,
            pinhole,
            seen,
            ground=0.0 if ground is None else float(np.mean(ground["color"])),
            ceiling=0.0 if ceiling is None else float(np.mean(ceiling["color"])),
            panes=window_panes(stage),
            deep=not self.opaque,
            threads=self.threads,
            seed=request.seed,
            job=job,
        )
        color = self._developed(stage, camera, pinhole, light, surfaces)
        ended = None
        if light.ended_by_time:
            ended = (
                f"the time limit of {options.time_limit:g} s ended sampling after {light.samples} of {options.samples} samples a pixel, so "
                "fine detail may be less clear: draw it smaller, or raise time_limit"
            )
        return color, ended

    def _developed(
        self, stage: ViewStage, camera: Camera, pinhole: Pinhole, light: Sampled, surfaces: FirstSurfaces
    ) -> npt.NDArray[np.uint8]:
        """(H, W, 3) or (H, W, 4) sRGB bytes of the light of a view."""
        cover = light.cover[..., None]
        if self.options.factors is not None:
            exposure = np.array(self.options.factors, dtype=np.float32)
        else:
            # half of the exposure in stops, so that a night looks dark but remains visible
            exposure = metered(
                light.light + surfaces.glow, surfaces.albedo, surfaces.things > 0.5, surfaces.cover > 0.99
            ) * np.float32(math.sqrt(self.rig.exposure))
        shown, albedo = light.light * exposure, surfaces.albedo
        if self.opaque:
            backdrop = self._backdrop(stage, camera, pinhole, exposure)
            # before the noise is removed, since where the ground fades into it there is noise in the cover, too
            shown = shown + (1.0 - cover) * backdrop
            albedo = albedo + (1.0 - surfaces.cover[..., None]) * np.clip(backdrop, 0.0, 1.0)
        if self.options.denoise and denoiser_problem() is None:
            shown = np.maximum(denoised(shown, albedo, surfaces.normal, threads=self.threads), 0.0)
        shown = shown * surfaces.pane + surfaces.veil + surfaces.glow * exposure
        if self.opaque:
            return agx_encoded(shown.reshape(-1, 3)).reshape(shown.shape)
        # the exact opacity of glass, of which paths have a sample
        opacity = surfaces.opacity[..., None]
        color = agx_encoded((shown / np.maximum(opacity, 1e-3)).reshape(-1, 3)).reshape(shown.shape)
        alpha = np.round(np.clip(opacity, 0.0, 1.0) * 255.0).astype(np.uint8)
        return np.concatenate([np.where(alpha > 0, color, np.uint8(0)), alpha], axis=2)

    def _backdrop(self, stage: ViewStage, camera: Camera, pinhole: Pinhole, exposure: Float32) -> Float32:
        """(H, W, 3) exposed light behind the scene, as in Blender: a plain colour, what the windows show, or the sky."""
        size = (pinhole.height, pinhole.width, 3)
        if sees_ceiling(self.scene, camera) and self.rig.outside is not None:
            return self.rig.outside.light(pinhole.directions(pinhole.pixel_points())).reshape(size)
        if stage.around.backdrop is not None:
            return np.broadcast_to(np.array(stage.around.backdrop, dtype=np.float32), size)
        directions = pinhole.directions(pinhole.pixel_points())
        directions /= np.linalg.norm(directions, axis=1, keepdims=True)
        # lamps outshine a late sky more in a picture than to the eye
        return (self.rig.sky.radiance(directions) * exposure / self.rig.exposure**2).reshape(size)
