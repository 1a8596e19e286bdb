"""The files beside pictures: cameras as numbers, who is in the pictures, 16-bit depths and OpenEXR."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenewright.app.pictures import Drawn, PictureRequest, draw
from scenewright.app.requests import RequestError
from scenewright.app.session import Session
from scenewright.renderers.base import Pinhole, RenderedView, RenderError, camera_numbers, depth_range
from scenewright.renderers.base.exact_files import exr_channels, write_depth16
from scenewright.renderers.base.reference import reference_files
from scenewright.scene.folder import Project
from scenewright.scene.model import Camera
from scenewright.scene.sources import SceneSource, SourceKind

PROGRAM = """from scene.language import *
@register('a study')
def study():
    return concat_shapes(room(4, 3, 2.5),
        place(primitive_call('cube', {'scale': 0.6}, color=(0.4, 0.3, 0.2)), at=(0.5, 0, 0), name='office_chair'),
        place(primitive_call('sphere', {'radius': 0.2}), at=(-0.8, 0, 0.4), name='blorb'))
camera((1.5, 1.4, 1.2), (-1.0, 1.0, -0.5), fov=75)
camera((3.5, 3.0, 4.5), (0, 0.8, 0), fov=40)
"""
SMALL = {"width": 48, "height": 36, "samples": 1}
PASSES = ("depth", "normal", "entity", "position")


def session(text: str = PROGRAM) -> Session:
    return Session(SceneSource(text, SourceKind.PROGRAM, None))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pictures")


@pytest.fixture(scope="module")
def drawn(folder: Path) -> Drawn:
    return draw(session(), PictureRequest(passes=PASSES, also=("exr", "depth16"), **SMALL), out=folder)


@pytest.fixture(scope="module")
def told(drawn: Drawn) -> dict[str, Any]:
    return dict(json.loads(drawn.cameras.read_text(encoding="utf-8")))


def test_projected_points_have_the_depth_of_the_pass(folder: Path, told: dict[str, Any]) -> None:
    assert [(v["camera"], v["width"], v["height"], v["renderer"]) for v in told["views"]] == [
        (0, 48, 36, "preview"), (1, 48, 36, "preview"),
    ]  # fmt: skip
    for view in told["views"]:
        depth, points = (np.load(folder / view["files"][name]) for name in ("depth", "position"))
        rows, columns = np.nonzero(np.isfinite(depth))
        world = np.append(points[rows, columns], np.ones((len(rows), 1)), axis=1)
        local = world @ np.array(view["opencv"]["camera_from_world"]).T
        np.testing.assert_allclose(local[:, 2], depth[rows, columns], rtol=1e-5)
        pixel = local[:, :3] @ np.array(view["K"]).T
        np.testing.assert_allclose(pixel[:, 0] / pixel[:, 2], columns + 0.5, atol=1e-3)
        np.testing.assert_allclose(pixel[:, 1] / pixel[:, 2], rows + 0.5, atol=1e-3)
        assert view["near"] <= depth[rows, columns].min()
        assert depth[rows, columns].max() <= view["far"]
        # the same by OpenGL: clip space from -1 to 1, y up
        clip = world @ (np.array(view["opengl"]["clip_from_camera"]) @ view["opengl"]["camera_from_world"]).T
        ndc = clip[:, :3] / clip[:, 3:]
        assert np.abs(ndc).max() <= 1.0
        np.testing.assert_allclose((ndc[:, 0] + 1.0) * 24.0, columns + 0.5, atol=1e-3)
        np.testing.assert_allclose((1.0 - ndc[:, 1]) * 18.0, rows + 0.5, atol=1e-3)


def test_the_example_of_the_documentation_gives_the_positions(folder: Path, told: dict[str, Any]) -> None:
    page = reference_files()["pictures_and_passes.md"]
    code = page.split("```python\n")[1].split("```")[0]
    values: dict[str, Any] = {}
    exec(code.replace('Path("set")', f"Path({str(folder)!r})"), values)
    points = np.load(folder / told["views"][0]["files"]["position"])
    np.testing.assert_allclose(values["world"].T, points[values["rows"], values["columns"]], atol=1e-5)


def test_the_page_in_docs_is_up_to_date() -> None:
    docs = Path(__file__).resolve().parents[2] / "docs"
    for name, text in reference_files().items():
        assert (docs / name).read_text(encoding="utf-8") == text, "run python -m scenewright.renderers.base.reference"


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    eye=st.tuples(*[st.floats(-20, 20)] * 3),
    target=st.tuples(*[st.floats(-20, 20)] * 3),
    fov=st.floats(5, 150),
    size=st.tuples(st.integers(1, 4000), st.integers(1, 4000)),
)
def test_both_conventions_are_one_camera(eye: Any, target: Any, fov: float, size: tuple[int, int]) -> None:
    if np.linalg.norm(np.subtract(eye, target)) < 1e-3:
        return
    numbers = camera_numbers(Camera(eye, target, fov), *size, near=0.1, far=10.0)
    for name in ("opencv", "opengl"):
        there, back = (np.array(numbers[name][k]) for k in ("camera_from_world", "world_from_camera"))
        np.testing.assert_allclose(there @ back, np.eye(4), atol=1e-9)
        np.testing.assert_allclose(back[:3, 3], eye, atol=1e-9)
        assert np.linalg.det(there[:3, :3]) == pytest.approx(1.0)
    local = np.array(numbers["opencv"]["camera_from_world"]) @ [*target, 1.0]
    assert local[2] == pytest.approx(np.linalg.norm(np.subtract(eye, target)))
    other = np.array(numbers["opengl"]["camera_from_world"]) @ [*target, 1.0]
    np.testing.assert_allclose(other, local * [1.0, -1.0, -1.0, 1.0], atol=1e-9)


def test_the_table_says_who_is_in_the_pictures(folder: Path, told: dict[str, Any]) -> None:
    table = {one["id"]: one for one in told["entities"]}
    seen = {int(n) for view in told["views"] for n in np.unique(np.load(folder / view["files"]["entity"])) if n >= 0}
    assert seen <= set(table)
    chair = next(one for one in table.values() if one["path"] == "study/office_chair")
    assert (chair["thing"], chair["category"]) == ("office chair", "chair")
    np.testing.assert_allclose(chair["box"], [[0.2, 0.0, -0.3], [0.8, 0.6, 0.3]], atol=1e-9)
    part = next(one for one in table.values() if one["parent"] == chair["id"])
    assert (part["word"], part["category"]) == ("cube", "chair")
    blorb = next(one for one in table.values() if one["path"] == "study/blorb")
    assert (blorb["thing"], blorb["category"]) == (None, None)
    assert [one["path"] for one in table.values() if one.get("stage") == "ceiling"] == ["study/room"]
    (ground,) = (one for one in table.values() if one.get("stage") == "ground")
    assert (ground["path"], ground["word"], ground["box"]) == (None, "ground", None)
    everyone = {one["path"] for one in table.values()}
    assert all(path is None or "/" not in path or path.rpartition("/")[0] in everyone for path in everyone)


def test_sixteen_bit_depths_are_millimetres(folder: Path, told: dict[str, Any]) -> None:
    from PIL import Image

    view = told["views"][0]
    with Image.open(folder / view["files"]["depth16"]) as picture:
        millimetres = np.array(picture)
    depth = np.load(folder / view["files"]["depth"])
    assert millimetres.dtype.itemsize >= 2
    np.testing.assert_allclose(millimetres / 1000.0, np.where(np.isfinite(depth), depth, 0.0), atol=0.00051)


def test_what_sixteen_bits_cannot_hold_is_counted(tmp_path: Path) -> None:
    from PIL import Image

    depth = np.array([[np.inf, 0.0001, 1.0, 65.535, 65.6, 900.0]], dtype=np.float32)
    assert write_depth16(tmp_path / "d.png", depth) == 2
    with Image.open(tmp_path / "d.png") as picture:
        assert np.array(picture).tolist() == [[0, 1, 1000, 65535, 0, 0]]


def test_far_depths_are_said(tmp_path: Path) -> None:
    far = PROGRAM.replace("room(4, 3, 2.5)", "place(primitive_call('cube', {'scale': 200}), at=(-155, -200, -200))")
    wanted = PictureRequest(passes=("depth",), also=("depth16",), transparent=True, cameras=(1,), **SMALL)
    result = draw(session(far), wanted, out=tmp_path)
    assert any("pixels are farther than 65.535 m" in warning for warning in result.warnings)


def test_all_passes_are_in_one_exr(folder: Path, told: dict[str, Any]) -> None:
    import OpenEXR

    files = told["views"][0]["files"]
    with OpenEXR.File(str(folder / files["exr"]), separate_channels=True) as file:
        read = {name: channel.pixels for name, channel in file.channels().items()}
    assert set(read) == {"Z", "N.X", "N.Y", "N.Z", "P.X", "P.Y", "P.Z", "entity"}
    np.testing.assert_array_equal(read["Z"], np.load(folder / files["depth"]))
    np.testing.assert_array_equal(read["entity"], np.load(folder / files["entity"]))
    np.testing.assert_array_equal(np.stack([read[f"N.{a}"] for a in "XYZ"], axis=2), np.load(folder / files["normal"]))


def test_an_exr_has_linear_light_times_alpha() -> None:
    color = np.array([[[255, 0, 188, 255], [255, 255, 255, 51]]], dtype=np.uint8)
    view = RenderedView(Camera((0.0, 0.0, 1.0), (0.0, 0.0, 0.0), 40.0), 0, {"color": color})
    planes = exr_channels(view)
    np.testing.assert_allclose(planes["R"], [[1.0, 0.2]], atol=1e-6)
    np.testing.assert_allclose(planes["B"], [[0.5029, 0.2]], atol=1e-3)
    np.testing.assert_allclose(planes["A"], [[1.0, 0.2]], atol=1e-6)


def test_depths_without_the_pass_are_refused() -> None:
    with pytest.raises(RequestError, match="draw the pass depth, too"):
        PictureRequest(also=("depth16",))
    with pytest.raises(RequestError, match="'exr' or 'depth16'"):
        PictureRequest(also=("tiff",))  # type: ignore[arg-type]


def test_views_that_are_drawn_later_join_the_file(tmp_path: Path) -> None:
    one = session()
    for camera, more in ((0, {"passes": ("entity",)}), (1, {}), (1, {"passes": ("depth",)})):
        drawn = draw(one, PictureRequest(cameras=(camera,), **SMALL, **more), out=tmp_path)
        assert drawn.warnings == ()
    told = json.loads(drawn.cameras.read_text())
    assert [(v["camera"], sorted(v["files"])) for v in told["views"]] == [
        (0, ["entity", "entity_legend", "entity_picture"]), (1, ["depth", "depth_picture"]),
    ]  # fmt: skip
    assert told["entities"]
    other = draw(session(PROGRAM.replace("0.6", "0.7")), PictureRequest(cameras=(1,), **SMALL), out=tmp_path)
    assert any("now describes the new ones" in warning for warning in other.warnings)
    told = json.loads(other.cameras.read_text())
    assert [v["camera"] for v in told["views"]] == [1]
    assert "entities" not in told


@pytest.mark.parametrize(
    "content", ["[]", "{", '{"schema": 1}', '{"schema": 1, "scene": "a", "program": "b", "views": [3]}', "[" * 500]
)
def test_a_file_of_another_program_is_left_alone(tmp_path: Path, content: str) -> None:
    """3D Gaussian Splatting, for one, calls its cameras so."""
    (tmp_path / "cameras.json").write_text(content)
    with pytest.raises(RenderError, match=r"cameras\.json .*draw into another folder, or move it away"):
        draw(session(), PictureRequest(**SMALL), out=tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["cameras.json"]
    assert (tmp_path / "cameras.json").read_text() == content


def test_a_scene_folder_keeps_cameras_beside_its_pictures(tmp_path: Path) -> None:
    Project.create(tmp_path / "study", PROGRAM)
    with_folder = Session.open(tmp_path / "study", writable=True)
    drawn = draw(with_folder, PictureRequest(passes=("color", "entity"), cameras=(0,), **SMALL))
    told = json.loads(drawn.cameras.read_text())
    assert drawn.cameras.name.endswith("-cameras.json")
    names = told["views"][0]["files"]
    assert all((drawn.cameras.parent / name).is_file() for name in names.values())
    assert str(drawn.cameras) == drawn.report()["cameras"]
    # legends and cameras are JSON, too, and are no jobs
    (record,) = with_folder.project.renders()
    assert {f.channel for f in record.files} == {"color", "entity", "entity_picture", "entity_legend", "cameras"}


GROWING = """from scene.language import *
@register_animation('a row that grows')
def row():
    for i in range(1, 4):
        boxes = [place(primitive_call('cube', {'scale': 0.5}), at=(k, 0, 0), name='box_%d' % k) for k in range(i)]
        yield concat_shapes(*boxes, place(primitive_call('sphere', {'radius': 0.3}), at=(0, 0, 1), name='ball'))
camera((1, 3, 6), (1, 0, 0), fov=45)
"""
FLYING = GROWING.replace("at=(k, 0, 0)", "at=(k + i, 0, 0)").replace("for k in range(i)", "for k in range(2)")


def test_frames_with_other_entities_have_entries_of_their_own(tmp_path: Path) -> None:
    one = session(GROWING)
    for frames in ((0, 2), (1,)):
        drawn = draw(one, PictureRequest(passes=("entity",), frames=frames, **SMALL), out=tmp_path)
    told = json.loads(drawn.cameras.read_text())
    assert [view["frame"] for view in told["views"]] == [0, 1, 2]
    for view in told["views"]:
        table = {e["id"]: e for e in told["entities"] if e["frame"] == view["frame"]}
        legend = json.loads((tmp_path / view["files"]["entity_legend"]).read_text())["rows"]
        seen = np.unique(np.load(tmp_path / view["files"]["entity"])).tolist()
        assert {table[n]["path"] for n in seen if n >= 0} == {row["path"] for row in legend.values()}
        assert sum(e["word"] == "sphere" for e in table.values()) == 1
        assert len({e["path"] for e in table.values() if "box_" in (e["path"] or "")}) == 2 * (view["frame"] + 1)


def test_what_moves_has_a_box_in_each_frame(tmp_path: Path) -> None:
    drawn = draw(session(FLYING), PictureRequest(passes=("entity",), frames=None, **SMALL), out=tmp_path)
    table = {e["path"]: e for e in json.loads(drawn.cameras.read_text())["entities"]}
    assert "boxes" not in table["row/ball"]
    assert [round(table["row/box_0"]["boxes"][k][0][0], 6) for k in "012"] == [0.75, 1.75, 2.75]
    assert table["row/box_0"]["box"] == table["row/box_0"]["boxes"]["0"]


def test_near_and_far_hold_the_scene() -> None:
    scene = session().scene
    outside, inside = (depth_range(scene, camera) for camera in reversed(scene.cameras))
    assert 2.0 < outside[0] < outside[1] < 12.0
    assert 0.0 < inside[0] < 0.01
    low, high = scene.bounds
    corners = np.array([[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])])
    along = Pinhole.of(scene.cameras[1], 10, 10).project(corners)[1]
    assert outside[0] <= along.min()
    assert outside[1] >= along.max()
