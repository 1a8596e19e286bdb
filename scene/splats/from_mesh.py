"""A program's scene as Gaussians: every face becomes flat Gaussians that lie on it.

The faces are cut into cells of about one step (:mod:`scenewright.scene.splats.surface_cells`). Cells far smaller than a step are
merged. Each cell becomes a Gaussian: its standard deviations are 0.65 of the cell, its thin axis is the face's normal, and it has
the mean colour of the cell and the face's entity. The step follows from a budget of Gaussians, or from a camera's pixels.
At visible edges of the surface, Gaussians are moved inward so that the opacity is half its inner value at the true edge.

Colours are the surfaces' own, without light. A renderer with lights shades them first
(:mod:`scenewright.renderers.splat.renderer`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from scenewright.scene.colorspace import linear_from_srgb, srgb_from_linear
from scenewright.scene.errors import SplatError
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray, PrimitiveKind
from scenewright.scene.splats.cameras import Cameras
from scenewright.scene.splats.gaussians import Gaussians
from scenewright.scene.splats.spherical_harmonics import dc_from_rgb
from scenewright.scene.splats.surface_cells import Cells, cells_of, count_cells
from scenewright.scene.splats.surface_merging import small_groups
from scenewright.scene.splats.surface_opacity import SOLID, kernel_opacity
from scenewright.scene.splats.surface_patches import COLOR, NORMAL, UV, Patches, scene_patches
from scenewright.scene.splats.surface_shapes import shapes_of
from scenewright.scene.splats.surface_views import PatchView
from scenewright.scene.splats.texture_averages import TextureAverages

__all__ = ["MAX_CELLS", "SurfaceGaussians", "gaussians_for_budget", "gaussians_for_camera"]

Float32 = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

MAX_CELLS = 4_000_000
"""About the most cells at a time. A camera's step is lengthened to stay below it."""

_BUDGET_TRIALS = 8
_BUDGET_USED = 0.94


@dataclass(frozen=True, eq=False)
class SurfaceGaussians:
    """N flat Gaussians on faces of a SceneGeometry, not yet coloured; world frame.

    `means`: (N, 3). `scales`: (N, 3) standard deviations. `quats`: (N, 4), wxyz. `points`: (N, 3) middle of each one's largest
    cell, which lies on a face; `u`, `v`: (N, 3) sides of that cell. `flat`: (N, 3) its unit normal, outward. `normals`: (N, 3)
    unit normals of the smooth surface. `albedo`: (N, 3) linear. `opacity`: (N,) of the material. `instance`: (N,) of the
    geometry. `entity`: (N,) row of the node table.
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
        overlap: npt.NDArray[np.floating[Any]] | None = None,
        features: npt.NDArray[np.floating[Any]] | None = None,
    ) -> Gaussians:
        """Gaussians that can be drawn.

        Args:
            colors: (N, 3) sRGB; None: the surfaces' own.
            opacity: (N,) of the surface as a whole; None: the material's.
            overlap: (N,) the local coverage of the surface by Gaussians, relative to a square grid of them; None: 1.
            features: (N, D).
        """
        rgb = srgb_from_linear(self.albedo) if colors is None else colors
        total = self.opacity if opacity is None else opacity
        total_opacity = np.asarray(total, dtype=np.float64)
        if overlap is not None:
            # `overlap` Gaussians together give the surface's opacity
            total_opacity = 1.0 - (1.0 - total_opacity) ** (1.0 / overlap)
        single = kernel_opacity(total_opacity)
        return Gaussians(
            means=_tensor(self.means),
            quats=_tensor(self.quats),
            log_scales=_tensor(np.log(self.scales)),
            logit_opacities=_tensor(np.log(single / (1.0 - single))),
            sh=dc_from_rgb(_tensor(rgb))[:, None, :],
            entity_ids=torch.from_numpy(self.entity.astype(np.int32)),
            features=None if features is None else _tensor(features),
        )


def gaussians_for_budget(
    geometry: SceneGeometry, count: int, *, visible: BoolArray | None = None, job: Job | None = None
) -> SurfaceGaussians:
    """At most `count` Gaussians, distributed over all faces by area. They can be viewed from anywhere.

    Args:
        visible: (I,) instances to convert; None: all.

    Raises:
        SplatError: `count` is not positive, too large, or too small for the number of parts of the scene.
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    job.check()
    patches = scene_patches(geometry, _chosen(geometry, visible))
    if count < 1:
        raise SplatError(f"a budget of {count} Gaussians draws nothing: give a positive number")
    if len(patches) == 0:
        return _gaussians(geometry, patches, np.zeros(0), job)
    step = float(np.sqrt(patches.areas.sum() / count))
    best: SurfaceGaussians | None = None
    for _ in range(_BUDGET_TRIALS):
        if count_cells(patches, np.full(len(patches), step)) > MAX_CELLS + 2 * count:
            raise SplatError(
                f"a budget of {count:,} Gaussians is more than can be made at a time: at most {MAX_CELLS:,}"
            )
        candidate = _gaussians(geometry, patches, np.full(len(patches), step), job)
        if len(candidate) <= count and (best is None or len(candidate) > len(best)):
            best = candidate
        if best is not None and len(best) >= _BUDGET_USED * count:
            break
        # slightly longer than estimated, so that the next attempt fits
        step *= float(np.sqrt(len(candidate) / (0.985 * count)))
    if best is None:
        raise SplatError(
            f"a budget of {count:,} Gaussians is too small for the {len(np.unique(patches.instance)):,} parts of the scene: "
            f"about {len(candidate):,} are needed"
        )
    return best


def gaussians_for_camera(
    geometry: SceneGeometry,
    camera: Cameras,
    *,
    pixels: float,
    visible: BoolArray | None = None,
    inset: bool = True,
    job: Job | None = None,
) -> SurfaceGaussians:
    """Gaussians for one view, with a step of `pixels` pixels in the picture.

    Faces behind the camera, outside the picture, or on the far side of a closed opaque body get none.

    Args:
        camera: one view.
        visible: (I,) instances to convert; None: all.
        inset: whether Gaussians are moved inward at edges of the silhouette. A caller that knows the exact silhouette
            passes False and clips them itself.

    Raises:
        SplatError: more views than one, or a step that is not positive.
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    if len(camera) != 1 or not pixels > 0.0:
        raise SplatError(f"Gaussians are made for one view and a positive step, not {len(camera)} and {pixels}")
    opacity = np.array([m.opacity for m in geometry.materials], dtype=np.float64)
    # one side is enough for a transparent body, too
    primitive = np.array([m.kind != PrimitiveKind.MESH for m in geometry.meshes], dtype=bool)
    solid = (opacity[geometry.material] >= SOLID) | primitive[geometry.mesh]
    eye = camera.positions[0].double().numpy()
    patches = scene_patches(geometry, _chosen(geometry, visible), eye=eye, solid=solid)
    if not inset:
        patches = replace(patches, ends=np.zeros_like(patches.ends))
    view = PatchView(camera, pixels, patches)
    patches = view.cut(patches)
    step = view.steps(patches)
    job.check()
    cell_count = count_cells(view.measured(patches), step)
    return _gaussians(geometry, patches, step * max(1.0, float(np.sqrt(cell_count / MAX_CELLS))), job, view)


def _chosen(geometry: SceneGeometry, visible: BoolArray | None) -> Indices:
    return np.arange(len(geometry)) if visible is None else np.flatnonzero(visible)


def _gaussians(
    geometry: SceneGeometry, patches: Patches, step: FloatArray, job: Job, view: PatchView | None = None
) -> SurfaceGaussians:
    if view is None:
        cells = cells_of(patches, step, job=job)
        places = cells.middle / step[cells.patch, None]
    else:
        cells = cells_of(patches, step, measured=view.measured(patches), job=job)
        job.check()
        cells = cells.take(view.shows(cells.middle, step[cells.patch]))
        places = view.places(cells.middle)
    job.check()
    instance = patches.instance[cells.patch]
    along = patches.a / np.maximum(np.linalg.norm(patches.a, axis=1), 1e-300)[:, None]
    face = np.cross(patches.a, patches.b)
    face = face / np.maximum(np.linalg.norm(face, axis=1), 1e-300)[:, None]
    normals = _affine(patches.values[..., NORMAL], cells).astype(np.float64)
    flat = face[cells.patch]
    flat = np.where(np.einsum("ni,ni->n", flat, normals)[:, None] < 0.0, -flat, flat)
    job.check()
    groups = small_groups(cells, flat, instance, places)
    main = groups.largest
    job.check()
    albedo = groups.mean(_albedo(geometry, patches, cells, instance)).astype(np.float32)
    normals = groups.mean(normals)
    normals /= np.maximum(np.linalg.norm(normals, axis=1), 1e-300)[:, None]
    toward = flat[main] if view is None else view.toward(cells.middle[main])
    shapes = shapes_of(cells, groups, along=along[cells.patch], face=face[cells.patch], toward=toward, job=job)
    instances = instance[main]
    opacity = np.array([m.opacity for m in geometry.materials], dtype=np.float32)
    return SurfaceGaussians(
        means=shapes.means,
        scales=shapes.scales,
        quats=shapes.quats,
        points=cells.middle[main],
        u=cells.u[main],
        v=cells.v[main],
        flat=flat[main],
        normals=normals,
        albedo=albedo,
        opacity=opacity[geometry.material[instances]],
        instance=instances,
        entity=geometry.entity[instances].astype(np.int32),
    )


# -- colours ------------------------------------------------------------------------------------------------------


def _affine(values: Float32, cells: Cells) -> Float32:
    """(N, D) values at the middles of cells, interpolated from values at the corners of their patches (P, 3, D)."""
    s, t = (cells.where[:, k, None].astype(np.float32) for k in (0, 1))
    at = values[cells.patch]
    return np.asarray(at[:, 0] + s * (at[:, 1] - at[:, 0]) + t * (at[:, 2] - at[:, 0]))


def _albedo(geometry: SceneGeometry, patches: Patches, cells: Cells, instance: Indices) -> Float32:
    """(N, 3) linear colour: the product of the instance's, the vertices', and the texture's mean over the cell."""
    out = linear_from_srgb(geometry.color).astype(np.float32).reshape(-1, 3)[instance]
    if any(m.colors is not None for m in geometry.meshes):
        out *= _affine(patches.values[..., COLOR], cells)
    textured = np.array([m.uv is not None for m in geometry.meshes], dtype=bool)[geometry.mesh]
    texture = np.where(textured, geometry.texture, -1)[instance]
    for index in np.unique(texture[texture >= 0]).tolist():
        rows = np.flatnonzero(texture == index)
        some = cells.take(rows)
        picture = TextureAverages(geometry.textures[index])
        corner = patches.values[some.patch][..., UV].astype(np.float64)
        sides = np.stack([corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]], axis=1) * np.array(picture.size)
        # the extent of u and v in the texture, in texels
        texels = np.linalg.norm(some.reach @ sides, axis=2).max(axis=1)
        out[rows] *= picture.mean(_affine(patches.values[..., UV], some), texels.astype(np.float32))
    return out


def _tensor(values: npt.NDArray[np.floating[Any]]) -> torch.Tensor:
    return torch.from_numpy(np.ascontiguousarray(values, dtype=np.float32))
