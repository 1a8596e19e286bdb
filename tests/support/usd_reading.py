"""What Pixar's library reads from a USD file, and what its validators say: in a process of its own, see `usd_reader`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np

__all__ = ["Z_UP_FROM_Y_UP", "read_usd", "world_of"]

_READER = Path(__file__).with_name("usd_reader.py")

Z_UP_FROM_Y_UP = np.array([[1, 0, 0, 0], [0, 0, -1, 0], [0, 1, 0, 0], [0, 0, 0, 1]], dtype=np.float64)


def read_usd(path: Path) -> dict[str, Any]:
    """The content of a file as `usd_reader` tells it."""
    done = subprocess.run([sys.executable, "-P", str(_READER), str(path)], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def world_of(told: dict[str, Any]) -> dict[str, np.ndarray]:
    """world_from_local (4, 4), y up, of each entity by its path: of prims, and of the instances of PointInstancers."""
    out: dict[str, np.ndarray] = {}
    for prim in told["prims"]:
        if "world" not in prim:
            continue
        world = Z_UP_FROM_Y_UP.T @ np.array(prim["world"])
        if "scenewright:path" in prim["custom"]:
            out[prim["custom"]["scenewright:path"]] = world
        for path, local in zip(prim["custom"].get("scenewright:paths", ()), prim.get("local", ()), strict=True):
            out[path] = world @ np.array(local)
    return out
