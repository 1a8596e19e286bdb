"""Cameras of files for simulators: as the program has them, or moved to just within the room."""

from __future__ import annotations

from pathlib import Path

import mujoco
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Camera, Room
from scenewright.scene.simulation import MjcfExporter
from scenewright.scene.simulation.inside_cameras import inside_camera

ROOM = Room(width=4.0, depth=3.0, height=2.5)
anywhere = st.tuples(st.floats(-8, 8), st.floats(-1, 9), st.floats(-8, 8))
inside = st.tuples(st.floats(-1.8, 1.8), st.floats(0.2, 2.3), st.floats(-1.3, 1.3))


def looks(camera: Camera) -> np.ndarray:
    way = np.array(camera.target) - camera.eye
    return way / np.linalg.norm(way)


@given(eye=anywhere, target=inside, fov=st.floats(20, 75))
def test_a_camera_outside_moves_along_its_view(eye: tuple[float, ...], target: tuple[float, ...], fov: float) -> None:
    assume(np.linalg.norm(np.subtract(eye, target)) > 0.1)
    given_ = Camera(eye, target, fov)  # type: ignore[arg-type]
    seen = inside_camera(given_, ROOM)
    high = np.array([2.0, 2.5, 1.5])
    low = np.array([-2.0, 0.0, -1.5])
    assert ((np.array(seen.eye) > low) & (np.array(seen.eye) < high)).all()
    if ((np.array(eye) < low + 0.1) | (np.array(eye) > high - 0.1)).any():
        assert np.allclose(looks(seen), looks(given_), atol=1e-6)
    else:
        assert seen == given_
    assert fov - 1e-9 <= seen.fov <= 80.0 + 1e-9
    assert np.allclose(inside_camera(seen, ROOM).eye, seen.eye, atol=1e-6)


def test_a_moved_camera_shows_as_much_around_what_it_looks_at() -> None:
    seen = inside_camera(Camera((0.0, 1.2, 4.0), (0.0, 1.2, -1.0), 30.0), ROOM)
    assert np.allclose(seen.eye, (0, 1.2, 1.4))
    assert np.tan(np.radians(seen.fov / 2)) * 2.4 == pytest.approx(np.tan(np.radians(15)) * 5.0)


def test_mujoco_has_the_cameras_of_the_program(tmp_path: Path) -> None:
    scene = evaluate_here(
        "from scene.language import *\n@register('a scene')\ndef scene():\n"
        "    camera(eye=(1, 1.5, 1), target=(-0.5, 0.4, -1), fov=47)\n"
        "    camera(eye=(0, 1.5, 6), target=(0, 1, 0), fov=30)\n"
        "    return room(width=4, depth=3, height=2.5)\n"
    )
    MjcfExporter().export(scene, tmp_path / "room.xml")
    model = mujoco.MjModel.from_xml_path(str(tmp_path / "room.xml"))
    data = mujoco.MjData(model)
    mujoco.mj_forward(model, data)
    assert [model.cam(i).name for i in range(model.ncam)] == ["camera_0", "camera_1"]
    assert np.allclose(data.cam_xpos[0], [1, -1, 1.5])  # +z up, front -y
    assert model.cam_fovy[0] == 47
    forward = -data.cam_xmat[0].reshape(3, 3)[:, 2]
    assert np.allclose(forward, np.array([-1.5, 2.0, -1.1]) / np.linalg.norm([-1.5, 2.0, -1.1]))
    assert data.cam_xmat[0].reshape(3, 3)[2, 1] > 0.5  # upright
    assert -1.5 < data.cam_xpos[1][1] < -1.3  # it stood before the front wall
