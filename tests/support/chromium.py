"""The browser of the tests: Debian's Chromium, where it is found, how it is started. As a program, it installs it where it may.

``python -m tests.support.chromium`` is a step of ``make dev``. It never fails: without a browser, the tests that need one are skipped and say so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

__all__ = ["CHROMIUM_FLAGS", "NO_CHROMIUM", "chromium_program"]

_VARIABLE = "SCENEWRIGHT_CHROMIUM"
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_SECONDS = 600

NO_CHROMIUM = f"no browser: set {_VARIABLE} to a Chromium or Chrome, or install one (Debian: apt-get install chromium). Looked for on PATH: {', '.join(_NAMES)}"

CHROMIUM_FLAGS = (
    "--no-sandbox",  # which root in a container cannot have
    "--disable-dev-shm-usage",
    # WebGL by Mesa's llvmpipe: several times as fast as SwiftShader
    "--use-gl=angle",
    "--use-angle=gl-egl",
    "--ignore-gpu-blocklist",
    # the page around the view is drawn without it: each of its pictures would be drawn by llvmpipe, too
    "--disable-gpu-compositing",
    "--disable-gpu-rasterization",
    # the browser itself reaches for nothing
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def chromium_program() -> str | None:
    """Its path: what the variable names, else the first of the usual names on PATH."""
    named = os.environ.get(_VARIABLE)
    if named:
        return shutil.which(named)
    return next((found for name in _NAMES if (found := shutil.which(name)) is not None), None)


def main() -> int:
    if chromium_program() is not None or os.environ.get(_VARIABLE):
        return 0
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (
            "apt-get update -qq",
            "apt-get install -y -qq --no-install-recommends chromium libgl1-mesa-dri libegl1 fonts-dejavu-core",
        ):
            print(f"running:  {step}", file=sys.stderr)
            try:
                subprocess.run(
                    step.split(),
                    env=environment,
                    stdout=subprocess.DEVNULL,
                    stdin=subprocess.DEVNULL,
                    check=False,
                    timeout=_SECONDS,
                )
            except subprocess.TimeoutExpired:
                print(f"gave up after {_SECONDS} s", file=sys.stderr)
                break
    if chromium_program() is None:
        print(f"the tests of the studio's page in a browser will be skipped: {NO_CHROMIUM}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
