"""Find the surface of another body on which each body stands in the program."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.model import Bodies, SupportSurface, planar_rotation
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["SLACK", "TOUCH", "Hosts", "fitting_surfaces", "standing_hosts", "surfaces_within"]

TOUCH = 0.02
"""Metres by which the bottom of a body may be above or below its surface."""

SLACK = 0.002
"""Metres by which a footprint may be larger than a surface and still fit; beyond the surface may be an obstacle."""

_Bools = npt.NDArray[np.bool_]


class Hosts:
    """All surfaces of the bodies, in arrays.

    `body`, `number`: (S,) the body, and the number among its surfaces. `height`: (S,) above the body's bottom. `area`, `headroom`:
    (S,). `spread`: (S, 2) the sides of the box around each, the shorter first.
    """

    def __init__(self, surfaces: Sequence[Sequence[SupportSurface]]) -> None:
        flat = [(b, k, s) for b, some in enumerate(surfaces) for k, s in enumerate(some)]
        self.body = np.array([b for b, _, _ in flat], dtype=np.int32)
        self.number = np.array([k for _, k, _ in flat], dtype=np.int32)
        self.height = np.array([s.height for _, _, s in flat], dtype=np.float64)
        self.headroom = np.array([s.headroom for _, _, s in flat], dtype=np.float64)
        most = max((len(s.polygon) for _, _, s in flat), default=3)
        padded = [s.polygon[np.minimum(np.arange(most), len(s.polygon) - 1)] for _, _, s in flat]
        self.polygon = np.array(padded, dtype=np.float64).reshape(-1, most, 2)
        x, z = self.polygon[..., 0], self.polygon[..., 1]
        self.area = 0.5 * np.abs((x * np.roll(z, -1, axis=1) - z * np.roll(x, -1, axis=1)).sum(axis=1))
        self.spread = np.sort(self.polygon.max(axis=1) - self.polygon.min(axis=1), axis=1)

    def __len__(self) -> int:
        return len(self.body)

    def contain(self, which: IntArray, points: FloatArray, slack: float) -> _Bools:
        """(K,) whether point i (K, 2), in the frame of the body of surface which[i], is inside that surface, to within `slack`."""
        polygon = self.polygon[which]
        edge = np.roll(polygon, -1, axis=1) - polygon
        length = np.linalg.norm(edge, axis=2)
        to = points[:, None] - polygon
        side = edge[..., 0] * to[..., 1] - edge[..., 1] * to[..., 0]
        inside: _Bools = (side >= -slack * np.maximum(length, 1e-12) - 1e-12).all(axis=1)
        return inside


def surfaces_within(bodies: Bodies, host: int, height: float) -> list[SupportSurface]:
    """The surfaces for a body of this height inside a host: its shelves that are low enough, else its bottom."""
    w, d = bodies.half[host]
    tall = float(bodies.height[host])
    shelves = [s for s in bodies.surfaces[host] if s.height + 0.5 * min(height, tall) <= tall]
    return shelves or [SupportSurface(np.array([[-w, -d], [w, -d], [w, d], [-w, d]]), 0.0)]


def fitting_surfaces(surfaces: Sequence[SupportSurface], half: FloatArray, height: float) -> list[int]:
    """Numbers of the surfaces with enough headroom on which the whole footprint of a body of half sizes (2,) fits, turned or not."""
    size = np.sort(2.0 * half)
    return [
        k
        for k, s in enumerate(surfaces)
        if s.headroom >= height and bool((np.sort(np.ptp(s.polygon, axis=0)) >= size - SLACK).all())
    ]


def standing_hosts(hosts: Hosts, initial: FloatArray, height: FloatArray, able: _Bools) -> tuple[IntArray, IntArray]:
    """(N,) the body and (N,) the number of its surface on which each body stands by its pose; -1 for none.

    The bottom of the body is within 2 cm of the surface, and its middle over it. Of several such surfaces it is the nearest in height,
    then the smallest: the saucer, not the table below it.

    Args:
        initial: (N, 4) poses.
        height: (N,) of the bodies.
        able: (N,) bool, bodies that may carry others.
    """
    n = len(initial)
    none = np.full(n, -1, dtype=np.int32)
    usable = np.flatnonzero(able[hosts.body]) if len(hosts) else np.zeros(0, dtype=np.int64)
    if usable.size == 0 or n == 0:
        return none, none.copy()
    level = initial[hosts.body[usable], 1] + hosts.height[usable]
    order = np.argsort(level, kind="stable")
    usable, level = usable[order], level[order]
    first = np.searchsorted(level, initial[:, 1] - TOUCH)
    count = np.searchsorted(level, initial[:, 1] + TOUCH, "right") - first
    guest = np.repeat(np.arange(n), count)
    nth = np.arange(len(guest)) - np.repeat(np.cumsum(count) - count, count)
    surface = usable[np.repeat(first, count) + nth]
    host = hosts.body[surface]
    base = initial[host]
    plane = initial[guest][:, [0, 2]] - base[:, [0, 2]]
    local = np.einsum("kji,kj->ki", planar_rotation(base[:, 3]), plane)
    gap = np.abs(base[:, 1] + hosts.height[surface] - initial[guest, 1])
    # a host must be lower, which excludes cycles; a body that is nearer to the floor stands there
    on = (base[:, 1] < initial[guest, 1] - 1e-6) & (gap < np.abs(initial[guest, 1]))
    on &= hosts.headroom[surface] > 0.5 * height[guest]
    on[on] = hosts.contain(surface[on], local[on], TOUCH)
    guest, surface, gap = guest[on], surface[on], gap[on]
    # of several surfaces the one nearest in height, then the smallest
    rank = np.lexsort((hosts.area[surface], np.round(gap / 0.005), guest))
    guest, surface = guest[rank], surface[rank]
    best = np.concatenate([[True], guest[1:] != guest[:-1]]) if len(guest) else np.zeros(0, dtype=bool)
    body, number = none, none.copy()
    body[guest[best]] = hosts.body[surface[best]]
    number[guest[best]] = hosts.number[surface[best]]
    return body, number
