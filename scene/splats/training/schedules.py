"""How rates, degree, resolution and refinement go on over a run, by the share of it that is done.

gsplat publishes its schedules for 30,000 steps; here they are spread over the run that is asked for, however long it is,
and under a bound of time by the time.
"""

from __future__ import annotations

from dataclasses import dataclass

from scene.splats.training.options import TrainingOptions

__all__ = ["RATES", "SH_REST_RATE", "Schedule"]

RATES = {"means": 1.6e-4, "log_scales": 5e-3, "quats": 1e-3, "logit_opacities": 5e-2, "sh": 2.5e-3}
"""Adam's rates as gsplat publishes them; that of the means is for a scene of extent 1."""
SH_REST_RATE = 1.0 / 20.0
"""Of spherical harmonics above the constant one, as a factor."""

_MEANS_FINAL = 0.01
_DEGREE_EVERY = 1.0 / 30.0
_PUBLISHED_STEPS = 30_000
_REFINE_EVERY = 100
_REFINE_START = 500 / _PUBLISHED_STEPS
_REFINE_STOP = {"default": 15_000 / _PUBLISHED_STEPS, "mcmc": 25_000 / _PUBLISHED_STEPS}


@dataclass(frozen=True)
class Schedule:
    """Of one run. A share is 0 at its first step and 1 at its end."""

    options: TrainingOptions

    def share(self, step: int, seconds: float) -> float:
        """How much of the run is done, by the bound that will be met first."""
        done = step / self.options.iterations
        if self.options.minutes is not None:
            done = max(done, seconds / (60.0 * self.options.minutes))
        return min(done, 1.0)

    def means_rate(self, share: float, extent: float) -> float:
        """Falls to a hundredth, exponentially."""
        return float(RATES["means"] * extent * _MEANS_FINAL**share)

    def degree(self, share: float) -> int:
        """Of the spherical harmonics in use: one more every 1,000 of 30,000 steps."""
        return min(int(share / _DEGREE_EVERY), self.options.sh_degree)

    def reduction(self, share: float) -> int:
        """By how much pictures are smaller than they are: coarse to fine."""
        return 2 if share < self.options.coarse else 1

    @property
    def refine_every(self) -> int:
        """Steps between two refinements."""
        return _REFINE_EVERY

    def refines(self, step: int, share: float) -> bool:
        """Whether Gaussians are added and removed after this step, counted from 0."""
        return (
            step > 0 and step % self.refine_every == 0 and _REFINE_START <= share < _REFINE_STOP[self.options.strategy]
        )

    def refined_share(self, share: float) -> float:
        """How much of the time in which Gaussians are added is over."""
        begin, end = _REFINE_START, _REFINE_STOP[self.options.strategy]
        return min(max((share - begin) / (end - begin), 0.0), 1.0)
