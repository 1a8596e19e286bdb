"""What the Blender renderer can be told."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scenewright.renderers.base import RendererOptions
from scenewright.scene.model import Vec3

__all__ = ["BlenderOptions"]


class BlenderOptions(RendererOptions):
    """Of one request. What is None is as the renderer was made."""

    samples: Annotated[
        int,
        Field(ge=1, description="Rays a pixel at most: pixels that are still need fewer, the denoiser does the rest."),
    ] = 64
    denoise: Annotated[bool, Field(description="Take the grain out, where this Blender can.")] = True
    noise: Annotated[
        float,
        Field(
            gt=0.0,
            le=1.0,
            description="Share of a pixel's brightness: where its noise falls below, no more rays are sent.",
        ),
    ] = 0.15
    device: Annotated[
        str | None, Field(description="cpu, auto (a GPU where there is one), cuda, optix, hip, metal or oneapi.")
    ] = None
    exposure: Annotated[
        Vec3 | float | None,
        Field(description="Factor on the light, one or by channel; measured in each view unless set."),
    ] = None
    bevel: Annotated[bool | None, Field(description="Boxes are shaded with slightly rounded edges.")] = None

    @property
    def factors(self) -> Vec3 | None:
        """The exposure by channel."""
        return (self.exposure,) * 3 if isinstance(self.exposure, float) else self.exposure
