"""Gaussians of surfaces that end where the surfaces end, as rays tell.

Half of the light is still held back some way beyond the cells of Gaussians. On a surface that is what closes it; where the surface
ends as an eye sees it, Gaussians are cut finer and drawn in, until that contour lies on the outline. It does not matter what
the outline is made of: the edge of a plate, the rim of a ball, a wire, a leaf, or where one thing hides another farther away.
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
"""Standard deviations from the middle of a cell to its side."""
_LOOKED_AT = 0.97
"""Share of the way to the contour at which the surface is looked for."""
_HALVINGS = 5
_TIE = 3e-5
"""Surfaces nearer to each other than this share of their distance are one."""
_PANES = 4
"""Surfaces of other glass that glass is looked for behind."""
_PAST = 1e-5
"""How far behind them, over the distance."""
_SPLIT = 0.6
"""Cells are halved along sides longer than this share of a step."""
_ALIKE = 0.6
"""Least cosine between the normals of what is one surface."""
_NEIGHBOURS = 16
"""Gaussians nearest to a point that may hold back light there."""
_ROUNDS = 3
_RANGE = (1.0, 2.6)
"""Standard deviations between which a Gaussian may meet its outline."""
_SOLID = 0.9999
_LEAST = 0.2
"""No cell is made narrower than this share of what it was."""


def within_outlines(
    surface: SurfaceGaussians, rays: RayScene, pinhole: Pinhole, *, pixels: float, see_ceiling: bool, threads: int
) -> SurfaceGaussians:
    """The Gaussians that are seen, those that reach beyond their surface cut in four and drawn in.

    Args:
        pixels: of the picture, from one Gaussian to the next.
        see_ceiling: whether the ceiling of the room hides what is behind it.
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
    # what is there only because none of its kind lies on the surface has no way to the outline
    beyond &= looker.covered(parts.means, parts, ellipses)[:, None]
    rows = np.flatnonzero(beyond.any(axis=1))
    outlines = _Outlines(looker, parts.take(rows), ellipses.take(rows), beyond[rows])
    rest = np.ones(len(parts), dtype=bool)
    rest[rows] = False
    others = _joined([surface.take(inner), parts.take(rest)])
    return _joined([others, outlines.drawn_in(others, pinhole, looker.glass)])


class _Looker:
    """Whether a surface goes on at some point, as rays from an eye see it."""

    def __init__(self, rays: RayScene, eye: FloatArray, threads: int) -> None:
        self.rays = rays
        self.eye = (eye - rays.centre) / rays.radius
        self.threads = threads
        self.glass = glasses(rays.opacity)

    def covered(self, points: FloatArray, surface: SurfaceGaussians, ellipses: Ellipses) -> BoolArray:
        """(N,) whether points (N, 3), one of each Gaussian, are covered: by its own surface, or by something nearer than its
        middle, which is drawn over it. Glass is not covered by other glass."""

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
            # other glass may lie before
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
        """Of points where 1 `way` (N, 3) ends, seen past `begin` (N,) ways: whether what one caster holds covers them; and
        how far that is met."""
        origins = self.eye + begin[:, None] * way
        cast = caster.cast(np.concatenate([origins, way], axis=1).astype(np.float32))
        met = cast.triangle >= 0
        other = np.where(met, caster.instance[np.maximum(cast.triangle, 0)] if met.any() else -1, -1)
        t = begin + cast.t
        # of what lies in one plane rays meet now one, now the other
        clear = self.glass[np.maximum(other, 0)] > 0
        tied = (np.abs(t - 1.0) < _TIE) & (clear == (self.glass[instance] > 0))
        same = (other == instance) | tied
        same &= np.abs(np.einsum("ni,ni->n", cast.normal, flat)) > _ALIKE
        if caster is self.rays.special:
            same &= t <= 1.0 + share
            return np.asarray(met & (same | (~clear & (t < own)))), t
        return np.asarray(met & ((same & (t <= 1.0 + share)) | (t < own))), t


def _covered_around(looker: _Looker, surface: SurfaceGaussians, ellipses: Ellipses) -> BoolArray:
    """(N, 8) whether the surface goes on all around, as far as the contours reach."""
    contour = _contours(surface)[:, None]
    out = [looker.covered(ellipses.points(_LOOKED_AT * contour * way), surface, ellipses) for way in _AROUND]
    return np.stack(out, axis=1)


def _cut(surface: SurfaceGaussians, ellipses: Ellipses, step: FloatArray) -> SurfaceGaussians:
    """(4 N) Gaussians: each four times, in quarters; halves where they are narrow, of which each is there twice, the second of
    them with no size; and so on."""
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
        # what is not halved is there once only
        once = (long | (np.array(signs) < 0.0)).all(axis=1)
        parts.append(replace(part, points=points, u=u, v=v, scales=np.where(once[:, None], part.scales, -1.0)))
    return _joined(parts)


def _kept(looker: _Looker, parts: SurfaceGaussians, ellipses: Ellipses, count: int) -> SurfaceGaussians:
    """Of quarters of `count` Gaussians those whose middles lie on the surface, all where none does."""
    there = parts.scales[:, 0] > 0.0
    on = np.zeros(len(parts), dtype=bool)
    rows = np.flatnonzero(there)
    on[rows] = looker.covered(ellipses.middle[rows], parts.take(rows), ellipses.take(rows))
    none = ~on.reshape(4, count).any(axis=0)
    return parts.take(on | (there & np.tile(none, 4)))


class _Outlines:
    """Where N Gaussians that reach beyond their surface have to end.

    `axes`: (N, 2, 2) two directions as columns, in the coordinates of the ellipses; `far`: (N, 2, 2) how far the surface goes on
    against and along each, in standard deviations; `ends`: (N, 2, 2) whether it ends there, before the contour.
    """

    def __init__(self, looker: _Looker, surface: SurfaceGaussians, ellipses: Ellipses, beyond: BoolArray) -> None:
        self.surface, self.ellipses = surface, ellipses
        # the outline is across the direction that most of what lies beyond it is in
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
        """The Gaussians made so much smaller that with `others`, and each other, they hold back half of the light there.

        As long as they lie in even rows all of them reach as far beyond their cells. Where they do not, what all of them hold back
        is looked up, and each takes its part of what is too much or too little.
        """
        over = np.broadcast_to(self.over[:, None, None], self.far.shape).copy()
        drawn = self._with_overhang(over)
        # of glass each body ends by itself, and how densely it lies is another matter
        owner, axis, side = np.nonzero(self.ends & (glass[self.surface.instance] == 0)[:, None, None])
        if owner.size == 0:
            return drawn
        ends = self.points[owner, axis, side]
        sums = _LightHeld(others, self.surface, ends, owner, self.ellipses.reach[owner], pinhole, glass)
        for _ in range(_ROUNDS):
            own, whole = sums.depths(drawn)
            own = np.maximum(own, 1e-6)
            wanted = own * np.clip(np.log(2.0) / np.maximum(whole, 1e-6), 0.25, 2.0)
            # how much farther from the middle one Gaussian holds back so much less
            much, less = -np.expm1(-own), -np.expm1(-wanted)
            contour = _EDGE + 2.0 * _EDGE * over[owner, axis, side]
            contour = np.sqrt(np.maximum(contour**2 + 2.0 * np.log(much / less), _RANGE[0] ** 2))
            over[owner, axis, side] = (np.minimum(contour, _RANGE[1]) - _EDGE) / (2.0 * _EDGE)
            drawn = self._with_overhang(over)
        return drawn

    def _with_overhang(self, over: FloatArray) -> SurfaceGaussians:
        """The Gaussians of cells that reach `over` (N, 2, 2) of their width beyond themselves where they end."""
        far = np.where(self.ends, self.far, _EDGE)
        over = np.where(self.ends, over, 0.0)
        width = np.maximum(far.sum(axis=2) / (1.0 + over.sum(axis=2)), _LEAST * 2.0 * _EDGE)
        middle = 0.5 * (far[:, :, 1] - far[:, :, 0]) + 0.5 * width * (over[:, :, 0] - over[:, :, 1])
        shift = np.einsum("nik,nk->ni", self.axes, middle)
        turned = np.einsum("nik,nk,njk->nij", self.axes, width / (2.0 * _EDGE), self.axes)
        return self.ellipses.moved(self.surface, shift, turned)


class _LightHeld:
    """How much light all Gaussians of a surface together hold back at points of its outline."""

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
            others: what stays as it is; `drawn`: what is drawn in, as it was.
            points: (E, 3) on the outline, each of the solid Gaussian `owner` (E,) of `drawn`, `reach`: (E,) about as thick.
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
        """(E,) optical depths at the points: of the owner of each alone, and of all."""
        ellipses = Ellipses(drawn, self.eye)
        own = self._held(ellipses, self.owner, np.arange(len(self.points)))
        moving = np.bincount(self.point, self._held(ellipses, self.other, self.point), minlength=len(self.points))
        return own, own + self.steady + moving

    def _held(self, ellipses: Ellipses, which: Indices, point: Indices) -> FloatArray:
        off = self.points[point] - ellipses.middle[which]
        at = np.einsum("nki,ni->nk", ellipses.back[which], off)
        return np.asarray(-np.log1p(-_SOLID * np.exp(-0.5 * (at * at).sum(axis=1))))


def _distance(looker: _Looker, surface: SurfaceGaussians, ellipses: Ellipses, direction: FloatArray) -> FloatArray:
    """(N,) how far the surface goes on in directions (N, 2), in standard deviations, at most to the contour."""
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
    """(N,) standard deviations from the middle of each to where half as much light is held back as farther inside."""
    return 2.0 * _EDGE * (0.5 + overhang(surface.opacity.astype(np.float64)))


def _joined(parts: list[SurfaceGaussians]) -> SurfaceGaussians:
    return SurfaceGaussians(
        **{f.name: np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(SurfaceGaussians)}
    )
