"""What a renderer is: a request in, pictures out. Renderers register as entry points of ``scenewright.renderers``.

What it can do stands in its :class:`~scenewright.renderers.base.capabilities.RendererCapabilities`, what it can be told beside the
request in its :class:`~scenewright.renderers.base.options.RendererOptions`, what a view holds in
:mod:`scenewright.renderers.base.channels`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base.capabilities import RendererCapabilities
from scenewright.renderers.base.channels import find_channel
from scenewright.renderers.base.errors import RenderError
from scenewright.renderers.base.options import RendererOptions
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, Scene
from scenewright.scene.plugins import installed_plugins, load_plugin

__all__ = [
    "ENTRY_POINT_GROUP",
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


def view_job(job: Job | None, number: int, count: int) -> Job:
    """The part of a render that draws view `number` of `count`."""
    return (job or Job()).part(number / count, (number + 1) / count, name="the render")


@dataclass(frozen=True)
class RenderRequest:
    """What to draw.

    `cameras`: the views to draw; empty: the program's cameras, or one from :func:`scenewright.renderers.base.cameras.default_camera`.
    `passes`: names of channels. `options`: those of the renderer, as its own model or by name. `samples`, `threads`: the options of
    these names, None: what the options say. `frame`: of an animation, from 0.
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
    options: RendererOptions | Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """
        Raises:
            RenderError: no renderer can draw this.
        """
        for name in self.passes:
            find_channel(name)
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


@dataclass(frozen=True, eq=False)
class RenderedView:
    """One view. `channels`: an array (H, W, ...) for each that was asked for, by name; each is what its
    :class:`~scenewright.renderers.base.channels.Channel` says.

    Raises:
        RenderError: an array has another type or shape than its channel.
    """

    camera: Camera
    frame: int
    channels: Mapping[str, npt.NDArray[Any]]

    def __post_init__(self) -> None:
        sizes = {values.shape[:2] for values in self.channels.values()}
        if len(sizes) > 1:
            raise RenderError(f"the channels of a view are of several sizes: {sorted(sizes)}")
        for name, values in self.channels.items():
            find_channel(name).check(values, *values.shape[:2])

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        """The array of a channel.

        Raises:
            RenderError: it was not asked for.
        """
        if name not in self.channels:
            raise RenderError(f"this view has no {name!r}: it was drawn with {', '.join(self.channels)}")
        return self.channels[name]

    @property
    def color(self) -> npt.NDArray[np.uint8] | None:
        """(H, W, 3) or, where the background is transparent, (H, W, 4) sRGB; None where it was not asked for."""
        return self.channels.get("color")

    @property
    def depth(self) -> npt.NDArray[np.float32] | None:
        """(H, W) scene units along the camera's z axis, inf where there is nothing; None where it was not asked for."""
        return self.channels.get("depth")

    @property
    def normal(self) -> npt.NDArray[np.float32] | None:
        """(H, W, 3) unit vectors in the world frame, 0 where there is nothing; None where it was not asked for."""
        return self.channels.get("normal")

    @property
    def entity(self) -> npt.NDArray[np.int32] | None:
        """(H, W) rows of the node table, -1 where there is nothing; None where it was not asked for."""
        return self.channels.get("entity")


@dataclass(frozen=True)
class RenderResult:
    """What came out: one view a camera, in the order of the cameras."""

    views: tuple[RenderedView, ...]
    renderer: str
    device: str
    seconds: float
    warnings: tuple[str, ...] = field(default=())


class Renderer(Protocol):
    """A way to draw scenes. Who inherits from it has what costs nothing to open, and holds nothing.

    It is opened once, draws many requests, on several threads if need be, and is closed. `render` opens what it needs where `open` was
    left out; after `close` it can be opened again.

    Attributes:
        name: that of its entry point.
        capabilities: what it can draw.
        options: the model of its options.
    """

    name: str
    capabilities: RendererCapabilities
    options: type[RendererOptions]

    @property
    def is_warm(self) -> bool:
        """Whether a request is drawn at once: nothing has to be started first."""
        return True

    def available(self) -> str | None:
        """None where it can run here, else one line that says why not and what to install."""
        ...

    def open(self) -> None:
        """Start what requests need, so that the first one is as quick as the next.

        Raises:
            RenderError: it cannot run here.
        """
        return

    def render(self, request: RenderRequest, *, job: Job | None = None) -> RenderResult:
        """Draw every view of the request.

        Raises:
            RenderError: it cannot run here, the request asks for what it cannot draw, or a view could not be drawn.
            JobCancelled: the job was cancelled.
        """
        ...

    def close(self) -> None:
        """End what was started. What is closed already stays so."""
        return

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_MEMBERS = ("name", "capabilities", "options", "is_warm", "available", "open", "render", "close")


def renderer_names() -> list[str]:
    """Names of the installed renderers, sorted."""
    return list(installed_plugins(ENTRY_POINT_GROUP))


def find_renderer(name: str) -> Renderer:
    """A renderer of that name, not opened yet.

    Raises:
        RenderError: there is none; the message lists those there are.
        PluginError: it cannot be loaded.
    """
    entry = installed_plugins(ENTRY_POINT_GROUP).get(name)
    if entry is None:
        raise RenderError(f"there is no renderer {name!r}: installed are {', '.join(renderer_names()) or 'none'}")
    renderer: Renderer = load_plugin(entry, members=_MEMBERS)
    return renderer
