"""Poses that are proposed for a relation hold, and lie in the room."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.layout import Support
from scenewright.scene.layout.relations import holds, residual
from scenewright.scene.layout.relations.residuals import residuals
from scenewright.scene.layout.search import sample
from tests.support.layout_cases import ROOM, SHELF, Thing, poses_of, problem_of

DESK = Thing((1.2, 0.75, 0.6))
SOFA = Thing((2.0, 0.8, 0.9), (1.2, 0, 1.2), 33)
TABLE = Thing((2.4, 0.75, 1.0))
ANYWHERE = {
    "desk": DESK,
    "chair": Thing((0.5, 0.9, 0.5), (2, 0, 1.5), 30),
    "lamp": Thing((0.2, 0.4, 0.2), (1, 0, 1)),
    "shelf": SHELF,
    "sofa": SOFA,
    "picture": Thing((0.8, 0.6, 0.04), (2, 1.4, -2.48), 0, Support.WALL),
    "rug": Thing((3.0, 0.02, 2.0), (0, 0, 0), 0, Support.RUG),
    "pendant": Thing((0.3, 0.3, 0.3), (0, 2.2, 0), 0, Support.CEILING),
    "stool": Thing((0.4, 0.45, 0.4), (-2, 0, -1)),
}
ASKED = [
    ("next_to", "chair", "desk", {}), ("near", "lamp", "sofa", {"lo": 0.1, "hi": 0.5}), ("near", "picture", "desk", {}),
    ("far", "stool", "shelf", {}), ("across", "sofa", "shelf", {}), ("left_of", "chair", "desk", {}), ("right_of", "chair", "sofa", {}),
    ("in_front_of", "stool", "sofa", {}), ("behind", "stool", "desk", {}), ("in_front_of", "sofa", "stool", {}), ("facing", "chair", "sofa", {}), ("facing", "sofa", "window", {}),
    ("on", "lamp", "desk", {}), ("on", "lamp", "shelf", {}), ("on", "chair", "rug", {}), ("on", "chair", "floor", {}),
    ("inside", "lamp", "shelf", {}), ("under", "stool", "desk", {}), ("under", "stool", "window", {}), ("above", "pendant", "desk", {}),
    ("above", "picture", "shelf", {}), ("hanging", "pendant", None, {}), ("on_wall", "picture", None, {"height": 1.2}), ("against_wall", "sofa", None, {}),
    ("against_wall", "sofa", "wall_right", {}), ("against_wall", "stool", "desk", {}), ("in_corner", "stool", None, {}), ("centered", "desk", "room", {}),
    ("centered", "chair", "sofa", {}), ("aligned", "chair", "sofa", {"axis": "x"}), ("parallel", "chair", "sofa", {}), ("symmetric", "chair", ("stool", "desk"), {}),
    ("spaced", ["chair", "stool", "lamp"], None, {"axis": "x"}), ("clear", "shelf", None, {"front": 0.5}), ("next_to", "stool", "door", {}), ("around", ["chair"], "desk", {}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "a", "b", "parameters"), ASKED, ids=[f"{k}-{a}-{b}" for k, a, b, _ in ASKED])
def test_sampled_poses_hold_and_lie_in_the_room(kind, a, b, parameters):
    problem = problem_of(ANYWHERE, (kind, a, b, parameters))
    (constraint,) = problem.constraints
    poses = poses_of(ANYWHERE)
    moving = constraint.items[0]
    got = sample(constraint, problem, moving, poses, np.random.default_rng(1), 40)
    assert 0 < len(got) <= 40
    judged = holds(
        constraint, residual(constraint, problem, [got if i == moving else poses[i] for i in constraint.bodies])
    )
    assert judged.all()
    reach = np.abs(got[:, :3:2]) - np.array([ROOM.width, ROOM.depth]) / 2.0
    assert (reach[judged] < 0.0).all()


@pytest.mark.parametrize("kind", ["near", "left_of", "facing", "on", "above", "centered"])
def test_the_other_thing_can_be_moved_too(kind):
    problem = problem_of(ANYWHERE, (kind, "chair", "stool", {}))
    (constraint,) = problem.constraints
    poses = poses_of(ANYWHERE)
    poses[1] = [0.5, 0.45 if kind == "on" else 0.5 if kind == "above" else 0.0, 0.5, 0.0]
    moving = constraint.target.body
    got = sample(constraint, problem, moving, poses, np.random.default_rng(1), 40)
    judged = holds(
        constraint, residual(constraint, problem, [got if i == moving else poses[i] for i in constraint.bodies])
    )
    assert judged[0]


def test_chairs_are_proposed_one_by_one_around_a_table():
    chairs = [f"chair{k}" for k in range(4)]
    things = {"table": TABLE, **{name: Thing((0.5, 0.9, 0.5), (2.5, 0, 2)) for name in chairs}}
    problem = problem_of(things, ("around", chairs, "table", {}))
    (constraint,) = problem.constraints
    poses = poses_of(things)
    rng = np.random.default_rng(0)
    for _ in range(3):
        for moving in constraint.items:
            poses[moving] = sample(constraint, problem, moving, poses, rng, 40)[0]
    assert holds(constraint, residuals(problem, poses)[0])
