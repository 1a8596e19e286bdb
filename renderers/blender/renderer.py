"""The Blender renderer: pictures by Cycles, and ``.blend`` files. bpy runs in a separate process, never in this one."""

from __future__ import annotations

import io
import os
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

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
    RenderRequest,
    RenderResult,
    points_at,
    read_options,
)
from scenewright.renderers.base.errors import RenderError
from scenewright.renderers.blender.install import BLENDER, BlenderInstall, BlenderSettings, find_blender
from scenewright.renderers.blender.options import BlenderOptions
from scenewright.renderers.blender.process import BlenderCrash, BlenderProcess, Heard
from scenewright.renderers.blender.progress import SteadyProgress
from scenewright.renderers.blender.request import BlenderRequest, render_request
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.children import default_supervisor
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene, Vec3
from scenewright.scene.threads import thread_count

__all__ = ["BlenderRenderer"]

DEVICE_SETTING = "SCENEWRIGHT_BLENDER_DEVICE"
_MEMORY_SHARES = (0.6, 0.9)
"""Shares of the free memory for the first worker and for the retry."""


class BlenderRenderer(Renderer):
    """Draws path-traced pictures. One worker process runs many jobs, one after the other, also those of other renderers; the
    supervisor of children keeps it warm for a while. Several threads can share a renderer."""

    name = "blender"
    capabilities = RendererCapabilities(channels=(COLOR, DEPTH, NORMAL, ENTITY, POSITION), slow_start=True)
    options = BlenderOptions

    def __init__(
        self,
        *,
        device: str | None = None,
        exposure: Vec3 | float | None = None,
        bevel: bool = True,
        seconds: float = 1800.0,
        jobs_per_worker: int = 24,
        logs: Path | None = None,
    ) -> None:
        """
        Args:
            device, exposure, bevel: defaults for requests without these options.
            device: 'cpu', 'auto' (a GPU if available), 'cuda', 'optix', 'hip', 'metal' or 'oneapi'; None: the value of
                SCENEWRIGHT_BLENDER_DEVICE, else 'auto'.
            exposure: factor on the light, one number or one per channel; None: measured in each view. For equal frames of a film,
                use the `last_exposures` of the first frame for the others.
            bevel: shade boxes with slightly rounded edges.
            seconds: most wall clock seconds of one job; after that its worker is killed.
            jobs_per_worker: number of jobs after which a worker is replaced.
            logs: folder for one log per job; None: only the last lines of a failed one are shown.
        """
        self.device = device or os.environ.get(DEVICE_SETTING, "").strip() or "auto"
        self.exposure: Vec3 | None = (exposure,) * 3 if isinstance(exposure, float) else exposure
        self.bevel = bevel
        self.seconds = seconds
        self.jobs_per_worker = jobs_per_worker
        self.logs = logs
        self.last_exposures: tuple[Vec3, ...] = ()
        self._worker: BlenderProcess | None = None
        self._threads: set[int] = set()
        self._lock = threading.Lock()
        self._job_number = 0

    def available(self) -> str | None:
        """None if a Blender works here; else one line with the reason and what to install. A Blender is started once for this, and stays
        warm for the picture."""
        try:
            find_blender()
        except RenderError as error:
            return str(error)
        return None

    @property
    def worker_pid(self) -> int | None:
        """Process id of the running worker; None if there is none."""
        worker = self._worker
        return worker.pid if worker is not None and worker.alive() else None

    @property
    def is_warm(self) -> bool:
        """Whether a worker is running."""
        return self.worker_pid is not None

    def open(self) -> None:
        """Find the Blender to use.

        Raises:
            RenderError: no Blender works here.
        """
        find_blender()

    def close(self) -> None:
        """End the idle workers of this renderer. A new one starts if it is used again. Without `close` a warm worker is left for the next
        renderer."""
        self._worker = None
        with self._lock:
            thread_counts, self._threads = self._threads, set()
        for threads in thread_counts:
            default_supervisor().end(BLENDER, BlenderSettings(find_blender().choice, threads))

    def render(self, request: RenderRequest, *, job: Job | None = None) -> RenderResult:
        """Draw every view of the request with Cycles.

        Pictures are exposed for the light in the view, unless `exposure` is given. ``depth``, ``normal``, ``entity`` and ``position``
        are sampled at pixel centres. A worker that dies is replaced once, with more memory, and draws the missing views.

        Raises:
            RenderError: no Blender works here, a camera cannot be used, or views failed twice; the message names them.
            JobCancelled: the job was cancelled; the worker has ended.
        """
        begun = time.monotonic()
        self.capabilities.check(request, self.name)
        options = read_options(BlenderOptions, request, self.name)
        threads = thread_count(options.threads)
        job = (job or Job()).part(name="the render")
        job.progress(0.0, "building the scene")
        sent = render_request(
            request,
            samples=options.samples,
            threads=threads,
            device=(options.device or self.device).lower(),
            exposure=options.factors or self.exposure,
            bevel=self.bevel if options.bevel is None else options.bevel,
            denoise=options.denoise,
            noise=options.noise,
            time_limit=options.time_limit,
            job=job.part(0.0, 0.05),
        )
        views: dict[int, RenderedView] = {}
        exposures: dict[int, Vec3] = {}

        pace = SteadyProgress(job.part(0.05, 1.0))
        late: list[str] = []

        def heard(message: dict[str, Any], arrays: dict[str, npt.NDArray[Any]]) -> None:
            if message["answer"] == "progress":
                pace.report(message["share"], message["text"], message["until"], message["seconds"])
            elif message["answer"] == "picture":
                number = message["view"]
                views[number] = _view(request, sent, number, arrays)
                if "exposure" in message:
                    exposures[number] = tuple(message["exposure"])
                    late.extend(_ended_by_time(number, len(sent.cameras), message["sampling"], options))

        def missing() -> tuple[dict[str, Any], dict[str, npt.NDArray[Any]]]:
            return _only(sent, [i for i in range(len(sent.cameras)) if i not in views])

        try:
            install, done = self._ask(missing, threads, heard, job, waiting=pace.tick)
        except BlenderCrash as error:
            left = ", ".join(str(i + 1) for i in range(len(sent.cameras)) if i not in views)
            raise BlenderCrash(f"view {left} of {len(sent.cameras)} was tried twice and not drawn: {error}") from error
        job.progress(1.0, "done")
        self.last_exposures = tuple(exposures[i] for i in sorted(exposures))
        warnings = list(sent.warnings)
        warnings.extend(f"another Blender is used: {line}" for line in install.passed_over)
        warnings.extend(late)
        if options.denoise and not done["denoised"] and "color" in request.passes:
            warnings.append(
                f"Blender {install.version} was built without a denoiser: it took more samples, but some noise remains"
            )
        return RenderResult(
            views=tuple(views[i] for i in range(len(sent.cameras))),
            renderer=self.name,
            device=f"Blender {install.version}, {done['device']}",
            seconds=time.monotonic() - begun,
            warnings=tuple(dict.fromkeys(warnings)),
        )

    def export_blend(
        self,
        scene: Scene,
        path: Path,
        *,
        provider: AssetProvider | None = None,
        root: Path | None = None,
        job: Job | None = None,
    ) -> tuple[str, ...]:
        """Write the scene as a ``.blend`` file, completely or not at all, and return warnings.

        Every node is an object with the node's name and parent, and with the custom properties ``scenewright_path``,
        ``scenewright_word``, ``scenewright_phrase`` and ``scenewright_entity`` (its row).

        Raises:
            RenderError: no Blender works here, or the file cannot be written.
            JobCancelled: the job was cancelled.
        """
        from scenewright.renderers.blender.blend_export import blend_request

        job = (job or Job()).part(name="the export")
        sent = blend_request(scene, Path(path).resolve(), provider=provider, root=root, job=job.part(0.0, 0.3))
        self._ask(lambda: (sent.message, sent.arrays), 1, _ignore, job)
        return sent.warnings

    # -- the worker -----------------------------------------------------------------------------------------------

    def _ask(
        self,
        request: Callable[[], tuple[dict[str, Any], dict[str, npt.NDArray[Any]]]],
        threads: int,
        heard: Heard,
        job: Job,
        *,
        waiting: Callable[[], None] | None = None,
    ) -> tuple[BlenderInstall, dict[str, Any]]:
        """Run `request()`; if the worker dies, run it again in a new worker with more memory."""
        install = find_blender()
        settings = BlenderSettings(install.choice, threads)
        kind = replace(BLENDER, limits=replace(BLENDER.limits, requests=self.jobs_per_worker))
        if self.logs is not None:
            self.logs.mkdir(parents=True, exist_ok=True)
        with self._lock:
            self._threads.add(threads)
        for attempt, share in enumerate(_MEMORY_SHARES):
            try:
                with default_supervisor().lend(kind, settings, job=job) as worker:
                    self._worker = worker
                    with self._lock:
                        self._job_number += 1
                        number = self._job_number
                    log = (self.logs or worker.scratch) / f"job_{number:04d}.log"
                    message, arrays = request()
                    done = worker.ask(
                        message,
                        arrays,
                        seconds=self.seconds,
                        heard=heard,
                        job=job,
                        log=log,
                        waiting=waiting,
                        memory_share=share,
                    )
            except BlenderCrash:
                if attempt + 1 == len(_MEMORY_SHARES):
                    raise
            else:
                return install, done
        raise AssertionError("the last attempt returns or raises")


def _ended_by_time(number: int, views: int, sampling: dict[str, Any], options: BlenderOptions) -> list[str]:
    """A warning if a view was ended by its time."""
    if not sampling["ended_by_time"]:
        return []
    where = f"view {number + 1} of {views}" if views > 1 else "the picture"
    return [
        f"{where}: the time limit of {options.time_limit:g} s ended sampling after {sampling['samples']} of {sampling['of']} samples a "
        "pixel, so fine detail may be less clear: draw it smaller, or raise time_limit"
    ]


def _only(request: BlenderRequest, views: list[int]) -> tuple[dict[str, Any], dict[str, npt.NDArray[Any]]]:
    """The request with only some of its views."""
    chosen = [request.message["views"][i] for i in views]
    return {**request.message, "views": chosen}, {**request.arrays, "view_pose": request.arrays["view_pose"][views]}


def _view(
    request: RenderRequest, sent: BlenderRequest, number: int, arrays: dict[str, npt.NDArray[Any]]
) -> RenderedView:
    from PIL import Image

    channels: dict[str, npt.NDArray[Any]] = {}
    if "png" in arrays:
        with Image.open(io.BytesIO(arrays["png"].tobytes())) as picture:
            channels["color"] = np.array(picture)
    if "index" in arrays:
        channels |= _surfaces(request, sent, number, arrays)
    return RenderedView(sent.cameras[number], request.frame, channels)


def _surfaces(
    request: RenderRequest, sent: BlenderRequest, number: int, arrays: dict[str, npt.NDArray[Any]]
) -> dict[str, npt.NDArray[Any]]:
    """The requested channels of the visible surfaces. The ground counts up to where half of it has faded into the backdrop."""
    index = arrays["index"]
    entity = sent.entity[index]  # index -1 is the last element
    depth = arrays["depth"].astype(np.float64) / sent.scale
    points = points_at(Pinhole.of(sent.cameras[number], request.width, request.height), depth)
    if sent.ground is not None:
        centre, radius = sent.ground
        away = np.linalg.norm((points - centre)[..., [0, 2]], axis=2)
        entity[(index == len(sent.entity) - 2) & (away > radius)] = -1
    nothing = entity < 0
    depth[nothing] = np.inf
    points[nothing] = np.nan
    made = {"entity": entity, "depth": depth.astype(np.float32), "position": points}
    if "normal" in arrays:
        made["normal"] = np.where(nothing[..., None], np.float32(0.0), arrays["normal"])
    return {name: values for name, values in made.items() if name in request.passes}


def _ignore(_message: dict[str, Any], _arrays: dict[str, npt.NDArray[Any]]) -> None:
    return None
