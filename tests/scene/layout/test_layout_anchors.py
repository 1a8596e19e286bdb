"""How the relations of a scene become constraints between bodies: names, rooms, walls, what cannot be read."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.language.running import evaluate
from scenewright.scene.layout import AnchorKind, Problem
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.relations import constraints_of, explain

THINGS = """
from scene.language import *

@register('a study')
def study():
    return concat_shapes(
        room(4.0, 3.6, 2.6, doors=[('front', 0, 0.9, 2)], windows=[('left', 0.2, 1.2, 1.2), ('right', 0.2, 1.2, 1.2)]),
        place(primitive_call('cube', {'scale': (1, 0.75, 0.6)}), at=(0, 0, -1.5), name='desk'),
        *[place(primitive_call('cube', {'scale': (0.5, 0.9, 0.5)}), at=(x, 0, -0.9), turn=180, name='chair') for x in (-0.3, 0.3)],
        place(primitive_call('cube', {'scale': (0.1, 0.4, 0.1)}), at=(0.3, 0.75, -1.6), name='lamp'),
        place(primitive_call('cube', {'scale': (0.4, 0.5, 0.4)}), at=(1.7, 0, 1.5), name='bin'),
    )

"""


def read(relations: str):
    scene = evaluate(THINGS + f"relate({relations})\n")
    bodies = bodies_of(scene)
    constraints, unread = constraints_of(scene, bodies)
    nothing = np.full(len(bodies), -1, dtype=np.int32)
    return Problem(bodies, scene.room, constraints, nothing, nothing.copy(), unread=unread)


SETS = """
from scene.language import *

@register('a place to work')
def workplace():
    return concat_shapes(
        place(primitive_call('cube', {'scale': (1, 0.75, 0.6)}), name='desk'),
        place(primitive_call('cube', {'scale': (0.5, 0.9, 0.5)}), at=(0, 0, 0.6), turn=180, name='chair'),
    )

@register('an office')
def office():
    return concat_shapes(
        room(6, 5),
        place('workplace', at=(-1.5, 0, -1.5)),
        place('workplace', at=(1.5, 0, 1.0)),
        place(primitive_call('cube', {'scale': (0.4, 0.5, 0.4)}), at=(2.4, 0, 1.5), name='bin'),
    )

relate(facing('chair', 'desk'), near('bin', 'desk'))
"""


def test_several_instances_make_a_constraint_each():
    """Where several may be meant by `b`, the nearest is."""
    scene = evaluate(SETS)
    bodies = bodies_of(scene)
    constraints, unread = constraints_of(scene, bodies)
    assert not unread
    facing = [(bodies.path[c.items[0]], bodies.path[c.target.body]) for c in constraints if c.kind == "facing"]
    assert facing == [(f"office/{w}/chair", f"office/{w}/desk") for w in ("workplace", "workplace[1]")]
    (near,) = [c for c in constraints if c.kind == "near"]
    assert bodies.path[near.target.body] == "office/workplace[1]/desk"


@pytest.mark.parametrize(
    ("name", "kind", "detail"),
    [
        ("room", AnchorKind.ROOM, {}),
        ("floor", AnchorKind.ROOM, {}),
        ("wall_left", AnchorKind.WALL, {"wall": "left"}),
        ("left wall", AnchorKind.WALL, {"wall": "left"}),
        ("room/wall_back", AnchorKind.WALL, {"wall": "back"}),
        ("door", AnchorKind.OPENING, {"opening": 0}),
        ("room/window[1]", AnchorKind.OPENING, {"opening": 2}),
    ],
)
def test_parts_of_the_room_are_anchors(name, kind, detail):
    problem = read(f"near('bin', '{name}')")
    (constraint,) = problem.constraints
    assert constraint.target.kind is kind
    assert {k: getattr(constraint.target, k) for k in detail} == detail


def test_the_wall_of_against_wall():
    problem = read(
        "against_wall('desk'), against_wall('desk', 'back'), against_wall('desk', 'north'), against_wall('chair', 'desk')"
    )
    targets = [c.target for c in problem.constraints]
    assert targets[0] is None
    assert [t.wall for t in targets[1:3]] == ["back", "back"]
    assert targets[3].kind is AnchorKind.BODY


def test_unread_relations_are_numbered_with_the_closest_names():
    problem = read(
        "near('lmp', 'desk'), near('chair', 'dsk'), against_wall('desk', 'norht'), left_of('chair', 'room'), near('desk', 'desk'), facing('chair', 'desk')"
    )
    assert [c.relation for c in problem.constraints] == [5]
    told = problem.unread
    assert "'lmp'" in told[0]
    assert "study/lamp" in told[0]
    assert "study/desk" in told[1]
    assert "back" in told[2]
    assert "not the room" in told[3]
    assert "moves with" in told[4]


def test_one_missing_name_of_several_does_not_drop_the_rest():
    problem = read("around(['chair[0]', 'chair[1]', 'chair[7]'], 'desk')")
    (constraint,) = problem.constraints
    assert len(constraint.items) == 2
    assert constraint.parameters["seats"] == (True, True)
    assert "'chair[7]'" in problem.unread[0]


def test_a_name_inside_a_body_means_the_body():
    text = THINGS.replace(
        "place(primitive_call('cube', {'scale': (0.4, 0.5, 0.4)}), at=(1.7, 0, 1.5), name='bin')",
        "library_call('cabinet')",
    )
    text += "@register('cabinet')\ndef cabinet():\n    return concat_shapes(primitive_call('cube', {'scale': (1, 1, 0.5)}), library_call('drawer'))\n\n"
    text += "@register('drawer')\ndef drawer():\n    return primitive_call('cube', {'scale': (0.8, 0.2, 0.6)})\n\n"
    scene = evaluate(text + "relate(near('drawer', 'desk'), near('drawer', 'cabinet'))\n", root="study")
    bodies = bodies_of(scene)
    constraints, unread = constraints_of(scene, bodies)
    assert [bodies.path[c.items[0]] for c in constraints] == ["study/cabinet"]
    assert "moves with" in unread[1]


def test_what_holds_a_thing_up_is_hard_and_the_rest_as_written():
    problem = read("on('lamp', 'desk'), near('bin', 'desk', 0, 9, weight=3), facing('bin', 'desk', hard=True)")
    assert [(c.kind, c.hard, c.weight) for c in problem.constraints] == [
        ("on", True, 1.0),
        ("near", False, 3.0),
        ("facing", True, 1.0),
    ]


def test_relations_are_explained_in_a_sentence():
    problem = read(
        "next_to('bin', 'desk'), facing('bin', 'desk'), clear('desk', 0.4), on('lamp', 'desk'), against_wall('bin', 'left')"
    )
    told = [explain(c, problem, problem.bodies.initial) for c in problem.constraints]
    assert told[0].startswith("bin is 2.69 m from desk; next_to asks 0 to 0.5 m")
    assert told[1].startswith("bin looks ")
    assert told[2].startswith("chair stands before desk")
    assert told[3].startswith("lamp is level with a surface of desk")
    assert told[4].startswith("bin is 3.50 m from the left wall")
    for constraint in problem.constraints:
        assert len(explain(constraint, problem, problem.bodies.initial)) < 200
