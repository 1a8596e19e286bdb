"""Calls written from memory: read with a warning where their meaning is plain, else refused with the right form."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.errors import PolicyError, ProgramError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.language.running.policy import check
from scenewright.scene.language.running.program_errors import text_of
from scenewright.scene.model import Scene
from scenewright.scene.printing import printable


def run(expression: str) -> Scene:
    return evaluate_here(
        "from scene.language import *\n"
        "@register('box')\ndef box(): return primitive_call('cube', {'scale': (1, 2, 3)})\n"
        f"@register('it')\ndef it():\n    x = {expression}\n"
        "    return concat_shapes(box(), x if isinstance(x, Shape) else transform_shape(box(), x))\n"
    )


def leaf(expression: str) -> tuple[np.ndarray, Scene]:
    """world_from_unit of the last leaf, and the scene."""
    scene = run(expression)
    return scene.world_from_local[scene.leaf_rows[-1]], scene


PLAIN = [
    ("translation_matrix(1, 2, 3)", "translation_matrix((1, 2, 3))"),
    ("translation_matrix(x=1, z=3)", "translation_matrix((1, 0, 3))"),
    ("translation_matrix(vector=(1, 2, 3))", "translation_matrix((1, 2, 3))"),
    ("rotation_matrix(1.0, axis=(0, 1, 0), origin=(1, 0, 0))", "rotation_matrix(1.0, (0, 1, 0), (1, 0, 0))"),
    ("scale_matrix(factor=2, center=(1, 0, 0))", "scale_matrix(2, (1, 0, 0))"),
    ("reflection_matrix(normal=(1, 0, 0), origin=(1, 0, 0))", "reflection_matrix((1, 0, 0), (1, 0, 0))"),
    ("primitive_call('sphere', {'scale': 3.0})", "primitive_call('sphere', {'radius': 1.5})"),
    ("primitive_call('sphere', {'diameter': 3.0})", "primitive_call('sphere', {'radius': 1.5})"),
    ("primitive_call('cube', {'width': 1, 'height': 2, 'depth': 3})", "primitive_call('cube', {'scale': (1, 2, 3)})"),
    (
        "primitive_call('cylinder', {'radius': 0.5, 'height': 2, 'p0': (1, 1, 1)})",
        "primitive_call('cylinder', {'radius': 0.5, 'p0': (1, 1, 1), 'p1': (1, 3, 1)})",
    ),
    ("place('box', at=(1, 0, 2), rotation=(0, 90, 0))", "place('box', at=(1, 0, 2), turn=90)"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), PLAIN)
def test_a_plain_variant_means_what_the_form_means(written: str, meant: str) -> None:
    (got, scene), (wanted, quiet) = leaf(written), leaf(meant)
    assert np.allclose(got, wanted, atol=1e-12)
    assert scene.warnings
    assert not quiet.warnings


def test_a_sphere_with_three_radii_is_an_ellipsoid() -> None:
    pose, _ = leaf("primitive_call('sphere', {'radius': (0.4, 0.2, 0.3)})")
    assert np.allclose(np.diag(pose), (0.4, 0.2, 0.3, 1.0))
    pose, _ = leaf("primitive_call('sphere', {'scale': (0.8, 0.4, 0.6)})")
    assert np.allclose(np.diag(pose), (0.4, 0.2, 0.3, 1.0))


def test_colour_and_material_are_found_where_they_do_not_belong() -> None:
    scene = run("primitive_call('cube', {'scale': 1, 'color': (1, 0, 0)}, roughness=0.25, metallic=1.0)")
    last = scene.entity(int(scene.leaf_rows[-1]))
    assert last.color == (1.0, 0.0, 0.0)
    assert (last.material.roughness, last.material.metallic) == (0.25, 1.0)
    assert run("primitive_call('cube', {'scale': 1}, color=None)").entity(2).color == (1.0, 1.0, 1.0)
    assert run("primitive_call('cube', {'scale': 1}, color='#f80')").leaf_rows.size == 2


@pytest.mark.parametrize(
    "written",
    ["room(width=4, length=5)", "room((4, 5))", "room(size=(4, 5, 2.7))", "room(4, 5, window=[('back', 0, 1, 1)])"],
)
def test_rooms_in_other_words(written: str) -> None:
    scene = run(written)
    assert scene.room is not None
    assert (scene.room.width, scene.room.depth, scene.room.height) == (4.0, 5.0, 2.7)
    assert scene.warnings


def test_floor_and_walls_of_a_room_take_a_colour() -> None:
    scene = run("room(4, 5, floor=(0.1, 0.2, 0.3), walls=(0.4, 0.5, 0.6), ceiling=(1, 1, 1))")
    plain = run("room(4, 5, floor_color=(0.1, 0.2, 0.3), wall_color=(0.4, 0.5, 0.6))")
    assert np.array_equal(scene.nodes.color, plain.nodes.color, equal_nan=True)
    assert any("ceiling" in w for w in scene.warnings)


def test_windows_may_be_walls_by_name() -> None:
    room = run("room(4, 5, windows=['back', 'left'], doors='front')").room
    assert room is not None
    assert [(o.kind, o.wall) for o in room.openings] == [("door", "front"), ("window", "back"), ("window", "left")]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("transform_shape(box())", "the form is transform_shape(shape, pose)"),
        ("transform_shape(box(), translate=(1, 0, 0))", "the form is transform_shape(shape, pose)"),
        ("scale_matrix(1, 2, 3)", "the form is scale_matrix(scale, origin=(0.0, 0.0, 0.0))"),
        ("asset_call('a', width=1)", "the form is asset_call(words, size=None, seed=0, z=None)"),
        ("rotation_matrix(1, axis=(0, 1, 0), direction=(1, 0, 0))", "'axis' and 'direction'"),
        ("translation_matrix(1, 2)", "translation_matrix((x, y, z))"),
        ("library_call()", "library_call('chair'"),
        ("room(4)", "room(width, depth"),
        ("place('box', rotation=(10, 90, 0))", "degrees about +y"),
        ("attach_shapes(box())", "'attach_shapes' is not defined"),
        ("compute_shape_size(box())", "did you mean 'compute_shape_sizes'"),
        ("library_call('x' * 10**6)", "xxx...; registered are"),
        ("translation_matrix((10**5000, 0, 0))", "three numbers"),
    ],
)
def test_what_is_not_plain_is_refused_with_the_form_and_the_line(written: str, hint: str) -> None:
    with pytest.raises(ProgramError) as caught:
        run(written)
    assert hint in caught.value.message
    assert caught.value.line == 6
    assert len(caught.value.message) < 600


class TestNumbersOutOfReach:
    @pytest.mark.parametrize(
        "step",
        ["scale_matrix(1e10, (0, 0, 0))", "scale_matrix(1e-10, (0, 0, 0))", "scale_matrix((1e-4, 1, 1), (0, 0, 0))"],
    )
    def test_poses_whose_product_is_none(self, step: str) -> None:
        program = (
            "from helper import *\n@register()\ndef it():\n    s = primitive_call('cube', {'scale': 1})\n"
            f"    for _ in range(120): s = transform_shape(s, {step})\n    return s\n"
        )
        with pytest.raises(ProgramError, match="multiply") as caught:
            evaluate_here(program)
        assert caught.value.kind in ("non-finite", "singular")
        assert caught.value.line == 4

    def test_entities_inside_entities(self) -> None:
        nested = "from helper import *\n@register()\ndef e0(): return primitive_call('cube', {'scale': 1})\n" + "".join(
            f"@register()\ndef e{i}(): return transform_shape(library_call('e{i - 1}'), scale_matrix(1e90, (0, 0, 0)))\n"
            for i in range(1, 6)
        )
        with pytest.raises(ProgramError, match="past all reach"):
            evaluate_here(nested)

    @pytest.mark.parametrize("value", ["1e101", "-1e300", "float('inf')", "10**200"])
    def test_numbers_have_a_bound(self, value: str) -> None:
        with pytest.raises(ProgramError, match="at most 1e\\+100"):
            run(f"translation_matrix(({value}, 0, 0))")


class TestWhatExceptionsSay:
    @pytest.mark.parametrize(
        "body",
        ["def __str__(self): raise ValueError('no')", "def __str__(self): return 5", "__str__ = None"],
    )
    def test_words_that_fail_are_left_out(self, body: str) -> None:
        with pytest.raises(ProgramError) as caught:
            evaluate_here(f"from helper import *\nclass Odd(Exception):\n    {body}\nraise Odd()\n")
        assert caught.value.message == "Odd"
        assert caught.value.line == 4

    def test_what_a_terminal_would_obey_is_written_out(self) -> None:
        assert text_of(ValueError("a\x1b[2Jb\nc\ud800\x00é")) == "ValueError: a\\x1b[2Jb c\\ud800\\x00é"
        assert printable("plain – ünd 桌子") == "plain – ünd 桌子"


def test_the_first_of_several_refused_constructs_is_told() -> None:
    source = "from helper import *\nimport os\ndef f():\n    return [open(x) for x in eval('y')]\nexit()\n"
    with pytest.raises(PolicyError) as caught:
        check(source)
    assert (caught.value.line, caught.value.kind) == (2, "import")


def test_words_of_an_asset_have_a_bound() -> None:
    with pytest.raises(ProgramError, match="1,000 characters long"):
        run("asset_call('chair ' * 166 + 'four')")


@pytest.mark.parametrize("name", ["a\\nb", "\\x1b[2J", "\\ud800", "a/b", ""])
def test_names_of_instances_are_printable(name: str) -> None:
    with pytest.raises(ProgramError, match="does not print"):
        run(f"place('box', name='{name}')")
