"""The parts of the certifier agree with plain computations: meeting, depth, broad phase, columns."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scenewright.scene.geometry import primitive_mesh
from scenewright.scene.layout.certify import Meeting, Solids, box_pairs, column_spans, piece_pairs, with_boxes
from scenewright.scene.layout.certify.depth import push_depth
from scenewright.scene.layout.certify.shapes import hull_shape
from scenewright.scene.layout.certify.solids import group_starts
from scenewright.scene.model import PrimitiveKind


def random_solids(count: int, seed: int, *, square: bool) -> Solids:
    """Pieces of all kinds, one a body, scattered in a cube."""
    rng = np.random.default_rng(seed)
    kind = rng.choice([1, 2, 3, 4, 5], count).astype(np.uint8)
    world = np.tile(np.eye(4), (count, 1, 1))
    for i in range(count):
        turn = np.linalg.qr(rng.normal(size=(3, 3)))[0]
        world[i, :3, :3] = turn * rng.uniform(0.2, 1.0, 3) if square else rng.normal(size=(3, 3)) * 0.5
    world[:, :3, 3] = rng.uniform(-1, 1, (count, 3))
    shape = np.where(kind == PrimitiveKind.MESH, 0, -1).astype(np.int32)
    hull = hull_shape(rng.normal(size=(16, 3)) * 0.5)
    body = np.arange(count, dtype=np.int32)
    points = [samples(kind[i], hull.vertices) @ world[i, :3, :3].T + world[i, :3, 3] for i in range(count)]
    low, high = np.array([p.min(axis=0) for p in points]), np.array([p.max(axis=0) for p in points])
    return Solids(group_starts(body, count), body, kind, world, shape, (hull,), low, high)


def samples(kind: int, hull: np.ndarray) -> np.ndarray:
    """Vertices of a mesh of a unit shape; a sphere's lie within 6 mm of what it is."""
    if kind == PrimitiveKind.MESH:
        return hull
    return np.unique(primitive_mesh(PrimitiveKind(int(kind)), 5).vertices.astype(np.float64), axis=0)


def shared_radius(one: np.ndarray, two: np.ndarray) -> float:
    """Radius of the greatest ball that fits into both hulls (less than 0: how far apart their faces are), by linear programming."""
    from scipy.optimize import linprog
    from scipy.spatial import ConvexHull

    faces = np.concatenate([ConvexHull(one).equations, ConvexHull(two).equations])
    faces = np.unique(np.round(faces, 9), axis=0)
    found = linprog([0, 0, 0, -1], np.c_[faces[:, :3], np.ones(len(faces))], -faces[:, 3], bounds=[(None, None)] * 4)
    return float(found.x[3])


@pytest.mark.parametrize("square", [True, False])
def test_meeting_agrees_with_linear_programming(square: bool) -> None:
    solids = random_solids(11, 3, square=square)
    pairs = np.array([(i, j) for i in range(11) for j in range(i)], dtype=np.int32)
    met = Meeting(solids).meet(pairs[:, 0], pairs[:, 1], 0.0)
    points = [
        samples(solids.kind[i], solids.shapes[0].vertices) @ solids.world_from_unit[i, :3, :3].T
        + solids.world_from_unit[i, :3, 3]
        for i in range(11)
    ]
    radius = np.array([shared_radius(points[i], points[j]) for i, j in pairs.tolist()])
    sure = np.abs(radius) > 7e-3  # the hulls here are facets within the true shapes
    assert sure.mean() > 0.9
    assert np.array_equal(met[sure], radius[sure] > 0)
    assert 8 < met.sum() < len(met) - 8


def test_shrunk_pieces_meet_where_they_share_over_the_tolerance() -> None:
    solids = with_boxes(
        random_solids(1, 0, square=True), np.array([[5.0, 0, 0], [5.99, 0, 0]]), np.array([[6.0, 1, 1], [7, 1, 1]])
    )
    a, b = np.array([1], dtype=np.int32), np.array([2], dtype=np.int32)
    meeting = Meeting(solids)
    assert [bool(meeting.meet(a, b, -g / 2)[0]) for g in (0.001, 0.009, 0.011)] == [True, True, False]
    assert push_depth(meeting, a, b) == pytest.approx(0.01, abs=1e-9)
    assert bool(meeting.meet(a, b, 0.01, np.array([-0.025, 0, 0]))[0])
    assert not bool(meeting.meet(a, b, 0.01, np.array([-0.035, 0, 0]))[0])


def test_depth_is_the_least_push_that_parts_two_pieces() -> None:
    solids = random_solids(14, 5, square=True)
    meeting = Meeting(solids)
    pairs = np.array([(i, j) for i in range(14) for j in range(i)], dtype=np.int32)
    pairs = pairs[meeting.meet(pairs[:, 0], pairs[:, 1], -0.005)]
    depth = push_depth(meeting, pairs[:, 0], pairs[:, 1])
    rng = np.random.default_rng(1)
    ways = rng.normal(size=(40, 3))
    ways /= np.linalg.norm(ways, axis=1, keepdims=True)
    assert len(pairs) > 5
    for (i, j), d in zip(pairs.tolist(), depth.tolist(), strict=True):
        a, b = np.array([i], dtype=np.int32), np.array([j], dtype=np.int32)
        assert all(meeting.meet(a, b, 0.0, 0.9 * d * way)[0] for way in ways)


def test_broad_phase_finds_every_pair_of_boxes() -> None:
    rng = np.random.default_rng(0)
    low = rng.uniform(-2, 2, (150, 3))
    high = low + rng.uniform(0.05, 0.8, (150, 3))
    low[7], high[7] = np.inf, -np.inf
    for margin in (-0.05, 0.0, 0.2):
        near = ((low[:, None] - high[None] <= margin) & (low[None] - high[:, None] <= margin)).all(axis=2)
        plain = np.argwhere(np.triu(near, 1) & np.isfinite(low).all(1)[:, None] & np.isfinite(low).all(1)[None])
        assert np.array_equal(box_pairs(low, high, margin), plain)


def test_piece_pairs_are_all_pieces_of_two_bodies_that_come_near() -> None:
    solids = random_solids(40, 2, square=True)
    body = np.repeat(np.arange(4, dtype=np.int32), 10)
    solids = replace(solids, body=body, start=group_starts(body, 4))
    found = {
        (int(a), int(b))
        for _, one, two in piece_pairs(solids, np.array([[0, 1], [2, 3]], dtype=np.int32), 0.0)
        for a, b in zip(one, two, strict=True)
    }
    near = ((solids.low[:, None] <= solids.high[None]) & (solids.low[None] <= solids.high[:, None])).all(axis=2)
    plain = {(int(i), int(j)) for i, j in np.argwhere(near) if (body[i], body[j]) in {(0, 1), (2, 3)}}
    assert found == plain


@pytest.mark.parametrize("square", [True, False])
def test_columns_enter_and_leave_where_a_fine_walk_does(square: bool) -> None:
    solids = random_solids(60, 9, square=square)
    rng = np.random.default_rng(4)
    points = solids.world_from_unit[:, None, (0, 2), 3] + rng.normal(size=(60, 8, 2)) * 0.3
    bottom, top = column_spans(solids, np.arange(60, dtype=np.int32), points)
    heights = np.linspace(-6, 6, 6001)
    for i in range(60):
        for k in range(8):
            walk = np.stack(
                [
                    np.full_like(heights, points[i, k, 0]),
                    heights,
                    np.full_like(heights, points[i, k, 1]),
                    np.ones_like(heights),
                ]
            )
            inside = within(int(solids.kind[i]), (solids.unit_from_world[i] @ walk)[:3], solids)
            if inside.sum() > 2:
                assert bottom[i, k] == pytest.approx(heights[inside][0], abs=0.004)
                assert top[i, k] == pytest.approx(heights[inside][-1], abs=0.004)
            else:
                assert top[i, k] - bottom[i, k] < 0.008


def within(kind: int, p: np.ndarray, solids: Solids) -> np.ndarray:
    x, y, z = p
    if kind == PrimitiveKind.CUBE:
        return (np.abs(p) <= 0.5).all(axis=0)
    if kind == PrimitiveKind.SPHERE:
        return (p * p).sum(axis=0) <= 1
    if kind == PrimitiveKind.CYLINDER:
        return (x * x + z * z <= 1) & (y >= 0) & (y <= 1)
    if kind == PrimitiveKind.CONE:
        return (x * x + z * z <= (1 - y) ** 2) & (y >= 0) & (y <= 1)
    planes = solids.shapes[0].planes
    return (planes[:, :3] @ p <= planes[:, 3:]).all(axis=0)
