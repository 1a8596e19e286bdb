"""The surroundings behind the splats: the preview's backdrop or sky, its ground with shadows, a room's ceiling."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import Pinhole, StageRows, tone_mapped
from scenewright.renderers.rays import (
    CEILING,
    CEILING_ALBEDO,
    GROUND,
    Layer,
    RayPicture,
    RayScene,
    Shader,
    Surfaces,
    TracingStage,
    surface_channels,
)
from scenewright.scene.model import Camera, FloatArray

__all__ = ["add_stage", "ceiling_pixels", "stage_light"]

Float32 = npt.NDArray[np.float32]


def stage_light(
    rays: RayScene,
    camera: Camera,
    shader: Shader,
    exposure: Float32,
    wanted: npt.NDArray[np.bool_],
    *,
    stage: TracingStage,
    seed: int,
    threads: int,
) -> Float32:
    """(H, W, 3) linear display light of the surroundings at the pixels `wanted` (H, W); elsewhere that of the backdrop.

    With a plain backdrop only soft shadows are visible on the ground, so it is computed at half the resolution.
    """
    height, width = wanted.shape
    if shader.rig.outdoor or height % 2 or width % 2:
        return _light(rays, Pinhole.of(camera, width, height), shader, exposure, wanted, stage, seed, threads)
    half = Pinhole.of(camera, width // 2, height // 2)
    blocks = wanted.reshape(height // 2, 2, width // 2, 2).any(axis=(1, 3))
    return _doubled(_light(rays, half, shader, exposure, _widened(blocks), stage, seed, threads))


def ceiling_pixels(rays: RayScene, pinhole: Pinhole) -> npt.NDArray[np.bool_]:
    """(H, W) whether the ceiling is in the direction of a pixel, whatever is in front of it."""
    directions = pinhole.directions(pinhole.pixel_points()).astype(np.float32)
    eye = ((pinhole.eye - rays.centre) / rays.radius).astype(np.float32)
    return rays.through_ceiling(np.broadcast_to(eye, directions.shape), directions)[1].reshape(
        pinhole.height, pinhole.width
    )


def add_stage(
    channels: dict[str, npt.NDArray[Any]],
    rays: RayScene,
    pinhole: Pinhole,
    rows: StageRows,
    *,
    stage: TracingStage,
    outdoor: bool,
    seed: int,
    threads: int,
) -> None:
    """Fill in ground and ceiling, in place, where the channels of Gaussians are empty.

    Args:
        channels: ``entity`` and any of ``depth``, ``normal`` and ``position``.
        rows: rows that stand for ground and ceiling.
        outdoor: whether the ground fades into haze.
    """
    picture = RayPicture(rays, pinhole, stage=stage, seed=seed, edge_samples=1, opaque=True, threads=threads)
    layer = _surroundings(rays, picture, np.flatnonzero(channels["entity"].reshape(-1) < 0))
    empty = channels["entity"] < 0
    behind = surface_channels(picture, [layer], list(channels), rows, outdoor=outdoor)
    for name, values in channels.items():
        values[empty] = behind[name][empty]


def _light(
    rays: RayScene,
    pinhole: Pinhole,
    shader: Shader,
    exposure: Float32,
    wanted: npt.NDArray[np.bool_],
    stage: TracingStage,
    seed: int,
    threads: int,
) -> Float32:
    picture = RayPicture(rays, pinhole, stage=stage, seed=seed, edge_samples=1, opaque=True, threads=threads)
    out = picture.backdrop(picture.points, picture.directions, shader, exposure)
    layer = _surroundings(rays, picture, np.flatnonzero(wanted.reshape(-1)))
    if len(layer.rows):
        signals = picture.smoothed(layer, picture.sample(layer.surfaces, shader), shader)
        shown = tone_mapped(shader.radiance(layer.surfaces, signals)[0] * exposure)
        ground = np.flatnonzero(layer.surfaces.instance == GROUND)
        far = layer.rows[ground]
        parts = layer.surfaces.take(ground), signals.take(ground)
        shown[ground] = picture.ground_look(*parts, shader, shown[ground], out[far], picture.directions[far])
        out[layer.rows] = shown
    return out.reshape(pinhole.height, pinhole.width, 3)


def _widened(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """A mask (H, W) dilated by one pixel."""
    out = np.pad(mask, 1)
    out[1:] |= out[:-1].copy()
    out[:-1] |= out[1:].copy()
    out[:, 1:] |= out[:, :-1].copy()
    out[:, :-1] |= out[:, 1:].copy()
    return np.asarray(out[1:-1, 1:-1])


def _doubled(picture: Float32) -> Float32:
    """A picture (H, W, 3) at twice the size, by bilinear interpolation."""
    for axis in (0, 1):
        moved = np.moveaxis(picture, axis, 0)
        around = np.concatenate([moved[:1], moved, moved[-1:]])
        pair = [0.25 * around[:-2] + 0.75 * moved, 0.75 * moved + 0.25 * around[2:]]
        joined = np.stack(pair, axis=1).reshape(-1, *moved.shape[1:])
        picture = np.moveaxis(joined, 0, axis)
    return np.ascontiguousarray(picture, dtype=np.float32)


def _surroundings(rays: RayScene, picture: RayPicture, rows: npt.NDArray[np.int64]) -> Layer:
    """The ground or ceiling at pixels `rows` (N,), if the stage shows one, regardless of what is in front of it."""
    directions = picture.directions[rows]
    t = np.full(len(rows), np.inf)
    instance = np.full(len(rows), GROUND, dtype=np.int32)
    if picture.stage.ground and rays.ground_y is not None:
        with np.errstate(divide="ignore", invalid="ignore"):
            down = (rays.ground_y - picture.eye[1]) / directions[:, 1]
        t = np.where((directions[:, 1] < 0.0) & (down > 0.0), down, np.inf)
    if picture.stage.ceiling:
        origins = np.broadcast_to(picture.eye.astype(np.float32), directions.shape)
        up, under = rays.through_ceiling(origins, directions.astype(np.float32))
        under &= up < t
        t, instance = np.where(under, up, t), np.where(under, np.int32(CEILING), instance)
    met = np.flatnonzero(np.isfinite(t))
    rows, t, instance, directions = rows[met], t[met], instance[met], directions[met]
    normal = np.zeros((len(rows), 3))
    normal[:, 1] = np.where(instance == CEILING, -1.0, 1.0)
    surfaces = Surfaces(
        position=(picture.eye + t[:, None] * directions).astype(np.float32),
        normal=normal.astype(np.float32),
        flat=normal.astype(np.float32),
        view=_toward(directions),
        instance=instance,
        color=np.where((instance == CEILING)[:, None], np.float32(CEILING_ALBEDO), rays.ground_albedo),
        slots=picture.slots[rows],
    )
    return Layer(rows, t, normal, surfaces)


def _toward(directions: FloatArray) -> Float32:
    return (-directions / np.linalg.norm(directions, axis=1, keepdims=True)).astype(np.float32)
