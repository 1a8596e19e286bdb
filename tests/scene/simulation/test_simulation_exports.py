"""Exports for simulators, read by those who did not write them: MuJoCo and yourdfpy."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as Xml

import mujoco
import numpy as np
import pytest
from PIL import Image

from scenewright.assets import Catalogue
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.export import find_exporter
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene
from scenewright.scene.physics import BodyKind, PhysicsModel, physics_model
from scenewright.scene.simulation import link_meshes
from tests.support.evaluating import evaluate
from tests.support.samples import some_of
from tests.support.simulated_scenes import ARTICULATED, first_contacts, load, openness, scene_of, simulate, sweep

ROOM = """from scene.language import *

@register('a room')
def scene():
    return concat_shapes(
        room(4.0, 3.6, 2.6, doors=[dict(wall='left', offset=0.2, width=0.9, height=2.0, open=30)]),
        place(asset_call('nightstand'), at=(0, 0, -1.55), name='nightstand'),
        place(asset_call('fridge'), at=(1.5, 0, -1.4), name='fridge'),
        place(primitive_call('sphere', {'radius': 0.1}, color=(0.8, 0.1, 0.1)), at=(0, 0, 0.9), name='ball'),
        place(primitive_call('cylinder', {'radius': 0.1, 'p0': (0, 0, 0), 'p1': (0, 0.4, 0)}), at=(0.6, 0, 0.9), name='post'),
        place(transform_shape(primitive_call('cone', {'radius': 0.1, 'p0': (0, 0, 0), 'p1': (0, 0.2, 0)}), scale_matrix((1, 1, 2), (0, 0, 0))),
              at=(-0.6, 0, 0.9), turn=30, name='tent'),
    )
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return Catalogue.built_in(evaluate=evaluate, cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def room(catalogue: Catalogue) -> Scene:
    return evaluate_here(ROOM, assets=catalogue)


@pytest.fixture(scope="module")
def model(room: Scene, catalogue: Catalogue) -> PhysicsModel:
    return physics_model(room, provider=catalogue)


@pytest.fixture(scope="module")
def exported(room: Scene, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    for name in ("room.xml", "room.urdf"):
        find_exporter(Path(name).suffix).export(room, folder / name, provider=catalogue)
    return folder


@pytest.mark.parametrize("name", ["room.xml", "room.urdf"])
def test_bodies_are_where_the_program_shows_them(exported: Path, model: PhysicsModel, name: str) -> None:
    m = load(exported / name)
    d = mujoco.MjData(m)
    for thing in json.loads((exported / "room.spawn.json").read_text())["things"]:
        for joint, position in thing["joints"].items():
            d.qpos[m.jnt_qposadr[m.joint(joint).id]] = position
    mujoco.mj_kinematics(m, d)
    mujoco.mj_comPos(m, d)
    up = np.array([[1.0, 0, 0], [0, 0, -1], [0, 1, 0]])
    free = [b for b in model.bodies if b.kind is not BodyKind.FIXED]
    assert {"ball", "fridge", "fridge_door", "fridge_door_1", "nightstand_drawer", "room_door_leaf"} <= {
        b.name for b in free
    }
    for body in free:
        number = m.body(body.name).id
        centre = (body.world_from_body @ [*body.centre, 1.0])[:3]
        np.testing.assert_allclose(d.xipos[number], up @ centre, atol=1e-6)
        assert m.body_mass[number] == pytest.approx(body.mass, rel=1e-6)
    kinds = {m.joint(j).name: int(m.jnt_type[j]) for j in range(m.njnt)}
    assert kinds["fridge_door_hinge"] == kinds["room_door_leaf_hinge"] == 3
    assert kinds["nightstand_drawer_slide"] == 2
    assert sum(kind == 0 for kind in kinds.values()) == sum(b.kind is BodyKind.FREE for b in model.bodies)


@pytest.mark.parametrize("name", ["room.xml", "room.urdf"])
def test_joints_keep_limits_damping_and_friction(exported: Path, model: PhysicsModel, name: str) -> None:
    m = load(exported / name)
    for joint in model.joints:
        number = m.joint(joint.name).id
        assert m.jnt_limited[number]
        assert m.jnt_range[number] == pytest.approx([joint.lower, joint.upper], abs=1e-6)
        assert m.dof_damping[m.jnt_dofadr[number]] == pytest.approx(joint.damping, rel=1e-6)
        assert m.dof_frictionloss[m.jnt_dofadr[number]] == pytest.approx(joint.friction, rel=1e-6)


@pytest.mark.parametrize("name", ["room.xml", "room.urdf"])
def test_things_stay_where_they_stand(exported: Path, name: str) -> None:
    m = load(exported / name)
    run = simulate(m, 1.0)
    assert max(run.drift.values()) < 0.02, run.drift
    assert run.fastest < 0.5
    assert simulate(m, 1.0, opened=0.5).fastest < 2.0


def test_primitives_keep_their_shapes(exported: Path) -> None:
    tree = Xml.parse(exported / "room.urdf").getroot()
    shapes = {link.get("name"): [c[0].tag for c in link.findall("collision/geometry")] for link in tree.findall("link")}
    assert shapes["ball"] == ["sphere"]
    assert shapes["post"] == ["cylinder"]
    assert shapes["tent"] == ["mesh"]
    assert set(shapes["fridge"]) == {"box"}


def test_yourdfpy_reads_each_thing_and_the_room(exported: Path, model: PhysicsModel) -> None:
    yourdfpy = pytest.importorskip("yourdfpy", reason="yourdfpy is not installed")
    fridge = yourdfpy.URDF.load(str(exported / "room_things" / "fridge.urdf"), load_collision_meshes=True)
    assert fridge.base_link == "fridge"
    assert {"fridge_door_hinge", "fridge_freezer_drawer_slide"} <= set(fridge.actuated_joint_names)
    body = next(b for b in model.bodies if b.name == "fridge")
    spawn = next(t for t in json.loads((exported / "room.spawn.json").read_text())["things"] if t["name"] == "fridge")
    assert spawn["urdf"] == "room_things/fridge.urdf"
    assert not spawn["fixed"]
    x, y, z = body.world_from_body[:3, 3]
    assert spawn["position"] == pytest.approx([x, -z, y])
    # a catalogue fridge is 0.82 x 1.78 x 0.72 m and stands on its origin, its front at -y
    np.testing.assert_allclose(fridge.scene.bounds, [[-0.41, -0.36, 0.0], [0.41, 0.36, 1.78]], atol=0.005)
    whole = yourdfpy.URDF.load(str(exported / "room.urdf"))
    assert whole.base_link == "world"
    assert set(model.by_name) <= set(whole.link_map)


def test_colliders_are_where_meshes_are(exported: Path, model: PhysicsModel) -> None:
    """The box of what is seen and the box of what is hit agree for each link, by yourdfpy and trimesh."""
    yourdfpy = pytest.importorskip("yourdfpy", reason="yourdfpy is not installed")
    for body in model.bodies:
        if body.parent >= 0 or body.kind is BodyKind.FIXED:
            continue
        robot = yourdfpy.URDF.load(
            str(exported / "room_things" / f"{body.name}.urdf"),
            build_collision_scene_graph=True,
            load_collision_meshes=True,
        )
        np.testing.assert_allclose(robot.collision_scene.bounds, robot.scene.bounds, atol=1e-3)


def test_shades_of_tiles_are_few_meshes_and_all_triangles(tmp_path: Path) -> None:
    tiled = evaluate_here(
        "from scene.language import *\n@register('a room')\ndef scene():\n    return room(4, 3.6, 2.6, floor_finish='large tiles')\n"
    )
    model = physics_model(tiled)
    meshes = link_meshes(model)
    number = model.by_name["room_floor"]
    floor, geometry = model.bodies[number], model.geometry
    shades = geometry.color[floor.instances]
    assert len(np.unique(shades, axis=0)) > 60
    shown = meshes.shown[number]
    assert len(shown) < 20
    faces = sum(meshes.files[mesh.file].count(b"\nf ") for mesh in shown)
    assert faces == sum(len(geometry.meshes[k].faces) for k in geometry.mesh[floor.instances])
    looks = np.array([mesh.color[:3] for mesh in shown])
    assert np.abs(shades[:, None] - looks).max(axis=2).min(axis=1).max() < 0.02
    find_exporter(".xml").export(tiled, tmp_path / "room.xml")
    assert load(tmp_path / "room.xml").nmesh == sum(map(len, meshes.shown))


def test_colliders_of_one_shape_share_a_file(tmp_path: Path) -> None:
    tents = evaluate_here(
        "from scene.language import *\n@register('tents')\ndef scene():\n    return concat_shapes(*[place(transform_shape(primitive_call("
        "'cone', {'radius': 0.1, 'p0': (0, 0, 0), 'p1': (0, 0.2, 0)}), scale_matrix((1, 1, 2), (0, 0, 0))), at=(x, 0, 0), name='tent')"
        " for x in (0.0, 0.5, 1.0)])\n"
    )
    meshes = link_meshes(physics_model(tents))
    files = [file for named in meshes.colliders for file in named if file]
    assert (len(files), len(set(files))) == (3, 1)
    find_exporter(".xml").export(tents, tmp_path / "tents.xml")
    m = load(tmp_path / "tents.xml")
    assert sorted(np.round(m.body_pos[m.body(name).id, 0], 3) for name in ("tent", "tent_1", "tent_2")) == [0, 0.5, 1]


WORKTOP = """from scene.language import *

@register('a kitchen')
def kitchen():
    return concat_shapes(room(4.0, 3.6, 2.6, windows=[dict(wall='back', offset=0, width=1.5, height=1.2, sill=0.9)]),
        place(asset_call('kitchen cabinet', size=(1.2, 0.91, 0.6)), at=(0, 0, -1.8 + 0.3 + {gap}), name='cabinet'))
"""


def test_a_worktop_is_clear_of_the_window_behind_it(catalogue: Catalogue, tmp_path: Path) -> None:
    """It is a centimetre higher than the sill, and stands as near as the layout puts things. One that stands in the wall is pushed out of it,
    so it is held, and named."""
    near, within = (evaluate_here(WORKTOP.format(gap=gap), assets=catalogue) for gap in (0.01, -0.02))
    find_exporter(".xml").export(near, tmp_path / "near.xml", provider=catalogue)
    met = first_contacts(load(tmp_path / "near.xml"))
    assert max((d for pair, d in met.items() if "room_floor" not in pair), default=0.0) < 0.002
    written = find_exporter(".xml").export(within, tmp_path / "within.xml", provider=catalogue)
    assert [warning for warning in written.warnings if warning.startswith("cabinet does not stay")]


def test_the_map_shows_what_stands_on_the_floor(exported: Path) -> None:
    cells = np.asarray(Image.open(exported / "room.map.png").convert("L"))
    text = (exported / "room.map.yaml").read_text()
    assert "resolution: 0.02" in text
    assert "image: room.map.png" in text
    origin = [float(v) for v in text.split("origin: [")[1].split("]")[0].split(",")]

    def at(x: float, z: float) -> int:
        """The cell at a place of the scene (+y up)."""
        column, row = int((x - origin[0]) / 0.02), int((-z - origin[1]) / 0.02)
        return int(cells[cells.shape[0] - 1 - row, column])

    assert at(1.5, -1.4) == 0
    assert at(0.0, -1.55) == 0
    assert at(0.0, 0.4) == 254
    assert at(-1.95, -0.2) == 254
    assert at(0.0, 1.88) == 0
    assert at(-2.05, 1.5) == 0
    assert at(-2.05, 0.2) == 205  # the doorway


def test_a_scene_without_a_room_stands_on_a_ground(tmp_path: Path) -> None:
    scene = evaluate_here(
        "from scene.language import *\n@register('x')\ndef x():\n    return primitive_call('cube', {'scale': 0.3})\n"
    )
    find_exporter(".mjcf").export(scene, tmp_path / "cube.mjcf")
    m = load(tmp_path / "cube.mjcf")
    assert m.body("ground").id
    assert max(simulate(m, 0.5).drift.values()) < 0.005


def test_a_folder_that_is_missing_is_refused(room: Scene, tmp_path: Path) -> None:
    with pytest.raises(ScenewrightError, match="make it first"):
        find_exporter(".urdf").export(room, tmp_path / "none" / "a.urdf")
    assert not list(tmp_path.iterdir())


@pytest.mark.slow
@pytest.mark.parametrize("words", some_of(ARTICULATED, 4))
def test_parts_open_outward_and_touch_nothing(words: str, catalogue: Catalogue, tmp_path: Path) -> None:
    scene = scene_of(words, catalogue)
    model = physics_model(scene, provider=catalogue)
    assert model.joints
    find_exporter(".xml").export(scene, tmp_path / "thing.xml", provider=catalogue)
    find_exporter(".urdf").export(scene, tmp_path / "thing.urdf", provider=catalogue)
    by_format = {name: load(tmp_path / name) for name in ("thing.xml", "thing.urdf")}
    for joint in model.joints:
        for name, m in by_format.items():
            swept = sweep(m, m.joint(joint.name).id, steps=13 if name == "thing.xml" else 3)
            assert swept.penetration < 5e-4, (name, swept)
            lid = words in ("chest", "chest freezer", "closed toy chest", "storage box")
            assert swept.upward > 0.05 if lid else swept.forward > 0.05, (name, swept)
        if joint.encloses:
            assert openness(model, joint) >= 0.9, joint.name
