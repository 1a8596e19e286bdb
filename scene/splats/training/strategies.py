"""Strategies for adding and removing Gaussians: those of gsplat, with a budget.

- 'default': gsplat's DefaultStrategy (Kerbl et al., 2023, section 5). Its code runs on a CPU unchanged. If it would exceed the
  budget, only the Gaussians with the largest gradients grow. Opacities are never reset: in gsplat 1.5.3 the condition for it is
  a chained comparison (``step % n == 0 & step > 0``) that is never true.
- 'mcmc': gsplat's MCMCStrategy (Kheradmand et al., 2024). Its relocation and covariances are CUDA kernels; on a CPU the same steps
  are computed here. If the published growth of 5 % would not reach the budget in a short run, growth is faster, so that it is
  reached after half of the refinement phase.

Both edit tensors and optimizers through gsplat's own operations, so that Adam's moments stay with their Gaussians.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, MutableMapping
from typing import Any, ClassVar, Protocol

import torch
from gsplat.strategy import DefaultStrategy, MCMCStrategy
from gsplat.strategy import ops as gsplat_ops
from torch import Tensor

from scenewright.scene.splats.covariances import rotations_of_quaternions
from scenewright.scene.splats.rasterize import Rasterized
from scenewright.scene.splats.training.options import TrainingOptions
from scenewright.scene.splats.training.randomness import generator, torch_seeded
from scenewright.scene.splats.training.schedules import Schedule

__all__ = ["Parameters", "Refinement", "refinement_of", "relocated"]

Parameters = dict[str, Tensor]
"""The trained tensors by the names of :class:`Gaussians`' fields."""

_MOST_COPIES = 51
_NOISE_GATE = 1e-4


class Refinement(Protocol):
    """Adds and removes Gaussians during training."""

    def before_backward(self, drawn: Rasterized) -> None:
        """Request the gradients that will be needed."""

    def after_step(self, step: int, share: float, drawn: Rasterized, size: tuple[int, int], means_rate: float) -> None:
        """Record statistics of step `step`, drawn at `size` (width, height), and refine if it is due."""

    def state(self) -> dict[str, Tensor]:
        """The statistics that the next refinement depends on, one row per Gaussian."""

    def restore(self, state: dict[str, Tensor]) -> None:
        """Restore a :meth:`state`."""


def refinement_of(
    options: TrainingOptions, parameters: Parameters, optimizers: dict[str, torch.optim.Optimizer], *, extent: float
) -> Refinement:
    """The strategy that the options name. It edits these tensors and optimizers in place."""
    if options.strategy == "default":
        return _Default(options, parameters, optimizers, extent=extent)
    return _Mcmc(options, parameters, optimizers)


class _Renamed(MutableMapping[str, Any]):
    """A dictionary with our names, presented to gsplat's code under gsplat's names."""

    _theirs: ClassVar = {"log_scales": "scales", "logit_opacities": "opacities"}
    _ours: ClassVar = {theirs: ours for ours, theirs in _theirs.items()}

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def __getitem__(self, name: str) -> Any:
        return self._values[self._ours.get(name, name)]

    def __setitem__(self, name: str, value: Any) -> None:
        self._values[self._ours.get(name, name)] = value

    def __delitem__(self, name: str) -> None:
        del self._values[self._ours.get(name, name)]

    def __iter__(self) -> Iterator[str]:
        return (self._theirs.get(name, name) for name in self._values)

    def __len__(self) -> int:
        return len(self._values)


class _BudgetedDefault(DefaultStrategy):  # type: ignore[misc]
    """gsplat's default strategy with a budget: Gaussians with the largest gradients grow first."""

    max_gaussians: int = 0
    grow_grad2d: float

    def _grow_gs(self, params: Any, optimizers: Any, state: dict[str, Any], step: int) -> tuple[int, int]:
        room = max(self.max_gaussians - len(params["means"]), 0)
        needs = state["grad2d"] / state["count"].clamp_min(1)
        published: float = self.grow_grad2d
        if int((needs > published).sum()) > room:
            # at most `room` gradients are above the (room + 1)-th largest
            self.grow_grad2d = float(needs.topk(room + 1).values[-1])
        try:
            grown: tuple[int, int] = super()._grow_gs(params, optimizers, state, step)
        finally:
            self.grow_grad2d = published
        return grown


class _OnSchedule:
    """The common base of both strategies: the schedule of this run, and the tensors under gsplat's names."""

    def __init__(
        self, options: TrainingOptions, parameters: Parameters, optimizers: dict[str, torch.optim.Optimizer]
    ) -> None:
        self._options = options
        self._schedule = Schedule(options)
        self._params, self._optimizers = _Renamed(parameters), _Renamed(optimizers)


class _Default(_OnSchedule):
    """DefaultStrategy on the schedule of this run."""

    def __init__(
        self,
        options: TrainingOptions,
        parameters: Parameters,
        optimizers: dict[str, torch.optim.Optimizer],
        *,
        extent: float,
    ) -> None:
        super().__init__(options, parameters, optimizers)
        # this class decides when to refine, by the progress of the run, and calls gsplat only at those steps
        self._strategy = _BudgetedDefault(refine_start_iter=-1, refine_every=1, verbose=False)
        self._strategy.max_gaussians = options.max_gaussians
        self._state = self._strategy.initialize_state(scene_scale=extent)

    def before_backward(self, drawn: Rasterized) -> None:
        drawn.means2d.retain_grad()

    def after_step(self, step: int, share: float, drawn: Rasterized, size: tuple[int, int], means_rate: float) -> None:
        if self._schedule.refined_share(share) >= 1.0:
            return
        info = {
            "means2d": drawn.means2d,
            "radii": drawn.radii[..., None].expand(-1, -1, 2),
            "width": size[0],
            "height": size[1],
            "n_cameras": len(drawn.radii),
            "gaussian_ids": None,
        }
        self._strategy._update_state(self._params, self._state, info)
        if not self._schedule.refines(step, share):
            return
        with torch_seeded(drawn.radii.device, self._options.seed, "refinement", step):
            self._strategy._grow_gs(self._params, self._optimizers, self._state, step)
            self._strategy._prune_gs(self._params, self._optimizers, self._state, step)
        self._state["grad2d"].zero_()
        self._state["count"].zero_()

    def state(self) -> dict[str, Tensor]:
        return {k: v for k, v in self._state.items() if isinstance(v, Tensor)}

    def restore(self, state: dict[str, Tensor]) -> None:
        self._state.update(state)


class _Mcmc(_OnSchedule):
    """MCMCStrategy on the schedule of this run."""

    def __init__(
        self, options: TrainingOptions, parameters: Parameters, optimizers: dict[str, torch.optim.Optimizer]
    ) -> None:
        super().__init__(options, parameters, optimizers)
        self._strategy = MCMCStrategy(cap_max=options.max_gaussians)
        self._first = len(parameters["means"])

    def before_backward(self, drawn: Rasterized) -> None:
        pass

    @torch.no_grad()
    def after_step(self, step: int, share: float, drawn: Rasterized, size: tuple[int, int], means_rate: float) -> None:
        seed, params = self._options.seed, self._params
        if self._schedule.refines(step, share):
            random = generator(seed, "refinement", step)
            opacities = params["opacities"].sigmoid()
            dead = opacities <= self._strategy.min_opacity
            if bool(dead.any()) and not bool(dead.all()):
                self._move(dead.nonzero()[:, 0], torch.where(dead, 0.0, opacities), random)
            self._add(self._target(share) - len(params["means"]), random)
        noise = generator(seed, "noise", step)
        self._shake(means_rate * self._strategy.noise_lr, noise)

    def state(self) -> dict[str, Tensor]:
        return {"first": torch.tensor(self._first)}

    def restore(self, state: dict[str, Tensor]) -> None:
        self._first = int(state["first"])

    def _target(self, share: float) -> int:
        now, most = len(self._params["means"]), self._options.max_gaussians
        spread = self._first * (most / self._first) ** min(2.0 * self._schedule.refined_share(share), 1.0)
        return min(most, max(int(1.05 * now), int(spread)))

    def _sources(self, weights: Tensor, count: int, random: torch.Generator) -> tuple[Tensor, Tensor, Tensor]:
        """Random rows to copy, chosen by weight, and the opacities and scales with which the copies together look like the original."""
        rows = torch.multinomial(weights.cpu(), count, replacement=True, generator=random).to(weights.device)
        copies = torch.bincount(rows, minlength=len(weights))[rows] + 1
        opacities, scales = relocated(
            self._params["opacities"].sigmoid()[rows], self._params["scales"].exp()[rows], copies
        )
        eps = torch.finfo(torch.float32).eps
        return rows, opacities.clamp(self._strategy.min_opacity, 1.0 - eps).logit(), scales.log()

    def _move(self, dead: Tensor, weights: Tensor, random: torch.Generator) -> None:
        rows, logits, log_scales = self._sources(weights, len(dead), random)

        def change(name: str, values: Tensor) -> Tensor:
            new = values.detach().clone()
            if name in {"opacities", "scales"}:
                new[rows] = logits if name == "opacities" else log_scales
            new[dead] = new[rows]
            return torch.nn.Parameter(new)

        def forget(key: str, moments: Tensor) -> Tensor:
            moments[rows] = 0
            return moments

        self._edit(change, forget)

    def _add(self, count: int, random: torch.Generator) -> None:
        if count <= 0:
            return
        rows, logits, log_scales = self._sources(self._params["opacities"].sigmoid(), count, random)

        def change(name: str, values: Tensor) -> Tensor:
            new = values.detach().clone()
            if name in {"opacities", "scales"}:
                new[rows] = logits if name == "opacities" else log_scales
            return torch.nn.Parameter(torch.cat([new, new[rows]]))

        def extend(key: str, moments: Tensor) -> Tensor:
            return torch.cat([moments, moments.new_zeros((count, *moments.shape[1:]))])

        self._edit(change, extend)

    def _edit(self, change: Callable[[str, Tensor], Tensor], moments: Callable[[str, Tensor], Tensor]) -> None:
        gsplat_ops._update_param_with_optimizer(change, moments, self._params, self._optimizers)

    def _shake(self, scale: float, random: torch.Generator) -> None:
        """Add noise along the axes of nearly transparent Gaussians (equation 8).

        The noise factor is below 1e-4 at an opacity of 0.1; above that, no noise is added.
        """
        means, opacities = self._params["means"], self._params["opacities"].sigmoid()
        factor = (100.0 * (0.005 - opacities)).sigmoid()  # gsplat's op_sigmoid(1 - opacity), k = 100, x0 = 0.995
        rows = (factor > _NOISE_GATE).nonzero()[:, 0]
        if len(rows) == 0:
            return
        draw = torch.randn((len(rows), 3), generator=random).to(means)
        turn = rotations_of_quaternions(self._params["quats"][rows])
        along = torch.einsum("nji,nj->ni", turn, draw) * (2.0 * self._params["scales"][rows]).exp()
        means[rows] += torch.einsum("nij,nj->ni", turn, along) * (factor[rows] * scale)[:, None]


def relocated(opacities: Tensor, scales: Tensor, copies: Tensor) -> tuple[Tensor, Tensor]:
    """Opacities (M,) and standard deviations (M, 3) of the `copies` (M,) that replace a Gaussian at its place.

    Source: 3D Gaussian Splatting as Markov Chain Monte Carlo (Kheradmand et al., 2024), equation 9. Its double sum of binomials is
    ``sum_k C(N, k + 1) (-1)^k p^(k + 1) / sqrt(k + 1)``, since the inner sums run along a diagonal of Pascal's triangle. As in
    gsplat, N is at most 51.
    """
    count = copies.clamp(1, _MOST_COPIES)
    original = opacities.double()
    single = -torch.expm1(torch.log1p(-original) / count)
    terms = torch.arange(1, _MOST_COPIES + 1, device=opacities.device)
    table = torch.zeros((_MOST_COPIES + 1, _MOST_COPIES), dtype=torch.float64)
    for n in range(1, _MOST_COPIES + 1):
        for k in range(n):
            table[n, k] = math.comb(n, k + 1) * (-1.0) ** k / math.sqrt(k + 1)
    total = (table.to(opacities.device)[count] * single[:, None] ** terms).sum(dim=1)
    factor = torch.where(count == 1, torch.ones_like(original), original / total)
    return single.to(opacities), scales * factor[:, None].to(scales)
