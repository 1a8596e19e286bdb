"""Default cameras of scenes that declare none, fitted to the scene at any scale; rooms are seen past an open corner."""

from __future__ import annotations

import math

import numpy as np

from scenewright.renderers.base.culling import hidden_rows, room_items
from scenewright.scene.model import Camera, FloatArray, PrimitiveKind, Scene

__all__ = ["default_camera", "fitted_camera", "inside_camera", "scene_points", "view_cameras"]

_OBJECT_FOV = 32.0
_ROOM_FOV = 38.0
_INSIDE_FOV = 74.0
_MARGIN = 0.06
"""Share of the picture that stays empty at each edge."""

_BOX = np.array([[x, y, z] for x in (-1.0, 1.0) for y in (-1.0, 1.0) for z in (-1.0, 1.0)])
_MAX_POINTS = 200_000


def view_cameras(scene: Scene, *, aspect: float = 4.0 / 3.0) -> tuple[Camera, ...]:
    """The program's cameras, or the default camera if it has none. `aspect`: width over height of the picture."""
    return scene.cameras or (default_camera(scene, aspect=aspect),)


def default_camera(scene: Scene, *, aspect: float = 4.0 / 3.0) -> Camera:
    """A camera that shows the whole scene, in all frames of an animation.

    A room is seen from above past its most open corner; renderers leave out the walls in between, see
    :mod:`scenewright.renderers.base.culling`. Other scenes are seen from the front (+z), slightly from the right and from above.
    """
    if scene.room is not None:
        return _room_overview(scene, aspect)
    points = scene_points(scene)
    size = np.ptp(points, axis=0)
    # the flatter the scene, the more from above
    flatness = size[1] / max(size[0], size[2], 1e-300)
    elevation = math.radians(34.0 - 16.0 * min(flatness, 1.0))
    azimuth = math.radians(32.0)
    toward_eye = _direction(azimuth, elevation)
    return fitted_camera(points, toward_eye, fov=_OBJECT_FOV, aspect=aspect)


def inside_camera(scene: Scene) -> Camera:
    """A camera inside the room, in its most open corner, at the eye height of a standing person.

    Raises:
        ValueError: the scene has no room.
    """
    if scene.room is None:
        raise ValueError("the scene has no room to stand in")
    room = scene.room
    sx, sz = _open_corner(scene)
    inset = 0.08 * min(room.width, room.depth)
    eye = (sx * (room.width / 2.0 - inset), min(0.72 * room.height, 1.9), sz * (room.depth / 2.0 - inset))
    target = (-sx * 0.2 * room.width, 0.28 * room.height, -sz * 0.2 * room.depth)
    return Camera(eye=eye, target=target, fov=_INSIDE_FOV)


def fitted_camera(
    points: FloatArray, toward_eye: FloatArray, *, fov: float, aspect: float, margin: float = _MARGIN
) -> Camera:
    """The nearest camera in a direction that has all points (N, 3) in view.

    Args:
        toward_eye: (3,) direction from the scene to the eye, world frame, of any length.
        fov: vertical field of view, degrees.
        aspect: width over height of the picture.
        margin: share of the picture that stays empty at each edge.
    """
    back = toward_eye / np.linalg.norm(toward_eye)
    right = np.cross([0.0, 1.0, 0.0], back)
    if np.linalg.norm(right) < 1e-9:
        right = np.array([1.0, 0.0, 0.0])
    right /= np.linalg.norm(right)
    up = np.cross(back, right)
    x, y, z = points @ right, points @ up, points @ back
    ty = math.tan(math.radians(fov) / 2.0) * (1.0 - 2.0 * margin)
    tx = math.tan(math.radians(fov) / 2.0) * aspect * (1.0 - 2.0 * margin)
    # a point is in view where |x - ex| <= tx (ez - z): two half-planes an axis, solved for their apex
    x_plus, x_minus = float(np.max(x + tx * z)), float(np.max(tx * z - x))
    y_plus, y_minus = float(np.max(y + ty * z)), float(np.max(ty * z - y))
    ez = max((x_plus + x_minus) / (2.0 * tx), (y_plus + y_minus) / (2.0 * ty))
    # the eye must not be inside the geometry
    span = max(float(np.ptp(points, axis=0).max()), 1e-9)
    ez = max(ez, float(z.max()) + 0.05 * span)
    ex, ey = (x_plus - x_minus) / 2.0, (y_plus - y_minus) / 2.0
    eye = ex * right + ey * up + ez * back
    target = eye - back * (ez - float(np.median(z)))
    if np.linalg.norm(eye - target) < 0.02 * span:
        target = eye - back * span
    return Camera(eye=_vec3(eye), target=_vec3(target), fov=fov)


def scene_points(scene: Scene) -> FloatArray:
    """(P, 3) world points whose convex hull contains the geometry of all frames: box corners and hulls of the leaves."""
    clouds = [_frame_points(scene.frame(k)) for k in range(scene.frames)]
    points = np.concatenate(clouds)
    if len(points) > _MAX_POINTS:
        low, high = points.min(axis=0), points.max(axis=0)
        points = (low + high) / 2.0 + _BOX * (high - low) / 2.0
    if len(points) == 0:
        return _BOX * 0.5
    return points


def _frame_points(scene: Scene) -> FloatArray:
    rows = scene.leaf_rows
    kinds = scene.nodes.primitive[rows]
    half = np.where((kinds == PrimitiveKind.CUBE) | (kinds == PrimitiveKind.BLOCK), 0.5, 1.0)[:, None] * np.ones(3)
    centre = np.zeros((len(rows), 3))
    upright = (kinds == PrimitiveKind.CYLINDER) | (kinds == PrimitiveKind.CONE)
    half[upright, 1] = centre[upright, 1] = 0.5
    # the corners of a ball's box lie far outside of the ball
    half[kinds == PrimitiveKind.SPHERE] *= 0.75
    local = centre[:, None, :] + _BOX * half[:, None, :]
    m = scene.world_from_local[rows]
    shaped = ~np.isin(kinds, (PrimitiveKind.MESH, PrimitiveKind.SPLAT))
    clouds = [(np.einsum("nij,nkj->nki", m[:, :3, :3], local) + m[:, None, :3, 3])[shaped].reshape(-1, 3)]
    for i in np.flatnonzero(~shaped).tolist():
        a = int(scene.nodes.asset[rows[i]])
        hull = scene.assets[a].hull if a >= 0 and len(scene.assets[a].hull) else _BOX * 0.5
        clouds.append(hull @ m[i, :3, :3].T + m[i, :3, 3])
    return np.concatenate(clouds)


def _direction(azimuth: float, elevation: float) -> FloatArray:
    """(3,) unit vector from the scene to the eye: azimuth from +z toward +x, elevation above the horizon, radians."""
    return np.array(
        [math.sin(azimuth) * math.cos(elevation), math.sin(elevation), math.cos(azimuth) * math.cos(elevation)]
    )


def _room_overview(scene: Scene, aspect: float) -> Camera:
    room = scene.room
    assert room is not None
    sx, sz = _open_corner(scene)
    # along the longer side, so that a narrow room fills the picture
    azimuth = math.atan2(sx * math.sqrt(room.depth), sz * math.sqrt(room.width))
    toward_eye = _direction(azimuth, math.radians(36.0))
    first = fitted_camera(scene_points(scene), toward_eye, fov=_ROOM_FOV, aspect=aspect)
    visible = ~hidden_rows(scene, first)
    rows = [r for r in scene.leaf_rows.tolist() if visible[r]]
    points = np.concatenate([_row_corners(scene, r) for r in rows]) if rows else scene_points(scene)
    return fitted_camera(points, toward_eye, fov=_ROOM_FOV, aspect=aspect, margin=0.04)


def _row_corners(scene: Scene, row: int) -> FloatArray:
    low, high = scene.entity(row).bounds
    return (low + high) / 2.0 + _BOX * (high - low) / 2.0


def _open_corner(scene: Scene) -> tuple[float, float]:
    """Signs of x and z of the corner to look from: fronts face it, and nothing tall stands in front of it."""
    room = scene.room
    assert room is not None
    best, best_score = (1.0, 1.0), -math.inf
    items = [(scene.entity(r).bounds, scene.world_from_local[r][:3, 2]) for r in room_items(scene)]
    for sx, sz in ((1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)):
        # slightly prefer the front, then the right
        score = (0.05 if sz > 0 else 0.0) + (0.02 if sx > 0 else 0.0)
        for box, front in items:
            size = box[1] - box[0]
            weight = float(np.prod(np.maximum(size, 1e-6))) ** (2.0 / 3.0)
            flat = front[[0, 2]] / max(float(np.linalg.norm(front)), 1e-12)
            score += 0.5 * weight * float(flat @ np.array([sx, sz])) / math.sqrt(2.0)
            gap_x = room.width / 2.0 - sx * float(box[1, 0] if sx > 0 else box[0, 0])
            gap_z = room.depth / 2.0 - sz * float(box[1, 2] if sz > 0 else box[0, 2])
            tall = min(max(float(box[1, 1]) / room.height - 0.35, 0.0), 1.0)
            score -= 2.0 * weight * tall * (float(gap_x < 0.5) + float(gap_z < 0.5))
        if score > best_score + 1e-9:
            best, best_score = (sx, sz), score
    return best


def _vec3(v: FloatArray) -> tuple[float, float, float]:
    return float(v[0]), float(v[1]), float(v[2])
