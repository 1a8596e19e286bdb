"""What a renderer is: a job in, pictures out. Renderers register as entry points of ``scenewright.renderers``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.model import Camera, Scene

__all__ = [
    "ENTRY_POINT_GROUP",
    "PASSES",
    "Cancel",
    "Progress",
    "RenderCancelled",
    "RenderError",
    "RenderJob",
    "RenderResult",
    "RenderedView",
    "Renderer",
    "Tick",
    "find_renderer",
    "renderer_names",
    "ticker",
]

ENTRY_POINT_GROUP = "scenewright.renderers"

PASSES = ("color", "depth", "normal", "entity")
"""``color``: sRGB picture. ``depth``, ``normal``, ``entity``: exact, at the pixel centres (:class:`RenderedView`)."""

Progress = Callable[[float, str], None]
"""Called with the share that is done, 0 to 1, and what is being done."""

Cancel = Callable[[], bool]
"""Asked now and then; True stops the job with :class:`RenderCancelled`."""


Tick = Callable[[float, str], None]
"""The same as progress, of one view of several; it also asks whether to stop."""


class RenderError(ScenewrightError):
    """A renderer cannot run here, or a picture could not be made. The message says what to install or change."""

    exit_code = 12


class RenderCancelled(RenderError):
    """The caller's `cancel` said stop."""


def ticker(progress: Progress | None, cancel: Cancel | None, number: int, count: int) -> Tick:
    """The tick of view `number` of `count`: it raises RenderCancelled where `cancel` says so, and tells `progress`."""

    def tick(share: float, what: str) -> None:
        if cancel is not None and cancel():
            raise RenderCancelled("the render was cancelled")
        if progress is not None:
            progress((number + share) / count, what)

    return tick


@dataclass(frozen=True)
class RenderJob:
    """What to draw.

    `cameras`: the views to draw; empty: the program's cameras, or one from :func:`scenewright.renderers.cameras.default_camera`.
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

    def render(self, job: RenderJob, *, progress: Progress | None = None, cancel: Cancel | None = None) -> RenderResult:
        """Draw every view of the job.

        Raises:
            RenderError: it cannot run here, or a view could not be drawn.
            RenderCancelled: `cancel` said so.
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
