"""Non-negative orthogonal matching pursuit, one feature at a time, without arrays larger than a row of products."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.splats.cpu.numeric import kernel
from scenewright.scene.splats.cpu.workers import chunks, on_threads

__all__ = ["pursue", "pursued_rows"]

_LEAST = 1e-4
"""Least dot product with the residual for a word to be added."""
_SWEEPS = 12
_ROWS_A_JOB = 512


@kernel
def pursue(begin, end, products, gram, width, indices, coefficients):
    """Rows begin to end. products (n, K) of the features with the words, gram (K, K) of the words with each other. Fills indices (n, width)
    int64 of words and coefficients (n, width), 0 where fewer words are needed."""
    words = gram.shape[0]
    left = np.empty(words, dtype=np.float32)
    least, none = np.float32(_LEAST), np.float32(0)
    for row in range(begin, end):
        for j in range(width):
            indices[row, j] = 0
            coefficients[row, j] = 0
        for j in range(width):
            for k in range(words):
                left[k] = products[row, k]
            for m in range(j):
                share, word = coefficients[row, m], indices[row, m]
                if share > 0:
                    for k in range(words):
                        left[k] -= share * gram[word, k]
            best, value = -1, least
            for k in range(words):
                if left[k] > value:
                    best, value = k, left[k]
            if best < 0:
                break
            indices[row, j] = best
            coefficients[row, j] = value / gram[best, best]
            # fit all coefficients again, by coordinate descent on the normal equations
            for _ in range(_SWEEPS if j else 0):
                for a in range(j + 1):
                    word = indices[row, a]
                    rest = products[row, word]
                    for b in range(j + 1):
                        if b != a:
                            rest -= coefficients[row, b] * gram[word, indices[row, b]]
                    coefficients[row, a] = max(rest / gram[word, word], none)


def pursued_rows(
    products: npt.NDArray[np.float32], gram: npt.NDArray[np.float32], width: int, threads: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """Run :func:`pursue` on threads. Returns (n, width) words and (n, width) coefficients."""
    which = np.zeros((len(products), width), dtype=np.int64)
    coefficients = np.zeros((len(products), width), dtype=np.float32)
    fixed: tuple[Any, ...] = (products, gram, width, which, coefficients)
    on_threads(threads, lambda b, e: pursue(b, e, *fixed), chunks(len(products), _ROWS_A_JOB))
    return which, coefficients
