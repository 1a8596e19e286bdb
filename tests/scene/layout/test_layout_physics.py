"""Settling: what is well placed stays, what is not falls, slides or tips."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import mujoco
import numpy as np
import pytest

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import Problem, Support
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from scenewright.scene.layout.certify import Settled, evidence_of, settle
from scenewright.scene.layout.certify.ballast import ballasted
from scenewright.scene.layout.model import Joined
from scenewright.scene.model import Scene

SOURCE = (
    "from scene.language import *\n"
    "def block(w, h, d): return transform_shape(primitive_call('cube', {{'scale': (w, h, d)}}), translation_matrix((0, h / 2, 0)))\n"
    "def ball(r): return primitive_call('sphere', {{'radius': r}})\n"
    "def cone(r, h): return primitive_call('cone', {{'radius': r, 'p0': (0, 0, 0), 'p1': (0, h, 0)}})\n"
    "def table(w, h, d): return concat_shapes(transform_shape(block(w, 0.04, d), translation_matrix((0, h - 0.04, 0))),"
    " *[transform_shape(block(0.05, h - 0.04, 0.05), translation_matrix((x * (w / 2 - 0.03), 0, z * (d / 2 - 0.03)))) for x in (-1, 1) for z in (-1, 1)])\n"
    "@register()\ndef scene():\n    return concat_shapes(room(4, 4, 2.5), {things})\n"
)


def scene_of(*things: str, relations: str = "") -> Scene:
    return evaluate_here(SOURCE.format(things=", ".join(f"place({t})" for t in things)) + relations)


def settled(*things: str, support: dict[str, Support] | None = None) -> Settled:
    scene = scene_of(*things)
    bodies = bodies_of(scene)
    kinds = [(support or {}).get(p.split("/", 1)[1], s) for p, s in zip(bodies.path, bodies.support, strict=True)]
    return settle(scene, bodies=replace(bodies, support=tuple(kinds)))


def test_a_set_table_stays_as_it_is() -> None:
    found = settled(
        "table(1.2, 0.75, 0.8), at=(0, 0, 0), name='table'",
        "block(0.3, 0.2, 0.3), at=(0.3, 0.75, 0), name='box'",
        "cone(0.1, 0.3), at=(-0.3, 0.75, 0), name='cone'",
        "block(0.4, 0.6, 0.4), at=(0, 0, 0.1), name='chair'",
        "ball(0.1), at=(1.5, 0, 0), name='ball'",
    )
    assert found.max_shift_m < 0.005
    assert found.max_tilt_deg < 1.0
    assert found.fell == ()
    assert found.complete
    assert found.seconds == pytest.approx(2.0)
    assert found.to_json() == {
        "max_shift_m": round(found.max_shift_m, 4),
        "max_tilt_deg": round(found.max_tilt_deg, 2),
        "fell": [],
    }


def test_what_floats_falls() -> None:
    found = settled("block(0.5, 0.5, 0.5), at=(0, 0.5, 0), name='box'")
    assert found.fell == ("scene/box",)
    assert found.max_shift_m == pytest.approx(0.5, abs=0.02)


def test_what_hangs_over_an_edge_topples() -> None:
    found = settled(
        "table(1.2, 0.75, 0.8), at=(0, 0, 0), name='table'", "block(0.4, 0.3, 0.3), at=(0.7, 0.75, 0), name='box'"
    )
    assert found.fell == ("scene/box",)
    assert found.max_tilt_deg > 30


def test_what_intersects_is_pushed_apart() -> None:
    found = settled("block(0.5, 0.5, 0.5), at=(0, 0, 0), name='a'", "block(0.5, 0.5, 0.5), at=(0.4, 0, 0), name='b'")
    assert found.max_shift_m > 0.02


def test_what_is_fixed_hangs_or_lies_under_others_stands_still() -> None:
    found = settled(
        "block(0.6, 0.4, 0.04), at=(0, 1.2, -1.98), name='picture'",
        "block(0.3, 0.3, 0.3), at=(0, 2.2, 0), name='lamp'",
        "block(2, 0.02, 2), at=(0, 0, 0), name='rug'",
        "block(0.5, 0.5, 0.5), at=(0.5, 0, 0), name='sunk'",
        "block(0.5, 0.5, 0.5), at=(-0.5, 0.02, 0), name='on_top'",
        support={"picture": Support.WALL, "lamp": Support.CEILING},
    )
    assert found.free.tolist() == [False, False, False, True, True]
    assert found.max_shift_m < 0.003
    assert not found.fell


def test_a_doll_on_small_feet_is_taken_to_be_weighted_there() -> None:
    doll = "concat_shapes(block(0.03, 0.02, 0.02), transform_shape(block(0.1, 0.4, 0.05), translation_matrix((0.03, 0.02, 0))))"
    assert settled(f"{doll}, at=(0, 0, 0), name='doll'").max_tilt_deg < 5.0


def test_ballast_leaves_alone_what_stands_by_itself() -> None:
    scene = scene_of(
        "block(0.5, 0.5, 0.5), at=(1, 0, 0), name='box'", "block(0.02, 1, 0.02), at=(0, 0, 0), name='stick'"
    )
    evidence = evidence_of(scene, provider=None, bodies=bodies_of(scene), room=scene.room)
    box, stick = ballasted(evidence)
    assert box == pytest.approx([1.0, 0.25, 0.0])
    assert stick[1] < 0.11


def test_no_bodies_and_thin_ones() -> None:
    assert settled().max_shift_m == 0.0
    assert settled("block(0.3, 0.0002, 0.2), at=(0, 0, 0), name='sheet'").max_shift_m < 0.005


def test_a_certificate_carries_what_physics_found() -> None:
    scene = scene_of("block(0.5, 0.5, 0.5), at=(0, 0, 0), name='box'")
    found = certify(scene).settled(settle(scene))
    assert found.to_json()["settle"]["fell"] == []


def test_the_simulation_ends_at_its_limit_and_says_so() -> None:
    scene = scene_of("block(0.5, 0.5, 0.5), at=(0, 0, 0), name='box'")
    found = settle(scene, limit_s=0.0)
    assert not found.complete
    assert found.seconds < 2.0
    assert np.isfinite(found.shift).all()
    assert any("stopped after 0.00 of 2" in note for note in certify(scene).settled(found).notes)


def test_what_mujoco_warns_of_is_a_note_and_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forward = mujoco.mj_forward

    def broken(model: mujoco.MjModel, data: mujoco.MjData) -> None:
        forward(model, data)
        data.qpos[0] = np.nan

    monkeypatch.setattr(mujoco, "mj_forward", broken)
    monkeypatch.chdir(tmp_path)
    found = settled("block(0.5, 0.5, 0.5), at=(0, 0, 0), name='box'")
    assert any("unstable" in note for note in found.notes)
    assert list(tmp_path.iterdir()) == []
    assert mujoco.get_mju_user_warning() is None


# -- scenes as people write them --------------------------------------------------------------------------------------------


def settled_joined(scene: Scene, *groups: tuple[int, ...]) -> Settled:
    bodies = bodies_of(scene)
    none = bodies.row * 0 - 1
    joined = tuple(Joined(g, "they are one") for g in groups)
    assert scene.room is not None
    return settle(scene, problem=Problem(bodies, scene.room, (), none, none, joined=joined))


def test_what_is_a_little_in_something_else_does_not_jump() -> None:
    found = settled(
        "table(1.2, 0.75, 0.8), at=(0, 0, 0), name='table'",
        "block(0.1, 0.004, 0.15), at=(0.3, 0.746, 0), name='sheet'",
        "block(0.2, 0.2, 0.2), at=(-0.2, 0.746, 0), name='box'",
        "block(0.2, 0.2, 0.2), at=(-0.004, 0.746, 0), name='next'",
        "block(0.5, 1, 0.3), at=(-1.754, -0.004, 0), name='case'",
    )
    assert found.free.all()
    assert found.max_shift_m < 0.002
    assert found.max_tilt_deg < 0.5


def test_a_pillow_stays_in_its_bed_and_an_apple_in_its_bowl() -> None:
    pillow = settled(
        "block(1, 0.5, 2), at=(0, 0, 0), name='bed'", "block(0.5, 0.1, 0.3), at=(0, 0.485, 0.5), name='pillow'"
    )
    assert pillow.max_shift_m < 0.002
    things = ("block(0.3, 0.2, 0.3), at=(0, 0, 0), name='bowl'", "ball(0.05), at=(0, 0.06, 0), name='apple'")
    scene = scene_of(*things)
    assert settle(scene_of(*things, relations="relate(inside('apple', 'bowl'))")).max_shift_m < 0.005
    assert settle(scene).max_shift_m > 0.02  # nothing says that it may be there


def test_joined_bodies_fall_as_one() -> None:
    near, far = "block(0.3, 0.3, 0.3), at=(0, {y}, 0), name='a'", "block(0.3, 0.3, 0.3), at=(0.2, {y}, 0), name='b'"
    standing = scene_of(near.format(y=0), far.format(y=0.1))
    assert settle(standing).max_shift_m > 0.02
    assert settled_joined(standing, (0, 1)).max_shift_m < 0.003
    falling = settled_joined(scene_of(near.format(y=0.5), far.format(y=0.5)), (0, 1))
    assert falling.fell == ("scene/a", "scene/b")
    assert falling.shift[0] == pytest.approx(falling.shift[1])
    assert falling.max_shift_m == pytest.approx(0.5, abs=0.02)


def test_what_is_joined_to_something_fixed_or_flies_stands_still() -> None:
    scene = scene_of(
        "block(0.1, 2.5, 3), at=(0, 0, 0), name='wall'",
        "block(0.5, 0.05, 0.5), at=(0.27, 1.2, 0), name='shelf'",
        "block(0.3, 0.1, 0.3), at=(1.5, 1.8, 0), name='bird'",
    )
    bodies = bodies_of(scene)
    assert bodies.fixed.tolist() == [True, False, False]
    found = settled_joined(scene, (0, 1))
    assert found.free.tolist() == [False, False, False]
    assert found.fell == ()


def test_without_a_room_the_ground_is_under_the_lowest_thing() -> None:
    scene = evaluate_here(
        "from scene.language import *\n@register()\ndef scene():\n    return concat_shapes("
        "place(box(1, 1, 1), at=(0, -3, 0), name='a'), place(box(1, 1, 1), at=(0, -2, 0), name='b'))\n"
        "def box(w, h, d): return primitive_call('cube', {'scale': (w, h, d)})\n"
    )
    assert settle(scene).max_shift_m < 0.003
