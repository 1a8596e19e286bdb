"""``scenewright splat``: info, convert and view, as people run them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from typer.testing import CliRunner, Result

from scenewright.app.cli import app
from scenewright.app.turntables import Turntable, dense_part, fitted_cameras, framed
from scenewright.scene.errors import SplatError
from scenewright.scene.splats import Gaussians
from scenewright.scene.splats.capture import open_capture
from scenewright.scene.splats.formats import read_gaussians, write_gaussians
from tests.support.capture_scenes import ring, write_transforms
from tests.support.locations import REPOSITORY
from tests.support.splat_cases import covariance_distance, random_gaussians

runner = CliRunner()


def splat(*arguments: object) -> Result:
    return runner.invoke(app, ["splat", *map(str, arguments)])


def answer(*arguments: object) -> dict[str, Any]:
    result = splat(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    write_gaussians(random_gaussians(400, 2, entities=True), tmp_path / "in.ply")
    return tmp_path / "in.ply"


def test_info_tells_what_is_in_a_file(file: Path) -> None:
    told = answer("info", file)
    gaussians = read_gaussians(file)
    assert (told["format"], told["gaussians"], told["degree"]) == ("ply", 400, 2)
    assert told["bytes"] == file.stat().st_size
    ids = gaussians.entity_ids.numpy()
    assert told["entities"] == sorted(set(ids[ids >= 0].tolist()))
    assert told["without_entity"] == int((ids < 0).sum())
    np.testing.assert_allclose(told["bounds"], gaussians.bounds)
    assert told["opacity"]["p50"] == pytest.approx(float(np.median(gaussians.opacities)), rel=1e-5)
    assert told["scale"]["p1"] <= told["scale"]["p50"] <= told["scale"]["p99"]
    text = splat("info", file).stdout
    assert "400 Gaussians of degree 2" in text
    assert "INRIA PLY" in text


def test_convert_writes_the_format_of_the_suffix(file: Path, tmp_path: Path) -> None:
    for suffix in (".compressed.ply", ".splat", ".spz", ".sog", ".glb"):
        told = answer("convert", file, tmp_path / f"out{suffix}")
        assert told["gaussians"] == 400
        assert answer("info", tmp_path / f"out{suffix}")["gaussians"] == 400
        assert any("entity ids" in note for note in told["notes"]) == (suffix != ".glb")
    result = splat("convert", file, tmp_path / "out.spz")
    assert "warning: Niantic SPZ holds no entity ids" in result.stderr
    assert answer("info", tmp_path / "out.glb")["entities"] == answer("info", file)["entities"]


def test_convert_changes_on_the_way(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.ply"
    before = read_gaussians(file)
    told = answer(
        *("convert", file, out, "--crop=-1,-1,-1,1,1,1", "--min-opacity", "0.3", "--degree", "1"),
        *("--scale", "2", "--turn", "0,90,0", "--move=1,0,-4"),
    )
    kept = before.crop([[-1] * 3, [1] * 3])
    kept = kept.select(kept.opacities >= 0.3)
    assert told["gaussians"] == len(kept) < 400
    after = read_gaussians(out)
    assert after.degree == 1
    x, y, z = kept.means.T
    assert torch.allclose(after.means, torch.stack([2 * z + 1, 2 * y, -2 * x - 4], dim=1), atol=1e-5)
    matrix = np.array([[0, 0, 2, 1], [0, 2, 0, 0], [-2, 0, 0, -4], [0, 0, 0, 1.0]])
    moved = kept.transformed(matrix)
    assert covariance_distance(moved, after) < 1e-5
    assert torch.allclose(after.sh, moved.with_degree(1).sh, atol=1e-5)
    assert answer("convert", file, out, "--no-sh")["degree"] == 0


def test_convert_leaves_out_what_is_invalid_only_when_asked(tmp_path: Path) -> None:
    good = random_gaussians(10)
    write_gaussians(good, tmp_path / "x.ply")
    data = bytearray((tmp_path / "x.ply").read_bytes())
    data[-68 * 3 : -68 * 3 + 4] = np.float32(np.nan).tobytes()
    (tmp_path / "x.ply").write_bytes(data)
    result = splat("convert", tmp_path / "x.ply", tmp_path / "y.ply", "--json")
    assert result.exit_code == 18
    error = json.loads(result.stdout)["error"]
    assert error["class"] == "SplatError"
    assert "x.ply: 1 of 10 Gaussians are invalid" in error["message"]
    assert "first: row 7" in error["message"]
    assert not (tmp_path / "y.ply").exists()
    assert answer("convert", tmp_path / "x.ply", tmp_path / "y.ply", "--drop-invalid")["gaussians"] == 9


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["out.xyz"], "ends with no splat format"),
        (["out.ksplat"], "only read"),
        (["gone/out.ply"], "is not there"),
        (["out.ply", "--crop", "1,2,3"], "--crop takes 6 numbers"),
        (["out.ply", "--crop", "1,1,1,0,0,0"], "least corner first"),
        (["out.ply", "--turn", "a,b,c"], "--turn takes 3 numbers"),
        (["out.ply", "--scale", "0"], "--scale must be more than 0"),
    ],
)
def test_convert_says_what_is_wrong(file: Path, tmp_path: Path, arguments: list[str], message: str) -> None:
    result = splat("convert", file, tmp_path / arguments[0], *arguments[1:])
    assert result.exit_code in (2, 18)
    assert message in result.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.ply"]


def colored_axes() -> Gaussians:
    """A red ball on +x, a green one on -y (up, as trained), a blue one on +z, and a white one in the middle."""
    means = np.array([[1.0, 0, 0], [0, -1, 0], [0, 0, 1], [0, 0, 0]])
    rgb = np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1]])
    sh = ((rgb - 0.5) / 0.28209479177387814)[:, None]
    return Gaussians.of_numpy(means, [[1, 0, 0, 0]] * 4, np.full((4, 3), np.log(0.1)), np.full(4, 8.0), sh)


def test_view_draws_from_fitted_cameras(tmp_path: Path) -> None:
    write_gaussians(colored_axes(), tmp_path / "x.ply")
    told = answer(
        *("view", tmp_path / "x.ply", "-o", tmp_path / "x.png", "--views", "2", "--width", "96", "--height", "64"),
        *("--background", "0,0,0", "--elevation", "0"),
    )
    assert (told["views"], told["width"], told["height"]) == (2, 192, 64)
    pixels = np.asarray(Image.open(tmp_path / "x.png")).astype(int)
    assert pixels.shape == (64, 192, 3)
    for first in (0, 96):
        part = pixels[:, first : first + 96]
        for channel in range(3):
            others = [c for c in range(3) if c != channel]
            assert ((part[..., channel] > 150) & (part[..., others].max(axis=-1) < 60)).any() or channel != 1
        green = np.argwhere((part[..., 1] > 150) & (part[..., [0, 2]].max(axis=-1) < 60))
        white = np.argwhere(part.min(axis=-1) > 150)
        assert green[:, 0].mean() < white[:, 0].mean() - 5  # -y is up
        assert part[0].max() == part[-1].max() == 0  # and all of it is inside


def cloud(*parts: np.ndarray) -> Gaussians:
    """Small opaque Gaussians at points."""
    means = np.concatenate(parts)
    n = len(means)
    return Gaussians.of_numpy(
        means, [[1, 0, 0, 0]] * n, np.full((n, 3), np.log(0.02)), np.full(n, 8.0), np.zeros((n, 1, 3))
    )


@pytest.mark.parametrize("share", [0.0, 0.02, 0.2, 0.4])
def test_what_floats_far_around_does_not_shrink_a_view(share: float) -> None:
    random = np.random.default_rng(3)
    room = random.uniform((-2, -1.2, -3), (2, 1.2, 3), (4_000, 3))
    far = random.normal(size=(int(4_000 * share), 3))
    far *= random.uniform(30.0, 300.0, (len(far), 1)) / np.linalg.norm(far, axis=1, keepdims=True)
    middle, radius = framed(cloud(room, far))
    assert np.abs(middle).max() < 0.3
    assert 3.5 < radius < 4.3, "half the diagonal of the room is 3.8"


@pytest.mark.parametrize("size", [(1, 1, 1), (1, 1, 8), (6, 0.01, 6)])
def test_a_filled_box_is_dense_as_a_whole(size: tuple[float, float, float]) -> None:
    points = np.random.default_rng(0).uniform(-0.5, 0.5, (5_000, 3)) * size
    assert dense_part(points).all()
    assert dense_part(np.zeros((5, 3))).all()


def test_view_draws_from_an_eye_and_from_photographs(tmp_path: Path) -> None:
    write_gaussians(colored_axes(), tmp_path / "x.ply")
    size = ("--width", "96", "--height", "96", "--background", "0,0,0")
    told = answer("view", tmp_path / "x.ply", "-o", tmp_path / "eye.png", *size, "--eye", 5, 0, 0, "--target", 0, 0, 0)
    np.testing.assert_allclose(told["eyes"], [[5.0, 0.0, 0.0]], atol=1e-5)
    pixels = np.asarray(Image.open(tmp_path / "eye.png")).astype(int)
    middle = pixels[44:52, 44:52].reshape(-1, 3).mean(axis=0)
    assert middle[0] > 100 > 2 * middle[1], "the red ball on +x is in front of the others"

    (tmp_path / "capture" / "images").mkdir(parents=True)
    write_transforms(tmp_path / "capture", ring(5))
    told = answer(
        *("view", tmp_path / "x.ply", "-o", tmp_path / "photographs.png", *size),
        *("--views", "3", "--capture", tmp_path / "capture", "--as-captured"),
    )
    assert len(told["photographs"]) == 3
    capture = open_capture(tmp_path / "capture", compute=False)
    poses = {p.name: np.linalg.inv(p.camera_from_world)[:3, 3] for p in capture.photographs}
    for name, eye in zip(told["photographs"], told["eyes"], strict=True):
        np.testing.assert_allclose(eye, poses[name], atol=1e-4)


def test_view_refuses_two_viewpoints(tmp_path: Path) -> None:
    write_gaussians(colored_axes(), tmp_path / "x.ply")
    for arguments, said in (
        (["--eye", "1", "0", "0", "--capture", tmp_path], "give one"),
        (["--target", "1", "0", "0"], "--target belongs to --eye"),
        (["--eye", "1", "0", "0", "--target", "1", "0", "0"], "same point"),
        (["--eye", "1", "0", "0", "--views", "2"], "one view"),
        (["--work", tmp_path], "belong to a --capture"),
        (["--eye", "1", "0", "0", "--zoom", "2"], "--zoom is of views around"),
    ):
        result = splat("view", tmp_path / "x.ply", "-o", tmp_path / "x.png", *arguments)
        assert result.exit_code == 2
        assert said in result.stderr
    assert not (tmp_path / "x.png").exists()


@pytest.mark.parametrize("up", ["x", "y", "z", "-x", "-y", "-z"])
def test_fitted_cameras_have_their_up_axis_up(up: str) -> None:
    turntable = Turntable(views=3, up=up, elevation=20.0, width=320, height=200)
    gaussians = colored_axes()
    cameras = fitted_cameras(gaussians, turntable)
    axis = np.zeros(3)
    axis["xyz".index(up[-1])] = -1.0 if up.startswith("-") else 1.0
    for view in cameras.camera_from_world.numpy():
        assert view[1, :3] @ axis < -0.9  # y of the camera points down
    corners = torch.cat([gaussians.means, torch.ones(4, 1)], dim=1)
    seen = torch.einsum(
        "cij,cnj->cni", cameras.intrinsics, (corners @ cameras.camera_from_world.transpose(1, 2))[..., :3]
    )
    pixels = seen[..., :2] / seen[..., 2:]
    assert bool((seen[..., 2] > 0).all())
    assert bool(((pixels >= 0) & (pixels <= torch.tensor([320.0, 200.0]))).all())
    assert len({tuple(np.round(p, 4)) for p in cameras.positions.numpy()}) == 3


def test_view_says_what_is_wrong(file: Path, tmp_path: Path) -> None:
    for arguments, message in (
        (["-o", tmp_path / "x.jpg"], "--out is a picture: give it a name that ends with .png"),
        (["-o", tmp_path / "no" / "x.png"], "there is no folder"),
        (["-o", tmp_path / "x.png", "--up", "w"], "--up is x, y, z"),
        (["-o", tmp_path / "x.png", "--background", "white"], "--background takes 3 numbers"),
    ):
        result = splat("view", file, *arguments)
        assert result.exit_code == 2
        assert message in result.stderr
    faint = random_gaussians(5)
    write_gaussians(
        faint.__class__(**{**vars(faint), "logit_opacities": torch.full((5,), -9.0)}), tmp_path / "faint.ply"
    )
    result = splat("view", tmp_path / "faint.ply", "-o", tmp_path / "x.png")
    assert result.exit_code == 18
    assert "nothing to draw" in result.stderr


def test_help_stays_cheap() -> None:
    import subprocess
    import sys

    code = "import sys; from scenewright.app.cli import app; assert not {'torch', 'numba', 'numpy'} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY).returncode == 0


def test_convert_merges_several_files(file: Path, tmp_path: Path) -> None:
    write_gaussians(random_gaussians(50, 1, seed=3), tmp_path / "other.splat")
    told = answer("convert", file, tmp_path / "other.splat", tmp_path / "out.ply")
    assert (told["read"], told["gaussians"], told["degree"]) == (450, 450, 2)
    both = read_gaussians(tmp_path / "out.ply")
    assert torch.equal(both.means[:400], read_gaussians(file).means)
    assert torch.equal(both.means[400:], read_gaussians(tmp_path / "other.splat").means)
    result = splat("convert", file)
    assert result.exit_code == 2
    assert "the file to write" in result.output


def test_convert_leaves_out_by_place_size_and_entity(file: Path, tmp_path: Path) -> None:
    before, out = read_gaussians(file), tmp_path / "out.ply"
    distance = (before.means - torch.tensor([0.1, 0.0, -0.2])).norm(dim=1)
    box = ((before.means >= -0.5) & (before.means <= 0.5)).all(dim=1)
    for arguments, kept in (
        (("--crop-sphere", "0.1,0,-0.2,0.4"), distance <= 0.4),
        (("--crop-sphere", "0.1,0,-0.2,0.4", "--outside"), distance > 0.4),
        (("--crop=-0.5,-0.5,-0.5,0.5,0.5,0.5", "--crop-sphere", "0.1,0,-0.2,0.4"), box & (distance <= 0.4)),
        (("--max-size", "0.3"), before.scales.amax(dim=1) <= 0.3),
        (("--entities", "3,7"), torch.isin(before.entity_ids, torch.tensor([3, 7]))),
    ):
        answer("convert", file, out, *arguments)
        assert 0 < int(kept.sum()) < 400
        assert torch.equal(read_gaussians(out).means, before.means[kept]), arguments


@pytest.mark.parametrize(("asked", "left"), [("40", 40), ("25%", 100), ("1000", 400)])
def test_convert_thins_out(file: Path, tmp_path: Path, asked: str, left: int) -> None:
    told = answer("convert", file, tmp_path / "out.ply", "--decimate", asked)
    assert (told["read"], told["gaussians"]) == (400, left)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--decimate", "0"), "--decimate takes a number"),
        (("--decimate", "120%"), "--decimate takes a number"),
        (("--crop-sphere", "1,2,3"), "--crop-sphere takes 4 numbers"),
        (("--crop-sphere", "1,2,3,0"), "a radius of more than 0"),
        (("--outside",), "neither is given"),
        (("--entities", "desk"), "--entities takes whole numbers"),
        (("--max-size", "0"), "--max-size must be more than 0"),
    ],
)
def test_options_of_convert_are_held_against_each_other(
    tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    """Before a file is opened: this one is not there."""
    result = splat("convert", tmp_path / "gone.ply", tmp_path / "out.ply", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize("suffix", [".spz", ".sog"])
def test_training_with_antialiasing_is_told_on(file: Path, tmp_path: Path, suffix: str) -> None:
    write_gaussians(read_gaussians(file), tmp_path / "smooth.spz")
    raw = bytearray(gzip.decompress((tmp_path / "smooth.spz").read_bytes()))
    raw[14] |= 1
    (tmp_path / "smooth.spz").write_bytes(raw)
    answer("convert", tmp_path / "smooth.spz", tmp_path / f"out{suffix}")
    assert answer("info", tmp_path / f"out{suffix}")["details"]["antialiased"] is True
    assert "antialiased" in splat("info", tmp_path / f"out{suffix}").stdout
    assert any(
        "antialiasing" in note for note in answer("convert", tmp_path / "smooth.spz", tmp_path / "out.ply")["notes"]
    )
    mixed = answer("convert", tmp_path / "smooth.spz", file, tmp_path / f"mixed{suffix}")
    assert any("some of the files" in note for note in mixed["notes"])
    assert not answer("info", tmp_path / f"mixed{suffix}")["details"].get("antialiased")


def test_view_turns_up_what_the_file_says_is_up(file: Path, tmp_path: Path) -> None:
    data = file.read_bytes().replace(b"comment Generated by Scenewright", b"comment Vertical Axis: z")
    (tmp_path / "z.ply").write_bytes(data)
    small = ("--width", "16", "--height", "16")
    assert answer("view", file, "-o", tmp_path / "a.png", *small)["up"] == "-y"
    assert answer("view", tmp_path / "z.ply", "-o", tmp_path / "a.png", *small)["up"] == "z"
    assert answer("view", tmp_path / "z.ply", "-o", tmp_path / "a.png", "--up", "x", *small)["up"] == "x"


def test_a_conversion_that_fails_leaves_nothing(file: Path, tmp_path: Path) -> None:
    (tmp_path / "out.spz").write_bytes(b"as it was")
    far = read_gaussians(file)
    far.means[0, 0] = 1e9
    write_gaussians(far, tmp_path / "far.ply")
    folder = sorted(p.name for p in tmp_path.iterdir())
    for source in ("far.ply", "gone.ply"):
        assert splat("convert", tmp_path / source, tmp_path / "out.spz").exit_code == SplatError.exit_code
        assert splat("convert", tmp_path / source, tmp_path / "gone" / "meta.json").exit_code == SplatError.exit_code
    assert sorted(p.name for p in tmp_path.iterdir()) == folder
    assert (tmp_path / "out.spz").read_bytes() == b"as it was"
