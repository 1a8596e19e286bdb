"""Bodies from above, against boxes counted by hand: where columns meet their skin, what is level, what stands in the way."""

from __future__ import annotations

import numpy as np
import pytest
import trimesh
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.layout.bodies.columns import Columns, columns_of
from scenewright.scene.layout.bodies.levels import HEADROOM, areas_of, levels_of
from scenewright.scene.layout.bodies.solids import Solid
from scenewright.scene.model import FloatArray, PrimitiveKind
from tests.support.solids import solid_of_boxes, solid_of_mesh

OFF_CENTRE = (0.50371, 0.48713)
"""Where in its cell the line of a column is."""


@st.composite
def blocks(draw) -> FloatArray:
    """One to six boxes of whole decimetres, a metre around: they touch, overlap and stand apart."""
    made = []
    for _ in range(draw(st.integers(1, 6))):
        low = [draw(st.integers(0, 8)) for _ in range(3)]
        high = [draw(st.integers(a + 1, 10)) for a in low]
        made.append([low, high])
    return np.array(made) / 10.0 - np.array([0.5, 0.0, 0.5])


def lines_of(columns: Columns) -> list[tuple[int, int, float, float]]:
    x, z = (a[:-1] + off * np.diff(a) for a, off in zip((columns.x, columns.z), OFF_CENTRE, strict=True))
    return [(i, k, float(x[i]), float(z[k])) for i in range(len(x)) for k in range(len(z))]


def stretches(boxes: FloatArray, x: float, z: float) -> list[tuple[float, float]]:
    """From where to where a vertical line is inside some box, joined."""
    inside = sorted((b[0, 1], b[1, 1]) for b in boxes if b[0, 0] < x < b[1, 0] and b[0, 2] < z < b[1, 2])
    out: list[tuple[float, float]] = []
    for low, high in inside:
        if out and low <= out[-1][1] + 1e-9:
            out[-1] = out[-1][0], max(out[-1][1], high)
        else:
            out.append((low, high))
    return out


@settings(max_examples=12, deadline=None)
@given(blocks(), st.booleans())
def test_columns_meet_every_open_top_and_nothing_else(boxes, as_mesh):
    if as_mesh:
        made = [
            trimesh.creation.box(high - low, trimesh.transformations.translation_matrix((low + high) / 2))
            for low, high in boxes
        ]
        solid = solid_of_mesh(trimesh.boolean.union(made, engine="manifold") if len(made) > 1 else made[0])
    else:
        solid = solid_of_boxes(boxes)
    columns = columns_of(solid)
    assert columns is not None
    assert np.diff(columns.x).min() > 0
    assert (columns.x[0], columns.x[-1]) == pytest.approx((boxes[:, 0, 0].min(), boxes[:, 1, 0].max()), abs=1e-6)
    hits = columns.hits
    found: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for (i, k), y, room in zip(hits.column.tolist(), hits.y.tolist(), hits.headroom.tolist(), strict=True):
        found.setdefault((i, k), []).append((y, room))
    for i, k, x, z in lines_of(columns):
        there = stretches(boxes, x, z)
        above = [*(low for low, _ in there[1:]), np.inf]
        expected = [(high, room - high) for (_, high), room in zip(there, above)]
        got = sorted(found.get((i, k), []))
        assert [y for y, _ in got] == pytest.approx([y for y, _ in expected], abs=1e-5)
        assert [room for _, room in got] == pytest.approx([room for _, room in expected], abs=1e-5)
    assert hits.slope == pytest.approx(np.ones(len(hits.slope)), abs=1e-5)


@settings(max_examples=12, deadline=None)
@given(blocks(), st.integers(0, 10))
def test_cells_are_taken_where_something_is_just_above(boxes, tenth):
    columns = columns_of(solid_of_boxes(boxes))
    height = tenth / 10.0
    taken = columns.taken(height, HEADROOM)
    for i, k, x, z in lines_of(columns):
        expected = any(high > height + 1e-3 and low < height + HEADROOM for low, high in stretches(boxes, x, z))
        assert taken[i, k] == expected


@settings(max_examples=10, deadline=None)
@given(blocks())
def test_every_open_plane_is_a_level_with_its_area(boxes):
    columns = columns_of(solid_of_boxes(boxes))
    least = 0.02
    areas = areas_of(columns)
    assert areas.sum() == pytest.approx(np.ptp(columns.x) * np.ptp(columns.z))
    plain: dict[float, float] = {}
    for i, k, x, z in lines_of(columns):
        there = stretches(boxes, x, z)
        for n, (_, high) in enumerate(there):
            if n + 1 == len(there) or there[n + 1][0] - high > HEADROOM:
                plain[round(high, 3)] = plain.get(round(high, 3), 0.0) + areas[i, k]
    levels = levels_of(columns, least)
    got = {round(level.height, 3): areas[tuple(columns.hits.column[level.hits].T)].sum() for level in levels}
    assert len(got) == len(levels)
    assert {y for y, a in plain.items() if a >= least} <= set(got)
    assert got == pytest.approx({y: plain[y] for y in got})
    assert all(a >= 0.9 * least for a in got.values())
    assert list(got.values()) == sorted(got.values(), reverse=True)
    assert not any(level.soft for level in levels)


def test_the_diagonals_of_square_faces_are_met_once():
    """A square shelf below a square top: columns on the diagonals of both count like all others."""
    boxes = np.array([[[-0.5, 0.0, -0.5], [0.5, 0.1, 0.5]], [[-0.5, 0.4, -0.5], [0.5, 0.5, 0.5]]])
    columns = columns_of(solid_of_boxes(boxes))
    below = np.isclose(columns.hits.y, 0.1)
    assert below.sum() == (len(columns.x) - 1) * (len(columns.z) - 1)
    assert columns.hits.headroom[below] == pytest.approx(np.full(below.sum(), 0.3))


def test_a_dome_is_met_at_its_height_with_its_slope():
    """It is level only near its top."""
    solid = Solid(np.array([PrimitiveKind.SPHERE], dtype=np.uint8), np.diag([0.4, 0.4, 0.4, 1.0])[None], (None,))
    columns = columns_of(solid)
    hits = columns.hits
    x, z = (a[:-1] + off * np.diff(a) for a, off in zip((columns.x, columns.z), OFF_CENTRE, strict=True))
    at = np.hypot(x[hits.column[:, 0]], z[hits.column[:, 1]])
    assert hits.y == pytest.approx(np.sqrt(0.16 - at**2), abs=0.004)
    assert hits.slope == pytest.approx(hits.y / 0.4, abs=0.06)
    assert hits.slope.min() > np.cos(np.deg2rad(25.1))
    assert np.isinf(hits.headroom).all()
    # within a centimetre and a half of the top it is level, but most of that leans
    for level in levels_of(columns, 0.02):
        assert level.height == pytest.approx(0.4, abs=0.004)


def test_a_quilt_is_one_soft_level_and_a_step_parts_two():
    """A mattress whose top goes up and down by a centimetre, and a slab with a step of three."""
    across = np.linspace(-0.5, 0.5, 41)
    x, z = (a.reshape(-1) for a in np.meshgrid(across, across, indexing="ij"))
    y = 0.4 + 0.005 * np.cos(x * 2 * np.pi / 0.5) * np.cos(z * 2 * np.pi / 0.5)
    i = np.arange(40)[:, None] * 41 + np.arange(40)[None]
    corners = [i, i + 1, i + 42, i + 41]
    faces = np.concatenate(
        [np.stack([corners[0], corners[1], corners[2]], -1), np.stack([corners[0], corners[2], corners[3]], -1)]
    )
    quilt = trimesh.Trimesh(np.stack([x, y, z], axis=1), faces.reshape(-1, 3), process=False)
    base = trimesh.creation.box((1.0, 0.35, 1.0), trimesh.transformations.translation_matrix((0, 0.175, 0)))
    solid = solid_of_mesh(trimesh.util.concatenate([quilt, base]))
    (level,) = [level for level in levels_of(columns_of(solid), 0.02) if level.height > 0.38]
    assert level.soft
    assert level.height == pytest.approx(0.405, abs=0.002)
    stepped = np.array([[[-0.5, 0, -0.5], [0.0, 0.4, 0.5]], [[0.0, 0, -0.5], [0.5, 0.43, 0.5]]])
    heights = [level.height for level in levels_of(columns_of(solid_of_boxes(stepped)), 0.02)]
    assert sorted(heights) == pytest.approx([0.4, 0.43])


def test_what_has_no_faces_or_no_width_has_no_columns():
    assert columns_of(solid_of_boxes(np.array([[[0, 0, 0], [0.001, 1, 1.0]]]))) is None
