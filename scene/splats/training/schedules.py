"""How rates, degree, resolution and refinement go on over a run, by the share of it that is done.

gsplat publishes its schedules for 30,000 steps; here they are spread over the run that is asked for, however long it is,
and under a bound of time by the time.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenewright.scene.splats.training.options import TrainingOptions

__all__ = ["RATES", "SH_REST_RATE", "Schedule"]

RATES = {"means": 1.6e-4, "log_scales": 5e-3, "quats": 1e-3, "logit_opacities": 5e-2, "sh": 2.5e-3}
"""Adam's rates as gsplat publishes them for 30,000 steps; that of the means is for a scene of extent 1."""
SH_REST_RATE = 1.0 / 20.0
"""Of spherical harmonics above the constant one, as a factor."""

_MEANS_FINAL = 0.01
_HASTE_POWER = 1.0 / 3.0
_MOST_HASTE = 4.0
_UNTIMED = 0.01
_GUESSED_STEPS = 2_000
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

    def expected_steps(self, step: int, seconds: float) -> float:
        """How many steps the run will have. Under a bound of time, 2,000 are guessed until a hundredth of it is over."""
        share = self.share(step, seconds)
        if self.options.minutes is None:
            return self.options.iterations
        return step / share if share >= _UNTIMED else min(_GUESSED_STEPS, self.options.iterations)

    def rates(self, share: float, steps: float, extent: float) -> dict[str, float]:
        """Adam's rate of each tensor, for a run of so many steps.

        That of the means falls to a hundredth, exponentially. In fewer than 30,000 steps all but the opacities go
        faster, by the cube root of how many fewer, at most 4 times: on held-out photographs 900 steps gained 2 dB by it.
        """
        haste = min(max((_PUBLISHED_STEPS / steps) ** _HASTE_POWER, 1.0), _MOST_HASTE)
        rates = {name: rate * (1.0 if name == "logit_opacities" else haste) for name, rate in RATES.items()}
        return {**rates, "means": rates["means"] * extent * _MEANS_FINAL**share}

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
