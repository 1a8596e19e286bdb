"""How much of what was written a layout keeps, counted from the two scenes."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import BodyMove
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.changes import assemblies_changed, fidelity_of, is_big, moves_between

TWO = """
from scene.language import *

@register('a cart')
def cart():
    box = primitive_call('cube', {{'scale': (1, 0.5, 0.6)}})
    return concat_shapes(transform_shape(box, translation_matrix((0, 0.5, 0))), place('wheel', at=({x}, 0, 0), name='wheel'))

@register('a wheel')
def wheel():
    return primitive_call('sphere', {{'radius': 0.25}})

@register('a yard')
def yard():
    return concat_shapes(room(6, 6), place('cart', at=({at}, 0, 0), name='cart'))
"""


def move(distance: float, turn: float = 0.0, along: bool = False) -> BodyMove:
    return BodyMove("scene/a", (0, 0, 0, 0), (distance, 0, 0, turn), distance, turn, "", along)


def test_a_moved_assembly_is_the_same_and_a_moved_part_is_not() -> None:
    before = evaluate_here(TWO.format(x=0.2, at=0))
    bodies = bodies_of(before)
    assert assemblies_changed(before, evaluate_here(TWO.format(x=0.2, at=1)), bodies) == 0
    assert assemblies_changed(before, evaluate_here(TWO.format(x=0.3, at=0)), bodies) == 1


def test_rounding_is_no_move_and_the_furthest_comes_first() -> None:
    bodies = bodies_of(evaluate_here(TWO.format(x=0.2, at=0)))
    poses = bodies.initial
    assert moves_between(bodies, poses, poses + 1e-5) == ()
    (moved,) = moves_between(bodies, poses, poses + np.array([0.3, 0.0, 0.4, 0.0]), {0: "it stood in the way"})
    assert moved.distance_m == pytest.approx(0.5)
    assert moved.why == "it stood in the way"


@pytest.mark.parametrize(
    ("bodies", "moves", "big"),
    [
        (10, [move(0.49)], False),
        (10, [move(0.51)], True),
        (10, [move(0.06)] * 2, False),
        (10, [move(0.06)] * 3, True),
        (10, [move(0.04)] * 9, False),
        (10, [move(0.2, along=True)] * 9, False),
        (3, [move(0.06)] * 2, False),
        (40, [move(0.06)] * 8, False),
        (40, [move(0.06)] * 9, True),
        (10, [move(0.0, turn=30.0)] * 3, True),
    ],
)
def test_what_is_much_is_offered(bodies: int, moves: list[BodyMove], big: bool) -> None:
    assert is_big(bodies, moves) is big


def test_a_closed_gap_is_no_move() -> None:
    kept = fidelity_of(10, [move(0.008), move(0.3)])
    assert (kept.moved, kept.closed, kept.largest_move_m) == (1, 1, 0.3)
    assert kept.unmoved_share == pytest.approx(0.9)
