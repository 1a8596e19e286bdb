"""Adam for the parameters of Gaussians, compiled and threaded on a CPU."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import numpy as np
import torch
from torch import Tensor

from scenewright.scene.splats.cpu import chunks, kernel, on_threads

__all__ = ["ColumnAdam"]


class ColumnAdam(torch.optim.Optimizer):
    """Adam (Kingma and Ba, 2015) for one tensor (N, ...) whose first column may have another learning rate than the rest.

    Its state has the names of ``torch.optim.Adam``, because gsplat's strategies edit it when they add and remove rows.
    `rest_rate`: factor of the rate for all columns but the first. With it, spherical harmonics above the constant one can learn
    slower and still share a tensor with it.
    """

    def __init__(
        self,
        params: Iterable[Tensor],
        *,
        lr: float,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-15,
        rest_rate: float = 1.0,
        threads: int = 1,
    ) -> None:
        self.rest_rate = rest_rate
        self.threads = threads
        super().__init__(params, {"lr": lr, "betas": betas, "eps": eps})

    @torch.no_grad()
    def step_row(self, row: int, visits: int) -> None:
        """Update one row by its gradient and leave the other rows and their moments unchanged.

        This is for parameters of a single photograph. `visits`: the number of updates of the row, including this one.
        """
        (group,) = self.param_groups
        (parameter,) = group["params"]
        state = self._state_of(parameter)
        state["step"] = visits
        part = {k: v[row : row + 1] if isinstance(v, Tensor) else v for k, v in state.items()}
        self._move(parameter[row : row + 1], parameter.grad[row : row + 1], part, group)

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> None:  # type: ignore[override]
        """Update the tensor by its gradient, if it has one."""
        if closure is not None:
            raise ValueError("Adam of Gaussians takes no closure")
        for group in self.param_groups:
            for parameter in group["params"]:
                if parameter.grad is None:
                    continue
                state = self._state_of(parameter)
                state["step"] += 1
                self._move(parameter, parameter.grad, state, group)

    def _state_of(self, parameter: Tensor) -> dict[str, Any]:
        state: dict[str, Any] = self.state[parameter]
        if not state:
            state |= {"step": 0, "exp_avg": torch.zeros_like(parameter), "exp_avg_sq": torch.zeros_like(parameter)}
        return state

    def _move(self, parameter: Tensor, gradient: Tensor, state: dict[str, Any], group: dict[str, Any]) -> None:
        beta1, beta2 = group["betas"]
        eps = group["eps"]
        rate = group["lr"] / (1.0 - beta1 ** state["step"])
        unbias = 1.0 / (1.0 - beta2 ** state["step"])
        mean, square = state["exp_avg"], state["exp_avg_sq"]
        rates = parameter.new_ones(parameter.shape[1:])
        if self.rest_rate != 1.0:
            rates[1:] = self.rest_rate
        if parameter.is_cuda:
            mean.lerp_(gradient, 1.0 - beta1)
            square.mul_(beta2).addcmul_(gradient, gradient, value=1.0 - beta2)
            parameter.sub_(rate * rates * mean / ((square * unbias).sqrt_() + eps))
            return
        count = len(parameter)
        values, m, v = (t.detach().view(count, -1).numpy() for t in (parameter, mean, square))
        slope = gradient.contiguous().view(count, -1).numpy()
        by_column = rates.reshape(-1).numpy() * values.dtype.type(rate)
        factors = np.array([beta1, 1.0 - beta1, beta2, 1.0 - beta2, unbias, eps], values.dtype)
        move = partial(_adam, values, slope, m, v, by_column, factors)
        on_threads(self.threads, move, chunks(count))


@kernel
def _adam(values, gradient, mean, square, rates, factors, first, behind):  # type: ignore[no-untyped-def]  # pragma: no cover
    beta1, rest1, beta2, rest2, unbias, eps = factors[0], factors[1], factors[2], factors[3], factors[4], factors[5]
    columns = values.shape[1]
    for i in range(first, behind):
        for j in range(columns):
            g = gradient[i, j]
            m = beta1 * mean[i, j] + rest1 * g
            v = beta2 * square[i, j] + rest2 * g * g
            mean[i, j] = m
            square[i, j] = v
            values[i, j] -= rates[j] * m / (np.sqrt(v * unbias) + eps)
