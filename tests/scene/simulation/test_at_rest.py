"""Things that would fall are fixed where the program shows them, and named; all others stay free."""

from __future__ import annotations

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.physics import BodyKind, physics_model
from scenewright.scene.simulation import held_where_it_would_fall, link_meshes

PROGRAM = """from scene.language import *

@register('a post that leans')
def post():
    board = primitive_call('cube', {'scale': (0.05, 1.2, 0.05)}, color=(0.5, 0.4, 0.3))
    return transform_shape(board, rotation_matrix(0.5, (0, 0, 1), (0, 0, 0)))

@register('a scene')
def scene():
    return concat_shapes(
        room(4.0, 4.0, 2.6),
        place('post', at=(0, 0, 0), name='post'),
        place(primitive_call('cube', {'scale': (0.5, 0.5, 0.5)}, color=(0.8, 0.1, 0.1)), at=(1, 0, 1), name='box'),
    )
"""


def test_what_would_fall_is_fixed_and_named() -> None:
    model = physics_model(evaluate_here(PROGRAM))
    kinds = {body.name: body.kind for body in model.bodies}
    assert (kinds["post"], kinds["box"]) == (BodyKind.FREE, BodyKind.FREE)
    held = held_where_it_would_fall(model, link_meshes(model))
    kinds = {body.name: body.kind for body in held.bodies}
    assert (kinds["post"], kinds["box"]) == (BodyKind.FIXED, BodyKind.FREE)
    (said,) = [warning for warning in held.warnings if "does not stay" in warning]
    assert said.startswith("post does not stay where it stands")


def test_a_scene_at_rest_is_not_changed() -> None:
    model = physics_model(evaluate_here(PROGRAM.replace("        place('post', at=(0, 0, 0), name='post'),\n", "")))
    held = held_where_it_would_fall(model, link_meshes(model))
    assert held.bodies == model.bodies
    assert held.warnings == model.warnings


def test_what_is_left_free_stays() -> None:
    """A post leans, and a ball is in the air."""
    program = PROGRAM.replace(
        "at=(1, 0, 1), name='box'),",
        "at=(1, 0, 1), name='box'),\n"
        "        place(primitive_call('sphere', {'radius': 0.1}, color=(0.1, 0.1, 0.8)), at=(1, 1.4, -1), name='ball'),",
    )
    model = physics_model(evaluate_here(program))
    held = held_where_it_would_fall(model, link_meshes(model))
    again = held_where_it_would_fall(held, link_meshes(held))
    assert again.bodies == held.bodies


def test_what_could_not_be_tried_is_said() -> None:
    model = physics_model(evaluate_here(PROGRAM))
    untried = held_where_it_would_fall(model, link_meshes(model), limit_s=0.0)
    assert untried.bodies == model.bodies
    assert any("could not be tried" in warning for warning in untried.warnings)
