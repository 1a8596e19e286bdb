"""The grader of the SceneEval bench on worlds written by hand."""

from __future__ import annotations

import json

import numpy as np
import pytest

from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Room
from tests.benchmarks.bench_sceneeval import instances
from tests.benchmarks.sceneeval_export import write_state
from tests.benchmarks.sceneeval_grader import (
    colliding,
    in_bounds,
    in_the_way,
    navigability,
    open_share,
    support_of,
    supported,
)
from tests.benchmarks.sceneeval_relations import CODE, FIXED, HOLDS, PAIRS, TEXT, face_to, in_range, side_of, surround
from tests.benchmarks.sceneeval_shapes import (
    Box,
    Opening,
    Thing,
    World,
    distance,
    first_hits,
    plane_thing,
    room_wall,
    world_of,
)

pytest.importorskip("fcl")

_FACES = [
    [0, 1, 3],
    [0, 3, 2],
    [4, 7, 5],
    [4, 6, 7],
    [0, 4, 5],
    [0, 5, 1],
    [2, 3, 7],
    [2, 7, 6],
    [0, 2, 6],
    [0, 6, 4],
    [1, 5, 7],
    [1, 7, 3],
]


def block(
    name: str,
    size: tuple[float, float, float],
    at: tuple[float, float, float],
    turn: float = 0.0,
    support: str = "floor",
) -> Thing:
    """A box of a size, the middle of its bottom at a place, turned in degrees."""
    half = np.array(size) / 2
    c, s = np.cos(np.deg2rad(turn)), np.sin(np.deg2rad(turn))
    axes = np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])
    centre = np.array(at) + [0, half[1], 0]
    corners = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]) * half
    return Thing(name, (corners @ axes.T + centre)[_FACES], Box(centre, half, axes), support)


def world(*things: Thing) -> World:
    room = Room(6.0, 5.0, 2.7)
    wall = room_wall(room, "front")
    box = Box(wall.centre * [1, 0, 1] + [-1.0, 1.0, 0.0], np.array([0.45, 1.0, 0.0]), wall.box.axes)
    return World(
        {t.path: t for t in things},
        room,
        [room_wall(room, w) for w in ("left", "right", "back", "front")],
        [Opening("door", box, plane_thing("door", box))],
    )


BED = block("bed", (1.6, 0.6, 2.0), (0, 0, 0))


@pytest.mark.parametrize(
    ("word", "target", "expected"),
    [
        ("next", block("a", (0.5, 0.5, 0.5), (1.3, 0, 0)), True),
        ("next", block("a", (0.5, 0.5, 0.5), (2.2, 0, 0)), False),
        ("near", block("a", (0.5, 0.5, 0.5), (1.9, 0, 0)), True),
        ("near", block("a", (0.5, 0.5, 0.5), (1.1, 0, 0)), False),
        ("left", block("a", (0.5, 0.5, 0.5), (1.3, 0, -0.7)), True),
        ("right", block("a", (0.5, 0.5, 0.5), (1.3, 0, -0.7)), False),
        ("front", block("a", (1.2, 0.5, 0.5), (0, 0, 1.4)), True),
        ("foot", block("a", (1.2, 0.5, 0.5), (0, 0, 2.4)), False),
        ("behind", block("a", (1.2, 0.5, 0.5), (0, 0, -1.4)), True),
        ("on", block("a", (0.4, 0.2, 0.3), (0.3, 0.6, 0.5)), True),
        ("above", block("a", (0.8, 0.6, 0.1), (0, 1.3, -0.9)), True),
        ("above", block("a", (0.8, 0.6, 0.1), (2, 1.3, -0.9)), False),
        ("inside", block("a", (0.4, 0.2, 0.3), (0.3, 0.1, 0.5)), True),
        ("under", block("a", (0.4, 0.2, 0.3), (0.3, 0.02, 0.5)), True),
        ("facing", block("a", (0.8, 0.8, 0.8), (0.2, 0, 2.5), 180), True),
        ("facing", block("a", (0.8, 0.8, 0.8), (0.2, 0, 2.5), 0), False),
        ("center", block("a", (0.2, 0.2, 0.2), (0.1, 0.6, 0.1)), True),
    ],
)
def test_pairs(word, target, expected):
    assert (PAIRS[word](target, BED, TEXT) > HOLDS) is expected


def test_left_is_the_anchors_own_or_the_viewers():
    target = block("a", (0.5, 0.5, 0.5), (1.3, 0, 0))
    assert side_of(target, BED, "left", TEXT) > HOLDS > side_of(target, BED, "left", CODE)


def test_a_high_screen_is_faced_in_plan_only():
    sofa, screen = block("sofa", (2, 0.8, 0.9), (0, 0, 2), 180), block("screen", (1.2, 0.7, 0.1), (0, 1.1, -2))
    assert face_to(sofa, screen, TEXT) > HOLDS > face_to(sofa, screen, CODE)


def test_ranges_fall_off_beyond_their_ends():
    assert in_range(0.3, (0.0, 0.5)) == 1.0
    assert in_range(0.75, (0.0, 0.5)) == pytest.approx(np.exp(-0.5))
    assert in_range(9.0, (4.0, np.inf)) == 1.0


def test_chairs_surround_a_table():
    ring = [block("c", (0.4, 0.9, 0.4), (1.2 * np.sin(a), 0, 1.2 * np.cos(a))) for a in np.arange(4) * np.pi / 2]
    table = block("t", (1, 0.7, 1), (0, 0, 0))
    assert surround(ring, table) > 0.95
    assert surround([block("c", (0.4, 0.9, 0.4), (x, 0, 1.2)) for x in (-0.6, -0.2, 0.2, 0.6)], table) < HOLDS


@pytest.mark.parametrize(
    ("word", "kind", "thing", "expected"),
    [
        ("against", "wall", block("a", (1, 1, 0.5), (0, 0, -2.2)), True),
        ("against", "wall", block("a", (1, 1, 0.5), (0, 0, -1.6)), False),
        ("on", "wall", block("a", (1, 1, 0.05), (0, 1, -2.475)), True),
        ("on", "wall", block("a", (1, 1, 0.05), (0, 1, -2.4)), False),
        ("corner", "room", block("a", (0.5, 1, 0.5), (-2.6, 0, -2.1)), True),
        ("corner", "room", block("a", (0.5, 1, 0.5), (0, 0, -2.1)), False),
        ("hang", "ceiling", block("a", (0.3, 0.4, 0.3), (0, 2.3, 0)), True),
        ("hang", "ceiling", block("a", (0.3, 0.4, 0.3), (0, 2.1, 0)), False),
        ("middle", "room", block("a", (1, 1, 1), (0.2, 0, 0.2)), True),
        ("next", "door", block("a", (0.5, 1, 0.5), (-0.2, 0, 2.2)), True),
        ("far", "door", block("a", (0.5, 1, 0.5), (2.6, 0, -2.2)), True),
        ("in", "bedroom", block("a", (0.5, 1, 0.5), (2, 0, -2)), True),
    ],
)
def test_with_the_room(word, kind, thing, expected):
    assert (FIXED[word](thing, world(thing), kind) > HOLDS) is expected


def test_things_that_touch_do_not_collide_and_overlaps_do():
    a = block("a", (1, 1, 1), (0, 0, 0))
    assert not colliding([a, block("b", (1, 1, 1), (1.0, 0, 0)), block("c", (0.5, 0.5, 0.5), (0, 1, 0))])
    assert set(colliding([a, block("b", (1, 1, 1), (0.98, 0, 0))])) == {"a", "b"}


def test_distances_and_rays():
    a, b = block("a", (1, 1, 1), (0, 0, 0)), block("b", (1, 1, 1), (2, 0, 0), 45)
    assert distance(a, b) == pytest.approx(1.5 - np.sqrt(0.5))
    hits = first_hits(np.array([[-3.0, 0.5, 0.1], [-3.0, 1.5, 0.0]]), np.array([1.0, 0, 0]), a.triangles)
    assert hits[0] == pytest.approx(2.5)
    assert np.isinf(hits[1])


def test_support_is_contact_below_the_middle():
    table = block("table", (1, 0.7, 1), (0, 0, 0))
    for x, y, expected in ((0.2, 0.7, True), (0.2, 0.73, False), (0.62, 0.7, False)):
        cup = block("cup", (0.2, 0.2, 0.2), (x, y, 0), support="surface")
        assert supported(cup, world(table, cup)) is expected
    assert supported(table, world(table))
    picture = block("picture", (1, 1, 0.04), (0, 1, -2.48), support="wall")
    assert supported(picture, world(picture))
    assert not supported(block("picture", (1, 1, 0.04), (0, 1, -2.4), support="wall"), world())


def test_bounds_ways_and_doors():
    assert not in_bounds(block("a", (1, 1, 1), (2.8, 0, 0)), world())
    divider = block("divider", (6.0, 1.0, 0.2), (0, 0, 0))
    assert navigability(world()) == pytest.approx(1.0)
    assert navigability(world(divider)) == pytest.approx(0.5, abs=0.02)
    box = block("box", (0.9, 1.0, 0.4), (-1.0, 0, 2.0))
    (door,) = world().openings
    assert in_the_way(door, [box, divider]) == ["box"]
    assert open_share(door, [box]) == pytest.approx(0.5, abs=0.05)


def test_scenes_are_written_in_the_suites_format(tmp_path):
    catalogue = Catalogue.built_in()
    text = "from scene.language import *\n@register('r')\ndef study():\n    return concat_shapes(room(4, 3, 2.6, doors=[('right', 0.5, 0.9, 2)]), place(asset_call('desk'), at=(1, 0, -0.5), turn=90, name='desk'))\n"
    scene = evaluate(text, assets=catalogue)
    state = json.loads(write_state("7", scene, catalogue, tmp_path).read_text())
    assert state["format"] == "sceneState"
    (desk,) = state["scene"]["object"]
    prefix, model = desk["modelId"].split(".")
    assert prefix == "scenewright"
    assert (tmp_path / "assets" / model / f"{model}.glb").stat().st_size > 1000
    matrix = np.array(desk["transform"]["data"]).reshape(4, 4).T
    assert matrix[:3, 3] == pytest.approx([1.0, 0.5, 0.0])  # z up
    assert matrix[:3, :3] @ [0, 0, 1] == pytest.approx([1.0, 0.0, 0.0])  # the front, turned to +x
    assert matrix[:3, :3] @ [0, 1, 0] == pytest.approx([0.0, 0.0, 1.0])
    (wall,) = [e for e in state["scene"]["arch"]["elements"] if e["type"] == "Wall" and e["holes"]]
    first, second = np.array(wall["points"])
    middle = first + (second - first) / 3.0 * np.mean(
        [wall["holes"][0]["box"]["min"][0], wall["holes"][0]["box"]["max"][0]]
    )
    assert middle == pytest.approx([2.0, -0.5, 0.0])  # z = 0.5 of the room is y = -0.5 there


# Objects that once stood on a point, a line or beside their weight, and kinds that easily do: balls, rolls, lamps with arms.
_STANDING = """arc lamp, barbecue grill, barbell, beach ball, bush, desk lamp, duffel bag, exercise ball, eyeglasses, faucet,
garden hose, hair dryer, handsaw, lava lamp, mailbox, pear, pillow, rattle, rolled blanket, slide, smartphone, snowman,
spray bottle, staircase, toy dinosaur, toy rocket, trumpet, watermelon, webcam, wheelbarrow, whisk"""


@pytest.mark.parametrize("words", [w.strip() for w in _STANDING.replace("\n", " ").split(",")])
def test_objects_stand_by_themselves(words):
    catalogue = Catalogue.built_in()
    program = f"""from scene.language import *

@register('one thing')
def scene():
    return concat_shapes(room(9.0, 9.0, 5.0), place(asset_call({words!r}), at=(0, 0, 0), name='thing'))
"""
    scene = evaluate(program, assets=catalogue)
    here = world_of(scene, catalogue, {"scene/thing": "floor"})
    assert supported(here.things["scene/thing"], here)


def test_what_stands_on_a_rug_does_not_collide_with_it():
    catalogue = Catalogue.built_in()
    program = """from scene.language import *

@register('a corner')
def scene():
    return concat_shapes(
        room(6.0, 5.0, 2.7),
        place(asset_call('rug'), at=(0, 0, 0), name='rug'),
        place(asset_call('coffee table'), at=(0.2, 0, 0), name='table'),
        place(asset_call('armchair'), at=(-1.0, 0, 0.5), turn=70, name='chair'),
        place(asset_call('sofa'), at=(0, 0, -0.9), name='sofa'),
    )
"""
    scene = evaluate(program, assets=catalogue)
    paths = ("rug", "table", "chair", "sofa")
    here = world_of(scene, catalogue, {f"scene/{p}": "rug" if p == "rug" else "floor" for p in paths})
    assert colliding(list(here.things.values())) == {}
    assert all(supported(t, here) for t in here.things.values())


def test_what_is_put_on_furniture_is_held_up_by_it():
    catalogue = Catalogue.built_in()
    program = """from scene.language import *

@register('a print on a table, and one on a wall')
def scene():
    return concat_shapes(
        room(4.0, 4.0, 2.7),
        place(asset_call('console table'), at=(0, 0, -1), name='table'),
        place(asset_call('painting'), at=(0, 0.8, -1), name='leaning'),
        place(asset_call('painting'), at=(0, 1.4, -1.98), name='hung'),
    )

relate(on('leaning', 'table'))
"""
    scene = evaluate(program, assets=catalogue)
    held = support_of(instances(scene, catalogue), scene, catalogue)
    assert held == {"scene/table": "floor", "scene/leaning": "surface", "scene/hung": "wall"}
