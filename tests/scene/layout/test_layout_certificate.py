"""The certificate as a whole, and bounds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scenewright.scene.errors import LayoutError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import ViolationKind
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.model import Vec3
from tests.support.certified_rooms import BLOCK, judged, room_of, wrong

# -- bounds -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "side"),
    [
        ((1.53, 0, 0), "right wall"),
        ((-1.53, 0, 0), "left wall"),
        ((0, 0, -1.53), "back wall"),
        ((0, -0.03, 0), "floor"),
    ],
)
def test_a_body_that_leaves_the_room_is_named_with_the_wall(at: Vec3, side: str) -> None:
    certificate = judged(f"block(1, 0.5, 1), at={at}, name='a'")
    (found,) = certificate.of_kind(ViolationKind.BOUNDS)
    assert side in found.message
    assert found.figure == pytest.approx(0.03, abs=1e-6)
    assert not certificate.in_bounds


def test_flush_with_a_wall_is_inside_by_bounds_and_by_rays() -> None:
    assert judged("block(1, 0.5, 1), at=(1.5, 0, 0), name='a'").in_bounds
    assert judged("block(1, 0.5, 1), at=(1.502, 0, 0), name='a'").in_bounds
    assert judged("block(1, 0.5, 1), at=(1.6, 0, 0), name='a'").in_bounds_by_rays == 0.0
    assert judged("block(1, 0.5, 1), at=(1.502, 0, 0), name='a'").in_bounds_by_rays == 1.0


def test_a_corner_that_turns_through_a_wall_is_out() -> None:
    assert judged("block(1, 0.5, 1), at=(1.5, 0, 0), turn=30, name='a'").in_bounds is False


# -- the whole ------------------------------------------------------------------------------------------------------------


def test_json_has_the_reports_shape() -> None:
    scene = room_of(BLOCK, "ball(0.1), at=(0, 0.5, 0), name='b'", relations="relate(on('b', 'a'), far('b', 'a'))")
    values = certify(scene, problem=problem_of(scene, bodies_of(scene))).to_json()
    assert {"collision_free", "in_bounds", "placed", "requested", "support", "navigable", "clearance", "settle"} <= set(
        values
    )
    assert {"relations", "seconds", "violations", "notes"} <= set(values)
    assert [r["satisfied"] for r in values["relations"]] == [True, False]
    assert values["relations"][0]["reason"] == ""
    assert values["relations"][1]["reason"]
    assert values["settle"] is None
    assert values["seconds"] > 0.0


def test_an_empty_room_is_certified() -> None:
    certificate = certify(room_of())
    assert certificate.certified
    assert (certificate.requested, certificate.placed) == (0, 0)
    assert (certificate.support, certificate.clearance, certificate.navigable) == (1.0, 1.0, 1.0)


def test_without_a_room_there_is_a_floor_and_no_wall() -> None:
    scene = evaluate_here(
        "from scene.language import *\n@register()\ndef scene():\n    return concat_shapes("
        "place(box(1, 1, 1), at=(50, 0, 0), name='a'), place(box(1, 1, 1), at=(0, 1, 0), name='b'))\n"
        "def box(w, h, d): return primitive_call('cube', {'scale': (w, h, d)})\n"
    )
    assert wrong(certify(scene)) == {("support", ("b",))}


def test_a_pose_that_is_no_number_is_an_error_that_names_it() -> None:
    scene = room_of(BLOCK)
    bodies = bodies_of(scene)
    local = scene.nodes.parent_from_local.copy()
    local[bodies.row[0], 0, 3] = np.nan
    with pytest.raises(LayoutError, match=r"scene/a.*no number"):
        certify(replace(scene, nodes=replace(scene.nodes, parent_from_local=local)), bodies=bodies)


def test_bodies_of_another_scene_are_refused() -> None:
    with pytest.raises(LayoutError, match="another scene"):
        certify(room_of(), bodies=bodies_of(room_of(*([BLOCK] * 20))))


def test_over_a_thousand_pairs_in_one_spot_are_told_early() -> None:
    scene = room_of(*[f"block(1, 0.5, 1), at=({0.001 * i}, 0, 0), name='a'" for i in range(60)])
    certificate = certify(scene)
    assert len(certificate.of_kind(ViolationKind.COLLISION)) >= 1000
    assert "thousand pairs" in certificate.notes[0]
