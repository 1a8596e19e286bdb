"""What a renderer is: a request in, pictures out. Renderers register as entry points of ``scenewright.renderers``."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, Scene

__all__ = [
    "ENTRY_POINT_GROUP",
    "PASSES",
    "RenderError",
    "RenderRequest",
    "RenderResult",
    "RenderedView",
    "Renderer",
    "find_renderer",
    "renderer_names",
    "view_job",
]

ENTRY_POINT_GROUP = "scenewright.renderers"

PASSES = ("color", "depth", "normal", "entity")
"""``color``: sRGB picture. ``depth``, ``normal``, ``entity``: exact, at the pixel centres (:class:`RenderedView`)."""


class RenderError(ScenewrightError):
    """A renderer cannot run here, or a picture could not be made. The message says what to install or change."""

    exit_code = 12


def view_job(job: Job | None, number: int, count: int) -> Job:
    """The part of a render that draws view `number` of `count`."""
    return (job or Job()).part(number / count, (number + 1) / count, name="the render")


@dataclass(frozen=True)
class RenderRequest:
    """What to draw.

    `cameras`: the views to draw; empty: the program's cameras, or one from :func:`scenewright.renderers.base.cameras.default_camera`.
    `samples`: rays a pixel for quality, None: the renderer's own default. `frame`: of an animation, from 0.
    `provider`: where the geometry of assets comes from; without one their hulls are drawn, with a warning.
    `root`: the scene folder, in which textures and environment pictures are looked up.
    `background`: ``'stage'`` (ground and backdrop, or sky where the environment asks) or ``'transparent'`` (alpha).
    """

    scene: Scene
    cameras: tuple[Camera, ...] = ()
    width: int = 800
    height: int = 600
    samples: int | None = None
    passes: tuple[str, ...] = ("color",)
    seed: int = 0
    frame: int = 0
    provider: AssetProvider | None = None
    root: Path | None = None
    threads: int | None = None
    background: str = "stage"

    def __post_init__(self) -> None:
        unknown = [p for p in self.passes if p not in PASSES]
        if unknown:
            raise RenderError(f"there is no pass {unknown[0]!r}: the passes are {', '.join(PASSES)}")
        if self.width < 1 or self.height < 1 or self.width * self.height > 64_000_000:
            raise RenderError(
                f"a picture of {self.width}x{self.height} cannot be drawn: each side from 1, 64 megapixels at most"
            )
        if self.samples is not None and self.samples < 1:
            raise RenderError(f"samples is {self.samples}: it must be at least 1")
        if not 0 <= self.frame < self.scene.frames:
            raise RenderError(f"there is no frame {self.frame}: the scene has {self.scene.frames}, counted from 0")
        if self.background not in ("stage", "transparent"):
            raise RenderError(f"background is {self.background!r}: it is 'stage' or 'transparent'")


@dataclass(frozen=True)
class RenderedView:
    """One view. Passes that were not asked for are None.

    `color`: (H, W, 3) or, where the background is transparent, (H, W, 4) uint8 sRGB, alpha not premultiplied.
    `depth`: (H, W) float32, distance along the camera's z axis in scene units, inf where there is nothing.
    `normal`: (H, W, 3) float32 unit vectors in the world frame, turned to the viewer, 0 where there is nothing.
    `entity`: (H, W) int32 row of the node table whose geometry is seen, -1 where there is nothing. Surfaces that are
    partly transparent count: the nearest surface owns the pixel.
    """

    camera: Camera
    frame: int
    color: npt.NDArray[np.uint8] | None = None
    depth: npt.NDArray[np.float32] | None = None
    normal: npt.NDArray[np.float32] | None = None
    entity: npt.NDArray[np.int32] | None = None


@dataclass(frozen=True)
class RenderResult:
    """What came out: one view a camera, in the order of the cameras."""

    views: tuple[RenderedView, ...]
    renderer: str
    device: str
    seconds: float
    warnings: tuple[str, ...] = field(default=())


class Renderer(Protocol):
    """A way to draw scenes."""

    name: str

    def available(self) -> str | None:
        """None where it can run here, else one line that says why not and what to install."""
        ...

    def render(self, request: RenderRequest, *, job: Job | None = None) -> RenderResult:
        """Draw every view of the request.

        Raises:
            RenderError: it cannot run here, or a view could not be drawn.
            JobCancelled: the job was cancelled.
        """
        ...


def renderer_names() -> list[str]:
    """Names of the installed renderers, sorted."""
    return sorted({e.name for e in entry_points(group=ENTRY_POINT_GROUP)})


def find_renderer(name: str) -> Renderer:
    """The renderer of that name.

    Raises:
        RenderError: there is none; the message lists those there are.
    """
    for entry in entry_points(group=ENTRY_POINT_GROUP):
        if entry.name == name:
            renderer: Renderer = entry.load()()
            return renderer
    raise RenderError(f"there is no renderer {name!r}: installed are {', '.join(renderer_names()) or 'none'}")
