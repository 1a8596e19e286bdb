"""Where compiled kernels are kept between runs, and when they are stale."""

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
# what reading a damaged file of the cache can end with; see the documentation of pickle
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
    """numba's cache of one kernel, for kernels that are made of each other.

    numba looks at a kernel's own file to see whether what it kept is stale, but compiles into it what the kernel calls,
    vector code and constants of other files included. Here a change in any file of this folder makes all stale.

    A cache that cannot be read or written costs the time to compile, and is told once; it never ends a draw.
    """

    def __init__(self, function: Any) -> None:
        super().__init__(function)
        self._cache_file._source_stamp = (self._cache_file._source_stamp, _sources())

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        try:
            found = super().load_overload(sig, target_context)
        except _DAMAGED as error:
            _tell_once(f"compiled kernels in {self.cache_path} cannot be read and are compiled again: {error!r}")
            self._forget()
            return None
        if found is None:
            _say_that_it_takes_time()
        return found

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
    """Digest of every file that kernels are made of."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _say_that_it_takes_time() -> None:
    _log.info("compiling the kernels that draw splats: some seconds, once on this machine")


@lru_cache(maxsize=8)
def _tell_once(message: str) -> None:
    _log.warning("%s", message)
