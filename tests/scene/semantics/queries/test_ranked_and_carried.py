"""Adjectives that rank things of one kind, things that are told by what is on, in or under them, and reasons that are true."""

from __future__ import annotations

import pytest

from scenewright.scene.semantics.queries import SceneQuery
from tests.support.asked_scenes import asker_and_query

SHOP = """
from scene.language import *

def cube(size, at=(0, 0, 0), color=(0.6, 0.6, 0.6)):
    return transform_shape(primitive_call('cube', {'scale': size}, color=color), translation_matrix(at))

@register('a round loaf of bread')
def loaf(color):
    return cube((0.3, 0.14, 0.2), (0, 0.07, 0), color)

@register('a croissant')
def croissant():
    return cube((0.14, 0.06, 0.1), (0, 0.03, 0), (0.8, 0.55, 0.2))

@register('a glass display case for pastries')
def display_case():
    return concat_shapes(cube((1.8, 0.6, 0.7), (0, 0.3, 0)), cube((1.8, 0.5, 0.02), (0, 0.85, 0.34)), cube((1.8, 0.5, 0.02), (0, 0.85, -0.34)),
                         cube((0.02, 0.5, 0.66), (-0.89, 0.85, 0)), cube((0.02, 0.5, 0.66), (0.89, 0.85, 0)), cube((1.8, 0.03, 0.7), (0, 1.115, 0)))

@register('a palm')
def palm(height=1.8):
    return cube((0.4, height, 0.4), (0, height / 2, 0), (0.1, 0.4, 0.1))

@register('a work table')
def table(color=(0.7, 0.6, 0.4)):
    return concat_shapes(cube((1.4, 0.05, 0.8), (0, 0.725, 0), color), *[cube((0.06, 0.7, 0.06), (x, 0.35, z), color) for x in (-0.6, 0.6) for z in (-0.3, 0.3)])

@register('a waste bin')
def bin():
    return cube((0.25, 0.3, 0.25), (0, 0.15, 0))

@register('a plastic parts bin')
def parts_bin():
    return cube((0.2, 0.15, 0.2), (0, 0.075, 0), (0.8, 0.1, 0.1))

@register('a vase')
def vase():
    return cube((0.1, 0.25, 0.1), (0, 0.125, 0))

@register('a wheel')
def wheel():
    return primitive_call('cylinder', {'radius': 0.05, 'p0': (0, 0.05, 0), 'p1': (0.03, 0.05, 0)}, color=(0.1, 0.1, 0.1))

@register('a skateboard')
def skateboard():
    return concat_shapes(cube((0.2, 0.02, 0.8), (0, 0.11, 0)), *[place('wheel', at=(x, 0, z), name='wheel') for x in (-0.1, 0.07) for z in (-0.3, 0.3)])

@register('a 3D printer with an open frame')
def printer():
    return cube((0.4, 0.4, 0.4), (0, 0.2, 0))

@register('a bag of dry dog food')
def dog_food(height):
    return cube((0.4, height, 0.2), (0, height / 2, 0))

@register('a coat rack')
def hook_rail():
    return cube((0.8, 0.1, 0.05), (0, 0.05, 0))

@register('a shop')
def shop():
    return concat_shapes(
        room(8, 6, 3),
        place('display_case', at=(-2.5, 0, 0)),
        place('croissant', at=(-2.8, 0.6, 0)), place('croissant', at=(-2.2, 0.6, 0)), place('croissant', at=(1.8, 0.75, 0)),
        place('loaf', at=(-2.8, 1.13, 0), color=(0.8, 0.6, 0.3)), place('loaf', at=(-2.2, 1.13, 0), color=(0.2, 0.1, 0.05)),
        place('palm', at=(3.7, 0, 2.7)), place('palm', at=(0, 0, -2.6), height=2.4),
        place('table', at=(1.8, 0, 0)), place('table', at=(1.8, 0, -2.0), color=(0.2, 0.15, 0.1)),
        place('bin', at=(1.8, 0, -2.0)), place('vase', at=(2.2, 0.75, 0)), place('parts_bin', at=(1.4, 0.75, -2.0)),
        place('skateboard', at=(-1.0, 0, 2.4)), place('printer', at=(2.2, 0.75, -2.0)),
        place('dog_food', at=(-3.6, 0, 2.0), height=0.4), place('dog_food', at=(-3.0, 0, 2.0), height=0.7),
        place('hook_rail', at=(-1.0, 1.6, -2.97)),
    )

camera(eye=(0, 2, 5), target=(0, 0.8, 0))
"""


@pytest.fixture(scope="module")
def query() -> SceneQuery:
    return asker_and_query(SHOP)[1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the darkest loaf of bread", ["loaf[1]"]),
        ("the lightest loaf", ["loaf"]),
        ("the darker of the two tables", ["table[1]"]),
        ("the tall plant", ["palm[1]"]),
        ("the tall plant in the corner", ["palm"]),
        ("pastries inside the glass case", ["croissant", "croissant[1]"]),
        ("the table with a bin underneath", ["table[1]"]),
        ("the table with a vase on top", ["table"]),
        ("the table with a vase on it", ["table"]),
        ("the board with four wheels", ["skateboard"]),
        ("the 3D printer", ["printer"]),
        ("the bag of dog food", ["dog_food", "dog_food[1]"]),
        ("the bigger bag of dog food", ["dog_food[1]"]),
        ("the waste bin", ["bin"]),
    ],
)
def test_which_of_several_is_meant(query: SceneQuery, text: str, found: list[str]) -> None:
    assert sorted(f.path.split("/", 1)[1] for f in query.ask(text).results) == sorted(found)


def test_what_only_names_its_use_is_not_the_thing(query: SceneQuery) -> None:
    assert all("display_case" not in f.path for f in query.ask("pastries").results)


def test_no_floor_is_found_for_a_board(query: SceneQuery) -> None:
    assert all("room" not in f.path for f in query.ask("the board under the table").results)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("the table with a vase on it", "shop/vase is on it"),
        ("the table with a bin underneath", "shop/bin is under it"),
        ("the skateboard with wheels", "it has shop/skateboard/wheel"),
        ("the bigger bag of dog food", "it is the biggest"),
        ("hook rail", "it is called 'hook rail'"),
    ],
)
def test_reasons_say_what_is_so(query: SceneQuery, text: str, reason: str) -> None:
    assert reason in query.ask(text).results[0].reason


def test_what_is_not_so_is_told_from_the_right_side(query: SceneQuery) -> None:
    assert query.ask("the table with a skateboard on it").why == "none of these has a skateboard on it"
