"""Which of two layouts of one scene is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scenewright.app.layout_choice import better, torn
from scenewright.scene.language.running import evaluate
from scenewright.scene.layout import LayoutResult, report_of, solve_scene
from scenewright.scene.layout.changes import BodyMove

HALL = """from scene.language import *
def block(w, h, d):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, h / 2, 0)))
@register('a hall')
def hall():
    return concat_shapes(
        room(6, 6, 2.6),
        place(block(1, 1.8, 0.1), at=(0, 0, -2.5), name='rail'),
        place(block(0.4, 1, 0.1), at=(0, 0.7, -2.4), name='coat'),
        place(block(0.4, 0.4, 0.4), at=(2, 0, 2), name='stool'))
relate(joined('rail', 'coat'))
"""


@pytest.fixture(scope="module")
def laid() -> LayoutResult:
    return solve_scene(HALL, evaluate(HALL), evaluate, settle=False)


def with_moves(result: LayoutResult, **metres: float) -> LayoutResult:
    """A layout that moved each thing so far along x."""
    paths = {path.rsplit("/", 1)[-1]: path for path in result.problem.bodies.path}
    moves = tuple(
        BodyMove(paths[name], (0.0, 0.0, 0.0, 0.0), (by, 0.0, 0.0, 0.0), by, 0.0, "") for name, by in metres.items()
    )
    return replace(result, moves=moves)


class TestTorn:
    def test_a_coat_that_leaves_its_rail_is_torn(self, laid: LayoutResult) -> None:
        assert torn(report_of(with_moves(laid, coat=0.3))) == 1

    def test_a_rail_that_leaves_its_coat_is_torn(self, laid: LayoutResult) -> None:
        assert torn(report_of(with_moves(laid, rail=0.3, coat=0.1))) == 1

    def test_what_moves_as_one_is_whole(self, laid: LayoutResult) -> None:
        assert torn(report_of(with_moves(laid, rail=0.3, coat=0.3, stool=1.0))) == 0


class TestBetter:
    def test_a_torn_coat_counts_more_than_a_thing_far_away(self, laid: LayoutResult) -> None:
        tearing, far = with_moves(laid, coat=0.3), with_moves(laid, stool=2.0)
        assert better(tearing, far) is far
        assert better(far, tearing) is far

    def test_of_two_whole_layouts_the_nearer_is_better(self, laid: LayoutResult) -> None:
        near, far = with_moves(laid, stool=0.2), with_moves(laid, stool=2.0)
        assert better(far, near) is near

    def test_of_two_equal_ones_the_repair_is_kept(self, laid: LayoutResult) -> None:
        kept, anew = with_moves(laid), with_moves(laid)
        assert better(kept, anew) is kept
