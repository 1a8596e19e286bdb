"""Rooms that ``generate`` makes of a sentence: they are laid out, and their first camera shows what the sentence names."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from scenewright.app.generating import GenerateRequest, generate
from scenewright.renderers.base import Pinhole
from tests.support.composed_rooms import catalogue


@pytest.mark.slow
def test_a_shelf_full_of_books_is_laid_out_with_its_room(tmp_path: Path) -> None:
    """Objects that are kept in the folder are rounded otherwise than those of the catalogue: an edit is held against the kept ones."""
    text = "a music room with a grand piano, a cello and a shelf full of books"
    made = generate(GenerateRequest(text=text, out=tmp_path / "music"), assets=catalogue())
    assert made.layout is not None, made.notes
    assert not any("was refused" in note for note in made.notes)


@pytest.mark.slow
def test_what_is_named_is_in_the_first_view(tmp_path: Path) -> None:
    text = "a reading corner with a green armchair facing a bookshelf and a floor lamp"
    made = generate(GenerateRequest(text=text, out=tmp_path / "corner", dress="full"), assets=catalogue())
    scene = made.session.scene
    pinhole = Pinhole.of(scene.cameras[0], 400, 300)
    for name in ("armchair", "bookshelf", "floor_lamp"):
        x, y, z = (pinhole.camera_from_world @ np.append(scene.find(name).bounds.mean(axis=0), 1.0))[:3]
        assert z > 0
        assert abs(pinhole.K[0, 0] * x / z) < 200, name
        assert abs(pinhole.K[1, 1] * y / z) < 150, name


@pytest.mark.slow
def test_a_person_stands_in_an_outdoor_place(tmp_path: Path) -> None:
    text = "a terrace with a table, four chairs and a barbecue"
    made = generate(GenerateRequest(text=text, out=tmp_path / "terrace"), assets=catalogue())
    scene = made.session.scene
    assert scene.room is None
    first, second = scene.cameras
    assert 1.2 <= first.eye[1] <= 3.0
    assert first.eye != second.eye
    pinhole = Pinhole.of(first, 400, 300)
    image, depth = pinhole.project([scene.find(name).bounds.mean(axis=0) for name in ("table", "barbecue")])
    assert (depth > 0).all()
    assert ((image > 0) & (image < [400, 300])).all()
