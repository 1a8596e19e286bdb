"""What a program may say, and what its scene is then."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.errors import BudgetError, ProgramError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.language.running.wire import decode_scene, encode_scene
from scenewright.scene.language.vocabulary import evaluation
from scenewright.scene.model import AssetRef, NodeKind, PrimitiveKind, Scene

HEAD = "from helper import *\n"


def run(body: str, **kwargs: object) -> Scene:
    return evaluate_here(HEAD + body, **kwargs)  # type: ignore[arg-type]


def unit(scene: Scene, path: str) -> np.ndarray:
    return scene.find(path).world_from_local


def one(primitive: str) -> Scene:
    return run(f"@register()\ndef root():\n    return {primitive}\n")


# -- primitives and matrices --------------------------------------------------------------------------------------------


def test_cube_takes_edge_lengths_and_a_bare_float() -> None:
    assert one("primitive_call('cube', {'scale': (1, 2, 3)})").bounds.tolist() == [[-0.5, -1, -1.5], [0.5, 1, 1.5]]
    assert one("primitive_call('cube', {'scale': 2})").bounds.tolist() == [[-1, -1, -1], [1, 1, 1]]


@pytest.mark.parametrize("p1", [(0, 2, 0), (0, -2, 0), (2, 0, 0), (1, 1, 1), (-1e-9, -1, 0)])
def test_cylinder_runs_from_p0_to_p1_by_the_shortest_rotation(p1: tuple[float, float, float]) -> None:
    scene = one(
        f"primitive_call('cylinder', {{'radius': 0.5, 'p0': (0.1, 0.2, 0.3), 'p1': {tuple(a + b for a, b in zip(p1, (0.1, 0.2, 0.3)))}}})"
    )
    m = unit(scene, "cylinder")
    assert np.allclose(m @ [0, 0, 0, 1], [0.1, 0.2, 0.3, 1])
    assert np.allclose((m @ [0, 1, 0, 1])[:3], np.array(p1) + [0.1, 0.2, 0.3])
    rotation = m[:3, :3] / np.linalg.norm(m[:3, :3], axis=0)
    assert np.allclose(rotation.T @ rotation, np.eye(3), atol=1e-9)
    assert np.linalg.det(rotation) == pytest.approx(1)
    y = np.array(p1) / np.linalg.norm(p1)
    assert np.trace(rotation) == pytest.approx(1 + 2 * y[1], abs=1e-6)  # the angle is that between +y and the axis


def test_bounds_of_round_primitives_are_tight() -> None:
    turned = "transform_shape(primitive_call('cone', {'radius': 1, 'p0': (0,0,0), 'p1': (0,2,0)}), rotation_matrix(math.pi/2, (0,0,1), (0,0,0)))"
    assert np.allclose(one(turned).bounds, [[-2, -1, -1], [0, 1, 1]])
    ellipsoid = "transform_shape(primitive_call('sphere', {'radius': 1}), scale_matrix((1, 2, 3), (0, 0, 0)))"
    assert np.allclose(one(ellipsoid).bounds, [[-1, -2, -3], [1, 2, 3]])


finite = st.floats(-10, 10).filter(lambda v: v == 0 or abs(v) > 1e-3)
vectors = st.tuples(finite, finite, finite)
kinds = st.sampled_from(
    ["primitive_call('cube', {'scale': (1, 2, 0.5)})", "primitive_call('sphere', {'radius': 0.7})",
     "primitive_call('cylinder', {'radius': 0.4, 'p0': (0, 0, 0), 'p1': (1, 1, 0.5)})",
     "primitive_call('cone', {'radius': 0.4, 'p0': (0, 0, 0), 'p1': (-1, 1, 0.5)})"]
)  # fmt: skip


@given(kinds, vectors, vectors.filter(lambda v: sum(abs(c) for c in v) > 0.1), st.floats(-7, 7))
@settings(max_examples=60, deadline=None)
def test_bounds_hold_every_point_of_a_primitive_and_touch_it(
    shape: str, offset: tuple, axis: tuple, angle: float
) -> None:
    scene = one(
        f"transform_shape(transform_shape({shape}, rotation_matrix({angle}, {axis}, (0, 0, 0))), translation_matrix({offset}))"
    )
    row = int(scene.leaf_rows[0])
    m = scene.world_from_local[row]
    t = np.linspace(0, 2 * math.pi, 721)
    ring = np.stack([np.cos(t), np.zeros_like(t), np.sin(t)], axis=1)
    kind = PrimitiveKind(int(scene.nodes.primitive[row]))
    if kind is PrimitiveKind.CUBE:
        points = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (-0.5, 0.5)])
    elif kind is PrimitiveKind.SPHERE:
        phi = np.linspace(0, math.pi, 361)[:, None]
        points = np.stack([np.sin(phi) * np.cos(t), np.cos(phi) + 0 * t, np.sin(phi) * np.sin(t)], axis=-1).reshape(
            -1, 3
        )
    elif kind is PrimitiveKind.CYLINDER:
        points = np.concatenate([ring, ring + [0, 1, 0]])
    else:
        points = np.concatenate([ring, [[0, 1, 0]]])
    world = points @ m[:3, :3].T + m[:3, 3]
    lo, hi = scene.bounds
    assert (world >= lo - 1e-9).all()
    assert (world <= hi + 1e-9).all()
    assert np.abs(world.min(axis=0) - lo).max() < 1e-3
    assert np.abs(world.max(axis=0) - hi).max() < 1e-3


@given(vectors.filter(lambda v: sum(abs(c) for c in v) > 0.1), vectors, st.floats(-7, 7))
@settings(max_examples=50, deadline=None)
def test_rotations_fix_their_axis_and_mirrors_undo_themselves(axis: tuple, point: tuple, angle: float) -> None:
    from scenewright.scene.language.vocabulary.matrices import reflection_matrix, rotation_matrix

    m = rotation_matrix(angle, axis, point)
    assert np.allclose(m @ rotation_matrix(-angle, axis, point), np.eye(4), atol=1e-7)
    on_axis = np.array([*(np.array(point) + 0.7 * np.array(axis)), 1.0])
    assert np.allclose(m @ on_axis, on_axis, atol=1e-6)
    mirror = reflection_matrix(point, axis)
    assert np.allclose(mirror @ mirror, np.eye(4), atol=1e-7)
    assert np.linalg.det(mirror[:3, :3]) == pytest.approx(-1)


def test_at_applies_the_right_factor_first() -> None:
    scene = one(
        "transform_shape(primitive_call('sphere', {'radius': 1}), translation_matrix((1, 0, 0)) @ rotation_matrix(math.pi/2, (0, 1, 0), (0, 0, 0)) @ translation_matrix((0, 0, 2)))"
    )
    assert np.allclose(scene.bounds.mean(axis=0), [3, 0, 0])


# -- shapes are lists of parts --------------------------------------------------------------------------------------------


def test_shapes_concat_index_iterate_slice_and_add() -> None:
    scene = run(
        """
@register()
def root():
    cubes = loop(5, lambda i: transform_shape(primitive_call('cube', {'scale': 1}), translation_matrix((i, 0, 0))))
    assert len(cubes) == 5 and len(list(cubes)) == 5 and len(cubes[1:3]) == 2
    assert len(cubes + cubes[0]) == 6 and len(sum([c for c in cubes], [])) == 5
    assert len(concat_shapes()) == 0 and not concat_shapes() and cubes
    assert compute_shape_sizes(concat_shapes()).tolist() == [1, 1, 1]
    return concat_shapes(cubes[-1], *[c for c in cubes[:2]], [cubes[2], (cubes[3],)], (c for c in []))
"""
    )
    assert scene.leaf_rows.size == 5
    assert [round(scene.world_from_local[r][0, 3]) for r in scene.leaf_rows] == [4, 0, 1, 2, 3]


def test_measures_are_in_the_callers_frame() -> None:
    run(
        """
@register()
def leg(): return transform_shape(primitive_call('cube', {'scale': (1, 2, 1)}), translation_matrix((0, 1, 0)))
@register()
def root():
    s = transform_shape(library_call('leg'), scale_matrix(2, (0, 0, 0)))
    assert compute_shape_min(s).tolist() == [-1, 0, -1] and compute_shape_max(s).tolist() == [1, 4, 1]
    assert compute_shape_center(s).tolist() == [0, 2, 0] and compute_shape_sizes(s).shape == (3,)
    return s
"""
    )


def test_incremental_concatenation_of_thousands_is_no_trouble() -> None:
    scene = run(
        """
@register()
def root():
    s = concat_shapes()
    for i in range(4000):
        s = transform_shape(concat_shapes(s, primitive_call('sphere', {'radius': 0.1})), translation_matrix((0.001, 0, 0)))
    return s
"""
    )
    assert scene.leaf_rows.size == 4000
    assert scene.bounds[1, 0] == pytest.approx(4.1)


# -- entities, roots, paths ----------------------------------------------------------------------------------------------


def test_only_entities_groups_rooms_and_primitives_make_nodes() -> None:
    scene = run(
        """
@register('a leg')
def leg(): return primitive_call('cube', {'scale': 1})
@register('a table')
def table(): return loop(2, lambda i: transform_shape(concat_shapes(library_call('leg')), translation_matrix((i, 0, 0))))
@register()
def scene(): return concat_shapes(library_call('table'), place(primitive_call('cube', {'scale': 1}), name='rug'), place('table', name='bench'))
"""
    )
    assert scene.paths == (
        "scene", "scene/table", "scene/table/leg", "scene/table/leg/cube", "scene/table/leg[1]", "scene/table/leg[1]/cube",
        "scene/rug", "scene/rug/cube", "scene/bench", "scene/bench/leg", "scene/bench/leg/cube", "scene/bench/leg[1]", "scene/bench/leg[1]/cube",
    )  # fmt: skip
    assert scene.find("rug").word == "rug"
    assert scene.find("rug").kind is NodeKind.GROUP
    assert scene.find("bench").word == "table"
    assert scene.find("bench").phrase == "a table"
    assert scene.find("table/leg[1]").path == "scene/table/leg[1]"
    assert scene.find("table/leg[0]").path == "scene/table/leg"
    assert [e.path for e in scene.find_all("leg[1]")] == ["scene/table/leg[1]", "scene/bench/leg[1]"]


ROOTS = {
    "the ancestor of all the others, wherever it stands": ("scene", "@register()\ndef scene(): return library_call('a')\n@register()\ndef a(): return library_call('b')\n@register()\ndef b(): return primitive_call('sphere', {'radius': 1})\n"),
    "the last that nothing calls and that calls something": ("two", "@register()\ndef a(): return primitive_call('sphere', {'radius': 1})\n@register()\ndef one(): return library_call('a')\n@register()\ndef two(): return library_call('a')\n@register()\ndef lonely(): return primitive_call('cube', {'scale': 1})\n"),
    "the last registered": ("b", "@register()\ndef a(): return primitive_call('sphere', {'radius': 1})\n@register()\ndef b(): return primitive_call('cube', {'scale': 1})\n"),
    "no candidate with required parameters": ("a", "@register()\ndef a(): return primitive_call('sphere', {'radius': 1})\n@register()\ndef b(size): return primitive_call('cube', {'scale': size})\n"),
    "computed names are seen as it runs": ("scene", "@register()\ndef scene(): return concat_shapes(*[library_call(n) for n in ('leg_' + s for s in 'ab')])\n@register()\ndef leg_a(): return primitive_call('sphere', {'radius': 1})\n@register()\ndef leg_b(): return primitive_call('cube', {'scale': 1})\n"),
    "through plain helpers": ("scene", "def helper(): return library_call('a')\n@register()\ndef scene(): return helper()\n@register()\ndef a(): return primitive_call('sphere', {'radius': 1})\n"),
    "calls at module level do not count": ("b", "@register()\ndef a(): return primitive_call('sphere', {'radius': 1})\n@register()\ndef b(): return primitive_call('sphere', {'radius': 1})\nx = library_call('b')\n"),
}  # fmt: skip


@pytest.mark.parametrize("rule", ROOTS)
def test_root(rule: str) -> None:
    expected, body = ROOTS[rule]
    scene = run(body)
    assert scene.root_name == expected
    assert scene.root.name == expected


def test_root_can_be_named() -> None:
    body = ROOTS["the ancestor of all the others, wherever it stands"][1]
    assert run(body, root="a").root_name == "a"
    with pytest.raises(ProgramError, match=r"no entity 'aa'.*'a'"):
        run(body, root="aa")


def test_published_ways_of_writing() -> None:
    scene = run(
        '''
@register()
def book(width: float, color: P = (1, 0, 0)) -> Shape:
    """a book"""
    return primitive_call('cube', color=color, shape_kwargs={'scale': np.array([width, 1, 1])})
@register("shelf")
def shelf() -> Shape:
    def loop_fn(i: int) -> Shape:
        return transform_shape(library_call('book', width=0.1 + random.random() * 0.1), translation_matrix([i * 0.3, 0, 0]))
    names = ['book' for _ in range(3)]
    gen = (library_call(n, width=w) for n, w in zip(names, np.linspace(0.1, 0.2, 3)))
    return concat_shapes(loop(n=3, fn=loop_fn), *gen)
if __name__ == "__main__":
    raise RuntimeError("a program is no script")
'''
    )
    assert scene.root_name == "shelf"
    assert scene.find("book[5]").phrase == "a book"


def test_blocks_dialect_carves_and_overrides() -> None:
    scene = run(
        """
@register()
def house():
    walls = primitive_call('set_cuboid', block_type='minecraft:stone', scale=(5, 4, 5), fill=False)
    door = transform_shape(primitive_call('delete_blocks', scale=(1, 2, 1)), translation_matrix([2, 1, 4]))
    lamp = transform_shape(primitive_call('set_cuboid', block_type='minecraft:glowstone', scale=(1, 1, 1), fill=True), translation_matrix([0, 3, 0]))
    return concat_shapes(walls, door, lamp)
"""
    )
    blocks = scene.nodes.primitive == PrimitiveKind.BLOCK
    assert int(blocks.sum()) == 5 * 4 * 5 - 3 * 2 * 3 - 2  # hollow, and two cells cut out
    assert scene.bounds.tolist() == [[0, 0, 0], [5, 4, 5]]
    centres = {tuple(np.round(m[:3, 3], 3)) for m in scene.world_from_local[blocks]}
    assert (2.5, 1.5, 4.5) not in centres
    assert (2.5, 3.5, 4.5) in centres
    assert len([e for e in scene.entities(primitives=True) if e.parent and e.parent.word == "glowstone"]) == 1


def test_animation_has_frames_of_its_own() -> None:
    scene = run(
        """
@register()
def ball(): return primitive_call('sphere', {'radius': 0.1})
@register_animation('a ball that flies')
def flight():
    for i in range(4):
        yield transform_shape(library_call('ball'), translation_matrix((i, 0, 0)))
"""
    )
    assert scene.frames == 4
    assert [round(scene.frame(i).find("ball").world_from_local[0, 3]) for i in range(4)] == [0, 1, 2, 3]
    assert scene.root_name == "flight"
    with pytest.raises(IndexError):
        scene.frame(4)


# -- place, rooms, annotations ---------------------------------------------------------------------------------------------


def test_place_puts_the_bottom_centre_at_a_point_and_turns_there() -> None:
    scene = run(
        """
@register()
def chair(): return transform_shape(primitive_call('cube', {'scale': (1, 2, 0.5)}), translation_matrix((3, 7, 1)))
@register()
def scene(): return concat_shapes(place('chair', at=(1, 0.5, 2), turn=90), place('chair', (0, 0, 0), 45.0, 'b'))
"""
    )
    lo, hi = scene.find("chair").bounds
    assert np.allclose(lo, [0.75, 0.5, 1.5])
    assert np.allclose(hi, [1.25, 2.5, 2.5])
    front = scene.find("chair").world_from_local[:3, :3] @ [0, 0, 1]
    assert np.allclose(front, [1, 0, 0])  # +90 degrees about +y carries +z to +x
    assert scene.find("b").place is not None
    assert scene.find("b").place.turn == 45.0


@pytest.mark.parametrize("name", ["a/b", "a[1]", "x]", ""])
def test_place_refuses_names_that_are_no_segment(name: str) -> None:
    with pytest.raises(ProgramError, match="name"):
        one(f"place(primitive_call('cube', {{'scale': 1}}), name={name!r})")


def test_z_is_inherited_and_handed_to_a_parameter() -> None:
    scene = run(
        """
@register()
def leg(): return primitive_call('cube', {'scale': 1})
@register()
def chair(z=None):
    assert z.words == 'old oak'
    return concat_shapes(library_call('leg'), library_call('leg', z=embed('steel')))
@register()
def scene(): return library_call('chair', z=embed('old oak'))
"""
    )
    assert scene.find("chair").embedding.words == "old oak"
    assert scene.find("leg").embedding.words == "old oak"
    assert scene.find("leg[1]").embedding.words == "steel"
    assert scene.root.embedding is None


def test_room_has_walls_openings_and_metres() -> None:
    scene = run(
        """
@register()
def scene():
    return room(4, 3, 2.5, doors=[('front', 0.5, 0.9, 2.0)], windows=[dict(wall='left', x=0.2, width=1.2, height=1.0, sill=0.9), ('back', 0, 1, 1)])
relate(near('door', 'window'))
"""
    )
    assert scene.units == "m"
    assert [o.kind for o in scene.room.openings] == ["door", "window", "window"]
    assert scene.room.openings[1].sill == 0.9
    assert {p for p in scene.paths if p.count("/") == 2} >= {
        "scene/room/floor",
        "scene/room/wall_left",
        "scene/room/door",
        "scene/room/window[1]",
    }
    floor = scene.find("room/floor").bounds
    assert np.allclose(floor[1], [2, 0, 1.5])
    door = scene.find("room/door").bounds
    assert door[0][2] > 1.4
    assert np.allclose((door[0] + door[1])[0] / 2, 0.5, atol=0.05)
    for row in scene.leaf_rows:  # nothing of a room is turned inside out
        assert np.linalg.det(scene.world_from_local[row][:3, :3]) > 0


def test_a_wall_is_open_where_its_door_is() -> None:
    scene = run("@register()\ndef scene(): return room(4, 3, 2.5, doors=[('right', -0.5, 1.0, 2.0)])\n")
    panels = [scene.entity(i).bounds for i in scene.children_of(scene.find("room/wall_right").index)]

    def solid(y: float, z: float) -> bool:
        return any(lo[1] < y < hi[1] and lo[2] < z < hi[2] for lo, hi in panels)

    assert not solid(1.0, -0.5)
    assert solid(2.2, -0.5)
    assert solid(1.0, 0.5)
    assert solid(1.0, -1.2)


def test_a_second_or_moved_room_is_geometry_only() -> None:
    scene = run(
        "@register()\ndef scene(): return concat_shapes(room(4, 3), transform_shape(room(2, 2), translation_matrix((9, 0, 0))))\n"
    )
    assert scene.room.width == 4
    assert any("geometry only" in w for w in scene.warnings)


def test_lights_and_cameras_of_a_call_go_with_each_instance() -> None:
    scene = run(
        """
@register()
def lamp():
    light('point', at=(0, 1, 0), intensity=2)
    light('spot', at=(0, 1, 0), target=(0, 0, 1))
    return primitive_call('sphere', {'radius': 0.1})
@register()
def scene(): return concat_shapes(place('lamp', at=(1, 0, 0)), place('lamp', at=(2, 0, 0), turn=90))
camera((0, 1, 5), (0, 1, 0))
camera(eye=(0, 1, 9), target=(0, 1, 0), fov=30)
"""
    )
    points = [item for item in scene.lights if item.kind == "point"]
    assert [tuple(np.round(p.position, 6)) for p in points] == [(1, 1.1, 0), (2, 1.1, 0)]
    spots = [item for item in scene.lights if item.kind == "spot"]
    assert np.allclose(spots[1].direction, np.array([1, -1, 0]) / math.sqrt(2))
    assert [item.scope for item in points] == ["scene/lamp", "scene/lamp[1]"]
    assert [c.fov for c in scene.cameras] == [50.0, 30.0]


def test_relations_resolve_inside_the_instance_first() -> None:
    scene = run(
        """
@register()
def cup(): return primitive_call('cube', {'scale': 0.1})
@register()
def table():
    relate(on('cup', 'top'))
    return concat_shapes(place(primitive_call('cube', {'scale': 1}), name='top'), place('cup', at=(0, 1, 0)))
@register()
def scene(): return concat_shapes(place('table'), place('table', at=(3, 0, 0)), place('cup', at=(9, 0, 0), name='far_cup'))
relate(near('far_cup', 'cup', hi=2), around(['cup', 'far_cup'], 'table[1]'), weight_is_no_relation := facing('far_cup', 'table'))
"""
    )
    inner = [r for r in scene.relations if r.kind == "on"]
    assert [r.paths["a"] for r in inner] == [("scene/table/cup",), ("scene/table[1]/cup",)]
    near = next(r for r in scene.relations if r.kind == "near")
    assert near.paths == {"a": ("scene/far_cup",), "b": ("scene/table[1]/cup",)}  # the nearer of the two
    assert near.arguments["hi"] == 2.0
    assert any("nearest" in w for w in scene.warnings)


@pytest.mark.parametrize(
    ("written", "kind"),
    [("'on(cup, table)'", "on"), ("'cup on table'", "on"), ("('near', 'cup', 'table')", "near"), ("{'kind': 'facing', 'a': 'cup', 'b': 'table'}", "facing"),
     ("'cup next to table'", "next_to"), ("around('cup', 'cup2', 'table')", "around")],
)  # fmt: skip
def test_relations_in_other_words_are_understood_with_a_warning(written: str, kind: str) -> None:
    scene = run(
        f"""
@register()
def scene():
    c = primitive_call('cube', {{'scale': 1}})
    return concat_shapes(place(c, name='cup'), place(c, name='cup2'), place(c, name='table'))
relate({written})
"""
    )
    assert [r.kind for r in scene.relations] == [kind]
    assert all(paths for paths in scene.relations[0].paths.values())
    assert scene.warnings


def test_adjusts_are_totals_in_the_parents_frame_and_keep_paths() -> None:
    """No instance is renumbered where another is removed."""
    body = """
@register()
def box(): return primitive_call('cube', {'scale': (1, 1, 1)}, color=(1, 0, 0))
@register()
def row(): return loop(3, lambda i: transform_shape(library_call('box'), translation_matrix((2 * i, 0.5, 0))))
@register()
def scene(): return place('row', at=(0, 0, 0), turn=90)
"""
    plain = run(body)
    scene = run(
        body
        + "adjust('box[1]', move=(0, 0, 1), turn=30, scale=2, color=(0, 0, 1), words='crate', z=embed('old'))\nadjust('box', remove=True)\nadjust('bix')\n"
    )
    assert "scene/row/box[2]" in scene.paths
    assert "scene/row/box" not in scene.paths
    crate = scene.find("box[1]")
    assert (crate.word, crate.embedding.words) == ("crate", "old")
    assert scene.find("box[1]/cube").color == (0, 0, 1)
    lo, hi = crate.bounds
    before = plain.find("box[1]").bounds
    assert lo[1] == pytest.approx(before[0][1])  # it grows from where it stands
    assert hi[1] - lo[1] == pytest.approx(2)
    # the parent's z is the world's x
    assert (lo + hi)[0] / 2 == pytest.approx((before[0] + before[1])[0] / 2 + 1)
    assert any("bix" in w and "box" in w for w in scene.warnings)


def test_asset_calls_ask_the_provider_once_per_request() -> None:
    asked = []

    class Provider:
        def resolve(self, words: str, size: object, seed: int) -> AssetRef:
            asked.append(words)
            w, h, d = size or (1.0, 1.0, 1.0)
            hull = np.array([[x, y, z] for x in (-w / 2, w / 2) for y in (0, h) for z in (-d / 2, d / 2)])
            return AssetRef(words, size, seed, "0" * 64, hull, support="floor", clearance=(0.6, 0.0, 0.25, 0.0))

        def load(self, ref: AssetRef) -> object:
            raise NotImplementedError

    scene = run(
        "@register()\ndef scene(): return concat_shapes(place(asset_call('oak desk', size=(2, 1, 0.5)), at=(1, 0, 0), turn=90), *[asset_call('mug') for _ in range(3)])\n",
        assets=Provider(),
    )
    assert asked == ["oak desk", "mug"]
    assert np.allclose(scene.find("oak_desk").bounds, [[0.75, 0, -1], [1.25, 1, 1]])
    assert scene.find("mug[2]").primitive is PrimitiveKind.MESH
    stands = [(r.support, r.clearance) for r in decode_scene(encode_scene(scene)).assets]
    assert stands == [("floor", (0.6, 0.0, 0.25, 0.0))] * 2
    with pytest.raises(ProgramError, match="no catalogue"):
        run("@register()\ndef scene(): return asset_call('mug')\n")
    with pytest.raises(ProgramError, match="no catalogue"):
        run("@register()\ndef scene(): return asset_call('mug', size=0.1)\n")


@pytest.mark.parametrize(
    ("size", "box"),
    [("0.9", (0.3, 0.9, 0.45)), ("(0.9, 0.9, 0.9)", (0.9, 0.9, 0.9)), ("None", (0.2, 0.6, 0.3))],
)
def test_one_number_is_the_largest_dimension_of_an_object(size: str, box: tuple[float, float, float]) -> None:
    class Provider:
        def resolve(self, words: str, size: object, seed: int) -> AssetRef:
            w, h, d = size or (0.2, 0.6, 0.3)
            hull = np.array([[x, y, z] for x in (-w / 2, w / 2) for y in (0, h) for z in (-d / 2, d / 2)])
            return AssetRef(words, size, seed, "0" * 64, hull)

        def load(self, ref: AssetRef) -> object:
            raise NotImplementedError

    scene = run(f"@register()\ndef scene(): return asset_call('lamp', size={size})\n", assets=Provider())
    assert np.ptp(scene.root.bounds, axis=0) == pytest.approx(box)


# -- determinism and the wire ----------------------------------------------------------------------------------------------

RANDOM = """
import random, numpy
from numpy.random import default_rng
rng = default_rng()
other = np.random.RandomState()
third = random.Random()
@register()
def scene():
    random.seed(); np.random.seed()
    values = [random.random(), np.random.rand(), rng.random(), other.rand(), third.random(), np.random.default_rng().random(), hash('abc') % 1 + 0.5]
    return loop(7, lambda i: transform_shape(primitive_call('cube', {'scale': 0.1 + values[i]}), translation_matrix((i, 0, 0))))
"""


def test_everything_random_is_seeded() -> None:
    a, b, c = run(RANDOM), run(RANDOM), run(RANDOM, seed=1)
    assert (a.nodes.parent_from_local == b.nodes.parent_from_local).all()
    sizes = a.nodes.parent_from_local[a.leaf_rows, 0, 0]
    other = c.nodes.parent_from_local[c.leaf_rows, 0, 0]
    assert (np.abs(sizes - other)[:6] > 1e-6).all()
    assert len(set(np.round(sizes[:6], 9))) == 6  # each unseeded generator has a stream of its own


def test_the_hosts_own_random_state_is_left_alone() -> None:
    import random

    random.seed(5)
    expected = random.random()
    random.seed(5)
    run(RANDOM)
    assert random.random() == expected


def test_wire_round_trip_keeps_everything() -> None:
    scene = run(
        RANDOM
        + """
relate(spaced(['cube', 'cube[1]'], 'x', weight=2.0, hard=True))
light('area', at=(0, 3, 0), size=(1, 2)); camera((0, 0, 5), (0, 0, 0)); environment('dusk')
adjust('cube[2]', scale=(1, 2, 1), pose=translation_matrix((0, 1, 0)))
"""
    )
    again = decode_scene(encode_scene(scene))
    for column in scene.nodes.__dataclass_fields__:
        assert np.array_equal(getattr(scene.nodes, column), getattr(again.nodes, column), equal_nan=column == "color")
    for name in (
        "strings",
        "materials",
        "embeddings",
        "room",
        "lights",
        "cameras",
        "environment",
        "relations",
        "adjusts",
        "warnings",
    ):
        assert getattr(scene, name) == getattr(again, name), name
    assert encode_scene(again) == encode_scene(scene)


@given(st.integers(0, 10_000), st.integers(0, 255))
@settings(max_examples=150, deadline=None)
def test_a_damaged_wire_is_refused_or_harmless(where: int, value: int) -> None:
    from scenewright.scene.errors import ConfinementError

    data = bytearray(encode_scene(one("primitive_call('cube', {'scale': 1})")))
    data[where % len(data)] = value
    try:
        scene = decode_scene(bytes(data))
    except ConfinementError:
        return
    assert len(scene.paths) == len(scene)


# -- what is wrong is said, with its line ------------------------------------------------------------------------------------

WRONG = [
    ("@register()\ndef a(): return library_call('bookshlf')\n@register()\ndef bookshelf(): return primitive_call('cube', {'scale': 1})\n", "unknown-entity", 3, "bookshelf"),
    ("@register()\ndef a(): return library_call('b', lenght=1)\n@register()\ndef b(length=1): return primitive_call('cube', {'scale': length})\n", "argument", 3, "length"),
    ("@register()\ndef a():\n    return primitive_call('cube', {'scale': (1, float('nan'), 1)})\n", "non-finite", 4, "finite"),
    ("@register()\ndef a():\n    return transform_shape(primitive_call('cube', {'scale': 1}), scale_matrix((1, 0, 1), (0, 0, 0)))\n", "singular", 4, "singular"),
    ("@register()\ndef a():\n    return transform_shape(primitive_call('cube', {'scale': 1}), np.zeros((3, 3)))\n", "argument", 4, "4x4"),
    ("@register()\ndef a():\n    x = translation_matrx((0, 0, 0))\n", "name", 4, "translation_matrix"),
    ("@register()\ndef a():\n    primitive_call('cube', {'scale': 1})\n", "argument", None, "return"),
    ("@register()\ndef a():\n    return primitive_call('pyramid', {'scale': 1})\n", "argument", 4, "'cone'"),
    ("@register()\ndef a():\n    return primitive_call('cylinder', {'radius': 1})\n", "argument", 4, "p0"),
    ("@register()\ndef a():\n    return 1 / 0\n", "runtime", 4, "ZeroDivisionError"),
    ("x = 1\n", "empty", None, "@register"),
    ("", "empty", None, "@register"),
    ("def a(:\n", "syntax", 2, ""),
    ("@register()\ndef a(x): return primitive_call('cube', {'scale': x})\n", "root", None, "defaults"),
    ("@register()\ndef a():\n    relate(near('x'))\n    return primitive_call('cube', {'scale': 1})\n", "argument", 4, "near(a, b"),
    ("@register()\ndef a():\n    light('disco')\n    return primitive_call('cube', {'scale': 1})\n", "argument", 4, "sun"),
    ("@register()\ndef a():\n    raise SystemExit\n", "runtime", 4, "exit"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "kind", "line", "hint"), WRONG)
def test_errors_name_the_line_and_what_to_do(body: str, kind: str, line: int | None, hint: str) -> None:
    with pytest.raises(ProgramError) as caught:
        run(body)
    assert caught.value.kind == kind
    if line is not None:
        assert caught.value.line == line
    assert hint in str(caught.value)


def test_budgets_of_the_language() -> None:
    deep = "@register()\ndef a(n=0): return library_call('a', n=n + 1)\n"
    with pytest.raises(BudgetError, match="nested deeper"):
        run(deep)
    doubling = "@register()\ndef a():\n    s = primitive_call('cube', {'scale': 1})\n    for _ in range(60): s = concat_shapes(s, s)\n    return s\n"
    with pytest.raises(BudgetError, match="nodes"):
        run(doubling)
    many = "@register()\ndef b(): return primitive_call('cube', {'scale': 1})\n@register()\ndef a(): return loop(10**7, lambda i: library_call('b'))\n"
    with pytest.raises(BudgetError, match="entities"):
        run(many, budgets=Budgets(calls=5000))


@pytest.mark.parametrize(
    ("call", "warning"),
    [("primitive_call('cube', {'scale': (1, 0, 1)})", "clamped"), ("primitive_call('box', {'size': 1})", "read as 'cube'"),
     ("primitive_call('sphere', {'radius': 0.1, 'center': (1, 2, 3)})", "understood"), ("primitive_call('cube', {'scale': 1}, color=(255, 0, 0))", "0-255"),
     ("primitive_call('cube', {'scale': 1}, material={'metalness': 1, 'shine': 2})", "shine"), ("place(primitive_call('cube', {'scale': 1}), position=(1, 0, 0))", "read as 'at'"),
     ("primitive_call('cylinder', {'radius': 1, 'p0': (0, 0, 0), 'p1': (0, 0, 0)})", "same point")],
)  # fmt: skip
def test_variants_that_are_plain_are_accepted_with_a_warning(call: str, warning: str) -> None:
    scene = one(call)
    assert scene.leaf_rows.size == 1
    assert any(warning in w for w in scene.warnings), scene.warnings


def test_nothing_of_a_program_is_kept_once_it_has_run() -> None:
    """A child answers thousands of programs; each once left the positions of all its code behind."""
    scene = run("@register()\ndef a(): return primitive_call('cube', {'scale': 1})\n")
    assert (scene.nodes.span >= 0).any()
    assert not evaluation._positions
    assert not evaluation._spans
