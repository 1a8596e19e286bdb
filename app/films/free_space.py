"""Where an eye may be in a room: far enough from every surface, and connected.

Distances are exact to the triangles that are drawn (Embree). The floor is a raster of cells of about 10 cm. What moves is looked at in
some frames of the animation.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import dijkstra

from scenewright.renderers.rays import RayScene
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray, Room, Scene

__all__ = ["FreeFloor", "FreeSpace"]

_CELL = 0.1
_MOST_CELLS = 60_000
_LEVELS = 0.2
"""Metres between the heights at which a place is looked at."""
_ABOVE_FLOOR = 0.05
_EYE = 1.5
"""Metres of the eye above the floor."""
_BELOW_CEILING = 0.3
_AROUND_HEAD = 0.35
"""Metres below and above the eye that a flying camera needs."""
_FAR = 1.0
"""Metres. What is farther away does not matter."""
_NEAR_COST = 3.0
"""How much longer a way counts at the edge of what is free than in the middle of a wide place."""
_CLEAR = 0.5
"""Opacity below which a surface hides nothing."""
_INNER = 4
"""Of the six directions along the axes: what sees so many inner sides is within something. Of what is mirrored all sides are inner ones."""
_STEPS = ((1, 0), (0, 1), (1, 1), (1, -1))
_EIGHT = np.ones((3, 3))

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class FreeFloor:
    """The connected places where an eye may be.

    Attributes:
        places: (P, 3) world positions of the eye, at the middle of a cell each.
        clearance: (P,) metres to the nearest surface beside the eye or below it, at most one.
        radius: metres that each has around it at least.
        stands: a person may stand there; otherwise only the camera has room, over low furniture.
    """

    places: FloatArray
    clearance: FloatArray
    radius: float
    stands: bool
    _links: csr_array

    def farthest(self, start: int) -> int:
        """The number of the place that is farthest from another, along the floor."""
        return int(self._away(start)[0].argmax())

    def ways(self, start: int, goals: npt.NDArray[np.int64]) -> list[npt.NDArray[np.int64]]:
        """For each of G goals (K,) numbers of the places from `start` to it, by a short way that prefers to be wide."""
        _, before = self._away(start)
        found = []
        for goal in goals.tolist():
            way = [goal]
            while way[-1] != start:
                way.append(int(before[way[-1]]))
            found.append(np.array(way[::-1]))
        return found

    def _away(self, start: int) -> tuple[FloatArray, npt.NDArray[np.int32]]:
        """(P,) metres from a place to each, and (P,) the place before it on the way."""
        away, before = dijkstra(self._links, directed=False, indices=start, return_predecessors=True)
        return away, before


class FreeSpace:
    """The free space of a room."""

    def __init__(self, scene: Scene, geometries: list[SceneGeometry], *, job: Job) -> None:
        """
        Args:
            scene: a scene with a room.
            geometries: its triangles, in some frames of an animation.
        """
        assert scene.room is not None
        self.room: Room = scene.room
        self.eye_height = min(_EYE, max(self.room.height - _BELOW_CEILING, 0.5 * self.room.height))
        self._job = job
        self._rays = [
            RayScene(
                geometry, visible=np.ones(len(geometry), dtype=np.bool_), bounds=scene.bounds, ground_height=None, room=None, job=job
            )
            for geometry in geometries
        ]  # fmt: skip

    def clearance(self, points: FloatArray) -> FloatArray:
        """(N,) metres from points (N, 3) to the nearest surface of any kind; inf without surfaces.

        Raises:
            JobCancelled: the job was cancelled.
        """
        out = np.full(len(points), np.inf)
        for rays in self._rays:
            unit = ((points - rays.centre) / rays.radius).astype(np.float32)
            for caster in (rays.solid, rays.special):
                if caster.scene is None:
                    continue
                for first in range(0, len(unit), 20_000):
                    self._job.check()
                    some = caster.tensor(unit[first : first + 20_000])
                    away = caster.scene.compute_distance(some, nthreads=1).numpy() * rays.radius
                    out[first : first + 20_000] = np.minimum(out[first : first + 20_000], away)
        return out

    def within(self, points: FloatArray) -> Mask:
        """(N,) whether points (N, 3) lie within something solid: most of what they see of it is its inner side."""
        inner = np.zeros(len(points), dtype=np.int64)
        ways = np.concatenate([np.eye(3), -np.eye(3)]).astype(np.float32)
        for rays in self._rays:
            unit = np.repeat(((points - rays.centre) / rays.radius).astype(np.float32), len(ways), axis=0)
            along = np.tile(ways, (len(points), 1))
            met = rays.solid.cast(np.concatenate([unit, along], axis=1))
            seen = (met.triangle >= 0) & ((met.normal * along).sum(axis=1) > 0.0)
            inner = np.maximum(inner, seen.reshape(len(points), len(ways)).sum(axis=1))
        return inner >= _INNER

    def sight(self, eyes: FloatArray, ways: FloatArray) -> FloatArray:
        """(N,) metres that one sees from eyes (N, 3) along unit vectors (N, 3), through glass; inf: into the open."""
        rays = self._rays[0]
        origins = ((eyes - rays.centre) / rays.radius).astype(np.float32)
        solid = rays.cast_solid(origins, ways.astype(np.float32), see_ground=False, see_ceiling=False)
        other = rays.cast_special(origins, ways.astype(np.float32))
        met = np.flatnonzero(other.instance >= 0)
        clear = np.ones(len(eyes), dtype=np.bool_)
        shown = other.instance[met]
        clear[met] = (rays.opacity[shown] < _CLEAR) & (rays.emission[shown] == 0.0)
        return np.asarray(np.where(clear, solid.t, np.minimum(solid.t, other.t)) * rays.radius)

    def floor(self, radius: float, *, stands: bool) -> FreeFloor | None:
        """The largest connected part of the floor over which an eye has so many metres around it; None where there is none.

        Args:
            stands: a person must have room from the floor up; otherwise the eye alone.
        """
        free = self._room_at(stands) >= radius
        label, count = ndimage.label(free, structure=_EIGHT)
        if not count:
            return None
        largest = int(np.bincount(label.reshape(-1))[1:].argmax()) + 1
        cells = np.argwhere(label == largest)
        x, z = self._cells
        places = np.stack([x[cells[:, 0]], np.full(len(cells), self.eye_height), z[cells[:, 1]]], axis=1)
        clearance = np.minimum(self._room_at(stands)[cells[:, 0], cells[:, 1]], _FAR)
        return FreeFloor(places, clearance, radius, stands, self._graph(label == largest, cells, clearance, radius))

    def body(self, eyes: FloatArray, *, stands: bool) -> FloatArray:
        """(N,) metres from the upright line below each eye (N, 3), with what is needed above it, to the nearest surface or wall."""
        levels = self._levels(stands)
        points = np.repeat(eyes, len(levels), axis=0)
        points[:, 1] = np.tile(levels, len(eyes))
        away = self.clearance(points).reshape(len(eyes), len(levels)).min(axis=1)
        walls = np.minimum(self.room.width / 2.0 - np.abs(eyes[:, 0]), self.room.depth / 2.0 - np.abs(eyes[:, 2]))
        return np.minimum(away, walls)

    def _levels(self, stands: bool) -> FloatArray:
        """Heights at which a place is looked at. The lowest is above the floor by more than any radius that is asked for."""
        lowest = _ABOVE_FLOOR + 0.35 if stands else self.eye_height - _AROUND_HEAD
        return np.arange(lowest, self.eye_height + 0.6 * _LEVELS, _LEVELS)

    @cached_property
    def _cells(self) -> tuple[FloatArray, FloatArray]:
        """(X,) and (Z,) coordinates of the middles of the cells, metres."""
        room = self.room
        side = max(_CELL, float(np.sqrt(room.width * room.depth / _MOST_CELLS)))
        counts = [max(round(length / side), 1) for length in (room.width, room.depth)]
        x, z = ((np.arange(n) + 0.5) / n - 0.5 for n in counts)
        return x * room.width, z * room.depth

    @cached_property
    def _standing(self) -> FloatArray:
        return self._measured(stands=True)

    @cached_property
    def _flying(self) -> FloatArray:
        return self._measured(stands=False)

    def _room_at(self, stands: bool) -> FloatArray:
        return self._standing if stands else self._flying

    def _measured(self, *, stands: bool) -> FloatArray:
        """(X, Z) metres that each cell has around it."""
        x, z = self._cells
        eyes = np.stack(np.meshgrid(x, [self.eye_height], z, indexing="ij"), axis=-1).reshape(-1, 3)
        away = np.where(self.within(eyes), 0.0, self.body(eyes, stands=stands))
        return np.asarray(away.reshape(len(x), len(z)))

    def _graph(self, free: Mask, cells: npt.NDArray[np.int64], clearance: FloatArray, radius: float) -> csr_array:
        """(P, P) the lengths of the ways between neighbouring places, longer where it is narrow."""
        number = np.full(free.shape, -1)
        number[cells[:, 0], cells[:, 1]] = np.arange(len(cells))
        x, z = self._cells
        step = np.array([x[1] - x[0] if len(x) > 1 else _CELL, z[1] - z[0] if len(z) > 1 else _CELL])
        padded = np.pad(number, 1, constant_values=-1)
        narrow = 1.0 + _NEAR_COST * np.clip((_FAR - clearance) / max(_FAR - radius, 1e-6), 0.0, 1.0) ** 2
        rows, columns, lengths = [], [], []
        for dx, dz in _STEPS:
            other = padded[1 + dx : padded.shape[0] - 1 + dx, 1 + dz : padded.shape[1] - 1 + dz]
            both = (number >= 0) & (other >= 0)
            a, b = number[both], other[both]
            rows.append(a)
            columns.append(b)
            lengths.append(np.hypot(dx * step[0], dz * step[1]) * (narrow[a] + narrow[b]) / 2.0)
        return coo_array(
            (np.concatenate(lengths), (np.concatenate(rows), np.concatenate(columns))), shape=(len(cells), len(cells))
        ).tocsr()
