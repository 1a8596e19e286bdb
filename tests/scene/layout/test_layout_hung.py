"""What hangs from other things, rows that make way, and wishes that cannot be: written scenes as models write them."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import LayoutResult, Support, solve_scene
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.reading import read_problem
from scenewright.scene.model import Scene

HEAD = """\
from scene.language import *

def box(w, h, d, y=0.0):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, y + h / 2, 0)))

@register('a rail')
def rail(): return box(1.2, 0.04, 0.04)

@register('a frying pan on its hook')
def pan(): return concat_shapes(box(0.2, 0.4, 0.03), box(0.02, 0.05, 0.05, 0.4))

@register('a wall mirror')
def mirror(): return box(1.0, 1.6, 0.02)

@register('a cabinet')
def cabinet(): return box(1.0, 0.9, 0.5)

@register('a peg board')
def board(): return box(1.5, 0.8, 0.02)

@register('a hammer')
def hammer(): return concat_shapes(box(0.03, 0.3, 0.03), box(0.12, 0.04, 0.03, 0.3))

@register('a desk')
def desk(): return box(1.2, 0.75, 0.6)

@register('a rug')
def rug(): return box(1.6, 0.01, 1.2)

@register('a pine tree')
def pine(): return concat_shapes(box(0.3, 1.0, 0.3), primitive_call('cone', {'radius': 1.5, 'p0': (0, 1, 0), 'p1': (0, 5, 0)}))

@register('a lamp post')
def lamp(): return box(0.15, 3.4, 0.15)

@register('a lantern on a cord')
def lantern(): return concat_shapes(box(0.2, 0.3, 0.2), box(0.02, 0.5, 0.02, 0.3))

@register('a pergola')
def pergola():
    posts = [transform_shape(box(0.1, 2.5, 0.1), translation_matrix((x, 0, z))) for x in (-1.5, 1.5) for z in (-1, 1)]
    beams = [transform_shape(box(3.1, 0.12, 0.1), translation_matrix((0, 2.5, z))) for z in (-1, 0, 1)]
    return concat_shapes(*posts, *beams)

"""
ROOM = "room(5, 4, 2.6)"


def program(*things: str, relations: str = "", room: str = ROOM) -> str:
    listed = ",\n        ".join([*([room] if room else []), *things])
    said = f"\nrelate({relations})\n" if relations else ""
    return f"{HEAD}@register('a place')\ndef site():\n    return concat_shapes(\n        {listed})\n{said}"


def laid(text: str, **options: object) -> LayoutResult:
    return solve_scene(text, evaluate_here(text), evaluate_here, **{"settle": False, **options})  # type: ignore[arg-type]


def far(result: LayoutResult) -> dict[str, float]:
    return {m.path.split("/")[-1]: round(m.distance_m, 3) for m in result.moves}


def scene_of(text: str) -> Scene:
    return evaluate_here(text)


# -- from other things -------------------------------------------------------------------------------------------------


def test_pans_that_hang_under_a_rail_are_held_by_it_and_stay() -> None:
    text = program(
        "place('rail', at=(0, 1.6, -1.98), name='rail')",
        "place('pan', at=(-0.3, 1.17, -1.97), name='pan_1')",
        "place('pan', at=(0.3, 1.17, -1.97), name='pan_2')",
        relations="on_wall('rail', 1.6), hanging('pan_1'), hanging('pan_2'), under('pan_1', 'rail'), under('pan_2', 'rail')",
    )
    problem = read_problem(scene_of(text))
    kinds = dict(zip(problem.bodies.path, problem.bodies.support, strict=True))
    assert kinds["site/pan_1"] is kinds["site/pan_2"] is Support.HELD
    result = laid(text)
    assert result.conflicts == ()
    assert result.source == text
    assert result.certificate.certified
    assert all(r.satisfied for r in result.certificate.relations)


def test_a_lantern_beside_a_beam_is_hung_from_it() -> None:
    text = program(
        "place('pergola', at=(0, 0, 0), name='pergola')",
        "place('lantern', at=(0.4, 1.72, 0.22), name='lantern')",
        room="",
    )
    result = laid(text)
    assert result.certificate.certified
    assert set(far(result)) == {"lantern"}
    assert far(result)["lantern"] < 0.35


def test_a_tool_that_floats_before_its_board_is_brought_to_it() -> None:
    text = program(
        "place('board', at=(0, 1.2, -1.99), name='board')", "place('hammer', at=(0.3, 1.4, -1.93), name='hammer')"
    )
    result = laid(text)
    assert result.certificate.certified
    assert far(result) == {"hammer": pytest.approx(0.035, abs=5e-3)}


def test_nothing_is_put_on_what_nothing_holds_up() -> None:
    text = program(
        "place('cabinet', at=(0, 0.5, 0.6), name='cabinet')", "place('hammer', at=(0.2, 1.45, 0.6), name='hammer')"
    )
    result = laid(text, accept=True)
    at = dict(zip(result.problem.bodies.path, bodies_of(result.scene).initial[:, 1], strict=True))
    assert result.certificate.certified
    assert at["site/cabinet"] == pytest.approx(0.0, abs=2e-3)
    assert min(abs(at["site/hammer"] - y) for y in (0.0, 0.9)) < 5e-3


# -- rows --------------------------------------------------------------------------------------------------------------


def test_a_row_of_mirrors_makes_way_along_its_wall() -> None:
    things = [f"place('mirror', at=({-0.9 + 1.02 * i:.2f}, 0.3, -1.99), name='mirror_{i}')" for i in range(4)]
    before = bodies_of(scene_of(program(*things))).initial
    result = laid(program(*things), accept=True)
    after = bodies_of(result.scene).initial
    assert result.certificate.certified
    assert np.abs(after[:, 2] - before[:, 2]).max() < 2e-3, "none leaves the wall"
    assert (np.diff(after[:, 0]) > 1.0 - 1e-3).all(), "they keep their order"
    assert (after[:, 0] < before[:, 0]).all()


# -- what something is -------------------------------------------------------------------------------------------------


def test_a_rug_in_the_air_comes_down_among_feet() -> None:
    text = program("place('rug', at=(0, 0.2, 0), name='rug')", "place('desk', at=(0, 0, 0), name='desk')")
    result = laid(text)
    assert result.certificate.certified
    assert far(result) == {"rug": pytest.approx(0.2, abs=2e-3)}


def test_crowns_of_trees_may_meet_and_have_a_lamp_in_them() -> None:
    text = program(
        "place('pine', at=(0, 0, 0), name='pine_1')",
        "place('pine', at=(2.0, 0, 0), name='pine_2')",
        "place('lamp', at=(-0.8, 0, 0), name='lamp')",
        room="",
    )
    assert laid(text).source == text


# -- wishes that cannot be ---------------------------------------------------------------------------------------------

IMPOSSIBLE = "near('desk', 'cabinet', 0.0, 0.2), far('desk', 'cabinet', 2.0)"


def test_wishes_that_cannot_be_leave_a_scene_that_holds_as_it_is() -> None:
    text = program(
        "place('desk', at=(-1, 0, 0), name='desk')",
        "place('cabinet', at=(1.4, 0, 0), name='cabinet')",
        relations=IMPOSSIBLE,
    )
    result = laid(text)
    assert result.conflicts
    assert result.source == text


def test_what_is_wrong_is_mended_though_wishes_cannot_be() -> None:
    text = program(
        "place('desk', at=(-1.0, 0, 0), name='desk')",
        "place('cabinet', at=(1.4, 0, 0), name='cabinet')",
        "place('hammer', at=(-1.0, 0.8, 0), name='hammer')",
        relations=IMPOSSIBLE,
    )
    result = laid(text)
    assert result.conflicts
    assert result.certificate.certified
    assert far(result) == {"hammer": pytest.approx(0.05, abs=5e-3)}


def test_a_wish_is_not_served_by_breaking_another() -> None:
    text = program(
        "place('desk', at=(0, 0, -1.7), name='desk')",
        "place('cabinet', at=(-1.9, 0, 1.2), turn=90, name='cabinet')",
        relations="against_wall('desk', 'back'), near('desk', 'cabinet', 0.0, 0.3)",
    )
    result = laid(text)
    held = {r.text: r.satisfied for r in result.certificate.relations}
    assert any(held.values())
    assert laid(result.source).source == result.source, "it does not go to and fro"
