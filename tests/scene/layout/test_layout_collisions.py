"""What the certifier calls an intersection: of primitives, of meshes, and of what may intersect."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import trimesh

from scenewright.scene.asset_provider import AssetContent, AssetError
from scenewright.scene.geometry import MeshData
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import Certificate, ViolationKind
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from scenewright.scene.layout.certify import shapes_of_mesh
from scenewright.scene.model import AssetRef, Vec3
from tests.support.certified_rooms import BLOCK, judged, room_of, wrong

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
def test_bodies_that_intersect_are_named_with_depth_and_place(shape: str, at: Vec3, depth: float) -> None:
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


def test_a_pillow_sinks_into_what_bears_it_and_nothing_beside_it() -> None:
    bed = "block(1, 0.5, 2), at=(0, 0, 0), name='bed'"
    pillow = "block(0.5, 0.1, 0.3), at=({x}, {y}, 0), name='pillow'"
    assert judged(bed, pillow.format(x=0, y=0.485)).certified
    assert not judged(bed, pillow.format(x=0, y=0.46)).collision_free
    assert not judged(bed, "block(0.5, 0.1, 0.3), at=(0, 0.485, 0), name='lamp'").collision_free
    assert not judged(bed, pillow.format(x=0.74, y=0.2)).collision_free


def test_what_is_inside_by_a_relation_may_meet_its_container() -> None:
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


def test_a_small_thing_in_the_matter_of_a_closed_mesh_collides() -> None:
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
