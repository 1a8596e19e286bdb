"""Dot products of coded features with text vectors, for Gaussians and for pixels of a view: runs :mod:`.codes` on threads."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.splats.cameras import Cameras
from scenewright.scene.splats.cpu.codes import code_picture, code_products
from scenewright.scene.splats.cpu.draw import binned
from scenewright.scene.splats.cpu.functions import over_tiles
from scenewright.scene.splats.cpu.workers import chunks, on_threads
from scenewright.scene.splats.gaussians import Gaussians
from scenewright.scene.splats.images import RasterSettings

__all__ = ["draw_products", "row_products"]

Rows = npt.NDArray[np.float32]
_ROWS_A_JOB = 65536


def row_products(
    indices: npt.NDArray[np.uint16],
    coefficients: npt.NDArray[np.uint8],
    scales: Rows,
    products: Rows,
    threads: int,
) -> Rows:
    """(N, T) dot products of N coded features with T text vectors. products: (K, T) those of the K codebook words."""
    out = np.empty((len(indices), products.shape[1]), dtype=np.float32)
    fixed = (indices, coefficients, scales, np.ascontiguousarray(products, dtype=np.float32), out)
    on_threads(threads, lambda b, e: code_products(b, e, *fixed), chunks(len(indices), _ROWS_A_JOB))
    return out


def draw_products(
    gaussians: Gaussians,
    camera: Cameras,
    codes: tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint8], Rows],
    products: Rows,
    gram: Rows,
    settings: RasterSettings,
    threads: int,
) -> tuple[Rows, Rows]:
    """(H, W, T) dot products of each pixel's feature F = sum_i w_i f_i with T text vectors, and (H, W) the lengths of F.

    codes: indices (N, k), coefficients (N, k), scales (N,). products: (K, T) of the codebook words. gram: (K, K) dot products of
    the words with each other.
    """
    tiles, screen = binned(gaussians.detach().to("cpu"), camera.to("cpu"), settings, threads)
    real: Any = tiles.packed.dtype
    dots = np.zeros((camera.height, camera.width, products.shape[1]), dtype=real)
    lengths = np.zeros((camera.height, camera.width), dtype=real)
    if len(tiles.order) and len(gram):
        code_arrays = (
            np.ascontiguousarray(codes[0]),
            np.ascontiguousarray(codes[1]),
            np.ascontiguousarray(codes[2], dtype=real),
            np.ascontiguousarray(products, dtype=real),
            np.ascontiguousarray(gram, dtype=real),
        )
        over_tiles(code_picture, tiles, screen, tiles.order, *code_arrays, dots, lengths)
    return dots.astype(np.float32, copy=False), lengths.astype(np.float32, copy=False)
