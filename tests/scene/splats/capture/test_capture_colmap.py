"""COLMAP's models, text and binary, held against pycolmap, which wrote them."""

from __future__ import annotations

import contextlib
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from scenewright.scene.errors import CaptureError
from scenewright.scene.splats.capture import open_capture
from scenewright.scene.splats.capture.colmap import read_model
from tests.support.capture_scenes import LENSES

pycolmap = pytest.importorskip("pycolmap")


@pytest.fixture(scope="module")
def reconstruction():
    """A model of five frames by pycolmap, with points, tracks and noise."""
    pycolmap.set_random_seed(0)
    options = pycolmap.SyntheticDatasetOptions()
    options.num_rigs, options.num_cameras_per_rig, options.num_frames_per_rig, options.num_points3D = 2, 1, 4, 60
    return pycolmap.synthesize_dataset(options)


def written(reconstruction, root: Path, kind: str, place: str = "sparse/0") -> Path:
    folder = root / place
    folder.mkdir(parents=True)
    (reconstruction.write_binary if kind == "binary" else reconstruction.write_text)(folder)
    for image in reconstruction.images.values():
        camera = reconstruction.cameras[image.camera_id]
        path = root / "images" / image.name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("L", (camera.width, camera.height), image.image_id).save(path)
    return folder


@pytest.mark.parametrize("kind", ["binary", "text"])
def test_a_model_reads_as_pycolmap_reads_it(tmp_path: Path, reconstruction, kind: str) -> None:
    folder = written(reconstruction, tmp_path, kind)
    theirs = pycolmap.Reconstruction(folder)
    ours = read_model(folder)
    assert [image.name for image in ours.images] == sorted(image.name for image in theirs.images.values())
    by_name = {image.name: image for image in theirs.images.values()}
    for image in ours.images:
        other = by_name[image.name]
        assert np.allclose(image.camera_from_world[:3], other.cam_from_world().matrix(), atol=1e-9)
        points = np.array([[0.1, -0.2, 1.0], [-0.3, 0.1, 2.0]])
        assert np.allclose(image.lens.project(points), theirs.cameras[other.camera_id].img_from_cam(points))
    order = np.lexsort(ours.points.T)
    points = np.array([p.xyz for p in theirs.points3D.values()])
    others = np.lexsort(points.T)
    assert np.allclose(ours.points[order], points[others])
    colors = np.array([p.color for p in theirs.points3D.values()])
    assert (ours.colors[order] == colors[others]).all()


@pytest.mark.parametrize("place", ["sparse/0", "sparse", "colmap/sparse/0", "."])
def test_a_model_is_found_where_people_keep_it(tmp_path: Path, reconstruction, place: str) -> None:
    if place == ".":
        reconstruction.write_text(tmp_path)
        written(reconstruction, tmp_path / "elsewhere", "text")
        capture = open_capture(tmp_path, images=tmp_path / "elsewhere/images")
    else:
        written(reconstruction, tmp_path, "binary", place)
        capture = open_capture(tmp_path)
    assert (capture.kind, capture.registered, capture.total) == ("colmap", 8, 8)
    assert len(capture.points) == 60
    # where points are seen is where the capture's cameras project them
    for photograph in capture.photographs:
        image = next(i for i in reconstruction.images.values() if i.name == photograph.name)
        seen = [(p.xy, reconstruction.points3D[p.point3D_id].xyz) for p in image.points2D if p.has_point3D()]
        local = (
            np.array([xyz for _, xyz in seen]) @ photograph.camera_from_world[:3, :3].T
            + photograph.camera_from_world[:3, 3]
        )
        assert np.abs(photograph.lens.project(local) - np.array([xy for xy, _ in seen])).max() < 1e-6


@pytest.mark.parametrize("folder", ["images", "images_2", "input", "."])
def test_pictures_are_found_where_people_keep_them(tmp_path: Path, reconstruction, folder: str) -> None:
    written(reconstruction, tmp_path / "made", "binary", "sparse/0")
    (tmp_path / "made/sparse").rename(tmp_path / "sparse")
    if folder == ".":
        for picture in (tmp_path / "made/images").iterdir():
            picture.rename(tmp_path / picture.name)
    else:
        (tmp_path / "made/images").rename(tmp_path / folder)
    for place in (".", "sparse", "sparse/0"):
        capture = open_capture(tmp_path / place)
        assert capture.registered == 8
        assert any("images_2 are used" in warning for warning in capture.warnings) == (folder == "images_2")
    if folder != ".":
        assert open_capture(tmp_path, images=folder).registered == 8
    with pytest.raises(CaptureError, match="no folder nowhere of the model's pictures, neither here nor in"):
        open_capture(tmp_path, images="nowhere")


def test_a_model_without_its_pictures_says_where_it_looked(tmp_path: Path, reconstruction) -> None:
    written(reconstruction, tmp_path, "binary", "sparse/0")
    for picture in (tmp_path / "images").rglob("*.*"):
        picture.unlink()
    with pytest.raises(CaptureError, match=r"none of the model's 8 pictures .* looked for them in .*images") as caught:
        open_capture(tmp_path)
    assert caught.value.field == "images"


def test_pictures_without_a_pose_are_named(tmp_path: Path, reconstruction) -> None:
    written(reconstruction, tmp_path, "binary", "sparse/0")
    Image.new("RGB", (8, 8)).save(tmp_path / "images/lost.png")
    capture = open_capture(tmp_path)
    assert (capture.registered, capture.total, capture.unregistered) == (8, 9, ("lost.png",))
    assert "have no pose in the model and are left out: lost.png" in capture.warnings[0]


def test_the_first_of_several_models_is_used_and_a_larger_named(tmp_path: Path, reconstruction) -> None:
    written(reconstruction, tmp_path, "binary", "sparse/1")
    assert open_capture(tmp_path).registered == 8
    small = pycolmap.Reconstruction(reconstruction)
    for image in list(small.images.values())[2:]:
        small.deregister_frame(image.frame_id)
    (tmp_path / "sparse/0").mkdir()
    small.write_binary(tmp_path / "sparse/0")
    capture = open_capture(tmp_path)
    assert capture.registered == 2
    assert "1 beside it seems to hold more pictures" in capture.warnings[0]
    assert not any("beside it" in warning for warning in open_capture(tmp_path / "sparse/1").warnings)


@pytest.mark.parametrize("model", [*LENSES, "EQUIRECTANGULAR"])
@pytest.mark.parametrize("kind", ["binary", "text"])
def test_every_camera_model_gives_views(tmp_path: Path, kind: str, model: str) -> None:
    params = LENSES.get(model, [64, 32])
    width, height = (640, 480) if model in LENSES else (64, 32)
    made = pycolmap.Reconstruction()
    made.add_camera_with_trivial_rig(
        pycolmap.Camera(camera_id=3, model=model, width=width, height=height, params=params)
    )
    for number in (1, 2):
        image = pycolmap.Image(image_id=number, camera_id=3, name=f"a b/{number}.png")
        made.add_image_with_trivial_frame(
            image, pycolmap.Rigid3d(pycolmap.Rotation3d(), np.array([0.1 * number, 0, 0]))
        )
    written(made, tmp_path, kind)
    capture = open_capture(tmp_path)
    assert capture.photographs[1].name == "a b/2.png"
    views = capture.views(downscale=8)
    assert len(views) == (2 if model in LENSES else 12)
    if model in LENSES:
        assert (views[0].camera.width, views[0].camera.height) == (80, 60)
        assert np.allclose(views[1].camera.positions.numpy(), [[-0.2, 0, 0]], atol=1e-6)
    assert {int(v.image.max()) for v in views} == {1, 2}


def test_missing_pictures_masks_and_smaller_copies(tmp_path: Path, reconstruction) -> None:
    written(reconstruction, tmp_path, "binary")
    names = sorted(image.name for image in reconstruction.images.values())
    (tmp_path / "images" / names[0]).unlink()
    small = tmp_path / "images" / names[1]
    with Image.open(small) as picture:
        width, height = picture.size
    Image.new("L", (width // 2, height // 2)).save(small)
    for name, suffix in ((names[2], ".png"), (names[3], "")):
        mask = tmp_path / "masks" / (name + suffix)
        mask.parent.mkdir(parents=True, exist_ok=True)
        Image.new("L", (width, height), 0).save(mask)
    capture = open_capture(tmp_path)
    assert capture.unregistered == (names[0],)
    assert names[0] in capture.warnings[0]
    assert names[1] in capture.warnings[1]
    assert capture.photographs[0].lens.width == width // 2
    views = capture.views(downscale=16)
    assert [v.name for v in views if v.mask is not None and not v.mask.any()] == [names[2], names[3]]


def test_no_file_claims_more_than_it_holds(tmp_path: Path, reconstruction) -> None:
    folder = written(reconstruction, tmp_path, "binary")
    points = folder / "points3D.bin"
    whole = points.read_bytes()
    points.write_bytes(struct.pack("<Q", 2**60) + whole[8:])
    with pytest.raises(
        CaptureError, match=r"points3D.bin: the count of points claims 1,152,921,504,606,846,976 entries"
    ):
        open_capture(tmp_path)
    points.write_bytes(whole[:8] + whole[8:43] + struct.pack("<dQ", 0.1, 2**61) + whole[59:])
    with pytest.raises(CaptureError, match=r"points3D.bin: the track of point 1 claims"):
        open_capture(tmp_path)
    points.write_bytes(whole)
    images = folder / "images.bin"
    images.write_bytes(images.read_bytes()[:-5])
    with pytest.raises(CaptureError, match=r"images.bin"):
        open_capture(tmp_path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["cameras", "images", "points3D"]),
    st.integers(0, 5000),
    st.binary(min_size=1, max_size=12),
    st.booleans(),
)
def test_damage_is_an_error_and_nothing_else(tmp_path_factory, reconstruction, part, at, junk, binary) -> None:
    folder = tmp_path_factory.mktemp("model", numbered=True)
    (reconstruction.write_binary if binary else reconstruction.write_text)(folder)
    file = folder / f"{part}.{'bin' if binary else 'txt'}"
    data = file.read_bytes()
    at %= len(data)
    file.write_bytes(data[:at] + junk + data[at + len(junk) :] if len(junk) % 2 else data[:at])
    with contextlib.suppress(CaptureError):
        read_model(folder)


def test_a_wrong_line_is_named(tmp_path: Path, reconstruction) -> None:
    folder = written(reconstruction, tmp_path, "text")
    camera, image = next(iter(reconstruction.cameras.values())), next(iter(reconstruction.images.values()))
    for file, old, new, said in (
        ("cameras.txt", camera.model_name, "PERISCOPE", r"cameras.txt: line \d+: there is no camera model 'PERISCOPE'"),
        ("cameras.txt", f" {camera.width} ", " wide ", r"cameras.txt: line \d+: a number is expected in"),
        (
            "images.txt",
            image.name,
            f"../../{image.name}",
            r"images: name: '../../.*' leads out of the capture's folder",
        ),
    ):
        text = (folder / file).read_text()
        assert old in text
        (folder / file).write_text(text.replace(old, new))
        with pytest.raises(CaptureError, match=said):
            open_capture(tmp_path)
        (folder / file).write_text(text)


def test_poses_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "cameras.txt").write_text("1 PINHOLE 64 48 60 60 32 24\n")
    for pose, said in (
        ("0 0 0 0 0 0 0", "length 0"),
        ("nan 0 0 0 0 0 0", "not finite"),
        ("1 0 0 0 inf 0 0", "not finite"),
    ):
        (tmp_path / "images.txt").write_text(f"1 {pose} 1 a.png\n\n")
        with pytest.raises(
            CaptureError, match=rf"images.txt: a.png: its .*{said}|images.txt: a.png: its pose is {said}"
        ):
            open_capture(tmp_path)
    (tmp_path / "images.txt").write_text("1 1 0 0 0 0 0 0 9 a.png\n\n")
    with pytest.raises(CaptureError, match=r"a.png: its camera 9 is not in cameras.txt"):
        open_capture(tmp_path)
