"""Viewpoints of pictures: one's own, and turntables."""

import math
from pathlib import Path

import numpy as np
import pytest

import scenewright as sw
from scenewright.app.pictures import PictureRequest
from scenewright.app.requests import RequestError
from scenewright.app.viewpoints import PictureView, chosen_viewpoints
from scenewright.scene.model import Camera
from tests.support.worker_scenes import scene_folder

CAMERAS = (Camera((0.0, 1.0, 4.0), (0.0, 0.0, 0.0)), Camera((4.0, 1.0, 0.0), (1.0, 0.0, 0.0)))


def test_a_view_of_ones_own_replaces_the_cameras() -> None:
    view = PictureView(eye=(1, 2, 3), target=(0, 0, 0), fov=35.0)
    views, chosen = chosen_viewpoints(PictureRequest(view=view), CAMERAS)
    assert views == (Camera((1, 2, 3), (0, 0, 0), 35.0),)
    assert chosen == (0,)


def test_a_turntable_goes_evenly_around_its_target() -> None:
    views, chosen = chosen_viewpoints(PictureRequest(cameras=(1,), turntable=4), CAMERAS)
    assert chosen == (0, 1, 2, 3)
    assert views[0] == CAMERAS[1]
    offsets = np.array([v.eye for v in views]) - CAMERAS[1].target
    assert np.allclose(np.linalg.norm(offsets[:, [0, 2]], axis=1), 3.0)
    assert np.allclose(offsets[:, 1], 1.0)
    turns = np.unwrap([math.atan2(x, z) for x, _, z in offsets])
    assert np.allclose(np.diff(turns), math.pi / 2)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"view": {"eye": [0, 0, 1], "target": [0, 0, 1]}}, "view"),
        ({"view": {"eye": [0, 0, 1e9], "target": [0, 0, 1]}}, "view"),
        ({"view": {"eye": [0, 0, 1], "target": [0, 0, 0]}, "cameras": (0,)}, "view"),
        ({"turntable": 3, "cameras": (0, 1)}, "turntable"),
        ({"turntable": 1}, "turntable"),
    ],
)
def test_viewpoints_that_make_no_sense_are_refused(fields: dict[str, object], field: str) -> None:
    with pytest.raises(RequestError) as caught:
        PictureRequest(**fields)
    assert caught.value.field.partition(".")[0] in (field, "eye")


def test_python_draws_a_view_of_ones_own(tmp_path: Path) -> None:
    folder = scene_folder(tmp_path / "row")
    view = sw.PictureView(eye=(1, 0.25, 3), target=(1, 0.25, 0))
    drawn = sw.render(folder, view=view, width=32, height=24, arrays=True)
    below = sw.render(folder, view=sw.PictureView(eye=(1, 6, 3), target=(1, 6, 0)), width=32, height=24, arrays=True)
    assert np.abs(drawn[0]["color"].astype(int) - below[0]["color"].astype(int)).max() > 40
    assert len(sw.render(folder, turntable=2, width=16, height=12, arrays=True)) == 2
