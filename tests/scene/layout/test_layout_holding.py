"""What holds up bodies that do not stand: walls, coverings, hooks, frames, what they lean on; and what holds nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate, evaluate_here
from scenewright.scene.layout import Certificate, Problem
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from scenewright.scene.layout.model import Joined
from scenewright.scene.model import Scene
from tests.support.certified_rooms import BLOCK, judged, room_of, wrong

PANEL = "block(3.9, 2.4, 0.03), at=(0, 0, -1.985), name='panel'"


def with_fixed(scene: Scene, *names: str) -> Certificate:
    """The certificate where some bodies, by the ends of their paths, belong to the building."""
    bodies = bodies_of(scene)
    fixed = np.array([p.split("/", 1)[1] in names for p in bodies.path])
    return certify(scene, bodies=replace(bodies, fixed=fixed, guessed=None))


def floats(certificate: Certificate) -> set[str]:
    return {paths[0] for kind, paths in wrong(certificate) if kind == "support"}


# -- walls ----------------------------------------------------------------------------------------------------------------


def test_a_flat_thing_hangs_by_its_back_whatever_it_is_called() -> None:
    assert judged("block(0.6, 0.4, 0.04), at=(0, 1.2, -1.98), name='picture'").certified
    assert judged("block(0.8, 0.03, 0.25), at=(0, 1.2, -1.875), name='thing'").certified
    assert judged("block(0.8, 0.5, 0.3), at=(1.85, 1.2, 0), turn=90, name='thing'").certified


def test_a_wardrobe_in_the_air_at_a_wall_does_not_hang() -> None:
    wardrobe = "block(1.0, 2.0, 0.6), at=(0, {y}, -1.7), name='wardrobe'"
    assert judged(wardrobe.format(y=0)).certified
    assert floats(judged(wardrobe.format(y=0.2))) == {"wardrobe"}


def test_a_deep_thing_hangs_if_such_things_do() -> None:
    assert judged("block(0.6, 0.4, 0.5), at=(0, 1.6, -1.75), name='range_hood'").certified


@pytest.mark.parametrize(("turn", "held"), [(0, True), (2, True), (45, False)])
def test_a_picture_hangs_by_a_face_and_not_by_an_edge(turn: float, held: bool) -> None:
    depth = 0.5 * (0.04 * np.cos(np.radians(turn)) + 0.4 * np.sin(np.radians(turn)))
    certificate = judged(f"block(0.4, 0.4, 0.04), at=(0, 1.2, {-2 + depth + 1e-4}), turn={turn}, name='picture'")
    assert (floats(certificate) == set()) is held


@pytest.mark.parametrize(("name", "apart", "turn", "held"), [("towel_rail", 1.4, 0, True), ("towel_rail", 0.1, 0, False), ("towel_rail", 1.4, 8, False)])  # fmt: skip
def test_a_rail_hangs_by_its_two_brackets(name: str, apart: float, turn: float, held: bool) -> None:
    """By brackets that are far apart, if it is square to the wall and of a kind that hangs."""
    parts = [
        "transform_shape(block(1.5, 0.6, 0.03), translation_matrix((0, 0, 0.06)))",
        *(
            f"transform_shape(block(0.02, 0.02, 0.045), translation_matrix(({x}, 0.5, 0.0225)))"
            for x in (-apart / 2, apart / 2)
        ),
    ]
    depth = 0.075 * np.cos(np.radians(turn)) + 1.5 * np.sin(np.radians(turn))
    scene = f"concat_shapes({', '.join(parts)}), at=(0, 1.0, {-2 + depth / 2 + 1e-4}), turn={turn}, name={name!r}"
    assert (floats(judged(scene)) == set()) is held


@pytest.mark.parametrize(("away", "slight", "held"), [(0.0, False, True), (0.006, True, True), (0.03, False, False)])
def test_air_behind_a_picture_is_noted_with_the_way_to_the_wall(away: float, slight: bool, held: bool) -> None:
    certificate = judged(f"block(0.6, 0.4, 0.04), at=(0, 1.2, {-1.98 + away}), name='picture'")
    assert (floats(certificate) == set()) is held
    told = [(str(s.kind), round(s.figure, 4), s.direction) for s in certificate.slight]
    assert told == ([("gap", 0.006, (0.0, -1.0))] if slight else [])
    if not held:
        assert "3.0 cm away" in certificate.violations[0].message


def test_what_is_sunk_into_a_wall_is_out_and_does_not_float() -> None:
    """The same holds for the ceiling."""
    picture = judged("block(0.6, 0.4, 0.04), at=(0, 1.2, -1.99), name='picture'")
    assert wrong(picture) == {("bounds", ("picture",))}
    lamp = judged("disc(0.2, 0.3), at=(0, 2.28, 0), name='ceiling_lamp'")
    assert wrong(lamp) == {("bounds", ("ceiling_lamp",))}


def test_furniture_and_pictures_touch_what_covers_a_wall() -> None:
    scene = room_of(
        PANEL,
        "block(0.7, 1.8, 0.6), at=(-1, 0, -1.67), name='fridge'",
        "block(0.6, 0.4, 0.04), at=(0.5, 1.2, -1.95), name='picture'",
        "block(0.8, 0.04, 0.3), at=(1.4, 1.2, -1.82), name='board'",
    )
    certificate = with_fixed(scene, "panel")
    assert certificate.certified
    assert certificate.slight == ()
    assert certificate.support == 1.0
    bare = judged("block(0.8, 0.04, 0.3), at=(1.4, 1.2, -1.82), name='board'")
    assert floats(bare) == {"board"}


def test_tools_hang_on_a_board_that_hangs_on_the_wall() -> None:
    board = "block(1.2, 0.8, 0.02), at=(0, 1.0, {z}), name='peg_board'"
    saw = "block(0.15, 0.4, 0.02), at=(0.2, 1.2, -1.968), name='saw'"
    assert judged(board.format(z=-1.99), saw).certified
    assert floats(judged(saw)) == {"saw"}


def test_a_platform_carries_what_stands_on_it_without_collision() -> None:
    scene = room_of(
        "block(3, 0.3, 2), at=(0, 0, -1), name='stage'",
        "block(0.4, 0.9, 0.4), at=(0, 0.3, -1), name='lectern'",
        "block(0.4, 0.9, 0.4), at=(0, 0, 0.2), name='chair'",
    )
    assert with_fixed(scene, "stage").certified


# -- from above -----------------------------------------------------------------------------------------------------------

BRACKET = "block(0.05, 0.05, 0.5), at=(0, 1.8, -1.75), name='bracket'"


def test_a_lantern_hangs_under_a_bracket_that_is_at_the_wall() -> None:
    assert judged(BRACKET, "block(0.15, 0.3, 0.15), at=(0, 1.5, -1.6), name='lantern'").certified
    low = judged(BRACKET, "block(0.15, 0.3, 0.15), at=(0, 1.45, -1.6), name='lantern'")
    assert floats(low) == {"lantern"}


def test_a_kettle_hangs_on_a_hook_through_its_handle() -> None:
    hook = "block(0.02, 0.02, 0.5), at=(0, 1.5, -1.75), name='hook'"
    handle = "transform_shape(block({w}, {h}, 0.02), translation_matrix(({x}, {y}, 0)))"
    kettle = ", ".join(
        [
            "block(0.2, 0.2, 0.2)",
            handle.format(w=0.02, h=0.2, x=-0.09, y=0.2),
            handle.format(w=0.02, h=0.2, x=0.09, y=0.2),
            handle.format(w=0.2, h=0.02, x=0, y=0.38),
        ]
    )
    held = judged(hook, f"concat_shapes({kettle}), at=(0, 1.14, -1.6), name='kettle'")
    assert held.certified
    assert floats(judged(f"concat_shapes({kettle}), at=(0, 1.14, -1.6), name='kettle'")) == {"kettle"}
    loose = judged(hook.replace("-1.75", "-1.6"), f"concat_shapes({kettle}), at=(0, 1.14, -1.6), name='kettle'")
    assert wrong(loose) == {("support", ("hook",)), ("support", ("kettle", "hook"))}
    assert any("kettle hangs on scene/hook, which nothing holds up" in v.message for v in loose.violations)


def test_a_chair_does_not_hang_under_a_table() -> None:
    table = "table(1.2, 0.75, 0.8), at=(0, 0, 0), name='table'"
    assert judged(table, "block(0.4, 0.71, 0.4), at=(0, 0, 0), name='stool'").certified
    assert floats(judged(table, "block(0.4, 0.68, 0.4), at=(0, 0.03, 0), name='stool'")) == {"stool"}


def test_a_sign_hangs_on_two_chains() -> None:
    beam = "block(2.0, 0.1, 0.1), at=(0, 2.4, -1), name='beam'"
    chains = [f"block(0.02, 0.6, 0.02), at=({x}, 1.8, -1), name='chain_{k}'" for k, x in enumerate((-0.4, 0.4))]
    board = "block(1.0, 0.3, 0.03), at=(0, 1.5, -1), name='sign'"
    assert judged(beam, *chains, board).certified
    assert floats(judged(beam, *chains, board.replace("at=(0, 1.5, -1)", "at=(0.9, 1.5, -1)"))) == {"sign"}


# -- frames, and what leans ------------------------------------------------------------------------------------------------


def test_a_frame_holds_its_door_and_two_crates_hold_no_third() -> None:
    frame = (
        "concat_shapes(block(0.1, 2.1, 0.1), transform_shape(block(0.1, 2.1, 0.1), translation_matrix((1.0, 0, 0))))"
    )
    leaf = "block(0.9, 1.9, 0.04), at=(0, 0.1, 0), name='leaf'"
    assert judged(f"{frame}, at=(0, 0, 0), name='frame'", leaf).certified
    assert floats(judged(leaf)) == {"leaf"}
    crates = [
        f"block(0.5, 0.5, 0.5), at=({x}, {y}, 0), name='crate_{k}'"
        for k, (x, y) in enumerate(((-0.5, 0), (0, 0.1), (0.5, 0)))
    ]
    assert floats(judged(*crates)) == {"crate_1"}


def test_a_book_in_the_air_between_two_books_is_not_held() -> None:
    books = [f"block(0.04, 0.3, 0.2), at=({0.04 * k}, {0.05 * (k == 1)}, 0), name='book_{k}'" for k in range(3)]
    assert floats(judged(*books)) == {"book_1"}


def leaning(x: float) -> Certificate:
    """A plank of 2 m at 75 degrees, its foot on the floor, its upper end at a height of 1.93 m, away from the left wall by x."""
    tilt = "rotation_matrix(math.radians(-15), (0, 0, 1), (0, 0, 0))"
    scene = evaluate_here(
        "from scene.language import *\n@register()\ndef scene():\n    plank = transform_shape(primitive_call('cube', {'scale': (0.05, 2, 0.4)}), "
        f"{tilt.replace('-15', '15')})\n    return concat_shapes(room(4, 4, 2.5), place(plank, at=({x}, 0, 0), name='plank'))\n"
    )
    return certify(scene)


def test_a_plank_leans_against_a_wall() -> None:
    reach = 0.5 * (2 * np.sin(np.radians(15)) + 0.05 * np.cos(np.radians(15)))
    assert leaning(-2 + reach).certified


def test_legs_through_a_rug_in_the_air_do_not_hold_it() -> None:
    table, rug = (
        "table(1.2, 0.75, 0.8), at=(0, 0, 0), name='table'",
        "block(1.8, 0.02, 1.4), at=(0, {y}, 0), name='rug'",
    )
    assert judged(table, rug.format(y=0)).certified
    assert floats(judged(table, rug.format(y=0.05))) == {"rug"}


def test_a_bookcase_that_stands_does_not_hang_above_the_floor() -> None:
    """It is one of the catalogue, a little above the floor."""
    catalogue = Catalogue.built_in()

    def bookcase(y: float) -> Certificate:
        scene = evaluate(
            "from scene.language import *\n@register('a study')\ndef study():\n    return concat_shapes(room(4, 4, 2.7), "
            f"place(asset_call('bookcase', size=(0.9, 1.2, 0.3)), at=(0, {y}, -1.85), name='bookcase'))\n",
            assets=catalogue,
        )
        return certify(scene, provider=catalogue)

    assert bookcase(0.0).certified
    assert floats(bookcase(0.05)) == {"bookcase"}


# -- uneven ground ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("up", [0.0, 0.008, 0.05])
def test_a_boulder_rests_on_top_of_a_hill(up: float) -> None:
    hill, boulder = "ball(1.5), at=(0, -1.2, 0), name='hill'", f"ball(0.2), at=(0, {1.8 + up}, 0), name='boulder'"
    certificate = with_fixed(room_of(hill, boulder, room="room(6, 6, 6)"), "hill")
    assert (floats(certificate) == set()) is (up <= 0.01)
    assert [round(1000 * s.dy, 1) for s in certificate.slight] == ([-8.0] if up == 0.008 else [])


def test_a_crate_stands_on_uneven_ground_where_it_touches() -> None:
    bumps = [f"ball(0.5), at=({x}, -0.4, {z}), name='bump'" for x in (-0.3, 0.3) for z in (-0.3, 0.3)]
    names = ["bump", *(f"bump[{k}]" for k in (1, 2, 3))]
    crate = "block({w}, 0.3, {w}), at=({x}, 0.6, 0), name='crate'"
    assert with_fixed(room_of(*bumps, crate.format(w=0.8, x=0)), *names).certified
    assert floats(with_fixed(room_of(*bumps, crate.format(w=0.5, x=0.6)), *names)) == {"crate"}


def test_a_body_joined_to_the_ground_is_held_by_it() -> None:
    scene = room_of(
        "ball(1.5), at=(0, -0.4, 0), name='hill'",
        "block(0.3, 1, 0.3), at=(0.8, 1.6, 0), name='tower'",
        room="room(6, 6, 6)",
    )
    bodies = bodies_of(scene)
    bodies = replace(bodies, fixed=np.array([True, False]))
    none = bodies.row * 0 - 1
    assert scene.room is not None
    apart = Problem(bodies, scene.room, (), none, none)
    assert not certify(scene, problem=apart).certified
    together = replace(apart, joined=(Joined((0, 1), "the tower stands in the hill"),))
    assert certify(scene, problem=together).certified


def test_joined_bodies_meet_only_in_pairs_that_do_so_by_design() -> None:
    scene = room_of(
        "block(3, 0.3, 3), at=(0, 0, 0), name='water'",
        "block(1, 0.5, 0.5), at=(-0.4, 0.2, 0), name='boat'",
        "block(1, 0.5, 0.5), at=(0.4, 0.2, 0), name='ferry'",
        room="room(4, 4, 2.5)",
    )
    bodies = replace(bodies_of(scene), fixed=np.array([True, False, False]))
    none = bodies.row * 0 - 1
    assert scene.room is not None
    problem = Problem(bodies, scene.room, (), none, none, joined=(Joined((0, 1, 2), "in the water", ((0, 1), (0, 2))),))
    assert wrong(certify(scene, problem=problem)) == {("collision", ("boat", "ferry"))}


def test_stairs_and_a_pier_over_water_stand() -> None:
    step = "block(1, {h}, 0.3), at=(0, 0, {z}), name='step_{k}'"
    steps = [step.format(h=0.2 * (k + 1), z=0.3 * k - 1, k=k) for k in range(4)]
    assert judged(*steps, "block(0.2, 0.3, 0.2), at=(0, 0.6, -0.4), name='pot'").certified
    pier = (
        "concat_shapes("
        + ", ".join(
            f"transform_shape(block(0.1, 0.8, 0.1), translation_matrix(({x}, 0, {z})))"
            for x in (-0.9, 0.9)
            for z in (-0.4, 0.4)
        )
        + ", transform_shape(block(2, 0.05, 1), translation_matrix((0, 0.8, 0)))), at=(0, 0, 0), name='pier'"
    )
    scene = room_of(
        "block(3.9, 0.3, 3.9), at=(0, 0, 0), name='water'",
        pier,
        "block(0.3, 0.3, 0.3), at=(0.5, 0.85, 0), name='crate'",
    )
    assert "crate" not in floats(with_fixed(scene, "water"))


# -- flying -----------------------------------------------------------------------------------------------------------------


def test_what_flies_needs_nothing_below_it_and_is_noted() -> None:
    certificate = judged(BLOCK, "block(0.3, 0.1, 0.3), at=(0, 1.5, 0), name='bird'")
    assert certificate.certified
    assert any("in the air by design: scene/bird" in note for note in certificate.notes)


# -- parts ------------------------------------------------------------------------------------------------------------------


def lamp(rise: float, part: str = "shade") -> Certificate:
    scene = evaluate_here(
        f"""from scene.language import *
@register()
def lamp():
    pole = primitive_call('cylinder', {{'radius': 0.02, 'p0': (0, 0, 0), 'p1': (0, 1, 0)}})
    foot = primitive_call('cylinder', {{'radius': 0.15, 'p0': (0, 0, 0), 'p1': (0, 0.03, 0)}})
    shade = primitive_call('cylinder', {{'radius': 0.2, 'p0': (0, 0, 0), 'p1': (0, 0.3, 0)}})
    return concat_shapes(pole, foot, place(shade, at=(0, {1 + rise}, 0), name='{part}'))
@register()
def scene():
    return concat_shapes(room(4, 4, 2.5), place('lamp', at=(0, 0, 0), name='lamp'))
"""
    )
    return certify(scene)


def test_a_part_that_touches_nothing_is_told_and_no_violation() -> None:
    assert lamp(0.0).floating_parts == ()
    assert lamp(0.008).floating_parts == ()
    certificate = lamp(0.05)
    (found,) = certificate.floating_parts
    assert found.paths == ("scene/lamp/shade",)
    assert found.body == "scene/lamp"
    assert found.gap == pytest.approx(0.05, abs=1e-3)
    assert certificate.certified
    assert certificate.to_json()["floating_parts"] == [
        {"paths": ["scene/lamp/shade"], "body": "scene/lamp", "gap_m": 0.05}
    ]
    assert any("shade in scene/lamp touches nothing" in note for note in certificate.notes)
    assert lamp(0.5, "bird").floating_parts == ()
