"""What is in the way, against brute force with shapely and fcl; where doors swing and who may intersect all the same."""

from __future__ import annotations

from dataclasses import replace

import fcl
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.layout import Bodies, Problem, Support
from scenewright.scene.layout.search import keep_out_zones, occupancy_of
from scenewright.scene.layout.search.keepouts import PASSAGE_HEIGHT, exempt_pairs
from scenewright.scene.layout.search.occupancy import HEIGHT_SLACK, FloorZone, Occupancy
from scenewright.scene.layout.search.planar import separation
from scenewright.scene.model import FloatArray, Opening, Room
from tests.support.layout_cases import Thing, bodies_of_things, problem_of
from tests.support.layout_oracles import L_BOXES, TABLE_BOXES, door_swings, pieces, rectangle, with_boxes, with_parents


def crowd(rng: np.random.Generator, count: int = 7) -> Bodies:
    """Blocks, a table on legs and an L: bodies 0 and 1 have pieces."""
    things = {"table": Thing((1.6, 0.75, 0.9)), "sofa": Thing((2.0, 0.8, 2.0))}
    things |= {f"b{k}": Thing(tuple(rng.uniform(0.2, 1.3, 3))) for k in range(count - 2)}
    return with_boxes(with_boxes(bodies_of_things(things), 0, TABLE_BOXES), 1, L_BOXES)


def scattered(rng: np.random.Generator, count: int) -> FloatArray:
    return np.column_stack(
        [
            rng.uniform(-1.8, 1.8, count),
            rng.choice([0.0, 0.0, 0.3, 0.75], count),
            rng.uniform(-1.8, 1.8, count),
            rng.uniform(-4, 4, count),
        ]
    )


def plain_depth(bodies: Bodies, a: int, pose_a: FloatArray, b: int, pose_b: FloatArray) -> float:
    """How deep two bodies are in each other, at most, box by box; 0 where shapely finds nothing shared."""
    depth = 0.0
    for box_a, (p, low, high) in zip(bodies.boxes[a], pieces(bodies.boxes[a], pose_a), strict=True):
        for box_b, (q, least, most) in zip(bodies.boxes[b], pieces(bodies.boxes[b], pose_b), strict=True):
            if min(high, most) - max(low, least) > HEIGHT_SLACK and p.intersection(q).area > 1e-12:
                between = np.array(q.centroid.coords[0]) - np.array(p.centroid.coords[0])
                half_a, half_b = ((box[1] - box[0])[[0, 2]] / 2 for box in (box_a, box_b))
                gap = separation(between, np.array(pose_a[3]), half_a, np.array(pose_b[3]), half_b)
                depth = max(depth, -float(gap))
    return depth


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_depths_are_those_of_every_pair_tried(seed):
    rng = np.random.default_rng(seed)
    bodies = crowd(rng)
    occupancy = Occupancy(bodies, exempt=[(2, 3)])
    poses = scattered(rng, len(bodies))
    standing = [b for b in range(1, len(bodies)) if rng.random() < 0.8]
    for b in standing:
        occupancy.put(b, poses[b])
    body = int(rng.choice([0, 2]))
    tried = scattered(rng, 6)
    others = [b for b in standing if b != body and {body, b} != {2, 3}]
    plain = np.array([[plain_depth(bodies, body, at, b, poses[b]) for b in others] for at in tried]).reshape(6, -1)
    assert occupancy.depths(body, tried) == pytest.approx(plain.max(axis=1, initial=0.0), abs=1e-8)
    candidate, other, depth = occupancy.pairs(body, tried)
    found = np.zeros(plain.shape)
    for c, b, d in zip(candidate.tolist(), other.tolist(), depth.tolist(), strict=True):
        found[c, others.index(b)] = max(found[c, others.index(b)], d)
    assert found == pytest.approx(plain, abs=1e-8)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_who_meets_whom_agrees_with_fcl(seed):
    rng = np.random.default_rng(seed)
    bodies = crowd(rng)
    occupancy = Occupancy(bodies)
    poses = scattered(rng, len(bodies))
    for b, pose in enumerate(poses):
        occupancy.put(b, pose)
    solids = [[solid(box, pose) for box in boxes] for boxes, pose in zip(bodies.boxes, poses, strict=True)]
    for a in range(len(bodies)):
        met = {clash.b for clash in occupancy.clashes(a)}
        for b in range(len(bodies)):
            if a != b and any(
                fcl.collide(p, q, fcl.CollisionRequest(), fcl.CollisionResult()) for p in solids[a] for q in solids[b]
            ):
                assert b in met
            elif a != b:
                assert b not in met


def solid(box: FloatArray, pose: FloatArray) -> fcl.CollisionObject:
    """A box of a body in the room, a little less high, since what touches from above is no clash."""
    size, middle = box[1] - box[0], box.mean(axis=0)
    c, s = np.cos(pose[3]), np.sin(pose[3])
    turn = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    return fcl.CollisionObject(
        fcl.Box(size[0], size[1] - 1.01e-3, size[2]), fcl.Transform(turn, pose[:3] + turn @ middle)
    )


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_a_push_parts_two_boxes_and_each_sees_the_same_clash(seed):
    rng = np.random.default_rng(seed)
    bodies = bodies_of_things({f"b{k}": Thing(tuple(rng.uniform(0.3, 1.3, 3))) for k in range(4)})
    occupancy = Occupancy(bodies)
    for b in range(4):
        occupancy.put(b, scattered(rng, 1)[0])
    for a in range(4):
        for clash in occupancy.clashes(a):
            back = next(c for c in occupancy.clashes(clash.b) if c.b == a)
            assert (clash.a, back.depth) == (a, pytest.approx(clash.depth, abs=1e-9))
            assert np.hypot(*clash.push) == pytest.approx(clash.depth, abs=1e-9)
            moved = occupancy.poses[clash.b].copy()
            moved[[0, 2]] += np.array(clash.push) * (1 + 1e-6)
            assert occupancy.depths(clash.b, moved[None], np.array([a]))[0] == pytest.approx(0.0, abs=1e-6)


def test_a_chair_fits_under_a_table_and_not_into_its_legs():
    bodies = with_boxes(
        bodies_of_things({"table": Thing((1.6, 0.75, 0.9)), "chair": Thing((0.4, 0.68, 0.4))}), 0, TABLE_BOXES
    )
    occupancy = Occupancy(bodies)
    occupancy.put(0, np.array([1.0, 0.0, 1.0, np.pi / 2]))
    under, leg = np.array([1.0, 0.0, 1.3, 0.2]), np.array([1.3, 0.0, 1.7, 0.0])
    assert (occupancy.depths(1, np.stack([under, leg])) > 0.0).tolist() == [False, True]
    # too high by more than what touching takes
    assert occupancy.depths(1, under[None] + np.array([0, 0.03, 0, 0]))[0] > 0.0


def test_things_that_touch_do_not_clash():
    occupancy = Occupancy(bodies_of_things({"a": Thing((1, 0.5, 1)), "b": Thing((0.4, 0.3, 0.4))}))
    occupancy.put(0, np.zeros(4))
    beside, above = np.array([0.7, 0, 0, 0]), np.array([0, 0.5, 0, 0])
    sunk, into = np.array([0, 0.495, 0, 0]), np.array([0.695, 0, 0, 0])
    assert occupancy.depths(1, np.stack([beside, above])).tolist() == [0.0, 0.0]
    assert (occupancy.depths(1, np.stack([sunk, into])) > 0.0).all()
    lenient = Occupancy(occupancy.bodies, slack=0.01)
    lenient.put(0, np.zeros(4))
    assert lenient.depths(1, into[None])[0] == 0.0


def test_what_is_taken_up_is_in_nobodys_way_and_can_come_back():
    """It comes back with its boxes."""
    rng = np.random.default_rng(3)
    bodies = crowd(rng)
    occupancy = Occupancy(bodies)
    poses = scattered(rng, len(bodies))
    for b, pose in enumerate(poses):
        occupancy.put(b, pose)
    kept = occupancy.poses.copy(), occupancy.standing.copy(), occupancy.box_low.copy(), occupancy.box_high.copy()
    for row, b in enumerate(occupancy.box_body.tolist()):
        p, low, high = pieces(bodies.boxes[b], poses[b])[row - int(occupancy.table.start[b])]
        assert p.bounds == pytest.approx([*occupancy.box_low[row, [0, 2]], *occupancy.box_high[row, [0, 2]]])
        assert (occupancy.box_low[row, 1], occupancy.box_high[row, 1]) == pytest.approx((low, high))
    occupancy.take(0)
    assert 0 not in occupancy.neighbours(2, poses[2:3])
    assert all(clash.b != 0 for b in range(1, len(bodies)) for clash in occupancy.clashes(b))
    occupancy.put(1, np.array([9.0, 0, 9, 0]))
    occupancy.restore(kept[0], kept[1])
    for now, then in zip(
        (occupancy.poses, occupancy.standing, occupancy.box_low, occupancy.box_high), kept, strict=True
    ):
        assert now == pytest.approx(then)


# -- what stays free -----------------------------------------------------------------------------------------------------


DOORS = Room(
    5.0, 4.0, 2.6,
    (
        Opening("door", "front", 1.0, 0.9, 2.0), Opening("door", "left", -0.5, 0.8, 2.2), Opening("door", "right", 1.0, 1.6, 2.0),
        Opening("door", "back", -1.2, 0.7, 1.9), Opening("window", "front", -1.0, 1.2, 1.2, 0.9),
    ),
)  # fmt: skip


def test_zones_are_where_doors_swing_and_windows_have_none():
    zones = keep_out_zones(problem_of({"a": Thing((1, 1, 1))}, room=DOORS))
    made = [rectangle(zone.pose, zone.box[0, [0, 2]], zone.box[1, [0, 2]]) for zone in zones]
    assert len(zones) == 4
    swings = door_swings(DOORS)
    assert sum(p.area for p in made) == pytest.approx(0.81 + 0.64 + 1.6 + 0.49)
    for p in made:
        assert p.difference(swings).area < 1e-9
    assert [z.box[1, 1] for z in zones] == [PASSAGE_HEIGHT, 2.2, PASSAGE_HEIGHT, PASSAGE_HEIGHT]
    assert zones[1].name == "the left door"
    # the open ground has no walls, so no doors
    assert keep_out_zones(problem_of({"a": Thing((1, 1, 1))}, room=replace(DOORS, height=np.inf))) == []


def test_nothing_stands_in_a_swing_but_rugs_and_what_hangs_high():
    things = {
        "box": Thing((0.3, 0.5, 0.3)),
        "rug": Thing((1.0, 0.02, 1.0), support=Support.RUG),
        "lamp": Thing((0.3, 0.4, 0.3), support=Support.CEILING),
    }
    occupancy = occupancy_of(problem_of(things, room=DOORS))
    at_door = np.array([[1.0, 0.0, 1.6, 0.3]])
    assert occupancy.depths(0, at_door)[0] > 0.1
    assert occupancy.depths(0, np.array([[1.0, 0.0, 0.9, 0.0]]))[0] == 0.0  # before the swing
    assert occupancy.depths(1, at_door)[0] == 0.0
    assert occupancy.depths(2, at_door + np.array([0, 2.2, 0, 0]))[0] == 0.0


def exempt(problem: Problem) -> set[frozenset[int]]:
    return {frozenset(pair) for pair in exempt_pairs(problem)}


def test_only_rugs_carriers_and_containers_are_exempt():
    things = {
        "desk": Thing((1, 0.7, 0.6)),
        "rug": Thing((2, 0.02, 2), support=Support.RUG),
        "mat": Thing((1, 0.01, 1), support=Support.RUG),
        "cup": Thing((0.1, 0.1, 0.1), support=Support.SURFACE),
        "basket": Thing((0.5, 0.4, 0.5)),
        "ball": Thing((0.2, 0.2, 0.2)),
    }
    problem = with_parents(problem_of(things, ("inside", "ball", "basket", {}), ("near", "ball", "desk", {})), {3: 0})
    rugs = {frozenset((rug, b)) for rug in (1, 2) for b in (0, 3, 4, 5)}
    assert exempt(problem) == rugs | {frozenset((3, 0)), frozenset((5, 4))}
    occupancy = Occupancy(problem.bodies, exempt=exempt_pairs(problem))
    assert occupancy.exempt_of(0) == {1, 2, 3}
    assert occupancy.exempt_of(5) == {1, 2, 4}


def test_a_zone_is_an_obstacle_with_a_pose_of_its_own():
    bodies = bodies_of_things({"a": Thing((0.4, 0.5, 0.4))})
    zone = FloorZone(np.array([[-0.5, 0.1, 0.0], [0.5, 2.0, 1.0]]), np.array([2.0, 0.0, 0.0, np.pi / 2]))
    occupancy = Occupancy(bodies, zones=[zone])
    assert occupancy.count == 1
    # turned to +x, the zone reaches from 2 to 3 m
    depths = occupancy.depths(0, np.array([[2.5, 0, 0, 0], [1.9, 0, 0, 0], [1.7, 0, 0, 0], [2.5, 0, 0.8, 0]]))
    assert (depths > 0.0).tolist() == [True, True, False, False]
