"""The Gaussians of a scene: one immutable set of tensors. Each row has the id of its entity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from scenewright.scene.argument_values import array_argument, instance_argument, whole_argument
from scenewright.scene.errors import SplatError
from scenewright.scene.model import Array, FloatArray, IntArray, Point, Rows
from scenewright.scene.named_arguments import named_arguments, named_fields
from scenewright.scene.splats.covariances import (
    covariances,
    polar_rotation,
    quaternion_product,
    quaternions_of_rotations,
    scales_and_quaternions,
)
from scenewright.scene.splats.devices import device_or_dtype
from scenewright.scene.splats.spherical_harmonics import basis_count, dc_from_rgb, degree_of, rgb_from_dc, rotated_sh
from scenewright.scene.strict_types import shown_value

__all__ = ["NO_ENTITY", "Gaussians"]

NO_ENTITY = -1
_SIMILAR = 1e-5
_VISIBLE_OPACITY = 0.1
_BOUNDS_SIGMA = 2.0


@named_fields(SplatError)
@dataclass(frozen=True, eq=False, repr=False)
class Gaussians:
    """N Gaussians in one frame, the world's unless stated otherwise.

    `means`: (N, 3) centres, scene units. `quats`: (N, 4) orientations, wxyz, of any length but 0. `log_scales`: (N, 3)
    natural logarithms of the standard deviations along the axes of the orientation. `logit_opacities`: (N,) opacity is
    their sigmoid. `sh`: (N, K, 3) spherical harmonics of sRGB colour, K of 1, 4, 9 or 16
    (:mod:`scenewright.scene.splats.spherical_harmonics`). `entity_ids`: (N,) int32 row of the node table, -1 for none.
    `features`: (N, D) values that are blended like colour, None for none.

    All tensors are on one device; the float ones have one dtype.
    """

    means: Tensor
    quats: Tensor
    log_scales: Tensor
    logit_opacities: Tensor
    sh: Tensor
    entity_ids: Tensor
    features: Tensor | None = None

    def __post_init__(self) -> None:
        for name, tensor in vars(self).items():
            if not isinstance(tensor, Tensor) and not (name == "features" and tensor is None):
                raise SplatError(f"{name}: must be a tensor, not {shown_value(tensor)}: of_numpy takes arrays").about(
                    name
                )
        n = len(self.means)
        shapes = {"means": (n, 3), "quats": (n, 4), "log_scales": (n, 3), "logit_opacities": (n,), "entity_ids": (n,)}
        for name, shape in shapes.items():
            if tuple(getattr(self, name).shape) != shape:
                raise SplatError(f"{name} of {n} Gaussians must be {shape}, not {tuple(getattr(self, name).shape)}")
        if self.sh.ndim != 3 or self.sh.shape[0] != n or self.sh.shape[2] != 3:
            raise SplatError(f"sh of {n} Gaussians must be ({n}, K, 3), not {tuple(self.sh.shape)}")
        try:
            degree_of(self.sh.shape[1])
        except ValueError as error:
            raise SplatError(str(error)) from None
        if self.features is not None and (self.features.ndim != 2 or len(self.features) != n):
            raise SplatError(f"features of {n} Gaussians must be ({n}, D), not {tuple(self.features.shape)}")

    def __repr__(self) -> str:
        entities = len(torch.unique(self.entity_ids[self.entity_ids != NO_ENTITY]))
        features = "" if self.features is None else f", features of width {self.features.shape[1]}"
        where = "" if self.device.type == "cpu" else f", on {self.device}"
        return f"Gaussians({len(self):,}, degree {self.degree}, {entities:,} entities{features}{where})"

    @classmethod
    @named_arguments(SplatError)
    def of_numpy(
        cls,
        means: npt.ArrayLike,
        quats: npt.ArrayLike,
        log_scales: npt.ArrayLike,
        logit_opacities: npt.ArrayLike,
        sh: npt.ArrayLike,
        entity_ids: npt.ArrayLike | None = None,
    ) -> Gaussians:
        """float32 Gaussians on the CPU, from arrays, which are copied. Without `entity_ids` they belong to no entity.

        Raises:
            SplatError: something is no array of numbers, or has another shape than the Gaussians need; ``field`` names it.
        """

        def tensor(values: npt.ArrayLike, name: str, dtype: type[np.float32 | np.int32] = np.float32) -> Tensor:
            try:
                array = np.array(values, dtype=dtype)
            except (TypeError, ValueError):
                raise SplatError(f"{name}: must be an array of numbers, not {shown_value(values)}").about(
                    name
                ) from None
            if not array.ndim:
                raise SplatError(f"{name}: must be an array of numbers, not one number").about(name)
            return torch.from_numpy(array)

        centres = tensor(means, "means")
        ids = np.full(len(centres), NO_ENTITY, np.int32) if entity_ids is None else entity_ids
        return cls(
            centres,
            tensor(quats, "quats"),
            tensor(log_scales, "log_scales"),
            tensor(logit_opacities, "logit_opacities"),
            tensor(sh, "sh"),
            tensor(ids, "entity_ids", np.int32),
        )

    @classmethod
    def empty(cls, degree: int = 0) -> Gaussians:
        """A set without Gaussians."""
        zeros = torch.zeros
        return cls(
            zeros(0, 3),
            zeros(0, 4),
            zeros(0, 3),
            zeros(0),
            zeros(0, basis_count(degree), 3),
            zeros(0, dtype=torch.int32),
        )

    def __len__(self) -> int:
        return int(self.means.shape[0])

    @property
    def device(self) -> torch.device:
        """Where all tensors are."""
        return self.means.device

    @property
    def degree(self) -> int:
        """Degree of the spherical harmonics, 0 to 3."""
        return degree_of(self.sh.shape[1])

    @property
    def scales(self) -> Tensor:
        """(N, 3) standard deviations."""
        return self.log_scales.exp()

    @property
    def opacities(self) -> Tensor:
        """(N,) in [0, 1]."""
        return self.logit_opacities.sigmoid()

    @property
    def base_colors(self) -> Tensor:
        """(N, 3) sRGB of the constant part, clamped to [0, 1]."""
        return rgb_from_dc(self.sh[:, 0]).clamp(0.0, 1.0)

    @property
    def covariances(self) -> Tensor:
        """(N, 3, 3)."""
        return covariances(self.quats, self.scales)

    @property
    def bounds(self) -> FloatArray:
        """(2, 3) float64 axis-aligned bounds of the visible Gaussians (opacity at least 0.1), at two standard deviations.

        Raises:
            SplatError: no Gaussian is visible.
        """
        visible = self.opacities >= _VISIBLE_OPACITY
        if not bool(visible.any()):
            raise SplatError("no Gaussian has an opacity of 0.1 or more: there is nothing to bound")
        part = self.select(visible)
        reach = _BOUNDS_SIGMA * part.covariances.diagonal(dim1=1, dim2=2).clamp_min(0.0).sqrt()
        low, high = (part.means - reach).amin(dim=0), (part.means + reach).amax(dim=0)
        return torch.stack([low, high]).detach().cpu().double().numpy()

    # -- subsets and unions ---------------------------------------------------------------------------------------

    def select(self, selection: Tensor | Array[np.generic] | Sequence[int] | slice) -> Gaussians:
        """The Gaussians at a mask (N,), at indices in their order, or in a slice.

        Raises:
            SplatError: the selection is none of these, or an index is out of range.
        """
        index = selection if isinstance(selection, slice) else self._rows(selection, "selection")
        try:
            return replace(self, **{name: value[index] for name, value in self._tensors().items()})
        except IndexError as error:
            raise SplatError(f"selection: {error}; there are {len(self):,} Gaussians").about("selection") from None

    def _rows(self, values: Tensor | Array[np.generic] | Sequence[int], name: str) -> Tensor:
        try:
            rows = torch.as_tensor(values, device=self.device)
        except (TypeError, ValueError, RuntimeError):
            raise SplatError(f"{name}: must be whole numbers or a mask, not {shown_value(values)}").about(
                name
            ) from None
        return rows if rows.numel() else rows.long()  # torch makes a float tensor of an empty list

    def crop(self, bounds: Rows | Tensor, *, box_from_world: Rows | Tensor | None = None) -> Gaussians:
        """The Gaussians whose centres lie in a box (2, 3), least corner first, boundary included.

        `box_from_world`: (4, 4), for an oriented bounding box; None: the box is aligned with the world's axes.

        Raises:
            SplatError: the box is not of the shape (2, 3), or the matrix not (4, 4).
        """
        low, high = torch.as_tensor(array_argument(bounds, (2, 3), "bounds", SplatError)).to(self.means)
        at = self.means
        if box_from_world is not None:
            m = torch.as_tensor(array_argument(box_from_world, (4, 4), "box_from_world", SplatError)).to(self.means)
            at = at @ m[:3, :3].T + m[:3, 3]
        return self.select(((at >= low) & (at <= high)).all(dim=1))

    def of_entities(self, entity_ids: Sequence[int] | Tensor | IntArray) -> Gaussians:
        """The Gaussians of the given entities.

        Raises:
            SplatError: these are no whole numbers.
        """
        ids = self._rows(entity_ids, "entity_ids")
        return self.select(torch.isin(self.entity_ids, ids))

    @staticmethod
    def merged(parts: Sequence[Gaussians]) -> Gaussians:
        """Several sets as one, in their order, with the highest degree among them.

        Raises:
            SplatError: the sets differ in the width of their features, or only some have features.
        """
        given: object = parts
        if not isinstance(given, Iterable):
            raise SplatError(f"parts: must be a list of Gaussians, not {shown_value(given)}").about("parts")
        parts = [instance_argument(part, Gaussians, "parts", SplatError) for part in given]
        if not parts:
            return Gaussians.empty()
        widths = {None if p.features is None else p.features.shape[1] for p in parts if len(p)}
        if len(widths) > 1:
            raise SplatError(f"Gaussians with features of width {widths} cannot be merged: give all the same, or none")
        degree = max(p.degree for p in parts)
        full = [p.with_degree(degree) for p in parts if len(p)] or [parts[0].with_degree(degree)]
        names = [f.name for f in fields(Gaussians) if getattr(full[0], f.name) is not None]
        return Gaussians(**{name: torch.cat([getattr(p, name) for p in full]) for name in names})

    # -- changed copies -------------------------------------------------------------------------------------------

    def to(self, target: torch.device | torch.dtype | str) -> Gaussians:
        """A copy on another device, or with another float dtype. Entity ids stay int32.

        Raises:
            SplatError: there is no such device.
        """
        target = device_or_dtype(target)
        if isinstance(target, torch.dtype):
            return replace(self, **{n: v.to(target) for n, v in self._tensors().items() if n != "entity_ids"})
        return replace(self, **{n: v.to(target) for n, v in self._tensors().items()})

    def detach(self) -> Gaussians:
        """The same Gaussians, detached from the autograd graph."""
        return replace(self, **{n: v.detach() for n, v in self._tensors().items()})

    def with_degree(self, degree: int) -> Gaussians:
        """A copy with spherical harmonics of `degree`, 0 to 3. Higher ones are dropped, missing ones are 0.

        Raises:
            SplatError: there is no such degree.
        """
        count, have = basis_count(whole_argument(degree, "degree", SplatError, least=0)), self.sh.shape[1]
        if count <= have:
            return replace(self, sh=self.sh[:, :count])
        zeros = self.sh.new_zeros((len(self), count - have, 3))
        return replace(self, sh=torch.cat([self.sh, zeros], dim=1))

    def with_entity(self, entity_id: int) -> Gaussians:
        """A copy in which all Gaussians belong to one entity.

        Raises:
            SplatError: the id is no whole number.
        """
        one = whole_argument(entity_id, "entity_id", SplatError)
        return replace(self, entity_ids=torch.full_like(self.entity_ids, one))

    def transformed(self, matrix: Rows | Tensor) -> Gaussians:
        """A copy transformed by an affine matrix M (4, 4), which need not be rigid.

        Covariances become M S M^T. Spherical harmonics rotate by the orthogonal factor of M's polar decomposition, which
        mirrors if M does (scene_language, section 3, Bounds).

        Raises:
            SplatError: the matrix is not of the shape (4, 4), singular or not finite.
        """
        m = array_argument(matrix, (4, 4), "matrix", SplatError, finite=False)
        linear = m[:3, :3]
        determinant = float(np.linalg.det(linear)) if np.isfinite(m).all() else 0.0
        if abs(determinant) < 1e-30:
            raise SplatError("matrix: Gaussians cannot be transformed by one that is singular or not finite").about(
                "matrix"
            )
        means = self.means.double() @ torch.as_tensor(linear.T).to(self.device) + torch.as_tensor(m[:3, 3]).to(
            self.device
        )
        sh = rotated_sh(self.sh, polar_rotation(linear))
        factor = abs(determinant) ** (1.0 / 3.0)
        if np.allclose(linear @ linear.T, factor**2 * np.eye(3), rtol=0.0, atol=_SIMILAR * factor**2):
            # negating all axes turns the mirror image into a rotation and keeps the covariance
            turn = torch.as_tensor(linear / factor * np.sign(determinant))
            quats = quaternion_product(quaternions_of_rotations(turn[None]).to(self.quats), self.quats)
            log_scales = self.log_scales + float(np.log(factor))
        else:
            whole = torch.as_tensor(linear).to(self.device)
            scales, quats = scales_and_quaternions(
                whole @ covariances(self.quats.double(), self.scales.double()) @ whole.T
            )
            log_scales = scales.log()
        return replace(
            self,
            means=means.to(self.means),
            quats=quats.to(self.quats),
            log_scales=log_scales.to(self.log_scales),
            sh=sh,
        )

    def recolored(self, rgb: Point | Tensor, *, keep_detail: bool = False) -> Gaussians:
        """A copy with another sRGB colour in [0, 1].

        `keep_detail`: only the mean colour, weighted by opacity and size, becomes `rgb`; shading, texture and view dependence
        stay. Otherwise every Gaussian has that colour from all directions.

        Raises:
            SplatError: the colour is not three numbers.
        """
        target = torch.as_tensor(array_argument(rgb, (3,), "rgb", SplatError)).to(self.sh)
        sh = self.sh.clone()
        if not keep_detail:
            sh[:, 0] = dc_from_rgb(target)
            sh[:, 1:] = 0.0
        elif len(self):
            weights = self.opacities * (self.log_scales.sum(dim=1) * (2.0 / 3.0)).exp()
            mean = (self.base_colors * weights[:, None]).sum(dim=0) / weights.sum().clamp_min(1e-30)
            sh[:, 0] += dc_from_rgb(target) - dc_from_rgb(mean)
        return replace(self, sh=sh)

    def _tensors(self) -> dict[str, Tensor]:
        return {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) is not None}
