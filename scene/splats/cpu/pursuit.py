"""Orthogonal matching pursuit without negative coefficients, one feature after the other, with no array larger than a row of products."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.splats.cpu.numeric import kernel
from scenewright.scene.splats.cpu.workers import chunks, on_threads

__all__ = ["pursue", "pursued_rows"]

_LEAST = 1e-4
"""Agreement with what is left below which a word is no help."""
_SWEEPS = 12
_ROWS_A_JOB = 512


@kernel
def pursue(begin, end, products, gram, width, which, how_much):
    """Rows begin to end. products (n, K) of the features with the words, gram (K, K) of the words with each other. Fills which (n, width)
    int64 and how_much (n, width), 0 where fewer words are needed."""
    words = gram.shape[0]
    left = np.empty(words, dtype=np.float32)
    least, none = np.float32(_LEAST), np.float32(0)
    for row in range(begin, end):
        for j in range(width):
            which[row, j] = 0
            how_much[row, j] = 0
        for j in range(width):
            for k in range(words):
                left[k] = products[row, k]
            for m in range(j):
                share, word = how_much[row, m], which[row, m]
                if share > 0:
                    for k in range(words):
                        left[k] -= share * gram[word, k]
            best, value = -1, least
            for k in range(words):
                if left[k] > value:
                    best, value = k, left[k]
            if best < 0:
                break
            which[row, j] = best
            how_much[row, j] = value / gram[best, best]
            # all coefficients anew: coordinate descent on the normal equations
            for _ in range(_SWEEPS if j else 0):
                for a in range(j + 1):
                    word = which[row, a]
                    rest = products[row, word]
                    for b in range(j + 1):
                        if b != a:
                            rest -= how_much[row, b] * gram[word, which[row, b]]
                    how_much[row, a] = max(rest / gram[word, word], none)


def pursued_rows(
    products: npt.NDArray[np.float32], gram: npt.NDArray[np.float32], width: int, threads: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """:func:`pursue` on threads: (n, width) words and their coefficients."""
    which = np.zeros((len(products), width), dtype=np.int64)
    how_much = np.zeros((len(products), width), dtype=np.float32)
    fixed: tuple[Any, ...] = (products, gram, width, which, how_much)
    on_threads(threads, lambda b, e: pursue(b, e, *fixed), chunks(len(products), _ROWS_A_JOB))
    return which, how_much
