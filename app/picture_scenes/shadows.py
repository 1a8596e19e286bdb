"""Where the light on the ground of a picture comes from, as the shadows of its things tell, and how much of it reaches each pixel.

The share of light that each pixel of the ground lacks is explained by lamps, whose shadows are known once they and the things are, and by
the sky that things hide near their feet. Lamps are looked for one after the other, as long as one more explains clearly more.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import nnls

from scenewright.app.picture_scenes.evidence import GroundView
from scenewright.app.picture_scenes.shadow_kernel import blocked
from scenewright.app.picture_scenes.things import SHAPES, PlainThing
from scenewright.scene.model import Array, FloatArray, Vec3

__all__ = ["LAMP_RADIUS", "CastShadows", "GroundLamp", "cast_shadows"]

_STEP = 2
"""Shadows are compared at each second pixel of both axes."""
_FAR = 4.0
"""Times the distance of the camera: ground farther away is left out."""
_AZIMUTHS = 16
_ELEVATIONS = (22.0, 36.0, 52.0, 68.0)
_REACHES = (0.75, 2.5)
"""Directions, in degrees, and distances, over that of the camera, of lamps that are tried."""
_LOWEST, _HIGHEST, _NEAREST, _FARTHEST = 18.0, 74.0, 0.5, 4.0
"""What a lamp may become. One straight above cannot be told from the sky."""
_LAMPS, _TRIED = 3, 4
_LEAST_SHARE, _LEAST_GAIN = 0.03, 0.012
"""Of the ground's light that a lamp must give, and of all that is to be explained that it must explain."""
LAMP_RADIUS = 0.07
"""Radius of a lamp, over its distance."""
_DISC = ((0.7, 0.2), (-0.2, 0.7), (-0.7, -0.2), (0.2, -0.7), (0.0, 0.0))
"""Places on a lamp of radius 1."""
_ROBUST = 0.2
"""A share of light: what is darker than lamps explain by more counts less, it may be a thing."""
_SAME = math.radians(40.0)
"""Lamps so near to each other in direction are told as one."""


@dataclass(frozen=True)
class GroundLamp:
    """`at`: where it stands. `share`: of the light on the ground, from 0 to 1."""

    at: Vec3
    share: float

    @property
    def way(self) -> FloatArray:
        """(3,) unit vector to it."""
        return np.asarray(self.at) / max(float(np.linalg.norm(self.at)), 1e-9)


@dataclass(frozen=True, eq=False)
class CastShadows:
    """`lamps`: those that explain shadows. `sky`: (2,) weights of what things hide of the sky. `lit`: (H, W) share of the ground's light
    that is left at each pixel. `explained`: share of what is darker on the ground that lamps explain, from 0 to 1."""

    lamps: tuple[GroundLamp, ...]
    sky: FloatArray
    lit: FloatArray
    explained: float

    @property
    def main_lamps(self) -> tuple[GroundLamp, ...]:
        """The strongest first; those that stand beside a stronger one are told as part of that."""
        found: list[GroundLamp] = []
        for lamp in sorted(self.lamps, key=lambda one: -one.share):
            near = [k for k, other in enumerate(found) if float(lamp.way @ other.way) > math.cos(_SAME)]
            if near:
                found[near[0]] = replace(found[near[0]], share=found[near[0]].share + lamp.share)
            else:
                found.append(lamp)
        return tuple(sorted(found, key=lambda one: -one.share))

    def left(self, things: Sequence[PlainThing], view: GroundView) -> FloatArray:
        """(H, W) share of the ground's light that other things would leave."""
        points, near = _ground_points(view)
        solids = _Solids(things)
        hidden = self.sky @ solids.sky(points[near])
        for lamp in self.lamps:
            hidden = hidden + lamp.share * solids.shade(lamp.at, points[near])
        lit = np.ones(near.shape)
        lit[near] = np.clip(1.0 - hidden, 0.05, 1.0)
        return lit


def cast_shadows(
    things: Sequence[PlainThing], view: GroundView, dark: FloatArray, ground: Array[np.bool_]
) -> CastShadows:
    """The lamps that explain the shadows of things.

    Args:
        dark: (H, W) share of its light that the ground lacks.
        ground: (H, W) pixels that may be ground.
    """
    points, near = _ground_points(view)
    parts = np.s_[::_STEP, ::_STEP]
    solids = _Solids(things)
    use = near[parts] & ground[parts] & solids.around(points[parts])
    if not things or use.sum() < 50:
        return CastShadows((), np.zeros(2), np.ones(dark.shape), 0.0)
    search = _LampSearch(solids, points[parts][use], np.clip(dark[parts][use], -0.2, 1.0), np.nonzero(use)[0], view)
    lamps, sky, explained = search.found()
    found = CastShadows(tuple(lamps), sky, np.ones(dark.shape), explained)
    return replace(found, lit=found.left(things, view))


class _Solids:
    """Things as what stands between the ground and its light."""

    def __init__(self, things: Sequence[PlainThing]) -> None:
        rows = [[SHAPES.index(t.shape), t.at[0], t.at[1], *t.size, t.turn] for t in things]
        self.rows = np.array(rows, dtype=np.float64).reshape(-1, 7)

    def around(self, points: FloatArray) -> Array[np.bool_]:
        """(...) which points (..., 3) are so near to a thing that its shadow may reach them."""
        found = np.zeros(points.shape[:-1], dtype=bool)
        for _, x, z, w, h, d, _ in self.rows:
            found |= np.hypot(points[..., 0] - x, points[..., 2] - z) < 0.8 * max(w, d) + 2.0 * h
        return found

    def shade(self, at: Vec3, points: FloatArray) -> FloatArray:
        """(N,) the share of a lamp that things hide from points (N, 3)."""
        reach = max(float(np.linalg.norm(at)), 1e-9)
        ahead = np.asarray(at) / reach
        side = np.cross(ahead, [0.0, 1.0, 0.0])
        side /= max(float(np.linalg.norm(side)), 1e-9)
        up = np.cross(side, ahead)
        points = np.ascontiguousarray(points)
        total = np.zeros(len(points))
        for a, b in _DISC:
            total += blocked(points, self.rows, np.asarray(at) + LAMP_RADIUS * reach * (a * side + b * up))  # type: ignore[no-untyped-call]
        return total / len(_DISC)

    def sky(self, points: FloatArray) -> FloatArray:
        """(2, N) the share of the sky that things hide from points (N, 3), each as a ball; and what is darker still at their feet."""
        out = np.zeros(len(points))
        for _, x, z, w, h, d, _ in self.rows:
            radius = 0.5 * float(np.cbrt(w * h * d))
            to = np.array([x, h / 2.0, z]) - points
            far = np.maximum(np.linalg.norm(to, axis=1), 1e-9)
            out += np.clip(to[:, 1] / far, 0.0, 1.0) * (radius / np.maximum(far, radius)) ** 2
        out = np.minimum(out, 1.0)
        return np.stack([out, out**3])


class _LampSearch:
    """`points`: (N, 3) of the ground. `dark`: (N,) share of light that each lacks. `rows`: (N,) of the picture."""

    def __init__(
        self, solids: _Solids, points: FloatArray, dark: FloatArray, rows: Array[np.int64], view: GroundView
    ) -> None:
        self.solids = solids
        self.points = points
        self.dark = dark
        self.distance = view.distance
        slope = (rows - rows.mean()) / max(float(np.ptp(rows)), 1.0)
        # the ground may be a little lighter or darker than it was taken for
        self.plain = [np.ones(len(dark)), -np.ones(len(dark)), slope, -slope]

    def found(self) -> tuple[list[GroundLamp], FloatArray, float]:
        """(lamps, (2,) weights of the hidden sky, the share of what is dark that they explain)."""
        columns = list(self.solids.sky(self.points))
        shares, blank = self.solved(columns)
        cost, places = blank, list[Vec3]()
        tried = [(at, self.solids.shade(at, self.points)) for at in self._candidates()]
        for _ in range(_LAMPS):
            off = self.dark - self._table(columns) @ shares
            weight = _weights(off)
            gains = [
                float((weight * c * off).sum()) / math.sqrt(max(float((weight * c * c).sum()), 1.0)) for _, c in tried
            ]
            best = np.argsort(gains)[::-1][:_TRIED].tolist()
            costs = [self.solved([*columns, tried[k][1]])[1] for k in best]
            first = int(np.argmin(costs))
            at, column = self._refined(costs[first], *tried[best[first]], columns)
            new, now = self.solved([*columns, column])
            if new[len(columns)] < _LEAST_SHARE or now > cost - _LEAST_GAIN * blank:
                break
            columns, places, shares, cost = [*columns, column], [*places, at], new, now
        lamps = [GroundLamp(at, float(share)) for at, share in zip(places, shares[2:], strict=False)]
        return [lamp for lamp in lamps if lamp.share >= _LEAST_SHARE], shares[:2], 1.0 - cost / max(blank, 1e-9)

    def solved(self, columns: Sequence[FloatArray]) -> tuple[FloatArray, float]:
        """(how much of each column (N,) there is, the cost of what is left)."""
        table = self._table(columns)
        weight = np.ones(len(self.dark))
        for _ in range(3):
            small = np.linalg.qr(np.column_stack([table, self.dark]) * np.sqrt(weight)[:, None], mode="r")
            shares, _ = nnls(small[:, :-1], small[:, -1])
            off = self.dark - table @ shares
            weight = _weights(off)
        return np.asarray(shares), float((off * off / (1.0 + (off / _ROBUST) ** 2)).sum())

    def _table(self, columns: Sequence[FloatArray]) -> FloatArray:
        return np.stack([*columns, *self.plain], axis=1)

    def _candidates(self) -> list[Vec3]:
        return [
            _placed(2.0 * math.pi * k / _AZIMUTHS, math.radians(elevation), reach * self.distance)
            for elevation in _ELEVATIONS
            for k in range(_AZIMUTHS)
            for reach in _REACHES
        ]

    def _refined(
        self, cost: float, at: Vec3, column: FloatArray, columns: Sequence[FloatArray]
    ) -> tuple[Vec3, FloatArray]:
        """A lamp where its shadows fit better, with its column."""
        steps = np.array([math.radians(11.0), math.radians(8.0), 0.6])
        now = np.array(
            [math.atan2(at[0], at[2]), math.atan2(at[1], math.hypot(at[0], at[2])), math.log(float(np.linalg.norm(at)))]
        )
        low = [-np.inf, math.radians(_LOWEST), math.log(_NEAREST * self.distance)]
        high = [np.inf, math.radians(_HIGHEST), math.log(_FARTHEST * self.distance)]
        for shrunk in (1.0, 0.5, 0.25):
            for step in np.concatenate([np.diag(steps), -np.diag(steps)]) * shrunk:
                other = np.clip(now + step, low, high)
                place = _placed(float(other[0]), float(other[1]), math.exp(float(other[2])))
                shade = self.solids.shade(place, self.points)
                new = self.solved([*columns, shade])[1]
                if new < cost:
                    cost, now, at, column = new, other, place, shade
        return at, column


def _weights(off: FloatArray) -> FloatArray:
    return np.asarray(1.0 / (1.0 + (off / _ROBUST) ** 2) ** 2)


def _placed(azimuth: float, elevation: float, reach: float) -> Vec3:
    level = reach * math.cos(elevation)
    return level * math.sin(azimuth), reach * math.sin(elevation), level * math.cos(azimuth)


def _ground_points(view: GroundView) -> tuple[FloatArray, Array[np.bool_]]:
    """((H, W, 3) where each pixel's ray meets the ground, (H, W) whether it does near enough)."""
    pinhole = view.pinhole
    y, x = np.mgrid[: view.height, : view.width] + 0.5
    level = [(x - pinhole.K[0, 2]) / pinhole.K[0, 0], (y - pinhole.K[1, 2]) / pinhole.K[1, 1], np.ones_like(x)]
    rays = np.stack(level, axis=-1) @ pinhole.world_from_camera[:3, :3].T
    eye = np.asarray(pinhole.eye)
    down = rays[..., 1] < -1e-3
    far = np.where(down, -eye[1] / np.where(down, rays[..., 1], -1.0), 0.0)
    near = down & (far * np.linalg.norm(rays, axis=-1) < _FAR * view.distance)
    return eye + np.where(near, far, 0.0)[..., None] * rays, near
