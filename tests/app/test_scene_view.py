"""What a cell of a notebook shows of scenes and pictures: a frame that holds the whole page, a picture beside it, or one in its place."""

from __future__ import annotations

import io
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

import scenewright as sw
from scenewright.app.viewing import NotebookDisplay
from scenewright.app.viewing.html_exporter import HtmlExporter
from tests.support.splat_scenes import random_gaussians

pytestmark = pytest.mark.skipif(
    HtmlExporter().available() is not None, reason="the viewport is not built here: make page"
)

HOSTILE = "\"'></iframe><script>alert(1)</script>&amp;"
PROGRAM = f"""from scene.language import *

@register({HOSTILE!r})
def box():
    return place(primitive_call('cube', {{'scale': (1, 1, 1)}}), at=(0, 0, 0), name='crate')
"""


class Frames(HTMLParser):
    """The elements of a cell's output."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def framed(view: Any) -> dict[str, str | None]:
    """The attributes of the one frame that a cell shows."""
    ((tag, attributes),) = Frames(view._repr_html_()).elements
    assert tag == "iframe"
    return attributes


def test_a_cell_shows_the_page_in_a_frame_without_an_origin() -> None:
    view = sw.view(PROGRAM, height=333)
    frame = framed(view)
    assert frame["srcdoc"] == view.html
    assert frame["sandbox"] == "allow-scripts"
    assert frame["height"] == "333"
    assert "scene-state" in view.html
    assert len(repr(view)) < 100


def test_a_view_is_kept_as_a_file(tmp_path: Path) -> None:
    view = sw.view(PROGRAM)
    file = view.save(tmp_path / "box.html")
    assert file.read_text(encoding="utf-8") == view.html
    with pytest.raises(sw.ScenewrightError):
        view.save(tmp_path / "none" / "box.html")
    with pytest.raises(sw.RequestError, match="path"):
        view.save(7)  # type: ignore[arg-type]


def test_an_open_session_is_shown_as_it_is_now(tmp_path: Path) -> None:
    sw.Project.create(tmp_path / "box", PROGRAM)
    session = sw.Session.open(tmp_path / "box", writable=True)
    before = sw.view(session)
    session.edit([sw.Move("crate", by=(1, 0, 0))])
    assert sw.view(session).html != before.html
    assert sw.view(tmp_path / "box").html == sw.view(session).html


@pytest.mark.parametrize(
    ("values", "field"),
    [({"frame": 3}, "frame"), ({"frame": -1}, "frame"), ({"height": 1}, "height"), ({"height": "300"}, "height")],
)
def test_what_is_no_view_is_named(values: dict[str, Any], field: str) -> None:
    with pytest.raises(sw.RequestError) as refused:
        sw.view(PROGRAM, **values)
    assert refused.value.field == field


def picture(data: bytes | None) -> Image.Image:
    assert data is not None
    shown = Image.open(io.BytesIO(data))
    assert shown.format == "JPEG"
    return shown


def colourful(shown: Image.Image) -> int:
    return len(np.unique(np.asarray(shown.convert("RGB")).reshape(-1, 3), axis=0))


def test_a_scene_as_the_last_value_of_a_cell_is_its_viewer() -> None:
    scene = sw.evaluate(PROGRAM)
    frame = framed(scene)
    assert frame["srcdoc"] == sw.view(scene).html
    assert frame["sandbox"] == "allow-scripts"


def test_where_html_is_not_shown_a_scene_is_a_picture() -> None:
    assert colourful(picture(sw.evaluate(PROGRAM)._repr_jpeg_())) > 100


def test_a_scene_too_large_for_a_cell_is_a_picture_that_says_so() -> None:
    scene = sw.evaluate(PROGRAM)
    shown = NotebookDisplay(most=1000).html(scene)
    elements = Frames(shown).elements
    assert [tag for tag, _ in elements] == ["figure", "img", "figcaption"]
    assert "A picture, since the viewer has 1 MB, more than 0" in shown
    assert "sw.view(scene) shows it all the same" in shown


def test_a_scene_without_catalogues_is_shown_as_its_line() -> None:
    bare = replace(sw.evaluate(PROGRAM), display=None)
    assert (bare._repr_html_(), bare._repr_jpeg_()) == (None, None)
    with pytest.raises(sw.RequestError, match=r"scenewright\.evaluate") as refused:
        sw.view(bare)
    assert refused.value.field == "scene"


def test_pictures_of_one_request_stand_side_by_side(tmp_path: Path) -> None:
    sw.Project.create(tmp_path / "box", PROGRAM)
    views = sw.render(tmp_path / "box", width=64, height=48, turntable=3, arrays=True)
    files = sw.render(tmp_path / "box", width=64, height=48, turntable=3)
    assert picture(views[0]._repr_jpeg_()).size == (64, 48)
    assert picture(views._repr_jpeg_()).size == picture(files._repr_jpeg_()).size == (2 * 64 + 4, 2 * 48 + 4)
    assert sw.render(tmp_path / "box", width=64, height=48, passes=["depth"], arrays=True)._repr_jpeg_() is None


def test_a_rasterized_picture_is_shown() -> None:
    camera = sw.Cameras.look_at((0.0, 0.0, 3.0), (0.0, 0.0, 0.0), fov=50, width=64, height=48)
    drawn = sw.rasterize(random_gaussians(30), camera, outputs=("color",))
    assert colourful(picture(drawn._repr_jpeg_())) > 10
    assert sw.rasterize(random_gaussians(30), camera, outputs=("depth",))._repr_jpeg_() is None
