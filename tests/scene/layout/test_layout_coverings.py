"""Surfaces are no furniture: what covers walls and floors, and what is ground to stand on, stays; furniture stands before and on it."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.layout import Bodies, Problem, Support
from scenewright.scene.layout.bodies import bodies_of, wall_faces
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.layout.relations import holds
from scenewright.scene.layout.relations.residuals import residuals
from scenewright.scene.model import Room
from tests.support.table_programs import block, scene_of, short


def laid(parts: str, after: str = "", room: str = "room(5, 4, 2.7)", **more: bool) -> Bodies:
    return bodies_of(
        scene_of(f"return concat_shapes({room}, {parts})" if room else f"return concat_shapes({parts})", after), **more
    )


def problem(parts: str, after: str = "", room: str = "room(5, 4, 2.7)") -> Problem:
    scene = scene_of(f"return concat_shapes({room + ', ' if room else ''}{parts})", after)
    return problem_of(scene, bodies_of(scene))


def fixed(parts: str, after: str = "", room: str = "room(5, 4, 2.7)") -> dict[str, bool]:
    bodies = laid(parts, after, room)
    return dict(zip(short(bodies), bodies.fixed.tolist(), strict=True))


@pytest.mark.parametrize(("name", "size", "at", "turn"), [
    ("panel", (5, 2.6, 0.03), (0, 0, -1.985), 0),
    ("brick_wall", (4, 2.7, 0.03), (-2.485, 0, 0), 90),
    ("doodah", (1.2, 0.8, 0.05), (1, 1, -1.96), 0),
    ("doodah", (3.2, 0.12, 0.02), (0, 0, -1.98), 0),
    ("doodah", (0.3, 2.3, 0.04), (0, 0, 1.97), 180),
    ("doodah", (1.2, 0.9, 0.04), (1, 1, -2.0), 0),
    ("skirting", (2.6, 0.1, 0.02), (0, 0, 1.99), 0),
    ("picture_rail", (4.9, 0.05, 0.04), (0, 1.8, -1.97), 0),
    ("shoji_1", (0.9, 1.9, 0.03), (2.47, 0.04, -1), -90),
    ("tile_panel", (1.0, 0.5, 0.01), (0, 0.92, -1.99), 0),
    ("tatami", (0.9, 0.03, 1.8), (0, 0, 0), 0),
    ("floor_tile", (0.5, 0.01, 0.5), (1, 0, 1), 0),
    ("doodah", (3, 0.05, 2.5), (0, 0, 0), 0),
    ("stage", (3, 0.9, 1.2), (0, 0, -1), 0),
    ("platform", (2, 0.3, 2), (0, 0, 0), 0),
    ("deck", (2, 0.6, 1), (0, 0, 0), 0),
])  # fmt: skip
def test_surfaces_belong_to_the_building(
    name: str, size: tuple[float, float, float], at: tuple[float, float, float], turn: float
) -> None:
    chair = "place('chair', at=(0, 0.9, -1)), " if name == "stage" else ""
    assert fixed(chair + block(name, size, at, turn))[name]


@pytest.mark.parametrize(("name", "size", "at"), [
    ("doodah", (1.2, 0.8, 0.05), (1, 1, -1.9)),
    ("doodah", (1.2, 0.8, 0.2), (1, 1, -1.9)),
    ("doodah", (0.6, 0.8, 0.05), (1, 1, -1.97)),
    ("mirror", (1.2, 1.8, 0.03), (1, 0, -1.98)),
    ("peg_board", (1.6, 0.9, 0.02), (1, 1.2, -1.99)),
    ("whiteboard", (3.2, 1.2, 0.03), (0, 0.9, -1.98)),
    ("curtain", (3.2, 2.4, 0.06), (0, 0, -1.96)),
    ("ladder", (0.4, 2.4, 0.06), (0, 0, -1.96)),
    ("rug", (3, 0.01, 2.5), (0, 0, 0)),
    ("doodah", (1, 0.03, 1), (0, 0, 0)),
    ("table", (2, 0.7, 1.2), (0, 0, 0)),
    ("double_bed", (1.6, 0.5, 2.0), (0, 0, 0)),
    ("kitchen_island", (2, 0.7, 1.0), (0, 0, 0)),
    ("platform", (1, 0.3, 1), (0, 0, 0)),
    ("doodah", (2, 0.3, 2), (0, 0, 0)),
    ("cart_base", (1.2, 0.3, 0.8), (0, 0, 0)),
])  # fmt: skip
def test_furniture_and_what_hangs_on_walls_do_not(
    name: str, size: tuple[float, float, float], at: tuple[float, float, float]
) -> None:
    assert not fixed(block(name, size, at))[name]


def test_low_wide_solid_things_are_ground_where_something_stands() -> None:
    slab = block("doodah", (2, 0.3, 2), (0, 0, 0))
    assert fixed(f"{slab}, place('chair', at=(0, 0.3, 0))") == {"doodah": True, "chair": False}
    assert not fixed(f"{slab}, place('mug', at=(0, 0.3, 0))")["doodah"]
    assert not fixed(f"{slab}, {block('blob', (2.5, 0.5, 2.5), (0, 0.3, 0))}")["doodah"]
    legs = "concat_shapes(box(2, 0.05, 2, (0, 0.25, 0)), *[box(0.1, 0.25, 0.1, (x, 0, z)) for x in (-0.9, 0.9) for z in (-0.9, 0.9)])"
    assert not fixed(f"place({legs}, at=(0, 0, 0), name='doodah'), place('chair', at=(0, 0.3, 0))")["doodah"]


def test_a_covering_on_a_covering_is_one_too() -> None:
    wall = block("panel", (5, 2.6, 0.03), (0, 0, -1.985))
    strip = block("doodah", (3.5, 0.1, 0.03), (0, 1, -1.955))
    assert fixed(f"{wall}, {strip}") == {"panel": True, "doodah": True}
    assert not fixed(strip.replace("-1.955", "-1.9"))["doodah"]


def test_what_runs_along_several_walls_is_a_covering() -> None:
    strips = "*[box(5, {h}, 0.03, (0, 0, z)) for z in (-1.985, 1.985)], *[box(0.03, {h}, 3.94, (x, 0, 0)) for x in (-2.485, 2.485)]"
    for h in (0.1, 2.6):
        assert fixed(
            f"place(concat_shapes({strips.format(h=h)}), at=(0, 0, 0), name='doodah'), place('chair', at=(0, 0, 0))"
        ) == {
            "doodah": True,
            "chair": False,
        }
    middle = "box(1, 0.5, 1, (0, 0, 0))"
    assert not fixed(f"place(concat_shapes({strips.format(h=0.1)}, {middle}), at=(0, 0, 0), name='doodah')")["doodah"]


def test_what_a_relation_hangs_on_a_wall_is_no_covering() -> None:
    screen = block("shoji", (0.9, 1.9, 0.03), (0, 0.4, -1.98))
    assert fixed(screen) == {"shoji": True}
    assert fixed(screen, "relate(on_wall('shoji'))") == {"shoji": False}
    assert not bodies_of(scene_of(f"return concat_shapes(room(5, 4), {screen})"), written=False).fixed.any()


def test_against_the_wall_means_against_what_covers_it() -> None:
    found = problem(
        f"{block('panel', (2, 2.6, 0.03), (0, 0, -1.985))}, place('chair', at=(0, 0, -1.77)), place('table', at=(1.8, 0, -1.6)), "
        "place('chair', at=(-1.5, 0, -1.77))",
        "relate(against_wall('chair', 'back'), against_wall('table', 'back'), against_wall('chair[1]', 'back'), against_wall('chair'))",
    )
    kept = [bool(holds(c, v)) for c, v in zip(found.constraints, residuals(found, found.bodies.initial), strict=True)]
    assert kept[:4] == [True, True, True, True]
    values = residuals(found, found.bodies.initial)
    assert values[0] == pytest.approx(0, abs=1e-9)
    assert values[2] == pytest.approx(0.03, abs=1e-9)  # beside the panel the wall itself counts
    assert values[3] == pytest.approx(0, abs=1e-9)
    walls, faces = wall_faces(found.bodies, Room(5, 4, 2.7))
    assert walls.tolist() == [2]
    np.testing.assert_allclose(faces, [[0, 1, -1.97, -1, 1]], atol=1e-9)


def test_coverings_of_walls_bear_pictures_and_of_floors_chairs() -> None:
    found = problem(
        f"{block('panel', (3, 2.6, 0.05), (0, 0, -1.975))}, {block('tatami', (0.9, 0.03, 1.8), (0, 0, 0))}, "
        f"{block('doodah', (0.4, 0.4, 0.05), (0, 1.2, -1.92))}, place('chair', at=(0, 0.03, 0)), place('chair', at=(0, 0, 0.6)), "
        f"{block('platform', (1.6, 0.4, 1.6), (-1.6, 0, 0))}, place('table', at=(-1.6, 0.4, 0)), {block('rug', (0.5, 0.01, 0.5), (-1.2, 0.4, 0.4))}"
    )
    names = short(found.bodies)
    support = dict(zip(names, found.bodies.support, strict=True))
    assert support == {
        "panel": Support.FLOOR,
        "tatami": Support.RUG,
        "doodah": Support.WALL,
        "chair": Support.FLOOR,
        "chair[1]": Support.FLOOR,
        "platform": Support.FLOOR,
        "table": Support.FLOOR,
        "rug": Support.RUG,
    }
    parents = {n: names[p] if p >= 0 else "" for n, p in zip(names, found.parent.tolist(), strict=True)}
    assert parents["chair"] == "tatami"
    assert parents["chair[1]"] == ""
    assert parents["table"] == parents["rug"] == "platform"


def test_out_of_doors_the_land_stays() -> None:
    hill = (
        "place(primitive_call('cylinder', {'radius': 3, 'p0': (0, 0, 0), 'p1': (0, 3, 0)}), at=(0, 0, 0), name='hill')"
    )
    found = fixed(
        f"{block('ground', (20, 0.2, 20), (0, -0.2, 0))}, {hill}, place('chair', at=(0, 3, 0)), library_call('table')",
        room="",
    )
    assert found == {"ground": True, "hill": True, "chair": False, "table": False}
    assert fixed("box(9, 0.1, 9), place('chair', at=(1, 0.1, 0))", room="") == {"cube": True, "chair": False}
    assert fixed("box(2, 1.5, 2), place('chair', at=(1, 1.5, 0))", room="") == {"cube": False, "chair": False}
