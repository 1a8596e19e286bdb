"""Shared libraries that binary wheels need from the system: finds missing ones, and the command that installs them."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

__all__ = ["LIBRARIES", "install_command", "missing_libraries"]

LIBRARIES: dict[str, dict[str, str]] = {
    "bpy": {
        "libGL.so.1": "libgl1",
        "libICE.so.6": "libice6",
        "libSM.so.6": "libsm6",
        "libX11.so.6": "libx11-6",
        "libXext.so.6": "libxext6",
        "libXfixes.so.3": "libxfixes3",
        "libXi.so.6": "libxi6",
        "libXrender.so.1": "libxrender1",
        "libxkbcommon.so.0": "libxkbcommon0",
    },
    "open3d": {
        "libEGL.so.1": "libegl1",
        "libGL.so.1": "libgl1",
        "libX11.so.6": "libx11-6",
        "libgomp.so.1": "libgomp1",
        "libidn2.so.0": "libidn2-0",
        "libudev.so.1": "libudev1",
        "libusb-1.0.so.0": "libusb-1.0-0",
    },
}
"""Import name of a wheel -> library it loads -> the Debian 13 (and Ubuntu 24.04) package that contains it. The C and C++
runtimes are left out: Python itself needs them."""

_NATIVE = {"bpy": ("__init__*.so",), "open3d": ("pybind*.so", "cpu/pybind*.so", "libOpen3D.so*", "libOpen3D*.so")}
"""Files of each wheel that the loader must be able to load, in its folder."""


def missing_libraries(package: str) -> list[str]:
    """Sorted file names of libraries that `package` needs and the loader does not find, according to ``ldd``. Empty if the package is
    not installed, and on other systems than Linux.

    Raises:
        KeyError: the package is not in LIBRARIES.
    """
    patterns = _NATIVE[package]
    spec = importlib.util.find_spec(package)
    if sys.platform != "linux" or spec is None or spec.origin is None or shutil.which("ldd") is None:
        return []
    folder = Path(spec.origin).parent
    missing: set[str] = set()
    for file in sorted({f for pattern in patterns for f in folder.glob(pattern)}):
        ldd = subprocess.run(["ldd", str(file)], capture_output=True, text=True, check=False, timeout=60)
        missing.update(line.split()[0] for line in ldd.stdout.splitlines() if line.endswith("=> not found"))
    return sorted(missing)


def install_command(packages: Iterable[str], libraries: Iterable[str] | None = None) -> str | None:
    """The apt command that installs all libraries of `packages` (of LIBRARIES), or only `libraries`.

    None if nothing is needed, or no Debian package is known.
    """
    chosen = None if libraries is None else set(libraries)
    names = {
        debian
        for package in packages
        for library, debian in LIBRARIES[package].items()
        if chosen is None or library in chosen
    }
    return f"apt-get install --no-install-recommends {' '.join(sorted(names))}" if names else None
