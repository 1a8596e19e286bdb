"""How fast a film goes: shares of a camera's path, and frames of an animation."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from scenewright.scene.model import FloatArray, Scene

__all__ = ["animation_frames", "comes_back", "eased", "path_shares"]

_RAMP = 0.2
"""Share of a path over which a camera begins to move, and over which it comes to rest."""
_JUMP = 2.5
"""An animation comes back to its start where the last step is at most so many times as long as the longest of the others."""


def eased(shares: npt.ArrayLike) -> FloatArray:
    """(N,) shares of a path, 0 to 1, at shares of the time (N,): a cosine ramp of the speed at both ends, even between. The speed and
    its change are continuous."""
    u = np.asarray(shares, dtype=np.float64)
    side = np.minimum(u, 1.0 - u)
    ramp = (side - _RAMP / np.pi * np.sin(np.pi * np.minimum(side, _RAMP) / _RAMP)) / 2.0
    gone = np.where(side < _RAMP, ramp, side - _RAMP / 2.0) / (1.0 - _RAMP)
    return np.asarray(np.where(u <= 0.5, gone, 1.0 - gone))


def path_shares(count: int, *, closed: bool, loop: bool) -> FloatArray:
    """(count,) where on its path the camera of each frame is, 0 to 1.

    Args:
        closed: the path ends where it begins. In a loop it is gone along evenly, so that the last frame runs into the first.
        loop: the film runs into its beginning. A path that is not closed is then gone along and back.
    """
    if not loop:
        return eased(np.arange(count) / max(count - 1, 1))
    time = np.arange(count) / count
    return time if closed else eased(1.0 - np.abs(1.0 - 2.0 * time))


def animation_frames(count: int, *, frames: int, fps: float, rate: float, loop: bool, returns: bool) -> list[int]:
    """The frame of an animation that each of `count` frames of a film shows.

    Args:
        frames: of the animation.
        fps, rate: frames of the film and of the animation a second.
        loop: the film runs into its beginning: the animation is played a whole number of times, a little faster or slower for that.
        returns: the animation comes back to its start. Another one is played forth and back in a loop, and else rests at its end.
    """
    order = list(range(frames)) if returns else [*range(frames), *range(frames - 2, 0, -1)]
    if loop:
        rounds = max(round(count / fps * rate / len(order)), 1)
        return [order[(k * rounds * len(order)) // count % len(order)] for k in range(count)]
    step = rate / fps
    shown = [int(k * step + 1e-9) for k in range(count)]
    return [order[n % frames] if returns else min(n, frames - 1) for n in shown]


def comes_back(scene: Scene) -> bool:
    """Whether an animation runs from its last frame into its first, judged by how far what moves would jump. Like parts may take each
    other's places, as the sails of a windmill do after a quarter turn. An animation whose frames hold different parts is taken to."""
    shown = [scene.frame(k) for k in range(scene.frames)]
    if len({len(frame) for frame in shown}) > 1:
        return True
    rows = scene.leaf_rows
    # a point off the axes of each part: it moves where a part moves, turns or grows
    points = np.array([frame.world_from_local[rows][:, :3] @ np.array([0.5, 0.35, 0.2, 1.0]) for frame in shown])
    steps = np.linalg.norm(np.diff(points, axis=0), axis=2)
    moving = steps.max(axis=0) > 1e-6 * float(np.linalg.norm(scene.bounds[1] - scene.bounds[0]))
    if not moving.any():
        return True
    jump, _ = cKDTree(points[0, moving]).query(points[-1, moving])
    return bool(jump.max() <= _JUMP * steps[:, moving].max())
