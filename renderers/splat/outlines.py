"""Fits Gaussians to the outlines of visible surfaces, which are found by rays.

Gaussians extend beyond their cells: their alpha is still 0.5 some way outside. Within a surface that closes the gaps. At the outline of a
visible surface, Gaussians are split and shrunk until the contour of alpha 0.5 lies on the outline. The outline may be the edge of a plate,
the rim of a ball, a wire, a leaf, or the border to a nearer thing.
"""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import Pinhole, map_chunks
from scenewright.renderers.rays import Caster, RayScene
from scenewright.renderers.splat.ellipses import Ellipses, glasses, neighbours
from scenewright.renderers.splat.visibility import seen_gaussians
from scenewright.scene.model import FloatArray
from scenewright.scene.splats import SPREAD, SurfaceGaussians, overhang

__all__ = ["within_outlines"]

BoolArray = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int64]

_CHUNK = 60_000
_AROUND = np.array([[np.cos(a), np.sin(a)] for a in np.arange(8) * np.pi / 4.0])
_EDGE = 0.5 / SPREAD
"""Standard deviations from the centre of a cell to its side."""
_LOOKED_AT = 0.97
"""Share of the distance to the contour at which rays look for the surface."""
_HALVINGS = 5
_TIE = 3e-5
"""Surfaces closer to each other than this share of their distance count as one."""
_PANES = 4
"""Most glass surfaces in front of a glass surface that rays pass."""
_PAST = 1e-5
"""Offset behind a passed surface, over its distance."""
_SPLIT = 0.6
"""Sides of cells longer than this share of a step are halved."""
_ALIKE = 0.6
"""Least cosine between normals on one surface."""
_NEIGHBOURS = 16
"""Most Gaussians that contribute at a point."""
_ROUNDS = 3
_RANGE = (1.0, 2.6)
"""Range of the distance between a Gaussian's centre and its outline, in standard deviations."""
_SOLID = 0.9999
_LEAST = 0.2
"""Least width of a shrunk cell, as a share of its original width."""


def within_outlines(
    surface: SurfaceGaussians, rays: RayScene, pinhole: Pinhole, *, pixels: float, see_ceiling: bool, threads: int
) -> SurfaceGaussians:
    """The visible Gaussians; those that extend beyond their surface are split into four and shrunk.

    Args:
        pixels: distance between neighbouring Gaussians in the picture, in pixels.
        see_ceiling: the ceiling of the room is visible and hides what is behind it.
    """
    surface = seen_gaussians(surface, rays, pinhole.eye, see_ceiling=see_ceiling, threads=threads)
    if len(surface) == 0:
        return surface
    looker = _Looker(rays, pinhole.eye, threads)
    whole = Ellipses(surface, pinhole.eye)
    beyond = ~_covered_around(looker, surface, whole)
    edge = np.flatnonzero(beyond.any(axis=1))
    if edge.size == 0:
        return surface
    inner = np.ones(len(surface), dtype=bool)
    inner[edge] = False
    depth = pinhole.project(surface.means[edge])[1]
    step = np.maximum(depth, 0.0) * (pixels / float(pinhole.K[0, 0]))
    parts = _cut(surface.take(edge), whole.take(edge), step)
    parts = _kept(looker, parts, Ellipses(parts, pinhole.eye), edge.size)
    parts = seen_gaussians(parts, rays, pinhole.eye, see_ceiling=see_ceiling, threads=threads)
    ellipses = Ellipses(parts, pinhole.eye)
    beyond = ~_covered_around(looker, parts, ellipses)
    # a part whose centre is off the surface has no distance to the outline
    beyond &= looker.covered(parts.means, parts, ellipses)[:, None]
    rows = np.flatnonzero(beyond.any(axis=1))
    outlines = _Outlines(looker, parts.take(rows), ellipses.take(rows), beyond[rows])
    rest = np.ones(len(parts), dtype=bool)
    rest[rows] = False
    others = _joined([surface.take(inner), parts.take(rest)])
    return _joined([others, outlines.drawn_in(others, pinhole, looker.glass)])


class _Looker:
    """Tests with rays from the eye whether a surface continues at a point."""

    def __init__(self, rays: RayScene, eye: FloatArray, threads: int) -> None:
        self.rays = rays
        self.eye = (eye - rays.centre) / rays.radius
        self.threads = threads
        self.glass = glasses(rays.opacity)

    def covered(self, points: FloatArray, surface: SurfaceGaussians, ellipses: Ellipses) -> BoolArray:
        """(N,) whether points (N, 3), one for each Gaussian, are covered by the Gaussian's own surface, or by something in front of
        it. Glass is not covered by other glass."""

        def work(first: int, end: int) -> BoolArray:
            part = slice(first, end)
            rows = surface.instance[part], surface.flat[part], ellipses.middle[part], ellipses.reach[part]
            return self._covered(points[part], *rows)

        parts = map_chunks(work, len(points), size=_CHUNK, threads=self.threads, job=self.rays.job.quiet())
        return np.concatenate(parts) if parts else np.zeros(0, dtype=bool)

    def _covered(
        self, points: FloatArray, instance: Indices, flat: FloatArray, middle: FloatArray, reach: FloatArray
    ) -> BoolArray:
        way = (points - self.rays.centre) / self.rays.radius - self.eye
        distance = np.maximum(np.linalg.norm(way, axis=1), 1e-30)
        share = reach / self.rays.radius / distance
        own = np.linalg.norm((middle - self.rays.centre) / self.rays.radius - self.eye, axis=1) / distance
        out = self._by(self.rays.solid, way, np.zeros(len(way)), instance, flat, own, share)[0]
        if self.rays.special.scene is None:
            return out
        rest = np.flatnonzero(~out)
        begin = np.maximum(1.0 - share[rest], 0.0)
        for _ in range(_PANES):
            rows = instance[rest], flat[rest], own[rest], share[rest]
            found, t = self._by(self.rays.special, way[rest], begin, *rows)
            out[rest[found]] = True
            # other glass may be in front
            on = np.flatnonzero(~found & (t < 1.0 + share[rest]))
            if on.size == 0:
                break
            rest, begin = rest[on], t[on] + _PAST
        return out

    def _by(
        self,
        caster: Caster,
        way: FloatArray,
        begin: FloatArray,
        instance: Indices,
        flat: FloatArray,
        own: FloatArray,
        share: FloatArray,
    ) -> tuple[BoolArray, FloatArray]:
        """Whether the geometry of a caster covers the points at the ends of `way` (N, 3), seen from `begin` (N,) of the way on; and
        the share of the way at which rays hit."""
        origins = self.eye + begin[:, None] * way
        cast = caster.cast(np.concatenate([origins, way], axis=1).astype(np.float32))
        met = cast.triangle >= 0
        other = np.where(met, caster.instance[np.maximum(cast.triangle, 0)] if met.any() else -1, -1)
        t = begin + cast.t
        # of coplanar surfaces rays hit either one
        clear = self.glass[np.maximum(other, 0)] > 0
        tied = (np.abs(t - 1.0) < _TIE) & (clear == (self.glass[instance] > 0))
        same = (other == instance) | tied
        same &= np.abs(np.einsum("ni,ni->n", cast.normal, flat)) > _ALIKE
        if caster is self.rays.special:
            same &= t <= 1.0 + share
            return np.asarray(met & (same | (~clear & (t < own)))), t
        return np.asarray(met & ((same & (t <= 1.0 + share)) | (t < own))), t


def _covered_around(looker: _Looker, surface: SurfaceGaussians, ellipses: Ellipses) -> BoolArray:
    """(N, 8) whether the surface continues in eight directions up to the contour."""
    contour = _contours(surface)[:, None]
    out = [looker.covered(ellipses.points(_LOOKED_AT * contour * way), surface, ellipses) for way in _AROUND]
    return np.stack(out, axis=1)


def _cut(surface: SurfaceGaussians, ellipses: Ellipses, step: FloatArray) -> SurfaceGaussians:
    """(4 N) Gaussians: each split into quarters. Narrow sides are not split; the duplicates that this leaves have a negative scale."""
    long = ellipses.sides > _SPLIT * step[:, None]
    flat = np.einsum("ni,ni->n", surface.means - surface.points, surface.means - surface.points) == 0.0
    parts = []
    for signs in ((-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)):
        shift = np.where(long, 0.5 * _EDGE * np.array(signs), 0.0)
        turned = np.zeros((len(surface), 2, 2))
        turned[:, (0, 1), (0, 1)] = np.where(long, 0.5, 1.0)
        part = ellipses.moved(surface, shift, turned)
        sides = np.where(long, 0.5, 1.0) / SPREAD
        u, v = (
            np.where(flat[:, None], sides[:, k, None] * ellipses.out[:, :, k], (surface.u, surface.v)[k])
            for k in (0, 1)
        )
        points = np.where(flat[:, None], part.means, surface.points)
        # keep only one copy along sides that are not halved
        once = (long | (np.array(signs) < 0.0)).all(axis=1)
        parts.append(replace(part, points=points, u=u, v=v, scales=np.where(once[:, None], part.scales, -1.0)))
    return _joined(parts)


def _kept(looker: _Looker, parts: SurfaceGaussians, ellipses: Ellipses, count: int) -> SurfaceGaussians:
    """The quarters of `count` Gaussians with centres on the surface; all quarters of a Gaussian without any."""
    there = parts.scales[:, 0] > 0.0
    on = np.zeros(len(parts), dtype=bool)
    rows = np.flatnonzero(there)
    on[rows] = looker.covered(ellipses.middle[rows], parts.take(rows), ellipses.take(rows))
    none = ~on.reshape(4, count).any(axis=0)
    return parts.take(on | (there & np.tile(none, 4)))


class _Outlines:
    """The outlines at which N Gaussians that extend beyond their surface must end.

    `axes`: (N, 2, 2) two directions as columns, in local coordinates of the ellipses; `far`: (N, 2, 2) distance to the end of the
    surface against and along each axis, in standard deviations; `ends`: (N, 2, 2) whether the surface ends before the contour.
    """

    def __init__(self, looker: _Looker, surface: SurfaceGaussians, ellipses: Ellipses, beyond: BoolArray) -> None:
        self.surface, self.ellipses = surface, ellipses
        # the outline is orthogonal to the main direction of the uncovered points
        moment = np.einsum("nd,di,dj->nij", beyond.astype(np.float64), _AROUND, _AROUND)
        self.axes = np.linalg.eigh(moment)[1]
        ways = [sign * self.axes[:, :, k] for k in (0, 1) for sign in (-1, 1)]
        far = [_distance(looker, surface, ellipses, way) for way in ways]
        self.far = np.stack(far, axis=1).reshape(-1, 2, 2)
        self.over = (_contours(surface) - _EDGE) / (2.0 * _EDGE)
        self.ends = self.far < _contours(surface)[:, None, None]
        at = [ellipses.points(f[:, None] * way) for f, way in zip(far, ways, strict=True)]
        self.points = np.stack(at, axis=1).reshape(-1, 2, 2, 3)

    def drawn_in(self, others: SurfaceGaussians, pinhole: Pinhole, glass: Indices) -> SurfaceGaussians:
        """The Gaussians, shrunk so that alpha at their outlines is 0.5, together with `others` and each other.

        In even rows all Gaussians extend equally far beyond their cells. Elsewhere the sum of all contributions at the outline is
        computed, and each Gaussian corrects its share.
        """
        over = np.broadcast_to(self.over[:, None, None], self.far.shape).copy()
        drawn = self._with_overhang(over)
        # glass bodies end separately, and their density is corrected elsewhere
        owner, axis, side = np.nonzero(self.ends & (glass[self.surface.instance] == 0)[:, None, None])
        if owner.size == 0:
            return drawn
        ends = self.points[owner, axis, side]
        sums = _LightHeld(others, self.surface, ends, owner, self.ellipses.reach[owner], pinhole, glass)
        for _ in range(_ROUNDS):
            own, whole = sums.depths(drawn)
            own = np.maximum(own, 1e-6)
            target = own * np.clip(np.log(2.0) / np.maximum(whole, 1e-6), 0.25, 2.0)
            # move the outline outward so far that the contribution decreases to the target
            much, less = -np.expm1(-own), -np.expm1(-target)
            contour = _EDGE + 2.0 * _EDGE * over[owner, axis, side]
            contour = np.sqrt(np.maximum(contour**2 + 2.0 * np.log(much / less), _RANGE[0] ** 2))
            over[owner, axis, side] = (np.minimum(contour, _RANGE[1]) - _EDGE) / (2.0 * _EDGE)
            drawn = self._with_overhang(over)
        return drawn

    def _with_overhang(self, over: FloatArray) -> SurfaceGaussians:
        """The Gaussians, each extending `over` (N, 2, 2) of its width beyond its cell at the ends of its surface."""
        far = np.where(self.ends, self.far, _EDGE)
        over = np.where(self.ends, over, 0.0)
        width = np.maximum(far.sum(axis=2) / (1.0 + over.sum(axis=2)), _LEAST * 2.0 * _EDGE)
        middle = 0.5 * (far[:, :, 1] - far[:, :, 0]) + 0.5 * width * (over[:, :, 0] - over[:, :, 1])
        shift = np.einsum("nik,nk->ni", self.axes, middle)
        turned = np.einsum("nik,nk,njk->nij", self.axes, width / (2.0 * _EDGE), self.axes)
        return self.ellipses.moved(self.surface, shift, turned)


class _LightHeld:
    """The optical depth of all Gaussians of a surface at points of its outline."""

    def __init__(
        self,
        others: SurfaceGaussians,
        drawn: SurfaceGaussians,
        points: FloatArray,
        owner: Indices,
        reach: FloatArray,
        pinhole: Pinhole,
        glass: Indices,
    ) -> None:
        """
        Args:
            others: Gaussians that do not change.
            drawn: Gaussians that will shrink, in their original size.
            points: (E, 3) points on the outline.
            owner: (E,) the opaque Gaussian of `drawn` that each point belongs to.
            reach: (E,) depth range of the surface at each point.
        """
        self.eye, self.points, self.owner = pinhole.eye, points, owner
        self.fixed = len(others)
        means = np.concatenate([others.means, drawn.means])
        at, depth = pinhole.project(means)
        there, far = pinhole.project(points)
        body = glass[np.concatenate([others.instance, drawn.instance])]
        mine = body[self.fixed + owner]
        near = neighbours(there, mine, (at, body), _NEIGHBOURS)
        e, k = np.nonzero(np.abs(depth[near] - far[:, None]) < reach[:, None])
        other = near[e, k]
        ok = body[other] == mine[e]
        ok &= other != self.fixed + owner[e]
        self.point, self.other = e[ok], other[ok]
        rows = np.unique(self.other[self.other < self.fixed])
        self.steady = np.zeros(len(points))
        number = np.zeros(self.fixed, dtype=np.int64)
        number[rows] = np.arange(len(rows))
        still = self.other < self.fixed
        some = Ellipses(others.take(rows), self.eye)
        held = self._held(some, number[self.other[still]], self.point[still])
        self.steady += np.bincount(self.point[still], held, minlength=len(points))
        self.point, self.other = self.point[~still], self.other[~still] - self.fixed

    def depths(self, drawn: SurfaceGaussians) -> tuple[FloatArray, FloatArray]:
        """(E,) optical depths at the points: of each owner alone, and of all Gaussians."""
        ellipses = Ellipses(drawn, self.eye)
        own = self._held(ellipses, self.owner, np.arange(len(self.points)))
        moving = np.bincount(self.point, self._held(ellipses, self.other, self.point), minlength=len(self.points))
        return own, own + self.steady + moving

    def _held(self, ellipses: Ellipses, which: Indices, point: Indices) -> FloatArray:
        off = self.points[point] - ellipses.middle[which]
        at = np.einsum("nki,ni->nk", ellipses.back[which], off)
        return np.asarray(-np.log1p(-_SOLID * np.exp(-0.5 * (at * at).sum(axis=1))))


def _distance(looker: _Looker, surface: SurfaceGaussians, ellipses: Ellipses, direction: FloatArray) -> FloatArray:
    """(N,) distance to the end of the surface in directions (N, 2), in standard deviations, at most to the contour."""
    out = _contours(surface)
    end = _LOOKED_AT * out
    rows = np.flatnonzero(~looker.covered(ellipses.points(end[:, None] * direction), surface, ellipses))
    own, some = surface.take(rows), ellipses.take(rows)
    low, high = np.zeros(len(rows)), end[rows]
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        on = looker.covered(some.points(middle[:, None] * direction[rows]), own, some)
        low, high = np.where(on, middle, low), np.where(on, high, middle)
    out[rows] = 0.5 * (low + high)
    return out


def _contours(surface: SurfaceGaussians) -> FloatArray:
    """(N,) distance in standard deviations from each centre to the contour where alpha falls to half of that inside."""
    return 2.0 * _EDGE * (0.5 + overhang(surface.opacity.astype(np.float64)))


def _joined(parts: list[SurfaceGaussians]) -> SurfaceGaussians:
    return SurfaceGaussians(
        **{f.name: np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(SurfaceGaussians)}
    )
