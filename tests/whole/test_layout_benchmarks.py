"""The pure parts of the benchmarks of layouts: comparing scenes, damaging them, repairing them plainly, making dense ones."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from scenewright.scene.layout.changes import moves_between
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.layout.program import poses_in
from tests.benchmarks.baseline_repair import cpsat_repair, penalty_repair
from tests.benchmarks.dense_rooms import dense_room
from tests.benchmarks.layout_damage import KINDS, damaged, loads_of, overlap_depth
from tests.benchmarks.layout_fidelity import changes_between, disagreements
from tests.benchmarks.room_descriptions import descriptions

TABLE = "table(1.2, 0.75, 0.8), at=(0, 0, 0), name='table'"
CUP = "block(0.1, 0.1, 0.1), at=(0.2, 0.75, 0.1), name='cup'"
CHESTS = tuple(f"block(0.5, 0.6, 0.4), at=({x}, 0, -1.7), name='chest{k}'" for k, x in enumerate((-1.6, -1.0, 1.2)))
SHELF = "block(0.8, 1.8, 0.3), at=(-1.8, 0, 0.2), turn=90, name='shelf'"

HEAD = """
from scene.language import *
def block(w, h, d): return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, h / 2, 0)))
def table(w, h, d): return concat_shapes(
    transform_shape(block(w, 0.04, d), translation_matrix((0, h - 0.04, 0))),
    *[transform_shape(block(0.05, h - 0.04, 0.05), translation_matrix((x * (w / 2 - 0.03), 0, z * (d / 2 - 0.03)))) for x in (-1, 1) for z in (-1, 1)])
"""

NESTED = """
from scene.language import *
def block(w, h, d): return transform_shape(primitive_call('cube', {{'scale': (w, h, d)}}), translation_matrix((0, h / 2, 0)))
@register()
def tower():
    return concat_shapes(place(block(1, 2, 1), at=(0, 0, 0), name='base'), place(block(0.5, 1, 0.5), at=({x}, 2, 0), name='top'))
@register()
def scene():
    return concat_shapes(room(6, 6, 4), place('tower', at=({at}, 0, 0), turn={turn}, name='tower'), place(block(1, 1, 1), at=(2, 0, 2), name='box'))
"""


def text_of(*things: str) -> str:
    """A room with things: each the arguments of ``place``."""
    parts = ",\n        ".join(["room(4, 4, 2.5)", *(f"place({t})" for t in things)])
    return f"{HEAD}\n@register()\ndef scene():\n    return concat_shapes(\n        {parts},\n    )\n"


def certified_room():
    scene = evaluate_here(text_of(TABLE, CUP, *CHESTS, SHELF))
    problem = problem_of(scene, bodies_of(scene))
    assert not certify(scene, problem=problem).violations
    return scene, problem


# -- what changed -------------------------------------------------------------------------------------------------------


def test_nothing_changes_in_the_same_scene():
    scene, problem = certified_room()
    changes = changes_between(scene, scene, problem.bodies)
    assert changes.shifts == changes.bent == changes.entities == changes.gone == changes.building == ()
    assert changes.bodies == 6


def test_moves_are_in_metres_and_degrees_with_small_ones_apart():
    scene, problem = certified_room()
    cup, shelf = (
        CUP.replace("at=(0.2,", "at=(0.205,"),
        SHELF.replace("at=(-1.8, 0, 0.2), turn=90", "at=(-1.5, 0, 0.6), turn=60"),
    )
    other = evaluate_here(text_of(TABLE, cup, *CHESTS, shelf))
    changes = changes_between(scene, other, problem.bodies)
    moved = {s.path: s for s in changes.moved}
    assert set(moved) == {"scene/shelf"}
    assert moved["scene/shelf"].distance_m == pytest.approx(0.5, abs=1e-6)
    assert moved["scene/shelf"].turn_deg == pytest.approx(30.0, abs=1e-6)
    assert [s.path for s in changes.closed] == ["scene/cup"]
    assert changes.largest == pytest.approx(0.5)
    assert changes.share == pytest.approx(1 / 6)


def test_an_assembly_is_whole_if_it_moves_as_one_and_not_if_torn():
    before = evaluate_here(NESTED.format(x=0, at=0, turn=0))
    bodies = bodies_of(before)
    whole = changes_between(before, evaluate_here(NESTED.format(x=0, at=1.5, turn=30)), bodies)
    assert {s.path for s in whole.shifts} == {"scene/tower"}
    assert whole.bent == whole.entities == ()
    torn = changes_between(before, evaluate_here(NESTED.format(x=0.2, at=0, turn=0)), bodies)
    assert set(torn.bent) | set(torn.entities) == {"scene/tower"}


def test_what_is_gone_is_named():
    scene, problem = certified_room()
    less = evaluate_here(text_of(TABLE, *CHESTS, SHELF))
    assert "scene/cup" in changes_between(scene, less, problem.bodies).gone


def test_a_report_is_held_against_the_scenes():
    scene, problem = certified_room()
    other = evaluate_here(text_of(TABLE, CUP, *CHESTS, SHELF.replace("0.2)", "0.5)")))
    changes = changes_between(scene, other, problem.bodies)
    after = poses_in(other, problem.bodies)
    number = problem.bodies.path.index("scene/shelf")
    right = moves_between(problem.bodies, problem.bodies.initial, after, {number: "it collided"})
    assert disagreements(changes, right) == []
    assert "not reported" in disagreements(changes, ())[0]
    assert "no reason" in disagreements(changes, moves_between(problem.bodies, problem.bodies.initial, after))[0]
    wrong = after.copy()
    wrong[number, 0] += 0.2
    said = disagreements(changes, moves_between(problem.bodies, problem.bodies.initial, wrong, {number: "it collided"}))
    assert "reported are" in said[0]


# -- damage -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [k for k in KINDS if k != "five at once"])
def test_damage_is_what_it_says_and_nothing_else(kind):
    scene, problem = certified_room()
    rng = np.random.default_rng(5)
    found = damaged(
        kind,
        text_of(TABLE, CUP, *CHESTS, SHELF),
        scene,
        problem,
        rng,
        evaluate_here,
        lambda s: certify(s, bodies=bodies_of(s)).violations,
    )
    assert found is not None
    assert found.violations > 0
    changes = changes_between(scene, found.scene, problem.bodies)
    assert {s.path for s in changes.shifts} == set(found.bodies)
    assert changes.bent == ()
    far = max(found.metres)
    if kind == "pushed":
        assert 0.01 <= far <= 0.6
    if kind == "lifted":
        assert 0.02 <= far <= 0.3
        assert all(s.turn_deg == 0.0 for s in changes.shifts)
    if kind == "turned":
        assert all(5.0 <= s.turn_deg <= 90.0 for s in changes.shifts)
    if kind == "swapped":
        assert len(found.chosen) == 2


def test_what_stands_on_a_thing_is_its_load():
    _, problem = certified_room()
    path = problem.bodies.path
    assert [path[b] for b in loads_of(problem, path.index("scene/table"))] == ["scene/table", "scene/cup"]


def test_overlap_is_measured_along_the_best_side():
    half = np.array([[0.5, 0.5], [0.5, 0.25]])
    poses = np.array([[0.0, 0.0, 0.0, 0.0], [0.9, 0.0, 0.1, 0.0]])
    assert overlap_depth(half, poses, 0, 1) == pytest.approx(0.1)
    poses[1] = [0.0, 0.0, 0.8, np.pi / 2]
    assert overlap_depth(half, poses, 0, 1) == pytest.approx(0.2)


@pytest.mark.parametrize("repair", [penalty_repair, cpsat_repair])
def test_plain_repairs_part_overlaps_and_let_down_what_floats(repair):
    scene = evaluate_here(
        text_of(*CHESTS[:1], CHESTS[1].replace("-1.0", "-1.2"), TABLE.replace("(0, 0, 0)", "(0, 0.1, 0)"))
    )
    problem = problem_of(scene, bodies_of(scene))
    poses = repair(problem)
    assert overlap_depth(problem.bodies.half, problem.bodies.initial, 0, 1) > 0.05
    assert overlap_depth(problem.bodies.half, poses, 0, 1) < 0.02
    assert poses[2, 1] == pytest.approx(0.0)


# -- rooms --------------------------------------------------------------------------------------------------------------


def test_descriptions_differ_and_repeat_by_seed():
    def first(seed):
        given = descriptions(seed)
        return [next(given) for _ in range(40)]

    assert first(3) == first(3)
    assert len({text for _, text in first(3)}) == 40


def test_dense_rooms_are_dense_and_slip_as_told():
    catalogue = Catalogue.built_in()
    for seed in range(4):
        meant, slipped = dense_room(catalogue, seed, slips=False), dense_room(catalogue, seed)
        assert meant.bodies == slipped.bodies >= 60
        assert meant.program != slipped.program
        assert slipped.slips
        assert not meant.slips
        assert dense_room(catalogue, seed).program == slipped.program


@pytest.mark.slow
def test_a_dense_room_without_its_slips_is_right():
    catalogue = Catalogue.built_in()
    right, wrong = (
        certify(evaluate_here(dense_room(catalogue, 1, slips=s).program, assets=catalogue), provider=catalogue)
        for s in (False, True)
    )
    assert not right.violations
    assert wrong.violations
