"""Triangles in Embree (open3d's RaycastingScene): the first hits of rays, and occlusion tests."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.renderers.rays.open3d_loading import load_open3d
from scenewright.scene.jobs import Job

__all__ = ["Caster", "RayCast"]

Float32 = npt.NDArray[np.float32]
Int32 = npt.NDArray[np.int32]

_MOST_AT_A_TIME = 200_000
_FIRST_AT_A_TIME = 256
_LOOK_SECONDS = 0.1
"""Between two checks for cancellation. How many rays are cast in it depends on the scene: a ray through thousands of surfaces on one
spot takes a millisecond."""
_MOST_GROWTH = 4.0


@dataclass(frozen=True, eq=False)
class RayCast:
    """First hits of N rays. `t`: (N,) in units of the direction, inf: nothing. `triangle`: (N,), -1: none. `uv`: (N, 2) barycentric.
    `normal`: (N, 3) unit, of the triangle."""

    t: Float32
    triangle: npt.NDArray[np.int64]
    uv: Float32
    normal: Float32


class Caster:
    """A triangle soup for ray casting. Triangle k belongs to instance `instance[k]` and is face
    `k - first[instance[k]]` of that instance's mesh.

    Each call works on the calling thread: callers distribute rays over threads (:mod:`scenewright.renderers.base.chunks`). A call
    raises JobCancelled when the job is cancelled, since ray casting takes most of a picture's time."""

    def __init__(
        self, vertices: Float32, faces: npt.NDArray[np.uint32], instance: Int32, *, job: Job | None = None
    ) -> None:
        o3d = load_open3d()
        self.job = job or Job()
        self.instance = instance
        self.tensor = o3d.core.Tensor
        self._at_a_time = _FIRST_AT_A_TIME
        self.scene = None
        if len(faces):
            self.scene = o3d.t.geometry.RaycastingScene(nthreads=1)
            self.scene.add_triangles(self.tensor(vertices), self.tensor(faces))

    def cast(self, rays: Float32) -> RayCast:
        """The first hits of rays (N, 6), origin and direction."""
        n = len(rays)
        if self.scene is None or n == 0:
            nothing = np.zeros((n, 3), dtype=np.float32)
            return RayCast(
                np.full(n, np.inf, dtype=np.float32), np.full(n, -1, dtype=np.int64), nothing[:, :2], nothing
            )
        answers = []
        for some in self._parts(rays):
            answer = self.scene.cast_rays(self.tensor(some), nthreads=1)
            answers.append(
                [answer[name].numpy() for name in ("t_hit", "primitive_ids", "primitive_uvs", "primitive_normals")]
            )
        columns = answers[0] if len(answers) == 1 else [np.concatenate(column) for column in zip(*answers, strict=True)]
        t, ids, uv, normal = columns
        triangle = ids.astype(np.int64)
        triangle[~np.isfinite(t)] = -1
        return RayCast(t, triangle, uv, normal)

    def occluded(self, rays: Float32, far: float = np.inf) -> npt.NDArray[np.bool_]:
        """(N,) whether anything lies on the rays (N, 6) nearer than `far`, in units of their direction."""
        if self.scene is None or len(rays) == 0:
            return np.zeros(len(rays), dtype=bool)
        found: list[npt.NDArray[np.bool_]] = [
            self.scene.test_occlusions(self.tensor(some), tnear=0.0, tfar=float(far), nthreads=1).numpy()
            for some in self._parts(rays)
        ]
        return found[0] if len(found) == 1 else np.concatenate(found)

    def _parts(self, rays: Float32) -> Iterator[Float32]:
        """The rays in parts that each take about as long as lies between two checks, by how long the parts before took."""
        first = 0
        while first < len(rays):
            self.job.check()
            part = rays[first : first + self._at_a_time]
            began = time.monotonic()
            yield part
            growth = min(_LOOK_SECONDS / max(time.monotonic() - began, 1e-6), _MOST_GROWTH)
            if growth < 1.0 or len(part) == self._at_a_time:
                self._at_a_time = int(np.clip(len(part) * growth, 1, _MOST_AT_A_TIME))
            first += len(part)
