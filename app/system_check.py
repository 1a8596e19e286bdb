"""Runs at the end of ``make install``: installs system libraries that the wheels need, or names the command for it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys

__all__ = ["main"]

_SECONDS = 600


def main() -> int:
    from scenewright.renderers.base import install_command

    packages = [p for p in ("open3d", "bpy") if importlib.util.find_spec(p) is not None]
    missing = _missing(packages)
    if not missing:
        return 0
    command = install_command(packages, missing)
    print(f"system libraries are missing: {', '.join(missing)}", file=sys.stderr)
    if command is not None and _may_install():
        _install(command)
        missing = _missing(packages)
        if not missing:
            return 0
        print(f"still missing: {', '.join(missing)}", file=sys.stderr)
    print(f"install them with:  {command or 'the package manager of your system'}", file=sys.stderr)
    return 1


def _missing(packages: list[str]) -> list[str]:
    from scenewright.renderers.base import missing_libraries

    return sorted({library for package in packages for library in missing_libraries(package)})


def _may_install() -> bool:
    """Whether this is root on Debian, as in a container. Elsewhere the user decides about installing."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(command: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in ("apt-get update -qq", command.replace("apt-get install", "apt-get install -y -qq", 1)):
        print(f"running:  {step}", file=sys.stderr)
        try:
            subprocess.run(step.split(), env=environment, stdout=sys.stderr, check=False, timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            print(f"gave up after {_SECONDS} s", file=sys.stderr)
            return


if __name__ == "__main__":
    raise SystemExit(main())
