"""Ends of a stack, what somebody left somewhere, what sits opposite, and what is not between two things."""

from __future__ import annotations

import pytest

from scenewright.scene.semantics.queries import SceneQuery
from tests.support.asked_scenes import asker_and_query

STUDY = """
from scene.language import *

def cube(size, at=(0, 0, 0), color=(0.6, 0.6, 0.6)):
    return transform_shape(primitive_call('cube', {'scale': size}, color=color), translation_matrix(at))

@register('a cardboard box')
def box(size=0.3):
    return cube((size, size, size), (0, size / 2, 0))

@register('a chair')
def chair():
    return concat_shapes(cube((0.45, 0.45, 0.45), (0, 0.225, 0)), cube((0.45, 0.5, 0.05), (0, 0.7, -0.2)))

@register('a small table')
def table():
    return cube((0.6, 0.7, 0.6), (0, 0.35, 0))

@register('a cabinet')
def cabinet():
    return cube((1.0, 1.0, 0.4), (0, 0.5, 0))

@register('a vase')
def vase():
    return cube((0.12, 0.25, 0.12), (0, 0.125, 0))

@register('a newspaper')
def newspaper():
    return cube((0.3, 0.01, 0.25), (0, 0.005, 0))

@register('a pile of magazines')
def magazines():
    return cube((0.3, 0.2, 0.25), (0, 0.1, 0))

@register('a study')
def study():
    return concat_shapes(
        room(7, 5, 2.6),
        place('box', at=(-3, 0, -2), size=0.4, name='lower'), place('box', at=(-3, 0.4, -2), name='middle'),
        place('box', at=(-3, 0.7, -2), size=0.2, name='upper'), place('box', at=(-2, 0, 0), size=0.2, name='loose'),
        place('table', at=(1, 0, 0), name='table'),
        place('magazines', at=(2.5, 0, -2.2), name='pile of magazines'), place('vase', at=(2.5, 0.2, -2.2), name='low vase'),
        place('chair', at=(1, 0, -0.65), name='back chair'), place('chair', at=(1, 0, 0.65), turn=180, name='front chair'),
        place('chair', at=(3, 0, 2), name='corner chair'), place('newspaper', at=(3, 0.45, 2.05), name='newspaper'),
        place('cabinet', at=(-1.5, 0, -2.2), name='cabinet'), place('vase', at=(-1.1, 1.0, -2.2), name='vase'),
        place('vase', at=(0.2, 0, -2.2), name='floor vase'), place('table', at=(1.8, 0, -2.2), name='side table'),
    )
"""


@pytest.fixture(scope="module")
def query() -> SceneQuery:
    return asker_and_query(STUDY)[1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the box at the bottom of the stack", ["lower"]),
        ("the box on top of the pile", ["upper"]),
        ("the box at the very top of the stack", ["upper"]),
        ("the vase on top of the pile", ["low vase"]),
        ("the chair directly opposite the back chair", ["front chair"]),
        ("the chair where somebody left a newspaper", ["corner chair"]),
        ("the chair on which someone has put the newspaper", ["corner chair"]),
        ("the vase between the cabinet and the side table", ["floor vase"]),
    ],
)
def test_what_is_meant(query: SceneQuery, text: str, found: list[str]) -> None:
    assert [r.path.split("/", 1)[1] for r in query.ask(text).results] == found
