"""A stand-in for gsplat's compiled extension, built on gsplat's own references in torch: its CUDA route runs on a CPU.

All Python code of gsplat runs unchanged, from `rasterization` down to the calls of its extension. :class:`Extension` computes those
calls as the CUDA sources of release 1.5.3 do, on CPU tensors and in float64. It uses `gsplat.cuda._torch_impl` where that has a
reference. The compositing of `RasterizeToPixels3DGSFwd.cu` is written here, since its reference needs a package that is not installed.
Like the kernels it accepts only contiguous float32 tensors. Values that the kernels leave unwritten are NaN here.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import torch
from gsplat.cuda import _torch_impl
from torch import Tensor

ALPHA_THRESHOLD = 1.0 / 255.0
ALPHA_MOST = 0.999
DONE = 1e-4


def taken(*tensors: Tensor | None) -> None:
    """gsplat's CHECK_INPUT, without the check of the device."""
    for tensor in tensors:
        assert tensor is None or tensor.is_contiguous()
        assert tensor is None or tensor.dtype in (torch.float32, torch.int32, torch.int64, torch.bool)


class Extension:
    """Stands in for `gsplat.cuda._backend._C`. `calls`: names of the functions called."""

    # pybind also exports the values of an enumeration beside it, and gsplat uses both
    PINHOLE = "pinhole"
    CameraModelType = SimpleNamespace(PINHOLE=PINHOLE)

    def __init__(self) -> None:
        self.calls: list[str] = []

    # -- projection

    def projection_ewa_3dgs_fused_fwd(
        self, means: Tensor, covars: None, quats: Tensor, scales: Tensor, opacities: Tensor, viewmats: Tensor, ks: Tensor,
        width: int, height: int, eps2d: float, near: float, far: float, radius_clip: float, compensate: bool, model: str,
    ) -> tuple[Tensor | None, ...]:  # fmt: skip
        self.calls.append("projection_ewa_3dgs_fused_fwd")
        taken(means, quats, scales, opacities, viewmats, ks)
        assert covars is None
        assert (model, radius_clip) == ("pinhole", 0.0)
        assert len(means)  # the kernel's launch divides by it
        radii, *seen = _projected(means, quats, scales, viewmats, ks, width, height, eps2d, near, far, compensate)
        opacity = opacities.double().expand(len(viewmats), -1) * (seen[3] if compensate else 1.0)
        radii = torch.where((opacity >= ALPHA_THRESHOLD)[..., None], radii, 0)
        unseen = (radii <= 0).any(dim=-1)
        radii[unseen] = 0
        for tensor in seen[:3]:
            tensor[unseen] = torch.nan
        if compensate:
            seen[3][unseen] = 0.0
        return radii, *(None if tensor is None else tensor.float() for tensor in seen)

    def projection_ewa_3dgs_fused_bwd(
        self, means: Tensor, covars: None, quats: Tensor, scales: Tensor, viewmats: Tensor, ks: Tensor,
        width: int, height: int, eps2d: float, model: str, radii: Tensor, conics: Tensor, compensations: Tensor | None,
        v_means2d: Tensor, v_depths: Tensor, v_conics: Tensor, v_compensations: Tensor | None, of_views: bool,
    ) -> tuple[Tensor | None, ...]:  # fmt: skip
        self.calls.append("projection_ewa_3dgs_fused_bwd")
        taken(means, quats, scales, viewmats, ks, radii, conics, v_means2d, v_depths, v_conics, v_compensations)
        leaves = [t.detach().double().requires_grad_() for t in (means, quats, scales, viewmats)]
        compensate = compensations is not None
        with torch.enable_grad():
            _, *seen = _projected(*leaves, ks, width, height, eps2d, 0.0, 1e30, compensate)
            loss = torch.zeros((), dtype=torch.float64)
            drawn = (radii > 0).all(dim=-1)
            for tensor, given in zip(seen, (v_means2d, v_depths, v_conics, v_compensations), strict=True):
                if tensor is not None and given is not None:
                    loss = loss + (tensor[drawn] * given.double()[drawn]).sum()
            grads = torch.autograd.grad(loss, leaves, allow_unused=True)
        grads = [torch.zeros_like(leaf) if grad is None else grad for leaf, grad in zip(leaves, grads, strict=True)]
        of_means, of_quats, of_scales, of_viewmats = (grad.float() for grad in grads)
        return of_means, None, of_quats, of_scales, of_viewmats if of_views else None

    # -- harmonics

    def spherical_harmonics_fwd(self, degree: int, dirs: Tensor, coeffs: Tensor, masks: Tensor) -> Tensor:
        self.calls.append("spherical_harmonics_fwd")
        taken(dirs, coeffs, masks)
        colors = _torch_impl._spherical_harmonics(degree, dirs.double(), coeffs.double())
        return torch.where(masks[..., None], colors, torch.nan).float()

    def spherical_harmonics_bwd(
        self, bases: int, degree: int, dirs: Tensor, coeffs: Tensor, masks: Tensor, v_colors: Tensor, of_dirs: bool
    ) -> tuple[Tensor, Tensor | None]:
        self.calls.append("spherical_harmonics_bwd")
        taken(dirs, coeffs, masks, v_colors)
        assert coeffs.shape[-2] == bases
        leaves = [t.detach().double().requires_grad_() for t in (dirs, coeffs)]
        with torch.enable_grad():
            colors = _torch_impl._spherical_harmonics(degree, *leaves)
            grads = torch.autograd.grad((colors[masks] * v_colors[masks].double()).sum(), leaves, allow_unused=True)
        v_dirs, v_coeffs = (
            torch.zeros_like(leaf) if grad is None else grad for leaf, grad in zip(leaves, grads, strict=True)
        )
        return v_coeffs.float(), v_dirs.float() if of_dirs else None

    # -- tiles

    def intersect_tile(
        self, means2d: Tensor, radii: Tensor, depths: Tensor, image_ids: None, gaussian_ids: None,
        images: int, tile_size: int, tile_width: int, tile_height: int, sort: bool, segmented: bool,
    ) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
        """`_torch_impl._isect_tiles` without its loop over Gaussians. A test compares the two."""
        self.calls.append("intersect_tile")
        taken(means2d, radii, depths)
        assert image_ids is None
        assert gaussian_ids is None
        assert sort
        assert not segmented
        at, reach = means2d.reshape(-1, 2) / tile_size, radii.reshape(-1, 2) / tile_size
        limits = torch.tensor([tile_width, tile_height])
        drawn = (reach > 0).all(dim=1)
        at, reach = torch.where(drawn[:, None], at, 0.0), torch.where(drawn[:, None], reach, 0.0)
        low = (at - reach).floor().clamp_min(0).minimum(limits).long()
        high = (at + reach).ceil().clamp_min(0).minimum(limits).long()
        span = (high - low) * drawn[:, None]
        count = span.prod(dim=1)
        owner = torch.repeat_interleave(torch.arange(len(count)), count)
        nth = torch.arange(len(owner)) - (count.cumsum(0) - count)[owner]
        wide = span[owner, 0]
        tile = (low[owner, 1] + nth // wide) * tile_width + low[owner, 0] + nth % wide
        image = owner // (len(count) // images)
        bits = (tile_width * tile_height).bit_length()
        depth = depths.reshape(-1)[owner].view(torch.int32).long() & 0xFFFFFFFF
        ids, order = torch.sort((((image << bits) | tile) << 32) | depth, stable=True)
        return count.reshape(means2d.shape[:-1]).int(), ids, owner[order].int()

    def intersect_offset(self, ids: Tensor, images: int, tile_width: int, tile_height: int) -> Tensor:
        self.calls.append("intersect_offset")
        taken(ids)
        offsets: Tensor = _torch_impl._isect_offset_encode(ids, images, tile_width, tile_height)
        return offsets

    # -- pixels

    def rasterize_to_pixels_3dgs_fwd(
        self, means2d: Tensor, conics: Tensor, colors: Tensor, opacities: Tensor, backgrounds: Tensor | None, masks: None,
        width: int, height: int, tile_size: int, offsets: Tensor, flatten_ids: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
        self.calls.append("rasterize_to_pixels_3dgs_fwd")
        taken(means2d, conics, colors, opacities, backgrounds, offsets, flatten_ids)
        assert masks is None
        images, channels = len(means2d), colors.shape[-1]
        image = torch.zeros(images * height * width, channels, dtype=torch.float64)
        alpha = torch.zeros(images * height * width, 1, dtype=torch.float64)
        columns = _columns(means2d, conics, opacities, colors)
        for pixels, places, ids in _tiles(width, height, tile_size, offsets, flatten_ids):
            weights = _weights(places, *(column[ids] for column in columns[:3]))[0]
            image[pixels] = weights @ columns[3][ids]
            alpha[pixels] = weights.sum(dim=1, keepdim=True)
        image = image.reshape(images, height, width, channels)
        alpha = alpha.reshape(images, height, width, 1)
        if backgrounds is not None:
            image = image + (1.0 - alpha) * backgrounds.double()[:, None, None]
        return image.float(), alpha.float(), torch.zeros(images, height, width, dtype=torch.int32)

    def rasterize_to_pixels_3dgs_bwd(
        self, means2d: Tensor, conics: Tensor, colors: Tensor, opacities: Tensor, backgrounds: Tensor | None, masks: None,
        width: int, height: int, tile_size: int, offsets: Tensor, flatten_ids: Tensor, alphas: Tensor, last_ids: Tensor,
        v_colors: Tensor, v_alphas: Tensor, absgrad: bool,
    ) -> tuple[None, Tensor, Tensor, Tensor, Tensor]:  # fmt: skip
        self.calls.append("rasterize_to_pixels_3dgs_bwd")
        taken(
            means2d, conics, colors, opacities, backgrounds, offsets, flatten_ids, alphas, last_ids, v_colors, v_alphas
        )
        assert not absgrad
        of_image, of_alpha = v_colors.double().flatten(0, 2), v_alphas.double().flatten()
        if backgrounds is not None:
            behind = (v_colors.double() * backgrounds.double()[:, None, None]).sum(dim=-1)
            of_alpha = of_alpha - behind.flatten()
        columns = _columns(means2d, conics, opacities, colors)
        sums = [torch.zeros_like(column) for column in columns]
        for pixels, places, ids in _tiles(width, height, tile_size, offsets, flatten_ids):
            leaves = [column[ids].requires_grad_() for column in columns]
            with torch.enable_grad():
                weights = _weights(places, *leaves[:3])[0]
                loss = ((weights @ leaves[3]) * of_image[pixels]).sum() + (weights.sum(dim=1) * of_alpha[pixels]).sum()
                grads = torch.autograd.grad(loss, leaves)
            for total, grad in zip(sums, grads, strict=True):
                total.index_add_(0, ids, grad)
        of_means, of_conics, of_opacities, of_colors = (total.float() for total in sums)
        return (
            None,
            of_means.view_as(means2d),
            of_conics.view_as(conics),
            of_colors.view_as(colors),
            of_opacities.view_as(opacities),
        )

    def rasterize_to_indices_3dgs(
        self, begin: int, end: int, transmittances: Tensor, means2d: Tensor, conics: Tensor, opacities: Tensor,
        width: int, height: int, tile_size: int, offsets: Tensor, flatten_ids: Tensor,
    ) -> tuple[Tensor, Tensor]:  # fmt: skip
        self.calls.append("rasterize_to_indices_3dgs")
        taken(transmittances, means2d, conics, opacities, offsets, flatten_ids)
        assert (transmittances == 1).all()
        count = means2d.shape[-2]
        assert count  # the kernel's launch divides by it
        assert (begin, end) >= (0, -(-len(flatten_ids) // tile_size**2) and 1)
        columns = _columns(means2d, conics, opacities, opacities[..., None])
        found: list[tuple[Tensor, Tensor]] = []
        for pixels, places, ids in _tiles(width, height, tile_size, offsets, flatten_ids):
            within, nth = torch.nonzero(_weights(places, *(column[ids] for column in columns[:3]))[1], as_tuple=True)
            found.append((ids[nth] % count, pixels[within]))
        if not found:
            return torch.zeros(0, dtype=torch.int64), torch.zeros(0, dtype=torch.int64)
        rows, pixel = (torch.cat(part) for part in zip(*found, strict=True))
        # the kernel writes the results pixel by pixel
        order = torch.argsort(pixel, stable=True)
        return rows[order], pixel[order]


def _projected(
    means: Tensor, quats: Tensor, scales: Tensor, viewmats: Tensor, ks: Tensor, width: int, height: int,
    eps2d: float, near: float, far: float, compensate: bool,
) -> list[Tensor | None]:  # fmt: skip
    covars, _ = _torch_impl._quat_scale_to_covar_preci(quats.double(), scales.double(), compute_preci=False)
    return list(
        _torch_impl._fully_fused_projection(
            means.double(), covars, viewmats.double(), ks.double(), width, height, eps2d, near, far, compensate
        )
    )


def _columns(means2d: Tensor, conics: Tensor, opacities: Tensor, colors: Tensor) -> list[Tensor]:
    """The arguments as (images * N, ...) float64."""
    return [
        means2d.detach().double().flatten(0, 1),
        conics.detach().double().flatten(0, 1),
        opacities.detach().double().flatten(),
        colors.detach().double().flatten(0, 1),
    ]


def _tiles(
    width: int, height: int, tile_size: int, offsets: Tensor, flatten_ids: Tensor
) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """For every tile with Gaussians: numbers (P,) of its pixels over all pictures, their centres (P, 2), and its Gaussians (L,)."""
    images, down, across = offsets.shape
    ends = torch.cat([offsets.flatten(), torch.tensor([len(flatten_ids)])]).tolist()
    for tile in range(images * down * across):
        if ends[tile] == ends[tile + 1]:
            continue
        image, place = divmod(tile, down * across)
        top, left = place // across * tile_size, place % across * tile_size
        y, x = torch.meshgrid(
            torch.arange(top, min(top + tile_size, height)),
            torch.arange(left, min(left + tile_size, width)),
            indexing="ij",
        )
        pixels = ((image * height + y) * width + x).flatten()
        centres = torch.stack([x.flatten(), y.flatten()], dim=1).double() + 0.5
        yield pixels, centres, flatten_ids[ends[tile] : ends[tile + 1]].long()


def _weights(places: Tensor, means: Tensor, conics: Tensor, opacities: Tensor) -> tuple[Tensor, Tensor]:
    """(P, L) alpha times transmittance, and (P, L) whether the Gaussian is drawn."""
    dx, dy = (means[None] - places[:, None]).unbind(dim=2)
    sigma = 0.5 * (conics[:, 0] * dx * dx + conics[:, 2] * dy * dy) + conics[:, 1] * dx * dy
    alpha = (opacities * torch.exp(-sigma)).clamp_max(ALPHA_MOST)
    alpha = torch.where((sigma >= 0) & (alpha >= ALPHA_THRESHOLD), alpha, 0.0)
    passing = torch.cumprod(1.0 - alpha, dim=1)
    before = torch.cat([torch.ones_like(passing[:, :1]), passing[:, :-1]], dim=1)
    drawn = (passing > DONE) & (alpha > 0)
    return torch.where(drawn, alpha * before, 0.0), drawn
