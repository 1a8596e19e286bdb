"""A server with a page that shows scenes in the viewport, without a studio: the viewport as any host would use it."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from scenewright.app.session import Session
from scenewright.app.studio.page_build import PagePlace
from tests.support.locations import REPOSITORY
from tests.support.viewport_fixture import write_fixture

__all__ = ["ViewportDemo", "served_demo", "write_sheet"]

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Viewport</title><link rel="icon" href="data:,">
<style>html, body, #viewport { margin: 0; height: 100% }</style><div id="viewport"></div>
<script type="module" src="viewport_demo.js"></script></html>
"""
_SH_ZERO = 0.28209479177387814


class ViewportDemo:
    """The page at `url`; it shows the scene of its query's ``scene``."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.url = url

    def add_scene(self, name: str, program: str) -> str:
        """Writes the scene of a program; returns the address of the page that shows it."""
        text = self.folder / f"{name}.py"
        text.write_text(program, encoding="utf-8")
        session = Session.open(text)
        try:
            write_fixture(session, self.folder / name)
        finally:
            session.close()
        return f"{self.url}?scene={name}"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}  # noqa: RUF012

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextmanager
def served_demo(folder: Path) -> Iterator[ViewportDemo]:
    """Builds the page into a folder and serves it.

    Raises:
        PageBuildError: no Node, or npm cannot fetch the packages.
    """
    arguments = ["--bundle", "--splitting", "--format=esm", "--target=es2022", "--minify", f"--outdir={folder}"]
    done = PagePlace(REPOSITORY / "app" / "studio").run_tool(
        "esbuild", ["tests/support/viewport_demo.ts", "--log-level=warning", *arguments]
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (folder / "index.html").write_text(_PAGE, encoding="utf-8")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield ViewportDemo(folder, f"http://127.0.0.1:{server.server_port}/index.html")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def write_sheet(
    path: Path, *, z: float, width: float, height: float, color: tuple[float, float, float], across: int = 40
) -> None:
    """A file of round, opaque Gaussians: an upright sheet at `z`, metres, about x = 0, from y = 0, with `across` of them in each direction."""
    side = np.linspace(-0.5, 0.5, across)
    x, y = (axis.ravel() for axis in np.meshgrid(side * width, (side + 0.5) * height))
    names: tuple[str, ...] = ("x", "y", "z", "f_dc_0", "f_dc_1", "f_dc_2", "opacity", "scale_0", "scale_1", "scale_2")
    names += ("rot_0", "rot_1", "rot_2", "rot_3")
    rows = np.zeros((len(x), len(names)), dtype="<f4")
    rows[:, 0], rows[:, 1], rows[:, 2] = x, y, z
    rows[:, 3:6] = (np.array(color) - 0.5) / _SH_ZERO
    rows[:, 6] = 6.0
    rows[:, 7:10] = np.log(max(width, height) / (1.25 * across))
    rows[:, 10] = 1.0
    head = [
        "ply",
        "format binary_little_endian 1.0",
        f"element vertex {len(rows)}",
        *(f"property float {n}" for n in names),
    ]
    path.write_bytes(("\n".join([*head, "end_header"]) + "\n").encode() + rows.tobytes())
