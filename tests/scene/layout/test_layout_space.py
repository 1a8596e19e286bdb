"""The air about a body's parts, and the parts themselves: against cells walked one by one, volumes and areas by formula."""

from __future__ import annotations

from collections import deque

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.layout.bodies.pieces import bounds_of, boxes_of, split
from scenewright.scene.layout.bodies.solids import TOLERANCE, Solid
from scenewright.scene.layout.bodies.space import Space
from scenewright.scene.model import FloatArray, PrimitiveKind

N = 10


@st.composite
def blocks(draw) -> np.ndarray:
    """Boxes of whole cells in a cube of ten, two of them at its corners, so that it is the whole."""
    made = [[[0, 0, 0], [1, 1, 1]], [[N - 1, N - 1, N - 1], [N, N, N]]]
    for _ in range(draw(st.integers(1, 9))):
        low = [draw(st.integers(0, N - 2)) for _ in range(3)]
        high = [draw(st.integers(a + 1, N)) for a in low]
        made.append([low, high])
    return np.array(made)


CUPBOARD = np.array(
    [
        [[0, 0, 0], [1, N, N]], [[N - 1, 0, 0], [N, N, N]], [[0, 0, 0], [N, 1, N]], [[0, N - 1, 0], [N, N, N]],
        [[0, 0, 0], [N, N, 1]], [[0, 0, N - 1], [N, N, N]],
    ]
)  # fmt: skip


def walked(cells: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(N, N, N) which cells are full, and which of the others air comes to: from the sides, the front and above."""
    full = np.zeros((N, N, N), dtype=bool)
    for low, high in cells:
        full[low[0] : high[0], low[1] : high[1], low[2] : high[2]] = True
    free = np.zeros_like(full)
    border = [c for c in np.ndindex(N, N, N) if not full[c] and (c[0] in (0, N - 1) or c[1] == N - 1 or c[2] == N - 1)]
    queue = deque(border)
    for c in border:
        free[c] = True
    while queue:
        c = queue.popleft()
        for axis in range(3):
            for step in (-1, 1):
                d = list(c)
                d[axis] += step
                if 0 <= d[axis] < N and not full[tuple(d)] and not free[tuple(d)]:
                    free[tuple(d)] = True
                    queue.append(tuple(d))
    return full, free


def space_of(cells: np.ndarray) -> Space:
    boxes = cells / 10.0
    return Space(boxes, np.stack([boxes[:, 0].min(axis=0), boxes[:, 1].max(axis=0)]))


@settings(max_examples=40, deadline=None)
@given(blocks())
def test_air_gets_where_a_walk_from_cell_to_cell_does(cells):
    full, free = walked(cells)
    space = space_of(cells)
    middles = (np.argwhere(np.ones((N, N, N))) + 0.5) / 10.0
    shut = space.shut_in(middles).reshape(N, N, N)
    assert (shut == (~full & ~free)).all()
    assert space.total == pytest.approx(1.0)
    assert space.share_of(cells / 10.0) == pytest.approx(full.mean())


@settings(max_examples=40, deadline=None)
@given(blocks(), st.lists(st.integers(0, N), min_size=6, max_size=6))
def test_free_volume_is_that_of_the_free_cells(cells, corner):
    _, free = walked(cells)
    space = space_of(cells)
    box = np.sort(np.array(corner).reshape(2, 3), axis=0)
    lo, hi = ([int(np.argmin(np.abs(space.lines[axis] - end[axis] / 10.0))) for axis in range(3)] for end in box)
    exact = all(
        abs(space.lines[axis][n] - box[e][axis] / 10.0) < 1e-9
        for e, at in enumerate((lo, hi))
        for axis, n in enumerate(at)
    )
    if exact:
        part = free[box[0, 0] : box[1, 0], box[0, 1] : box[1, 1], box[0, 2] : box[1, 2]]
        assert space.free_in(np.array(lo), np.array(hi)) == pytest.approx(part.sum() / 1000.0)
    assert space.free_in(np.array(hi), np.array(lo)) == pytest.approx(0.0)


def test_a_closed_cupboard_is_shut_and_an_open_one_is_not():
    """Its back may be missing at a wall, its bottom on the floor."""
    middle = np.array([[0.5, 0.5, 0.5]])
    assert space_of(CUPBOARD).shut_in(middle).tolist() == [True]
    assert space_of(CUPBOARD[:-1]).shut_in(middle).tolist() == [False]  # no door
    assert space_of(CUPBOARD[[0, 1, 2, 3, 5]]).shut_in(middle).tolist() == [True]  # its back is at the wall
    assert space_of(CUPBOARD[[0, 1, 3, 4, 5]]).shut_in(middle).tolist() == [True]  # its bottom is on the floor
    # a gap about the door as wide as a coin opens nothing, one as wide as a hand does
    for gap, shut in ((0.008, True), (0.08, False)):
        door = np.array([[0.1 + gap, 0.1, 0.9], [0.9 - gap, 0.9, 1.0]])
        boxes = np.concatenate([CUPBOARD[:-1] / 10.0, door[None]])
        assert Space(boxes, np.array([[0, 0, 0], [1, 1, 1.0]])).shut_in(middle).tolist() == [shut]


@settings(max_examples=40, deadline=None)
@given(blocks())
def test_boxes_hold_every_part_and_are_few(cells):
    elements = cells / 10.0
    boxes = boxes_of(elements, space_of(cells))
    assert 1 <= len(boxes) <= 8
    points = np.random.default_rng(0).random((30, 1, 3)) * (elements[:, 1] - elements[:, 0]) + elements[:, 0]
    points = points.reshape(-1, 1, 3)
    assert ((points >= boxes[:, 0] - 1e-9) & (points <= boxes[:, 1] + 1e-9)).all(axis=2).any(axis=1).all()
    whole = np.stack([elements[:, 0].min(axis=0), elements[:, 1].max(axis=0)])
    assert boxes[:, 0].min(axis=0) == pytest.approx(whole[0])
    assert boxes[:, 1].max(axis=0) == pytest.approx(whole[1])


# -- triangles --------------------------------------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.05, 0.6))
def test_split_triangles_are_small_and_cover_the_same(seed, size):
    rng = np.random.default_rng(seed)
    corners = rng.uniform(-1, 1, (6, 3, 3))
    small = split(corners, np.array([size, np.inf, size]))
    low, high = bounds_of(small)
    assert ((high - low)[:, [0, 2]] <= size + 1e-12).all()
    assert area_of(small) == pytest.approx(area_of(corners))
    least, most = bounds_of(corners)
    assert (low.min(axis=0) >= least.min(axis=0) - 1e-12).all()
    assert (high.max(axis=0) <= most.max(axis=0) + 1e-12).all()


def area_of(corners: FloatArray) -> float:
    return float(
        0.5 * np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1).sum()
    )


VOLUMES = {
    PrimitiveKind.CUBE: 1.0,
    PrimitiveKind.SPHERE: 4.0 / 3.0 * np.pi,
    PrimitiveKind.CYLINDER: np.pi,
    PrimitiveKind.CONE: np.pi / 3.0,
}


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(list(VOLUMES)), st.integers(0, 10_000), st.booleans())
def test_triangles_look_outward_and_fill_the_extents(kind, seed, mirrored):
    rng = np.random.default_rng(seed)
    frame = np.eye(4)
    frame[:3, :3] = np.linalg.qr(rng.normal(size=(3, 3)))[0] * rng.uniform(0.1, 0.6, 3)
    if (np.linalg.det(frame[:3, :3]) < 0.0) is not mirrored:
        frame[:3, 0] *= -1.0
    frame[:3, 3] = rng.uniform(-1, 1, 3)
    solid = Solid(np.array([kind], dtype=np.uint8), frame[None], (None,))
    corners, part = solid.triangles
    assert set(part.tolist()) == {0}
    # the volume that is enclosed is positive only where faces look outward
    volume = float(np.einsum("ti,ti->t", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])).sum() / 6.0)
    true = VOLUMES[kind] * abs(np.linalg.det(frame[:3, :3]))
    assert 0.9 * true < volume < true * (1.0 + 1e-9)
    low, high = corners.min(axis=(0, 1)), corners.max(axis=(0, 1))
    assert (solid.bounds[0] <= low + 1e-9).all()
    assert (solid.bounds[1] >= high - 1e-9).all()
    assert solid.bounds[0] == pytest.approx(low, abs=2.0 * TOLERANCE)
    assert solid.bounds[1] == pytest.approx(high, abs=2.0 * TOLERANCE)
