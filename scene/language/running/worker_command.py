"""The command and the environment of the process that runs programs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from scenewright.scene.children import command_by_path

__all__ = ["WORKER", "worker_command", "worker_environment"]

WORKER = Path(__file__).with_name("worker.py")

_KEPT_VARIABLES = (
    # Some systems cannot start Python without these.
    "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
    # These select the machine code of BLAS and numpy, so that results on one machine do not depend on who starts the worker.
    "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "NPY_DISABLE_CPU_FEATURES", "NVPL_BLAS_DEBUG_CPU_TYPE",
)  # fmt: skip
_SET_VARIABLES = {
    "PYTHONHASHSEED": "0",
    "PYTHONNOUSERSITE": "1",
    "LC_ALL": "C.UTF-8",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "BLIS_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "NUMEXPR_NUM_THREADS": "1",
}


def worker_environment() -> dict[str, str]:
    """The environment of a worker. It has no variable of the user, so a program finds no key or token there."""
    return {**{name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}, **_SET_VARIABLES}


def worker_command(settings: dict[str, Any]) -> list[str]:
    """The command of a worker."""
    return command_by_path(WORKER, settings)
