"""The kernels as torch autograd functions: projection, colour, blending."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from scenewright.scene.errors import SplatError
from scenewright.scene.splats.cpu.binning import PACKED, fill_tiles, list_tiles, packed_rows, sort_by_depth, tile_starts
from scenewright.scene.splats.cpu.blending import Limits, blend
from scenewright.scene.splats.cpu.gradients import PAIR_GRADIENTS, add_pairs, blend_gradients
from scenewright.scene.splats.cpu.harmonics import shade, shade_gradients
from scenewright.scene.splats.cpu.labels import count_labels, label_weights
from scenewright.scene.splats.cpu.numeric import TILE
from scenewright.scene.splats.cpu.projection import ProjectionLens, project, project_gradients
from scenewright.scene.splats.cpu.survey import contributors, survey
from scenewright.scene.splats.cpu.workers import chunks, on_threads

__all__ = [
    "CHANNELS",
    "MOST_IN_A_TILE",
    "Blend",
    "ProjectGaussians",
    "Screen",
    "Shade",
    "Tiles",
    "listed",
    "over_tiles",
    "surveyed",
    "tiles_of",
    "weighed",
]

CHANNELS = 4
"""Number of values blended in one pass."""

Array = npt.NDArray[Any]
_JOBS_A_THREAD = 8
_MOST_PAIRS = 2**31 - 1
"""Most entries of all tiles' lists together. Drawing takes 12 bytes for each, derivatives 40 more."""
MOST_IN_A_TILE = 2**24
"""Most entries of one tile's list in :func:`surveyed`, which stores positions as float32."""


@dataclass(frozen=True, eq=False)
class Screen:
    """The parameters of a view that the kernels need."""

    lens: ProjectionLens
    limits: Limits
    width: int
    height: int
    antialiased: bool
    threads: int


@dataclass(frozen=True, eq=False)
class Tiles:
    """The lists of Gaussians in each tile.

    `order`: (V,) rows, nearest first. `packed`: (V, 9) their ellipses. `starts` (tiles + 1,) and `pairs`: the tiles' lists, as
    positions in the order. `columns`: number of tiles in a row.
    """

    order: Array
    packed: Array
    starts: Array
    pairs: Array
    columns: int

    @property
    def count(self) -> int:
        return len(self.starts) - 1


class ProjectGaussians(torch.autograd.Function):
    """means (N, 3), quats (N, 4), log_scales (N, 3), logit_opacities (N,), camera_from_world (4, 4) -> means2d (N, 2), depths (N,),
    conics (N, 3), opacities (N,), and reach (N, 3), which has no derivative."""

    @staticmethod
    def forward(
        ctx: Any,
        means: Tensor,
        quats: Tensor,
        log_scales: Tensor,
        logit_opacities: Tensor,
        camera_from_world: Tensor,
        screen: Screen,
    ) -> tuple[Tensor, ...]:
        inputs = [_array(t) for t in (means, quats, log_scales, logit_opacities, camera_from_world)]
        count = len(means)
        outputs = [
            np.empty(shape, dtype=inputs[0].dtype) for shape in ((count, 2), count, (count, 3), count, (count, 3))
        ]
        fixed: tuple[Any, ...] = (*inputs, screen.lens, screen.antialiased, *outputs)
        on_threads(screen.threads, lambda b, e: project(b, e, *fixed), chunks(count))
        results = tuple(torch.from_numpy(a) for a in outputs)
        ctx.save_for_backward(means, quats, log_scales, logit_opacities, camera_from_world, results[4])
        ctx.screen = screen
        ctx.mark_non_differentiable(results[4])
        ctx.set_materialize_grads(False)
        return results

    @staticmethod
    def backward(ctx: Any, *grads: Tensor | None) -> tuple[Tensor | None, ...]:
        inputs = [_array(t) for t in ctx.saved_tensors]
        count, dtype = len(inputs[0]), inputs[0].dtype
        gradients = [
            _array_or_zeros(g, s, dtype) for g, s in zip(grads, ((count, 2), count, (count, 3), count), strict=False)
        ]
        outputs = [np.empty(shape, dtype=dtype) for shape in ((count, 3), (count, 4), (count, 3), count)]
        parts = chunks(count)
        of_camera = np.zeros((len(parts), 3, 4), dtype=dtype)
        fixed: tuple[Any, ...] = (
            *inputs[:5],
            ctx.screen.lens,
            ctx.screen.antialiased,
            inputs[5],
            *gradients,
            *outputs,
        )
        calls = [(b, e, *fixed, of_camera[k]) for k, (b, e) in enumerate(parts)]
        on_threads(ctx.screen.threads, project_gradients, calls)
        camera = np.zeros((4, 4), dtype=dtype)
        camera[:3] = of_camera.sum(axis=0)
        return (*(torch.from_numpy(a) for a in outputs), torch.from_numpy(camera), None)


class Shade(torch.autograd.Function):
    """means (N, 3), sh (N, K, 3), eye (3,) -> colors (N, 3); degree and reach (N, 3) have no derivative."""

    @staticmethod
    def forward(ctx: Any, means: Tensor, sh: Tensor, eye: Tensor, degree: int, reach: Tensor, threads: int) -> Tensor:
        inputs = [_array(t) for t in (means, sh, eye)]
        colors = np.empty((len(means), 3), dtype=inputs[0].dtype)
        fixed: tuple[Any, ...] = (*inputs, degree, _array(reach), colors)
        on_threads(threads, lambda b, e: shade(b, e, *fixed), chunks(len(means)))
        result = torch.from_numpy(colors)
        ctx.save_for_backward(means, sh, eye, reach, result)
        ctx.degree, ctx.threads = degree, threads
        return result

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor | None, ...]:
        means, sh, eye, reach, colors = (_array(t) for t in ctx.saved_tensors)
        of_sh, of_means = np.empty_like(sh), np.empty_like(means)
        parts = chunks(len(means))
        of_eye = np.zeros((len(parts), 3), dtype=means.dtype)
        fixed: tuple[Any, ...] = (means, sh, eye, ctx.degree, reach, colors, _array(grads[0]), of_sh, of_means)
        calls = [(b, e, *fixed, of_eye[k]) for k, (b, e) in enumerate(parts)]
        on_threads(ctx.threads, shade_gradients, calls)
        return (
            torch.from_numpy(of_means),
            torch.from_numpy(of_sh),
            torch.from_numpy(of_eye.sum(axis=0)),
            None,
            None,
            None,
        )


class Blend(torch.autograd.Function):
    """means2d (N, 2), conics (N, 3), opacities (N,), values (N, 4) -> image (H, W, 4), sums of weight times value, and
    transmittance (H, W).
    `tiles`: the result of :func:`tiles_of` for the first three."""

    @staticmethod
    def forward(
        ctx: Any, means2d: Tensor, conics: Tensor, opacities: Tensor, values: Tensor, tiles: Tiles, screen: Screen
    ) -> tuple[Tensor, Tensor]:
        chosen = np.take(_array(values), tiles.order, axis=0)
        image = np.empty((screen.height, screen.width, CHANNELS), dtype=chosen.dtype)
        transmittance = np.empty((screen.height, screen.width), dtype=chosen.dtype)
        over_tiles(blend, tiles, screen, chosen, image, transmittance)
        results = torch.from_numpy(image), torch.from_numpy(transmittance)
        ctx.save_for_backward(*results)
        ctx.tiles, ctx.chosen, ctx.screen, ctx.count = tiles, chosen, screen, len(means2d)
        ctx.set_materialize_grads(False)
        return results

    @staticmethod
    def backward(ctx: Any, *grads: Tensor | None) -> tuple[Tensor | None, ...]:
        image, transmittance = (_array(t) for t in ctx.saved_tensors)
        tiles, screen, dtype = ctx.tiles, ctx.screen, image.dtype
        gradients = [_array_or_zeros(g, a.shape, dtype) for g, a in zip(grads, (image, transmittance), strict=True)]
        rows = np.empty(len(tiles.pairs) * PAIR_GRADIENTS, dtype=dtype)
        over_tiles(blend_gradients, tiles, screen, ctx.chosen, image, transmittance, *gradients, rows)
        drawn = len(tiles.order)
        sums = np.empty((drawn, PAIR_GRADIENTS), dtype=dtype)
        share = max(-(-drawn // screen.threads), 1)
        on_threads(screen.threads, lambda b, e: add_pairs(b, e, tiles.pairs, rows, sums), chunks(drawn, share))
        all_sums = np.zeros((ctx.count, PAIR_GRADIENTS), dtype=dtype)
        all_sums[tiles.order] = sums
        full = torch.from_numpy(all_sums)
        return full[:, 0:2], full[:, 2:5], full[:, 5], full[:, 6:10], None, None


def tiles_of(
    means2d: Tensor, depths: Tensor, conics: Tensor, opacities: Tensor, reach: Tensor, screen: Screen
) -> Tiles:
    """Sort by depth and list the Gaussians that touch each tile.

    Raises:
        SplatError: the lists would be too long.
    """
    centres, ellipses, opacity, box = (_array(t) for t in (means2d, conics, opacities, reach))
    order = sort_by_depth(_array(depths), box)
    drawn = len(order)
    columns, rows = -(-screen.width // TILE), -(-screen.height // TILE)
    packed = np.empty((drawn, PACKED), dtype=centres.dtype)
    share = max(-(-drawn // screen.threads), 1)
    calls = [(b, e, k) for k, (b, e) in enumerate(chunks(drawn, share))]
    counts = np.zeros((max(len(calls), 1), columns * rows), dtype=np.int64)

    def packed_by(begin: int, end: int, _: int) -> int:
        return int(packed_rows(begin, end, order, centres, ellipses, opacity, box, packed, columns, rows))

    def listed_by(begin: int, end: int, k: int) -> tuple[int, Array, Array]:
        tile_of, place_of = np.empty(most[k], dtype=np.int32), np.empty(most[k], dtype=np.int32)
        return list_tiles(begin, end, packed, columns, rows, counts[k], tile_of, place_of), tile_of, place_of

    most = on_threads(screen.threads, packed_by, calls)
    if sum(most) > _MOST_PAIRS:
        raise SplatError(
            f"{drawn} Gaussians touch {sum(most)} tiles of a picture of {screen.width}x{screen.height} pixels, and lists hold "
            f"{_MOST_PAIRS}: draw a smaller picture or a part of it, or fewer or smaller Gaussians"
        )
    lists = on_threads(screen.threads, listed_by, calls)
    starts, next_free = tile_starts(counts)
    pairs = np.empty(int(starts[-1]), dtype=np.int32)
    on_threads(screen.threads, fill_tiles, [(*entries, next_free[k], pairs) for k, entries in enumerate(lists)])
    return Tiles(order, packed, starts, pairs, columns)


def surveyed(tiles: Tiles, screen: Screen) -> tuple[Array, Array, Array]:
    """(H, W) int32 each: row of the Gaussian with the largest weight, row of the one at which the transmittance falls to one half (-1
    for none), and number of Gaussians with a weight."""
    longest = int(np.diff(tiles.starts).max())
    if longest > MOST_IN_A_TILE and tiles.packed.dtype == np.float32:
        raise SplatError(
            f"{longest} Gaussians touch one tile, and {MOST_IN_A_TILE} are told apart: ask for no entities, median depth or "
            "contributors, draw a larger picture, or convert with .to(torch.float64)"
        )
    heaviest, middle, counts = (np.empty((screen.height, screen.width), dtype=np.int32) for _ in range(3))
    over_tiles(survey, tiles, screen, heaviest, middle, counts)
    return _rows(heaviest, tiles), _rows(middle, tiles), counts


def listed(tiles: Tiles, screen: Screen, counts: Array) -> tuple[Array, Array, Array]:
    """offsets (H * W + 1,) int64, rows (M,) int32 and weights (M,) of all contributing Gaussians, pixel by pixel, front to back."""
    offsets = np.zeros(counts.size + 1, dtype=np.int64)
    np.cumsum(counts.reshape(-1), out=offsets[1:])
    next_free = offsets[:-1].reshape(counts.shape).copy()
    ends = offsets[1:].reshape(counts.shape)
    places = np.empty(int(offsets[-1]), dtype=np.int32)
    weights = np.empty(int(offsets[-1]), dtype=tiles.packed.dtype)
    over_tiles(contributors, tiles, screen, next_free, ends, places, weights)
    if (next_free < ends).any():  # counted, and rounded away since
        filled = (next_free - offsets[:-1].reshape(counts.shape)).reshape(-1)
        listed_in = np.arange(len(places)) - np.repeat(offsets[:-1], counts.reshape(-1))
        kept = listed_in < np.repeat(filled, counts.reshape(-1))
        places, weights = places[kept], weights[kept]
        np.cumsum(filled, out=offsets[1:])
    return offsets, _rows(places, tiles), weights


def weighed(tiles: Tiles, screen: Screen, labels: Array, least: float) -> tuple[Array, Array, Array]:
    """rows (M,) int32, regions (M,) int32 and weights (M,): the sums of Gaussians' weights in the regions of labels (H, W). A Gaussian has
    one entry for every tile that it shares with a region."""
    counts = np.zeros(tiles.count, dtype=np.int64)
    step = max(min(screen.threads, tiles.count), 1)
    on_threads(
        screen.threads,
        lambda b: count_labels(b, tiles.count, step, tiles.columns, labels, counts),
        [(b,) for b in range(step)],
    )
    offsets = np.zeros(tiles.count + 1, dtype=np.int64)
    np.cumsum(counts * np.diff(tiles.starts), out=offsets[1:])
    places, regions = (np.empty(int(offsets[-1]), dtype=np.int32) for _ in range(2))
    weights = np.empty(int(offsets[-1]), dtype=tiles.packed.dtype)
    over_tiles(label_weights, tiles, screen, labels, tiles.packed.dtype.type(least), offsets, places, regions, weights)
    valid = np.flatnonzero(regions >= 0)
    return _rows(places[valid], tiles), regions[valid], weights[valid]


def _rows(places: Array, tiles: Tiles) -> Array:
    if not len(tiles.order):
        return places
    return np.where(places >= 0, tiles.order[places], np.int32(-1))


def over_tiles(work: Any, tiles: Tiles, screen: Screen, *rest: Any) -> None:
    """Run a kernel over all tiles. Each job takes every n-th tile, so that crowded tiles are spread over the jobs."""
    threads, count = screen.threads, tiles.count
    step = max(min(threads * _JOBS_A_THREAD, count), 1) if threads > 1 else 1
    fixed = (tiles.packed, tiles.starts, tiles.pairs, tiles.columns, screen.limits, *rest)
    on_threads(threads, lambda begin: work(begin, count, step, *fixed), [(begin,) for begin in range(step)])


def _array(tensor: Tensor) -> Array:
    array: Array = tensor.detach().contiguous().numpy()
    return array


def _array_or_zeros(tensor: Tensor | None, shape: Any, dtype: Any) -> Array:
    return np.zeros(shape, dtype=dtype) if tensor is None else _array(tensor)
