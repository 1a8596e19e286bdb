"""transforms.json of nerfstudio and instant-ngp, and Blender's: what is read, and what is refused with file and field."""

from __future__ import annotations

import contextlib
import json
import math
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from scenewright.scene.errors import CaptureError
from scenewright.scene.splats.capture import open_capture, split_holdout
from tests.support.capture_scenes import opengl_pose, ring, write_transforms

FOX = Path(os.environ.get("SCENEWRIGHT_DATA", ".")) / "fox"
needs_fox = pytest.mark.skipif("SCENEWRIGHT_DATA" not in os.environ, reason="SCENEWRIGHT_DATA is not set")


def changed(folder: Path, change) -> Path:
    """A capture whose transforms.json has been changed by a function."""
    file = write_transforms(folder, ring(4))
    values = json.loads(file.read_text())
    change(values)
    file.write_text(json.dumps(values))
    return folder


def test_a_pose_looks_where_its_camera_looks(tmp_path: Path) -> None:
    poses = ring(5)
    write_transforms(tmp_path, poses)
    capture = open_capture(tmp_path)
    assert (capture.kind, capture.registered, capture.total, capture.warnings) == ("transforms", 5, 5, ())
    for photograph, pose in zip(capture.photographs, poses, strict=True):
        assert np.allclose(photograph.camera_from_world, pose, atol=1e-12)
        # the thing that the ring looks at is in front of the camera and in the middle of the picture
        target = pose @ [0, 0.5, 0, 1]
        assert target[2] > 0
        assert np.allclose(photograph.lens.project(target[None, :3]), [[32, 24]])
        # up in the world is up in the picture: a smaller y
        assert photograph.lens.project((pose @ [0, 0.6, 0, 1])[None, :3])[0, 1] < 24
    eyes = np.stack([v.camera.positions[0].numpy() for v in capture.views()])
    assert np.allclose(eyes, capture.positions, atol=1e-5)


def test_each_frame_may_have_its_own_lens_and_size(tmp_path: Path) -> None:
    def change(values: dict) -> None:
        values["frames"][1] |= {"fl_x": 90.0, "fl_y": 91.0, "w": 32, "h": 40, "cx": 15.0, "cy": 21.0, "k1": 0.01}
        Image.fromarray(np.zeros((40, 32, 3), dtype=np.uint8)).save(tmp_path / "images/001.png")

    views = open_capture(changed(tmp_path, change)).views()
    assert [(v.camera.width, v.camera.height) for v in views] == [(64, 48), (32, 40), (64, 48), (64, 48)]
    assert float(views[0].camera.intrinsics[0, 0, 0]) == 60.0
    assert float(views[1].camera.intrinsics[0, 0, 0]) == pytest.approx(90.0, rel=0.02)


@pytest.mark.parametrize(
    ("fields", "model", "params"),
    [
        ({"k1": 0.1, "k2": -0.2, "p1": 0.01, "p2": 0.02}, "OPENCV", (60, 61, 32, 24, 0.1, -0.2, 0.01, 0.02)),
        ({"k1": 0.1, "k3": 0.3}, "FULL_OPENCV", (60, 61, 32, 24, 0.1, 0, 0, 0, 0.3, 0, 0, 0)),
        ({"camera_model": "OPENCV_FISHEYE", "k1": 0.1, "k2": 0.2, "k3": 0.3, "k4": 0.4}, "OPENCV_FISHEYE", (60, 61, 32, 24, 0.1, 0.2, 0.3, 0.4)),
        ({"is_fisheye": True, "k1": 0.1}, "OPENCV_FISHEYE", (60, 61, 32, 24, 0.1, 0, 0, 0)),
        ({"k1": 0.0, "k2": 0.0}, "PINHOLE", (60, 61, 32, 24)),
        ({"camera_model": "PINHOLE", "cx": None, "cy": None}, "PINHOLE", (60, 61, 32, 24)),
        ({"fl_x": None, "fl_y": None, "camera_angle_x": math.pi / 2}, "PINHOLE", (32, 32, 32, 24)),
        ({"fl_x": None, "fl_y": None, "camera_angle_x": math.pi / 2, "camera_angle_y": math.pi / 2}, "PINHOLE", (32, 24, 32, 24)),
        ({"fl_y": None}, "PINHOLE", (60, 60, 32, 24)),
    ],
)  # fmt: skip
def test_intrinsics_in_all_their_spellings(tmp_path: Path, fields: dict, model: str, params: tuple) -> None:
    write_transforms(tmp_path, ring(3), **fields)
    lens = open_capture(tmp_path).photographs[0].lens
    assert lens.model == model
    assert lens.params == pytest.approx(params)


def test_a_frames_angle_of_view_beats_the_files_focal_length(tmp_path: Path) -> None:
    file = write_transforms(tmp_path, ring(2))
    values = json.loads(file.read_text())
    values["frames"][1]["camera_angle_x"] = np.pi / 2
    file.write_text(json.dumps(values))
    lenses = [p.lens.params[:2] for p in open_capture(tmp_path).photographs]
    assert lenses == [(60.0, 61.0), (pytest.approx(32.0), pytest.approx(32.0))]


def test_nothing_of_the_tools_own_boxes_moves_the_world(tmp_path: Path) -> None:
    poses = ring(3)
    other = [[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, -1, 0]]
    write_transforms(tmp_path, poses, aabb_scale=16, scale=0.33, offset=[0.5, 0.5, 0.5], applied_transform=other)
    assert np.allclose(open_capture(tmp_path).photographs[1].camera_from_world, poses[1])


def test_smaller_pictures_get_smaller_intrinsics_and_a_warning(tmp_path: Path) -> None:
    write_transforms(tmp_path, ring(3), w=128, h=96, fl_x=120.0, fl_y=122.0, cx=70.0, cy=48.0)
    capture = open_capture(tmp_path)
    assert capture.photographs[0].lens.params == pytest.approx((60, 61, 35, 24))
    assert "scaled from 128x96 to 64x48" in capture.warnings[0]


def test_a_picture_of_another_shape_is_refused_with_both_sizes(tmp_path: Path) -> None:
    write_transforms(tmp_path, ring(3))
    Image.fromarray(np.zeros((48, 48, 3), dtype=np.uint8)).save(tmp_path / "images/002.png")
    with pytest.raises(CaptureError, match=r"transforms.json: w: the intrinsics are for 64x48, and .*002.png is 48x48"):
        open_capture(tmp_path)


def test_missing_pictures_are_named_and_survived(tmp_path: Path) -> None:
    write_transforms(tmp_path, ring(6))
    (tmp_path / "images/001.png").unlink()
    (tmp_path / "images/004.png").unlink()
    capture = open_capture(tmp_path)
    assert (capture.registered, capture.total) == (4, 6)
    assert capture.unregistered == ("images/001.png", "images/004.png")
    assert capture.warnings == ("2 of 6 listed pictures are missing and are left out: images/001.png, images/004.png",)
    assert [v.name for v in capture.views()] == ["images/000.png", "images/002.png", "images/003.png", "images/005.png"]


def test_masks_points_and_splits(tmp_path: Path) -> None:
    def change(values: dict) -> None:
        (tmp_path / "masks").mkdir()
        black = np.full((48, 64), 255, dtype=np.uint8)
        black[:, :32] = 0
        Image.fromarray(black).save(tmp_path / "masks/2.png")
        values["frames"][2]["mask_path"] = "masks/2.png"
        values["ply_file_path"] = "sparse.ply"
        values["test_filenames"] = ["./images/001.png"]
        values["train_filenames"] = [f"images/00{i}.png" for i in (0, 2, 3)]
        (tmp_path / "sparse.ply").write_text(
            "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\nproperty uchar red\n"
            "property uchar green\nproperty uchar blue\nend_header\n0 1 2 255 0 0\n3 4 5 0 255 0\nnan 0 0 1 2 3\n"
        )

    capture = open_capture(changed(tmp_path, change))
    assert capture.points is not None
    assert capture.points.tolist() == [[0, 1, 2], [3, 4, 5]]
    assert capture.point_colors.tolist() == [[255, 0, 0], [0, 255, 0]]
    views = capture.views()
    assert views[0].mask is None
    assert views[2].mask[:, 32:].all()
    assert not views[2].mask[:, :32].any()
    trained, held = split_holdout(views)
    assert [v.name for v in held] == ["images/001.png"]
    assert [v.name for v in trained] == ["images/000.png", "images/002.png", "images/003.png"]


def test_blenders_scenes_keep_alpha_splits_and_suffixes(tmp_path: Path) -> None:
    for split, count in (("train", 3), ("val", 1), ("test", 2)):
        (tmp_path / split).mkdir()
        frames = []
        for index, pose in enumerate(ring(count)):
            pixels = np.zeros((40, 40, 4), dtype=np.uint8)
            pixels[10:30, 10:30] = [200, 100, 50, 255]
            pixels[10:30, 30:32] = [200, 100, 50, 128]
            Image.fromarray(pixels).save(tmp_path / split / f"r_{index}.png")
            frames.append(
                {"file_path": f"./{split}/r_{index}", "rotation": 0.01, "transform_matrix": opengl_pose(pose)}
            )
        values = {"camera_angle_x": 0.6911112070083618, "frames": frames}
        (tmp_path / f"transforms_{split}.json").write_text(json.dumps(values))
    capture = open_capture(tmp_path)
    assert (capture.kind, capture.registered) == ("blender", 6)
    lens = capture.photographs[0].lens
    assert lens.params == pytest.approx((20 / math.tan(0.6911112070083618 / 2),) * 2 + (20, 20))
    views = capture.views(downscale=2)
    assert [v.name for v in views] == [
        "train/r_0.png",
        "train/r_1.png",
        "train/r_2.png",
        "val/r_0.png",
        "test/r_0.png",
        "test/r_1.png",
    ]
    assert views[0].alpha is not None
    assert views[0].alpha[10, 10] == 255
    assert views[0].alpha[10, 15] == 128
    assert views[0].alpha[0, 0] == 0
    assert np.abs(views[0].image[10, 15].astype(int) - [200, 100, 50]).max() <= 1  # not premultiplied
    trained, held = split_holdout(views)
    assert [v.split for v in trained] == ["train"] * 3
    assert [v.split for v in held] == ["test"] * 2


def mangled(values: dict, *path, to) -> None:
    for key in path[:-1]:
        values = values[key]
    if to is None:
        del values[path[-1]]
    else:
        values[path[-1]] = to


NAN = [[1, 0, 0, 0], [0, 1, 0, float("nan")], [0, 0, 1, 0], [0, 0, 0, 1]]
STRETCHED = [[2, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]
MIRRORED = [[-1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]


@pytest.mark.parametrize(
    ("path", "to", "said"),
    [
        (("frames", 2, "transform_matrix"), None, r"frames\[2\].transform_matrix is missing"),
        (("frames", 2, "transform_matrix"), NAN, r"frames\[2\].transform_matrix: a pose must be finite"),
        (("frames", 0, "transform_matrix"), STRETCHED, r"frames\[0\].transform_matrix: a pose must be rigid"),
        (("frames", 0, "transform_matrix"), MIRRORED, r"frames\[0\].transform_matrix: a pose must not mirror"),
        (("frames", 1, "transform_matrix"), [[1, 2], [3]], r"frames\[1\].transform_matrix: a pose is a 4 x 4 matrix"),
        (("frames", 1, "transform_matrix"), "none", r"frames\[1\].transform_matrix: a pose is a 4 x 4 matrix"),
        (("frames", 1, "transform_matrix"), [[0] * 4] * 4, r"frames\[1\].transform_matrix: the last row"),
        (("frames", 1, "file_path"), None, r"frames\[1\].file_path is missing"),
        (("frames", 1, "file_path"), 7, r"frames\[1\].file_path must be text, not 7"),
        (("frames", 1, "file_path"), "../../etc/passwd", r"frames\[1\].file_path: '../../etc/passwd' leads out"),
        (("frames", 1, "file_path"), "/etc/passwd", r"frames\[1\].file_path: '/etc/passwd' leads out"),
        (("frames", 1, "file_path"), "images/../../x.png", r"frames\[1\].file_path: 'images/../../x.png' leads out"),
        (("frames", 1, "file_path"), "images/000.png", r"frames\[1\].file_path: images/000.png is listed twice"),
        (("frames", 1, "mask_path"), "../mask.png", r"frames\[1\].mask_path: '../mask.png' leads out"),
        (("frames", 1, "mask_path"), "mask.png", r"frames\[1\].mask_path: there is no mask.png"),
        (("frames",), [], r"frames is empty"),
        (("frames",), None, r"frames must be a list, and it is missing"),
        (("frames",), {"a": 1}, r"frames must be a list"),
        (("frames", 1), 3, r"frames\[1\] must be an object, not 3"),
        (("fl_x",), 0.0, r"fl_x: a focal length must be positive"),
        (("fl_x",), "wide", r"fl_x must be a number, not 'wide'"),
        (("fl_x",), float("inf"), r"fl_x must be finite"),
        (("fl_x",), 10**400, r"fl_x must be finite"),
        (("fl_x",), True, r"fl_x must be a number, not True"),
        (("w",), 1e12, r"w: a picture cannot have"),
        (("w",), 10.5, r"w: a picture cannot have 10.5x48"),
        (("k4",), 0.1, r"k4: a fourth radial coefficient belongs to OPENCV_FISHEYE"),
        (("camera_model",), "FISHEYE624", r"camera_model: the lens 'FISHEYE624' is not known"),
        (("ftheta_p0",), 0.5, r"ftheta_p0: this kind of lens is not known"),
        (("ply_file_path",), "../points.ply", r"ply_file_path: '../points.ply' leads out"),
        (("test_filenames",), [1], r"test_filenames must be a list of texts"),
    ],
)  # fmt: skip
def test_bad_input_is_refused_with_file_and_field(tmp_path: Path, path: tuple, to, said: str) -> None:
    changed(tmp_path, lambda values: mangled(values, *path, to=to))
    with pytest.raises(CaptureError, match=r"transforms\.json: " + said):
        open_capture(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "[" * 100_000, '{"frames": 1e999999}', "\x00", "7" * 5000])
def test_a_file_that_is_no_json_object_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "transforms.json").write_text(text)
    with pytest.raises(CaptureError, match=r"transforms.json"):
        open_capture(tmp_path)


def test_one_picture_is_no_capture(tmp_path: Path) -> None:
    write_transforms(tmp_path, ring(1))
    with pytest.raises(CaptureError, match="only one of its pictures is there, and a capture needs two at least"):
        open_capture(tmp_path)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 3000))
def test_damage_is_an_error_and_nothing_else(tmp_path_factory, junk: bytes, at: int) -> None:
    folder = tmp_path_factory.mktemp("damaged", numbered=True)
    file = write_transforms(folder, ring(2), size=(8, 6))
    data = file.read_bytes()
    file.write_bytes(data[: at % len(data)] + junk + data[at % len(data) + len(junk) :])
    with contextlib.suppress(CaptureError):
        open_capture(folder)


@needs_fox
def test_the_fox_has_fifty_of_its_sixty_seven_pictures(tmp_path: Path) -> None:
    capture = open_capture(FOX, work=tmp_path)
    assert (capture.registered, capture.total, len(capture.unregistered)) == (50, 67, 17)
    assert "images/0005.jpg" in capture.warnings[0]
    assert capture.photographs[0].lens.model == "OPENCV"
    few = type(capture)(**{**vars(capture), "photographs": tuple(p for p in capture.photographs if "003" in p.name)})
    views = few.views(longest=480)
    assert {(v.camera.width, v.camera.height) for v in views} == {(270, 480)}
    trained, held = split_holdout(views, names=["0030.jpg"])
    assert [v.name for v in held] == ["images/0030.jpg"]
    assert len(trained) == len(views) - 1
    with pytest.raises(CaptureError, match=r"no view '0005.jpg' to hold out"):
        split_holdout(views, names=["0005.jpg"])
