"""The number of threads of one job, one setting for BLAS, OpenMP, compiled kernels and torch."""

from __future__ import annotations

import math
import os
from pathlib import Path

from scenewright.scene.errors import SettingsError

__all__ = ["QUOTA", "thread_count"]

QUOTA = Path("/sys/fs/cgroup/cpu.max")
"""Processor quota of a container (Linux, control groups 2): microseconds of processor time, or "max", and their period."""


def thread_count(asked: int | None = None) -> int:
    """Threads for one job: `asked`, else ``SCENEWRIGHT_THREADS``, else ``OMP_NUM_THREADS``, else the usable cores; a
    container may have fewer than its machine.

    Raises:
        SettingsError: one of these is not a positive number.
    """
    if asked is not None:
        if asked < 1:
            raise SettingsError(f"threads is {asked}: it must be at least 1")
        return asked
    for name in ("SCENEWRIGHT_THREADS", "OMP_NUM_THREADS"):
        # OpenMP allows a list with one number for each nesting level
        value = os.environ.get(name, "").split(",")[0].strip()
        if value:
            if not value.isdecimal() or int(value) < 1:
                raise SettingsError(f"{name} is {value!r}: it must be a positive number")
            return int(value)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(min(cores, _allowed_cores(cores)), 1)


def _allowed_cores(otherwise: int) -> int:
    """Cores that the quota of a container allows, rounded up; `otherwise` where there is no readable quota."""
    try:
        quota, period = QUOTA.read_text(encoding="ascii").split()
        return math.ceil(int(quota) / int(period))
    except (OSError, ValueError, ZeroDivisionError):
        return otherwise
