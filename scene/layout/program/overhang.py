"""How far bodies extend beyond the edges of their supports, for many scenes of the same bodies."""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout.model import Problem, SupportSurface, box_corners, planar_rotation
from scenewright.scene.layout.resting import surface_under
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["Overhang"]


class Overhang:
    """Callable that measures overhang. `bodies`: (K,) numbers of the bodies that stand on a surface of another in the problem."""

    def __init__(self, problem: Problem) -> None:
        bodies = problem.bodies
        standing: list[tuple[int, SupportSurface]] = []
        for body in np.flatnonzero((problem.parent >= 0) & ~bodies.fixed).tolist():
            host = int(problem.parent[body])
            away = bodies.initial[body] - bodies.initial[host]
            local = away[[0, 2]] @ planar_rotation(bodies.initial[host, 3])
            surface = surface_under(bodies.surfaces[host], local, float(away[1]))
            if surface is not None:
                standing.append((body, surface))
        self.bodies: IntArray = np.array([b for b, _ in standing], dtype=np.int32)
        self._host = problem.parent[self.bodies]
        self._corners = box_corners(bodies.half[self.bodies])
        most = max((len(s.polygon) for _, s in standing), default=3)
        polygon = np.array([s.polygon[np.minimum(np.arange(most), len(s.polygon) - 1)] for _, s in standing])
        polygon = polygon.reshape(-1, most, 2)
        edge = np.roll(polygon, -1, axis=1) - polygon
        length = np.maximum(np.linalg.norm(edge, axis=2, keepdims=True), 1e-12)
        # outward normals; repeated corners make edges of no length, which nothing extends beyond
        self._normal = np.stack([edge[..., 1], -edge[..., 0]], axis=2) / length
        self._edge = (self._normal * polygon).sum(axis=2)
        self._space = np.maximum(self._edge - (self._normal * polygon.mean(axis=1, keepdims=True)).sum(axis=2), 0.0)

    def __call__(self, poses: FloatArray) -> FloatArray:
        """(K,) metres beyond the edge at poses (N, 4) of all bodies; for a body larger than its surface, metres beyond the extent that it
        has when centred."""
        pose, base = poses[self.bodies], poses[self._host]
        at = np.einsum("kji,kj->ki", planar_rotation(base[:, 3]), pose[:, [0, 2]] - base[:, [0, 2]])
        corners = np.einsum("kij,kcj->kci", planar_rotation(pose[:, 3] - base[:, 3]), self._corners)
        reach = np.einsum("kvi,kci->kvc", self._normal, corners).max(axis=2)
        beyond = np.einsum("kvi,ki->kv", self._normal, at) - self._edge + np.minimum(reach, self._space)
        over: FloatArray = np.maximum(beyond.max(axis=1, initial=0.0), 0.0)
        return over
