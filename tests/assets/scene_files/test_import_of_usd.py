"""USD stages become programs that say the same: units, axes, instances, words, looks. What is not drawn stays out; hostile ones are refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import scenewright
from scenewright.assets import Catalogue
from scenewright.assets.scene_files import SceneFileImporter
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.export.usd import export_usd, usd_available
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene

pytestmark = pytest.mark.skipif(usd_available() is not None, reason=usd_available() or "")

HEAD = '#usda 1.0\n(\n    defaultPrim = "World"\n    metersPerUnit = {unit}\n    upAxis = "{up}"\n)\n'
BOX = """        point3f[] points = [(0,0,0),(1,0,0),(1,2,0),(0,2,0),(0,0,3),(1,0,3),(1,2,3),(0,2,3)]
        int[] faceVertexCounts = [4,4,4,4,4,4]
        int[] faceVertexIndices = [0,3,2,1, 4,5,6,7, 0,1,5,4, 2,3,7,6, 0,4,7,3, 1,2,6,5]
        uniform token subdivisionScheme = "none"
"""

ROOM = """
from scene.language import *
@register('a leg')
def leg(): return primitive_call('cylinder', {'radius': 0.02, 'p0': (0, 0, 0), 'p1': (0, 0.7, 0)}, color=(0.5, 0.25, 0.1))
@register('a writing table')
def table():
    top = transform_shape(primitive_call('cube', {'scale': (1, 0.04, 0.6)}, color=(0.5, 0.25, 0.1)), translation_matrix((0, 0.72, 0)))
    return concat_shapes(top, *[place('leg', at=(x, 0, z)) for x in (-0.45, 0.45) for z in (-0.25, 0.25)])
@register('a room')
def scene():
    mirrored = transform_shape(library_call('table'), reflection_matrix((2, 0, 0), (1, 0, 0)))
    sheared = transform_shape(transform_shape(library_call('table'), rotation_matrix(0.5, (0, 0, 1), (0, 0, 0))), scale_matrix((3, 1, 1), (0, 0, 0)))
    return concat_shapes(place('table', at=(0, 0, 0), turn=30), mirrored, place(sheared, at=(0, 0, -4), name='leaning'),
        place(asset_call('mug'), at=(0, 0.75, 0), name='mug'), place(asset_call('mug'), at=(0.2, 0.75, 0), turn=40, name='mug'))
camera((0, 1, 5), (0, 1, 0), fov=40)
"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.default()


def imported(path: Path, catalogue: Catalogue) -> tuple[str, Scene, tuple[str, ...]]:
    found = SceneFileImporter().read(path)
    return found.text, evaluate_here(found.text, assets=catalogue), found.notes


def stage(folder: Path, body: str, *, unit: float = 1.0, up: str = "Y", name: str = "stage.usda") -> Path:
    path = folder / name
    path.write_text(HEAD.format(unit=unit, up=up) + body, encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", [".usdz", ".usda"])
def test_what_we_export_comes_back(ending: str, catalogue: Catalogue, tmp_path: Path) -> None:
    """Each entity has its box again, within 1e-5, with its word and its phrase; instances stay instances."""
    before = evaluate_here(ROOM, assets=catalogue)
    export_usd(before, tmp_path / f"room{ending}", provider=catalogue)
    text, after, _ = imported(tmp_path / f"room{ending}", catalogue)
    things = [e for e in before.entities() if e.path.count("/") == 1]
    again = {e.path: e for e in after.entities()}
    assert len(things) == 5
    for thing in things:
        found = again[thing.path]
        # evaluation measures a catalogue object by a hull of few corners, a stored mesh by all
        apart = 2e-4 if thing.asset else 1e-5
        assert np.abs(np.subtract(found.bounds, thing.bounds)).max() < apart, thing.path
        assert (found.word.removesuffix("_2"), found.phrase) == (thing.word, thing.phrase)
    legs = [sum(e.word.startswith("leg") for e in scene.entities()) for scene in (before, after)]
    assert legs == [12, 12]
    assert text.count("@register('a leg')") <= 3  # mirrored ones have meshes of their own
    (camera,) = after.cameras
    assert camera.eye == pytest.approx((0, 1, 5), abs=1e-5)
    assert camera.fov == pytest.approx(40, abs=1e-3)


@pytest.mark.parametrize(("unit", "up"), [(1.0, "Y"), (0.01, "Z"), (0.0254, "Y")])
def test_units_and_axes_become_metres_and_y_up(unit: float, up: str, catalogue: Catalogue, tmp_path: Path) -> None:
    body = f'def Xform "World" {{\n    def Mesh "box" {{\n{BOX}    }}\n}}\n'
    _, scene, _ = imported(stage(tmp_path, body, unit=unit, up=up), catalogue)
    size = np.subtract(*reversed(scene.bounds))
    assert size == pytest.approx(np.array((1, 2, 3) if up == "Y" else (1, 3, 2)) * unit, rel=1e-5)


def test_copies_of_an_instancer_are_one_function(catalogue: Catalogue, tmp_path: Path) -> None:
    body = f"""def Xform "World" {{
    def PointInstancer "Trees" {{
        rel prototypes = </World/Trees/tree>
        int[] protoIndices = [0, 0, 0]
        point3f[] positions = [(0,0,0), (5,0,0), (0,0,5)]
        quath[] orientations = [(1,0,0,0), (1,0,0,0), (0.7071, 0, 0.7071, 0)]
        def Mesh "tree" {{
{BOX}        }}
    }}
}}
"""
    text, scene, _ = imported(stage(tmp_path, body), catalogue)
    assert text.count("asset_call") == 1
    assert len([path for path in scene.paths if path.count("/") == 1]) == 3
    low, high = (np.asarray(end) for end in scene.bounds)
    assert high == pytest.approx((6, 2, 5), abs=2e-3)  # half precision turns
    assert low == pytest.approx((0, 0, 0), abs=2e-3)


def test_references_pictures_and_labels_are_read(catalogue: Catalogue, tmp_path: Path) -> None:
    """A chair of another layer, with a picture, twice: one asset. The label names it."""
    (tmp_path / "textures").mkdir()
    Image.new("RGB", (8, 8), (200, 30, 30)).save(tmp_path / "textures" / "red.png")
    chair = f"""def Xform "World" (
    prepend apiSchemas = ["SemanticsLabelsAPI:category"]
) {{
    token[] semantics:labels:category = ["armchair"]
    def Mesh "geometry" (
        prepend apiSchemas = ["MaterialBindingAPI"]
    ) {{
{BOX}        texCoord2f[] primvars:st = [(0,0),(1,0),(1,1),(0,1),(0,0),(1,0),(1,1),(0,1)] (
            interpolation = "vertex"
        )
        rel material:binding = </World/Red>
    }}
    def Material "Red" {{
        token outputs:surface.connect = </World/Red/shader.outputs:surface>
        def Shader "shader" {{
            uniform token info:id = "UsdPreviewSurface"
            color3f inputs:diffuseColor.connect = </World/Red/picture.outputs:rgb>
            float inputs:roughness = 0.25
            token outputs:surface
        }}
        def Shader "picture" {{
            uniform token info:id = "UsdUVTexture"
            asset inputs:file = @./textures/red.png@
            float3 outputs:rgb
        }}
    }}
}}
"""
    stage(tmp_path, chair, name="chair.usda")
    body = "".join(
        f'    def "c{x}" (\n        prepend references = @./chair.usda@\n        instanceable = true\n    ) {{\n'
        f"        double3 xformOp:translate = ({x}, 0, 0)\n"
        '        uniform token[] xformOpOrder = ["xformOp:translate"]\n    }\n'
        for x in (0, 4)
    )
    text, scene, notes = imported(stage(tmp_path, f'def Xform "World" {{\n{body}}}\n'), catalogue)
    assert notes == ()
    assert [e.word for e in scene.entities()].count("armchair") == 2
    assert text.count("asset_call") == 1
    mesh = scenewright.evaluate(text).to_trimesh().to_mesh()
    assert np.asarray(scene.bounds).tolist() == [[0, 0, 0], [5, 2, 3]]
    assert mesh.visual.kind == "texture"


def test_what_is_not_drawn_stays_out(catalogue: Catalogue, tmp_path: Path) -> None:
    body = f"""def Xform "World" {{
    def Cylinder "pole" {{
        double height = 4
        double radius = 0.5
        uniform token axis = "X"
    }}
    def Mesh "hidden" {{
{BOX}        token visibility = "invisible"
        double3 xformOp:translate = (100, 0, 0)
        uniform token[] xformOpOrder = ["xformOp:translate"]
    }}
    def Cube "collider" {{
        uniform token purpose = "guide"
        double size = 50
    }}
    def SphereLight "lamp" {{
        float inputs:radius = 20
    }}
    class Mesh "template" {{
{BOX}    }}
}}
"""
    _, scene, notes = imported(stage(tmp_path, body), catalogue)
    assert np.asarray(scene.bounds) == pytest.approx(np.array([[-2, -0.5, -0.5], [2, 0.5, 0.5]]), abs=0.01)
    assert [e.word for e in scene.root.children] == ["pole"]
    assert any("1 lights" in note for note in notes)
    assert any("invisible" in note for note in notes)


def test_files_outside_of_its_folder_stay_closed(catalogue: Catalogue, tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    stage(tmp_path, f'def Xform "World" {{\n    def Mesh "secret" {{\n{BOX}    }}\n}}\n', name="secret.usda")
    far = (tmp_path / "secret.usda").as_posix()
    for name in ("../secret.usda", far, f"file://{far}"):
        body = f'def Xform "World" {{\n    def Mesh "box" {{\n{BOX}    }}\n    def "other" (\n        prepend references = @{name}@\n    ) {{ }}\n}}\n'
        text, _, notes = imported(stage(inside, body), catalogue)
        assert "secret" not in text
        assert any("not in its folder" in note for note in notes), name


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "stage.usdc"),
        (b"PXR-USDC" + bytes(range(256)) * 20, "stage.usdc"),
        (HEAD.format(unit=0, up="Y").encode() + b'def Xform "World" {}\n', "stage.usda"),
        (HEAD.format(unit=1, up="Y").encode() + b'def Xform "World" {}\n', "triangles"),
        (b"#usda 1.0\n" + b'def "a" {' * 3_000 + b"}" * 3_000, "stage.usda"),
    ],
)
def test_what_is_no_stage_is_refused(data: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / ("stage.usda" if data.startswith(b"#usda") else "stage.usdc")
    path.write_bytes(data)
    with pytest.raises(AssetError, match=says):
        SceneFileImporter().read(path)


def test_copies_without_end_are_refused(tmp_path: Path) -> None:
    count = 30_000
    zeros, places = ",".join(["0"] * count), ",".join(["(0,0,0)"] * count)
    body = f"""def Xform "World" {{
    def PointInstancer "many" {{
        rel prototypes = </World/many/box>
        int[] protoIndices = [{zeros}]
        point3f[] positions = [{places}]
        def Mesh "box" {{
{BOX}        }}
    }}
}}
"""
    with pytest.raises(AssetError, match="20,000"):
        SceneFileImporter().read(stage(tmp_path, body))
