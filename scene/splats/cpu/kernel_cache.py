"""Storage of compiled kernels between runs, and the check whether they are stale."""

from __future__ import annotations

import hashlib
import logging
import pickle
from functools import lru_cache
from pathlib import Path
from typing import Any

from numba.core.caching import FunctionCache

__all__ = ["KernelCache"]

_log = logging.getLogger(__name__)
# exceptions that reading a damaged cache file can raise; see the documentation of pickle
_DAMAGED = (
    OSError,
    EOFError,
    pickle.PickleError,
    AttributeError,
    ImportError,
    IndexError,
    KeyError,
    TypeError,
    ValueError,
)


class KernelCache(FunctionCache):
    """numba's cache of one kernel, for kernels that call each other.

    numba checks only a kernel's own file to decide whether its cache is stale, although the compiled code includes functions and
    constants of other files. Here a change in any file of this folder makes all kernels stale.

    If the cache cannot be read or written, kernels are compiled again and a warning is logged once. Drawing never fails for it.
    """

    def __init__(self, function: Any) -> None:
        super().__init__(function)
        self._cache_file._source_stamp = (self._cache_file._source_stamp, _sources())

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        try:
            overload = super().load_overload(sig, target_context)
        except _DAMAGED as error:
            _tell_once(f"compiled kernels in {self.cache_path} cannot be read and are compiled again: {error!r}")
            self._forget()
            return None
        if overload is None:
            _say_that_it_takes_time()
        return overload

    def save_overload(self, sig: Any, data: Any) -> None:
        try:
            super().save_overload(sig, data)
        except _DAMAGED as error:
            _tell_once(f"compiled kernels cannot be kept in {self.cache_path}, set NUMBA_CACHE_DIR: {error!r}")

    def _forget(self) -> None:
        try:
            self.flush()
        except OSError as error:
            _tell_once(f"{self.cache_path} cannot be cleared: {error}")


@lru_cache(maxsize=1)
def _sources() -> str:
    """Digest of all source files of kernels."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _say_that_it_takes_time() -> None:
    _log.info("compiling the kernels that draw: some seconds, once on this machine")


@lru_cache(maxsize=8)
def _tell_once(message: str) -> None:
    _log.warning("%s", message)
