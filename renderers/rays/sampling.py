"""Sample patterns whose noise a small filter removes.

The 64 pixels of an 8x8 tile take different parts of one low-discrepancy set, so that a filter over any 8x8 window sees
all of it, and over any 4x4 window a good part (Keller and Heidrich, "Interleaved Sampling", EGWR 2001).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["SLOTS", "cosine_directions", "frame_of", "interleaved", "slots_of_pixels", "square_samples"]

Float32 = npt.NDArray[np.float32]

SLOTS = 64
# dispersed order (Bayer): neighbouring pixels take distant parts of the set
_BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], dtype=np.int64)
_TILE = np.kron(np.ones((2, 2), dtype=np.int64), 4 * _BAYER) + np.kron(
    [[0, 2], [3, 1]], np.ones((4, 4), dtype=np.int64)
)


def slots_of_pixels(rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """(N,) slots, 0 to 63, of pixels."""
    out: npt.NDArray[np.int64] = _TILE[rows % 8, columns % 8]
    return out


def square_samples(count: int, seed: int) -> npt.NDArray[np.float64]:
    """(count, 2) points of Sobol's two-dimensional sequence, shifted by a random vector of the seed (Cranley, Patterson)."""
    index = np.arange(count, dtype=np.uint64)
    first = np.zeros(count, dtype=np.uint64)
    second = np.zeros(count, dtype=np.uint64)
    direction = np.uint64(1 << 31)
    for bit in range(32):
        on = ((index >> np.uint64(bit)) & np.uint64(1)).astype(bool)
        first[on] ^= np.uint64(1 << (31 - bit))
        second[on] ^= direction
        # the generator matrix is Pascal's triangle modulo 2
        direction ^= direction >> np.uint64(1)
    points = np.stack([first, second], axis=1).astype(np.float64) / 2.0**32
    return np.mod(points + np.random.default_rng(seed).random(2), 1.0)


def interleaved(count: int, seed: int) -> Float32:
    """(SLOTS, count, 2) points in the unit square, evenly distributed within each slot and over all slots together."""
    return square_samples(SLOTS * count, seed).astype(np.float32).reshape(SLOTS, count, 2)


def cosine_directions(square: Float32) -> Float32:
    """(..., 3) directions about +z with cosine-weighted density, from points (..., 2) in the unit square."""
    r = np.sqrt(square[..., 0])
    phi = 2.0 * np.pi * square[..., 1]
    z = np.sqrt(np.maximum(1.0 - square[..., 0], 0.0))
    return np.stack([r * np.cos(phi), r * np.sin(phi), z], axis=-1).astype(np.float32)


def frame_of(normal: Float32) -> tuple[Float32, Float32]:
    """Two unit vectors (N, 3) each, orthogonal to unit normals (N, 3) and each other (Duff et al., JCGT 6(1), 2017)."""
    x, y, z = normal[:, 0], normal[:, 1], normal[:, 2]
    sign = np.where(z >= 0.0, np.float32(1.0), np.float32(-1.0))
    a = -1.0 / (sign + z)
    b = x * y * a
    tangent = np.stack([1.0 + sign * x * x * a, sign * b, -sign * x], axis=1)
    bitangent = np.stack([b, sign + y * y * a, -y], axis=1)
    return tangent.astype(np.float32), bitangent.astype(np.float32)
