"""The faults that a repair of a program's numbers must remove: those of a certificate, measured fast enough for a search."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.certificate import Certificate, ViolationKind
from scenewright.scene.layout.model import Anchor, AnchorKind, Constraint, Problem, Support
from scenewright.scene.layout.program.overhang import Overhang
from scenewright.scene.layout.program.planar_violations import PlanarViolations
from scenewright.scene.layout.program.poses import poses_in
from scenewright.scene.layout.relations.residuals import residuals
from scenewright.scene.model import FloatArray, Scene

__all__ = ["Wrongs"]

_DEEP = 1e-3
_HOLDS = {Support.WALL: RelationName.ON_WALL, Support.CEILING: RelationName.HANGING}


class Wrongs:
    """Callable that returns the violations of a scene with the same bodies: paths of the bodies, and depth in metres.

    These are overlaps from above, walls and relations (:class:`PlanarViolations`), and the supports: a standing body must keep its height
    above its support and stay within its edges, a hanging body must stay at its wall or ceiling. Boxes overlap more than exact
    geometry does; so a fault that the certificate of `scene` does not have counts only by how much worse it gets.

    Args:
        problem: read from `scene`.
        certificate: of `scene`.
        about: paths of bodies; faults of other bodies are ignored.
    """

    def __init__(self, problem: Problem, scene: Scene, certificate: Certificate, about: Collection[str]) -> None:
        self.problem = problem
        self._planar = PlanarViolations(problem)
        self._overhang = Overhang(problem)
        constraints, bodies = _holds_of(problem)
        self._holds = replace(problem, constraints=constraints)
        self._supported_bodies = bodies
        faults = {
            _key(v.paths[:2] if v.kind is ViolationKind.COLLISION else v.paths[:1]) for v in certificate.violations
        }
        for constraint, result in zip(problem.constraints, certificate.relations, strict=False):
            if not result.satisfied:
                faults.add(_key([problem.bodies.path[b] for b in constraint.bodies]))
        self._allowed: dict[frozenset[str], float] = {}
        for paths, depth in self._all(scene):
            key = _key(paths)
            if key not in faults or not key.intersection(about):
                self._allowed[key] = max(depth, self._allowed.get(key, 0.0))
        self.heights = any(v.kind is ViolationKind.SUPPORT for v in certificate.violations)

    def __call__(self, scene: Scene) -> list[tuple[Sequence[str], float]]:
        violations = []
        for paths, depth in self._all(scene):
            left = depth - self._allowed.get(_key(paths), 0.0)
            if left > _DEEP:
                violations.append((paths, left))
        return violations

    def _all(self, scene: Scene) -> list[tuple[Sequence[str], float]]:
        return [*self._planar(scene), *self._lifted(scene)]

    def _lifted(self, scene: Scene) -> list[tuple[Sequence[str], float]]:
        """Bodies that left their support."""
        poses = poses_in(scene, self.problem.bodies)
        # until they touch, not only to within the tolerance of a relation
        over = np.concatenate([residuals(self._holds, poses), self._off_floor(poses)])
        over = np.concatenate([over, self._overhang(poses)])
        owner = [*self._supported_bodies, *self._overhang.bodies.tolist()]
        path = self.problem.bodies.path
        return [((path[owner[k]],), float(over[k])) for k in np.flatnonzero(over > _DEEP).tolist()]

    def _off_floor(self, poses: FloatArray) -> FloatArray:
        standing = self._supported_bodies[len(self._holds.constraints) :]
        off: FloatArray = np.abs(poses[standing, 1])
        return off


def _holds_of(problem: Problem) -> tuple[tuple[Constraint, ...], list[int]]:
    """The supports as constraints; and the body of each constraint, followed by the bodies that stand on the floor."""
    bodies = problem.bodies
    constraints, owners, floor = [], [], []
    for body in np.flatnonzero(~bodies.fixed).tolist():
        parent = int(problem.parent[body])
        kind = _HOLDS.get(bodies.support[body])
        if parent >= 0:
            target = Anchor(AnchorKind.BODY, body=parent)
            constraints.append(Constraint(-1, RelationName.ON, (body,), target))
        elif kind is not None:
            constraints.append(Constraint(-1, kind, (body,)))
        else:
            floor.append(body)
            continue
        owners.append(body)
    return tuple(constraints), [*owners, *floor]


def _key(paths: Sequence[str]) -> frozenset[str]:
    return frozenset(paths)
