"""What the certifier says of scenes as people write them: slight gaps and overlaps, joined bodies, open ground."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import Certificate, Problem
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import Slight, SlightKind, certify
from scenewright.scene.layout.certify import evidence_of
from scenewright.scene.layout.model import Joined
from scenewright.scene.model import Room, Scene
from tests.support.certified_rooms import BLOCK, judged, room_of, wrong

WIDE = Room(100.0, 100.0, 50.0)


def open_ground(*things: str) -> Scene:
    """A scene without a room."""
    scene = room_of(*things, room="concat_shapes()")
    assert scene.room is None
    return scene


def judged_joined(scene: Scene, *groups: tuple[str, ...], ground: float = 0.0) -> Certificate:
    """The certificate where some bodies, by the ends of their paths, are joined."""
    bodies = bodies_of(scene)
    if bodies.ground != ground:
        lower = bodies.initial.copy()
        lower[:, 1] -= ground - bodies.ground
        bodies = replace(bodies, initial=lower, ground=ground)
    number = {path.split("/", 1)[1]: i for i, path in enumerate(bodies.path)}
    joined = tuple(Joined(tuple(number[n] for n in names), "they are one") for names in groups)
    none = bodies.row * 0 - 1
    return certify(scene, problem=Problem(bodies, scene.room or WIDE, (), none, none, joined=joined))


def told(certificate: Certificate) -> list[tuple[str, tuple[str, ...], float, float, tuple[float, float] | None]]:
    """Kind, paths without the root, figure and dy in millimetres, direction."""

    def plain(s: Slight) -> tuple[str, tuple[str, ...], float, float, tuple[float, float] | None]:
        way = None if s.direction is None else (round(s.direction[0], 3), round(s.direction[1], 3))
        names = tuple(p.split("/", 1)[1] for p in s.paths)
        return str(s.kind), names, round(1000 * s.figure, 2), round(1000 * s.dy, 2), way

    return [plain(s) for s in certificate.slight]


# -- tolerances -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("gap", "slight", "flagged"), [(1, False, False), (8, True, False), (12, False, True)])
def test_a_cup_some_millimetres_above_its_table_is_only_noted(gap: int, slight: bool, flagged: bool) -> None:
    certificate = judged(BLOCK, f"disc(0.04, 0.1), at=(0.2, {0.5 + gap / 1000}, 0), name='cup'")
    assert (wrong(certificate) == {("support", ("cup",))}) is flagged
    assert told(certificate) == ([("gap", ("cup", "a"), gap, -gap, None)] if slight else [])


def test_a_gap_between_the_floor_and_a_stack_is_noted_once() -> None:
    low, high = "block(1, 0.5, 1), at=(0, 0.006, 0), name='low'", "block(0.4, 0.2, 0.4), at=(0, 0.506, 0), name='high'"
    certificate = judged(low, high)
    assert certificate.certified
    assert told(certificate) == [("gap", ("low",), 6, -6, None)]


@pytest.mark.parametrize(("deep", "slight", "flagged"), [(0.8, False, False), (4, True, False), (6, False, True)])
def test_boxes_that_overlap_some_millimetres_get_a_way_out(deep: float, slight: bool, flagged: bool) -> None:
    certificate = judged(BLOCK, f"block(1, 0.5, 1), at=({1 - deep / 1000}, 0, 0), name='b'")
    assert certificate.collision_free is not flagged
    assert told(certificate) == ([("overlap", ("a", "b"), deep, 0, (-1, 0))] if slight else [])


def test_what_is_sunk_in_says_how_far_up_it_must_go() -> None:
    certificate = judged(BLOCK, "block(0.2, 0.2, 0.2), at=(0, 0.497, 0), name='box'")
    assert certificate.certified
    assert told(certificate) == [("overlap", ("box", "a"), 3, 3, None)]
    floor = judged("block(0.2, 0.2, 0.2), at=(0, -0.004, 0), name='box'")
    assert floor.certified
    assert told(floor) == [("overlap", ("box",), 4, 4, None)]


def test_of_a_fixed_and_a_free_body_the_free_one_must_move() -> None:
    scene = room_of(
        "block(0.1, 2.5, 2), at=(0, 0, 0), name='partition'", "block(0.5, 1, 0.5), at=(0.297, 0, 0), name='box'"
    )
    bodies = bodies_of(scene)
    assert bodies.fixed.tolist() == [True, False]
    assert told(certify(scene, bodies=bodies)) == [("overlap", ("box", "partition"), 3, 0, (1, 0))]


def test_walls_and_ceiling_tell_the_way_into_the_room() -> None:
    certificate = judged("block(1, 2.0, 1), at=(1.504, 0, 0), name='a'")
    assert certificate.in_bounds
    assert told(certificate) == [("overlap", ("a",), 4, 0, (-1, 0))]
    assert told(judged("block(1, 2.503, 1), at=(0, 0, 0), name='a'")) == [("overlap", ("a",), 3, -3, None)]


def test_json_lists_what_is_slight() -> None:
    certificate = judged("block(1, 0.5, 1), at=(0, 0.006, 0), name='a'")
    assert certificate.slight[0].kind is SlightKind.GAP
    assert certificate.to_json()["slight"] == [
        {"kind": "gap", "paths": ["scene/a"], "figure_m": 0.006, "dy": -0.006, "direction": None}
    ]


# -- joined bodies --------------------------------------------------------------------------------------------------------


def test_joined_bodies_may_intersect_and_hold_each_other() -> None:
    scene = room_of(BLOCK, "block(0.4, 0.4, 0.4), at=(0.4, 0.3, 0), name='b'")
    assert {kind for kind, _ in wrong(certify(scene))} == {"collision", "support"}
    certificate = judged_joined(scene, ("a", "b"))
    assert certificate.certified
    assert certificate.support == 1.0
    assert certificate.placed == 2


@pytest.mark.parametrize(("beyond", "held"), [(0.3, True), (0.9, False)])
def test_joined_bodies_stand_by_their_common_weight(beyond: float, held: bool) -> None:
    """A box near the edge of a table, and one joined to its side, out in the air: together they tip or not."""
    scene = room_of(
        "table(1.4, 0.75, 0.8), at=(0, 0, 0), name='table'",
        "block(0.6, 0.3, 0.3), at=(0.4, 0.75, 0), name='box'",
        f"block({beyond}, 0.3, 0.3), at=({0.7 + beyond / 2}, 0.75, 0), name='arm'",
    )
    assert ("support", "arm") in {(kind, paths[0]) for kind, paths in wrong(certify(scene))}
    assert wrong(judged_joined(scene, ("box", "arm"))) == (set() if held else {("support", ("arm", "table"))})


def test_joined_bodies_that_float_are_named_once() -> None:
    scene = room_of("block(1, 0.5, 1), at=(0, 0.1, 0), name='a'", "block(0.4, 0.4, 0.4), at=(0.4, 0.4, 0), name='b'")
    certificate = judged_joined(scene, ("a", "b"))
    (found,) = certificate.violations
    assert found.paths == ("scene/a",)
    assert found.figure == pytest.approx(0.1)
    assert "joined" in found.message
    assert certificate.placed == 0
    assert certificate.support == 0.0


def test_a_body_stands_on_joined_ones_and_they_on_it_no_more() -> None:
    scene = room_of(
        "block(1, 0.5, 1), at=(0, 0.5, 0), name='a'",
        "block(0.4, 0.5, 0.4), at=(0, 0.3, 0), name='b'",
        "block(0.2, 0.2, 0.2), at=(0, 1.0, 0), name='cup'",
    )
    certificate = judged_joined(scene, ("a", "b"))
    assert wrong(certificate) == {("support", ("a",)), ("support", ("cup", "a"))}


# -- open ground ----------------------------------------------------------------------------------------------------------


def test_heights_are_above_the_ground_and_places_in_the_world() -> None:
    scene = open_ground("block(1, 1, 1), at=(0, -2, 0), name='a'", "block(1, 1, 1), at=(3, -1.9, 0), name='b'")
    certificate = judged_joined(scene, ground=-2.0)
    (found,) = certificate.violations
    assert found.paths == ("scene/b",)
    assert found.figure == pytest.approx(0.1)
    assert found.place == pytest.approx((3, -1.9, 0))


def test_open_ground_has_no_bounds() -> None:
    scene = evaluate_here(
        "from scene.language import *\n@register()\ndef scene():\n    return concat_shapes("
        "place(box(1, 1, 1), at=(500, 0, 0), name='a'), place(box(1, 90, 1), at=(0, 0, 0), name='b'))\n"
        "def box(w, h, d): return primitive_call('cube', {'scale': (w, h, d)})\n"
    )
    assert certify(scene).certified


def test_people_walk_on_flat_ground_outside_and_low_platforms() -> None:
    ground, post = "block(8, 0.3, 8), at=(0, -0.3, 0), name='ground'", "block(0.3, 1, 0.3), at=(1, 0, 0), name='post'"
    scene = open_ground(ground, post)
    assert bodies_of(scene).fixed.tolist() == [True, False]
    certificate = certify(scene)
    assert certificate.unreached == ()
    assert certificate.navigable == 1.0
    assert certificate.walkable is not None
    assert certificate.walkable.free_area > 60.0
    room = room_of(f"block(3.9, {0.2}, 3), at=(0, 0, -0.4), name='stage'", post.replace("(1, 0, 0)", "(1, 0.2, -1)"))
    low = replace(bodies_of(room), fixed=np.array([True, False]))
    assert certify(room, bodies=low).unreached == ()
    room = room_of(f"block(3.9, {0.6}, 3), at=(0, 0, -0.4), name='stage'", post.replace("(1, 0, 0)", "(1, 0.6, -1)"))
    high = replace(bodies_of(room), fixed=np.array([True, False]))
    assert certify(room, bodies=high).unreached == ("scene/post",)


# -- what is told closes what it tells of --------------------------------------------------------------------------------


def extent_of(scene: Scene) -> tuple[np.ndarray, np.ndarray]:
    """Least and greatest corner of the first body."""
    evidence = evidence_of(scene, provider=None, bodies=bodies_of(scene), room=scene.room)
    return evidence.low[0], evidence.high[0]


def moved_as_told(scene: Scene, slight: Slight) -> Scene:
    row = scene.find(slight.paths[0]).index
    local = scene.nodes.parent_from_local.copy()
    way = slight.direction
    step = np.array([0.0, slight.dy, 0.0]) if way is None else slight.figure * np.array([way[0], 0.0, way[1]])
    local[row, :3, 3] += step
    return replace(scene, nodes=replace(scene.nodes, parent_from_local=local))


SHAPES = ("block(0.5, 0.4, 0.3)", "disc(0.2, 0.4)", "ball(0.2)", "table(0.6, 0.4, 0.5)", "block(0.3, 0.003, 0.3)")


@pytest.mark.parametrize("seed", range(12))
def test_a_body_that_moves_as_told_touches_and_no_more(seed: int) -> None:
    rng = np.random.default_rng(seed)
    one, two = (SHAPES[k] for k in rng.integers(len(SHAPES), size=2))
    turns = rng.uniform(0, 360, 2)
    above = seed % 3 == 0
    base = room_of(f"{one}, at=(0, 0, 0), turn={turns[0]}, name='a'", room="room(6, 6, 3)")
    top = float(extent_of(base)[1][1])
    off = rng.uniform(-0.003, 0.009) if above else 0.0
    at = (rng.uniform(-0.05, 0.05), top + off, rng.uniform(-0.05, 0.05)) if above else (rng.uniform(0.2, 0.4), 0.0, 0.1)
    scene = room_of(
        f"{one}, at=(0, 0, 0), turn={turns[0]}, name='a'",
        f"{two}, at={at}, turn={turns[1]}, name='b'",
        room="room(6, 6, 3)",
    )
    for _ in range(150):  # out of each other until no more than some millimetres are left
        certificate = certify(scene)
        if certificate.collision_free:
            break
        scene = moved_as_told(scene, Slight(SlightKind.OVERLAP, ("scene/b", "scene/a"), 0.003, direction=(1.0, 0.0)))
    assert certificate.collision_free
    for _ in range(2):
        told = [s for s in certify(scene).slight if len(s.paths) == 2]
        if not told:
            break
        scene = moved_as_told(scene, told[0])
    assert [s for s in certify(scene).slight if len(s.paths) == 2] == []
