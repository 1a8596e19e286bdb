"""Rays at the things of a scene from many views in one go.

The triangles are built once for all views: what a view leaves out is looked through, and the shell of a room needs no triangles. Walls,
floor and ceiling stand around all things, so from within, or through a wall that is left out, they hide nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import HiddenRows, Pinhole, hidden_walls, looks_from_above
from scenewright.renderers.rays import RayScene
from scenewright.renderers.rays.scene import Hits
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, FloatArray, Scene

__all__ = ["NOWHERE", "Met", "ThingRays"]

_CLEAR = 0.5
"""Opacity below which a surface hides nothing."""
_BEYOND = 1e-5
"""Of the unit frame: where a ray goes on behind what its view leaves out."""
_MOST_LEFT_OUT = 24
"""Surfaces that a ray looks through, at most."""

NOWHERE = -1
"""No instance."""

Mask = npt.NDArray[np.bool_]
Shares = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Met:
    """What the rays of V views meet, N each. `instance`: (V, N), NOWHERE: no thing. `away`: (V, N) metres to the thing, or to the inside of
    the room's shell, or to the ground outdoors; inf: nothing. `outside`: (V, N) whether a ray meets neither a thing nor the place."""

    instance: npt.NDArray[np.int64]
    away: Shares
    outside: Mask


class ThingRays:
    """The triangles of the things of one scene."""

    def __init__(self, scene: Scene, geometry: SceneGeometry, is_thing: Mask, *, ground: float, job: Job) -> None:
        """
        Args:
            is_thing: (I,) which instances are things.
            ground: height of the ground outdoors, in metres.
        """
        self.scene, self.geometry, self.job = scene, geometry, job
        self._is_thing, self._ground = is_thing, ground
        self._hidden = HiddenRows(scene)
        self._left_out: dict[tuple[tuple[str, ...], bool], Mask] = {}

    @cached_property
    def _things(self) -> RayScene:
        return self._built(self._is_thing)

    def _built(self, chosen: Mask) -> RayScene:
        return RayScene(
            self.geometry, visible=chosen, bounds=self.scene.bounds, ground_height=None, room=None, job=self.job
        )

    def left_out(self, camera: Camera) -> Mask:
        """(I,) which instances a view leaves out."""
        key = hidden_walls(self.scene, camera), looks_from_above(self.scene, camera)
        if key not in self._left_out:
            self._left_out[key] = self._hidden.of(camera)[self.geometry.entity]
        return self._left_out[key]

    def cast(self, cameras: Sequence[Camera], width: int, height: int) -> Met:
        """What `width` by `height` rays of each view meet.

        Raises:
            JobCancelled: the job was cancelled.
        """
        views = [Pinhole.of(camera, width, height) for camera in cameras]
        points = views[0].pixel_points()
        directions = np.concatenate([view.directions(points) for view in views])
        eyes = np.repeat([view.eye for view in views], len(points), axis=0)
        view_of = np.repeat(np.arange(len(views)), len(points))
        instance, t = self.first(cameras, eyes, directions, view_of)
        away, outside = self._surroundings(eyes, directions, instance, t)
        shape = len(views), len(points)
        away *= np.linalg.norm(directions, axis=1)
        return Met(instance.reshape(shape), away.reshape(shape), outside.reshape(shape))

    def first(
        self, cameras: Sequence[Camera], eyes: FloatArray, directions: FloatArray, view_of: npt.NDArray[np.int64]
    ) -> tuple[npt.NDArray[np.int64], Shares]:
        """(N,) the first instance of a thing that each ray meets, NOWHERE: none, and (N,) how far it is, in units of the direction.

        Args:
            eyes: (N, 3) where the rays begin; `directions`: (N, 3) where they go.
            view_of: (N,) number of the camera of each ray; what that leaves out is looked through.

        Raises:
            JobCancelled: the job was cancelled.
        """
        hidden = np.stack([self.left_out(camera) for camera in cameras])
        return self._first(self._things, eyes, directions, hidden, view_of)

    def seen_instances(
        self, camera: Camera, width: int, height: int, *, fewest: int, shell: bool
    ) -> npt.NDArray[np.int64]:
        """The instances that at least `fewest` rays meet, panes too. `shell`: those of the room's shell too, such as doors, or of
        the land.

        Raises:
            JobCancelled: the job was cancelled.
        """
        view = Pinhole.of(camera, width, height)
        directions = view.directions(view.pixel_points())
        eyes = np.broadcast_to(view.eye, directions.shape)
        hidden, only = self.left_out(camera)[None], np.zeros(len(directions), dtype=np.int64)
        met, t = self._first(self._things, eyes, directions, hidden, only)
        seen = [met]
        others = [(self._things, True), *(((self._shell, False), (self._shell, True)) if shell else ())]
        for rays, special in others:
            found, there = self._first(rays, eyes, directions, hidden, only, special=special)
            seen.append(np.where(there < t, found, NOWHERE))
        all_met = np.concatenate(seen)
        counts = np.bincount(all_met[all_met >= 0], minlength=1)
        return np.flatnonzero(counts >= fewest)

    @cached_property
    def _shell(self) -> RayScene:
        """All that is no thing: the shell of the room, or the land outdoors."""
        return self._built(~self._is_thing)

    def _first(
        self, rays: RayScene, eyes: FloatArray, directions: FloatArray, hidden: Mask, view_of: npt.NDArray[np.int64],
        *, special: bool | None = None,
    ) -> tuple[npt.NDArray[np.int64], Shares]:  # fmt: skip
        """(N,) the first instance that each ray meets and that its view does not leave out, and (N,) how far it is, in units of the
        direction. `special`: of the panes and lights alone, or of all others alone; None: of all that hides something."""
        origins = ((eyes - rays.centre) / rays.radius).astype(np.float32)
        ways = directions.astype(np.float32)
        instance = np.full(len(ways), NOWHERE, dtype=np.int64)
        far = np.full(len(ways), np.inf)
        begun = np.zeros(len(ways))
        going = np.arange(len(ways))
        for _ in range(_MOST_LEFT_OUT):
            if not len(going):
                break
            start = origins[going] + (begun[going, None] * ways[going]).astype(np.float32)
            hits = self._hits(rays, start, ways[going], special)
            found = hits.instance.astype(np.int64)
            met = found >= 0
            through = np.zeros(len(going), dtype=np.bool_)
            through[met] = hidden[view_of[going[met]], found[met]]
            done = met & ~through
            instance[going[done]] = found[done]
            far[going[done]] = begun[going[done]] + hits.t[done]
            begun[going[through]] += hits.t[through] + _BEYOND
            going = going[through]
        return instance, far * rays.radius

    def _hits(
        self, rays: RayScene, origins: npt.NDArray[np.float32], ways: npt.NDArray[np.float32], special: bool | None
    ) -> Hits:
        if special:
            return rays.cast_special(origins, ways)
        solid = rays.cast_solid(origins, ways, see_ground=False, see_ceiling=False)
        if special is False or rays.special.scene is None:
            return solid
        front = rays.cast_special(origins, ways)
        met = np.flatnonzero(front.instance >= 0)
        seen = front.instance[met]
        hides = np.zeros(len(ways), dtype=np.bool_)
        hides[met] = (rays.opacity[seen] >= _CLEAR) | (rays.emission[seen] > 0.0)
        return solid.replaced(hides & (front.t < solid.t), front)

    def _surroundings(
        self, eyes: FloatArray, directions: FloatArray, instance: npt.NDArray[np.int64], t: Shares
    ) -> tuple[Shares, Mask]:
        """(N,) how far each ray goes, in units of the direction, and (N,) whether it leaves the place without meeting a thing."""
        room, none = self.scene.room, instance < 0
        with np.errstate(divide="ignore", invalid="ignore"):
            if room is not None:
                half = np.array([room.width / 2.0, room.height, room.depth / 2.0])
                low = np.where([True, False, True], -half, 0.0)
                planes = np.stack([(low - eyes) / directions, (half - eyes) / directions])
                enters, leaves = planes.min(axis=0).max(axis=1), planes.max(axis=0).min(axis=1)
                inside = (leaves > np.maximum(enters, 0.0)) & none
                return np.where(inside, leaves, t), none & ~inside
            down = (self._ground - eyes[:, 1]) / directions[:, 1]
            on = none & (down > 0.0) & (directions[:, 1] < 0.0)
            place = eyes[:, [0, 2]] + np.where(on, down, 0.0)[:, None] * directions[:, [0, 2]]
            bounds = self.scene.bounds[:, [0, 2]]
            beyond = on & ~np.all((place >= bounds[0]) & (place <= bounds[1]), axis=1)
            return np.where(on, down, t), beyond
