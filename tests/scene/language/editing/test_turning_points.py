"""What a turn turns about: things that are no catalogue objects turn on the spot, wherever the program's numbers have them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.errors import EditError
from scenewright.scene.geometry import standing_boxes
from scenewright.scene.language.editing import apply_edit, edit_from_json
from scenewright.scene.language.editing.edits import Turn
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene

HEAD = """from scene.language import *

@register('a bench')
def bench(x=0.0, z=0.0):
    return concat_shapes(
        transform_shape(primitive_call('cube', {'scale': (1.2, 0.4, 0.4)}), translation_matrix((x, 0.2, z))),
        transform_shape(primitive_call('cube', {'scale': (0.2, 0.5, 0.1)}), translation_matrix((x + 0.5, 0.65, z - 0.15))))

@register('a room')
def hall():
    return concat_shapes(room(8, 8, 2.6), %s)
"""


def program(things: str) -> str:
    return HEAD % things


def stance(scene: Scene, path: str) -> np.ndarray:
    """x, y, z and the turn of a thing's box."""
    return standing_boxes(scene, [scene.find(path).index])[0][0]


def turned(things: str, edit: Turn) -> tuple[np.ndarray, np.ndarray, str]:
    source = program(things)
    before = evaluate_here(source)
    result = apply_edit(source, edit, evaluate_here, scene=before)
    return stance(before, edit.path), stance(result.scene, edit.path), result.source


@settings(deadline=None, max_examples=40)
@given(
    x=st.floats(-3, 3), z=st.floats(-3, 3), at=st.tuples(st.floats(-2, 2), st.floats(-2, 2)),
    written=st.floats(-180, 180), degrees=st.floats(-180, 180).filter(lambda d: abs(d) > 0.1),
)  # fmt: skip
def test_a_turn_about_the_middle_stays_on_the_spot(
    x: float, z: float, at: tuple[float, float], written: float, degrees: float
) -> None:
    place = f"place(bench({x:.3f}, {z:.3f}), at=({at[0]:.3f}, 0, {at[1]:.3f}), turn={written:.1f}, name='seat')"
    before, after, _ = turned(place, Turn("hall/seat", degrees, about="middle"))
    assert after[:3] == pytest.approx(before[:3], abs=2e-3)
    away = np.radians(degrees) - (after[3] - before[3])
    assert abs((away + np.pi) % (2 * np.pi) - np.pi) < 2e-3


def test_the_pose_that_results_is_written_into_the_call() -> None:
    before, after, source = turned("place(bench(2, 1), at=(0, 0, 0), name='seat')", Turn("seat", 90, about="middle"))
    assert after[:3] == pytest.approx(before[:3], abs=1e-3)
    assert "adjust" not in source
    assert "turn=90" in source


def test_a_thing_about_its_place_keeps_the_place_as_written() -> None:
    things = "place(primitive_call('cube', {'scale': (1, 1, 1)}), at=(1.5, 0.5, W), name='crate')".replace("W", "-1.25")
    for about in (None, "middle", "place"):
        _, _, source = turned(things, Turn("crate", 30, about=about))  # type: ignore[arg-type]
        assert "at=(1.5, 0.5, -1.25), name='crate', turn=30)" in source.replace(
            "turn=30, name='crate'", "name='crate', turn=30"
        )


BESIDE = "place(bench(), at=(0, 0, 0), name='seat')"
MOVED = "\nadjust('seat/cube[1]', move=(0, 0, {far}))\n"


def beside(far: float) -> str:
    """A bench of which a part was moved away, so that the point of its place is not the middle of its box."""
    return program(BESIDE) + MOVED.format(far=far)


@pytest.mark.parametrize("far", [0.5, 6.0])
def test_what_is_not_told_turns_about_its_place(far: float) -> None:
    before = evaluate_here(beside(far))
    after = apply_edit(beside(far), Turn("seat", 90), evaluate_here, scene=before).scene
    away = np.hypot(*(stance(after, "seat") - stance(before, "seat"))[[0, 2]])
    assert away > 0.1
    middle = apply_edit(beside(far), Turn("seat", 90, about="middle"), evaluate_here, scene=before).scene
    assert stance(middle, "seat")[:3] == pytest.approx(stance(before, "seat")[:3], abs=2e-3)


def test_a_place_beside_its_thing_is_nothing_to_turn_about() -> None:
    source = program(BESIDE) + "\nadjust('seat/cube', move=(3, 0, 0))\nadjust('seat/cube[1]', move=(3, 0, 0))\n"
    before = evaluate_here(source)
    after = apply_edit(source, Turn("seat", 90), evaluate_here, scene=before).scene
    assert stance(after, "seat")[:3] == pytest.approx(stance(before, "seat")[:3], abs=2e-3)
    about_place = apply_edit(source, Turn("seat", 90, about="place"), evaluate_here, scene=before).scene
    assert np.hypot(*(stance(about_place, "seat") - stance(before, "seat"))[[0, 2]]) > 3


SHAPES = {
    "turned without a place": ("transform_shape(bench(), rotation_matrix(0.5, (0, 1, 0), (0, 0, 0)))", "hall/bench"),
    "of a call alone": ("bench(2, 1)", "hall/bench"),
    "a part of a placed thing": ("place(bench(), at=(1, 0, 1), turn=30, name='seat')", "hall/seat/cube[1]"),
    "placed and transformed": (
        "transform_shape(place(bench(), at=(1, 0, 1), name='seat'), rotation_matrix(0.5, (0, 1, 0), (3, 0, 0)))",
        "hall/seat",
    ),
    "of a loop": ("*[place(bench(), at=(k, 0, 2 * k), turn=k * 10, name='seat') for k in range(3)]", "hall/seat[1]"),
}


@pytest.mark.parametrize("about", [None, "middle"])
@pytest.mark.parametrize("kind", SHAPES)
def test_shapes_of_all_kinds_turn_on_the_spot(kind: str, about: None) -> None:
    before, after, _ = turned(SHAPES[kind][0], Turn(SHAPES[kind][1], 40, about=about))
    assert after[:3] == pytest.approx(before[:3], abs=2e-3)
    away = np.radians(40) - (after[3] - before[3])
    assert abs((away + np.pi) % (2 * np.pi) - np.pi) < 2e-3


def test_many_small_turns_bring_it_back() -> None:
    source = program("transform_shape(bench(2, 1), rotation_matrix(0.3, (0, 1, 0), (0, 0, 0)))")
    scene = first = evaluate_here(source)
    for _ in range(8):
        result = apply_edit(source, Turn("hall/bench", 45), evaluate_here, scene=scene)
        source, scene = result.source, result.scene
    assert stance(scene, "hall/bench")[:3] == pytest.approx(stance(first, "hall/bench")[:3], abs=5e-3)


def test_nothing_is_turned_about_a_place_that_it_has_not() -> None:
    with pytest.raises(EditError, match="turn it about its middle"):
        turned("bench(2, 1)", Turn("hall/bench", 45, about="place"))


def test_it_is_an_edit_as_others_are() -> None:
    edit = edit_from_json({"kind": "turn", "path": "a", "degrees": 5.0, "about": "middle"})
    assert edit == Turn("a", 5.0, about="middle")
    assert edit_from_json(edit.to_json()) == edit
    with pytest.raises(EditError, match="about"):
        edit_from_json({"kind": "turn", "path": "a", "degrees": 5.0, "about": "origin"})
