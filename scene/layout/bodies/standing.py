"""Find what bodies with written poses stand on: a surface below that they touch, are sunk into, or are somewhat above."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.bodies.hosts import TOUCH, Hosts
from scenewright.scene.layout.model import planar_rotation
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["AT_FLOOR", "NEAR", "Standing", "carriers", "standing_of"]

AT_FLOOR = 0.05
"""Metres within which the bottom of a body is at the floor."""

NEAR = 0.06
"""Metres by which the bottom of a body may be above or below the surface on which it is meant to stand."""

_SUNK = 0.5
"""Share of its height that a body may be sunk into the surface on which it is meant to stand, where no other is nearer."""

_GROUND = 0.3
"""Metres of height up to which a fixed body with its top at the floor is ground."""

_AIR = 0.6
"""Metres of air up to which a body is meant to stand on the surface below it."""

_BUCKET = 0.01
_POINTS = np.array([[0.0, 0.0], *[[x, z] for x in (-0.9, 0.0, 0.9) for z in (-0.9, 0.0, 0.9) if (x, z) != (0.0, 0.0)]])
"""Points of a footprint, in half sizes: its middle, then its corners and sides."""

_MOST_PAIRS = 2_000_000

_Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Standing:
    """What each of N bodies stands on. `floor`: (N,) bool, the floor is nearest. `host`, `number`: (N,) the body and the number of its
    surface, -1 for none. `touches`: (N,) bool, that surface is within :data:`NEAR` of the bottom; otherwise the body is sunk into it, or
    above it with air between."""

    floor: _Bools
    host: IntArray
    number: IntArray
    touches: _Bools


def carriers(rugs: _Bools, fixed: _Bools, initial: FloatArray, height: FloatArray) -> _Bools:
    """(N,) bool, bodies that can carry others: all but rugs, through which things stand on the floor, and ground with its top at it."""
    top = initial[:, 1] + height
    floor = fixed & (height <= _GROUND) & (np.abs(top) <= TOUCH)
    able: _Bools = ~(rugs & ~fixed & (height <= AT_FLOOR)) & ~floor
    return able


def standing_of(hosts: Hosts, initial: FloatArray, half: FloatArray, height: FloatArray, able: _Bools) -> Standing:
    """What bodies at poses (N, 4) with half sizes (N, 2) and heights (N,) stand on.

    Args:
        able: (N,) bool, bodies that may carry others.
    """
    n = len(initial)
    search = _Search(hosts, initial, half, height, able)
    floor = np.abs(initial[:, 1]) <= AT_FLOOR
    floor |= initial[:, 1] < 0.0
    host, number, gap = search.within(np.arange(n), -NEAR, np.full(n, NEAR))
    touches = (host >= 0) & (gap < np.abs(initial[:, 1]))
    floor &= ~touches
    host, number = np.where(touches, host, -1), np.where(touches, number, -1)
    away = np.flatnonzero(~floor & ~touches)
    if away.size:
        sunk_host, sunk_number, _ = search.within(away, NEAR, _SUNK * height[away])
        below_host, below_number, _ = search.within(away, -_AIR, np.full(len(away), -NEAR))
        sunk = sunk_host >= 0
        host[away] = np.where(sunk, sunk_host, below_host)
        number[away] = np.where(sunk, sunk_number, below_number)
    return Standing(floor, host.astype(np.int32), number.astype(np.int32), touches)


class _Search:
    def __init__(self, hosts: Hosts, initial: FloatArray, half: FloatArray, height: FloatArray, able: _Bools) -> None:
        self.hosts, self.initial, self.half, self.height = hosts, initial, half, height
        usable = np.flatnonzero(able[hosts.body]) if len(hosts) else np.zeros(0, dtype=np.int64)
        level = initial[hosts.body[usable], 1] + hosts.height[usable]
        order = np.argsort(level, kind="stable")
        self.usable, self.level = usable[order], level[order]

    def within(self, guests: IntArray, low: float, high: FloatArray) -> tuple[IntArray, IntArray, FloatArray]:
        """For guests (G,) the body and the number of the nearest surface between `low` and `high` (G,) metres above their bottoms, -1 for
        none, and its vertical distance; (G,) each."""
        body, number = np.full(len(guests), -1, dtype=np.int32), np.full(len(guests), -1, dtype=np.int32)
        gap = np.full(len(guests), np.inf)
        bottom = self.initial[guests, 1]
        first = np.searchsorted(self.level, bottom + low)
        count = np.maximum(np.searchsorted(self.level, bottom + high, "right") - first, 0)
        start = 0
        while start < len(guests):  # in chunks, since in a heap all bodies are above each other
            total = np.cumsum(count[start:])
            end = start + max(int(np.searchsorted(total, _MOST_PAIRS, "right")), 1)
            self._fill(slice(start, end), guests, first, count, (body, number, gap))
            start = end
        return body, number, gap

    def _fill(
        self,
        part: slice,
        guests: IntArray,
        first: IntArray,
        count: IntArray,
        out: tuple[IntArray, IntArray, FloatArray],
    ) -> None:
        hosts, initial = self.hosts, self.initial
        runs = count[part]
        which = np.repeat(np.arange(part.start, part.start + len(runs)), runs)
        nth = np.arange(len(which)) - np.repeat(np.cumsum(runs) - runs, runs)
        surface = self.usable[first[which] + nth]
        guest, host = guests[which], hosts.body[surface]
        # a host must be lower, which excludes cycles
        kept = (initial[host, 1] < initial[guest, 1] - 1e-6) & (hosts.headroom[surface] > 0.5 * self.height[guest])
        reach = np.linalg.norm(self.half, axis=1)
        apart = np.hypot(*(initial[guest] - initial[host])[:, [0, 2]].T)
        kept &= apart <= reach[guest] + reach[host]
        which, surface, guest, host = which[kept], surface[kept], guest[kept], host[kept]
        over = np.full(len(which), len(_POINTS))  # index of the first point of the footprint that is over the surface
        for k, point in enumerate(_POINTS):
            left = np.flatnonzero(over == len(_POINTS))
            g, h = guest[left], host[left]
            plane = initial[g][:, [0, 2]] - initial[h][:, [0, 2]]
            plane += np.einsum("kij,kj->ki", planar_rotation(initial[g, 3]), self.half[g] * point)
            local = np.einsum("kji,kj->ki", planar_rotation(initial[h, 3]), plane)
            inside = hosts.contain(surface[left], local, TOUCH if k == 0 else 0.0)
            over[left[inside]] = k
        on = over < len(_POINTS)
        which, surface, guest, host, over = which[on], surface[on], guest[on], host[on], over[on]
        away = np.abs(initial[host, 1] + hosts.height[surface] - initial[guest, 1])
        rank = np.lexsort((hosts.area[surface], over > 0, np.round(away / _BUCKET), which))
        which, surface, away = which[rank], surface[rank], away[rank]
        best = np.concatenate([[True], which[1:] != which[:-1]]) if len(which) else np.zeros(0, dtype=bool)
        body, number, gap = out
        body[which[best]], number[which[best]] = hosts.body[surface[best]], hosts.number[surface[best]]
        gap[which[best]] = away[best]
