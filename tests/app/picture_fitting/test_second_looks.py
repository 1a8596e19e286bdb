"""Things that do not look like a picture are found, and put where they explain it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scenewright.app.picture_fitting.blending import LayerBlend
from scenewright.app.picture_fitting.drawing import FitDrawing
from scenewright.app.picture_fitting.second_looks import doubtful_things, placed_anew
from scenewright.app.picture_fitting.state import FitChange, FitState, rests_of
from scenewright.app.picture_fitting.units import scene_units
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate

ROOM = """from scene.language import *

@register('things in a room')
def scene():
    camera(eye=(0, 2.0, 3.4), target=(0, 0.3, 0), fov=50)
    return concat_shapes(
        room(4, 3, 2.5),
        place(primitive_call('cube', {'scale': (0.6, 0.7, 0.5)}, color=(0.8, 0.2, 0.1)), at=(-0.7, 0, 0.3), turn=20, name='first'),
        place(primitive_call('sphere', {'radius': 0.3}, color=(0.1, 0.3, 0.8)), at=(0.3, 0, 0.2), name='second'),
    )
"""
WIDTH, HEIGHT = 64, 48


class TestSecondLooks:
    def setup_method(self) -> None:
        scene = evaluate(ROOM)
        geometry = scene_geometry(scene)
        self.units = scene_units(scene, geometry)
        self.drawing = FitDrawing(scene, geometry, self.units, None, Job())
        plain = FitState.of(scene.cameras[0], len(self.units))
        self.state = replace(plain, rests=rests_of(self.units)).settled()
        self.picture = self.drawing.picture(self.state, WIDTH, HEIGHT)

    def moved(self, *by: tuple[float, float, float]) -> FitState:
        return replace(self.state, changes=tuple(FitChange(by=b) for b in by))

    def test_only_what_is_elsewhere_is_doubted(self) -> None:
        state = self.moved((0.0, 0.0, 0.0), (0.5, 0.0, 0.1))
        drawn = self.drawing.picture(state, WIDTH, HEIGHT)
        bare = self.drawing.picture(state, WIDTH, HEIGHT, without=range(2))
        blend = LayerBlend(self.units, self.drawing.still(state), state, drawn, bare, WIDTH, HEIGHT)
        assert doubtful_things(blend, drawn, self.picture) == [1]

    @pytest.mark.slow
    def test_two_things_in_each_others_way_find_back(self) -> None:
        state = self.moved((0.4, 0.0, 0.0), (-0.5, 0.0, 0.1))
        found = placed_anew(self.drawing, self.units, state, self.picture, [0, 1], Job())
        for change in found.changes:
            assert np.hypot(change.by[0], change.by[2]) < 0.12
