"""The plan picture: true outlines, a name or a number for everything, red for what is wrong."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
import shapely

from scenewright.renderers.plan import draw_plan
from scenewright.renderers.plan.findings import RED, findings_of
from scenewright.renderers.plan.labels import Label, LabelRaster, Named, place_labels
from scenewright.renderers.plan.moves import MOVED, OFFERED, footprints, ghosts_of
from scenewright.renderers.plan.outlines import outlines_of
from scenewright.renderers.plan.picture import short_names
from scenewright.renderers.plan.room import UNREACHED, WALKABLE, WALL, PlanFrame, walkable_shapes
from scenewright.scene.errors import LayoutError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import BodyMove
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from scenewright.scene.layout.changes import moves_between
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.model import Scene

HEAD = "from scene.language import *\n"
ENTITIES = """
@register('a red box')
def box_(): return primitive_call('cube', {'scale': (1.0, 0.5, 0.6)}, color=(0.9, 0.1, 0.1))
@register('a sofa round a corner')
def corner(): return concat_shapes(
    transform_shape(primitive_call('cube', {'scale': (2.0, 0.4, 0.8)}, color=(0.2, 0.3, 0.8)), translation_matrix((0, 0.2, 0))),
    transform_shape(primitive_call('cube', {'scale': (0.8, 0.4, 1.2)}, color=(0.2, 0.3, 0.8)), translation_matrix((-0.6, 0.2, 1.0))),
    transform_shape(primitive_call('cube', {'scale': (0.3, 0.1, 0.3)}, color=(0.9, 0.9, 0.1)), translation_matrix((0, 0.45, 0))))
"""


def made(
    body: str, room: str = "room(5, 4, 2.6, doors=[('front', 1.5, 0.9, 2.0)], windows=[('left', 0, 1.2, 1.2)])"
) -> Scene:
    parts = ", ".join(p for p in (room, body) if p)
    return evaluate_here(f"{HEAD}{ENTITIES}\n@register('a plan')\ndef plan():\n    return concat_shapes({parts})\n")


def related(body: str, relations: str) -> Scene:
    text = f"room(5, 4, 2.6, doors=[('front', 1.5, 0.9, 2.0)]), {body}"
    return evaluate_here(
        f"{HEAD}{ENTITIES}\n@register('a plan')\ndef plan():\n    return concat_shapes({text})\nrelate({relations})\n"
    )


def frame_of(scene: Scene, scale: float = 100.0) -> PlanFrame:
    assert scene.room is not None
    size = np.array([scene.room.width, scene.room.depth])
    return PlanFrame(-size / 2, size / 2, 0.0, 0.0, scale)


def pixels(picture: np.ndarray, color: tuple[int, int, int], off: int = 6) -> int:
    return int((np.abs(picture.astype(int) - color).max(axis=2) <= off).sum())


# -- outlines -----------------------------------------------------------------------------------------------------------


def test_an_outline_is_the_true_one() -> None:
    scene = made("place('corner', at=(0, 0, 0), turn=30, name='sofa')")
    (outline,) = outlines_of(scene, bodies_of(scene))
    assert outline.shape.area == pytest.approx(2.0 * 0.8 + 0.8 * 1.2, rel=0.01)
    assert outline.shape.convex_hull.area > 1.2 * outline.shape.area
    assert outline.color == pytest.approx((0.2, 0.3, 0.8))
    assert [round(p.top, 2) for p in outline.patches] == [0.4, 0.4, 0.5]
    assert outline.front == pytest.approx([math.sin(math.radians(30)), math.cos(math.radians(30))])


def test_what_has_a_hole_keeps_it() -> None:
    bars = ", ".join(
        f"transform_shape(primitive_call('cube', {{'scale': ({w}, 0.1, {d})}}), translation_matrix(({x}, 0.05, {z})))"
        for w, d, x, z in ((1.2, 0.2, 0, -0.5), (1.2, 0.2, 0, 0.5), (0.2, 1.2, -0.5, 0), (0.2, 1.2, 0.5, 0))
    )
    scene = made(f"place(concat_shapes({bars}), at=(0, 0, 0), name='frame')")
    (outline,) = outlines_of(scene, bodies_of(scene))
    assert len(shapely.get_parts(outline.shape)) == 1
    assert len(outline.shape.interiors) == 1
    assert outline.shape.area == pytest.approx(1.2**2 - 0.8**2, rel=0.02)


# -- names --------------------------------------------------------------------------------------------------------------


def boxes_of(labels: list[Label]) -> list[shapely.Polygon]:
    return [shapely.box(e.x - e.width / 2, e.y - e.height / 2, e.x + e.width / 2, e.y + e.height / 2) for e in labels]


@pytest.mark.parametrize("count", [4, 30, 150])
def test_every_body_has_a_name_or_number_and_no_labels_overlap(count: int) -> None:
    rng = np.random.default_rng(count)
    shapes = []
    for _ in range(count):
        x, y = rng.uniform(40, 1100, 2)
        w, h = rng.uniform(8, 60, 2)
        shapes.append(shapely.box(x, y, x + w, y + h))
    raster = LabelRaster.of(1200, 1200, list(enumerate(shapes)))
    labels = place_labels([Named(k, f"object_{k}", s) for k, s in enumerate(shapes)], raster)
    assert sorted(e.body for e in labels) == list(range(count))
    numbers = sorted(e.number for e in labels if e.number)
    assert numbers == list(range(1, len(numbers) + 1))
    for one, two in combinations(boxes_of(labels), 2):
        assert not one.intersects(two) or one.intersection(two).area < 1e-6
    for label in labels:
        if not label.number:
            assert "".join(label.lines) == f"object_{label.body}"


def test_names_stand_inside_large_things_and_beside_small_ones() -> None:
    large, small = shapely.box(100, 100, 400, 300), shapely.box(700, 200, 712, 212)
    raster = LabelRaster.of(900, 400, [(0, large), (1, small)])
    first, second = place_labels([Named(0, "table", large), Named(1, "vase", small)], raster)
    assert large.contains(boxes_of([first])[0])
    assert not small.intersects(boxes_of([second])[0])
    assert small.distance(boxes_of([second])[0]) < 20
    assert not second.number


def test_names_are_as_short_as_they_can_be() -> None:
    paths = ["home/chair", "home/chair[1]", "home/set/cup", "home/other/cup"]
    assert short_names(paths) == ["chair", "chair[1]", "set/cup", "other/cup"]


# -- what is wrong ------------------------------------------------------------------------------------------------------


def test_findings_name_bodies_and_places() -> None:
    scene = related(
        "place('box_', at=(-1, 0, 0), name='a'), place('box_', at=(-0.5, 0, 0.1), name='b'), place('box_', at=(2.3, 0, -1), name='c')",
        "near('a', 'c', 0, 0.5), facing('b', 'a'), near('a', 'nothing')",
    )
    problem = problem_of(scene, bodies_of(scene))
    outlines = outlines_of(scene, problem.bodies)
    frame = frame_of(scene)
    found = findings_of(certify(scene, problem=problem), problem.constraints, outlines, frame, scene.room)
    assert [f.mark for f in found] == ["A", "B", "C", "D", "E"]
    collision, bounds, near, facing, unread = found
    assert collision.collision
    assert {problem.bodies.path[b] for b in collision.bodies} == {"plan/a", "plan/b"}
    assert [problem.bodies.path[b] for b in bounds.bodies] == ["plan/c"]
    assert bounds.at is not None
    assert bounds.at[0] == pytest.approx(500.0, abs=35.0)
    ((start, end),) = near.lines
    assert start == pytest.approx((150.0, 200.0), abs=0.1)
    assert end == pytest.approx((480.0, 100.0), abs=0.1)
    assert facing.lines
    assert not unread.lines
    assert "nothing" in unread.text


def drawn(scene: Scene, **more: object) -> np.ndarray:
    problem = problem_of(scene, bodies_of(scene))
    certificate = certify(scene, problem=problem)
    return np.asarray(
        draw_plan(scene, bodies=problem.bodies, certificate=certificate, constraints=problem.constraints, **more)  # type: ignore[arg-type]
    )


def test_red_is_only_for_what_is_wrong() -> None:
    apart = "place('box_', at=(-1, 0, 0), name='a'), place('box_', at=(1, 0, 0), name='b')"
    clean = drawn(related(apart, "near('a', 'b', 0, 3)"))
    failing = drawn(related(apart, "near('a', 'b', 0, 0.2)"))
    touching = drawn(related(apart.replace("at=(1,", "at=(-0.5,"), "near('a', 'b', 0, 3)"))
    assert pixels(clean, RED) == 0
    assert pixels(failing, RED) > 300
    assert pixels(touching, RED) > 300


def test_floor_is_tinted_by_whether_one_gets_there() -> None:
    wall = "place(primitive_call('cube', {'scale': (0.1, 2.0, 4.0)}), at=(-0.5, 0, 0), name='partition')"
    scene = made(wall)
    walkable = certify(scene).walkable
    assert walkable is not None
    reached, cut_off = walkable_shapes(walkable, np.array([-2.5, -2.0]), np.array([2.5, 2.0]))
    assert reached.area == pytest.approx(2.95 * 4.0, rel=0.08)
    assert cut_off.area == pytest.approx(1.95 * 4.0, rel=0.08)
    picture = drawn(scene)
    assert pixels(picture, WALKABLE, 2) > 1.2 * pixels(picture, UNREACHED, 2) > 1000


# -- what was moved -----------------------------------------------------------------------------------------------------


def moves_of(scene: Scene, *by: tuple[float, float, float, float]) -> tuple[BodyMove, ...]:
    """As if each body had come from elsewhere: dx, dy, dz and degrees back."""
    bodies = bodies_of(scene)
    before = bodies.initial.copy()
    before[: len(by)] -= np.array(by) * (1, 1, 1, math.pi / 180)
    return moves_between(bodies, before, bodies.initial)


def test_what_moved_has_its_old_outline_and_an_arrow_to_the_new() -> None:
    scene = made("place('corner', at=(1, 0, 0), turn=90, name='sofa')")
    (move,) = moves_of(scene, (1.5, 0, 0.5, 90))
    outlines = outlines_of(scene, bodies_of(scene))
    (old,) = footprints([move], outlines, offered=False).values()
    before = made("place('corner', at=(-0.5, 0, -0.5), turn=0, name='sofa')")
    (fresh,) = outlines_of(before, bodies_of(before))
    assert old.symmetric_difference(fresh.shape).area < 1e-6 * old.area + 1e-6
    (ghost,) = ghosts_of([move], outlines, frame_of(scene), offered=False)
    assert ghost.start == pytest.approx((200.0, 150.0), abs=0.1)
    assert ghost.end == pytest.approx((350.0, 200.0), abs=0.1)
    assert ghost.text == "1.58 m, 90°"
    assert ghost.arrow
    # an offer is drawn the other way round: the body stands where the arrow begins
    back = BodyMove(move.path, move.after, move.before, move.distance_m, move.turn_deg, "")
    (there,) = footprints([back], outlines, offered=True).values()
    assert there.symmetric_difference(fresh.shape).area < 1e-5


@pytest.mark.parametrize(
    ("by", "text", "shape", "arrow"),
    [
        ((0.04, 0, 0, 0), "", True, True),
        ((0.004, 0, 0, 0), None, False, False),
        ((0, 0.3, 0, 0), "30 cm up", False, False),
        ((0, 0, 0, 45), "45°", True, False),
        ((0.9999, 0, 0, 0), "1.00 m", True, True),
    ],
)
def test_what_is_drawn_of_a_move(by: tuple[float, ...], text: str | None, shape: bool, arrow: bool) -> None:
    scene = made("place('box_', at=(0, 0, 0), name='a')")
    found = ghosts_of(moves_of(scene, by), outlines_of(scene, bodies_of(scene)), frame_of(scene), offered=False)  # type: ignore[arg-type]
    assert [(g.text, g.shape is not None, g.arrow) for g in found] == ([] if text is None else [(text, shape, arrow)])


def test_what_is_carried_along_has_no_arrow_of_its_own() -> None:
    scene = made("place('box_', at=(0, 0, 0), name='a'), place('corner', at=(1, 0.5, -1), name='b')")
    outlines = outlines_of(scene, bodies_of(scene))
    along = [
        BodyMove("plan/a", (0, 0, 0, 0), (1, 0, 0, 90), 1.0, 90.0, ""),
        BodyMove("plan/b", (0.2, 0.5, 0, 0), (1, 0.5, -0.2, 90), 0.82, 90.0, ""),
    ]
    big = shapely.box(-3, -3, 3, 3)
    outlines = tuple(replace(o, shape=big) if o.path == "plan/a" else o for o in outlines)
    first, second = ghosts_of(along, outlines, frame_of(scene), offered=False)
    assert (first.carried, second.carried) == (False, True)
    assert not second.arrow
    alone = BodyMove("plan/b", (0.2, 0.5, 0, 0), (1, 0.5, 0.4, 90), 0.9, 90.0, "")
    assert not any(g.carried for g in ghosts_of([along[0], alone], outlines, frame_of(scene), offered=False))


def test_moves_and_offers_have_colours_of_their_own() -> None:
    scene = made("place('box_', at=(1, 0, 0), name='a'), place('box_', at=(-1, 0, 1), name='b')")
    moves = moves_of(scene, (1.5, 0, 0, 0))
    plain, moved, offered = drawn(scene), drawn(scene, moves=moves), drawn(scene, offered=moves)
    assert pixels(plain, MOVED) == pixels(plain, OFFERED) == 0
    assert pixels(moved, MOVED) > 300
    assert pixels(moved, OFFERED) == 0
    assert pixels(offered, OFFERED) > 300
    assert pixels(offered, MOVED) == 0
    assert moved.shape[0] > plain.shape[0]  # the list says what moved


def test_a_body_from_outside_draws_over_nothing_but_the_plan() -> None:
    scene = made("place('box_', at=(1, 0, 0), name='a')")
    picture = drawn(scene, moves=moves_of(scene, (0, 0, -9.0, 0)))
    assert pixels(picture[:74], MOVED) == 0
    assert pixels(picture, MOVED) > 300


def test_on_open_ground_the_plan_reaches_to_old_and_new_places() -> None:
    scene = made("place('box_', at=(1, 0, 0), name='a'), place('box_', at=(-1, 0, 0), name='b')", "")
    near, far = drawn(scene), drawn(scene, offered=moves_of(scene, (0, 0, 0, 0), (-6, 0, 0, 0)))
    assert pixels(far, OFFERED) > 300
    assert far.shape != near.shape
    crowd = made(", ".join(f"place('box_', at=({k % 6}, 0, {k // 6}), name='b{k}')" for k in range(30)), "")
    assert pixels(drawn(crowd, moves=moves_of(crowd, *[(0.3, 0, 0.2, 10)] * 30)), MOVED) > 1000


# -- the picture --------------------------------------------------------------------------------------------------------


def test_bodies_are_seen_in_their_colour() -> None:
    scene = made("place('box_', at=(0, 0, 0), name='a')")
    picture = drawn(scene).astype(int)
    reddish = (picture[..., 0] > 220) & (picture[..., 1] < 160) & (picture[..., 2] < 160) & (picture[..., 1] > 110)
    rows, columns = np.nonzero(reddish)
    across, down = np.ptp(columns), np.ptp(rows)
    assert across / down == pytest.approx(1.0 / 0.6, rel=0.05)


@pytest.mark.parametrize(
    "room",
    ["room(1.2, 14, 2.5)", "room(30, 2, 3)", "room(0.4, 0.4, 0.4)", "room(120, 90, 12)", ""],
)
@pytest.mark.parametrize("body", ["place('box_', at=(0, 0, 0), name='a')", "place('corner', at=(0, 0, 0), name='b')"])
def test_every_room_has_a_plan(room: str, body: str) -> None:
    scene = made(body, room)
    picture = draw_plan(scene, certificate=certify(scene))
    assert picture.width <= 1200
    assert 200 < picture.height < 2400


def test_a_plan_has_the_width_that_is_asked_for() -> None:
    scene = made("place('box_', at=(0, 0, 0), name='a')")
    assert draw_plan(scene, width=700).width == 700
    with pytest.raises(LayoutError, match="at least 400"):
        draw_plan(scene, width=300)


def test_an_empty_room_and_long_names_are_drawn() -> None:
    assert draw_plan(made("")).width == 1200
    name = "a_very_long_name_" * 11
    assert draw_plan(made(f"place('box_', at=(0, 0, 0), name='{name}')"), title=name).width == 1200


def test_a_plan_is_the_same_every_time() -> None:
    scene = made("place('box_', at=(0, 0, 0), name='a'), place('corner', at=(1, 0, -1), name='b')")
    assert np.array_equal(drawn(scene), drawn(scene))


def test_what_belongs_to_the_building_looks_like_it() -> None:
    wall = "place(primitive_call('cube', {'scale': (0.1, 2.2, 2.0)}), at=(-0.5, 0, 0), name='partition')"
    with_wall, without = drawn(made(wall)), drawn(made("place('box_', at=(0, 0, 0), name='a')"))
    assert pixels(with_wall, WALL, 0) > pixels(without, WALL, 0) + 2000
    ground = "primitive_call('cube', {'scale': (8, 0.1, 8)}, color=(0.1, 0.1, 0.9))"
    open_ground = made(f"place({ground}, at=(0, -0.1, 0), name='ground'), place('box_', at=(0, 0, 0), name='a')", "")
    picture = drawn(open_ground)
    tinted = picture[picture.shape[0] // 2, 100].astype(int)
    assert tinted[1] > 150  # what one walks on shines through on what others stand on
