"""First guesses that mean something are kept; a heap in one place is laid out anew."""

from __future__ import annotations

from scenewright.scene.language.running import evaluate
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.layout.search.solver import says_something
from tests.support.composed_rooms import catalogue

_PROGRAM = """
from scene.language import *

@register('a study')
def study():
    jar = asset_call('jar')
    return concat_shapes(
        room(4, 4, 2.7),
        place(asset_call('empty bookshelf'), at=(0, 0, -1.8), name='shelf'),
        *[place(jar, at=({x}, {y}, -1.78), name='jar') for i in range(3) for k in range(5)],
    )
"""


def _says(x: str, y: str) -> bool:
    scene = evaluate(_PROGRAM.format(x=x, y=y), assets=catalogue())
    return says_something(problem_of(scene, bodies_of(scene, provider=catalogue(), written=False), written=False))


def test_things_one_above_the_other_on_boards_mean_something() -> None:
    assert _says("-0.2 + 0.2 * i", "0.1 + 0.36 * k")


def test_a_heap_in_one_place_means_nothing() -> None:
    assert not _says("0", "0")
