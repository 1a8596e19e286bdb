"""Plan the least change after which a failing relation holds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.model import AnchorKind, Constraint
from scenewright.scene.layout.relations import residual, tolerances
from scenewright.scene.layout.relations.residuals import residuals
from scenewright.scene.layout.repair.collisions import Setting
from scenewright.scene.layout.repair.mending import MovePlan
from scenewright.scene.layout.repair.related import holds_at, improving, poses_for, several
from scenewright.scene.layout.repair.tools import Tools
from scenewright.scene.model import FloatArray

__all__ = ["Wishes"]

_FURTHEST = 1.5
"""Metres that a body moves at most for a wish about another body, or for a relation that arranges several: beyond that the wish, or
the whole scene, is more likely wrong."""

_FEW_CARRIED = 3
"""The target of a wish may move only if it carries few bodies: at most so many move, itself included."""

_HARD = 20.0
"""A hard relation weighs this many times as much as a wish."""

_SWEEPS = 3
"""How often each item of a relation that arranges several is moved, at most."""


class Wishes:
    """Plans for relations."""

    def __init__(self, tools: Tools) -> None:
        self.tools = tools

    def plans(self, k: int, setting: Setting) -> list[MovePlan]:
        """Plans to apply in order, after which relation k holds; empty where none were found, or they break more than they mend."""
        plans = self.arranged(k, setting) if several(self.tools.problem, k) else self.placed(k, setting)
        after = setting
        for plan in plans:
            after = self.tools.stage.moved(after, plan.poses)
        return plans if self.serves_more(setting, after) else []

    def placed(self, k: int, setting: Setting) -> list[MovePlan]:
        """The plan for a relation of one body to another."""
        tools = self.tools
        c = tools.problem.constraints[k]
        others = [] if c.kind == RelationName.CLEAR else [b for b in c.bodies if b not in c.items]
        if not c.hard:  # a laid table does not move for a wish about a lamp
            others = [b for b in others if len(tools.units.members[b]) <= _FEW_CARRIED]
        about_a_body = c.target is not None and c.target.kind is AnchorKind.BODY
        furthest = _FURTHEST if about_a_body and not c.hard else np.inf
        for named in (c.items[:1] if c.kind == RelationName.CLEAR else c.items, others):
            # the items move; the target only if they cannot
            plan = tools.mender.best(
                setting,
                [
                    m
                    for m in named
                    if m in tools.mender.movers([m]) and not self.is_bound(m, c) and not self.leans(m, c)
                ],
                lambda b: (
                    lambda s, members: tools.reachable(poses_for(tools.problem, tools.costs, k, b, s), b, furthest)
                ),
                radius=0.0,
                wanted=lambda b, s: holds_at(tools.problem, k, s.poses),
                ignored=tools.absent,
                wish=not c.hard,
            )
            if plan is not None:
                return [plan]
        return []

    def arranged(self, k: int, setting: Setting) -> list[MovePlan]:
        """Plans for the items of a relation that arranges several, one by one, the one with the best gain for its cost first."""
        tools = self.tools
        c = tools.problem.constraints[k]
        now, chosen = setting, []
        for _ in range(_SWEEPS * len(c.items)):
            plans = [plan for b in c.items if (plan := self.improved(k, b, now)) is not None]
            if not plans:
                return []
            best = min(plans, key=lambda p: p.cost + 2.0 * self.remaining(k, now, p))
            if self.remaining(k, now, best) >= self.remaining(k, now, None) - 1e-4:
                return []
            chosen.append(best)
            now = tools.stage.moved(now, best.poses)
            if holds_at(tools.problem, k, now.poses):
                return chosen
        return []

    def improved(self, k: int, body: int, setting: Setting) -> MovePlan | None:
        """The cheapest move of one body that lowers the residual of a relation that arranges several."""
        tools = self.tools
        c = tools.problem.constraints[k]
        if body not in tools.mender.movers([body]) or self.is_bound(body, c) or tools.stopped:
            return None

        def starts(s: Setting, members: Sequence[int]) -> list[FloatArray]:
            return tools.reachable(improving(tools.problem, tools.costs, k, body, s), body, _FURTHEST)

        return tools.mender.plan(setting, body, starts, frozenset(), 0, np.inf, 0.0, None, tools.absent)

    def leans(self, body: int, c: Constraint) -> bool:
        """Whether `c` is a wish and the body leans on something: a ladder that turns for a wish would lean on nothing."""
        return not c.hard and body in self.tools.mender.elsewhere and not self.tools.stage.hangs(body)

    def is_bound(self, body: int, c: Constraint) -> bool:
        """Whether a body is joined with another body of a relation, so that moving it changes nothing between the two."""
        return any(b != body and b in self.tools.units.group[body] for b in c.bodies)

    def serves_more(self, before: Setting, after: Setting) -> bool:
        """Whether the failing relations weigh less after than before."""
        weight = np.array([c.weight * (_HARD if c.hard else 1.0) for c in self.tools.problem.constraints])
        most = tolerances(self.tools.problem) + 1e-6
        failing = [weight @ (residuals(self.tools.problem, s.poses) > most) for s in (before, after)]
        return bool(failing[1] < failing[0] - 1e-9)

    def remaining(self, k: int, setting: Setting, plan: MovePlan | None) -> float:
        c = self.tools.problem.constraints[k]
        poses = setting.poses if plan is None else self.tools.stage.moved(setting, plan.poses).poses
        return max(0.0, float(residual(c, self.tools.problem, [poses[b] for b in c.bodies])))
