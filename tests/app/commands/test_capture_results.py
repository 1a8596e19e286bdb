"""What ``scenewright capture train`` makes sure of around the training: that its result has a place, and that little is lost."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from scenewright.app.actions import capture_training
from scenewright.app.cli import app
from scenewright.scene import atomic
from scenewright.scene.errors import CaptureError, SplatError
from scenewright.scene.splats.formats import read_gaussians
from scenewright.scene.splats.training import Trainer, read_checkpoint, results
from tests.support.capture_scenes import ring, write_transforms

PLY = "ply\nformat ascii 1.0\nelement vertex 40\nproperty float x\nproperty float y\nproperty float z\nend_header\n"


@pytest.fixture
def capture(tmp_path: Path) -> Path:
    """Six pictures of noise with poses, and points."""
    folder = tmp_path / "capture"
    folder.mkdir()
    write_transforms(folder, ring(6), ply_file_path="points.ply")
    rng = np.random.default_rng(0)
    for picture in (folder / "images").iterdir():
        Image.fromarray(rng.integers(0, 255, (48, 64, 3), dtype=np.uint8)).save(picture)
    rows = rng.uniform(-0.5, 0.5, (40, 3)) + (0, 0.5, 0)
    (folder / "points.ply").write_text(PLY + "".join("{:.3f} {:.3f} {:.3f}\n".format(*row) for row in rows))
    return folder


def train(capture: Path, out: Path, *arguments: str):
    options = ("--out", out, "--json", *arguments)
    return CliRunner().invoke(app, ["capture", "train", str(capture), *map(str, options)])


def no_room(operation: str, path: Path, descriptor: int, data: bytes) -> None:
    """A disk that is full for everything below a folder called out."""
    if operation == "write" and "out" in path.parts:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_nothing_is_learnt_that_could_not_be_written(capture: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(Trainer, "run", lambda *_: pytest.fail("it was trained all the same"))
    (tmp_path / "out").write_text("a file, and no folder")
    done = train(capture, tmp_path / "out")
    assert done.exit_code == CaptureError.exit_code
    assert "the result cannot be written there" in done.stderr
    assert "--out" in done.stderr
    (tmp_path / "out").unlink()
    with atomic.fault_hook(no_room):
        done = train(capture, tmp_path / "out")
    assert done.exit_code == CaptureError.exit_code
    assert "No space left on device" in done.stderr
    assert not list((tmp_path / "out").iterdir())


def test_a_full_disk_is_reported_and_leaves_nothing_half_written(capture: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(results, "make_folder", lambda folder: folder.mkdir(exist_ok=True))
    out = tmp_path / "out"
    with atomic.fault_hook(no_room):
        done = train(capture, out, "--iterations", "2")
    assert done.exit_code == SplatError.exit_code
    assert f"{out / 'scene.ply'}: the splats cannot be written" in json.loads(done.stdout)["error"]["message"]
    assert not list(out.iterdir())
    # what was learnt is written first: room for it is all that is needed
    with atomic.fault_hook(lambda *change: no_room(*change) if results.CHECKPOINT in change[1].name else None):
        done = train(capture, out, "--iterations", "2")
    assert done.exit_code == CaptureError.exit_code
    assert f"{out}: the result cannot be written there (No space left on device)" in done.stderr
    assert [p.name for p in out.iterdir()] == [results.SPLATS]
    assert len(read_gaussians(out / results.SPLATS)) > 0


def test_a_long_training_leaves_checkpoints_on_its_way(capture: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(capture_training, "_KEPT_EVERY", 0.0)
    seen: list[int] = []

    def killed(*_: object, **__: object) -> None:
        seen.append(read_checkpoint(tmp_path / "out" / results.CHECKPOINT).values["step"])
        raise KeyboardInterrupt

    monkeypatch.setattr(results, "write_result", killed)
    assert train(capture, tmp_path / "out", "--iterations", "12").exit_code == 130
    assert seen == [10]  # the last time that progress was told
    monkeypatch.undo()
    resumed = train(capture, tmp_path / "out", "--resume", "--iterations", "13")
    assert json.loads(resumed.stdout)["steps"] == 13
    assert len(read_gaussians(tmp_path / "out" / results.SPLATS)) > 0
