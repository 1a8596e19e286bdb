"""The environment of a worker: what it needs to work, and nothing that is secret."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from scenewright.scene.data_dir import DataDir

__all__ = ["template_environment", "variables_of"]

_KEPT = (
    # Some systems cannot start Python, or find its libraries and programs, without these.
    "PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR", "TZ", "HOME",
    # These select the machine code of BLAS and numpy, so that results do not depend on who starts the worker.
    "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "NPY_DISABLE_CPU_FEATURES", "NVPL_BLAS_DEBUG_CPU_TYPE",
    # Caches of code and of models, and devices.
    "NUMBA_CACHE_DIR", "HF_HOME", "HF_HUB_OFFLINE", "TORCH_HOME", "CUDA_VISIBLE_DEVICES",
    "SCENEWRIGHT_BLENDER", "SCENEWRIGHT_BLENDER_DEVICE", "SCENEWRIGHT_CACHE",
)  # fmt: skip
"""Neither keys of providers, nor the level of confinement, nor the data folder of whoever runs the server is among them."""

_POOLS = (
    *("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS", "BLIS_NUM_THREADS"),
    *("VECLIB_MAXIMUM_THREADS", "NUMEXPR_NUM_THREADS"),
)


def template_environment() -> dict[str, str]:
    """The environment of the process that workers are forked from, and of a worker that is started alone. Numeric libraries start no
    threads: a process with threads cannot be forked safely."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "LC_ALL": "C.UTF-8", "PYTHONNOUSERSITE": "1", **dict.fromkeys(_POOLS, "1")}


def variables_of(data_dir: Path | None, keys: Mapping[str, str], threads: int) -> dict[str, str]:
    """The variables of one worker beside those of :func:`template_environment`.

    Args:
        data_dir: folder of the owner's catalogue objects, settings and caches; None: the folders of the user who runs the server.
        keys: keys of model providers, for the one command that needs them.
        threads: of numeric libraries that the worker loads itself.
    """
    pools = dict.fromkeys(_POOLS, str(threads))
    if data_dir is None:
        return {**pools, **{name: os.environ[name] for name in ("SCENEWRIGHT_HOME",) if name in os.environ}, **keys}
    folder = str(data_dir.absolute())
    home = {**pools, **DataDir.at(data_dir).environment(), "HOME": folder, "XDG_DATA_HOME": f"{folder}/data"}
    return {**home, "XDG_CACHE_HOME": f"{folder}/cache", "XDG_CONFIG_HOME": f"{folder}/config", **keys}
