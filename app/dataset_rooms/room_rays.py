"""Rays at a room: what a camera meets, and the whole outline of a thing, hidden or not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.app.dataset_rooms.room_things import RoomThings
from scenewright.renderers.base import Pinhole
from scenewright.renderers.rays.open3d_loading import load_open3d
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import FloatArray
from scenewright.scene.threads import thread_count

__all__ = ["RoomRays", "ThingOutline"]

_NEAREST = 0.02
"""Metres before the lens within which a corner has no place in the picture."""
_STRIDE = 4
"""Outside of the picture every so many-th pixel is looked at, each way: only their number matters there."""


@dataclass(frozen=True, eq=False)
class ThingOutline:
    """The outline of a thing. `mask`: (H, W) bool, where it is in the picture, hidden or not. `pixels`: its size in pixels on a canvas of
    three times the picture's width and height. `box`: x, y, width, height of it on this canvas, in pixels of the picture; may be outside of
    it."""

    mask: npt.NDArray[np.bool_]
    pixels: int
    box: tuple[int, int, int, int]


class RoomRays:
    """The triangles of a room, for rays."""

    def __init__(self, geometry: SceneGeometry, things: RoomThings) -> None:
        self._geometry = geometry
        self._owner = things.thing_of_row[geometry.entity]
        self._things: dict[int, tuple[Any, FloatArray]] = {}

    def met(self, view: Pinhole) -> tuple[npt.NDArray[np.int64], FloatArray]:
        """(H, W) the id of the thing at each pixel, 0 for the room itself, and (H, W) metres from the eye; inf: nothing."""
        scene, owners = self._whole
        hits = scene.cast_rays(_rays(view, view.pixel_points()))
        triangle = hits["primitive_ids"].numpy().astype(np.int64)
        reach = hits["t_hit"].numpy().astype(np.float64)
        hit = np.isfinite(reach)
        thing = np.where(hit, owners[np.where(hit, triangle, 0)], 0)
        length = np.linalg.norm(view.directions(view.pixel_points()), axis=1)
        shape = view.height, view.width
        return thing.reshape(shape), (reach * length).reshape(shape)

    def outline(self, thing: int, view: Pinhole) -> ThingOutline:
        """The outline of a thing by its id."""
        scene, points = self._thing(thing)
        width, height = view.width, view.height
        image, depth = view.project(points)
        low, high = np.array([-width, -height]), np.array([2 * width, 2 * height])
        if (depth > _NEAREST).all():
            low = np.maximum(low, np.floor(image.min(axis=0)).astype(int) - 1)
            high = np.minimum(high, np.ceil(image.max(axis=0)).astype(int) + 1)
        mask = np.zeros((height, width), dtype=bool)
        inner_low, inner_high = np.maximum(low, 0), np.minimum(high, [width, height])
        pixels = 0
        found: list[FloatArray] = []
        if (inner_high > inner_low).all():
            inside = _grid(inner_low, inner_high, 1)
            hit = self._hit(scene, view, inside)
            mask[inside[hit, 1].astype(int), inside[hit, 0].astype(int)] = True
            pixels += int(hit.sum())
            found.append(inside[hit])
        if (low < 0).any() or (high > [width, height]).any():
            outside = _grid(low, high, _STRIDE)
            beyond = (outside < 0).any(axis=1) | (outside >= [width, height]).any(axis=1)
            outside = outside[beyond]
            hit = self._hit(scene, view, outside)
            pixels += int(hit.sum()) * _STRIDE**2
            found.append(outside[hit])
        places = np.concatenate(found) if found else np.zeros((0, 2))
        if not len(places):
            return ThingOutline(mask, 0, (0, 0, 0, 0))
        x, y = np.floor(places.min(axis=0)).astype(int).tolist()
        right, bottom = np.floor(places.max(axis=0)).astype(int).tolist()
        return ThingOutline(mask, pixels, (x, y, right - x + 1, bottom - y + 1))

    def _hit(self, scene: Any, view: Pinhole, points: FloatArray) -> npt.NDArray[np.bool_]:
        if not len(points):
            return np.zeros(0, dtype=bool)
        return np.asarray(np.isfinite(scene.cast_rays(_rays(view, points))["t_hit"].numpy()))

    @cached_property
    def _whole(self) -> tuple[Any, npt.NDArray[np.int64]]:
        vertices, faces, owners = self._triangles(np.arange(len(self._geometry)))
        return _ray_scene(vertices, faces), owners

    def _thing(self, thing: int) -> tuple[Any, FloatArray]:
        """The ray scene of a thing, and its corners (P, 3)."""
        if thing not in self._things:
            vertices, faces, _ = self._triangles(np.flatnonzero(self._owner == thing))
            self._things[thing] = _ray_scene(vertices, faces), vertices
        return self._things[thing]

    def _triangles(
        self, instances: npt.NDArray[np.int64]
    ) -> tuple[FloatArray, npt.NDArray[np.uint32], npt.NDArray[np.int64]]:
        """(V, 3) corners, (F, 3) triangles, and (F,) the id of the thing of each, of some instances of the geometry."""
        geometry = self._geometry
        vertices, faces, owners, first = [], [], [], 0
        for i in instances.tolist():
            mesh, frame = geometry.meshes[geometry.mesh[i]], geometry.world_from_mesh[i]
            points = mesh.vertices @ frame[:3, :3].T + frame[:3, 3]
            vertices.append(points)
            faces.append(mesh.faces.astype(np.int64) + first)
            owners.append(np.full(len(mesh.faces), self._owner[i], dtype=np.int64))
            first += len(points)
        if not vertices:
            return np.zeros((0, 3)), np.zeros((0, 3), dtype=np.uint32), np.zeros(0, dtype=np.int64)
        return np.concatenate(vertices), np.concatenate(faces).astype(np.uint32), np.concatenate(owners)


def _ray_scene(vertices: FloatArray, faces: npt.NDArray[np.uint32]) -> Any:
    o3d = load_open3d()
    scene = o3d.t.geometry.RaycastingScene(nthreads=thread_count())
    if len(faces):
        scene.add_triangles(np.ascontiguousarray(vertices, dtype=np.float32), np.ascontiguousarray(faces))
    return scene


def _rays(view: Pinhole, points: FloatArray) -> Any:
    """The rays through image points (N, 2), as open3d takes them."""
    o3d = load_open3d()
    directions = view.directions(points)
    rays = np.empty((len(points), 6), dtype=np.float32)
    rays[:, :3], rays[:, 3:] = view.eye, directions
    return o3d.core.Tensor(rays)


def _grid(low: npt.NDArray[Any], high: npt.NDArray[Any], stride: int) -> FloatArray:
    """(N, 2) centres of pixels from `low` up to but not including `high`."""
    x, y = np.meshgrid(
        np.arange(low[0], high[0], stride) + 0.5 * stride,
        np.arange(low[1], high[1], stride) + 0.5 * stride,
        indexing="xy",
    )
    return np.stack([x.ravel(), y.ravel()], axis=1)
