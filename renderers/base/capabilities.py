"""What a renderer can do, as data: those who call it ask this and not its name."""

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
    """Flags of one renderer.

    Attributes:
        channels: what it can draw of each pixel.
        animation: it draws any frame of an animation; else the first alone.
        alpha: it draws on a transparent background.
        transparency: what is partly transparent lets through what is behind it.
        captures: Gaussians of captures (`splat_call`) are drawn as they were taken; else their hulls are.
        exact: all channels but `color` are those of the pixel's centre; else they are means over about a pixel.
        needs_gpu: it runs on a graphics card alone.
        slow_start: opening it takes seconds: it is worth keeping open.
        camera_models: what cameras it takes.
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
        """
        Args:
            renderer: its name, for the message.

        Raises:
            RenderError: the request asks for what it cannot draw; the message says what it can.
        """
        for name in request.passes:
            if name not in self.channel_names:
                raise RenderError(f"{renderer} draws no {name!r}: its passes are {', '.join(self.channel_names)}")
        if request.background == "transparent" and not self.alpha:
            raise RenderError(f"{renderer} draws no transparent background: leave it out, or choose another renderer")
        if request.frame > 0 and not self.animation:
            raise RenderError(f"{renderer} draws the first frame alone: choose another renderer for an animation")

    def to_json(self) -> dict[str, Any]:
        """The flags by name; the channels with all that is known of them."""
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
