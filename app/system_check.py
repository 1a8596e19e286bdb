"""Run at the end of ``make install``: names missing system libraries with the command that installs them."""

from __future__ import annotations

import importlib.util
import sys

__all__ = ["main"]


def main() -> int:
    from renderers.system_libraries import install_command, missing_libraries

    packages = [p for p in ("open3d", "bpy") if importlib.util.find_spec(p) is not None]
    lacking = {p: missing_libraries(p) for p in packages}
    missing = sorted({library for libraries in lacking.values() for library in libraries})
    if not missing:
        return 0
    command = install_command(packages, missing) or "install them with your system's package manager"
    print(f"system libraries are missing: {', '.join(missing)}", file=sys.stderr)
    print(f"install them with:  {command}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
