"""The protocol of renderers: a request in, pictures out. Renderers register as entry points of ``scenewright.renderers``.

A renderer declares its :class:`~scenewright.renderers.base.capabilities.RendererCapabilities` and
:class:`~scenewright.renderers.base.options.RendererOptions`. The channels of views are defined in
:mod:`scenewright.renderers.base.channels`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import numpy as np

from scenewright.renderers.base.capabilities import RendererCapabilities
from scenewright.renderers.base.channels import find_channel
from scenewright.renderers.base.errors import RenderError
from scenewright.renderers.base.options import RendererOptions
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.inline_pictures import inline_jpeg
from scenewright.scene.jobs import Job
from scenewright.scene.model import Array, Camera, IntArray, Scene
from scenewright.scene.plugins import installed_plugins, load_plugin
from scenewright.scene.short_repr import short_repr

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

    `cameras`: the cameras to draw; empty: the program's, or :func:`scenewright.renderers.base.cameras.default_camera`.
    `width`, `height`: in pixels. `passes`: names of channels. `options`: those of the renderer, as its own model or by name.
    `samples`, `threads`, `time_limit`, `noise`: the options of these names; None: as in `options`. `frame`: frame of an animation, from 0.
    `provider`: provides the geometry of assets; without one their hulls are drawn, with a warning.
    `root`: the scene folder, for textures and environment pictures.
    `background`: ``'stage'`` (ground and backdrop, or the sky of an outdoor environment) or ``'transparent'`` (alpha).
    `light_camera`: the camera beside which the light stands that a program leaves to the renderer, so that it stands still while a camera
    moves; None: the camera of each picture.
    `left_out_walls`: for each camera the names of the walls of the room that its view leaves out; empty: those before each camera.
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
    time_limit: float | None = None
    noise: float | None = None
    background: str = "stage"
    light_camera: Camera | None = None
    left_out_walls: tuple[tuple[str, ...], ...] = ()
    options: RendererOptions | Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """
        Raises:
            RenderError: a value is not valid for any renderer.
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
        if self.left_out_walls and len(self.left_out_walls) != len(self.cameras):
            raise RenderError(
                f"walls are left out of {len(self.left_out_walls)} views, and there are {len(self.cameras)}"
            )

    def walls_of(self, number: int) -> tuple[str, ...] | None:
        """The walls that the view of camera `number` leaves out; None: those before the camera."""
        return self.left_out_walls[number] if self.left_out_walls else None


@dataclass(frozen=True, eq=False)
class RenderedView:
    """One view. `camera`: that it was drawn with. `frame`: of an animation, from 0. `channels`: the requested channels by name, each an
    array (H, W, ...) as its :class:`~scenewright.renderers.base.channels.Channel` defines.

    Raises:
        RenderError: an array has another type or shape than its channel.
    """

    camera: Camera
    frame: int
    channels: Mapping[str, Array[np.generic]]

    __repr__ = short_repr

    def __post_init__(self) -> None:
        sizes = {values.shape[:2] for values in self.channels.values()}
        if len(sizes) > 1:
            raise RenderError(f"the channels of a view have several sizes: {sorted(sizes)}")
        for name, values in self.channels.items():
            find_channel(name).check(values, *values.shape[:2])

    def _repr_jpeg_(self) -> bytes | None:
        """What a notebook shows: the picture; None if no color was requested."""
        return None if self.color is None else inline_jpeg([self.color])

    def __getitem__(self, name: str) -> Array[np.generic]:
        """The array of a channel.

        Raises:
            RenderError: the channel was not requested.
        """
        if name not in self.channels:
            raise RenderError(f"this view has no {name!r}: it was drawn with {', '.join(self.channels)}")
        return self.channels[name]

    @property
    def color(self) -> Array[np.uint8] | None:
        """(H, W, 3) sRGB, or (H, W, 4) with a transparent background; None if it was not requested."""
        return self.channels.get("color")

    @property
    def depth(self) -> Array[np.float32] | None:
        """(H, W) scene units along the camera's z axis, inf where there is nothing; None if it was not requested."""
        return self.channels.get("depth")

    @property
    def normal(self) -> Array[np.float32] | None:
        """(H, W, 3) unit vectors in the world frame, 0 where there is nothing; None if it was not requested."""
        return self.channels.get("normal")

    @property
    def entity(self) -> IntArray | None:
        """(H, W) rows of the node table, -1 where there is nothing; a ceiling has the row of its room, the ground the number of rows
        (:func:`scenewright.renderers.base.stage.stage_rows`). None if it was not requested."""
        return self.channels.get("entity")


@dataclass(frozen=True)
class RenderResult:
    """The result: one view for each camera, in the same order. `seconds`: the time that it took."""

    views: tuple[RenderedView, ...]
    renderer: str
    device: str
    seconds: float
    warnings: tuple[str, ...] = field(default=())


class Renderer(Protocol):
    """Draws scenes. The defaults of `open` and `close` are for renderers that need no preparation.

    A renderer is opened once, draws many requests, also from several threads, and is closed. `render` opens it if necessary; after
    `close` it can be opened again.

    Attributes:
        name: the name of its entry point.
        capabilities: what it can draw.
        options: the model class of its options.
    """

    name: str
    capabilities: RendererCapabilities
    options: type[RendererOptions]

    @property
    def is_warm(self) -> bool:
        """Whether it can draw at once, without starting anything first."""
        return True

    def available(self) -> str | None:
        """None if it can run here; else one line with the reason and what to install."""
        ...

    def open(self) -> None:
        """Start what requests need, so that the first one is as fast as the others.

        Raises:
            RenderError: it cannot run here.
        """
        return

    def render(self, request: RenderRequest, *, job: Job | None = None) -> RenderResult:
        """Draw every view of the request.

        Raises:
            RenderError: it cannot run here, cannot draw this request, or a view failed.
            JobCancelled: the job was cancelled.
        """
        ...

    def close(self) -> None:
        """Stop what `open` started. Closing twice is allowed."""
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
        RenderError: there is no such renderer; the message lists the installed ones.
        PluginError: the plug-in cannot be loaded.
    """
    entry = installed_plugins(ENTRY_POINT_GROUP).get(name)
    if entry is None:
        raise RenderError(f"there is no renderer {name!r}: installed are {', '.join(renderer_names()) or 'none'}")
    renderer: Renderer = load_plugin(entry, members=_MEMBERS)
    return renderer
