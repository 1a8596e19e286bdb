"""The certificate: what it calls wrong, what it lets pass, and that its parts agree with plain computations."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import trimesh

from scene.asset_provider import AssetContent, AssetError
from scene.errors import LayoutError
from scene.language.evaluator import evaluate_here
from scene.layout.bodies.reading import bodies_of
from scene.layout.certificate import Certificate, ViolationKind, certify
from scene.layout.certify.columns import column_spans
from scene.layout.certify.depth import push_depth
from scene.layout.certify.meeting import Meeting
from scene.layout.certify.navigation import _grown
from scene.layout.certify.pairs import box_pairs, piece_pairs
from scene.layout.certify.shapes import hull_shape, shapes_of_mesh
from scene.layout.certify.solids import Solids, group_starts, with_boxes
from scene.layout.forest import problem_of
from scene.layout.model import Support
from scene.model import AssetRef, PrimitiveKind, Scene, Vec3
from scene.primitive_meshes import MeshData, primitive_mesh

ROOM = "room(4, 4, 2.5, doors=[('front', 0, 0.9, 2.0)], windows=[('left', 0, 1.2, 1.0, 0.9)])"


def room_of(*things: str, room: str = ROOM, relations: str = "") -> Scene:
    """A room with things: each the arguments of ``place``."""
    parts = ",\n".join([room, *(f"place({t})" for t in things)])
    return evaluate_here(
        "from scene.language import *\n"
        "def block(w, h, d): return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, h / 2, 0)))\n"
        "def ball(r): return primitive_call('sphere', {'radius': r})\n"
        "def disc(r, h): return primitive_call('cylinder', {'radius': r, 'p0': (0, 0, 0), 'p1': (0, h, 0)})\n"
        "def table(w, h, d): return concat_shapes(transform_shape(block(w, 0.04, d), translation_matrix((0, h - 0.04, 0))),"
        " *[transform_shape(block(0.05, h - 0.04, 0.05), translation_matrix((x * (w / 2 - 0.03), 0, z * (d / 2 - 0.03)))) for x in (-1, 1) for z in (-1, 1)])\n"
        f"@register()\ndef scene():\n    return concat_shapes(\n{parts}\n    )\n{relations}\n"
    )


def judged(*things: str, support: dict[str, Support] | None = None, **options: Any) -> Certificate:
    """The certificate of a room with things; `support` overrides what is read from words and poses."""
    scene = room_of(*things, **options)
    bodies = bodies_of(scene)
    kinds = [(support or {}).get(p.split("/", 1)[1], s) for p, s in zip(bodies.path, bodies.support, strict=True)]
    return certify(scene, bodies=replace(bodies, support=tuple(kinds)))


def wrong(certificate: Certificate) -> set[tuple[str, tuple[str, ...]]]:
    return {(str(v.kind), tuple(p.split("/", 1)[1] for p in v.paths)) for v in certificate.violations}


BLOCK = "block(1, 0.5, 1), at=(0, 0, 0), name='a'"


# -- collisions ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shape", "at", "depth"),
    [
        ("block(1, 0.5, 1)", (0.98, 0, 0), 0.02),
        ("block(1, 0.5, 1)", (0, 0.45, 0), 0.05),
        ("disc(0.3, 0.5)", (0.79, 0, 0), 0.01),
        ("ball(0.3)", (0.77, 0, 0), 0.03),  # its middle is 30 cm up, beside the block
    ],
)
def test_bodies_that_intersect_are_named_with_their_depth_and_place(shape: str, at: Vec3, depth: float) -> None:
    certificate = judged(BLOCK, f"{shape}, at={at}, name='b'")
    (found,) = certificate.of_kind(ViolationKind.COLLISION)
    assert found.paths == ("scene/a", "scene/b")
    assert found.figure == pytest.approx(depth, abs=0.2 * depth)
    assert np.abs(np.array(found.place) - np.clip(at, -0.5, 0.5)).max() < 0.55
    assert not certificate.collision_free
    assert not certificate.certified
    assert certificate.placed == 0
    assert "intersect by" in found.message


@pytest.mark.parametrize("gap", [0.0, -0.0005, 0.001, 0.1])
@pytest.mark.parametrize("shape", ["block(1, 0.5, 1)", "disc(0.5, 0.5)"])
def test_touching_is_no_collision(shape: str, gap: float) -> None:
    certificate = judged(BLOCK, f"{shape}, at=({1 + gap}, 0, 0), name='b'")
    assert certificate.certified
    assert (certificate.placed, certificate.requested) == (2, 2)


def test_a_chair_fits_under_a_table_and_not_through_its_legs() -> None:
    table = "table(1.2, 0.75, 0.8), at=(0, 0, 0), name='table'"
    assert judged(table, "block(0.4, 0.6, 0.4), at=(0, 0, 0.1), name='chair'").certified
    assert ("collision", ("table", "chair")) in wrong(
        judged(table, "block(0.4, 0.6, 0.4), at=(0.4, 0, 0.2), name='chair'")
    )
    assert ("collision", ("table", "chair")) in wrong(judged(table, "block(0.4, 0.8, 0.4), at=(0, 0, 0), name='chair'"))


def test_a_thing_wholly_inside_another_collides() -> None:
    assert ("collision", ("a", "b")) in wrong(judged(BLOCK, "block(0.2, 0.2, 0.2), at=(0, 0.1, 0), name='b'"))


def test_rugs_lie_under_things_and_through_nothing_else() -> None:
    rug = "block(2, 0.01, 2), at=(0, 0, 0), name='rug'"
    assert judged(rug, BLOCK).certified  # sunk through it
    assert judged(rug, "block(1, 0.5, 1), at=(0, 0.01, 0), name='a'").certified  # on it
    assert ("collision", ("rug", "rug[1]")) in wrong(judged(rug, "block(2, 0.01, 2), at=(0.5, 0, 0), name='rug'"))


def test_a_pillow_may_sink_into_what_bears_it_and_into_nothing_beside_it() -> None:
    bed = "block(1, 0.5, 2), at=(0, 0, 0), name='bed'"
    pillow = "block(0.5, 0.1, 0.3), at=({x}, {y}, 0), name='pillow'"
    assert judged(bed, pillow.format(x=0, y=0.485)).certified
    assert not judged(bed, pillow.format(x=0, y=0.46)).collision_free
    assert not judged(bed, "block(0.5, 0.1, 0.3), at=(0, 0.485, 0), name='lamp'").collision_free
    assert not judged(bed, pillow.format(x=0.74, y=0.2)).collision_free


def test_what_is_inside_by_a_relation_may_intersect_its_container() -> None:
    things = (BLOCK, "ball(0.1), at=(0, 0.1, 0), name='b'")
    inside = judged(*things, relations="relate(inside('b', 'a'))")
    assert inside.certified
    assert not judged(*things).certified
    out = judged(BLOCK, "ball(0.1), at=(0.5, 0.1, 0), name='b'", relations="relate(inside('b', 'a'))")
    assert not out.collision_free


def test_fixed_bodies_may_meet_each_other_and_no_other() -> None:
    scene = room_of(
        BLOCK, "block(1, 0.5, 1), at=(0.5, 0, 0), name='b'", "block(0.3, 0.3, 0.3), at=(-0.5, 0, 0), name='c'"
    )
    bodies = replace(bodies_of(scene), fixed=np.array([True, True, False]))
    assert wrong(certify(scene, bodies=bodies)) == {("collision", ("a", "c"))}


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


def test_flush_with_a_wall_is_inside_and_rays_tell_how_far_out_a_body_is() -> None:
    assert judged("block(1, 0.5, 1), at=(1.5, 0, 0), name='a'").in_bounds
    assert judged("block(1, 0.5, 1), at=(1.502, 0, 0), name='a'").in_bounds
    assert judged("block(1, 0.5, 1), at=(1.6, 0, 0), name='a'").in_bounds_by_rays == 0.0
    assert judged("block(1, 0.5, 1), at=(1.502, 0, 0), name='a'").in_bounds_by_rays == 1.0


def test_a_corner_that_turns_through_a_wall_is_out() -> None:
    assert judged("block(1, 0.5, 1), at=(1.5, 0, 0), turn=30, name='a'").in_bounds is False


# -- support ------------------------------------------------------------------------------------------------------------


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


def test_a_plank_may_bridge_two_things_and_a_ball_may_touch_at_one_point() -> None:
    assert judged(
        "block(0.2, 0.5, 0.2), at=(-0.7, 0, 0), name='a'",
        "block(0.2, 0.5, 0.2), at=(0.7, 0, 0), name='b'",
        "block(1.8, 0.03, 0.3), at=(0, 0.5, 0), name='plank'",
    ).certified
    assert judged("ball(0.2), at=(0, 0, 0), name='ball'").certified
    assert judged(BLOCK, "ball(0.05), at=(0.2, 0.5, 0.1), name='ball'").certified


def test_what_could_not_stand_by_itself_is_taken_to_be_weighted_over_its_base() -> None:
    arc = "concat_shapes(block(0.1, 0.02, 0.1), block(0.02, 1.5, 0.02), transform_shape(block(1, 0.1, 0.1), translation_matrix((0.5, 1.5, 0))))"
    assert judged(f"{arc}, at=(0, 0, 0), name='lamp'").certified


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
        assert np.array_equal(_grown(blocked, step, 0.2), away < 0.2 - 1e-9)


# -- the whole ------------------------------------------------------------------------------------------------------------


def test_json_has_the_reports_shape() -> None:
    scene = room_of(BLOCK, "ball(0.1), at=(0, 0.5, 0), name='b'", relations="relate(on('b', 'a'), far('b', 'a'))")
    values = certify(scene, problem=problem_of(scene, bodies_of(scene))).to_json()
    assert {"collision_free", "in_bounds", "placed", "requested", "support", "navigable", "clearance", "settle"} <= set(
        values
    )
    assert {"relations", "seconds", "conflicts", "violations", "notes"} <= set(values)
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


def test_thousands_of_things_in_one_spot_are_told_early() -> None:
    scene = room_of(*[f"block(1, 0.5, 1), at=({0.001 * i}, 0, 0), name='a'" for i in range(1500)])
    certificate = certify(scene)
    assert len(certificate.of_kind(ViolationKind.COLLISION)) >= 1000
    assert "thousand pairs" in certificate.notes[0]


# -- meshes ---------------------------------------------------------------------------------------------------------------


class OneMesh:
    """A provider of one mesh."""

    def __init__(self, mesh: trimesh.Trimesh | None) -> None:
        self.mesh = mesh

    def resolve(self, words: str, size: Vec3 | None, seed: int) -> AssetRef:
        assert self.mesh is not None
        return AssetRef(words, size, seed, "0" * 64, np.asarray(self.mesh.vertices, dtype=np.float64), support="floor")

    def load(self, ref: AssetRef) -> AssetContent:
        if self.mesh is None:
            raise AssetError("it is gone")
        return AssetContent(mesh=trimesh.Scene(self.mesh))


def bucket() -> trimesh.Trimesh:
    """A square bucket of one piece, 1 m wide, 5 cm thick: no convex piece, closed."""
    parts = [((1, 0.05, 1), (0, 0.025, 0))]
    for x, z in ((-0.475, 0), (0.475, 0), (0, -0.475), (0, 0.475)):
        parts.append(((0.05 if x else 1.0, 0.6, 0.05 if z else 1.0), (x, 0.3, z)))
    boxes = []
    for size, at in parts:
        box = trimesh.creation.box(size)
        box.apply_translation(at)
        boxes.append(box)
    return trimesh.boolean.union(boxes, engine="manifold")


def with_bucket(*things: str, mesh: trimesh.Trimesh | None = None, gone: bool = False) -> Certificate:
    provider = OneMesh(mesh or bucket())
    parts = ",\n".join(f"place({t})" for t in things)
    scene = evaluate_here(
        "from scene.language import *\n"
        "def ball(r): return primitive_call('sphere', {'radius': r})\n"
        f"@register()\ndef scene():\n    return concat_shapes(room(6, 6, 2.5), place(asset_call('bucket'), at=(0, 0, 0), name='bucket'),\n{parts})\n",
        assets=provider,
    )
    if gone:
        provider = OneMesh(None)
    return certify(scene, provider=provider)


def test_a_ball_lies_in_a_hollow_mesh_and_hits_its_side() -> None:
    assert not bucket().is_convex
    assert with_bucket("ball(0.2), at=(0, 0.05, 0), name='ball'").certified
    into = with_bucket("ball(0.2), at=(0.27, 0.05, 0), name='ball'")
    assert ("collision", ("bucket", "ball")) in wrong(into)
    assert 0.005 < into.of_kind(ViolationKind.COLLISION)[0].figure < 0.06
    assert ("support", ("ball",)) in wrong(with_bucket("ball(0.2), at=(0, 0.08, 0), name='ball'"))


def test_two_hollow_meshes_touch_and_collide() -> None:
    other = "asset_call('bucket'), at=({x}, 0, 0), name='other'"
    assert with_bucket(other.format(x=1.0)).certified
    assert ("collision", ("bucket", "other")) in wrong(with_bucket(other.format(x=0.98)))


def test_a_small_thing_within_the_matter_of_a_closed_surface_collides() -> None:
    thick = trimesh.boolean.difference(
        [trimesh.creation.box((1, 1, 1)), trimesh.creation.box((0.4, 0.4, 2.0))], engine="manifold"
    )
    thick.apply_translation((0, 0.5, 0))
    certificate = with_bucket("ball(0.05), at=(0.35, 0.4, 0), name='pea'", mesh=thick)
    assert ("collision", ("bucket", "pea")) in wrong(certificate)


def test_a_mesh_that_is_gone_is_judged_as_its_hull_and_says_so() -> None:
    certificate = with_bucket("ball(0.2), at=(0, 0.05, 0), name='ball'", gone=True)
    assert not certificate.collision_free
    assert any("judged as its hull" in note for note in certificate.notes)


def test_loose_convex_parts_of_a_mesh_are_known_as_such() -> None:
    both = trimesh.util.concatenate(
        [trimesh.creation.box((1, 1, 1)), trimesh.creation.icosphere(radius=0.3).apply_translation((2, 0, 0))]
    )
    mesh = MeshData(
        "both",
        np.asarray(both.vertices, np.float32),
        np.asarray(both.faces, np.uint32),
        np.zeros((len(both.vertices), 3), np.float32),
    )
    shapes = shapes_of_mesh(mesh)
    assert [s.convex for s in shapes] == [True, True]
    assert sorted(round(s.volume_and_centre[0], 2) for s in shapes) == [0.11, 1.0]
    assert shapes_of_mesh(mesh) is shapes


# -- parts against plain computations ---------------------------------------------------------------------------------------


def random_solids(count: int, seed: int, *, square: bool) -> Solids:
    """Pieces of all kinds, one a body, scattered in a cube."""
    rng = np.random.default_rng(seed)
    kind = rng.choice([1, 2, 3, 4, 5], count).astype(np.uint8)
    world = np.tile(np.eye(4), (count, 1, 1))
    for i in range(count):
        turn = np.linalg.qr(rng.normal(size=(3, 3)))[0]
        world[i, :3, :3] = turn * rng.uniform(0.2, 1.0, 3) if square else rng.normal(size=(3, 3)) * 0.5
    world[:, :3, 3] = rng.uniform(-1, 1, (count, 3))
    shape = np.where(kind == PrimitiveKind.MESH, 0, -1).astype(np.int32)
    hull = hull_shape(rng.normal(size=(16, 3)) * 0.5)
    body = np.arange(count, dtype=np.int32)
    points = [samples(kind[i], hull.vertices) @ world[i, :3, :3].T + world[i, :3, 3] for i in range(count)]
    low, high = np.array([p.min(axis=0) for p in points]), np.array([p.max(axis=0) for p in points])
    return Solids(group_starts(body, count), body, kind, world, shape, (hull,), low, high)


def samples(kind: int, hull: np.ndarray) -> np.ndarray:
    """Vertices of a fine mesh of a unit shape."""
    if kind == PrimitiveKind.MESH:
        return hull
    return np.unique(primitive_mesh(PrimitiveKind(int(kind)), 8).vertices.astype(np.float64), axis=0)


def shared_radius(one: np.ndarray, two: np.ndarray) -> float:
    """Radius of the greatest ball that fits into both hulls (less than 0: how far apart their faces are), by linear programming."""
    from scipy.optimize import linprog
    from scipy.spatial import ConvexHull

    faces = np.concatenate([ConvexHull(one).equations, ConvexHull(two).equations])
    found = linprog([0, 0, 0, -1], np.c_[faces[:, :3], np.ones(len(faces))], -faces[:, 3], bounds=[(None, None)] * 4)
    return float(found.x[3])


@pytest.mark.parametrize("square", [True, False])
def test_meeting_agrees_with_linear_programming(square: bool) -> None:
    solids = random_solids(24, 3, square=square)
    pairs = np.array([(i, j) for i in range(24) for j in range(i)], dtype=np.int32)
    met = Meeting(solids).meet(pairs[:, 0], pairs[:, 1], 0.0)
    points = [
        samples(solids.kind[i], solids.shapes[0].vertices) @ solids.world_from_unit[i, :3, :3].T
        + solids.world_from_unit[i, :3, 3]
        for i in range(24)
    ]
    radius = np.array([shared_radius(points[i], points[j]) for i, j in pairs.tolist()])
    sure = np.abs(radius) > 2e-3  # the hulls here are facets within the true shapes
    assert np.array_equal(met[sure], radius[sure] > 0)
    assert 20 < met.sum() < len(met) - 20


def test_shrunk_pieces_meet_where_they_share_more_than_the_tolerance() -> None:
    solids = with_boxes(
        random_solids(1, 0, square=True), np.array([[5.0, 0, 0], [5.99, 0, 0]]), np.array([[6.0, 1, 1], [7, 1, 1]])
    )
    a, b = np.array([1], dtype=np.int32), np.array([2], dtype=np.int32)
    meeting = Meeting(solids)
    assert [bool(meeting.meet(a, b, -g / 2)[0]) for g in (0.001, 0.009, 0.011)] == [True, True, False]
    assert push_depth(meeting, a, b) == pytest.approx(0.01, abs=1e-9)
    assert bool(meeting.meet(a, b, 0.01, np.array([-0.025, 0, 0]))[0])
    assert not bool(meeting.meet(a, b, 0.01, np.array([-0.035, 0, 0]))[0])


def test_depth_is_the_least_push_that_parts_two_pieces() -> None:
    solids = random_solids(14, 5, square=True)
    meeting = Meeting(solids)
    pairs = np.array([(i, j) for i in range(14) for j in range(i)], dtype=np.int32)
    pairs = pairs[meeting.meet(pairs[:, 0], pairs[:, 1], -0.005)]
    depth = push_depth(meeting, pairs[:, 0], pairs[:, 1])
    rng = np.random.default_rng(1)
    ways = rng.normal(size=(400, 3))
    ways /= np.linalg.norm(ways, axis=1, keepdims=True)
    assert len(pairs) > 5
    for (i, j), d in zip(pairs.tolist(), depth.tolist(), strict=True):
        a, b = np.array([i], dtype=np.int32), np.array([j], dtype=np.int32)
        assert all(meeting.meet(a, b, 0.0, 0.9 * d * way)[0] for way in ways)


def test_broad_phase_finds_every_pair_of_boxes() -> None:
    rng = np.random.default_rng(0)
    low = rng.uniform(-2, 2, (150, 3))
    high = low + rng.uniform(0.05, 0.8, (150, 3))
    low[7], high[7] = np.inf, -np.inf
    for margin in (-0.05, 0.0, 0.2):
        near = ((low[:, None] - high[None] <= margin) & (low[None] - high[:, None] <= margin)).all(axis=2)
        plain = np.argwhere(np.triu(near, 1) & np.isfinite(low).all(1)[:, None] & np.isfinite(low).all(1)[None])
        assert np.array_equal(box_pairs(low, high, margin), plain)


def test_piece_pairs_are_all_pieces_of_two_bodies_that_come_near() -> None:
    solids = random_solids(40, 2, square=True)
    body = np.repeat(np.arange(4, dtype=np.int32), 10)
    solids = replace(solids, body=body, start=group_starts(body, 4))
    found = {
        (int(a), int(b))
        for _, one, two in piece_pairs(solids, np.array([[0, 1], [2, 3]], dtype=np.int32), 0.0)
        for a, b in zip(one, two, strict=True)
    }
    near = ((solids.low[:, None] <= solids.high[None]) & (solids.low[None] <= solids.high[:, None])).all(axis=2)
    plain = {(int(i), int(j)) for i, j in np.argwhere(near) if (body[i], body[j]) in {(0, 1), (2, 3)}}
    assert found == plain


@pytest.mark.parametrize("square", [True, False])
def test_columns_enter_and_leave_where_a_fine_walk_does(square: bool) -> None:
    solids = random_solids(60, 9, square=square)
    rng = np.random.default_rng(4)
    points = solids.world_from_unit[:, None, (0, 2), 3] + rng.normal(size=(60, 8, 2)) * 0.3
    bottom, top = column_spans(solids, np.arange(60, dtype=np.int32), points)
    heights = np.linspace(-6, 6, 6001)
    for i in range(60):
        for k in range(8):
            walk = np.stack(
                [
                    np.full_like(heights, points[i, k, 0]),
                    heights,
                    np.full_like(heights, points[i, k, 1]),
                    np.ones_like(heights),
                ]
            )
            inside = within(int(solids.kind[i]), (solids.unit_from_world[i] @ walk)[:3], solids)
            if inside.sum() > 2:
                assert bottom[i, k] == pytest.approx(heights[inside][0], abs=0.004)
                assert top[i, k] == pytest.approx(heights[inside][-1], abs=0.004)
            else:
                assert top[i, k] - bottom[i, k] < 0.008


def within(kind: int, p: np.ndarray, solids: Solids) -> np.ndarray:
    x, y, z = p
    if kind == PrimitiveKind.CUBE:
        return (np.abs(p) <= 0.5).all(axis=0)
    if kind == PrimitiveKind.SPHERE:
        return (p * p).sum(axis=0) <= 1
    if kind == PrimitiveKind.CYLINDER:
        return (x * x + z * z <= 1) & (y >= 0) & (y <= 1)
    if kind == PrimitiveKind.CONE:
        return (x * x + z * z <= (1 - y) ** 2) & (y >= 0) & (y <= 1)
    planes = solids.shapes[0].planes
    return (planes[:, :3] @ p <= planes[:, 3:]).all(axis=0)
