"""Many replacements, many dropped relations and the looks of the room are one change of the text each."""

from __future__ import annotations

import pytest

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing import Replace, apply_replacements, with_room_looks, without_relations
from scenewright.scene.language.running import evaluate

TEXT = """from scene.language import *


@register('a hall')
def bench():
    return primitive_call('cube', {'scale': (1, 0.4, 0.4)})


@register('a stool')
def stool():
    return primitive_call('cylinder', {'radius': 0.2, 'p0': (0, 0, 0), 'p1': (0, 0.4, 0)})


@register('a hall')
def hall():
    return concat_shapes(
        room(4, 4, 2.5, walls=(0.9, 0.9, 0.8)),
        place('bench', at=(0, 0, -1), name='left'),
        place('bench', at=(0, 0, 1), turn=90, name='right'),
    )


relate(
    far('left', 'right'),  # apart
    against_wall('right'),
)
"""


def test_several_instances_are_replaced_at_once() -> None:
    scene = evaluate(TEXT)
    runs = []

    def counted(source: str):  # type: ignore[no-untyped-def]
        runs.append(source)
        return evaluate(source)

    made = apply_replacements(TEXT, [Replace("left", "stool"), Replace("right", "stool")], counted, scene=scene)
    assert made.source.count("place('stool', ") == 2
    assert "at=(0, 0, 1), turn=90, name='right'" in made.source
    assert made.scene.find("left").word == "stool"


def test_relations_go_and_all_else_stays() -> None:
    scene = evaluate(TEXT)
    text = without_relations(TEXT, scene, [1])
    assert "against_wall" not in text
    assert "far('left', 'right')" in text
    assert without_relations(TEXT, scene, []) == TEXT


def test_the_room_takes_new_looks_in_its_call() -> None:
    scene = evaluate(TEXT)
    assert scene.room is not None
    span = scene.find(scene.room.path).span
    text = with_room_looks(TEXT, span, {"wall_color": "(1, 0, 0)", "floor_finish": "'tiles'"})
    assert "room(4, 4, 2.5, walls=(1, 0, 0), floor_finish='tiles')" in text
    assert evaluate(text).room == scene.room


def test_a_room_that_cannot_be_found_is_refused() -> None:
    with pytest.raises(EditError, match="by hand"):
        with_room_looks("x = 1\n", None, {"wall_color": "(1, 0, 0)"})
