"""The settings of a training."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

from scenewright.scene.argument_values import array_argument, instance_argument, number_argument, whole_argument
from scenewright.scene.errors import SplatError
from scenewright.scene.named_arguments import named_fields

__all__ = ["TrainingOptions"]


@named_fields(SplatError)
@dataclass(frozen=True)
class TrainingOptions:
    """Bounds, method and weights of one training. The defaults are those of gsplat 1.5 unless stated otherwise.

    `iterations`, `minutes`: training ends at the first bound it reaches, and all schedules are spread over the run. Without
    minutes, a run depends only on its inputs, seed and threads. `max_gaussians`: the most Gaussians at any time. `strategy`: how
    Gaussians are added and removed (:mod:`scenewright.scene.splats.training.strategies`). `sh_degree`: highest degree of the
    spherical harmonics. `ssim_weight`: weight of structural similarity in the loss. `opacity_weight`, `scale_weight`: of the
    regularization; None: 0.01 for 'mcmc', 0 for 'default', as published. `background`: sRGB colour behind pictures with alpha;
    'random': another colour in every step, and black behind pictures without alpha. `antialiased`: draw with Mip-Splatting's
    compensation. `coarse`: fraction of the run that uses pictures of half the size. `exposure`: learn an affine transform of colour
    (3x4) for each photograph. `poses`: learn a small correction of each camera. `swept_points`: number of points that a plane sweep
    looks for if the capture has none. It is small, since points in wrong places hinder the training. `seed`: of all random numbers.
    """

    iterations: int = 30_000
    minutes: float | None = None
    max_gaussians: int = 1_000_000
    strategy: Literal["default", "mcmc"] = "default"
    sh_degree: int = 3
    ssim_weight: float = 0.2
    opacity_weight: float | None = None
    scale_weight: float | None = None
    background: tuple[float, float, float] | Literal["random"] = "random"
    antialiased: bool = False
    coarse: float = 0.25
    exposure: bool = False
    poses: bool = False
    swept_points: int = 10_000
    seed: int = 0

    def __post_init__(self) -> None:
        def check(good: bool, message: str) -> None:
            if not good:
                raise SplatError(f"training options: {message}").about(message.split(" ", 1)[0])

        for name in ("iterations", "max_gaussians", "sh_degree", "swept_points", "seed"):
            whole_argument(getattr(self, name), name, SplatError)
        for name in ("minutes", "ssim_weight", "opacity_weight", "scale_weight", "coarse"):
            if getattr(self, name) is not None or name in ("ssim_weight", "coarse"):
                number_argument(getattr(self, name), name, SplatError)
        for name in ("antialiased", "exposure", "poses"):
            instance_argument(getattr(self, name), bool, name, SplatError)
        if not isinstance(self.background, str):
            array_argument(self.background, (3,), "background", SplatError)

        check(self.iterations >= 1, f"iterations is {self.iterations}: it must be at least 1")
        bounded = self.minutes is None or (math.isfinite(self.minutes) and self.minutes > 0)
        check(bounded, f"minutes is {self.minutes}: it must be a positive number, or None for no bound")
        check(self.max_gaussians >= 1, f"max_gaussians is {self.max_gaussians}: it must be at least 1")
        check(self.strategy in {"default", "mcmc"}, f"strategy is {self.strategy!r}: it must be 'default' or 'mcmc'")
        check(0 <= self.sh_degree <= 3, f"sh_degree is {self.sh_degree}: it must be 0, 1, 2 or 3")
        check(0.0 <= self.ssim_weight <= 1.0, f"ssim_weight is {self.ssim_weight}: it must be between 0 and 1")
        for name in ("opacity_weight", "scale_weight"):
            value = getattr(self, name)
            check(value is None or (math.isfinite(value) and value >= 0.0), f"{name} is {value}: it must be at least 0")
        if self.background != "random":
            fine = not isinstance(self.background, str) and all(0.0 <= float(c) <= 1.0 for c in self.background)
            check(fine, f"background is {self.background!r}: it must be three numbers in [0, 1], or 'random'")
        check(0.0 <= self.coarse <= 1.0, f"coarse is {self.coarse}: it must be a share of the run, 0 to 1")
        check(self.swept_points >= 1, f"swept_points is {self.swept_points}: it must be at least 1")
        check(self.seed >= 0, f"seed is {self.seed}: it must not be negative")

    @property
    def regularization(self) -> tuple[float, float]:
        """The weights of opacity and scale, with the defaults of the strategy."""
        usual = 0.01 if self.strategy == "mcmc" else 0.0
        opacity, scale = self.opacity_weight, self.scale_weight
        return usual if opacity is None else opacity, usual if scale is None else scale

    def to_json(self) -> dict[str, object]:
        """The options as JSON values, by field name."""
        return asdict(self)

    @classmethod
    def of_json(cls, values: Mapping[str, Any]) -> TrainingOptions:
        """The inverse of :meth:`to_json`.

        Raises:
            SplatError: a name is not an option, or a value is invalid.
        """
        unknown = sorted(set(values) - {f.name for f in fields(cls)})
        if unknown:
            raise SplatError(f"training options: unknown {', '.join(unknown)}; they were written by another version")
        background = values.get("background", "random")
        arguments = {**values, "background": background if isinstance(background, str) else tuple(background)}
        try:
            return cls(**arguments)
        except TypeError as error:
            raise SplatError(f"training options: a value of the wrong kind ({error})") from None
