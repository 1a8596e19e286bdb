"""What a view of a scene shows of each thing in it, by rays through a coarse picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import Pinhole, hidden_rows, hidden_walls, looks_from_above, room_items, sees_ceiling
from scenewright.renderers.rays import CEILING, RayScene
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, FloatArray, Scene

__all__ = ["SeenView", "ViewJudge"]

_LEAST_SHARE = 0.006
"""Of the picture: what shows less of a thing shows it less well."""
_HALF_HIDDEN = 0.4
"""Of the box of a thing as the picture has it: what shows less of the thing shows it cut or hidden."""
_LAND = 0.3
"""Metres. Something flatter than this below most of an outdoor scene is its ground, and no thing."""
_NAMED = 0.8
"""Share of what is named in how much a view tells."""
_FLAT = 0.4
"""What is less deep than this, over its breadth or height, is flat."""
_FROM_BEHIND = 0.3
"""How well the back of a flat thing shows the thing."""
_NEAREST = 0.05
"""Metres before the lens within which a corner of a box has no place in the picture."""
_CLEAR = 0.5
"""Opacity below which a surface hides nothing."""

_FINE, _FEWEST = (480, 360), 2
"""Rays across and down a view that is asked what it shows, and the fewest of them that show something."""

Shares = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class SeenView:
    """What one view shows. The picture has H rows of W rays.

    Attributes:
        thing: (H, W) number of the thing at each ray, -1: the room, the ground or nothing.
        away: (H, W) metres to what the ray meets; inf: nothing.
        shown: (T,) how well each of the T things is shown: 0 not at all, 1 whole and large enough.
        gone: (T,) whether the view leaves a thing out.
        outside: share of the rays that meet neither a thing nor the room.
    """

    thing: npt.NDArray[np.int64]
    away: Shares
    shown: Shares
    gone: npt.NDArray[np.bool_]
    outside: float

    @property
    def pixels(self) -> npt.NDArray[np.int64]:
        """(T,) rays that meet each thing."""
        return np.bincount(self.thing[self.thing >= 0], minlength=len(self.shown))


class ViewJudge:
    """Judges views of one scene. Things of one kind count together, however many they are."""

    def __init__(
        self, scene: Scene, geometry: SceneGeometry, *, named: Sequence[int] = (), job: Job | None = None
    ) -> None:
        """
        Args:
            geometry: the triangles of the scene; few are enough.
            named: rows of the things that a description names.
        """
        self.scene = scene
        self.geometry = geometry
        self.job = job or Job()
        rows = [row for row in room_items(scene) if not _is_land(scene, row)]
        self.boxes: FloatArray = np.array([scene.entity(row).bounds for row in rows]).reshape(-1, 2, 3)
        self.named = np.array([any(row <= n < scene.subtree_end(row) for n in named) for row in rows], dtype=np.bool_)
        words = [(scene.entity(row).word, bool(is_named)) for row, is_named in zip(rows, self.named, strict=True)]
        _, self._kind = np.unique([f"{word} {is_named}" for word, is_named in words], return_inverse=True)
        owner = np.full(len(scene) + 1, -1, dtype=np.int64)
        for number, row in enumerate(rows):
            owner[row : scene.subtree_end(row)] = number
        self.rows = tuple(rows)
        """Rows of the things."""
        ahead = np.array([scene.world_from_local[row][[0, 2], 2] for row in rows]).reshape(-1, 2)
        self.fronts: FloatArray = ahead / np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 1e-12)
        """(T, 2) x and z of the direction in which each thing faces."""
        self._number = owner[geometry.entity]
        self._built: dict[tuple[tuple[str, ...], bool], tuple[RayScene, npt.NDArray[np.bool_]]] = {}

    def __len__(self) -> int:
        """How many things there are to see; none without triangles."""
        return len(self.boxes) if len(self.geometry) else 0

    def middle(self, *, named: bool) -> FloatArray:
        """(3,) middle of the things by their size, of those that are named if there are any and `named` asks for them."""
        boxes = self.boxes[self.named] if named and self.named.any() else self.boxes
        sizes = np.clip(np.prod(np.maximum(boxes[:, 1] - boxes[:, 0], 0.05), axis=1), 0.0, 2.0)
        return np.asarray((boxes.mean(axis=1) * sizes[:, None]).sum(axis=0) / sizes.sum())

    def visible(self, camera: Camera) -> npt.NDArray[np.bool_]:
        """(I,) whether a view draws the instances of the geometry."""
        return self._rays(camera)[1]

    def look(self, camera: Camera, width: int, height: int) -> SeenView:
        """What a view shows, by `width` by `height` rays.

        Raises:
            JobCancelled: the job was cancelled.
        """
        rays, drawn = self._rays(camera)
        pinhole = Pinhole.of(camera, width, height)
        directions = pinhole.directions(pinhole.pixel_points()).astype(np.float32)
        origins = np.broadcast_to(((pinhole.eye - rays.centre) / rays.radius).astype(np.float32), directions.shape)
        hits = rays.cast_solid(origins, directions, see_ground=False, see_ceiling=sees_ceiling(self.scene, camera))
        pane = np.zeros(len(directions), dtype=np.bool_)
        if rays.special.scene is not None:
            front = rays.cast_special(origins, directions)
            solid = np.zeros(len(directions), dtype=np.bool_)
            met = pane = front.instance >= 0
            seen = front.instance[met]
            solid[met] = ((rays.opacity[seen] >= _CLEAR) | (rays.emission[seen] > 0.0)) & (self._number[seen] >= 0)
            hits = hits.replaced(solid & (front.t < hits.t), front)
        away = hits.t * rays.radius * np.linalg.norm(directions, axis=1)
        thing = np.full(len(directions), -1, dtype=np.int64)
        met = hits.instance >= 0
        thing[met] = self._number[hits.instance[met]]
        outside = float(np.count_nonzero(~(met | pane | (hits.instance == CEILING)))) / len(thing)
        counts = np.bincount(thing[thing >= 0], minlength=len(self)) / len(thing)
        size, framed = self._box_shares(pinhole)
        whole = np.minimum(counts / np.maximum(_HALF_HIDDEN * size, 1e-9), 1.0)
        shown = np.minimum(counts / _LEAST_SHARE, 1.0) * (0.4 + 0.6 * whole) * (0.5 + 0.5 * framed)
        shown[self.turned_away(pinhole.eye)] *= _FROM_BEHIND
        gone = np.ones(len(self), dtype=np.bool_)
        gone[self._number[drawn & (self._number >= 0)]] = False
        return SeenView(thing.reshape(height, width), away.reshape(height, width), shown, gone, outside)

    def seen_rows(self, camera: Camera) -> set[int]:
        """The rows of all that a view shows, with those that hold it.

        Raises:
            JobCancelled: the job was cancelled.
        """
        width, height = _FINE
        rays, _ = self._rays(camera)
        pinhole = Pinhole.of(camera, width, height)
        directions = pinhole.directions(pinhole.pixel_points()).astype(np.float32)
        origins = np.broadcast_to(((pinhole.eye - rays.centre) / rays.radius).astype(np.float32), directions.shape)
        met = rays.cast_solid(
            origins, directions, see_ground=False, see_ceiling=sees_ceiling(self.scene, camera)
        ).instance
        met = met[met >= 0]
        if rays.special.scene is not None:
            front = rays.cast_special(origins, directions).instance
            met = np.concatenate([met, front[front >= 0]])
        counts = np.bincount(met, minlength=1)
        rows: set[int] = set()
        for row in {int(self.geometry.entity[n]) for n in np.flatnonzero(counts >= _FEWEST)}:
            holder = row
            while holder >= 0 and holder not in rows:
                rows.add(holder)
                holder = int(self.scene.nodes.parent[holder])
        return rows

    def turned_away(self, eye: FloatArray) -> npt.NDArray[np.bool_]:
        """(T,) whether the back of a flat thing, such as a screen, a picture or a wardrobe, is toward a point (3,)."""
        toward = eye[[0, 2]] - self.boxes.mean(axis=1)[:, [0, 2]]
        size = self.boxes[:, 1] - self.boxes[:, 0]
        deep = (np.abs(self.fronts) * size[:, [0, 2]]).sum(axis=1)
        broad = (np.abs(self.fronts[:, ::-1]) * size[:, [0, 2]]).sum(axis=1)
        flat = deep < _FLAT * np.maximum(broad, size[:, 1])
        return np.asarray(flat & (np.einsum("ni,ni->n", self.fronts, toward) < 0.0))

    def told(self, view: SeenView) -> float:
        """How much of the scene a view tells, 0 to 1: the mean over the kinds of things, those that are named before all others.
        Fifty chairs count more than one lectern, but not fifty times as much."""
        count = np.bincount(self._kind)
        kinds = np.bincount(self._kind, weights=view.shown) / count
        weight = 1.0 + 0.5 * np.log2(count)
        is_named = np.zeros(len(kinds), dtype=np.bool_)
        is_named[self._kind[self.named]] = True
        if is_named.all() or not is_named.any():
            return float(np.average(kinds, weights=weight))
        named, others = (float(np.average(kinds[of], weights=weight[of])) for of in (is_named, ~is_named))
        return _NAMED * named + (1.0 - _NAMED) * others

    def _rays(self, camera: Camera) -> tuple[RayScene, npt.NDArray[np.bool_]]:
        """The ray scene of what a view draws, and (I,) whether it draws the instances."""
        key = hidden_walls(self.scene, camera), looks_from_above(self.scene, camera)
        if key not in self._built:
            drawn = ~hidden_rows(self.scene, camera)[self.geometry.entity]
            rays = RayScene(
                self.geometry, visible=drawn, bounds=self.scene.bounds, ground_height=None, room=self.scene.room, job=self.job
            )  # fmt: skip
            self._built[key] = rays, drawn
        return self._built[key]

    def _box_shares(self, pinhole: Pinhole) -> tuple[Shares, Shares]:
        """(T,) the size of each thing's box in an endless picture, over the size of the picture, and (T,) the share of it that the picture
        has."""
        corner = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)])
        points = self.boxes[:, corner, np.arange(3)]
        image, depth = pinhole.project(points.reshape(-1, 3))
        image, depth = image.reshape(-1, 8, 2) / [pinhole.width, pinhole.height], depth.reshape(-1, 8)
        low, high = image.min(axis=1), image.max(axis=1)
        size = np.prod(high - low, axis=1)
        inside = np.prod(np.maximum(np.minimum(high, 1.0) - np.maximum(low, 0.0), 0.0), axis=1)
        before = depth.min(axis=1) > _NEAREST
        return np.where(before, size, 1.0), np.where(before, inside / np.maximum(size, 1e-12), 0.5)


def _is_land(scene: Scene, row: int) -> bool:
    if scene.room is not None:
        return False
    box, whole = scene.entity(row).bounds, scene.bounds
    size = box[1] - box[0]
    return bool(size[1] < _LAND and np.all(size[[0, 2]] > 0.6 * (whole[1] - whole[0])[[0, 2]]))
