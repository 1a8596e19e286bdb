"""The Python lines of the README run, in their order, and again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scenewright.app.viewing.html_exporter import HtmlExporter
from tests.support.locations import REPOSITORY
from tests.support.photographs import known_gaussians, photographed

SMALLER = {
    "overwrite=True": "overwrite=True, picture=False",
    "width=960, height=720": "width=64, height=48",
    "(720, 960)": "(48, 64)",
    'renderer="blender", samples=64': "width=64, height=48",
    'fov=55), out="close.png"': 'fov=55), width=64, height=48, out="close.png"',
    '"turn.webp", seconds=3': '"turn.webp", seconds=1, fps=3, width=64, height=48',
    "splats=100_000": "splats=9_000",
    "iterations=7_000, max_gaussians=300_000": "iterations=20, max_gaussians=2_000",
}
"""What makes pictures and trainings small enough for a test, and does without Blender."""

ROOM = """from scene.language import *

@register('a crate')
def crate():
    return place(primitive_call('cube', {'scale': (1, 1, 1)}), at=(0, 0, 0), name='box')
"""


def blocks() -> list[str]:
    """The Python of the section, block by block."""
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    section = text.partition("## From Python\n")[2].partition("\n## ")[0]
    return re.findall(r"```python\n(.*?)```", section, re.DOTALL)


def smaller(code: str) -> str:
    for large, small in SMALLER.items():
        code = code.replace(large, small)
    return code


def test_each_line_that_is_made_smaller_is_there() -> None:
    text = "".join(blocks())
    assert [large for large in SMALLER if large not in text] == []


@pytest.mark.slow
@pytest.mark.skipif(HtmlExporter().available() is not None, reason="the viewport is not built here: make page")
def test_the_lines_of_the_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In their order, in a folder that holds the capture, the program and the libraries that they speak of; the first ones again."""
    monkeypatch.chdir(tmp_path)
    photographed(tmp_path / "my_room", known_gaussians())
    (tmp_path / "furniture").mkdir()
    (tmp_path / "room.py").write_text(ROOM, encoding="utf-8")
    names: dict[str, object] = {"text": ROOM}
    code = [smaller(block) for block in blocks()]
    for number, block in (*enumerate(code), (0, code[0])):
        exec(compile(block, f"README.md, block {number}", "exec"), names)
    assert names["done"].ok, names["done"].records  # type: ignore[attr-defined]
    assert len(list((tmp_path / "scenes").iterdir())) == 1
    for file in ("corner.glb", "corner.html", "close.png", "plan.png", "part.sog", "my_room.ply"):
        assert (tmp_path / file).stat().st_size > 0
