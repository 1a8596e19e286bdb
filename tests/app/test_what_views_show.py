"""How well a view lets one recognise what a sentence names, and that the first picture of a new scene shows all of it: whole, unhidden and
large enough, with nothing before it that nobody asked for."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest

from scenewright.app.room_views import ViewJudge, chosen_views
from scenewright.app.room_views.sighting import surface_points
from scenewright.renderers.base import Pinhole, room_items
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Camera, Scene

YARD = """from scene.language import *

def block(w, h, d):
    return transform_shape(primitive_call('cube', {{'scale': (w, h, d)}}), translation_matrix((0, h/2, 0)))

@register('a yard')
def a_yard():
    return concat_shapes(
        place(block(20, 0.1, 16), at=(0, -0.1, 0), name='lawn'),
{things}
    )

environment('clear sky')
"""


def yard(*things: str) -> Scene:
    return evaluate(YARD.format(things="\n".join(f"        place(block{thing})," for thing in things)))


def judged(scene: Scene, *named: str) -> ViewJudge:
    return ViewJudge(scene, scene_geometry(scene), named=[scene.find(path).index for path in named])


def known(scene: Scene, path: str, eye: tuple[float, float, float], target: tuple[float, float, float]) -> float:
    """How well a view lets one recognise the one thing that is named."""
    judge = judged(scene, path)
    number = room_items(scene).index(scene.find(path).index) - _land(scene)
    return float(judge.known([Camera(eye, target, 45.0)])[0][number])


def _land(scene: Scene) -> int:
    """How many items before all things are no things."""
    return sum(scene.entity(row).name == "lawn" for row in room_items(scene))


def whole(scene: Scene, camera: Camera, path: str) -> bool:
    """Whether the picture has the whole box of a thing."""
    low, high = scene.find(path).bounds
    corners = [np.where([i & 1, i & 2, i & 4], high, low) for i in range(8)]
    image, depth = Pinhole.of(camera, 400, 300).project(np.array(corners))
    return bool((depth > 0).all() and (image >= 0).all() and (image <= [400, 300]).all())


def clear(scene: Scene, camera: Camera, named: Sequence[str]) -> float:
    """The least share of one of the named things that nothing hides."""
    judge = judged(scene, *named)
    return float(judge.clear([camera])[0][judge.named].min())


BOX = "(1, 1, 1), at=(0, 0, 0), name='box'"
BEFORE = (0.0, 1.6, 6.0), (0.0, 0.5, 0.0)


def test_what_is_hidden_is_known_less() -> None:
    free = known(yard(BOX), "box", *BEFORE)
    half = known(yard(BOX, "(1, 3, 0.1), at=(0.3, 0, 2), name='hedge'"), "box", *BEFORE)
    hidden = known(yard(BOX, "(4, 3, 0.1), at=(0, 0, 2), name='hedge'"), "box", *BEFORE)
    assert free == 1.0
    assert hidden == 0.0
    assert 0.0 < half < 0.9


def test_what_the_frame_cuts_is_known_less() -> None:
    scene = yard(BOX)
    aside = [known(scene, "box", BEFORE[0], (x, 0.5, 0.0)) for x in (0.0, 2.8, 3.2, 6.0)]
    assert aside == sorted(aside, reverse=True)
    assert aside[0] == 1.0
    assert aside[2] < 0.8
    assert aside[-1] == 0.0


def test_what_is_far_away_is_known_less() -> None:
    scene = yard("(0.15, 0.15, 0.15), at=(0, 0, 0), name='cup'")
    shares = [known(scene, "cup", (0.0, 1.0, away), (0.0, 0.0, 0.0)) for away in (1.5, 4.0, 7.0, 20.0)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 0.9
    assert shares[-1] == 0.0


def test_a_screen_is_known_from_its_front() -> None:
    scene = yard("(1.4, 0.9, 0.08), at=(0, 0.5, 0), name='screen'")
    front, beside, behind = (
        known(scene, "screen", (5 * math.sin(a), 1.0, 5 * math.cos(a)), (0, 1, 0)) for a in (0.3, 1.45, math.pi)
    )
    assert front == 1.0
    assert beside < 0.7
    assert behind < 0.5


def test_a_rug_is_known_though_the_frame_cuts_it() -> None:
    scene = yard("(4, 0.02, 3), at=(0, 0, 0), name='rug'")
    assert known(scene, "rug", (0.0, 1.7, 4.0), (0.0, 0.3, 0.0)) > 0.8


def test_points_lie_all_over_a_thing() -> None:
    geometry = scene_geometry(yard(BOX))
    box = np.array([geometry.world_from_mesh[:, 1, 3].argmax()])
    points = surface_points(geometry, box, 60)
    assert np.array_equal(points, surface_points(geometry, box, 60))
    low, high = points.min(axis=0), points.max(axis=0)
    assert np.all((high - low) > 0.8)
    assert np.all(np.abs((points - (low + high) / 2.0) / ((high - low) / 2.0)).max(axis=1) > 0.9)


TREES = [f"(2.4, 4, 2.4), at=({x}, 0, {z}), name='tree_{x}_{z}'" for x, z in ((-3, 4), (0, 4), (3, 4), (5, 1))]


@pytest.mark.parametrize("turned", range(4))
def test_trees_hide_nothing_that_is_named(turned: int) -> None:
    """Trees that nobody asked for stand along one side and a half."""

    def at(x: float, z: float) -> str:
        for _ in range(turned):
            x, z = z, -x
        return f"at=({x}, 0, {z})"

    named = ["bus", "bench", "bin"]
    things = [
        f"(3, 2.4, 2.4), {at(-1, -1)}, name='bus'",
        f"(1.2, 0.5, 0.5), {at(2, 0)}, name='bench'",
        f"(0.4, 0.8, 0.4), {at(0, 1.5)}, name='bin'",
        *(f"(2.4, 4, 2.4), {at(x, z)}, name='tree_{n}'" for n, (x, z) in enumerate(((-3, 4), (0, 4), (3, 4), (5, 1)))),
    ]
    scene = yard(*things)
    camera = chosen_views(judged(scene, *named))[0]
    assert clear(scene, camera, named) > 0.6
    assert all(whole(scene, camera, name) for name in named)


@pytest.mark.parametrize("spread", [2.0, 4.0])
def test_all_that_is_named_is_whole(spread: float) -> None:
    named = ["table", "castle", "chair", "shed"]
    scene = yard(
        f"(1.6, 0.6, 0.8), at=({spread}, 0, 0), name='table'",
        f"(3, 3, 3), at=({-spread}, 0, -1), name='castle'",
        "(0.4, 0.8, 0.4), at=(0, 0, 2.5), name='chair'",
        "(2, 2.5, 2), at=(0, 0, -5), name='shed'",
    )
    first = chosen_views(judged(scene, *named))[0]
    assert all(whole(scene, first, name) for name in named)


def test_no_fence_stands_before_what_is_named() -> None:
    bars = [f"(0.06, 1.1, 0.06), at=({0.2 * n - 3}, 0, 3), name='bar_{n}'" for n in range(31)]
    scene = yard("(1, 0.75, 1), at=(0, 0, 1.2), name='table'", "(0.5, 0.9, 0.5), at=(1.2, 0, 1), name='chair'", *bars)
    eye = np.array(chosen_views(judged(scene, "table", "chair"))[0].eye)
    middle = np.array([0.5, 0.4, 1.1])
    share = (3.0 - middle[2]) / (eye[2] - middle[2])
    crossing = middle + share * (eye - middle)
    assert not 0.0 < share < 1.0 or abs(crossing[0]) > 3.0 or crossing[1] > 1.1


def test_no_post_stands_before_the_middle() -> None:
    posts = [
        f"(0.25, 3, 0.25), at=({2.5 * sx}, 0, {2.5 * sz}), name='post_{sx}_{sz}'" for sx in (-1, 1) for sz in (-1, 1)
    ]
    scene = yard("(1.6, 0.75, 1), at=(0, 0, 0), name='table'", "(0.6, 0.9, 0.6), at=(0, 0, 1.2), name='grill'", *posts)
    camera = chosen_views(judged(scene, "table", "grill"))[0]
    assert clear(scene, camera, ["table", "grill"]) > 0.75


def test_two_outdoor_views_are_of_other_sides() -> None:
    scene = yard(BOX, "(1, 2, 1), at=(3, 0, 1), name='kiosk'", "(0.5, 0.9, 0.5), at=(-1, 0, 2), name='chair'")
    first, second = (np.subtract(c.target, c.eye) for c in chosen_views(judged(scene, "box", "kiosk", "chair")))
    turned = math.degrees(math.atan2(first[0], first[2]) - math.atan2(second[0], second[2])) % 360.0
    assert 40.0 < turned < 320.0


def test_outdoor_views_are_the_same_each_time() -> None:
    scene = yard(BOX, *TREES)
    assert chosen_views(judged(scene, "box")) == chosen_views(judged(scene, "box"))


class TestHundredsOfThings:
    def test_some_of_each_kind_stand_for_all(self) -> None:
        crates = [f"(1, 1, 1), at=({1.2 * (k % 12) - 7}, 0, {1.2 * (k // 12) - 5}), name='crate'" for k in range(84)]
        urns = [f"(0.3, 1.5, 0.3), at=({2 * k - 4}, 0, 6), name='urn'" for k in range(4)]
        scene = yard(*crates, *urns)
        things = [scene.entity(row) for row in room_items(scene)[_land(scene) :]]
        judge = judged(scene, *(thing.path for thing in things))
        wanted = [thing.name for thing, is_wanted in zip(things, judge.wanted, strict=True) if is_wanted]
        assert len(wanted) <= 48
        assert {name.split("[")[0] for name in wanted} == {"crate", "urn"}

    def test_a_few_things_are_all_wanted(self) -> None:
        scene = yard(BOX, "(1, 1, 1), at=(3, 0, 0), name='urn'")
        assert judged(scene, "box", "urn").wanted.sum() == 2
