"""Options of the Mitsuba renderer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scenewright.renderers.base import RendererOptions
from scenewright.scene.model import Vec3

__all__ = ["MitsubaOptions"]


class MitsubaOptions(RendererOptions):
    """Options of one request."""

    samples: Annotated[int, Field(ge=1, description="Most samples per pixel.")] = 64
    max_depth: Annotated[
        int,
        Field(ge=2, le=64, description="Most surfaces on a path of light, the lamp included; 2: direct light alone."),
    ] = 6
    denoise: Annotated[
        bool, Field(description="Remove the noise that is left, by Open Image Denoise (pyoidn), if it is installed.")
    ] = True
    noise: Annotated[
        float | None,
        Field(
            gt=0.0,
            le=1.0,
            description="Noise as a share of brightness at which sampling ends; default: all samples are taken.",
        ),
    ] = None
    time_limit: Annotated[
        float,
        Field(
            gt=0.0,
            le=86_400.0,
            description="Most seconds of sampling for one view; a warning says when they ended it. Noise is removed after that.",
        ),
    ] = 60.0
    exposure: Annotated[
        Vec3 | float | None,
        Field(description="Factor on the light, one number or one per channel; default: measured in each view."),
    ] = None
    variant: Annotated[
        Literal["auto", "llvm_ad_rgb", "scalar_rgb"],
        Field(
            description="Variant of Mitsuba: auto takes scalar_rgb, and llvm_ad_rgb for very large scenes if LLVM is found."
        ),
    ] = "auto"

    @property
    def factors(self) -> Vec3 | None:
        """The exposure by channel."""
        return (self.exposure,) * 3 if isinstance(self.exposure, float) else self.exposure
