"""The learnt parameters: the Gaussians' tensors and the photographs' corrections, each with its own Adam."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from scenewright.scene.splats.gaussians import NO_ENTITY, Gaussians
from scenewright.scene.splats.spherical_harmonics import basis_count
from scenewright.scene.splats.training.adam import ColumnAdam
from scenewright.scene.splats.training.corrections import center, identity_exposures, identity_poses
from scenewright.scene.splats.training.options import TrainingOptions
from scenewright.scene.splats.training.schedules import RATES, SH_REST_RATE

__all__ = ["Learned"]

_GAUSSIANS = tuple(RATES)
_MOMENTS = ("exp_avg", "exp_avg_sq")


class Learned:
    """Parameters and optimizers by name.

    `gaussians`: tensors by the names of :class:`Gaussians`' fields; the spherical harmonics have only the columns in use.
    `corrections`: 'exposures' (V, 3, 4) and 'poses' (V, 6), if they are learnt. `optimizers`: those of `gaussians`. Strategies
    edit `gaussians` and `optimizers` in place.
    """

    def __init__(
        self, start: Gaussians, options: TrainingOptions, *, photographs: int, device: torch.device, threads: int
    ) -> None:
        self._device, self._threads = device, threads
        on_device = start.to(device)
        self.gaussians: dict[str, Tensor] = {n: torch.nn.Parameter(getattr(on_device, n).clone()) for n in _GAUSSIANS}
        self.optimizers: dict[str, torch.optim.Optimizer] = {
            name: self._adam(value, RATES[name], SH_REST_RATE if name == "sh" else 1.0)
            for name, value in self.gaussians.items()
        }
        self.corrections: dict[str, Tensor] = {}
        if options.exposure:
            self.corrections["exposures"] = torch.nn.Parameter(identity_exposures(photographs, device))
        if options.poses:
            self.corrections["poses"] = torch.nn.Parameter(identity_poses(photographs, device))
        self._correctors = {name: self._adam(value, 0.0) for name, value in self.corrections.items()}

    def __len__(self) -> int:
        """The number of Gaussians."""
        return len(self.gaussians["means"])

    def drawn(self) -> Gaussians:
        """The Gaussians for drawing, with gradients to the parameters."""
        ids = torch.full((len(self),), NO_ENTITY, dtype=torch.int32, device=self._device)
        return Gaussians(**self.gaussians, entity_ids=ids)

    def result(self, sh_degree: int) -> Gaussians:
        """The Gaussians, detached, with spherical harmonics of a degree and without rows that are not finite."""
        result = self.drawn().detach()
        full = result.sh.new_zeros((len(result), basis_count(sh_degree), 3))
        full[:, : result.sh.shape[1]] = result.sh
        result = replace(result, sh=full)
        finite = torch.stack(
            [getattr(result, name).reshape(len(result), -1).isfinite().all(dim=1) for name in _GAUSSIANS]
        ).all(dim=0)
        return result if bool(finite.all()) else result.select(finite)

    def move(self, photograph: int, rates: Mapping[str, float], visits: int) -> None:
        """Make one step of every Adam with the current gradients.

        `rates`: learning rates by name. `visits`: the number of steps with `photograph`, including this one. Only this photograph's
        corrections are updated.
        """
        for name, optimizer in self.optimizers.items():
            optimizer.param_groups[0]["lr"] = rates[name]
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        for name, corrector in self._correctors.items():
            corrector.param_groups[0]["lr"] = rates[name]
            corrector.step_row(photograph, visits)
            corrector.zero_grad(set_to_none=True)
        if "exposures" in self.corrections:
            center(self.corrections["exposures"])

    def widen_sh(self, degree: int) -> None:
        """Add columns for spherical harmonics up to a degree. Columns that do not exist yet cost no time."""
        old = self.gaussians["sh"]
        more = basis_count(degree) - old.shape[1]
        if more <= 0:
            return

        def wide(rows: Tensor) -> Tensor:
            return torch.cat([rows, rows.new_zeros((len(rows), more, 3))], dim=1)

        new = torch.nn.Parameter(wide(old.detach()))
        optimizer = self.optimizers["sh"]
        state: dict[str, Any] = optimizer.state.pop(old, {})
        optimizer.param_groups[0]["params"] = [new]
        optimizer.state[new] = {k: wide(v) if isinstance(v, Tensor) else v for k, v in state.items()}
        self.gaussians["sh"] = new

    def state(self) -> tuple[dict[str, Tensor], dict[str, int]]:
        """Parameters and moments by name, and the number of steps of each Adam, for :meth:`restore`."""
        parameters = {**self.gaussians, **self.corrections}
        tensors = {f"parameters.{n}": v for n, v in parameters.items()}
        steps: dict[str, int] = {}
        for name, optimizer in self._all_optimizers().items():
            state = optimizer.state.get(parameters[name])
            if state:
                steps[name] = state["step"]
                tensors |= {f"adam.{name}.{k}": state[k] for k in _MOMENTS}
        return tensors, steps

    def restore(self, tensors: Mapping[str, Tensor], steps: Mapping[str, int]) -> None:
        """Restore the parameters and moments of a :meth:`state`, with its number of Gaussians.

        Raises:
            KeyError, ValueError, RuntimeError: a tensor is missing, or has another shape.
        """
        for name in self.gaussians:
            new = torch.nn.Parameter(tensors[f"parameters.{name}"].to(self._device))
            self.optimizers[name].param_groups[0]["params"] = [new]
            self.gaussians[name] = new
        for name, value in self.corrections.items():
            value.data.copy_(tensors[f"parameters.{name}"])
        for name, value in {**self.gaussians, **self.corrections}.items():
            if name in steps:
                moments = {k: tensors[f"adam.{name}.{k}"].to(self._device) for k in _MOMENTS}
                if any(m.shape != value.shape for m in moments.values()):
                    raise ValueError(f"the moments of {name} have another shape than it")
                self._all_optimizers()[name].state[value] = {"step": int(steps[name]), **moments}
        self.drawn()  # this checks that all tensors have the same length

    def _all_optimizers(self) -> dict[str, torch.optim.Optimizer]:
        return {**self.optimizers, **self._correctors}

    def _adam(self, value: Tensor, rate: float, rest_rate: float = 1.0) -> ColumnAdam:
        return ColumnAdam([value], lr=rate, rest_rate=rest_rate, threads=self._threads)
