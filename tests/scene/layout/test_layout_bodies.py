"""A scene as rigid bodies: which rows they are, how they are measured, and what holds them up."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.assets import Catalogue
from scenewright.scene.errors import LayoutError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.language.running.wire import decode_scene, encode_scene
from scenewright.scene.layout import Bodies, Support, to_room_frame
from scenewright.scene.layout.bodies import bodies_of, heads_of, support_of_words, usual_clearance
from scenewright.scene.layout.bodies.kinds import belongs_to_building
from scenewright.scene.layout.bodies.reading import MAX_BODIES, yaw_of
from scenewright.scene.layout.model import to_body_frame
from tests.support.samples import ON_ALL_INPUTS, some_of
from tests.support.table_programs import HEAD, scene_of, short


def laid(body: str, after: str = "") -> Bodies:
    return bodies_of(scene_of(body, after))


# -- which rows ---------------------------------------------------------------------------------------------------------


def test_topmost_placements_are_bodies_and_nested_ones_go_along() -> None:
    bodies = laid(
        """
        group = concat_shapes(place('table', at=(0, 0, 0)), place('mug', at=(0.2, 0.75, 0)))
        return concat_shapes(room(4, 4), place(group, at=(1, 0, 0), name='set'), place('chair', at=(-1, 0, 0)))
        """
    )
    assert short(bodies) == ["set", "chair"]
    assert bodies.height[0] == pytest.approx(0.85)


GROUP = """
group = concat_shapes(place('table', at=(0, 0, 0)), place('mug', at=(0.2, 0.75, 0)))
return concat_shapes(room(4, 4), place(group, at=(1, 0, 0), name='set'), place('chair', at=(-1, 0, 0)))
"""


def test_a_nested_thing_that_a_relation_names_is_its_own_body() -> None:
    """It is no part of the body above it."""
    bodies = laid(GROUP, "relate(near('chair', 'mug'))")
    assert short(bodies) == ["set", "set/mug", "chair"]
    assert bodies.height[0] == pytest.approx(0.75)
    np.testing.assert_allclose(bodies.initial[1, :3], (1.2, 0.75, 0))


def test_a_group_with_every_part_named_is_a_body_if_named_too() -> None:
    parts = "on('mug', 'table'), near('chair', 'table')"
    assert short(laid(GROUP, f"relate({parts})")) == ["set/table", "set/mug", "chair"]
    assert short(laid(GROUP, f"relate({parts}, near('chair', 'set'))")) == ["set", "chair"]


def test_a_part_of_a_thing_is_no_body_though_a_relation_names_it() -> None:
    bodies = laid(
        "return concat_shapes(room(4, 4), place('table', at=(1, 0, 0)), place('chair', at=(-1, 0, 0)))",
        "relate(near('chair', 'table/cube'))",
    )
    assert short(bodies) == ["table", "chair"]


def test_children_of_the_root_are_bodies_where_nothing_is_placed() -> None:
    bodies = laid(
        """
        moved = transform_shape(library_call('table'), translation_matrix((1, 0, 0)))
        return concat_shapes(room(4, 4), moved, library_call('chair'), box(0.2, 0.2, 0.2, (-1, 0, 0)))
        """
    )
    assert short(bodies) == ["table", "chair", "cube"]


CORNER = (
    HEAD
    + """
@register()
def corner():
    return concat_shapes(library_call('table'), box(0.3, 1, 0.3, (1, 0, 0)), place('chair', at=(0, 0, 1)))

@register()
def scene():
    return concat_shapes(room(5, 5), transform_shape(library_call('corner'), translation_matrix((-1, 0, 0))))
"""
)


def test_what_an_entity_composes_is_one_body() -> None:
    source = CORNER.replace("room(5, 5),", "room(5, 5), place('mug', at=(2, 0, 2)),")
    bodies = bodies_of(evaluate_here(source))
    assert short(bodies) == ["mug", "corner"]
    np.testing.assert_allclose(2 * bodies.half[1], (1.85, 1.6))


def test_a_named_part_of_an_entity_and_the_rest_are_two_bodies() -> None:
    source = CORNER.replace("room(5, 5),", "room(5, 5), place('mug', at=(2, 0, 2)),")
    bodies = bodies_of(evaluate_here(source + "\nrelate(near('corner/chair', 'mug'))\n"))
    assert short(bodies) == ["mug", "corner", "corner/chair"]
    np.testing.assert_allclose(2 * bodies.half[1], (1.85, 0.8))


def test_an_only_child_that_lists_the_room_counts_as_the_root() -> None:
    assert short(bodies_of(evaluate_here(CORNER))) == ["corner/table", "corner/cube", "corner/chair"]


OUTSIDE = (
    HEAD
    + """
@register()
def wheel():
    cabins = [transform_shape(library_call('mug'), translation_matrix((0, 2 + 0.1 * i, 0))) for i in range(5)]
    return concat_shapes(box(6, 0.1, 6, (0, -0.1, 0)), library_call('chair'), box(0.1, 3, 0.1), *cabins)

@register()
def scene():
    return library_call('wheel')
"""
)


def test_outdoors_an_only_child_of_things_apart_is_a_list() -> None:
    assert short(bodies_of(evaluate_here(OUTSIDE))) == ["wheel"]
    apart = OUTSIDE.replace("library_call('chair'),", "place('chair', at=(2, 0, 2)),")
    names = short(bodies_of(evaluate_here(apart)))
    assert names == [
        "wheel/cube",
        "wheel/chair",
        "wheel/cube[1]",
        "wheel/mug",
        *[f"wheel/mug[{i}]" for i in range(1, 5)],
    ]


def test_an_assembly_that_is_moved_as_a_whole_stays_whole() -> None:
    bodies = bodies_of(
        evaluate_here(
            HEAD
            + """
@register()
def lighthouse():
    return concat_shapes(place('table'), place('chair', at=(0, 0, 0)))

@register()
def scene():
    moved = transform_shape(library_call('lighthouse'), translation_matrix((0, 3, 0)))
    return concat_shapes(place(box(9, 0.2, 9), at=(0, -0.2, 0), name='ground'), moved)
"""
        )
    )
    assert short(bodies) == ["ground", "lighthouse"]


def test_the_room_and_what_holds_it_are_no_bodies() -> None:
    source = (
        HEAD
        + """
@register()
def house():
    return concat_shapes(room(4, 4, doors=[('front', 0, 0.9, 2)]), place('table'), library_call('chair'))

@register()
def scene():
    return concat_shapes(library_call('house'), place('mug', at=(1, 0, 1)))
"""
    )
    assert short(bodies_of(evaluate_here(source))) == ["house/table", "house/chair", "mug"]


def test_an_empty_scene_has_no_bodies() -> None:
    assert len(laid("return room(4, 4)")) == 0


# -- frames and boxes -----------------------------------------------------------------------------------------------------


def test_the_frame_is_at_the_bottom_centre_and_turned_alike() -> None:
    bodies = laid("return concat_shapes(room(6, 6), place('chair', at=(1, 0.5, -2), turn=90))")
    np.testing.assert_allclose(bodies.initial[0], (1, 0.5, -2, np.pi / 2), atol=1e-9)
    np.testing.assert_allclose(bodies.half[0], (0.2, 0.2))
    assert bodies.height[0] == pytest.approx(0.9)


@settings(max_examples=40, deadline=None)
@given(
    st.tuples(*[st.floats(-3, 3)] * 3),
    st.floats(-np.pi, np.pi),
    st.tuples(*[st.floats(-0.6, 0.6)] * 2),
    st.tuples(*[st.floats(0.3, 2) | st.floats(-2, -0.3)] * 3),
)
def test_any_placement_is_measured_as_it_stands(
    at: tuple[float, ...], yaw: float, tilt: tuple[float, ...], scale: tuple[float, ...]
) -> None:
    scene = scene_of(
        f"""
        thing = transform_shape(library_call('chair'), rotation_matrix({tilt[0]!r}, (1, 0, 0), (0, 0, 0))
            @ rotation_matrix({tilt[1]!r}, (0, 0, 1), (0, 0, 0)) @ scale_matrix({scale!r}, (0, 0, 0)))
        turned = transform_shape(thing, translation_matrix({at!r}) @ rotation_matrix({yaw!r}, (0, 1, 0), (0, 0, 0)))
        return concat_shapes(room(9, 9), turned)
        """
    )
    bodies = bodies_of(scene)
    corners = np.array([[x, y, z] for x in (-0.2, 0.2) for y in (0, 0.45) for z in (-0.2, 0.2)])
    corners = np.concatenate([corners, corners * (1, 1, 0.125) + (0, 0.45, -0.175)])
    row = int(bodies.row[0])
    world = corners @ scene.world_from_local[row][:3, :3].T + scene.world_from_local[row][:3, 3]
    local = to_body_frame(bodies.initial[0], world)
    # tight: every side of the box is touched
    w, d = bodies.half[0]
    np.testing.assert_allclose(local.min(axis=0), (-w, 0, -d), atol=1e-6)
    np.testing.assert_allclose(local.max(axis=0), (w, bodies.height[0], d), atol=1e-6)
    # and the row's own frame leads there
    m = bodies.body_from_row[0]
    np.testing.assert_allclose(corners @ m[:3, :3].T + m[:3, 3], local, atol=1e-6)
    front = scene.world_from_local[row][:3, 2]
    if np.hypot(front[0], front[2]) > 1e-3:
        assert np.cos(bodies.initial[0, 3] - np.arctan2(front[0], front[2])) > 1 - 1e-9


def test_where_the_front_points_up_the_x_axis_tells_the_yaw() -> None:
    up = np.eye(4)
    up[:3, :3] = np.array([[0, 0, -1], [0, 1, 0], [1, 0, 0]]).T @ np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]])
    assert np.hypot(up[0, 2], up[2, 2]) < 1e-9
    yaw = float(yaw_of(up[None])[0])
    along_x = to_room_frame(np.array([0, 0, 0, yaw]), np.array([[1.0, 0, 0]]))[0]
    np.testing.assert_allclose(along_x[[0, 2]], up[[0, 2], 0], atol=1e-9)


def test_equal_things_share_their_form() -> None:
    bodies = laid("return concat_shapes(room(9, 9), *[place('table', at=(3*i, 0, i), turn=40*i) for i in (-1, 0, 1)])")
    assert bodies.boxes[0] is bodies.boxes[1] is bodies.boxes[2]
    assert bodies.surfaces[0] == bodies.surfaces[2]


def test_a_scaled_thing_has_a_form_of_its_own() -> None:
    bodies = laid(
        """
        small = transform_shape(library_call('table'), scale_matrix(0.5, (0, 0, 0)))
        return concat_shapes(room(9, 9), place('table', at=(2, 0, 0)), place(small, at=(-2, 0, 0)))
        """
    )
    assert bodies.surfaces[1][0].height == pytest.approx(bodies.surfaces[0][0].height / 2)
    assert bodies.surfaces[1][0].area == pytest.approx(bodies.surfaces[0][0].area / 4)


# -- what holds it up -----------------------------------------------------------------------------------------------------


def supports(body: str, after: str = "", assets: Catalogue | None = None) -> dict[str, Support]:
    bodies = bodies_of(scene_of(body, after, assets), provider=assets)
    return dict(zip(short(bodies), bodies.support, strict=True))


def test_words_and_poses_say_what_holds_a_thing_up() -> None:
    found = supports(
        """
        def thing(name, size, at):
            return place(box(*size), at=at, name=name)
        return concat_shapes(room(4, 4, 2.5),
            thing('persian_rug', (2, 0.01, 1.5), (0, 0, 0)),
            thing('painting', (0.8, 0.6, 0.03), (0, 1.4, -1.98)),
            thing('pendant', (0.3, 0.4, 0.3), (0, 2.1, 0)),
            thing('board', (1.2, 0.9, 0.04), (1, 1.2, -1.97)),
            thing('whatsit', (0.5, 0.4, 0.2), (-1, 1.2, -1.9)),
            thing('thingumajig', (0.3, 0.2, 0.3), (1.5, 2.3, 1.5)),
            place('table', at=(0, 0.01, 0)),
            thing('doodah', (0.2, 0.1, 0.2), (0.2, 0.76, 0)),
            thing('standing_mirror', (0.5, 1.6, 0.3), (-1.8, 0, 1)),
            thing('mirror', (0.5, 0.7, 0.03), (1, 1.3, 1.98)),
            thing('ball', (0.2, 0.2, 0.2), (-1, 0, -1)))
        """
    )
    assert found == {
        "persian_rug": Support.RUG,
        "painting": Support.WALL,
        "pendant": Support.CEILING,
        "board": Support.WALL,
        "whatsit": Support.WALL,
        "thingumajig": Support.CEILING,
        "table": Support.FLOOR,
        "doodah": Support.SURFACE,
        "standing_mirror": Support.FLOOR,
        "mirror": Support.WALL,
        "ball": Support.FLOOR,
    }


THINGS = """
return concat_shapes(room(4, 4, 2.5), place('table', at=(1, 0, 0)), place(box(0.3, 0.3, 0.1), name='thing'),
    place(box(1, 0.01, 1), at=(-1, 0, 0), name='rug'), place('mug', at=(0, 0, 1)))
"""


@pytest.mark.parametrize(("relation", "name", "support"), [
    ("on('thing', 'table')", "thing", Support.SURFACE),
    ("inside('thing', 'table')", "thing", Support.SURFACE),
    ("hanging('thing')", "thing", Support.CEILING),
    ("on_wall('thing')", "thing", Support.WALL),
    ("on('thing', 'left')", "thing", Support.WALL),
    ("on('mug', 'room')", "mug", Support.FLOOR),
    ("on('table', 'rug')", "table", Support.FLOOR),
    ("on('mug', 'rug')", "mug", Support.SURFACE),
    ("near('thing', 'table')", "thing", Support.FLOOR),
    ("on('rug', 'room')", "rug", Support.RUG),
])  # fmt: skip
def test_relations_say_what_holds_a_thing_up(relation: str, name: str, support: Support) -> None:
    assert supports(THINGS, f"relate({relation})")[name] is support


def test_a_catalogue_says_it_of_its_own(catalogue: Catalogue) -> None:
    body = """
    return concat_shapes(room(5, 5), place(asset_call('wardrobe'), name='a'), place(asset_call('rug'), name='b'),
        place(asset_call('painting'), name='c'), place(asset_call('chandelier'), name='d'),
        place(asset_call('laptop'), name='e'), place(asset_call('mirror'), name='f'))
    """
    assert list(supports(body, assets=catalogue).values()) == ["floor", "rug", "wall", "ceiling", "surface", "wall"]
    asked = supports(body, "relate(on('f', 'a'), on_wall('e'))", assets=catalogue)
    assert (asked["f"], asked["e"]) == ("surface", "wall")


def test_clearances_are_the_catalogues_scaled_or_usual_ones(catalogue: Catalogue) -> None:
    scene = scene_of(
        """
        wide = transform_shape(asset_call('wardrobe'), scale_matrix((1, 1, 0.5), (0, 0, 0)))
        return concat_shapes(room(6, 6), place(asset_call('wardrobe'), name='a'), place(wide, at=(2, 0, 0), name='b'),
            place(box(1.8, 0.6, 2), at=(-2, 0, 0), name='bed'), place(box(1, 1, 1), at=(0, 0, 2), name='blob'))
        """,
        assets=catalogue,
    )
    clearance = bodies_of(scene, provider=catalogue).clearance
    front = scene.assets[0].clearance[0]
    assert front > 0
    np.testing.assert_allclose(clearance[:2, 0], (front, front / 2))
    assert clearance[2, 0] > 0
    assert not clearance[3].any()


def test_walls_columns_and_ground_stay_where_they_are() -> None:
    bodies = laid(
        """
        return concat_shapes(room(6, 5, 2.6),
            box(0.1, 2.6, 3, (1, 0, -1)), box(6, 0.05, 5, (0, -0.05, 0)), box(0.3, 2.6, 0.3, (-2, 0, 0)),
            place(box(1.2, 2.2, 0.1), at=(2, 0, 1), name='partition wall'),
            place(box(1.2, 1, 0.1), at=(2, 0, 2), name='wall art'),
            place(box(0.8, 2.5, 0.3), at=(-1, 0, 2), name='bookcase'), library_call('table'))
        """
    )
    assert bodies.fixed.tolist() == [True, True, True, True, False, False, False]


def test_out_of_doors_the_ground_stays() -> None:
    bodies = laid(
        """
        return concat_shapes(box(12, 0.1, 12, (0, -0.1, 0)), library_call('table'), place('chair', at=(2, 0, 0)))
        """
    )
    assert dict(zip(short(bodies), bodies.fixed.tolist(), strict=True)) == {
        "cube": True,
        "table": False,
        "chair": False,
    }
    assert bodies.ground == pytest.approx(-0.1)
    assert bodies.initial[:, 1].tolist() == pytest.approx([0, 0.1, 0.1])


def test_a_place_that_does_not_say_where_leaves_it_to_the_layout() -> None:
    bodies = laid(
        "return concat_shapes(room(4, 4), place('table'), place('mug', at=(0, 0, 0)), place('chair', pos=(1, 0, 0)))"
    )
    assert bodies.guessed is not None
    assert bodies.guessed.tolist() == [True, False, False]
    assert laid("return concat_shapes(room(4, 4), library_call('table'), place('mug', (0, 0, 0)))").guessed is None


def test_whether_a_place_says_where_comes_over_the_wire() -> None:
    scene = scene_of("return concat_shapes(place('table'), place('mug', at=(0, 0, 0)), place('chair', turn=90))")
    assert [p.given for p in decode_scene(encode_scene(scene)).places] == [False, True, False]


@pytest.mark.parametrize(("name", "heads"), [
    ("desk_lamp_2", ("desk lamp", "lamp")), ("chair_0a", ("chair",)), ("BigDeskLamp", ("big desk lamp", "desk lamp", "lamp")),
    ("a wall between two rooms", ("wall",)), ("chair left", ("chair",)), ("42", ()),
])  # fmt: skip
def test_names_are_read_by_their_head(name: str, heads: tuple[str, ...]) -> None:
    assert heads_of(name) == heads


@pytest.mark.parametrize(("name", "support"), [
    ("shelves", None), ("bath mat", "rug"), ("place mat", None), ("table runner", None), ("table_lamp", "surface"),
    ("paintings", "wall"), ("books", "surface"), ("curtains", "wall"), ("ceiling fan", "ceiling"), ("glasses", "surface"),
])  # fmt: skip
def test_words_that_say_what_holds_things_up(name: str, support: str | None) -> None:
    assert support_of_words(name) == support


def test_words_of_the_building() -> None:
    assert [belongs_to_building(w) for w in ("column", "staircase", "wall_clock", "wallpaper", "brick wall")] == [
        True,
        True,
        False,
        False,
        True,
    ]
    assert usual_clearance("wardrobe")[0] > 0


# -- bad input --------------------------------------------------------------------------------------------------------------


def test_too_many_bodies_are_refused() -> None:
    with pytest.raises(LayoutError, match="at most") as caught:
        laid(
            f"""
            cell = box(0.01, 0.01, 0.01)
            things = [transform_shape(cell, translation_matrix((i % 70 * 0.1, 0, i // 70 * 0.1))) for i in range({MAX_BODIES + 1})]
            return concat_shapes(room(9, 9), *things)
            """
        )
    assert (caught.value.kind, caught.value.exit_code) == ("too-many", 17)


@pytest.mark.parametrize("scale", ["1e8", "1e7"])
def test_sizes_that_are_none_are_refused(scale: str) -> None:
    with pytest.raises(LayoutError, match="scene/blob measures") as caught:
        laid(
            f"""
            huge = transform_shape(box(1, 1, 1), scale_matrix(({scale}, 1, 1), (0, 0, 0)))
            return concat_shapes(room(4, 4), place('mug'), place(huge, name='blob'))
            """
        )
    assert caught.value.kind == "size"


def test_sizes_that_are_not_numbers_are_refused() -> None:
    scene = scene_of("return concat_shapes(room(4, 4), place('mug'), place('chair'))")
    matrices = scene.nodes.parent_from_local.copy()
    matrices[scene.find("chair").index, 0, 0] = np.nan
    with pytest.raises(LayoutError, match="scene/chair measures"):
        bodies_of(replace(scene, nodes=replace(scene.nodes, parent_from_local=matrices)))


# -- programs that models wrote -----------------------------------------------------------------------------------------------

REPLIES = os.environ.get("SCENEWRIGHT_REPLIES")


@pytest.mark.skipif(REPLIES is None, reason="SCENEWRIGHT_REPLIES is not set")
def test_bodies_of_what_models_wrote() -> None:
    from scenewright.scene.errors import ProgramError, ReplyError
    from scenewright.scene.replies import extract_program

    seen = 0
    for path in some_of(sorted(Path(REPLIES or "").glob("[0-9]*.md")), 8):
        try:
            scene = evaluate_here(extract_program(path.read_text()).source)
        except (ReplyError, ProgramError):
            continue
        if scene.room is None:
            continue
        bodies = bodies_of(scene)
        seen += len(bodies)
        for boxes, half, height in zip(bodies.boxes, bodies.half, bodies.height, strict=True):
            assert 1 <= len(boxes) <= 8
            np.testing.assert_allclose(boxes[:, 0].min(axis=0), (-half[0], 0, -half[1]), atol=1e-6)
            np.testing.assert_allclose(boxes[:, 1].max(axis=0), (half[0], height, half[1]), atol=1e-6)
        floating = [
            name
            for name, support, pose in zip(short(bodies), bodies.support, bodies.initial, strict=True)
            if support is Support.FLOOR and pose[1] > 0.1
        ]
        assert floating == []
    assert seen > (100 if ON_ALL_INPUTS else 25)
