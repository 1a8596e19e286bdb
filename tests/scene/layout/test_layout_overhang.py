"""What the repair of numbers takes for standing: within the edges of what carries it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import Problem, box_corners, planar_rotation, to_room_frame
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.layout.program import Wrongs
from scenewright.scene.layout.program.overhang import Overhang
from tests.support.layout_cases import Thing, bodies_of_things
from tests.support.layout_cases import problem_of as problem_of_things


def carried(size: tuple[float, float, float]) -> Problem:
    """A desk, and a thing of a size on the middle of it."""
    things = {"desk": Thing((1.4, 0.75, 0.7)), "thing": Thing(size, at=(0.0, 0.75, 0.0))}
    problem = problem_of_things(things)
    return replace(problem, bodies=bodies_of_things(things), parent=np.array([-1, 0], dtype=np.int32))


@settings(max_examples=60, deadline=None)
@given(st.floats(-0.9, 0.9), st.floats(-0.5, 0.5), st.floats(-3.1, 3.1), st.floats(-3.1, 3.1))
def test_what_is_beyond_an_edge_is_told_by_how_far(x, z, yaw, turn):
    problem = carried((0.2, 0.02, 0.04))
    desk = np.array([1.0, 0.0, -2.0, yaw])
    thing = np.append(to_room_frame(desk, np.array([[x, 0.75, z]]))[0], yaw + turn)
    corners = box_corners(np.array([0.1, 0.02])) @ planar_rotation(np.float64(turn)[None])[0].T + [x, z]
    beyond = np.maximum(np.abs(corners) - [0.7, 0.35], 0.0).max()
    assert Overhang(problem)(np.stack([desk, thing])) == pytest.approx([beyond], abs=1e-9)


def test_what_is_larger_than_its_place_may_overhang_it_evenly():
    problem = carried((1.8, 0.02, 0.2))
    poses = problem.bodies.initial.copy()
    assert Overhang(problem)(poses) == pytest.approx([0.0])
    poses[1, 0] = 0.07
    assert Overhang(problem)(poses) == pytest.approx([0.07])


def test_no_number_brings_a_thing_over_the_edge_unnoticed():
    def scene(x: float):
        return evaluate_here(f"""
from scene.language import *

@register('a desk')
def desk():
    return primitive_call('cube', {{'scale': (1.4, 0.75, 0.7)}})

@register('a pen')
def pen():
    return primitive_call('cube', {{'scale': (0.14, 0.02, 0.02)}})

@register('an office')
def office():
    return concat_shapes(
        room(4, 4, 2.7),
        place('desk', at=(0, 0, 0)),
        place('pen', at=({x}, 0.75, 0)),
    )

relate(on('pen', 'desk'))
""")

    begun = scene(0.1)
    problem = problem_of(begun, bodies_of(begun))
    wrongs = Wrongs(problem, begun, certify(begun, problem=problem), problem.bodies.path)
    assert wrongs(scene(0.6)) == []
    (paths, depth), *rest = wrongs(scene(0.69))  # its middle is over the desk still
    assert paths == ("office/pen",)
    assert depth == pytest.approx(0.06, abs=1e-6)
    assert rest == []
