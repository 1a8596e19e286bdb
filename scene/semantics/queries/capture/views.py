"""Find the view that shows captured things best: among given views, from places in a room, or from places around the things.

A view is judged with occlusion. Its worth for a thing is the square root of the share of the picture that the thing fills, up to a bound,
times the square of the share of its Gaussians in the picture, so that a whole cup wins over the rim of one. Several things count by
their scores. A picture that is partly empty, as from outside of a wall, is worth less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.capture_programs import RoomFit
from scenewright.scene.semantics.queries.capture.things import CapturedThing
from scenewright.scene.splats import Cameras, Gaussians
from scenewright.scene.splats.region_weights import region_weights

__all__ = ["SeenFrom", "best_view", "views_about", "views_within"]

_SIDE = 128
"""Pixels of the longer side of the pictures that views are judged by."""
_MOST_DRAWN = 24
"""The most views that are drawn: those that would show most without occlusion."""
_STEPS = (-0.42, -0.24, 0.0, 0.24, 0.42)
"""Places of an eye, as shares of the room's width and depth from its middle."""
_HEIGHTS = (0.4, 0.55, 0.75)
"""Heights of an eye, as shares of the room's height."""
_FREE = 0.06
"""Radius around an eye without the centre of any Gaussian, as a share of the room's height."""
_FOV = 60.0
_AWAY = (2.2, 4.0)
"""Distances of an eye where there is no room, as multiples of a thing's diagonal."""
_AROUND = 12
_ELEVATIONS = (12.0, 30.0)
"""Degrees of an eye above a thing, within what :data:`_STEEP` allows."""
_FREE_OF_WAY = 0.25
"""Radius around an eye without the centre of any Gaussian, as a share of the distance to the thing."""
_STEEP = 0.6
"""Greatest height of an eye above or below its target, as a share of the distance along the floor."""
_EMPTY = 0.3
"""Share of its worth that an empty picture would lose."""
_ENOUGH = 0.1
"""Share of the picture from which a thing is large enough. The surroundings show where it is."""


@dataclass(frozen=True, eq=False)
class SeenFrom:
    """The best view. `number`: its place in the list of views. `share`: of the picture that the things fill. `whole`: the share of their
    Gaussians that is in the picture."""

    number: int
    share: float
    whole: float


def best_view(
    gaussians: Gaussians, views: Sequence[Cameras], things: Sequence[CapturedThing], *, threads: int | None = None
) -> SeenFrom | None:
    """The view that shows the things best; None where no view shows any of them. Without things, the view that shows most of the Gaussians.
    `views`: each with one camera."""
    rows = [thing.rows for thing in things] or [np.arange(len(gaussians))]
    scores = np.array([thing.score for thing in things] or [1.0])
    points = gaussians.means.cpu().double().numpy()
    small = [_small(view) for view in views]
    within = [[_in_picture(points[some], view) for some in rows] for view in small]
    enough = float(np.sqrt(_ENOUGH))
    open_worth = [float(scores @ [share**2 * min(spread, enough) for share, spread in one]) for one in within]
    order = [n for n in np.argsort(np.negative(open_worth), kind="stable").tolist() if open_worth[n] > 0.0]
    best: tuple[float, SeenFrom] | None = None
    for n in order[:_MOST_DRAWN]:
        view = small[n]
        everything = np.zeros((1, view.height, view.width), dtype=np.int32)
        (weights,) = region_weights(gaussians, view, everything, threads=threads)
        seen = np.asarray(weights.sum(axis=1)).reshape(-1)
        pixels = view.width * view.height
        filled = np.array([float(seen[some].sum()) / pixels for some in rows])
        kept = np.array([share for share, _ in within[n]])
        worth = (
            float(scores @ (np.minimum(np.sqrt(filled), enough) * kept**2)) if things else float((seen > 0.0).mean())
        )
        worth *= 1.0 - _EMPTY * (1.0 - float(seen.sum()) / pixels)
        if filled.sum() > 1e-5 and (best is None or worth > best[0]):
            best = (worth, SeenFrom(n, float(filled.sum()), float(np.average(kept, weights=scores))))
    return None if best is None else best[1]


def views_within(
    gaussians: Gaussians, room: RoomFit, things: Sequence[CapturedThing], *, width: int, height: int
) -> list[Cameras]:
    """Views from free places in a room toward each thing and toward all together; without things, toward the middle of the room."""
    back = np.linalg.inv(room.world_from_capture)
    points = gaussians.means.cpu().double().numpy()
    tree = cKDTree(points[gaussians.opacities.cpu().numpy() >= 0.1])
    up = back[:3, :3] @ np.array([0.0, 1.0, 0.0])
    middles = [thing.middle for thing in things]
    if len(things) > 1:
        middles.append(np.mean(middles, axis=0))
    if not things:
        middles = [back[:3, :3] @ np.array([0.0, 0.4 * room.height, 0.0]) + back[:3, 3]]
    out = []
    for y in _HEIGHTS:
        for x in _STEPS:
            for z in _STEPS:
                place = np.array([x * room.width, y * room.height, z * room.depth])
                eye: FloatArray = back[:3, :3] @ place + back[:3, 3]
                if tree.query(eye)[0] < _FREE * room.height:
                    continue
                out += [
                    Cameras.look_at(eye, middle, fov=_FOV, width=width, height=height, up=up)
                    for middle in middles
                    if _is_level(middle - eye, up)
                ]
    return out


def views_about(gaussians: Gaussians, things: Sequence[CapturedThing], *, width: int, height: int) -> list[Cameras]:
    """Views of each thing from free places on all sides of it, +y up."""
    points = gaussians.means.cpu().double().numpy()
    tree = cKDTree(points[gaussians.opacities.cpu().numpy() >= 0.1])
    out = []
    for thing in things:
        for far in _AWAY:
            distance = far * max(float(np.linalg.norm(thing.box.size)), 1e-6)
            for tilt in np.radians(_ELEVATIONS).tolist():
                for angle in np.linspace(0.0, 2.0 * np.pi, _AROUND, endpoint=False).tolist():
                    way = np.array([np.cos(tilt) * np.sin(angle), np.sin(tilt), np.cos(tilt) * np.cos(angle)])
                    eye = thing.middle + distance * way
                    if tree.query(eye)[0] >= _FREE_OF_WAY * distance:
                        out.append(Cameras.look_at(eye, thing.middle, fov=_FOV, width=width, height=height))
    return out


def _is_level(way: FloatArray, up: FloatArray) -> bool:
    """Whether a direction has a length along the floor and is not steeper than :data:`_STEEP`."""
    rise = float(way @ up)
    along = float(np.linalg.norm(way - rise * up))
    return along > 1e-6 and abs(rise) <= _STEEP * along


def _small(view: Cameras) -> Cameras:
    factor = min(_SIDE / max(view.width, view.height), 1.0)
    return view.scaled(max(round(view.width * factor), 1), max(round(view.height * factor), 1))


def _in_picture(points: FloatArray, view: Cameras) -> tuple[float, float]:
    """The share of points (M, 3) in one view's picture, and the square root of the share of the picture that they spread over, both
    without occlusion."""
    pose = view.camera_from_world[0].double().numpy()
    k = view.intrinsics[0].double().numpy()
    local = points @ pose[:3, :3].T + pose[:3, 3]
    ahead = local[:, 2] > 1e-6
    if not ahead.any():
        return 0.0, 0.0
    flat = local[ahead] @ k.T
    at = flat[:, :2] / flat[:, 2:]
    held: npt.NDArray[np.bool_] = ((at >= 0.0) & (at <= [view.width, view.height])).all(axis=1)
    if not held.any():
        return 0.0, 0.0
    low, high = np.quantile(at[held], (0.05, 0.95), axis=0)
    spread = float(np.prod(np.maximum(high - low, 0.5))) / (view.width * view.height)
    return float(held.sum() / len(points)), float(np.sqrt(spread))
