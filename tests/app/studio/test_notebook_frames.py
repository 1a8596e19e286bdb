"""The viewer of a notebook's cell, in a browser."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page

import scenewright as sw
from scenewright.app.viewing.html_exporter import HtmlExporter

PROGRAM = """from scene.language import *

@register('a red box')
def box():
    return place(primitive_call('cube', {'scale': (1, 1, 1)}, color=(0.9, 0.05, 0.05)), at=(0, 0, 0), name='crate')
"""


@pytest.mark.slow
@pytest.mark.skipif(HtmlExporter().available() is not None, reason="the viewport is not built here: make page")
def test_the_viewer_of_a_cell_draws_in_a_browser(page: Page, tmp_path: Path) -> None:
    """As in the page of a notebook: a frame without an origin, in a page with a text of its own."""
    (tmp_path / "notebook.html").write_text(f"<h1>Out[1]</h1>{sw.evaluate(PROGRAM)._repr_html_()}", encoding="utf-8")
    page.goto((tmp_path / "notebook.html").as_uri())
    page.frame_locator("iframe").locator("canvas").wait_for()
    for _ in range(40):
        page.wait_for_timeout(500)
        pixels = np.asarray(Image.open(io.BytesIO(page.locator("iframe").screenshot())).convert("RGB")).astype(int)
        reddish = (pixels[..., 0] > 100) & (pixels[..., 0] > 2 * pixels[..., 1])
        if reddish.mean() > 0.01:
            break
    assert reddish.mean() > 0.01
