"""How kernels are compiled, and what they share.

Kernels are written once for float32 and float64. ``arr.dtype.type(x)`` gives constants of the right kind; an untyped 0.5
would turn float32 arithmetic into float64.
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
"""Side of a tile, pixels."""

_log = logging.getLogger(__name__)
_F = TypeVar("_F", bound=Callable[..., Any])


def kernel(function: _F) -> _F:
    """Compile with numba for the types it is called with; keep the result beside the source; release the lock of Python.

    Contraction to fused multiply-adds is allowed; reordering is not: sums come out the same on every call.
    """
    return _compiled(function, inline=False)


def inlined(function: _F) -> _F:
    """A kernel that becomes part of those that call it: for one that is called for every Gaussian with many arrays, of which
    each is seven arguments. LLVM decides well about all others."""
    return _compiled(function, inline=True)


def _compiled(function: _F, *, inline: bool) -> _F:
    fast = {"contract", "nsz", "arcp"}
    compiled: Any = njit(nogil=True, fastmath=fast, error_model="numpy", forceinline=inline)(function)
    try:
        compiled._cache = KernelCache(function)
    except RuntimeError:
        # numba finds no folder that it may write to, beside the source or in the user's cache
        _say_that_nothing_is_kept()
    return cast(_F, compiled)


@lru_cache(maxsize=1)
def _say_that_nothing_is_kept() -> None:
    _log.warning("compiled kernels cannot be kept here: set NUMBA_CACHE_DIR to a folder that can be written")


@kernel
def aligned(count, like):
    """(count,) of the type of `like`, not filled, beginning where a cache line does: vector loads then touch one line each."""
    spare = 64 // like.itemsize
    block = np.empty(count + spare, dtype=like.dtype)
    past = (block.ctypes.data // like.itemsize) % spare
    start = (spare - past) % spare
    return block[start : start + count]
