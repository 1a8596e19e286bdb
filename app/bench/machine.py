"""What the figures were measured on: processor, memory, load, versions."""

from __future__ import annotations

import importlib.util
import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import psutil

from scenewright.app.version import __version__

__all__ = ["machine_facts", "processor_name"]

_PACKAGES = (
    "numpy",
    "torch",
    "numba",
    "gsplat",
    "open3d",
    "trimesh",
    "mujoco",
    "ortools",
    "bpy",
    "gradio",
    "sentence-transformers",
    "ray",
)


def machine_facts(threads: int) -> dict[str, str]:
    """Names and values, in the order in which they are shown."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    facts = {
        "Scenewright": __version__,
        "Python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "processor": processor_name(),
        "cores": str(os.cpu_count()),
        "threads used": str(threads),
        "memory": f"{psutil.virtual_memory().total / 2**30:.0f} GB",
        "load when it began": "unknown" if load is None else f"{load:.1f}",
        "CUDA": _cuda(),
    }
    for package in _PACKAGES:
        try:
            facts[package] = version(package)
        except PackageNotFoundError:
            facts[package] = "not installed"
    return facts


def processor_name() -> str:
    """What the processor calls itself; 'unknown' where nothing says it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")


def _cuda() -> str:
    if importlib.util.find_spec("torch") is None:
        return "torch is not installed"
    import torch

    return torch.cuda.get_device_name() if torch.cuda.is_available() else "no device"
