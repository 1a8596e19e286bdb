"""``scenewright capture info`` and ``prepare``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from scenewright.app.cli import app
from scenewright.scene.errors import CaptureError
from tests.support.capture_scenes import ring, write_transforms

PLY = "ply\nformat ascii 1.0\nelement vertex 2\nproperty float x\nproperty float y\nproperty float z\nend_header\n0 0 0\n1 0 0\n"


def run(*arguments: str):
    return CliRunner().invoke(app, ["capture", *map(str, arguments)])


def test_info_says_what_is_there(tmp_path: Path) -> None:
    write_transforms(tmp_path, ring(3), k1=0.1)
    (tmp_path / "images/002.png").unlink()
    done = run("info", tmp_path, "--json")
    values = json.loads(done.stdout)
    assert done.exit_code == 0
    assert (values["registered"], values["total"], values["unregistered"]) == (2, 3, ["images/002.png"])
    assert values["lenses"] == [
        {"model": "OPENCV", "params": [60, 61, 32, 24, 0.1, 0, 0, 0], "width": 64, "height": 48, "pictures": 2}
    ]
    assert "warning: 1 of 3 listed pictures are missing" in done.stderr
    told = run("info", tmp_path).stdout
    assert "2 of 3" in told
    assert "64x48 OPENCV" in told
    assert not (tmp_path / ".scenewright-capture").exists()


def test_errors_have_their_own_exit_code(tmp_path: Path) -> None:
    (tmp_path / "transforms.json").write_text("{}")
    done = run("info", tmp_path, "--json")
    assert done.exit_code == CaptureError.exit_code
    assert json.loads(done.stdout)["error"]["class"] == "CaptureError"
    assert "transforms.json: frames" in done.stderr


def test_photographs_without_poses_are_described(tmp_path: Path) -> None:
    for index in range(4):
        Image.fromarray(np.zeros((30, 40, 3), dtype=np.uint8)).save(tmp_path / f"{index}.png")
    done = run("info", tmp_path, "--json")
    assert done.exit_code == 0
    values = json.loads(done.stdout)
    assert (values["kind"], values["registered"], values["total"]) == ("photographs", 0, 4)
    assert "capture prepare" in run("info", tmp_path).stdout


def test_prepare_keeps_up_scale_and_pictures(tmp_path: Path) -> None:
    write_transforms(tmp_path, ring(3), ply_file_path="points.ply", k1=0.1)
    (tmp_path / "points.ply").write_text(PLY)
    work = tmp_path / "work"
    done = run(
        "prepare",
        tmp_path,
        "--work",
        work,
        "--longest",
        "32",
        "--known-length",
        *["0", "0", "0", "1", "0", "0", "2.5"],
        "--json",
    )
    values = json.loads(done.stdout)
    assert done.exit_code == 0, done.stderr
    assert values["metric"]
    assert np.cbrt(np.linalg.det(np.array(values["world_from_capture"])[:3, :3])) == pytest.approx(2.5)
    assert len(list((work / "views").glob("*.png"))) == 3
    assert json.loads(run("prepare", tmp_path, "--work", work, "--json").stdout)["metric"]
    told = run("prepare", tmp_path, "--work", work).stdout
    assert "by the known length" in told


def test_pictures_that_give_no_points_are_no_failure(tmp_path: Path) -> None:
    pytest.importorskip("pycolmap")
    write_transforms(tmp_path, ring(3))
    done = run("prepare", tmp_path, "--json")
    assert done.exit_code == 0, done.stderr
    assert "too little" in json.loads(done.stdout)["no_points"]
    assert "warning: no points" in done.stderr


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['scenewright', 'capture', '--help']\nfrom scenewright.app.cli import main\n"
        "try:\n    main()\nfinally:\n    assert not {'torch', 'pycolmap', 'open3d', 'PIL'} & set(sys.modules), 'heavy'\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert "prepare" in done.stdout
    assert "heavy" not in done.stderr
