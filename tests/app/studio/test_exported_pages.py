"""Exported pages, opened as files in a real browser: they show meshes and Gaussians without a server, and ask for nothing."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, Request, expect

from scenewright.app.exporting import export_scene
from scenewright.app.session import Session
from scenewright.app.viewing import html_exporter
from scenewright.assets import Catalogue
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.folder import Project
from tests.support.browser_pages import BrowserPages
from tests.support.viewport_demo import write_sheet

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(html_exporter.HtmlExporter().available() is not None, reason="the viewport is not built here"),
]

PROGRAM = """from scene.language import *

@register('a box and two sheets of Gaussians')
def mixed():
    return concat_shapes(
        place(primitive_call('cube', color=(0.1, 0.2, 0.9), shape_kwargs={'scale': (1, 1, 1)}), at=(0, 0, 0), name='crate'),
        place(splat_call('red.ply'), at=(-1.5, 0, 0), name='red'),
        place(splat_call('green.ply'), at=(1.5, 1, 0), name='green'),
        place(splat_call('green.ply'), at=(1.5, 3, 0), name='green_again'))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "mixed"
    Project.create(folder, PROGRAM)
    write_sheet(folder / "red.ply", z=0.0, width=0.8, height=1.6, color=(0.9, 0.1, 0.1))
    write_sheet(folder / "green.ply", z=0.0, width=0.6, height=0.4, color=(0.1, 0.8, 0.1))
    return folder


def exported(folder: Path) -> Path:
    out = folder.parent / "mixed.html"
    session = Session.open(folder)
    result = export_scene(session.scene, out, assets=Catalogue.default(), folder=folder)
    assert not result.warnings, result.warnings
    return out


def opened(page: Page, file: Path) -> list[str]:
    """Open a file; gives the addresses that it asks for."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto(file.as_uri())
    expect(page.get_by_role("application", name="3D view of the scene")).to_be_visible()
    page.wait_for_function("() => window.scenewright?.viewport")
    page.evaluate("() => window.scenewright.viewport.settled()")
    return asked


def seen(page: Page, at: tuple[float, float, float]) -> Any:
    """The mean colour of the page at a place of the scene, seen from the front."""
    eye = {"eye": [0, 1, 12], "target": [0, 1, 0], "fov": 40}
    page.evaluate(
        "(eye) => { window.scenewright.viewport.look(eye); return window.scenewright.viewport.settled(); }", eye
    )
    size = page.viewport_size
    assert size is not None
    scale = size["height"] / (2 * 12 * np.tan(np.radians(20)))
    x, y = size["width"] / 2 + at[0] * scale, size["height"] / 2 - (at[1] - 1) * scale
    shot = np.asarray(Image.open(io.BytesIO(page.screenshot())).convert("RGB"), dtype=np.float64)
    return shot[int(y) - 3 : int(y) + 3, int(x) - 3 : int(x) + 3].reshape(-1, 3).mean(axis=0)


def test_a_page_with_gaussians_shows_them_without_a_server(page: Page, folder: Path) -> None:
    file = exported(folder)
    asked = opened(page, file)
    # the green one is held once though it is placed twice
    assert page.evaluate("() => document.querySelectorAll('script[id$=spz]').length") == 2
    nodes = {
        n["path"]: n
        for n in page.evaluate("() => JSON.parse(document.getElementById('scene-state').textContent).nodes")
    }
    for name, colour in (("red", 0), ("green", 1), ("green_again", 1)):
        node = nodes[f"mixed/{name}"]
        x, y, z = node["at"]
        middle = (x, y + node["size"][1] / 2, z)
        found = seen(page, middle)
        assert found.argmax() == colour, (name, found)
        assert found.max() > found.min() + 60, (name, found)
        # above the red sheet there is nothing, and below neither
        beyond = seen(page, (x, y + 1.4 * node["size"][1], z))
        assert beyond.max() < beyond.min() + 60, (name, beyond)
    crate = seen(page, (0, 0, 0))
    assert crate.argmax() == 2, crate
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []


def test_a_page_without_gaussians_holds_no_spark(page: Page, tmp_path: Path, folder: Path) -> None:
    plain = tmp_path / "plain"
    Project.create(plain, PROGRAM.replace("splat_call", "asset_call").replace(".ply'", " chair'"))
    out = tmp_path / "plain.html"
    export_scene(Session.open(plain).scene, out, assets=Catalogue.default(), folder=plain)
    opened(page, out)
    with_splats = exported(folder)
    assert out.stat().st_size < 0.5 * with_splats.stat().st_size


def test_too_many_gaussians_are_refused_with_a_way_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_exporter, "MOST_SPLAT_BYTES", 20 * 2000)
    with pytest.raises(ScenewrightError, match=r"3,200 Gaussians, and a web page holds at most 2,000.*--decimate 2000"):
        exported(folder)
    assert not (folder.parent / "mixed.html").exists()


def test_many_gaussians_lose_harmonics_with_a_word(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_exporter, "MOST_SPLAT_BYTES", 30 * 3200)
    out = folder.parent / "mixed.html"
    result = export_scene(Session.open(folder).scene, out, assets=Catalogue.default(), folder=folder)
    assert any("only to degree 1" in warning for warning in result.warnings)


def test_a_notebook_shows_a_scene_in_its_frame(page: Page, pages: BrowserPages, folder: Path) -> None:
    """The output of a cell, in a page of its own: with Gaussians, without an origin, and apart from the notebook."""
    import scenewright as sw

    pages.expect("SecurityError|sandboxed|Blocked a frame|cross-origin")
    cell = folder.parent / "notebook.html"
    cell.write_text(f"<!doctype html><title>Notebook</title><body>{sw.view(folder, height=400)._repr_html_()}</body>")
    page.goto(cell.as_uri())
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("application", name="3D view of the scene")).to_be_visible()
    inner = page.frames[1]
    inner.wait_for_function("() => window.scenewright?.viewport")
    inner.evaluate("() => window.scenewright.viewport.settled()")
    assert inner.evaluate("() => window.origin") == "null"
    reached = "() => { try { return parent.document.title } catch { return null } }"
    assert inner.evaluate(reached) is None
    inner.evaluate("() => window.scenewright.viewport.look({ eye: [0, 1, 12], target: [0, 1, 0], fov: 40 })")
    inner.evaluate("() => window.scenewright.viewport.settled()")
    shot = np.asarray(Image.open(io.BytesIO(page.locator("iframe").screenshot())).convert("RGB"), dtype=np.float64)
    red, green = ((shot[..., k] > shot.max(axis=2) - 1) & (np.ptp(shot, axis=2) > 80) for k in (0, 1))
    assert red.sum() > 200, "the red Gaussians are not drawn"
    assert green.sum() > 100, "the green Gaussians are not drawn"
