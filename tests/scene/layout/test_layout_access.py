"""Doors that open, windows, room to use things, and floor that can be walked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scenewright.scene.layout import Support, ViolationKind
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from scenewright.scene.layout.certify.navigation import grown
from tests.support.certified_rooms import judged, room_of, wrong

# -- doors, windows, clearances -------------------------------------------------------------------------------------------


def test_a_doors_swing_stays_free() -> None:
    certificate = judged("block(0.5, 0.5, 0.5), at=(0.4, 0, 1.5), name='box'")
    (found,) = certificate.violations
    assert found.kind == ViolationKind.DOOR
    assert "front wall" in found.message
    assert not certificate.doors_free
    assert judged("block(0.5, 0.5, 0.5), at=(0.71, 0, 1.5), name='box'").certified
    assert judged("block(0.5, 0.5, 0.5), at=(0, 0, 0.84), name='box'").certified


def test_doors_swing_over_rugs_and_under_what_hangs() -> None:
    assert judged("block(0.8, 0.01, 0.6), at=(0, 0, 1.6), name='rug'").certified
    assert judged("disc(0.2, 0.3), at=(0, 2.2, 1.5), name='lamp'", support={"lamp": Support.CEILING}).certified


def test_a_turn_into_the_swing_is_found() -> None:
    straight = "block(0.8, 0.5, 0.3), at=(0.86, 0, 1.2), turn={turn}, name='bench'"
    assert judged(straight.format(turn=0)).certified
    long = "block(0.3, 0.5, 1.0), at=(0.65, 0, 1.3), turn={turn}, name='bench'"
    assert judged(long.format(turn=0)).certified
    assert ("door", ("bench",)) in wrong(judged(long.format(turn=45)))


def test_the_leaf_of_a_door_is_not_in_its_own_way() -> None:
    assert judged("block(0.86, 1.9, 0.04), at=(0, 0, 1.97), name='door'").certified


def test_a_covered_window_is_a_note_and_no_fault() -> None:
    certificate = judged("block(0.4, 1.9, 1.4), at=(-1.8, 0, 0), name='bookcase'")
    assert certificate.certified
    assert any("window in the left wall" in note and "bookcase" in note for note in certificate.notes)
    assert not judged("block(0.4, 0.8, 1.4), at=(-1.8, 0, 0), name='sideboard'").notes


def test_clearances_count_what_stands_in_them() -> None:
    def share(*things: str, relations: str = "") -> float:
        scene = room_of("block(1, 0.7, 0.5), at=(0, 0, -1), name='desk'", *things, relations=relations)
        bodies = bodies_of(scene)
        clearance = np.zeros((len(bodies), 4))
        clearance[0] = [0.6, 0, 0, 0]
        return certify(scene, bodies=replace(bodies, clearance=clearance)).clearance

    assert share() == 1.0
    assert share("block(0.4, 0.4, 0.4), at=(0, 0, -0.4), name='crate'") == 0.0
    assert share("block(0.4, 0.4, 0.4), at=(0, 0, 0.5), name='crate'") == 1.0
    # a chair at the desk, by what it faces or by what the program says, is what the room is for
    assert share("block(0.4, 0.4, 0.4), at=(0, 0, -0.4), turn=180, name='chair'") == 1.0
    assert (
        share("block(0.4, 0.4, 0.4), at=(0, 0, -0.4), name='crate'", relations="relate(next_to('crate', 'desk'))")
        == 1.0
    )


# -- navigation -----------------------------------------------------------------------------------------------------------


def test_a_room_cut_in_two_is_walkable_by_half() -> None:
    fence = "block({w}, 1, 0.1), at=({x}, 0, 0), name='fence'"
    whole = judged(fence.format(w=3.0, x=-0.5))
    assert whole.navigable == 1.0
    assert not whole.unreached
    cut = judged(fence.format(w=4.0, x=0), "block(0.4, 0.4, 0.4), at=(0, 0, -1.7), name='far'")
    assert cut.navigable == pytest.approx(0.5, abs=0.04)
    assert cut.unreached == ("scene/far",)


def test_the_walkable_part_is_the_one_at_the_door() -> None:
    cut = judged("block(4, 1, 0.1), at=(0, 0, 1.0), name='fence'")
    assert cut.navigable == pytest.approx(0.6 * 3.6 / (0.6 * 3.6 + 2.55 * 3.6), abs=0.03)


@pytest.mark.parametrize(("gap", "open_"), [(0.5, True), (0.3, False)])
def test_a_person_needs_forty_centimetres(gap: float, open_: bool) -> None:
    certificate = judged(f"block({4 - gap}, 1, 0.1), at=({-gap / 2}, 0, 0), name='fence'")
    assert (certificate.navigable == 1.0) is open_


def test_rugs_and_what_hangs_high_do_not_block_and_thin_poles_do() -> None:
    assert judged("block(4, 0.02, 1), at=(0, 0, 0), name='rug'").navigable == 1.0
    assert judged("block(4, 0.3, 0.1), at=(0, 2.2, 0), name='beam'", support={"beam": Support.CEILING}).navigable == 1.0
    poles = [f"disc(0.01, 1.5), at=({x}, 0, 0), name='pole'" for x in np.arange(-1.8, 1.9, 0.36)]
    assert judged(*poles).navigable < 0.7


def test_growing_obstacles_agrees_with_the_distance_transform() -> None:
    from scipy import ndimage

    rng = np.random.default_rng(0)
    for step in (np.array([0.05, 0.05]), np.array([0.05, 0.048])):
        blocked = rng.random((60, 40)) < 0.01
        away = ndimage.distance_transform_edt(~blocked, sampling=step)
        assert np.array_equal(grown(blocked, step, 0.2), away < 0.2 - 1e-9)
