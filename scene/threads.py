"""How many threads one job may use: one setting for BLAS, OpenMP, compiled kernels and torch alike."""

from __future__ import annotations

import os

from scene.errors import SettingsError

__all__ = ["thread_count"]


def thread_count(asked: int | None = None) -> int:
    """Threads for one job: `asked`, else ``SCENEWRIGHT_THREADS``, else ``OMP_NUM_THREADS``, else the usable cores.

    Raises:
        SettingsError: a setting that is no positive number.
    """
    if asked is not None:
        if asked < 1:
            raise SettingsError(f"threads is {asked}: it must be at least 1")
        return asked
    for name in ("SCENEWRIGHT_THREADS", "OMP_NUM_THREADS"):
        # OpenMP allows a list, one number a nesting level
        value = os.environ.get(name, "").split(",")[0].strip()
        if value:
            if not value.isdigit() or int(value) < 1:
                raise SettingsError(f"{name} is {value!r}: it must be a positive number")
            return int(value)
    if hasattr(os, "sched_getaffinity"):
        return max(len(os.sched_getaffinity(0)), 1)
    return os.cpu_count() or 1
