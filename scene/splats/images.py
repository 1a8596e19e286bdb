"""Settings and results of the rasterizer: constants of the image formation, and the pictures."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

from torch import Tensor

from scenewright.scene.argument_values import instance_argument, number_argument
from scenewright.scene.errors import SplatError
from scenewright.scene.inline_pictures import inline_jpeg
from scenewright.scene.named_arguments import named_fields

__all__ = ["OUTPUTS", "Contributors", "RasterSettings", "Rasterized"]

OUTPUTS = ("color", "alpha", "depth", "median_depth", "features", "entity", "contributors")
"""The outputs that can be requested; see :class:`Rasterized`."""


@named_fields(SplatError)
@dataclass(frozen=True)
class RasterSettings:
    """Constants of the image formation; the defaults are those of gsplat 1.5.

    `near`, `far`: Gaussians whose centre is nearer or farther along the camera's z axis are not drawn, scene units.
    `dilation`: added to both variances on the screen, pixels squared (EWA low-pass filter). `antialiased`: opacity is
    reduced to compensate for the dilation (Mip-Splatting, section 4.2). `alpha_min`: contributions below it are dropped.
    `alpha_max`: contributions are capped at it. `transmittance_min`: blending of a pixel stops before the Gaussian that would
    bring its transmittance to this value or below. `clamp`: the projection's Jacobian is evaluated at most this fraction of
    half the picture outside the picture. `kernel_floor`: the kernel is max(0, exp(power) - floor); 0 is the plain Gaussian.
    """

    near: float = 0.01
    far: float = 1e10
    dilation: float = 0.3
    antialiased: bool = False
    alpha_min: float = 1.0 / 255.0
    alpha_max: float = 0.999
    transmittance_min: float = 1e-4
    clamp: float = 0.3
    kernel_floor: float = 0.0

    def __post_init__(self) -> None:
        """
        Raises:
            SplatError: a constant is out of range.
        """
        for f in fields(self):
            if f.name == "antialiased":
                instance_argument(self.antialiased, bool, "antialiased", SplatError)
            else:
                number_argument(getattr(self, f.name), f.name, SplatError, finite=False)
        for name, holds, must in (
            ("near", 0.0 < self.near < math.inf, "positive"),
            ("far", self.far > self.near, "beyond near"),
            ("dilation", 0.0 <= self.dilation < math.inf, "0 or more"),
            ("alpha_min", 0.0 < self.alpha_min < 1.0, "between 0 and 1"),
            ("alpha_max", self.alpha_min <= self.alpha_max <= 1.0, "between alpha_min and 1"),
            ("transmittance_min", 0.0 <= self.transmittance_min < 1.0, "0 or more and less than 1"),
            ("clamp", 0.0 <= self.clamp < math.inf, "0 or more"),
            ("kernel_floor", 0.0 <= self.kernel_floor < 1.0, "0 or more and less than 1"),
        ):
            if not holds:
                raise SplatError(f"{name} is {getattr(self, name)}: it must be {must}").about(name)


@dataclass(frozen=True, eq=False, repr=False)
class Contributors:
    """The Gaussians that contribute to each pixel of one view, front to back, as a ragged list.

    `offsets`: (H * W + 1,) int64; pixel p (row-major) has the entries offsets[p] to offsets[p + 1]. `gaussians`: (M,) int32
    rows. `weights`: (M,) alpha times transmittance, the Gaussian's share of the pixel.
    """

    offsets: Tensor
    gaussians: Tensor
    weights: Tensor

    def __repr__(self) -> str:
        return f"Contributors({len(self.gaussians):,} in {len(self.offsets) - 1:,} pixels)"


@dataclass(frozen=True, eq=False, repr=False)
class Rasterized:
    """C pictures. Outputs that were not requested are None.

    `color`: (C, H, W, 3) sRGB over the background, not clamped above. `alpha`: (C, H, W). `depth`: (C, H, W) expected
    distance along z, divided by alpha, 0 where nothing is hit. `median_depth`: (C, H, W) depth of the Gaussian at which the
    transmittance falls to one half, 0 where it does not. `features`: (C, H, W, D), not divided by alpha. `entity`: (C, H, W)
    int32 entity of the Gaussian with the largest weight, -1 where there is none. `contributors`: one for each view.

    `means2d`: (C, N, 2) projected centres in pixels. They are part of the autograd graph: ``retain_grad`` on them gives the
    gradient that densification needs. `radii`: (C, N) int32 pixels, half the larger side of a Gaussian's drawn box, 0 if it is
    not drawn; its row of `means2d` is then undefined.
    """

    means2d: Tensor
    radii: Tensor
    color: Tensor | None = None
    alpha: Tensor | None = None
    depth: Tensor | None = None
    median_depth: Tensor | None = None
    features: Tensor | None = None
    entity: Tensor | None = None
    contributors: tuple[Contributors, ...] | None = None

    def __repr__(self) -> str:
        drawn = [f.name for f in fields(self)[2:] if getattr(self, f.name) is not None]
        return f"Rasterized({self.means2d.shape[0]} views of {self.means2d.shape[1]:,} Gaussians: {', '.join(drawn) or 'no output'})"

    def _repr_jpeg_(self) -> bytes | None:
        """What a notebook shows: the pictures side by side; None if no color was requested."""
        if self.color is None:
            return None
        colors = (self.color.detach().clamp(0.0, 1.0) * 255.0 + 0.5).byte().cpu().numpy()
        return inline_jpeg(list(colors))
