"""Scenes in notebooks: what a cell shows is a frame that holds the whole page, and the notebook of the repository runs."""

from __future__ import annotations

import ast
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import scenewright as sw
from scenewright.app.viewing.html_exporter import HtmlExporter

pytestmark = pytest.mark.skipif(
    HtmlExporter().available() is not None, reason="the viewport is not built here: make page"
)

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
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


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_the_notebooks_run(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    notebook = json.loads(file.read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    shown = []
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        assert cell["outputs"] == [], "a notebook is kept without what it shows"
        parsed = ast.parse("".join(cell["source"]))
        last = parsed.body.pop() if isinstance(parsed.body[-1], ast.Expr) else None
        exec(compile(parsed, file.name, "exec"), names)
        if last is not None:
            shown.append(eval(compile(ast.Expression(last.value), file.name, "eval"), names))
    assert shown
    for value in shown:
        assert framed(value)["srcdoc"] == value.html
