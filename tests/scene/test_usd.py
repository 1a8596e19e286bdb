"""USD files: read back by Pixar's library and judged by its validators, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from scipy.spatial.transform import Rotation

from scenewright.app.exporting import export_scene
from scenewright.assets import Catalogue
from scenewright.scene.asset_provider import AssetContent
from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.export.usd import USD_FORMATS, Prim, UsdExporter, export_usd, usd_available, write_usd_gaussians
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import AssetRef, PartJoint, PrimitiveKind, Scene
from scenewright.scene.physics import BodyKind, JointKind, PhysicsModel, physics_model
from scenewright.scene.splats import Gaussians
from scenewright.scene.splats.formats import write_gaussians
from scenewright.scene.splats.scene_gaussians import scene_gaussians
from tests.support.usd_reading import Z_UP_FROM_Y_UP, read_usd, world_of

pytestmark = pytest.mark.skipif(usd_available() is not None, reason=usd_available() or "")

PROGRAM = """
from scene.language import *
@register('a leg')
def leg(): return primitive_call('cylinder', {'radius': 0.02, 'p0': (0, 0, 0), 'p1': (0, 0.7, 0)}, color=(0.5, 0.25, 0.1))
@register('a table')
def table():
    top = transform_shape(primitive_call('cube', {'scale': (1, 0.04, 0.6)}, color=(0.5, 0.25, 0.1), material={'roughness': 0.3, 'metallic': 0.5}), translation_matrix((0, 0.72, 0)))
    return concat_shapes(top, *[place('leg', at=(x, 0, z)) for x in (-0.45, 0.45) for z in (-0.25, 0.25)])
@register('a wall of bricks')
def bricks():
    return concat_shapes(*[transform_shape(primitive_call('cube', {'scale': (0.2, 0.1, 0.1)}, color=(0.6, 0.2, 0.1)), translation_matrix((0.22 * i, 0.12 * j, -3))) for i in range(10) for j in range(8)])
@register('a room')
def scene():
    glow = primitive_call('sphere', {'radius': 0.1}, color=(1, 1, 1), material={'emission': 4.0})
    pane = primitive_call('cube', {'scale': (1, 1, 0.01)}, color=(0.8, 0.9, 1), material={'opacity': 0.25})
    cloth = primitive_call('cube', {'scale': (1, 0.01, 1)}, color=(1, 0.5, 0.5), material={'texture': 'cloth.png'})
    mirrored = transform_shape(library_call('table'), reflection_matrix((2, 0, 0), (1, 0, 0)))
    sheared = transform_shape(transform_shape(pane, rotation_matrix(0.5, (0, 0, 1), (0, 0, 0))), scale_matrix((3, 1, 1), (0, 0, 0)))
    return concat_shapes(place('table', at=(0, 0, 0), turn=30, z=embed('old oak')), mirrored, place(glow, at=(0, 2, 0), name='bulb'),
        place(sheared, at=(0, 0, -2), name='pane'), place(cloth, at=(0, 0.8, 0), name='cloth'), place('bricks', at=(0, 0, 0)),
        place(asset_call('mug'), at=(0, 0.75, 0), name='mug'), place(asset_call('mug'), at=(0.2, 0.75, 0), turn=40, name='mug'))
light('point', at=(0, 2, 0)); light('sun', direction=(0, -1, -1)); light('ambient'); light('spot', at=(1, 2, 0), target=(1, 0, 0)); light('area', at=(0, 3, 0))
camera((0, 1, 5), (0, 1, 0), fov=40)
"""


LEGS = """
from scene.language import *
@register('a leg')
def leg(): return primitive_call('cylinder', {'radius': 0.02, 'p0': (0, 0, 0), 'p1': (0, 0.4, 0)})
@register('a bench')
def bench():
    top = transform_shape(primitive_call('cube', {'scale': (1, 0.04, 0.3)}), translation_matrix((0, 0.42, 0)))
    return concat_shapes(top, *[place('leg', at=(x, 0, 0)) for x in (-0.45, 0.45)])
"""
KITCHEN = (
    LEGS
    + """
@register('a tall fridge')
def fridge(): return asset_call('fridge')
@register('a kitchen')
def kitchen():
    return concat_shapes(room(4, 4, 2.6, windows=[('left', 0, 1.2, 1.2)]), place('fridge', at=(1, 0, -1.5)),
        place(asset_call('tufted walnut chair'), at=(-1, 0, 0), name='chair'),
        place(asset_call('tufted walnut chair'), at=(1, 0, 0), name='chair'),
        place('bench', at=(0, 0, 1)), place(asset_call('mug'), at=(0, 0.44, 1), name='mug'))
"""
)
STOOL = LEGS.replace("a bench", "a stool").replace("def bench", "def stool")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.built_in()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scene folder with a picture that has a hole."""
    folder = tmp_path_factory.mktemp("usd")
    pixels = np.full((8, 8, 4), 255, dtype=np.uint8)
    pixels[:4, :4, 3] = 0
    Image.fromarray(pixels).save(folder / "cloth.png")
    return folder


@pytest.fixture(scope="module")
def scene(catalogue: Catalogue) -> Scene:
    return evaluate_here(PROGRAM, assets=catalogue)


def exported(scene: Scene, catalogue: Catalogue, folder: Path, name: str) -> Path:
    out = folder / name
    done = UsdExporter().export(scene, out, provider=catalogue, root=folder)
    assert done.warnings == ()
    return out


@pytest.fixture(scope="module")
def told(scene: Scene, catalogue: Catalogue, folder: Path) -> dict[str, Any]:
    return read_usd(exported(scene, catalogue, folder, "room.usdz"))


def prims_of(told: dict[str, Any], type_name: str) -> list[dict[str, Any]]:
    return [prim for prim in told["prims"] if prim["type"] == type_name]


@pytest.mark.parametrize("ending", USD_FORMATS)
def test_no_validator_of_the_library_finds_an_error(
    ending: str, scene: Scene, catalogue: Catalogue, folder: Path
) -> None:
    told = read_usd(exported(scene, catalogue, folder, f"valid{ending}"))
    assert told["errors"] == []
    assert told["missing"] == []
    assert (told["default"], told["up"], told["metres"]) == ("/World", "Z", 1.0)


def test_the_validators_find_what_is_wrong(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.usda"
    wrong.write_text('#usda 1.0\ndef Xform "a"\n{\n rel material:binding = </none>\n}\n')
    assert {line.split(":")[0] for line in read_usd(wrong)["errors"]} >= {"MissingDefaultPrim", "MissingUpAxisMetadata"}


def test_every_entity_stands_where_the_scene_has_it(told: dict[str, Any], scene: Scene) -> None:
    worlds = world_of(told)
    assert set(worlds) == set(scene.paths)
    for row, path in enumerate(scene.paths):
        assert np.allclose(worlds[path], scene.world_from_local[row], atol=1e-5), path


def test_entities_say_their_words_and_keys(told: dict[str, Any], scene: Scene) -> None:
    by_path = {p["custom"]["scenewright:path"]: p for p in told["prims"] if "scenewright:path" in p["custom"]}
    for path, prim in by_path.items():
        entity = scene.find(path)
        assert (prim["custom"]["scenewright:id"], prim["custom"]["scenewright:word"]) == (entity.index, entity.word)
    table = by_path["scene/table"]
    assert table["custom"]["scenewright:embedding:words"] == "old oak"
    assert table["labels"]["words"] == ["table", "a table", "old oak"]
    assert (table["kind"], by_path["scene/mug"]["kind"], told["prims"][1]["kind"]) == ("group", "component", "assembly")


def classes(told: dict[str, Any]) -> dict[str, list[str]]:
    """The classes of the prims above each drawn mesh, the nearest first."""
    own = {p["path"]: p["labels"]["class"][0] for p in told["prims"] if "class" in p.get("labels", {})}
    out = {}
    for mesh in (p["path"] for p in told["prims"] if p["type"] == "Mesh" and p["material"]):
        above = ["/".join(mesh.split("/")[:k]) for k in range(mesh.count("/"), 0, -1)]
        out[mesh] = [own[path] for path in above if path in own]
    return out


def test_whatever_is_drawn_has_the_class_of_one_thing(
    catalogue: Catalogue, moving: dict[str, Any], tmp_path: Path
) -> None:
    """Of plain solids, parts of catalogue objects, and parts that are drawn below bodies of their own."""
    made = evaluate_here(KITCHEN, assets=catalogue)
    told = read_usd(exported(made, catalogue, tmp_path, "kitchen.usda"))
    assert told["errors"] == []
    for file in (told, moving):
        found = classes(file)
        assert {len(above) for above in found.values()} == {1}
        assert not {above[0] for above in found.values()} & {"cube", "cylinder", "sphere", "cone", "mesh"}
    assert {c for path, (c,) in classes(moving).items() if "wardrobe_door" in path} == {"wardrobe"}
    whole = [[p["labels"]["class"][0] for p in file["prims"] if {*p.get("labels", ())} & {"class", "part"} == {"class"}]
             for file in (told, moving)]  # fmt: skip
    assert Counter(whole[1]) == {"floor": 1, "wall": 4, "door": 1, "wardrobe": 1, "ball": 1, "chair": 2}
    assert Counter(whole[0]) == {"floor": 1, "wall": 4, "window": 1, "chair": 2, "fridge": 1, "bench": 1, "mug": 1}


def test_phrases_parts_and_groups_have_other_taxonomies(catalogue: Catalogue, tmp_path: Path) -> None:
    told = read_usd(exported(evaluate_here(KITCHEN, assets=catalogue), catalogue, tmp_path, "kitchen.usda"))
    labels = {p["path"].removeprefix("/World/"): p["labels"] for p in told["prims"] if "labels" in p}
    chair = labels["kitchen/chair"]
    assert (chair["class"], chair["phrase"]) == (["chair"], ["tufted walnut chair"])
    assert {"chair", "tufted walnut chair"} < set(chair["words"])
    assert labels["kitchen/bench/leg"] == {"part": ["leg"], "phrase": ["a leg"], "words": ["leg", "a leg"]}
    assert labels["kitchen"]["group"] == ["kitchen"]
    assert set(labels["kitchen/fridge"]) == {"class", "phrase", "words"}  # what the function that holds it says
    inside = [own for path, own in labels.items() if path.startswith("kitchen/fridge/")]
    assert inside
    assert all(set(own) <= {"part", "phrase", "words"} for own in inside)
    assert ["door"] in [own["part"] for own in inside]


def test_a_scene_of_one_thing_is_labelled_as_that(catalogue: Catalogue, tmp_path: Path) -> None:
    told = read_usd(exported(evaluate_here(STOOL), catalogue, tmp_path, "stool.usda"))
    assert {c for (c,) in classes(told).values()} == {"stool"}


def test_what_stands_there_often_is_written_once(told: dict[str, Any], scene: Scene) -> None:
    instances = Counter(p["path"] for p in told["prims"] if p["instance"])
    leg_instances = [path for path in instances if "/leg" in path]
    assert len(leg_instances) == 8  # of the table and the mirrored one
    assert sum("/mug" in path for path in instances) == 2
    (bricks,) = prims_of(told, "PointInstancer")
    assert bricks["ids"] == [row for row, path in enumerate(scene.paths) if path.startswith("scene/bricks/")]
    assert told["prototypes"] == 3  # a leg, a table top, a mug


def test_meshes_are_whole_and_have_materials(told: dict[str, Any]) -> None:
    meshes = prims_of(told, "Mesh")
    materials = {p["path"] for p in prims_of(told, "Material")}
    for mesh in meshes:
        assert mesh["valid"], mesh["path"]
        assert mesh["normals"] == mesh["points"]
        assert mesh["uv"] in (0, mesh["points"])
        assert mesh["material"] in materials
        assert np.allclose(mesh["extent"], mesh["computed"])


def test_materials_have_the_scenes_surfaces(told: dict[str, Any]) -> None:
    by_mesh = {mesh["path"]: mesh["material"] for mesh in prims_of(told, "Mesh")}
    surface = {prim["path"]: prim["surface"] for prim in prims_of(told, "Material")}

    def of(path: str) -> dict[str, Any]:
        return surface[next(material for mesh, material in by_mesh.items() if mesh.startswith(path))]

    top = of("/World/scene/table/cube/")
    assert [top["metallic"], top["roughness"], top["opacity"]] == pytest.approx([0.5, 0.3, 1.0], abs=1e-6)
    assert np.allclose(top["diffuseColor"], [0.21404, 0.05088, 0.01002], atol=1e-4)  # linear
    assert of("/World/scene/bulb/")["emissiveColor"] == [4.0, 4.0, 4.0]
    assert of("/World/scene/pane/")["opacity"] == 0.25
    cloth = of("/World/scene/cloth/")
    assert cloth["diffuseColor"]["file"].endswith(".png")
    assert cloth["diffuseColor"]["scale"][:3] == pytest.approx([1.0, 0.21404, 0.21404], abs=1e-4)
    assert cloth["opacity"]["file"] == cloth["diffuseColor"]["file"]
    assert cloth["opacityThreshold"] == 0.5


def test_a_package_holds_its_pictures_uncompressed(folder: Path, told: dict[str, Any]) -> None:
    with zipfile.ZipFile(folder / "room.usdz") as archive:
        entries = archive.infolist()
        assert entries[0].filename == "room.usdc"
        assert [e.filename for e in entries[1:]] == ["textures/picture_0.png"]
        for entry in entries:
            assert entry.compress_type == zipfile.ZIP_STORED
            begin = entry.header_offset + 30 + len(entry.filename) + len(entry.extra)
            assert begin % 64 == 0
        with archive.open("textures/picture_0.png") as stream:
            assert np.asarray(Image.open(stream)).shape == (8, 8, 4)
    assert len(told["assets"]) == 1


def test_cameras_and_lights_are_the_scenes(told: dict[str, Any]) -> None:
    (camera,) = prims_of(told, "Camera")
    assert camera["fov"] == pytest.approx(40.0, abs=1e-4)
    assert np.allclose(np.array(camera["world"])[:3, 3], [0, -5, 1])
    # it looks along its own -z
    assert np.allclose(-np.array(camera["world"])[:3, 2], [0, 1, 0])
    kinds = Counter(p["type"] for p in told["prims"] if "Light" in p["type"])
    assert kinds == {"SphereLight": 2, "DistantLight": 1, "DomeLight": 1, "RectLight": 1}
    (sun,) = prims_of(told, "DistantLight")
    assert np.allclose(-np.array(sun["world"])[:3, 2], np.array([0, 1, -1]) / np.sqrt(2))
    (panel,) = prims_of(told, "RectLight")
    assert np.allclose(-np.array(panel["world"])[:3, 2], [0, 0, -1])


def test_catalogue_objects_bring_author_and_licence(told: dict[str, Any], scene: Scene, folder: Path) -> None:
    mugs = [p for p in told["prims"] if p["custom"].get("scenewright:path") in ("scene/mug", "scene/mug[1]")]
    ref = scene.find("scene/mug").asset or scene.find("scene/mug").children[0].asset
    assert ref is not None
    for mug in mugs:
        assert (mug["info"]["author"], mug["info"]["licence"]) == (ref.author, ref.licence)
    assert ref.author in told["comment"]
    assert ref.licence in told["data"]["scenewright:attribution"][0]
    assert ref.author in (folder / "room.usdz.ATTRIBUTION.txt").read_text()


def test_names_of_prims_are_valid_and_differ() -> None:
    top = Prim("/World")
    names = [top.child(n).path for n in ("leg", "leg[1]", "leg_1", "leg", "2nd", "größe", "a b", "", "leg_1_1")]
    assert len(set(names)) == len(names)
    assert all(name.removeprefix("/World/").isidentifier() for name in names)
    assert names[0] == "/World/leg"
    assert names[5] == "/World/größe"
    assert top.children[1].shown_name == "leg[1]"


def test_a_cancelled_export_ends_its_child(scene: Scene, tmp_path: Path) -> None:
    job = Job()
    job.listen(lambda share, what: job.cancel() if share >= 0.6 else None)
    with pytest.raises(JobCancelled):
        UsdExporter().export(scene, tmp_path / "room.usdc", job=job)
    assert list(tmp_path.iterdir()) == []


def test_the_library_is_not_loaded_in_this_process(scene: Scene, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from scenewright.scene.language.running import evaluate_here\n"
        "from scenewright.scene.export.usd import UsdExporter\n"
        f"UsdExporter().export(evaluate_here({SMALL!r}), Path({str(tmp_path / 'a.usda')!r}))\n"
        "print('pxr' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "False", done.stderr


SMALL = "from scene.language import *\n@register('a cube')\ndef scene(): return primitive_call('cube', {'scale': 1})\n"


def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ScenewrightError, match=r"pip install 'scenewright\[usd\]'"):
        UsdExporter().export(evaluate_here(SMALL), tmp_path / "a.usd")


def test_gaussians_keep_their_values_and_entities(scene: Scene, catalogue: Catalogue, tmp_path: Path) -> None:
    gaussians, _ = scene_gaussians(scene, 2000, provider=catalogue)
    write_usd_gaussians(scene, gaussians, tmp_path / "splats.usdc")
    told = read_usd(tmp_path / "splats.usdc")
    assert told["errors"] == []
    (field,) = prims_of(told, "ParticleField3DGaussianSplat")
    values = field["values"]
    assert np.allclose(values["positions"], gaussians.means, atol=1e-6)
    assert np.allclose(values["scales"], gaussians.scales, rtol=1e-5)
    assert np.allclose(values["opacities"], gaussians.opacities, atol=1e-6)
    quats = np.array(values["orientations"])
    given = gaussians.quats / gaussians.quats.norm(dim=1, keepdim=True)
    assert np.allclose(np.abs((quats * given.numpy()).sum(axis=1)), 1.0, atol=1e-5)
    assert len(values["radiance:sphericalHarmonicsCoefficients"]) == len(gaussians) * (gaussians.degree + 1) ** 2
    assert values["radiance:sphericalHarmonicsDegree"] == gaussians.degree
    assert values["primvars:scenewright:entity"] == gaussians.entity_ids.tolist()
    assert np.allclose(field["world"], Z_UP_FROM_Y_UP)
    named = {p["custom"]["scenewright:id"] for p in told["prims"] if "scenewright:id" in p["custom"]}
    assert set(values["primvars:scenewright:entity"]) <= named


def test_a_capture_stands_below_its_entity(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    cloud = Gaussians.of_numpy(
        rng.normal(size=(20, 3)),
        rng.normal(size=(20, 4)),
        np.full((20, 3), -3.0),
        np.zeros(20),
        rng.normal(size=(20, 4, 3)),
    )
    write_gaussians(cloud, tmp_path / "cloud.ply", y_up=True)
    program = "from scene.language import *\n@register('a corner')\ndef scene(): return place(splat_call('cloud.ply'), at=(1, 2, 3), name='cloud')\n"
    scene = evaluate_here(program)
    done = UsdExporter().export(scene, tmp_path / "corner.usda", root=tmp_path)
    assert done.warnings == ()
    (field,) = prims_of(read_usd(done.files[0]), "ParticleField3DGaussianSplat")
    assert np.allclose(np.array(field["world"]), Z_UP_FROM_Y_UP @ scene.find("cloud").world_from_local)
    assert np.allclose(field["values"]["positions"], cloud.means, atol=1e-5)
    assert set(field["values"]["primvars:scenewright:entity"]) == {
        int(np.flatnonzero(scene.nodes.primitive == PrimitiveKind.SPLAT)[0])
    }


FURNISHED = """
from scene.language import *
@register('a room')
def scene():
    return concat_shapes(room(4, 4, 2.6, doors=[{'wall': 'left', 'offset': 0, 'open': 40}]),
        place(asset_call('wardrobe'), at=(0.5, 0, -1.2), turn=25, name='wardrobe'),
        place(primitive_call('sphere', {'radius': 0.1}), at=(1, 0.1, 0), name='ball'),
        place(asset_call('chair'), at=(1, 0, 1), turn=30), place(asset_call('chair'), at=(1, 0, -0.2), turn=70))
"""


class Hinged:
    """A catalogue whose objects have doors and drawers that move, whatever their own files say."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def resolve(self, words: str, size: Any, seed: int) -> AssetRef:
        return self.catalogue.resolve(words, size, seed)

    def load(self, ref: AssetRef) -> AssetContent:
        joints = (PartJoint("door", "outer", 110.0), PartJoint("drawer", None, 0.8))
        return replace(self.catalogue.load(ref), joints=joints)


@pytest.fixture(scope="module")
def furnished(catalogue: Catalogue) -> Scene:
    return evaluate_here(FURNISHED, assets=catalogue)


@pytest.fixture(scope="module")
def model(furnished: Scene, catalogue: Catalogue) -> PhysicsModel:
    return physics_model(furnished, provider=Hinged(catalogue))


@pytest.fixture(scope="module")
def moving(furnished: Scene, catalogue: Catalogue, folder: Path) -> dict[str, Any]:
    done = export_usd(furnished, folder / "moving.usdz", physics=True, provider=Hinged(catalogue))
    return read_usd(done.files[0])


def named(told: dict[str, Any], scope: str) -> dict[str, dict[str, Any]]:
    """The prims right below a scope, by their names."""
    return {
        p["path"].removeprefix(scope): p
        for p in told["prims"]
        if p["path"].startswith(scope) and "/" not in p["path"].removeprefix(scope)
    }


def test_physics_has_no_validator_errors_and_moves_nothing(moving: dict[str, Any], furnished: Scene) -> None:
    assert moving["errors"] == []
    worlds = world_of(moving)
    assert set(worlds) == set(furnished.paths)
    for row, path in enumerate(furnished.paths):
        assert np.allclose(worlds[path], furnished.world_from_local[row], atol=1e-5), path


def test_physics_draws_the_same_triangles(
    moving: dict[str, Any], furnished: Scene, catalogue: Catalogue, folder: Path
) -> None:
    still = read_usd(exported(furnished, catalogue, folder, "still.usdz"))
    poses = [
        sorted(np.round(np.array(m["world"]).ravel(), 4).tolist() for m in prims_of(t, "Mesh") if m["material"])
        for t in (moving, still)
    ]
    assert np.allclose(poses[0], poses[1], atol=1e-3)


def test_bodies_have_the_models_masses_and_colliders(moving: dict[str, Any], model: PhysicsModel) -> None:
    bodies = named(moving, "/World/Bodies/")
    assert set(bodies) == set(model.by_name)
    shapes = {"box": "Cube", "cylinder": "Cylinder", "sphere": "Sphere", "convex": "Mesh"}
    for body in model.bodies:
        prim = bodies[body.name]
        assert np.allclose(prim["world"], Z_UP_FROM_Y_UP @ body.world_from_body)
        moves = body.kind is not BodyKind.FIXED
        assert ("PhysicsRigidBodyAPI" in prim.get("schemas", ())) == moves
        below = named(moving, f"{prim['path']}/")
        colliders = [p for name, p in below.items() if name.startswith("collider")]
        assert [p["type"] for p in colliders] == [shapes[c.shape] for c in body.colliders]
        assert [p["friction"] for p in colliders] == pytest.approx([c.friction for c in body.colliders])
        for p, c in zip(colliders, body.colliders, strict=True):
            at = Z_UP_FROM_Y_UP @ body.world_from_body @ c.body_from_collider
            assert np.allclose(np.array(p["world"])[:3, 3], at[:3, 3], atol=1e-6)
        if moves:
            values = prim["values"]
            assert values["physics:mass"] == pytest.approx(body.mass)
            w, x, y, z = values["physics:principalAxes"]
            axes = Rotation.from_quat([x, y, z, w]).as_matrix()
            inertia = axes @ np.diag(values["physics:diagonalInertia"]) @ axes.T
            assert np.allclose(inertia, body.inertia, rtol=1e-4, atol=1e-5 * np.abs(body.inertia).max())
            assert np.allclose(values["physics:centerOfMass"], body.centre, atol=1e-6)


def test_what_moves_is_drawn_below_its_body(moving: dict[str, Any], model: PhysicsModel) -> None:
    drawn = [m["path"] for m in prims_of(moving, "Mesh") if m["material"]]
    for body in model.bodies:
        count = sum(path.startswith(f"/World/Bodies/{body.name}/") for path in drawn)
        assert count == (0 if body.kind is BodyKind.FIXED else len(body.instances)), body.name


def test_joints_swept_in_usd_move_their_parts_as_the_model_says(moving: dict[str, Any], model: PhysicsModel) -> None:
    joints = named(moving, "/World/Joints/")
    assert {j.kind for j in model.joints} == set(JointKind)
    assert set(joints) == {j.name for j in model.joints}
    for joint in model.joints:
        prim = joints[joint.name]
        unit = 180.0 / np.pi if prim["turns"] else 1.0
        assert prim["turns"] == (joint.kind is JointKind.REVOLUTE)
        assert prim["limits"] == pytest.approx([joint.lower * unit, joint.upper * unit], abs=1e-4)
        ends = [f"/World/Bodies/{model.bodies[n].name}" for n in (joint.parent, joint.child)]
        assert [prim["parent"], prim["child"]] == ends
        shown = model.bodies[joint.child].world_from_body
        for value, pose in prim["poses"]:
            wanted = Z_UP_FROM_Y_UP @ joint.world_motion(value / unit) @ shown
            assert np.allclose(pose, wanted, atol=1e-5), (joint.name, value)
        drive = "angular" if prim["turns"] else "linear"
        assert prim["values"][f"drive:{drive}:physics:damping"] == pytest.approx(joint.damping / unit, rel=1e-5)


def test_exports_take_physics_and_splats_where_usd_has_them(furnished: Scene, tmp_path: Path) -> None:
    with pytest.raises(ScenewrightError, match=r"physics is for \.usd") as caught:
        export_scene(furnished, tmp_path / "a.glb", physics=True)
    assert caught.value.field == "physics"
    ball = evaluate_here(SMALL)
    export_scene(ball, tmp_path / "bodies.usdc", physics=True)
    export_scene(ball, tmp_path / "splats.usdc", splats=500)
    bodies, splats = (read_usd(tmp_path / f"{name}.usdc") for name in ("bodies", "splats"))
    assert "PhysicsScene" in {p["type"] for p in bodies["prims"]}
    assert "ParticleField3DGaussianSplat" in {p["type"] for p in splats["prims"]}
    assert bodies["errors"] == splats["errors"] == []
