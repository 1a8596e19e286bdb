"""Compilation of kernels, and helpers that they share.

Kernels are written once for float32 and float64. ``arr.dtype.type(x)`` gives constants of the right type; an untyped 0.5 would
turn float32 arithmetic into float64.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit

from scenewright.scene.splats.cpu.kernel_cache import KernelCache

__all__ = ["TILE", "aligned", "inlined", "kernel"]

TILE = 16
"""Side of a tile, in pixels."""

_log = logging.getLogger(__name__)
_F = TypeVar("_F", bound=Callable[..., Any])


def kernel(function: _F) -> _F:
    """Compile a function with numba for the types of its calls, cache the result beside the source, and release Python's lock.

    Contraction to fused multiply-adds is allowed. Reordering is not, so sums are the same in every call.
    """
    return _compiled(function, inline=False)


def inlined(function: _F) -> _F:
    """A kernel that is always inlined. It is for kernels called for every Gaussian with many arrays, each of which is seven arguments.
    For other kernels LLVM decides well."""
    return _compiled(function, inline=True)


def _compiled(function: _F, *, inline: bool) -> _F:
    fast = {"contract", "nsz", "arcp"}
    compiled: Any = njit(nogil=True, fastmath=fast, error_model="numpy", forceinline=inline)(function)
    try:
        compiled._cache = KernelCache(function)
    except RuntimeError:
        # numba found no writable folder, neither beside the source nor in the user's cache
        _say_that_nothing_is_kept()
    return cast(_F, compiled)


@lru_cache(maxsize=1)
def _say_that_nothing_is_kept() -> None:
    _log.warning("compiled kernels cannot be kept here: set NUMBA_CACHE_DIR to a folder that can be written")


@kernel
def aligned(count, like):
    """(count,) uninitialised array of `like`'s type, aligned to a cache line, so that each vector load touches one line."""
    spare = 64 // like.itemsize
    block = np.empty(count + spare, dtype=like.dtype)
    past = (block.ctypes.data // like.itemsize) % spare
    start = (spare - past) % spare
    return block[start : start + count]
