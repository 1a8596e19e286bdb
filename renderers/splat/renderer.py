"""The splat renderer: draws a scene as Gaussians, surfaces of programs and captures together.

Each view gets its own Gaussians, one for every 1.5 pixels of the visible surfaces, with the preview's lighting. The Gaussians of
``splat_call`` are added unchanged. One pass blends all of them in depth order over the preview's stage.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated, Any

import numpy as np
import numpy.typing as npt
from pydantic import Field

from scenewright.renderers.base import (
    COLOR,
    DEPTH,
    ENTITY,
    NORMAL,
    POSITION,
    Pinhole,
    RenderedView,
    Renderer,
    RendererCapabilities,
    RendererOptions,
    RenderRequest,
    RenderResult,
    hidden_rows,
    light_rig,
    read_options,
    stage_rows,
    view_cameras,
    view_job,
)
from scenewright.renderers.preview import enclosed_area, ray_scene, stage_of
from scenewright.renderers.rays import RayScene, Shader, load_open3d, open3d_problem
from scenewright.scene.colorspace import srgb_from_linear
from scenewright.scene.geometry import SceneGeometry, scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, Scene
from scenewright.scene.threads import thread_count

if TYPE_CHECKING:
    from scenewright.scene.splats import Gaussians

__all__ = ["SplatOptions", "SplatRenderer"]

_MAX_TRIANGLES = 1_500_000


class SplatOptions(RendererOptions):
    """Options of the splat renderer."""

    samples: Annotated[int, Field(ge=1, description="Ambient rays per Gaussian.")] = 8
    spacing: Annotated[
        float, Field(ge=0.5, le=16.0, description="Distance between neighbouring Gaussians, in pixels of the picture.")
    ] = 1.5
    max_triangles: Annotated[
        int, Field(ge=1, description="Most triangles of all curved shapes; above that they are drawn coarser.")
    ] = _MAX_TRIANGLES


class SplatRenderer(Renderer):
    """Renderer ``splat``.

    The channels of :mod:`scenewright.renderers.base.channels` have the values of Gaussians where their alpha is at least 0.5, elsewhere
    those of ground and ceiling. ``depth`` is the mean over the Gaussians of a pixel, weighted by their contribution: accurate to about the
    size of a Gaussian, and between two surfaces at edges. ``position`` is the point at that depth. ``normal`` is the weighted mean of the
    surface normals, in captures of the shortest axes of the Gaussians. ``entity`` is the entity with the largest contribution.
    """

    name = "splat"
    capabilities = RendererCapabilities(
        channels=(COLOR, DEPTH, NORMAL, ENTITY, POSITION), captures=True, exact=False, slow_start=True
    )
    options = SplatOptions

    def available(self) -> str | None:
        return open3d_problem()

    def open(self) -> None:
        import scenewright.renderers.splat.drawing  # noqa: F401 -- torch and the kernels, which take seconds to load

        load_open3d()

    def render(self, request: RenderRequest, *, job: Job | None = None) -> RenderResult:
        from scenewright.renderers.splat.drawing import drawing_device
        from scenewright.scene.splats import captured_entities

        started = time.perf_counter()
        self.capabilities.check(request, self.name)
        options = read_options(SplatOptions, request, self.name)
        job = (job or Job()).part(name="the render")
        threads = thread_count(options.threads)
        load_open3d()
        scene = request.scene.frame(request.frame)
        geometry = scene_geometry(
            scene,
            provider=request.provider,
            root=request.root,
            max_triangles=options.max_triangles,
            note_splats=False,
            job=job.quiet(),
        )
        captured, missing = captured_entities(scene, request.root)
        cameras = request.cameras or view_cameras(request.scene, aspect=request.width / request.height)
        warnings = dict.fromkeys((*geometry.warnings, *missing))
        built: dict[bytes, RayScene] = {}
        views = []
        for number, camera in enumerate(cameras):
            part = view_job(job, number, len(cameras))
            part.tick(0.0, "geometry")
            hidden = hidden_rows(scene, camera, request.walls_of(number))
            key = np.packbits(hidden).tobytes()
            if key not in built:
                built[key] = ray_scene(request.scene, geometry, ~hidden[geometry.entity], job=job)
            shown = captured.select(~hidden[captured.entity_ids.numpy()]) if len(captured) else captured
            view, view_warnings = _View(request, options, scene, camera, geometry, built[key], ~hidden, threads).draw(
                shown, part
            )
            views.append(view)
            warnings.update(dict.fromkeys(view_warnings))
        job.progress(1.0, "done")
        device = drawing_device(threads)
        return RenderResult(tuple(views), self.name, device, time.perf_counter() - started, tuple(warnings))


class _View:
    def __init__(
        self,
        request: RenderRequest,
        options: SplatOptions,
        scene: Scene,
        camera: Camera,
        geometry: SceneGeometry,
        rays: RayScene,
        visible: np.ndarray,
        threads: int,
    ) -> None:
        self.request = request
        self.options = options
        self.scene = scene
        self.camera = camera
        self.geometry = geometry
        self.rays = rays
        self.visible = visible
        self.threads = threads
        self.pinhole = Pinhole.of(camera, request.width, request.height)
        self.opaque = request.background == "stage"
        self.stage = stage_of(scene, camera, rays, opaque=self.opaque)

    def draw(self, captured: Gaussians, job: Job) -> tuple[RenderedView, tuple[str, ...]]:
        from scenewright.renderers.splat.drawing import draw_passes, draw_picture, seen_from, views_of
        from scenewright.renderers.splat.outlines import within_outlines
        from scenewright.renderers.splat.overlaps import overlaps
        from scenewright.renderers.splat.shading import shade
        from scenewright.renderers.splat.stage import add_stage, ceiling_pixels, stage_light
        from scenewright.scene.splats import Gaussians, gaussians_for_camera

        request, rays, pinhole = self.request, self.rays, self.pinhole
        surface = gaussians_for_camera(
            self.geometry,
            views_of(pinhole),
            pixels=self.options.spacing,
            visible=self.visible[self.geometry.entity],
            inset=False,
            job=job.quiet(),
        )
        job.tick(0.1, "outlines")
        surface = within_outlines(
            surface, rays, pinhole, pixels=self.options.spacing, see_ceiling=self.stage.ceiling, threads=self.threads
        )
        job.tick(0.25, "light")
        rig = light_rig(self.scene, request.light_camera or self.camera, root=request.root)
        shader = Shader(
            rays, rig, samples=self.options.samples, seed=request.seed, enclosed_area=enclosed_area(self.scene)
        )
        shaded = shade(
            surface,
            rays,
            shader,
            self.camera,
            size=(request.width, request.height),
            pixels=self.options.spacing,
            seed=request.seed,
            threads=self.threads,
        )
        # linear light is right for blending, but captures are trained to blend in sRGB, and so must all that is drawn with them
        linear = len(captured) == 0
        colors = shaded.light if linear else srgb_from_linear(shaded.light)
        job.tick(0.5, "glass")
        overlap = overlaps(surface, rays, pinhole)
        surface_gaussians = surface.gaussians(
            colors=colors, opacity=shaded.opacity, overlap=overlap, features=shaded.normals
        )
        captured = seen_from(captured, pinhole.eye)
        job.tick(0.6, "splats")
        channels: dict[str, npt.NDArray[Any]] = {}
        if "color" in request.passes:
            drawn = draw_picture(
                Gaussians.merged([surface_gaussians, captured]),
                pinhole,
                linear=linear,
                threads=self.threads,
                job=job.quiet(),
            )
            behind = ceiling = None
            if self.opaque or self.stage.ceiling:
                job.tick(0.85, "stage")
                behind = stage_light(
                    rays,
                    self.camera,
                    shader,
                    shaded.exposure,
                    drawn.open_pixels(),
                    stage=self.stage,
                    seed=request.seed,
                    threads=self.threads,
                )
            if not self.opaque and self.stage.ceiling:
                ceiling = ceiling_pixels(rays, pinhole)
            channels["color"] = drawn.picture(behind, only=ceiling)
        if set(request.passes) - {"color"}:
            job.tick(0.92, "passes")
            # the nearest surface determines the channels, even if it is glass
            solid = surface.gaussians(opacity=np.ones(len(surface)), features=shaded.normals)
            every = draw_passes(Gaussians.merged([solid, captured]), pinhole, threads=self.threads, job=job.quiet())
            add_stage(
                every,
                rays,
                pinhole,
                stage_rows(self.scene),
                stage=self.stage,
                outdoor=rig.outdoor,
                seed=request.seed,
                threads=self.threads,
            )
            channels |= {name: every[name] for name in request.passes if name != "color"}
        return RenderedView(self.camera, request.frame, channels), rig.warnings
