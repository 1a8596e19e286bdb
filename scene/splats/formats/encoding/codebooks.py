"""Quantization by k-means (Lloyd, 1982): a codebook of numbers, and a palette of vectors."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["codebook", "nearest_codes", "palette"]

_ROUNDS = 60
_CELLS = 1024
_PALETTE_ROUNDS = 6
_BLOCK = 1 << 22


def codebook(
    values: npt.NDArray[np.floating[Any]], size: int = 256, weights: npt.NDArray[np.floating[Any]] | None = None
) -> npt.NDArray[np.float32]:
    """(size,) ascending numbers with a small mean square distance to `values`. They include the least and the greatest value.

    `weights`: weights of the distances, in the shape of `values`; None: all equal."""
    flat = values.reshape(-1).astype(np.float64)
    if len(flat) == 0:
        return np.zeros(size, dtype=np.float32)
    distinct = np.unique(flat)
    if len(distinct) <= size:
        return np.asarray(np.concatenate([distinct, np.full(size - len(distinct), distinct[-1])]), dtype=np.float32)
    order = np.argsort(flat, kind="stable")
    ordered = flat[order]
    weight = np.ones(len(flat)) if weights is None else weights.reshape(-1).astype(np.float64)[order]
    mass = np.concatenate([[0.0], np.cumsum(weight)])
    moments = np.concatenate([[0.0], np.cumsum(weight * ordered)])
    codes = _spread_codes(ordered, mass, size)
    for _ in range(_ROUNDS):
        edges = np.concatenate([[0], np.searchsorted(ordered, 0.5 * (codes[1:] + codes[:-1])), [len(ordered)]])
        masses = np.diff(mass[edges])
        moved = np.where(masses > 0.0, np.diff(moments[edges]) / np.where(masses > 0.0, masses, 1.0), codes)
        moved[0], moved[-1] = ordered[0], ordered[-1]
        # rounding in differences of large sums may put a mean just outside its cell
        moved = np.sort(np.clip(moved, ordered[0], ordered[-1]))
        if np.abs(moved - codes).max() <= 1e-6 * (ordered[-1] - ordered[0]):
            break
        codes = moved
    return codes.astype(np.float32)


def _spread_codes(
    ordered: npt.NDArray[np.float64], mass: npt.NDArray[np.float64], size: int
) -> npt.NDArray[np.float64]:
    """(size,) start values for k-means, which alone hardly moves codes far.

    Their density is the cube root of the weights' density, which is optimal for many codes (Panter and Dite, 1951). The density is
    estimated in cells of equal widths, subdivided into cells of equal counts.
    """
    shares = np.linspace(0.0, 1.0, _CELLS)
    edges = np.unique(
        np.concatenate(
            [
                ordered[0] + shares * (ordered[-1] - ordered[0]),
                ordered[(shares * (len(ordered) - 1)).astype(np.int64)],
            ]
        )
    )
    widths = np.diff(edges)
    weight = np.maximum(np.diff(mass[np.searchsorted(ordered, edges, side="right")]), 0.0)
    along = np.concatenate([[0.0], np.cumsum(np.cbrt(weight) * np.cbrt(widths) ** 2)])
    codes = np.interp((np.arange(size) + 0.5) / size * along[-1], along, edges)
    codes[0], codes[-1] = ordered[0], ordered[-1]
    return np.asarray(codes)


def nearest_codes(values: npt.NDArray[np.floating[Any]], codes: npt.NDArray[np.float32]) -> npt.NDArray[np.uint8]:
    """The index of the nearest of ascending `codes` for each value, in the shape of `values`."""
    middles = 0.5 * (codes[1:].astype(np.float64) + codes[:-1])
    return np.searchsorted(middles, values.astype(np.float64)).astype(np.uint8)


def palette(
    vectors: npt.NDArray[np.float32], size: int, seed: int, weights: npt.NDArray[np.floating[Any]] | None = None
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
    """A palette (P, D) of at most `size` vectors for N vectors (N, D), and each one's label (N,). `weights`: (N,) of the distances.

    There are two levels: about sqrt(size) clusters, and in each cluster a part of the palette according to its error. An exact search
    in 65,536 vectors of 45 numbers would take minutes. Here the cost is about the square root of that, and a label is the nearest
    vector within its cluster.
    """
    count = len(vectors)
    if count <= size:
        return vectors.copy(), np.arange(count)
    weight = np.ones(count) if weights is None else weights.astype(np.float64)
    rng = np.random.default_rng(seed)
    coarse = max(1, round(size**0.5))
    centers, labels = _lloyd(vectors, coarse, rng, weight)
    distances = weight * ((vectors - centers[labels]) ** 2).sum(axis=1)
    errors = np.bincount(labels, weights=distances, minlength=len(centers)).astype(np.float64)
    members = np.bincount(labels, minlength=len(centers))
    shares = _shares(errors, members, size)
    parts, out, first = [], np.empty(count, dtype=np.int64), 0
    order = np.argsort(labels, kind="stable")
    for cluster, rows in enumerate(np.split(order, np.cumsum(members)[:-1])):
        if len(rows) == 0:
            continue
        fine, inner = _lloyd(vectors[rows], int(shares[cluster]), rng, weight[rows])
        parts.append(fine)
        out[rows] = first + inner
        first += len(fine)
    return np.concatenate(parts), out


def _shares(errors: npt.NDArray[np.float64], members: npt.NDArray[np.int64], size: int) -> npt.NDArray[np.int64]:
    """The number of the `size` vectors for each cluster: at least one, and at most its number of members.

    Otherwise it is proportional to the root of error times members, a compromise between the best mean and the best worst case.
    """
    used = members > 0
    weight = np.sqrt(errors * members) + 1e-12
    out = used.astype(np.int64)
    for _ in range(4):
        left = size - int(out.sum())
        open_ = used & (out < members)
        if left <= 0 or not open_.any():
            break
        extra = np.floor(left * np.where(open_, weight, 0.0) / weight[open_].sum()).astype(np.int64)
        out = np.minimum(out + extra, np.maximum(members, out))
    return out


def _lloyd(
    vectors: npt.NDArray[np.float32], size: int, rng: np.random.Generator, weight: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
    if len(vectors) <= size:
        return vectors.copy(), np.arange(len(vectors))
    centers = vectors[rng.choice(len(vectors), size, replace=False)].copy()
    labels = _nearest(vectors, centers)
    weighed = vectors * weight[:, None]
    for _ in range(_PALETTE_ROUNDS):
        mass = np.bincount(labels, weights=weight, minlength=size)
        counts = np.bincount(labels, minlength=size)
        order = np.argsort(labels, kind="stable")
        filled = np.flatnonzero(counts)
        starts = np.concatenate([[0], np.cumsum(counts[filled])[:-1]])
        sums = np.add.reduceat(weighed[order], starts, axis=0)
        heavy = mass[filled] > 0.0
        centers[filled[heavy]] = (sums[heavy] / mass[filled[heavy], None]).astype(np.float32)
        labels = _nearest(vectors, centers)
    return centers, labels


def _nearest(vectors: npt.NDArray[np.float32], centers: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
    half = 0.5 * (centers.astype(np.float64) ** 2).sum(axis=1).astype(np.float32)
    out = np.empty(len(vectors), dtype=np.int64)
    block = max(1, _BLOCK // max(len(centers), 1))
    for first in range(0, len(vectors), block):
        rows = slice(first, first + block)
        out[rows] = (vectors[rows] @ centers.T - half).argmax(axis=1)
    return out
