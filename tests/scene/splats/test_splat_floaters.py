"""Floaters are found by what they touch, and by the cameras that look through them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from typer.testing import CliRunner

from scenewright.app.cli import app
from scenewright.app.splat_floaters import remove_floaters
from scenewright.scene.errors import SplatError
from scenewright.scene.splats import Cameras, Gaussians
from scenewright.scene.splats.floater_rays import ray_floaters
from scenewright.scene.splats.floaters import cluster_floaters
from scenewright.scene.splats.formats import read_gaussians, write_gaussians
from tests.support.photographs import photographed

CAMERAS = [
    Cameras.look_at((x, y, 3.0), (0.0, 0.0, 0.0), fov=60, width=96, height=72)
    for x in (-1.0, 0.0, 1.0)
    for y in (-0.8, 0.8)
]
"""Six views of a wall at z = 0 from three metres before it."""


def gaussians(at: np.ndarray, size: float = 0.05, opacity: float = 0.9) -> Gaussians:
    count = len(at)
    return Gaussians.of_numpy(
        at,
        np.tile([1.0, 0.0, 0.0, 0.0], (count, 1)),
        np.full((count, 3), np.log(size)),
        np.full(count, np.log(opacity / (1.0 - opacity))),
        np.ones((count, 1, 3)),
    )


def wall() -> Gaussians:
    """1,600 Gaussians in a square of 4 m, 10 cm apart."""
    x, y = np.meshgrid(np.arange(-2.0, 2.0, 0.1), np.arange(-2.0, 2.0, 0.1))
    return gaussians(np.column_stack([x.ravel(), y.ravel(), np.zeros(x.size)]))


def test_what_touches_nothing_is_a_floater() -> None:
    pair = gaussians(np.array([[9.0, 0.0, 0.0], [9.05, 0.0, 0.0]]))
    speck = gaussians(np.array([[0.0, 0.0, 1.2]]), size=0.02)
    knob = gaussians(np.array([[1.0, 1.0, 0.1]]), size=0.02)
    faint = gaussians(np.array([[0.0, 0.0, 2.0]]), opacity=0.001)
    found = cluster_floaters(Gaussians.merged([wall(), pair, speck, knob, faint]))
    assert np.flatnonzero(found).tolist() == [1600, 1601, 1602]


def test_a_large_group_apart_is_a_thing() -> None:
    rng = np.random.default_rng(0)
    lamp = gaussians(np.array([0.0, 0.0, 3.0]) + rng.normal(size=(60, 3)) * 0.05)
    assert not cluster_floaters(Gaussians.merged([wall(), lamp])).any()
    background = gaussians(rng.uniform(-20.0, 20.0, (80, 3)) * [1.0, 1.0, 0.1] + [0.0, 0.0, -9.0], size=3.0)
    assert not cluster_floaters(Gaussians.merged([wall(), background])).any(), "it is sparse, and large"
    grid = gaussians(np.array([[float(k), 0.0, 0.0] for k in range(20)]), size=0.01)
    assert not cluster_floaters(grid).any(), "there is nothing to be apart from"


def test_what_cameras_look_through_is_a_floater() -> None:
    hanging = gaussians(np.array([[0.0, 0.0, 1.5], [0.1, 0.1, 1.1]]), size=0.04, opacity=0.4)
    haze = gaussians(np.array([[0.0, 0.2, 1.5]]), size=0.04, opacity=0.05)
    relief = gaussians(np.array([[0.5, 0.5, 0.08]]), size=0.03)
    whole = Gaussians.merged([wall(), hanging, haze, relief])
    assert np.flatnonzero(ray_floaters(whole, CAMERAS)).tolist() == [1600, 1601]
    assert not ray_floaters(whole, CAMERAS[:2]).any(), "two cameras are no vote"


def test_no_more_is_removed_than_allowed() -> None:
    specks = gaussians(np.random.default_rng(1).uniform(3.0, 90.0, (40, 3)), size=0.01)
    whole = Gaussians.merged([wall(), specks])
    kept, told = remove_floaters(whole, None, most=0.2)
    assert (len(kept), told.removed, told.clusters, told.rays) == (1600, 40, 40, None)
    with pytest.raises(SplatError, match=r"40 of 1,640 Gaussians \(2%\) look like floaters, and at most 1% are"):
        remove_floaters(whole, None, most=0.01)


def test_the_command_says_what_it_removed_and_why(tmp_path: Path) -> None:
    hanging = gaussians(np.array([[0.0, 0.0, 0.7]]), size=0.05, opacity=0.4)
    ball = gaussians(np.random.default_rng(2).normal(size=(300, 3)) * 0.15, size=0.12)
    far = gaussians(np.array([[0.0, 30.0, 0.0]]))
    write_gaussians(Gaussians.merged([ball, hanging, far]), tmp_path / "in.ply")
    run = CliRunner().invoke
    done = run(app, ["splat", "convert", str(tmp_path / "in.ply"), str(tmp_path / "out.ply"), "--filter-floaters"])
    assert done.exit_code == 0, done.output
    assert "of 302 Gaussians were removed as floaters" in done.stderr
    assert "only groups were looked for" in done.stderr
    left = read_gaussians(tmp_path / "out.ply")
    assert not bool(torch.isclose(left.means, torch.tensor([0.0, 30.0, 0.0])).all(dim=1).any())
    wrong = run(app, ["splat", "convert", "a.ply", "b.ply", "--most-floaters", "0.5"])
    assert wrong.exit_code == 2
    assert "--most-floaters is for --filter-floaters" in wrong.stderr


def test_the_cameras_of_a_capture_stand_in_the_frame_of_the_file(tmp_path: Path) -> None:
    """The cameras look down at a plate in the world of the capture: turned about x, they would stand below it."""
    capture = photographed(tmp_path / "capture", wall(), count=6)
    x, z = (v.ravel() for v in np.meshgrid(np.linspace(-0.6, 0.6, 25), np.linspace(-0.6, 0.6, 25)))
    plate = gaussians(np.column_stack([x, np.zeros(x.size), z]), size=0.05)
    above = gaussians(np.array([[0.0, 0.32, 0.0]]), size=0.07, opacity=0.4)
    write_gaussians(Gaussians.merged([plate, above]), tmp_path / "in.ply")
    arguments = ["splat", "convert", tmp_path / "in.ply", tmp_path / "out.ply", "--filter-floaters", "--json"]
    done = CliRunner().invoke(app, [*map(str, arguments), "--capture", str(capture), "--as-captured"])
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)["floaters"]
    assert told == {"of": 626, "removed": 1, "clusters": 0, "rays": 1, "cameras": 6}
