"""The things of a scene that a fit moves: what the root consists of, each with its triangles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.app.picture_fitting.bodies import Body
from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import Array, FloatArray, IntArray, NodeKind, Scene

__all__ = ["Unit", "scene_units", "static_body"]

_ON_FLOOR = 0.02
"""Of the scene's radius: what begins so near to the ground stands on it."""
_ROUND = 0.02
"""A thing whose corners, turned by some angle about its middle, come to lie on it up to this share of its size, shows no turn."""


@dataclass(frozen=True, eq=False)
class Unit:
    """A thing that moves as a whole.

    Attributes:
        path, row: of its node. `instances`: (I,) its instances in the geometry.
        body: its triangles about `base`, the middle of the base of its box in the world, as the program has it.
        on_floor: it stands on the ground: it does not rise or sink.
        turns: whether its turn can be seen.
        one_color: all of it has one colour.
    """

    path: str
    row: int
    instances: IntArray
    body: Body
    base: FloatArray
    size: float
    on_floor: bool
    turns: bool
    one_color: bool


def scene_units(scene: Scene, geometry: SceneGeometry) -> list[Unit]:
    """The things of a scene, but for its room. Where the root is one single thing, those of that one."""
    rows = _tops(scene)
    bounds = scene.bounds
    ground = 0.0 if scene.room is not None else float(bounds[0, 1])
    radius = float(np.linalg.norm(bounds[1] - bounds[0])) / 2.0
    found = []
    for row in rows:
        end = scene.subtree_end(row)
        instances = np.flatnonzero((geometry.entity >= row) & (geometry.entity < end))
        if not len(instances):
            continue
        points, faces, normals, colors = _triangles(geometry, instances)
        low, high = points.min(axis=0), points.max(axis=0)
        base = np.array([(low[0] + high[0]) / 2.0, low[1], (low[2] + high[2]) / 2.0])
        body = Body(points - base, faces, normals, colors)
        one = len(np.unique(np.round(geometry.color[instances], 4), axis=0)) == 1
        floor = abs(float(low[1]) - ground) < _ON_FLOOR * radius
        size = float(np.linalg.norm(high - low))
        found.append(Unit(scene.paths[row], row, instances, body, base, size, floor, _shows_turn(points - base), one))
    return found


def static_body(geometry: SceneGeometry, still: Array[np.bool_]) -> Body | None:
    """What does not move, such as a room, in the world; None without any. `still`: (I,) its instances, those that the view shows."""
    rest = np.flatnonzero(still)
    if not len(rest):
        return None
    return Body(*_triangles(geometry, rest))


def _tops(scene: Scene) -> list[int]:
    kinds = scene.nodes.kind

    def below(row: int) -> list[int]:
        return [k for k in scene.children_of(row) if kinds[k] != NodeKind.ROOM]

    rows = below(0)
    while len(rows) == 1 and kinds[rows[0]] in (NodeKind.ENTITY, NodeKind.GROUP) and len(below(rows[0])) > 1:
        rows = below(rows[0])
    return rows


def _triangles(geometry: SceneGeometry, instances: IntArray) -> tuple[FloatArray, IntArray, FloatArray, FloatArray]:
    """(points (V, 3), faces (F, 3), normals (F, 3), linear colours (F, 3)) of instances, in the world."""
    points, faces, normals, colors = [], [], [], []
    first = 0
    for i in instances:
        mesh = geometry.meshes[geometry.mesh[i]]
        world = geometry.world_from_mesh[i]
        moved = mesh.vertices.astype(np.float64) @ world[:3, :3].T + world[:3, 3]
        corners = mesh.faces.astype(np.int64)
        across = np.cross(moved[corners[:, 1]] - moved[corners[:, 0]], moved[corners[:, 2]] - moved[corners[:, 0]])
        points.append(moved)
        faces.append(corners + first)
        normals.append(across / np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-20))
        colors.append(np.broadcast_to(linear_from_srgb(geometry.color[i]), (len(corners), 3)))
        first += len(moved)
    return np.concatenate(points), np.concatenate(faces), np.concatenate(normals), np.concatenate(colors)


def _shows_turn(points: FloatArray) -> bool:
    """Whether points (V, 3) about the middle of a base look different when they are turned."""
    radius = np.hypot(points[:, 0], points[:, 2])
    if radius.max() <= 0.0:
        return False
    # by height: a thing of revolution has the same greatest radius in all directions
    angle = np.arctan2(points[:, 2], points[:, 0])
    sector = np.floor((angle + np.pi) / (2.0 * np.pi) * 8.0).astype(np.int64) % 8
    reach = np.array([radius[sector == k].max(initial=0.0) for k in range(8)])
    return bool(np.ptp(reach) > _ROUND * radius.max() + 0.03 * radius.max())
