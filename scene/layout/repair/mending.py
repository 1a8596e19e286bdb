"""Choose the least change that removes one fault and adds none: which body moves, and where to.

A fault names bodies. Each of them, or its carrier, may move; its poses are tried in order of cost. Where every near pose collides
with another body, that body may make way in turn, a few bodies deep. Effort is counted in judged poses, so that the same
program is repaired alike on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.certificate import Certificate
from scenewright.scene.layout.certify import SlightKind, ViolationKind
from scenewright.scene.layout.model import Support
from scenewright.scene.layout.repair.change import Costs
from scenewright.scene.layout.repair.collisions import Setting
from scenewright.scene.layout.repair.hung_up import hangs_on
from scenewright.scene.layout.repair.places import apart, rings
from scenewright.scene.layout.repair.pushing import pushed
from scenewright.scene.layout.repair.stage import RepairStage
from scenewright.scene.layout.repair.units import Units, carry
from scenewright.scene.model import FloatArray

__all__ = ["Mender", "MovePlan"]

_TRIED = 700
"""Poses of one body that are judged for one fault, at most."""

_EFFORT, _WISH = 1500, 300
"""Poses of all bodies that are judged for one fault, and for one wish, at most."""

_NEAR = 0.5
"""Metres: a search with a larger radius looks only around the best start."""

_CHAINED = 5
"""Colliding poses for which chains are tried, the cheapest first."""

_DEEP = 2
"""Length of a chain of bodies that make way."""

_MOST_MET, _MOST_PUSHED = 2, 4
"""Bodies that may make way for one pose: each in its own direction, or all pushed in one direction."""

_WORTH_CHAIN = 0.25
"""A plan that costs less than this is not compared with chains."""

_PAIRS = 1000.0
"""Measuring the distance of this many pairs of pieces counts as much effort as judging one pose."""

_SURE = 1e-9
_SETTLES = 0.06
"""Metres that a round body may move vertically to touch its support at a point."""

_BACK = 7
"""Bisections when a pose is drawn back toward the written one."""

_ROUNDED = 3e-4
"""Metres to spare after drawing back, since written numbers are rounded."""

_STILL, _SLIGHT = 2e-3, 5e-3
"""Metres below which a move has no direction, and that a body may be outside the room if it was written so."""


@dataclass(frozen=True, eq=False)
class MovePlan:
    """A change of poses. `poses`: number of a body -> (4,), for all that move. `movers`: the bodies that were chosen to move, without
    those that they carry."""

    cost: float
    poses: dict[int, FloatArray]
    movers: tuple[int, ...]


Starts = Callable[[Setting, Sequence[int]], list[FloatArray]]
"""(setting, members of a unit) -> poses (4,) of the unit's first body worth trying."""


class Mender:
    """Finds the cheapest plan for one fault. `furthest`: metres that a body may move from its written pose."""

    def __init__(
        self, stage: RepairStage, units: Units, costs: Costs, pinned: Iterable[int] = (), furthest: float = np.inf
    ) -> None:
        self.stage, self.units, self.costs, self.furthest = stage, units, costs, furthest
        self.pinned = frozenset(pinned)
        self.unmovable = frozenset(i for i in range(stage.count) if not units.movable(i))
        self.holding = costs.holding(stage.home)
        home = stage.at_home()
        count = stage.count
        outside = [stage.outside(i, home) for i in range(count)]
        self.excused_outside = [np.where((over > 0.0) & (over <= _SLIGHT), over, 0.0) for over in outside]
        self.was_in_door = [stage.blocks_door(i, home) for i in range(count)]
        self.elsewhere: frozenset[int] = frozenset()
        self.floating: frozenset[int] = frozenset()
        """Unsupported bodies, on which nothing can be put."""
        self.trusting = False
        """Accept a pose of an unsupported body that merely touches something; the certificate then judges whether that supports it."""
        self.fault: frozenset[int] = frozenset()
        """The two bodies of the collision that is being repaired."""
        self.tried = 0
        self.effort = _EFFORT
        self.until = float(_EFFORT)

    def grant(self, certificate: Certificate, number: Mapping[str, int]) -> None:
        """Tolerate slight overlaps, and bodies not supported from below, as the certificate of the written scene does."""
        for slight in certificate.slight:
            named = [number[p] for p in slight.paths if p in number]
            if len(named) == 2 and slight.kind is SlightKind.OVERLAP:
                self.stage.grant(named[0], named[1], slight.figure + 1e-3)
        floating = {
            body
            for v in certificate.violations
            if v.kind is ViolationKind.SUPPORT and v.paths[0] in number
            for body in self.stage.joined_with(number[v.paths[0]])
        }
        self.floating = frozenset(floating)
        self.elsewhere = frozenset(
            i
            for i in range(self.stage.count)
            if i not in floating and not self.stage.bodies.fixed[i] and not self.stage.at_home_held(i)
        )

    @property
    def spent(self) -> float:
        """Effort so far: judged poses, more for bodies of many pieces."""
        return self.tried + self.stage.pairs / _PAIRS

    def movers(self, bodies: Iterable[int]) -> list[int]:
        """The movable ones of `bodies` and of their carriers."""
        movers: dict[int, None] = {}
        for b in bodies:
            at = b
            while at >= 0:
                if self.units.movable(at) and not self.pinned.intersection(self.units.members[at]):
                    movers[at] = None
                at = int(self.units.carrier[at])
        return list(movers)

    # -- one fault ----------------------------------------------------------------------------------------------------

    def best(
        self,
        setting: Setting,
        movers: Sequence[int],
        starts: Callable[[int], Starts],
        *,
        radius: float = 0.5,
        wanted: Callable[[int, Setting], bool] | None = None,
        ignored: Iterable[int] = (),
        wish: bool = False,
    ) -> MovePlan | None:
        """The cheapest plan in which one of `movers` moves.

        Args:
            starts: for each mover the poses worth trying.
            radius: also try poses within so many metres of these.
            wanted: a condition that the setting after the move must meet.
            ignored: bodies that are treated as absent.
            wish: the plan is for a wish, not for a fault, so that no other body makes way.
        """
        best: MovePlan | None = None
        deep = 0 if wish else _DEEP
        self.until = self.spent + (_WISH if wish else self.effort)
        for b in sorted(movers, key=lambda b: (float(self.costs.weight[b]), b)):
            bound = np.inf if best is None else best.cost
            plan = self.plan(setting, b, starts(b), frozenset(), deep, bound, radius, wanted, frozenset(ignored))
            if plan is not None and (best is None or plan.cost < best.cost):
                best = plan
        return best

    def plan(
        self,
        setting: Setting,
        body: int,
        starts: Starts,
        frozen: frozenset[int],
        deep: int,
        bound: float,
        radius: float,
        wanted: Callable[[int, Setting], bool] | None = None,
        ignored: frozenset[int] = frozenset(),
    ) -> MovePlan | None:
        """The cheapest plan below the cost `bound` that begins with `body`; `frozen` bodies stay; up to `deep` more make way in turn."""
        members = self.units.members[body]
        if frozen.intersection(members):
            return None
        first = starts(setting, members)
        candidates = [*first]
        for pose in [*first[: 1 if radius > _NEAR else 3], setting.poses[body]]:
            candidates += rings(pose, radius)
        if np.isfinite(self.furthest):
            home = self.stage.home[body, :3]
            near = [np.linalg.norm(pose[:3] - home) <= self.furthest + 1e-6 for pose in candidates]
            first = [pose for pose, within in zip(first, near, strict=False) if within]
            candidates = [pose for pose, within in zip(candidates, near, strict=True) if within]
        if not candidates:
            return None
        at = np.array(candidates)
        least = self.costs.least(body, at) + self.costs.relations(body, at, setting, self.holding)
        order = np.argsort(least, kind="stable")
        best: MovePlan | None = None
        guided = False
        met: list[tuple[float, FloatArray, list[int]]] = []
        count, most = 0, _TRIED if not frozen else _TRIED // 4
        making_way = (_MOST_MET if frozen else _MOST_PUSHED) if deep else 0
        for k in order.tolist():
            limit = min(bound, np.inf if best is None else best.cost)
            if least[k] >= limit - _SURE or count >= most or self.spent >= self.until:
                break
            pose = candidates[k]
            count += 1
            self.tried += 1
            hits, moved = self.judged(setting, members, pose, frozen, ignored, making_way)
            if moved is None or (wanted is not None and not wanted(body, moved)):
                continue
            cost = float(least[k]) + self.costs.of_wall(body, moved)
            if hits:
                if cost < limit:
                    met.append((cost, pose, hits))
                continue
            if cost < limit:
                best, guided = MovePlan(cost, {m: moved.poses[m] for m in members}, (body,)), k < len(first)
        if best is not None and not guided:  # computed poses are exact; poses of the search rings can be drawn back
            best = self.nearer(setting, body, members, best, frozen, wanted, ignored)
        if deep and met and (best is None or best.cost > _WORTH_CHAIN):
            best = self.chained(setting, members, met, best, frozen, deep, bound, wanted, ignored)
        return best

    def judged(
        self,
        setting: Setting,
        members: Sequence[int],
        pose: FloatArray,
        frozen: frozenset[int],
        ignored: frozenset[int],
        making_way: int = 0,
    ) -> tuple[list[int], Setting | None]:
        """The bodies with which a unit at `pose` collides and that could make way, and the setting; None instead of the setting
        where the pose is no use whatever makes way, or more than `making_way` bodies would have to."""
        stage = self.stage
        moved = stage.moved(setting, carry(members, setting.poses, pose))
        for m in members:
            over = stage.outside(m, moved)
            allowed = self.excused_outside[m]
            if m != members[0]:  # a carried body may be as far outside as it was: that is another fault
                allowed = np.maximum(allowed, stage.outside(m, setting))
            if (over > allowed + _STILL / 2).any():
                return [], None
            if not self.was_in_door[m] and stage.blocks_door(m, moved):
                return [], None
        hits: dict[int, None] = {}
        still = self.unmovable | frozen | self.pinned
        for m, j in stage.hits(members, moved, ignored=ignored, first=still):
            if m != members[0] and {m, j} != self.fault and stage.meets(m, j, setting):
                continue
            hits[j] = None
            if j in still or len(hits) > making_way:
                return [], None
        if not self.held(members[0], members, moved, ignored):
            return [], None
        return list(hits), moved

    def held(self, body: int, members: Sequence[int], moved: Setting, ignored: frozenset[int]) -> bool:
        """Whether a unit's first body is still supported."""
        stage = self.stage
        kind = stage.bodies.support[body]
        if kind is Support.WALL:
            if stage.wall_of(body, moved) is not None:
                return not stage.in_opening(body, moved)
            if stage.leans_on_fixed(body, moved) or hangs_on(stage, body, moved, members):
                return True
        if kind is Support.CEILING:
            room = stage.evidence.room
            if room is not None and abs(room.height - max(moved.high[m, 1] for m in stage.joined_with(body))) <= 0.01:
                return True
        if body in self.elsewhere:
            return True  # supported from beside or above: the certificate judges whether it still is
        floats = self.trusting and body in self.floating
        if floats and stage.could_hang(body) and hangs_on(stage, body, moved, members):
            return True
        low = float(moved.low[body, 1])
        if abs(low) <= 0.004 and stage.flat_ground(body, moved):
            return True
        passed = [*members[1:], *ignored, *self.floating.difference([body])]
        if stage.stands(body, moved, passed):
            return True
        # a round body touches between the sampled points: the certificate judges whether it stands
        near = abs(float(moved.poses[body, 1] - stage.home[body, 1])) <= _SETTLES
        return floats and near and stage.touches_below(body, moved, passed)

    def nearer(
        self,
        setting: Setting,
        body: int,
        members: Sequence[int],
        plan: MovePlan,
        frozen: frozenset[int],
        wanted: Callable[[int, Setting], bool] | None,
        ignored: frozenset[int],
    ) -> MovePlan:
        """The plan after drawing its pose back toward the written one as far as it stays valid."""
        goal, start = plan.poses[body], self.stage.home[body]
        length = max(float(np.linalg.norm((goal - start)[:3])), 1e-9)
        low, high = 0.0, 1.0
        best = plan
        for _ in range(_BACK):
            share = 0.5 * (low + high)
            _, moved = self.judged(setting, members, start + share * (goal - start), frozen, ignored)
            self.tried += 1
            good = moved is not None and (wanted is None or wanted(body, moved))
            if good:
                share = min(1.0, share + _ROUNDED / length)
                moved = self.stage.moved(setting, carry(members, setting.poses, start + share * (goal - start)))
            cost = self.costs.of(body, moved, self.holding) if good and moved is not None else np.inf
            if moved is not None and cost < best.cost:
                high = share
                best = MovePlan(cost, {m: moved.poses[m] for m in members}, (body,))
            else:
                low = share
        return best

    def chained(
        self,
        setting: Setting,
        members: Sequence[int],
        met: list[tuple[float, FloatArray, list[int]]],
        best: MovePlan | None,
        frozen: frozenset[int],
        deep: int,
        bound: float,
        wanted: Callable[[int, Setting], bool] | None,
        ignored: frozenset[int],
    ) -> MovePlan | None:
        """The cheapest plan in which colliding bodies make way; `best` where that is cheaper. `met`: (cost, pose, colliding bodies)
        of poses that were tried."""
        for cost, pose, hits in sorted(met, key=lambda m: m[0])[:_CHAINED]:
            limit = min(bound, np.inf if best is None else best.cost)
            if cost >= limit:
                break
            now = self.stage.moved(setting, carry(members, setting.poses, pose))
            row = self.row(setting, members, now, frozen, ignored) if not ignored and not frozen else None
            if row is not None and row.cost < limit:
                best, limit = row, row.cost
            if len(hits) > _MOST_MET:
                continue
            poses = {m: now.poses[m] for m in members}
            total, movers, done = cost, [members[0]], True
            settled = frozen | set(members)
            for j in hits:
                if not any(self.stage.meets(m, j, now) for m in members):
                    continue
                against = [m for m in members if self.stage.meets(m, j, now)]

                def starts(s: Setting, u: Sequence[int], against: Sequence[int] = tuple(against)) -> list[FloatArray]:
                    return [p for m in against for p in apart(self.stage, s, u, m, 1.0)]

                part = self.plan(now, j, starts, settled, deep - 1, limit - total, 0.3, None, ignored)
                if part is None:
                    done = False
                    break
                total += part.cost
                now = self.stage.moved(now, part.poses)
                poses.update(part.poses)
                movers += part.movers
                settled |= set(part.poses)
            if done and total < limit:
                best = MovePlan(total, poses, tuple(movers))
        return best

    def row(
        self, setting: Setting, members: Sequence[int], now: Setting, frozen: frozenset[int], ignored: frozenset[int]
    ) -> MovePlan | None:
        """The plan in which all bodies in the way of a moved unit, and those in their way, are pushed in the same direction."""
        body = members[0]
        way = now.poses[body, :3] - setting.poses[body, :3]
        way[1] = 0.0
        length = float(np.linalg.norm(way))
        if length < _STILL:
            return None
        self.tried += 1
        pushed_row = pushed(self.stage, self.units, now, members, way / length, self.pinned | frozen)
        if pushed_row is None:
            return None
        after, order = pushed_row
        cost, poses = 0.0, {}
        for i in (body, *order):
            unit = self.units.members[i]
            if np.linalg.norm(after.poses[i, :3] - self.stage.home[i, :3]) > self.furthest + 1e-6:
                return None
            self.tried += 1
            _, moved = self.judged(after, unit, after.poses[i], frozen, ignored)
            if moved is None:
                return None
            cost += self.costs.of(i, after, self.holding)
            poses.update({m: after.poses[m] for m in unit})
        return MovePlan(cost, poses, (body, *order))
