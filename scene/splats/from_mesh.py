"""A program's scene as Gaussians: every face becomes flat ones that lie on it.

The faces are cut into even cells (:mod:`scene.splats.surface_cells`); each cell, or what is merged of cells far smaller than a
step, becomes a Gaussian with 0.65 of the cell as its standard deviations, the face's normal as its thin axis, the mean colour of
its area and the entity that it belongs to. How long a step is follows from a budget of Gaussians, or from the pixels of
a camera. Where the surface ends, as far as the eye can tell, the Gaussians keep so far inside that half of the light is held back at
the true edge.

Colours are those of the surfaces, without light: who has a light rig shades them first (:mod:`renderers.splat`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from scene.colorspace import linear_from_srgb, srgb_from_linear
from scene.errors import SplatError
from scene.geometry import SceneGeometry
from scene.model import FloatArray, PrimitiveKind
from scene.splats.cameras import Cameras
from scene.splats.covariances import quaternions_of_rotations, scales_and_quaternions
from scene.splats.gaussians import Gaussians
from scene.splats.spherical_harmonics import dc_from_rgb
from scene.splats.surface_cells import SPREAD, Cells, cells_of, count_cells
from scene.splats.surface_merging import Groups, small_groups
from scene.splats.surface_patches import COLOR, NORMAL, UV, Patches, scene_patches
from scene.splats.texture_averages import TextureAverages

__all__ = ["MAX_CELLS", "SurfaceGaussians", "gaussians_for_budget", "gaussians_for_camera", "kernel_opacity"]

Float32 = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

MAX_CELLS = 4_000_000
"""A camera's step is lengthened until about so many cells are enough."""

_THIN = 0.02
"""Standard deviation along the normal, over that along the face."""
_SOLID = 0.9999
"""Opacity of a Gaussian on an opaque face."""
_TOO_DEEP = 0.35
"""A face is cut where it reaches farther than this share of its distance: its cells would look too different in size."""
_MIN_STEPS = 6.0
_MARGIN = 3.0
"""Steps by which a Gaussian beside the picture still reaches into it."""
_NEAREST = 1e-3
"""Nothing nearer to a camera than this share of the scene's size sets the length of a step."""
_BUDGET_TRIALS = 8
_BUDGET_USED = 0.94


@dataclass(frozen=True, eq=False)
class SurfaceGaussians:
    """N flat Gaussians on faces of a SceneGeometry, not yet coloured; world frame.

    `means`: (N, 3). `scales`: (N, 3) standard deviations. `quats`: (N, 4), wxyz. `points`: (N, 3) on a face, where the middle
    of the largest cell of each lies, and `u`, `v`: (N, 3) the sides of that cell. `flat`: (N, 3) its unit normal, outward;
    `normals`: (N, 3) unit, of the smooth surface. `albedo`: (N, 3) linear. `opacity`: (N,) of the material. `instance`: (N,) of
    the geometry, `entity`: (N,) row of the node table.
    """

    means: FloatArray
    scales: FloatArray
    quats: FloatArray
    points: FloatArray
    u: FloatArray
    v: FloatArray
    flat: FloatArray
    normals: FloatArray
    albedo: Float32
    opacity: Float32
    instance: Indices
    entity: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.means)

    def take(self, rows: BoolArray | Indices) -> SurfaceGaussians:
        return replace(self, **{f.name: getattr(self, f.name)[rows] for f in fields(self)})

    def gaussians(
        self,
        *,
        colors: npt.NDArray[np.floating[Any]] | None = None,
        opacity: npt.NDArray[np.floating[Any]] | None = None,
        features: npt.NDArray[np.floating[Any]] | None = None,
    ) -> Gaussians:
        """As Gaussians to draw.

        Args:
            colors: (N, 3) sRGB; None: the surfaces' own.
            opacity: (N,) that the surface shall have as a whole; None: its material's.
            features: (N, D).
        """
        shown = srgb_from_linear(self.albedo) if colors is None else colors
        wanted = self.opacity if opacity is None else opacity
        single = kernel_opacity(np.asarray(wanted, dtype=np.float64))
        return Gaussians(
            means=_tensor(self.means),
            quats=_tensor(self.quats),
            log_scales=_tensor(np.log(self.scales)),
            logit_opacities=_tensor(np.log(single / (1.0 - single))),
            sh=dc_from_rgb(_tensor(shown))[:, None, :],
            entity_ids=torch.from_numpy(self.entity.astype(np.int32)),
            features=None if features is None else _tensor(features),
        )


def gaussians_for_budget(geometry: SceneGeometry, count: int, *, visible: BoolArray | None = None) -> SurfaceGaussians:
    """At most `count` Gaussians, spread over all faces by their area; they can be looked at from anywhere.

    Args:
        visible: (I,) instances to take; None: all.

    Raises:
        SplatError: `count` is too small for the number of parts of the scene, each of which needs some.
    """
    patches = scene_patches(geometry, _chosen(geometry, visible))
    if count < 1:
        raise SplatError(f"a budget of {count} Gaussians draws nothing: give a positive number")
    if len(patches) == 0:
        return _gaussians(geometry, patches, np.zeros(0))
    step = float(np.sqrt(patches.areas.sum() / count))
    best: SurfaceGaussians | None = None
    for _ in range(_BUDGET_TRIALS):
        if count_cells(patches, np.full(len(patches), step)) > MAX_CELLS + 2 * count:
            raise SplatError(
                f"a budget of {count:,} Gaussians is more than can be made at a time: at most {MAX_CELLS:,}"
            )
        made = _gaussians(geometry, patches, np.full(len(patches), step))
        if len(made) <= count and (best is None or len(made) > len(best)):
            best = made
        if best is not None and len(best) >= _BUDGET_USED * count:
            break
        # a little longer than needed, so that the next one fits
        step *= float(np.sqrt(len(made) / (0.985 * count)))
    if best is None:
        raise SplatError(
            f"a budget of {count:,} Gaussians does not reach for the {len(np.unique(patches.instance)):,} parts of the scene: "
            f"about {len(made):,} are needed"
        )
    return best


def gaussians_for_camera(
    geometry: SceneGeometry, camera: Cameras, *, pixels: float, visible: BoolArray | None = None
) -> SurfaceGaussians:
    """Gaussians for one view: a step is `pixels` wide where it is seen. Faces that cannot be seen, behind the camera, beside
    the picture, or on the far side of a closed, opaque body, get none.

    Args:
        camera: one view.
        visible: (I,) instances to take; None: all.

    Raises:
        SplatError: more views than one, or a step that is not positive.
    """
    if len(camera) != 1 or not pixels > 0.0:
        raise SplatError(f"Gaussians are made for one view and a positive step, not {len(camera)} and {pixels}")
    opacity = np.array([m.opacity for m in geometry.materials], dtype=np.float64)
    # of a pane, too, one side is enough
    primitive = np.array([m.kind != PrimitiveKind.MESH for m in geometry.meshes], dtype=bool)
    solid = (opacity[geometry.material] >= _SOLID) | primitive[geometry.mesh]
    eye = camera.positions[0].double().numpy()
    patches = scene_patches(geometry, _chosen(geometry, visible), eye=eye, solid=solid)
    view = _View(camera, pixels, _nearest(patches, eye))
    patches = view.cut(patches)
    step = view.steps(patches)
    wanted = count_cells(patches, step)
    return _gaussians(geometry, patches, step * max(1.0, float(np.sqrt(wanted / MAX_CELLS))), view)


def _nearest(patches: Patches, eye: FloatArray) -> float:
    if len(patches) == 0:
        return 1.0
    return max(_NEAREST * float(np.abs(patches.origin - eye).max()), 1e-30)


class _View:
    """How large the steps of one camera are."""

    def __init__(self, camera: Cameras, pixels: float, nearest: float) -> None:
        self.matrix = camera.camera_from_world[0].double().numpy()
        k = camera.intrinsics[0].double().numpy()
        self.focal = float(min(k[0, 0], k[1, 1]))
        self.slopes = np.array(
            [max(k[0, 2], camera.width - k[0, 2]) / k[0, 0], max(k[1, 2], camera.height - k[1, 2]) / k[1, 1]]
        )
        self.pixels = pixels
        self.nearest = nearest

    def cut(self, patches: Patches) -> Patches:
        """The patches that may be seen, cut until each is about as deep as it is far."""
        done: list[Patches] = []
        rest = patches
        while len(rest):
            at, radius, longest = self._extent(rest)
            step = self._step(at[:, 2])
            seen = self._inside(at, radius + _MARGIN * step)
            distance = np.maximum(np.linalg.norm(at, axis=1) - radius, self.nearest)
            deep = seen & (longest > _TOO_DEEP * distance) & (longest > _MIN_STEPS * step)
            done.append(rest.take(seen & ~deep))
            rest = rest.take(deep)
            if len(rest):
                rest = rest.halved()
        return Patches.joined(done) if done else patches

    def steps(self, patches: Patches) -> FloatArray:
        """(P,)"""
        return self._step(self._extent(patches)[0][:, 2])

    def shows(self, points: FloatArray, reach: FloatArray) -> BoolArray:
        """(N,) whether anything within `reach` (N,) of points (N, 3) is before the camera and in its picture."""
        return self._inside(points @ self.matrix[:3, :3].T + self.matrix[:3, 3], reach)

    def _inside(self, at: FloatArray, reach: FloatArray) -> BoolArray:
        beside = np.abs(at[:, :2]) - self.slopes * at[:, 2:]
        within = (beside <= reach[:, None] * np.sqrt(1.0 + self.slopes**2)).all(axis=1)
        return np.asarray(within & (at[:, 2] > -reach))

    def _step(self, depth: FloatArray) -> FloatArray:
        return np.asarray(np.maximum(depth, self.nearest) * (self.pixels / self.focal))

    def _extent(self, p: Patches) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Middle in the camera's frame, greatest distance from it, longest edge."""
        share = np.where(p.quad, 0.5, 1.0 / 3.0)[:, None]
        middle = p.origin + share * (p.a + p.b)
        corners = [p.origin, p.origin + p.a, p.origin + p.b, p.origin + p.quad[:, None] * (p.a + p.b)]
        radius = np.max([np.linalg.norm(c - middle, axis=1) for c in corners], axis=0)
        edges = [p.a, p.b, (p.b - p.a) * ~p.quad[:, None]]
        longest = np.max([np.linalg.norm(e, axis=1) for e in edges], axis=0)
        return middle @ self.matrix[:3, :3].T + self.matrix[:3, 3], radius, longest


def _chosen(geometry: SceneGeometry, visible: BoolArray | None) -> Indices:
    return np.arange(len(geometry)) if visible is None else np.flatnonzero(visible)


def _gaussians(
    geometry: SceneGeometry, patches: Patches, step: FloatArray, view: _View | None = None
) -> SurfaceGaussians:
    cells = cells_of(patches, step)
    if view is not None:
        cells = _rows_of(cells, np.flatnonzero(view.shows(cells.middle, _MARGIN * step[cells.patch])))
    instance = patches.instance[cells.patch]
    along = patches.a / np.maximum(np.linalg.norm(patches.a, axis=1), 1e-300)[:, None]
    face = np.cross(patches.a, patches.b)
    face = face / np.maximum(np.linalg.norm(face, axis=1), 1e-300)[:, None]
    normals = _affine(patches.values[..., NORMAL], cells).astype(np.float64)
    flat = face[cells.patch]
    flat = np.where(np.einsum("ni,ni->n", flat, normals)[:, None] < 0.0, -flat, flat)
    groups = small_groups(cells, ~patches.quad[cells.patch], flat, instance, step[cells.patch])
    main = groups.largest
    albedo = groups.mean(_albedo(geometry, patches, cells, instance)).astype(np.float32)
    normals = groups.mean(normals)
    normals /= np.maximum(np.linalg.norm(normals, axis=1), 1e-300)[:, None]
    means = cells.middle[main].copy()
    scales, quats = _flat_shapes(cells, along, face, main)
    _merge_shapes(cells, groups, means, scales, quats)
    own = instance[main]
    opacity = np.array([m.opacity for m in geometry.materials], dtype=np.float32)
    return SurfaceGaussians(
        means=means,
        scales=scales,
        quats=quats,
        points=cells.middle[main],
        u=cells.u[main],
        v=cells.v[main],
        flat=flat[main],
        normals=normals,
        albedo=albedo,
        opacity=opacity[geometry.material[own]],
        instance=own,
        entity=geometry.entity[own].astype(np.int32),
    )


# -- shapes -------------------------------------------------------------------------------------------------------


def _flat_shapes(cells: Cells, along: FloatArray, face: FloatArray, rows: Indices) -> tuple[FloatArray, FloatArray]:
    """Scales (N, 3), descending, and quaternions (N, 4) of some cells, each by itself."""
    patch = cells.patch[rows]
    x, z = along[patch], face[patch]
    y = np.cross(z, x)
    u, v = cells.u[rows], cells.v[rows]
    ux, uy, vx, vy = (np.einsum("ni,ni->n", p, q) for p, q in ((u, x), (u, y), (v, x), (v, y)))
    xx, yy, xy = ux * ux + vx * vx, uy * uy + vy * vy, ux * uy + vx * vy
    turn = 0.5 * np.arctan2(2.0 * xy, xx - yy)
    half, middle = np.hypot(0.5 * (xx - yy), xy), 0.5 * (xx + yy)
    cos, sin = np.cos(turn)[:, None], np.sin(turn)[:, None]
    first, second = cos * x + sin * y, cos * y - sin * x
    least = 1e-4 * np.sqrt(middle) + 1e-30
    large = np.maximum(np.sqrt(middle + half), least)
    small = np.maximum(np.sqrt(np.maximum(middle - half, 0.0)), least)
    scales = SPREAD * np.stack([large, small, _THIN * small], axis=1)
    rotations = np.stack([first, second, z], axis=2)
    return scales, quaternions_of_rotations(torch.from_numpy(rotations)).numpy().copy()


def _merge_shapes(cells: Cells, groups: Groups, means: FloatArray, scales: FloatArray, quats: FloatArray) -> None:
    """Fill in means, scales and quaternions of the groups of more than one cell."""
    several = np.flatnonzero(~groups.single)
    if several.size == 0:
        return
    number = np.full(groups.count, -1, dtype=np.int64)
    number[several] = np.arange(len(several))
    rows = np.flatnonzero(number[groups.of_cell] >= 0)
    group, weight = number[groups.of_cell[rows]], groups.weights[rows]

    def total(values: FloatArray) -> FloatArray:
        flat = values.reshape(len(values), -1)
        return np.stack([np.bincount(group, weight * c, minlength=len(several)) for c in flat.T], axis=1)

    middle = total(cells.middle[rows])
    off = cells.middle[rows] - middle[group]
    # an even cell of side s has the variance s^2 / 12; 0.65 s is that much larger
    outer = [np.einsum("ni,nj->nij", w, w) for w in (cells.u[rows], cells.v[rows], np.sqrt(12.0) * off)]
    covariance = SPREAD**2 * total(outer[0] + outer[1] + outer[2]).reshape(-1, 3, 3)
    s, q = scales_and_quaternions(torch.from_numpy(covariance))
    size = s.numpy()
    means[several] = middle
    scales[several] = np.maximum(size, np.maximum(_THIN * size[:, 2:], 1e-30))
    quats[several] = q.numpy()


# -- looks --------------------------------------------------------------------------------------------------------


def _affine(values: Float32, cells: Cells) -> Float32:
    """(N, D) at the middles of cells of what patches have at their corners (P, 3, D)."""
    s, t = (cells.where[:, k, None].astype(np.float32) for k in (0, 1))
    at = values[cells.patch]
    return np.asarray(at[:, 0] + s * (at[:, 1] - at[:, 0]) + t * (at[:, 2] - at[:, 0]))


def _albedo(geometry: SceneGeometry, patches: Patches, cells: Cells, instance: Indices) -> Float32:
    """(N, 3) linear: the colour of the instance, of the vertices, and the mean of the picture over the cell."""
    out = linear_from_srgb(geometry.color).astype(np.float32).reshape(-1, 3)[instance]
    if any(m.colors is not None for m in geometry.meshes):
        out *= _affine(patches.values[..., COLOR], cells)
    textured = np.array([m.uv is not None for m in geometry.meshes], dtype=bool)[geometry.mesh]
    texture = np.where(textured, geometry.texture, -1)[instance]
    for index in np.unique(texture[texture >= 0]).tolist():
        rows = np.flatnonzero(texture == index)
        some = _rows_of(cells, rows)
        picture = TextureAverages(geometry.textures[index])
        corner = patches.values[some.patch][..., UV].astype(np.float64)
        sides = np.stack([corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]], axis=1) * np.array(picture.size)
        # how far u and v reach over the picture, in texels
        texels = np.linalg.norm(some.reach @ sides, axis=2).max(axis=1)
        out[rows] *= picture.mean(_affine(patches.values[..., UV], some), texels.astype(np.float32))
    return out


def _rows_of(cells: Cells, rows: Indices) -> Cells:
    return replace(cells, **{f.name: getattr(cells, f.name)[rows] for f in fields(Cells)})


@lru_cache(maxsize=1)
def _opacity_table() -> tuple[FloatArray, FloatArray]:
    """Mean opacity of a square grid of Gaussians of SPREAD, for opacities of each of them."""
    single = np.linspace(0.0, _SOLID, 65)
    square = (np.arange(16) + 0.5) / 16.0
    reach = np.arange(-4, 6)
    across = np.exp(-0.5 * ((square[:, None] - reach) / SPREAD) ** 2)
    kernel = np.einsum("ai,bj->abij", across, across).reshape(256, -1)
    whole = 1.0 - np.prod(1.0 - single[:, None, None] * kernel, axis=2).mean(axis=1)
    return whole, single


def kernel_opacity(opacity: FloatArray) -> FloatArray:
    """(N,) opacity of each Gaussian of a surface that lets 1 - `opacity` (N,) of the light through as a whole."""
    whole, single = _opacity_table()
    return np.asarray(np.clip(np.interp(opacity, whole, single), 1e-6, _SOLID))


def _tensor(values: npt.NDArray[np.floating[Any]]) -> torch.Tensor:
    return torch.from_numpy(np.ascontiguousarray(values, dtype=np.float32))
