"""Structure from motion of a corner of a room, seen by known cameras: what it finds is held against them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from scipy.spatial.transform import Rotation

from scenewright.scene.errors import CaptureError, JobCancelled
from scenewright.scene.jobs import Job
from scenewright.scene.splats.capture import open_capture
from scenewright.scene.splats.capture.gravity import level
from scenewright.scene.splats.capture.lens import Lens
from scenewright.scene.splats.capture.parts import NotSolved, PosesDoNotFit
from scenewright.scene.splats.capture.photographs import sequential_pairs
from scenewright.scene.splats.capture.preparing import prepare
from scenewright.scene.splats.capture.triangulation import triangulate
from scenewright.scene.splats.capture.video import not_blurred, sharp_frames, sharpness
from tests.support.asked_jobs import asking
from tests.support.capture_scenes import Corner, jpeg, look_at, opengl_pose

pytest.importorskip("pycolmap")

LENS = Lens.checked("PINHOLE", [336.0, 336.0, 160.0, 120.0], 320, 240, "lens")


@pytest.fixture(scope="module")
def pictures() -> list[np.ndarray]:
    corner = Corner()
    return [corner.picture(LENS, pose) for pose in Corner.poses(8)]


def photographs(folder: Path, pictures: list[np.ndarray]) -> Path:
    """JPEGs whose EXIF data tell the focal length, as a telephone's do."""
    folder.mkdir(parents=True, exist_ok=True)
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA405] = 38  # mm on 36 mm of film: 338 of 320 pixels
    for index, picture in enumerate(pictures):
        (folder / f"{index:02d}.jpg").write_bytes(jpeg(picture, exif=exif))
    return folder


def same_shape(found: np.ndarray, true: np.ndarray) -> float:
    """How far points are off those that they should be, after the best similarity, over the latter's spread."""
    a, b = found - found.mean(axis=0), true - true.mean(axis=0)
    turn, _ = Rotation.align_vectors(b, a)
    scale = np.sqrt((b**2).sum() / (a**2).sum())
    return float(np.abs(scale * turn.apply(a) - b).max() / np.linalg.norm(b, axis=1).max())


@pytest.mark.slow
def test_photographs_find_their_poses_once(tmp_path: Path, pictures: list[np.ndarray]) -> None:
    folder = photographs(tmp_path / "photos", pictures)
    with pytest.raises(NotSolved):
        open_capture(folder, compute=False)
    told: list[str] = []
    capture = open_capture(folder, job=Job(lambda _, doing: told.append(doing)))
    assert (capture.kind, capture.registered, capture.total) == ("photographs", 8, 8)
    assert any("pictures registered" in line for line in told)
    true = np.stack([-p[:3, :3].T @ p[:3, 3] for p in Corner.poses(8)])
    assert same_shape(capture.positions, true) < 0.03
    assert capture.photographs[0].lens.params[0] == pytest.approx(336, rel=0.04)
    assert len(capture.points) > 200
    # the floor is found, and what stands on it has its place: cameras 1.2 to 2 m up, if the camera height is told
    stood = level(capture, camera_height=float(np.median(true[:, 1])))
    assert stood.has_floor
    assert np.abs(stood.applied(capture).positions[:, 1] - true[:, 1]).max() < 0.15
    # the same again costs nothing, and a changed picture is another capture
    again = open_capture(folder, compute=False)
    assert np.array_equal(again.positions, capture.positions)
    (folder / "00.jpg").write_bytes(jpeg(pictures[0][:, ::-1].copy()))
    with pytest.raises(NotSolved):
        open_capture(folder, compute=False)
    assert not [p.name for p in capture.work.iterdir() if p.name.startswith("computing-")]


@pytest.mark.slow
def test_too_few_registered_is_an_error_with_names_and_advice(tmp_path: Path, pictures: list[np.ndarray]) -> None:
    strangers = [np.full((240, 320, 3), 20 * i, dtype=np.uint8) for i in range(7)]
    folder = photographs(tmp_path, pictures[:4] + strangers)
    with pytest.raises(CaptureError) as error:
        open_capture(folder)
    said = str(error.value)
    assert "of 11 photographs could be registered" in said
    assert "04.jpg" in said
    assert "10.jpg" in said
    assert "small steps" in said
    # asked for less, what was computed is used
    capture = open_capture(folder, least_registered=0.2, compute=False)
    assert capture.registered >= 3
    assert "10.jpg" in capture.unregistered
    assert "10.jpg" in capture.warnings[0]


@pytest.mark.slow
def test_known_poses_give_points_where_the_walls_are(tmp_path: Path, pictures: list[np.ndarray]) -> None:
    photographs(tmp_path / "images", pictures[:6])
    frames = [
        {"file_path": f"images/{i:02d}.jpg", "transform_matrix": opengl_pose(p)}
        for i, p in enumerate(Corner.poses(8)[:6])
    ]
    values = {"fl_x": 336, "fl_y": 336, "cx": 160, "cy": 120, "w": 320, "h": 240, "frames": frames}
    (tmp_path / "transforms.json").write_text(json.dumps(values))
    capture = open_capture(tmp_path)
    assert capture.points is None
    found = triangulate(capture)
    assert found.reprojection_error < 0.7
    assert found.agreement > 0.9
    points = found.capture.points
    assert len(points) > 300
    off = np.abs(points).min(axis=1)  # from the nearest of floor and walls
    assert np.median(off) < 0.01
    assert found.capture.point_colors.std() > 20
    assert level(found.capture).has_floor
    assert triangulate(capture).seconds < 2
    # poses that are not the pictures' own are told from those that are
    wrong = replace(
        capture,
        photographs=tuple(
            replace(p, camera_from_world=q.camera_from_world)
            for p, q in zip(capture.photographs, capture.photographs[::-1], strict=True)
        ),
    )
    with pytest.raises(PosesDoNotFit, match="the poses or lenses in its files do not fit its pictures"):
        prepare(wrong)
    trusted = prepare(wrong, trust_poses=True)
    assert "no features were compared" in trusted.no_points
    assert trusted.capture.points is None
    # and so are poses read with another tool's axes
    turned = tuple(
        replace(p, camera_from_world=np.diag([1, -1, -1, 1]) @ p.camera_from_world) for p in capture.photographs
    )
    with pytest.raises(PosesDoNotFit):
        triangulate(replace(capture, photographs=turned))


def test_a_cancelled_search_leaves_nothing(tmp_path: Path, pictures: list[np.ndarray]) -> None:
    folder = photographs(tmp_path, pictures[:4])
    heard: list[str] = []

    def progress(_: float, doing: str) -> None:
        if "features" in doing:  # the child has begun
            heard.append(doing)

    with pytest.raises(JobCancelled, match="structure from motion was cancelled"):
        open_capture(folder, job=asking(lambda: bool(heard), progress))
    assert len(heard) == 1
    assert not list((folder / ".scenewright-capture").iterdir())


def child_on(folder: Path, names: list[str], *, database: Path, out: Path) -> subprocess.Popen[bytes]:
    """The child of structure from motion on pictures of a folder, as its host starts it."""
    from scenewright.scene.splats.capture import sfm

    job = {
        "pictures": str(folder), "masks": "", "threads": 1, "seed": 0, "database": str(database), "out": str(out),
        "groups": [{"names": names, "model": "SIMPLE_RADIAL", "params": ""}], "pairs": "exhaustive", "poses": None, "features": 8192,
    }  # fmt: skip
    (out / "job.json").write_text(json.dumps(job))
    return subprocess.Popen(
        [sys.executable, "-P", str(sfm._CHILD), str(out / "job.json")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def test_a_child_without_pictures_says_so_and_ends_normally(tmp_path: Path) -> None:
    child = child_on(tmp_path, ["00.jpg"], database=tmp_path / "none" / "db.db", out=tmp_path)
    said = child.stdout.read().splitlines()  # standard input stays open meanwhile, as the host leaves it
    assert "error" in json.loads(said[-1])
    assert child.wait(timeout=10) == 0
    child.stdin.close()


def test_a_folder_may_be_named_from_where_one_stands(tmp_path: Path, pictures: list[np.ndarray], monkeypatch) -> None:
    photographs(tmp_path / "here" / "photos", pictures[:3])
    monkeypatch.chdir(tmp_path / "here")
    doing: set[str] = set()
    with suppress(CaptureError):  # that three may be too few is not asked here
        open_capture("photos", job=Job(lambda _, what: doing.add(what)))
    assert "looking for two pictures to begin with" in doing


def test_a_child_that_dies_is_an_error(tmp_path: Path, pictures: list[np.ndarray], monkeypatch) -> None:
    from scenewright.scene.splats.capture import sfm

    script = tmp_path / "dying.py"
    script.write_text(
        "import os, sys, signal\nprint('last words', file=sys.stderr, flush=True)\nos.kill(os.getpid(), signal.SIGSEGV)\n"
    )
    monkeypatch.setattr(sfm, "_CHILD", script)
    folder = photographs(tmp_path / "photos", pictures[:3])
    with pytest.raises(CaptureError, match=r"structure from motion died \(signal 11\); its log says: last words"):
        open_capture(folder)
    script.write_text('print(\'{"error": "no good"}\')')
    with pytest.raises(CaptureError, match="structure from motion failed: no good"):
        open_capture(folder)


def test_the_child_goes_when_its_host_does(tmp_path: Path, pictures: list[np.ndarray]) -> None:
    folder = photographs(tmp_path / "photos", pictures[:4])
    child = child_on(folder, [f"{i:02}.jpg" for i in range(4)], database=tmp_path / "db.db", out=tmp_path)
    assert b"keypoints" in child.stdout.readline()
    child.stdin.close()
    assert child.wait(timeout=2) == 1


@given(st.integers(2, 400))
def test_a_sequence_is_compared_with_neighbors_and_all_around(count: int) -> None:
    pairs = sequential_pairs(count)
    assert len(set(pairs)) == len(pairs)
    assert all(0 <= i < j < count for i, j in pairs)
    assert {(i, j) for i in range(count) for j in range(i + 1, min(i + 11, count))} <= set(pairs)
    # the last is compared with one of the first dozen, however long the walk is
    assert min(i for i, j in pairs if j >= count - max(10, -(-count // 40))) < 12
    assert len(pairs) <= 20 * count + 800


# -- video --------------------------------------------------------------------------------------------------------------


def video(file: Path, frames: list[np.ndarray], rate: int = 10) -> Path:
    imageio_ffmpeg = pytest.importorskip("imageio_ffmpeg")
    height, width = frames[0].shape[:2]
    writer = imageio_ffmpeg.write_frames(str(file), (width, height), fps=rate, quality=9, macro_block_size=4)
    writer.send(None)
    for frame in frames:
        writer.send(np.ascontiguousarray(frame))
    writer.close()
    return file


def test_the_sharpest_frame_of_each_window_is_kept(tmp_path: Path, pictures: list[np.ndarray]) -> None:
    from PIL import ImageFilter

    sharp, frames = [2, 4, 9, 13, 17, 23], []
    for index in range(24):
        picture = Image.fromarray(pictures[index % len(pictures)])
        frames.append(np.asarray(picture if index in sharp else picture.filter(ImageFilter.GaussianBlur(3))))
    file = video(tmp_path / "a.mp4", frames)
    found = sharp_frames(file, tmp_path / "frames", frames=6)
    assert [round(int(p.stem) / 100) for p in found] == sharp
    assert sharpness(frames[2]) > 5 * sharpness(frames[3])


def test_blurred_frames_of_a_short_video_are_left_out(tmp_path: Path, pictures: list[np.ndarray]) -> None:
    from PIL import ImageFilter

    frames = []
    for index in range(24):
        picture = Image.fromarray(pictures[index % len(pictures)])
        frames.append(np.asarray(picture if index % 3 == 1 else picture.filter(ImageFilter.GaussianBlur(3))))
    file = video(tmp_path / "a.mp4", frames)
    found = sharp_frames(file, tmp_path / "frames", frames=150)
    assert [round(int(p.stem) / 100) for p in found] == list(range(1, 24, 3))


@given(st.lists(st.floats(1.0, 1000.0), min_size=1, max_size=60))
def test_nothing_that_was_filmed_is_lost_altogether(sharp: list[float]) -> None:
    clear = not_blurred(sharp)
    assert all(any(clear[max(i - 2, 0) : i + 3]) for i in range(len(sharp)))
    assert clear[int(np.argmax(sharp))]
    assert all(not_blurred([s + 2000.0 for s in sharp]))  # none stands out


@pytest.mark.slow
def test_a_video_becomes_a_capture(tmp_path: Path) -> None:
    corner = Corner(seed=1)
    poses = [look_at((3.2 * np.cos(a), 1.5, 3.2 * np.sin(a)), (0.6, 0.7, 0.6)) for a in np.linspace(0.3, 1.2, 12)]
    file = video(tmp_path / "walk.mp4", [corner.picture(LENS, pose, oversample=1) for pose in poses])
    capture = open_capture(file, frames=5)
    assert (capture.kind, capture.root, capture.registered) == ("video", file, 5)
    assert len(capture.points) > 100
    heights = level(capture).applied(capture).positions[:, 1]
    assert np.ptp(heights) < 0.05 * np.median(heights)
    assert open_capture(tmp_path, frames=5, compute=False).registered == 5  # a folder with one video


def test_a_video_that_was_turned_is_seen_upright(tmp_path: Path, capfd) -> None:
    imageio_ffmpeg = pytest.importorskip("imageio_ffmpeg")
    wide = np.zeros((48, 64, 3), dtype=np.uint8)
    wide[:24, :32] = 255
    stored = video(tmp_path / "stored.mp4", [np.rot90(wide)] * 20)
    turned = tmp_path / "turned.mov"
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(),
        "-v",
        "error",
        "-display_rotation",
        "-90",
        "-i",
        stored,
        "-c",
        "copy",
        turned,
    ]
    subprocess.run(command, check=True)
    with pytest.raises(NotSolved) as told:
        open_capture(turned, compute=False)
    assert (told.value.sizes, told.value.seconds) == ({(64, 48): 20}, 2.0)
    (first, *_) = sharp_frames(turned, tmp_path / "frames", frames=3)
    pixels = np.asarray(Image.open(first), dtype=int)[..., 0]
    assert pixels.shape == (48, 64)
    assert [pixels[y, x] > 128 for y in (8, 40) for x in (8, 56)] == [True, False, False, False]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("data", [b"", b"not a video" * 100, b"#EXTM3U\n#EXTINF:1,\n/etc/passwd\n"])
def test_a_video_that_is_none_is_refused(tmp_path: Path, data: bytes) -> None:
    pytest.importorskip("imageio_ffmpeg")
    (tmp_path / "a.mp4").write_bytes(data)
    with pytest.raises(CaptureError, match=r"a.mp4: "):
        open_capture(tmp_path / "a.mp4")
    assert not list(tmp_path.glob(".scenewright-capture/*"))


# -- the fox ------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif("SCENEWRIGHT_DATA" not in os.environ, reason="SCENEWRIGHT_DATA is not set")
def test_the_foxs_poses_fit_its_pictures(tmp_path: Path) -> None:
    """End to end over the conventions of pose, lens and pixel: were one wrong, nothing would fit."""
    capture = open_capture(Path(os.environ["SCENEWRIGHT_DATA"]) / "fox", work=tmp_path)
    few = replace(capture, photographs=capture.photographs[:4])
    found = triangulate(few, features=1024)
    assert len(found.capture.points) > 200
    assert found.reprojection_error < 1.5
    assert found.agreement > 0.9
