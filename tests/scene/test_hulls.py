"""Hulls: few points, all on the shape, with exactly its box."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.assets.hulls import HULL_LIMIT, box_hull, hull_of_points, hull_of_scene
from scenewright.scene.language.running import evaluate_here

SHAPES = """
from helper import *
@register()
def thing():
    a = primitive_call('{kind}', {arguments})
    turned = transform_shape(a, translation_matrix({offset}) @ rotation_matrix({angle}, {axis}, (0, 0, 0)) @ scale_matrix({scale}, (0, 0, 0)))
    return concat_shapes(turned, transform_shape(a, translation_matrix((2.0, 1.0, -1.0))))
"""
ARGUMENTS = {
    "cube": "{'scale': (1.0, 2.0, 0.5)}", "sphere": "{'radius': 0.7}",
    "cylinder": "{'radius': 0.4, 'p0': (0, 0, 0), 'p1': (0.3, 1.0, 0.2)}",
    "cone": "{'radius': 0.4, 'p0': (0, 0, 0), 'p1': (0.0, 1.0, 0.6)}",
}  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(
    kind=st.sampled_from(sorted(ARGUMENTS)),
    offset=st.tuples(*[st.floats(-2, 2)] * 3),
    angle=st.floats(-3, 3),
    axis=st.tuples(st.floats(0.1, 1), st.floats(-1, 1), st.floats(-1, 1)),
    scale=st.tuples(*[st.floats(0.2, 3)] * 3),
)
def test_the_box_of_a_hull_is_the_box_of_the_scene(kind: str, **pose: object) -> None:
    scene = evaluate_here(SHAPES.format(kind=kind, arguments=ARGUMENTS[kind], **pose))
    hull = hull_of_scene(scene)
    assert len(hull) <= HULL_LIMIT
    np.testing.assert_allclose(hull.min(axis=0), scene.bounds[0], atol=1e-9)
    np.testing.assert_allclose(hull.max(axis=0), scene.bounds[1], atol=1e-9)


def test_a_box_has_its_eight_corners() -> None:
    scene = evaluate_here(
        "from helper import *\n@register()\ndef b():\n    return primitive_call('cube', {'scale': (1, 2, 3)})"
    )
    assert sorted(map(tuple, hull_of_scene(scene).tolist())) == sorted(map(tuple, box_hull(scene.bounds).tolist()))


def test_turning_the_scene_turns_its_hull() -> None:
    source = "from helper import *\n@register()\ndef c():\n    return primitive_call('cone', {'radius': 1, 'p0': (0,0,0), 'p1': (0,2,0)})"
    turned = np.array([[0.0, 0, 1], [0, 1, 0], [-1, 0, 0]])
    hull = hull_of_scene(evaluate_here(source), turned)
    np.testing.assert_allclose(hull.max(axis=0), [1, 2, 1], atol=1e-9)


def test_a_cloud_keeps_its_box_and_gives_only_points_of_its_own() -> None:
    cloud = np.random.default_rng(3).normal(size=(200_000, 3))
    hull = hull_of_points(cloud)
    assert len(hull) <= HULL_LIMIT
    np.testing.assert_array_equal(hull.min(axis=0), cloud.min(axis=0))
    np.testing.assert_array_equal(hull.max(axis=0), cloud.max(axis=0))
    assert {tuple(p) for p in hull.tolist()} <= {tuple(p) for p in cloud.tolist()}


def test_no_points_have_no_hull() -> None:
    with pytest.raises(ValueError, match="point"):
        hull_of_points(np.zeros((0, 3)))
