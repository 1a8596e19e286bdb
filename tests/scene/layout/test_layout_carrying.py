"""What stands on a thing goes along with it where only that thing must move: a set table keeps its setting."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import LayoutResult, Problem, Support, solve_scene
from scenewright.scene.layout.model import to_body_frame
from scenewright.scene.layout.search import proposals, solve
from scenewright.scene.layout.search.carrying import carried
from tests.support.layout_cases import Thing, problem_of
from tests.support.layout_oracles import JUDGE, overlaps, with_parents

# -- one pose ---------------------------------------------------------------------------------------------------------------

angles = st.floats(-3.0, 3.0)
places = st.floats(-2.0, 2.0)


@settings(max_examples=60, deadline=None)
@given(angles, angles, places, places, st.floats(-0.6, 0.6), st.floats(-0.3, 0.3), angles)
def test_a_body_lies_on_its_carrier_as_it_did(turn, new_turn, x, z, along, across, yaw):
    problem = with_parents(problem_of({"desk": Thing((1.4, 0.75, 0.7)), "cup": Thing((0.1, 0.1, 0.1))}), {1: 0})
    c, s = np.cos(turn), np.sin(turn)
    before = np.array([[0.3, 0, -0.4, turn], [0.3 + c * along + s * across, 0.75, -0.4 - s * along + c * across, yaw]])
    now = np.array([[x, 0.2, z, new_turn], [9.0, 9.0, 9.0, 9.0]])
    pose = carried(problem, 1, before, now)
    assert to_body_frame(now[0], pose[None, :3])[0] == pytest.approx([along, 0.75, across], abs=1e-9)
    assert pose[3] - now[0, 3] == pytest.approx(yaw - turn)
    assert carried(problem, 0, before, now).tolist() == before[0].tolist()  # nothing carries it


def test_what_was_not_on_its_carrier_stays_where_it_was():
    things = {"shelf": Thing((1.0, 1.2, 0.4), levels=(0.4, 1.2)), "cup": Thing((0.1, 0.1, 0.1))}
    problem = with_parents(problem_of(things), {1: 0})
    now = np.array([[1.0, 0, 0, 0.5], [0, 0, 0, 0]])
    for at, goes in (
        ((0.1, 0.4, 0.1), True),
        ((0.1, 1.25, 0.1), True),
        ((0.1, 0.8, 0.1), False),
        ((0.6, 1.2, 0.0), False),
        ((0.0, 0.0, 2.0), False),
    ):
        before = np.array([[0, 0, 0, 0], [*at, 0]])
        assert (carried(problem, 1, before, now).tolist() != before[1].tolist()) is goes, at


# -- through the solver ------------------------------------------------------------------------------------------------------


def laid_table(*relations: tuple, **more: Thing) -> Problem:
    """A table with a tray, a cup on that, and a vase."""
    things = {
        "table": Thing((1.2, 0.75, 0.8), (0.2, 0, 0.3), 20),
        "tray": Thing((0.4, 0.03, 0.3), (0.3, 0.75, 0.3), 35, Support.SURFACE),
        "cup": Thing((0.08, 0.1, 0.08), (0.35, 0.78, 0.25), 0, Support.SURFACE),
        "vase": Thing((0.15, 0.3, 0.15), (-0.1, 0.75, 0.35), 0, Support.SURFACE),
        **more,
    }
    return with_parents(problem_of(things, *relations), {1: 0, 2: 1, 3: 0})


def local(problem: Problem, poses: np.ndarray) -> np.ndarray:
    """(N, 4) in the frame of what each stands on, else as they are."""
    out = poses.copy()
    for body, on in enumerate(problem.parent.tolist()):
        if on >= 0:
            out[body, :3] = to_body_frame(poses[on], poses[body, None, :3])[0]
            out[body, 3] = (poses[body, 3] - poses[on, 3] + np.pi) % (2 * np.pi) - np.pi
    return out


@pytest.mark.parametrize(
    "relation",
    [
        ("against_wall", "table", None, {"wall": "left"}),
        ("in_corner", "table", None, {}),
        ("far", "table", "window", {}),
        ("next_to", "table", "door", {}),
    ],
)
def test_only_the_carrier_moves_on_its_own_account(relation):
    problem = laid_table(relation)
    solution = solve(problem, JUDGE, proposals.sample)
    assert solution.unplaced.tolist() == solution.failing.tolist() == []
    assert np.hypot(*(solution.poses[0] - problem.bodies.initial[0])[[0, 2]]) > 0.3
    assert local(problem, solution.poses)[1:] == pytest.approx(local(problem, problem.bodies.initial)[1:], abs=1e-9)


@pytest.mark.parametrize("seed", range(2))
def test_only_what_a_relation_calls_elsewhere_leaves_its_place(seed):
    problem = laid_table(
        ("against_wall", "table", None, {"wall": "left"}), ("near", "vase", "cup", {"lo": 0.0, "hi": 0.2})
    )
    solution = solve(problem, JUDGE, proposals.sample, seed=seed)
    assert solution.unplaced.tolist() == solution.failing.tolist() == []
    was, now = local(problem, problem.bodies.initial), local(problem, solution.poses)
    stays = np.abs(now - was).max(axis=1) < 1e-9
    assert stays[[1, 2]].all() or stays[3]
    assert not stays[1:].all()


def test_what_is_blocked_where_its_carrier_goes_moves_on_it():
    """A shelf over the left wall is too low for the vase, where it would come to be."""
    shelf = Thing((5.0, 0.1, 0.55), (-3.0 + 0.275, 0.9, 0.0), 90, fixed=True)
    problem = laid_table(("against_wall", "table", None, {"wall": "left"}), shelf=shelf)
    solution = solve(problem, JUDGE, proposals.sample)
    assert solution.unplaced.tolist() == solution.failing.tolist() == []
    assert overlaps(problem, solution.poses, but={frozenset((2, 0))}) == []
    was, now = local(problem, problem.bodies.initial), local(problem, solution.poses)
    assert np.abs(now[1] - was[1]).max() < 1e-9


# -- in the text ---------------------------------------------------------------------------------------------------------------

DESK = """\
from scene.language import *
def block(w, h, d): return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, h / 2, 0)))

@register('a desk')
def desk():
    return concat_shapes(
        transform_shape(block(1.6, 0.04, 0.8), translation_matrix((0, 0.71, 0))),
        transform_shape(block(0.05, 0.71, 0.7), translation_matrix((-0.75, 0, 0))),
        transform_shape(block(0.05, 0.71, 0.7), translation_matrix((0.75, 0, 0))),
    )

@register('a study')
def scene():
    return concat_shapes(
        room(5.0, 4.0, 2.6, doors=[('front', -1.5, 0.9, 2.0)]),
        place('desk', at=(0.3, 0, -0.57), name='desk'),
        place(block(0.5, 0.4, 0.1), at=(0.3, 0.75, -0.8), name='monitor'),
        place(block(0.4, 0.03, 0.14), at=(0.3125, 0.75, -0.4), name='keyboard'),
        place(block(0.1, 0.1, 0.1), at=(0.93, 0.75, -0.43), turn=12.5, name='mug'),
        place(block(0.2, 0.4, 0.2), at=(-0.27, 0.75, -0.71), turn=30, name='lamp'),
        place(block(0.2, 0.05, 0.3), at=(-0.22, 0.75, -0.3701), name='book'),
        place(block(1.0, 1.8, 0.5), at=(-1.2, 0, -1.7), name='wardrobe'),
    )

"""
SETTING = ("monitor", "keyboard", "mug", "lamp", "book")


def laid(text: str) -> LayoutResult:
    return solve_scene(text, evaluate_here(text), evaluate_here, settle=False, accept=True)


def places_in(text: str) -> dict[str, tuple[list[int], str]]:
    """By name: where a thing is placed, in tenths of a millimetre, and the rest of its line."""
    found = {}
    for line in text.splitlines():
        at = re.search(r"at=\(([^)]*)\), (.*)name='(\w+)'", line)
        if at:
            numbers = [float(n) * 1e4 for n in at[1].split(",")]
            assert numbers == pytest.approx(np.round(numbers), abs=1e-6)
            found[at[3]] = [round(n) for n in numbers], at[2]
    return found


def test_a_desk_takes_its_setting_along_to_the_last_digit():
    text = DESK + "relate(against_wall('desk', 'back'))\n"
    result = laid(text)
    assert result.solved
    assert result.certificate.certified
    was, now = places_in(text), places_in(result.source)
    assert np.abs(np.subtract(now["desk"][0], was["desk"][0])).max() > 0.9e4
    assert now["wardrobe"] == was["wardrobe"]
    shift = np.subtract(now["desk"][0], was["desk"][0]).tolist()
    for name in SETTING:
        assert np.subtract(now[name][0], was[name][0]).tolist() == shift, name
        assert now[name][1] == was[name][1]  # its turn as it was


@pytest.mark.parametrize("wall", ["front", "left"])
def test_a_desk_that_is_turned_has_its_setting_turned_with_it(wall):
    text = DESK + f"relate(against_wall('desk', '{wall}'))\n"
    result = laid(text)
    problem = result.problem
    names = [p.rsplit("/", 1)[-1] for p in problem.bodies.path]
    frames = []
    for scene in (evaluate_here(text), result.scene):
        row = dict(zip(names, problem.bodies.row.tolist(), strict=True))
        world = {n: scene.world_from_local[row[n]] for n in ("desk", *SETTING)}
        frames.append({n: np.linalg.inv(world["desk"]) @ world[n] for n in SETTING})
    for name in SETTING:  # to what four decimals say
        assert frames[1][name] == pytest.approx(frames[0][name], abs=2e-4), name


def test_what_finds_no_place_goes_along_with_its_carrier():
    """Left where it was it would float in the air."""
    things = {
        "desk": Thing((1.0, 0.75, 0.6), (-3.2, 0, 0)),
        "crate": Thing((0.9, 0.5, 0.5), (-3.2, 0.75, 0), 0, Support.SURFACE),
        "chest": Thing((0.9, 0.5, 0.5), (-3.2, 0.75, 0), 0, Support.SURFACE),
    }
    problem = with_parents(problem_of(things), {1: 0, 2: 0})
    solution = solve(problem, JUDGE, proposals.sample, effort=500.0)
    (left,) = solution.unplaced.tolist()
    assert solution.poses[0, 0] > -2.6
    assert solution.poses[left, :3] - solution.poses[0, :3] == pytest.approx([0.0, 0.75, 0.0], abs=1e-6)
