"""An independent rasteriser of Gaussians in plain torch: the oracle of the tests and the baseline of the benchmarks.

Written from the formulas: EWA splatting (Zwicker et al., 2001) with the Jacobian, the dilation and the compositing of 3D
Gaussian Splatting (Kerbl et al., 2023) and the opacity compensation of Mip-Splatting (Yu et al., 2024). It shares with
the package the dataclasses of its input and output, but no computation. Autograd differentiates it, in float32 or float64.

It is vectorised: Gaussians are sorted by depth once and assigned to tiles of 16x16 pixels. Tiles with lists of similar length are
composited together, a chunk of their lists at a time, until their pixels are opaque.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from scenewright.scene.splats import NO_ENTITY, Cameras, Gaussians
from scenewright.scene.splats.images import Contributors, Rasterized, RasterSettings

TILE = 16
PIXELS = TILE * TILE
TILES_AT_ONCE = 16
CHUNK = 64
_BOX_MARGIN = 0.02  # pixels; boxes may be too large, since alpha_min decides, but not too small


def oracle_rasterize(
    gaussians: Gaussians,
    cameras: Cameras,
    *,
    settings: RasterSettings | None = None,
    background: Tensor | None = None,
    sh_degree: int | None = None,
    outputs: Collection[str] = ("color", "alpha"),
) -> Rasterized:
    """The expected result of :func:`scenewright.scene.splats.rasterize.rasterize`. Of `radii` only the sign is meaningful."""
    chosen = settings or RasterSettings()
    degree = gaussians.degree if sh_degree is None else sh_degree
    size = cameras.width, cameras.height
    frames = [project(gaussians, m, k, size, chosen) for m, k in zip(cameras.camera_from_world, cameras.intrinsics)]
    means2d = torch.stack([on_screen for _, on_screen in frames])
    views: list[dict[str, Tensor | Contributors]] = []
    for i, (projected, _) in enumerate(frames):
        # use the returned tensor, so that its gradient can be read
        seen = replace(projected, means=means2d[i][projected.rows])
        behind = None if background is None else background.expand(len(frames), 3)[i]
        view = cameras.camera_from_world[i]
        views.append(_picture(gaussians, seen, view, size, chosen, behind, degree, frozenset(outputs)))
    drawn = torch.zeros(means2d.shape[:2], dtype=torch.int32)
    for i, (projected, _) in enumerate(frames):
        drawn[i, projected.rows] = 1
    names = [name for name in views[0] if name != "contributors"]
    lists = tuple(view["contributors"] for view in views) if "contributors" in outputs else None
    return Rasterized(
        means2d=means2d, radii=drawn, contributors=lists, **{n: torch.stack([v[n] for v in views]) for n in names}
    )


# -- a Gaussian on the screen -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Projected:
    """The M visible Gaussians, near to far. `rows`: (M,) in the set. `means`: (M, 2) pixels. `conics`: (M, 3), xx, xy, yy of the
    inverse covariance. `opacities`: (M,). `depths`: (M,). `reach`: (M, 2) half sides of the bounding box, pixels."""

    rows: Tensor
    means: Tensor
    conics: Tensor
    opacities: Tensor
    depths: Tensor
    reach: Tensor


def project(
    gaussians: Gaussians, camera_from_world: Tensor, k: Tensor, size: tuple[int, int], settings: RasterSettings
) -> tuple[Projected, Tensor]:
    """The visible Gaussians, and (N, 2) projected centres of all; those of invisible ones have no meaning."""
    width, height = size
    turn, shift = camera_from_world[:3, :3], camera_from_world[:3, 3]
    at = gaussians.means @ turn.T + shift
    z = at[:, 2].detach()
    rows = torch.nonzero((z >= settings.near) & (z <= settings.far) & torch.isfinite(z)).flatten()
    rows = rows[torch.argsort(z[rows], stable=True)]
    x, y, z = at[rows].unbind(1)
    fx, fy, cx, cy = k[0, 0], k[1, 1], k[0, 2], k[1, 2]
    means = torch.stack([fx * x / z + cx, fy * y / z + cy], dim=1)

    # d(screen)/d(camera); the direction is clamped to just outside the picture, where the linear approximation fails
    across, down = settings.clamp * 0.5 * width / fx, settings.clamp * 0.5 * height / fy
    u = torch.minimum(torch.maximum(x / z, -cx / fx - across), (width - cx) / fx + across)
    v = torch.minimum(torch.maximum(y / z, -cy / fy - down), (height - cy) / fy + down)
    zero = torch.zeros_like(z)
    jacobian = torch.stack([fx / z, zero, -fx * u / z, zero, fy / z, -fy * v / z], dim=1).reshape(-1, 2, 3)
    axes = _turns(gaussians.quats[rows]) * gaussians.log_scales[rows].exp()[:, None, :]
    spread = (jacobian @ turn) @ axes
    xx, xy, yy = (spread[:, [0, 0, 1]] * spread[:, [0, 1, 1]]).sum(dim=2).unbind(1)
    wide_x, wide_y = xx + settings.dilation, yy + settings.dilation
    determinant = wide_x * wide_y - xy * xy
    opacities = torch.sigmoid(gaussians.logit_opacities[rows])
    if settings.antialiased:
        # the product of the two standard deviations by minors, since xx yy - xy^2 cancels for needles
        first, second = spread.unbind(1)
        share = torch.linalg.cross(first, second).square().sum(dim=1) / determinant
        opacities = opacities * torch.where(share > 0, share, 1.0).sqrt() * (share > 0)
    conics = torch.stack([wide_y, -xy, wide_x], dim=1) / determinant[:, None]

    # a contribution is dropped where o (exp(power) - floor) < alpha_min
    least = settings.alpha_min / opacities.detach().clamp_min(1e-30) + settings.kernel_floor
    far_out = (-2.0 * least.clamp_min(1e-30).log()).clamp_min(0.0).sqrt()
    reach = far_out[:, None] * torch.stack([wide_x, wide_y], dim=1).detach().sqrt() * 1.001 + _BOX_MARGIN
    centre = means.detach()
    frame = torch.tensor([width, height]).to(centre)
    seen = (least < 1.0) & (determinant > 0) & ((centre + reach > 0) & (centre - reach < frame)).all(dim=1)
    kept = torch.nonzero(seen).flatten()
    on_screen = torch.zeros_like(at[:, :2]).index_copy(0, rows, means)
    return Projected(rows[kept], means[kept], conics[kept], opacities[kept], z[kept], reach[kept]), on_screen


def _turns(quats: Tensor) -> Tensor:
    """(N, 3, 3) rotations of wxyz quaternions of any length: q v q* written out (Rodrigues)."""
    unit = quats / quats.square().sum(dim=1, keepdim=True).sqrt()
    w, axis = unit[:, 0], unit[:, 1:]
    x, y, z = axis.unbind(1)
    zero = torch.zeros_like(w)
    cross = torch.stack([zero, -z, y, z, zero, -x, -y, x, zero], dim=1).reshape(-1, 3, 3)
    outer = axis[:, :, None] * axis[:, None, :]
    eye = torch.eye(3).to(quats)
    return (w * w - axis.square().sum(dim=1))[:, None, None] * eye + 2.0 * outer + 2.0 * w[:, None, None] * cross


def colors(gaussians: Gaussians, rows: Tensor, camera_from_world: Tensor, degree: int) -> Tensor:
    """(M, 3) colours of the Gaussians `rows`, as seen from a camera: 0.5 + SH, at least 0."""
    eye = -camera_from_world[:3, :3].T @ camera_from_world[:3, 3]
    direction = gaussians.means[rows] - eye
    direction = direction / direction.norm(dim=1, keepdim=True).clamp_min(1e-30)
    count = (degree + 1) ** 2
    basis = harmonics(direction, degree)
    return ((basis[:, :, None] * gaussians.sh[rows, :count]).sum(dim=1) + 0.5).clamp_min(0.0)


def harmonics(direction: Tensor, degree: int) -> Tensor:
    """(M, K) real spherical harmonics of unit vectors, with the signs of the INRIA code (Condon-Shortley phase)."""
    x, y, z = direction.unbind(1)

    def norm(value: float) -> float:
        return math.sqrt(value / math.pi)

    terms = [norm(1 / 4) * torch.ones_like(x)]
    if degree >= 1:
        terms += [-norm(3 / 4) * y, norm(3 / 4) * z, -norm(3 / 4) * x]
    if degree >= 2:
        terms += [norm(15 / 4) * x * y, -norm(15 / 4) * y * z, norm(5 / 16) * (3 * z * z - 1)]
        terms += [-norm(15 / 4) * x * z, norm(15 / 16) * (x * x - y * y)]
    if degree >= 3:
        terms += [-norm(35 / 32) * y * (3 * x * x - y * y), norm(105 / 4) * x * y * z]
        terms += [-norm(21 / 32) * y * (5 * z * z - 1), norm(7 / 16) * z * (5 * z * z - 3)]
        terms += [-norm(21 / 32) * x * (5 * z * z - 1), norm(105 / 16) * z * (x * x - y * y)]
        terms += [-norm(35 / 32) * x * (x * x - 3 * y * y)]
    return torch.stack(terms, dim=1)


# -- tiles ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Batch:
    """G tiles with lists of similar length. `tiles`: (G,). `members`: the lists in chunks, (g, CHUNK) indices of projected Gaussians;
    g <= G, since shorter lists end earlier. The index after the last means no Gaussian."""

    tiles: Tensor
    members: list[Tensor]


@torch.no_grad()
def batches(projected: Projected, size: tuple[int, int]) -> list[Batch]:
    """Batches that contain every tile reached by a Gaussian once."""
    across, down = (math.ceil(side / TILE) for side in size)
    if not len(projected.rows):
        return []
    limits = torch.tensor([across, down])
    low = ((projected.means - projected.reach) / TILE).floor().clamp_min(0.0).minimum(limits).long()
    high = ((projected.means + projected.reach) / TILE).ceil().clamp_min(0.0).minimum(limits).long()
    span = high - low
    count = span[:, 0] * span[:, 1]
    owner = torch.repeat_interleave(torch.arange(len(count)), count)
    nth = torch.arange(len(owner)) - (count.cumsum(0) - count)[owner]
    wide = span[owner, 0]
    tile = (low[owner, 1] + nth // wide) * across + low[owner, 0] + nth % wide
    owner = owner[torch.argsort(tile, stable=True)]
    length = torch.bincount(tile, minlength=across * down)
    begin = length.cumsum(0) - length
    by_length = torch.argsort(length, descending=True, stable=True)
    by_length = by_length[length[by_length] > 0]
    nobody = len(count)
    out = []
    for tiles in by_length.split(TILES_AT_ONCE):
        members = []
        for start in range(0, int(length[tiles[0]]), CHUNK):
            place = start + torch.arange(CHUNK)
            going = tiles[length[tiles] > start]
            inside = place < length[going][:, None]
            where = torch.where(inside, begin[going][:, None] + place, 0)
            members.append(torch.where(inside, owner[where], nobody))
        out.append(Batch(tiles, members))
    return out


@dataclass(frozen=True)
class Chunk:
    """The next L Gaussians of g tiles, composited. `tiles`: (g,). `members`: (g, L) indices of projected Gaussians. `light`: (g, P, 1)
    transmittance before them. `alphas`: (g, P, L). `shares`: (g, P, L) weights divided by `light`. `passing`: (g, P, L) transmittance
    after each, divided by `light`. `values`: (g, L, V)."""

    tiles: Tensor
    members: Tensor
    light: Tensor
    alphas: Tensor
    shares: Tensor
    passing: Tensor
    values: Tensor

    @property
    def sums(self) -> Tensor:
        """(g, P, V), the chunk's contribution to the picture."""
        return self.light * (self.shares @ self.values)

    @property
    def weights(self) -> Tensor:
        """(g, P, L) alpha times transmittance."""
        return self.light * self.shares

    @property
    def after(self) -> Tensor:
        """(g, P, L) transmittance behind each Gaussian."""
        return self.light * self.passing


def composited(
    projected: Projected, values: Tensor, size: tuple[int, int], settings: RasterSettings
) -> Iterator[Chunk]:
    """The chunks of all tiles, near to far within each tile, until its pixels are opaque."""
    across = math.ceil(size[0] / TILE)
    table = torch.cat([projected.means, projected.conics, projected.opacities[:, None], values], dim=1)
    table = torch.cat([table, table.new_zeros((1, table.shape[1]))])
    dealt = batches(projected, size)
    if not dealt:
        return
    # one gather for all chunks, so that its gradient is one scatter
    everyone = [members for batch in dealt for members in batch.members]
    gathered = table[torch.cat([members.flatten() for members in everyone])]
    parts = iter(gathered.split([members.numel() for members in everyone]))
    along = torch.arange(TILE).to(table) + 0.5
    least_power = 0.5 * math.log(torch.finfo(table.dtype).tiny)
    for batch in dealt:
        left = ((batch.tiles % across) * TILE)[:, None] + along
        top = ((batch.tiles // across) * TILE)[:, None] + along
        light = table.new_ones((len(batch.tiles), PIXELS, 1))
        going = torch.arange(len(batch.tiles))
        for listed in batch.members:
            part = next(parts).view(*listed.shape, -1)
            going = going[going < len(listed)]
            if len(going) == 0:
                continue
            members = listed[going]
            part = part[going]
            at_x, at_y, xx, xy, yy, opacity = part[:, None, :, :6].unbind(3)  # each (g, 1, L)
            dx, dy = left[going][:, :, None] - at_x, top[going][:, :, None] - at_y
            squares = (-0.5 * yy * dy * dy)[:, :, None] + (-0.5 * xx * dx * dx)[:, None]
            power = torch.addcmul(squares, (xy * dy)[:, :, None], dx[:, None], value=-1.0)
            # keep tiny products from becoming denormal, which takes ten times as long
            kernel = power.clamp_min(least_power).view(len(going), PIXELS, -1).exp_()
            if settings.kernel_floor > 0.0:
                kernel = (kernel - settings.kernel_floor).clamp_min(0.0)
            alphas = (opacity * kernel).clamp_max(settings.alpha_max)
            alphas = torch.where(alphas >= settings.alpha_min, alphas, 0.0)
            passing = torch.cumprod(1.0 - alphas, dim=2)
            shares = alphas * torch.cat([torch.ones_like(passing[:, :, :1]), passing[:, :, :-1]], dim=2)
            before = light[going]
            left_over = before.detach() * passing[:, :, -1:].detach()
            if bool((left_over <= settings.transmittance_min).any()):
                shares = shares * (before.detach() * passing.detach() > settings.transmittance_min)
            yield Chunk(batch.tiles[going], members, before, alphas, shares, passing, part[:, :, 6:])
            light = light.index_copy(0, going, before * passing[:, :, -1:])
            going = going[(left_over > settings.transmittance_min).flatten(1).any(dim=1)]


# -- pictures ---------------------------------------------------------------------------------------------------------


def _picture(
    gaussians: Gaussians,
    projected: Projected,
    camera_from_world: Tensor,
    size: tuple[int, int],
    settings: RasterSettings,
    background: Tensor | None,
    degree: int,
    outputs: frozenset[str],
) -> dict[str, Tensor | Contributors]:
    columns = {"alpha": torch.ones_like(projected.depths)[:, None]}
    if "color" in outputs:
        columns["color"] = colors(gaussians, projected.rows, camera_from_world, degree)
    if "depth" in outputs:
        columns["depth"] = projected.depths[:, None]
    if "features" in outputs:
        assert gaussians.features is not None
        columns["features"] = gaussians.features[projected.rows]
    values = torch.cat(list(columns.values()), dim=1)

    tiles = math.ceil(size[0] / TILE) * math.ceil(size[1] / TILE)
    added: list[Tensor] = []
    places: list[Tensor] = []
    largest = values.new_zeros((tiles, PIXELS))
    owner = torch.full((tiles, PIXELS), NO_ENTITY, dtype=torch.int32)
    half = values.new_zeros((tiles, PIXELS))
    lists: list[tuple[Tensor, Tensor, Tensor]] = []
    row_of = torch.cat([projected.rows, torch.tensor([-1])])
    depth_of = torch.cat([projected.depths.detach(), values.new_zeros(1)])
    for chunk in composited(projected, values, size, settings):
        added.append(chunk.sums)
        places.append(chunk.tiles)
        members = chunk.members[:, None].expand(-1, PIXELS, -1)
        if "entity" in outputs:
            weight, which = chunk.weights.detach().max(dim=2)
            row = row_of[members.gather(2, which[:, :, None])[:, :, 0]]
            wins = weight > largest[chunk.tiles]
            owner[chunk.tiles] = torch.where(wins, gaussians.entity_ids[row], owner[chunk.tiles])
            largest[chunk.tiles] = torch.where(wins, weight, largest[chunk.tiles])
        if "median_depth" in outputs:
            drawn = chunk.shares.detach() > 0
            gone = drawn & (chunk.after.detach() <= 0.5)
            first = members.gather(2, gone.int().argmax(dim=2, keepdim=True))[:, :, 0]
            now = gone.any(dim=2) & (chunk.light[:, :, 0].detach() > 0.5)
            half[chunk.tiles] = torch.where(now, depth_of[first], half[chunk.tiles])
        if "contributors" in outputs:
            tile, pixel, nth = torch.nonzero(chunk.shares.detach() > 0, as_tuple=True)
            row = row_of[chunk.members[tile, nth]]
            lists.append((chunk.tiles[tile] * PIXELS + pixel, row, chunk.weights.detach()[tile, pixel, nth]))

    total = values.new_zeros((tiles, PIXELS, values.shape[1]))
    if added:
        total = total.index_add(0, torch.cat(places), torch.cat(added))
    whole = dict(zip(columns, _untiled(total, size).split([c.shape[1] for c in columns.values()], dim=2), strict=True))
    alpha = whole["alpha"][..., 0]
    picture: dict[str, Tensor | Contributors] = {}
    if "alpha" in outputs:
        picture["alpha"] = alpha
    if "color" in outputs:
        picture["color"] = whole["color"]
        if background is not None:
            picture["color"] = whole["color"] + (1.0 - alpha)[..., None] * background
    if "depth" in outputs:
        hit = alpha > 0
        picture["depth"] = torch.where(hit, whole["depth"][..., 0] / torch.where(hit, alpha, 1.0), 0.0)
    if "features" in outputs:
        picture["features"] = whole["features"]
    if "entity" in outputs:
        picture["entity"] = _untiled(owner[..., None], size)[..., 0]
    if "median_depth" in outputs:
        picture["median_depth"] = _untiled(half[..., None], size)[..., 0]
    if "contributors" in outputs:
        picture["contributors"] = _contributors(lists, size, values.dtype)
    return picture


def _untiled(tiles: Tensor, size: tuple[int, int]) -> Tensor:
    """(tiles, P, V) -> (H, W, V)."""
    width, height = size
    across, down = (math.ceil(side / TILE) for side in size)
    whole = tiles.view(down, across, TILE, TILE, -1).permute(0, 2, 1, 3, 4)
    return whole.reshape(down * TILE, across * TILE, -1)[:height, :width]


def _contributors(
    lists: list[tuple[Tensor, Tensor, Tensor]], size: tuple[int, int], dtype: torch.dtype
) -> Contributors:
    width, height = size
    if not lists:
        nothing = torch.zeros(0, dtype=torch.int32), torch.zeros(0, dtype=dtype)
        return Contributors(torch.zeros(width * height + 1, dtype=torch.int64), *nothing)
    places, rows, weights = (torch.cat(part) for part in zip(*lists, strict=True))
    across = math.ceil(width / TILE)
    tile, within = places // PIXELS, places % PIXELS
    x, y = (tile % across) * TILE + within % TILE, (tile // across) * TILE + within // TILE
    inside = (x < width) & (y < height)
    pixel = (y * width + x)[inside]
    order = torch.argsort(pixel, stable=True)
    count = torch.bincount(pixel, minlength=width * height)
    offsets = torch.cat([torch.zeros(1, dtype=torch.int64), count.cumsum(0)])
    return Contributors(offsets, rows[inside][order].to(torch.int32), weights[inside][order])


def otherwise_composed(a: Contributors, b: Contributors) -> Tensor:
    """(pixels,) bool: whether the pixel's Gaussians or their order differ."""
    lengths, others = a.offsets.diff(), b.offsets.diff()
    pixels = torch.arange(len(lengths))
    out = lengths != others
    of_a, of_b = torch.repeat_interleave(pixels, lengths), torch.repeat_interleave(pixels, others)
    rows_a, rows_b = a.gaussians[~out[of_a]], b.gaussians[~out[of_b]]
    out[of_a[~out[of_a]][rows_a != rows_b]] = True
    return out
