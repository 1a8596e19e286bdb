"""Captures in a scene folder: from a program's text to a picture that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

import scenewright as sw
from scenewright.app.pictures import PictureRequest, draw
from scenewright.app.session import Session
from scenewright.scene.sources import read_source
from scenewright.scene.splats import Gaussians
from scenewright.scene.splats.formats import write_gaussians

PROGRAM = """from scene.language import *

@register('a captured ball')
def scene():
    return place(splat_call('captures/ball.ply'), at=(0, 0, 0), name='ball')
"""


def ball(red: float) -> Gaussians:
    return Gaussians.of_numpy([[0.0, 0.5, 0.0]], [[1, 0, 0, 0]], [[-1.5] * 3], [4.0], [[[red, -1.0, -1.0]]])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    where = tmp_path / "scene"
    project = sw.Project.create(where, PROGRAM)
    (project.folder / "captures").mkdir()
    write_gaussians(ball(1.5), project.folder / "captures" / "ball.ply", y_up=True)
    return where


def drawn(folder: Path) -> tuple[str, Path]:
    session = Session(read_source(str(folder), writable=True))
    assert not session.scene.warnings
    frame = draw(session, PictureRequest(renderer="splat", width=64, height=64)).frames[0]
    return session.project.renders()[-1].job.key, frame.file


def test_a_capture_is_drawn_and_its_content_counts(folder: Path) -> None:
    from PIL import Image

    first, file = drawn(folder)
    with Image.open(file) as picture:
        red, green, _ = picture.convert("RGB").getpixel((32, 32))
    assert red > green + 60
    assert drawn(folder)[0] == first
    write_gaussians(ball(0.2), folder / "captures" / "ball.ply", y_up=True)
    assert drawn(folder)[0] != first
