"""What holds bodies up: gaps, stacks, overhangs, walls and ceilings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate
from scenewright.scene.layout import Certificate, Support, ViolationKind
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from tests.support.certified_rooms import BLOCK, judged, room_of, wrong


def test_what_floats_is_named_with_the_gap() -> None:
    certificate = judged("block(1, 0.5, 1), at=(0, 0.03, 0), name='a'")
    (found,) = certificate.violations
    assert found.kind == ViolationKind.SUPPORT
    assert found.figure == pytest.approx(0.03)
    assert "floats 3.0 cm" in found.message
    assert certificate.support == 0.0


def test_a_stack_reaches_the_floor_or_does_not() -> None:
    low, high = "block(0.4, 0.4, 0.4), at=(0, 0.5, 0), name='low'", "block(0.2, 0.2, 0.2), at=(0, 0.9, 0), name='high'"
    assert judged(BLOCK, low, high).certified
    floating = judged(low, high)
    assert wrong(floating) == {("support", ("low",)), ("support", ("high", "low"))}
    assert floating.support == 0.0


@pytest.mark.parametrize(("x", "held"), [(0.6, True), (0.69, True), (0.72, False), (0.8, False)])
def test_a_body_tips_where_its_weight_is_beyond_the_edge(x: float, held: bool) -> None:
    certificate = judged(
        "table(1.4, 0.75, 0.8), at=(0, 0, 0), name='table'", f"block(0.4, 0.3, 0.3), at=({x}, 0.75, 0), name='box'"
    )
    assert certificate.certified is held
    if not held:
        (found,) = certificate.violations
        assert "would tip" in found.message
        assert found.figure == pytest.approx(x - 0.7, abs=0.006)


def test_a_plank_may_bridge_two_things_and_a_ball_touch_a_point() -> None:
    assert judged(
        "block(0.2, 0.5, 0.2), at=(-0.7, 0, 0), name='a'",
        "block(0.2, 0.5, 0.2), at=(0.7, 0, 0), name='b'",
        "block(1.8, 0.03, 0.3), at=(0, 0.5, 0), name='plank'",
    ).certified
    assert judged("ball(0.2), at=(0, 0, 0), name='ball'").certified
    assert judged(BLOCK, "ball(0.05), at=(0.2, 0.5, 0.1), name='ball'").certified


def test_what_could_not_stand_alone_is_weighted_over_its_base() -> None:
    arc = "concat_shapes(block(0.1, 0.02, 0.1), block(0.02, 1.5, 0.02), transform_shape(block(1, 0.1, 0.1), translation_matrix((0.5, 1.5, 0))))"
    assert judged(f"{arc}, at=(0, 0, 0), name='lamp'").certified


@pytest.mark.parametrize("air", [0.0, 0.0003, 0.0009])
def test_a_hair_of_air_does_not_take_the_base_from_round_things(air: float) -> None:
    catalogue = Catalogue.built_in()
    scene = evaluate(
        f"""from scene.language import *
@register('a shelf and a toy bear, which is heavier behind than its round base reaches')
def scene():
    return concat_shapes(
        room(4, 4, 2.5),
        place(asset_call('shelf', size=(1, 1.9, 0.375)), at=(0, 0, -1)),
        place(asset_call('stuffed animal', size=(0.238, 0.301, 0.214)), at=(0, {1.9 + air}, -1), turn=180),
    )
""",
        assets=catalogue,
    )
    assert certify(scene, provider=catalogue).violations == ()


def test_what_hangs_touches_its_wall_or_the_ceiling() -> None:
    def picture(z: float) -> Certificate:
        return judged(f"block(0.6, 0.4, 0.04), at=(0, 1.2, {z}), name='picture'", support={"picture": Support.WALL})

    assert picture(-1.98).certified
    assert picture(-1.972).certified
    assert wrong(picture(-1.93)) == {("support", ("picture",))}

    def lamp(y: float) -> Certificate:
        return judged(f"disc(0.2, 0.3), at=(0, {y}, 0), name='lamp'", support={"lamp": Support.CEILING})

    assert lamp(2.2).certified
    assert wrong(lamp(2.17)) == {("support", ("lamp",))}


def test_a_picture_does_not_hang_in_a_window_nor_by_its_edge() -> None:
    kinds = {"picture": Support.WALL}
    hung = "block(0.04, 0.4, 0.6), at=(-1.98, {y}, 0), name='picture'"
    assert not judged(hung.format(y=1.2), support=kinds).certified
    assert judged(hung.format(y=1.95), support=kinds).certified
    assert not judged("block(0.6, 0.4, 0.04), at=(-1.7, 2.0, 0), name='picture'", support=kinds).certified


def test_a_shelf_may_hang_on_a_partition() -> None:
    scene = room_of(
        "block(0.1, 2.5, 2), at=(0, 0, 0), name='partition'", "block(0.3, 0.05, 0.8), at=(0.2, 1.2, 0), name='shelf'"
    )
    bodies = replace(bodies_of(scene), fixed=np.array([True, False]), support=(Support.FLOOR, Support.WALL))
    assert certify(scene, bodies=bodies).certified
    away = room_of(
        "block(0.1, 2.5, 2), at=(0, 0, 0), name='partition'", "block(0.3, 0.05, 0.8), at=(0.25, 1.2, 0), name='shelf'"
    )
    assert not certify(away, bodies=replace(bodies_of(away), fixed=bodies.fixed, support=bodies.support)).certified
