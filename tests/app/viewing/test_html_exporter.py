"""Scenes as HTML files: they hold all they show, and no text of a scene becomes HTML or a script."""

import base64
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from safetensors.numpy import load

from scenewright.app.exporting import export_scene
from scenewright.app.session import Session
from scenewright.app.viewing.html_exporter import HtmlExporter
from scenewright.assets import Catalogue
from scenewright.scene.sources import SceneSource, SourceKind

pytestmark = pytest.mark.skipif(
    HtmlExporter().available() is not None, reason="the viewport is not built here: make page"
)

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>${alert(1)}"


class Elements(HTMLParser):
    """The elements of a page with the texts in them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.scripts: dict[str, str] = {}
        self._id: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "script":
            self._id = dict(attrs).get("id") or "code"
            self.scripts[self._id] = ""

    def handle_endtag(self, tag: str) -> None:
        self._id = None

    def handle_data(self, data: str) -> None:
        if self._id is not None:
            self.scripts[self._id] += data


def exported(tmp_path: Path, phrase: str) -> tuple[Elements, str]:
    source = f"""from scene.language import *

@register({phrase!r})
def home():
    return concat_shapes(
        place(asset_call('chair'), at=(0, 0, 0), name='chair'),
        place(primitive_call('cube', {{'scale': (1, 1, 1)}}), at=(2, 0.5, 0), name='box'))
"""
    scene = Session(SceneSource(source, SourceKind.PROGRAM, None)).scene
    out = tmp_path / "home.html"
    export_scene(scene, out, assets=Catalogue.default())
    text = out.read_text()
    page = Elements()
    page.feed(text)
    return page, text


def test_a_page_holds_what_it_shows(tmp_path: Path) -> None:
    page, text = exported(tmp_path, "a chair & a box")
    state = json.loads(page.scripts["scene-state"])
    assert {"home/chair", "home/box"} <= {node["path"] for node in state["nodes"]}
    drawing, shapes = (load(base64.b64decode(page.scripts[f"scene-{name}"])) for name in ("drawing", "shapes"))
    assert len(drawing["mesh"]) > 1
    assert any(key.endswith(".positions") for key in shapes)
    assert not re.search(r'(?:src|href)="?http', text.partition("<script>")[0])
    assert "<title>a chair &amp; a box</title>" in text


def test_no_text_of_a_scene_becomes_an_element(tmp_path: Path) -> None:
    plain, _ = exported(tmp_path, "a scene")
    hostile, text = exported(tmp_path, HOSTILE)
    assert hostile.tags == plain.tags
    assert json.loads(hostile.scripts["scene-state"])["nodes"][0]["phrase"] == HOSTILE
    assert hostile.scripts["code"] == plain.scripts["code"]
    assert "script-src 'sha256-" in text
