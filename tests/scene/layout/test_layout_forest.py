"""What stands on what, and what is no layout problem at all."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import numpy as np
import pytest

from scenewright.assets import Catalogue
from scenewright.scene.errors import LayoutError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import Problem, Support, SupportSurface
from scenewright.scene.layout.affinity import affinities, host_class
from scenewright.scene.layout.bodies import Hosts, bodies_of, standing_hosts
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.model import Room, Scene

HEAD = """
from scene.language import *

def box(w, h, d, at=(0, 0, 0)):
    x, y, z = at
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((x, y + h / 2, z)))

@register()
def table():
    legs = [box(0.06, 0.7, 0.06, (x, 0, z)) for x in (-0.6, 0.6) for z in (-0.35, 0.35)]
    return concat_shapes(box(1.4, 0.05, 0.8, (0, 0.7, 0)), *legs)

@register()
def bookcase():
    sides = [box(0.02, 1.5, 0.3, (x, 0, 0)) for x in (-0.5, 0.5)]
    return concat_shapes(*sides, *[box(1, 0.02, 0.3, (0, y, 0)) for y in (0, 0.5, 1, 1.48)])

@register()
def wardrobe():
    shell = [box(0.02, 2, 0.6, (-0.5, 0, 0)), box(0.02, 2, 0.6, (0.5, 0, 0)), box(1, 2, 0.02, (0, 0, -0.3)), box(1, 2, 0.02, (0, 0, 0.3))]
    return concat_shapes(*shell, box(1, 0.02, 0.6), box(1, 0.02, 0.6, (0, 1.98, 0)))

@register()
def mug():
    return primitive_call('cylinder', {'radius': 0.04, 'p0': (0, 0, 0), 'p1': (0, 0.1, 0)})

@register()
def tray():
    return box(0.4, 0.02, 0.3)

@register()
def book():
    return box(0.2, 0.03, 0.15)
"""


def scene_of(body: str, after: str = "", assets: Catalogue | None = None) -> Scene:
    source = f"{HEAD}\n@register()\ndef scene():\n{textwrap.indent(textwrap.dedent(body).strip(), '    ')}\n\n{after}\n"
    return evaluate_here(source, assets=assets)


def problem(body: str, after: str = "", assets: Catalogue | None = None, written: bool = True) -> Problem:
    scene = scene_of(body, after, assets)
    return problem_of(scene, bodies_of(scene, provider=assets, written=written), written=written)


def standing(found: Problem) -> dict[str, str]:
    """Who stands on whom, by name; '' for the floor, a wall or the ceiling."""
    names = [p.partition("/")[2] for p in found.bodies.path]
    return {n: "" if p < 0 else names[p] for n, p in zip(names, found.parent.tolist(), strict=True)}


TEA = """
return concat_shapes(room(5, 5), place('table', at=(1, 0, 0)), place('tray', at=({x}, {y}, 0)), place('mug', at=({x}, {z}, 0)),
    place('bookcase', at=(-2, 0, -2)))
"""


def test_things_stand_where_the_program_has_them() -> None:
    found = problem(TEA.format(x=1, y=0.75, z=0.77))
    assert standing(found) == {"table": "", "tray": "table", "mug": "tray", "bookcase": ""}
    assert found.surface.tolist() == [-1, 0, 0, -1]
    assert found.notes == ()


def test_relations_go_before_poses() -> None:
    found = problem(TEA.format(x=1, y=0.75, z=0.77), "relate(on('mug', 'bookcase'), on('tray', 'table'))")
    assert standing(found)["mug"] == "bookcase"
    assert found.surface[2] == -1  # any shelf will do
    assert len(found.constraints) == 2


def test_a_hard_relation_goes_before_a_soft_one() -> None:
    found = problem(TEA.format(x=1, y=0.75, z=0.77), "relate(on('mug', 'bookcase'), on('mug', 'table', hard=True))")
    assert standing(found)["mug"] == "table"


def test_what_has_no_place_is_given_the_usual_one_with_a_note() -> None:
    found = problem(
        """
        return concat_shapes(room(6, 6), place('table', at=(1, 0, 0), name='dining_table'), place('bookcase', at=(-2, 0, -2)),
            place(box(0.5, 0.45, 0.5), at=(0, 0, 2), name='chair'), place('mug'), place('book'), place('book'))
        """
    )
    assert standing(found) == {
        "dining_table": "",
        "bookcase": "",
        "chair": "",
        "mug": "dining_table",
        "book": "bookcase",
        "book[1]": "bookcase",
    }
    assert len(found.notes) == 3
    assert any(n.startswith("mug was put on dining_table") for n in found.notes)


def test_what_finds_no_place_stands_on_the_floor() -> None:
    found = problem(
        "return concat_shapes(room(4, 4), place('mug'), place(box(0.5, 0.45, 0.5), at=(1, 0, 0), name='waste bin'))"
    )
    assert standing(found)["mug"] == ""
    assert found.bodies.support[0] is Support.FLOOR
    assert "stands on the floor" in found.notes[0]


def test_places_are_filled_only_as_far_as_they_go() -> None:
    found = problem(
        """
        return concat_shapes(room(6, 6), place(box(0.5, 0.5, 0.5), at=(1, 0, 0), name='side_table'),
            place('table', at=(-1, 0, 0)), *[place('tray') for _ in range(4)])
        """
    )
    hosts = [h for n, h in standing(found).items() if n.startswith("tray")]
    assert hosts.count("side_table") <= 1
    assert hosts.count("table") >= 3


def test_a_thing_between_two_tables_of_a_kind_goes_to_the_nearer() -> None:
    found = problem(
        """
        return concat_shapes(room(8, 8), place('table', at=(-3, 0, 0)), place('table', at=(3, 0, 0)), place('mug', at=(2, 0, 1)))
        """,
        written=False,
    )
    assert standing(found)["mug"] == "table[1]"


def test_where_somebody_has_written_it_a_thing_stays() -> None:
    found = problem(
        """
        return concat_shapes(room(8, 8), place('table', at=(3, 0, 0)), place('mug', at=(2, 0, 1)), place('mug', at=(0, 0, 0)),
            place('mug', at=(3, 0.7, 0)), place('mug', at=(2.7, 1.2, 0)), place('tray', at=(3.75, 0.77, 0)), place('mug', at=(3, 0.71, 0.2)))
        """
    )
    assert standing(found) == {
        "table": "",
        "mug": "",
        "mug[1]": "",
        "mug[2]": "table",
        "mug[3]": "table",
        "tray": "table",
        "mug[4]": "table",
    }
    assert found.notes == ()
    assert found.bodies.guessed is None
    assert [str(s) for s in found.bodies.support] == ["floor", "floor", "floor", *["surface"] * 4]


@pytest.mark.parametrize(("relations", "names"), [
    ("on('mug', 'tray'), on('tray', 'mug')", ("mug", "tray")),
    ("on('mug', 'tray'), on('tray', 'table'), on('table', 'mug')", ("mug", "tray", "table")),
    ("inside('mug', 'tray'), on('tray', 'mug')", ("mug", "tray")),
])  # fmt: skip
def test_a_circle_is_an_error_that_names_it(relations: str, names: tuple[str, ...]) -> None:
    with pytest.raises(LayoutError) as caught:
        problem(TEA.format(x=1, y=0.75, z=0.77), f"relate({relations})")
    assert caught.value.kind == "cycle"
    assert caught.value.exit_code == 17
    for name in names:
        assert name in str(caught.value)


def test_of_a_long_circle_a_few_are_named_and_how_many_it_has() -> None:
    stools = "concat_shapes(room(6, 6, 2.6), *[place(box(0.3, 0.3, 0.3), name=f's{k}') for k in range(50)])"
    with pytest.raises(LayoutError) as caught:
        problem(f"return {stools}", "relate(*[on(f's{k}', f's{(k + 1) % 50}') for k in range(50)])")
    said = str(caught.value)
    assert said.startswith("50 things rest on each other in a circle, ")
    assert said.count("on(") == 5
    assert said.endswith("and 45 more")
    assert len(said) < 250


def test_a_relation_and_a_pose_make_no_circle() -> None:
    found = problem(TEA.format(x=1, y=0.75, z=0.77), "relate(on('tray', 'mug'))")
    assert standing(found)["tray"] == "mug"
    assert standing(found)["mug"] != "tray"


def test_a_rug_bears_small_things_and_not_the_furniture_on_it() -> None:
    found = problem(
        """
        return concat_shapes(room(5, 5), place(box(2, 0.01, 2), name='rug'), place('table', at=(0, 0.01, 0)), place('mug', at=(0.9, 0.01, 0.9)))
        """,
        "relate(on('table', 'rug'), on('mug', 'rug'))",
    )
    assert standing(found) == {"rug": "", "table": "", "mug": "rug"}


def test_what_is_low_and_said_to_be_on_a_rug_lies_on_it() -> None:
    found = problem(
        """
        return concat_shapes(room(5, 5), place(box(2, 0.01, 2), name='rug'), place(box(0.6, 0.15, 0.6), at=(0, 0, 0), name='floor_pillow'),
            place(box(0.6, 0.5, 0.6), at=(0.6, 0, 0.6), name='pouf'))
        """,
        "relate(on('floor_pillow', 'rug'), on('pouf', 'rug'))",
    )
    assert standing(found) == {"rug": "", "floor_pillow": "rug", "pouf": ""}


def test_a_relation_opens_a_place_inside_a_closed_thing() -> None:
    body = "return concat_shapes(room(5, 5), place('wardrobe'), place(box(0.4, 0.3, 0.4), at=(1, 0, 1), name='box'))"
    scene = scene_of(body)
    assert [s.height for s in bodies_of(scene).surfaces[0]] == pytest.approx([2.0])
    found = problem(body, "relate(inside('box', 'wardrobe'))")
    assert standing(found)["box"] == "wardrobe"
    assert sorted(s.height for s in found.bodies.surfaces[0]) == pytest.approx([0.02, 2.0])


def test_a_host_without_a_level_place_is_named() -> None:
    found = problem(
        """
        ball = primitive_call('sphere', {'radius': 0.3})
        return concat_shapes(room(5, 5), place(ball, name='globe'), place('mug', at=(1, 0, 1)))
        """,
        "relate(on('mug', 'globe'))",
    )
    assert any("globe has no level place" in n for n in found.notes)


def test_what_is_written_on_a_heap_needs_no_level_place() -> None:
    ball = "primitive_call('sphere', {'radius': 0.3})"
    for x, told in ((0.1, 0), (2, 1)):
        parts = f"place({ball}, at=(0, 0, 0), name='globe'), place('mug', at=({x}, 0.58, 0))"
        found = problem(f"return concat_shapes(room(5, 5), {parts})", "relate(on('mug', 'globe'))")
        assert len(found.notes) == told


def test_what_is_meant_for_a_full_shelf_may_stand_on_any() -> None:
    few = "[place('book', at=(-2 + 0.25 * i, 0.52, -2)) for i in (-1, 0, 1)]"
    many = "[place('book', at=(-2 + 0.05 * i, 0.52, -2)) for i in range(-8, 8)]"
    body = "return concat_shapes(room(6, 6), place('bookcase', at=(-2, 0, -2)), *{})"
    found = problem(body.format(few))
    assert len(set(found.surface[1:].tolist())) == 1
    assert found.bodies.surfaces[0][found.surface[1]].height == pytest.approx(0.52)
    assert set(problem(body.format(many)).surface[1:].tolist()) == {-1}


def test_platforms_of_the_building_carry_furniture() -> None:
    found = problem(
        """
        return concat_shapes(room(6, 6, 3), place(box(3, 0.2, 2), at=(0, 0, -2), name='deck'), place('table', at=(0, 0.2, -2)))
        """
    )
    assert standing(found) == {"deck": "", "table": "deck"}
    assert found.bodies.fixed.tolist() == [True, False]


# -- rooms --------------------------------------------------------------------------------------------------------------------


def test_without_a_room_a_scene_stands_on_its_lowest_point() -> None:
    found = problem("return concat_shapes(place('table', at=(0, -3, 0)), place('mug', at=(4, -2.9, 0)))")
    assert found.bodies.ground == pytest.approx(-3)
    np.testing.assert_allclose(found.bodies.initial[:, 1], (0, 0.1), atol=1e-9)
    assert (found.room.width, found.room.depth, found.room.height) == (pytest.approx(12.08), pytest.approx(4.8), np.inf)
    assert standing(found) == {"table": "", "mug": ""}
    assert not found.bodies.fixed.any()


def test_out_of_doors_there_is_space_around_everything() -> None:
    found = problem(
        """
        return concat_shapes(box(12, 0.1, 10, (0, -0.1, 0)), place('table', at=(1, 0, 2)), place('mug', at=(1, 0.75, 2)))
        """
    )
    assert (found.room.width, found.room.depth, found.room.height) == (pytest.approx(16), pytest.approx(14), np.inf)
    assert standing(found) == {"cube": "", "table": "cube", "mug": "table"}
    assert found.bodies.fixed.tolist() == [True, False, False]


@pytest.mark.parametrize("written", [True, False])
def test_ground_that_stands_above_the_floor_carries_everything(written: bool) -> None:
    found = problem("return concat_shapes(box(12, 0.5, 10), place('table', at=(1, 0.5, 2)))", written=written)
    assert standing(found) == {"cube": "", "table": "cube"}


def test_ground_may_lie_off_the_origin() -> None:
    found = problem("return concat_shapes(box(12, 0.1, 10, (9, -0.1, 0)), place('table', at=(9, 0, 2)))")
    assert found.room.width == pytest.approx(2 * (15 + 2))
    assert standing(found) == {"cube": "", "table": "cube"}


@pytest.mark.parametrize("size", [(1e-9, 4, 3), (4, 0, 3), (4, 4, float("nan")), (4, float("inf"), 3)])
def test_a_room_of_no_size_is_refused(size: tuple[float, float, float]) -> None:
    scene = scene_of("return concat_shapes(room(4, 4), place('table'))")
    with pytest.raises(LayoutError, match="the room is") as caught:
        problem_of(replace(scene, room=Room(*size)), bodies_of(scene))
    assert caught.value.kind == "size"


def test_the_view_is_the_main_camera() -> None:
    found = problem("return concat_shapes(room(4, 4), place('table'))", "camera((0, 2, 5), (0, 1, 0))")
    assert found.view is not None
    assert problem("return concat_shapes(room(4, 4), place('table'))").view is None


# -- hosts ----------------------------------------------------------------------------------------------------------------------


def test_of_two_hosts_the_smaller_and_nearer_one_counts() -> None:
    top = SupportSurface(np.array([[-1, -1], [1, -1], [1, 1], [-1, 1.0]]), 0.7)
    saucer = SupportSurface(0.1 * top.polygon, 0.01)
    hosts = Hosts([(top,), (saucer,), ()])
    initial = np.array([[0, 0, 0, 0.3], [0.5, 0.7, 0.5, 0], [0.5, 0.71, 0.5, 0]])
    body, number = standing_hosts(hosts, initial, np.array([0.7, 0.02, 0.1]), np.ones(3, dtype=bool))
    assert (body.tolist(), number.tolist()) == ([-1, 0, 1], [-1, 0, 0])
    aside = initial + np.array([0, 0, 0, 0]) + np.array([[0], [0], [1]]) * np.array([0.3, 0, 0, 0])
    assert standing_hosts(hosts, aside, np.array([0.7, 0.02, 0.1]), np.ones(3, dtype=bool))[0].tolist() == [-1, 0, 0]


def test_what_is_usual() -> None:
    mug = affinities(("coffee mug",))
    assert mug[host_class(("coffee table",))] > mug[host_class(("nightstand",))] > 0
    assert mug[host_class(("sofa",))] < 0
    assert host_class(("l_shaped_desk",)) == "desk"
    assert host_class(("gizmo",)) == ""


def test_a_room_of_the_catalogue() -> None:
    catalogue = Catalogue.built_in(evaluate=lambda source, seed: evaluate_here(source, seed=seed))
    found = problem(
        """
        return concat_shapes(room(6, 6), place(asset_call('desk'), at=(0, 0, -2)), place(asset_call('laptop'), at=(0, 0.75, -2)),
            place(asset_call('double bed'), at=(2, 0, 1)), place(asset_call('nightstand'), at=(-2, 0, 1)),
            place(asset_call('alarm clock')), place(asset_call('pillow')), place(asset_call('painting'), at=(0, 1.5, 0)))
        """,
        assets=catalogue,
    )
    assert standing(found) == {
        "desk": "",
        "laptop": "desk",
        "double_bed": "",
        "nightstand": "",
        "alarm_clock": "nightstand",
        "pillow": "double_bed",
        "painting": "",
    }
