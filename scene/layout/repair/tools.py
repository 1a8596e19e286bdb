"""What all parts of a repair share: the stage with the bodies, the units, the costs and the mender."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.layout.certify import Violation, evidence_of
from scenewright.scene.layout.changes import BIG_MOVE_M
from scenewright.scene.layout.model import Problem
from scenewright.scene.layout.repair.change import Costs
from scenewright.scene.layout.repair.mending import Mender
from scenewright.scene.layout.repair.stage import RepairStage
from scenewright.scene.layout.repair.units import Units
from scenewright.scene.layout.search import Stop
from scenewright.scene.model import FloatArray, Scene

__all__ = ["Tools"]

_EFFORT, _EFFORT_EACH = 3_000, 80
"""Poses that one repair may judge, and how many more for each body."""


@dataclass(frozen=True, eq=False)
class Tools:
    """The tools of one repair. `number`: path -> number of a body. `absent`: bodies without a written pose, which are not placed yet.
    `far_moves`: bodies may move over half a metre. `cancelled`: whether the repair is to end."""

    problem: Problem
    stage: RepairStage
    units: Units
    costs: Costs
    mender: Mender
    number: Mapping[str, int]
    absent: frozenset[int]
    far_moves: bool
    cancelled: Stop

    @classmethod
    def of(
        cls,
        scene: Scene,
        problem: Problem,
        provider: AssetProvider | None,
        pinned: Iterable[int],
        far_moves: bool,
        cancelled: Stop,
    ) -> Tools:
        bodies = problem.bodies
        stage = RepairStage(evidence_of(scene, provider=provider, bodies=bodies, room=scene.room), problem)
        units = Units(problem, stage.carriers())
        costs = Costs(stage, units, problem)
        mender = Mender(stage, units, costs, pinned, np.inf if far_moves else BIG_MOVE_M)
        absent = frozenset([] if bodies.guessed is None else np.flatnonzero(bodies.guessed).tolist())
        number = {path: i for i, path in enumerate(bodies.path)}
        return cls(problem, stage, units, costs, mender, number, absent, far_moves, cancelled)

    @property
    def stopped(self) -> bool:
        """Whether the effort ran out or the repair was cancelled."""
        return self.exhausted or self.cancelled()

    @property
    def exhausted(self) -> bool:
        return self.mender.spent >= _EFFORT + _EFFORT_EACH * len(self.problem.bodies)

    def name(self, body: int) -> str:
        """A body's path below the root."""
        return self.problem.bodies.path[body].split("/", 1)[-1]

    def named(self, violation: Violation) -> tuple[int, ...]:
        """Numbers of the bodies that a violation names."""
        return tuple(self.number[p] for p in violation.paths if p in self.number)

    def reachable(self, poses: list[FloatArray], body: int, furthest: float = np.inf) -> list[FloatArray]:
        """Those of `poses` (4,) to which a body may move; `furthest`: metres from its written pose, where far moves are allowed."""
        home = self.problem.bodies.initial[body]
        if self.far_moves:
            return [p for p in poses if np.linalg.norm(p[:3] - home[:3]) <= furthest]
        edge = np.linalg.norm(self.problem.bodies.half[body])
        return [
            p
            for p in poses
            if np.linalg.norm(p[:3] - home[:3]) <= BIG_MOVE_M
            and 2.0 * edge * abs(np.sin((p[3] - home[3]) / 2.0)) <= BIG_MOVE_M
        ]
