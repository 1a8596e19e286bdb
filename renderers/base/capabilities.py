"""The capabilities of a renderer as data. Callers check these and never the renderer's name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scenewright.renderers.base.channels import Channel
from scenewright.renderers.base.errors import RenderError

if TYPE_CHECKING:
    from scenewright.renderers.base.renderer import RenderRequest

__all__ = ["RendererCapabilities"]


@dataclass(frozen=True)
class RendererCapabilities:
    """The capabilities of one renderer.

    Attributes:
        channels: the channels that it can draw.
        animation: it draws any frame of an animation; otherwise only the first.
        alpha: it can draw on a transparent background.
        transparency: surfaces that are partly transparent show what is behind them.
        captures: it draws the Gaussians of captures (`splat_call`); otherwise their hulls.
        exact: all channels but `color` are sampled at pixel centres; otherwise they are means over about a pixel.
        needs_gpu: it needs a GPU.
        slow_start: opening it takes seconds, so that it should be kept open.
        camera_models: the supported camera models.
    """

    channels: tuple[Channel, ...]
    animation: bool = True
    alpha: bool = True
    transparency: bool = True
    captures: bool = False
    exact: bool = True
    needs_gpu: bool = False
    slow_start: bool = False
    camera_models: tuple[str, ...] = ("pinhole",)

    @property
    def channel_names(self) -> tuple[str, ...]:
        return tuple(channel.name for channel in self.channels)

    def check(self, request: RenderRequest, renderer: str) -> None:
        """Check that the renderer can draw a request.

        Args:
            renderer: the renderer's name, for the message.

        Raises:
            RenderError: it cannot; the message names what it can draw.
        """
        for name in request.passes:
            if name not in self.channel_names:
                raise RenderError(f"{renderer} draws no {name!r}: its passes are {', '.join(self.channel_names)}")
        if request.background == "transparent" and not self.alpha:
            raise RenderError(f"{renderer} draws no transparent background: leave it out, or choose another renderer")
        if request.frame > 0 and not self.animation:
            raise RenderError(f"{renderer} draws only the first frame: choose another renderer for an animation")

    def to_json(self) -> dict[str, Any]:
        """The capabilities as JSON values, with the description of each channel."""
        return {
            "channels": [channel.to_json() for channel in self.channels],
            "animation": self.animation,
            "alpha": self.alpha,
            "transparency": self.transparency,
            "captures": self.captures,
            "exact": self.exact,
            "needs_gpu": self.needs_gpu,
            "slow_start": self.slow_start,
            "camera_models": list(self.camera_models),
        }
