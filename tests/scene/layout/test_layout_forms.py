"""What bodies are made of: boxes that hold all of them and leave free what is free, and places where things can stand."""

from __future__ import annotations

import numpy as np
import pytest
import trimesh
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.assets import Catalogue
from scenewright.scene.geometry import scene_of_asset
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import Bodies, SupportSurface
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.bodies.pieces import MAX_BOXES, boxes_of, elements_of
from scenewright.scene.layout.bodies.solids import Solid, solid_of
from scenewright.scene.layout.bodies.space import Space
from scenewright.scene.layout.bodies.surfaces import CLEAR, places_of
from scenewright.scene.layout.resting import let_down
from scenewright.scene.model import FloatArray, PrimitiveKind
from tests.support.layout_cases import Thing, bodies_of_things
from tests.support.solids import solid_of_boxes, solid_of_mesh

Box = tuple[tuple[float, float, float], tuple[float, float, float]]


def boxed(solid: Solid) -> FloatArray:
    return boxes_of(elements_of(solid))


def places(solid: Solid) -> tuple[list[SupportSurface], list[SupportSurface]]:
    found = places_of(solid, Space(elements_of(solid), solid.bounds))
    return list(found.open), list(found.shut)


def holds_all(boxes: FloatArray, solid: Solid) -> bool:
    """Whether points all over the faces of a solid lie in some box each."""
    corners, _ = solid.triangles
    weights = np.random.default_rng(0).dirichlet((1, 1, 1), size=(40, len(corners)))
    points = np.concatenate([corners.reshape(-1, 3), np.einsum("ktc,tcd->ktd", weights, corners).reshape(-1, 3)])
    within = (points[:, None] >= boxes[None, :, 0] - 1e-6) & (points[:, None] <= boxes[None, :, 1] + 1e-6)
    return bool(within.all(axis=2).any(axis=1).all())


TABLE: list[Box] = [
    ((-0.8, 0.7, -0.45), (0.8, 0.75, 0.45)),
    *[((x - 0.03, 0, z - 0.03), (x + 0.03, 0.7, z + 0.03)) for x in (-0.7, 0.7) for z in (-0.35, 0.35)],
]
SHELVES: list[Box] = [
    ((-0.5, 0, -0.15), (-0.48, 1.2, 0.15)),
    ((0.48, 0, -0.15), (0.5, 1.2, 0.15)),
    ((-0.5, 0, -0.15), (0.5, 1.2, -0.14)),
    *[((-0.48, y, -0.15), (0.48, y + 0.02, 0.15)) for y in (0.0, 0.4, 0.8, 1.18)],
]
DOORS: list[Box] = [((-0.5, 0, 0.15), (-0.002, 1.2, 0.17)), ((0.002, 0, 0.15), (0.5, 1.2, 0.17))]


# -- boxes --------------------------------------------------------------------------------------------------------------


def test_a_table_leaves_the_room_below_it_free() -> None:
    boxes = boxed(solid_of_boxes(TABLE))
    assert 3 <= len(boxes) <= 5
    chair = np.array([[-0.25, 0, -0.25], [0.25, 0.69, 0.25]])
    assert not ((boxes[:, 0] < chair[1]) & (boxes[:, 1] > chair[0])).all(axis=1).any()


def test_an_l_is_two_boxes_whether_it_is_parts_or_one_mesh() -> None:
    parts: list[Box] = [((-1.2, 0, -0.8), (1.2, 0.8, 0)), ((-1.2, 0, 0), (-0.3, 0.8, 0.9))]
    assert len(boxed(solid_of_boxes(parts))) == 2
    solid = solid_of_mesh(l_shape())
    boxes = boxed(solid)
    assert holds_all(boxes, solid)
    assert len(boxes) == 2
    bay = np.array([[-0.27, 0, 0.03], [1.2, 0.8, 0.9]])
    assert not ((boxes[:, 0] < bay[1]) & (boxes[:, 1] > bay[0])).all(axis=1).any()


def l_shape() -> trimesh.Trimesh:
    """An L of one closed mesh, 0.8 high."""
    outline = [(-1.2, -0.8), (1.2, -0.8), (1.2, 0.0), (-0.3, 0.0), (-0.3, 0.9), (-1.2, 0.9)]
    points = np.array([(x, y, z) for y in (0.0, 0.8) for x, z in outline])
    lid = [(0, 1, 2), (0, 2, 3), (0, 3, 5), (3, 4, 5)]
    sides = [(i, (i + 1) % 6, 6 + (i + 1) % 6, 6 + i) for i in range(6)]
    faces = [*lid, *[(6 + a, 6 + c, 6 + b) for a, b, c in lid]]
    faces += [f for a, b, c, d in sides for f in ((a, c, b), (a, d, c))]
    mesh = trimesh.Trimesh(points, faces, process=False)
    assert mesh.is_watertight
    assert mesh.volume > 0
    return mesh


def test_a_closed_wardrobe_is_full_and_an_open_shelf_is_not() -> None:
    assert len(boxed(solid_of_boxes([*SHELVES, *DOORS]))) == 1
    deep = [((a, b, 4 * c), (d, e, 4 * f)) for (a, b, c), (d, e, f) in SHELVES]
    assert len(boxed(solid_of_boxes(deep))) > 1


def test_small_things_and_solid_things_are_one_box() -> None:
    cup: list[Box] = [((-0.04, 0, -0.04), (0.04, 0.1, 0.04)), ((0.04, 0.02, -0.005), (0.07, 0.08, 0.005))]
    assert len(boxed(solid_of_boxes(cup))) == 1
    stepped: list[Box] = [((-0.5, 0, -0.5), (0.5, 0.9, 0.5)), ((-0.5, 0.9, -0.5), (0.5, 1, 0.4))]
    assert len(boxed(solid_of_boxes(stepped))) == 1


BOXES = st.lists(
    st.tuples(st.tuples(*[st.floats(-1, 1)] * 3), st.tuples(*[st.floats(0.02, 1)] * 3)).map(
        lambda ab: (ab[0], tuple(a + b for a, b in zip(*ab, strict=True)))
    ),
    min_size=1,
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(BOXES, st.booleans())
def test_boxes_hold_all_of_any_body(parts: list[Box], as_mesh: bool) -> None:
    solid = solid_of_boxes(parts)
    if as_mesh:
        meshes = [trimesh.creation.box(bounds=np.array(p)) for p in parts]
        solid = solid_of_mesh(trimesh.util.concatenate(meshes))
    boxes = boxed(solid)
    assert 1 <= len(boxes) <= MAX_BOXES
    assert holds_all(boxes, solid)
    np.testing.assert_allclose([boxes[:, 0].min(axis=0), boxes[:, 1].max(axis=0)], solid.bounds, atol=1e-6)


def test_a_body_of_very_many_parts_is_still_a_few_boxes() -> None:
    rng = np.random.default_rng(1)
    corner = rng.uniform(-1, 1, (4000, 3))
    assert len(boxed(solid_of_boxes([(tuple(c), tuple(c + 0.02)) for c in corner]))) <= MAX_BOXES


# -- surfaces -------------------------------------------------------------------------------------------------------------


def test_the_top_of_a_table_is_where_things_stand() -> None:
    (top,), shut = places(solid_of_boxes(TABLE))
    assert (top.height, top.headroom, shut) == (pytest.approx(0.75), np.inf, [])
    assert top.area == pytest.approx(1.6 * 0.9)


def test_each_shelf_is_a_place_with_its_headroom() -> None:
    found = sorted(places(solid_of_boxes(SHELVES))[0], key=lambda s: s.height)
    assert [s.height for s in found] == pytest.approx([0.02, 0.42, 0.82, 1.2])
    assert [s.headroom + CLEAR for s in found] == pytest.approx([0.38, 0.38, 0.36, np.inf], abs=1e-6)
    for shelf in found[:3]:  # a little off the walls and the back, flush with the front
        np.testing.assert_allclose(shelf.polygon.min(axis=0), (-0.48 + CLEAR, -0.14 + CLEAR), atol=1e-6)
        np.testing.assert_allclose(shelf.polygon.max(axis=0), (0.48 - CLEAR, 0.15), atol=1e-6)


def test_what_is_behind_doors_is_shut_in() -> None:
    outside, inside = places(solid_of_boxes([*SHELVES, *DOORS]))
    assert [s.height for s in outside] == pytest.approx([1.2], abs=1e-6)
    assert sorted(s.height for s in inside) == pytest.approx([0.02, 0.42, 0.82], abs=1e-6)


@pytest.mark.parametrize("gap", [0.002, 0.02, 0.03])
def test_a_slit_behind_the_doors_opens_nothing(gap: float) -> None:
    """The doors stand so many metres before the shelves, and the slit is open below."""
    doors: list[Box] = [((*low[:2], low[2] + gap), (*high[:2], high[2] + gap)) for low, high in DOORS]
    sides: list[Box] = [((x, 0.0, 0.15), (x + 0.02, 1.2, 0.15 + gap)) for x in (-0.5, 0.48)]
    lid: list[Box] = [((-0.5, 1.18, 0.15), (0.5, 1.2, 0.15 + gap))]
    outside, inside = places(solid_of_boxes([*SHELVES, *doors, *sides, *lid]))
    assert [s.height for s in outside] == pytest.approx([1.2], abs=1e-6)
    assert len(inside) == 3


@pytest.mark.parametrize(
    ("words", "height"),
    [
        ("kitchen cabinet", 0.91),
        ("dresser", 0.8),
        ("wall oven", 2.1),
        ("stove", 0.9),
        ("fridge", 1.78),
        ("sideboard", 0.8),
        ("filing cabinet", 1.02),
        ("display cabinet", 1.9),
    ],
)
def test_nothing_stands_in_closed_furniture(catalogue: Catalogue, words: str, height: float) -> None:
    """It is hollow, with doors and drawers on joints."""
    program = f"@register('x')\ndef x():\n    return place(asset_call({words!r}), at=(0, 0, 0), name='it')"
    bodies = bodies_of(
        evaluate_here(f"from scene.language import *\n\n{program}\n", assets=catalogue), provider=catalogue
    )
    (surfaces,) = [found for path, found in zip(bodies.path, bodies.surfaces, strict=True) if path.endswith("it")]
    assert [s.height for s in surfaces] == [pytest.approx(height, abs=0.01)]


def test_things_on_a_top_take_their_place_from_it() -> None:
    lamp: list[Box] = [((0.3, 0.75, -0.45), (0.8, 1.2, 0.45))]
    found = places(solid_of_boxes([*TABLE, *lamp]))[0]
    assert sorted(s.height for s in found) == pytest.approx([0.75, 1.2])
    top = min(found, key=lambda s: s.height)
    assert top.polygon[:, 0].max() == pytest.approx(0.3 - CLEAR)


def test_slats_are_one_seat_and_rails_are_none() -> None:
    slats: list[Box] = [((-0.6, 0.4, z), (0.6, 0.45, z + 0.08)) for z in (-0.2, -0.1, 0, 0.1)]
    (seat,), _ = places(solid_of_boxes(slats))
    assert seat.area == pytest.approx(1.2 * 0.38)
    rail: list[Box] = [*slats, ((-0.6, 0.45, -0.23), (0.6, 0.9, -0.2))]
    assert [s.height for s in places(solid_of_boxes(rail))[0]] == pytest.approx([0.45])


def test_a_round_top_keeps_its_outline() -> None:
    frame = np.diag([0.6, 0.04, 0.6, 1.0])
    (top,), _ = places(Solid(np.array([PrimitiveKind.CYLINDER], dtype=np.uint8), frame[None], (None,)))
    assert top.area == pytest.approx(np.pi * 0.36, rel=0.04)
    assert (np.hypot(*top.polygon.T) <= 0.6 + 1e-6).all()


def test_a_slope_and_a_ball_are_no_places() -> None:
    turned = np.eye(4)
    turned[:3, :3] = np.array([[1, 0, 0], [0, 0.8, -0.6], [0, 0.6, 0.8]]) @ np.diag([1, 0.1, 1])
    ramp = Solid(np.array([PrimitiveKind.CUBE], dtype=np.uint8), turned[None], (None,))
    ball = Solid(np.array([PrimitiveKind.SPHERE], dtype=np.uint8), np.diag([0.1, 0.1, 0.1, 1.0])[None], (None,))
    assert places(ramp) == places(ball) == ([], [])


def test_a_cushion_is_level_and_says_how_high_it_really_is() -> None:
    frame = np.diag([0.6, 0.08, 0.6, 1.0])
    (seat, *_), _ = places(Solid(np.array([PrimitiveKind.SPHERE], dtype=np.uint8), frame[None], (None,)))
    assert seat.height == pytest.approx(0.08, abs=2e-3)
    assert seat.area > 0.2
    assert seat.relief is not None
    x = (seat.relief.x[:-1] + seat.relief.x[1:]) / 2
    z = (seat.relief.z[:-1] + seat.relief.z[1:]) / 2
    true = 0.08 * np.sqrt(np.maximum(1 - (x[:, None] ** 2 + z[None] ** 2) / 0.36, 0))
    assert seat.polygon.max() > 0.2
    inner = np.hypot(x[:, None], z[None]) < 0.2
    np.testing.assert_allclose(seat.relief.top[inner], true[inner], atol=4e-3)


def test_narrow_places_are_told_apart() -> None:
    posts: list[Box] = [((x, 0, -0.2), (x + 0.02, 0.8, 0.2)) for x in (-0.3, 0.28)]
    solid = solid_of_boxes([*posts, ((-0.3, 0.8, -0.02), (0.3, 0.82, 0.02))])
    assert places(solid) == ([], [])
    narrow = places_of(solid, Space(elements_of(solid), solid.bounds), narrow=True)
    assert narrow.open[0].height == pytest.approx(0.82)


def test_what_lies_on_a_plane_is_in_the_way_and_no_part_of_it() -> None:
    solid = solid_of_boxes(TABLE)
    pen = np.array([[0, 0.008, 0, -0.1], [0, 0, 0.3, 0.75], [0.008, 0, 0, 0], [0, 0, 0, 1.0]])  # round, lies along z
    pen[:3, :3] = np.array([[0.008, 0, 0], [0, 0, 0.008], [0, 0.3, 0]])
    kinds = np.append(solid.kind, np.uint8(PrimitiveKind.CYLINDER))
    found = places(Solid(kinds, np.concatenate([solid.frame, pen[None]]), (None,) * len(kinds)))[0]
    assert {round(s.height, 3) for s in found} == {0.75}
    for surface in found:
        low, high = surface.polygon.min(axis=0), surface.polygon.max(axis=0)
        assert not (low[0] < -0.1 < high[0] and low[1] < 0.1 < high[1])


def test_a_mirrored_body_has_its_places_on_top() -> None:
    solid = solid_of_boxes(TABLE)
    frames = solid.frame.copy()
    frames[:, 0] *= -1
    (top,), _ = places(Solid(solid.kind, frames, solid.mesh))
    assert top.height == pytest.approx(0.75)


@settings(max_examples=60, deadline=None)
@given(BOXES, st.booleans())
def test_places_are_level_and_have_air_above(parts: list[Box], as_mesh: bool) -> None:
    if as_mesh:
        meshes = [trimesh.creation.box(bounds=np.array(p)) for p in parts]
        solid = solid_of_mesh(trimesh.util.concatenate(meshes))
    else:
        solid = solid_of_boxes(parts)
    low, high = np.array([p[0] for p in parts]), np.array([p[1] for p in parts])
    rng = np.random.default_rng(0)
    outside, inside = places(solid)
    for surface in [*outside, *inside]:
        edge = np.roll(surface.polygon, -1, axis=0) - surface.polygon
        points = rng.uniform(surface.polygon.min(axis=0), surface.polygon.max(axis=0), (300, 2))
        to = points[:, None] - surface.polygon
        points = points[(edge[:, 0] * to[..., 1] - edge[:, 1] * to[..., 0] >= 0).all(axis=1)]
        assert len(points) > 90  # convex, counter-clockwise
        over = ((points[:, None] >= low[:, [0, 2]] - 1e-9) & (points[:, None] <= high[:, [0, 2]] + 1e-9)).all(axis=2)
        carried = (over & (np.abs(high[:, 1] - surface.height) < 0.03)).any(axis=1)
        assert carried.mean() > 0.8  # gaps and dips are bridged
        room = min(surface.headroom, 10.0)
        pierced = over & (high[:, 1] > surface.height + 0.004) & (low[:, 1] < surface.height + room - 0.004)
        assert pierced.any(axis=1).mean() < 0.05


# -- the catalogue ----------------------------------------------------------------------------------------------------------


def solid_of_words(catalogue: Catalogue, words: str) -> Solid:
    return solid_of(scene_of_asset(catalogue.resolve(words, None, 0)), [0], np.eye(4)[None], catalogue, None)


WORDS = ["dining table", "round dining table", "desk", "sofa", "chair", "bookshelf", "bed", "nightstand", "floor lamp",
    "wardrobe", "sectional sofa", "mug", "plate", "potted plant", "chandelier", "bathtub", "bicycle", "ladder shelf"]  # fmt: skip


@pytest.mark.parametrize("words", WORDS)
def test_boxes_hold_all_of_a_catalogue_object(catalogue: Catalogue, words: str) -> None:
    solid = solid_of_words(catalogue, words)
    boxes = boxed(solid)
    assert len(boxes) <= MAX_BOXES
    assert holds_all(boxes, solid)


@pytest.mark.parametrize(("words", "lowest", "highest", "share"), [
    ("dining table", 0.7, 0.8, 0.9), ("round dining table", 0.7, 0.8, 0.7), ("desk", 0.7, 0.8, 0.9), ("chair", 0.4, 0.5, 0.6),
    ("nightstand", 0.4, 0.7, 0.8), ("coffee table", 0.35, 0.5, 0.8), ("bench", 0.4, 0.5, 0.8), ("kitchen island", 0.85, 1.0, 0.8),
    ("dresser", 0.7, 1.0, 0.8), ("tv stand", 0.4, 0.7, 0.8), ("stool", 0.4, 0.5, 0.5), ("sofa", 0.38, 0.5, 0.3), ("bed", 0.4, 0.65, 0.3),
])  # fmt: skip
def test_catalogue_objects_carry_where_they_do_in_life(
    catalogue: Catalogue, words: str, lowest: float, highest: float, share: float
) -> None:
    solid = solid_of_words(catalogue, words)
    width, _, depth = (solid.bounds[1] - solid.bounds[0]).tolist()
    there = [s for s in places(solid)[0] if lowest <= s.height <= highest and s.headroom > 0.3]
    assert sum(s.area for s in there) >= share * width * depth


@pytest.mark.parametrize(("words", "count"), [("ladder shelf", 5), ("wall shelf", 2)])
def test_shelves_are_counted(catalogue: Catalogue, words: str, count: int) -> None:
    assert len({round(s.height, 2) for s in places(solid_of_words(catalogue, words))[0]}) == count


@pytest.mark.parametrize("words", ["painting", "beach ball", "curtains", "bicycle"])
def test_some_objects_carry_nothing(catalogue: Catalogue, words: str) -> None:
    assert sum(s.area for s in places(solid_of_words(catalogue, words))[0]) < 0.03


# -- letting down -----------------------------------------------------------------------------------------------------------


def test_what_stands_on_a_cushion_is_let_down_with_its_load() -> None:
    frame = np.diag([0.6, 0.08, 0.6, 1.0])
    (seat, *_), _ = places(Solid(np.array([PrimitiveKind.SPHERE], dtype=np.uint8), frame[None], (None,)))
    bodies = _with_surfaces(
        bodies_of_things(
            {"seat": Thing((1.2, 0.08, 1.2)), "tray": Thing((0.1, 0.02, 0.1)), "cup": Thing((0.05, 0.1, 0.05))}
        ),
        [(seat,), (), ()],
    )
    poses = np.array([[1, 0, 2, 0.7], [1, seat.height, 2, 0.2], [1, seat.height + 0.02, 2, 0]])
    np.testing.assert_allclose(let_down(bodies, np.array([-1, 0, 1]), poses), poses, atol=2e-3)
    lifted = poses + np.array([[0, 0, 0, 0], [0, 0.008, 0, 0], [0, 0.008, 0, 0]])
    np.testing.assert_allclose(let_down(bodies, np.array([-1, 0, 1]), lifted), poses, atol=2e-3)
    aside = poses.copy()
    aside[1:, [0, 2]] += np.array([0.2, 0.0])
    down = let_down(bodies, np.array([-1, 0, 1]), aside)
    true = 0.08 * np.sqrt(1 - 0.15**2 / 0.36)  # the uphill edge of the tray
    assert down[1, 1] == pytest.approx(true, abs=3e-3)
    assert down[2, 1] - down[1, 1] == pytest.approx(0.02)
    np.testing.assert_array_equal(down[:, [0, 2, 3]], aside[:, [0, 2, 3]])
    np.testing.assert_array_equal(let_down(bodies, np.array([-1, -1, -1]), aside), aside)


def _with_surfaces(bodies: Bodies, surfaces: list[tuple[SupportSurface, ...]]) -> Bodies:
    from dataclasses import replace

    return replace(bodies, surfaces=tuple(surfaces))
