"""The camera is found by what stands still, and things keep their places in the picture meanwhile."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scenewright.app.picture_fitting.anchoring import anchored
from scenewright.app.picture_fitting.drawing import FitDrawing
from scenewright.app.picture_fitting.state import FitChange, FitState, parameters_of, rests_of
from scenewright.app.picture_fitting.still_camera import still_camera
from scenewright.app.picture_fitting.units import scene_units
from scenewright.renderers.base import Pinhole
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import FloatArray

THINGS = """
        place(primitive_call('cube', {'scale': (0.6, 0.7, 0.5)}, color=(0.8, 0.2, 0.1)), at=(-0.7, 0, 0.3), turn=20, name='first'),
        place(primitive_call('sphere', {'radius': 0.15}, color=(0.1, 0.3, 0.8)), at=(-0.7, 0.7, 0.3), name='on top'),
        place(primitive_call('sphere', {'radius': 0.3}, color=(0.1, 0.3, 0.8)), at=(0.6, 0, 0.2), name='second'),
"""
PROGRAM = f"""from scene.language import *

@register('things in a room')
def scene():
    camera(eye=(0.2, 2.0, 4.2), target=(0, 0.3, 0), fov=60)
    return concat_shapes(
        ROOM{THINGS}    )
"""
WIDTH, HEIGHT = 256, 192
OFF = (0.12, -0.1, 0.15, 0.01, 0.02, 0.04)
"""What is added to the numbers of the camera."""


class Opened:
    """A scene, as a fit sees it."""

    def __init__(self, program: str) -> None:
        scene = evaluate(program)
        geometry = scene_geometry(scene)
        self.units = scene_units(scene, geometry)
        self.drawing = FitDrawing(scene, geometry, self.units, None, Job())
        plain = FitState.of(scene.cameras[0], len(self.units))
        self.state = replace(plain, rests=rests_of(self.units)).settled()

    def off(self) -> FitState:
        camera = tuple(a + b for a, b in zip(self.state.camera, OFF, strict=True))
        return replace(self.state, camera=camera)

    def shown(self, state: FitState) -> FloatArray:
        """(N, 3) where the feet of things are in the picture, and how large a metre is there."""
        pinhole = Pinhole.of(state.view(), WIDTH, HEIGHT)
        rows = []
        for unit, change in zip(self.units, state.changes, strict=True):
            at = pinhole.camera_from_world @ np.append(unit.base + np.array(change.by), 1.0)
            focal = pinhole.K[0, 0] / at[2]
            rows.append([at[0] * focal, at[1] * focal, focal * np.exp(change.scale)])
        return np.array(rows)


@pytest.fixture(scope="module")
def room() -> Opened:
    return Opened(PROGRAM.replace("ROOM", "room(5, 5, 2.6),"))


def test_things_keep_their_places_in_the_picture(room: Opened) -> None:
    after = anchored(room.units, room.state, room.off().camera)
    assert after.camera == room.off().camera
    assert np.allclose(room.shown(after), room.shown(room.state), atol=0.05)
    floor = [change.by[1] for unit, change in zip(room.units, after.changes, strict=True) if unit.on_floor]
    assert np.allclose(floor, 0.0, atol=1e-9)


def test_the_same_camera_moves_no_thing(room: Opened) -> None:
    after = anchored(room.units, room.state, room.state.camera)
    assert np.allclose([change.by for change in after.changes], 0.0, atol=1e-9)
    assert np.allclose([change.scale for change in after.changes], 0.0, atol=1e-9)


def test_a_thing_at_the_horizon_stays_in_the_world(room: Opened) -> None:
    changes = (FitChange(by=(0.0, 0.0, -200.0)), *room.state.changes[1:])
    far = replace(room.state, changes=changes)
    eye = (*far.camera[:4], far.camera[4] + 0.1, far.camera[5])
    assert anchored(room.units, far, eye).changes[0] == changes[0]


@pytest.mark.slow
def test_corners_of_a_room_say_where_the_eye_is(room: Opened) -> None:
    picture = room.drawing.picture(room.state, WIDTH, HEIGHT)
    start = room.off()
    parameters = [p for p in parameters_of(room.units, start, camera=True) if p.thing < 0]
    # one thing is somewhere else: it must not draw the camera along
    changes = list(start.changes)
    changes[-1] = FitChange(by=(0.3, 0.0, 0.2))
    start = replace(start, changes=tuple(changes))
    found = still_camera(room.drawing, room.units, start, picture, parameters, (8.0, 4.0, 2.0, 1.0), Job())
    assert found.sure
    off = np.subtract(found.state.camera, room.state.camera)
    assert np.linalg.norm(off[:3]) < 0.06
    assert abs(off[5]) < OFF[5] / 2.0


def test_without_a_room_nothing_says_where_the_eye_is() -> None:
    bare = Opened(PROGRAM.replace("ROOM", ""))
    picture = bare.drawing.picture(bare.state, WIDTH, HEIGHT)
    parameters = [p for p in parameters_of(bare.units, bare.state, camera=True) if p.thing < 0]
    found = still_camera(bare.drawing, bare.units, bare.state, picture, parameters, (2.0,), Job())
    assert not found.sure
    assert found.state is bare.state
