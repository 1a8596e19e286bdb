"""How far a body must go to be clear of another: against the exact answer for each place on the way; and scenes that are put anew."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate
from scenewright.scene.layout import solve_scene
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certify import evidence_of
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.layout.repair.collisions import CLEAR
from scenewright.scene.layout.repair.stage import RepairStage
from tests.support.table_programs import scene_of


def cube(side: float, x: float = 0.0, turn: str = "") -> str:
    shape = f"primitive_call('cube', {{'scale': {side}}})"
    at = f"translation_matrix(({x}, {side / 2}, 0))"
    return f"transform_shape({shape}, {at}{turn})"


def cylinder(radius: float) -> str:
    return f"primitive_call('cylinder', {{'radius': {radius}, 'p0': (0, 0, 0), 'p1': (0, 1, 0)}})"


def sphere(radius: float, y: float) -> str:
    return f"transform_shape(primitive_call('sphere', {{'radius': {radius}}}), translation_matrix((0, {y}, 0)))"


BOXES = (
    cube(1.0),
    f"concat_shapes({cube(0.4, -0.6)}, {cube(0.4, 0.6)})",
    cube(0.8, turn=" @ rotation_matrix(0.5, (0, 1, 0), (0, 0, 0))"),
    cube(0.8, turn=" @ rotation_matrix(0.4, (0.7, 0, 0.7), (0, 0, 0))"),
)
ROUND = (sphere(0.5, 0.5), cylinder(0.4), f"concat_shapes({cylinder(0.1)}, {sphere(0.3, 1.0)})")
MOST, STEP = 3.0, 4e-3


def stage_of(one: str, two: str, x: float, z: float, turn: float) -> RepairStage:
    scene = scene_of(
        f"""
        one, two = {one}, {two}
        return concat_shapes(
            place(one, at=(0, 0, 0), name='one'),
            place(two, at=({x}, 0, {z}), turn={turn}, name='two'))
        """
    )
    bodies = bodies_of(scene)
    return RepairStage(evidence_of(scene, provider=None, bodies=bodies, room=None), problem_of(scene, bodies))


def meets_after(stage: RepairStage, way: np.ndarray, far: float) -> bool:
    setting = stage.at_home()
    return stage.meets(0, 1, stage.moved(setting, {0: setting.poses[0] + np.append(far * way, 0.0)}))


@settings(max_examples=40, deadline=None)
@given(
    one=st.sampled_from(BOXES + ROUND),
    two=st.sampled_from(BOXES + ROUND),
    x=st.floats(-0.7, 0.7),
    z=st.floats(-0.7, 0.7),
    turn=st.floats(0, 360),
    angle=st.floats(0, 2 * np.pi),
)
@example(
    one=ROUND[0], two=ROUND[0], x=0.21307588451251624, z=0.0, turn=0.0, angle=0.0
)  # the balls part where their boxes do
def test_bodies_meet_before_the_way_out_and_are_clear_after_it(one, two, x, z, turn, angle) -> None:
    stage = stage_of(one, two, x, z, turn)
    way = np.array([np.cos(angle), 0.0, np.sin(angle)])
    far = float(stage.clear_after([0], 1, stage.at_home(), way[None], MOST)[0])
    assert np.isfinite(far)
    assert not meets_after(stage, way, far + 1e-3)
    boxes = one in BOXES and two in BOXES
    steps = np.arange(0.0, far - STEP, STEP if boxes else max(STEP, far / 8))
    if boxes:  # the first place that is clear; of round bodies a clear place that has none before it where they touch
        assert all(meets_after(stage, way, float(t)) for t in steps)
    elif far > STEP:
        assert meets_after(stage, way, far - STEP)


def test_what_is_clear_needs_no_way_and_what_is_too_far_has_none() -> None:
    ways = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    apart = stage_of(BOXES[0], BOXES[0], 2.0, 0.0, 0.0)
    assert apart.clear_after([0], 1, apart.at_home(), ways, MOST).tolist() == [0.0, 0.0]
    deep = stage_of(BOXES[0], BOXES[0], 0.25, 0.0, 0.0)
    found = deep.clear_after([0], 1, deep.at_home(), np.concatenate([ways, -ways]), 1.1)
    assert found == pytest.approx([np.inf, 1.0 - CLEAR, 0.75 - CLEAR, 1.0 - CLEAR])


def test_a_gap_before_something_else_is_a_way_out() -> None:
    """A bar between two posts has room there: the way out need not lead past both."""
    posts = f"concat_shapes({cube(0.4, -1.0)}, {cube(0.4, 1.0)})"
    stage = stage_of(cube(0.6), posts, 0.8, 0.0, 0.0)  # the left post stands at -0.2
    far = stage.clear_after([0], 1, stage.at_home(), np.array([[1.0, 0.0, 0.0]]), MOST)
    assert far == pytest.approx([0.3 - CLEAR], abs=1e-6)


# -- chaos ----------------------------------------------------------------------------------------------------------------

CHAOS = """from scene.language import *

@register('a bedroom that somebody turned upside down')
def bedroom():
    return concat_shapes(
        room(4.5, 4),
        place(asset_call('bed'), at=(0.9, 0, 0.6), turn=37, name='bed'),
        place(asset_call('nightstand'), at=(1.2, 0, 0.9), turn=110, name='nightstand'),
        place(asset_call('wardrobe'), at=(0.4, 0, -0.4), turn=200, name='wardrobe'),
        place(asset_call('armchair'), at=(-1.2, 0, 0.2), turn=10, name='armchair'),
        place(asset_call('desk'), at=(-0.9, 0, -0.3), turn=75, name='desk'),
        place(asset_call('floor lamp'), at=(-1.6, 0, 1.2), turn=0, name='lamp'))

relate(against_wall('bed', 'back'), next_to('nightstand', 'bed'), against_wall('wardrobe', 'left'),
       against_wall('desk', 'right'), next_to('lamp', 'armchair'))
"""


FEW = """from scene.language import *

@register('a dining room that somebody turned upside down')
def dining_room():
    return concat_shapes(
        room(4.6, 4.2),
        place(asset_call('round table'), at=(-0.6, 0, -0.8), turn=15, name='table'),
        place(asset_call('dining chair'), at=(-0.9, 0, -0.2), turn=100, name='chair'),
        place(asset_call('dining chair'), at=(1.2, 0, 1.1), turn=250, name='other'),
        place(asset_call('sideboard'), at=(-0.8, 0, 0.1), turn=60, name='sideboard'))

relate(around('table', ['chair', 'other']), against_wall('sideboard', 'right'))
"""


@pytest.mark.parametrize("text", [CHAOS, FEW], ids=["a bedroom", "two relations say all"])
def test_a_room_in_chaos_is_put_anew_and_offered(text: str) -> None:
    """Mending it fault after fault would leave most relations unserved."""
    catalogue = Catalogue.built_in()

    def run(source: str):  # type: ignore[no-untyped-def]
        return evaluate(source, assets=catalogue)

    offered = solve_scene(text, run(text), run, provider=catalogue, settle=False)
    assert offered.source == text
    assert offered.offer is not None
    taken = solve_scene(text, run(text), run, provider=catalogue, settle=False, accept=True)
    assert taken.certificate.certified
    assert all(r.satisfied for r in taken.certificate.relations)
