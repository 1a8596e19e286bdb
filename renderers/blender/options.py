"""Options of the Blender renderer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scenewright.renderers.base import RendererOptions
from scenewright.scene.model import Vec3

__all__ = ["BlenderOptions"]


class BlenderOptions(RendererOptions):
    """Options of one request. None means the setting of the renderer."""

    samples: Annotated[
        int,
        Field(ge=1, description="Most samples per pixel; pixels with little noise get fewer."),
    ] = 64
    denoise: Annotated[bool, Field(description="Denoise the picture, if this Blender can.")] = True
    noise: Annotated[
        float,
        Field(
            gt=0.0,
            le=1.0,
            description="Noise threshold, as a share of a pixel's brightness, below which sampling stops.",
        ),
    ] = 0.15
    time_limit: Annotated[
        float,
        Field(
            gt=0.0,
            le=86_400.0,
            description="Most seconds of sampling for one view; a warning says when they ended it. Noise is removed after that.",
        ),
    ] = 60.0
    device: Annotated[
        str | None, Field(description="cpu, auto (a GPU if available), cuda, optix, hip, metal or oneapi.")
    ] = None
    exposure: Annotated[
        Vec3 | float | None,
        Field(description="Factor on the light, one number or one per channel; default: measured in each view."),
    ] = None
    bevel: Annotated[bool | None, Field(description="Shade boxes with slightly rounded edges.")] = None

    @property
    def factors(self) -> Vec3 | None:
        """The exposure by channel."""
        return (self.exposure,) * 3 if isinstance(self.exposure, float) else self.exposure
